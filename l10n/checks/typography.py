"""Is a text set as its language is set? Rules and samples are in l10n/languages/*/typography.toml."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.masking import masked
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Prose, Slip, of_prose, of_translations
from l10n.languages.language import Capability
from l10n.model import Edit, Severity

if TYPE_CHECKING:
    from l10n.conventions.departure import Departure

_TASTE = frozenset({"no-break-space", "ellipsis"})
_SAFE = frozenset({"no-break-space", "quotation-marks", "space-before-punctuation"})
_IN_WORDS = frozenset({"space-before-punctuation", "punctuation-mark"})
_LONGEST_NAME = 60
_BLANKS = " \u00a0\u202f"
_QUOTE = re.compile('["“”„«»「」]')
_PLAIN_BLANK = re.compile(r"\d [^\W\d_]")


def _lint(prose: Prose) -> Iterator[Slip]:
    from l10n.conventions.quotation import is_unpaired
    from l10n.conventions.typography import departures

    in_source = cache(prose.other.__contains__)
    for found in departures(prose.prose, prose.language, prose.quotation_marks):
        # where the lines of a source break is nobody's concern: its translations are what is printed
        if found.rule == "no-break-space" and not prose.other:
            continue
        # a quotation may go on in the next text: it does where it does in the source
        if found.is_unpaired and prose.other and is_unpaired(masked(prose.other)):
            continue
        if not _is_quoted_from_source(found, prose, in_source):
            yield _slip(_as_safe(found, prose), _severity(found, prose, in_source))


def _is_quoted_from_source(found: "Departure", prose: Prose, in_source: Callable[[str], bool]) -> bool:
    """Tell whether a mark belongs to a name that the source has within a sentence: Yahoo! is."""
    if found.rule not in _IN_WORDS or not prose.other:
        return False
    before = prose.text[max(0, found.start - _LONGEST_NAME) : found.start]
    words = before[max(map(before.rfind, _BLANKS)) + 1 :] + prose.text[found.start : found.start + 1]
    if not any(map(str.isalpha, words)) or not in_source(words):
        return False
    behind = prose.other.find(words) + len(words)
    return prose.other[behind : behind + 1] == " " and prose.other[behind + 1 : behind + 2].islower()


def _as_safe(found: "Departure", prose: Prose) -> "Departure":
    """Return a departure without what `--fix` would do where the source has plain blanks in its quantities, too."""
    if found.rule == "no-break-space" and prose.text[found.start - 1 : found.start].isdecimal():
        return replace(found, replacement=None) if _PLAIN_BLANK.search(prose.other) else found
    return found


def _severity(found: "Departure", prose: Prose, in_source: Callable[[str], bool]) -> Severity:
    """Return how bad it is: what the source writes with a typewriter's signs, too, is a matter of taste."""
    if found.rule in _TASTE or found.is_taste or not prose.other:
        return Severity.INFO
    if found.rule == "apostrophe" and found.straight:
        return Severity.INFO
    if found.is_unpaired and (found.may_go_on or not _QUOTE.search(prose.other)):
        return Severity.INFO
    if found.is_unpaired:
        return Severity.WARNING
    if found.rule == "quotation-marks" and '"' in prose.prose and _is_straight(prose):
        return Severity.INFO
    written = prose.text[found.start : found.end]
    alike: tuple[str, ...]
    match found.rule:
        case "space-before-punctuation":
            alike = (prose.text[found.start : found.end + 1],) if written else ()
        case "dash":
            alike = (f" {written} ",)
        case _:
            alike = ('"', "'") if found.straight else ()
    return Severity.INFO if any(map(in_source, alike)) else Severity.WARNING


def _is_straight(prose: Prose) -> bool:
    """Tell whether the source of a text quotes with straight marks: it does, or has none and the others do."""
    return '"' in masked(prose.other) or (prose.is_straight and not _QUOTE.search(prose.other))


def _slip(found: "Departure", severity: Severity) -> Slip:
    edit = None
    if found.replacement is not None:
        edit = Edit(start=found.start, end=found.end, replacement=found.replacement)
    return Slip(
        code=found.rule, message=found.message, start=found.start, severity=severity, hint="", edit=edit
    )


def _decimals(pair: Pair, subject: Subject) -> Iterator[Slip]:
    from l10n.conventions.typography import decimal_departures

    found = decimal_departures(pair.target_prose, subject.locale, pair.source_prose, subject.source_locale)
    return (_slip(departure, Severity.WARNING) for departure in found)


_prose = of_prose(_lint)
_IN_ANY_LANGUAGE = frozenset({"space-before-punctuation", "decimal-separator"})
_MAN = "l10n/languages/*/typography.toml, each with its authority"


def _example(source: str, locale: str, msgstr: str) -> Example:
    return Example(source=source, msgstr=msgstr, locale=locale)


def _check(
    code: str,
    severity: Severity,
    description: str,
    passing: tuple[tuple[str, str, str], ...],
    failing: tuple[tuple[str, str, str], ...],
) -> Check:
    return Check(
        code=code,
        severity=severity,
        description=description,
        authority=_MAN,
        find=of_translations(_decimals)(code) if code == "decimal-separator" else _prose(code),
        passing=tuple(_example(*texts) for texts in passing),
        is_safe=code in _SAFE,
        needs=None if code in _IN_ANY_LANGUAGE else Capability.TYPOGRAPHY,
        failing=tuple(_example(*texts) for texts in failing),
    )


CHECKS = (
    _check(
        "quotation-marks",
        Severity.WARNING,
        "Quotation marks are not those of the language, or one has no partner.",
        passing=(
            ("He said “yes”.", "nl", "Hij zei “ja”."),
            ("He said “yes”.", "ru", "Он сказал: «Да»."),
            ("“The film ‘Hell’ is out,” he says.", "ru", "«Фильм „Ад“ вышел», — говорит он."),
            ("A 5 inch screen.", "nl", 'Een scherm van 5".'),
        ),
        failing=(
            ("He said “yes”.", "nl", 'Hij zei "ja".'),
            ("He said “yes”.", "nl", "Hij zei „ja”."),
            ("He said “yes”.", "ru", "Он сказал: “Да”."),
            ("He said “yes”.", "en", "He said “yes."),
            ("He said “yes”.", "ru", "«Он сказал: «Да»»."),
        ),
    ),
    _check(
        "dash",
        Severity.WARNING,
        "A hyphen is used as a dash, or Russian direct speech lacks its dash.",
        passing=(
            ("A well-known man, 5-10 years.", "nl", "Een zee-egel van 5-10 jaar."),
            ("“Yes,” he said.", "ru", "«Да», — сказал он."),
            ("“Hell” and “Dawn” are out.", "ru", "Вышли «Ад», «Заря» и другие."),
        ),
        failing=(
            ("A rocket is fast.", "ru", "Ракета - это быстро."),
            ("“Yes,” he said.", "ru", "«Да», сказал он."),
            ("Yes, he said.", "ru", "- Да, — сказал он."),
            ("It flew, at last, home.", "nl", "Hij vloog - eindelijk - naar huis."),
        ),
    ),
    _check(
        "ellipsis",
        Severity.INFO,
        "Three full stops are used as an ellipsis.",
        passing=(("Wait…", "nl", "Wacht…"), ("Wait…", "ru", "Подождите…")),
        failing=(("Wait…", "nl", "Wacht..."), ("Wait…", "ru", "Подождите...")),
    ),
    _check(
        "space-before-punctuation",
        Severity.WARNING,
        "A space precedes a punctuation mark, or is missing where the language has one.",
        passing=(
            ("It flies, far.", "nl", "Hij vliegt, ver."),
            ("It ... flies.", "nl", "Hij ... vliegt."),
            ("Does it fly?", "fr", "Vole-t-il\u202f?"),
            ("Does it fly?", "fr_CA", "Vole-t-il?"),
            ("Yahoo! is there.", "fr", "Yahoo! est là."),
            ("They won 3–0.", "nl", "Het werd 3 : 0."),
        ),
        failing=(
            ("It flies, far.", "nl", "Hij vliegt , ver."),
            ("Does it fly?", "ru", "Он летит ?"),
            ("It flies , far.", "nl", "Hij vliegt, ver."),
            ("Does it fly?", "fr", "Vole-t-il?"),
        ),
    ),
    _check(
        "punctuation-mark",
        Severity.WARNING,
        "A punctuation mark is that of another language, or a question has nothing that opens it.",
        passing=(
            ("Who, where?", "ar", "من، أين؟"),
            ("Who is it?", "el", "Ποιος είναι;"),
            ("Who is it?", "es", "¿Quién es?"),
            ("Use Python, please.", "ar", "استخدم Python, Java."),
        ),
        failing=(
            ("Who, where?", "ar", "من, أين؟"),
            ("Who is it?", "el", "Ποιος είναι?"),
            ("Who is it?", "es", "Quién es?"),
        ),
    ),
    _check(
        "no-break-space",
        Severity.INFO,
        "A line may break between a figure and its unit, or between initials and a surname.",
        passing=(
            ("It is 5\u00a0km.", "nl", "Het is 5\u00a0km."),
            ("It is 5 kilometers.", "ru", "Это 5 километров."),
        ),
        failing=(
            ("It is 5\u00a0km.", "nl", "Het is 5 km."),
            ("By A.\u00a0S. Pushkin.", "ru", "Автор — А. С. Пушкин."),
            ("House 5.", "ru", "Дом № 5."),
        ),
    ),
    _check(
        "decimal-separator",
        Severity.WARNING,
        "A figure has the decimal or thousands sign of the source language.",
        passing=(
            ("It is 2.5 km.", "nl", "Het is 2,5\u00a0km."),
            ("Python 3.11 is out.", "nl", "Python 3.11 is uit."),
            ("It is version 2.5 now.", "ru", "Сейчас это версия 2.5 программы."),
        ),
        failing=(
            ("It is 2.5 km.", "nl", "Het is 2.5\u00a0km."),
            ("It has 1,234 parts.", "nl", "Het heeft 1,234 onderdelen."),
            ("It costs 2.5 million euros.", "ru", "Это стоит 2.5\u00a0млн евро."),
        ),
    ),
    _check(
        "capital-nationality",
        Severity.WARNING,
        "A nationality lacks a capital that the language requires, or has one that it does not use.",
        passing=(
            ("A Russian actress.", "nl", "Een Russische actrice."),
            ("A Russian actress.", "ru", "Это российская актриса."),
            ("The Russian Academy.", "ru", "Это Российская академия наук."),
            ("Russians fly.", "ru", "Русские летают."),
        ),
        failing=(
            ("A Russian actress.", "nl", "Een russische actrice."),
            ("Three Americans.", "ru", "Там трое Американцев."),
            ("A Russian actress.", "ru", "Это Российская актриса."),
            ("A Russian actress.", "en", "A russian actress."),
        ),
    ),
    _check(
        "apostrophe",
        Severity.WARNING,
        "An apostrophe is missing, straight, or turned the wrong way.",
        passing=(
            ("In the evening.", "nl", "’s Avonds zijn er foto’s."),
            ("It’s late in the ’60s.", "en", "It’s late in the ’60s."),
        ),
        failing=(
            ("In the evening.", "nl", "‘s Avonds."),
            ("There are photos.", "nl", "Er zijn fotos."),
            ("It’s late.", "en", "It's late."),
        ),
    ),
)
