"""`make fuzz`: property tests and fuzzing of readers, from a seed that is printed first, for as long as is said.

`python -m tests.trust.searching --seed 123 --minutes 60` does what the same seed did before; without a seed it takes a
new one. A quarter of the time goes to the readers (`tests.trust.fuzzing`), the rest to the files of property tests, in
an order that the seed gives, round after round, each round with a seed of its own. A file that was begun is finished.
Options behind `--` are those of pytest.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_READERS = 0.25  # of the time


def new_seed() -> int:
    """Return a seed that nobody has chosen."""
    return int.from_bytes(os.urandom(4))


def properties() -> list[str]:
    """Return the files of property tests."""
    files = [*ROOT.glob("tests/properties/test_*.py"), ROOT / "tests" / "trust" / "test_histories.py"]
    return sorted(file.relative_to(ROOT).as_posix() for file in files)


def searches(seed: int) -> Iterator[tuple[str, int]]:
    """Yield the files of property tests, each with the seed it is run with, without end."""
    for number in count():
        files = properties()
        random.Random(seed + number).shuffle(files)
        yield from ((file, seed + number) for file in files)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--seed", type=int, default=new_seed(), help="what a search before this one has printed"
    )
    parser.add_argument("--minutes", type=float, default=20.0, help="how long to go on")
    parser.add_argument("pytest", nargs="*", help="options of pytest, behind --")
    asked = parser.parse_args()
    say(f"seed {asked.seed}: the same search again is `make fuzz SEED={asked.seed}`")
    end = time.monotonic() + asked.minutes * 60
    readers = [
        sys.executable,
        "-m",
        "tests.trust.fuzzing",
        f"{asked.minutes * 60 * _READERS:.0f}",
        str(asked.seed),
    ]
    failed = ["the readers"] if run(readers) else []
    files = 0
    for file, seed in searches(asked.seed):
        command = ["pytest", f"--hypothesis-seed={seed}", file]
        if run([sys.executable, "-m", *command, "-q", *asked.pytest]):
            failed.append(f"HYPOTHESIS_PROFILE=fuzz {' '.join(command)}")
        files += 1
        if time.monotonic() >= end:
            break
    say(f"seed {asked.seed}: {files} files of {len(properties())} a round; {len(failed)} failed")
    for what in failed:
        say(f"failed: {what}")
    return int(bool(failed))


def run(command: Sequence[str]) -> int:
    """Run a command with the profile of a search; return its exit code."""
    return subprocess.run(
        command, cwd=ROOT, check=False, env={**os.environ, "HYPOTHESIS_PROFILE": "fuzz"}
    ).returncode


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
