"""One source text with two translations, and two source texts with one: all documents of a project, held together.

What is kept of a catalog for that is small: 64 bits for each text and each translation, and the texts themselves packed
away until two of them differ. So documents that have not changed are not read again, and a locale takes time and memory
in proportion to its messages.

Much that looks inconsistent is right: one word is a verb here and a noun there, a name is declined, a context (msgctxt)
says that a text means something else. All of that is left alone, and so is what nobody has confirmed. What remains is
information unless a project asks for more.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from l10n.catalog.catalog import Catalog, Message, MessageKey
from l10n.gate.places import LocatedFinding, fingerprint
from l10n.gate.rules import INCONSISTENT, REUSED, rules
from l10n.languages.normal_forms import normalized
from l10n.model import Finding, Location

if TYPE_CHECKING:
    from array import array

CODES = (INCONSISTENT, REUSED)
SIZE = 4  # numbers kept of a text: source, translation, and both folded

# Letters, in a script without capitals: what is longer is several words, where no blanks divide them.
_LONGEST_WORD = 12
_PARTICLE = 3  # letters: “van der”, “de la”
_EXCERPT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text with its translation, and the line of its catalog where it begins."""

    key: MessageKey
    msgstr: str
    line: int


class KeptWordings(Protocol):
    """What is kept of a catalog: `numbers` holds `SIZE` for each wording, in their order."""

    @property
    def name(self) -> str:
        """The path of the catalog."""

    @property
    def locale(self) -> str:
        """Its locale."""

    @property
    def numbers(self) -> "array[int]":
        """What stands for the wordings."""

    def wordings(self, wanted: Sequence[int]) -> Iterator[Wording]:
        """Yield the wordings with these indexes, which rise."""


_Read = Sequence[tuple[KeptWordings, "array[int]"]]  # catalogs with their numbers


def wordings(catalog: Catalog) -> Iterator[Wording]:
    """Yield what of a catalog is held against other translations: confirmed ones of texts of several words."""
    for message in catalog.live:
        if _is_compared(message):
            yield Wording(key=message.key, msgstr=message.msgstr[0], line=message.line)


def numbers_of(wording: Wording) -> tuple[int, int, int, int]:
    """Return what stands for a wording: its source with its context, its translation, and both folded."""
    from l10n.catalog.sentences import hash_of_key

    context, msgid = wording.key
    source = "\0".join((" ".join(msgid.split()), *([] if context is None else [context])))
    translation = " ".join(normalized("NFC", wording.msgstr).split())
    return (
        hash_of_key(source),
        hash_of_key(translation),
        hash_of_key(_folded(msgid)),
        hash_of_key(_folded(wording.msgstr)),
    )


def inconsistencies(catalogs: Sequence[KeptWordings], codes: Collection[str]) -> Iterator[LocatedFinding]:
    """Yield the findings of these codes in the catalogs of one locale.

    Of the wordings that are not consistent the most frequent one is taken for what is meant, of equal ones the first;
    the others are reported, each with the place of that one.
    """
    read = [(catalog, catalog.numbers) for catalog in catalogs]
    for code, key, value in ((INCONSISTENT, 0, 1), (REUSED, 3, 2)):
        if code in codes:
            yield from _found(code, read, key, value)


def _found(code: str, catalogs: _Read, key: int, value: int) -> Iterator[LocatedFinding]:
    """Yield a finding for each wording with the same number at `key` as others, and a rarer one at `value`."""
    usual = _usual(catalogs, key, value)
    seen: set[int] = set()
    first: dict[int, tuple[KeptWordings, Wording]] = {}
    odd: list[tuple[KeptWordings, Wording, int]] = []
    for catalog, numbers in catalogs if usual else ():
        wanted: list[tuple[int, int, bool]] = []
        for index, (same, mine) in enumerate(_pairs(numbers, key, value)):
            if same in usual:
                is_usual = mine == usual[same][0]
                if not is_usual or same not in seen:
                    wanted.append((index, same, is_usual))
                if is_usual:
                    seen.add(same)
        for wording, (_, same, is_usual) in zip(
            catalog.wordings([index for index, _, _ in wanted]), wanted, strict=True
        ):
            if is_usual:
                first[same] = (catalog, wording)
            else:
                odd.append((catalog, wording, same))
    for catalog, wording, same in odd:
        if code is not REUSED or _is_long(wording.msgstr):
            yield _finding(code, (catalog, wording), first[same], usual[same][1])


def _usual(catalogs: _Read, key: int, value: int) -> dict[int, tuple[int, int]]:
    """Return for each number at `key` that has several at `value` the most frequent one, and how often it is there."""
    known: dict[int, int] = {}
    several: dict[int, dict[int, int]] = {}
    for _, numbers in catalogs:
        for same, mine in _pairs(numbers, key, value):
            if known.setdefault(same, mine) != mine:
                several.setdefault(same, {})
    for _, numbers in catalogs if several else ():
        for same, mine in _pairs(numbers, key, value):
            if (counts := several.get(same)) is not None:
                counts[mine] = counts.get(mine, 0) + 1
    # of equal numbers the first is the greatest: a dict keeps the order of its keys
    return {same: max(counts.items(), key=lambda item: item[1]) for same, counts in several.items()}


def _pairs(numbers: "array[int]", key: int, value: int) -> Iterable[tuple[int, int]]:
    return zip(numbers[key::SIZE], numbers[value::SIZE], strict=True)


def _finding(
    code: str, odd: tuple[KeptWordings, Wording], other: tuple[KeptWordings, Wording], number: int
) -> LocatedFinding:
    (catalog, wording), (there, usual) = odd, other
    place = Location(path=there.name, line=usual.line)
    more = f" and {number - 1} more" if number > 1 else ""
    msgid, hint = wording.key[1], "if both are meant, say so above the message: `# l10n: ignore CODE reason`"
    if code is INCONSISTENT:
        stable = f"“{_excerpt(msgid)}” is translated “{_excerpt(usual.msgstr)}” elsewhere"
    else:
        stable = f"“{_excerpt(msgid)}” has the translation of “{_excerpt(usual.key[1])}”"
    finding = Finding(
        code=code,
        message=f"{stable}: {place}{more}",
        location=Location(path=catalog.name, line=wording.line, column=1),
        severity=rules()[code].severity,
        hint=hint.replace("CODE", code),
    )
    # known by its texts, not by where the other one stands: lines move
    known_by = fingerprint(replace(finding, message=stable), wording.key, 0)
    return LocatedFinding(finding=finding, locale=catalog.locale, key=wording.key, fingerprint=known_by)


def _is_compared(message: Message) -> bool:
    msgstr = message.msgstr[0]
    return (
        message.msgid_plural is None
        and bool(msgstr)
        and not message.fuzzy
        and _is_long(message.msgid)
        and not _is_name(message.msgid)
        and " ".join(message.msgid.split()) != " ".join(msgstr.split())
    )


def _is_long(text: str) -> bool:
    """Return whether a text has more than one word."""
    words = _words(text)
    first = next(words, "")
    if next(words, ""):
        return True
    letters = [letter for letter in first if letter.isalpha()]
    return len(letters) > _LONGEST_WORD and first.upper() == first.lower()


def _is_name(text: str) -> bool:
    """Return whether a text may be nothing but names: all words have capitals, but for short ones between two."""
    capitals, has_particle = 0, False
    for word in _words(text):
        if next(filter(str.isalpha, word)).isupper():
            capitals += 1
        elif len(word) > _PARTICLE or not word.islower():
            return False
        else:
            has_particle = True
    return capitals > 1 or not has_particle


def _words(text: str) -> Iterator[str]:
    return (word for word in text.split() if word.isalpha() or any(map(str.isalpha, word)))


def _folded(text: str) -> str:
    """Return a text without what does not tell it from another: case, white space, marks at its end."""
    folded = " ".join(normalized("NFKC", text).casefold().split())
    end = len(folded)
    while end and unicodedata.category(folded[end - 1])[0] in "PSZ":  # a vowel sign is a mark of another kind
        end -= 1
    return folded[:end]


def _excerpt(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"
