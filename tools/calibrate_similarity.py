"""`python -m tools.calibrate_similarity TABLE [--write]`: fit the coefficients of `same_name`, and measure them.

TABLE is that of Merhav and Ash (CC0), with the columns en, ru, count, in tabs: `hard_pairs` says what is made of it.
It is the only data they are fitted on, so no table of pairs is taken. The figures are of cross-validation: each
registry is measured with what was fitted on the other registries, whose names it has none of.
"""

import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from l10n.names.similarity.name_parts import name_of
from l10n.names.similarity.phonetic_lattice import open_rules
from l10n.names.similarity.same_name import SAME, comparisons
from tools.compile_onomasticon.sources import read_table
from tools.hard_pairs import Pair, registries, spelled_names

FITTED = ("mean", "worst", "farthest")
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


def examples_of(pairs: Iterable[Pair]) -> list[Example]:
    """Return the pairs with what is compared of them; pairs that are spelled alike are left out."""
    fixed = open_rules("calibration")["set"]
    assert isinstance(fixed, dict)  # noqa: S101 - our own package data
    return [
        Example(a=a, b=b, same=same, ways=_ways(a, b, fixed))
        for a, b, same in pairs
        if name_of(a).key != name_of(b).key
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


def cross_validate(parts: Sequence[Sequence[Example]]) -> Quality:
    """Return the quality on each part with what was fitted on the other parts."""
    answers = []
    for part in parts:
        weights = fit([x for other in parts if other is not part for x in other])
        answers += [(score(x, weights)[0] >= SAME, bool(x.same)) for x in part]
    return measure(answers)


def main(arguments: Sequence[str]) -> None:
    """Fit on the table named, print the coefficients and their quality; write them with --write."""
    (table,) = (Path(argument) for argument in arguments if argument != "--write")
    parts = [examples_of(pairs) for pairs in registries(spelled_names(read_table(table)))]
    examples = [example for part in parts for example in part]
    quality = cross_validate(parts)
    lines = [f"{key} = {weight:.3f}" for key, weight in zip(("bias", *FITTED), fit(examples), strict=True)]
    figures = (
        f"{len(examples)} pairs, {len(parts)} registries: precision {quality.precision:.3f}, "
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
