"""Which registered names a single word may be a spelling of, by sound and by letters, before anything else is asked.

Words are looked up by their consonants, one of them more, less or another; what is left is compared sound by sound
(`phonetic_distance`) and letter by letter. Each word is looked up once.
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from l10n.languages.grammar import Kind
from l10n.names.inflection.surface_forms import NamePart, parts_of
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.surface_trie import SurfaceSense
from l10n.names.registry.entries import FormStatus, NameEntry
from l10n.names.similarity.slip_distance import MOST_OFF, MOST_OFF_PER_LETTER, keys, may_be_alike, off

_REMEMBERED = 50_000  # words whose names are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class NearName:
    """A surface a word may be the first word of: its sense, its words, and how far off the word is.

    `deprecated`: the registry has the surface as a wrong one itself.
    """

    sense: SurfaceSense
    words: tuple[str, ...]
    off: int
    deprecated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """One part of one form of an entry, to compare words with."""

    entry: str
    locale: str
    form: str
    part: NamePart
    deprecated: bool


class MisspellingIndex:
    """The forms of a registry by their first consonants, each also without any one of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        # a first word in lower case, then what it is the first word of
        self._spots: dict[str, dict[_Spot, None]] = {}
        self._words: dict[str, set[str]] = {}
        self._near: dict[str, tuple[NearName, ...]] = {}
        for entry in lexicon.registry.entries:
            known = ((locale, entry.locales.get(locale)) for locale in lexicon.locales)
            for locale, forms in known:
                if forms is None:
                    continue
                for status, form in forms.by_status():
                    for part in parts_of(form, entry):
                        if part in (NamePart.FULL, NamePart.GIVEN, NamePart.SURNAME):
                            spot = _Spot(
                                entry=entry.id,
                                locale=locale,
                                form=form,
                                part=part,
                                deprecated=status is FormStatus.DEPRECATED,
                            )
                            self._add(spot, entry)

    def _add(self, spot: _Spot, entry: NameEntry) -> None:
        words = spot.form.split()
        first = words[1] if spot.part is NamePart.SURNAME and len(words) > 1 else words[0]
        if entry.kind is Kind.PERSON or first[0].isupper():
            first = first.casefold()
            spots = self._spots.setdefault(first, {})
            if not spots:
                for key in keys(first):
                    self._words.setdefault(key, set()).add(first)
            spots[spot] = None

    def near(self, word: str) -> tuple[NearName, ...]:
        """Return the surfaces whose first word `word` may be, as far as spelling goes."""
        known = self._near.get(word)
        if known is None:
            others = {other for key in keys(word) for other in self._words.get(key, ())}
            alike = sorted(other for other in others if may_be_alike(word, other))
            spots = (spot for other in alike for spot in self._spots[other])
            known = tuple(near for spot in spots for near in self._compared(word, spot))
            if len(self._near) < _REMEMBERED:
                self._near[word] = known
        return known

    def _compared(self, word: str, spot: _Spot) -> list[NearName]:
        found = []
        forms = self._lexicon.forms_of(spot.entry, spot.locale, spot.form, spot.part)
        for surface, cases in forms.cases().items():
            words = tuple(surface.split())
            far = off(word, words[0])
            if is_near(far, len(words[0])):
                sense = SurfaceSense(
                    entry=spot.entry,
                    part=spot.part,
                    locale=spot.locale,
                    status=FormStatus.DEPRECATED,
                    form=spot.form,
                    surface=surface,
                    cases=cases,
                )
                found.append(NearName(sense=sense, words=words, off=far, deprecated=spot.deprecated))
        return found


_INDEXES: WeakKeyDictionary[Lexicon, MisspellingIndex] = WeakKeyDictionary()


def misspelling_index(lexicon: Lexicon) -> MisspellingIndex:
    """Return the index of a lexicon, made when first asked for."""
    if lexicon not in _INDEXES:
        _INDEXES[lexicon] = MisspellingIndex(lexicon)
    return _INDEXES[lexicon]


def is_near(far: int, letters: int) -> bool:
    """Return whether a word of so many letters that is `far` off may be the name at all."""
    return far <= min(MOST_OFF, MOST_OFF_PER_LETTER * letters)
