"""Laws of `names find --add`: what is decided stays, adding again changes nothing."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.model import Location
from l10n.names.discovery.mentions import Passage, PlacedText
from l10n.names.discovery.proposal_merging import merge_proposals
from l10n.names.discovery.proposals import propose_entries
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.editing import add_entries, change_entries
from l10n.names.registry.entries import EntryStatus, NameEntry, Registry
from l10n.names.registry.reader import read_registry
from tests.conftest import tries
from tests.unit.names.right_forms import NAMES, SENTENCES, entry, right

LOCALES = ("nl", "ru", "pl", "en")
SOURCE = "en"


def _placed(text: str, path: str) -> PlacedText:
    return PlacedText(text=text, locate=lambda offset: Location(path=path, line=1, column=offset + 1))


@st.composite
def passages(draw: st.DrawFn) -> list[Passage]:
    """Return sentences with names, each translated into some of the locales."""
    chosen = draw(
        st.lists(
            st.tuples(
                st.sampled_from(NAMES),
                st.sampled_from(SENTENCES),
                st.lists(st.sampled_from(LOCALES[:3]), unique=True),
            ),
            min_size=1,
            max_size=6,
        )
    )
    return [
        Passage(
            source=_placed(right(name, sentence, "nl").source, "source/a.txt"),
            translations={
                locale: _placed(right(name, sentence, locale).translation, f"{locale}.po")
                for locale in locales
            },
        )
        for name, sentence, locales in chosen
    ]


@st.composite
def registries(draw: st.DrawFn) -> str:
    """Return the text of a registry in which some names are decided and some are not, with comments."""
    blocks = []
    for name in draw(st.lists(st.sampled_from(NAMES), unique_by=lambda name: str(name["id"]), max_size=4)):
        is_decided = draw(st.booleans())
        extra = [] if is_decided else ['status = "proposed"', 'guessed = ["nl"]']
        locales = tuple(draw(st.lists(st.sampled_from(LOCALES), min_size=1, unique=True)))
        if not is_decided:
            locales = tuple(dict.fromkeys(("nl", *locales)))
        blocks.append(f"# about {name['id']}\n{entry(name, locales, *extra)}")
    return "\n".join(blocks)


def added(text: str, found: Sequence[Passage]) -> str:
    """Return the text of a registry after `names find --add`, without the disk."""
    registry = read_registry(text, "names.toml", LOCALES)
    decided = tuple(one for one in registry.entries if one.status is EntryStatus.APPROVED)
    lexicon = compile_lexicon(replace(registry, entries=decided), LOCALES)
    merged = merge_proposals(registry, propose_entries(found, SOURCE, LOCALES, lexicon))
    text = change_entries(text, registry, merged.revised)
    return add_entries(text, [one.entry for one in merged.added])


def by_id(text: str) -> dict[str, NameEntry]:
    registry: Registry = read_registry(text, "names.toml", LOCALES)
    return {one.id: replace(one, line=1) for one in registry.entries}


class TestFindingAgain:
    """Law: merging the same proposals again changes nothing."""

    @settings(max_examples=tries(40))
    @given(text=registries(), found=passages())
    def test_finding_again_changes_nothing(self, text: str, found: list[Passage]) -> None:
        once = added(text, found)
        assert added(once, found) == once

    @settings(max_examples=tries(40))
    @given(found=passages())
    def test_one_name_gives_one_entry(self, found: list[Passage]) -> None:
        entries = by_id(added("", found)).values()
        forms = [one.preferred("en") for one in entries if one.preferred("en")]
        assert len(forms) == len(set(forms))


class TestDecisionsStay:
    """Law: only entries nobody has decided on change: they get forms they lack, and guesses may be settled."""

    @settings(max_examples=tries(40))
    @given(text=registries(), found=passages())
    def test_decisions_stay(self, text: str, found: list[Passage]) -> None:
        before, after = by_id(text), by_id(added(text, found))
        for entry_id, one in before.items():
            now = after[entry_id]
            if one.status is EntryStatus.APPROVED:
                assert now == one
            for locale, forms in one.locales.items():
                if locale not in one.guessed:
                    assert now.locales[locale] == forms
        assert all(f"# about {entry_id}\n" in added(text, found) for entry_id in before)

    @settings(max_examples=tries(40))
    @given(found=passages())
    def test_what_is_added_is_proposed(self, found: list[Passage]) -> None:
        assert all(one.status is EntryStatus.PROPOSED for one in by_id(added("", found)).values())
