"""What a format makes of a document, before anyone translates it: what is covered, what is skipped, what comes back."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from l10n.formats.base import FindsProblems, Format, Problem
from l10n.model import Document, LineIndex, Location, Segment

_WORD = re.compile(r"[^\W\d_]{2,}")
_EXCERPT = 60
_AROUND = 20  # code points shown on both sides of a difference


class Reason(StrEnum):
    """Why words are in no message."""

    COMMENT = "comment"
    CODE = "code"
    SCRIPT = "script, style or drawing"
    TAG = "tag or attribute"
    ADDRESS = "address or file"
    DATA = "key, date or other data"
    SKIPPED = "left out by a directive or a rule of the format"

    @property
    def is_seen(self) -> bool:
        """Whether readers of the document see such words; nobody misses the translation of the others."""
        return self not in {Reason.COMMENT, Reason.SCRIPT, Reason.TAG, Reason.ADDRESS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A line with words that no message covers: where its first word stands, an excerpt, how many words, and why."""

    location: Location
    text: str
    words: int
    why: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where an identity translation first differs from the document, with what stands there and what came."""

    location: Location
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What a format makes of a document. `segments` counts the texts by kind; `words` are those of all texts.

    `addenda` says what only some locales have in it, in words.
    """

    path: str
    format: str
    segments: Mapping[str, int] = field(hash=False)
    words: int
    difference: Difference | None
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...] = ()
    addenda: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether the document comes back byte for byte when every message is translated by itself."""
        return self.difference is None

    @property
    def is_whole(self) -> bool:
        """Whether it is sound, and nothing in it is broken."""
        return self.is_sound and not self.problems


def diagnose(form: Format, text: str, path: str) -> Diagnosis:
    """Return what `form` makes of `text`; `path` is for locations."""
    document = form.parse(text, path)
    localized = document.replace(lambda segment: form.localized(segment, segment.msgid))
    return Diagnosis(
        path=path,
        format=form.name,
        segments=Counter(str(segment.kind) for segment in document.segments),
        words=sum(len(_WORD.findall(segment.msgid)) for segment in document.segments),
        difference=_first_difference(text, localized, path),
        skipped=tuple(_skipped(document, path)),
        problems=form.problems(text, path) if isinstance(form, FindsProblems) else (),
    )


def _first_difference(text: str, other: str, path: str) -> Difference | None:
    if text == other:
        return None
    shared = zip(text, other, strict=False)
    place = next((n for n, (one, two) in enumerate(shared) if one != two), min(len(text), len(other)))
    start = max(0, place - _AROUND)
    return Difference(
        location=LineIndex(text).location(path, place),
        before=text[start : place + _AROUND],
        after=other[start : place + _AROUND],
    )


def _skipped(document: Document, path: str) -> Iterator[Skipped]:
    index = LineIndex(document.text)
    position = 0
    for part in document.parts:
        if isinstance(part, Segment):
            position += len(part.raw)
            continue
        reasons = _reasons(part) if _WORD.search(part) else []
        for line in re.finditer(r"[^\r\n]+", part):
            first = _WORD.search(part, line.start(), line.end())
            if first:
                yield Skipped(
                    location=index.location(path, position + first.start()),
                    text=_shortened(line[0].strip()),
                    words=len(_WORD.findall(line[0])),
                    why=reasons[first.start()],
                )
        position += len(part)


def _element(names: str) -> re.Pattern[str]:
    return re.compile(rf"<(?P<tag>{names})\b.*?(?:</(?P=tag)|\Z)", re.DOTALL | re.IGNORECASE)


_BLOCKS = (
    (Reason.COMMENT, re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)),
    (
        Reason.CODE,
        re.compile(r"^[ >\t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ >\t]*(?P=fence)|\Z)", re.DOTALL | re.MULTILINE),
    ),
    (Reason.SCRIPT, _element("script|style|svg|math")),
    (Reason.CODE, _element("pre|code")),
    (Reason.TAG, re.compile(r"</?[A-Za-z!?][^<>]*(?:>|\Z)|\A[^<>]*>")),
    (Reason.CODE, re.compile(r"^(?: {4}|\t).*$|`[^`]+`", re.MULTILINE)),
    (Reason.ADDRESS, re.compile(r"\w+://\S+|\]\([^)]*\)|^\s*\[[^\]]+\]:.*$|^\S+\.\w{2,4}$", re.MULTILINE)),
    (Reason.DATA, re.compile(r"^\s*[-\w.]+\s*[:=].*$|^\d[\d:.,> -]+.*$", re.MULTILINE)),
)


def _reasons(part: str) -> list[Reason]:
    """Return for each code point of a piece of skeleton why it is skipped, as far as what stands around it tells."""
    found = [Reason.SKIPPED] * len(part)
    for reason, pattern in reversed(_BLOCKS):  # the first ones say most, so they come last
        for span in pattern.finditer(part):
            found[span.start() : span.end()] = [reason] * len(span[0])
    return found


def _shortened(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
