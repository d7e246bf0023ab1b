"""InspectionRun again after a save: only at the locales whose files are not what they were."""

from collections.abc import Hashable
from dataclasses import replace

from l10n.model import Finding
from l10n.project import Project
from l10n.workflow.check import check_opened
from l10n.workflow.check_report import Request, baseline_of
from l10n.workflow.per_document.open_project import OpenProject
from l10n.workflow.store.files import read_optional


class Rechecker:
    """Keeps the findings of each locale with what they were found in.

    Law: its findings are those of a whole check, those of the baseline and the gate included.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[Hashable, tuple[Finding, ...]]] = {}

    def findings(self, project: Project, opened: OpenProject, request: Request) -> tuple[Finding, ...]:
        """Return what the checks find in a project that is open, by file and line within each locale."""
        found: dict[Finding, None] = {}
        for locale in opened.locales:
            alone = replace(
                opened,
                locales=(locale,),
                catalogs={key: catalog for key, catalog in opened.catalogs.items() if key[1] == locale},
            )
            state = _state(project, alone, request)
            known = self._known.get(locale)
            if known is None or known[0] != state:
                known = (state, check_opened(project, alone, request).findings)
                self._known[locale] = known
            found |= dict.fromkeys(known[1])
        return tuple(found)


def _state(project: Project, opened: OpenProject, request: Request) -> Hashable:
    """Return all that the findings depend on."""
    baseline = baseline_of(project, request)
    return (
        request,
        read_optional(baseline, str(baseline)) if baseline else None,
        opened.lexicon.registry,
        tuple((domain, source.content) for domain, source in opened.sources.items()),
        tuple((key, catalog.content) for key, catalog in opened.catalogs.items()),
        tuple((domain, template.content) for domain, template in opened.templates.items()),
        tuple(str(error) for error in opened.errors),
    )
