"""Blocks of Markdown that CommonMark lacks and no plugin reads as we need them: admonitions, tabs, `:::` and `///`.

A title in them is one inline token, as that of a heading; a text without the syntax is left to the other rules.
"""

import re

from markdown_it.rules_block import StateBlock

# MkDocs: `!!! note "Title"`, `??? tip`, `???+ tip`, and `=== "Tab"` of its tabs; the content is indented.
_ADMONITION = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]*[\w-][\w \t|-]*?(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*\Z"
    r"|===[!+]?[ \t]+\"(?P<tab>[^\"\n]*)\"[ \t]*\Z"
)
# Docusaurus, VitePress, Pandoc: `:::tip Title`, `:::tip[Title]`, `::: {.note}`, and the closing `:::`.
_COLON_FENCE = re.compile(
    r":{3,}[ \t]*(?:[\w.-]*(?:\[(?P<label>[^\]\n]*)\]|[ \t]+(?P<title>[^{\s][^{\n]*?))?)?[ \t]*(?:\{[^\n]*\})?\Z"
)
# PyMdown: `/// note | Title`, `/// html | div.result`, and the closing `///`; what a caption or an element is given is
# no text.
_SLASH_FENCE = re.compile(
    r"/{3,}[ \t]*(?:(?:html|(?:[\w-]+-)?caption)(?:[ \t]*\|[^\n]*)?|[\w-]+(?:[ \t]*\|[ \t]*(?P<title>[^\n]*))?)?\Z"
)
ADMONITION_INDENT = OPTIONS_INDENT = 4


def admonition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """Read an admonition or a tab of MkDocs: a title, and the indented blocks below it."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if state.src[start : start + 3] not in ("!!!", "???", "===") or state.is_code_block(start_line):
        return False
    match = _ADMONITION.match(state.src[start : state.eMarks[start_line]])
    if match is None:
        return False
    if silent:
        return True
    indent = state.blkIndent + ADMONITION_INDENT
    next_line = start_line + 1
    while next_line < end_line and (state.isEmpty(next_line) or state.sCount[next_line] >= indent):
        next_line += 1
    token = state.push("admonition_open", "div", 1)
    token.map = [start_line, next_line]
    _push_title(state, start_line, start, match, ("title", "tab"))
    old = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "admonition", next_line, indent
    state.md.block.tokenize(state, start_line + 1, next_line)
    state.parentType, state.lineMax, state.blkIndent = old
    state.push("admonition_close", "div", -1)
    state.line = next_line
    return True


def colon_fence(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: ARG001, FBT001
    """Read one line of colons, which opens or closes a container: its title is the only text in it."""
    match = _fence_line(state, start_line, ":::", _COLON_FENCE)
    if match is not None and not silent:
        _push_fence(state, start_line, start_line + 1, match, ("label", "title"))
    return match is not None


def slash_fence(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """Read one line of slashes, which opens or closes a block of PyMdown: its title, and the options below it."""
    match = _fence_line(state, start_line, "///", _SLASH_FENCE)
    if match is not None and not silent:
        next_line = start_line + 1
        indent = state.blkIndent + OPTIONS_INDENT
        while next_line < end_line and not state.isEmpty(next_line) and state.sCount[next_line] >= indent:
            next_line += 1
        _push_fence(state, start_line, next_line, match, ("title",))
    return match is not None


def _fence_line(state: StateBlock, line: int, sign: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith(sign, start) or state.is_code_block(line):
        return None
    return pattern.match(state.src[start : state.eMarks[line]].rstrip(" \t"))


def _push_fence(
    state: StateBlock, line: int, next_line: int, match: re.Match[str], groups: tuple[str, ...]
) -> None:
    state.push("fence_line_open", "div", 1).map = [line, next_line]
    _push_title(state, line, state.bMarks[line] + state.tShift[line], match, groups)
    state.push("fence_line_close", "div", -1)
    state.line = next_line


def _push_title(
    state: StateBlock, line: int, start: int, match: re.Match[str], groups: tuple[str, ...]
) -> None:
    """Push the title that one of the groups has matched, as an inline token with the place of its text."""
    group = next((name for name in groups if match[name]), None)
    if group is None:
        return
    state.push("title_open", "p", 1).map = [line, line + 1]
    token = state.push("inline", "", 0)
    token.map = [line, line + 1]
    token.content = match[group]
    token.children = []
    token.meta["spans"] = [(start + match.start(group), start + match.end(group))]
    state.push("title_close", "p", -1)
