"""From pairs of spellings to a graphone model, and how often the model is right about pairs it has not seen."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from l10n.names.transcription.graphones.store import GraphoneModel, fold_form, make_forms, make_model
from l10n.names.transcription.graphones.transcription import transcribe
from tools.train_graphones.aligning import Pair, Shape, align_all, learn_alignment
from tools.train_graphones.kneser_ney import build_kneser_ney

SEED = 2026
_LEARN_FROM, _ROUNDS = 8_000, 5  # spellings that are enough to learn an alignment
_NOISE = -7.0  # log weight per letter below which two spellings are not of one name
_RARE_GRAPHONE = 5
_ORDER, _LEAST = 6, (0, 0, 0, 0, 2, 2, 2)

Row = tuple[str, str, int]


def train(rows: Sequence[Row], shapes: Sequence[Shape]) -> GraphoneModel:
    """Return the model that writes the first column of `rows` (two spellings, bearers) as the second."""
    spellings = sorted({(source, written) for source, written, _ in rows})
    sample = random.Random(SEED).sample(spellings, min(_LEARN_FROM, len(spellings)))  # noqa: S311
    learnt = learn_alignment(sample, rounds=_ROUNDS, shapes=shapes)
    aligned = align_all(spellings, learnt, worst=_NOISE, shapes=shapes)
    graphones = _common_graphones(aligned.values())
    number = {graphone: symbol for symbol, graphone in enumerate(graphones, start=1)}
    sequences = [
        [number[graphone] for graphone in word]
        for word in aligned.values()
        if all(graphone in number for graphone in word)
    ]
    automaton = build_kneser_ney(sequences, symbols=len(graphones) + 1, order=_ORDER, least=_LEAST)
    bearers: dict[str, int] = defaultdict(int)
    for _, written, count in rows:
        bearers[fold_form(written)] += count
    return make_model(automaton, graphones, make_forms(bearers))


def _common_graphones(words: Iterable[Sequence[Pair]]) -> list[Pair]:
    counts = Counter(graphone for word in words for graphone in word)
    common = [graphone for graphone, count in counts.items() if count >= _RARE_GRAPHONE]
    return sorted(common, key=lambda graphone: (-counts[graphone], graphone))


def keep_aside(rows: Sequence[Row], size: int) -> tuple[list[Row], list[Row]]:
    """Return the rows to learn from and `size` rows kept aside to measure with, by lot, always the same."""
    shuffled = sorted(rows)
    random.Random(SEED).shuffle(shuffled)  # noqa: S311
    return shuffled[size:], shuffled[:size]


def measure(model: GraphoneModel, rows: Sequence[Row], *, beam: int) -> tuple[float, float]:
    """Return how often the right form comes first, and among the first five."""
    first = five = 0
    for source, written, _ in rows:
        forms = [fold_form(found.form) for found in transcribe(source, model, beam=beam)]
        first += fold_form(written) in forms[:1]
        five += fold_form(written) in forms[:5]
    return first / len(rows), five / len(rows)
