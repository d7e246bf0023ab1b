"""The months and weekdays of a language: the section `dates` of its facts, as words and as what is found otherwise.

A name is found as a word where a word of the language is letters between others. Names of several words, those written
with marks inside (Devanagari), in a script without blanks between words, or behind letters that are written at once
with them (Hebrew ב), are found by a pattern.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from l10n.languages.facts.fact_folding import fold, runs_on

_WORD = re.compile(r"[^\W\d_]+")
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Names by the number that each stands for; `words` are those that are one word, `pattern` finds the others.

    `beginnings` are the first letters of what the pattern finds.
    """

    words: Mapping[str, int]
    others: Mapping[str, int]
    pattern: re.Pattern[str]
    beginnings: frozenset[str]


def names(lists: Iterable[Iterable[str]], endings: Iterable[str] = (), before: str = "") -> Names:
    """Return the names of lists, the first of which stands for 1; each may have one of the endings.

    `before` are letters that may stand at once before a name.
    """
    by_form = {
        fold(form + ending): place
        for place, forms in reversed(list(enumerate(lists, 1)))
        for form in reversed(list(forms))
        for ending in ("", *endings)
    }
    words = {form: place for form, place in by_form.items() if not before and _is_word(form)}
    others = {form: place for form, place in by_form.items() if form not in words}
    return Names(words, others, _pattern(others, before), frozenset(form[0] for form in others))


def _is_word(form: str) -> bool:
    return _WORD.fullmatch(form) is not None and not runs_on(form)


def month_sign(signs: Iterable[str]) -> re.Pattern[str]:
    """Return what matches a month in figures with one of the signs behind them: 10月."""
    alternatives = "|".join(map(re.escape, signs))
    return (
        re.compile(rf"(?<![\d.,/-])(?P<month>1[0-2]|0?[1-9])[ \u00a0]?(?:{alternatives})")
        if alternatives
        else _NOTHING
    )


def _pattern(forms: Iterable[str], before: str) -> re.Pattern[str]:
    apart: list[str] = []
    joined: list[str] = []
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        (joined if runs_on(form) else apart).append(re.escape(form).replace(r"\ ", r"[\s\u00a0]"))
    first = rf"(?<!\w)[{before}]{{0,3}}" if before else r"(?<!\w)"
    parts = [rf"{first}(?P<apart>{'|'.join(apart)})(?!\w)"] if apart else []
    parts += [f"(?P<joined>{'|'.join(joined)})"] if joined else []
    return re.compile("|".join(parts)) if parts else _NOTHING
