"""The forms a name takes in a sentence: Russian cases, Dutch and English possessives and plurals.

Forms are generated, from the registry and from rules; running text is never lemmatised.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from l10n.names import petrovich
from l10n.names.endings import ending_number, ending_of, with_endings
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
# what a name is divided into, and the parts it can then be written in
_PARTS: Mapping[tuple[_Role, ...], tuple[Part, ...]] = {
    (_Role.WHOLE,): (Part.FULL,),
    _ROLES[Part.FULL]: (Part.FULL, Part.GIVEN, Part.SURNAME),
    _ROLES[Part.WITH_PATRONYMIC]: (
        Part.WITH_PATRONYMIC,
        Part.FULL,
        Part.GIVEN_AND_PATRONYMIC,
        Part.GIVEN,
        Part.SURNAME,
    ),
}
_WORDS_WITH_PATRONYMIC = 3
_Pieces = tuple[tuple[_Role, str], ...]


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
            found[surface] = (*found[surface], case) if surface in found else (case,)
        return found


def parts_of(form: str, entry: NameEntry) -> tuple[Part, ...]:
    """Return the parts of `entry` that its form `form` can be written in, the longest first.

    Only persons have parts: the first word is the given name and the rest the surname; when the native form and
    this one have three words, the second is a patronymic. A single word is FULL.
    """
    return _PARTS[tuple(role for role, _ in _divide(form, entry))]


def forms(form: str, entry: NameEntry, locale: str, part: Part | None = None) -> Forms:
    """Return the surfaces of `form`, one of the forms of `entry` in `locale`, whole or of one `part` of it.

    A patronymic that the form does not have is left out. `cases` of the registry beat `indeclinable`, which
    beats the rules. Where no rule fits, only the form itself is known: as nominative where the language has
    cases, as plain form elsewhere.
    """
    pieces = _pieces_of(part, _divide(form, entry))
    return _forms_of_pieces(form, pieces, " ".join([text for _, text in pieces]), entry, locale)


Surface = tuple[str, tuple[Case, ...], bool]


def surfaces_by_part(
    form: str, entry: NameEntry, locale: str, locales: tuple[str, ...]
) -> Iterable[tuple[Part, Iterable[Surface]]]:
    """Yield each of `parts_of` with its surfaces, the longest first: what is written, its cases, if it is borrowed.

    Borrowed are the possessives by the rules of the other `locales`: Peresild’s in Dutch.
    """
    pieces = _divide(form, entry)
    declines = language_of(locale).declines
    for part in _PARTS[tuple([role for role, _ in pieces])]:
        mine = _pieces_of(part, pieces)
        phrase = " ".join([text for _, text in mine])
        if declines:
            surfaces = _forms_of_pieces(form, mine, phrase, entry, locale).cases()
            yield part, [(surface, cases, False) for surface, cases in surfaces.items()]
        else:
            yield part, _suffixed_surfaces(phrase, entry.gender, locale, locales)


def _suffixed_surfaces(
    phrase: str, gender: Gender | None, locale: str, locales: tuple[str, ...]
) -> list[Surface]:
    word = phrase.rsplit(maxsplit=1)[-1]
    others = map(language_of, locales)
    numbers = tuple([None if other.declines else ending_number(word, None, other) for other in others])
    own = ending_number(word, gender, language_of(locale))
    stays = max(0, len(phrase) - _most_removed((locale, *locales)))
    stem, end = phrase[:stays], phrase[stays:]
    suffixed = _suffixed_end(end, locale, own, locales, numbers)
    return [(stem + text, cases, borrowed) for text, cases, borrowed in suffixed]


@cache
def _most_removed(locales: tuple[str, ...]) -> int:
    languages = [language_of(locale) for locale in locales]
    return max((rule.remove for some in languages if not some.declines for rule in some.endings), default=0)


@lru_cache(maxsize=65_536)  # names end in a few ways only
def _suffixed_end(
    end: str, locale: str, own: int | None, locales: tuple[str, ...], numbers: tuple[int | None, ...]
) -> tuple[Surface, ...]:
    """Return the surfaces of a name that ends so, by a rule of its own locale and those of the others."""
    rule = None if own is None else language_of(locale).endings[own]
    found = Forms(form=end, surfaces=((Case.PLAIN, end), *(with_endings(end, rule) if rule else ()))).cases()
    borrowed = (
        text
        for other, number in zip(map(language_of, locales), numbers, strict=True)
        if number is not None
        for case, text in with_endings(end, other.endings[number])
        if case is Case.POSSESSIVE and text not in found
    )
    return (
        *((surface, cases, False) for surface, cases in found.items()),
        *((surface, (Case.POSSESSIVE,), True) for surface in dict.fromkeys(borrowed)),
    )


def _pieces_of(part: Part | None, pieces: _Pieces) -> _Pieces:
    if part is None or pieces[0][0] is _Role.WHOLE:
        return pieces
    roles = _ROLES[part]
    return tuple([piece for piece in pieces if piece[0] in roles])


def _forms_of_pieces(form: str, pieces: _Pieces, phrase: str, entry: NameEntry, locale: str) -> Forms:
    language = language_of(locale)
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
        gender = gender_of_person(name)
    entry = NameEntry(id="", kind=kind, native=name, language=locale, because="", gender=gender)
    found = _forms_of_person(name, entry, locale) if kind is Kind.PERSON else forms(name, entry, locale)
    return {case: found.written(case) for case in SIX_CASES}


def _forms_of_person(name: str, entry: NameEntry, locale: str) -> Forms:
    """Return the forms of a person's name; a single word is a surname if it ends like one."""
    if len(name.split()) > 1 or not name.casefold().endswith(tuple(language_of(locale).surname_endings)):
        return forms(name, entry, locale)
    pieces = ((_Role.SURNAME, name),)
    return Forms(form=name, surfaces=_declined(name, pieces, entry, locale))


def gender_of_person(name: str) -> Gender | None:
    """Return the gender a Russian given name or patronymic shows, None for a single word and where neither does."""
    from pytrovich.detector import PetrovichGenderDetector
    from pytrovich.enums import Gender as PetrovichGender

    words = name.split()
    if len(words) == 1:
        return None
    middle = words[1] if len(words) == _WORDS_WITH_PATRONYMIC else None
    detector = PetrovichGenderDetector()
    found = detector.detect(firstname=words[0], middlename=middle)  # type: ignore[no-untyped-call]
    return {PetrovichGender.MALE: Gender.MALE, PetrovichGender.FEMALE: Gender.FEMALE}.get(found)


def _divide(form: str, entry: NameEntry) -> _Pieces:
    words = form.split()
    if entry.kind is not Kind.PERSON or len(words) < 2:
        return ((_Role.WHOLE, form),)
    if len(words) == len(entry.native.split()) == _WORDS_WITH_PATRONYMIC:
        return tuple(zip((_Role.GIVEN, _Role.PATRONYMIC, _Role.SURNAME), words, strict=True))
    return ((_Role.GIVEN, words[0]), (_Role.SURNAME, " ".join(words[1:])))


def _declined(form: str, pieces: _Pieces, entry: NameEntry, locale: str) -> tuple[tuple[Case, str], ...]:
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


def _cases_of_pieces(cases: Iterable[str], pieces: _Pieces, entry: NameEntry) -> Iterable[str]:
    """Yield each case form of the registry, cut down to the roles that `pieces` has."""
    roles = {role for role, _ in pieces}
    for case_form in cases:
        divided = _divide(case_form, entry)
        wanted = [text for role, text in divided if role in roles]
        yield " ".join(wanted) if wanted else case_form


def _declined_person(
    pieces: _Pieces, gender: Gender | None, language: Language
) -> tuple[tuple[Case, str], ...]:
    if gender not in (Gender.FEMALE, Gender.MALE):  # nobody can tell how the surname changes
        return ((Case.NOMINATIVE, " ".join(text for _, text in pieces)),)
    columns = [
        _declined_word(word, role, gender, language.alphabet)
        for role, text in pieces
        for word in text.split()
    ]
    return tuple(zip(SIX_CASES, map(" ".join, zip(*columns, strict=True)), strict=True))


@cache  # a word is asked for in several parts, a given name by many persons
def _declined_word(word: str, role: _Role, gender: Gender, alphabet: str) -> tuple[str, ...]:
    """Return the six cases of one word of a person's name, by petrovich; a particle and a Latin word stay."""
    if word.islower() or not _has_letter_of(word, alphabet):
        return (word,) * len(SIX_CASES)
    name_parts = {_Role.SURNAME: petrovich.SURNAME, _Role.PATRONYMIC: petrovich.PATRONYMIC}
    return petrovich.six_cases(word, name_parts.get(role, petrovich.GIVEN), gender)


def _suffixed(phrase: str, gender: Gender | None, language: Language) -> tuple[tuple[Case, str], ...]:
    rule = ending_of(phrase, gender, language)
    return with_endings(phrase, rule) if rule else ()


def _has_letter_of(text: str, alphabet: str) -> bool:
    return any(letter in alphabet for letter in text.casefold())
