"""How many findings of one kind a message may have before the others are only counted.

A text of a hundred pages that is one message has as many findings as a book, and nobody reads the thousandth. What is
counted still weighs: a message is as wrong with it as without.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from l10n.gate.places import LocatedFinding, fingerprint
from l10n.model import Finding

AT_MOST = 25  # of one code and severity in one text: ten times what a bad paragraph has
_REST = "more"
_HINT = "they are shown when those before them are mended"


def capped(found: Iterable[LocatedFinding], at_most: int | None = AT_MOST) -> Iterator[LocatedFinding]:
    """Yield the findings, of those of one code, severity and text only the first `at_most` (None: all), and in place of
    the others one that says how many they are (`rest`). What is found twice in one place counts once.
    """
    if at_most is None:
        yield from found
        return
    numbers: Counter[tuple[object, ...]] = Counter()
    first: dict[tuple[object, ...], LocatedFinding] = {}
    rest: dict[tuple[object, ...], list[str]] = {}
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
            first.setdefault(text, placed)
            rest.setdefault(text, []).append(placed.fingerprint)
    for text, fingerprints in rest.items():
        yield standing_for(first[text], fingerprints)


def standing_for(placed: LocatedFinding, rest: Sequence[str]) -> LocatedFinding:
    """Return the finding in place of those with these fingerprints; `placed` is the first, or stands for more."""
    number = len(rest)
    finding = Finding(
        code=placed.finding.code,
        severity=placed.finding.severity,
        message=f"{number} more of these in the same text",
        location=placed.finding.location,
        hint=_HINT if number > 1 else "it is shown when one before it is mended",
    )
    known_by = fingerprint(replace(finding, message=_REST), placed.key, placed.form)  # whatever their number
    return replace(placed, finding=finding, fingerprint=known_by, end_column=None, rest=tuple(rest))
