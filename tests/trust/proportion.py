"""What a command takes of memory and of disk, for inputs of every shape: `benchmarks/proportion.py` prints it.

Law: at most 60 MB and 30 times the input of memory, and twice the input of state. The input is the source with its
catalogs and templates; memory is the most that was resident in a process of its own.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.registries import KLIM

BASE = 60 << 20  # bytes: Python, us and the libraries
MEMORY, STATE = 30, 2  # times the input
SMALL = 20_000  # bytes of state that a project of a few lines has
LONGEST = 600  # seconds

REGISTRY = KLIM + 'en = { preferred = "Klim Shipenko" }\n'  # wrong in Dutch

COMMANDS = (
    "extract",
    "check",
    "check --no-cache --output-format json",
    "check --no-cache --output-format sarif",
    "check --no-cache --output-format html",
    "names check",
    "names audit",
    "names find",
    "render",
    "status",
    "review",
    "diff HEAD",
    "doctor FILE",
    "compile",
    "memory build",
    "check --fix",
)


@dataclass(frozen=True)
class Shape:
    """A source of about so many bytes, by its suffix, and what its catalog says: the same text if None."""

    suffix: str
    source: Callable[[int], str]
    translated: Callable[[str], str] = lambda text: text


def _times(text: str, size: int) -> str:
    return text * max(1, size // len(text.encode()))


def _nested(size: int) -> str:
    lines, used, depth = [], 0, 0
    while used < size:
        lines.append("  " * depth + "- Item here\n")
        used += len(lines[-1])
        depth += 1
    return "".join(lines)


WRONG = "Klim Shipenko has flown 5 km to Moscow at 10:30, he said. "
SHAPES = {
    "one line": Shape(".txt", lambda size: _times("The quick brown fox is back from space. ", size).rstrip() + "\n"),
    "one message, wrong": Shape(
        ".txt",
        lambda size: _times(WRONG, size).rstrip() + "\n",
        lambda text: text.replace("5 km", "6 km").replace(", he", " ,he"),
    ),
    "a table of one row": Shape(
        ".md", lambda size: "".join(f"{cell * (size // 14)}|\n" for cell in ("| A ", "|---", "| a b "))
    ),
    "a table of many rows": Shape(
        ".md", lambda size: "| A | B |\n|---|---|\n" + "".join(f"| cell {n} | word {n} |\n" for n in range(size // 26))
    ),
    "a list": Shape(".md", lambda size: "".join(f"- item number {n} of it\n" for n in range(size // 26))),
    "nested lists": Shape(".md", _nested),
    "nested tags": Shape(".html", lambda size: "<div>" * (size // 12) + "text" + "</div>" * (size // 12) + "\n"),
    "a finding each": Shape(
        ".txt",
        lambda size: "".join(f"In {n} they saw 5 km of it.\n\n" for n in range(size // 32)),
        lambda text: text.replace("5 km", "6 km"),
    ),
}  # fmt: skip


def project(folder: Path, shape: Shape, size: int) -> None:
    """Make a project with one source of this shape, its catalog translated."""
    from dataclasses import replace

    from l10n.catalog import pofile

    folder.mkdir(parents=True)
    (folder / "l10n.toml").write_text(
        'source_locale = "en"\nlocales = ["nl"]\nmemory = "memory.sqlite"\n'
        # its model takes 100 MB, whatever is read; it is an extra
        '[severity]\nwrong-language = "off"\n',
        encoding="utf-8",
    )
    for name in ("source", "locales/nl/LC_MESSAGES"):
        (folder / name).mkdir(parents=True)
    (folder / "locales/names.toml").write_text(REGISTRY, encoding="utf-8")
    (folder / f"source/x{shape.suffix}").write_text(shape.source(size), encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run([sys.executable, "-m", "l10n", "extract"], cwd=folder, check=True, capture_output=True)
    path = folder / "locales/nl/LC_MESSAGES/x.po"
    file = pofile.read(path.read_bytes(), path.name)
    messages = [
        one if one.is_header else replace(one, msgstr=(shape.translated(one.msgid),)) for one in file.messages
    ]
    path.write_bytes(pofile.write(file, messages))
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run([*git, "add", "-A"], cwd=folder, check=True)
    subprocess.run([*git, "commit", "-qm", "x"], cwd=folder, check=True)


@dataclass(frozen=True)
class Cost:
    """What a command took: bytes of memory and of state for so many read, seconds of CPU, and what it answered."""

    command: str
    read: int
    memory: int
    state: int
    seconds: float
    code: int
    said: str

    @property
    def is_in_proportion(self) -> bool:
        """Whether the law holds."""
        return self.memory <= BASE + MEMORY * self.read and self.state <= STATE * self.read + SMALL


# A small process starts the command: what is forked counts the memory of whom it was forked from.
_LAUNCHER = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss, used.ru_utime + used.ru_stime, done.returncode)
print(done.stderr.decode("utf-8", "replace")[-300:])
"""


def costs(shape: Shape, size: int, commands: Sequence[str]) -> Iterator[Cost]:
    """Yield what each command takes in a project with one source of this shape, of about `size` bytes."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "project"
        project(folder, shape, size)
        read = size_of(folder / "source") + size_of(folder / "locales")
        (source,) = (folder / "source").iterdir()
        for command in commands:
            words = [sys.executable, "-m", "l10n", *command.replace("FILE", f"source/{source.name}").split()]
            ran = subprocess.run(
                [sys.executable, "-S", "-c", _LAUNCHER, *words],
                cwd=folder,
                capture_output=True,
                text=True,
                timeout=LONGEST,
                check=True,
            )
            figures, _, said = ran.stdout.partition("\n")
            memory, seconds, code = figures.split()
            yield Cost(
                command=command,
                read=read,
                memory=int(memory) << 10,
                state=size_of(folder / ".git" / "l10n"),
                seconds=float(seconds),
                code=int(code),
                said=said,
            )


def size_of(folder: Path) -> int:
    """Return how many bytes the files below a folder have."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
