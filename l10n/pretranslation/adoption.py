"""Which text of a translated document is the translation of which text of its source.

The two are laid side by side (`catalog.alignment`): texts of one kind and of the length that is to be expected, with
the same numbers, names and addresses; subtitles by the times at which they are shown. Where a text was split, joined,
left out or added, what stands around it still finds its own. Whether a pair is more than a proposal is a question of
evidence (`evidence`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from l10n.catalog.alignment import Bead, Measured, beads
from l10n.formats import Format
from l10n.formats.comparison import keeps_markup
from l10n.languages.prose_tables import prose_table
from l10n.languages.tags import are_of_one_language
from l10n.model import Segment
from l10n.names import Lexicon
from l10n.pretranslation.evidence import Evidence, Times, Traits, traits_of

_MOVED = 0.5  # the confidence of what stands elsewhere than its order says


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two documents: its texts, their locale and format, and of subtitles when each is shown."""

    segments: tuple[Segment, ...]
    locale: str
    form: Format
    times: tuple[Times | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Texts of the source and the texts that translate them; `confidence` from 0 to 1.

    `is_sure` says that one text answers one text, and that there is evidence for it: nobody has to look at it.
    """

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    confidence: float
    is_sure: bool = False


def align(source: Side, target: Side, lexicon: Lexicon) -> tuple[Pair, ...]:
    """Return the pairs of texts of two documents, in the order of the source; a text without counterpart is in none.

    Laws: every text is in one pair at most; no pair crosses another, but those of subtitles with times, and those of
    texts that have moved, which are not sure; a pair that is sure is no pair of texts that changed places, went
    missing, came in or were joined, nor one whose markup or placeholders differ.
    """
    ours, theirs = _traits(source, lexicon), _traits(target, lexicon)
    found: Sequence[Bead] = _by_times(ours, theirs) or beads(_measured(ours), _measured(theirs))
    same = are_of_one_language(source.locale, target.locale)
    identical = {
        bead
        for bead in found
        if same and _texts(source, bead.first, bead.last) == _texts(target, bead.other_first, bead.other_last)
    }
    evidence = Evidence(ours, theirs, _expansion(source, target, found))
    found = [bead for bead in found if not _is_contradicted(bead, evidence)]
    sure = {*_sure(found, evidence, len(ours), len(theirs)), *identical}
    return tuple(
        Pair(
            source=source.segments[bead.first : bead.last],
            target=target.segments[bead.other_first : bead.other_last],
            confidence=bead.confidence,
            is_sure=bead in sure and _is_single(bead) and _is_undamaged(bead, source, target),
        )
        for bead in sorted(
            [*found, *_moved(found, evidence, len(ours), len(theirs))], key=lambda bead: bead.first
        )
    )


def _expansion(source: Side, target: Side, found: Sequence[Bead]) -> float:
    """Return how long a translation is for each letter of its source: as the two languages have it where we know them,
    as most of the pairs here have it where not.
    """
    one, other = prose_table(source.locale), prose_table(target.locale)
    if one is not None and other is not None:
        return other.length / one.length
    here = [
        len(target.segments[bead.other_first].msgid) / max(1, len(source.segments[bead.first].msgid))
        for bead in found
        if _is_single(bead)
    ]
    return min(2.0, max(0.5, median(here or [1.0])))


def _traits(side: Side, lexicon: Lexicon) -> list[Traits]:
    times = side.times or (None,) * len(side.segments)
    return [
        traits_of(segment, side.locale, lexicon, shown)
        for segment, shown in zip(side.segments, times, strict=True)
    ]


def _measured(texts: Sequence[Traits]) -> list[Measured]:
    return [Measured(text.length, text.kind, text.anchors) for text in texts]


def _texts(side: Side, first: int, last: int) -> list[str]:
    return [segment.msgid for segment in side.segments[first:last]]


def _sure(found: Sequence[Bead], evidence: Evidence, ours: int, theirs: int) -> Iterator[Bead]:
    """Yield the pairs of one text each that are proven, and whose neighbours are pairs of one text each as well.

    A neighbour without the end of a sentence has to be proven itself: it could have been joined to this one, and
    another text be in its place.
    """
    at = {bead.first: bead for bead in found if _is_single(bead)}
    proven = {place for place, bead in at.items() if evidence.proves(place, bead.other_first)}
    for place in sorted(proven):
        bead = at[place]
        is_in_place = all(
            _answer(at, place + step, ours, theirs) == bead.other_first + step
            and (
                place + step in proven or not 0 <= place + step < ours or not evidence.may_hide(place + step)
            )
            for step in (-1, 1)
        )
        if is_in_place:
            yield bead


def _is_contradicted(bead: Bead, evidence: Evidence) -> bool:
    """Return whether two texts have nothing in common though they could: such a pair is not even proposed."""
    return _is_single(bead) and evidence.speaks_against(bead.first, bead.other_first)


def _is_undamaged(bead: Bead, source: Side, target: Side) -> bool:
    """Return whether the translation has all the markup and the placeholders of its source, and no other."""
    translation = target.segments[bead.other_first].msgid
    return keeps_markup(source.form, source.segments[bead.first], translation)


def _moved(found: Sequence[Bead], evidence: Evidence, ours: int, theirs: int) -> Iterator[Bead]:
    """Yield pairs of texts that are in none yet and belong together, wherever they stand."""
    mine = {place for bead in found for place in range(bead.first, bead.last)}
    others = {place for bead in found for place in range(bead.other_first, bead.other_last)}
    pairs = evidence.moved(
        [place for place in range(ours) if place not in mine],
        [place for place in range(theirs) if place not in others],
    )
    for one, other in pairs:
        yield Bead(one, one + 1, other, other + 1, _MOVED)


def _is_single(bead: Bead) -> bool:
    return bead.last - bead.first == 1 == bead.other_last - bead.other_first


def _answer(at: dict[int, Bead], place: int, ours: int, theirs: int) -> int | None:
    """Return what text of theirs answers one of ours; the beginnings and the ends answer each other."""
    if place == -1:
        return -1
    if place == ours:
        return theirs
    bead = at.get(place)
    return None if bead is None else bead.other_first


def _by_times(ours: Sequence[Traits], theirs: Sequence[Traits]) -> tuple[Bead, ...]:
    """Return pairs of subtitles: those shown at the same time, and between them those with times in common; () where
    there are no times, or none that are the same.
    """
    places: dict[Times | None, list[int]] = {}
    for place, text in enumerate(theirs):
        places.setdefault(text.times, []).append(place)
    mine: dict[Times | None, int] = {}
    for text in ours:
        mine[text.times] = mine.get(text.times, 0) + 1
    same = {
        place: places[text.times][0]
        for place, text in enumerate(ours)
        if text.times is not None and mine[text.times] == 1 and len(places.get(text.times, ())) == 1
    }
    if not same:
        return ()
    taken = set(same.values())
    free = [place for place, text in enumerate(theirs) if place not in taken and text.times is not None]
    open_ones = [place for place in range(len(ours)) if place not in same]
    same.update(_overlapping(ours, theirs, open_ones, free))
    return tuple(
        Bead(place, place + 1, other, other + 1, 1.0 if ours[place].times == theirs[other].times else 0.5)
        for place, other in sorted(same.items())
    )


def _overlapping(
    ours: Sequence[Traits], theirs: Sequence[Traits], open_ones: Sequence[int], free: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of subtitles that are shown together for more than half of the time."""
    waiting = sorted(free, key=lambda place: theirs[place].times or (0, 0))
    timed = sorted(
        (place for place in open_ones if ours[place].times), key=lambda place: ours[place].times or (0, 0)
    )
    first = 0
    for place in timed:
        begin, end = ours[place].times or (0, 0)
        while first < len(waiting) and (theirs[waiting[first]].times or (0, 0))[1] <= begin:
            first += 1
        if first == len(waiting):
            return
        other_begin, other_end = theirs[waiting[first]].times or (0, 0)
        if 2 * (min(end, other_end) - max(begin, other_begin)) > max(end - begin, other_end - other_begin):
            yield place, waiting[first]
            first += 1
