"""A document and one locale's catalog in, the localized text out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n.catalog.catalog import Catalog
from l10n.formats import Format, HoldsAddenda, MarksLanguage
from l10n.model import Document, Segment

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A localized text, and how many of its segments are translated or stand in the source language."""

    text: str
    translated: int
    untranslated: int

    @property
    def ratio(self) -> float:
        """The share of the segments that is translated, 0…1; a document without segments is whole."""
        total = self.translated + self.untranslated
        return self.translated / total if total else 1.0


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


def render(
    document: Document,
    catalog: Catalog,
    form: Format,
    *,
    use_fuzzy: bool = False,
    target: Target | None = None,
) -> Rendering:
    """Return the document with each translated segment in its place, and all else byte for byte.

    What is untranslated, and what is fuzzy unless `use_fuzzy`, stands as its author wrote it. With `target`, a
    document of which something is translated says so, if its format can. Law: an empty catalog gives the text
    of the document.
    """
    messages = catalog.by_key()
    counts = {True: 0, False: 0}

    def localized(segment: Segment) -> str:
        message = messages.get((segment.msgctxt, segment.msgid))
        usable = message is not None and message.translated and (use_fuzzy or not message.fuzzy)
        counts[usable] += 1
        return form.localized(segment, message.msgstr[0]) if message is not None and usable else segment.raw

    text = document.replace(localized)
    if target and counts[True] and isinstance(form, MarksLanguage):
        text = form.retargeted(text, target.language, target.direction)
    return Rendering(text=text, translated=counts[True], untranslated=counts[False])


def with_insertions(document: Document, form: HoldsAddenda, insertions: Sequence[Insertion]) -> Document:
    """Return the document with each insertion as a block of its own in its skeleton."""
    text = document.text
    start, end = form.body(text)
    ends: dict[int, int] = {}  # where a part ends
    position = 0
    for part in document.parts:
        position += len(part if isinstance(part, str) else part.raw)
        ends[id(part)] = position
    blocks: dict[int, list[str]] = {}
    for insertion in insertions:
        heading = insertion.heading
        place = (
            form.behind_heading(text, ends[id(heading)]) if heading else start if insertion.at_start else end
        )
        blocks.setdefault(place, []).append(insertion.text)
    places = sorted(blocks)
    parts: list[str | Segment] = []
    position = 0
    for part in document.parts:
        begin, position = position, ends[id(part)]
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
