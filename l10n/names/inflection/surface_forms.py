"""The forms a name takes in a sentence: Russian cases, Dutch and English possessives and plurals.

Forms are generated, from the registry and from rules; running text is never lemmatised.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from l10n.languages.grammar import SIX_CASES, Case, Gender, Kind
from l10n.languages.inflection_rules import InflectionRules, inflection_of
from l10n.names.inflection.person_rules import group_words, person_rules
from l10n.names.inflection.persons import (
    UNKNOWN,
    Cases,
    Role,
    bearer_of,
    group_cases,
    person_cases,
    plural_cases,
    roles_of,
)
from l10n.names.inflection.place_names import also_of_place, place_cases
from l10n.names.inflection.suffix_rules import ending_of, with_endings
from l10n.names.inflection.suffixes import Surface, suffixed_surfaces
from l10n.names.registry.entries import NameEntry


class NamePart(StrEnum):
    """How much of a name is written; all but FULL are of persons only."""

    FULL = "full"
    WITH_PATRONYMIC = "full with patronymic"
    GIVEN_AND_PATRONYMIC = "given name and patronymic"
    GIVEN = "given name"
    SURNAME = "surname"


_ROLES: Mapping[NamePart, tuple[Role, ...]] = {
    NamePart.FULL: (Role.GIVEN, Role.SURNAME),
    NamePart.WITH_PATRONYMIC: (Role.GIVEN, Role.PATRONYMIC, Role.SURNAME),
    NamePart.GIVEN_AND_PATRONYMIC: (Role.GIVEN, Role.PATRONYMIC),
    NamePart.GIVEN: (Role.GIVEN,),
    NamePart.SURNAME: (Role.SURNAME,),
}
# what a name is divided into, and the parts it can then be written in; a role that is None is all of the name
_PARTS: Mapping[tuple[Role | None, ...], tuple[NamePart, ...]] = {
    (None,): (NamePart.FULL,),
    _ROLES[NamePart.FULL]: (NamePart.FULL, NamePart.GIVEN, NamePart.SURNAME),
    _ROLES[NamePart.WITH_PATRONYMIC]: (
        NamePart.WITH_PATRONYMIC,
        NamePart.FULL,
        NamePart.GIVEN_AND_PATRONYMIC,
        NamePart.GIVEN,
        NamePart.SURNAME,
    ),
}
_WORDS_WITH_PATRONYMIC = 3
_Pieces = tuple[tuple[Role | None, str], ...]
_Surfaces = tuple[tuple[Case, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfaceForms:
    """All surface forms of `form`, the name or the part of it that was asked for.

    `surfaces` pairs each surface with its case; of several surfaces of one case the first is the one to write,
    the others are only recognised. A case that is not there is not known. `also` are surfaces that are right by
    another rule, or another usage, and are never written: Чаплиным, the plural Ивановы.
    """

    form: str
    surfaces: tuple[tuple[Case, str], ...]
    also: tuple[tuple[Case, str], ...] = ()

    def written(self, case: Case) -> str | None:
        """Return the surface that is written in `case`, or None when it is not known."""
        return next((surface for known, surface in self.surfaces if known is case), None)

    def cases(self) -> dict[str, tuple[Case, ...]]:
        """Return each different surface with the cases it may stand for."""
        found: dict[str, tuple[Case, ...]] = {}
        for case, surface in (*self.surfaces, *self.also):
            known = found.get(surface, ())
            found[surface] = known if case in known else (*known, case)
        return found


def parts_of(form: str, entry: NameEntry) -> tuple[NamePart, ...]:
    """Return the parts of `entry` that its form `form` can be written in, the longest first.

    Only persons have parts: the first word is the given name and the rest the surname; when the native form and
    this one have three words, the second is a patronymic. A single word is FULL.
    """
    return _PARTS[tuple(role for role, _ in _divide(form, entry))]


def surface_forms(form: str, entry: NameEntry, locale: str, part: NamePart | None = None) -> SurfaceForms:
    """Return the surfaces of `form`, one of the forms of `entry` in `locale`, whole or of one `part` of it.

    A patronymic that the form does not have is left out. `cases` of the registry beat `indeclinable`, which
    beats the rules. Where no rule fits, only the form itself is known: as nominative where the language has
    cases, as plain form elsewhere.
    """
    pieces = _pieces_of(part, _divide(form, entry))
    return _forms_of_pieces(form, pieces, " ".join([text for _, text in pieces]), entry, locale)


def surfaces_by_part(
    form: str, entry: NameEntry, locale: str, locales: tuple[str, ...]
) -> Iterable[tuple[NamePart, Iterable[Surface]]]:
    """Yield each of `parts_of` with its surfaces, the longest first: what is written, its cases, if it is borrowed.

    Borrowed are the possessives by the rules of the other `locales`: Peresild’s in Dutch.
    """
    pieces = _divide(form, entry)
    declines = inflection_of(locale).declines
    for part in _PARTS[tuple([role for role, _ in pieces])]:
        mine = _pieces_of(part, pieces)
        phrase = " ".join([text for _, text in mine])
        if declines:
            surfaces = _forms_of_pieces(form, mine, phrase, entry, locale).cases()
            yield part, [(surface, cases, False) for surface, cases in surfaces.items()]
        else:
            yield part, suffixed_surfaces(phrase, entry.gender, locale, locales)


def _pieces_of(part: NamePart | None, pieces: _Pieces) -> _Pieces:
    if part is None or pieces[0][0] is None:
        return pieces
    roles = _ROLES[part]
    return tuple([piece for piece in pieces if piece[0] in roles])


def _forms_of_pieces(form: str, pieces: _Pieces, phrase: str, entry: NameEntry, locale: str) -> SurfaceForms:
    language = inflection_of(locale)
    if language.declines:
        surfaces, also = _declined(form, pieces, entry, locale)
        return SurfaceForms(form=phrase, surfaces=surfaces, also=also)
    return SurfaceForms(
        form=phrase, surfaces=((Case.PLAIN, phrase), *_suffixed(phrase, entry.gender, language))
    )


def decline(
    name: str, locale: str, *, kind: Kind | None = None, gender: Gender | None = None
) -> Mapping[Case, str | None]:
    """Return the case forms of a name that no registry knows, None for those no rule tells.

    Without `kind` a name with a gender, or of several people, is a person's, any other a place. A person's gender
    is told by the patronymic or the given name where it is not given. A locale without cases gives an empty mapping.
    """
    if not inflection_of(locale).declines:
        return {}
    kind, gender = (
        kind and Kind(kind),
        gender and Gender(gender),
    )  # whoever calls from Python may write "person"
    name = name.strip()
    is_group = name.partition(" ")[0].casefold() in group_words()
    kind = kind or (Kind.PERSON if gender or is_group else Kind.PLACE)
    if kind is Kind.PERSON and gender is None:
        gender = gender_of_person(name)
    # whose given name is of another origin is no Russian: Чарли Чаплином
    origin = UNKNOWN if kind is Kind.PERSON and _has_foreign_given_name(name) else locale
    entry = NameEntry(id="", kind=kind, native=name, language=origin, because="", gender=gender)
    found = surface_forms(name, entry, locale)
    return {case: found.written(case) for case in SIX_CASES}


def _has_foreign_given_name(name: str) -> bool:
    from l10n.languages.established_forms import established_forms, fold_key

    words = fold_key(name).split()
    return len(words) > 1 and words[0] in map(fold_key, established_forms().foreign_given_names.values())


def gender_of_person(name: str) -> Gender | None:
    """Return the gender a Russian given name or patronymic shows, None for a single word and where neither does."""
    from pytrovich.detector import PetrovichGenderDetector
    from pytrovich.enums import Gender as PetrovichGender

    words = name.split()
    if len(words) < 2:
        return None
    middle = words[1] if len(words) == _WORDS_WITH_PATRONYMIC else None
    detector = PetrovichGenderDetector()
    found = detector.detect(firstname=words[0], middlename=middle)  # type: ignore[no-untyped-call]
    return {PetrovichGender.MALE: Gender.MALE, PetrovichGender.FEMALE: Gender.FEMALE}.get(found)


def _divide(form: str, entry: NameEntry) -> _Pieces:
    words = form.split()
    if entry.kind is not Kind.PERSON or len(words) < 2 or words[0].casefold() in group_words():
        return ((None, form),)
    if len(words) == len(entry.native.split()) == _WORDS_WITH_PATRONYMIC:
        return tuple(zip((Role.GIVEN, Role.PATRONYMIC, Role.SURNAME), words, strict=True))
    return ((Role.GIVEN, words[0]), (Role.SURNAME, " ".join(words[1:])))


def _declined(form: str, pieces: _Pieces, entry: NameEntry, locale: str) -> tuple[_Surfaces, _Surfaces]:
    """Return the surfaces, the ones to write first, and those that are only recognised."""
    language = inflection_of(locale)
    known = entry.locales.get(locale)
    phrase = " ".join(text for _, text in pieces)
    if known and form in known.cases:
        return _in_cases(_cases_of_pieces(known.cases[form], pieces, entry)), ()
    if (known and known.indeclinable) or not _has_letter_of(phrase, language.alphabet):
        return _in_cases([phrase] * len(SIX_CASES)), ()
    if entry.kind is not Kind.PLACE and (cases := group_cases(phrase, locale)):
        return _in_cases(cases), ()
    if entry.kind is Kind.PERSON:
        return _declined_person(form, pieces, entry, locale)
    if entry.kind is Kind.PLACE and (cases := place_cases(phrase, entry.gender, language)):
        return _in_cases(cases), also_of_place(phrase, entry.gender, language)
    return _declined_word_by_rule(phrase, entry.gender, language), ()


def _in_cases(forms: Iterable[str]) -> _Surfaces:
    return tuple(zip(SIX_CASES, forms, strict=True))


def _declined_word_by_rule(phrase: str, gender: Gender | None, language: InflectionRules) -> _Surfaces:
    rule = ending_of(phrase, gender, language) if len(phrase.split()) == 1 else None
    if rule is not None and rule.indeclinable:
        return _in_cases([phrase] * len(SIX_CASES))
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
    form: str, pieces: _Pieces, entry: NameEntry, locale: str
) -> tuple[_Surfaces, _Surfaces]:
    phrase = " ".join(text for _, text in pieces)
    genders = [gender for gender in (Gender.MALE, Gender.FEMALE) if entry.gender in (gender, None)]
    if entry.gender is Gender.NEUTER:
        return ((Case.NOMINATIVE, phrase),), ()
    ways = [
        person_cases(words, bearer_of(entry, form, gender, locale))
        for gender in genders
        for words in _words_of(pieces, locale)
    ]
    # nobody can tell how the name of a person of unknown gender changes: then all that may be right is recognised
    written = _in_cases([case[0] for case in ways[0]]) if entry.gender else ((Case.NOMINATIVE, phrase),)
    also = [(case, surface) for way in ways for case, surface in _each(way) if (case, surface) not in written]
    if len(pieces) == 1 and pieces[0][0] in (Role.SURNAME, None):
        also += [(Case.PLURAL, surface) for surface in plural_cases(phrase, locale)]
    return written, tuple(dict.fromkeys(also))


def _each(cases: Cases) -> Iterable[tuple[Case, str]]:
    return [(case, surface) for case, some in zip(SIX_CASES, cases, strict=True) for surface in some]


def _words_of(pieces: _Pieces, locale: str) -> list[list[tuple[Role, str]]]:
    """Return the words of a person's name with their roles, the likeliest reading of a single word first."""
    if pieces[0][0] is not None:
        return [[word for role, text in pieces if role for word in roles_of(text, role, locale)]]
    word = pieces[0][1]
    if word.casefold() in person_rules(locale).lone:
        return [[(Role.GIVEN, word)]]
    is_surname = word.casefold().endswith(tuple(inflection_of(locale).surname_endings))
    roles = (Role.SURNAME, Role.GIVEN) if is_surname else (Role.GIVEN, Role.SURNAME)
    return [[(role, word)] for role in roles]


def _suffixed(phrase: str, gender: Gender | None, language: InflectionRules) -> tuple[tuple[Case, str], ...]:
    rule = ending_of(phrase, gender, language)
    return with_endings(phrase, rule) if rule else ()


def _has_letter_of(text: str, alphabet: str) -> bool:
    return any(letter in alphabet for letter in text.casefold())
