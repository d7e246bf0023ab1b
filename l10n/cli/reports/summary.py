"""The counts of a run for people: a table of codes, one of documents, one of locales, and what is shown of many."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from l10n.cli.printing import counted
from l10n.cli.reports.result import Extent, Result
from l10n.cli.terminal_escaping import one_line
from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.gate.places import LocatedFinding
    from l10n.gate.tally import Count

# Findings that people read one by one, about a thousand lines; of more they want the counts first.
LARGE = 200
OF_EACH = 5  # that are shown then of each code: enough to see what it is about
AT_MOST = 100  # that are shown then, the worst codes first
ROWS = 20  # documents of a table


def first_ones(result: Result) -> "Sequence[LocatedFinding]":
    """Return the findings that are shown: all of them, or of a large run the first ones of each code.

    They keep their order.
    """
    found = result.report.reported
    if result.extent is Extent.SUMMARY:
        return ()
    if result.extent is Extent.ALL or len(found) <= LARGE:
        return found
    of_each: dict[tuple[Severity, str], list[int]] = {}
    for index, placed in enumerate(found):
        first = of_each.setdefault((placed.finding.severity, placed.finding.code), [])
        if len(first) < OF_EACH:
            first.append(index)
    worst_first = tuple(Severity)
    ordered = sorted(of_each.items(), key=lambda item: worst_first.index(item[0][0]))
    shown = [index for _, first in ordered for index in first][:AT_MOST]
    return [found[index] for index in sorted(shown)]


def summary(result: Result, shown: int) -> Iterator[str]:
    """Yield the lines of the three tables, and how many findings are not among the `shown` ones, and how to see them;
    no line for a run that shows all."""
    report = result.report
    if not report.reported or (result.extent is not Extent.SUMMARY and shown == len(report.reported)):
        return
    if shown:
        yield "\n"
    counts = report.tally
    yield from _table("code", counts.codes, None)
    yield from _table("document", counts.documents, ROWS)
    yield from _table("locale", counts.locales, None)
    if result.extent is not Extent.SUMMARY:
        yield (
            f"{counted(len(report.reported) - shown, 'more finding')}: the first {OF_EACH} of each code are shown.\n"
        )
        yield (
            "--all shows every one, --select CODE those of a code, --summary only the counts;\n"
            "a report in --output-file or in another --output-format has all of them.\n"
        )


def _table(noun: str, counts: "Sequence[Count]", most: int | None) -> Iterator[str]:
    yield f"{'errors':>8}{'warnings':>10}{'info':>8}  {noun}\n"
    for one in counts[:most]:
        error, warning, info = (one.numbers[severity] for severity in Severity)
        yield f"{error:>8}{warning:>10}{info:>8}  {one_line(one.name) or '(of no locale)'}\n"
    if most is not None and len(counts) > most:
        yield f"{'':26}  … and {len(counts) - most} more {noun}s\n"
    yield "\n"
