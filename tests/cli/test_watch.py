"""`l10n watch`: a round at the start, and one for each change; what cannot be read is told, and the next save heals."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Timer

import pytest

from l10n.project import find_project
from l10n.workflow.watch import Round, Watcher, run_round, watch
from tests.conftest import Command, snapshot

PATIENCE = 60  # seconds; what is waited for comes in one or two
LOOKS = 0.5  # seconds between two looks of a watcher


def after(seconds: float) -> Event:
    """Return what is set after some seconds."""
    ended = Event()
    timer = Timer(seconds, ended.set)
    timer.daemon = True
    timer.start()
    return ended


def until(true: object, seconds: float = PATIENCE) -> bool:
    """Return whether `true()` becomes true in time."""
    assert callable(true)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


def test_a_round_extracts_checks_and_renders_and_a_second_one_changes_nothing(small: Path) -> None:
    project = find_project(small)
    first = run_round(project)
    assert first.error is None
    assert set(first.written) >= {"locales/note.pot", "build/nl/note.txt"}
    assert first.report is not None
    assert {finding.code for finding in first.report.findings} == {"missing-translation"}
    before = snapshot(small)
    assert run_round(project).written == ()
    assert snapshot(small) == before


def test_a_round_that_cannot_read_something_says_so(small: Path, l10n: Command) -> None:
    l10n(small, "extract")
    (small / "locales" / "nl" / "LC_MESSAGES" / "note.po").write_text("msgid ?\n", encoding="utf-8")
    found = run_round(find_project(small))
    assert found.error is not None
    assert str(found.error).startswith("locales/nl/LC_MESSAGES/note.po:1:")


def test_what_a_round_writes_is_no_change_and_what_another_saves_over_it_is_one(small: Path) -> None:
    files = Watcher(find_project(small))
    catalog = small / "locales" / "nl" / "LC_MESSAGES" / "note.po"
    written = run_round(find_project(small))
    files.accept(written.digests)
    assert not files.wait(after(2 * LOOKS))
    # as somebody does who saves just behind the write: of what was read before nothing tells of it
    files.accept(written.digests)
    catalog.write_bytes(catalog.read_bytes() + b"# a remark\n")
    assert files.wait(after(PATIENCE))


def test_the_command_renders_again_after_a_save_and_ends_with_an_interrupt(small: Path) -> None:
    built = small / "build" / "nl" / "note.txt"
    process = subprocess.Popen(
        [sys.executable, "-m", "l10n", "watch"], cwd=small, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        assert until(built.exists)
        time.sleep(1)
        with (small / "source" / "note.txt").open("a", encoding="utf-8") as source:
            source.write("\nOne more.\n")
        assert until(lambda: "One more." in built.read_text(encoding="utf-8"))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 130
        assert b"Traceback" not in said
    finally:
        process.kill()


def test_a_change_of_the_configuration_is_a_round_and_an_error_in_it_ends_nothing(small: Path) -> None:
    config = small / "l10n.toml"
    right = config.read_text(encoding="utf-8")
    stop = Event()
    rounds = watch(find_project(small), stop=stop)
    assert next(rounds).error is None

    def later(text: str) -> Round:
        writing = f"import time; time.sleep(1); open({str(config)!r}, 'w').write({text!r})"
        process = subprocess.Popen([sys.executable, "-c", writing])
        found = next(rounds)
        process.wait()
        return found

    wrong = later(right.replace("source_locale", "sourse_locale"))
    assert wrong.error is not None
    assert "did you mean 'source_locale'?" in str(wrong.error)
    assert wrong.written == ()
    fixed = later(right.replace('"nl"', '"nl", "de"'))
    assert fixed.error is None
    assert (small / "build" / "de" / "note.txt").exists()
    stop.set()


def test_without_watchfiles_it_says_what_to_install(
    small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = l10n(small, "watch")
    assert ran.code == 2
    assert "hint: pip install 'l10n-names[watch]'" in ran.err
