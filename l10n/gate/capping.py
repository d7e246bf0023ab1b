"""How many findings of one kind a message may have before the others are only counted.

A text of a hundred pages that is one message has as many findings as a book, and nobody reads the thousandth. What is
counted still weighs: a message is as wrong with it as without.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from l10n.gate.places import LocatedFinding, fingerprint
from l10n.model import Finding

AT_MOST = 25  # of one code and severity in one text: ten times what a bad paragraph has
_REST = "more"
_HINT = "they are shown when those before them are mended"


def capped(found: Iterable[LocatedFinding], at_most: int | None = AT_MOST) -> Iterator[LocatedFinding]:
    """Yield the findings, of those of one code, severity and text only the first `at_most` (None: all), and in place of
    the others one that says how many they are (`more`). What is found twice in one place counts once.
    """
    if at_most is None:
        yield from found
        return
    numbers: Counter[tuple[object, ...]] = Counter()
    rest: dict[tuple[object, ...], LocatedFinding] = {}
    seen: set[tuple[object, ...]] = set()
    for placed in found:
        finding = placed.finding
        text: tuple[object, ...] = (
            finding.code,
            finding.severity,
            finding.location.path,
            placed.key,
            placed.form,
        )
        place = (*text, finding.location.line, finding.location.column, hash(finding.message))
        if placed.key is None or place in seen:
            yield from () if placed.key is not None else (placed,)
            continue
        seen.add(place)
        numbers[text] += 1
        if numbers[text] <= at_most:
            yield placed
        else:
            rest.setdefault(text, placed)
    for text, first in rest.items():
        yield _standing_for(first, numbers[text] - at_most)


def _standing_for(first: LocatedFinding, number: int) -> LocatedFinding:
    """Return the finding in place of so many, of which `first` is one."""
    finding = Finding(
        code=first.finding.code,
        severity=first.finding.severity,
        message=f"{number} more of these in the same text",
        location=first.finding.location,
        hint=_HINT if number > 1 else "it is shown when one before it is mended",
    )
    return replace(first, finding=finding, fingerprint=fingerprint_of_rest(first), more=number)


def fingerprint_of_rest(placed: LocatedFinding) -> str:
    """Return what the finding that stands for those behind the last one shown is known by: not by their number."""
    return fingerprint(replace(placed.finding, message=_REST), placed.key, placed.form)
