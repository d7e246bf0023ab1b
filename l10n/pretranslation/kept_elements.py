"""Elements of HTML whose text nobody translates: code, and what its author has marked so (HTML 5, `translate`).

The text between their tags is shielded with them, attributes included.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:.-]*)([^<>]*)>")
_WORD = re.compile(r"[\w-]+")
_CODE = frozenset({"code", "kbd", "samp", "var", "tt"})


def kept_elements(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of elements that are kept as they are, also those inside others; one without an end is none."""
    opened: dict[str, list[tuple[int, bool]]] = {}
    for tag in _TAG.finditer(text):
        name, attributes = tag[2].lower(), tag[3]
        if attributes.endswith("/"):
            continue
        if not tag[1]:
            opened.setdefault(name, []).append((tag.start(), _is_kept(name, attributes)))
        elif opened.get(name):
            start, is_kept = opened[name].pop()
            if is_kept:
                yield start, tag.end()


def _is_kept(name: str, attributes: str) -> bool:
    if name in _CODE:
        return True
    words = _WORD.findall(attributes.lower())
    return "notranslate" in words or ("translate", "no") in pairwise(words)
