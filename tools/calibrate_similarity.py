"""`python -m tools.calibrate_similarity TABLE… [--write]`: fit the coefficients of `same_name`, and measure them.

TABLE has the columns a, b, same (0 or 1), separated by tabs. The figures are of cross-validation: no name that a
fold is measured on, nor another spelling of it, was among those its coefficients were fitted on.
"""

import csv
import math
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from l10n.names.similarity.name_parts import name_of
from l10n.names.similarity.phonetic_lattice import open_rules
from l10n.names.similarity.same_name import SAME, comparisons

FITTED = ("mean", "worst", "farthest")
FOLDS = 10
_ROUNDS = 60
# pulls coefficients to 0: without it, pairs that are easy to tell apart make them grow for ever
_RIDGE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A pair of names, whether they are one (0 or 1), each way to compare them as (features, what is set)."""

    a: str
    b: str
    same: int
    ways: tuple[tuple[tuple[float, ...], float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Precision, recall and their harmonic mean, each 0...1."""

    precision: float
    recall: float
    f1: float


def read_examples(path: Path) -> list[Example]:
    """Return the pairs of a table with the columns a, b, same; pairs that are spelled alike are left out."""
    fixed = open_rules("calibration")["set"]
    assert isinstance(fixed, dict)  # noqa: S101 - our own package data
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Example(a=row["a"], b=row["b"], same=int(row["same"]), ways=_ways(row["a"], row["b"], fixed))
        for row in rows
        if name_of(row["a"]).key != name_of(row["b"]).key
    ]


def _ways(a: str, b: str, fixed: Mapping[str, float]) -> tuple[tuple[tuple[float, ...], float], ...]:
    one, other = sorted((name_of(a), name_of(b)), key=lambda name: (len(name.words), name.key))
    found = []
    for way in comparisons(one, other):
        features = way.features()
        chosen = (1.0, *(features[key] for key in FITTED))
        found.append((chosen, sum(weight * features[key] for key, weight in fixed.items())))
    return tuple(found)


def score(example: Example, weights: Sequence[float]) -> tuple[float, tuple[float, ...]]:
    """Return the probability that the pair is one name, and the features of the way that makes it highest."""
    evidence, features = max(
        (sum(w * f for w, f in zip(weights, way, strict=True)) + fixed, way) for way, fixed in example.ways
    )
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, evidence)))), features


def fit(examples: Sequence[Example]) -> list[float]:
    """Return the bias and a coefficient, 0 or less, for each of FITTED: logistic regression by Newton's method."""
    weights = [4.0] + [-4.0] * len(FITTED)
    size = len(weights)
    for _ in range(_ROUNDS):
        gradient = [-_RIDGE * weight for weight in weights]
        curvature = [[_RIDGE * (i == j) for j in range(size)] for i in range(size)]
        for example in examples:
            probability, features = score(example, weights)
            spread = probability * (1 - probability)
            for i in range(size):
                gradient[i] += (example.same - probability) * features[i]
                for j in range(size):
                    curvature[i][j] += spread * features[i] * features[j]
        step = _solve(curvature, gradient)
        weights = [weight + 0.5 * change for weight, change in zip(weights, step, strict=True)]
        weights[1:] = [min(0.0, weight) for weight in weights[1:]]
    return weights


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Return x with matrix x = vector, by Gauss and Jordan; the matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for place, row in enumerate(rows):
        row[:] = [value / row[place] for value in row]
        for other in rows:
            if other is not row:
                other[:] = [v - other[place] * r for v, r in zip(other, row, strict=True)]
    return [row[-1] for row in rows]


def measure(answers: Sequence[tuple[bool, bool]]) -> Quality:
    """Return the quality of answers, each (said, truth)."""
    right = sum(said and truth for said, truth in answers)
    precision = right / max(1, sum(said for said, _ in answers))
    recall = right / max(1, sum(truth for _, truth in answers))
    return Quality(precision=precision, recall=recall, f1=2 * right / max(1, sum(map(sum, answers))))


def cross_validate(examples: Sequence[Example]) -> Quality:
    """Return the quality on names unseen in fitting, over FOLDS folds of names."""
    fold_of = _folds(examples)
    answers = []
    for fold in range(FOLDS):
        weights = fit([x for x in examples if fold not in {fold_of[x.a], fold_of[x.b]}])
        answers += [(score(x, weights)[0] >= SAME, bool(x.same)) for x in examples if fold_of[x.a] == fold]
    return measure(answers)


def _folds(examples: Sequence[Example]) -> dict[str, int]:
    """Return the fold of each spelling; all spellings of one name are in one fold."""
    parents: dict[str, str] = {}

    def root(name: str) -> str:
        while parents.setdefault(name, name) != name:
            name = parents[name]
        return name

    for example in examples:
        if example.same:
            parents[root(example.a)] = root(example.b)
        else:
            root(example.a), root(example.b)
    roots = sorted({root(name) for name in parents})
    random.Random(0).shuffle(roots)  # noqa: S311 - the same folds each time
    number = {name: place % FOLDS for place, name in enumerate(roots)}
    return {name: number[root(name)] for name in parents}


def main(arguments: Sequence[str]) -> None:
    """Fit on the tables named, print the coefficients and their quality; write them with --write."""
    tables = [Path(argument) for argument in arguments if argument != "--write"]
    examples = [example for table in tables for example in read_examples(table)]
    quality = cross_validate(examples)
    weights = fit(examples)
    lines = [f"{key} = {weight:.3f}" for key, weight in zip(("bias", *FITTED), weights, strict=True)]
    figures = (
        f"{len(examples)} pairs, {FOLDS} folds of names: precision {quality.precision:.3f}, "
        f"recall {quality.recall:.3f}, F1 {quality.f1:.3f}"
    )
    sys.stdout.write("\n".join([*lines, f"# {figures}", ""]))
    if "--write" in arguments:
        path = Path(str(files("l10n.names.similarity") / "phonetics" / "calibration.toml"))
        before, _, after = path.read_text(encoding="utf-8").partition("[fitted]\n")
        rest = after[after.index("\n[set]") :]
        path.write_text(f"{before}[fitted]\n# {figures}\n" + "\n".join(lines) + "\n" + rest, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
