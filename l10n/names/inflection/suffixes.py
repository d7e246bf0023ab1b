"""The surfaces of a name in a language without cases: possessives and plurals, its own and borrowed ones."""

from functools import cache, lru_cache

from l10n.languages.grammar import Case, Gender
from l10n.languages.inflection_rules import inflection_of
from l10n.names.inflection.suffix_rules import ending_number, with_endings

# what is written, its cases, whether the rule is another locale's
Surface = tuple[str, tuple[Case, ...], bool]


def suffixed_surfaces(
    phrase: str, gender: Gender | None, locale: str, locales: tuple[str, ...]
) -> list[Surface]:
    """Return the surfaces of a name or a part of one; borrowed are possessives by the rules of other `locales`."""
    word = phrase.rsplit(maxsplit=1)[-1]
    others = map(inflection_of, locales)
    numbers = tuple([None if other.declines else ending_number(word, None, other) for other in others])
    own = ending_number(word, gender, inflection_of(locale))
    stays = max(0, len(phrase) - _most_removed((locale, *locales)))
    stem, end = phrase[:stays], phrase[stays:]
    suffixed = _suffixed_end(end, locale, own, locales, numbers)
    return [(stem + text, cases, borrowed) for text, cases, borrowed in suffixed]


@cache
def _most_removed(locales: tuple[str, ...]) -> int:
    languages = [inflection_of(locale) for locale in locales]
    return max((rule.remove for some in languages if not some.declines for rule in some.endings), default=0)


@lru_cache(maxsize=65_536)  # names end in a few ways only
def _suffixed_end(
    end: str, locale: str, own: int | None, locales: tuple[str, ...], numbers: tuple[int | None, ...]
) -> tuple[Surface, ...]:
    """Return the surfaces of a name that ends so, by a rule of its own locale and those of the others."""
    rule = None if own is None else inflection_of(locale).endings[own]
    found: dict[str, tuple[Case, ...]] = {end: (Case.PLAIN,)}
    for case, text in with_endings(end, rule) if rule else ():
        found[text] = (*found.get(text, ()), case)
    borrowed = (
        text
        for other, number in zip(map(inflection_of, locales), numbers, strict=True)
        if number is not None
        for case, text in with_endings(end, other.endings[number])
        if case is Case.POSSESSIVE and text not in found
    )
    return (
        *((surface, cases, False) for surface, cases in found.items()),
        *((surface, (Case.POSSESSIVE,), True) for surface in dict.fromkeys(borrowed)),
    )
