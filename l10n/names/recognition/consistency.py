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
from l10n.names.inflection.surface_forms import Part, parts_of
from l10n.names.recognition.correction import Rewriting, Target, choose_target, is_acronym, rewrite
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.name_context import Context, Verdict
from l10n.names.recognition.occurrences import Evidence, Occurrence
from l10n.names.recognition.registered_names import Original, read_names
from l10n.names.recognition.surface_trie import Reading
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

    reading: Reading
    target: Target
    rewriting: Rewriting | None
    doubt: str


def inconsistencies(
    text: str, locale: str, lexicon: Lexicon, original: Original | None = None
) -> tuple[Inconsistency, ...]:
    """Return every name in `text` that is not an allowed form of its entry in `locale`, in order.

    A preferred or admitted form of the locale, in any case, possessive or plural, is never a finding, even if
    another locale deprecates it; nor is, where the grammar of the locale is not known, what may be an inflected form
    of one. Only what a person has decided on gives an edit. A spelling that no entry has is a finding when it can
    only be a registered name (`resemblance`); with the `original` of a translation more can be told. Raises
    ConfigurationError for a locale the lexicon was not compiled for.
    """
    if locale not in lexicon.locales:
        raise ConfigurationError(
            f"the lexicon was not compiled for {locale!r}", hint=did_you_mean(locale, lexicon.locales)
        )
    return judged(read_names(text, locale, lexicon, original))


def judged(context: Context) -> tuple[Inconsistency, ...]:
    """Return the occurrences of a context that are not allowed forms of their entries, in order."""
    found = (_judge(context, index) for index in range(len(context.occurrences)))
    return tuple(inconsistency for inconsistency in found if inconsistency is not None)


def fix(
    text: str, locale: str, lexicon: Lexicon, original: Original | None = None
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


def _judge(context: Context, index: int) -> Inconsistency | None:
    occurrence = context.occurrences[index]
    judging = _judging_entries(occurrence, context)
    allowed = (FormStatus.PREFERRED, FormStatus.ADMITTED)
    if not judging or any(
        reading.entry in judging and reading.locale == context.locale and reading.status in allowed
        for reading in occurrence.readings
    ):
        return None
    if not context.language.inflection and _may_be_right(context, occurrence, judging):
        return None
    answers = []
    for entry_id in judging:
        verdict = context.verdict(index, entry_id)
        reading = _reading_of(occurrence, entry_id, context.locale)
        lost_in_capitals = is_acronym(reading.surface) and context.is_in_capitals(occurrence)
        if verdict is not Verdict.ANOTHER and not lost_in_capitals:
            answers.append(_answer(context, index, reading, verdict))
    answers = [answer for answer in answers if not (answer.rewriting and _is_empty(answer.rewriting))]
    return _inconsistency(context, occurrence, answers) if answers else None


def _judging_entries(occurrence: Occurrence, context: Context) -> tuple[str, ...]:
    """Return the entries that say how an occurrence is to be written: those a person has decided on, if there are any.

    What is only proposed neither excuses nor doubts what is decided. An entry without a form in the locale says
    nothing.
    """
    entries = context.lexicon.entries
    known = tuple(entry for entry in occurrence.entries if context.locale in entries[entry].locales)
    return tuple(entry for entry in known if entries[entry].is_decided(context.locale)) or known


def _may_be_right(context: Context, occurrence: Occurrence, judging: Sequence[str]) -> bool:
    """Tell whether the words of an occurrence may be an inflected form of what the locale allows."""
    found = context.text[occurrence.start : occurrence.end]
    allowed = (
        form
        for entry in judging
        for status, form in context.lexicon.entries[entry].locales[context.locale].by_status()
        if status is not FormStatus.DEPRECATED
    )
    return may_be_form(found, allowed)


def _reading_of(occurrence: Occurrence, entry_id: str, locale: str) -> Reading:
    """Return the reading to work with: this locale's own (deprecated) form says more than another locale's.

    A spelling nobody registered may resemble several case forms alike: then it shows any of their cases.
    """
    readings = [reading for reading in occurrence.readings if reading.entry == entry_id]
    best = min(readings, key=lambda reading: reading.locale != locale)
    if occurrence.evidence is None:
        return best
    alike = (reading for reading in readings if (reading.locale, reading.form) == (best.locale, best.form))
    return best._replace(cases=tuple(dict.fromkeys(case for reading in alike for case in reading.cases)))


def _answer(context: Context, index: int, reading: Reading, verdict: Verdict) -> _Answer:
    target = choose_target(context, index, reading)
    rewriting = None
    if target.surface is not None:
        rewriting = rewrite(context, context.occurrences[index], reading, target.surface)
    is_person = context.lexicon.entries[reading.entry].kind is Kind.PERSON
    doubt = ""
    if verdict is Verdict.UNCERTAIN:
        doubt = "if it is somebody else with this surname, register her or him too"
    elif context.occurrences[index].evidence is Evidence.SPELLING:
        doubt = "if it is another name, register that name too"
    elif reading.locale != context.locale and (
        context.is_kept_phrase(index) or (not is_person and context.is_in_longer_name(index))
    ):
        doubt = "if it is part of a longer name, register that name too"
    return _Answer(reading=reading, target=target, rewriting=rewriting, doubt=doubt)


def _is_empty(rewriting: Rewriting) -> bool:
    return rewriting.start >= rewriting.end


def _inconsistency(context: Context, occurrence: Occurrence, answers: list[_Answer]) -> Inconsistency:
    first = answers[0]
    rewriting = first.rewriting
    is_one = len({answer.rewriting for answer in answers}) == 1
    start = rewriting.start if rewriting and is_one else occurrence.start
    end = rewriting.end if rewriting and is_one else occurrence.end
    found = context.text[start:end]
    expected = rewriting.replacement if rewriting else first.target.plain
    entry = context.lexicon.entries[first.reading.entry]
    acts = entry.is_decided(context.locale) and _knows_forms(entry, context)
    is_certain = not any(answer.doubt for answer in answers)
    is_safe = acts and rewriting is not None and is_one and is_certain
    wanted = f"“{expected}”" if is_one else " or ".join(f"“{answer.target.plain}”" for answer in answers)
    return Inconsistency(
        start=start,
        end=end,
        found=found,
        expected=expected,
        entry=first.reading.entry,
        message=f"“{found}” is not how {context.locale} writes {first.reading.entry}; write {wanted}",
        hint="" if is_safe or not acts else _hint(answers, is_one=is_one),
        edit=Edit(start=start, end=end, replacement=expected) if is_safe else None,
        because=_because(context, occurrence, first, (start, end)),
        choices=first.target.choices if is_one and not rewriting and not first.doubt else (),
        is_certain=is_certain,
    )


def _knows_forms(entry: NameEntry, context: Context) -> bool:
    """Tell whether it is certain which form of the name a sentence in the locale asks for."""
    return context.language.inflection or entry.locales[context.locale].indeclinable


def _hint(answers: list[_Answer], *, is_one: bool) -> str:
    if not is_one:
        names = "; ".join(f"{answer.reading.entry}: “{answer.target.plain}”" for answer in answers)
        return f"more than one name is spelled so: {names}"
    doubts = [answer.doubt for answer in answers if answer.doubt]
    if doubts:
        return doubts[0]
    choices = " or ".join(f"“{choice}”" for choice in answers[0].target.choices)
    return f"the case cannot be told here; choose {choices}"


def _because(
    context: Context, occurrence: Occurrence, answer: _Answer, span: tuple[int, int]
) -> tuple[str, ...]:
    reading, locale = answer.reading, context.locale
    entry = context.lexicon.entries[reading.entry]
    whole = context.text[occurrence.start : occurrence.end]
    kept = answer.rewriting.kept if answer.rewriting else ""
    steps = [step.replace(f"from “{whole}”", f"from “{kept or whole}”") for step in answer.target.because]
    part = _narrowed_part(occurrence, span, reading, is_person=entry.kind is Kind.PERSON)
    detail = f" ({part})" if len(parts_of(reading.form, entry)) > 1 else ""
    preferred = entry.locales[locale].preferred
    found = f"“{context.text[span[0] : span[1]]}”"
    if occurrence.evidence:
        what = f"{found} resembles “{reading.surface}” of {entry.id}{detail}: {occurrence.evidence}"
    else:
        what = f"{found} is {_kind_of(reading, context)} of {entry.id}{detail}"
    return (
        what,
        *steps,
        f"registry: {context.lexicon.registry.path}:{entry.line} prefers “{preferred}” in {locale}",
    )


def _kind_of(reading: Reading, context: Context) -> str:
    """Say what is wrong with a surface: deprecated, another locale's, or only its possessive is."""
    if reading.form in context.lexicon.entries[reading.entry].locales[reading.locale].deprecated:
        return f"a deprecated {reading.locale} form"
    if reading.locale == context.locale:
        return f"no {reading.locale} possessive"
    return f"the {reading.locale} form"


def _narrowed_part(
    occurrence: Occurrence, span: tuple[int, int], reading: Reading, *, is_person: bool
) -> Part:
    """Return which part of a full name is wrong: all of it, its first word, or the rest."""
    if not is_person or reading.part not in (Part.FULL, Part.WITH_PATRONYMIC):
        return reading.part
    if span[0] > occurrence.start:
        return Part.SURNAME
    return Part.GIVEN if span[1] < occurrence.end else reading.part
