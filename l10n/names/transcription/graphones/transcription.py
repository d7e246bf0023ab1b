"""How a name of any origin may be written in the other alphabet: the model's answers, the likeliest first."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from l10n.names.transcription.beam_search import add_costs, search
from l10n.names.transcription.graphones.store import GraphoneModel, fold_form

# The weights that gave the forms of names the training had not seen the best probability (`make model` prints how
# often the right one came first): the model counts letters twice, so its costs are tempered, and a form that some
# name is known to have is likelier than one nobody bears.
_TEMPER, _KNOWN, _BEARERS = 0.83, 0.67, 0.125
_RETURNS = 0.6  # what speaks for a form that a scheme writes back as the name


@dataclass(frozen=True, slots=True)
class Transcription:
    """A form in lower case, its cost, and whether some name is known to have it.

    The cost is the negative logarithm of the probability of the form together with the name.
    """

    form: str
    cost: float
    is_known: bool


def transcribe(
    word: str, model: GraphoneModel, *, beam: int, back: Callable[[str], str] | None = None
) -> list[Transcription]:
    """Return up to `beam` forms of `word` (lower case), likeliest first; none when a letter of it is not known.

    Forms that differ in ё for е are one, written as is likelier. `back` writes a form in the letters of the word,
    by rule: a form that comes back as the word is likelier.
    """
    found: dict[str, tuple[float, str]] = {}
    for cost, form in search(word, model.alternatives, model.automaton, beam=beam):
        folded = fold_form(form)
        known = found.get(folded)
        found[folded] = (cost, form) if known is None else (add_costs(known[0], cost), known[1])
    if not found:
        return []
    evidence = total_cost([cost for cost, _ in found.values()])
    scored = []
    for cost, form in found.values():
        weight = model.forms.weight(form)
        bonus = (_KNOWN + _BEARERS * weight if weight else 0.0) + (
            _RETURNS if back and back(form) == word else 0.0
        )
        scored.append((_TEMPER * cost - bonus, form, weight > 0))
    total = total_cost([cost for cost, _, _ in scored])
    ranked = sorted(scored)
    return [Transcription(form, evidence + cost - total, is_known) for cost, form, is_known in ranked]


def total_cost(costs: list[float]) -> float:
    """Return the cost of the sum of the probabilities that have these costs."""
    least = min(costs)
    return least - math.log(sum(math.exp(least - cost) for cost in costs))
