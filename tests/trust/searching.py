"""`make fuzz`: property tests and fuzzing of readers, from a seed that is printed first, for as long as is said.

`python -m tests.trust.searching --seed 123 --minutes 60` does what the same seed did before; without a seed it takes a
new one. A quarter of the time goes to the readers (`tests.trust.fuzzing`). The rest goes to rounds of the property
tests, each with a seed of its own that is printed too; a round that has begun is finished, one at least is made.
Options behind `--` are those of pytest.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PROPERTIES = ("tests/properties", "tests/trust/test_histories.py")
_READERS = 0.25  # of the time
_NO_TESTS_FAILED = 0


def new_seed() -> int:
    """Return a seed that nobody has chosen."""
    return int.from_bytes(os.urandom(4))


def round_command(seed: int, options: Sequence[str]) -> list[str]:
    """Return the command of one round of the property tests."""
    where = (
        []
        if any(not option.startswith("-") and (ROOT / option).exists() for option in options)
        else PROPERTIES
    )
    return [sys.executable, "-m", "pytest", "-q", f"--hypothesis-seed={seed}", *options, *where]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--seed", type=int, default=new_seed(), help="what a search before this one has printed"
    )
    parser.add_argument("--minutes", type=float, default=20.0, help="how long to go on")
    parser.add_argument("pytest", nargs="*", help="options of pytest, behind --")
    asked = parser.parse_args()
    say(f"seed {asked.seed}: the same search again is `make fuzz SEED={asked.seed}`")
    begin, seconds = time.monotonic(), asked.minutes * 60
    readers = [sys.executable, "-m", "tests.trust.fuzzing", f"{seconds * _READERS:.0f}", str(asked.seed)]
    failed = [] if run(readers) == _NO_TESTS_FAILED else ["the readers"]
    for number in range(1 << 20):
        seed = asked.seed + number
        say(f"round {number + 1}: --hypothesis-seed={seed}")
        if run(round_command(seed, asked.pytest)) != _NO_TESTS_FAILED:
            failed.append(f"round {number + 1} (HYPOTHESIS_PROFILE=fuzz pytest --hypothesis-seed={seed})")
        if time.monotonic() - begin >= seconds:
            break
    say(f"seed {asked.seed}: {', '.join(failed) or 'nothing'} failed")
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
