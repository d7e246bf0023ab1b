"""Texts of others on a terminal: what would move the cursor, hide or turn text round is shown as its code point.

A message can hold an escape sequence, or a bidirectional override that makes a line read as another (CVE-2021-42574,
“Trojan Source”; Unicode Technical Report #36). Data that goes to a file or a pipe stays as it is.
"""

import json
import re

# C0 and C1 controls, bidirectional controls, what has no width, line separators, tags, and bytes that are no text.
_INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f"
)
_UNSAFE = re.compile(f"[{_INVISIBLE}]")
_BREAK = re.compile(r"\r\n|[\t\n\r]")


def escape_controls(text: str) -> str:
    """Return `text` with each character that a terminal obeys, or nobody sees, as `<U+001B>`; lines stay lines.

    Law: doing it again changes nothing.
    """
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_shown, text)


def one_line(text: str) -> str:
    """Return `text` escaped and on one line."""
    return escape_controls(_BREAK.sub(" ", text))


def escape_controls_in_json(text: str) -> str:
    """Return JSON that says the same, with each such character as an escape."""
    return _UNSAFE.sub(lambda found: json.dumps(found[0])[1:-1], text)


def escape_controls_in_markup(text: str) -> str:
    """Return XML or HTML that says the same, with each such character that markup may name as a reference."""
    return _UNSAFE.sub(lambda found: f"&#{ord(found[0])};" if found[0] >= "\x7f" else _shown(found), text)


def _shown(found: re.Match[str]) -> str:
    return f"<U+{ord(found[0]):04X}>"
