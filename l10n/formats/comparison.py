"""What of the markup and the placeholders of a text its translation lacks, and what it has of its own.

Left alone on purpose: what stands in code or inside a tag is no placeholder, and is compared as markup; the branches of
an ICU argument, which are translated; a name that the source has twice and the translation once.
"""

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeGuard

from l10n.formats.base import Format, HasInlineMarkup, Mark, MarkKind, RefusesMarkup, ShowsMarkup
from l10n.formats.inline import without_overlaps
from l10n.formats.syntaxes import Placeholder, code_spans, placeholders, skeleton
from l10n.model import Segment

EMPHASES = (MarkKind.BOLD, MarkKind.EMPHASIS)
# Which half may be left of what is lost: `*bold**` is emphasis and a lone asterisk.
_HALVES: Mapping[str, tuple[MarkKind, ...]] = {MarkKind.BOLD: EMPHASES, MarkKind.EMPHASIS: EMPHASES}
# One asterisk or underscore may stand for itself.
_CERTAIN_HALVES = frozenset({MarkKind.BOLD, MarkKind.CODE, MarkKind.LINK})

_Key = tuple[str, str]  # the family of its syntax, and what two are compared by


@dataclass(frozen=True, slots=True, kw_only=True)
class LostMark:
    """Markup that a translation lacks: its kind, a sentence about it, and what of it or instead of it stands there."""

    kind: MarkKind
    what: str
    left: Mark | None = None


def keeps_markup(form: Format, segment: Segment, translation: str) -> bool:
    """Return whether a translation has the markup and the placeholders of the text of a segment, and no other.

    It is then free of what `l10n check` calls markup-mismatch, unsafe-markup and placeholder-mismatch; and it has no
    placeholder where its source has none, which a check may not say: it may be words that look like one.
    """
    source = segment.msgid
    other: object = form
    if source == translation:
        return True
    if isinstance(other, RefusesMarkup) and other.refused(segment, translation):
        return False
    if shows_markup(other):
        ours, theirs = other.marks(segment, source), other.marks(segment, translation)
        lost = lost_marks(ours, theirs)
        if lost or any(brought_marks(ours, theirs, lost)):
            return False
    return not any(
        (
            *differing_placeholders(source, translation, form),
            *differing_placeholders(translation, source, form),
        )
    )


def shows_markup(form: object) -> TypeGuard[ShowsMarkup]:
    """Return whether the texts of a format have markup of their own."""
    return _is_showing(type(form))  # type: ignore[arg-type]  # classes are hashable


@cache  # asking costs too much to do it for each text
def _is_showing(form: type) -> bool:
    return issubclass(form, ShowsMarkup)


def lost_marks(ours: Sequence[Mark], theirs: Sequence[Mark]) -> tuple[LostMark, ...]:
    """Return what of the source's marks, `ours`, the translation's do not have; code first."""
    return (*_lost_code(ours, theirs), *_lost(ours, theirs))


def _lost(ours: Sequence[Mark], theirs: Sequence[Mark]) -> Iterator[LostMark]:
    wanted, found = _counted(ours), _counted(theirs)
    for (kind, name), count in wanted.items():
        if kind not in (MarkKind.STRAY, MarkKind.CODE) and found[kind, name] < count:
            half = next(_halves(theirs, *_HALVES.get(kind, (kind,))), None)
            what = f"the {f'{kind} {name}'.strip()} of the source is {'incomplete' if half else 'missing'}"
            yield LostMark(kind=kind, what=what, left=half)


def _lost_code(ours: Sequence[Mark], theirs: Sequence[Mark]) -> Iterator[LostMark]:
    """Yield the same of code: `[branch]` and `<file>` in it may be translated, every other letter stands."""
    codes = [mark for mark in ours if mark.kind is MarkKind.CODE]
    if not codes:
        return
    left, more = Counter(skeleton(mark.name) for mark in codes), deque[Mark]()
    for mark in theirs:
        if mark.kind is MarkKind.CODE:
            code = skeleton(mark.name)
            left[code] -= 1
            more += [mark] if left[code] < 0 else []
    halves = _halves(theirs, MarkKind.CODE)
    for mark in codes:
        code = skeleton(mark.name)
        left[code] -= 1
        if left[code] >= 0:
            half = next(halves, None)
            other = more.popleft() if more and not half else None
            instead = f"; here is “{other.name}” instead" if other else ""
            how = "incomplete" if half else "missing"
            what = f"the code {mark.name} of the source is {how}{instead}"
            yield LostMark(kind=MarkKind.CODE, what=what, left=half or other)


def _halves(marks: Sequence[Mark], *names: str) -> Iterator[Mark]:
    return (mark for mark in marks if mark.kind is MarkKind.STRAY and mark.name in names)


def brought_marks(ours: Sequence[Mark], theirs: Sequence[Mark], lost: Sequence[LostMark]) -> Iterator[Mark]:
    """Yield the emphasis, the line ends and the halves that only the translation has.

    Not the halves of what is `lost`, which need no word of their own; nor code, which does no harm, nor links, images
    and tags, which a format refuses.
    """
    told = frozenset(name for one in lost for name in _HALVES.get(one.kind, (one.kind,)))
    left = _counted(ours)
    for mark in theirs:
        left[mark.kind, mark.name] -= 1
        if left[mark.kind, mark.name] >= 0:
            continue
        is_half = mark.kind is MarkKind.STRAY and mark.name in _CERTAIN_HALVES and mark.name not in told
        if is_half or mark.kind in (*EMPHASES, MarkKind.LINE):
            yield mark


def _counted(marks: Sequence[Mark]) -> Counter[tuple[MarkKind, str]]:
    return Counter((mark.kind, mark.name) for mark in marks)


def differing_placeholders(
    source: str, target: str, form: Format
) -> tuple[tuple[Placeholder, ...], tuple[Placeholder, ...]]:
    """Return the placeholders of the source that its translation lacks, and those the source does not know, of the
    families it uses; each in order, with offsets in its own text.
    """
    ours = _in_prose(source, form)
    theirs = _in_prose(target, form) if ours else ()
    numbered = any(one.number for one in (*ours, *theirs))
    wanted, found = _keyed(ours, numbered=numbered), _keyed(theirs, numbered=numbered)
    return _lost_placeholders(wanted, found), _other_placeholders(wanted, found)


def _in_prose(text: str, form: Format) -> tuple[Placeholder, ...]:
    """Return the placeholders outside of code, tags and the targets of links."""
    found = placeholders(text, form.name)
    other: object = form
    if not found or not isinstance(other, HasInlineMarkup):
        return found
    taken = without_overlaps([*other.markup(text), *code_spans(text)])
    begins = [start for start, _ in taken]

    def is_inside(one: Placeholder) -> bool:
        index = bisect_right(begins, one.start) - 1
        return index >= 0 and one.end <= taken[index][1]

    return tuple(one for one in found if not is_inside(one))


def _keyed(found: Sequence[Placeholder], *, numbered: bool) -> list[tuple[_Key, Placeholder]]:
    """Return each with its key; where one of the two texts numbers the values, so are those of the other."""
    keyed: list[tuple[_Key, Placeholder]] = []
    count = 0
    for one in found:
        key = one.key
        if numbered and one.syntax.family == "printf":
            count += not one.number
            key = f"{one.number or count}{one.key}"
        keyed.append(((one.syntax.family, key), one))
    return keyed


def _lost_placeholders(
    wanted: Sequence[tuple[_Key, Placeholder]], found: Sequence[tuple[_Key, Placeholder]]
) -> tuple[Placeholder, ...]:
    left = Counter(key for key, _ in found)
    known = frozenset(left)
    lost: list[Placeholder] = []
    named: set[_Key] = set()
    for key, one in wanted:
        is_lost = left[key] <= 0 if one.syntax.counted else key not in known and key not in named
        left[key] -= 1
        named.add(key)
        if is_lost:
            lost.append(one)
    return tuple(lost)


def _other_placeholders(
    wanted: Sequence[tuple[_Key, Placeholder]], found: Sequence[tuple[_Key, Placeholder]]
) -> tuple[Placeholder, ...]:
    known = {key for key, _ in wanted}
    families = {family for family, _ in known}
    return tuple(one for key, one in found if key not in known and key[0] in families)
