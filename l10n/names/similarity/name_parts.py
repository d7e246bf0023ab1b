"""The words of a name as matching sees them: folded, initials and patronymics known, generic words left out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from l10n.languages.normal_forms import normalized
from l10n.languages.scripts import silent_letters
from l10n.names.similarity.phonetic_lattice import fold_word, lattice_of, open_rules

# more words than this are compared as one: pairing is factorial
MOST_WORDS = 4
_LONGEST_NAME = 200
_MARKS = "'’ʼ‘ʹʺ`´′″\u0300-\u0304\u0309-\u030f\u0483-\u0487"
_WORD = re.compile(r"(-?)([^\W_]+)(\.?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One folded word; `initial` when it stands for a longer one, `hyphenated` when a hyphen
    joins it to the word before, `groups` the given names it is a form of."""

    text: str
    initial: bool = False
    patronymic: bool = False
    hyphenated: bool = False
    groups: frozenset[int] = frozenset()
    # how many sounds it has, 1 at least
    length: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name's words, MOST_WORDS at most, and its `key`: names of one key are spelled alike."""

    key: str
    words: tuple[Word, ...]
    # all words as one: Khanty-Mansiysk and Khantymansiysk
    joined: Word
    # which places of `phonetics/equivalents.toml` it is a form of
    places: frozenset[int] = frozenset()
    # what an adjective may be made of: Волгоград of Волгоградская область
    stems: tuple[Word, ...] = ()


def name_of(text: str) -> Name:
    """Return the words of `text`, which may be anything; none when it has no letter or digit."""
    # what is too long for a name is read, not remembered
    return _read(text) if len(text) <= _LONGEST_NAME else _read.__wrapped__(text)


@lru_cache(maxsize=10_000)
def _read(text: str) -> Name:
    # casefolding and normalising disturb each other: Unicode 15, definition 146
    folded = normalized("NFD", text).casefold()
    folded = normalized("NFKD", normalized("NFKD", folded).casefold())
    key = normalized("NFC", folded).strip()
    found = [match.groups() for match in _WORD.finditer(_bare(key))]
    named = [word for word in found if word[1] not in _generic()] or found
    words = [_word(*word) for word in named]
    if len(words) > MOST_WORDS:
        rest = "".join(word.text for word in words[MOST_WORDS - 1 :])
        words = [*words[: MOST_WORDS - 1], _plain_word(rest)]
    stems = _stems(named[0][1]) if len(words) == 1 < len(found) else ()
    places = _groups("places").get(_sound_key(words), frozenset())
    joined = _plain_word("".join(word.text for word in words))
    return Name(key=key, words=tuple(words), joined=joined, places=places, stems=stems)


def _bare(key: str) -> str:
    return _silent().sub("", key)


@cache
def _silent() -> re.Pattern[str]:
    return re.compile(f"[{_MARKS}{silent_letters()}]")


def _stems(adjective: str) -> tuple[Word, ...]:
    for ending, stem_endings in _adjectives().items():
        if adjective.endswith(ending):
            stems = (adjective.removesuffix(ending) + stem_ending for stem_ending in stem_endings)
            return tuple(_plain_word(fold_word(stem)) for stem in stems if stem)
    return ()


def _word(hyphen: str, text: str, dot: str) -> Word:
    folded = fold_word(_translated().get(text, text))
    if text in _translated():
        return _plain_word(folded)
    return Word(
        text=folded,
        initial=len(text) == 1 or (bool(dot) and len(text) == 2),
        hyphenated=bool(hyphen),
        patronymic=text.endswith(_patronymic_endings()),
        groups=_groups("given_names").get(_sounds(folded), frozenset()),
        length=_length(folded),
    )


def _plain_word(text: str) -> Word:
    return Word(text=text, length=_length(text))


def _length(text: str) -> int:
    return max(1, len(_sounds(text)))


def _sound_key(words: Sequence[Word]) -> str:
    return " ".join(_sounds(word.text) for word in words)


def _sounds(text: str) -> str:
    lattice = lattice_of(text)
    return lattice.sounds if lattice else text


@cache
def _groups(key: str) -> Mapping[str, frozenset[int]]:
    groups = open_rules("equivalents")[key]
    assert isinstance(groups, list)  # noqa: S101 - our own package data
    found: defaultdict[str, frozenset[int]] = defaultdict(frozenset)
    for number, forms in enumerate(groups):
        for form in forms:
            words = [word for _, word, _ in _WORD.findall(_bare(normalized("NFC", form.casefold())))]
            folded = [fold_word(_translated().get(word, word)) for word in words if word not in _generic()]
            found[" ".join(_sounds(word) for word in folded)] |= {number}
    return dict(found)


def _lists(table: str, key: str) -> Iterator[list[str]]:
    rules = open_rules("equivalents")[table]
    assert isinstance(rules, dict)  # noqa: S101 - our own package data
    yield from rules[key] if isinstance(rules[key][0], list) else [rules[key]]


@cache
def _adjectives() -> Mapping[str, list[str]]:
    rules = open_rules("equivalents")["adjectives"]
    assert isinstance(rules, dict)  # noqa: S101 - our own package data
    return rules


@cache
def _generic() -> frozenset[str]:
    return frozenset(_bare(word) for words in _lists("words", "generic") for word in words)


@cache
def _translated() -> Mapping[str, str]:
    return {_bare(word): words[0] for words in _lists("words", "translated") for word in words}


@cache
def _patronymic_endings() -> tuple[str, ...]:
    return tuple(ending for endings in _lists("patronymics", "endings") for ending in endings)
