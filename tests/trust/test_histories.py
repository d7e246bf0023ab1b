"""Histories of a whole project, at random: no translation is lost, whatever happens to sources, files and processes.

Laws, after every step: each translation anybody made is still in a catalog (as it is, fuzzy, obsolete, as previous text
or kept in a comment); extracting again changes nothing; a source that goes back to its first text has its first
translations again; a document without catalog entries renders as itself.
"""

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.project import find_project
from l10n.workflow.extract import extract
from l10n.workflow.migrate import rename_domain
from l10n.workflow.render import render
from tests.conftest import tries

SENTENCES = (
    "The rocket left Baikonur this morning.",
    "Nobody on board was ill!",
    "“Is the crew there yet?” she asked.",
    "It took 2 hours to reach the station.",
    "He doesn't know how it ends.",
    "Tickets cost 62 million dollars.",
    "Yulia Peresild plays a surgeon.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)


class Histories(RuleBasedStateMachine):
    """A project with some articles, and what its people and its machine do to it."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="l10n-history-"))
        self.before = os.environ.get("XDG_STATE_HOME")
        os.environ["XDG_STATE_HOME"] = f"{self.root}/state"
        self.folder = self.root / "project"
        (self.folder / "source").mkdir(parents=True)
        (self.folder / "l10n.toml").write_text('locales = ["nl"]\n', encoding="utf-8")
        self.made: dict[str, set[str]] = {}  # the translations that people made, by document
        self.count = 0
        self.started = False

    def teardown(self) -> None:
        if self.before is None:
            os.environ.pop("XDG_STATE_HOME")
        else:
            os.environ["XDG_STATE_HOME"] = self.before
        shutil.rmtree(self.root)

    # What the rules share.

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

    def names(self) -> list[str]:
        return sorted(path.stem for path in (self.folder / "source").glob("*.txt"))

    # What happens.

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
                changed.append(pofile_message(message, f"Vertaling {self.count} klaar"))
        self.catalog(name).write_bytes(pofile.rewrite(file, changed))
        self.made.setdefault(name, set()).update(message.msgstr[0] for message in changed)

    @rule(data=st.data(), name=st.sampled_from(["one", "two"]))
    def translate(self, data: st.DataObject, name: str) -> None:
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

    @rule(data=st.data())
    def rename(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from([name for name in self.names() if name != "one"] or ["one"]))
        if name == "one":
            return
        self.count += 1
        new = f"other{self.count}"
        self.source(name).rename(self.source(new))
        rename_domain(find_project(self.folder), name, new)
        self.made[new] = self.made.pop(name, set())
        self.extract()

    @rule(data=st.data())
    def delete_and_bring_back(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.names()))
        if len(self.names()) < 2:
            return
        content = self.source(name).read_bytes()
        self.source(name).unlink()
        self.extract()
        self.source(name).write_bytes(content)
        self.extract()

    @rule(place=st.integers(0, 40))
    def crash(self, place: int) -> None:
        """The process ends in the middle of an extract, at one of its renames."""
        self.write("one", [*self.texts("one"), SENTENCES[place % len(SENTENCES)]])
        calls, replace = 0, Path.replace

        def dies(path: Path, target: Path) -> Path:
            nonlocal calls
            calls += 1
            if calls > place % 4:
                raise KeyboardInterrupt
            return replace(path, target)

        Path.replace = dies  # type: ignore[method-assign, assignment]
        try:
            self.extract()
        except KeyboardInterrupt:
            pass
        finally:
            Path.replace = replace  # type: ignore[method-assign]
        self.extract()

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

    # What is always so.

    @precondition(lambda self: self.started)
    @invariant()
    def no_translation_is_lost(self) -> None:
        for name, made in self.made.items():
            text = self.catalog(name).read_text(encoding="utf-8")
            missing = [one for one in made if one not in text]
            assert missing == []

    @precondition(lambda self: self.started)
    @invariant()
    def extracting_again_changes_nothing(self) -> None:
        before = {path: path.read_bytes() for path in (self.folder / "locales").rglob("*.po*")}
        self.extract()
        assert {path: path.read_bytes() for path in (self.folder / "locales").rglob("*.po*")} == before

    @precondition(lambda self: self.started)
    @rule()
    def rendering_keeps_the_structure(self) -> None:
        render(find_project(self.folder))
        for name in self.names():
            built = (self.folder / "build" / "nl" / f"{name}.txt").read_text(encoding="utf-8")
            assert len(built.strip().split("\n\n")) == len(self.texts(name))


def pofile_message(message: Message, text: str) -> Message:
    from dataclasses import replace

    return replace(message, msgstr=(text,) * len(message.msgstr))


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=tries(12), stateful_step_count=12, suppress_health_check=list(HealthCheck), deadline=None
)
