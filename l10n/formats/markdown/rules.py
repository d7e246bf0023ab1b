"""Blocks of Markdown that CommonMark lacks and no plugin reads as we need them: admonitions, tabs, `:::`,
`///`, directives.

A title in them is one inline token, as that of a heading; a text without the syntax is left to the other rules.
"""

import re

from markdown_it.rules_block import StateBlock

from l10n.formats.html.tokens import names

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
# MyST: a code block whose language is a directive in braces; the text in these is prose, and so is what follows their
# name, but for that of the second set.
_DIRECTIVE = re.compile(r"(?P<fence>`{3,}|~{3,})\{(?P<name>[\w:-]+)\}[ \t]*(?P<title>[^`\n]*)\Z")
_DIRECTIVE_OPTION = re.compile(r":[\w-]+:(?:[ \t]|\Z)")
_PROSE_DIRECTIVES = names(
    "admonition attention caution danger deprecated dropdown epigraph error hint important margin note pull-quote "
    "seealso sidebar tab-item tip todo topic versionadded versionchanged warning"
)
_FRAMES = names("card-carousel container div figure grid grid-item list-table tab-set")
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


def directive(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a directive of MyST whose content is text: its title, its options, and the blocks up to its closing line."""
    match = _fence_line(state, start_line, ("```", "~~~"), _DIRECTIVE)
    if match is None or match["name"] not in _PROSE_DIRECTIVES | _FRAMES:
        return False
    closing = _closing_line(state, start_line + 1, end_line, match["fence"])
    if closing is None or silent:
        return closing is not None
    state.push("directive_open", "div", 1).map = [start_line, closing]
    if match["name"] in _PROSE_DIRECTIVES:
        start = state.bMarks[start_line] + state.tShift[start_line]
        _push_title(state, start_line, start, match, ("title",))
    first = start_line + 1
    while first < closing and _DIRECTIVE_OPTION.match(_line(state, first)):
        first += 1
    old = state.parentType, state.lineMax
    state.parentType, state.lineMax = "admonition", closing
    state.md.block.tokenize(state, first, closing)
    state.parentType, state.lineMax = old
    state.push("directive_close", "div", -1)
    state.line = closing + 1
    return True


def _closing_line(state: StateBlock, line: int, end_line: int, fence: str) -> int | None:
    """Return the first line of as many marks as `fence`, or more; None where the block around it ends before."""
    while line < end_line and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        written = _line(state, line).rstrip(" \t")
        if len(written) >= len(fence) and not written.strip(fence[0]) and not state.is_code_block(line):
            return line
        line += 1
    return None


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _fence_line(
    state: StateBlock, line: int, sign: str | tuple[str, ...], pattern: re.Pattern[str]
) -> re.Match[str] | None:
    written = _line(state, line)
    if not written.startswith(sign) or state.is_code_block(line):
        return None
    return pattern.match(written.rstrip(" \t"))


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
