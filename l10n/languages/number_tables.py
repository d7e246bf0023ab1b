"""The number words of a language: those made of CLDR's rules (`numbers.toml`), and what its `facts.toml` adds."""

from collections.abc import Mapping
from typing import Any


def number_section(own: Mapping[str, Any], made: Mapping[str, Any]) -> dict[str, Any]:
    """Return the section `numbers` of a language with the words that CLDR's rules make of numbers (`made`).

    A value has the words of both; what is `unsure` answers the number that it may be.
    """
    section = {**own, **{key: _joined(made.get(key, {}), own.get(key, {})) for key in ("words", "compounds")}}
    return section


def _joined(one: Mapping[str, list[str]], other: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {value: [*one.get(value, ()), *other.get(value, ())] for value in {**one, **other}}
