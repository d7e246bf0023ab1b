"""`l10n check --fix` and `l10n names fix`: making the edits of findings that are safe to make."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.catalog.catalog import Message, MessageKey
from l10n.gate.capping import capped
from l10n.gate.fixing import Fixed, apply_fixes
from l10n.gate.triage import by_place, is_fixable
from l10n.project import Project
from l10n.remembering import forget
from l10n.workflow.check import check_opened
from l10n.workflow.check_report import CheckReport, Request
from l10n.workflow.per_document.open_project import CatalogKey, OpenProject, open_project
from l10n.workflow.store.files import Change, apply, changes_only
from l10n.workflow.store.lock import one_writer

if TYPE_CHECKING:
    from l10n.gate.places import LocatedFinding

_PASSES = 8  # one is enough, unless one fix makes another possible


@dataclass(frozen=True, slots=True, kw_only=True)
class FixReport:
    """What was fixed, in which files, and the findings that are left for a person to decide."""

    fixed: tuple[Fixed, ...]
    changes: tuple[Change, ...]
    left: CheckReport


def fix(
    project: Project, locales: list[str] | None = None, request: Request | None = None, *, save: bool = True
) -> FixReport:
    """Make the edits of all findings whose code is safe, in the msgstrs of the chosen locales, and nothing else.

    What is ignored, in the baseline, or not asked for stays; so does a matter of taste, unless its code is selected by
    name. Flags stay: what is fuzzy is fuzzy afterwards. With `save=False`, or when a file cannot be read, nothing is
    written. Laws: nothing is left that a second call would fix; only messages with a safe finding change.
    """
    with one_writer(project.root, writes=save):
        return _fix(project, locales, request or Request(), save=save)


def _fix(project: Project, locales: list[str] | None, request: Request, *, save: bool) -> FixReport:
    opened = open_project(project, locales)
    before = {key: catalog.content for key, catalog in opened.catalogs.items()}
    report = check_opened(project, opened, request, at_most=None)
    fixed: list[Fixed] = []
    for _ in range(_PASSES if not opened.errors else 0):
        changed = _fixed_messages(opened, report, fixed, request.select)
        if not changed:
            break
        # all findings of a pass take memory, and what is known of its texts: they go before the next looks
        del report
        forget()
        opened = opened.with_messages(changed)
        report = check_opened(project, opened, request, at_most=None)
    report = replace(report, reported=tuple(sorted(capped(report.reported), key=by_place)))
    changes = changes_only(_changes(before, opened))
    if save:
        apply(changes)
    return FixReport(fixed=tuple(fixed), changes=changes, left=report)


def _fixed_messages(
    opened: OpenProject, report: CheckReport, fixed: list[Fixed], asked: tuple[str, ...]
) -> dict[CatalogKey, list[Message]]:
    """Return the messages of each catalog that one pass changes; what it does is added to `fixed`."""
    wanted: dict[str, dict[MessageKey, list[LocatedFinding]]] = defaultdict(lambda: defaultdict(list))
    for placed in report.reported:
        if placed.key is not None and is_fixable(placed.finding, asked):
            wanted[placed.finding.location.path][placed.key].append(placed)
    changed: dict[CatalogKey, list[Message]] = {}
    for key, catalog in opened.catalogs.items():
        for message_key, found in wanted.get(catalog.name, {}).items():
            block = catalog.file.block(message_key) if catalog.file else None
            result = apply_fixes(block.message, found) if block else None
            if result and result.done:
                changed.setdefault(key, []).append(result.message)
                fixed += result.done
    return changed


def _changes(before: Mapping[CatalogKey, bytes | None], after: OpenProject) -> Iterator[Change]:
    for key, catalog in after.catalogs.items():
        if catalog.file is not None:
            content = catalog.file.content
            yield Change(path=catalog.path, name=catalog.name, before=before[key], after=content)
