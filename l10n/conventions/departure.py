"""One place where a text departs from how its language is set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """`text[start:end]` would be `replacement`; None where only a person can tell.

    `straight`: as typewriters write. `is_taste`: no authority forbids it, or usage has overruled it. `is_unpaired`: a
    quotation mark without its partner in this text. `may_go_on`: the text before or after may have it.
    """

    rule: str
    start: int
    end: int
    replacement: str | None
    message: str
    straight: bool = False
    is_taste: bool = False
    is_unpaired: bool = False
    may_go_on: bool = False
