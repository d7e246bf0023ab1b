"""The registry in other formats and back."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.languages.grammar import Gender, Kind
from l10n.names.registry.editing import add_entries
from l10n.names.registry.entries import EntryStatus, LocaleForms, NameEntry, Registry
from l10n.names.registry.exchange import FORMATS, export_registry, import_registry
from l10n.names.registry.reader import read_registry
from tests.conftest import ROOT, tries

LOCALES = ("nl", "pt_BR", "sr@latin")
each_format = pytest.mark.parametrize("name", FORMATS)


_NAMES = st.builds(
    # What begins as a formula of a spreadsheet does, too.
    "{}{}y".format,
    st.sampled_from(["X", "X", "=X", "+X", "-X", "@X", "'X", "'=X", "''@X"]),
    st.text(st.sampled_from("abcdefghij’'-&<>\",; "), max_size=8),
)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Return a registry whose forms are all different, as a registry has to be."""
    count = draw(st.integers(0, 2))
    pool = iter(draw(st.lists(_NAMES, min_size=count * 15, max_size=count * 15, unique=True)))
    entries = []
    for number in range(count):
        locales = {}
        for locale in LOCALES:
            preferred = next(pool)
            cases = (
                {preferred: (preferred, *(f"{preferred}{case}" for case in "abcde"))}
                if draw(st.booleans())
                else {}
            )
            locales[locale] = LocaleForms(
                preferred=preferred,
                admitted=tuple(next(pool) for _ in range(draw(st.integers(0, 2)))),
                deprecated=tuple(next(pool) for _ in range(draw(st.integers(0, 2)))),
                cases=cases,
                indeclinable=draw(st.booleans()),
            )
        entries.append(
            NameEntry(
                id=f"name-{number}",
                kind=draw(st.sampled_from(Kind)),
                gender=draw(st.sampled_from([None, *Gender])),
                native=draw(_NAMES),
                language=draw(st.sampled_from(["ru", "nl", "kk"])),
                status=draw(st.sampled_from(EntryStatus)),
                because=draw(st.sampled_from(["a reason", 'quotes "and" <tags> & more', "l10n: no JSON"])),
                locales=locales,
            )
        )
    return read_registry(add_entries("", entries), "names.toml", LOCALES)


def _plain(registry: Registry) -> list[NameEntry]:
    return [replace(entry, line=1) for entry in registry.entries]


@each_format
class TestNothingIsLostOnTheWayBack:
    """Law: an exported registry, imported again, is the same registry."""

    @settings(max_examples=tries(30))
    @given(registry=registries())
    def test_nothing_is_lost_on_the_way_back(self, name: str, registry: Registry) -> None:
        text = export_registry(registry, name)
        assert _plain(import_registry(text, f"names.{name}", name, LOCALES)) == _plain(registry)

    def test_nor_of_the_registry_of_this_project(self, name: str) -> None:
        text = (ROOT / "locales" / "names.toml").read_text(encoding="utf-8")
        registry = read_registry(text, "locales/names.toml", ["nl", "en", "ru"])
        again = import_registry(export_registry(registry, name), f"x.{name}", name, ["nl", "en", "ru"])
        assert _plain(again) == _plain(registry)

    @given(text=st.text(max_size=80))
    def test_any_text_is_read_or_refused_with_its_path(self, name: str, text: str) -> None:
        """Law: what is not in the format is an error that names the file, never a traceback."""
        refusal = f"x.{name}"
        try:
            import_registry(text, f"x.{name}", name, LOCALES)
        except L10nError as error:
            refusal = str(error)
        assert f"x.{name}" in refusal


class TestAddedEntries:
    """Law: adding entries leaves the text before them as it is, comments and all."""

    @settings(max_examples=tries(30))
    @given(registry=registries(), ending=st.sampled_from(["", "\n", "\n\n", "\r\n"]))
    def test_what_was_there_stays(self, registry: Registry, ending: str) -> None:
        before = "# a comment\n[other]  # kept\nx = 1".replace("\n", "\r\n" if ending == "\r\n" else "\n")
        text = add_entries(before + ending, registry.entries)
        assert text.startswith(before)
        assert len(tomllib.loads(text).get("name", [])) == len(registry.entries)
