"""Spellings nobody registered that can only be a registered name: Julia Peresild, Joelia Peresilt, Шкаплировым.

A word is compared with the forms of the names that share its consonants, by sound and by letters. How far it may be
off depends on what else speaks for the name: that it stands in the original text; that the rest of the name stands
beside it; or nothing but the spelling. Words that are names of their own are left alone: Kim is not Klim.
"""

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from rapidfuzz.distance import OSA

from l10n.languages.established_forms import fold_key
from l10n.languages.grammar import Case, Kind
from l10n.languages.scripts import is_in_script_of
from l10n.languages.transcription import has_pivot_letter, targets_of
from l10n.names.inflection.persons import family_forms
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.recognition.misspelling_index import is_near, misspelling_index
from l10n.names.recognition.name_context import NameContext
from l10n.names.recognition.occurrences import Evidence, Occurrence
from l10n.names.recognition.surface_trie import SurfaceSense
from l10n.names.registry.entries import NameEntry
from l10n.names.similarity.slip_distance import MOST_OFF, MOST_OFF_PER_LETTER, off
from l10n.names.text.capitalised_runs import CapitalisedWord
from l10n.names.text.folding import fold_form
from l10n.names.text.sentence_context import SOFT_BLANKS
from l10n.names.transcription.back_transcription import back_transcribe
from l10n.names.transcription.cross_language_distance import word_distance
from l10n.names.transcription.onomasticon import store

# How far a spelling may be off, in all and for each of its letters: hundredths of a consonant, as
# `alignment.distance` counts.
_LIMITS = {
    Evidence.ORIGINAL: (MOST_OFF, MOST_OFF_PER_LETTER),
    Evidence.COMPANION: (95, 12),
    Evidence.SPELLING: (60, 10),
}
_SHORTEST_ALONE = 6  # letters of a word that is recognised by nothing but its spelling
_NEARLY = 15  # senses that cost less than so much more than the best are as good
_MOST_OTHERS = 300  # other names of an original that a spelling is compared with


@dataclass(frozen=True, slots=True, kw_only=True)
class _Likeness:
    """What words of the text may be: the sense, how far off, and how many words."""

    cost: int
    words: int
    sense: SurfaceSense


def misspelled_names(context: NameContext) -> tuple[Occurrence, ...]:
    """Return the spellings in the text of `context` that are no registered form and can only be a registered name.

    A word that also stands in the original text is no misspelling of what the original names; nor is one that is nearer
    to another name of the original, one behind another given name, or one more than the original has (Schulz beside
    Scholz, Lyudmila Putina beside Putin). In order, none overlaps another or an occurrence of `context`. Their senses
    are deprecated: no locale writes them so.
    """
    if not context.lexicon.entries:
        return ()
    words = _free_words(context)
    known = frozenset(re.findall(r"\w+", context.original.text)) if context.original else frozenset[str]()
    found: list[Occurrence] = []
    place = 0
    while place < len(words):
        accepted = [
            (-likeness.words, likeness.cost, evidence, likeness.sense)
            for likeness in _likenesses(words, place, context)
            if (evidence := _evidence(likeness, words[place : place + likeness.words], context, known))
        ]
        if not accepted:
            place += 1
            continue
        accepted.sort(key=itemgetter(0, 1))
        length, best, evidence, _ = accepted[0]
        senses = (row[3] for row in accepted if row[0] == length and row[1] < best + _NEARLY)
        last = words[place - length - 1]
        found.append(
            Occurrence(start=words[place].start, end=last.end, senses=tuple(senses), evidence=evidence)
        )
        place -= length
    return tuple(found)


def _free_words(context: NameContext) -> list[CapitalisedWord]:
    """Return the capitalised words that are no occurrence, no title, and not met in lower case as well."""
    return [
        word for word in context.free_words if not word.is_initial and not context.has_word(word.text.lower())
    ]


def _likenesses(words: Sequence[CapitalisedWord], place: int, context: NameContext) -> Iterator[_Likeness]:
    """Yield the names the words from `place` on may be, as far as spelling goes, whatever the evidence."""
    for near in misspelling_index(context.lexicon).near(words[place].text):
        beside = words[place : place + len(near.words)]
        if len(beside) < len(near.words) or not _is_one_name(beside, context.text):
            continue
        others = zip(beside[1:], near.words[1:], strict=True)
        costs = [near.off, *(off(word.text, wanted) for word, wanted in others)]
        if all(is_near(cost, len(wanted)) for cost, wanted in zip(costs, near.words, strict=True)):
            # of two that are as near, the form that is right here
            unlikely = 2 * (near.sense.locale != context.locale) + near.deprecated
            is_base = near.sense.cases[0] not in (Case.POSSESSIVE, Case.PLURAL)
            yield _Likeness(
                cost=max(costs) + (not is_base) * _NEARLY + unlikely, words=len(near.words), sense=near.sense
            )


def _is_one_name(words: Sequence[CapitalisedWord], text: str) -> bool:
    return all(
        SOFT_BLANKS.fullmatch(text, before.end, after.start) for before, after in itertools.pairwise(words)
    )


def _evidence(
    likeness: _Likeness, words: Sequence[CapitalisedWord], context: NameContext, original: Collection[str]
) -> Evidence | None:
    """Return the best that speaks for a likeness, or None when all of it is not enough."""
    entry = context.lexicon.entries[likeness.sense.entry]
    letters = min(len(word.text) for word in words)
    if entry.kind is Kind.PLACE and _is_derived(words[-1], entry, likeness.sense.surface, context):
        return None
    if _is_of_the_family(words, likeness.sense, entry, context):
        return None
    if _is_somebody_else(words, likeness, context):
        return None
    if entry.id in context.expected and not all(word.text in original for word in words):
        evidence = Evidence.ORIGINAL
    elif entry.kind not in (Kind.PERSON, Kind.PLACE) or _is_stranger(words, likeness.sense, entry, context):
        return None
    elif len(words) > 1 or _has_companion(words[0], likeness.sense, context):
        evidence = Evidence.COMPANION
    elif likeness.sense.part is NamePart.GIVEN or letters < _SHORTEST_ALONE:
        return None
    else:
        evidence = Evidence.SPELLING
    return evidence if _allows(evidence, likeness.cost, letters) else None


def _is_somebody_else(words: Sequence[CapitalisedWord], likeness: _Likeness, context: NameContext) -> bool:
    """Tell whether the original has another name these words answer better, or all its mentions are answered."""
    if len(words) > 1 or likeness.sense.part is NamePart.GIVEN:
        return False
    entry = likeness.sense.entry
    if _has_companion(words[0], likeness.sense, context):
        return False
    if _has_another_given_name(words[0], entry, context):
        return True
    if context.original is None:
        return False
    if entry in context.expected and context.mentions[entry] >= context.original.mentions[entry]:
        return True
    locale, others = context.original.locale, context.original.free_spellings
    # where there are hundreds of other names nobody can tell
    return len(others) > _MOST_OTHERS or any(
        word_distance(other, words[0].text, locale) <= likeness.cost for other in others
    )


def _has_another_given_name(word: CapitalisedWord, entry: str, context: NameContext) -> bool:
    """Tell whether a given name that is none of the entry, nor like one, stands directly before a word."""
    before = context.word_before(word.start)
    if before is None or not context.looks_like_name(before[0]) or context.is_title(before[0]):
        return False
    if context.starts_sentence(before[1]) and not _known_reading(before[0], context.locale)[1]:
        return False
    known = context.lexicon.words_of(entry)
    return all(not is_near(off(before[0], name), len(name)) for name in known)


def _allows(evidence: Evidence, cost: int, letters: int) -> bool:
    most, each = _LIMITS[evidence]
    return cost <= min(most, each * letters)


def _is_derived(word: CapitalisedWord, entry: NameEntry, surface: str, context: NameContext) -> bool:
    """Tell whether a word is made of the name of a place: Russians, Amerikaanse, Kazakhstani."""
    if not context.language.capitalised and not word.opens:
        return False  # a language that writes such words small
    folded = fold_form(word.text).casefold()
    known = entry.locales.get(context.locale)
    names = (surface, *((known.preferred, *known.admitted) if known else ()))
    return any(
        folded.endswith(ending)
        and base.startswith(folded.removesuffix(ending)[: len(base)])
        and len(folded.removesuffix(ending)) >= len(base) - 2
        for base in (fold_form(name).casefold() for name in names)
        for ending in context.language.derivations
    )


def _is_of_the_family(
    words: Sequence[CapitalisedWord], sense: SurfaceSense, entry: NameEntry, context: NameContext
) -> bool:
    """Tell whether a word is a regular form of the surname: alone also that of another bearer (Ивановой, Ивановых)."""
    known = entry.locales.get(context.locale)
    if entry.kind is not Kind.PERSON or sense.part is NamePart.GIVEN or len(words) > 1 or known is None:
        return False
    if not context.language.declines:
        return False
    gender = entry.gender if _has_companion(words[0], sense, context) else None
    surnames = {form.rsplit(maxsplit=1)[-1] for form in (known.preferred, *known.admitted)}
    found = fold_form(words[0].text).casefold()
    return any(found in family_forms(surname, context.locale, gender) for surname in surnames)


def _has_companion(word: CapitalisedWord, sense: SurfaceSense, context: NameContext) -> bool:
    """Tell whether another part of the same name stands directly beside the word."""
    for other in context.beside(word.start, word.end):
        parts = {known.part for known in other.senses if known.entry == sense.entry}
        if parts and sense.part not in parts:
            return True
    return False


def _is_stranger(
    words: Sequence[CapitalisedWord], sense: SurfaceSense, entry: NameEntry, context: NameContext
) -> bool:
    """Tell whether a word is known as another name than the part of the entry it resembles."""
    natives = {fold_key(word) for word in entry.native.split()} | {
        fold_key(word) for forms in entry.locales.values() for word in forms.preferred.split()
    }
    for word, surface in zip(words, sense.surface.split(), strict=True):
        base = _as_registered(word.text, surface, sense.form.split())
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
    if has_pivot_letter(word):
        lower = fold_key(word)
        return lower, any(store.names().weight(kind, lower) for kind in store.KINDS)
    if locale not in targets_of() or not is_in_script_of(word, locale):
        locale = "en"
    _, bearers = store.known_pairs().native(word.lower())
    best = back_transcribe(word, locale, candidates=1)[0]
    known = bearers > 0 or best.is_known
    return fold_key(best.native), known


def _is_known_name(word: str, locale: str, natives: Collection[str]) -> bool:
    native, known = _known_reading(word, locale)
    return known and native not in natives
