"""Which registered names a text has, and which of those of its original a translation lacks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from l10n.languages.grammar import Kind
from l10n.languages.inflection_rules import inflection_of
from l10n.names.inflection.persons import has_family_form
from l10n.names.inflection.possible_forms import may_be_in, may_be_spelled
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.misspellings import misspelled_names
from l10n.names.recognition.name_context import NameContext, Referent
from l10n.names.registry.entries import NameEntry
from l10n.remembering import remembered

_SHORTEST_STEM = 3  # letters of the name of a place that a word made of it keeps, half of them at least
# texts: what reads a catalog asks several things about a message before the next; what a source names is asked
# again for every locale, and takes little room
_REMEMBERED, _REMEMBERED_IDS = 4_000, 16_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalText:
    """The text that was translated: what it surely names is expected in the translation.

    `in_full` are the ids of the names that its document has in full somewhere: a word of them alone is one of them.
    """

    text: str
    locale: str
    in_full: frozenset[str] = frozenset()


@remembered(_REMEMBERED)
def read_names(text: str, locale: str, lexicon: Lexicon, original: OriginalText | None = None) -> NameContext:
    """Return the text with the registered names in it, and what can only be one of them; remembered."""
    expected = _certain_names(original, lexicon) if original else ()
    context = (
        NameContext(
            text,
            lexicon,
            locale,
            expected=expected,
            original=_registered(original.text, original.locale, lexicon),
        )
        if original
        else _registered(text, locale, lexicon)
    )
    more = misspelled_names(context)
    if not more:
        return context
    occurrences = sorted((*context.occurrences, *more), key=lambda occurrence: occurrence.start)
    return NameContext(
        text, lexicon, locale, occurrences=occurrences, expected=expected, original=context.original
    )


@remembered(16)  # a source is asked for the names in it, and then read
def _registered(text: str, locale: str, lexicon: Lexicon) -> NameContext:
    return NameContext(text, lexicon, locale)


def names_in(text: str, lexicon: Lexicon, locale: str | None = None) -> tuple[str, ...]:
    """Return the ids of the names in `text`, however they are spelled, in order of first appearance.

    `locale` is that of the text: its titles and sentence openers help to tell names from other persons' names.
    """
    return _names_in(text, lexicon, locale or "")


@remembered(_REMEMBERED_IDS)
def _names_in(text: str, lexicon: Lexicon, locale: str) -> tuple[str, ...]:
    context = _registered(text, locale, lexicon)
    return tuple(
        dict.fromkeys(
            entry_id
            for index, occurrence in enumerate(context.occurrences)
            for entry_id in occurrence.entries
            if context.referent(index, entry_id) is not Referent.ANOTHER
        )
    )


@remembered(_REMEMBERED_IDS)
def _certain_names(original: OriginalText, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the ids of the names that an original surely has, in order of first appearance."""
    context = _registered(original.text, original.locale, lexicon)
    return tuple(
        dict.fromkeys(
            entry_id
            for index, occurrence in enumerate(context.occurrences)
            for entry_id in occurrence.entries
            if context.is_certain(index, entry_id, original.in_full)
        )
    )


def missing_names(text: str, locale: str, lexicon: Lexicon, original: OriginalText) -> tuple[str, ...]:
    """Return the ids of the names surely in `original` that its translation `text` does not name, however spelled.

    A place is also named by a word made of its name: российский for Россия; a person by any form of the surname. What
    has no form in `locale` cannot be missed there.
    """
    named = {
        entry_id
        for occurrence in read_names(text, locale, lexicon, original).occurrences
        for entry_id in occurrence.entries
    }
    return tuple(
        entry_id
        for entry_id in _certain_names(original, lexicon)
        if entry_id not in named
        and locale in lexicon.entries[entry_id].locales
        and not _is_hinted_at(text, lexicon.entries[entry_id], locale)
    )


def names_in_full(texts: Iterable[str], locale: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the ids of the names that some of the texts of a document, in `locale`, have with more than one word."""
    return frozenset(entry_id for text in texts for entry_id in _named_in_full(text, lexicon, locale))


def with_names_in_full(original: OriginalText, in_full: frozenset[str], lexicon: Lexicon) -> OriginalText:
    """Return an original that knows which names its document has in full; the same one where that tells no more."""
    if not in_full:
        return original
    more = in_full.intersection(_names_in(original.text, lexicon, original.locale))
    more -= frozenset(_certain_names(original, lexicon))
    return replace(original, in_full=more) if more else original


@remembered(_REMEMBERED_IDS)
def _named_in_full(text: str, lexicon: Lexicon, locale: str) -> tuple[str, ...]:
    return tuple(
        entry_id
        for occurrence in _registered(text, locale, lexicon).occurrences
        if len(text[occurrence.start : occurrence.end].split()) > 1
        for entry_id in occurrence.entries
    )


def _is_hinted_at(text: str, entry: NameEntry, locale: str) -> bool:
    forms = [form for _, form in entry.locales[locale].by_status()]
    if not inflection_of(locale).inflection and may_be_in(text, forms):
        return True
    if entry.kind is Kind.PERSON and inflection_of(locale).declines:
        return has_family_form(text, entry.preferred(locale), locale)
    if entry.kind is not Kind.PLACE:
        return inflection_of(locale).declines and any(may_be_spelled(text, form) for form in forms)
    stems = tuple(form.casefold()[: max(_SHORTEST_STEM, len(form) // 2)] for form in forms)
    return any(word.casefold().startswith(stems) for word in re.findall(r"\w+", text))
