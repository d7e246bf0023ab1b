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
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.recognition.name_context import NameContext, Referent
from l10n.names.recognition.occurrences import Occurrence
from l10n.names.recognition.surface_trie import SurfaceSense
from l10n.names.registry.entries import FormStatus
from l10n.names.text.sentence_context import SOFT_BLANKS

_KINDS = (Kind.PERSON, Kind.PLACE)
_NUMBER = re.compile(r"[^\S\r\n]+\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOccurrence:
    """One occurrence of a name, or of a part of one, whose case is certain enough to be judged.

    `may_be_hers` tells whether a man's surname may as well be a woman's: «К Сергею Морозова пришла вечером».
    """

    index: int
    occurrence: Occurrence
    senses: tuple[SurfaceSense, ...]
    shown: frozenset[Case]
    may_be_hers: bool = False


def names_by_parts(context: NameContext) -> Iterator[Sequence[PartOccurrence]]:
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


def _continues(context: NameContext, index: int) -> bool:
    """Tell whether another part of the same name follows, with only blanks between."""
    following = context.same_name(index, context.occurrences[index].entry, 1)
    return following is not None and (
        SOFT_BLANKS.fullmatch(context.text, context.occurrences[index].end, following.start) is not None
    )


def surnames_of_men(context: NameContext) -> Iterator[tuple[int, Occurrence]]:
    """Yield the index of a woman's given name, and behind it her surname in a form that a man has and she has not."""
    for index, (given, surname) in enumerate(pairwise(context.occurrences)):
        here = [sense for sense in given.senses if sense.locale == context.locale]
        is_name = given.part is NamePart.GIVEN and surname.part is NamePart.SURNAME and given.evidence is None
        is_whole = SOFT_BLANKS.fullmatch(context.text, given.end, surname.start) and not (
            _is_joined(context.text, surname) or _is_joined(context.text, given)
        )
        if is_name and is_whole and here and all(_is_of_a_woman(context, sense) for sense in here):
            word = context.text[surname.start : surname.end].casefold()
            families = [sense.form.rsplit(maxsplit=1)[-1] for sense in here]
            is_his, is_hers = (
                any(word in family_forms(name, context.locale, gender) for name in families)
                for gender in (Gender.MALE, Gender.FEMALE)
            )
            if is_his and not is_hers:
                yield index, surname


def _is_of_a_woman(context: NameContext, sense: SurfaceSense) -> bool:
    entry = context.lexicon.entries[sense.entry]
    return entry.gender is Gender.FEMALE and entry.is_decided(context.locale)


def _part(context: NameContext, index: int) -> PartOccurrence | None:
    """Return the occurrence as a part that can be judged; None for one of which something is uncertain."""
    occurrence = context.occurrences[index]
    senses = tuple(sense for sense in occurrence.senses if sense.locale == context.locale)
    if occurrence.evidence is not None or not senses or _is_in_longer_name(context, index):
        return None
    for sense in senses:
        entry = context.lexicon.entries[sense.entry]
        is_ours = context.referent(index, sense.entry) is Referent.REGISTERED
        is_right = sense.status in (FormStatus.PREFERRED, FormStatus.ADMITTED)
        if not (is_ours and is_right and entry.is_decided(context.locale) and entry.kind in _KINDS):
            return None
        forms = context.lexicon.forms_of(sense.entry, context.locale, sense.form, sense.part)
        if any(forms.written(case) is None for case in SIX_CASES):
            return None
    shown = frozenset(case for sense in senses for case in sense.cases)
    if not shown <= set(SIX_CASES) or _is_joined(context.text, occurrence):
        return None
    may_be_hers = any(_may_be_hers(context, sense) for sense in senses)
    return PartOccurrence(
        index=index, occurrence=occurrence, senses=senses, shown=shown, may_be_hers=may_be_hers
    )


def _may_be_hers(context: NameContext, sense: SurfaceSense) -> bool:
    if sense.part is not NamePart.SURNAME:
        return False
    surname = sense.form.rsplit(maxsplit=1)[-1]
    his, hers = bases_of(surname, context.locale)
    return surname.casefold() in his and sense.surface.casefold() in hers - his


def _is_in_longer_name(context: NameContext, index: int) -> bool:
    """Tell whether an unknown name stands beside it; in a line of capitals nobody can tell, but a full name ends."""
    occurrence = context.occurrences[index]
    in_capitals = context.text[occurrence.start : occurrence.end].isupper()
    if in_capitals and occurrence.part in (NamePart.FULL, NamePart.WITH_PATRONYMIC):
        return False
    return context.is_in_longer_name(index)


def _is_joined(text: str, occurrence: Occurrence) -> bool:
    """Tell whether a hyphen, a quotation mark or an apostrophe makes the name a part of something else."""
    if _NUMBER.match(text, occurrence.end):  # на Россия 1
        return True
    return text[occurrence.end : occurrence.end + 1] in tuple("-»”“\"'’") or (
        occurrence.start > 0 and text[occurrence.start - 1] in '-«„“"'
    )
