#!/usr/bin/env bash
# CPython 3.11 (Debian 12, package python3); Linux.
# Question: one large text is written to a pipe whose reader leaves after the first letters. Does
# PYTHONUNBUFFERED=1 (usual in containers and builds) change how the program ends?
# Guess: no: BrokenPipeError and exit code 1, both ways.
# Behaviour: unbuffered, the text layer makes one system call, does not look at how much of it was
# taken, and goes on: exit 0, nothing on standard error. With a line end from print() of its own
# the error comes, for that is a second write.
# Seen: buffered 1; unbuffered 0; unbuffered, print() with its line end 1.
# Means: exit 0 does not prove that a catalog written to standard output is whole: write it
# line by line, so that a later write tells.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 - <<'PY'
import os
import subprocess
import sys

rest = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def leave(code: str, **settings: str) -> tuple[int, bool]:
    """Return how a program ends whose reader leaves, and whether it complains."""
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=rest | settings,
    ) as program:
        os.read(program.stdout.fileno(), 1)
        program.stdout.close()
        said = program.stderr.read()
    return program.returncode, b"BrokenPipeError" in said


ONE = "import sys; sys.stdout.write('line\\n' * 500_000)"
TWO = "print('line\\n' * 500_000)"
seen = leave(ONE), leave(ONE, PYTHONUNBUFFERED="1"), leave(TWO, PYTHONUNBUFFERED="1")
print(seen)
assert seen == ((1, True), (0, False), (1, True))
PY
