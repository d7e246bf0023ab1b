"""What is known of the words of persons' names: paradigms and the rules that choose among them, all of it data.

The facts are in `languages/<language>/persons.toml`, with their authority.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from l10n.budgets import read_toml
from l10n.errors import RegistryError, did_you_mean
from l10n.languages import packs, tags
from l10n.languages.grammar import SIX_CASES, Gender

STAYS, PETROVICH = "stays", "petrovich"
_ROLES = ("given", "middle", "patronymic", "surname")
_RULE_KEYS = (
    "note",
    "roles",
    "genders",
    "languages",
    "foreign",
    "spelled",
    "native_endings",
    "words",
    "endings",
    "paradigms",
)
_PLURAL_KEYS = ("endings", "remove", "forms")
_KEYS = (
    *("authority", "url", "notes", "paradigms", "origins", "lone", "particles", "first_parts"),
    *("rule", "plural", "groups", "plural_name", "counterparts", "sample"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paradigm:
    """Six endings, each in the forms it has, once `remove` letters are cut off; the first form is written."""

    remove: int
    forms: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """Which paradigms a word of a name may follow; the first is written, the others are only recognised.

    It fits words in one of the `roles`, of a bearer of one of the `genders` and `languages` (none: any), that are
    one of `words` or end in one of `endings`. `foreign` asks for a bearer who is, or is no, foreigner; `spelled` for
    a name that is, or is not, spelled with a Slavic suffix in its own language, `native_endings` for one that ends
    so there.
    """

    roles: tuple[str, ...]
    paradigms: tuple[str, ...]
    note: str = ""
    genders: tuple[Gender, ...] = ()
    languages: tuple[str, ...] = ()
    foreign: bool | None = None
    spelled: bool | None = None
    native_endings: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PluralRule:
    """A name that ends so has these six forms, once `remove` letters are cut off."""

    endings: tuple[str, ...]
    remove: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSample:
    """A word of a name, its role, whose it is, and what it has to be in two cases; a test of the rules."""

    word: str
    role: str
    gender: Gender
    language: str
    genitive: str
    instrumental: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRules:
    """What `languages/<language>/persons.toml` says; words in it are in lower case.

    `russian` are the languages whose bearers have surnames of the Russian kind, `spelled` how such surnames end in
    Latin letters, `given` given names only they have. `last_only` are languages of whose names only the last word
    changes, as of one with `short_words` words of `short_letters` letters at most. `lone` are given names that end
    like surnames, `patronymics` what patronymics end in. `particles` never change inside a surname, nor
    `first_particles` as a first word. Before a hyphen, parts in `stay` do not change, those in `either` may, and
    those of a surname that end in one of `change` do. `plurals` make the plural of a surname, `plural_names` decline
    a name that is one already, `groups` gives the six forms of who stands before it; `counterparts` gives the
    endings of a man's surname by that of a woman's.
    """

    paradigms: Mapping[str, Paradigm] = field(default_factory=dict, hash=False)
    rules: tuple[WordRule, ...] = ()
    russian: frozenset[str] = frozenset()
    spelled: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()
    last_only: frozenset[str] = frozenset()
    short_words: int = 0
    short_letters: int = 0
    lone: frozenset[str] = frozenset()
    patronymics: tuple[str, ...] = ()
    particles: frozenset[str] = frozenset()
    first_particles: frozenset[str] = frozenset()
    stay: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    change: tuple[str, ...] = ()
    plurals: tuple[PluralRule, ...] = ()
    plural_names: tuple[PluralRule, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    counterparts: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    samples: tuple[WordSample, ...] = ()

    def most_removed(self) -> int:
        """Return how many letters are cut off at most."""
        removed = [paradigm.remove for paradigm in self.paradigms.values()]
        removed += [rule.remove for rule in (*self.plurals, *self.plural_names)]
        return max(removed, default=0)


@cache
def person_rules(locale: str) -> PersonRules:
    """Return what is known of persons' names in the language of `locale`; nothing for one without a file."""
    file = packs.find(tags.language_subtag(locale), "persons")
    if file is None:
        return PersonRules()
    return read_person_rules(file.read_text(encoding="utf-8"), packs.shown(file))


@cache
def group_words() -> frozenset[str]:
    """Return who stands before the surname of several people in any language we know: братья, сёстры."""
    return frozenset(
        form
        for language in packs.tags_with("persons")
        for forms in person_rules(language).groups.values()
        for form in forms
    )


def read_person_rules(text: str, path: str) -> PersonRules:
    """Return the rules that `text`, the content of the file `path`, states.

    Raises RegistryError, with the file and the key, for what is no TOML, an unknown key or a wrong value.
    """
    try:
        table = read_toml(text, path)
        _refuse_unknown(path, "", table, _KEYS)
        paradigms = {name: _read_paradigm(row) for name, row in table.get("paradigms", {}).items()}
        origins, first, lone = (table.get(key, {}) for key in ("origins", "first_parts", "lone"))
        return PersonRules(
            paradigms=paradigms,
            rules=tuple(
                _read_rule(row, f"{path}: rule[{place}].", paradigms)
                for place, row in enumerate(table.get("rule", []))
            ),
            russian=frozenset(origins.get("russian", [])),
            spelled=tuple(origins.get("spelled", [])),
            given=frozenset(origins.get("given", [])),
            last_only=frozenset(origins.get("last_only", [])),
            short_words=origins.get("short_words", 0),
            short_letters=origins.get("short_letters", 0),
            lone=frozenset(lone.get("given", [])),
            patronymics=tuple(lone.get("patronymics", [])),
            particles=frozenset(table.get("particles", {}).get("words", [])),
            first_particles=frozenset(table.get("particles", {}).get("first", [])),
            stay=frozenset(first.get("stay", [])),
            either=frozenset(first.get("either", [])),
            change=tuple(first.get("change", [])),
            plurals=tuple(_read_plural(row, path) for row in table.get("plural", [])),
            plural_names=tuple(_read_plural(row, path) for row in table.get("plural_name", [])),
            groups={word: _six(forms) for word, forms in table.get("groups", {}).items()},
            counterparts={her: tuple(his.split("|")) for her, his in table.get("counterparts", {}).items()},
            samples=tuple(
                WordSample(**{**row, "gender": Gender(row["gender"])}) for row in table.get("sample", [])
            ),
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RegistryError("this rule file cannot be read", where=path, why=str(error)) from error


def _read_paradigm(row: Mapping[str, Any]) -> Paradigm:
    return Paradigm(remove=row["remove"], forms=tuple(tuple(form.split("|")) for form in _six(row["forms"])))


def _read_rule(row: Mapping[str, Any], where: str, paradigms: Mapping[str, Paradigm]) -> WordRule:
    _refuse_unknown(where, "", row, _RULE_KEYS)
    for name in row["paradigms"]:
        if name not in paradigms and name not in (STAYS, PETROVICH):
            raise RegistryError(
                f"unknown paradigm {name!r}", where=where, hint=did_you_mean(name, tuple(paradigms))
            )
    for role in row["roles"]:
        if role not in _ROLES:
            raise RegistryError(f"unknown role {role!r}", where=where, hint=did_you_mean(role, _ROLES))
    return WordRule(
        roles=tuple(row["roles"]),
        paradigms=tuple(row["paradigms"]),
        note=row.get("note", ""),
        genders=tuple(Gender(gender) for gender in row.get("genders", [])),
        languages=tuple(row.get("languages", [])),
        foreign=row.get("foreign"),
        spelled=row.get("spelled"),
        native_endings=tuple(row.get("native_endings", [])),
        words=tuple(row.get("words", [])),
        endings=tuple(row.get("endings", [])),
    )


def _read_plural(row: Mapping[str, Any], path: str) -> PluralRule:
    _refuse_unknown(path, "plural.", row, _PLURAL_KEYS)
    return PluralRule(endings=tuple(row["endings"]), remove=row["remove"], forms=_six(row["forms"]))


def _six(forms: list[str]) -> tuple[str, ...]:
    if len(forms) != len(SIX_CASES):
        raise ValueError(f"six cases are wanted, not {forms}")
    return tuple(forms)


def _refuse_unknown(path: str, prefix: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            raise RegistryError(
                f"unknown key {key!r}", where=f"{path}: {prefix}{key}", hint=did_you_mean(key, known)
            )
