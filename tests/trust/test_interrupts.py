"""Ctrl-C and SIGTERM at whatever moment: one line, exit code 130 or 143, each file the old or the new one."""

import contextlib
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.browser.serving import Editor, ask
from tests.conftest import ROOT, Command, snapshot
from tests.servers.faithful import marked, running
from tests.trust.faults import VERBS, Verb, edit_source, environment, prepared
from tests.unit.workflow.store.test_lock import held_by_another

MOMENTS, COLD_MOMENTS = 8, 4  # `make faults` tries more, of every command
PATIENCE = 60
READING: Mapping[str, Verb] = {
    "check": Verb(("check", "--no-cache"), edit_source),
    "review": Verb(("review",), edit_source),
}


def interrupted(
    home: Path, verb: Verb, name: str, moments: str
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return what came of a command that nobody interrupted, and of those that somebody did."""
    program = [sys.executable, "-m", "tests.trust.interrupting", f"{home}", name, moments, *verb.arguments]
    ran = subprocess.run(
        program, cwd=ROOT, env=environment(home), stdout=subprocess.PIPE, text=True, check=True
    )
    first, *others = (json.loads(line) for line in ran.stdout.splitlines())
    return first, others


def harm(whole: Mapping[str, Any], one: Mapping[str, Any], number: int) -> str:
    """Return what is wrong with how a command ended that got a signal; "" when it is what we promise."""
    said, usual = one["said"].splitlines(), whole["said"].splitlines()
    ours = [line for line in said if line.startswith("l10n: stopped")]
    is_finished = one["code"] == whole["code"] and one["said"] == whole["said"]
    # before and after all of our own, SIGTERM ends Python as it ends any process
    is_killed = number == signal.SIGTERM and one["code"] == -number and not ours
    problems = [
        ("a traceback", "Traceback" in one["said"] or "Exception ignored" in one["said"]),
        (f"exit code {one['code']}", one["code"] not in (128 + number, whole["code"]) and not is_killed),
        ("more than a line", not (is_finished or is_killed) and (len(ours) != 1 or said[-1] != ours[0])),
        ("other lines", [line for line in said if line not in (*usual, *ours)] != []),
        ("a damaged file", "damaged" in one["states"].values()),
        ("a temporary file", any(Path(name).name.startswith(".l10n-") for name in one["states"])),
    ]
    return ", ".join(problem for problem, is_so in problems if is_so)


@pytest.mark.parametrize("verb", ["extract", "names fix", "render", "check"])
def test_interrupted_at_any_call_a_command_says_one_line(tmp_path: Path, verb: str) -> None:
    command = READING.get(verb) or VERBS[verb]
    whole, found = interrupted(prepared(tmp_path, command), command, "SIGINT", f"{MOMENTS}")
    assert len(found) > MOMENTS / 2
    assert [(one["at"], problem, one) for one in found if (problem := harm(whole, one, signal.SIGINT))] == []
    assert {one["code"] for one in found} >= {130}


def test_interrupted_while_it_imports_it_does_so_too(tmp_path: Path) -> None:
    whole, found = interrupted(
        prepared(tmp_path, READING["check"]), READING["check"], "SIGINT", f"cold:{COLD_MOMENTS}"
    )
    assert [(one["at"], problem, one) for one in found if (problem := harm(whole, one, signal.SIGINT))] == []


def test_ended_by_sigterm_it_is_the_same_with_its_own_exit_code(tmp_path: Path) -> None:
    whole, found = interrupted(
        prepared(tmp_path, VERBS["extract"]), VERBS["extract"], "SIGTERM", f"{MOMENTS}"
    )
    assert [(one["at"], problem, one) for one in found if (problem := harm(whole, one, signal.SIGTERM))] == []
    assert {one["code"] for one in found} >= {143}


@pytest.fixture
def start() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start `l10n` in a folder as a terminal does: Ctrl-C goes to all processes of its group."""
    started: list[subprocess.Popen[str]] = []

    def begin(folder: Path, *arguments: str, **options: Any) -> "subprocess.Popen[str]":
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        process = subprocess.Popen(
            [sys.executable, "-m", "l10n", *arguments],
            cwd=folder,
            text=True,
            start_new_session=True,
            **options,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def ended(process: "subprocess.Popen[str]", number: int = signal.SIGINT) -> tuple[int, list[str]]:
    """Send a signal to all processes of a command; return its exit code and what it said."""
    os.killpg(process.pid, number)
    _, said = process.communicate(timeout=PATIENCE)
    return process.returncode, said.splitlines()


Start = Callable[..., "subprocess.Popen[str]"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_watch_and_serve_end_so(small: Path, start: Start, number: int, code: int) -> None:
    watching = start(small, "watch")
    assert watching.stderr
    while "press Ctrl-C" not in watching.stderr.readline():
        pass
    assert ended(watching, number) == (code, ["l10n: stopped"])
    serving = start(small, "serve", "--port", "0")
    assert serving.stdout
    assert serving.stderr
    assert serving.stdout.readline().startswith("http://127.0.0.1:")
    ended_with, said = ended(serving, number)
    assert (ended_with, [line for line in said if line != "press Ctrl-C to stop"]) == (
        code,
        ["l10n: stopped"],
    )


def test_whoever_waits_for_the_lock_ends_so(small: Path, start: Start) -> None:
    with held_by_another(small):
        waiting = start(small, "extract")
        assert waiting.stderr
        assert waiting.stderr.readline().startswith("waiting for process")
        code, said = ended(waiting)
        assert (code, [line.partition(":")[0] for line in said]) == (130, ["l10n"])
    assert not (small / "locales").exists()


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_whoever_waits_for_a_service_ends_so(small: Path, l10n: Command, start: Start, jobs: str) -> None:
    assert l10n(small, "extract").code == 0
    before = snapshot(small)

    def slow(text: str, source: str, target: str) -> object:
        time.sleep(5)
        return marked(text, source, target)

    with running(slow) as server:
        arguments = ("--service", "libretranslate", "--url", server.url, "--jobs", jobs)
        asking = start(small, "translate", "nl", *arguments)
        until(lambda: server.asked)
        code, said = ended(asking)
    assert (code, said[1:]) == (130, ["l10n: stopped"])
    assert snapshot(small) == before


def test_worker_processes_say_nothing_and_are_gone(small: Path, start: Start) -> None:
    for number in range(120):
        (small / "source" / f"{number:03}.txt").write_text(f"Text {number}.\n\n" * 20, encoding="utf-8")
    for moment in range(4):
        shutil.rmtree(small / "locales", ignore_errors=True)
        working = start(small, "extract", "--jobs", "2", "--no-cache")
        if moment:
            time.sleep(0.3 * moment)  # whenever it is: it ends in the same way
        else:
            until(lambda: any(small.rglob("*.po")))
        code, said = ended(working)
        assert code in (130, 0, -signal.SIGINT)  # Python itself may not have begun
        assert "Traceback" not in "\n".join(said) or code == -signal.SIGINT
        assert code != 130 or [line.startswith("l10n: stopped") for line in said] == [True]
        assert not [path for path in small.rglob(".l10n-*") if path.suffix == ".tmp"]
        with pytest.raises(ProcessLookupError):
            os.killpg(working.pid, 0)


def test_a_second_one_at_once_changes_nothing(small: Path, start: Start) -> None:
    watching = start(small, "watch")
    assert watching.stderr
    while "press Ctrl-C" not in watching.stderr.readline():
        pass
    os.killpg(watching.pid, signal.SIGINT)
    assert ended(watching) == (130, ["l10n: stopped"])


def test_one_that_is_ignored_stays_ignored(small: Path, start: Start) -> None:
    """As by `nohup`, or in a job that a script puts into the background."""
    watching = start(small, "watch", preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    assert watching.stderr
    while "press Ctrl-C" not in watching.stderr.readline():
        pass
    os.killpg(watching.pid, signal.SIGINT)
    built = small / "build" / "nl" / "note.txt"
    with (small / "source" / "note.txt").open("a", encoding="utf-8") as source:
        source.write("\nOne more.\n")
    until(lambda: "One more." in built.read_text(encoding="utf-8"))
    assert ended(watching, signal.SIGTERM)[0] == 143


def test_a_reader_that_goes_ends_a_command_quietly(article: Path, start: Start) -> None:
    source = article / "source" / "russian-actress-iss.txt"
    source.write_text(
        source.read_text(encoding="utf-8") + "".join(f"\n\nSentence {number}." for number in range(4_000)),
        encoding="utf-8",
    )
    assert subprocess.run([sys.executable, "-m", "l10n", "extract"], cwd=article, check=False).returncode == 0
    # with PYTHONUNBUFFERED Python itself drops what a pipe did not take, without a word
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    checking = start(article, "check", "nl", "--all", env=buffered)  # more than a pipe takes
    assert checking.stdout
    checking.stdout.readline()
    checking.stdout.close()
    assert checking.stderr
    assert (checking.stderr.read(), checking.wait(timeout=PATIENCE)) == ("", 141)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_in_code_that_is_made_of_a_text_it_is_no_other(tmp_path: Path, number: int, code: int) -> None:
    """As while a dataclass is made; `python -m` would end by SIGINT then, though the interrupt was caught."""
    program = f"""
import sys
import l10n.cli.app
from l10n.cli import main

def app(prog_name):
    exec("import os; os.kill(os.getpid(), {int(number)}); [0 for _ in range(10_000)]")

l10n.cli.app.app = app
main()
"""
    (tmp_path / "interrupted_here.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "interrupted_here"]
    ran = subprocess.run(command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (code, b"l10n: stopped\n")


def test_where_python_drops_it_it_comes_a_moment_later(tmp_path: Path) -> None:
    """As in a `__del__`; and what could not be tidied up for want of memory is not told there."""
    program = """
import os, signal, time
import l10n.cli.app
from l10n.cli import main

class Interrupted:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

class Untidy:
    def __del__(self):
        raise MemoryError

def app(prog_name):
    Untidy()
    Interrupted()
    for _ in range(1_000):
        time.sleep(0.01)

l10n.cli.app.app = app
main()
"""
    (tmp_path / "dropped_here.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "dropped_here"]
    ran = subprocess.run(command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, b"l10n: stopped\n")


@pytest.mark.parametrize("path", ["/version", "/"])
def test_serve_ends_so_while_a_page_waits_for_an_answer(
    small: Path, l10n: Command, start: Start, path: str
) -> None:
    """For the next version, or for the first page of a project with many messages."""
    text = "".join(f"Paragraph {number} flew 5 kilometers.\n\n" for number in range(3_000))
    (small / "source" / "note.txt").write_text(text, encoding="utf-8")
    assert l10n(small, "extract").code == 0
    serving = start(small, "serve", "--port", "0")
    assert serving.stdout
    editor = Editor(serving.stdout.readline().strip())
    asking = Thread(target=quietly, args=(editor, f"{path}?after=0"), daemon=True)
    asking.start()
    time.sleep(0.5)  # until it waits; if it does not yet, the end is the same
    code, said = ended(serving)
    assert (code, [line for line in said if line != "press Ctrl-C to stop"]) == (130, ["l10n: stopped"])
    asking.join(timeout=PATIENCE)


def quietly(editor: Editor, path: str) -> None:
    with contextlib.suppress(OSError, http.client.HTTPException):
        ask(editor, "GET", path)
