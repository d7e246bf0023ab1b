"""What is put into a memory is found again, exactly, and TMX carries it without a loss."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.pretranslation.memory import MatchKind, Unit
from l10n.pretranslation.memory_store import Memory
from l10n.pretranslation.tmx import from_tmx, to_tmx
from tests.conftest import tries

LOCALES = ("nl", "en", "ru", "pt_BR", "sr@latin")
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
# what XML 1.0 can hold
_letters = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", include_characters="\t\n\r"
)
printable = st.text(_letters, min_size=1, max_size=60)
numbers = st.integers(-(2**63), 2**63 - 1)


def units(text: st.SearchStrategy[str]) -> st.SearchStrategy[list[Unit]]:
    made = st.builds(
        Unit,
        source=text,
        target=text,
        source_locale=st.just("en"),
        locale=st.sampled_from(LOCALES),
        place=st.one_of(st.just(""), text),
        before=numbers,
        after=numbers,
    )
    return st.lists(made, max_size=6)


class TestAMemory:
    """`search` gives the same text first; what is taken again leaves no trace of what it replaces."""

    @given(units(texts), units(texts))
    @settings(max_examples=tries(40))
    def test_every_unit_is_found_by_its_own_text(self, before: list[Unit], after: list[Unit]) -> None:
        with (
            tempfile.TemporaryDirectory() as folder,
            Memory(Path(folder) / "memory", "memory", is_new=True) as memory,
        ):
            memory.take("a", "1", before)
            memory.take("a", "2", after)
            for unit in after:
                found = memory.search(unit.source, "en", unit.locale, most=20)
                exact = {
                    (match.unit.source, match.unit.target) for match in found if match.kind is MatchKind.EXACT
                }
                same = [
                    other for other in after if (other.source, other.locale) == (unit.source, unit.locale)
                ]
                assert exact == {(other.source, other.target) for other in same}
                assert all(match.unit.locale == unit.locale for match in found)
            assert [unit.target for unit in memory.units()] == [unit.target for unit in after]


class TestTmx:
    """`from_tmx(to_tmx(units)) == units` for every text that XML can hold."""

    @given(units(printable))
    def test_it_comes_back_as_it_was(self, given_units: list[Unit]) -> None:
        written = "".join(to_tmx(given_units, "en")).encode()
        assert list(from_tmx(written, "memory.tmx", "en", LOCALES)) == given_units
