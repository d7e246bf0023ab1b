"""The words of numbers as a table from which the reader makes every number up to a thousand.

CLDR's rules (RBNF) spell a number; the reader adds and multiplies words. So what it reads already needs no place in the
table: each number is spelled by every rule, from the smallest on, and only what is not read back is written down.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from unicode_rbnf import RbnfEngine

from l10n.conventions.number_words import whole_number
from l10n.languages.facts.fact_folding import fold
from l10n.languages.facts.word_tables import WordTable, number_section, word_table
from l10n.languages.packs import ANY, PACKAGE, table

LANGUAGES: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "languages.toml").read_text(encoding="utf-8")
)
HIGHEST = 1000
_LONGEST_WORD = 40  # code points; nobody writes longer ones
_RULES = re.compile(r"spellout-(?:cardinal|numbering$|ordinal)")
_SOFT_HYPHEN = "\u00ad"
_HEAD = """\
# The words of numbers as CLDR's rules spell them. Made by `python -m tools.compile_numbers`: do not edit.
# The reader makes all numbers up to a thousand of them; `compounds` are those that no sum makes.

language = "{tag}"
authority = "Unicode CLDR, rule-based number formats (common/rbnf/{rules}.xml), by the package unicode-rbnf"
url = "https://cldr.unicode.org/"
"""


def spellings(tag: str) -> Iterator[tuple[int, str]]:
    """Yield each number up to a thousand with each of its spellings, the smallest first."""
    rules = LANGUAGES[tag]
    engine = RbnfEngine.for_language(rules.get("rules", tag))
    without = re.compile(rules.get("without", "(?!)"))
    letters = str.maketrans(*rules.get("letters", ("", "")))
    names = [name for name in sorted(engine.rulesets) if _RULES.match(name) and not without.search(name)]
    for number in range(HIGHEST + 1):
        said = (
            engine.format_number(number, ruleset_names=[name]).text
            for name in names
            if "ordinal" not in name or 0 < number <= rules.get("ordinals_to", HIGHEST)
        )
        for text in dict.fromkeys(_clean(text).translate(letters) for text in said):
            if text and all(len(word) <= _LONGEST_WORD for word in text.split()):
                yield number, text


def reader(tag: str, made: Mapping[str, Mapping[str, list[str]]] | None = None) -> WordTable:
    """Return the table of words that the readers use; `made` in place of what `numbers.toml` says."""
    own = {**table(ANY, "facts")["numbers"], **table(tag, "facts").get("numbers", {})}
    section = number_section(own, table(tag, "numbers") if made is None else made)
    return word_table(section)


def compiled(tag: str) -> str:
    """Return the content of the file of a language."""
    words: dict[int, list[str]] = {}
    compounds: dict[int, list[str]] = {}
    found = reader(tag, {})
    for number, text in spellings(tag):
        if whole_number(text, found) == number:
            continue
        kind, value, form = _lacking(number, text, found)
        if form in _known(found):
            continue  # it is another number, too: nothing is made of it
        (words if kind == "words" else compounds).setdefault(value, []).append(form)
        found = reader(tag, {"words": _named(words), "compounds": _named(compounds)})
    lines = [_HEAD.format(tag=tag, rules=LANGUAGES[tag].get("rules", tag))]
    for name, section in (("words", words), ("compounds", compounds)):
        if section:
            lines += [f"[{name}]", *(_line(value, forms) for value, forms in sorted(section.items())), ""]
    return "\n".join(lines)


def file_of(tag: str) -> Path:
    """Return where the table of a language stands."""
    return PACKAGE / tag / "numbers.toml"


def _lacking(number: int, text: str, found: WordTable) -> tuple[str, int, str]:
    """Return what the table lacks to read a spelling: a word of it, or all of it as a number of several words."""
    parts = re.split(r"[\s-]+", text)
    if len(parts) == 1:
        return "words", number, fold(text)
    links = found.links | found.ten_links
    for word, others in ((parts[-1], parts[:-1]), (parts[0], parts[1:])):
        rest = whole_number(" ".join(_without_links(others, links)), found)
        value = number - (rest or 0)
        is_sum = 0 < value < (rest or 0) if others[0] is parts[0] else value > (rest or number)
        if rest and is_sum and fold(word) not in _known(found):
            return "words", int(value), fold(word)
    return "compounds", number, fold(re.sub(r"[\s-]+", " ", text))


def _without_links(words: list[str], links: frozenset[str]) -> list[str]:
    """Return words without the links they begin and end with."""
    while words and words[-1] in links:
        words = words[:-1]
    while words and words[0] in links:
        words = words[1:]
    return words


def _clean(text: str) -> str:
    return text.replace(_SOFT_HYPHEN, "").strip().lower()


def _known(found: WordTable) -> frozenset[str]:
    return frozenset({*found.words, *found.scales, *found.compound_of})


def _named(section: Mapping[int, list[str]]) -> dict[str, list[str]]:
    return {str(value): forms for value, forms in section.items()}


def _line(value: int, forms: list[str]) -> str:
    return f"{value} = {json.dumps(forms, ensure_ascii=False)}"
