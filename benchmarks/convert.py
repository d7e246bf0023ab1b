"""How fast names are converted: `python benchmarks/convert.py [NAMES.tsv]` (columns ru, en, nl; forms joined by |).

Without a table, given names of our lists stand before surnames of our lists, written by the house schemes.

Prints, per pair of locales, distinct names a second after warm-up (CPU time, best of three, the memory of earlier
answers cleared each time), the time of the first name, and the peak memory.
"""

import csv
import resource
import sys
import time
import tomllib
from importlib.resources import files
from pathlib import Path

from l10n.names.transcription import back_transcription as reading
from l10n.names.transcription import conversion, respelling
from l10n.names.transcription import name_origin as origins
from l10n.names.transcription import word_candidates as spelling
from l10n.names.transliteration.library import open_scheme

PAIRS = [("nl", "en"), ("en", "nl"), ("nl", "ru"), ("en", "ru"), ("ru", "en"), ("ru", "nl")]


def forget() -> None:
    """Clear what was remembered of names, so that each is read anew; the tables stay loaded."""
    for remembered in (
        conversion._convert,  # noqa: SLF001
        conversion.transcribe_native,
        reading._read,  # noqa: SLF001
        spelling.russian_spellings,
        spelling.mixed_spellings,
        origins.guess_origins,
        respelling._word_spellings,  # noqa: SLF001
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


def read_rows(arguments: list[str]) -> list[dict[str, str]]:
    """Return the rows of the table that is given, or made ones."""
    if arguments:
        with Path(arguments[0]).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    lists = files("l10n.languages") / "ru" / "established"
    given, surnames = (
        list(tomllib.loads((lists / name).read_text(encoding="utf-8"))[key])
        for name, key in (("given.toml", "names"), ("persons.toml", "surnames"))
    )
    natives = [f"{given[place % len(given)]} {surname}" for place, surname in enumerate(surnames * 4)]
    schemes = {locale: open_scheme(f"house-{locale}") for locale in ("nl", "en")}
    return [
        {"ru": native, **{locale: known.romanize(native) for locale, known in schemes.items()}}
        for native in natives
    ]


def main() -> None:
    """Measure every pair of locales the table has names for."""
    rows = read_rows(sys.argv[1:])
    began = time.perf_counter()
    conversion.convert("Anna Achmatova", "nl", "en")
    print(f"first name\t{time.perf_counter() - began:.3f} s")
    for source, target in PAIRS:
        names = sorted({row[source].split("|")[0] for row in rows if row.get(source)})
        if names:
            print(f"{source}->{target}\t{rate(names, source, target):.0f} names/s\t{len(names)} names")
    print(f"peak memory\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


main()
