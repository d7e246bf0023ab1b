"""`l10n status`: messages and words, for people, programs, pull requests and as a badge."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from tests.cli.test_main_job import catalog, plant, plant_in_msgstr
from tests.cli.test_reports import on_a_terminal
from tests.conftest import Command, snapshot

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def two(article: Path, l10n: Command) -> Path:
    """Return the article, with one message fuzzy in nl, and a second document without translations."""
    (article / "source" / "a|b.txt").write_bytes(b"One two three.\n")
    l10n(article, "extract")
    plant(catalog(article, "nl"), 'msgid "Tom Cruise wants too"', '#, fuzzy\nmsgid "Tom Cruise wants too"')
    return article


def test_the_table_counts_messages_and_words_and_adds_up_each_locale(two: Path, l10n: Command) -> None:
    out = l10n(two, "status").out
    assert re.search(r"^nl +russian-actress-iss +10 +1 +0 +375/379 +90%$", out, re.MULTILINE)
    assert re.search(r"^nl +a\|b +0 +0 +1 +0/3 +0%$", out, re.MULTILINE)
    assert re.search(r"^nl +all +10 +1 +1 +375/382 +83%$", out, re.MULTILINE)
    assert all(len(line) <= 80 for line in out.splitlines())


def test_on_a_terminal_there_are_bars_and_it_is_80_wide(two: Path) -> None:
    lines = [line.rstrip() for line in on_a_terminal(two, "status").splitlines()]
    assert all(len(line) <= 80 for line in lines)
    bars = [line.split()[-1] for line in lines[1:]]
    assert {len(bar) for bar in bars} == {8}
    assert "████████" in bars
    assert "░░░░░░░░" in bars


def test_json_is_what_its_schema_says(two: Path, l10n: Command) -> None:
    answer = json.loads(l10n(two, "status", "--output-format", "json").out)
    jsonschema.validate(answer, json.loads(l10n(two, "schema", "status").out))
    dutch = next(row for row in answer["locales"] if row["locale"] == "nl")
    assert (dutch["translated"], dutch["fuzzy"], dutch["untranslated"]) == (10, 1, 1)
    assert (dutch["words"], dutch["words_translated"], dutch["words_fuzzy"]) == (382, 375, 4)
    assert (dutch["percent"], dutch["percent_words"]) == (83, 98)


def test_markdown_is_a_table_in_which_names_are_only_text(two: Path, l10n: Command) -> None:
    lines = l10n(two, "status", "nl", "--output-format", "markdown").out.splitlines()
    assert lines == [
        "| locale | document | messages | words | fuzzy | done |",
        "|---|---|--:|--:|--:|--:|",
        "| nl | a\\|b | 0/1 | 0/3 | 0 | 0% |",
        "| nl | russian-actress-iss | 10/11 | 375/379 | 1 | 90% |",
        "| **nl** | **all** | 10/12 | 375/382 | 1 | 83% |",
    ]


class TestBadge:
    def test_it_says_what_it_shows_to_everybody(self, two: Path, l10n: Command) -> None:
        ran = l10n(two, "status", "nl", "--badge", "nl.svg")
        assert (ran.code, ran.out, ran.err) == (0, "", "wrote nl.svg\n")
        root = ET.fromstring((two / "nl.svg").read_text(encoding="utf-8"))
        assert root.get("role") == "img"
        assert root.get("aria-label") == root.findtext(f"{SVG}title") == "translated: nl: 83%"
        assert [text.text for text in root.iter(f"{SVG}text")] == ["translated: nl", "83%"]

    def test_all_locales_together_without_a_choice(self, article: Path, l10n: Command) -> None:
        l10n(article, "status", "--badge", "all.svg")
        assert "<title>translated: 100%</title>" in (article / "all.svg").read_text(encoding="utf-8")

    def test_it_is_written_only_when_it_changes(self, article: Path, l10n: Command) -> None:
        assert l10n(article, "status", "--badge", "b.svg", "--check").code == 1
        assert not (article / "b.svg").exists()
        l10n(article, "status", "--badge", "b.svg")
        before = snapshot(article)
        assert l10n(article, "status", "--badge", "b.svg", "--check").code == 0
        assert l10n(article, "status", "--badge", "b.svg").err == "the badge is up to date\n"
        assert snapshot(article) == before
        plant_in_msgstr(catalog(article, "nl"), "Tom Cruise wil ook", "")
        assert (
            "-  <title>translated: 100%</title>" in l10n(article, "status", "--badge", "b.svg", "--diff").out
        )

    def test_check_without_it_makes_no_sense(self, article: Path, l10n: Command) -> None:
        ran = l10n(article, "status", "--check")
        assert ran.code == 2
        assert "without --badge there is nothing to write" in ran.err
