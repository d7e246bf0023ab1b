"""How complete a catalog has to be."""

from pathlib import Path

import pytest

from l10n.errors import L10nError
from l10n.gate.completeness import DocumentName, configured_requirements
from l10n.gate.selection import configured_severities
from l10n.project import Project, find_project

NOTE = DocumentName(domain="note", path="source/note.txt")
POST = DocumentName(domain="blog/post", path="source/blog/post.md")


def project(tmp_path: Path, text: str) -> Project:
    (tmp_path / "l10n.toml").write_text(f'locales = ["nl", "ru"]\n{text}', encoding="utf-8")
    return find_project(tmp_path, {})


def required(tmp_path: Path, text: str) -> dict[tuple[str, str], int]:
    known = project(tmp_path, text).policy
    found = configured_requirements(known, (NOTE, POST), configured_severities(known))
    return {key: rule.percent for key, rule in found.items()}


def refused(tmp_path: Path, text: str) -> str:
    with pytest.raises(L10nError) as error:
        required(tmp_path, text)
    return str(error.value)


def test_every_catalog_is_complete_by_default(tmp_path: Path) -> None:
    assert set(required(tmp_path, "").values()) == {100}


def test_a_number_is_for_everything(tmp_path: Path) -> None:
    assert set(required(tmp_path, "require = 80\n").values()) == {80}


def test_a_locale_a_document_and_a_document_in_a_locale(tmp_path: Path) -> None:
    assert required(
        tmp_path,
        '[require.documents]\n"blog/*" = 50\n[require.nl]\n"blog/*" = 60\nnote = 95\n'
        '[require.ru]\n"source/note.txt" = 70\n',
    ) == {("note", "nl"): 95, ("blog/post", "nl"): 60, ("note", "ru"): 70, ("blog/post", "ru"): 50}


def test_a_name_beats_a_pattern(tmp_path: Path) -> None:
    found = required(tmp_path, '[require.documents]\n"*" = 10\nnote = 20\n')
    assert (found["note", "nl"], found["blog/post", "nl"]) == (20, 10)


def test_of_several_patterns_the_last_one_decides(tmp_path: Path) -> None:
    found = required(tmp_path, '[require.documents]\n"*" = 10\n"blog/*" = 20\n')
    assert (found["note", "nl"], found["blog/post", "nl"]) == (10, 20)


def test_rules_that_contradict_each_other_name_both_places_and_say_what_to_do(tmp_path: Path) -> None:
    error = refused(tmp_path, "[require]\nnl = 90\n[require.documents]\nnote = 50\n")
    assert error == (
        "l10n.toml:3: require.nl: note in nl is required to be 90% and 50% translated\n"
        "  why: the other setting is at l10n.toml:5: require.documents.note\n"
        '  hint: set one percentage for it: [tool.l10n.require.nl] "note" = …'
    )


def test_rules_of_one_rank_that_agree_are_no_contradiction(tmp_path: Path) -> None:
    assert required(tmp_path, "[require]\nnl = 50\n[require.documents]\nnote = 50\n")["note", "nl"] == 50


def test_complete_but_off_contradicts_and_names_both_places(tmp_path: Path) -> None:
    error = refused(tmp_path, '[require]\nnl = 100\n[severity.nl]\nmissing-translation = "off"\n')
    assert "l10n.toml:3: require.nl: nl is required to be complete, but missing-translation is off" in error
    assert "the other setting is at l10n.toml:5: severity.nl.missing-translation" in error


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[require]\nnl_NL = 90\n",
            "l10n.toml:3: require.nl_NL: nl_NL is Dutch (Netherlands); this project has nl, ru",
        ),
        ("[require.documents]\nnoet = 90\n", "no source is named 'noet'\n  hint: did you mean 'note'?"),
        ("[require]\nnl = 101\n", "require: nl must be a whole number from 0 to 100"),
        ("[require]\nnl = true\n", "require: nl must be a whole number from 0 to 100"),
        ("[require.nl]\nnote = -1\n", "require: nl.note must be a whole number from 0 to 100"),
        ("require = []\n", "l10n.toml:2: require: must be a table"),
    ],
)
def test_what_makes_no_sense_is_an_error_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(tmp_path, text)
