"""The names in a text whose case can be judged, each as its parts that stand next to each other.

Nothing of which something is uncertain is among them: an occurrence that somebody else may bear, a form that is not
right, a name that nobody has approved, a part of a longer name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from l10n.languages.grammar import SIX_CASES, Case, Gender, Kind
from l10n.names.inflection.persons import bases_of, family_forms
from l10n.names.inflection.surface_forms import Part
from l10n.names.recognition.name_context import Context, Verdict
from l10n.names.recognition.occurrences import Occurrence
from l10n.names.recognition.surface_trie import Reading
from l10n.names.registry.entries import FormStatus
from l10n.names.text.sentence_context import BLANKS

_KINDS = (Kind.PERSON, Kind.PLACE)
_NUMBER = re.compile(r"[^\S\r\n]+\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePart:
    """One occurrence of a name, or of a part of one, whose case is certain enough to be judged.

    `may_be_hers` tells whether a man's surname may as well be a woman's: «К Сергею Морозова пришла вечером».
    """

    index: int
    occurrence: Occurrence
    readings: tuple[Reading, ...]
    shown: frozenset[Case]
    may_be_hers: bool = False


def names(context: Context) -> Iterator[Sequence[NamePart]]:
    """Yield the certain names, each as its parts that stand next to each other: «Екатериной» and «Щербакова»."""
    index = 0
    while index < len(context.occurrences):
        parts = [index]
        while _continues(context, parts[-1]):
            parts.append(parts[-1] + 1)
        certain = [part for place in parts if (part := _part(context, place))]
        if len(certain) == len(parts):
            yield certain
        index = parts[-1] + 1


def _continues(context: Context, index: int) -> bool:
    """Tell whether another part of the same name follows, with only blanks between."""
    following = context.same_name(index, context.occurrences[index].entry, 1)
    return following is not None and (
        BLANKS.fullmatch(context.text, context.occurrences[index].end, following.start) is not None
    )


def surnames_of_men(context: Context) -> Iterator[tuple[int, Occurrence]]:
    """Yield the index of a woman's given name, and behind it her surname in a form that a man has and she has not."""
    for index, (given, surname) in enumerate(pairwise(context.occurrences)):
        here = [reading for reading in given.readings if reading.locale == context.locale]
        is_name = given.part is Part.GIVEN and surname.part is Part.SURNAME and given.evidence is None
        is_whole = BLANKS.fullmatch(context.text, given.end, surname.start) and not (
            _is_joined(context.text, surname) or _is_joined(context.text, given)
        )
        if is_name and is_whole and here and all(_is_of_a_woman(context, reading) for reading in here):
            word = context.text[surname.start : surname.end].casefold()
            families = [reading.form.rsplit(maxsplit=1)[-1] for reading in here]
            is_his, is_hers = (
                any(word in family_forms(name, context.locale, gender) for name in families)
                for gender in (Gender.MALE, Gender.FEMALE)
            )
            if is_his and not is_hers:
                yield index, surname


def _is_of_a_woman(context: Context, reading: Reading) -> bool:
    entry = context.lexicon.entries[reading.entry]
    return entry.gender is Gender.FEMALE and entry.is_decided(context.locale)


def _part(context: Context, index: int) -> NamePart | None:
    """Return the occurrence as a part that can be judged; None for one of which something is uncertain."""
    occurrence = context.occurrences[index]
    readings = tuple(reading for reading in occurrence.readings if reading.locale == context.locale)
    if occurrence.evidence is not None or not readings or _is_in_longer_name(context, index):
        return None
    for reading in readings:
        entry = context.lexicon.entries[reading.entry]
        is_ours = context.verdict(index, reading.entry) is Verdict.OURS
        is_right = reading.status in (FormStatus.PREFERRED, FormStatus.ADMITTED)
        if not (is_ours and is_right and entry.is_decided(context.locale) and entry.kind in _KINDS):
            return None
        forms = context.lexicon.forms_of(reading.entry, context.locale, reading.form, reading.part)
        if any(forms.written(case) is None for case in SIX_CASES):
            return None
    shown = frozenset(case for reading in readings for case in reading.cases)
    if not shown <= set(SIX_CASES) or _is_joined(context.text, occurrence):
        return None
    may_be_hers = any(_may_be_hers(context, reading) for reading in readings)
    return NamePart(
        index=index, occurrence=occurrence, readings=readings, shown=shown, may_be_hers=may_be_hers
    )


def _may_be_hers(context: Context, reading: Reading) -> bool:
    if reading.part is not Part.SURNAME:
        return False
    surname = reading.form.rsplit(maxsplit=1)[-1]
    his, hers = bases_of(surname, context.locale)
    return surname.casefold() in his and reading.surface.casefold() in hers - his


def _is_in_longer_name(context: Context, index: int) -> bool:
    """Tell whether an unknown name stands beside it; in a line of capitals nobody can tell, but a full name ends."""
    occurrence = context.occurrences[index]
    in_capitals = context.text[occurrence.start : occurrence.end].isupper()
    if in_capitals and occurrence.part in (Part.FULL, Part.WITH_PATRONYMIC):
        return False
    return context.is_in_longer_name(index)


def _is_joined(text: str, occurrence: Occurrence) -> bool:
    """Tell whether a hyphen, a quotation mark or an apostrophe makes the name a part of something else."""
    if _NUMBER.match(text, occurrence.end):  # на Россия 1
        return True
    return text[occurrence.end : occurrence.end + 1] in tuple("-»”“\"'’") or (
        occurrence.start > 0 and text[occurrence.start - 1] in '-«„“"'
    )
