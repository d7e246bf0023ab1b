"""Romanize side by side with iuliia, in one run, on the same names: prints how many times its speed we have.

    python benchmarks/romanize.py [FILE]

FILE has one name per line; without it the samples of the schemes are multiplied into 20,000 names. Each engine
meets every name first once (cold: nothing is remembered), then again (warm: a name engine meets names often).
"""

import sys
import time
import warnings
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path

from l10n.names.transliteration.library import open_scheme, scheme_ids
from l10n.names.transliteration.scheme import Scheme

PAIRS = (
    "iuliia:wikipedia",
    "iuliia:bgn_pcgn",
    "iuliia:gost_779_alt",
    "iuliia:icao_doc_9303",
    "iuliia:mosmetro",
)
ROUNDS = 5


def names_of_samples() -> list[str]:
    """Return 20,000 different names, put together from the Russian samples."""
    russian = [open_scheme(one) for one in scheme_ids() if open_scheme(one).language == "ru"]
    words = sorted({word for one in russian for sample in one.samples for word in sample.source.split()})
    beginnings = ("", "Ново", "Старо", "Верхне", "Нижне", "Красно")
    endings = ("ов", "ова", "ский", "ин", "ина", "енко", "ый", "ия")
    return [
        "".join(parts).capitalize() for parts in islice(product(beginnings, words, endings, endings), 20_000)
    ]


def seconds(romanize: Callable[[str], str], names: list[str]) -> float:
    """Return the seconds of processor time one pass over the names takes."""
    start = time.process_time()
    for name in names:
        romanize(name)
    return time.process_time() - start


def fresh(known: Scheme) -> Scheme:
    """Return the scheme with nothing remembered."""
    fields = ("id", "language", "scripts", "authority", "year", "url", "rules", "own_rules", "samples")
    return Scheme(**{field: getattr(known, field) for field in fields})


def main() -> None:
    """Print one line per scheme: names per second of both, and the ratios."""
    try:
        import iuliia
    except ImportError:
        print("skipped: iuliia is not installed (pip install iuliia)")
        return
    warnings.simplefilter("ignore", DeprecationWarning)
    names = (
        Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        if len(sys.argv) > 1
        else names_of_samples()
    )
    print(f"{len(names):,} names; names per second, and times the speed of iuliia")
    for scheme_id in PAIRS:
        theirs = getattr(iuliia, scheme_id.partition(":")[2].upper())
        ours = open_scheme(scheme_id)
        peer = min(
            seconds(lambda name, theirs=theirs: iuliia.translate(name, theirs), names) for _ in range(ROUNDS)
        )
        cold = min(seconds(fresh(ours).romanize, names) for _ in range(ROUNDS))
        warm = min(seconds(ours.romanize, names) for _ in range(ROUNDS))
        print(
            f"{scheme_id:24} iuliia {len(names) / peer:10,.0f}   cold {len(names) / cold:10,.0f} ({peer / cold:.1f}x)"
            f"   warm {len(names) / warm:10,.0f} ({peer / warm:.1f}x)"
        )


if __name__ == "__main__":
    main()
