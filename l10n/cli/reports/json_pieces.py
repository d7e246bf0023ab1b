"""JSON that is written as it is made: a hundred thousand findings are never all of them text at once."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from l10n.cli.terminal_escaping import escape_controls_in_json

_STEP = "  "


def json_in_pieces(value: Any) -> Iterator[str]:
    """Yield the lines of JSON that `json.dumps(value, indent=2)` would be, with what nobody sees as escapes.

    An iterator in `value` is a list whose items are asked for when their turn comes.
    """
    for piece in _pieces(value, ""):
        yield escape_controls_in_json(piece)
    yield "\n"


def _pieces(value: Any, indent: str) -> Iterator[str]:
    inner = indent + _STEP
    if isinstance(value, Mapping) and any(isinstance(one, Mapping | Iterator) for one in value.values()):
        for number, (name, one) in enumerate(value.items()):
            yield f"{',' if number else '{'}\n{inner}{json.dumps(name, ensure_ascii=False)}: "
            yield from _pieces(one, inner)
        yield f"\n{indent}}}"
    elif isinstance(value, Iterator):
        opened = False
        for one in value:
            yield f"{',' if opened else '['}\n{inner}"
            yield from _pieces(one, inner)
            opened = True
        yield f"\n{indent}]" if opened else "[]"
    else:  # the line ends inside strings are escapes
        yield json.dumps(value, ensure_ascii=False, indent=len(_STEP)).replace("\n", f"\n{indent}")
