"""Are the numbers, times, dates, units and currencies of the source those of its translation?"""

from collections.abc import Iterable, Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Slip, of_translations
from l10n.languages.language import Capability
from l10n.model import Severity


def _compare(pair: Pair, subject: Subject) -> Iterator[Slip]:
    from l10n.checks.comparison.fact_comparison import compare_facts

    for slip in compare_facts(pair.source_prose, pair.target_prose, subject.source_locale, subject.locale):
        # “1 file” is “%d файл” in another language: what one form counts is the business of the program
        if pair.message.msgid_plural is None or slip.code != "number-mismatch":
            yield slip


_pairs = of_translations(_compare)


def _check(
    code: str,
    description: str,
    authority: str,
    passing: Iterable[tuple[str, str, str]],
    failing: Iterable[tuple[str, str, str]],
) -> Check:
    return Check(
        code=code,
        severity=Severity.ERROR,
        description=description,
        authority=authority,
        find=_pairs(code),
        passing=tuple(Example(source=source, msgstr=text, locale=locale) for source, locale, text in passing),
        failing=tuple(Example(source=source, msgstr=text, locale=locale) for source, locale, text in failing),
        needs=_NEEDS.get(code),
    )


_REVISION = "ISO 17100:2015, 5.3.1 e: formatting of numbers, dates and units; l10n/languages/*/facts.toml"

_NEEDS = {
    "date-mismatch": Capability.DATES,
    "unit-mismatch": Capability.UNITS,
    "currency-mismatch": Capability.UNITS,
}

CHECKS = (
    _check(
        "number-mismatch",
        "A number in the translation differs from the source, or is missing.",
        _REVISION,
        passing=(
            ("It has 1,234.5 parts.", "nl", "Het heeft 1.234,5 onderdelen."),
            ("It has 1,234.5 parts.", "ru", "В нём 1 234,5 части."),
            ("Three men, 2 million stars.", "ru", "Трое мужчин, два миллиона звёзд."),
            ("The 21st century.", "ru", "XXI век."),
            ("In 1963, and in the 1990s.", "nl", "In ’63, en in de jaren 90."),
            ("From 5 to 10 of the 16 crew.", "nl", "5–10 van de zestien bemanningsleden."),
            ("A 3-day trip for both.", "nl", "Een driedaagse reis voor twee."),
            ("It fell to −5 °C.", "ru", "Температура упала до –5 °C."),
            ("It fell to -5 °C.", "nl", "Het daalde tot vijf graden onder nul, 5 °C vorst."),
            ("Pages 3–5, and 10 - 15 more.", "nl", "Pagina’s 3-5, en 10 -15 meer."),
            ("An A-5 of UTC−5.", "ru", "А-5 по UTC-5."),
        ),
        failing=(
            ("It has 430 parts.", "nl", "Het heeft 420 onderdelen."),
            ("It has 430 parts.", "nl", "Het heeft onderdelen."),
            ("It has 1,234 parts.", "ru", "В нём 1243 части."),
            ("Three men came.", "ru", "Пришли четверо мужчин."),
            ("2 billion stars.", "nl", "2 biljoen sterren."),
            ("It fell to −5 °C.", "ru", "Температура упала до 5 °C."),
            ("The account is at -5.", "nl", "De rekening staat op 5."),
            ("It is 5 °C outside.", "nl", "Het is buiten −5 °C."),
        ),
    ),
    _check(
        "time-mismatch",
        "A clock time in the translation differs from the source, or is written the English way.",
        _REVISION,
        passing=(
            ("At 2.15 pm they land.", "nl", "Om 14.15 uur landen ze."),
            ("At 2:15 p.m. they land.", "ru", "В 14:15 они сядут."),
            ("At 8 pm they land.", "ru", "Они сядут в 8 часов вечера."),
            ("At 14:15 they land.", "en", "They land at 2:15 p.m."),
        ),
        failing=(
            ("At 2.15 pm they land.", "nl", "Om 2.15 uur landen ze."),
            ("At 2.15 pm they land.", "nl", "Om 2.15 pm landen ze."),
            ("At 2:15 p.m. they land.", "ru", "В 15:15 они сядут."),
        ),
    ),
    _check(
        "date-mismatch",
        "A date in the translation differs from the source.",
        _REVISION,
        passing=(
            ("On October 5, 2021 it flew.", "nl", "Op 5 oktober 2021 vloog hij."),
            ("On October 5, 2021 it flew.", "ru", "Он взлетел 05.10.2021."),
            ("It may fly on Monday.", "nl", "Mogelijk vliegt hij maandagavond."),
        ),
        failing=(
            ("On October 5, 2021 it flew.", "nl", "Op 6 oktober 2021 vloog hij."),
            ("On October 5, 2021 it flew.", "ru", "Он взлетел 5 ноября 2021 года."),
            ("It flies on Monday.", "ru", "Он летит во вторник."),
        ),
    ),
    _check(
        "unit-mismatch",
        "A quantity has a different unit than in the source, without conversion.",
        "BIPM, The International System of Units, 9th edition; l10n/languages/root/units.toml",
        passing=(
            ("It is 10 miles away.", "nl", "Het is 16 kilometer ver."),
            ("It is 50 °F outside.", "ru", "На улице 10 °C."),
            ("It is 430 km (267 miles) up.", "nl", "Het hangt op 430 kilometer."),
        ),
        failing=(
            ("It is 10 miles away.", "nl", "Het is 10 kilometer ver."),
            ("It is 10 miles away.", "nl", "Het is 30 kilometer ver."),
            ("It weighs 5 pounds.", "ru", "Он весит 5 килограммов."),
            ("7% of them agree.", "nl", "7 van hen zijn het eens."),
        ),
    ),
    _check(
        "currency-mismatch",
        "An amount has a different currency than in the source.",
        "ISO 4217; l10n/languages/*/facts.toml",
        passing=(
            ("It costs $5 million.", "nl", "Het kost 5 miljoen dollar."),
            ("It costs €20.", "ru", "Это стоит 20 евро."),
        ),
        failing=(
            ("It costs $5 million.", "nl", "Het kost 5 miljoen euro."),
            ("It costs €20.", "ru", "Это стоит 20 рублей."),
        ),
    ),
)
