"""What is worked out of a text, remembered while a document is in hand, and forgotten when there is much of it.

Several checks, and all locales, ask the same of the texts of one document, however large it is; the next document has
other texts. So memory stays the same over ten thousand of them.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_Result = TypeVar("_Result")
_CACHES: list["_lru_cache_wrapper[Any]"] = []
_FEW = 2_000  # texts that may stay from one document to the next


def remembered(most: int) -> Callable[[Callable[..., _Result]], "_lru_cache_wrapper[_Result]"]:
    """Return a decorator: a function's answers are remembered, at most so many, until they are forgotten."""

    def decorate(function: Callable[..., _Result]) -> "_lru_cache_wrapper[_Result]":
        cached = lru_cache(maxsize=most)(function)
        _CACHES.append(cached)
        return cached

    return decorate


def forget() -> None:
    """Forget the answers of each function that has more than a few, or one for a whole text; to be called between two
    documents, and within a large one when its texts will be asked for other things.
    """
    for cached in _CACHES:
        known = cached.cache_info()
        if known.currsize > _FEW or known.maxsize == 1:
            cached.cache_clear()
