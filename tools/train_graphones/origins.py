"""The models of the letters of names, by language; the names are picked out of the table by how they are written."""

import math
import random
from collections.abc import Sequence

from l10n.names.transcription.graphones.store import fold_form
from l10n.names.transcription.name_origin import LetterModels, origin_rules
from l10n.names.transcription.onomasticon.automaton import Automaton, pack
from l10n.names.transcription.practical_rules import practical_transcription
from tools.train_graphones.kneser_ney import build_kneser_ney

_ORDER, _LEAST = 4, (0, 0, 0, 1, 2)
_PRIOR, _LIKE = (
    0.1,
    0.25,
)  # of all names, how many are of a language; how sure that has to be to learn from a name
_ANY_ORIGIN = 30_000  # names that are enough to know the letters of all


def pick_names(rows: Sequence[tuple[str, str, int]]) -> dict[str, list[str]]:
    """Return language → the names that the rules of no other language write as they are written.

    They also have letters that tell the language.
    """
    rules = origin_rules()
    picked: dict[str, list[str]] = {language: [] for language in rules}
    for latin, native, _ in rows:
        wanted = fold_form(native)
        fits = [
            language
            for language in rules
            if fold_form(practical_transcription(language).romanize(latin)) == wanted
        ]
        if len(fits) == 1:
            used = {step.rule.source for step in practical_transcription(fits[0]).steps(latin)}
            if used & rules[fits[0]].tells:
                picked[fits[0]].append(latin)
    return picked


def train_letters(rows: Sequence[tuple[str, str, int]], seed: int) -> bytes:
    """Return the content of the file of letter models, as `origins.unpack_letters` reads it.

    Names without telling letters are learnt in a second round: those that the rules of a language write as they are
    written, and that the models of the first round take to be of it.
    """
    every = sorted({latin for latin, _, _ in rows})
    alphabet = "".join(sorted(set("".join(every))))
    sample = random.Random(seed).sample(every, min(_ANY_ORIGIN, len(every)))  # noqa: S311
    names = {"": sample, **pick_names(rows)}
    first = {language: _train(words, alphabet) for language, words in names.items()}
    models = LetterModels(alphabet=alphabet, models=first)
    for language, more in _like(rows, models).items():
        names[language] += more
    packed = {language: pack(_train(words, alphabet)) for language, words in names.items()}
    lines = [alphabet, *(f"{language}\t{len(content)}" for language, content in packed.items())]
    return "\n".join(lines).encode() + b"\n\n" + b"".join(packed.values())


def _train(words: Sequence[str], alphabet: str) -> Automaton:
    sequences = [[alphabet.index(letter) + 1 for letter in word] for word in sorted(set(words))]
    return build_kneser_ney(sequences, symbols=len(alphabet) + 2, order=_ORDER, least=_LEAST)


def _like(rows: Sequence[tuple[str, str, int]], models: LetterModels) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {language: [] for language in origin_rules()}
    for latin, native, _ in rows:
        wanted, plain = fold_form(native), models.cost("", latin)
        ratios = {
            language: math.exp(min(50.0, plain - models.cost(language, latin)))
            for language in found
            if fold_form(practical_transcription(language).romanize(latin)) == wanted
        }
        total = 1 / _PRIOR - len(ratios) + sum(ratios.values())
        for language, ratio in ratios.items():
            if ratio / total > _LIKE:
                found[language].append(latin)
    return found
