"""How fast names are converted: `python benchmarks/convert.py NAMES.tsv` (columns ru, en, nl; forms joined by |).

Prints, per pair of locales, distinct names a second after warm-up (CPU time, best of three, the memory of earlier
answers cleared each time), the time of the first name, and the peak memory.
"""

import csv
import resource
import sys
import time
from pathlib import Path

from l10n.names import conversion, reading, spelling

PAIRS = [("nl", "en"), ("en", "nl"), ("nl", "ru"), ("en", "ru"), ("ru", "en"), ("ru", "nl")]


def forget() -> None:
    """Clear what was remembered of names, so that each is read anew; the tables stay loaded."""
    for remembered in (
        conversion._convert,  # noqa: SLF001
        conversion.write,
        reading._read,  # noqa: SLF001
        spelling.russian_spellings,
        spelling.mixed_spellings,
    ):
        remembered.cache_clear()


def rate(names: list[str], source: str, target: str) -> float:
    """Return names a second (CPU time), the best of three rounds."""
    best = 0.0
    for _ in range(3):
        forget()
        began = time.process_time()
        for name in names:
            conversion.convert(name, source, target, candidates=1)
        best = max(best, len(names) / (time.process_time() - began))
    return best


def main() -> None:
    """Measure every pair of locales the table has names for."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    began = time.perf_counter()
    conversion.convert("Anna Achmatova", "nl", "en")
    print(f"first name\t{time.perf_counter() - began:.3f} s")
    for source, target in PAIRS:
        names = sorted({row[source].split("|")[0] for row in rows if row.get(source)})
        if names:
            print(f"{source}->{target}\t{rate(names, source, target):.0f} names/s\t{len(names)} names")
    print(f"peak memory\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


main()
