"""The forms a name takes in a sentence: Russian cases, Dutch and English possessives and plurals.

Forms are generated, from the registry and from rules; running text is never lemmatised.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from l10n.names import petrovich
from l10n.names.endings import ending_of, with_endings
from l10n.names.entries import Gender, Kind, NameEntry
from l10n.names.language import SIX_CASES, Case, Language, language_of
from l10n.names.toponyms import place_cases


class Part(StrEnum):
    """How much of a name is written; all but FULL are of persons only."""

    FULL = "full"
    WITH_PATRONYMIC = "full with patronymic"
    GIVEN_AND_PATRONYMIC = "given name and patronymic"
    GIVEN = "given name"
    SURNAME = "surname"


class _Role(StrEnum):
    GIVEN = "given name"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"
    WHOLE = "whole"


_ROLES: Mapping[Part, tuple[_Role, ...]] = {
    Part.FULL: (_Role.GIVEN, _Role.SURNAME),
    Part.WITH_PATRONYMIC: (_Role.GIVEN, _Role.PATRONYMIC, _Role.SURNAME),
    Part.GIVEN_AND_PATRONYMIC: (_Role.GIVEN, _Role.PATRONYMIC),
    Part.GIVEN: (_Role.GIVEN,),
    Part.SURNAME: (_Role.SURNAME,),
}
_WORDS_WITH_PATRONYMIC = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """All surface forms of `form`, the name or the part of it that was asked for.

    `surfaces` pairs each surface with its case; of several surfaces of one case the first is the one to write,
    the others are only recognised. A case that is not there is not known.
    """

    form: str
    surfaces: tuple[tuple[Case, str], ...]

    def written(self, case: Case) -> str | None:
        """Return the surface that is written in `case`, or None when it is not known."""
        return next((surface for known, surface in self.surfaces if known is case), None)

    def cases(self) -> dict[str, tuple[Case, ...]]:
        """Return each different surface with the cases it may stand for."""
        found: dict[str, tuple[Case, ...]] = {}
        for case, surface in self.surfaces:
            found[surface] = (*found.get(surface, ()), case)
        return found


def parts_of(form: str, entry: NameEntry) -> tuple[Part, ...]:
    """Return the parts of `entry` that its form `form` can be written in, the longest first.

    Only persons have parts: the first word is the given name and the rest the surname; when the native form and
    this one have three words, the second is a patronymic. A single word is FULL.
    """
    roles = {role for role, _ in _divide(form, entry)}
    return tuple(
        part
        for part in (Part.WITH_PATRONYMIC, Part.FULL, Part.GIVEN_AND_PATRONYMIC, Part.GIVEN, Part.SURNAME)
        if roles.issuperset(_ROLES[part]) or (part is Part.FULL and _Role.WHOLE in roles)
    )


def forms(form: str, entry: NameEntry, locale: str, part: Part | None = None) -> Forms:
    """Return the surfaces of `form`, one of the forms of `entry` in `locale`, whole or of one `part` of it.

    A patronymic that the form does not have is left out. `cases` of the registry beat `indeclinable`, which
    beats the rules. Where no rule fits, only the form itself is known: as nominative where the language has
    cases, as plain form elsewhere.
    """
    language = language_of(locale)
    pieces = _divide(form, entry)
    if part is not None and _Role.WHOLE not in {role for role, _ in pieces}:
        pieces = tuple((role, text) for role, text in pieces if role in _ROLES[part])
    phrase = " ".join(text for _, text in pieces)
    if language.declines:
        return Forms(form=phrase, surfaces=_declined(form, pieces, entry, locale))
    return Forms(form=phrase, surfaces=((Case.PLAIN, phrase), *_suffixed(phrase, entry.gender, language)))


def decline(name: str, locale: str, *, kind: Kind | None, gender: Gender | None) -> Mapping[Case, str | None]:
    """Return the case forms of a name that no registry knows, None for those no rule tells.

    Without `kind` a name with a gender is a person's, one without is a place. A person's gender is told by the
    patronymic or the given name where it is not given. A locale without cases gives an empty mapping.
    """
    if not language_of(locale).declines:
        return {}
    kind = kind or (Kind.PERSON if gender else Kind.PLACE)
    if kind is Kind.PERSON and gender is None:
        gender = _gender_of_person(name)
    entry = NameEntry(id="", kind=kind, native=name, language=locale, because="", gender=gender)
    found = _forms_of_person(name, entry, locale) if kind is Kind.PERSON else forms(name, entry, locale)
    return {case: found.written(case) for case in SIX_CASES}


def _forms_of_person(name: str, entry: NameEntry, locale: str) -> Forms:
    """Return the forms of a person's name; a single word is a surname if it ends like one."""
    if len(name.split()) > 1 or not name.casefold().endswith(tuple(language_of(locale).surname_endings)):
        return forms(name, entry, locale)
    pieces = ((_Role.SURNAME, name),)
    return Forms(form=name, surfaces=_declined(name, pieces, entry, locale))


def _gender_of_person(name: str) -> Gender | None:
    from pytrovich.detector import PetrovichGenderDetector
    from pytrovich.enums import Gender as PetrovichGender

    words = name.split()
    if len(words) == 1:
        return None
    middle = words[1] if len(words) == _WORDS_WITH_PATRONYMIC else None
    detector = PetrovichGenderDetector()
    found = detector.detect(firstname=words[0], middlename=middle)  # type: ignore[no-untyped-call]
    return {PetrovichGender.MALE: Gender.MALE, PetrovichGender.FEMALE: Gender.FEMALE}.get(found)


def possessives(phrase: str, locale: str) -> tuple[str, ...]:
    """Return the possessives of any `phrase` by the rules of `locale`; none where the language has cases."""
    language = language_of(locale)
    if language.declines:
        return ()
    return tuple(text for case, text in _suffixed(phrase, None, language) if case is Case.POSSESSIVE)


def _divide(form: str, entry: NameEntry) -> tuple[tuple[_Role, str], ...]:
    words = form.split()
    if entry.kind is not Kind.PERSON or len(words) < 2:
        return ((_Role.WHOLE, form),)
    if len(words) == len(entry.native.split()) == _WORDS_WITH_PATRONYMIC:
        return tuple(zip((_Role.GIVEN, _Role.PATRONYMIC, _Role.SURNAME), words, strict=True))
    return ((_Role.GIVEN, words[0]), (_Role.SURNAME, " ".join(words[1:])))


def _declined(
    form: str, pieces: tuple[tuple[_Role, str], ...], entry: NameEntry, locale: str
) -> tuple[tuple[Case, str], ...]:
    language = language_of(locale)
    known = entry.locales.get(locale)
    phrase = " ".join(text for _, text in pieces)
    if known and form in known.cases:
        return tuple(zip(SIX_CASES, _cases_of_pieces(known.cases[form], pieces, entry), strict=True))
    if (known and known.indeclinable) or not _has_letter_of(phrase, language.alphabet):
        return tuple((case, phrase) for case in SIX_CASES)
    if entry.kind is Kind.PERSON:
        return _declined_person(pieces, entry.gender, language)
    if entry.kind is Kind.PLACE and (cases := place_cases(phrase, entry.gender, language)):
        return tuple(zip(SIX_CASES, cases, strict=True))
    return _declined_word_by_rule(phrase, entry.gender, language)


def _declined_word_by_rule(
    phrase: str, gender: Gender | None, language: Language
) -> tuple[tuple[Case, str], ...]:
    rule = ending_of(phrase, gender, language) if len(phrase.split()) == 1 else None
    if rule is not None and rule.indeclinable:
        return tuple((case, phrase) for case in SIX_CASES)
    if rule is None or not rule.forms:
        return ((Case.NOMINATIVE, phrase),)
    return with_endings(phrase, rule)


def _cases_of_pieces(
    cases: Iterable[str], pieces: tuple[tuple[_Role, str], ...], entry: NameEntry
) -> Iterable[str]:
    """Yield each case form of the registry, cut down to the roles that `pieces` has."""
    roles = {role for role, _ in pieces}
    for case_form in cases:
        divided = _divide(case_form, entry)
        wanted = [text for role, text in divided if role in roles]
        yield " ".join(wanted) if wanted else case_form


def _declined_person(
    pieces: tuple[tuple[_Role, str], ...], gender: Gender | None, language: Language
) -> tuple[tuple[Case, str], ...]:
    if gender not in (Gender.FEMALE, Gender.MALE):  # nobody can tell how the surname changes
        return ((Case.NOMINATIVE, " ".join(text for _, text in pieces)),)
    columns = [
        _declined_word(word, role, gender)
        if _has_letter_of(word, language.alphabet) and not word.islower()
        else (word,) * len(SIX_CASES)
        for role, text in pieces
        for word in text.split()
    ]
    return tuple(
        (case, " ".join(column[place] for column in columns)) for place, case in enumerate(SIX_CASES)
    )


@cache  # a word is asked for in several parts, a given name by many persons
def _declined_word(word: str, role: _Role, gender: Gender) -> tuple[str, ...]:
    """Return the six cases of one Cyrillic word of a person's name, by petrovich."""
    name_parts = {_Role.SURNAME: petrovich.SURNAME, _Role.PATRONYMIC: petrovich.PATRONYMIC}
    return petrovich.six_cases(word, name_parts.get(role, petrovich.GIVEN), gender)


def _suffixed(phrase: str, gender: Gender | None, language: Language) -> tuple[tuple[Case, str], ...]:
    rule = ending_of(phrase, gender, language)
    return with_endings(phrase, rule) if rule else ()


def _has_letter_of(text: str, alphabet: str) -> bool:
    return any(letter in alphabet for letter in text.casefold())
