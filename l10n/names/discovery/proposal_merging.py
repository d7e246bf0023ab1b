"""Proposals brought into a registry: what a person has decided stays, what a machine has guessed follows evidence.

Laws (tests/properties/test_find_laws.py):
- Merging the same proposals again changes nothing.
- Only entries nobody has decided on change: they get forms they lack, and what they name as guessed may be settled.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from l10n.languages.established_forms import fold_key
from l10n.languages.grammar import Kind
from l10n.names.discovery.proposal import Proposal
from l10n.names.registry.entries import EntryStatus, NameEntry, Registry, free_id

_ALONE = ("kind", "gender", "native")  # what can be guessed besides the forms of a locale


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedProposals:
    """What proposals make of a registry: entries to add, those to write anew, and the proposals of each entry.

    `known` maps the ids of entries that are there already to their proposals.
    """

    added: tuple[Proposal, ...]
    revised: tuple[NameEntry, ...]
    known: dict[str, Proposal]


def merge_proposals(registry: Registry, proposals: Iterable[Proposal]) -> MergedProposals:
    """Return what to do with `proposals`, made as if no undecided entry of `registry` were there."""
    undecided = [entry for entry in registry.entries if entry.status is EntryStatus.PROPOSED]
    keys: dict[tuple[str, str], NameEntry] = {}
    for one in undecided:
        for key in _keys_of(one):
            keys.setdefault(key, one)
    forms = {form: entry for (_, form), entry in reversed(keys.items())}
    taken = {entry.id for entry in registry.entries}
    new: set[str] = set()
    added: list[Proposal] = []
    revised: dict[str, NameEntry] = {}
    known: dict[str, Proposal] = {}
    for proposal in proposals:
        entry = _entry_of(proposal, keys, forms)
        if entry is None:
            own = replace(proposal.entry, id=free_id(_named(proposal.entry), taken))
            taken.add(own.id)
            new.add(own.id)
            added.append(replace(proposal, entry=own))
            for key in _keys_of(own):  # two proposals for one name are one entry, now and the next time
                keys.setdefault(key, own)
                forms.setdefault(key[1], own)
        elif entry.id not in known and entry.id not in new:
            known[entry.id] = proposal
            after = _revised(entry, proposal)
            if after != entry:
                revised[entry.id] = after
    return MergedProposals(added=tuple(added), revised=tuple(revised.values()), known=known)


def _named(entry: NameEntry) -> str:
    return entry.preferred("en") or next(iter(entry.locales.values())).preferred


def _keys_of(entry: NameEntry) -> list[tuple[str, str]]:
    """Return by what an entry is known again: the forms its locales allow, and its native form.

    A deprecated form may be the name of somebody else.
    """
    forms = [
        (locale, fold_key(form))
        for locale, known in entry.locales.items()
        for form in (known.preferred, *known.admitted)
    ]
    return [*forms, ("", fold_key(entry.native))]


def _entry_of(
    proposal: Proposal, keys: dict[tuple[str, str], NameEntry], forms: dict[str, NameEntry]
) -> NameEntry | None:
    """Return the undecided entry a proposal is about: that with a form of it, else with a spelling it was seen in."""
    found = next((keys[key] for key in _keys_of(proposal.entry) if key in keys), None)
    if found is not None:
        return found
    words = len(proposal.first.spelling.split())
    spellings = (fold_key(spelling) for spelling in proposal.seen if len(spelling.split()) == words)
    return next((forms[spelling] for spelling in spellings if spelling in forms), None)


def _revised(entry: NameEntry, proposal: Proposal) -> NameEntry:
    """Return an undecided entry with what is new: locales without a form, and what guesses have come to be known.

    A guessed form gives way to what translations have, and goes where they have something else; it never gives way to
    another guess: a person may have written it.
    """
    proposed, guessed = proposal.entry, set(entry.guessed)
    locales = {
        locale: forms for locale, forms in entry.locales.items() if not _is_refuted(locale, entry, proposal)
    }
    settled = {key for key in guessed if key in _ALONE and key not in proposed.guessed}
    for locale, forms in proposed.locales.items():
        if locale not in locales or (locale in guessed and locale in proposal.answers):
            locales[locale] = forms
            settled.add(locale)
    if entry.gender is None and proposed.gender is not None and entry.kind is Kind.PERSON:
        settled.add("gender")
    guessed = (guessed - settled) | {key for key in settled if key in proposed.guessed}
    return replace(
        entry,
        kind=proposed.kind if "kind" in settled else entry.kind,
        gender=proposed.gender if "gender" in settled else entry.gender,
        native=proposed.native if "native" in settled else entry.native,
        language=proposed.language if "native" in settled else entry.language,
        locales=locales or entry.locales,
        because=proposed.because if settled else entry.because,
        guessed=tuple(key for key in (*_ALONE, *sorted(locales)) if key in guessed),
    )


def _is_refuted(locale: str, entry: NameEntry, proposal: Proposal) -> bool:
    """Tell whether a locale has translations of texts with the name, and none of them has anything like our guess."""
    is_guess = locale in entry.guessed and locale not in proposal.entry.locales
    return is_guess and locale in proposal.translated
