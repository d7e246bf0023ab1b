"""Entries as the text of `names.toml`: a machine changes the lines it means, and no others."""

from dataclasses import replace

import pytest

from l10n.languages.grammar import Gender
from l10n.names.registry.editing import approve_entry, change_entries, remove_entry
from l10n.names.registry.entries import EntryStatus, LocaleForms, NameEntry, Registry
from l10n.names.registry.reader import read_registry

LOCALES = ("nl", "ru", "de")
TEXT = """\
# ours

# the director
[[name]]
id = "klim-shipenko"
kind = "person"
native = "Клим Шипенко"   # his own
language = "ru"
status = "proposed"
guessed = ["nl"]
because = "found as Klim Shipenko"
nl = { preferred = "Klim Shipenko" }
# a note behind
ru = { preferred = "Клим Шипенко" }

# the next one
[[name]]
id = "kyiv"
kind = "place"
native = "Київ"
language = "uk"
nl = { preferred = "Kyiv" }
"""
SUBTABLES = """\
[[name]]
id = "kyiv"
kind = "place"
native = "Київ"
language = "uk"

[name.nl]
preferred = "Kyiv"
"""


def read(text: str) -> Registry:
    return read_registry(text, "names.toml", LOCALES)


def revised(entry: NameEntry) -> NameEntry:
    forms = {
        **entry.locales,
        "nl": LocaleForms(preferred="Klim Sjipenko"),
        "de": LocaleForms(preferred="Klim Schipenko"),
    }
    return replace(entry, gender=Gender.MALE, guessed=("de",), locales=forms)


def test_a_revision_changes_its_lines_and_no_others() -> None:
    registry = read(TEXT)
    entry = revised(registry["klim-shipenko"])
    after = change_entries(TEXT, registry, [entry])
    kept = [
        line for line in TEXT.splitlines() if not line.startswith(('nl = { preferred = "Klim', "guessed"))
    ]
    assert [line for line in after.splitlines() if line in kept] == kept
    assert len(after.splitlines()) == len(TEXT.splitlines()) + 2
    assert replace(read(after)["klim-shipenko"], line=1) == replace(entry, line=1)
    assert "# a note behind\n" in after


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_stay(newline: str) -> None:
    text = TEXT.replace("\n", newline)
    after = change_entries(text, read(text), [revised(read(text)["klim-shipenko"])])
    assert after.count("\n") == after.count(newline)


def test_a_file_that_ends_without_a_line_end_gets_a_whole_line() -> None:
    text = TEXT.removesuffix("\n")
    after = change_entries(
        text, read(text), forms={"kyiv": {"de": LocaleForms(preferred="Kiew", status=EntryStatus.PROPOSED)}}
    )
    assert after.endswith('nl = { preferred = "Kyiv" }\nde = { preferred = "Kiew", status = "proposed" }')
    assert read(after)["kyiv"].preferred("de") == "Kiew"


def test_forms_stand_above_the_tables_of_an_entry() -> None:
    after = change_entries(SUBTABLES, read(SUBTABLES), forms={"kyiv": {"de": LocaleForms(preferred="Kiew")}})
    assert 'language = "uk"\nde = { preferred = "Kiew" }\n\n[name.nl]\n' in after
    assert read(after)["kyiv"].preferred("de") == "Kiew"
    assert read(after)["kyiv"].preferred("nl") == "Kyiv"


@pytest.mark.parametrize(
    "written",
    [
        'nl = { preferred = "Klim Shipenko" }  # sure?',
        'nl.preferred = "Klim Shipenko"',
        'nl = { preferred = """\nKlim Shipenko""" }',
    ],
)
def test_what_a_person_has_written_otherwise_stays(written: str) -> None:
    text = TEXT.replace('nl = { preferred = "Klim Shipenko" }', written)
    assert change_entries(text, read(text), [revised(read(text)["klim-shipenko"])]) == text


def test_a_decision_takes_status_and_guesses_away() -> None:
    registry = read(TEXT)
    after = approve_entry(TEXT, registry, registry["klim-shipenko"])
    entry = read(after)["klim-shipenko"]
    assert (entry.status, entry.guessed) == (EntryStatus.APPROVED, ())
    assert len(after.splitlines()) == len(TEXT.splitlines()) - 2


SECTION = "\n# --- decided by the desk: do not touch ---\n\n"


def test_the_heading_of_a_section_stays_where_it_is() -> None:
    text = TEXT.replace("\n# the next one\n", f"{SECTION}# the next one\n")
    after = change_entries(text, read(text), [revised(read(text)["klim-shipenko"])])
    assert f'de = {{ preferred = "Klim Schipenko" }}\n{SECTION}# the next one\n' in after
    assert SECTION in remove_entry(text, read(text), read(text)["klim-shipenko"])


@pytest.mark.parametrize(
    "written",
    [
        TEXT.replace("[[name]]", '[["name"]]'),
        'name = [{ id = "kyiv", kind = "place", native = "Київ", language = "uk", nl = { preferred = "Kyiv" } }]\n',
        TEXT.replace(
            'nl = { preferred = "Kyiv" }', 'because = """why:\n# her own"""\nnl = { preferred = "Kyiv" }'
        ),
    ],
)
def test_an_entry_whose_lines_cannot_be_told_stays(written: str) -> None:
    registry = read(written)
    assert change_entries(written, registry, forms={"kyiv": {"de": LocaleForms(preferred="Kiew")}}) == written


def test_a_mark_at_the_beginning_of_the_file_moves_no_entry() -> None:
    text = f"\ufeff{TEXT}"
    after = change_entries(text, read(text), forms={"kyiv": {"de": LocaleForms(preferred="Kiew")}})
    assert read(after)["kyiv"].preferred("de") == "Kiew"
    assert read(after)["klim-shipenko"].preferred("de") == ""
