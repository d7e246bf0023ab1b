"""Which quotation marks of a text no convention of its language has, and which has no partner.

A language may have several conventions („so“ and »so«): a text that follows one of them is right, one that mixes two
is held against the one it follows most. Linear: each mark is looked at once for each convention.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from l10n.conventions.departure import Departure
from l10n.languages.typography_tables import TypographyTable

_QUOTES = re.compile('["“”„«»‟「」]')
_STRAIGHT = re.compile('"')
_OPENERS = "([{—–-/«“„‘'\"（「『【"
_CLOSERS = ")]}.,;:!?…—–-/»”’'\"%。，、；：！？）」』】"
_MASK = "\ufffc"
_ENDS = " \u00a0\u202f.,;:!?…—–-'’"  # what may stand before or behind all the words of a text
_BLANKS = " \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    sign: str
    opens: bool
    depth: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """The marks of a text, and the place of the first that has no partner."""

    marks: tuple[_Mark, ...]
    unpaired: int | None


def quotation_departures(prose: str, table: TypographyTable, house: Sequence[str]) -> Iterator[Departure]:
    """Yield the double quotation marks that depart, or the one without a partner alone.

    `house` are the four marks of the project, () for those of the language.
    """
    conventions = (tuple(house),) if house else table.conventions
    found = _read(prose, conventions, are_letters=table.marks_in_words)
    if table.marks_in_words:
        yield from _of_no_convention(found, conventions)
    elif found.unpaired is not None:
        yield from _alone(prose, found)
    else:
        yield from _other_than_most(prose, found, conventions, () if house else table.tolerated, table)


def _of_no_convention(found: _Reading, conventions: Sequence[Sequence[str]]) -> Iterator[Departure]:
    """Yield the marks that no convention has: where one may be a letter, nobody can tell which belong together."""
    signs = {sign for one in conventions for sign in one}
    for mark in found.marks:
        if mark.sign not in signs:
            expected = _expected(mark, conventions[0])
            yield _departure(mark, expected, None if found.unpaired is not None else expected)


def _other_than_most(
    prose: str,
    found: _Reading,
    conventions: Sequence[Sequence[str]],
    tolerated: Sequence[Sequence[str]],
    table: TypographyTable,
) -> Iterator[Departure]:
    """Yield the marks that are not those of the convention that most of them follow."""
    best = min(conventions, key=lambda marks: _count_others(found.marks, marks))
    is_taste = any(not _count_others(found.marks, marks) for marks in (best, *tolerated))
    for mark in found.marks:
        expected = _expected(mark, best)
        if mark.sign != expected:
            one = _departure(mark, expected, _spaced(prose, mark, expected, table))
            yield replace(one, is_taste=is_taste and not one.straight)


def _departure(mark: _Mark, expected: str, replacement: str | None) -> Departure:
    return Departure(
        rule="quotation-marks",
        start=mark.start,
        end=mark.start + 1,
        replacement=replacement,
        message=f"“{mark.sign}” should be “{expected}”",
        straight=mark.sign == '"',
    )


def is_unpaired(prose: str) -> bool:
    """Tell whether a quotation mark of a text, in whatever language, has no partner in it."""
    return _read(prose, (), are_letters=True).unpaired is not None


def _alone(prose: str, found: _Reading) -> Iterator[Departure]:
    start = found.unpaired or 0
    opens = any(mark.start == start for mark in found.marks)
    if _MASK in prose:  # its partner may stand in what is masked
        return
    straight = [match.start() for match in _STRAIGHT.finditer(prose)]
    if prose[start] == '"' and len(straight) % 2 == 0:  # they are pairs, with blanks where we expect none
        return
    if any(len({*_sides(prose, place)}) == 1 for place in straight):  # nobody can tell which opens
        return
    what = "is not closed" if opens else "has no opening mark"
    yield Departure(
        rule="quotation-marks",
        start=start,
        end=start + 1,
        replacement=None,
        message=f"“{prose[start]}” {what}",
        is_unpaired=True,
        may_go_on=not (prose[:start] if opens else prose[start + 1 :]).strip(_ENDS),
    )


def _read(prose: str, conventions: Sequence[Sequence[str]], *, are_letters: bool) -> _Reading:
    """Return the double marks of a text in pairs, as deep as they stand; reading ends at one that closes nothing."""
    opened: list[int] = []
    marks: list[_Mark] = []
    first = conventions[0] if conventions else "“”‘’"
    single = prose.find("‘") if first[0] == "‘" else -1
    openers = {sign for one in conventions for sign in one[::2]}
    closers = {sign for one in conventions for sign in one[1::2]}
    for match in _QUOTES.finditer(prose):
        start, sign = match.start(), match[0]
        if sign == '"' and not opened and prose[start - 1 : start].isdecimal():
            continue  # inches
        if are_letters and sign in '"”“' and _is_in_word(prose, start):
            continue
        opens = _opens(prose, start, is_open=bool(opened), openers=openers, closers=closers)
        if not opens and not opened:
            return _Reading(tuple(marks), start)
        # single marks outside cannot be told from apostrophes: one before is taken for the quotation around this
        depth = len(opened) - (not opens) + (0 <= single < start)
        marks.append(_Mark(start, sign, opens, depth))
        if opens:
            opened.append(start)
        else:
            opened.pop()
    return _Reading(tuple(marks), opened[-1] if opened else None)


def _opens(prose: str, start: int, *, is_open: bool, openers: set[str], closers: set[str]) -> bool:
    """Tell whether a mark opens: by what it is, else by its neighbours, else it closes what is open."""
    sign = prose[start]
    if sign in "„「」":
        return sign != "」"
    may_open, may_close = _sides(prose, start)
    is_known = (sign in openers) != (sign in closers)
    is_clear = may_open != may_close and prose[max(0, start - 1) : start] != _MASK
    # d’« as he said » and
    is_against_use = is_known and may_open == (sign in closers) == is_open
    if is_clear and not is_against_use:
        return may_open
    return sign in openers if is_known else not is_open


def _sides(prose: str, start: int) -> tuple[bool, bool]:
    """Return whether a mark may open by what stands before it, and close by what stands behind."""
    before, after = prose[max(0, start - 1) : start], prose[start + 1 : start + 2]
    may_open = not before or before.isspace() or before in _OPENERS
    may_close = not after or after.isspace() or after in _CLOSERS
    return may_open, may_close


def _is_in_word(prose: str, start: int) -> bool:
    return prose[max(0, start - 1) : start].isalpha() and prose[start + 1 : start + 2].isalpha()


def _expected(mark: _Mark, convention: Sequence[str]) -> str:
    return convention[(2 if mark.depth % 2 else 0) + (not mark.opens)]


def _count_others(marks: Sequence[_Mark], convention: Sequence[str]) -> int:
    """Return how many marks are not those of a convention; a straight one follows none and speaks against none."""
    return sum(mark.sign not in ('"', _expected(mark, convention)) for mark in marks)


def _spaced(prose: str, mark: _Mark, expected: str, table: TypographyTable) -> str:
    """Return a mark with the blank that stands inside the quotation, unless there is one."""
    blank = table.spaced.get(expected, "")
    beside = (
        prose[mark.start + 1 : mark.start + 2] if mark.opens else prose[max(0, mark.start - 1) : mark.start]
    )
    if not blank or beside in _BLANKS:
        return expected
    return expected + blank if mark.opens else blank + expected
