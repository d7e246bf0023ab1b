"""The clause around a place in a text, as its marks show it."""

import re

_LONGEST = 300  # letters looked at on either side
_END = re.compile(r"[.!?…;:—–(),«»„“”\"\r\n]|\s-\s")


def is_one_clause(text: str, start: int, end: int) -> bool:
    """Tell whether no mark that ends a clause stands between two places of a text."""
    return end - start <= _LONGEST and _END.search(text, start, end) is None


def clause_before(text: str, position: int) -> str:
    """Return what stands before a place in its clause."""
    clause = text[max(0, position - _LONGEST) : position]
    ends = [found.end() for found in _END.finditer(clause)]
    return clause[ends[-1] :] if ends else clause


def clause_after(text: str, position: int) -> str:
    """Return what stands behind a place in its clause."""
    clause = text[position : position + _LONGEST]
    found = _END.search(clause)
    return clause[: found.start()] if found else clause
