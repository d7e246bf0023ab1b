"""Paragraphs that move between documents, and stand in several: none has to be translated again, none is taken away."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.project import find_project
from l10n.workflow.extract import extract
from l10n.workflow.store.state_folder import state_folder
from tests.conftest import tries

LOCALES = ("nl", "ru")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
TEXTS = [f"Paragraph number {number} says something of its own." for number in NUMBERS]
NAMES = ("a", "b", "c")


class Documents:
    """A project with a few documents, all of whose texts are translated."""

    def __init__(self, folder: Path, texts: dict[str, list[str]], *configuration: str) -> None:
        self.folder = folder
        (folder / "source").mkdir(parents=True)
        lines = ['source_locale = "en"', 'locales = ["nl", "ru"]', *configuration]
        (folder / "l10n.toml").write_text("\n".join(lines), encoding="utf-8")
        self.write(texts)
        self.extract()
        self.translate()

    def write(self, texts: dict[str, list[str]]) -> None:
        for name, paragraphs in texts.items():
            content = "\n\n".join([f"Title of {name}", *paragraphs]) + "\n"
            (self.folder / "source" / f"{name}.txt").write_text(content, encoding="utf-8")

    def path(self, name: str, locale: str) -> Path:
        return self.folder / "locales" / locale / "LC_MESSAGES" / f"{name}.po"

    def messages(self, name: str, locale: str) -> dict[str, Message]:
        found = pofile.read(self.path(name, locale).read_bytes(), name).messages
        return {message.msgid: message for message in found if not message.is_header}

    def translate(self) -> None:
        for locale in LOCALES:
            for path in (self.folder / "locales" / locale).rglob("*.po"):
                file = pofile.read(path.read_bytes(), path.name)
                done = [
                    one
                    if one.is_header or any(one.msgstr)
                    else replace(one, msgstr=(f"{locale}: {one.msgid}",))
                    for one in file.messages
                ]
                path.write_bytes(pofile.write(file, done))

    def extract(self) -> None:
        assert extract(find_project(self.folder), allow_removal=True).errors == ()


@st.composite
def layouts(draw: st.DrawFn) -> dict[str, list[str]]:
    places = [draw(st.sets(st.sampled_from(NAMES))) for _ in TEXTS]
    return {
        name: draw(st.permutations([text for text, here in zip(TEXTS, places, strict=True) if name in here]))
        for name in NAMES
    }


class TestAParagraphThatMovesIsTranslatedWhereItArrives:
    """Law: wherever texts move to, in one update or in several, in whatever order of documents, each that was
    translated is translated and confirmed in every document it stands in, and what it left still has its translation.
    """

    @settings(max_examples=tries(25), suppress_health_check=list(HealthCheck))
    @given(first=layouts(), states=st.lists(layouts(), min_size=1, max_size=3), gaps=st.booleans())
    def test_a_paragraph_that_moves_is_translated_where_it_arrives(
        self,
        tmp_path_factory: pytest.TempPathFactory,
        first: dict[str, list[str]],
        states: list[dict[str, list[str]]],
        gaps: bool,
    ) -> None:
        project = Documents(tmp_path_factory.mktemp("moving") / "project", first)
        known = {text for texts in first.values() for text in texts}
        had = {name: set(texts) for name, texts in first.items()}
        for texts in states:
            if gaps:  # what moves is first in no document at all
                project.write({name: [] for name in NAMES})
                project.extract()
            project.write(texts)
            project.extract()
            for name in NAMES:
                had[name] |= known & set(texts[name])
                for locale in LOCALES:
                    messages = project.messages(name, locale)
                    for text in known & set(texts[name]):
                        assert messages[text].msgstr == (f"{locale}: {text}",)
                        assert (messages[text].fuzzy, messages[text].obsolete) == (False, False)
                    said = {one.msgstr[0] for one in messages.values()}
                    assert {f"{locale}: {text}" for text in had[name]} <= said


class TestWhatIsAskedAndWhatIsNot:
    @pytest.fixture
    def moving(self, tmp_path: Path) -> Documents:
        return Documents(tmp_path / "project", {"a": TEXTS[:3], "b": TEXTS[3:5]})

    def test_a_document_without_new_texts_asks_nobody(
        self, moving: Documents, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def asked(*_: object) -> None:
            raise AssertionError

        monkeypatch.setattr("l10n.workflow.store.state.text_places.bring_up_to_date", asked)
        moving.write({"a": TEXTS[:2], "b": TEXTS[4:2:-1]})
        moving.extract()

    @pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + bytes(200)])
    def test_a_damaged_index_is_made_anew(self, moving: Documents, damage: bytes) -> None:
        moving.write({"b": TEXTS[2:5]})
        moving.extract()
        index = next(state_folder(moving.folder).rglob("texts.sqlite"))
        index.write_bytes(damage)
        moving.write({"b": TEXTS[1:5]})
        moving.extract()
        assert not moving.messages("b", "nl")[TEXTS[1]].fuzzy
        assert moving.messages("b", "nl")[TEXTS[1]].msgstr == (f"nl: {TEXTS[1]}",)

    def test_a_broken_catalog_lends_nothing_and_stops_its_own_document_only(self, moving: Documents) -> None:
        moving.path("a", "nl").write_bytes(b'msgid "cut')
        moving.write({"b": TEXTS[2:5]})
        (error,) = extract(find_project(moving.folder)).errors
        assert "a.po" in str(error)
        assert moving.messages("b", "nl")[TEXTS[2]].msgstr != (f"nl: {TEXTS[2]}",)
        assert moving.messages("b", "ru")[TEXTS[2]].msgstr == (f"ru: {TEXTS[2]}",)

    def test_a_document_that_arrives_with_another_tool_lends_at_once(self, moving: Documents) -> None:
        """What a pull has brought is not known of an earlier run."""
        text = "A text that came with a pull, and its translation."
        moving.write({"b": [*TEXTS[3:5], text]})
        moving.extract()
        moving.translate()
        moving.write({"a": [*TEXTS[:3], text]})
        moving.extract()
        assert moving.messages("a", "ru")[text].msgstr == (f"ru: {text}",)

    def test_where_equal_texts_are_not_shared_a_moved_one_is_a_guess(self, tmp_path: Path) -> None:
        project = Documents(
            tmp_path / "project", {"a": TEXTS[:3], "b": TEXTS[3:5]}, "share_equal_texts = false"
        )
        project.write({"a": TEXTS[:2], "b": TEXTS[2:5]})
        project.extract()
        found = project.messages("b", "nl")[TEXTS[2]]
        assert found.msgstr == (f"nl: {TEXTS[2]}",)
        assert found.fuzzy is (found.msgctxt is not None)
