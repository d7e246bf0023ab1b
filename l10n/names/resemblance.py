"""Spellings nobody registered that can only be a registered name: Julia Peresild, Joelia Peresilt, Шкаплировым.

A word is compared with the forms of the names that share its consonants, by sound and by letters. How far it may be
off depends on what else speaks for the name: that it stands in the original text; that the rest of the name stands
beside it; or nothing but the spelling. Words that are names of their own are left alone: Kim is not Klim.
"""

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from weakref import WeakKeyDictionary

from rapidfuzz.distance import OSA

from l10n.names.alignment import distance
from l10n.names.capitalised import CapitalisedWord, capitalised_words
from l10n.names.context import Context
from l10n.names.conventional import fold_key
from l10n.names.declension import Part, parts_of
from l10n.names.entries import FormStatus, Kind, NameEntry
from l10n.names.folding import fold_form
from l10n.names.language import Case
from l10n.names.lexicon import Lexicon, Reading
from l10n.names.occurrences import Evidence, Occurrence
from l10n.names.onomasticon import store
from l10n.names.reading import is_in_script, read
from l10n.names.sounds import fold_word, lattice_of, open_rules
from l10n.names.surroundings import BLANKS
from l10n.names.writing import house_locales

# How far a spelling may be off, in all and for each of its letters: hundredths of a consonant, as
# `alignment.distance` counts.
_LIMITS = {Evidence.ORIGINAL: (130, 20), Evidence.COMPANION: (95, 12), Evidence.SPELLING: (60, 10)}
_SLIP = 60  # one letter wrong, missing or too many, or two letters in another order
_SHORTEST_ALONE = 6  # letters of a word that is recognised by nothing but its spelling
_NEARLY = 15  # readings that cost less than so much more than the best are as good
_KEY = 5  # consonants that are compared before any letter is
_CYRILLIC = re.compile("[\u0400-\u052f]")
_VOWELS = re.compile("[^\\w]|[aeiouyаеиоуыэюяьъ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """One part of one form of an entry, to compare words with."""

    entry: str
    locale: str
    form: str
    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class _Likeness:
    """What words of the text may be: the reading, how far off, and how many words."""

    cost: int
    words: int
    reading: Reading


def resembling(context: Context, original: str = "") -> tuple[Occurrence, ...]:
    """Return the spellings in the text of `context` that are no registered form and can only be a registered name.

    A word that also stands in the `original` text is no misspelling of what the original names. In order, none
    overlaps another or an occurrence of `context`. Their readings are deprecated: no locale writes them so.
    """
    words = _free_words(context)
    index = _index_of(context.lexicon)
    known = frozenset(re.findall(r"\w+", original))
    found: list[Occurrence] = []
    place = 0
    while place < len(words):
        accepted = [
            (-likeness.words, likeness.cost, evidence, likeness.reading)
            for likeness in _likenesses(words, place, index, context)
            if (evidence := _evidence(likeness, words[place:][: likeness.words], context, known))
        ]
        if not accepted:
            place += 1
            continue
        accepted.sort(key=itemgetter(0, 1))
        length, best, evidence, _ = accepted[0]
        readings = (row[3] for row in accepted if row[0] == length and row[1] < best + _NEARLY)
        last = words[place - length - 1]
        found.append(
            Occurrence(start=words[place].start, end=last.end, readings=tuple(readings), evidence=evidence)
        )
        place -= length
    return _without_lone_given_names(found, context)


def _free_words(context: Context) -> list[CapitalisedWord]:
    """Return the capitalised words that are no occurrence, no title, and not met in lower case as well."""
    taken = [(occurrence.start, occurrence.end) for occurrence in context.occurrences]
    free: list[CapitalisedWord] = []
    place = 0
    for word in capitalised_words(context):
        while place < len(taken) and taken[place][1] <= word.start:
            place += 1
        is_taken = place < len(taken) and taken[place][0] < word.end
        if not is_taken and not word.is_initial and not (word.opens and context.has_word(word.text.lower())):
            free.append(word)
    return free


def _likenesses(
    words: Sequence[CapitalisedWord], place: int, index: "_Index", context: Context
) -> Iterator[_Likeness]:
    """Yield the names the words from `place` on may be, as far as spelling goes, whatever the evidence."""
    lexicon = context.lexicon
    for spot in index.near(words[place].text):
        forms = lexicon.forms_of(spot.entry, spot.locale, spot.form, spot.part)
        for surface, cases in forms.cases().items():
            wanted = surface.split()
            beside = words[place : place + len(wanted)]
            if len(beside) < len(wanted) or not _is_one_name(beside, context.text):
                continue
            costs = [off(word.text, piece) for word, piece in zip(beside, wanted, strict=True)]
            if all(
                _allows(Evidence.ORIGINAL, cost, len(piece))
                for cost, piece in zip(costs, wanted, strict=True)
            ):
                is_base = cases[0] not in (Case.POSSESSIVE, Case.PLURAL)
                yield _Likeness(
                    cost=max(costs) + (not is_base) * _NEARLY + (spot.locale != context.locale),
                    words=len(wanted),
                    reading=_reading(spot, surface, cases),
                )


def _reading(spot: _Spot, surface: str, cases: tuple[Case, ...]) -> Reading:
    return Reading(
        entry=spot.entry,
        part=spot.part,
        locale=spot.locale,
        status=FormStatus.DEPRECATED,
        form=spot.form,
        surface=surface,
        cases=cases,
    )


def _is_one_name(words: Sequence[CapitalisedWord], text: str) -> bool:
    return all(BLANKS.fullmatch(text, before.end, after.start) for before, after in itertools.pairwise(words))


@lru_cache(maxsize=20_000)
def off(found: str, wanted: str) -> int:
    """Return how far a spelling is from the wanted one: by sound, or by slips of the pen where that is less."""
    one, other = fold_form(found).casefold(), fold_form(wanted).casefold()
    if one == other:
        return 0
    by_sound = distance(fold_word(one), fold_word(other))
    if bool(_CYRILLIC.search(one)) is not bool(_CYRILLIC.search(other)):
        return by_sound
    return min(by_sound, _SLIP * OSA.distance(one, other, score_cutoff=3))


def _evidence(
    likeness: _Likeness, words: Sequence[CapitalisedWord], context: Context, original: Collection[str]
) -> Evidence | None:
    """Return the best that speaks for a likeness, or None when all of it is not enough."""
    entry = context.lexicon.entries[likeness.reading.entry]
    letters = min(len(word.text) for word in words)
    if entry.kind is Kind.PLACE and _is_derived(words[-1], likeness.reading.surface, context):
        return None
    if entry.id in context.expected and not all(word.text in original for word in words):
        evidence = Evidence.ORIGINAL
    elif entry.kind not in (Kind.PERSON, Kind.PLACE) or _is_stranger(words, likeness.reading, entry, context):
        return None
    elif len(words) > 1 or _has_companion(words[0], likeness.reading, context):
        evidence = Evidence.COMPANION
    elif likeness.reading.part is Part.GIVEN or letters < _SHORTEST_ALONE:
        return None
    else:
        evidence = Evidence.SPELLING
    return evidence if _allows(evidence, likeness.cost, letters) else None


def _allows(evidence: Evidence, cost: int, letters: int) -> bool:
    most, each = _LIMITS[evidence]
    return cost <= min(most, each * letters)


def _is_derived(word: CapitalisedWord, surface: str, context: Context) -> bool:
    """Tell whether a word is made of the name of a place: Russians, Amerikaanse, Kazakhstani."""
    if not context.language.capitalised and not word.opens:
        return False  # a language that writes such words small
    folded, base = fold_form(word.text).casefold(), fold_form(surface).casefold()
    return any(
        folded.endswith(ending)
        and base.startswith(folded.removesuffix(ending)[: len(base)])
        and len(folded.removesuffix(ending)) >= len(base) - 2
        for ending in context.language.derivations
    )


def _has_companion(word: CapitalisedWord, reading: Reading, context: Context) -> bool:
    """Tell whether another part of the same name stands directly beside the word."""
    for other in context.occurrences:
        parts = {known.part for known in other.readings if known.entry == reading.entry}
        if parts and reading.part not in parts:
            after = BLANKS.fullmatch(context.text, word.end, other.start) and word.end < other.start
            before = BLANKS.fullmatch(context.text, other.end, word.start) and other.end < word.start
            if after or before:
                return True
    return False


def _is_stranger(
    words: Sequence[CapitalisedWord], reading: Reading, entry: NameEntry, context: Context
) -> bool:
    """Tell whether a word is known as another name than the part of the entry it resembles."""
    natives = {fold_key(word) for word in entry.native.split()} | {
        fold_key(word) for forms in entry.locales.values() for word in forms.preferred.split()
    }
    for word, surface in zip(words, reading.surface.split(), strict=True):
        base = _as_registered(word.text, surface, reading.form.split())
        if fold_key(base) not in natives and _is_known_name(base, context.locale, natives):
            return True
    return False


def _as_registered(found: str, surface: str, words: Sequence[str]) -> str:
    """Return a found word as it would be looked up: its case ending replaced by that of the registered form."""
    form = min(words, key=lambda word: OSA.distance(word, surface))
    shared = next(
        (n for n, (one, other) in enumerate(zip(surface, form, strict=False)) if one != other),
        min(len(surface), len(form)),
    )
    ending = surface[shared:]
    return found[: len(found) - len(ending)] + form[shared:] if found.endswith(ending) else found


@lru_cache(maxsize=4_000)
def _known_reading(word: str, locale: str) -> tuple[str, bool]:
    """Return what a word reads as, and whether that is a name people bear."""
    if _CYRILLIC.search(word):
        lower = fold_key(word)
        return lower, any(store.names().weight(kind, lower) for kind in store.KINDS)
    if locale not in house_locales() or not is_in_script(word, locale):
        locale = "en"
    bearers = store.known_pairs().get(word.lower())
    best = read(word, locale, candidates=1)[0]
    known = bearers is not None or any("known" in step or "convention" in step for step in best.because)
    return fold_key(best.native), known


def _is_known_name(word: str, locale: str, natives: Collection[str]) -> bool:
    native, known = _known_reading(word, locale)
    return known and native not in natives


def _without_lone_given_names(found: Sequence[Occurrence], context: Context) -> tuple[Occurrence, ...]:
    """Leave out given names of persons of whom nothing else in the text, or in the original, speaks."""
    others = {
        reading.entry
        for occurrence in (*context.occurrences, *found)
        for reading in occurrence.readings
        if reading.part is not Part.GIVEN
    }
    return tuple(
        occurrence
        for occurrence in found
        if occurrence.part is not Part.GIVEN
        or occurrence.entry in others
        or occurrence.entry in context.expected
    )


class _Index:
    """The forms of a registry by their first consonants, each also without any one of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._spots: dict[str, dict[_Spot, None]] = {}
        for entry in lexicon.registry.entries:
            for locale, forms in entry.locales.items():
                for _, form in forms.by_status():
                    for part in parts_of(form, entry):
                        if part in (Part.FULL, Part.GIVEN, Part.SURNAME):
                            self._add(_Spot(entry=entry.id, locale=locale, form=form, part=part), entry)

    def _add(self, spot: _Spot, entry: NameEntry) -> None:
        words = spot.form.split()
        first = words[1] if spot.part is Part.SURNAME and len(words) > 1 else words[0]
        if entry.kind is Kind.PERSON or first[0].isupper():
            for key in keys(first):
                self._spots.setdefault(key, {})[spot] = None

    def near(self, word: str) -> tuple[_Spot, ...]:
        """Return the parts whose first word has the consonants of `word`, one of them more, less or another."""
        return tuple(dict.fromkeys(spot for key in keys(word) for spot in self._spots.get(key, ())))


_INDEXES: WeakKeyDictionary[Lexicon, _Index] = WeakKeyDictionary()


def _index_of(lexicon: Lexicon) -> _Index:
    if lexicon not in _INDEXES:
        _INDEXES[lexicon] = _Index(lexicon)
    return _INDEXES[lexicon]


@lru_cache(maxsize=20_000)
def keys(word: str) -> tuple[str, ...]:
    """Return the consonants of a word, those it sounds with by class and those written, also without each one."""
    folded = fold_word(fold_form(word).casefold())
    lattice = lattice_of(folded)
    heard = (lattice.sounds if lattice else folded).translate(_classes())[: _KEY + 1]
    written = _VOWELS.sub("", folded)[: _KEY + 1].upper()  # upper case: not to be mixed up with what is heard
    return tuple(
        dict.fromkeys(
            key[:_KEY]
            for skeleton in (heard, written)
            for key in (skeleton, *(skeleton[:n] + skeleton[n + 1 :] for n in range(len(skeleton))))
        )
    )


@cache
def _classes() -> dict[int, str | None]:
    rules = open_rules("skeleton")
    classes, silent = rules["classes"], rules["silent"]
    assert isinstance(classes, list)  # noqa: S101 - our own package data
    table: dict[int, str | None] = {ord(sign): group[0] for group in classes for sign in group}
    return table | dict.fromkeys(map(ord, str(silent)))
