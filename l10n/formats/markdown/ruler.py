"""Which block rules of Markdown are tried on a line: those that can match it.

markdown-it tries each rule on each line, and calls four dozen functions for a line of plain text. Nearly all of its
rules give up at the first character; we look at that character once. What we look at, a rule that we leave out
looks at itself, in the same place of the same state: leaving it out changes nothing
(tests/properties/test_markdown_ruler.py tries all rules, and compares).
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

Rule = Callable[[StateBlock, int, int, bool], bool]

# The characters one of which the first line of a block begins with; rules that are not named begin anywhere.
_BEGINNINGS = {
    "fence": "`~",
    "directive": "`~",
    "admonition": "!?=",
    "colon_fence": ":",
    "slash_fence": "/",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
_LINE = re.compile(r"([^\n]*)(?:\n|\Z)")
_BELOW_HEADER = ("|", "-", ":")
_DEFINITION = (":", "~")


class FirstCharacterRuler(Ruler[Rule]):
    """The rules of another ruler, those that can match a line picked by what stands there."""

    def __init__(self, ruler: Ruler[Rule]) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        self._chains: dict[str, list[Rule]] = {}

    def getRules(self, chainName: str = "") -> list[Rule]:  # noqa: N802, N803  # the name markdown-it calls
        """Return the rules of a chain as one rule; the chain without a name makes blocks, the others end them."""
        if chainName not in self._chains:
            names = [
                rule.name
                for rule in self.__rules__
                if rule.enabled and (not chainName or chainName in rule.alt)
            ]
            rules = zip(names, super().getRules(chainName), strict=True)
            self._chains[chainName] = [_picking(list(rules), ends_blocks=bool(chainName))]
        return self._chains[chainName]


def _picking(rules: Sequence[tuple[str, Rule]], *, ends_blocks: bool) -> Rule:
    """Return the rule that tries those of `rules` that can match, in their order."""
    # A definition ends a block where its mark stands, and begins a list of them below a line of any kind.
    beginnings = {**_BEGINNINGS, "deflist": "".join(_DEFINITION)} if ends_blocks else _BEGINNINGS
    looking = [(name, _looking(name, rule, ends_blocks=ends_blocks)) for name, rule in rules]
    anywhere = [rule for name, rule in looking if name not in beginnings]
    picked = {
        first: [rule for name, rule in looking if first in beginnings.get(name, first)]
        for first in set("".join(beginnings.values()))
    }

    def try_rules(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
        start = state.bMarks[start_line] + state.tShift[start_line]
        for rule in picked.get(state.src[start : start + 1], anywhere):
            if rule(state, start_line, end_line, silent):
                return True
        return False

    return try_rules


def _looking(name: str, rule: Rule, *, ends_blocks: bool) -> Rule:
    """Return the rule, tried only where the lines below are such that it can match."""
    looks = {"table": _heads_table, "lheading": _is_underlined, "deflist": _is_defined}
    if name not in looks or (ends_blocks and name == "deflist"):
        return rule
    can_match = looks[name]

    def looking(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
        return can_match(state, start_line, end_line) and rule(state, start_line, end_line, silent)

    return looking


def _heads_table(state: StateBlock, start_line: int, end_line: int) -> bool:  # noqa: ARG001
    """Return whether the line below may be the delimiter row of a table."""
    below = start_line + 1
    return state.src.startswith(_BELOW_HEADER, state.bMarks[below] + state.tShift[below])


def _is_defined(state: StateBlock, start_line: int, end_line: int) -> bool:
    """Return whether the line below, or that below an empty one, may be a definition."""
    below = start_line + 1
    if below < end_line and state.isEmpty(below):
        below += 1
    return state.src.startswith(_DEFINITION, state.bMarks[below] + state.tShift[below])


def underlines(text: str) -> dict[str, Any]:
    """Return, for the environment of a parse, the numbers of lines that may be underlines, and of empty ones."""
    marked, empty = array("q"), array("q")
    for number, line in enumerate(_LINE.finditer(text)):  # all lines at once are a large text once more
        written = line[1].rstrip(" \t")
        if not written:
            empty.append(number)
        elif written[-1] in "-=":
            marked.append(number)
    return {"underlines": marked, "empty": empty}


def _is_underlined(state: StateBlock, start_line: int, end_line: int) -> bool:
    """Return whether there is a line further down, and before an empty one, that may be an underline."""
    below = bisect_right(state.env["underlines"], start_line)
    if below == len(state.env["underlines"]):
        return False
    line: int = state.env["underlines"][below]
    empty = bisect_right(state.env["empty"], start_line)
    return line < end_line and (empty == len(state.env["empty"]) or state.env["empty"][empty] > line)
