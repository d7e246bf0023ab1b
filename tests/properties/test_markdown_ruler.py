"""Trying fewer rules of Markdown reads the same blocks."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.ruler import Ruler
from markdown_it.token import Token

from l10n.formats.markdown import blocks as markdown_blocks
from l10n.formats.markdown import ruler as markdown_ruler
from l10n.formats.markdown import tables as markdown_tables
from l10n.formats.markdown.blocks import block_tokens
from l10n.formats.markdown.ruler import FirstCharacterRuler

# What each rule reads, as a block of its own and as the end of another.
_BLOCKS = {
    "fence": ["```\na\n```", "~~~\nb\n~~~"],
    "admonition": ['!!! note "A"', '??? tip "B"', '=== "C"'],
    "directive": ["```{note} Title\n:class: a\nText\n```", "~~~{tip}\n- a\n~~~"],
    "colon_fence": [":::tip Title"],
    "slash_fence": ["/// tip | Title\n    open: True\nText\n///", "///"],
    "blockquote": ["> quote"],
    "hr": ["***", "- - -", "___"],
    "list": ["* a", "+ b", "- c", *(f"{digit}. d" for digit in range(10)), "1) e", "- - 1. f\n    > g"],
    "footnote_def": ["[^1]: footnote"],
    "reference": ["[a]: http://x.org"],
    "html_block": ["<div>\na\n</div>", "<!-- b -->"],
    "heading": ["# Head", "####### none"],
    "table": ["a | b\n--|--\nc | d", "a|b\n:-|:-\n***", "|a|\n|-|"],
    "lheading": ["one\n===", "two\n---", "three\nfour\n=   ", "> a\n> -", "five\n\n==="],
    "deflist": ["term\n: a\n~ b\n: c", "term\n\n~ c", ": x\n  : y", "term\n    : deep"],
    "code": ["    code", "\tcode"],
    "paragraph": ["word", "\u00a0", "\\# word", "x\ty"],
}
_ALL = [block for blocks in _BLOCKS.values() for block in blocks]
_ONCE = "\n\nword\n\n".join(_ALL)  # else one list would take in the next
_ENDING = "\n".join(f"\nword\n{block}" for block in _ALL)
_WITHIN = "\n".join(
    f"\n{container}word\n{' ' * indent}{block}"
    for block in _ALL
    for container, indent in (("- ", 2), ("> ", 0))
)
_LINE = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", " ", "    ", "> ", ">", "- ", "1. ", "\t", "[^1]: ", ": "]),
        st.sampled_from(["", "", "  ", "> ", "- ", "* ", "10) ", "~ "]),
        st.one_of(
            st.sampled_from([line for block in _ALL for line in block.split("\n")]),
            st.text("ab -*_#>`[]()<:=+~|!?\\.19\t\u00a0", max_size=8),
        ),
    ),
)
_SOURCES = st.builds(
    lambda lines, end: end.join(lines), st.lists(_LINE, max_size=14), st.sampled_from(["\n", "\r\n"])
)


def _read(text: str) -> tuple[list[Token], set[str]]:
    labels: set[str] = set()
    return list(block_tokens(text, labels)), labels


def _read_with_all_rules(text: str) -> tuple[list[Token], set[str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FirstCharacterRuler, "getRules", Ruler.getRules)
        return _read(text)


class TestRulesLeftOut:
    """Law: what a rule that we leave out looks at, we look at: leaving it out changes nothing."""

    @given(text=_SOURCES)
    @example(text=_ONCE)
    @example(text=_ENDING)
    @example(text=_WITHIN)
    def test_tokens_are_those_of_all_rules_tried_on_each_line(self, text: str) -> None:
        assert _read(text) == _read_with_all_rules(text)

    @pytest.mark.parametrize(
        ("name", "character"),
        [(name, character) for name, known in markdown_ruler._BEGINNINGS.items() for character in known],
    )
    def test_the_samples_show_each_character_that_would_be_forgotten(
        self, name: str, character: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fewer = markdown_ruler._BEGINNINGS[name].replace(character, "")
        expected = [_read_with_all_rules(text) for text in (_ONCE, _ENDING)]
        monkeypatch.setattr(markdown_ruler, "_BEGINNINGS", {**markdown_ruler._BEGINNINGS, name: fewer})
        monkeypatch.setattr(markdown_blocks, "_parser", markdown_blocks._parser.__wrapped__)
        assert [_read(text) for text in (_ONCE, _ENDING)] != expected

    @pytest.mark.parametrize("look", ["_heads_table", "_is_underlined", "_is_defined"])
    def test_the_samples_show_a_look_that_would_not_see_its_block(
        self, look: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        expected = _read_with_all_rules(_ONCE)
        monkeypatch.setattr(markdown_ruler, look, lambda *_: False)
        monkeypatch.setattr(markdown_blocks, "_parser", markdown_blocks._parser.__wrapped__)
        assert _read(_ONCE) != expected


class TestLongLists:
    """What is read of a list is the same whether its items are read as they come or all at its end."""

    @given(_SOURCES)
    @example(_ONCE)
    @example(_WITHIN)
    @example(
        "- a\n" * 5
        + "\n  - b\n\n    | c | d |\n    |---|---|\n    | e | f |\n- term\n  : - x\n    - y\n- z\n"
    )
    def test_items_are_read_as_they_come(self, text: str) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(markdown_tables, "_MANY", 0)
            at_once = _plain(*_read(text))
        assert at_once == _plain(*_read(text))


def _plain(tokens: list[Token], labels: set[str]) -> tuple[list[object], set[str]]:
    """Return tokens without `hidden`, which tells how a paragraph of a list is printed and is nothing to us."""
    return [token.copy(hidden=False) for token in tokens], labels
