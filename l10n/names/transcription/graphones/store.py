"""The graphone models as they are asked. A *graphone* is a run of letters beside the run that is written for it.

The files are made by `tools/train_graphones` (`make model`); `PROVENANCE.toml` says of what. They are read when first
needed, each once per process.
"""

import math
import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from l10n.languages.folding import fold_letters
from l10n.languages.packs import PACKAGE
from l10n.names.transcription.beam_search import Alternative
from l10n.names.transcription.onomasticon.automaton import Automaton, pack, unpack

Graphone = tuple[str, str]

DIRECTIONS = ("en-ru", "ru-en")
_HEAD = struct.Struct("<3I")
_RARE = 5.8  # cost, above that of its likeliest reading, from which a graphone is not tried


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownForms:
    """The names the target side is known to have, by key: a hash of 32 bits, so few unknown ones look known."""

    keys: "array[int]"
    weights: bytes

    def weight(self, form: str) -> float:
        """Return ln(1 + bearers) of a form, 0 when nobody is known to bear it."""
        key = form_key(form)
        place = bisect_left(self.keys, key)
        known = place < len(self.keys) and self.keys[place] == key
        return self.weights[place] / 16 if known else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphoneModel:
    """`automaton` is the model of sequences of `graphones` (symbol n is graphone n - 1), `forms` what names there
    are on the side written; `alternatives` is what a run of letters may be written as.
    """

    automaton: Automaton
    graphones: Sequence[Graphone]
    forms: KnownForms
    alternatives: Mapping[str, Sequence[Alternative]]


def fold_form(form: str) -> str:
    """Return a form as it is counted: in lower case, е for ё."""
    return fold_letters(form)


def form_key(form: str) -> int:
    """Return the key of a form in lower case; е and ё are one letter."""
    return zlib.crc32(fold_form(form).encode())


def make_model(automaton: Automaton, graphones: Sequence[Graphone], forms: KnownForms) -> GraphoneModel:
    """Return the model; of the ways to write a run of letters, those that are rare beside the likeliest are left."""
    alternatives: dict[str, list[Alternative]] = {}
    likely: dict[str, float] = {}
    for symbol, (letters, written) in enumerate(graphones, start=1):  # the commonest come first
        cost = automaton.step(0, symbol)[1]
        if cost - likely.setdefault(letters, cost) < _RARE:
            alternatives.setdefault(letters, []).append((written, 0.0, (symbol,)))
    return GraphoneModel(automaton=automaton, graphones=graphones, forms=forms, alternatives=alternatives)


def make_forms(bearers: Mapping[str, int]) -> KnownForms:
    """Return the forms of a table of forms and how many people bear each."""
    weights: dict[int, int] = {}
    for form, count in bearers.items():
        key = form_key(form)
        weights[key] = max(weights.get(key, 0), min(255, round(16 * math.log1p(count))))
    keys = sorted(weights)
    return KnownForms(keys=array("I", keys), weights=bytes(weights[key] for key in keys))


def pack_model(model: GraphoneModel) -> bytes:
    """Return the bytes of a model; `unpack_model` reads them back (little-endian)."""
    automaton = pack(model.automaton)
    lines = "\n".join("\t".join(graphone) for graphone in model.graphones).encode()
    rest = zlib.compress(lines + model.forms.keys.tobytes() + model.forms.weights, 9)
    return _HEAD.pack(len(automaton), len(lines), len(model.forms.keys)) + automaton + rest


def unpack_model(content: bytes) -> GraphoneModel:
    """Return the model that `pack_model` stored."""
    size, letters, forms = _HEAD.unpack_from(content)
    packed = memoryview(content)
    automaton = unpack(packed[_HEAD.size : _HEAD.size + size])
    rest = zlib.decompress(packed[_HEAD.size + size :])
    pairs = (line.split("\t") for line in rest[:letters].decode().split("\n"))
    graphones = tuple((source, written) for source, written in pairs)
    keys = array("I", rest[letters : letters + 4 * forms])
    return make_model(automaton, graphones, KnownForms(keys=keys, weights=rest[letters + 4 * forms :]))


@cache
def graphone_model(direction: str) -> GraphoneModel:
    """Return the model of one of DIRECTIONS."""
    return unpack_model((PACKAGE / "pairs" / direction / "graphones.bin").read_bytes())
