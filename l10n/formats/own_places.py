"""Links that point to a place in their own document: `#…`."""

import re
from typing import NamedTuple

# An id and nothing else: no path of a page that lives behind `#/`, no `#:~:text=`.
_OWN_PLACE = re.compile(
    r"#[^\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f<>\"'`\\(){}\[\]/!?=&#|^]{1,300}"
)


class OwnLink(NamedTuple):
    """A link to a place in its own document: where it stands in a text, and its `#…` as written."""

    offset: int
    target: str


def is_own_place(target: str) -> bool:
    """Return whether a target is an id in its own document: whoever follows it stays on the page."""
    return _OWN_PLACE.fullmatch(target) is not None
