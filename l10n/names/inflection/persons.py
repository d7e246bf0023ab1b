"""The six cases of a person's name, word by word, with all the forms that usage or another rule gives.

Of several forms of a case the first is the one to write; the others are right as well, and are recognised.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice, product

from l10n.languages.grammar import SIX_CASES, Gender
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.ru import petrovich
from l10n.languages.tags import language_subtag
from l10n.names.inflection.person_rules import PETROVICH, STAYS, Paradigm, PersonRules, WordRule, person_rules
from l10n.names.registry.entries import NameEntry
from l10n.names.text.folding import fold_form

# for each of the six cases the forms it may have, the one to write first
Cases = tuple[tuple[str, ...], ...]

_WORD = re.compile(r"[\w’'-]+")
_NATIVE_END = 2  # letters
_MOST_WAYS = 24  # in which the forms of the words of one name are combined
UNKNOWN = "und"  # the language of a name of which only its letters are known (BCP 47)
_PETROVICH_PARTS = {"surname": petrovich.SURNAME, "patronymic": petrovich.PATRONYMIC}


class Role(StrEnum):
    """What a word is in the name of a person."""

    GIVEN = "given"
    MIDDLE = "middle"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whose name it is, as far as that decides how it is declined; `locale` is that of the text.

    `foreign`: the surname is none of the Russian kind; `spelled`: it has a Slavic suffix in its own language;
    `native` is how the name ends in its own language; `last_only`: of several words only the last one changes.
    """

    locale: str
    gender: Gender
    language: str
    foreign: bool = False
    spelled: bool = False
    native: str = ""
    last_only: bool = False


def bearer_of(entry: NameEntry, form: str, gender: Gender, locale: str) -> Bearer:
    """Return what `language` and `native` of an entry say of the bearer of `form`, one of its forms in `locale`."""
    rules = person_rules(locale)
    language = language_subtag(entry.language)
    words = form.casefold().split() or [""]
    is_short = len(words) == rules.short_words and all(len(word) <= rules.short_letters for word in words)
    is_told = language not in rules.russian and language != UNKNOWN
    return Bearer(
        locale=locale,
        gender=gender,
        language=language,
        foreign=language not in rules.russian and words[0] not in rules.given,
        spelled=entry.native.casefold().endswith(rules.spelled),
        native=entry.native.casefold()[-_NATIVE_END:],
        last_only=language in rules.last_only or (is_short and not is_told and words[0] not in rules.given),
    )


def person_cases(words: Sequence[tuple[Role, str]], bearer: Bearer) -> Cases:
    """Return the six cases of a person's name, given as words with their roles."""
    columns = []
    for place, (role, word) in enumerate(words):
        is_last = place == len(words) - 1
        forms = _cases_of_word(word, role, bearer)
        if bearer.last_only and not is_last:
            forms = _merged([_unchanged(word), forms])
        columns.append(forms)
    return _joined(" ", columns)


def plural_cases(surname: str, locale: str) -> tuple[str, ...]:
    """Return the six cases of the plural of a surname (Ивановы, Ивановых); nothing where it has none of its own."""
    for rule in person_rules(locale).plurals:
        if surname.casefold().endswith(rule.endings):
            return tuple(_with_ending(surname, rule.remove, ending) for ending in rule.forms)
    return ()


def group_cases(name: str, locale: str) -> tuple[str, ...] | None:
    """Return the six cases of a name of several people: братья Стругацкие, Ивановы; None for any other name."""
    rules = person_rules(locale)
    words = name.split()
    if not words:
        return None
    group = next((forms for forms in rules.groups.values() if forms[0] == words[0].casefold()), None)
    if group is None and (len(words) > 1 or _plural_name(words[0], rules) is None):
        return None
    head = [tuple(_in_case_of(words[0], form) for form in group)] if group else []
    rest = [_plural_name(word, rules) or (word,) * len(SIX_CASES) for word in words[len(head) :]]
    return tuple(" ".join(forms) for forms in zip(*head, *rest, strict=True))


def bases_of(surname: str, locale: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return a surname as a man bears it and as a woman does, in lower case: Иванов and Иванова for either."""
    folded = surname.casefold()
    pairs = [(her, his) for her, endings in person_rules(locale).counterparts.items() for his in endings]
    of_hers = max((her for her, _ in pairs if folded.endswith(her)), key=len, default="")
    of_his = max((his for _, his in pairs if folded.endswith(his)), key=len, default="")
    men = {folded.removesuffix(her) + his for her, his in pairs if her == of_hers}
    women = {folded.removesuffix(his) + her for her, his in pairs if his == of_his}
    return frozenset(men or {folded}), frozenset(women or {folded})


@lru_cache(maxsize=4_000)
def family_forms(word: str, locale: str, gender: Gender | None = None) -> frozenset[str]:
    """Return every form a surname has in any paradigm, folded, in lower case: of a man, a woman, several people.

    With a `gender` only those of a man, or of a woman. A word that is one of these is no misspelling of the surname.
    """
    his, hers = bases_of(word, locale)
    found: set[str] = set()
    for one, bases in ((Gender.MALE, his), (Gender.FEMALE, hers)):
        if gender in (one, None):
            found |= {form for base in bases for form in _all_forms(base, one, locale)}
    if gender is None:
        found |= {form for base in his for form in plural_cases(base, locale)}
    return frozenset(fold_form(form).casefold() for form in found)


def has_family_form(text: str, name: str, locale: str) -> bool:
    """Tell whether a capitalised word of `text` is a form of the surname that ends `name`, whoever bears it."""
    family = family_forms(name.rsplit(maxsplit=1)[-1], locale)
    words = (word for word in _WORD.findall(text) if word[0].isupper())
    return any(fold_form(word).casefold() in family for word in words)


def _all_forms(base: str, gender: Gender, locale: str) -> Iterable[str]:
    bearers = (
        Bearer(locale=locale, gender=gender, language="", foreign=foreign) for foreign in (False, True)
    )
    cases = (_cases_of_word(_capitalised(base), Role.SURNAME, bearer) for bearer in bearers)
    return {form for some in cases for forms in some for form in forms}


def roles_of(text: str, role: Role, locale: str) -> list[tuple[Role, str]]:
    """Return the words of a part of a name with their roles: of a surname only the last word is one for sure."""
    words = text.split()
    if role is Role.PATRONYMIC and not text.casefold().endswith(person_rules(locale).patronymics):
        role = Role.MIDDLE
    last = len(words) - 1
    return [
        (Role.MIDDLE if role is Role.SURNAME and place < last else role, word)
        for place, word in enumerate(words)
    ]


@lru_cache(maxsize=65_536)  # a word is asked for in several parts, a given name by many persons
def _cases_of_word(word: str, role: Role, bearer: Bearer) -> Cases:
    rules = person_rules(bearer.locale)
    particles = {Role.GIVEN: rules.first_particles, Role.MIDDLE: rules.particles}.get(role, frozenset())
    is_particle = not bearer.last_only and word.casefold() in particles
    if word.islower() or is_particle or not _has_letter_of(word, bearer.locale):
        return _unchanged(word)
    *first, last = word.split("-")
    columns = [_cases_before_hyphen(part, role, bearer, rules) for part in first]
    return _joined("-", [*columns, _cases_of_part(last, role, bearer, rules)])


def _cases_before_hyphen(part: str, role: Role, bearer: Bearer, rules: PersonRules) -> Cases:
    """Return the cases of a part that another follows behind a hyphen: in most names, it may also stay."""
    folded = part.casefold()
    if not part or part.islower() or folded in rules.stay:
        return _unchanged(part)
    declined = _cases_of_part(part, role, bearer, rules)
    if role is Role.SURNAME and folded.endswith(rules.change) and folded not in rules.either:
        return declined
    stays_rather = (bearer.foreign and role is Role.SURNAME) or folded in rules.either
    return _merged([_unchanged(part), declined] if stays_rather else [declined, _unchanged(part)])


def _cases_of_part(part: str, role: Role, bearer: Bearer, rules: PersonRules) -> Cases:
    if not part or part.islower():
        return _unchanged(part)
    if role is not Role.MIDDLE:
        return _by_rule(part, role, bearer, rules)
    folded = part.casefold()
    is_surname = (
        folded.endswith(tuple(inflection_of(bearer.locale).surname_endings)) and folded not in rules.lone
    )
    ways = [_by_rule(part, other, bearer, rules) for other in (Role.MIDDLE, Role.SURNAME)]
    return _merged([*(reversed(ways) if is_surname else ways), _unchanged(part)])


def _by_rule(part: str, role: Role, bearer: Bearer, rules: PersonRules) -> Cases:
    folded = part.casefold()
    rule = next((rule for rule in rules.rules if _fits(rule, folded, role, bearer)), None)
    names = rule.paradigms if rule else (PETROVICH,)
    return _merged([_in_paradigm(part, name, role, bearer, rules) for name in names])


def _fits(rule: WordRule, folded: str, role: Role, bearer: Bearer) -> bool:
    return (
        role in rule.roles
        and (not rule.genders or bearer.gender in rule.genders)
        and (folded in rule.words or folded.endswith(rule.endings))
        and (not rule.languages or bearer.language in rule.languages)
        and (not rule.native_endings or bearer.native.endswith(rule.native_endings))
        and rule.foreign in (None, bearer.foreign)
        and rule.spelled in (None, bearer.spelled)
    )


def _in_paradigm(part: str, name: str, role: Role, bearer: Bearer, rules: PersonRules) -> Cases:
    if name == STAYS:
        return _unchanged(part)
    if name == PETROVICH:
        kind = _PETROVICH_PARTS.get(role, petrovich.GIVEN)
        forms = petrovich.six_cases(part.lower() if part.isupper() else part, kind, bearer.gender)
        return tuple((_in_case_of(part, form),) for form in forms)
    paradigm: Paradigm = rules.paradigms[name]
    if not part.casefold().endswith(paradigm.forms[0][0]):  # another paradigm of the rule is for this ending
        return ((),) * len(SIX_CASES)
    return tuple(
        tuple(_with_ending(part, paradigm.remove, ending) for ending in endings) for endings in paradigm.forms
    )


def _plural_name(word: str, rules: PersonRules) -> tuple[str, ...] | None:
    for rule in rules.plural_names:
        if word.casefold().endswith(rule.endings):
            return tuple(_with_ending(word, rule.remove, ending) for ending in rule.forms)
    return None


def _with_ending(word: str, remove: int, ending: str) -> str:
    return word[: len(word) - remove] + (ending.upper() if _is_in_capitals(word) else ending)


def _in_case_of(word: str, form: str) -> str:
    """Return `form` in capitals where `word` is, with a capital where it has one."""
    if _is_in_capitals(word):
        return form.upper()
    return form[:1].upper() + form[1:] if word[:1].isupper() else form


def _capitalised(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def _is_in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _unchanged(word: str) -> Cases:
    return ((word,),) * len(SIX_CASES)


def _merged(ways: Iterable[Cases]) -> Cases:
    """Return for each case the forms of all ways to decline a word, each once."""
    return tuple(
        tuple(dict.fromkeys(form for some in column for form in some)) for column in zip(*ways, strict=True)
    )


def _joined(separator: str, columns: Sequence[Cases]) -> Cases:
    if len(columns) == 1:
        return columns[0]
    return tuple(
        tuple(separator.join(words) for words in islice(product(*forms), _MOST_WAYS))
        for forms in zip(*columns, strict=True)
    )


def _has_letter_of(text: str, locale: str) -> bool:
    alphabet = inflection_of(locale).alphabet
    return any(letter in alphabet for letter in text.casefold())
