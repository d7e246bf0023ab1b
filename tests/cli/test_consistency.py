"""One text with two translations, two texts with one: over all documents of a project, on every way to a finding."""

import json
from pathlib import Path
from typing import Any

import pytest

from l10n.catalog import pofile
from tests.conftest import Command, Ran

INCONSISTENT, REUSED = "inconsistent-translation", "reused-translation"


class Stories:
    """A project with a document for each list of texts, each text with its translation."""

    def __init__(self, root: Path, l10n: Command) -> None:
        self.root, self._l10n = root, l10n
        (root / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")

    def write(self, name: str, texts: dict[str, str], flags: tuple[str, ...] = ()) -> Path:
        """Write a document with its catalog; the key of a text may begin with its context: `context|text`."""
        from dataclasses import replace

        (self.root / "source").mkdir(exist_ok=True)
        (self.root / f"source/{name}.txt").write_text(
            "".join(f"{text}\n\n" for text in texts), encoding="utf-8"
        )
        assert self._l10n(self.root, "extract", "--allow-removal").code == 0
        path = self.root / f"locales/nl/LC_MESSAGES/{name}.po"
        file = pofile.read(path.read_bytes(), path.name)
        messages = [
            one if one.is_header else replace(one, msgstr=(texts[one.msgid],), flags=flags)
            for one in file.messages
        ]
        path.write_bytes(pofile.write(file, messages))
        return path

    def check(self, *options: str) -> Ran:
        return self._l10n(self.root, "check", "--select", f"{INCONSISTENT},{REUSED}", *options)

    def found(self, *options: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.check("--output-format", "json", *options).out)[
            "findings"
        ]
        return found


@pytest.fixture
def stories(tmp_path: Path, l10n: Command) -> Stories:
    return Stories(tmp_path, l10n)


def configure(stories: Stories, text: str) -> None:
    path = stories.root / "l10n.toml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.fixture
def two_ways(stories: Stories) -> Stories:
    stories.write("a", {"Read the whole story here": "Lees hier het hele verhaal"})
    stories.write(
        "b",
        {"Something else stands first.": "Hier gaat iets vooraf.", "Read the whole story here": "Lees alles"},
    )
    stories.write("c", {"Read the whole story here": "Lees hier het  hele verhaal"})
    return stories


class TestInconsistentTranslations:
    def test_the_rarer_one_is_reported_with_the_place_of_the_other(self, two_ways: Stories) -> None:
        (found,) = two_ways.found()
        assert (found["code"], found["severity"]) == (INCONSISTENT, "info")
        assert (found["path"], found["locale"]) == ("locales/nl/LC_MESSAGES/b.po", "nl")
        assert found["message"] == (
            "“Read the whole story here” is translated “Lees hier het hele verhaal” elsewhere: "
            "locales/nl/LC_MESSAGES/a.po:16 and 1 more"
        )
        text = (two_ways.root / found["path"]).read_text(encoding="utf-8").splitlines()
        assert text[found["line"] - 1] == 'msgid "Read the whole story here"'

    def test_it_is_information_unless_configured(self, two_ways: Stories) -> None:
        assert two_ways.check().code == 0
        configure(two_ways, f'[severity]\n{INCONSISTENT} = "warning"\n')
        assert two_ways.check().code == 1
        assert two_ways.check("--fail-on", "error").code == 0

    def test_what_is_off_is_not_looked_for(self, two_ways: Stories) -> None:
        configure(two_ways, f'[severity.nl]\n{INCONSISTENT} = "off"\n')
        assert two_ways.found() == []

    def test_it_is_found_again_though_no_document_has_changed(self, two_ways: Stories) -> None:
        runs = [two_ways.found(*options) for options in ((), (), ("--no-cache",))]
        assert runs[0] == runs[1] == runs[2]
        two_ways.write("c", {"Read the whole story here": "Lees alles"})
        paths = [one["path"] for one in two_ways.found()]
        assert paths == ["locales/nl/LC_MESSAGES/a.po"]
        assert two_ways.found("--no-cache") == two_ways.found()

    def test_a_comment_lets_it_pass_and_one_without_need_is_reported(
        self, two_ways: Stories, l10n: Command
    ) -> None:
        path = two_ways.root / "locales/nl/LC_MESSAGES/b.po"
        text, msgid = path.read_text(encoding="utf-8"), 'msgid "Read the whole story here"'
        comment = f"# l10n: ignore {INCONSISTENT} there is no room\n"
        path.write_text(text.replace(msgid, comment + msgid), encoding="utf-8")
        assert two_ways.found() == []
        two_ways.write("a", {"Read the whole story here": "Lees alles"})
        two_ways.write("c", {"Read the whole story here": "Lees alles"})
        answer = json.loads(l10n(two_ways.root, "check", "--output-format", "json").out)
        assert "unused-ignore" in {one["code"] for one in answer["findings"]}

    def test_a_baseline_knows_it_wherever_the_lines_move(self, two_ways: Stories) -> None:
        assert two_ways.check("--baseline", "b.json", "--update-baseline").code == 0
        assert two_ways.found("--baseline", "b.json") == []
        for name in ("a", "b"):
            path = two_ways.root / f"locales/nl/LC_MESSAGES/{name}.po"
            path.write_text("# one line more\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
        assert two_ways.found("--baseline", "b.json") == []

    @pytest.mark.parametrize(
        ("text", "first", "second"),
        [
            ("Open", "Open", "Openen"),
            ("12:30 – 14:00", "12.30 – 14.00", "half één"),
            ("Klim Shipenko", "Klim Sjipenko", "Klim Shipenko?"),
            ("Ursula von der Leyen", "Ursula von der Leyens", "mevrouw Von der Leyen"),
            ("Read the whole story", "", "Lees alles"),
            ("Read the whole story", "Read the whole story", "Lees alles"),
            ("Read the whole story", "Lees  alles", "Lees alles"),
        ],
    )
    def test_what_may_well_be_right_is_left_alone(
        self, stories: Stories, text: str, first: str, second: str
    ) -> None:
        stories.write("a", {text: first})
        stories.write("b", {text: second})
        assert stories.found() == []

    def test_what_nobody_has_confirmed_is_left_alone(self, stories: Stories) -> None:
        stories.write("a", {"Read the whole story": "Lees het hele verhaal"})
        stories.write("b", {"Read the whole story": "Lees alles"}, flags=("fuzzy",))
        assert stories.found() == []

    def test_another_context_is_another_text(self, stories: Stories) -> None:
        for name, msgstr in (("a", "Sluit de deur"), ("b", "Doe de deur dicht")):
            path = stories.write(name, {"Close the door": msgstr})
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace('msgid "Close', f'msgctxt "{name}"\nmsgid "Close'), encoding="utf-8")
        assert stories.found() == []


class TestReusedTranslations:
    def test_two_texts_with_one_translation_are_reported_with_the_other(self, stories: Stories) -> None:
        stories.write("a", {"Save the file": "Bewaar het bestand"})
        stories.write("b", {"Delete the file now": "Bewaar het bestand"})
        (found,) = stories.found()
        assert (found["code"], found["severity"]) == (REUSED, "info")
        assert found["message"] == (
            "“Delete the file now” has the translation of “Save the file”: locales/nl/LC_MESSAGES/a.po:16"
        )

    def test_they_may_stand_in_one_document(self, stories: Stories) -> None:
        stories.write("a", {"Save the file": "Bewaar het bestand.", "Delete the file": "Bewaar  het BESTAND"})
        assert [one["code"] for one in stories.found()] == [REUSED]

    @pytest.mark.parametrize(
        ("first", "second", "msgstr"),
        [
            ("Save the file", "save the file.", "Bewaar het bestand"),
            ("Save the file", "Delete the file", "Bestand"),
            ("Save", "Keep it", "Bewaar het bestand"),
        ],
    )
    def test_case_white_space_and_end_marks_make_no_other_text_and_one_word_is_no_evidence(
        self, stories: Stories, first: str, second: str, msgstr: str
    ) -> None:
        stories.write("a", {first: msgstr})
        stories.write("b", {second: msgstr})
        assert stories.found() == []
