"""Which language a foreign name comes from, by its letters, its particles and the locale it was met in."""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from l10n.languages.packs import PACKAGE
from l10n.names.transcription.beam_search import LONGEST
from l10n.names.transcription.onomasticon.automaton import Automaton, unpack

_RULES = PACKAGE / "ru" / "origins.toml"
_MODELS = PACKAGE / "pairs" / "en-ru" / "origins.bin"
_ANY = ""  # the model of the letters of names of every origin
_TOLD = 30.0  # how much a particle of the language speaks for it
_LEAST = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRules:
    """What `origins.toml` says of a language; see there."""

    tells: frozenset[str]
    particles: frozenset[str]
    trust: float
    given: Mapping[str, str] = field(hash=False)
    priors: Mapping[str, float] = field(hash=False)

    def prior(self, locale: str) -> float:
        """Return how many of the foreign names in texts of `locale` are of the language."""
        return self.priors.get(locale, self.priors["other"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """`shares` gives (language, probability 0…1) of the languages a name may be of, likeliest first.

    `ratios` says for each word how much likelier its letters are than in a name of no known origin: the
    natural logarithm.
    """

    shares: tuple[tuple[str, float], ...]
    ratios: tuple[float, ...]


@cache
def origin_rules() -> dict[str, OriginRules]:
    """Return language → what is known of its names."""
    content = tomllib.loads(_RULES.read_text(encoding="utf-8"))
    return {
        language: OriginRules(
            tells=frozenset(table["tells"]),
            particles=frozenset(table["particles"]),
            trust=table["trust"],
            given={latin.lower(): native.lower() for latin, native in table["given"].items()},
            priors=table["priors"],
        )
        for language, table in content.items()
        if isinstance(table, dict)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterModels:
    """The models of the letters of names, by language; "" for names of every origin. Symbol n is alphabet[n - 1]."""

    alphabet: str
    models: Mapping[str, Automaton]

    def cost(self, language: str, word: str) -> float:
        """Return the cost (negative natural logarithm of the probability) of `word`, in lower case."""
        model = self.models[language]
        state, total = model.first, 0.0
        for letter in word[:LONGEST]:  # nobody's name is longer
            state, cost = model.step(state, self.alphabet.find(letter) + 1 or len(self.alphabet) + 1)
            total += cost
        return total + model.step(state, 0)[1]


@cache
def letter_models() -> LetterModels:
    """Return the models, read once."""
    return unpack_letters(_MODELS.read_bytes())


def unpack_letters(content: bytes) -> LetterModels:
    """Return the models of a file: its alphabet, then name and size of each model, then the models."""
    head, _, rest = content.partition(b"\n\n")
    alphabet, *lines = head.decode().split("\n")
    models: dict[str, Automaton] = {}
    for line in lines:
        language, size = line.split("\t")
        models[language], rest = unpack(rest[: int(size)]), rest[int(size) :]
    return LetterModels(alphabet=alphabet, models=models)


@lru_cache(maxsize=4_000)
def guess_origins(words: Sequence[str], locale: str) -> Origins:
    """Return where a name of these words (a tuple, lower case), met in `locale`, may come from."""
    models, rules = letter_models(), origin_rules()
    known = {particle for rule in rules.values() for particle in rule.particles}
    any_origin = [models.cost(_ANY, word) for word in words]
    ratios: dict[str, list[float]] = {}
    odds: dict[str, float] = {}
    for language, rule in rules.items():
        ratios[language] = [
            0.0 if word in known else cost - models.cost(language, word)
            for word, cost in zip(words, any_origin, strict=True)
        ]
        told = _TOLD ** any(word in rule.particles for word in words)
        odds[language] = rule.prior(locale) * told * math.exp(min(50.0, sum(ratios[language])))
    rest = 1 - sum(rule.prior(locale) for rule in rules.values())
    total = rest + sum(odds.values())
    shares = sorted(((language, odd / total) for language, odd in odds.items()), key=lambda share: -share[1])
    return Origins(
        shares=tuple(share for share in shares if share[1] >= _LEAST),
        ratios=tuple(
            math.log(
                rest
                + sum(
                    rule.prior(locale) * math.exp(min(50.0, ratios[language][place]))
                    for language, rule in rules.items()
                )
            )
            for place in range(len(words))
        ),
    )
