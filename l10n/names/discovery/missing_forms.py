"""Forms for the locales that decided entries lack: a project got one more, or a registry came from another project."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from l10n.languages.inflection_rules import inflection_of
from l10n.languages.scripts import is_in_script_of
from l10n.languages.transcription import PIVOT
from l10n.names.discovery.known_names import known_place
from l10n.names.discovery.mentions import Passage, answer_of
from l10n.names.discovery.proposed_forms import NameFacts, proposed_form
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.registered_names import OriginalText, read_names
from l10n.names.registry.entries import EntryStatus, LocaleForms, NameEntry
from l10n.names.text.capitalised_runs import CapitalisedWord

_Answers = Mapping[str, Mapping[str, Counter[str]]]


def propose_forms(
    passages: Iterable[Passage], source_locale: str, locales: Sequence[str], lexicon: Lexicon
) -> dict[str, dict[str, LocaleForms]]:
    """Return by entry and locale what decided entries that lack a form may have: proposed, a person decides on it.

    The language of the name itself has its native form. What cannot be told from the translations or by a rule is left
    out; a form that is only proposed gives way to what translations have.
    """
    wanted = {
        entry: [locale for locale in locales if locale not in entry.locales or not entry.is_decided(locale)]
        for entry in lexicon.entries.values()
        if entry.status is EntryStatus.APPROVED
    }
    wanted = {entry: missing for entry, missing in wanted.items() if missing}
    if not wanted:
        return {}
    answers, translated = _answers(
        passages, source_locale, lexicon, {entry.id: missing for entry, missing in wanted.items()}
    )
    found = {
        entry.id: {
            locale: LocaleForms(preferred=form, status=EntryStatus.PROPOSED)
            for locale in missing
            if (form := _form(entry, locale, _facts(entry, source_locale, answers, translated)))
            and form != entry.preferred(locale)
        }
        for entry, missing in wanted.items()
    }
    return {entry: forms for entry, forms in found.items() if forms}


def _form(entry: NameEntry, locale: str, facts: NameFacts) -> str:
    """Return the form a locale may have; "" when there is none, or none better than what is proposed already."""
    if locale in entry.locales and not facts.answers.get(locale):
        return ""
    if inflection_of(locale).locale == inflection_of(entry.language).locale:
        return entry.native
    form = proposed_form(facts, locale)
    return form.form if form else ""


def _facts(
    entry: NameEntry, source_locale: str, answers: _Answers, translated: Mapping[str, Mapping[str, int]]
) -> NameFacts:
    spelling = entry.preferred(source_locale)
    if not spelling:
        latin = (
            known.preferred for known in entry.locales.values() if is_in_script_of(known.preferred, "en")
        )
        spelling = next(latin, entry.native)
    russian = entry.native if entry.language == PIVOT else entry.preferred(PIVOT)
    return NameFacts(
        spelling=spelling,
        source=source_locale,
        kind=entry.kind,
        native=russian or spelling,
        is_russian=entry.language == PIVOT,
        place=known_place(spelling),
        answers=answers.get(entry.id, {}),
        translated=translated.get(entry.id, {}),
    )


def _answers(
    passages: Iterable[Passage], source_locale: str, lexicon: Lexicon, wanted: Mapping[str, Sequence[str]]
) -> tuple[_Answers, Mapping[str, Mapping[str, int]]]:
    """Return how often translations answer each entry with each form, and how many there are, by entry and locale."""
    found: dict[str, dict[str, Counter[str]]] = {entry: {} for entry in wanted}
    translated: dict[str, Counter[str]] = {entry: Counter() for entry in wanted}
    for passage in passages:
        context = read_names(passage.source.text, source_locale, lexicon)
        original = OriginalText(text=passage.source.text, locale=source_locale)
        for occurrence in context.occurrences:
            if occurrence.entry not in wanted or occurrence.part not in (
                NamePart.FULL,
                NamePart.WITH_PATRONYMIC,
            ):
                continue
            text = context.text[occurrence.start : occurrence.end]
            for locale in wanted[occurrence.entry]:
                translation = passage.translations.get(locale)
                if translation is None or not translation.text:
                    continue
                translated[occurrence.entry][locale] += 1
                other = read_names(translation.text, locale, lexicon, original)
                answer = answer_of(_words(text, occurrence.start), text, source_locale, other)
                if answer is not None:
                    found[occurrence.entry].setdefault(locale, Counter())[answer.text] += 1
    return found, translated


def _words(text: str, start: int) -> list[CapitalisedWord]:
    words, place = [], 0
    for word in text.split():
        place = text.index(word, place)
        words.append(CapitalisedWord(start=start + place, end=start + place + len(word), text=word))
        place += len(word)
    return words
