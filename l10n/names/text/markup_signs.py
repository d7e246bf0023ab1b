"""The signs of Markdown that stand around a name: «с **Ангелой Меркель**», «к [Ангеле Меркель](https://…)».

They say nothing of its case, so what stands before and behind them does. Quotation marks are none of them: what stands
in quotation marks is a title, which keeps its own case.
"""

import re

_OPENING = "*_["
_MOST_SIGNS = 8
_CLOSING = re.compile(r"(?:[*_]{1,3}|\](?:\([^()\s]{0,500}\)|\[[^\[\]]{0,100}\])?){1,4}")
_NAMES_ITS_TARGET = re.compile(r"[*_]{0,3}\](?!\([^#]|\[[^\]])")


def before_signs(text: str, position: int) -> int:
    """Return where the signs begin that stand right before `position`; `position` where there are none."""
    start = position
    while start > 0 and text[start - 1] in _OPENING and position - start < _MOST_SIGNS:
        start -= 1
    return start


def behind_signs(text: str, position: int) -> int:
    """Return where the signs end that stand right behind `position`, with the target of a link."""
    found = _CLOSING.match(text, position)
    return found.end() if found else position


def names_its_target(text: str, end: int) -> bool:
    """Return whether the text of a link, which ends at `end`, is a heading of its own page or the name of its target.

    Such a text is another's word: [Ангела Меркель](#ангела-меркель), [Ангела Меркель].
    """
    return _NAMES_ITS_TARGET.match(text, end) is not None
