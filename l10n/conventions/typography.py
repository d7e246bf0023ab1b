"""Where a text departs from the typography of its language, and what would be set there.

Reads prose with everything else masked (U+FFFC). Each pattern looks at a fixed distance around a rare sign: linear.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from l10n.conventions.departure import Departure
from l10n.conventions.fact_reading import read_facts
from l10n.conventions.number_reading import MINUS, are_linked, figures_of
from l10n.conventions.quantities import is_quantity, rewritten
from l10n.conventions.quotation import quotation_departures
from l10n.conventions.separators import separators
from l10n.languages.facts.fact_tables import fact_table
from l10n.languages.typography_tables import TypographyTable, typography_table

_ELLIPSIS = re.compile(r"(?<![./])\.\.\.(?![./])")
_SPACED_HYPHEN = re.compile(
    r"(?<=[^\W_]|[»”\"’)!?,.…\ufffc])([ \u00a0])(--?)[ \u00a0]"
    r"(?=[^\W\d_]|[«“„\"(]|(?<=[^\W\d_][ \u00a0][-–][ \u00a0])\d)"
)
_SHORT_CODE = re.compile(r":[\w+-]+:")  # :smile:
_SPEECH_SIGN = re.compile("[-–»“]")
_NUMBER_WITH_SIGN = re.compile(r"\d[.,]\d")


def departures(prose: str, locale: str, quotation_marks: str = "") -> Iterator[Departure]:
    """Yield what departs in a text from the typography of its language; nothing when it has no table.

    `quotation_marks` beat those of the language: the outer and the inner ones.
    """
    table = typography_table(locale)
    if table is None:
        return
    yield from quotation_departures(prose, table, quotation_marks)
    yield from _dashes(prose, table)
    if table.ellipsis and "..." in prose:
        for found in _ELLIPSIS.finditer(prose):
            yield _departure("ellipsis", found, table.ellipsis, straight=True)
    yield from _blanks(prose, table)
    yield from _marks(prose, table)
    yield from _nationalities(prose, table)
    yield from _apostrophes(prose, table)


def _departure(
    rule: str, found: re.Match[str], replacement: str, *, message: str = "", straight: bool = False
) -> Departure:
    return Departure(
        rule=rule,
        start=found.start(),
        end=found.end(),
        replacement=replacement,
        message=message or f"“{found[0]}” should be “{replacement}”",
        straight=straight,
    )


def _blanks(prose: str, table: TypographyTable) -> Iterator[Departure]:
    for found in table.loose.finditer(prose):
        if prose[found.end() : found.end() + 3] != "...":
            yield _departure("space-before-punctuation", found, "", message="space before a punctuation mark")
    broken = "use a no-break space here, so that the line does not break"
    for found in table.breakable.finditer(prose):
        yield _departure("no-break-space", found, "\u00a0", message=broken)
    if not table.spaced:
        return
    for found in table.unbound.finditer(prose):
        yield _departure("no-break-space", found, _blank_at(prose, found, table), message=broken)
    for found in table.unspaced.finditer(prose):
        mark = prose[found.start()] if prose[found.start()] in table.spaced else prose[found.start() - 1]
        if mark == ":" and _SHORT_CODE.search(prose, max(0, found.start() - 40), found.start() + 1):
            continue
        message = f"a no-break space belongs {'behind' if mark == '«' else 'before'} “{mark}”"
        rule = "no-break-space" if mark in "«»" else "space-before-punctuation"
        yield _departure(rule, found, table.spaced[mark], message=message)


def _blank_at(prose: str, found: re.Match[str], table: TypographyTable) -> str:
    """Return the blank that belongs beside the mark a plain one stands beside."""
    behind = prose[found.end()]
    return table.spaced[behind if behind in table.spaced and behind != "«" else "«"]


def _marks(prose: str, table: TypographyTable) -> Iterator[Departure]:
    """Yield the marks of another script, and the questions and exclamations that nothing opens."""
    for found in table.foreign_mark.finditer(prose):
        one = _departure("punctuation-mark", found, table.marks[found[0]])
        yield replace(one, is_taste=found[0] in table.taste_marks)
    for mark, opening in table.opening.items():
        if opening in prose or mark not in prose:
            continue
        if found_one := re.search(rf"(?<=[^\W\d_])\{mark}(?=[\s\"”»]|\Z)", prose):
            yield Departure(
                rule="punctuation-mark",
                start=found_one.start(),
                end=found_one.end(),
                replacement=None,
                message=f"“{mark}” needs “{opening}” where its sentence begins",
            )


def _dashes(prose: str, table: TypographyTable) -> Iterator[Departure]:
    if table.space_dash and ("-" in prose or "–" in prose):
        for found in _SPACED_HYPHEN.finditer(prose):
            yield Departure(
                rule="dash",
                start=found.start(2),
                end=found.end(2),
                replacement=table.space_dash,
                message=f"“{found[2]}” between spaces should be “{table.space_dash}”",
                straight=True,
            )
    if not table.speech_dash or not _SPEECH_SIGN.search(prose):
        return
    for found in table.speech.finditer(prose):
        yield _departure("dash", found, table.space_dash, message="direct speech starts with “—”")
    for found in table.unspoken.finditer(prose):
        yield _departure("dash", found, " — ", message="put a dash before the words of the author")


def _nationalities(prose: str, table: TypographyTable) -> Iterator[Departure]:
    for found in table.small_nationality.finditer(prose):
        yield _departure("capital-nationality", found, found[0][0].upper() + found[0][1:])
    for found in table.capital_nationality.finditer(prose):
        yield _departure("capital-nationality", found, found[0].lower())


def _apostrophes(prose: str, table: TypographyTable) -> Iterator[Departure]:
    if "'" in prose or "‘" in prose:
        for found in table.apostrophe.finditer(prose):
            yield _departure("apostrophe", found, "’", straight=True)
        for found in table.wrong_elision.finditer(prose):
            yield _departure("apostrophe", found, "’", straight=found[0] == "'")
    for found in table.without_apostrophe.finditer(prose):
        yield _departure("apostrophe", found, table.words[found[0]])


def decimal_departures(prose: str, locale: str, source: str, source_locale: str) -> Iterator[Departure]:
    """Yield the figures left as the source language writes them: 2.5 km in Dutch, 1,234 people in Russian.

    What may be a version, or the number of a chapter, is left alone.
    """
    if not _NUMBER_WITH_SIGN.search(source):
        return
    ours, theirs = separators(source_locale), separators(locale)
    if ours is None or theirs is None or (ours.decimal == theirs.decimal and ours.groups <= theirs.groups):
        return
    said = _quantities(source, source_locale)
    table = fact_table(locale)
    for number in read_facts(prose, locale).numbers:
        figures = figures_of(number)
        if not said.get(figures) or number.in_date:
            continue
        # of gcc 4.9 and 4.9 kg in one text, the quantity
        is_sure = all(said[figures]) or (any(said[figures]) and is_quantity(prose, number, table))
        wanted, signed = rewritten(figures, ours, theirs), number.text[0] in MINUS
        if wanted != figures and is_sure:
            yield Departure(
                rule="decimal-separator",
                start=number.start + signed,
                end=number.start + signed + len(figures),
                replacement=wanted,
                message=f"“{figures}”: {locale} writes “{wanted}”",
            )


def _quantities(source: str, locale: str) -> Mapping[str, list[bool]]:
    """Return the figures of a source that have a sign in them, and whether each time they surely are a quantity."""
    table, found = fact_table(locale), defaultdict[str, list[bool]](list)
    numbers = read_facts(source, locale).numbers
    are_quantities = [not number.in_date and is_quantity(source, number, table) for number in numbers]
    for at in range(len(numbers) - 2, -1, -1):  # 2.5-3.5 million, $2.5-3.5
        one, other = numbers[at], numbers[at + 1]
        if are_quantities[at] != are_quantities[at + 1] and are_linked(source, one, other, table):
            are_quantities[at] = are_quantities[at] or not one.in_date
            are_quantities[at + 1] = are_quantities[at + 1] or (bool(one.currency) and not other.in_date)
    for number, is_one in zip(numbers, are_quantities, strict=True):
        if _NUMBER_WITH_SIGN.search(figures := figures_of(number)):
            found[figures].append(is_one)
    return found
