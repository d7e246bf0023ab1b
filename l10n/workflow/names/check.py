"""`l10n names check` and `fix`: the gate and its fixes, limited to names."""

from l10n.project import Project
from l10n.workflow.check import check
from l10n.workflow.check_report import CheckReport, Request
from l10n.workflow.fix import FixReport, fix

_NAMES = Request(select=("names",), is_part=True)


def check_names(project: Project, locales: list[str] | None = None) -> CheckReport:
    """Return the findings about names only."""
    return check(project, locales, _NAMES)


def fix_names(project: Project, locales: list[str] | None = None, *, save: bool = True) -> FixReport:
    """Rewrite each wrongly spelled name in the msgstrs, and nothing else; with `save=False` write nothing."""
    return fix(project, locales, _NAMES, save=save)
