"""The table of syntaxes proves itself: every sample is found whole, and nothing is found in prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats.syntaxes import (
    Metavariable,
    Syntax,
    code_spans,
    metavariables,
    placeholders,
    skeleton,
    syntaxes,
)

each_syntax = pytest.mark.parametrize("syntax", syntaxes(), ids=lambda syntax: syntax.name)
each_metavariable = pytest.mark.parametrize("one", metavariables(), ids=lambda one: one.name)
AROUND = ("{}", "Tekst {} tekst.", "({})", "«{}»,", "Слово {}.", "**{}**", "{}: {}")


def _form(syntax: Syntax) -> str:
    return min(syntax.formats, default="any format")


class TestEachPlaceholder:
    @each_syntax
    def test_each_sample_is_found_whole_wherever_it_stands(self, syntax: Syntax) -> None:
        for sample in syntax.samples:
            for around in AROUND:
                text = around.replace("{}", sample)
                found = placeholders(text, _form(syntax))
                assert {text[one.start : one.end] for one in found} == {sample}
                assert {one.syntax.name for one in found} == {syntax.name}
                assert len(found) == around.count("{}")

    @each_syntax
    def test_nothing_is_found_in_prose(self, syntax: Syntax) -> None:
        for prose in syntax.prose:
            found = [one for one in placeholders(prose, _form(syntax)) if one.syntax is syntax]
            assert found == [], prose

    @each_syntax
    def test_it_says_what_it_is_and_where_it_is_looked_for(self, syntax: Syntax) -> None:
        assert syntax.samples
        assert syntax.prose
        assert syntax.everywhere != bool(syntax.formats)

    def test_two_with_other_blanks_and_other_quoted_words_are_one(self) -> None:
        one, other = placeholders('{{ t("hello") }} {{t("dag")}}', "markdown")
        assert one.key == other.key

    def test_the_branches_of_an_icu_argument_are_part_of_it(self) -> None:
        text = "{n, plural, one {# {kind} item} other {{n} items}} left, {n}"
        assert [text[one.start : one.end] for one in placeholders(text, "markdown")] == [text[:-10], "{n}"]

    def test_where_dates_are_written_in_it_no_conversion_is_a_placeholder(self) -> None:
        assert placeholders("Write %Y-%m-%d, not %d.", "markdown") == ()


class TestEachMetavariable:
    @each_metavariable
    def test_a_translated_one_leaves_the_same_code(self, one: Metavariable) -> None:
        for source, translation in one.samples:
            assert skeleton(source) == skeleton(translation) != source

    @each_metavariable
    def test_what_only_looks_like_one_stands(self, one: Metavariable) -> None:
        for code in one.words:
            assert skeleton(code) == code

    def test_what_stands_around_it_is_code(self) -> None:
        assert skeleton("git checkout -b [branch]") != skeleton("git chekcout -b [branch]")
        assert skeleton("cp SOURCE DEST") != skeleton("mv SOURCE DEST")
        assert skeleton("rm <file>") != skeleton("rm -r <file>")


class TestCodeElements:
    def test_what_stands_in_code_is_found(self) -> None:
        text = "a <code>b {x}</code> c <kbd>d</kbd> <CODE class=x>e</code> </code> <code>f"
        assert [text[start:end] for start, end in code_spans(text)] == ["b {x}", "d", "e"]


class TestOfAnyText:
    @given(st.text(alphabet="{}%$<>=()| \n\\abсд1`'\",#./", max_size=60))
    def test_placeholders_are_in_order_and_do_not_overlap(self, text: str) -> None:
        """Law: offsets are code points of the text, in order, and no two places overlap."""
        end = 0
        for one in placeholders(text, "markdown"):
            assert end <= one.start < one.end <= len(text)
            end = one.end

    @given(st.text(alphabet="[]<>ABab \"'-=", max_size=40))
    def test_what_a_skeleton_keeps_stands_in_the_code_in_that_order(self, code: str) -> None:
        """Law: only words of the reader's own are left out; every other letter of the code is compared."""
        position = 0
        for piece in skeleton(code).split("\ufffc"):
            assert code.find(piece, position) >= position
            position = code.find(piece, position) + len(piece)
