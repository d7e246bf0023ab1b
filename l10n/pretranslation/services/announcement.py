"""What would leave this machine: each request of a service taken apart, so that people see every value in it.

It is made of the very bytes that would be sent. Keys are left out; so are the names of fields, and JSON's signs.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

# What belongs to one text; every other part goes with each request alike.
OF_A_TEXT = ("id", "text", "place", "before", "after", "names", "earlier")
_SHOWN_AS = {"q": "text", "response_format": "form of the answer"}
_KEYS = ("api_key",)
_WHOLE = ("response_format",)


class Part(NamedTuple):
    """A value in a request, and what it is: its field, `text` for a text to translate, `instructions` for a prompt."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A request as it would be sent: where, and every value in its address and its body, but for the key."""

    address: str
    parts: tuple[Part, ...]

    @property
    def characters(self) -> int:
        """How many characters that are."""
        return sum(len(part.text) for part in self.parts)


def outgoing(address: str, query: Iterable[tuple[str, str]], body: bytes | None) -> Outgoing:
    """Return a request taken apart. `query` are the values behind the address, decoded; `body` is JSON or None."""
    parts = [Part(_SHOWN_AS.get(name, name), value) for name, value in query]
    if body is not None:
        parts += _parts("", json.loads(body))
    return Outgoing(address=address, parts=tuple(parts))


def _parts(label: str, value: Any) -> Iterator[Part]:
    """Yield the values in a JSON value, in order, under the name of the field they are in."""
    if label in _KEYS:
        return
    if label in _WHOLE:
        yield Part(_SHOWN_AS[label], json.dumps(value, ensure_ascii=False))
    elif isinstance(value, dict) and "content" in value:
        yield Part("role", str(value["role"]))
        yield from _content(value)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _parts(label if label in ("names", "earlier") else name, one)
    elif isinstance(value, list):
        for one in value:
            yield from _parts(label, one)
    else:
        yield Part(_SHOWN_AS.get(label, label), value if isinstance(value, str) else json.dumps(value))


def _content(message: dict[str, Any]) -> Iterator[Part]:
    """Yield what is in a message to a model: the texts are JSON in it, the rest is a prompt."""
    if message["role"] == "user":
        yield from _parts("", json.loads(message["content"]))
    else:
        yield Part("instructions", message["content"])
