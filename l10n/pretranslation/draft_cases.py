"""The case of names in a draft whose service did not decline them: «с Клим Шипенко», «о Тома Крузе».

What a person wrote is believed in whatever case it stands (`names.consistency`); a program often leaves a name it does
not know as it is. So a name behind a preposition that cannot govern its case, or whose parts stand in two cases, is put
into the case that preposition asks for; where it asks for several, the source tells which.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from l10n.errors import RegistryError
from l10n.languages.grammar import SIX_CASES, Case
from l10n.languages.tags import language_subtag
from l10n.model import Edit
from l10n.names import (
    FormStatus,
    Lexicon,
    NameContext,
    NamePart,
    Occurrence,
    OriginalText,
    SentenceContext,
    read_names,
)
from l10n.remembering import remembered

_UNDECLINED = frozenset((Case.NOMINATIVE,))
_RIGHT = (FormStatus.PREFERRED, FormStatus.ADMITTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAnswer:
    """The edits that put names into the case of their place, and the entries whose case nobody can tell."""

    edits: tuple[Edit, ...]
    untold: tuple[str, ...]


def case_edits(text: str, locale: str, lexicon: Lexicon, original: OriginalText) -> CaseAnswer:
    """Return what to change in the cases of the names of a draft; nothing for a language without cases."""
    context = read_names(text, locale, lexicon, original)
    edits: list[Edit] = []
    untold: list[str] = []
    for group in _groups(context) if context.language.declines else ():
        entry, start = group[0].entry, group[0].start
        if not lexicon.entries[entry].is_decided(locale):
            continue  # a machine's idea of a name changes no text
        shown = _shown(group, locale)
        governed = governed_cases(context, start)
        said = source_cases(entry, original, lexicon)
        is_odd = shown == _UNDECLINED and not governed and not context.starts_sentence(start)
        if is_odd and Case.POSSESSIVE in said:
            untold.append(entry)  # most likely; a person looks at it
        elif shown & (governed or frozenset(SIX_CASES)):
            if is_odd and is_object(entry, original, lexicon):
                untold.append(entry)
            continue
        case = wanted_case(governed, said) or (
            None if governed or shown else _oblique(group, locale, lexicon)
        )
        surfaces = [_surface(found, locale, case, lexicon) for found in group] if case else []
        if not surfaces or None in surfaces:
            untold.append(entry)
            continue
        edits += (
            Edit(start=found.start, end=found.end, replacement=surface)
            for found, surface in zip(group, surfaces, strict=True)
            if surface is not None and surface != text[found.start : found.end]
        )
    return CaseAnswer(edits=tuple(edits), untold=tuple(untold))


def usual_edits(text: str, locale: str, lexicon: Lexicon, original: OriginalText) -> tuple[Edit, ...]:
    """Return what to change in names that stand in a form people also use: a draft has the one to write (Тюриным)."""
    context = read_names(text, locale, lexicon, original)
    edits = []
    for occurrence in context.occurrences if context.language.declines else ():
        sense = next((known for known in occurrence.senses if known.locale == locale), None)
        if sense is None or not lexicon.entries[sense.entry].is_decided(locale):
            continue
        forms = lexicon.forms_of(sense.entry, locale, sense.form, sense.part)
        written = {forms.written(case) for case in sense.cases}
        found = text[occurrence.start : occurrence.end]
        if found == sense.surface and len(written) == 1 and (usual := written.pop()) not in (None, found):
            edits.append(Edit(start=occurrence.start, end=occurrence.end, replacement=str(usual)))
    return tuple(edits)


@remembered(1_000)  # asked for each time a draft has the name
def source_cases(entry: str, original: OriginalText, lexicon: Lexicon) -> frozenset[Case]:
    """Return the cases that the word before a name in its source may ask for; none when it does not say, or differs.

    POSSESSIVE is the genitive that needs no preposition.
    """
    context = read_names(original.text, original.locale, lexicon)
    language = language_subtag(original.locale)
    found: set[frozenset[Case]] = set()
    for index, occurrence in enumerate(context.occurrences):
        if entry not in occurrence.entries or context.same_name(index, entry, -1):
            continue
        if any(Case.POSSESSIVE in sense.cases for sense in occurrence.senses):
            found.add(frozenset((Case.POSSESSIVE,)))
        else:
            found.add(_asked_for(context, occurrence.start, language))
    return found.pop() if len(found) == 1 else frozenset()


def wanted_case(governed: frozenset[Case], said: frozenset[Case]) -> Case | None:
    """Return the one case that a preposition of the translation and the word in the source agree on.

    `governed` is empty where no preposition stands before the name: then only a possessive is sure.
    """
    if Case.POSSESSIVE in said:
        said = frozenset((Case.GENITIVE,))
    elif not governed:
        return None
    possible = governed if len(governed) == 1 else (governed or said) & said
    return next(iter(possible)) if len(possible) == 1 else None


@remembered(1_000)
def is_object(entry: str, original: OriginalText, lexicon: Lexicon) -> bool:
    """Return whether a name in its source looks like an object: behind a verb or noun, and no verb behind it.

    In a language with cases it then hardly stands in the nominative.
    """
    context = read_names(original.text, original.locale, lexicon)
    for index, occurrence in enumerate(context.occurrences):
        if entry not in occurrence.entries or context.same_name(index, entry, -1):
            continue
        last = context.same_name(index, entry, 1) or occurrence
        before, after = context.word_before(occurrence.start), context.word_after(last.end)
        is_behind = before is not None and before[0].islower() and not _is_beside(context, before[0])
        is_before = after is not None and after[0].islower() and not _is_beside(context, after[0])
        if is_behind and not is_before:
            return True
    return False


def _is_beside(context: SentenceContext, word: str) -> bool:
    """Return whether a word is an article, a preposition, another small word of the language, or a title."""
    folded = word.casefold()
    small = folded in context.language.function_words or folded in governing(language_subtag(context.locale))
    return small or context.is_title(word)


def _asked_for(context: SentenceContext, start: int, language: str) -> frozenset[Case]:
    """Return the cases for the word before `start`, an article and a title left aside."""
    for _ in range(3):
        before = context.word_before(start)
        if before is None:
            return frozenset()
        word = before[0].casefold()
        if word in governing(language):
            return governing(language)[word]
        if not _is_beside(context, word) or before[0][0].isupper():
            return frozenset()
        start = before[1]
    return frozenset()


def _groups(context: NameContext) -> list[tuple[Occurrence, ...]]:
    """Return the names that are spelled right, each with its parts, in order."""
    groups: list[tuple[Occurrence, ...]] = []
    for index, occurrence in enumerate(context.occurrences):
        if len(occurrence.entries) > 1 or occurrence.status(context.locale) not in _RIGHT:
            continue
        before = context.same_name(index, occurrence.entry, -1)
        if before and groups and groups[-1][-1] is before:
            groups[-1] = (*groups[-1], occurrence)
        else:
            groups.append((occurrence,))
    return groups


def _shown(group: Sequence[Occurrence], locale: str) -> frozenset[Case]:
    """Return the cases that all parts of a name may stand in; all six where nothing is shown."""
    shown = frozenset(SIX_CASES)
    for occurrence in group:
        shown &= frozenset(occurrence.cases(locale)) or shown
    return shown


def _oblique(group: Sequence[Occurrence], locale: str, lexicon: Lexicon) -> Case | None:
    """Return the case of the parts that were declined, where others were left in the nominative: Юрий Борисову."""
    declined = [found for found in group if Case.NOMINATIVE not in found.cases(locale)]
    shown = _shown(declined, locale) if 0 < len(declined) < len(group) else frozenset()
    surfaces = {tuple(_surface(found, locale, case, lexicon) for found in group): case for case in shown}
    return next(iter(surfaces.values())) if len(surfaces) == 1 else None


def governed_cases(context: SentenceContext, start: int) -> frozenset[Case]:
    """Return the cases the preposition before `start` governs; none where no preposition stands there."""
    before = context.word_before(start)
    return context.language.prepositions.get(before[0].casefold(), frozenset()) if before else frozenset()


def _surface(found: Occurrence, locale: str, case: Case | None, lexicon: Lexicon) -> str | None:
    sense = next((sense for sense in found.senses if sense.locale == locale), None)
    if sense is None or case is None or sense.part not in tuple(NamePart):
        return None
    return lexicon.forms_of(sense.entry, locale, sense.form, sense.part).written(case)


@cache
def governing(language: str) -> Mapping[str, frozenset[Case]]:
    """Return the cases for each word of a source language. Raises RegistryError when the table is broken."""
    path = Path(__file__).parent / "governing.toml"
    found: dict[str, frozenset[Case]] = {}
    try:
        for case, words in tomllib.loads(path.read_text(encoding="utf-8")).get(language, {}).items():
            for word in words:
                found[word] = found.get(word, frozenset()) | {Case(case)}
    except (ValueError, AttributeError) as error:
        raise RegistryError("this rule file cannot be read", where=path.name, why=str(error)) from error
    return found
