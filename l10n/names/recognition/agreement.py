"""Whether a name stands in the case that the text asks for: «к Юлия Пересильд», «Екатериной Щербакова».

Nothing is said where the text does not tell: of names whose forms are not known, of an occurrence that somebody
else may bear, of a form that may belong to another word (`government.is_loose`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.grammar import SIX_CASES, Case, Kind
from l10n.model import Edit
from l10n.names.inflection.government import (
    Demand,
    demand_at,
    ends_clause_of_verb,
    government_of,
    is_loose,
    may_be_subject,
)
from l10n.names.inflection.person_rules import person_rules
from l10n.names.recognition.adjacent_parts import PartOccurrence, names_by_parts, surnames_of_men
from l10n.names.recognition.consistency import Inconsistency
from l10n.names.recognition.correction import rewrite_occurrence
from l10n.names.recognition.name_context import NameContext
from l10n.names.recognition.surface_trie import SurfaceSense
from l10n.names.text.clauses import is_one_clause
from l10n.names.text.markup_signs import behind_signs, names_its_target
from l10n.names.transcription.onomasticon import store

_NO_CASES: frozenset[Case] = frozenset()


def case_disagreements(context: NameContext) -> tuple[Inconsistency, ...]:
    """Return the names in `context` that stand in a case their surroundings rule out, in order.

    `edit` is there where exactly one form fits, `choices` where several do. Only names somebody has approved are
    judged; a locale of which no government is known has none.
    """
    if government_of(context.locale) is None:
        return ()
    found = [one for parts in names_by_parts(context) for one in _judge(context, parts)]
    return tuple(sorted([*found, *_of_two_persons(context)], key=lambda one: one.start))


def _judge(context: NameContext, parts: Sequence[PartOccurrence]) -> Iterator[Inconsistency]:
    demand, end = _demand_on(context, parts[0].occurrence.start, parts[-1].occurrence.end)
    if any(part.may_be_hers for part in parts):
        yield from _of_either(context, parts, demand, end)
        return
    common = frozenset(SIX_CASES).intersection(*(part.shown for part in parts))
    if demand is None or demand.title or demand.phrase:
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


def _demand_on(context: NameContext, start: int, end: int) -> tuple[Demand | None, int]:
    """Return what the words before a name ask for, and where the name ends with the markup around it.

    Nothing is asked of a part of what is longer, or of the title of a heading.
    """
    text = context.text
    outer = behind_signs(text, end)
    if outer > end:
        after = context.word_after(outer)
        is_part = text[outer : outer + 1] in tuple("-»”“") or (after and context.looks_like_name(after[0]))
        if is_part or names_its_target(text, end):
            return None, outer
    return demand_at(context, start), outer


def _of_two_persons(context: NameContext) -> Iterator[Inconsistency]:
    """Yield a man's surname behind a woman's given name: «Он встретился с Еленой Зеленским.»

    It may be a word of its own («После встречи с Еленой Зеленским было решено…»), but not at the end of a clause whose
    verb, in the past and right before the preposition, asks for the given name.
    """
    for index, surname in surnames_of_men(context):
        given = context.occurrences[index]
        demand, end = _demand_on(context, given.start, surname.end)
        if demand and demand.likely == {Case.INSTRUMENTAL} and ends_clause_of_verb(context, demand, end):
            found, rest = context.text[surname.start : surname.end], context.text[given.start : given.end]
            yield Inconsistency(
                start=surname.start,
                end=surname.end,
                found=found,
                expected=found,
                entry=given.senses[0].entry,
                message=f"“{found}” is a man's form, but “{rest}” before it is a woman's name",
                hint="decide which person is meant",
                because=(
                    f"“{rest}” is the given name of {given.senses[0].entry}",
                    f"“{found}” is not a form of her name",
                ),
            )


def _of_either(
    context: NameContext, parts: Sequence[PartOccurrence], demand: Demand | None, end: int
) -> Iterator[Inconsistency]:
    """Yield a surname that is wrong whether a man bears it or a woman: «Мы пришли к Лаврова.»"""
    part, hers = parts[0], frozenset({Case.NOMINATIVE})
    if len(parts) > 1 or demand is None or demand.title or demand.phrase or part.shown & demand.cases:
        return
    if is_loose(context, demand, part.shown, end) or is_loose(context, demand, hers, end):
        return
    found = _finding(context, part, demand.likely, demand)
    his = " or ".join(f"“{form}”" for form in _surfaces(context, part, demand.likely))
    hint = f"decide whether a man is meant ({his} here), or a woman"
    yield replace(found, edit=None, expected=found.found, choices=(), hint=hint)


def _may_be_right(context: NameContext, part: PartOccurrence, demand: Demand, end: int) -> bool:
    known = government_of(context.locale)
    if (
        known
        and Case.DATIVE in part.shown
        and demand.preposition in known.locatives
        and _is_place(context, part)
    ):
        return True
    if Case.NOMINATIVE in part.shown and not all(_declines(context, sense) for sense in part.senses):
        return True
    return is_loose(context, demand, part.shown, end)


def _is_place(context: NameContext, part: PartOccurrence) -> bool:
    return any(context.lexicon.entries[sense.entry].kind is Kind.PLACE for sense in part.senses)


def _declines(context: NameContext, sense: SurfaceSense) -> bool:
    """Tell whether the name is one that surely changes: many texts leave an exotic one as it is (Донггала, Ким)."""
    entry = context.lexicon.entries[sense.entry]
    rules = person_rules(context.locale)
    if sense.form in entry.locales[context.locale].cases or entry.language in rules.russian:
        return True
    if entry.kind is Kind.PERSON:
        return " " in sense.surface or len(sense.surface) > rules.short_letters
    name = fold_key(sense.form)
    is_listed = sense.form in context.language.places.forms or name in established_forms().known
    return is_listed or store.names().weight("place", name) > 0


def _is_undeclined(context: NameContext, parts: Sequence[PartOccurrence], demand: Demand, end: int) -> bool:
    """Tell whether a person behind a preposition and a title is in the nominative, and cannot be a subject."""
    if any(part.shown & demand.cases or part.shown != {Case.NOMINATIVE} for part in parts):
        return False
    entries = [context.lexicon.entries[sense.entry] for part in parts for sense in part.senses]
    if any(entry.kind is not Kind.PERSON for entry in entries):
        return False
    if _has_subject(context, parts[0], demand):
        return True
    return not any(may_be_subject(context, demand, end, entry.gender) for entry in entries)


def _has_subject(context: NameContext, part: PartOccurrence, demand: Demand) -> bool:
    """Tell whether another registered person, in the nominative, stands before in the same clause."""
    if part.index == 0:
        return False
    before = context.occurrences[part.index - 1]
    known = [sense for sense in before.senses if sense.locale == context.locale]
    return (
        bool(known)
        and all(set(sense.cases) == {Case.NOMINATIVE} for sense in known)
        and all(context.lexicon.entries[sense.entry].kind is Kind.PERSON for sense in known)
        and part.senses[0].entry not in before.entries
        and is_one_clause(context.text, before.end, demand.start)
    )


def _unequal(
    context: NameContext, parts: Sequence[PartOccurrence], demand: Demand | None
) -> Iterator[Inconsistency]:
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
    context: NameContext,
    part: PartOccurrence,
    cases: frozenset[Case],
    demand: Demand | None,
    others: Sequence[PartOccurrence] = (),
) -> Inconsistency:
    occurrence = part.occurrence
    found = context.text[occurrence.start : occurrence.end]
    choices = _surfaces(context, part, cases)
    edit = None
    if len(choices) == 1:
        rewriting = rewrite_occurrence(context, occurrence, part.senses[0], choices[0])
        edit = Edit(start=rewriting.start, end=rewriting.end, replacement=rewriting.replacement)
    rest = " ".join(context.text[other.occurrence.start : other.occurrence.end] for other in others)
    because = [f"“{found}” is the {_listed(part.shown)} of {part.senses[0].entry}"]
    if demand:
        because.append(f"{_listed(demand.cases)} case, from “{demand.source}”")
    because += [f"{_listed(other.shown)} case, from “{rest}”" for other in others]
    if rest or demand is None:
        message = f"“{found}” is {_listed(part.shown)}, but “{rest}” beside it is not"
    else:
        message = (
            f"“{found}” is {_listed(part.shown)}, but “{demand.source}” requires {_listed(demand.cases)}"
        )
    return Inconsistency(
        start=occurrence.start,
        end=occurrence.end,
        found=found,
        expected=choices[0] if len(choices) == 1 else found,
        entry=part.senses[0].entry,
        message=message,
        hint="" if edit else _hint(choices),
        edit=edit,
        because=tuple(because),
        choices=choices if len(choices) > 1 else (),
    )


def _surfaces(context: NameContext, part: PartOccurrence, cases: frozenset[Case]) -> tuple[str, ...]:
    """Return what the part is in any of `cases`, whoever of its entries it is, each form once."""
    forms = [
        context.lexicon.forms_of(sense.entry, context.locale, sense.form, sense.part) for sense in part.senses
    ]
    written = (some.written(case) for case in SIX_CASES if case in cases for some in forms)
    return tuple(dict.fromkeys(surface for surface in written if surface))


def _hint(choices: Sequence[str]) -> str:
    if not choices:
        return "decide which case is meant, and put both in it"
    return f"the case is not certain here; choose {' or '.join(f'“{choice}”' for choice in choices)}"


def _listed(cases: frozenset[Case]) -> str:
    return " or ".join(case for case in SIX_CASES if case in cases)
