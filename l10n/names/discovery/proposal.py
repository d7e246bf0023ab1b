"""What is proposed for a name that no registry has: the entry, and all that speaks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from l10n.model import Location
from l10n.names.discovery.mentions import Mention
from l10n.names.registry.entries import NameEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A second spelling of the name in the translations of one locale, and where it stands."""

    locale: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An entry to add to the registry, how sure we are of it (0…1), where the name was seen, and why.

    `first` is the first mention; `variants` are the spellings in translations that differ from the proposed one.
    `seen` maps each spelling in the sources to the places of the passages it stands in; `answers` gives for each
    locale the spellings its translations have, `translated` the locales with translations of its texts at all.
    `alternatives` are up to four other native forms a name of a person or a place may have, likeliest first;
    `is_guess` marks names whose native form is usage, not a rule.
    """

    entry: NameEntry
    confidence: float
    first: Mention
    seen: Mapping[str, tuple[Location, ...]] = field(hash=False)
    answers: Mapping[str, tuple[str, ...]] = field(hash=False)
    variants: tuple[Variant, ...]
    because: tuple[str, ...]
    translated: frozenset[str] = frozenset()
    alternatives: tuple[str, ...] = ()
    is_guess: bool = False
