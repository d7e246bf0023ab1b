"""What may stand in `names.toml`: each check looks at parsed TOML, adds its errors, and goes on."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from l10n.errors import RegistryError, did_you_mean, raise_all
from l10n.languages.grammar import Gender, Kind
from l10n.languages.normal_forms import normalized
from l10n.languages.scripts import letter
from l10n.languages.tags import locale_problem
from l10n.names.registry.entries import EntryStatus, FormStatus, LocaleForms, NameEntry
from l10n.names.registry.key_positions import RegistryPlaces

_REQUIRED = ("id", "kind", "native", "language")
_TEXTS = (*_REQUIRED, "because")
_ENTRY_KEYS = (*_TEXTS, "gender", "status", "guessed")
_LOCALE_KEYS = ("preferred", "admitted", "deprecated", "cases", "indeclinable", "status")
_GUESSABLE = ("kind", "gender", "native")  # and any locale
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*")
_SCRIPTS = ("Latn", "Cyrl")  # a word of both is a slip: their letters look alike
_WORD = re.compile(r"\w+")
_CASES = 6
_MOST_ERRORS = 200
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checker:
    """The checks of one entry: knows where it stands and where errors are collected."""

    places: RegistryPlaces
    locales: tuple[str, ...]
    index: int
    entry_id: object
    errors: list[RegistryError]

    def report(self, key: str, what: str, hint: str = "", why: str = "") -> None:
        where = self.places.where(key, self.index, self.entry_id)
        _add(self.errors, RegistryError(what, where=where, hint=hint, why=why))

    def text(self, key: str, value: object) -> str:
        """Return `value` in NFC, or "" after reporting that it is no text."""
        if not isinstance(value, str):
            self.report(key, f"must be a text, not {_type_name(value)}")
            return ""
        if not value.strip():
            self.report(key, "this text is empty")
            return ""
        if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            self.report(
                key,
                "this text contains half of a character",
                hint="it was cut off, or decoded with the wrong encoding",
            )
            return ""
        if value != value.strip() and key != "because":  # a reason may be a text of several lines
            self.report(key, f"spaces before or after {value.strip()!r}", hint="remove them")
        return normalized("NFC", value.strip())

    def form(self, key: str, value: object) -> str:
        """Return a form of the name in NFC, or "" after reporting what is wrong with it."""
        text = self.text(key, value)
        if text and not _WORD.search(text):
            self.report(
                key, f"{text!r} has no letter and no digit", hint="it could not be recognised in a text"
            )
        if any(unicodedata.category(letter) == "Cc" for letter in text):
            self.report(key, f"{text!r} is not one line", hint="a name may contain plain spaces only")
        for word in _WORD.findall(text):
            latin = letter(_SCRIPTS[0]).search(word)
            if latin and letter(_SCRIPTS[1]).search(word):
                hint = f"type {latin[0]!r} again on the Cyrillic keyboard, or separate the scripts"
                self.report(key, f"{word!r} mixes Latin and Cyrillic letters", hint=hint)
        return text

    def form_list(self, key: str, value: object) -> tuple[str, ...]:
        """Return a list of forms without repetitions; what is wrong with it is reported."""
        if not isinstance(value, list):
            self.report(key, f"must be a list of texts, not {_type_name(value)}", hint='write ["…"]')
            return ()
        read = (self.form(f"{key}[{place}]", item) for place, item in enumerate(value))
        return tuple(dict.fromkeys(form for form in read if form))


def _add(errors: list[RegistryError], error: RegistryError) -> None:
    """Add one mistake; so many are told at once that nobody misses more, and a file of nothing else costs little."""
    errors.append(error)
    if len(errors) == _MOST_ERRORS:
        raise_all([*errors, RegistryError("there may be more", where=error.where.partition(": ")[0])])


def check_entries(
    document: Mapping[str, object],
    places: RegistryPlaces,
    locales: tuple[str, ...],
    errors: list[RegistryError],
) -> tuple[NameEntry, ...]:
    """Return the entries of a parsed `names.toml`; whatever is wrong is added to `errors`."""
    for key in document:
        if key != "name":
            hint = did_you_mean(key, ["name"])
            _add(errors, RegistryError(f"unknown key {key!r}", where=places.where(key), hint=hint))
    tables = document.get("name", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        what = "must be an array of tables"
        errors.append(RegistryError(what, where=places.where("name"), hint="write [[name]] above each entry"))
        return ()
    checkers = [
        _Checker(places=places, locales=locales, index=index, entry_id=table.get("id"), errors=errors)
        for index, table in enumerate(tables)
    ]
    entries = [_check_entry(checker, table) for checker, table in zip(checkers, tables, strict=True)]
    _check_ids(checkers, entries)
    _check_shared_forms(checkers, entries)
    return tuple(entries)


def _check_entry(checker: _Checker, table: Mapping[str, object]) -> NameEntry:
    for key in _REQUIRED:
        if key not in table:
            checker.report(key, f"{key!r} is missing")
    texts = {key: checker.text(key, table[key]) for key in _TEXTS if key in table and key != "native"}
    if texts.get("id") and not _ID.fullmatch(texts["id"]):
        checker.report("id", f"{texts['id']!r} is not an id", hint="lower-case Latin words: yulia-peresild")
    if texts.get("language") and not _LANGUAGE.fullmatch(texts["language"]):
        checker.report(
            "language", f"{texts['language']!r} is not a language code", hint="such as ru or pt_BR"
        )
    locales = _locales_of(checker, table)
    if not locales:
        hint = f'write {checker.locales[0]} = {{ preferred = "…" }}' if checker.locales else ""
        checker.report("", "this name has no form in any locale", hint=hint)
    return NameEntry(
        id=texts.get("id", ""),
        kind=_choice(checker, "kind", texts.get("kind"), Kind) or Kind.PERSON,
        native=checker.form("native", table["native"]) if "native" in table else "",
        language=texts.get("language", ""),
        because=texts.get("because", ""),
        gender=_choice(checker, "gender", table.get("gender"), Gender),
        status=_choice(checker, "status", table.get("status"), EntryStatus) or EntryStatus.APPROVED,
        locales={locale: _check_locale(checker, locale, table[locale]) for locale in locales},
        guessed=_check_guessed(checker, table.get("guessed", []), locales),
        line=checker.places.entry_line(checker.index),
    )


def _locales_of(checker: _Checker, table: Mapping[str, object]) -> tuple[str, ...]:
    """Return the locales an entry has forms in: those of the project first, then those of other projects.

    A registry may be shared: forms for a locale this project does not have are kept and do nothing.
    """
    others = []
    for key, value in table.items():
        if key in _ENTRY_KEYS or key in checker.locales:
            continue
        if isinstance(value, dict) and not locale_problem(key):
            others.append(key)
        else:
            _report_unknown(checker, key, value)
    return (*(locale for locale in checker.locales if locale in table), *others)


def _check_guessed(checker: _Checker, value: object, locales: Sequence[str]) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        checker.report("guessed", f"must be a list of keys, not {_type_name(value)}")
        return ()
    known = (*_GUESSABLE, *locales, *checker.locales)  # a form somebody took away may still be named
    for item in value:
        if item not in known:
            checker.report("guessed", f"{item!r} cannot be guessed here", hint=did_you_mean(item, known))
    return tuple(dict.fromkeys(value))


def _report_unknown(checker: _Checker, key: str, value: object) -> None:
    if isinstance(value, dict):
        checker.report(key, f"{key!r} is not a locale", hint=did_you_mean(key, checker.locales))
    else:
        checker.report(key, f"unknown key {key!r}", hint=did_you_mean(key, (*_ENTRY_KEYS, *checker.locales)))


def _choice(checker: _Checker, key: str, value: object, choices: type[_Choice]) -> _Choice | None:
    if value is None or value == "":
        return None
    known = [choice.value for choice in choices]
    if isinstance(value, str) and value in known:
        return choices(value)
    if isinstance(value, str):
        checker.report(key, f"unknown {key} {value!r}", hint=did_you_mean(value, known))
    else:
        checker.report(key, f"must be a text, not {_type_name(value)}", hint=did_you_mean("", known))
    return None


def _check_locale(checker: _Checker, locale: str, value: object) -> LocaleForms:
    if not isinstance(value, dict):
        checker.report(locale, f"must be a table, not {_type_name(value)}", hint='{ preferred = "…" }')
        return LocaleForms(preferred="")
    for key in value:
        if key not in _LOCALE_KEYS:
            checker.report(f"{locale}.{key}", f"unknown key {key!r}", hint=did_you_mean(key, _LOCALE_KEYS))
    if "preferred" not in value:
        hint = f'write {locale} = {{ preferred = "…" }}'
        checker.report(f"{locale}.preferred", f"{locale} has no preferred form", hint=hint)
    indeclinable = value.get("indeclinable", False)
    if not isinstance(indeclinable, bool):
        checker.report(f"{locale}.indeclinable", f"must be true or false, not {_type_name(indeclinable)}")
    forms = LocaleForms(
        preferred=checker.form(f"{locale}.preferred", value["preferred"]) if "preferred" in value else "",
        admitted=checker.form_list(f"{locale}.admitted", value.get("admitted", [])),
        deprecated=checker.form_list(f"{locale}.deprecated", value.get("deprecated", [])),
        cases=_check_cases(checker, f"{locale}.cases", value.get("cases", {})),
        indeclinable=indeclinable is True,
        status=_choice(checker, f"{locale}.status", value.get("status"), EntryStatus) or EntryStatus.APPROVED,
    )
    _check_contradictions(checker, locale, forms)
    return forms


def _check_cases(checker: _Checker, key: str, value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        checker.report(key, f"must be a table, not {_type_name(value)}", hint='{ "form" = […] }')
        return {}
    cases: dict[str, tuple[str, ...]] = {}
    for name, items in value.items():
        form = normalized("NFC", name)
        if not isinstance(items, list) or len(items) != _CASES:
            count = f"{len(items)} forms" if isinstance(items, list) else _type_name(items)
            hint = "nominative, genitive, dative, accusative, instrumental, prepositional"
            checker.report(f"{key}.{form}", f"there are {_CASES} cases, not {count}", hint=hint)
            continue
        # no form_list here: cases repeat each other
        cases[form] = tuple(checker.form(f"{key}.{form}[{place}]", item) for place, item in enumerate(items))
        if cases[form][0] and cases[form][0] != form:
            checker.report(f"{key}.{form}[0]", f"the nominative must be {form!r}, not {cases[form][0]!r}")
    return cases


def _check_contradictions(checker: _Checker, locale: str, forms: LocaleForms) -> None:
    for form in forms.deprecated:
        if form == forms.preferred or form in forms.admitted:
            status = FormStatus.PREFERRED if form == forms.preferred else FormStatus.ADMITTED
            checker.report(f"{locale}.deprecated", f"{form!r} is both {status} and deprecated")
    known = [form for _, form in forms.by_status() if form]
    for form in forms.cases:
        if form not in known:
            what = f"{form!r} is not a form of this name"
            checker.report(f"{locale}.cases", what, hint=did_you_mean(form, known))


def _check_ids(checkers: Sequence[_Checker], entries: Sequence[NameEntry]) -> None:
    first: dict[str, NameEntry] = {}
    for checker, entry in zip(checkers, entries, strict=True):
        earlier = first.setdefault(entry.id, entry)
        if entry.id and earlier is not entry:
            checker.report("id", f"the id {entry.id!r} is taken", hint=f"by the entry on line {earlier.line}")


def _check_shared_forms(checkers: Sequence[_Checker], entries: Sequence[NameEntry]) -> None:
    """Report a deprecated form that another entry also deprecates, or that it writes itself.

    What a machine has proposed contradicts nobody: whoever decides on it is told then.
    """
    for locale in checkers[0].locales if checkers else ():
        allowed = _owners(entries, lambda forms: (forms.preferred, *forms.admitted), locale)
        deprecated = _owners(entries, lambda forms: forms.deprecated, locale)
        for checker, entry in zip(checkers, entries, strict=True):
            for form in entry.locales[locale].deprecated if entry.is_decided(locale) else ():
                writes, refuses = allowed.get(form, entry), deprecated[form]
                if writes is not entry:
                    what = f"{form!r} is deprecated here, and a form of {writes.id} (line {writes.line})"
                    checker.report(f"{locale}.deprecated", what)
                if refuses is not entry:
                    what = f"{form!r} is deprecated here and in {refuses.id} (line {refuses.line})"
                    hint = "which of the two is the right spelling?"
                    checker.report(f"{locale}.deprecated", what, hint=hint)


def _owners(
    entries: Sequence[NameEntry], forms_of: Callable[[LocaleForms], tuple[str, ...]], locale: str
) -> dict[str, NameEntry]:
    owners: dict[str, NameEntry] = {}
    for entry in entries:
        for form in forms_of(entry.locales[locale]) if entry.is_decided(locale) else ():
            if form:
                owners.setdefault(form, entry)
    return owners


def _type_name(value: object) -> str:
    names = {bool: "true or false", str: "a text", list: "a list", dict: "a table", int: "a number"}
    return names.get(type(value), f"a {type(value).__name__}")
