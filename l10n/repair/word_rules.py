"""The rules about lost apostrophes of a language: `languages/<language>/apostrophes.toml`, read and checked.

What a file may say is explained at the head of `languages/en/apostrophes.toml`. For another language write another
file; nothing in Python changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from l10n.budgets import read_toml
from l10n.errors import RegistryError, did_you_mean
from l10n.languages import packs

Phrase = tuple[str, ...]

MOST_WORDS = 3  # in a phrase
_NAME = "apostrophes"

_FILE_KEYS = ("language", "apostrophe", "authority", "url", "notes", "lists", "word")
_WORD_KEYS = ("word", "written", "only_before", "only_after", "unless_before", "unless_after", "samples")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text that has lost its apostrophes, and what must come out; the same text when nothing may."""

    damaged: str
    clean: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """What a condition names: whole phrases in lower case, and those with an open `word*`."""

    whole: frozenset[Phrase] = frozenset()
    open: tuple[Phrase, ...] = ()

    def has_one_of(self, phrases: Sequence[Phrase]) -> bool:
        """Return whether one of `phrases`, as they stand in a text, is meant."""
        if not self.whole.isdisjoint(phrases):
            return True
        return any(_is_meant(wanted, phrase) for wanted in self.open for phrase in phrases)


def _is_meant(wanted: Phrase, phrase: Phrase) -> bool:
    return len(wanted) == len(phrase) and all(
        word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
        for pattern, word in zip(wanted, phrase, strict=True)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """One way in which `written` is certain to have lost an apostrophe at `position` (code points).

    None means there is no such condition.
    """

    word: str
    written: tuple[str, ...]
    position: int
    only_before: Phrases | None
    only_after: Phrases | None
    unless_before: Phrases
    unless_after: Phrases
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRules:
    """The rules of one language; `by_written` finds those of a word as it stands in the text."""

    language: str
    apostrophe: str
    authority: str
    url: str
    notes: str
    rules: tuple[WordRule, ...]
    by_written: Mapping[str, tuple[WordRule, ...]]


@cache
def word_rules(language: str) -> WordRules | None:
    """Return the rules of `language`, a BCP 47 tag (`en-GB` falls back to `en`), or None when it has none.

    Raises RegistryError when its rule file is not what it should be.
    """
    tag = language.replace("_", "-").lower()
    while tag:
        if (file := packs.find(tag, _NAME)) is not None:
            return read_word_rules(file.read_text(encoding="utf-8"), file=packs.shown(file))
        tag = tag.rpartition("-")[0]
    return None


@cache
def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a rule file, sorted."""
    return packs.tags_with(_NAME)


def read_word_rules(text: str, *, file: str) -> WordRules:
    """Return the rules in the TOML `text`; `file` is only named in errors.

    Raises RegistryError naming the file and the key.
    """
    try:
        table = read_toml(text, file)
    except (ValueError, RecursionError) as error:
        raise RegistryError("the rule file is not TOML", where=file, why=str(error)) from error
    return _Reader(file).rules(table)


class _Reader:
    """Turns the table of a rule file into rules; knows the file and the lists, for errors and `@name`."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._lists: dict[str, tuple[Phrase, ...]] = {}
        self._apostrophe = "’"

    def rules(self, table: Mapping[str, object]) -> WordRules:
        self._known(table, _FILE_KEYS, "")
        about = {key: self._string(table, key, "") for key in ("language", "authority", "url", "notes")}
        self._apostrophe = self._string(table, "apostrophe", "")
        lists = table.get("lists", {})
        if not isinstance(lists, dict):
            raise self._wrong("lists", "must be a table of lists")
        for name in lists:
            self._lists[name] = self._phrases(lists, name, "lists.") or ()
        words = table.get("word")
        if not isinstance(words, list) or not words or not all(isinstance(word, dict) for word in words):
            raise self._wrong("word", "must be at least one [[word]]")
        rules = tuple(self._rule(word, f"word[{index}].") for index, word in enumerate(words))
        by_written: dict[str, list[WordRule]] = {}
        for rule in rules:
            for written in rule.written:
                by_written.setdefault(written, []).append(rule)
        found = {written: tuple(group) for written, group in by_written.items()}
        return WordRules(apostrophe=self._apostrophe, rules=rules, by_written=found, **about)

    def _rule(self, table: Mapping[str, object], at: str) -> WordRule:
        self._known(table, _WORD_KEYS, at)
        word = self._string(table, "word", at)
        if word.count(self._apostrophe) != 1 or not word.replace(self._apostrophe, "").isalpha():
            raise self._wrong(
                f"{at}word", f"must be one word with one {self._apostrophe}", why=f"it is {word!r}"
            )
        bare = word.replace(self._apostrophe, "")
        written = self._strings(table, "written", at) or tuple(
            dict.fromkeys((bare, bare[0].upper() + bare[1:], bare.upper()))
        )
        for form in written:
            if form.lower() != bare.lower():
                raise self._wrong(f"{at}written", f"{form!r} is not {word!r} without its apostrophe")
        return WordRule(
            word=word,
            written=written,
            position=word.index(self._apostrophe),
            only_before=self._condition(table, "only_before", at),
            only_after=self._condition(table, "only_after", at),
            unless_before=self._condition(table, "unless_before", at) or Phrases(),
            unless_after=self._condition(table, "unless_after", at) or Phrases(),
            samples=self._samples(table, at),
        )

    def _condition(self, table: Mapping[str, object], key: str, at: str) -> Phrases | None:
        """Return the condition under `key`, None when there is no key."""
        phrases = self._phrases(table, key, at)
        if phrases is None:
            return None
        is_open = {phrase: any(word.endswith("*") for word in phrase) for phrase in phrases}
        return Phrases(
            whole=frozenset(phrase for phrase in phrases if not is_open[phrase]),
            open=tuple(phrase for phrase in phrases if is_open[phrase]),
        )

    def _phrases(self, table: Mapping[str, object], key: str, at: str) -> tuple[Phrase, ...] | None:
        """Return the phrases under `key`, lists put in the place of their names; None when there is no key."""
        strings = self._strings(table, key, at)
        if strings is None:
            return None
        phrases: list[Phrase] = []
        for string in strings:
            if string.startswith("@"):
                name = string[1:]
                if name not in self._lists:
                    raise self._wrong(
                        f"{at}{key}", f"there is no list {name!r}", hint=did_you_mean(name, self._lists)
                    )
                phrases += self._lists[name]
            elif string != " ".join(string.split()) or not 1 <= len(string.split()) <= MOST_WORDS:
                what = f"{string!r} is not one to {MOST_WORDS} words with one space between them"
                raise self._wrong(f"{at}{key}", what)
            else:
                phrases.append(tuple(without_apostrophes(string.lower()).split()))
        return tuple(phrases)

    def _samples(self, table: Mapping[str, object], at: str) -> tuple[Sample, ...]:
        samples = table.get("samples")
        if not isinstance(samples, list) or not samples:
            raise self._wrong(f"{at}samples", "must be at least one sample")
        read: list[Sample] = []
        for index, sample in enumerate(samples):
            here = f"{at}samples[{index}]"
            if not isinstance(sample, dict):
                raise self._wrong(here, "must be a table with `damaged` and `clean`")
            self._known(sample, ("damaged", "clean"), f"{here}.")
            read.append(
                Sample(**{key: self._string(sample, key, f"{here}.") for key in ("damaged", "clean")})
            )
        return tuple(read)

    def _strings(self, table: Mapping[str, object], key: str, at: str) -> tuple[str, ...] | None:
        if key not in table:
            return None
        value = table[key]
        if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
            raise self._wrong(f"{at}{key}", "must be a list of strings, and not empty")
        return tuple(value)

    def _string(self, table: Mapping[str, object], key: str, at: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(f"{at}{key}", "must be a string, and not empty")
        return value

    def _known(self, table: Mapping[str, object], keys: Iterable[str], at: str) -> None:
        for key in table:
            if key not in keys:
                raise self._wrong(f"{at}{key}", "there is no such key", hint=did_you_mean(key, keys))

    def _wrong(self, key: str, what: str, *, why: str = "", hint: str = "") -> RegistryError:
        return RegistryError(f"{key}: {what}", where=self._file, why=why, hint=hint)


def without_apostrophes(word: str) -> str:
    """Return `word` without its apostrophes, so that a repaired neighbour is the same neighbour."""
    return word.replace("’", "").replace("'", "")
