"""The commands of a page: its console blocks, the files it shows, and the folder each of them runs in.

Blocks run in the order of the page, in a copy of the example project, or from `<!-- console: empty -->` on in an empty
folder, and from `<!-- console: example -->` on in a fresh copy. A block with `title="path"` on a page with console
blocks is a file that is written there.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

README = ROOT / "README.md"
PAGES = (
    README,
    *sorted((ROOT / "docs" / "pages").rglob("*.md")),
    *sorted((ROOT / "docs" / "source").rglob("*.md")),
)

_PART = re.compile(
    r"^<!-- console: (?P<folder>empty|example) -->$"
    r'|^```(?:console|\w+ title="(?P<path>[^"]+)")\n(?P<text>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A command with what the page says it prints, at `text[start:end]` of the page; or a file that is written."""

    run: int
    command: str = ""
    said: str = ""
    start: int = 0
    end: int = 0
    file: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a command printed, and its exit code."""

    step: Step
    printed: str
    code: int


def steps(text: str) -> tuple[tuple[Step, ...], dict[int, str]]:
    """Return the steps of a page, each with the number of its run, and the folder each run begins in."""
    found: list[Step] = []
    run, folders = 0, {0: "example"}
    for part in _PART.finditer(text):
        if part["folder"]:
            run += 1
            folders[run] = part["folder"]
        elif part["path"]:
            found.append(Step(run=run, file=part["path"], content=part["text"]))
        else:
            found += _commands(part["text"], part.start("text"), run)
    return tuple(found), folders


def _commands(block: str, offset: int, run: int) -> Iterator[Step]:
    lines = list(re.finditer(r"^\$ (.+)\n", block, re.MULTILINE))
    assert lines, "a console block holds a command"
    assert lines[0].start() == 0, "a console block begins with a command"
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        end = following.start() if following else len(block)
        said = block[line.end() : end]
        yield Step(run=run, command=line[1], said=said, start=offset + line.end(), end=offset + end)


def results(text: str, place: Path) -> Iterator[Result]:
    """Run the commands of a page in folders below `place`; yield what each printed."""
    found, folders = steps(text)
    ready: dict[int, Path] = {}
    for step in found:
        if step.run not in ready:
            ready[step.run] = _prepared(place / f"run-{step.run}", folders[step.run])
        folder = ready[step.run]
        if step.file:
            path = folder / step.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.content, encoding="utf-8")
            continue
        ran = in_shell(step.command, folder)
        yield Result(step=step, printed=ran.stdout, code=ran.returncode)


def in_shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a reader would, in a terminal of 80 columns without colours."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def matches(said: str, printed: str) -> bool:
    """Return whether `printed` is what a page says; a line `…` there stands for any lines."""
    pattern = "".join(
        "(?:.*\\n)?" if line.strip() == "…" else re.escape(line) for line in said.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


def _prepared(folder: Path, kind: str) -> Path:
    folder.mkdir()
    if kind == "example":
        for name in ("source", "locales"):
            shutil.copytree(ROOT / name, folder / name)
        config = 'name = "l10n"\nsource_locale = "en"\nlocales = ["nl", "en", "ru"]\n'
        (folder / "l10n.toml").write_text(config, encoding="utf-8")
    return folder
