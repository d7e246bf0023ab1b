"""Whatever stands in `names.toml`, reading it gives a registry or errors with a place, never a traceback."""

import contextlib
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.errors import BudgetError, L10nError, RegistryError, SeveralErrors
from l10n.names.recognition.consistency import fix_names
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry
from tests.conftest import tries

KEYS = ("id", "kind", "gender", "native", "language", "because", "status", "nl", "ru", "de", "x")
LOCALE_KEYS = ("preferred", "admitted", "deprecated", "cases", "indeclinable", "y")
plain = st.one_of(
    st.sampled_from(("person", "male", "ru", "Клим", "Klim Sjipenko", "a-b", "", " ", "’s", "—")),
    st.text(max_size=5),
    st.integers(),
    st.booleans(),
)
values = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=6), st.dictionaries(st.sampled_from(LOCALE_KEYS), inner, max_size=3)
    ),
    max_leaves=8,
)


def as_toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {as_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(as_toml(item) for item in value) + "]"
    return json.dumps(value)


def read(text: str) -> None:
    try:
        registry = read_registry(text, "names.toml", ("nl", "ru"))
    except L10nError as caught:
        errors = caught.errors if isinstance(caught, SeveralErrors) else (caught,)
        assert all(
            isinstance(error, RegistryError | BudgetError) and error.where.startswith("names.toml:")
            for error in errors
        )
    else:
        lexicon = compile_lexicon(registry, ("nl", "ru"))
        fix_names("Klim Sjipenko en Клим, a, b", "nl", lexicon)


class TestReadingNeverTracesBack:
    """Rule: a broken `names.toml` is RegistryError, all problems at once, each with its place."""

    @settings(max_examples=tries(100))
    @given(st.lists(st.dictionaries(st.sampled_from(KEYS), values, max_size=8), max_size=3))
    def test_structures(self, entries: list[dict[str, object]]) -> None:
        read(
            "".join(
                f"[[name]]\n{''.join(f'{k} = {as_toml(v)}' + chr(10) for k, v in e.items())}" for e in entries
            )
        )

    @settings(max_examples=tries(100))
    @given(st.text(max_size=60))
    def test_any_text(self, text: str) -> None:
        read(text)

    def test_deep_nesting_and_huge_numbers(self) -> None:
        for text in ("x = " + "[" * 5000, "x = " + "9" * 5000, "[[name]]\n" * 3, "name.id = 1", "[[name.x]]"):
            with contextlib.suppress(RegistryError):
                read(text)
