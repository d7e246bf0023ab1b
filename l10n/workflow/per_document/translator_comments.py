"""Comments for the translator of a text: how this locale writes the names, times and quantities in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog.catalog import Catalog, Message
from l10n.errors import ConfigurationError
from l10n.languages.tags import are_of_one_language
from l10n.names import Lexicon
from l10n.remembering import remembered

if TYPE_CHECKING:
    from l10n.names import NamePart

_LINE_END = re.compile(r"(?:(?<![ \t])[ \t]++)?+[\r\n]\s*")
NamesByText = Mapping[str, Sequence[tuple[str, str, "NamePart"]]]


def names_by_text(catalog: Catalog, lexicon: Lexicon, locale: str) -> NamesByText:
    """Return for each msgid with names in it, how it writes each name, whose it is, and which part of it."""
    named: dict[str, list[tuple[str, str, NamePart]]] = {}
    if not lexicon.entries:
        return named
    from l10n.names import (
        find_names,
        names_in,  # what measures similarity is slow to import
    )

    for message in catalog.live:
        text, seen = message.msgid, set[str]()
        ours = names_in(text, lexicon, locale)
        for found in find_names(text, lexicon) if ours else ():
            if found.entry in ours and found.entry not in seen:
                seen.add(found.entry)
                named.setdefault(text, []).append((text[found.start : found.end], found.entry, found.part))
    return named


def with_comments(
    message: Message, locale: str | None, source_locale: str, lexicon: Lexicon, named: NamesByText
) -> Message:
    """Return the message with comments that say how this locale (None: nobody yet) writes what is in it."""
    comments: list[str] = []
    if message.msgid in named:
        spelled = (
            f"{_on_one_line(written)} → {_spelling(lexicon, entry, part, locale)}"
            for written, entry, part in named[message.msgid]
            if locale is None or locale in lexicon.entries[entry].locales
        )
        if said := "; ".join(spelled):
            comments.append(f"names: {said}")
    if written := _facts(message.msgid, source_locale, locale):
        comments.append(f"locale formats: {'; '.join(f'{text} → {form}' for text, form in written.items())}")
    if not comments:
        return message
    return replace(message, extracted_comments=(*message.extracted_comments, *comments))


def _on_one_line(quoted: str) -> str:
    """Return what a comment quotes without its line ends: a name and a quantity may stand on two lines."""
    return _LINE_END.sub(" ", quoted)


def _facts(text: str, source_locale: str, locale: str | None) -> Mapping[str, str]:
    """Return the times and quantities of a text as another language writes them, by how they are written in it."""
    is_same = locale is None or are_of_one_language(locale, source_locale)
    if locale is None or is_same or not any(map(str.isdigit, text)):
        return {}
    from l10n.checks.comparison.masking import masked
    from l10n.conventions.locale_formats import forms as facts_of
    from l10n.conventions.locale_formats import may_differ

    try:
        is_telling = may_differ(text, source_locale) and may_differ(prose := masked(text), source_locale)
        found = facts_of(prose, source_locale, locale) if is_telling else ()
        return {text: form for written, form in found if (text := _on_one_line(written)) != form}
    except ConfigurationError:  # a locale CLDR does not know can still be translated into
        return {}


@remembered(10_000)
def _spelling(lexicon: Lexicon, entry_id: str, part: "NamePart", locale: str | None) -> str:
    """Return how a locale writes this part of a name, with what else it may write; the native form for none."""
    entry = lexicon.entries[entry_id]
    if locale is None:
        return entry.native
    from l10n.names import NamePart, parts_of

    known = entry.locales[locale]
    doubt = "" if entry.is_decided(locale) else " (proposed)"
    if part in parts_of(known.preferred, entry):
        preferred = lexicon.forms_of(entry_id, locale, known.preferred, part).form
    else:
        preferred = known.preferred
    admitted = ", ".join(known.admitted) if part is NamePart.FULL else ""
    return f"{preferred} (or {admitted}){doubt}" if admitted else f"{preferred}{doubt}"
