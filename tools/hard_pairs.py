"""`python -m tools.hard_pairs TABLE…`: harder pairs for `calibration`: each name, and the names nearest to it.

TABLE has the columns ru and en or nl, separated by tabs, several forms joined by |. Full names and their last words
both make pairs. The pairs go to standard output with the columns a, b, same.
"""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from l10n.names.similarity.name_parts import name_of
from l10n.names.similarity.phonetic_lattice import lattice_of

# a Latin spelling, a Cyrillic one
Spellings = tuple[str, str]


def near_pairs(names: Sequence[Spellings], *, others: int) -> list[tuple[str, str, int]]:
    """Return (a, b, 1) for each of `names`, and (a, b, 0) for the `others` other names that sound nearest."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    known = set(names)
    native = sorted({name for _, name in names})
    keys = [_key(name) for name in native]
    found = []
    for latin, cyrillic in sorted(known):
        found.append((latin, cyrillic, 1))
        nearest = process.extract(
            _key(latin), keys, scorer=Levenshtein.normalized_similarity, limit=others + 4
        )
        wrong = [native[place] for _, _, place in nearest if (latin, native[place]) not in known]
        found += [(latin, name, 0) for name in wrong[:others]]
    return found


def _key(name: str) -> str:
    lattices = [(word.text, lattice_of(word.text)) for word in name_of(name).words]
    return " ".join(lattice.sounds if lattice else text for text, lattice in lattices)


def read_names(path: Path) -> list[Spellings]:
    """Return the pairs of spellings in a table with the columns ru and en or nl."""
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        (form, row["ru"].split("|")[0])
        for row in rows
        for locale in ("en", "nl")
        for form in (row.get(locale) or "").split("|")
        if form
    ]


def main(arguments: Sequence[str]) -> None:
    """Print the pairs made of the tables named."""
    sys.stdout.write("a\tb\tsame\n")
    for names in map(read_names, map(Path, arguments)):
        last = [(one.split()[-1], other.split()[-1]) for one, other in names]
        for table in (names, last):
            sys.stdout.writelines(f"{a}\t{b}\t{same}\n" for a, b, same in near_pairs(table, others=2))


if __name__ == "__main__":
    main(sys.argv[1:])
