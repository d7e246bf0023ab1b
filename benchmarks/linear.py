"""Time for ten times the text: every check, reader and search on every kind of character, worst ratio of each.

Run: python benchmarks/linear.py [EVERY] [REGULAR-EXPRESSION of names ...]   (without: all, hours; with a number each
piece of work sees every so many-th kind of text, each time others: 50 takes some minutes)
What reads and what is repeated are those of the tests (`growing.py` and `repeating.py` in `tests/trust`). 10 KB and
100 KB of each are timed in CPU seconds, 1 KB first so that tables are read; a ratio counts where the larger takes a
tenth of a second.
What takes more than a minute is given up, and told. Each row is one piece of work with its worst ratio.
"""

import importlib
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

growing: Any = importlib.import_module("tests.trust.growing")
repeating: Any = importlib.import_module("tests.trust.repeating")

SIZES = (1_000, 10_000, 100_000)
LONGEST = 60.0  # CPU seconds for one text
COUNTS = 0.1  # CPU seconds below which a ratio is the clock's
AGAIN = 12.0  # a ratio above it is measured twice more: the lowest counts


class GivenUp(BaseException):
    """Raised in what has taken too long."""


def main() -> None:
    signal.signal(signal.SIGVTALRM, give_up)
    every, chosen = 1, []
    for argument in sys.argv[1:]:
        if argument.isdecimal():
            every = int(argument)
        else:
            chosen.append(re.compile(argument))
    overall = 0.0
    units = list(repeating.units())
    for place, (name, work) in enumerate(growing.everything().items()):
        if not chosen or any(pattern.search(name) for pattern in chosen):
            overall = max(overall, in_a_child(name, work, units[place % every :: every]))
    print(f"worst of all\t{overall:.1f}x")


def give_up(*_: object) -> None:
    raise GivenUp


def in_a_child(name: str, work: Any, units: list[str]) -> float:
    """Print the row of one piece of work, from a process of its own: what is remembered of texts is gone with it."""
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        ratio, row = worst(work, units)
        os.write(writing, f"{ratio}\n{name}\t{row}".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as file:
        ratio, _, row = file.read().partition("\n")
    os.waitpid(child, 0)
    print(row, flush=True)
    return float(ratio or "inf")


def worst(work: Any, units: list[str]) -> tuple[float, str]:
    """Return the worst ratio of one piece of work, and a row about it."""
    found = (0.0, 0.0, "nothing took a tenth of a second")
    slowest = (0.0, "")
    for unit in units:
        for side in growing.sides(work):
            ratio, seconds = grown(work, unit, side)
            slowest = max(slowest, (seconds, unit))
            if ratio > AGAIN:
                ratio, seconds = min((ratio, seconds), *(grown(work, unit, side) for _ in range(2)))
            found = max(found, (ratio, seconds, f"{unit} ({side})"))
    ratio, seconds, unit = found
    return ratio, f"{ratio:.1f}x, {seconds:.2f} s for {unit}; slowest {slowest[0]:.2f} s, {slowest[1]}"


def grown(work: Any, unit: str, side: Any) -> tuple[float, float]:
    """Return how much longer ten times the text takes, 0 where that is too short to tell, and the seconds."""
    seconds: list[float] = []
    for size in SIZES:
        texts = repeating.texts(unit, size, side)
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
        began = time.process_time()
        try:
            work(*texts)
        except GivenUp:
            return float("inf"), LONGEST
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        seconds.append(time.process_time() - began)
    return (seconds[2] / max(seconds[1], 0.01) if seconds[2] >= COUNTS else 0.0), seconds[2]


if __name__ == "__main__":
    main()
