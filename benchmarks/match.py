"""How many pairs of names a second `same_name` compares, beside Levenshtein on the same pairs in the same run.

Run: python benchmarks/match.py [PAIRS.tsv]   (columns a, b; without it, the cases of the tests)
Prints pairs/s: cold (nothing seen before), warm (words known, pairs new), again (everything known), the baseline,
and the ratio of warm to the baseline.
"""

import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from l10n.names.similarity import name_parts as words
from l10n.names.similarity import phonetic_distance as alignment
from l10n.names.similarity import same_name as matching

ROOT = Path(__file__).parent.parent
Pairs = list[tuple[str, str]]


def read_pairs(arguments: list[str]) -> Pairs:
    if arguments:
        lines = Path(arguments[0]).read_text(encoding="utf-8").split("\n")[1:]
        return [(fields[0], fields[1]) for fields in (line.split("\t") for line in lines) if len(fields) > 1]
    cases = tomllib.loads((ROOT / "tests/cases/names/matching.toml").read_text(encoding="utf-8"))
    forms = [name for pairs in cases.values() for pair in pairs for name in pair]
    # every name beside the 40 that follow it: most pairs are new, most words are not
    return [(one, other) for place, one in enumerate(forms) for other in forms[place + 1 : place + 41]]


def rate(compare: Callable[[str, str], object], pairs: Pairs) -> float:
    began = time.perf_counter()
    for one, other in pairs:
        compare(one, other)
    return len(pairs) / (time.perf_counter() - began)


def main() -> None:
    pairs = read_pairs(sys.argv[1:])
    cold = rate(matching.same_name, pairs)
    again = rate(matching.same_name, pairs)
    alignment.forget_pairs()
    for pair in pairs:
        for name in pair:
            words.name_of(name)
    warm = rate(matching.same_name, pairs)
    baseline = rate(Levenshtein.normalized_similarity, pairs)
    print(f"pairs\t{len(pairs)}")
    for label, figure in (("cold", cold), ("warm", warm), ("again", again), ("levenshtein", baseline)):
        print(f"{label}\t{figure:,.0f} pairs/s")
    print(f"levenshtein / warm\t{baseline / warm:.0f}x")


if __name__ == "__main__":
    main()
