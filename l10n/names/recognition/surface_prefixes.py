"""How the surfaces of a name begin, told without making them: declension changes the ends of words only.

Laws:
- Every surface of an entry in a locale begins, at its first word, with one of its beginnings.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from l10n.languages.grammar import Kind
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.ru import petrovich
from l10n.names.inflection.person_rules import person_rules
from l10n.names.recognition.surface_trie import first_word
from l10n.names.registry.entries import LocaleForms, NameEntry
from l10n.names.text.folding import changes_length, fold_form

_PARTS_OF_PERSON = 3  # a given name, a patronymic, a surname: each may come first


def beginnings(entry: NameEntry, locale: str, locales: Sequence[str]) -> frozenset[str] | None:
    """Return how the surfaces of `entry` in `locale` begin, folded; None when it cannot be told cheaply.

    `locales` are those of the project, whose possessives the forms may borrow.
    """
    removed = _most_removed(locale, tuple(locales))
    found = set()
    for form in _written(entry.locales[locale]):
        if changes_length(form) or _is_irregular(form, entry, locale):
            return None
        rest = " ".join(fold_form(form).split())
        for _ in range(_PARTS_OF_PERSON if entry.kind is Kind.PERSON else 1):
            first = first_word(rest)
            if first is None or len(first) <= removed:
                return None
            found.add(first[: len(first) - removed])
            rest = rest.partition(" ")[2]
            if not rest:
                break
    return frozenset(found)


def _written(forms: LocaleForms) -> Iterable[str]:
    """Yield the forms of a locale, and the cases the registry gives to them."""
    for _, form in forms.by_status():
        yield form
        yield from forms.cases.get(form, ())


def _is_irregular(form: str, entry: NameEntry, locale: str) -> bool:
    """Tell whether a word of it may have cases of its own, whose beginnings no rule tells: Лев, Льва."""
    return entry.kind is Kind.PLACE and any(word in form for word in inflection_of(locale).places.forms)


@cache
def _most_removed(locale: str, locales: tuple[str, ...]) -> int:
    """Return how many letters a rule takes off a word at most."""
    languages = [inflection_of(some) for some in (locale, *locales)]
    own = languages[0]
    others = [language for language in languages[1:] if not language.declines and not own.declines]
    return max(
        petrovich.most_removed() if own.declines else 0,
        person_rules(locale).most_removed(),
        *(rule.remove for rule in own.places.adjectives),
        *(rule.remove for language in (own, *others) for rule in language.endings),
        0,
    )
