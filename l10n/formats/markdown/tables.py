"""The cells of a table, one by one, each with its exact place.

markdown-it-py decides what is a table (GFM, "Tables"). It makes three tokens of a cell, and a row may have as many
cells as a file has characters: we let it make those of the rows, and make those of the cells when somebody goes through
them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Literal

from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token

Span = tuple[int, int]

_PIPE = re.compile(r"(?<!\\)\|")
_MANY = 2_000  # tokens
_OF_CELLS = ("th_open", "td_open", "inline", "th_close", "td_close")


class BlockState(StateBlock):
    """The state of the block parser, which makes no tokens for cells while it is in a table, only counts columns.

    Of a long list, the tokens of the items that are over go to `drain`: a list may be as long as its file.
    """

    columns: int | None = None
    drain: Callable[[list[Token]], None] | None = None
    held = 0  # rules under way that want to see all their tokens in the end
    _cell = Token("inline", "", 0)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token and return it; for a cell return one that nobody will see."""
        if self.columns is not None and ttype in _OF_CELLS:
            self.columns += ttype == "th_open"
            return self._cell
        token = super().push(ttype, tag, nesting)
        if ttype == "list_item_close" and self.drain and not self.held and len(self.tokens) > _MANY:
            self.drain(self.tokens)
            self.tokens.clear()
        return token


def own_state(state: StateBlock) -> BlockState:
    """Return the state our rules are given: our parser has no other."""
    if not isinstance(state, BlockState):
        raise TypeError("this rule is one of our parser")
    return state


def compact_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """Add the tokens of a table without its cells; those that open a row know their number and the place of the row."""
    own = own_state(state)
    before, own.columns = len(own.tokens), 0
    try:
        matched = table(own, start_line, end_line, silent)
        columns = own.columns
    finally:
        own.columns = None
    if matched and not silent:
        for token in islice(state.tokens, before, None):
            if token.type == "tr_open" and token.map:
                token.meta = {"columns": columns, "row": text_of_line(state, token.map[0])}
    return bool(matched)


def text_of_line(state: StateBlock, number: int) -> Span:
    """Return start and end of the text of a line, behind all markers and without blanks around it."""
    start, end = state.bMarks[number] + state.tShift[number], state.eMarks[number]
    return start, start + len(state.src[start:end].rstrip(" \t"))


def with_cells(tokens: Iterable[Token], text: str) -> Iterator[Token]:
    """Yield the tokens, behind each that opens a row those of its cells.

    `meta["spans"]` of an inline token is the place of its text, and empty for a cell the row lacks.
    """
    tag: Literal["th", "td"] = "td"
    for token in tokens:
        yield token
        if token.type in ("thead_open", "tbody_open"):
            tag = "th" if token.type == "thead_open" else "td"
        elif token.type == "tr_open" and token.meta:
            yield from _tokens_of_cells(token, tag, text)


def _tokens_of_cells(row: Token, tag: str, text: str) -> Iterator[Token]:
    spans = _cells(text, *row.meta["row"])
    for _ in range(row.meta["columns"]):
        yield Token(f"{tag}_open", tag, 1, level=row.level + 1, block=True)
        span = next(spans, None)
        content = text[slice(*span)].replace("\\|", "|") if span else ""
        inline = Token(
            "inline", "", 0, map=row.map, level=row.level + 2, content=content, children=[], block=True
        )
        inline.meta["spans"] = [span] if span else []
        yield inline
        yield Token(f"{tag}_close", tag, -1, level=row.level + 1, block=True)


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the places of the cells of a row: a `|` parts them unless a backslash stands right before it."""
    before = start - 1
    for pipe in _PIPE.finditer(text, start, end):
        if pipe.start() > start:
            yield _trimmed(text, before + 1, pipe.start())
        before = pipe.start()
    if before < end - 1:
        yield _trimmed(text, before + 1, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start += len(part) - len(part.lstrip(" \t"))
    return start, start + len(part.strip(" \t"))
