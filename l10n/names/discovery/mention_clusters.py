"""Which mentions are of one name: other transliterations of it, and its surname or given name alone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from l10n.languages.scripts import is_in_script_of
from l10n.languages.transcription import PIVOT
from l10n.model import Location
from l10n.names.discovery.mentions import Mention
from l10n.names.similarity.name_parts import Word, name_of
from l10n.names.similarity.same_name import SAME, same_name
from l10n.names.similarity.slip_distance import heard_keys, keys
from l10n.names.transcription.cross_language_distance import is_inflected, word_distance

_INITIAL = "."  # the key of an initial, which may be any word
_LONGEST_ACRONYM = 5  # characters
# as sure it has to be that two single words are one: Pin and Bin, To and The have 0.95 and more
_ALONE = 0.992
_SAME_WORD = 30  # how far a word that stands alone may sound from that of the full name


@dataclass(slots=True)
class MentionCluster:
    """The mentions of one name: in `full`, and by a part of it alone."""

    full: list[Mention] = field(default_factory=list)
    parts: list[Mention] = field(default_factory=list)
    _spellings: dict[str, int] = field(default_factory=dict)

    @property
    def spelling(self) -> str:
        """The commonest spelling of the full name; of two as common, the first."""
        return max(self._spellings, key=self._spellings.__getitem__)

    def add(self, mention: Mention) -> None:
        """Take in a mention of this name."""
        if self.full and len(mention.spelling.split()) < len(self.spelling.split()):
            self.parts.append(mention)
        else:
            self.full.append(mention)
            self._spellings[mention.spelling] = self._spellings.get(mention.spelling, 0) + 1

    def answers(self, locale: str) -> list[str]:
        """Return the different answers of a locale to the full name, the commonest first."""
        return list(self.counted_answers(locale))

    def counted_answers(self, locale: str) -> Counter[str]:
        """Return how often a locale has each answer to the full name, the commonest first."""
        found = Counter(mention.answers[locale].text for mention in self.full if locale in mention.answers)
        return Counter(dict(found.most_common()))

    def translated(self, locales: Iterable[str]) -> dict[str, int]:
        """Return how many texts with the full name each locale has translated; those that have none are left out."""
        counts = {
            locale: sum(locale in mention.passage.translations for mention in self.full) for locale in locales
        }
        return {locale: count for locale, count in counts.items() if count}

    @property
    def is_kept(self) -> bool:
        """Whether it is a designation that all translations leave as it is: USB, the key F1. Nobody has to decide."""
        mentions = (*self.full, *self.parts)
        answers = {answer.text for mention in mentions for answer in mention.answers.values()}
        return _is_designation(self.spelling) and answers == {mention.spelling for mention in mentions}

    def seen(self) -> Mapping[str, tuple[Location, ...]]:
        """Return where each spelling was seen."""
        places: dict[str, dict[Location, None]] = {}
        for mention in (*self.full, *self.parts):
            places.setdefault(mention.spelling, {})[mention.location] = None
        return {spelling: tuple(found) for spelling, found in places.items()}


def cluster_mentions(mentions: Iterable[Mention]) -> tuple[MentionCluster, ...]:
    """Return the mentions by name, in order of first mention; those of several words decide."""
    ordered = list(mentions)
    clusters = _Clusters()
    by_spelling: dict[str, MentionCluster] = {}
    for mention in sorted(ordered, key=lambda mention: " " not in mention.spelling):
        cluster = by_spelling.get(mention.spelling)
        if cluster is None:
            cluster = by_spelling[mention.spelling] = clusters.of(mention.spelling)
        cluster.add(mention)
    return tuple(
        {id(cluster): cluster for mention in ordered for cluster in (by_spelling[mention.spelling],)}.values()
    )


class _Clusters:
    """The clusters by what their words sound like: a spelling is compared with those it may belong to, not with all."""

    def __init__(self) -> None:
        self._clusters: list[MentionCluster] = []
        self._places: dict[str, set[int]] = {}

    def of(self, spelling: str) -> MentionCluster:
        """Return the first cluster a new spelling belongs to, made when there is none."""
        keys_of_words = [_keys(word) for word in name_of(spelling).words]
        wanted = [self._alike(keys) for keys in keys_of_words if _INITIAL not in keys]
        places = set.intersection(*wanted) if wanted else range(len(self._clusters))
        place = next(
            (place for place in sorted(places) if _is_of(spelling, self._clusters[place])),
            len(self._clusters),
        )
        if place == len(self._clusters):
            self._clusters.append(MentionCluster())
        for key in chain.from_iterable(keys_of_words):
            self._places.setdefault(key, set()).add(place)
        return self._clusters[place]

    def _alike(self, keys: Iterable[str]) -> set[int]:
        return set().union(*(self._places.get(key, ()) for key in (*keys, _INITIAL)))


def _keys(word: Word) -> tuple[str, ...]:
    """Return what a word shares with any spelling of it, one at least: its consonants, the names it is a form of."""
    if word.initial:
        return (_INITIAL,)
    return (*keys(word.text), *heard_keys(word.text), *map(str, word.groups))


def _is_of(spelling: str, cluster: MentionCluster) -> bool:
    if _is_designation(spelling) or _is_designation(cluster.spelling):
        return spelling.casefold() == cluster.spelling.casefold()
    words, others = spelling.split(), cluster.spelling.split()
    if len(words) == 1 < len(others):
        return min(word_distance(words[0], others[0]), word_distance(words[0], others[-1])) <= _SAME_WORD
    least = _ALONE if len(words) == 1 else SAME
    return len(words) == len(others) and (
        same_name(spelling, cluster.spelling).score >= least or _is_another_case(words, others)
    )


def _is_designation(spelling: str) -> bool:
    """Tell whether it is a letter or an acronym, with a number or without: MTA and MDA sound alike, and are two."""
    return len(spelling) == 1 or (
        len(spelling) <= _LONGEST_ACRONYM and spelling.isupper() and " " not in spelling
    )


def _is_another_case(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two Russian names may be one in two cases: Клим Шипенко, Климом Шипенко."""
    pairs = list(zip(words, others, strict=True))
    return all(is_in_script_of(word, PIVOT) for word in (*words, *others)) and all(
        is_inflected(one, other) or is_inflected(other, one) for one, other in pairs
    )
