"""Texts inside what is shielded: the title of a link, what stands for an image. They are sent as texts of their own.

Their drafts go back into the shield they came from, if they can stand there; else it stays as it was.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.formats import HasInlineTexts
from l10n.pretranslation.kept_elements import kept_elements
from l10n.pretranslation.masking import Masked, Shield, Span

_ACTIVE = "\"'<>&`[]()\\\r\n"


def inline_texts(form: object, text: str, masked: Masked) -> tuple[Span, ...]:
    """Return the places of the texts in `text` that readers see and that stand wholly behind one shield, in order.

    What stands in an element that is kept as it is is none of them.
    """
    spans = form.inline_texts(text) if isinstance(form, HasInlineTexts) else ()
    kept = tuple(kept_elements(text)) if spans else ()
    return tuple(
        span
        for span in spans
        if _shield_of(span, masked.shields) is not None
        and not any(start <= span[0] and span[1] <= end for start, end in kept)
    )


def with_texts(masked: Masked, texts: Iterable[tuple[Span, str]]) -> Masked:
    """Return a text whose shields hold other texts at these places. One that would end or become markup is left out."""
    shields = list(masked.shields)
    for span, text in sorted(texts, reverse=True):  # from the end on, so that the places in front stay
        place = _shield_of(span, shields)
        if place is None or not _may_stand(text, masked.original[slice(*span)]):
            continue
        shield = shields[place]
        start, end = span[0] - shield.start, span[1] - shield.start
        shields[place] = replace(
            shield, replacement=f"{shield.replacement[:start]}{text}{shield.replacement[end:]}"
        )
    return replace(masked, shields=tuple(shields))


def _shield_of(span: Span, shields: Sequence[Shield]) -> int | None:
    """Return which shield a place is behind."""
    return next(
        (
            number
            for number, one in enumerate(shields)
            if one.start <= span[0] and span[1] <= one.end and not one.is_name
        ),
        None,
    )


def _may_stand(text: str, before: str) -> bool:
    """Tell whether a text has no more of what means something to a format than the one it replaces."""
    return not Counter(sign for sign in text if sign in _ACTIVE) - Counter(before)
