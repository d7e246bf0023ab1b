#!/usr/bin/env bash
# CPython 3.11 (Debian 12, package python3); the same in 3.8 to 3.13, not in 3.7.
# Question: a program catches a KeyboardInterrupt that came out of exec() (dataclasses are
# made with it, for one) and calls sys.exit(3). How does it end?
# Guess: with exit code 3: the program has dealt with the interrupt.
# Behaviour: started as a file, it does; started with python -m, it ends by the signal SIGINT
# whatever it says, for exec() has noted for good that there was an interrupt.
# Seen: python ask.py: 3; python -m ask: -2; python -m ask without exec(): 3.
# Means: an exit code that says "saved, to be continued" is lost with python -m, and a shell script
# around it stops. Console scripts are not concerned.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >ask.py <<'PY'
import sys

try:
    exec("raise KeyboardInterrupt")
except KeyboardInterrupt:
    pass
sys.exit(3)
PY
cat >plain.py <<'PY'
import sys

try:
    raise KeyboardInterrupt
except KeyboardInterrupt:
    pass
sys.exit(3)
PY
python3 - <<'PY'
import signal
import subprocess
import sys

for arguments, expected in (
    (["ask.py"], 3),
    (["-m", "ask"], -signal.SIGINT),
    (["-m", "plain"], 3),
):
    seen = subprocess.run([sys.executable, *arguments], check=False).returncode
    print(sys.version.split()[0], arguments, seen)
    assert seen == expected
PY
