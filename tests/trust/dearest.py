"""The dearest texts that each budget accepts, and texts just over it: harmless ones, of our own limits.

`python -m tests.trust.dearest [DOOR …]` prints what they cost: seconds of CPU, and memory beside that of the
interpreter. The tests hold the memory to the law (60 MB + 30 times the text) with smaller ones.
"""

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import L10nError
from l10n.formats.front_matter.front_matter import front_matter_problem
from l10n.gate.baseline import read_baseline
from l10n.names.registry.exchange import FORMATS
from l10n.names.registry.reader import read_registry
from l10n.pretranslation.tmx import from_tmx

ROOT = Path(__file__).parent.parent.parent
BASE, TIMES = 60_000_000, 30
_MEASURED = "from tests.trust.dearest import measure; measure({door!r})"


@dataclass(frozen=True, kw_only=True)
class Door:
    """A reader, the shapes that cost it most (pieces by their number), and the size of the largest text measured."""

    read: Callable[[str], object]
    shapes: dict[str, Callable[[int], str]]
    filler: str  # costs little, and makes a text larger
    begin: str = ""
    end: str = ""
    size: int

    def text(self, shape: str, size: int) -> str:
        """Return a text of about this size with as many pieces of a shape as are accepted."""
        piece = self.shapes[shape]
        least, most = 0, size // len(piece(0))
        while least < most - max(1, most // 16):
            tried = (least + most) // 2
            if len(made := self._made(piece, tried, size)) <= size and self._is_within(made):
                least = tried
            else:
                most = tried
        return self._made(piece, least, size)

    def _made(self, piece: Callable[[int], str], number: int, size: int) -> str:
        body = "".join(map(piece, range(number)))
        room = max(0, size - len(self.begin) - len(body) - len(self.end))
        return f"{self.begin}{body}{self.filler * (room // len(self.filler))}{self.end}"

    def _is_within(self, text: str) -> bool:
        try:
            self.read(text)
        except L10nError as error:
            return "asks for too much" not in str(error)
        return True


def _registry(text: str) -> None:
    read_registry(text, "names.toml", ("nl", "ru"))


def _front_matter(text: str) -> None:
    """Raise what the front matter of a document has too much of, which is told beside the document."""
    if problem := front_matter_problem(text):
        raise L10nError(problem[1])


def _exchanged(name: str) -> Callable[[str], object]:
    return lambda text: sum(1 for _ in FORMATS[name].read(text, f"names.{name}"))


def _memory(text: str) -> None:
    for _ in from_tmx(text.encode(), "m.tmx", "en", ("nl",)):
        pass


_FINDING = '{{"fingerprint": "{:x}", "code": "", "path": "", "message": "", "count": 1}},\n'

DOORS = {
    "TOML": Door(
        read=_registry,
        shapes={
            "tables in tables": lambda n: f"[{n:08x}.a.b.c]\n",
            "tables": lambda n: f"[{n:08x}]\n",
            "dotted keys": lambda n: f"{n:08x}.a.b.c = 1\n",
            "lists": lambda n: f"{n:08x} = []\n",
            "keys": lambda n: f"{n:08x} = 1\n",
        },
        filler="#\n",
        size=8_000_000,
    ),
    "front matter in TOML": Door(
        read=_front_matter,
        shapes={"tables in tables": lambda n: f"[{n:08x}.a.b.c]\n", "texts": lambda n: f"{n:05x} = 'a'\n"},
        filler="#\n",
        begin="+++\n",
        end="+++\n",
        size=500_000,
    ),
    "front matter in YAML": Door(
        read=_front_matter,
        shapes={
            "lists in lists": lambda n: f"a{n:05x}: [[[[[[[[a]]]]]]]]\n",
            "mappings": lambda n: f"a{n:05x}: {{a: b}}\n",
            "texts": lambda n: f"a{n:05x}: b\n",
        },
        filler="a ",
        begin="---\nk: |\n  ",
        end="\n---\n",
        size=500_000,
    ),
    "JSON": Door(
        read=_exchanged("json"),
        shapes={"objects": lambda n: '{"":1},', "numbers": lambda n: "1,", "texts": lambda n: f'"{n:08x}",'},
        filler=" ",
        begin='{"names": [',
        end="0]}",
        size=48_000_000,
    ),
    "a baseline": Door(
        read=lambda text: read_baseline(text, "b.json"),
        shapes={"findings": _FINDING.format},
        filler=" ",
        begin='{"schema_version": 1, "findings": [',
        end='{"fingerprint": "", "code": "", "path": "", "message": "", "count": 1}]}',
        size=48_000_000,
    ),
    "CSV": Door(
        read=_exchanged("csv"),
        shapes={"rows": lambda n: f"{n:x},,preferred,,,\n", "rows of one": lambda n: "a,,admitted,,,\n"},
        filler="a,,admitted,,," + "a" * 500 + "\n",
        begin="id,locale,form_status,form,cases,indeclinable\na,,preferred,,,\n",
        size=24_000_000,
    ),
    "TBX": Door(
        read=_exchanged("tbx"),
        shapes={
            "entries": lambda n: f'<termEntry id="{n:x}"></termEntry>',
            "terms": lambda n: "<tig><term>a</term></tig>",
            "attributes": lambda n: '<tig a="" b="" c=""/>',
        },
        filler="<!-- -->",
        begin='<martif><text><body><termEntry id="a"></termEntry>',
        end="</body></text></martif>",
        size=10_000_000,
    ),
    "TMX": Door(
        read=_memory,
        shapes={
            "units": lambda n: (
                '<tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="nl"><seg>B</seg></tuv></tu>'
            ),
            "elements": lambda n: "<a/>",
        },
        filler="<!-- -->",
        begin='<tmx><header srclang="en"/><body>',
        end="</body></tmx>",
        size=10_000_000,
    ),
}


def cost(door: str, shape: str, size: int) -> tuple[int, float, int]:
    """Return size, seconds of CPU and bytes of memory of reading the dearest text of a shape, in its own process."""
    text = DOORS[door].text(shape, size)
    program = _MEASURED.format(door=door)
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        input=text.encode(),
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert ran.returncode == 0, ran.stderr[-2_000:]
    seconds, memory = ran.stdout.split()
    return len(text), float(seconds), int(memory)


def measure(door: str) -> None:
    """Print what reading the text on standard input costs; what the process had before does not count."""
    gc.set_threshold(100_000, 20, 100)  # as in a command
    text = sys.stdin.buffer.read().decode()
    gc.collect()
    before, start = _memory_of("VmRSS"), time.process_time()
    try:
        DOORS[door].read(text)
    except L10nError as error:
        if "asks for too much" in str(error):
            raise
    seconds = time.process_time() - start
    peak = _memory_of("VmHWM")  # ru_maxrss would count the process that started this one
    sys.stdout.write(f"{seconds:.2f} {max(0, peak - before)}\n")


def _memory_of(line: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split(f"{line}:")[1].split()[0]) * 1024


def main() -> None:
    """Print the table, of the doors that the command line names or of all."""
    for name, door in DOORS.items():
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        for shape in door.shapes:
            size, seconds, memory = cost(name, shape, door.size)
            share = memory / (BASE + TIMES * size)
            sys.stdout.write(
                f"{name:22} {shape:18} {size:>11,} characters {seconds:6.2f} s {memory / 1e6:6.0f} MB"
                f" ({share:.0%} of the law)\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
