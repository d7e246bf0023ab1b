"""A program: runs one command again and again, and interrupts it at one moment after the other.

`python -m tests.trust.interrupting HOME SIGNAL MOMENTS [ARGUMENT…]`: below HOME is `project`, which is put back before
each run. The signal (SIGINT, SIGTERM) comes at a call of a function, at MOMENTS of all that the command makes from its
first line to the end of its process. With `cold:` before MOMENTS each run is a Python of its own, so that
imports are among them. Prints a line of JSON for each run: the exit code, standard error, and what became of each file.
"""

import mmap
import os
import shutil
import signal
import struct
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from tests.trust.interposing import contents, show

ENDLESS = 120  # seconds


def put_back(home: Path) -> None:
    for name in ("project", "state"):
        shutil.rmtree(home / name, ignore_errors=True)
        if (home / "kept" / name).exists():
            shutil.copytree(home / "kept" / name, home / name, symlinks=True)


def run(home: Path, number: int, at: int, arguments: list[str]) -> None:
    """Be the command, with a signal at a call; write down how many calls there were."""
    os.chdir(home / "project")
    sys.argv = ["l10n", *arguments]
    with open(home / "said", "wb") as said, open(home / "out", "wb") as out:  # noqa: PTH123
        os.dup2(out.fileno(), 1)
        os.dup2(said.fileno(), 2)
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        if event in ("call", "c_call"):
            calls += 1
            if calls == at:
                os.kill(os.getpid(), number)
            if not at:
                struct.pack_into("Q", log, 0, calls)

    (home / "calls").write_bytes(bytes(8))
    with (home / "calls").open("r+b") as file:
        log = mmap.mmap(file.fileno(), 8)
    from l10n.cli import main  # before that there is nothing of ours

    sys.setprofile(count)
    main()


def code_of(home: Path, how: str, number: int, at: int, arguments: list[str]) -> int:
    """Run the command in a process of its own, and return its exit code."""
    put_back(home)
    if how == "cold":
        program = [
            sys.executable,
            "-m",
            "tests.trust.interrupting",
            f"{home}",
            "run",
            f"{int(number)}",
            f"{at}",
        ]
        return subprocess.run([*program, *arguments], check=False, timeout=ENDLESS).returncode
    child = os.fork()
    if not child:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        run(home, number, at, arguments)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def outcome(home: Path, code: int, old: dict[str, bytes], new: dict[str, bytes]) -> dict[str, Any]:
    found = contents(home)
    states = {
        name: "old"
        if found.get(name) == old.get(name)
        else "new"
        if found.get(name) == new.get(name)
        else "damaged"
        for name in sorted({*old, *new, *found})
    }
    return {"code": code, "said": (home / "said").read_text(encoding="utf-8"), "states": states}


def main() -> None:
    home, signal_name, moments, arguments = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:]
    os.environ["XDG_STATE_HOME"] = os.fspath(home / "state")
    if signal_name == "run":
        run(home, int(moments), int(arguments[0]), arguments[1:])
    how, _, wanted = moments.rpartition(":")
    number = getattr(signal, signal_name)
    (home / "state").mkdir(exist_ok=True)
    if not (home / "kept").exists():
        for name in ("project", "state"):
            shutil.copytree(home / name, home / "kept" / name, symlinks=True)
    put_back(home)
    old = contents(home)
    if how != "cold":
        import l10n.cli.app  # noqa: F401 - so that forked processes have what all commands import
    code = code_of(home, how, number, 0, arguments)
    new = contents(home)
    (calls,) = struct.unpack("Q", (home / "calls").read_bytes())
    show({"calls": calls, **outcome(home, code, old, new)})
    for at in moments_of(calls, int(wanted)):
        found = outcome(home, code_of(home, how, number, at, arguments), old, new)
        show({"at": at, **found})


def moments_of(calls: int, wanted: int) -> list[int]:
    """Return calls to interrupt: most lie evenly, some near the end, where a process gives up one thing after another.

    The first one is `main` itself: before it, nothing is ours to say.
    """
    late = [calls - 3**power for power in range(9)][: wanted // 3]
    even = [2 + (calls - 2) * number // (wanted - len(late)) for number in range(wanted - len(late))]
    return sorted({at for at in (*even, *late) if at > 1})


if __name__ == "__main__":
    main()
