"""Translations from a catalog with other msgids of the same text: of another tool, or of an older version of ours.

Tools cut and write a document differently: po4a unwraps, mdBook keeps the wraps, the translate-toolkit numbers inline
markup, some take a whole list for one message and keep its markers. What differs in wrapping only is the same text;
anything else that is recognised is fuzzy, with the text it was made from as `previous`.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.retouching import letters
from l10n.catalog.sentences import DRAFTED, SentenceMemory
from l10n.catalog.text_similarity import best_pairs

_MARKER = re.compile(r"(?:[ \t]|>|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|\|)+")
_TAG = re.compile(r"<[/!]?[A-Za-z][^<>]{0,2000}>")
_LINK = re.compile(r"!?\[([^\[\]]{0,1000})\](?:\([^()\n]{0,1000}\)|\[[^\[\]]{0,200}\])")
_PLACEHOLDER = re.compile(r"\{\d{1,4}\}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGNS = str.maketrans("", "", "*_`|~")


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """The messages of ours with what was found for them; how many came over, how many of those are fuzzy, and the
    translated messages of the other catalog that none of ours has taken anything from.
    """

    messages: tuple[Message, ...]
    filled: int
    fuzzy: int
    unused: tuple[Message, ...]


def migrate(ours: Sequence[Message], theirs: Sequence[Message], languages: tuple[str, str]) -> Migrated:
    """Return `ours` with the translations of `theirs`; messages that hold a translation already stay as they are.

    Law: no msgstr of ours changes that is not empty, and each one that is filled and not fuzzy stood in `theirs` as
    the confirmed translation of the same words with the same markup.
    """
    pool = [
        message
        for message in sorted(theirs, key=lambda message: (message.obsolete, message.fuzzy))
        if not message.is_header and message.msgid and any(message.msgstr) and message.msgid_plural is None
    ]
    finder = _Finder(pool, [message.msgid for message in ours if _is_open(message)], languages)
    found: dict[int, Message] = {}
    for index, message in enumerate(ours):
        if _is_open(message) and (filled := finder.translated(message)):
            found[index] = filled
    for index, place in _alike(ours, pool, found, finder.used):
        found[index] = _fuzzy(ours[index], pool[place], pool[place].msgstr[0])
        finder.used.add(id(pool[place]))
    return Migrated(
        messages=tuple(found.get(index, message) for index, message in enumerate(ours)),
        filled=len(found),
        fuzzy=sum(message.fuzzy for message in found.values()),
        unused=tuple(message for message in pool if id(message) not in finder.used),
    )


def _is_open(message: Message) -> bool:
    is_text = bool(message.msgid) and message.msgid_plural is None
    return is_text and not message.obsolete and not any(message.msgstr)


class _Finder:
    """What is known about the texts of the other catalog: as they stand, unwrapped, in words, in sentences."""

    def __init__(self, pool: Sequence[Message], texts: Sequence[str], languages: tuple[str, str]) -> None:
        self.used: set[int] = set()
        self._by_text: dict[str, Message] = {}
        self._by_flow: dict[str, Message] = {}
        self._by_words: dict[str, tuple[Message, str]] = {}
        for message in pool:
            self._by_text.setdefault(message.msgid, message)
            self._by_flow.setdefault(flow_of(message.msgid), message)
            self._by_words.setdefault(words_of(message.msgid), (message, message.msgstr[0]))
        lines = [(message, line, answer) for message in pool for line, answer in _lines(message)]
        for message, line, answer in lines:
            self._by_words.setdefault(words_of(line), (message, answer))
        unwrapped = [(_unwrapped(message), message) for message in pool]
        self._memory = SentenceMemory([flowing for flowing, _ in unwrapped], texts, *languages)
        self._unwrapped = {id(flowing): id(message) for flowing, message in unwrapped}

    def translated(self, message: Message) -> Message | None:
        """Return the message with the translation of the same text, of the same words, or of its sentences."""
        same = self._by_text.get(message.msgid)
        if same is not None:
            return self._taken(message, same, same.msgstr[0])
        flowing = self._by_flow.get(flow_of(message.msgid))
        if flowing is not None:
            return self._taken(message, flowing, flow_of(flowing.msgstr[0]))
        if (words := words_of(message.msgid)) and words in self._by_words:
            other, text = self._by_words[words]
            self.used.add(id(other))
            return _fuzzy(message, other, _as_in(message, text))
        draft = self._memory.draft(message.msgid)
        if draft is None:
            return None
        self.used.update(self._unwrapped[id(source)] for source in draft.sources)
        filled = _fuzzy(message, draft.source, draft.text)
        return replace(filled, translator_comments=(*message.translator_comments, DRAFTED))

    def _taken(self, message: Message, other: Message, text: str) -> Message:
        self.used.add(id(other))
        if other.fuzzy:
            return _fuzzy(message, other, text)
        comments = tuple(dict.fromkeys((*message.translator_comments, *other.translator_comments)))
        return replace(message, msgstr=(text,), translator_comments=comments)


def _alike(
    ours: Sequence[Message], pool: Sequence[Message], found: dict[int, Message], used: set[int]
) -> Iterator[tuple[int, int]]:
    """Yield the messages of ours that nothing was found for, each with the place of a text like it."""
    empty = [index for index, message in enumerate(ours) if index not in found and _is_open(message)]
    free = [place for place, message in enumerate(pool) if id(message) not in used]
    pairs = best_pairs(
        [flow_of(ours[index].msgid) for index in empty], [flow_of(pool[place].msgid) for place in free]
    )
    for pair in pairs:
        yield empty[pair.new], free[pair.old]


def _fuzzy(message: Message, other: Message, text: str) -> Message:
    previous = other.previous if other.fuzzy else Previous(msgid=other.msgid, msgctxt=other.msgctxt)
    comments = tuple(dict.fromkeys((*message.translator_comments, *other.translator_comments)))
    flags = ("fuzzy", *(flag for flag in message.flags if flag != "fuzzy"))
    return replace(message, msgstr=(text,), flags=flags, previous=previous, translator_comments=comments)


def flow_of(text: str) -> str:
    """Return a text without its soft wraps; blanks within a line, and a hard break, are no wraps."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    if any(line.endswith(("  ", "\\")) for line in lines[:-1]) or any(
        _MARKER.match(line) for line in lines[1:]
    ):
        return text
    return " ".join(line.strip(" \t") for line in lines).strip()


def _is_item(line: str) -> bool:
    """Whether a line begins with a marker: that of a list, a quotation, a heading or a row of a table."""
    return _MARKER.match(line.lstrip(" \t")) is not None


def words_of(text: str) -> str:
    """Return the words of a text without markup, markers, escapes and character references."""
    lines = (line[marker.end() :] if (marker := _MARKER.match(line)) else line for line in text.split("\n"))
    bare = _LINK.sub(r"\1", _TAG.sub("", " ".join(lines)))
    bare = _ESCAPED.sub(r"\1", _PLACEHOLDER.sub("", html.unescape(bare))).translate(_SIGNS)
    return letters(bare.rstrip("# "))


def _lines(message: Message) -> Iterable[tuple[str, str]]:
    """Return the lines of a list or table that is one message, each with its translation."""
    ours = [line for line in message.msgid.split("\n") if line.strip()]
    theirs = [line for line in message.msgstr[0].split("\n") if line.strip()]
    if len(ours) < 2 or len(ours) != len(theirs) or not all(map(_is_item, ours)):
        return ()
    return [
        pair
        for source, answer in zip(ours, theirs, strict=True)
        for pair in ((source, answer), *_cells(source, answer))
    ]


def _cells(source: str, answer: str) -> list[tuple[str, str]]:
    ours, theirs = source.strip(" |").split("|"), answer.strip(" |").split("|")
    return list(zip(ours, theirs, strict=True)) if "|" in source and len(ours) == len(theirs) else []


def _as_in(message: Message, text: str) -> str:
    """Return a translation without the marker its source has and ours has not, as ours writes references."""
    if not _MARKER.match(message.msgid) and (marker := _MARKER.match(text)):
        text = text[marker.end() :].strip(" \t|")
    if "\n" not in message.msgid:
        text = flow_of(text)
    plain = html.unescape(text)
    return plain if html.unescape(message.msgid) == message.msgid and "<" not in plain else text


def _unwrapped(message: Message) -> Message:
    return replace(message, msgid=flow_of(message.msgid), msgstr=(flow_of(message.msgstr[0]),))
