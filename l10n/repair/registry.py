"""What each rule is, in one sentence, and where its knowledge comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`description` is one sentence for the user; `source` says who knows it: a table, a standard, a file."""

    description: str
    source: str


_CODECS = "the mapping tables of unicode.org/Public/MAPPINGS, as Python's codecs have them"
_FTFY = f"{_CODECS}; certainty: ftfy.badness"

RULES: Mapping[str, Rule] = MappingProxyType({
    "cp874-quotation-mark": Rule(
        description="A quotation mark in UTF-8 was read as Thai (cp874); `โ€` without a third byte closes one: ”.",
        source=f"{_CODECS}; observed in source/russian-actress-iss.txt",
    ),
    "cp874-punctuation": Rule(
        description="A dash, an ellipsis, an apostrophe or another mark in UTF-8 was read as Thai (cp874).",
        source=_CODECS,
    ),
    "lost-apostrophe": Rule(
        description="A word has lost its apostrophe, and is certainly that word where it stands.",
        source="l10n/languages/<language>/apostrophes.toml, where each rule has samples",
    ),
    "utf8-as-latin1": Rule(description="UTF-8 was read as latin-1 (ISO 8859-1).", source=_FTFY),
    "utf8-as-cp1252": Rule(description="UTF-8 was read as cp1252 (Western European Windows).", source=_FTFY),
    "utf8-as-cp1250": Rule(description="UTF-8 was read as cp1250 (Central European Windows).", source=_FTFY),
    "utf8-as-macroman": Rule(description="UTF-8 was read as Mac Roman.", source=_FTFY),
    "utf8-as-cp437": Rule(description="UTF-8 was read as cp437 (the console of DOS).", source=_FTFY),
    "utf8-as-cp1251": Rule(description="UTF-8 was read as cp1251 (Cyrillic Windows).", source=_CODECS),
    "utf8-as-koi8-r": Rule(description="UTF-8 was read as koi8-r.", source=f"{_CODECS}; RFC 1489"),
    "cp1251-as-latin1": Rule(
        description="Russian in cp1251 was read as latin-1 or cp1252.",
        source=f"{_CODECS}; certainty: how often the letters occur in Russian",
    ),
    "koi8-r-as-latin1": Rule(
        description="Russian in koi8-r was read as latin-1 or cp1252.",
        source=f"{_CODECS}; certainty: how often the letters occur in Russian",
    ),
    "koi8-r-as-cp1251": Rule(
        description="Russian in koi8-r was read as cp1251.",
        source=f"{_CODECS}; certainty: how often the letters occur in Russian",
    ),
    "cp1251-as-koi8-r": Rule(
        description="Russian in cp1251 was read as koi8-r.",
        source=f"{_CODECS}; certainty: how often the letters occur in Russian",
    ),
})  # fmt: skip
