"""Whether the names in a text are spelled as its locale spells them, and what to write instead.

Left alone on purpose: somebody else's name (Yulia Navalnaya is not Yulia Peresild), titles that are only partly
there, ordinary words, and everything inside addresses, code and tags.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.errors import ConfigurationError, did_you_mean
from l10n.languages.grammar import Kind
from l10n.model import Edit, apply_edits
from l10n.names.inflection.possible_forms import may_be_form
from l10n.names.inflection.surface_forms import NamePart, parts_of
from l10n.names.recognition.correction import Rewriting, Target, choose_target, is_acronym, rewrite_occurrence
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.name_context import NameContext, Referent
from l10n.names.recognition.occurrences import Evidence, Occurrence
from l10n.names.recognition.registered_names import OriginalText, read_names
from l10n.names.recognition.surface_trie import SurfaceSense
from l10n.names.registry.entries import FormStatus, NameEntry

_PASSES = 4  # one is enough, unless a fixed name tells the case of its neighbour


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """A name at `text[start:end]` that is not written as the locale writes it; offsets in code points.

    `found` is that slice, `expected` what to write; where the case cannot be told `expected` is the form as it
    is looked up, `edit` is None and `hint` says what to choose from: the `choices`, if only the case is open.
    `because` holds the steps to it. `is_certain` is False where it may be another name after all.
    """

    start: int
    end: int
    found: str
    expected: str
    entry: str
    message: str
    hint: str = ""
    edit: Edit | None = None
    because: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    is_certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What one entry would have at an occurrence."""

    sense: SurfaceSense
    target: Target
    rewriting: Rewriting | None
    doubt: str


def inconsistencies(
    text: str, locale: str, lexicon: Lexicon, original: OriginalText | None = None
) -> tuple[Inconsistency, ...]:
    """Return every name in `text` that is not an allowed form of its entry in `locale`, in order.

    A preferred or admitted form of the locale, in any case, possessive or plural, is never a finding, even if
    another locale deprecates it; nor is, where the grammar of the locale is not known, what may be an inflected form
    of one. Only what a person has decided on gives an edit. A spelling that no entry has is a finding when it can
    only be a registered name (`misspellings`); with the `original` of a translation more can be told. Raises
    ConfigurationError for a locale the lexicon was not compiled for.
    """
    if locale not in lexicon.locales:
        raise ConfigurationError(
            f"the lexicon was not compiled for {locale!r}", hint=did_you_mean(locale, lexicon.locales)
        )
    return inconsistencies_in(read_names(text, locale, lexicon, original))


def inconsistencies_in(context: NameContext) -> tuple[Inconsistency, ...]:
    """Return the occurrences of a context that are not allowed forms of their entries, in order."""
    found = (_judge(context, index) for index in range(len(context.occurrences)))
    return tuple(inconsistency for inconsistency in found if inconsistency is not None)


def fix_names(
    text: str, locale: str, lexicon: Lexicon, original: OriginalText | None = None
) -> tuple[str, tuple[Inconsistency, ...]]:
    """Return `text` with every edit of `inconsistencies` made, and those that were made.

    Laws: nothing outside the names changes; no inconsistency with an edit is left; fixing again changes
    nothing. Should one edit make another possible, the offsets of the later ones are those of the text between.
    """
    applied: list[Inconsistency] = []
    for _ in range(_PASSES):
        safe = [finding for finding in inconsistencies(text, locale, lexicon, original) if finding.edit]
        if not safe:
            break
        applied += safe
        text = apply_edits(text, [finding.edit for finding in safe if finding.edit])
    return text, tuple(applied)


def _judge(context: NameContext, index: int) -> Inconsistency | None:
    occurrence = context.occurrences[index]
    judging = _judging_entries(occurrence, context)
    allowed = (FormStatus.PREFERRED, FormStatus.ADMITTED)
    if not judging or any(
        sense.entry in judging and sense.locale == context.locale and sense.status in allowed
        for sense in occurrence.senses
    ):
        return None
    if not context.language.inflection and _may_be_right(context, occurrence, judging):
        return None
    answers = []
    for entry_id in judging:
        referent = context.referent(index, entry_id)
        sense = _sense_of(occurrence, entry_id, context.locale)
        lost_in_capitals = is_acronym(sense.surface) and context.is_in_capitals(occurrence)
        if referent is not Referent.ANOTHER and not lost_in_capitals:
            answers.append(_answer(context, index, sense, referent))
    answers = [answer for answer in answers if not (answer.rewriting and _is_empty(answer.rewriting))]
    return _inconsistency(context, occurrence, answers) if answers else None


def _judging_entries(occurrence: Occurrence, context: NameContext) -> tuple[str, ...]:
    """Return the entries that say how an occurrence is to be written: those a person has decided on, if there are any.

    What is only proposed neither excuses nor doubts what is decided. An entry without a form in the locale says
    nothing.
    """
    entries = context.lexicon.entries
    known = tuple(entry for entry in occurrence.entries if context.locale in entries[entry].locales)
    return tuple(entry for entry in known if entries[entry].is_decided(context.locale)) or known


def _may_be_right(context: NameContext, occurrence: Occurrence, judging: Sequence[str]) -> bool:
    """Tell whether the words of an occurrence may be an inflected form of what the locale allows."""
    found = context.text[occurrence.start : occurrence.end]
    allowed = (
        form
        for entry in judging
        for status, form in context.lexicon.entries[entry].locales[context.locale].by_status()
        if status is not FormStatus.DEPRECATED
    )
    return may_be_form(found, allowed)


def _sense_of(occurrence: Occurrence, entry_id: str, locale: str) -> SurfaceSense:
    """Return the sense to work with: this locale's own (deprecated) form says more than another locale's.

    A spelling nobody registered may resemble several case forms alike: then it shows any of their cases.
    """
    senses = [sense for sense in occurrence.senses if sense.entry == entry_id]
    best = min(senses, key=lambda sense: sense.locale != locale)
    if occurrence.evidence is None:
        return best
    alike = (sense for sense in senses if (sense.locale, sense.form) == (best.locale, best.form))
    return best._replace(cases=tuple(dict.fromkeys(case for sense in alike for case in sense.cases)))


def _answer(context: NameContext, index: int, sense: SurfaceSense, referent: Referent) -> _Answer:
    target = choose_target(context, index, sense)
    rewriting = None
    if target.surface is not None:
        rewriting = rewrite_occurrence(context, context.occurrences[index], sense, target.surface)
    is_person = context.lexicon.entries[sense.entry].kind is Kind.PERSON
    doubt = ""
    if referent is Referent.UNCERTAIN:
        doubt = "if this is another person with the same surname, register that person, too"
    elif context.occurrences[index].evidence is Evidence.SPELLING:
        doubt = "if this is another name, register it, too"
    elif sense.locale != context.locale and (
        context.is_kept_phrase(index) or (not is_person and context.is_in_longer_name(index))
    ):
        doubt = "if this is part of a longer name, register that name, too"
    return _Answer(sense=sense, target=target, rewriting=rewriting, doubt=doubt)


def _is_empty(rewriting: Rewriting) -> bool:
    return rewriting.start >= rewriting.end


def _inconsistency(context: NameContext, occurrence: Occurrence, answers: list[_Answer]) -> Inconsistency:
    first = answers[0]
    rewriting = first.rewriting
    is_one = len({answer.rewriting for answer in answers}) == 1
    start = rewriting.start if rewriting and is_one else occurrence.start
    end = rewriting.end if rewriting and is_one else occurrence.end
    found = context.text[start:end]
    expected = rewriting.replacement if rewriting else first.target.plain
    entry = context.lexicon.entries[first.sense.entry]
    acts = entry.is_decided(context.locale) and _knows_forms(entry, context)
    is_certain = not any(answer.doubt for answer in answers)
    is_safe = acts and rewriting is not None and is_one and is_certain
    return Inconsistency(
        start=start,
        end=end,
        found=found,
        expected=expected,
        entry=first.sense.entry,
        message=_message(context, found, answers, expected if is_one else ""),
        hint="" if is_safe or not acts else _hint(answers, is_one=is_one),
        edit=Edit(start=start, end=end, replacement=expected) if is_safe else None,
        because=_because(context, occurrence, first, (start, end)),
        choices=first.target.choices if is_one and not rewriting and not first.doubt else (),
        is_certain=is_certain,
    )


def _message(context: NameContext, found: str, answers: list[_Answer], expected: str) -> str:
    """Say what the registry writes for what was found: `expected`, or without it the form of each answer."""
    entries = [context.lexicon.entries[answer.sense.entry] for answer in answers]
    verb = "spells this name" if entries[0].is_decided(context.locale) else "proposes"
    wanted = [expected] if expected else [answer.target.plain for answer in answers]
    spellings = " or ".join(f"“{form}”" for form in dict.fromkeys(wanted))
    ids = ", ".join(dict.fromkeys(entry.id for entry in entries))
    return f"“{found}”: the registry {verb} {spellings} in {context.locale} ({ids})"


def _knows_forms(entry: NameEntry, context: NameContext) -> bool:
    """Tell whether it is certain which form of the name a sentence in the locale asks for."""
    return context.language.inflection or entry.locales[context.locale].indeclinable


def _hint(answers: list[_Answer], *, is_one: bool) -> str:
    if not is_one:
        names = "; ".join(f"{answer.sense.entry}: “{answer.target.plain}”" for answer in answers)
        return f"several names have this spelling: {names}"
    doubts = [answer.doubt for answer in answers if answer.doubt]
    if doubts:
        return doubts[0]
    choices = " or ".join(f"“{choice}”" for choice in answers[0].target.choices)
    return f"the case is not certain here; choose {choices}"


def _because(
    context: NameContext, occurrence: Occurrence, answer: _Answer, span: tuple[int, int]
) -> tuple[str, ...]:
    sense, locale = answer.sense, context.locale
    entry = context.lexicon.entries[sense.entry]
    whole = context.text[occurrence.start : occurrence.end]
    kept = answer.rewriting.kept if answer.rewriting else ""
    steps = [step.replace(f"from “{whole}”", f"from “{kept or whole}”") for step in answer.target.because]
    part = _narrowed_part(occurrence, span, sense, is_person=entry.kind is Kind.PERSON)
    detail = f" ({part})" if len(parts_of(sense.form, entry)) > 1 else ""
    preferred = entry.locales[locale].preferred
    found = f"“{context.text[span[0] : span[1]]}”"
    if occurrence.evidence:
        what = f"{found} resembles “{sense.surface}” of {entry.id}{detail}: {occurrence.evidence}"
    else:
        what = f"{found} is {_kind_of(sense, context)} of {entry.id}{detail}"
    return (what, *steps, f"{context.lexicon.registry.path}:{entry.line} prefers “{preferred}” in {locale}")


def _kind_of(sense: SurfaceSense, context: NameContext) -> str:
    """Say what is wrong with a surface: deprecated, another locale's, or only its possessive is."""
    if sense.form in context.lexicon.entries[sense.entry].locales[sense.locale].deprecated:
        return f"a deprecated {sense.locale} form"
    if sense.locale == context.locale:
        return f"not the {sense.locale} possessive"
    return f"the {sense.locale} form"


def _narrowed_part(
    occurrence: Occurrence, span: tuple[int, int], sense: SurfaceSense, *, is_person: bool
) -> NamePart:
    """Return which part of a full name is wrong: all of it, its first word, or the rest."""
    if not is_person or sense.part not in (NamePart.FULL, NamePart.WITH_PATRONYMIC):
        return sense.part
    if span[0] > occurrence.start:
        return NamePart.SURNAME
    return NamePart.GIVEN if span[1] < occurrence.end else sense.part
