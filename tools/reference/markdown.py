"""Pieces of a Markdown page: text that stays text, code, tables, and the line that says where a page comes from."""

import re
from collections.abc import Iterable, Sequence

_CODE = re.compile(r"(`[^`]*`)")


def title(text: str, source: str) -> str:
    """Return the head of a page that is written from `source`, a path in the repository."""
    return f"# {text}\n\n<!-- Written by `make reference` from {source}. Change it there. -->\n"


def prose(text: str) -> str:
    """Return text in which only backticks are markup."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(part if part.startswith("`") else _plain(part) for part in parts)


def code(text: str) -> str:
    """Return text as code inside a line; "" stays empty."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}" if text else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a `|` inside a cell does not end it."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def block(text: str, language: str = "text") -> str:
    """Return text as a block of code, in a fence that it does not hold itself."""
    fence = "~~~" if "```" in text else "```"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\*_\[\]])", r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))
