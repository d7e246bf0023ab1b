"""The values that cross packages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import CatalogError, ConfigurationError, L10nError, SeveralErrors, did_you_mean, raise_all
from l10n.model import Edit, LineIndex, Location, apply_edits


class TestLocation:
    def test_it_prints_what_is_known(self) -> None:
        assert str(Location(path="source/x.md", line=14, column=3)) == "source/x.md:14:3"
        assert str(Location(path="source/x.md", line=14)) == "source/x.md:14"
        assert str(Location(path="source/x.md")) == "source/x.md"

    @given(pieces=st.lists(st.sampled_from(["a", "\n", "\r\n", "\r", "\u2028", "\f", "й", ""]), max_size=30))
    def test_every_offset_is_on_its_line(self, pieces: list[str]) -> None:
        """Law: line and column say how many line ends, and how many characters of the line, stand before."""
        text = "".join(pieces)
        index = LineIndex(text)
        for offset in range(len(text) + 1):
            if text[max(0, offset - 1) : offset + 1] == "\r\n":
                continue  # between the two halves of one line end there is no place
            before = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
            assert index.location("x", offset) == Location(
                path="x", line=len(before), column=len(before[-1]) + 1
            )


class TestEdits:
    def test_they_are_applied_together_whatever_their_order(self) -> None:
        edits = [Edit(start=4, end=7, replacement="two"), Edit(start=0, end=3, replacement="zero")]
        assert apply_edits("one one", edits) == "zero two"

    def test_insertions_at_one_place_keep_their_order(self) -> None:
        assert (
            apply_edits("b", [Edit(start=0, end=0, replacement="a"), Edit(start=1, end=1, replacement="c")])
            == "abc"
        )

    def test_edits_that_overlap_are_refused(self) -> None:
        with pytest.raises(ValueError, match="offset 1"):
            apply_edits("abc", [Edit(start=0, end=2, replacement=""), Edit(start=1, end=3, replacement="")])


class TestErrors:
    def test_an_error_says_where_what_why_and_what_to_do(self) -> None:
        error = CatalogError("not a catalog", where="x.po:3:1", why="it is a picture", hint="translate it")
        assert str(error) == "x.po:3:1: not a catalog\n  why: it is a picture\n  hint: translate it"

    def test_several_errors_are_all_told(self) -> None:
        with pytest.raises(SeveralErrors) as raised:
            raise_all([ConfigurationError("one"), CatalogError("two")])
        assert str(raised.value) == "one\ntwo"
        assert raised.value.exit_code == 2

    def test_one_error_is_raised_as_itself_and_none_not_at_all(self) -> None:
        raise_all([])
        only = ConfigurationError("one")
        with pytest.raises(L10nError) as raised:
            raise_all([only])
        assert raised.value is only

    def test_did_you_mean_knows_the_nearest_or_lists_all(self) -> None:
        assert did_you_mean("locals", ["locales", "name"]) == "did you mean 'locales'?"
        assert did_you_mean("nl_XX", ["nl", "ru"]) == "did you mean 'nl'?"
        assert did_you_mean("zzz", ["nl", "ru"]) == "known: nl, ru"
        assert did_you_mean("zzz", []) == ""
