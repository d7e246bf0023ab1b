"""Which rule of a language fits the end of a word, and the forms it gives."""

from functools import cache, lru_cache

from l10n.languages.grammar import Case, Gender
from l10n.languages.inflection_rules import Ending, InflectionRules, inflection_of


def with_endings(phrase: str, rule: Ending) -> tuple[tuple[Case, str], ...]:
    """Return the forms `rule` gives to `phrase`, each with its case."""
    stem = phrase[: len(phrase) - rule.remove]
    return tuple((case, stem + ending) for case, texts in rule.forms.items() for ending in texts)


def ending_of(phrase: str, gender: Gender | None, language: InflectionRules) -> Ending | None:
    """Return the first rule of the language that fits the end of `phrase`."""
    words = phrase.split()
    number = ending_number(words[-1], gender, language) if words else None
    return None if number is None else language.endings[number]


def ending_number(word: str, gender: Gender | None, language: InflectionRules) -> int | None:
    """Return which of the rules of the language is the first that fits the end of `word`."""
    return _number_of(word, gender if _has_genders(language.locale) else None, language.locale)


@cache
def _has_genders(locale: str) -> bool:
    return any(rule.genders for rule in inflection_of(locale).endings)


@lru_cache(maxsize=65_536)  # a surname is asked for in several parts, a given name by many persons
def _number_of(word: str, gender: Gender | None, locale: str) -> int | None:
    letters = word if word.isalpha() else "".join(letter for letter in word if letter.isalpha())
    acronym = len(letters) > 1 and letters.isupper()
    ending = word if acronym else word.casefold()
    for number, rule in enumerate(inflection_of(locale).endings):
        if rule.acronym and not acronym:
            continue
        if rule.genders and gender not in rule.genders:
            continue
        if ending.endswith(rule.endings):
            return number
    return None
