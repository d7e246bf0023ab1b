"""Texts of others in Markdown of ours: in the summary of a build, in a comment of a pull request."""

import re

from l10n.cli.terminal_escaping import one_line

_MARKS = frozenset("\\`*_[]|~!@#")
# A bare address becomes a link and `$` begins a formula, unless they are written so.
_AS_REFERENCE = re.compile(r":(?=//)|(?<=\b[wW]{3})\.|\$")


def markdown_cell(text: str) -> str:
    """Return text for a cell of a table: what Markdown or HTML would make of it is shown instead."""
    shown = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = "".join(f"\\{character}" if character in _MARKS else character for character in shown)
    return _AS_REFERENCE.sub(lambda found: f"&#{ord(found[0])};", shown)
