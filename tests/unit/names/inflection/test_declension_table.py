"""Every name of tests/cases/names/declension.tsv in its six cases."""

import csv
from pathlib import Path

import pytest

from l10n.languages.grammar import SIX_CASES, Gender, Kind
from l10n.model import apply_edits
from l10n.names.inflection.surface_forms import SurfaceForms, surface_forms
from l10n.names.recognition.agreement import case_disagreements
from l10n.names.recognition.consistency import inconsistencies
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.recognition.registered_names import read_names
from l10n.names.registry.entries import LocaleForms, NameEntry, Registry

TABLE = Path(__file__).parents[3] / "cases" / "names" / "declension.tsv"
SOURCES = set("PRKZG")
WANTED = 0.97  # of all forms in the table
KNOWN_FAILURES = {"Иисус Христос": "no rule drops a Greek -ос"}


def rows() -> list[dict[str, str]]:
    lines = [
        line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = rows()


def entry_of(row: dict[str, str]) -> NameEntry:
    return NameEntry(
        id="x",
        kind=Kind(row["kind"]),
        gender=None if row["gender"] == "none" else Gender(row["gender"]),
        native=row["native"],
        language=row["language"],
        because="",
        locales={"ru": LocaleForms(preferred=row["name"])},
    )


def forms_of(row: dict[str, str]) -> SurfaceForms:
    return surface_forms(row["name"], entry_of(row), "ru")


def misses(row: dict[str, str]) -> list[str]:
    found = forms_of(row)
    return [
        f"{case}: {found.written(case)}, not {row[case]}"
        for case in SIX_CASES[1:]
        if found.written(case) != row[case]
    ]


def test_the_table_is_large_and_says_where_each_row_comes_from() -> None:
    assert len(ROWS) >= 150
    assert len({row["name"] for row in ROWS}) == len(ROWS)
    assert {row["source"] for row in ROWS} <= SOURCES
    assert all(row["rule"] for row in ROWS)


def test_nearly_all_forms_are_right() -> None:
    wrong = sum(len(misses(row)) for row in ROWS)
    assert wrong / (len(ROWS) * (len(SIX_CASES) - 1)) <= 1 - WANTED


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["name"] not in KNOWN_FAILURES], ids=lambda row: row["name"]
)
def test_a_name_is_written_as_the_table_says_and_nothing_is_said_of_that(row: dict[str, str]) -> None:
    assert misses(row) == []
    lexicon = compile_lexicon(Registry(path="names.toml", entries=(entry_of(row),)), ("ru",))
    for case in SIX_CASES[1:]:
        assert inconsistencies(f"Здесь {row[case]}.", "ru", lexicon) == ()


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["name"] not in KNOWN_FAILURES], ids=lambda row: row["name"]
)
def test_a_name_left_undeclined_behind_a_preposition_is_fixed(row: dict[str, str]) -> None:
    lexicon = compile_lexicon(Registry(path="names.toml", entries=(entry_of(row),)), ("ru",))
    text, right = (f"Вечером подошли к {form}." for form in (row["name"], row["dative"]))
    found = case_disagreements(read_names(text, "ru", lexicon))
    fixed = apply_edits(text, [one.edit for one in found if one.edit])
    assert fixed in (text, right)
    if row["kind"] == "person" and row["gender"] != "none":  # a name of several people is never judged
        assert fixed == right
    assert case_disagreements(read_names(right, "ru", lexicon)) == ()


@pytest.mark.xfail(reason="known failures: KNOWN_FAILURES says why", strict=True)
@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["name"] in KNOWN_FAILURES], ids=lambda row: row["name"]
)
def test_a_known_failure_is_written_as_the_table_says(row: dict[str, str]) -> None:
    assert misses(row) == []
