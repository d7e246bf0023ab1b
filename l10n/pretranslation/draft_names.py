"""Names in drafts: kept from the service where their form is certain, and set right in what it makes of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.languages.grammar import SIX_CASES, Case
from l10n.model import Edit, apply_edits
from l10n.names import (
    Inconsistency,
    Lexicon,
    NameContext,
    NameEntry,
    NamePart,
    Occurrence,
    OriginalText,
    Referent,
    SentenceContext,
    SurfaceForms,
    choose_target,
    fix_names,
    inconsistencies,
    missing_names,
    parts_of,
    read_names,
    rewrite_occurrence,
    unmix_scripts,
)
from l10n.pretranslation.draft_cases import case_edits, governed_cases, source_cases, usual_edits, wanted_case
from l10n.pretranslation.draft_recognition import match_garbled_names
from l10n.pretranslation.masking import Shield
from l10n.pretranslation.services.base import Spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A text as it is sent, its names as the source locale writes them; those that are shielded, and how the target
    writes the others."""

    text: str
    shields: tuple[Shield, ...]
    spellings: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A draft whose names are right, but for the entries in `unplaced`: of those a person has to see to it."""

    text: str
    unplaced: tuple[str, ...]


def shielded(text: str, source_locale: str, locale: str, lexicon: Lexicon) -> Named:
    """Return a text with its registered names ready to be sent.

    A name whose form in the target does not hang on its sentence is shielded. Another is sent as the source locale
    prefers it, which programs know best, and looked for afterwards (`settle`).
    """
    clean = fix_names(text, source_locale, lexicon)[0] if source_locale in lexicon.locales else text
    if locale not in lexicon.locales:
        return Named(text=clean, shields=(), spellings=())
    found = read_names(clean, source_locale, lexicon)
    context = NameContext(clean, lexicon, locale, occurrences=found.occurrences, expected=found.expected)
    shields: list[Shield] = []
    spellings: dict[str, Spelling] = {}
    for index, occurrence in enumerate(found.occurrences):
        entry = occurrence.entry
        if len(occurrence.entries) > 1 or found.referent(index, entry) is not Referent.REGISTERED:
            continue
        if not lexicon.entries[entry].is_decided(locale):
            continue
        sense = occurrence.senses[0]
        target = choose_target(context, index, sense)
        forms = lexicon.forms_of(entry, locale, target.form, sense.part)
        is_certain = _is_plain(lexicon.entries[entry], context) or len(_surfaces(forms)) == 1
        if target.surface is None or not is_certain or target.surface[0].islower():
            spellings[clean[occurrence.start : occurrence.end]] = Spelling(
                written=clean[occurrence.start : occurrence.end], forms=_surfaces(forms)
            )
        else:
            shields.append(_shield(context, occurrence, index, target.surface))
    return Named(text=clean, shields=tuple(shields), spellings=tuple(spellings.values()))


def _is_plain(entry: NameEntry, context: NameContext) -> bool:
    """Tell whether a sentence in the locale has the name as it is looked up, whatever stands around it."""
    if not context.language.inflection:
        return entry.locales[context.locale].indeclinable
    return not context.language.declines


def _surfaces(forms: SurfaceForms) -> tuple[str, ...]:
    written = (forms.written(case) for case in SIX_CASES)
    return tuple(dict.fromkeys(surface for surface in (forms.form, *written) if surface))


def _shield(context: NameContext, occurrence: Occurrence, index: int, surface: str) -> Shield:
    rewriting = rewrite_occurrence(context, occurrence, context.occurrences[index].senses[0], surface)
    text = context.text
    if rewriting.start >= rewriting.end:  # it is right already
        replacement = text[occurrence.start : occurrence.end]
        return Shield(start=occurrence.start, end=occurrence.end, replacement=replacement, is_name=True)
    start = min(occurrence.start, rewriting.start)
    replacement = text[start : rewriting.start] + rewriting.replacement + text[rewriting.end : occurrence.end]
    return Shield(start=start, end=occurrence.end, replacement=replacement, is_name=True)


def settle(text: str, source: str, source_locale: str, locale: str, lexicon: Lexicon) -> Settled:
    """Return a draft with every registered name of its source in the form its sentence needs, where that can be told.

    What the service made of a name is known by its sound and by what the source names; a name it did not decline is put
    into the case of its place.
    """
    if locale not in lexicon.locales:
        return Settled(text=text, unplaced=())
    original = OriginalText(text=source, locale=source_locale)
    fixed, _ = fix_names(unmix_scripts(text, locale), locale, lexicon, original)
    for find in (inconsistencies, match_garbled_names, inconsistencies):
        open_ones = find(fixed, locale, lexicon, original)
        fixed = apply_edits(fixed, _edits(open_ones, fixed, locale, lexicon, original))
    answer = case_edits(fixed, locale, lexicon, original)
    fixed = apply_edits(fixed, answer.edits)
    fixed = apply_edits(fixed, usual_edits(fixed, locale, lexicon, original))
    left = (found.entry for found in inconsistencies(fixed, locale, lexicon, original))
    missing = missing_names(fixed, locale, lexicon, original)
    return Settled(text=fixed, unplaced=tuple(dict.fromkeys([*left, *answer.untold, *missing])))


def _edits(
    found_ones: Sequence[Inconsistency], text: str, locale: str, lexicon: Lexicon, original: OriginalText
) -> list[Edit]:
    """Return the edits of what is certain, and of the names whose case the draft leaves open and the source tells."""
    edits: list[Edit] = []
    for found in found_ones:
        if found.edit is not None:
            edits.append(found.edit)
        if found.edit is not None or not found.choices:
            continue
        # without a preposition only the genitive is sure: «фильм Тома Круза», but «на базе Байконур»
        governed = governed_cases(SentenceContext(text, locale), found.start)
        case = wanted_case(governed, source_cases(found.entry, original, lexicon))
        if case is None:
            continue
        part = next(
            (part for part in NamePart if _written(found, part, None, locale, lexicon) == found.expected),
            None,
        )
        surface = _written(found, part, case, locale, lexicon) if part else None
        if surface in found.choices and surface is not None:
            edits.append(Edit(start=found.start, end=found.end, replacement=surface))
    return edits


def _written(
    found: Inconsistency, part: NamePart, case: Case | None, locale: str, lexicon: Lexicon
) -> str | None:
    """Return a part of the preferred form of an entry in a case, or as it is looked up; None without such a part."""
    entry = lexicon.entries[found.entry]
    preferred = entry.locales[locale].preferred
    if part not in parts_of(preferred, entry):
        return None
    forms = lexicon.forms_of(found.entry, locale, preferred, part)
    return forms.written(case) if case else forms.form
