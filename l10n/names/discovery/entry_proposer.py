"""One entry put together from the mentions of one name; a person decides on it.

All spellings of one name tell what it is: Joelia and Yulia leave only Юлия (`transcription.consensus`). A locale's
form is what its translations write, when that reads as the name in that locale; else what the house scheme makes of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.grammar import Gender, Kind
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.scripts import is_in_script_of
from l10n.languages.transcription import PIVOT, targets_of
from l10n.names.discovery.known_names import known_place
from l10n.names.discovery.mention_clusters import MentionCluster
from l10n.names.discovery.name_kinds import guess_kind
from l10n.names.discovery.proposal import Proposal, Variant
from l10n.names.discovery.proposed_forms import NameFacts, ProposedForm, proposed_form
from l10n.names.inflection.lemmas import case_forms
from l10n.names.inflection.possible_forms import may_be_form
from l10n.names.inflection.surface_forms import gender_of_person
from l10n.names.registry.entries import EntryStatus, LocaleForms, NameEntry, free_id
from l10n.names.transcription.back_transcription import back_transcribe, nearest_transcription_language
from l10n.names.transcription.certainty import is_certainly_russian
from l10n.names.transcription.consensus import Consensus, find_consensus
from l10n.names.transcription.conversion import transcribe_native
from l10n.names.transcription.respelling import has_established_latin_spelling

_KNOWN, _ANSWERED, _UNANSWERED = 0.95, 0.8, 0.65
_DOUBT_LEFT = 0.35  # of the doubt, by each further language that answers
_GUESSED_KIND = 0.6
_ALTERNATIVES = 4


class EntryProposer:
    """Puts one entry together from the mentions of one name."""

    def __init__(self, cluster: MentionCluster, source_locale: str, locales: Sequence[str]) -> None:
        self._cluster = cluster
        self._source = source_locale
        self._locales = locales
        self._kind_guess = guess_kind(cluster, source_locale)
        self._kind = self._kind_guess.kind
        self._spelling = cluster.spelling
        self._answers = {locale: found for locale in locales if (found := cluster.counted_answers(locale))}
        self._consensus = self._find_consensus()
        self._facts = self._known()

    def _known(self) -> NameFacts:
        """Return what is known of the name; what translators write in Russian is its Russian form."""
        place = known_place(self._spelling) if self._kind is Kind.PLACE else None
        facts = NameFacts(
            spelling=self._plain_spelling(),
            source=self._source,
            kind=self._kind,
            native=self._consensus.native,
            is_russian=self._is_russian(self._consensus.native),
            place=place,
            answers=self._answers,
            translated=self._cluster.translated(self._locales),
        )
        russian = next(
            (locale for locale in self._answers if nearest_transcription_language(locale) == PIVOT), None
        )
        form = proposed_form(facts, russian) if russian else None
        if form is None or not is_in_script_of(form.form, PIVOT):
            return facts
        return replace(facts, native=form.form, is_russian=self._is_russian(form.form))

    def _plain_spelling(self) -> str:
        """Return the spelling in the source, without the ending of a possessive or plural that an answer lacks."""
        answers = (form for found in self._answers.values() for form in found)
        return next(
            (form for form in answers if self._spelling in case_forms(form, self._source, self._kind, None)),
            self._spelling,
        )

    def _is_russian(self, native: str) -> bool:
        """Tell whether it is certainly a Russian name, as one of its spellings shows."""
        if nearest_transcription_language(self._source) == PIVOT:
            return not has_established_latin_spelling(native)
        kind = str(self._kind)
        languages = [inflection_of(locale).locale for locale in (self._source, *self._locales)]
        met = [spelling for spelling in self._cluster.seen() if self._is_full(spelling)]
        others = [form for locale, found in self._answers.items() if locale in targets_of() for form in found]
        ways = {
            fold_key(spelling)
            for spelling in (*met, *others)
            if is_certainly_russian(spelling, native, kind, languages, is_confirmed=True)
        }
        is_confirmed = len(ways) > 1 or native in self._answers.get(PIVOT, ())
        return any(
            is_certainly_russian(spelling, native, kind, languages, is_confirmed=is_confirmed)
            for spelling in met
        )

    def proposal(self, taken: Collection[str]) -> Proposal | None:
        """Return the entry and what speaks for it; None when no locale has a form of it."""
        proposed = {
            locale: found for locale in self._locales if (found := proposed_form(self._facts, locale))
        }
        if not proposed:
            return None
        entry = self._entry(proposed, taken)
        is_place = self._facts.place is not None
        return Proposal(
            entry=entry,
            confidence=round(self._confidence(is_known=is_place), 3),
            first=self._cluster.full[0],
            seen=self._cluster.seen(),
            answers={locale: tuple(found) for locale, found in self._answers.items()},
            translated=frozenset(self._facts.translated),
            variants=tuple(self._variants(entry)),
            because=(*self._kind_reason(), *self._house_differences(entry)),
            alternatives=() if is_place else self._alternatives(),
            is_guess="native" in entry.guessed,
        )

    def _entry(self, proposed: Mapping[str, ProposedForm], taken: Collection[str]) -> NameEntry:
        """Return the entry with these forms; it names what of it is a guess."""
        forms = {locale: found.form for locale, found in proposed.items()}
        native, language, is_sure_of_native = self._native()
        gender, is_sure_of_gender = self._gender()
        guesses = {
            "kind": self._kind_guess.is_guess,
            "gender": gender is not None and not is_sure_of_gender,
            "native": not is_sure_of_native,
            **{locale: found.is_guess for locale, found in sorted(proposed.items())},
        }
        return NameEntry(
            id=free_id(forms.get("en") or next(iter(forms.values())), taken),
            kind=self._kind,
            gender=gender,
            native=native,
            language=language,
            status=EntryStatus.PROPOSED,
            guessed=tuple(key for key, is_guess in guesses.items() if is_guess),
            because=self._reason(),
            locales={
                locale: LocaleForms(
                    preferred=found.form,
                    admitted=found.admitted,
                    deprecated=self._wrong_spellings(locale, forms),
                )
                for locale, found in proposed.items()
            },
        )

    def _alternatives(self) -> tuple[str, ...]:
        source = nearest_transcription_language(self._source)
        if source == PIVOT or self._kind not in (Kind.PERSON, Kind.PLACE):
            return ()
        readings = back_transcribe(self._spelling, source, str(self._kind), _ALTERNATIVES + 1)
        others = [reading.native for reading in readings if reading.native != self._consensus.native]
        return tuple(others[:_ALTERNATIVES])

    def _variants(self, entry: NameEntry) -> Iterator[Variant]:
        for locale, wanted in entry.locales.items():
            known = case_forms(wanted.preferred, locale, entry.kind, entry.gender)
            for mention in self._cluster.full if len(self._answers.get(locale, ())) > 1 else ():
                answer, translation = mention.answers.get(locale), mention.passage.translations.get(locale)
                if answer and translation and answer.text not in known:
                    place = translation.locate(answer.start)
                    yield Variant(locale=locale, text=answer.text, location=place)

    def _find_consensus(self) -> Consensus:
        source = nearest_transcription_language(self._source)
        met = [spelling for spelling in self._cluster.seen() if self._is_full(spelling)]
        spellings = [(spelling, source) for spelling in met if source != PIVOT]
        for locale, found in self._answers.items():
            if locale in targets_of():
                spellings += [(spelling, locale) for spelling in found]
        natives = [
            answer
            for answer in (*self._answers.get(PIVOT, ()), *(met if source == PIVOT else ()))
            if is_in_script_of(answer, PIVOT)
        ]
        others = [locale for locale in self._locales if locale in targets_of()]
        return find_consensus(spellings, natives, self._kind, others)

    def _is_full(self, spelling: str) -> bool:
        return len(spelling.split()) == len(self._spelling.split())

    def _native(self) -> tuple[str, str, bool]:
        """Return the name in its own language, that language as far as it can be told, and whether both are sure."""
        facts = self._facts
        if facts.place is not None:
            language, endonym = established_forms().endonyms.get(fold_key(facts.place), (PIVOT, facts.place))
            return endonym, language, True
        if facts.is_russian or nearest_transcription_language(self._source) == PIVOT:
            return facts.native, PIVOT, facts.is_russian
        if not self._consensus.guess and self._consensus.native in self._answers.get(PIVOT, ()):
            return self._consensus.native, PIVOT, False
        return self._spelling, inflection_of(self._source).locale, False

    def _wrong_spellings(self, locale: str, forms: Mapping[str, str]) -> tuple[str, ...]:
        """Return spellings that sources have and no locale is to write: other transcriptions of a Russian name, and
        what the translations into the language of the source write otherwise.

        What a translation of the locale has is not among them: who confirmed it is right until a person says no. Nor is
        another case of the form.
        """
        is_rewritten = locale in self._answers and inflection_of(locale) == inflection_of(self._source)
        if not self._facts.is_russian and not is_rewritten:
            return ()
        own = case_forms(forms[locale], locale, self._kind, None)
        kept = {fold_key(form) for form in (*forms.values(), *own, *self._answers.get(locale, ()))}
        return tuple(
            spelling
            for spelling in self._cluster.seen()
            if self._is_full(spelling)
            and fold_key(spelling) not in kept
            and is_in_script_of(spelling, nearest_transcription_language(locale))
            and not may_be_form(spelling, [forms[locale]])
        )

    def _gender(self) -> tuple[Gender | None, bool]:
        """Return the gender of a person as far as anything tells it, and whether that is sure."""
        if self._kind is not Kind.PERSON:
            return None, True
        if self._consensus.gender is not None and self._consensus.native == self._facts.native:
            return self._consensus.gender, True
        return gender_of_person(self._facts.native), self._facts.is_russian

    def _confidence(self, *, is_known: bool) -> float:
        languages = {
            inflection_of(locale).locale
            for locale in self._answers
            if inflection_of(locale).locale != nearest_transcription_language(self._source)
        }
        base = _KNOWN if is_known else _ANSWERED if languages else _UNANSWERED
        sure = 1 - (1 - base) * _DOUBT_LEFT ** max(0, len(languages) - 1)
        if self._kind in (Kind.PERSON, Kind.PLACE) and not is_known:
            sure *= (1 + self._consensus.probability) / 2
        return sure if self._kind_guess.is_name else sure * _GUESSED_KIND

    def _reason(self) -> str:
        spelling, places = next(iter(self._cluster.seen().items()))
        answers = ", ".join(f"{locale} {next(iter(found))}" for locale, found in self._answers.items())
        return f"found as {spelling} in {places[0]}" + (f"; translations have {answers}" if answers else "")

    def _kind_reason(self) -> tuple[str, ...]:
        if self._kind is Kind.ORGANISATION:
            return (f"{PIVOT} keeps its Latin letters",)
        return self._consensus.because or (self._reason(),)

    def _house_differences(self, entry: NameEntry) -> Iterator[str]:
        for locale, form in ((locale, forms.preferred) for locale, forms in entry.locales.items()):
            if locale in targets_of() and self._facts.is_russian and locale in self._answers:
                house = transcribe_native(self._facts.native, locale)[0]
                if form != house and form in self._answers[locale]:
                    yield f"{locale}: the translations write {form}; the house scheme would write {house}"
