"""`watch` and `serve` see every save: one in the middle of a round, and those in a folder that was gone meanwhile."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from l10n.project import find_project
from l10n.workflow.editor.session import EditorSession
from l10n.workflow.watch import Round, Watcher, watch
from tests.browser.serving import ask, serving
from tests.conftest import ROOT, Command, snapshot

TRIES, SEED = 12, 22  # `make faults` makes 200
PATIENCE = 60  # seconds; what is waited for comes in one or two


def test_a_save_in_the_middle_of_a_round_is_not_lost(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tests.trust.saving", str(tmp_path), str(TRIES), str(SEED)]
    ran = subprocess.run(program, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(found) == TRIES
    assert [one for one in found if one["wrong"]] == []
    assert sum(one["rounds"] for one in found) > TRIES


@pytest.fixture
def stop() -> Iterator[Event]:
    ended = Event()
    yield ended
    ended.set()


def later(save: Callable[[], object]) -> None:
    """Save a moment later, when somebody waits for it."""

    def work() -> None:
        time.sleep(0.7)
        save()

    Thread(target=work, daemon=True).start()


def after(rounds: Iterator[Round], save: Callable[[], object]) -> Round:
    later(save)
    return next(rounds)


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize("name", ["source", "locales"])
def test_a_folder_that_vanishes_and_returns_is_watched_again(small: Path, stop: Event, name: str) -> None:
    rounds = watch(find_project(small), stop=stop)
    assert next(rounds).error is None
    folder, away = small / name, small / "away"
    gone = after(rounds, lambda: shutil.move(folder, away))
    if name == "source":
        assert gone.error is not None
        assert "no article to localize" in str(gone.error)
    else:  # written anew; what the other branch has is there again in the end
        assert "locales/note.pot" in gone.written
        shutil.rmtree(folder)
    back = after(rounds, lambda: shutil.move(away, folder))
    assert back.error is None
    saved = "source/note.txt" if name == "source" else "locales/nl/LC_MESSAGES/note.po"
    last = after(rounds, lambda: append(small / saved, "\n# One more.\n"))
    assert last.error is None
    assert "One more." in (small / saved).read_text(encoding="utf-8")
    assert b"One more." in snapshot(small / "build")["nl/note.txt"] or name == "locales"


def test_a_save_that_keeps_size_and_time_is_seen(small: Path, stop: Event) -> None:
    path = small / "source" / "note.txt"
    rounds = watch(find_project(small), stop=stop)
    next(rounds)
    state = path.stat()

    def save() -> None:
        path.write_bytes(path.read_bytes().replace(b"First", b"Third"))
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))

    assert "build/nl/note.txt" in after(rounds, save).written


@pytest.mark.parametrize("key", ["baseline", "dictionaries", "addendum"])
def test_what_the_configuration_names_by_now_is_watched(small: Path, stop: Event, key: str) -> None:
    (small / "more").mkdir()
    named = small / "more" / "file.txt"
    named.write_text("", encoding="utf-8")
    files = Watcher(find_project(small))
    tables = {
        "baseline": 'baseline = "more/file.txt"\n',
        "dictionaries": 'dictionaries = "more"\n',
        "addendum": '[[addendum]]\nlocale = "nl"\ndocument = "source/note.txt"\nfile = "more/file.txt"\n',
    }
    append(small / "l10n.toml", tables[key])
    assert files.wait(stop)
    later(lambda: append(named, "x\n"))
    assert files.wait(stop)


def test_without_watchfiles_nothing_is_done_before_that_is_said(
    small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    before = snapshot(small)
    for verb in ("watch", "serve"):
        ran = l10n(small, verb)
        assert (ran.code, ran.out, "needs the package watchfiles" in ran.err) == (2, "", True)
    assert snapshot(small) == before


def test_the_system_need_not_tell_of_a_change(
    small: Path, stop: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on disks of other machines, and where more folders would be watched than the system allows."""

    def refused(*_folders: Path, **_options: object) -> Iterator[set[object]]:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr("watchfiles.watch", refused)
    rounds = watch(find_project(small), stop=stop)
    next(rounds)
    found = after(rounds, lambda: append(small / "source" / "note.txt", "\nOne more.\n"))
    assert "build/nl/note.txt" in found.written


def test_the_editor_shows_what_is_in_a_folder_that_returned(small: Path, l10n: Command) -> None:
    assert l10n(small, "extract").code == 0
    source, away = small / "source", small / "away"
    with serving(small) as editor:

        def page() -> tuple[int, str]:
            return ask(editor, "GET", "/")[:2]

        def shows(status: int, text: str) -> bool:
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end:
                found = page()
                if found[0] == status and text in found[1]:
                    return True
                time.sleep(0.1)
            return False

        assert shows(200, "First paragraph.")
        source.rename(away)
        assert shows(422, "no article to localize")
        away.rename(source)
        assert shows(200, "First paragraph.")
        (source / "note.txt").rename(source / "more.txt")
        assert shows(200, "source/more.txt")


def test_a_save_before_the_first_page_is_told_to_the_editor(small: Path, stop: Event) -> None:
    files = Watcher(find_project(small))  # as `serve` does, before it reads anything
    session = EditorSession(find_project(small))
    first = session.page()[0]
    (small / "source" / "more.txt").write_bytes(b"One more.\n")
    assert files.wait(stop)
    session.changed()
    end = time.monotonic() + PATIENCE
    while "source/more.txt" not in str(session.page()[1]):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert session.version > first
