"""The models of the letters of names, by language; the names are picked out of the table by how they are written."""

import random
from collections.abc import Sequence

from l10n.names.graphones.builder.kneser_ney import build_kneser_ney
from l10n.names.graphones.store import fold_form
from l10n.names.onomasticon.automaton import pack
from l10n.names.origins import origin_rules
from l10n.names.practice import practice

_ORDER, _LEAST = 4, (0, 0, 0, 1, 2)
_ANY_ORIGIN = 30_000  # names that are enough to know the letters of all


def pick_names(rows: Sequence[tuple[str, str, int]]) -> dict[str, list[str]]:
    """Return language → the names that the rules of no other language write as they are written.

    They also have letters that tell the language.
    """
    rules = origin_rules()
    picked: dict[str, list[str]] = {language: [] for language in rules}
    for latin, native, _ in rows:
        wanted = fold_form(native)
        fits = [language for language in rules if fold_form(practice(language).romanize(latin)) == wanted]
        if len(fits) == 1:
            used = {step.rule.source for step in practice(fits[0]).steps(latin)}
            if used & rules[fits[0]].tells:
                picked[fits[0]].append(latin)
    return picked


def train_letters(rows: Sequence[tuple[str, str, int]], seed: int) -> bytes:
    """Return the content of the file of letter models, as `origins.unpack_letters` reads it."""
    every = sorted({latin for latin, _, _ in rows})
    alphabet = "".join(sorted(set("".join(every))))
    names = {"": random.Random(seed).sample(every, min(_ANY_ORIGIN, len(every))), **pick_names(rows)}  # noqa: S311
    packed = {}
    for language, words in names.items():
        sequences = [[alphabet.index(letter) + 1 for letter in word] for word in sorted(set(words))]
        automaton = build_kneser_ney(sequences, symbols=len(alphabet) + 2, order=_ORDER, least=_LEAST)
        packed[language] = pack(automaton)
    lines = [alphabet, *(f"{language}\t{len(content)}" for language, content in packed.items())]
    return "\n".join(lines).encode() + b"\n\n" + b"".join(packed.values())
