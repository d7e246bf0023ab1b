"""What a single word may stand for: every native spelling with its cost, as a Russian name and as any name.

Costs are negative natural logarithms of probabilities of the spelling together with the native name.
"""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.folding import fold_letters
from l10n.languages.normal_forms import normalized
from l10n.names.transcription.beam_search import Alternative, add_costs, search
from l10n.names.transcription.graphones.store import graphone_model
from l10n.names.transcription.graphones.transcription import total_cost, transcribe
from l10n.names.transcription.name_origin import origin_rules
from l10n.names.transcription.onomasticon import store
from l10n.names.transcription.practical_rules import practical_transcription
from l10n.names.transliteration.house_schemes import transcribe_to

# how much a Russian name counts in its place, per kind of name; what is left is for names nobody has listed
_PLACES: dict[str, tuple[tuple[str, float], ...]] = {
    "given": (("given", 0.85), ("surname", 0.03), ("place", 0.02)),
    "patronymic": (("patronymic", 0.75), ("given", 0.1), ("surname", 0.05)),
    "surname": (("surname", 0.75), ("given", 0.02), ("place", 0.02)),
    "place": (("place", 0.6), ("surname", 0.1)),
    "any": (("surname", 0.4), ("given", 0.15), ("place", 0.2)),
}
_BEARERS = {"given": 30_000.0, "patronymic": 25_000.0, "surname": 300_000.0, "place": 12_000.0}
_UNSEEN = 0.3  # bearers of a name that is listed but that the table of bearers lacks
_TABLE_SIZE = 400_000.0
_SLIP = 5.0  # cost of writing a letter as another locale would
_NOT_BY_HOUSE = 1.5  # cost of a spelling that the house scheme of the locale would not give
_CONVENTION = 0.3
_STEM, _ADJECTIVE = 3, 1.0  # letters of an adjective without its ending, at least; cost of another form of it
_FOREIGN = 1.0  # cost of the usual form of a name of another origin
_GIVEN_TRUST = 0.9  # of bearers of a language, how many have its form of a given name
_ESTABLISHED_BEARERS = 1000.0  # at least, of a given name common enough to have an established form
_DEAREST = 9.0  # cost from which a grapheme is not tried
_RUSSIAN_BEAM, _MIXED_BEAM = 6, 12
_KEPT = 8
_SYMBOLS = {letter: index for index, letter in enumerate(store.ALPHABET, start=1)}


@dataclass(frozen=True, slots=True)
class Spelling:
    """A native spelling (lower case), its cost and where it comes from."""

    native: str
    cost: float
    source: str


@cache
def _russian_alternatives(locale: str) -> dict[str, list[Alternative]]:
    channels = store.channels()
    costs = dict(channels.get(locale, {}))
    for latin, native, cost in established_forms().graphemes.get(locale, ()):
        costs[latin, native] = min(costs.get((latin, native), math.inf), cost)
    for other, table in channels.items():
        if other != locale:
            for pair, cost in table.items():
                costs[pair] = min(costs.get(pair, math.inf), cost + _SLIP)
    found: dict[str, list[Alternative]] = {}
    for (latin, native), cost in sorted(costs.items(), key=lambda item: (item[1], item[0])):
        symbols = tuple(_SYMBOLS[letter] for letter in native)
        if cost < _DEAREST:
            found.setdefault(latin, []).append((native, cost, symbols))
    return found


def _without_marks(word: str) -> str:
    """Return the word without accents and apostrophes, for a reader who has never met these letters."""
    kept = "".join(letter for letter in normalized("NFD", word) if letter.isalpha())
    return kept.replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ß", "ss").replace("ı", "i")


@lru_cache(maxsize=4_000)
def russian_spellings(word: str, locale: str, place: str) -> tuple[Spelling, ...]:
    """Return what `word` (lower case) may be as a Russian name standing as `place` (`given`, `surname`, …)."""
    model, alternatives = store.letters_model(), _russian_alternatives(locale)
    found = search(word, alternatives, model, beam=_RUSSIAN_BEAM)
    if not found:
        found = search(_without_marks(word), alternatives, model, beam=_RUSSIAN_BEAM)
    costs: dict[str, tuple[float, str]] = {}
    for total, native in found:
        letters = _letters_cost(native)
        written, prior, source = _prior(native, place, letters)
        slip = 0.0 if transcribe_to(native, locale) == word else _NOT_BY_HOUSE
        _add(costs, written, total - letters + prior + slip, source)
    for native in established_forms().natives.get(fold_key(word), ()):
        lower = native.lower()
        if " " not in lower:
            written, prior, _ = _prior(lower, place, 12.0)
            _add(costs, written, prior + _CONVENTION, "convention")
    for latin, one, singular, native in established_forms().adjectives.get(locale, ()):
        if word.endswith(latin) and len(word) - len(latin) >= _STEM:
            for spelling in russian_spellings(word.removesuffix(latin) + one, locale, place):
                if spelling.native.endswith(singular):
                    plain = spelling.native.removesuffix(singular) + native
                    _add(costs, plain, spelling.cost + _ADJECTIVE, "adjective")
    return _ranked(costs)


def _add(costs: dict[str, tuple[float, str]], native: str, cost: float, source: str) -> None:
    known = costs.get(native)
    if known is None:
        costs[native] = (cost, source)
    else:
        costs[native] = (add_costs(known[0], cost), source if cost < known[0] else known[1])


def _ranked(costs: dict[str, tuple[float, str]]) -> tuple[Spelling, ...]:
    ranked = sorted((cost, native, source) for native, (cost, source) in costs.items())[:_KEPT]
    return tuple(Spelling(native, cost, source) for cost, native, source in ranked)


def _letters_cost(native: str) -> float:
    model = store.letters_model()
    state, total = model.first, 0.0
    for letter in native:
        symbol = _SYMBOLS[letter]
        state, cost = (model.rows.get(state) or model.row(state)).get(symbol) or model.step(state, symbol)
        total += cost
    return total + model.step(state, 0)[1]


def _prior(native: str, place: str, letters: float) -> tuple[str, float, str]:
    """Return the native with the ё it is known to have, the cost of such a name standing there, and its source."""
    names, plain = store.names(), fold_letters(native)
    best, likely, left = "", 0.0, 1.0
    for kind, share in _PLACES[place]:
        left -= share
        weight = names.weight(kind, plain)
        if weight:
            bearers = math.exp((weight - 1) / 16) - 1 + _UNSEEN
            if kind == place == "given" and plain in established_forms().known:
                bearers = max(bearers, _ESTABLISHED_BEARERS)
            likely += share * bearers / _BEARERS[kind]
            best = best or kind
    unlisted = left * math.exp(-letters)
    cost = -math.log(likely + unlisted + 1e-30)
    if best and likely > unlisted:
        return _with_yo(names.with_yo(best, plain)), cost, best
    return native, cost, "letters"


def _with_yo(native: str) -> str:
    known = established_forms().known.get(fold_letters(native))
    return known.lower() if known is not None else native


@lru_cache(maxsize=4_000)
def mixed_spellings(word: str, shares: tuple[tuple[str, float], ...] = ()) -> tuple[Spelling, ...]:
    """Return what `word` (lower case) may be as a name of any origin.

    `shares` are the languages it may be of, and how probable each is: its rules then speak beside the model.
    """
    model = graphone_model("en-ru")
    found = transcribe(word, model, beam=_MIXED_BEAM, back=_romanized)
    if not found:
        found = transcribe(_without_marks(word), model, beam=_MIXED_BEAM, back=_romanized)
    costs: dict[str, tuple[float, str]] = {}
    evidence = total_cost([way.cost for way in found]) if found else math.inf
    usual, cost, source = _usual(word)
    left = 1.0
    for language, share in shares:
        rule, given = origin_rules()[language], origin_rules()[language].given.get(word)
        form = given or ("" if source == "convention" else transcribe_by_rules(word, language))
        trusted = share * (_GIVEN_TRUST if given else rule.trust)
        if form and (found or given):
            left -= trusted
            _add(costs, form, (_FOREIGN if given else evidence) - math.log(trusted), language)
    for way in found:
        _add(costs, way.form, way.cost - math.log(left), "borne" if way.is_known else "graphones")
    if usual:
        _add(costs, usual, cost - math.log(left), source)
    return _ranked(costs)


def _usual(word: str) -> tuple[str, float, str]:
    """Return how usage writes `word`, the cost and the source of that; the form is empty when nobody knows."""
    forms, key = established_forms(), fold_key(word)
    listed = forms.foreign_given_names.get(key) or forms.foreign_surnames.get(key)
    if listed is not None:
        return listed.lower(), _FOREIGN, "convention"
    native, bearers = store.known_pairs().native(word)
    return native, -math.log(max(1, bearers) / _TABLE_SIZE), "bearers"


def _romanized(native: str) -> str:
    return transcribe_to(native, "en")


def transcribe_by_rules(word: str, language: str) -> str:
    """Return how Russian texts write `word` (lower case) by the rules of `language`; "" for letters without a rule."""
    rules = practical_transcription(language)
    return "" if rules.unknown_letters(word) else rules.romanize(word)
