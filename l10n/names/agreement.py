"""Whether a name stands in the case that the text asks for: «к Юлия Пересильд», «Екатериной Щербакова».

Nothing is said where the text does not tell: of names whose forms are not known, of an occurrence that somebody
else may bear, of a form that may belong to another word (`government.is_loose`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.model import Edit
from l10n.names.consistency import Inconsistency
from l10n.names.context import Context, Verdict
from l10n.names.conventional import conventional, fold_key
from l10n.names.declension import Part
from l10n.names.entries import FormStatus, Kind
from l10n.names.government import Demand, demand_at, government_of, is_loose, is_one_clause, may_be_subject
from l10n.names.language import SIX_CASES, Case
from l10n.names.occurrences import Occurrence
from l10n.names.onomasticon import store
from l10n.names.person_rules import person_rules
from l10n.names.persons import bases_of
from l10n.names.replacement import rewrite
from l10n.names.surroundings import BLANKS
from l10n.names.tree import Reading

_KINDS = (Kind.PERSON, Kind.PLACE)
_NUMBER = re.compile(r"[^\S\r\n]+\d")
_NO_CASES: frozenset[Case] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One occurrence of a name, or of a part of one, whose case is certain enough to be judged."""

    index: int
    occurrence: Occurrence
    readings: tuple[Reading, ...]
    shown: frozenset[Case]


def disagreements(context: Context) -> tuple[Inconsistency, ...]:
    """Return the names in `context` that stand in a case their surroundings rule out, in order.

    `edit` is there where exactly one form fits, `choices` where several do. Only names somebody has approved are
    judged; a locale of which no government is known has none.
    """
    if government_of(context.locale) is None:
        return ()
    return tuple(found for parts in _names(context) for found in _judge(context, parts))


def _names(context: Context) -> Iterator[Sequence[_Part]]:
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


def _part(context: Context, index: int) -> _Part | None:
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
    if any(_is_of_a_woman(context, reading) for reading in readings):
        return None
    if not shown <= set(SIX_CASES) or _is_joined(context.text, occurrence):
        return None
    return _Part(index=index, occurrence=occurrence, readings=readings, shown=shown)


def _is_of_a_woman(context: Context, reading: Reading) -> bool:
    """Tell whether a man's surname may as well be a woman's: «К Сергею Морозова пришла вечером»."""
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


def _judge(context: Context, parts: Sequence[_Part]) -> Iterator[Inconsistency]:
    start, end = parts[0].occurrence.start, parts[-1].occurrence.end
    demand = demand_at(context, start)
    common = frozenset(SIX_CASES).intersection(*(part.shown for part in parts))
    if demand is None or demand.title:
        if not common:
            yield from _unequal(context, parts, demand)
        elif demand and _is_undeclined(context, parts, demand, end):
            yield from (_finding(context, part, demand.likely, demand) for part in parts)
        return
    wrong = [part for part in parts if not part.shown & demand.cases]
    if not wrong and not common & demand.cases:
        yield from _unequal(context, parts, demand)
    for part in wrong:
        if len(wrong) == len(parts) and _may_be_right(context, part, demand, end):
            return
        likely = demand.likely.intersection(*(other.shown for other in parts if other not in wrong))
        yield _finding(context, part, likely or demand.likely, demand)


def _may_be_right(context: Context, part: _Part, demand: Demand, end: int) -> bool:
    known = government_of(context.locale)
    if (
        known
        and Case.DATIVE in part.shown
        and demand.preposition in known.locatives
        and _is_place(context, part)
    ):
        return True
    if Case.NOMINATIVE in part.shown and not all(_declines(context, reading) for reading in part.readings):
        return True
    return is_loose(context, demand, part.shown, end)


def _is_place(context: Context, part: _Part) -> bool:
    return any(context.lexicon.entries[reading.entry].kind is Kind.PLACE for reading in part.readings)


def _declines(context: Context, reading: Reading) -> bool:
    """Tell whether the name is one that surely changes: many texts leave an exotic one as it is (Донггала, Ким)."""
    entry = context.lexicon.entries[reading.entry]
    rules = person_rules(context.locale)
    if reading.form in entry.locales[context.locale].cases or entry.language in rules.russian:
        return True
    if entry.kind is Kind.PERSON:
        return " " in reading.surface or len(reading.surface) > rules.short_letters
    name = fold_key(reading.form)
    is_listed = reading.form in context.language.places.forms or name in conventional().known
    return is_listed or store.names().weight("place", name) > 0


def _is_undeclined(context: Context, parts: Sequence[_Part], demand: Demand, end: int) -> bool:
    """Tell whether a person behind a preposition and a title is in the nominative, and cannot be a subject."""
    if any(part.shown & demand.cases or part.shown != {Case.NOMINATIVE} for part in parts):
        return False
    entries = [context.lexicon.entries[reading.entry] for part in parts for reading in part.readings]
    if any(entry.kind is not Kind.PERSON for entry in entries):
        return False
    if _has_subject(context, parts[0], demand):
        return True
    return not any(may_be_subject(context, demand, end, entry.gender) for entry in entries)


def _has_subject(context: Context, part: _Part, demand: Demand) -> bool:
    """Tell whether another registered person, in the nominative, stands before in the same clause."""
    if part.index == 0:
        return False
    before = context.occurrences[part.index - 1]
    known = [reading for reading in before.readings if reading.locale == context.locale]
    return (
        bool(known)
        and all(set(reading.cases) == {Case.NOMINATIVE} for reading in known)
        and all(context.lexicon.entries[reading.entry].kind is Kind.PERSON for reading in known)
        and part.readings[0].entry not in before.entries
        and is_one_clause(context.text, before.end, demand.start)
    )


def _unequal(context: Context, parts: Sequence[_Part], demand: Demand | None) -> Iterator[Inconsistency]:
    """Yield the part that is not in the case of the rest of its name: the one that was left undeclined."""
    asked = demand.cases if demand else frozenset(SIX_CASES)
    undeclined = [part for part in parts if part.shown == {Case.NOMINATIVE}]
    declined = [part for part in parts if part not in undeclined]
    cases = asked.intersection(*(part.shown for part in declined))
    if len(undeclined) == 1 and cases:
        yield _finding(context, undeclined[0], cases, demand, declined)
    else:
        yield _finding(context, parts[-1], _NO_CASES, demand, parts[:-1])


def _finding(
    context: Context, part: _Part, cases: frozenset[Case], demand: Demand | None, others: Sequence[_Part] = ()
) -> Inconsistency:
    occurrence = part.occurrence
    found = context.text[occurrence.start : occurrence.end]
    choices = _surfaces(context, part, cases)
    edit = None
    if len(choices) == 1:
        rewriting = rewrite(context, occurrence, part.readings[0], choices[0])
        edit = Edit(start=rewriting.start, end=rewriting.end, replacement=rewriting.replacement)
    rest = " ".join(context.text[other.occurrence.start : other.occurrence.end] for other in others)
    because = [f"“{found}” is {_listed(part.shown)} of {part.readings[0].entry}"]
    if demand:
        because.append(f"case: {_listed(demand.cases)}, from “{demand.source}”")
    because += [f"case: {_listed(other.shown)}, from “{rest}”" for other in others]
    if rest or demand is None:
        message = f"“{found}” is {_listed(part.shown)}, “{rest}” beside it is not"
    else:
        message = f"“{found}” is {_listed(part.shown)}, “{demand.source}” asks for {_listed(demand.cases)}"
    return Inconsistency(
        start=occurrence.start,
        end=occurrence.end,
        found=found,
        expected=choices[0] if len(choices) == 1 else found,
        entry=part.readings[0].entry,
        message=message,
        hint="" if edit else _hint(choices),
        edit=edit,
        because=tuple(because),
        choices=choices if len(choices) > 1 else (),
    )


def _surfaces(context: Context, part: _Part, cases: frozenset[Case]) -> tuple[str, ...]:
    """Return what the part is in any of `cases`, whoever of its entries it is, each form once."""
    forms = [
        context.lexicon.forms_of(reading.entry, context.locale, reading.form, reading.part)
        for reading in part.readings
    ]
    written = (some.written(case) for case in SIX_CASES if case in cases for some in forms)
    return tuple(dict.fromkeys(surface for surface in written if surface))


def _hint(choices: Sequence[str]) -> str:
    if not choices:
        return "decide which case is meant, and decline both alike"
    return f"the case cannot be told here; choose {' or '.join(f'“{choice}”' for choice in choices)}"


def _listed(cases: frozenset[Case]) -> str:
    return " or ".join(case for case in SIX_CASES if case in cases)
