"""What is known of a language: how names change in it, and which words stand around them.

Every fact is in `<language>/inflection.toml`, with its authority; nothing about a language is in Python.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from l10n.budgets import read_toml
from l10n.errors import RegistryError, did_you_mean
from l10n.languages import packs, tags
from l10n.languages.folding import fold_letters
from l10n.languages.grammar import SIX_CASES, Case, Gender, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """One rule: names that end so take these forms, once `remove` letters are cut off.

    Without `forms` nothing is known but the name itself; with `indeclinable` it never changes. `acronym` asks
    for a last word in capitals; no `genders` means any gender, even an unknown one.
    """

    endings: tuple[str, ...]
    note: str = ""
    genders: tuple[Gender, ...] = ()
    acronym: bool = False
    indeclinable: bool = False
    remove: int = 0
    forms: Mapping[Case, tuple[str, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A name and the forms a rule has to give it, the one to be written first; a test of the rules."""

    form: str
    kind: Kind
    gender: Gender | None
    forms: Mapping[Case, tuple[str, ...]] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjective:
    """One rule: an adjective that ends so takes these six forms, once `remove` letters are cut off."""

    endings: tuple[str, ...]
    remove: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Six forms that names which end so are also met in, once `remove` letters are cut off.

    Not those `unless`: of a gender that is known.
    """

    endings: tuple[str, ...]
    remove: int
    forms: tuple[str, ...]
    unless: tuple[Gender, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRules:
    """What is known of places beyond their endings.

    `genders` gives the gender by ending where nobody said it; `forms` the six cases of words no ending tells;
    `adjectives` decline words before a place or behind a hyphen; `generics` are first words behind which nothing
    changes (мыс Шмидта), `prepositions` the words between hyphens behind which nothing changes (Ростов-на-Дону).
    """

    genders: Mapping[str, Gender] = field(default_factory=dict, hash=False)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    adjectives: tuple[Adjective, ...] = ()
    generics: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    conjunctions: tuple[str, ...] = ()
    usages: tuple[Usage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InflectionRules:
    """What `<language>/inflection.toml` says.

    `declines` tells a language with the six cases from one whose names only take endings; `alphabet` is the letters
    it can decline, `ending_letters` those that may be cut off behind a stem. `prepositions` gives the cases each
    one governs, `title_cases` the cases a form of a title may stand in, which are those of the name behind it (ё
    folded to е). The word lists are folded to lower case: `titles` stand before a surname and are no given name,
    `particles` begin a surname, `function_words` open sentences, `homographs` are also ordinary words,
    `capitalised` are capitalised and no name, and `abbreviations` end in a full stop that ends no sentence, and a
    single word with one of `surname_endings` is a surname; a word that ends in one of `derivations` may be made of
    the name of a place. Names end in one of `nominative_endings` before they are declined; `place_prepositions`
    stand before places; `capitalised_homographs` are homographs that always have a capital (May). `no_given_names`
    may begin the name of what is no person (West, Lake), `generic_words` stand in such names (University).
    `inflection` tells that the file says how names change: where it does not, what may be a form of a name is left
    alone. `capitalises_nouns`: a capital inside a sentence tells nothing.
    """

    locale: str
    authority: str = ""
    url: str = ""
    notes: str = ""
    inflection: bool = False
    capitalises_nouns: bool = False
    declines: bool = False
    alphabet: str = ""
    ending_letters: str = ""
    endings: tuple[Ending, ...] = ()
    prepositions: Mapping[str, frozenset[Case]] = field(default_factory=dict, hash=False)
    title_cases: Mapping[str, frozenset[Case]] = field(default_factory=dict, hash=False)
    titles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    homographs: frozenset[str] = frozenset()
    capitalised_homographs: frozenset[str] = frozenset()
    no_given_names: frozenset[str] = frozenset()
    generic_words: frozenset[str] = frozenset()
    capitalised: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    surname_endings: frozenset[str] = frozenset()
    derivations: frozenset[str] = frozenset()
    nominative_endings: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    samples: tuple[Sample, ...] = ()
    places: PlaceRules = PlaceRules()


_TEXTS = ("authority", "url", "notes", "alphabet", "ending_letters")
_WORD_LISTS = (
    "titles",
    "particles",
    "function_words",
    "homographs",
    "capitalised_homographs",
    "no_given_names",
    "generic_words",
    "capitalised",
    "abbreviations",
    "surname_endings",
    "derivations",
    "nominative_endings",
    "place_prepositions",
)
_PLACE_KEYS = ("place_genders", "place_forms", "place_generics", "place_usage", "adjective")
_FLAGS = ("inflection", "capitalises_nouns", "declines")
_KEYS = (*_TEXTS, *_WORD_LISTS, *_FLAGS, "ending", "prepositions", "sample", "title_forms", *_PLACE_KEYS)
_ENDING_KEYS = ("endings", "note", "genders", "acronym", "indeclinable", "remove", "forms")


@cache
def inflection_of(locale: str) -> InflectionRules:
    """Return what is known of the language of `locale` (`nl`, `nl_BE`); an unknown one has no rules at all."""
    code = tags.language_subtag(locale)
    file = packs.find(code, "inflection")
    if file is None:
        return InflectionRules(locale=code)
    return read_inflection(file.read_text(encoding="utf-8"), packs.shown(file), code)


def declining_locales() -> tuple[str, ...]:
    """Return the languages whose case forms we know."""
    return tuple(code for code in packs.tags_with("inflection") if inflection_of(code).declines)


def read_inflection(text: str, path: str, locale: str) -> InflectionRules:
    """Return the language that `text`, the content of the file `path`, describes.

    Raises RegistryError, with the file and the key, for what is no TOML, an unknown key or a wrong value.
    """
    try:
        table = read_toml(text, path)
        _refuse_unknown(path, "", table, _KEYS)
        for index, ending in enumerate(table.get("ending", [])):
            _refuse_unknown(path, f"ending[{index}].", ending, _ENDING_KEYS)
        texts: dict[str, Any] = {key: table.get(key, "") for key in _TEXTS}
        words: dict[str, Any] = {
            key: frozenset(word.casefold() for word in table.get(key, [])) for key in _WORD_LISTS
        }
        title_forms: dict[str, list[str]] = table.get("title_forms", {})
        words["titles"] |= title_forms.keys()
        return InflectionRules(
            locale=locale,
            title_cases=_read_title_cases(title_forms),
            inflection=table.get("inflection", True),
            capitalises_nouns=table.get("capitalises_nouns", False),
            declines=table.get("declines", False),
            endings=tuple(_read_ending(ending) for ending in table.get("ending", [])),
            prepositions={
                word: frozenset(Case(case) for case in cases)
                for word, cases in table.get("prepositions", {}).items()
            },
            places=_read_places(table),
            samples=tuple(_read_sample(sample) for sample in table.get("sample", [])),
            **texts,
            **words,
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RegistryError("this rule file cannot be read", where=path, why=str(error)) from error


def _refuse_unknown(path: str, prefix: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            where = f"{path}: {prefix}{key}"
            raise RegistryError(f"unknown key {key!r}", where=where, hint=did_you_mean(key, known))


def _read_title_cases(title_forms: Mapping[str, list[str]]) -> dict[str, frozenset[Case]]:
    cases: dict[str, frozenset[Case]] = {}
    for forms in title_forms.values():
        for case, form in zip(SIX_CASES, forms, strict=True):
            key = fold_title(form)
            cases[key] = cases.get(key, frozenset()) | {case}
    return cases


def _read_places(table: Mapping[str, Any]) -> PlaceRules:
    generics = table.get("place_generics", {})
    return PlaceRules(
        genders={
            ending: Gender(gender)
            for gender, endings in table.get("place_genders", {}).items()
            for ending in endings
        },
        forms=_with_plain_letters(
            {word: _six(forms) for word, forms in table.get("place_forms", {}).items()}
        ),
        adjectives=tuple(
            Adjective(endings=tuple(rule["endings"]), remove=rule["remove"], forms=_six(rule["forms"]))
            for rule in table.get("adjective", [])
        ),
        generics=frozenset(generics.get("words", [])),
        prepositions=frozenset(generics.get("prepositions", [])),
        conjunctions=tuple(generics.get("conjunctions", [])),
        usages=tuple(
            Usage(
                endings=tuple(usage["endings"]),
                remove=usage["remove"],
                forms=_six(usage["forms"]),
                unless=tuple(Gender(gender) for gender in usage.get("unless", [])),
            )
            for usage in table.get("place_usage", [])
        ),
    )


def _with_plain_letters(table: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return a table of forms with each word also as those write it who do without ё: Орел, Орла."""
    plain = {fold_letters(word): forms for word, forms in table.items()}
    return {word: tuple(fold_letters(form) for form in forms) for word, forms in plain.items()} | table


def _six(forms: list[str]) -> tuple[str, ...]:
    if len(forms) != len(SIX_CASES):
        raise ValueError(f"six cases are wanted, not {forms}")
    return tuple(forms)


def fold_title(word: str) -> str:
    """Return a word as `title_cases` has it: lower case, е for ё."""
    return fold_letters(word.casefold())


def _read_ending(table: Mapping[str, Any]) -> Ending:
    return Ending(
        endings=tuple(table["endings"]),
        note=table.get("note", ""),
        genders=tuple(Gender(gender) for gender in table.get("genders", [])),
        acronym=table.get("acronym", False),
        indeclinable=table.get("indeclinable", False),
        remove=table.get("remove", 0),
        forms=_read_forms(table.get("forms", {})),
    )


def _read_sample(table: Mapping[str, Any]) -> Sample:
    cases = {key: value for key, value in table.items() if key not in ("form", "kind", "gender")}
    return Sample(
        form=table["form"],
        kind=Kind(table.get("kind", "place")),
        gender=Gender(table["gender"]) if "gender" in table else None,
        forms=_read_forms(cases),
    )


def _read_forms(table: Mapping[str, Any]) -> dict[Case, tuple[str, ...]]:
    return {Case(case): (forms,) if isinstance(forms, str) else tuple(forms) for case, forms in table.items()}
