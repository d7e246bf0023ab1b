"""Words that mix Latin and Cyrillic letters which look alike: Пeресильд with a Latin e.

Left alone on purpose: words in which a letter of the rarer script has no look-alike (they are meant so, or cannot
be told), single letters, and whatever stands inside addresses, code, tags and placeholders.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from l10n.errors import RegistryError
from l10n.languages.scripts import has_letter, letter, script_of
from l10n.languages.tags import language_subtag
from l10n.model import Edit, apply_edits
from l10n.names.text.protected_spans import Protection

_WORD = re.compile(r"[^\W\d_]+")
_ONE, _OTHER = "Latn", "Cyrl"  # the scripts whose look-alikes the table has


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedWord:
    """A word at `text[start:end]` of two scripts, the edit that makes it one, and how we know."""

    start: int
    end: int
    found: str
    expected: str
    edit: Edit
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusables:
    """Which letters look alike, both ways, and which of the Cyrillic ones a language has."""

    to_cyrillic: Mapping[str, str]
    to_latin: Mapping[str, str]
    letters: Mapping[str, str]
    samples: tuple[Mapping[str, str], ...]


@cache
def confusables() -> Confusables:
    """Return the table of this package. Raises RegistryError when it is broken."""
    path = Path(__file__).parent / "confusables.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        pairs: dict[str, str] = table["pairs"]
        return Confusables(
            to_cyrillic=pairs,
            to_latin={cyrillic: latin for latin, cyrillic in pairs.items()},
            letters=table["letters"],
            samples=tuple(table["sample"]),
        )
    except (ValueError, KeyError) as error:
        raise RegistryError("this rule file cannot be read", where=path.name, why=str(error)) from error


def look_alikes(letter: str) -> frozenset[str]:
    """Return a letter, small and capital, with the letters of the other script that look like either."""
    pairs = confusables().to_cyrillic
    both = {letter.lower(), letter.upper()}
    small = pairs.get(letter.lower(), "")
    return frozenset({*both, *(pairs.get(one, "") for one in both), small, small.upper()} - {""})


def mixed_words(text: str, locale: str) -> Iterator[MixedWord]:
    """Yield the words of `text`, written in `locale`, that mix look-alike letters of two scripts.

    Offsets are those of `text`. Linear in the text.
    """
    if not (has_letter(text, _ONE) and has_letter(text, _OTHER)):
        return
    protection = Protection(text)
    for word in _WORD.finditer(text):
        fixed = _fixed(word[0], locale)
        before = text[max(0, word.start() - 2) : word.start()]
        if before[-1:] == "-" and not before[:-1].isalnum():
            continue  # an option of a command with its value: -cТЕГ
        if fixed and not protection.covers(word.start(), word.end()):
            strange = [
                f"{unicodedata.name(old)} for {unicodedata.name(new)}"
                for old, new in zip(word[0], fixed, strict=True)
                if old != new
            ]
            edit = Edit(start=word.start(), end=word.end(), replacement=fixed)
            yield MixedWord(
                start=word.start(),
                end=word.end(),
                found=word[0],
                expected=fixed,
                edit=edit,
                because=tuple(dict.fromkeys(strange)),
            )


def unmix_scripts(text: str, locale: str) -> str:
    """Return `text` with every word of two scripts in one."""
    return apply_edits(text, (word.edit for word in mixed_words(text, locale)))


def _fixed(word: str, locale: str) -> str | None:
    """Return the word in one script, or None when it is in one already or cannot be told."""
    latin, cyrillic = len(letter(_ONE).findall(word)), len(letter(_OTHER).findall(word))
    if not latin or not cyrillic:
        return None
    known = confusables()
    own = known.letters.get(language_subtag(locale))
    to_cyrillic = {old: new for old, new in known.to_cyrillic.items() if own is None or new in own}
    as_cyrillic = "".join(to_cyrillic.get(letter, letter) for letter in word)
    as_latin = "".join(known.to_latin.get(letter, letter) for letter in word)
    if has_letter(as_cyrillic, _ONE):
        return None if has_letter(as_latin, _OTHER) else as_latin
    if has_letter(as_latin, _OTHER):
        return as_cyrillic
    # Every letter has a look-alike: the script of the locale is meant, in one with another script that of most letters.
    is_cyrillic = script == _OTHER if (script := script_of(locale)) in (_ONE, _OTHER) else cyrillic > latin
    return as_cyrillic if is_cyrillic else as_latin
