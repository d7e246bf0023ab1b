"""Which mentions are of one name: other transliterations of it, and its surname or given name alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from l10n.model import Location
from l10n.names.matching import same_name
from l10n.names.mentions import Mention, word_distance

_SAME_WORD = 30  # how far a word that stands alone may sound from that of the full name


@dataclass(slots=True)
class MentionGroup:
    """The mentions of one name: in `full`, and by a part of it alone."""

    full: list[Mention] = field(default_factory=list)
    parts: list[Mention] = field(default_factory=list)

    @property
    def spelling(self) -> str:
        """The commonest spelling of the full name; of two as common, the first."""
        return Counter(mention.spelling for mention in self.full).most_common(1)[0][0]

    def answers(self, locale: str) -> list[str]:
        """Return the different answers of a locale to the full name, the commonest first."""
        found = Counter(mention.answers[locale].text for mention in self.full if locale in mention.answers)
        return [text for text, _ in found.most_common()]

    def seen(self) -> Mapping[str, tuple[Location, ...]]:
        """Return where each spelling was seen."""
        places: dict[str, dict[Location, None]] = {}
        for mention in (*self.full, *self.parts):
            places.setdefault(mention.spelling, {})[mention.location] = None
        return {spelling: tuple(found) for spelling, found in places.items()}


def group_mentions(mentions: Iterable[Mention]) -> tuple[MentionGroup, ...]:
    """Return the mentions by name, in order of first mention; those of several words decide."""
    ordered = list(mentions)
    groups: list[MentionGroup] = []
    by_spelling: dict[str, MentionGroup] = {}
    for mention in sorted(ordered, key=lambda mention: " " not in mention.spelling):
        group = by_spelling.get(mention.spelling) or _group_of(mention, groups)
        if group is None:
            group = MentionGroup()
            groups.append(group)
        by_spelling[mention.spelling] = group
        is_part = bool(group.full) and len(mention.spelling.split()) < len(group.spelling.split())
        (group.parts if is_part else group.full).append(mention)
    first = {id(mention): place for place, mention in enumerate(ordered)}
    return tuple(sorted(groups, key=lambda group: min(first[id(m)] for m in (*group.full, *group.parts))))


def _group_of(mention: Mention, groups: Iterable[MentionGroup]) -> MentionGroup | None:
    words = mention.spelling.split()
    for group in groups:
        others = group.spelling.split()
        if len(words) == 1 < len(others):
            if min(word_distance(words[0], others[0]), word_distance(words[0], others[-1])) <= _SAME_WORD:
                return group
        elif len(words) == len(others) and same_name(mention.spelling, group.spelling).same:
            return group
    return None
