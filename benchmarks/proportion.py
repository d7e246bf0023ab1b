"""What a command takes of memory and disk, beside the size of what it reads: every shape of input, every command.

Run: python benchmarks/proportion.py [KILOBYTES [SHAPE …]]     (1,000 KB)

Memory is the most that was resident in a process of its own, above the 60 MB that the law allows for Python and us, as
a multiple of the input: the source with its catalog. State is what the command has left beside the repository. The law
(`tests/trust/proportion.py`): at most 30 times the input, and twice for the state. Where it is broken stands a `!`.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, os.fspath(ROOT))

from tests.trust.proportion import BASE, COMMANDS, SHAPES, costs  # noqa: E402


def main() -> None:
    """Print a line for each shape and command."""
    size = (int(sys.argv[1]) if sys.argv[1:] else 1_000) * 1_000
    for name in sys.argv[2:] or SHAPES:
        for took in costs(SHAPES[name], size, COMMANDS):
            memory, state = max(0, took.memory - BASE) / took.read, took.state / took.read
            late = "" if took.is_in_proportion else " !"
            print(
                f"{name}, {took.command}\t{memory:.1f}× ({took.memory >> 20} MB), state {state:.1f}×, "
                f"{took.seconds:.1f} s, exit {took.code}{late}",
                flush=True,
            )
            if "Traceback" in took.said or took.code not in (0, 1):
                print(took.said)


if __name__ == "__main__":
    main()
