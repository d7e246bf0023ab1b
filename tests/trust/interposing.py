"""A program: runs one command again and again, and lets its first call that writes fail, then its second, and so on.

`python interposing.py HOME HOW [ARGUMENT…]`: below HOME are `project` and `state`, which are put back before each run.
HOW is `kill` (SIGKILL before the call), `half` (in the middle of a write), an errno, `count` (nothing fails) or
`random:N` (SIGKILL at N moments, whatever the process does). Without arguments the local editor saves a message.
Prints a line of JSON for each run: what happened, and what became of each file.

The calls are those of `os`, through which all of l10n writes (a test holds them against what strace sees).
"""

import contextlib
import errno
import io
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

WRITES = (
    "open", "write", "fsync", "fdatasync", "replace", "rename", "link", "symlink", "unlink", "remove", "mkdir",
    "rmdir", "chmod", "fchmod", "truncate", "ftruncate",
)  # fmt: skip
ENDLESS = 500


class Interposed:
    """The calls that write, counted, with one that fails."""

    def __init__(self, how: str, number: int) -> None:
        self.calls: list[str] = []
        self._how, self._number = how, number

    def install(self) -> None:
        for name in WRITES:
            setattr(os, name, self._counted(name, getattr(os, name)))

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            if name == "open" and not arguments[1] & (os.O_CREAT | os.O_TRUNC | os.O_WRONLY):
                return call(*arguments, **options)
            self.calls.append(name)
            if len(self.calls) == self._number:
                self._fail(name, call, arguments)
            return call(*arguments, **options)

        return counted

    def _fail(self, name: str, call: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        if self._how == "half" and name == "write":
            call(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
        if self._how in ("kill", "half"):
            os.kill(os.getpid(), signal.SIGKILL)
        if self._how != "count":
            number = getattr(errno, self._how)
            raise OSError(number, os.strerror(number))


def run(arguments: list[str]) -> int:
    """Run the command in the current folder, quietly, and return its exit code; 99 for a traceback."""
    from l10n.cli import main
    from l10n.errors import L10nError

    sys.argv = ["l10n", *arguments]
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            if not arguments:
                save()
            else:
                main()
    except SystemExit as left:
        return int(left.code or 0)
    except L10nError as error:
        return error.exit_code
    except BaseException:  # noqa: BLE001 - that is what we look for
        return 99
    return 0


def save() -> None:
    """Save a message as the local editor does."""
    from l10n.project import find_project
    from l10n.workflow.editor.message import Address, Text, open_message, save_message

    project = find_project(Path.cwd())
    address = Address(
        document="source/russian-actress-iss.txt", locale="nl", key=(None, "Tom Cruise wants too")
    )
    read = open_message(project, address).text
    wanted = Text(msgstr=("Ook Tom Cruise wil",))
    if read != wanted:
        save_message(project, address, read, wanted)


def show(said: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def put_back(home: Path) -> None:
    for name in ("project", "state"):
        shutil.rmtree(home / name, ignore_errors=True)
        shutil.copytree(home / "kept" / name, home / name, symlinks=True)
    os.chdir(home / "project")


def contents(home: Path) -> dict[str, bytes]:
    root = home / "project"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".l10n/" not in f"{path.relative_to(root).as_posix()}/"
    }


def forked(work: Callable[[], int]) -> tuple[int, Callable[[], int]]:
    """Start a process that does the work; return its number, and what waits for its exit code."""
    child = os.fork()
    if not child:
        code = 98
        try:
            code = work()
        finally:
            os._exit(code)
    return child, lambda: os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def once(home: Path, arguments: list[str], how: str, number: int) -> tuple[int, list[str]]:
    """Run the command with its `number`th call failing; return its exit code and the calls it made."""
    put_back(home)
    log = home / "calls.json"
    log.write_text("[]", encoding="utf-8")

    def work() -> int:
        layer = Interposed(how, number)
        layer.install()
        code = run(arguments)
        made = list(layer.calls)
        with open(log, "w", encoding="utf-8") as file:  # noqa: PTH123 - not counted, nor failing
            json.dump(made, file)
        return code

    _, wait = forked(work)
    return wait(), json.loads(log.read_text(encoding="utf-8"))


def killed_some_time(home: Path, arguments: list[str], most: float, seed: int) -> int:
    put_back(home)
    child, wait = forked(lambda: run(arguments))
    time.sleep(random.Random(seed).uniform(0, most))
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return wait()


def tell(home: Path, arguments: list[str], old: dict[str, bytes], new: dict[str, bytes], **said: Any) -> None:
    """Print what became of the files, and whether running the command again does the rest."""
    found = contents(home)
    states = {}
    for name in sorted({*old, *new, *found}):
        content = found.get(name)
        is_old, is_new = content == old.get(name), content == new.get(name)
        # A file that is to go, and is still there, is no damage: everything in it is elsewhere by then, or to be.
        is_left = is_old and not is_new and name not in new
        states[name] = (
            "left"
            if is_left
            else "both"
            if is_old and is_new
            else "old"
            if is_old
            else "new"
            if is_new
            else "damaged"
        )
    _, wait = forked(lambda: run(arguments))
    again = wait()
    show({**said, "states": states, "again": again, "whole": contents(home) == new})


def main() -> None:
    home, how, arguments = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    os.environ["XDG_STATE_HOME"] = os.fspath(home / "state")
    (home / "state").mkdir(exist_ok=True)
    if not (home / "kept").exists():
        for name in ("project", "state"):
            shutil.copytree(home / name, home / "kept" / name, symlinks=True)
    put_back(home)
    old = contents(home)
    run(arguments)  # so that forked processes have everything imported
    new = contents(home)
    if how == "count":
        code, calls = once(home, arguments, how, 0)
        show({"code": code, "calls": calls})
        return
    if how.startswith("random:"):
        begin = time.monotonic()
        once(home, arguments, "count", 0)
        most = (time.monotonic() - begin) * 1.2
        for number in range(int(how.partition(":")[2])):
            tell(
                home, arguments, old, new, number=number, code=killed_some_time(home, arguments, most, number)
            )
        return
    _, calls = once(home, arguments, "count", 0)
    for number in range(1, min(len(calls), ENDLESS) + 1):
        code, _ = once(home, arguments, how, number)
        tell(home, arguments, old, new, number=number, call=calls[number - 1], code=code)


if __name__ == "__main__":
    main()
