"""Entries for the names that no registry has, each from all the mentions of one name, in order of first mention."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from l10n.languages.established_forms import fold_key
from l10n.model import Location
from l10n.names.discovery.entry_proposer import EntryProposer
from l10n.names.discovery.mention_clusters import cluster_mentions
from l10n.names.discovery.mentions import Mention, Passage, find_mentions
from l10n.names.discovery.proposal import Proposal
from l10n.names.recognition.lexicon import Lexicon

LEAST_CONFIDENCE = 0.5


def propose_entries(
    passages: Iterable[Passage],
    source_locale: str,
    locales: Sequence[str],
    lexicon: Lexicon,
    least: float = LEAST_CONFIDENCE,
) -> tuple[Proposal, ...]:
    """Return a proposal for each name in `passages` that `lexicon` does not have, in order of first mention.

    `locales` are those an entry has forms in. What is less sure than `least` is left out.
    """
    found = [mention for passage in passages for mention in find_mentions(passage, source_locale, lexicon)]
    return proposals_for(found, source_locale, locales, lexicon, least)


def proposals_for(
    found: Iterable[Mention],
    source_locale: str,
    locales: Sequence[str],
    lexicon: Lexicon,
    least: float = LEAST_CONFIDENCE,
) -> tuple[Proposal, ...]:
    """Return what `propose_entries` returns, for mentions that were found already; kept designations are no names.

    Mentions that lead to the same forms are of one name, and give one proposal.
    """
    taken = set(lexicon.entries)
    made: dict[tuple[str, ...], Proposal] = {}
    for cluster in cluster_mentions(found):
        if cluster.is_kept:
            continue
        proposal = EntryProposer(cluster, source_locale, locales).proposal(taken)
        if proposal is None or proposal.confidence < least:
            continue
        key = (str(proposal.entry.kind), *(fold_key(proposal.entry.preferred(locale)) for locale in locales))
        if key in made:
            made[key] = replace(made[key], seen=_together(made[key].seen, proposal.seen))
        else:
            taken.add(proposal.entry.id)
            made[key] = proposal
    return tuple(made.values())


def _together(
    one: Mapping[str, tuple[Location, ...]], other: Mapping[str, tuple[Location, ...]]
) -> dict[str, tuple[Location, ...]]:
    return {
        spelling: tuple(dict.fromkeys((*one.get(spelling, ()), *other.get(spelling, ()))))
        for spelling in dict.fromkeys((*one, *other))
    }
