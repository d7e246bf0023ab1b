"""An audit of names as text: a paragraph for each name with more than one spelling, a line for each other."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from l10n.cli.printing import counted
from l10n.cli.terminal_escaping import one_line
from l10n.names import AuditedName, NameUse, OccurrenceCount, UseStatus

if TYPE_CHECKING:
    from l10n.workflow.names.audit import AuditReport, Candidate

_MOST_PLACES = 3


def as_text(report: "AuditReport", *, is_terminal: bool) -> str:
    """Return the audit; for a terminal with the characters that it would obey made visible."""
    lines = [line for name in report.names for line in _name(name)]
    if report.candidates:
        lines += ["", "not registered:"]
        lines += [line for candidate in report.candidates for line in _candidate(candidate)]
    return "".join(f"{one_line(line) if is_terminal else line}\n" for line in lines)


def _name(name: AuditedName) -> Iterator[str]:
    if not name.uses:
        yield f"{name.entry.id}: not mentioned"
        return
    if not (name.wrong or name.is_mixed):
        spellings = dict.fromkeys(use.spelling for use in name.uses)
        yield f"{name.entry.id}: {name.count}× {', '.join(spellings)}"
        return
    verdict = f"misspelled {name.wrong}×" if name.wrong else "more than one spelling"
    yield f"{name.entry.id}: {name.count}×, {verdict}"
    width = max(cell_len(use.column) for use in name.uses)
    widest = max(cell_len(use.spelling) for use in name.uses)
    for column, uses in groupby(name.uses.items(), key=lambda item: item[0].column):
        label = column
        for use, seen in uses:
            yield from _use(name, use, seen, label.ljust(width), widest)
            label = ""


def _use(name: AuditedName, use: NameUse, seen: OccurrenceCount, label: str, widest: int) -> Iterator[str]:
    padding = " " * (widest - cell_len(use.spelling))
    standing = "" if use.status is UseStatus.PREFERRED else f"  {use.status}"
    if use.status is UseStatus.WRONG:
        standing += f": write {name.entry.locales[use.column].preferred}"
    yield f"    {label}  {use.spelling}{padding}  {seen.count:>5}×{standing}"
    if use.status in (UseStatus.OTHER, UseStatus.WRONG):
        indent = " " * (len(label) + 8)
        yield from (f"{indent}{place}" for place in seen.places[:_MOST_PLACES])
        if (more := seen.documents - len(seen.places[:_MOST_PLACES])) > 0:
            yield f"{indent}and {counted(more, 'more document', 'more documents')}"


def _candidate(candidate: "Candidate") -> Iterator[str]:
    entry = candidate.proposal.entry
    yield f"{entry.kind} {entry.id}: {candidate.count}×, confidence {candidate.proposal.confidence:.2f}"
    yield "    " + ", ".join(f"{locale} {forms.preferred}" for locale, forms in entry.locales.items())
    for spelling, places in candidate.proposal.seen.items():
        yield f"    {spelling}  {places[0]}"
