"""The blocks of a Markdown text, each line of their text with its exact place.

markdown-it-py decides what is a block (CommonMark, tables of GFM, footnotes, definition lists); it tells lines,
not places. While one of its rules runs, its state knows where the text of each line begins behind all quote
markers, list markers and indents: we run the rules of the leaves and write that down.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any, TypeVar

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, fence, heading, html_block, lheading, paragraph, reference
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from l10n.formats.markdown.inline import fold_label
from l10n.formats.markdown.ruler import FirstCharacterRuler, Rule, underlines
from l10n.formats.markdown.rules import admonition, colon_fence, directive, slash_fence
from l10n.formats.markdown.tables import BlockState, Span, compact_table, own_state, text_of_line, with_cells

# Deeper than any document; what stands deeper still is skeleton. It bounds the depth of our recursion, too.
_DEEPEST = 60
_MARKER = re.compile(r"\[\^[^\]]*\]:|[^\s>]")
_Read = TypeVar("_Read")
_PARAGRAPH_ENDERS = ["paragraph", "reference", "blockquote", "list"]


def block_tokens(text: str, labels: set[str] | None = None) -> Iterator[Token]:
    """Yield the block tokens of `text`; behind the last, add to `labels` what it has targets and footnotes for.

    `meta["spans"]` of a token with text holds start and end of the text of each of its lines, in offsets of
    `text`; `meta["prefix"]` is what a further line of it begins with, and is missing where there can be none.
    `meta["start"]` of a code block is where it begins, and `meta["closed"]` whether a line closes it.
    """
    return through_blocks(text, iter, labels)


def through_blocks(
    text: str, read: Callable[[Iterable[Token]], Iterable[_Read]], labels: set[str] | None = None
) -> Iterator[_Read]:
    """Yield what `read` makes of the tokens of `text`, which it is given some at a time, in their order.

    A list of a hundred thousand items has five times as many tokens: what is made of them takes less memory.
    """
    parser = _parser()
    flat = _same_length(text)
    env: dict[str, Any] = underlines(flat)
    if flat:
        yield from _top_level(parser, BlockState(flat, parser, env, []), read)
    if labels is not None:
        labels.update(fold_label(label) for label in env.get("references", {}))
        labels.update(fold_label(f"^{label[1:]}") for label in env.get("footnotes", {}).get("refs", {}))


def _top_level(
    parser: MarkdownIt, state: BlockState, read: Callable[[Iterable[Token]], Iterable[_Read]]
) -> Iterator[_Read]:
    """Yield what is read in the tokens block by block, as `ParserBlock.tokenize` makes them: all at once, they take
    much memory.
    """
    kept: list[_Read] = []
    state.drain = lambda tokens: kept.extend(read(with_cells(tokens, state.src)))
    rules = parser.block.ruler.getRules("")
    line, has_empty_lines = 0, False
    while (line := state.skipEmptyLines(line)) < state.lineMax:
        state.line = line
        if not any(rule(state, line, state.lineMax, False) for rule in rules):  # noqa: FBT003
            raise AssertionError("no rule matched, not even that of paragraphs")
        state.tight = not has_empty_lines
        yield from kept
        kept.clear()
        yield from read(with_cells(state.tokens, state.src))
        state.tokens.clear()
        line = state.line
        has_empty_lines = has_empty_lines or state.isEmpty(line - 1)
        if line < state.lineMax and state.isEmpty(line):
            has_empty_lines = True
            line += 1


def is_one_paragraph(text: str) -> bool:
    """Return whether `text`, with LF for line ends, is one paragraph and nothing else."""
    return [token.type for token in block_tokens(text)] == ["paragraph_open", "inline", "paragraph_close"]


def inline_tokens(text: str) -> list[Token]:
    """Return what CommonMark reads in the text of a block."""
    return [child for token in _parser().parseInline(text) for child in token.children or ()]


def is_table(text: str) -> bool:
    """Return whether `text` begins with a table."""
    return any(token.type == "table_open" for token in islice(block_tokens(text), 1))


def _same_length(text: str) -> str:
    """Return `text` with line ends as the parser wants them, every character in its old place.

    The blank that stands for the CR of a CR LF is at the end of its line, where no block rule looks at blanks.
    """
    return text.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "inline_definitions": True})
    parser.enable("table").use(footnote_plugin).use(deflist_plugin)
    ruler = parser.block.ruler
    for name, rule, note, ended in (
        ("paragraph", paragraph, _note_lines, []),
        ("lheading", lheading, _note_lines, []),
        ("heading", heading, _note_heading, _PARAGRAPH_ENDERS[:3]),
        ("html_block", html_block, _note_lines, _PARAGRAPH_ENDERS[:3]),
        ("reference", reference, _note_definition, []),
        ("fence", fence, _note_code, _PARAGRAPH_ENDERS),
    ):
        ruler.at(name, _noting(rule, note), {"alt": ended})
    ruler.at("table", compact_table, {"alt": _PARAGRAPH_ENDERS[:2]})
    ruler.before("fence", "admonition", admonition, {"alt": _PARAGRAPH_ENDERS})
    ruler.before("fence", "directive", directive, {"alt": _PARAGRAPH_ENDERS})
    ruler.before("fence", "colon_fence", colon_fence, {"alt": _PARAGRAPH_ENDERS})
    ruler.before("fence", "slash_fence", slash_fence, {"alt": _PARAGRAPH_ENDERS})
    _wrap_rule(parser, "deflist", _note_terms)
    parser.block.ruler = FirstCharacterRuler(ruler)
    return parser


def _wrap_rule(parser: MarkdownIt, name: str, note: Callable[[StateBlock, Sequence[Token]], None]) -> None:
    """Put our notes behind the rule of a plugin, which is known by its name only."""
    rule = dict(zip(parser.block.ruler.get_active_rules(), parser.block.ruler.getRules(""), strict=True))[
        name
    ]
    parser.block.ruler.at(name, _noting(rule, note), {"alt": _PARAGRAPH_ENDERS[:3]})


def _noting(rule: Rule, note: Callable[[StateBlock, Sequence[Token]], None]) -> Rule:
    """Return the rule, which notes down places in the tokens it has made while the state still knows them."""

    def noting(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
        own = own_state(state)
        before = len(own.tokens)
        own.held += 1
        try:
            matched = rule(own, start_line, end_line, silent)
        finally:
            own.held -= 1
        if matched and not silent:
            note(own, own.tokens[before:])
        return matched

    return noting


def _note_lines(state: StateBlock, tokens: Sequence[Token]) -> None:
    """Note the lines of a paragraph, a setext heading or an HTML block."""
    token = next(token for token in tokens if token.type in ("inline", "html_block"))
    first, last = token.map or (0, 0)
    token.meta["spans"] = [text_of_line(state, number) for number in range(first, last)]
    token.meta["prefix"] = _prefix(state, first, last)


def _note_definition(state: StateBlock, tokens: Sequence[Token]) -> None:
    """Note the lines of a link reference definition."""
    first, last = tokens[0].map or (0, 0)
    tokens[0].meta["spans"] = [text_of_line(state, number) for number in range(first, last)]


def _note_code(state: StateBlock, tokens: Sequence[Token]) -> None:
    """Note the lines of a code block, and whether a line closes it."""
    first, last = tokens[0].map or (0, 0)
    mark = tokens[0].markup
    begin, end = state.bMarks[last - 1] + state.tShift[last - 1], state.eMarks[last - 1]
    closing = state.src[begin:end].rstrip(" \t")
    closed = last - first > 1 and len(closing) >= len(mark) and not closing.strip(mark[0])
    tokens[0].meta["start"] = state.bMarks[first] + state.tShift[first]
    tokens[0].meta["closed"] = closed and not state.is_code_block(last - 1)
    spans: list[Span] = []
    for number, line in enumerate(tokens[0].content.split("\n"), first + 1):
        # A tab of which a part is indent has no place of its own.
        if number < last and state.src.endswith(line, state.bMarks[number], state.eMarks[number]):
            spans.append((state.eMarks[number] - len(line), state.eMarks[number]))
    tokens[0].meta["spans"] = spans


def _note_heading(state: StateBlock, tokens: Sequence[Token]) -> None:
    """Note the text of an ATX heading, between its marks."""
    start, _ = text_of_line(state, (tokens[1].map or [0])[0])
    start = state.src.index(tokens[1].content, start + len(tokens[0].markup))
    tokens[1].meta["spans"] = [(start, start + len(tokens[1].content))]


def _note_terms(state: StateBlock, tokens: Sequence[Token]) -> None:
    """Note the terms of a definition list; those of a list inside one of its definitions are noted already."""
    for term, token in pairwise(tokens):
        if term.type == "dt_open" and term.level == tokens[0].level + 1 and token.map:
            token.meta["spans"] = [text_of_line(state, token.map[0])]


def _prefix(state: StateBlock, first: int, last: int) -> str:
    """Return what further lines begin with: the author's own, or as many blanks as the first line has markers.

    A lazy line (without the `>` or the indent of its block) is no example: more could begin there than a
    further line of the paragraph.
    """
    number = first + 1
    own = number < last and state.sCount[number] >= state.blkIndent and not state.isEmpty(number)
    start = state.bMarks[number if own else first] + state.tShift[number if own else first]
    prefix = state.src[state.src.rfind("\n", 0, start) + 1 : start]
    return prefix if own else _MARKER.sub(lambda marker: " " * len(marker.group()), prefix)


def page_of(text: str) -> str:
    """Return the HTML of a piece of Markdown, its raw HTML included."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    return str(parser.render(text))
