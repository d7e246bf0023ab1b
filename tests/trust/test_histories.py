"""Histories of a whole project, at random: no translation is lost, whatever happens to sources, files and processes.

Laws, after every step: each translation anybody made is still in a catalog (as it is, fuzzy, obsolete, as previous text
or kept in a comment); extracting again changes nothing. A source that goes back to its first text has its first
translations again, and whatever is done and undone (a renaming, another setting, a deletion) leaves catalogs byte for
byte. Whatever version, program or setting a project comes from (`tests.trust.earlier`), its messages say what they did.
The order of documents changes nothing. What is rendered reads as the translations, as the source where there are none.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.project import find_project
from l10n.workflow.extract import extract
from l10n.workflow.migrate import rename_domain
from l10n.workflow.render import render
from l10n.workflow.store.sources import read_sources
from tests.conftest import tries
from tests.trust.earlier import LAYOUTS, STATES, lay_out, unfolded

SENTENCES = (
    "The rocket left Baikonur this morning.",
    "Nobody on board was ill!",
    "“Is the crew there yet?” she asked.",
    "It took 2 hours to reach the station.",
    "He doesn't know how it ends.",
    "Tickets cost 62 million dollars.",
    "Yulia Peresild plays a surgeon.",
)
CONFIGURATION = 'source_locale = "en"\nlocales = ["nl", "en"]\n'
# Each is set, and set back.
SETTINGS = (
    'references = "line"',
    "share_equal_texts = false",
    'locales = ["en", "nl"]',
    'locales = ["nl", "en", "ru"]',
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)


class Histories(RuleBasedStateMachine):
    """A project with some articles, and what its people and its machine do to it."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="l10n-history-"))
        self.patch = pytest.MonkeyPatch()
        self.patch.setenv("XDG_STATE_HOME", f"{self.root}/state")
        self.folder = self.root / "project"
        (self.folder / "source").mkdir(parents=True)
        self.configure(CONFIGURATION)
        self.made: dict[str, set[str]] = {}  # the translations that people made, by document
        self.count = 0
        self.started = False

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.root)

    def source(self, name: str) -> Path:
        return self.folder / "source" / f"{name}.txt"

    def catalog(self, name: str) -> Path:
        return self.folder / "locales" / "nl" / "LC_MESSAGES" / f"{name}.po"

    def texts(self, name: str) -> list[str]:
        return self.source(name).read_text(encoding="utf-8").strip().split("\n\n")

    def write(self, name: str, texts: list[str]) -> None:
        self.source(name).write_text("\n\n".join(texts) + "\n", encoding="utf-8")

    def messages(self, name: str) -> tuple[Message, ...]:
        path = self.catalog(name)
        return tuple(pofile.read(path.read_bytes(), path.name).messages) if path.exists() else ()

    def extract(self) -> None:
        report = extract(find_project(self.folder), allow_removal=True)
        assert not getattr(report, "errors", ())

    def configure(self, text: str) -> None:
        (self.folder / "l10n.toml").write_text(text, encoding="utf-8")

    def catalogs(self) -> dict[str, bytes]:
        return contents(self.folder / "locales", ("nl", "en"))

    def said(self) -> dict[str, set[tuple[object, ...]]]:
        """Return what all catalogs say, however they are written."""
        return {
            name: {(m.key, m.msgstr, m.fuzzy, m.obsolete) for m in self.messages(name) if not m.is_header}
            for name in self.names()
        }

    def names(self) -> list[str]:
        return sorted(path.stem for path in (self.folder / "source").glob("*.txt"))

    @initialize(texts=st.lists(TEXTS, min_size=2, max_size=6, unique=True))
    def begin(self, texts: list[str]) -> None:
        self.write("one", texts)
        self.write("two", texts[::-1][:2])
        self.extract()
        self.translate_all("one")
        self.translate_all("two")
        self.first = (self.texts("one"), {m.key: m.msgstr for m in self.messages("one") if m.msgstr[0]})
        self.started = True

    def translate_all(self, name: str) -> None:
        file = pofile.read(self.catalog(name).read_bytes(), name)
        changed = []
        for message in file.messages:
            if not message.is_header and not message.obsolete and not any(message.msgstr):
                self.count += 1
                changed.append(replace(message, msgstr=(f"Vertaling {self.count} klaar",)))
        self.catalog(name).write_bytes(pofile.rewrite(file, changed))
        self.made.setdefault(name, set()).update(message.msgstr[0] for message in changed)

    @rule(name=st.sampled_from(["one", "two"]))
    def translate(self, name: str) -> None:
        if self.catalog(name).exists():
            self.translate_all(name)

    @rule(
        data=st.data(),
        text=TEXTS,
        how=st.sampled_from(["insert", "remove", "move", "split", "join", "reword"]),
    )
    def edit(self, data: st.DataObject, text: str, how: str) -> None:
        name = data.draw(st.sampled_from(self.names()))
        texts = self.texts(name)
        place = data.draw(st.integers(0, len(texts) - 1))
        match how:
            case "insert":
                texts.insert(place, text)
            case "remove" if len(texts) > 1:
                del texts[place]
            case "move":
                texts.append(texts.pop(place))
            case "split" if " " in texts[place]:
                words = texts[place].split(" ")
                middle = len(words) // 2
                texts[place : place + 1] = [" ".join(words[:middle]), " ".join(words[middle:])]
            case "join":
                texts[place : place + 2] = [" ".join(texts[place : place + 2])]
            case _:
                texts[place] = texts[place].replace("the", "a", 1) + " Again."
        self.write(name, texts)
        self.extract()

    @rule(data=st.data(), is_undone=st.booleans())
    def rename(self, data: st.DataObject, is_undone: bool) -> None:
        name = data.draw(st.sampled_from([name for name in self.names() if name != "one"] or ["one"]))
        if name == "one":
            return
        before = self.catalogs()
        self.count += 1
        new = f"other{self.count}"
        self.move(name, new)
        if is_undone:
            self.move(new, name)
            assert self.catalogs() == before

    def move(self, name: str, new: str) -> None:
        self.source(name).rename(self.source(new))
        rename_domain(find_project(self.folder), name, new)
        self.made[new] = self.made.pop(name, set())
        self.extract()

    @rule(data=st.data())
    def delete_and_bring_back(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.names()))
        if len(self.names()) < 2:
            return
        content, before = self.source(name).read_bytes(), self.catalogs()
        self.source(name).unlink()
        self.extract()
        self.source(name).write_bytes(content)
        self.extract()
        assert self.catalogs() == before

    @rule(place=st.integers(0, 40))
    def crash(self, place: int) -> None:
        """The process ends in the middle of an extract, at one of its renames."""
        self.write("one", [*self.texts("one"), SENTENCES[place % len(SENTENCES)]])
        calls, rename = 0, os.replace

        def dies(path: str, target: str) -> None:
            nonlocal calls
            calls += 1
            if calls > place % 4:
                raise KeyboardInterrupt
            rename(path, target)

        with pytest.MonkeyPatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
            patch.setattr("l10n.workflow.store.files.os.replace", dies)
            extract(find_project(self.folder))
        self.extract()

    @precondition(lambda self: self.started)
    @rule(layout=st.sampled_from(sorted(LAYOUTS)), state=st.sampled_from(sorted(STATES)))
    def upgrade(self, layout: str, state: str) -> None:
        """Another version of us, or another program, has written the catalogs and the state; this one goes on."""
        before = self.said()
        lay_out(self.folder, layout)
        STATES[state](self.folder)
        self.extract()
        assert self.said() == before

    @precondition(lambda self: self.started)
    @rule(setting=st.sampled_from(SETTINGS))
    def set_and_set_back(self, setting: str) -> None:
        before, said = self.catalogs(), self.said()
        key = setting.partition(" ")[0]
        kept = [line for line in CONFIGURATION.splitlines() if not line.startswith(key)]
        self.configure("\n".join([*kept, setting]))
        self.extract()
        self.configure(CONFIGURATION)
        self.extract()
        if key != "share_equal_texts":
            assert self.catalogs() == before
            return
        # What was proposed for a text in a second place may have been somebody's work: it stays, obsolete.
        for name, now in self.said().items():
            assert all(is_obsolete for *_, is_obsolete in now - said[name])
            assert said[name] <= now

    @precondition(lambda self: self.started)
    @rule(data=st.data(), text=TEXTS)
    def permute(self, data: st.DataObject, text: str) -> None:
        """The documents of a copy are brought up to date one after the other, in any order."""
        twin = self.root / "twin"
        shutil.copytree(self.folder, twin)
        try:
            for name in self.names():
                self.write(name, [*self.texts(name)[::-1], text])
            self.extract()
            for name in data.draw(st.permutations(self.names())):
                shutil.copy(self.source(name), twin / "source")
                extract(find_project(twin), allow_removal=True)
            assert contents(twin / "locales", ("nl", "en")) == self.catalogs()
        finally:
            shutil.rmtree(twin)

    @precondition(lambda self: self.started)
    @rule()
    def go_back_to_the_first_text(self) -> None:
        texts, translations = self.first
        self.write("one", texts)
        self.extract()
        now = {message.key: message for message in self.messages("one") if not message.obsolete}
        for key, msgstr in translations.items():
            if not now[key].is_header:
                assert (now[key].msgstr, now[key].fuzzy) == (msgstr, False)

    @precondition(lambda self: self.started)
    @invariant()
    def no_translation_is_lost(self) -> None:
        for name, made in self.made.items():
            text = unfolded(self.catalog(name).read_text(encoding="utf-8"))
            assert [one for one in made if one not in text] == []

    @precondition(lambda self: self.started)
    @invariant()
    def extracting_again_changes_nothing(self) -> None:
        before = contents(self.folder / "locales")
        self.extract()
        assert contents(self.folder / "locales") == before

    @precondition(lambda self: self.started)
    @rule(order=st.permutations(["nl", "en"]))
    def render(self, order: list[str]) -> None:
        project = find_project(self.folder)
        render(project, order)
        for source in read_sources(project.source_settings):
            known = {message.key: message for message in self.messages(source.file.domain)}
            answers = [known[segment.msgctxt, segment.msgid] for segment in source.document.segments]
            wanted = [m.msgstr[0] if m.translated and not m.fuzzy else m.msgid for m in answers]
            built = self.folder / "build" / "nl" / f"{source.file.domain}.txt"
            read = source.file.format.parse(built.read_text(encoding="utf-8"), source.file.name)
            assert [segment.msgid for segment in read.segments] == wanted
            untranslated = self.folder / "build" / "en" / f"{source.file.domain}.txt"
            assert untranslated.read_text(encoding="utf-8") == source.document.text


def contents(folder: Path, locales: Iterable[str] = ("",)) -> dict[str, bytes]:
    """Return the catalogs below a folder, of some locales, or of all with the templates."""
    paths = sorted(path for locale in locales for path in (folder / locale).rglob("*.po*"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=tries(12), stateful_step_count=12, suppress_health_check=list(HealthCheck), deadline=None
)
