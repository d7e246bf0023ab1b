"""Fifty histories that git sets back, and fifty that lose translations: no false alarm, and no loss without a word.

A history is a project in a repository, with edits, translations, updates and commits at random, and at its end
an edit that is not committed. Then git puts something back, in each of its ways, or a translation is lost, in each of
the ways of editors, tools and disks.
"""

import random
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.project import find_project
from l10n.workflow.check import check
from l10n.workflow.extract import extract

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

HISTORIES = 50
SENTENCES = (
    "The rocket left Baikonur this morning.",
    "Nobody on board was ill!",
    "It took 2 hours to reach the station.",
    "Tickets cost 62 million dollars.",
    "The capsule landed in the steppe.",
    "A film crew works for twelve days.",
)


@dataclass
class History:
    """A repository, and what chance does to it."""

    folder: Path
    chance: random.Random
    count: int = 0
    commits: list[str] = field(default_factory=list)

    @property
    def source(self) -> Path:
        return self.folder / "source" / "note.txt"

    @property
    def catalog(self) -> Path:
        return self.folder / "locales" / "nl" / "LC_MESSAGES" / "note.po"

    def git(self, *arguments: str, fails: bool = False) -> str:
        config = ("user.name=Nobody", "user.email=nobody@example.org", "commit.gpgsign=false")
        options = [part for setting in (*config, "core.autocrlf=false") for part in ("-c", setting)]
        ran = subprocess.run(
            ["git", *options, *arguments], cwd=self.folder, check=False, capture_output=True, text=True
        )
        assert bool(ran.returncode) == fails, ran.stderr + ran.stdout
        return ran.stdout

    def texts(self) -> list[str]:
        return self.source.read_text(encoding="utf-8").strip().split("\n\n")

    def write(self, texts: list[str]) -> None:
        self.source.write_text("\n\n".join(texts) + "\n", encoding="utf-8")

    def messages(self) -> tuple[Message, ...]:
        return tuple(pofile.read(self.catalog.read_bytes(), "note.po").messages)

    def keep(self, messages: tuple[Message, ...]) -> None:
        content = pofile.write(pofile.read(self.catalog.read_bytes(), "note.po"), messages)
        self.save(content)

    def save(self, content: bytes) -> None:
        """Save the catalog as an editor does: beside its place, then renamed."""
        beside = self.catalog.with_suffix(".saving")
        beside.write_bytes(content)
        beside.replace(self.catalog)

    def begin(self) -> None:
        (self.folder / "source").mkdir()
        (self.folder / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
        self.git("init", "-q", "-b", "main")
        self.write([self.sentence() for _ in range(6)])
        self.update()
        self.translate()
        self.commit()
        self.update()
        for _ in range(self.chance.randint(0, 2)):
            self.edit()
            self.update()
            self.translate()
            if self.chance.random() < 0.8:
                self.update()
            self.commit()
        self.update()

    def sentence(self) -> str:
        self.count += 1
        return f"{self.chance.choice(SENTENCES)} That was number {self.count}."

    def edit(self) -> None:
        texts = self.texts()
        place = self.chance.randrange(len(texts))
        match self.chance.choice(("add", "end", "reword", "remove")):
            case "add":
                texts.insert(place, self.sentence())
            case "end":
                texts.append(self.sentence())
            case "remove" if len(texts) > 5:
                del texts[place]
            case _:
                texts[place] = texts[place].replace("That was", "It must have been")
        self.write(texts)

    def translate(self) -> None:
        """Translate what is new; what was changed is confirmed, left as it is, or reworded and still fuzzy."""
        done = []
        for message in self.messages():
            if message.is_header or message.obsolete or (any(message.msgstr) and not message.fuzzy):
                done.append(message)
                continue
            self.count += 1
            answer = self.chance.choice(("confirm", "guess", "leave"))
            flags = ("fuzzy",) if answer == "guess" or (message.fuzzy and answer == "leave") else ()
            text = message.msgstr if any(message.msgstr) and answer == "leave" else (f"Zin {self.count}.",)
            previous = message.previous if flags else None
            done.append(replace(message, msgstr=text, flags=flags, previous=previous))
        self.keep(tuple(done))

    def commit(self) -> None:
        self.git("add", ".")
        self.git("commit", "-q", "--allow-empty", "-m", "work")
        self.commits.append(self.git("rev-parse", "HEAD").strip())

    def work(self) -> None:
        """Edit, update, translate, update: what git is asked to forget."""
        for _ in range(self.chance.randint(1, 3)):
            self.edit()
            self.update()
            self.translate()
        texts = self.texts()
        self.write([*texts, self.sentence()])
        self.update()
        self.translate()
        self.update()

    def update(self) -> None:
        report = extract(find_project(self.folder))
        assert [str(error) for error in report.errors] == []

    def is_reported(self) -> bool:
        """Whether a loss is a finding, and stops an update; it must be both or neither."""
        project = find_project(self.folder)
        found = any(one.code == "lost-translations" for one in check(project).findings)
        errors = [str(error) for error in extract(project).errors]
        refused = any("vanished since" in error for error in errors)
        assert refused is found, errors
        return found


def _restore(history: History) -> None:
    history.work()
    history.git("restore", ".")


def _checkout_files(history: History) -> None:
    history.work()
    history.git("checkout", "-q", "--", ".")


def _restore_catalog_only(history: History) -> None:
    history.work()
    history.git("restore", "locales")


def _restore_staged(history: History) -> None:
    history.work()
    history.git("add", ".")
    history.work()
    history.git("restore", ".")


def _restore_of_revision(history: History) -> None:
    history.work()
    history.git("restore", f"--source={history.chance.choice(history.commits)}", ".")


def _checkout_of_revision(history: History) -> None:
    history.work()
    history.git("checkout", "-q", history.chance.choice(history.commits), "--", "source", "locales")


def _checkout_of_branch(history: History) -> None:
    history.git("branch", "other", history.chance.choice(history.commits))
    history.update()
    history.work()
    history.commit()
    history.update()
    history.git("checkout", "-q", "other", "--", "locales", "source")


def _reset(history: History) -> None:
    history.work()
    history.git("reset", "-q", "--hard")


def _reset_to_earlier(history: History) -> None:
    history.work()
    history.commit()
    history.work()
    history.git("reset", "-q", "--hard", history.commits[0])


def _stash(history: History) -> None:
    history.work()
    history.git("stash", "-q")
    assert not history.is_reported()
    history.git("checkout", "-q", "--", ".")
    history.git("stash", "pop", "-q")


def _stash_and_pull(history: History) -> None:
    """What others have pushed lies ahead of what was updated here, and what was not committed is away."""
    history.git("branch", "theirs")
    history.git("switch", "-q", "theirs")
    history.work()
    history.commit()
    ahead = history.git("rev-parse", "HEAD").strip()
    history.git("switch", "-q", "main")
    history.git("branch", "-q", "-D", "theirs")
    history.git("reflog", "expire", "--expire=now", "--all")
    history.update()
    history.work()
    history.git("stash", "-q")
    history.git("merge", "-q", "--ff-only", ahead)


def _switch(history: History) -> None:
    history.git("switch", "-q", "-c", "feature")
    history.work()
    history.commit()
    history.update()
    history.git("switch", "-q", "main")
    assert not history.is_reported()
    history.git("checkout", "-q", "--", ".")
    history.git("switch", "-q", "feature")


def _switch_back_and_forth(history: History) -> None:
    """An earlier commit is looked at, and the branch taken up again, from which something was removed on purpose."""
    history.keep(tuple(one for one in history.messages() if one.is_header or one.msgid != history.texts()[0]))
    history.write(history.texts()[1:])
    assert extract(find_project(history.folder), allow_removal=True).errors == ()
    history.commit()
    history.update()
    history.git("switch", "-q", "--detach", history.commits[0])
    assert not history.is_reported()
    history.git("checkout", "-q", "--", ".")
    history.git("switch", "-q", "main")


def _diverged(history: History) -> None:
    history.git("switch", "-q", "-c", "side", history.commits[-1])
    history.write([*history.texts()[:-1], "The end on the side."])
    history.update()
    history.commit()
    history.git("switch", "-q", "main")
    history.update()
    history.write([*history.texts()[:-1], "Another end."])
    history.update()
    history.translate()
    history.commit()
    history.update()


def _abort(history: History, *verb: str) -> None:
    _diverged(history)
    history.git(*verb, "side", fails=True)
    report = extract(find_project(history.folder))
    assert not any("vanished" in str(error) for error in report.errors)
    history.git(verb[0], "--abort")


RESTORES: Mapping[str, Callable[[History], None]] = {
    "restore": _restore,
    "checkout -- .": _checkout_files,
    "restore of the catalogs only": _restore_catalog_only,
    "restore of what is staged": _restore_staged,
    "restore --source": _restore_of_revision,
    "checkout REVISION -- FILES": _checkout_of_revision,
    "checkout BRANCH -- FILES": _checkout_of_branch,
    "reset --hard": _reset,
    "reset --hard EARLIER": _reset_to_earlier,
    "stash, and stash pop": _stash,
    "stash and pull": _stash_and_pull,
    "switch": _switch,
    "switch back and forth": _switch_back_and_forth,
    "merge --abort": lambda history: _abort(history, "merge"),
    "rebase --abort": lambda history: _abort(history, "rebase"),
    "cherry-pick --abort": lambda history: _abort(history, "cherry-pick"),
}


def _is_at_stake(message: Message) -> bool:
    return bool(not message.is_header and not message.obsolete and not message.fuzzy and message.msgstr[0])


def _delete_entry(history: History) -> None:
    """A tool drops an entry that is translated."""
    stake = history.chance.choice([one for one in history.messages() if _is_at_stake(one)])
    history.keep(tuple(one for one in history.messages() if one != stake))


def _cut(history: History) -> None:
    """The file ends at an entry, before one that is translated."""
    blocks = history.catalog.read_bytes().split(b"\n\n")
    kept = history.chance.randint(0, 4)
    history.save(b"\n\n".join(blocks[:kept]) + b"\n" * bool(kept))


def _empty(history: History) -> None:
    """A tool empties all translations."""
    messages = history.messages()
    history.keep(tuple(one if one.is_header else replace(one, msgstr=("",), flags=()) for one in messages))


def _old_buffer(history: History) -> None:
    """An editor that was open since the last commit saves what it had read."""
    old = history.git("show", "HEAD:locales/nl/LC_MESSAGES/note.po").encode()
    time.sleep(1.1)  # git tells by the time who wrote a file, and some gits know seconds only
    history.save(old)


def _bad_merge(history: History) -> None:
    """Of a merge with conflicts somebody keeps the other side of the catalog."""
    _diverged(history)
    history.git("merge", "side", fails=True)
    history.git("checkout", "-q", "--theirs", "locales/nl/LC_MESSAGES/note.po", "locales/note.pot")
    history.write([*history.texts()[:4], "The end on the side.", "Another end."])
    if history.chance.random() < 0.5:
        history.git("add", ".")
        history.git("commit", "-q", "-m", "merge")


LOSSES: Mapping[str, Callable[[History], None]] = {
    "entry deleted": _delete_entry,
    "file cut": _cut,
    "translations emptied": _empty,
    "old buffer saved": _old_buffer,
    "bad merge": _bad_merge,
}


@pytest.fixture
def history(tmp_path: Path, request: pytest.FixtureRequest) -> History:
    (seed, _) = request.param
    made = History(folder=tmp_path, chance=random.Random(seed))
    made.begin()
    return made


def each(kinds: Mapping[str, object]) -> list[object]:
    names = list(kinds)
    chosen = [(seed, names[seed % len(names)]) for seed in range(HISTORIES)]
    return [pytest.param(one, one, id=f"{one[1]} {one[0]}") for one in chosen]


@pytest.mark.parametrize(("history", "chosen"), each(RESTORES), indirect=["history"])
def test_what_git_puts_back_is_no_loss(history: History, chosen: tuple[int, str]) -> None:
    RESTORES[chosen[1]](history)
    assert not history.is_reported()
    history.update()


@pytest.mark.parametrize(("history", "chosen"), each(LOSSES), indirect=["history"])
def test_what_is_lost_is_reported(history: History, chosen: tuple[int, str]) -> None:
    if chosen[1] != "bad merge":
        history.work()
    LOSSES[chosen[1]](history)
    if chosen[1] not in ("old buffer saved", "bad merge") and history.chance.random() < 0.5:
        history.git("commit", "-q", "-a", "-m", "the damage is committed")
    assert history.is_reported()
    assert history.is_reported()  # what was refused once is refused again


class TestWhatIsRefusedStaysRefused:
    @pytest.mark.parametrize("is_diverged", [False, True])
    @pytest.mark.parametrize("history", [(7, "")], indirect=True)
    def test_though_git_has_it_and_another_revision_was_looked_at(
        self, history: History, is_diverged: bool
    ) -> None:
        _delete_entry(history)
        history.commit()
        assert history.is_reported()
        history.git("switch", "-q", "--detach", "HEAD~1")
        history.update()
        history.git("checkout", "-q", "--", ".")
        if is_diverged:
            history.git("commit", "-q", "--allow-empty", "-m", "beside")
            history.update()
        history.git("switch", "-q", "main")
        assert history.is_reported()
        assert extract(find_project(history.folder), allow_removal=True).errors == ()
        history.commit()
        history.update()

    @pytest.mark.parametrize("history", [(8, "")], indirect=True)
    def test_and_a_copy_of_what_was_put_back_is_kept(self, history: History) -> None:
        history.write([*history.texts(), "The end, and what nobody else has said."])
        history.update()
        new = history.messages()
        history.keep(tuple(replace(m, msgstr=("Slot",), flags=()) if not m.msgstr[0] else m for m in new))
        history.update()
        before = history.catalog.read_bytes()
        history.git("restore", ".")
        history.update()
        kept = list((history.folder / ".git" / "l10n").rglob("note.po.old"))
        assert [path.read_bytes() for path in kept] == [before]
