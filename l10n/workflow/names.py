"""`l10n names`: the registry, the wrong spellings in the catalogs, and mending them."""

from dataclasses import dataclass, replace

from l10n.catalog.catalog import Message
from l10n.checks import names, scripts
from l10n.names.consistency import Original, fix
from l10n.names.lexicon import Lexicon
from l10n.names.scripts import unmix
from l10n.project import Project
from l10n.workflow.catalogs import open_catalogs, open_lexicon
from l10n.workflow.check import CheckReport, check
from l10n.workflow.files import Change, apply, changes_only
from l10n.workflow.locking import one_writer
from l10n.workflow.sources import find_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFixReport:
    """How many names are rewritten, in which files, and the findings that a person has to decide."""

    fixed: int
    changes: tuple[Change, ...]
    left: CheckReport


def check_names(project: Project, locales: list[str] | None = None) -> CheckReport:
    """Return the findings about names only."""
    return check(project, locales, codes=[check.code for check in (*names.CHECKS, *scripts.CHECKS)])


def fix_names(project: Project, locales: list[str] | None = None, *, save: bool = True) -> NameFixReport:
    """Rewrite each wrongly spelled name in the msgstrs, and nothing else; with `save=False` write nothing."""
    with one_writer(project.root, writes=save):
        return _fix_names(project, locales, save=save)


def _fix_names(project: Project, locales: list[str] | None, *, save: bool) -> NameFixReport:
    chosen = project.chosen_locales(locales)
    lexicon = open_lexicon(project)
    found = check_names(project, locales)
    opened = open_catalogs(project, (file.domain for file in find_sources(project)), chosen)
    changes: list[Change] = []
    for (_, locale), catalog in opened.items():
        if catalog.file is not None and locale is not None:
            messages = tuple(
                _fixed(message, locale, lexicon, project.source_locale)
                for message in catalog.catalog.messages
            )
            changes.append(catalog.saved(messages))
    left = tuple(finding for finding in found.findings if finding.edit is None)
    changed = changes_only(changes)
    if save:
        apply(changed)
    return NameFixReport(
        fixed=len(found.findings) - len(left), changes=changed, left=replace(found, findings=left)
    )


def _fixed(message: Message, locale: str, lexicon: Lexicon, source_locale: str) -> Message:
    if message.obsolete or message.is_header:
        return message
    original = Original(text=message.msgid, locale=source_locale)
    texts = tuple(fix(unmix(text, locale), locale, lexicon, original)[0] for text in message.msgstr)
    return replace(message, msgstr=texts) if texts != message.msgstr else message
