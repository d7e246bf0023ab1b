"""Show where the time of a benchmark goes: all its Python processes together, by function.

Run: python benchmarks/profile.py SCRIPT [ARGUMENT ...]   (SCRIPT is the name of a benchmark, such as documents)
or:  python benchmarks/profile.py l10n ARGUMENT ...       (a command of ours, such as `l10n check`)
Prints the forty functions that take most, by their own time and by the time with what they call. Profiling makes small
functions look dearer than they are; measure a change with the benchmark itself.
"""

import os
import pstats
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent
SHOWN = 40


def main() -> None:
    """Run the benchmark with a profile in each process, and print their sum."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    name, *arguments = sys.argv[1:]
    script = ["-m", "l10n"] if name == "l10n" else [str(FOLDER / f"{name}.py")]
    with tempfile.TemporaryDirectory() as folder:
        path = os.pathsep.join(
            filter(None, (str(FOLDER / "profiling"), str(FOLDER.parent), os.environ.get("PYTHONPATH", "")))
        )
        environment = {**os.environ, "PYTHONPATH": path, "L10N_PROFILE_FOLDER": folder}
        subprocess.run([sys.executable, *script, *arguments], env=environment, check=False)
        found = sorted(map(str, Path(folder).glob("*.profile")))
        if not found:
            raise SystemExit(f"no process of {name} ended by itself")
        stats = pstats.Stats(*found)
        for order in ("tottime", "cumulative"):
            stats.sort_stats(order).print_stats(SHOWN)


if __name__ == "__main__":
    main()
