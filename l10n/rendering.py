"""A document and one locale's catalog in, the localized text out; and what stands where nothing is translated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from l10n.catalog.catalog import Catalog, Message
from l10n.catalog.sentences import DRAFTED
from l10n.formats import Format, HoldsAddenda, MarksLanguage, MarksOutdated
from l10n.model import Document, Segment, SegmentKind

_LINE_END = re.compile(r"\r\n|\r|\n")
# Without such a text its document has the same structure; a heading, a cell or an attribute has to be there.
_OMISSIBLE = frozenset(
    {
        SegmentKind.PARAGRAPH,
        SegmentKind.LIST_ITEM,
        SegmentKind.QUOTE,
        SegmentKind.DEFINITION,
        SegmentKind.FOOTNOTE,
        SegmentKind.CAPTION,
    }
)


class Outdated(StrEnum):
    """What stands in the place of a text that changed since it was translated."""

    SOURCE = "source"  # the text as it is now, in the source language
    OUTDATED = "outdated"  # the translation of what it was
    OMIT = "omit"  # nothing, where a document can do without


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many segments of a localized document are translated, stand in the source language, or are older than the
    source (or left out because they are).
    """

    translated: int
    untranslated: int
    outdated: int = 0

    @property
    def ratio(self) -> float:
        """The share of the segments that is translated, 0…1; a document without segments is whole."""
        total = self.translated + self.untranslated + self.outdated
        return self.translated / total if total else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A localized text, and what it covers."""

    text: str
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """A block of `text` that only this locale has: behind `heading`, a segment, or at the start or the end."""

    text: str
    heading: Segment | None = None
    at_start: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The language a localized document says it is in: a BCP 47 tag, and `ltr` or `rtl`."""

    language: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """What stands where there is no confirmed translation: `use_fuzzy` takes any that is fuzzy, `outdated` says what
    to do with one whose source has changed, and `marked` whether the page says so, with the sentence `notice`.
    """

    use_fuzzy: bool = False
    outdated: Outdated = Outdated.SOURCE
    marked: bool = False
    notice: str = ""


def render(
    document: Document,
    catalog: Catalog,
    form: Format,
    *,
    fallback: Fallback | None = None,
    target: Target | None = None,
) -> Rendering:
    """Return the document with each translated segment in its place, and all else byte for byte.

    What is not translated stands as its author wrote it, unless `fallback` says other. With `target`, a document of
    which something is translated says so, if its format can. Law: an empty catalog gives the text of the document.
    """
    chosen = fallback or Fallback()
    messages = catalog.by_key()
    parts: list[str] = []
    translated = outdated = 0
    before = ""
    for part in document.parts:
        if isinstance(part, str):
            parts.append(part)
            before = part
            continue
        message = messages.get((part.msgctxt, part.msgid))
        older = _older(part, message, form, chosen, before) if message else None
        if older is not None:
            outdated += 1
            parts.append(older)
        elif message and message.translated and (chosen.use_fuzzy or not message.fuzzy):
            translated += 1
            parts.append(form.localized(part, message.msgstr[0]))
        else:
            parts.append(part.raw)
        before = ""
    text = "".join(parts)
    if target and translated + outdated and isinstance(form, MarksLanguage):
        text = form.retargeted(text, target.language, target.direction)
    untranslated = len(document.segments) - translated - outdated
    coverage = Coverage(translated=translated, untranslated=untranslated, outdated=outdated)
    return Rendering(text=text, coverage=coverage)


def is_outdated(message: Message) -> bool:
    """Whether the translation was confirmed for an earlier text (`previous`); one put together from pieces was not."""
    confirmed = message.fuzzy and message.previous is not None and message.translated
    return confirmed and DRAFTED not in message.translator_comments


def _older(segment: Segment, message: Message, form: Format, chosen: Fallback, before: str) -> str | None:
    """Return what stands for a text that changed since it was translated; None for what it is no case of."""
    if chosen.outdated is Outdated.SOURCE or not is_outdated(message):
        return None
    if chosen.outdated is Outdated.OMIT:
        return "" if segment.kind in _OMISSIBLE else None
    text = form.localized(segment, message.msgstr[0])
    if chosen.marked and isinstance(form, MarksOutdated):
        return form.marked(segment, text, chosen.notice, before)
    return text


def with_insertions(document: Document, form: HoldsAddenda, insertions: Sequence[Insertion]) -> Document:
    """Return the document with each insertion as a block of its own in its skeleton."""
    text = document.text
    start, end = form.body(text)
    sizes = [len(part if isinstance(part, str) else part.raw) for part in document.parts]
    edges = [0, *accumulate(sizes)]
    ends = {id(part): edge for part, edge in zip(document.parts, edges[1:], strict=True)}
    blocks: dict[int, list[str]] = {}
    for insertion in insertions:
        heading = insertion.heading
        place = (
            form.behind_heading(text, ends[id(heading)]) if heading else start if insertion.at_start else end
        )
        blocks.setdefault(place, []).append(insertion.text)
    places = sorted(blocks)
    parts: list[str | Segment] = []
    for number, part in enumerate(document.parts):
        begin, position = edges[number], edges[number + 1]
        while places and places[0] <= begin:
            parts.append(_block(text, begin, blocks[places.pop(0)]))
        if isinstance(part, Segment):
            parts.append(part)
            continue
        while places and places[0] < position:
            parts += [text[begin : places[0]], _block(text, places[0], blocks[places[0]])]
            begin = places.pop(0)
        parts.append(text[begin:position])
    parts += [_block(text, len(text), blocks[place]) for place in places]
    return replace(document, parts=tuple(parts))


def _block(text: str, place: int, blocks: Sequence[str]) -> str:
    """Return the blocks as they stand at `place`, a blank line between each and its neighbours."""
    line_end = found[0] if (found := _LINE_END.search(text)) else "\n"
    bare = [line_end.join(_LINE_END.split(block.strip("\r\n\ufeff"))) for block in blocks]
    before, behind = text[max(place - 4, 0) : place], text[place : place + 1]
    lead = "" if not before.strip("\ufeff") or before.endswith(line_end * 2) else line_end
    lead += line_end if lead and not before.endswith(("\n", "\r")) else ""
    tail = line_end if behind in {"", "\n", "\r"} else line_end * 2
    return f"{lead}{(line_end * 2).join(bare)}{tail}"
