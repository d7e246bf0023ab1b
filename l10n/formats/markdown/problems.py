"""What is broken in a Markdown text so that more of it than its author meant is no text."""

import re
from collections.abc import Iterator

from l10n.formats.base import Problem
from l10n.formats.front_matter.front_matter import front_matter_problem
from l10n.model import LineIndex

_FENCE = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}(?=[^`\r\n]*$)|~{3,})", re.MULTILINE
)


def markdown_problems(text: str, path: str) -> Iterator[Problem]:
    """Yield what is not closed in `text`, and front matter that cannot be read; `path` is for locations."""
    found = front_matter_problem(text)
    if found:
        offset, what, hint = found
        yield Problem(location=LineIndex(text).location(path, offset), what=what, hint=hint)
    if not _may_be_open(text):
        return
    from l10n.formats.markdown.blocks import block_tokens

    for token in block_tokens(text):
        if token.type == "fence" and not token.meta["closed"]:
            yield Problem(
                location=LineIndex(text).location(path, token.meta["start"]),
                what=f"the code block that {token.markup} opens here is never closed",
                hint=f"what follows it, as far as its block goes, is code; close it with {token.markup}",
            )


def _may_be_open(text: str) -> bool:
    """Return whether a look at the fences alone leaves one open; the blocks around them are not looked at.

    It spares sound documents a second parse. Two fences that are both never closed may escape it.
    """
    fence = ""
    for found in _FENCE.finditer(text):
        mark = found["fence"]
        if not fence:
            fence = mark
        elif mark.startswith(fence):
            fence = ""
    return bool(fence)
