"""JSON in pieces is the JSON that `json.dumps` writes, and its lists are made as they are written."""

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from l10n.cli.reports.json_pieces import json_in_pieces
from l10n.cli.terminal_escaping import escape_controls_in_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


def streamed(value: object) -> object:
    """Return a value in which each list is an iterator."""
    if isinstance(value, list):
        return map(streamed, value)
    if isinstance(value, dict):
        return {name: streamed(one) for name, one in value.items()}
    return value


@given(VALUES)
def test_it_is_what_json_dumps_writes(value: object) -> None:
    written = "".join(json_in_pieces(streamed(value)))
    assert written == escape_controls_in_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def test_an_item_is_made_when_its_turn_comes() -> None:
    made: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1, 4):
            made.append(number)
            yield number

    pieces = json_in_pieces({"items": items(), "end": {}})
    assert [next(pieces) for _ in range(3)] == ['{\n  "items": ', "[\n    ", "1"]
    assert made == [1]
    assert json.loads('{"items": [1' + "".join(pieces)) == {"items": [1, 2, 3], "end": {}}
