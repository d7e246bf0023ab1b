"""Entries for names that no registry has, put together from where they are mentioned; a person decides on them.

All spellings of one name vote on what it is: Joelia and Yulia leave only Юлия (`voting`). A locale's form is what
its translations write, when that reads as the name in that locale; else what the house scheme makes of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from l10n.model import Location
from l10n.names.conventional import conventional, fold_key
from l10n.names.conversion import write
from l10n.names.declension import gender_of_person
from l10n.names.entries import EntryStatus, Gender, Kind, LocaleForms, NameEntry, free_id
from l10n.names.language import language_of
from l10n.names.lexicon import Lexicon
from l10n.names.mention_groups import MentionGroup, group_mentions
from l10n.names.mentions import Mention, Passage, is_given, is_surname, known_place, mentions
from l10n.names.nominatives import case_forms
from l10n.names.reading import NATIVE, is_in_script, nearest_locale, read
from l10n.names.voting import Vote, vote
from l10n.names.writing import house_locales, write_native

LEAST_CONFIDENCE = 0.5
_KNOWN, _ANSWERED, _UNANSWERED = 0.95, 0.8, 0.65
_DOUBT_LEFT = 0.35  # of the doubt, by each further language that answers
_GUESSED_KIND = 0.6
_ALTERNATIVES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A second spelling of the name in the translations of one locale, and where it stands."""

    locale: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An entry to add to the registry, how sure we are of it (0…1), where the name was seen, and why.

    `first` is the first mention; `variants` are the spellings in translations that differ from the proposed one.
    `seen` maps each spelling in the sources to the places of the passages it stands in; `answers` gives for each
    locale the spellings its translations have. `alternatives` are up to four other native forms a name of a person
    or a place may have, likeliest first; `is_guess` marks names whose native form is usage, not a rule.
    """

    entry: NameEntry
    confidence: float
    first: Mention
    seen: Mapping[str, tuple[Location, ...]] = field(hash=False)
    answers: Mapping[str, tuple[str, ...]] = field(hash=False)
    variants: tuple[Variant, ...]
    because: tuple[str, ...]
    alternatives: tuple[str, ...] = ()
    is_guess: bool = False


def propose(
    passages: Iterable[Passage],
    source_locale: str,
    locales: Sequence[str],
    lexicon: Lexicon,
    least: float = LEAST_CONFIDENCE,
) -> tuple[Proposal, ...]:
    """Return a proposal for each name in `passages` that `lexicon` does not have, in order of first mention.

    `locales` are those an entry has forms in. What is less sure than `least` is left out.
    """
    found = [mention for passage in passages for mention in mentions(passage, source_locale, lexicon)]
    return proposals_for(found, source_locale, locales, lexicon, least)


def proposals_for(
    found: Iterable[Mention],
    source_locale: str,
    locales: Sequence[str],
    lexicon: Lexicon,
    least: float = LEAST_CONFIDENCE,
) -> tuple[Proposal, ...]:
    """Return what `propose` returns, for mentions that were found already; designations that are kept are no names."""
    taken = set(lexicon.entries)
    made: list[Proposal] = []
    for group in group_mentions(found):
        if group.is_kept:
            continue
        proposal = _Proposer(group, source_locale, locales).proposal(taken)
        if proposal.confidence >= least:
            taken.add(proposal.entry.id)
            made.append(proposal)
    return tuple(made)


class _Proposer:
    """Puts one entry together from the mentions of one name."""

    def __init__(self, group: MentionGroup, source_locale: str, locales: Sequence[str]) -> None:
        self._group = group
        self._source = nearest_locale(source_locale)
        self._locales = locales
        self._kind, self._is_sure_of_kind = _kind_of(group, source_locale)
        self._spelling = group.spelling
        self._answers = {locale: found for locale in locales if (found := group.answers(locale))}
        self._vote = self._voted()

    def proposal(self, taken: Collection[str]) -> Proposal:
        is_foreign = self._is_foreign()
        place = known_place(self._spelling) if self._kind is Kind.PLACE else None
        forms = {locale: self._form(locale, place, is_foreign=is_foreign) for locale in self._locales}
        native, language = self._native(place, is_foreign=is_foreign)
        wrong = self._wrong_spellings(forms)
        confidence = self._confidence(is_known=place is not None)
        entry = NameEntry(
            id=free_id(forms.get("en") or next(iter(forms.values())), taken),
            kind=self._kind,
            gender=self._gender(),
            native=native,
            language=language,
            status=EntryStatus.PROPOSED,
            because=self._reason(),
            locales={
                locale: LocaleForms(
                    preferred=form,
                    deprecated=tuple(
                        s for s in wrong if s != form and is_in_script(s, nearest_locale(locale))
                    ),
                    indeclinable=language_of(locale).declines and self._kind is Kind.ORGANISATION,
                )
                for locale, form in forms.items()
            },
        )
        return Proposal(
            entry=entry,
            confidence=round(confidence, 3),
            first=self._group.full[0],
            seen=self._group.seen(),
            answers={locale: tuple(found) for locale, found in self._answers.items()},
            variants=tuple(self._variants(entry)),
            because=(*self._kind_reason(), *self._house_differences(forms)),
            alternatives=self._alternatives() if place is None else (),
            is_guess=self._vote.guess and place is None,
        )

    def _alternatives(self) -> tuple[str, ...]:
        if self._source == NATIVE or self._kind not in (Kind.PERSON, Kind.PLACE):
            return ()
        readings = read(self._spelling, self._source, str(self._kind), _ALTERNATIVES + 1)
        others = [reading.native for reading in readings if reading.native != self._vote.native]
        return tuple(others[:_ALTERNATIVES])

    def _variants(self, entry: NameEntry) -> Iterator[Variant]:
        for locale, wanted in entry.locales.items():
            known = case_forms(wanted.preferred, locale, entry.kind, entry.gender)
            for mention in self._group.full if len(self._answers.get(locale, ())) > 1 else ():
                answer, translation = mention.answers.get(locale), mention.passage.translations.get(locale)
                if answer and translation and answer.text not in known:
                    place = translation.locate(answer.start)
                    yield Variant(locale=locale, text=answer.text, location=place)

    def _voted(self) -> Vote:
        met = [spelling for spelling in self._group.seen() if self._is_full(spelling)]
        spellings = [(spelling, self._source) for spelling in met if self._source != NATIVE]
        for locale, found in self._answers.items():
            if locale in house_locales():
                spellings += [(spelling, locale) for spelling in found]
        natives = [
            answer
            for answer in (*self._answers.get(NATIVE, ()), *(met if self._source == NATIVE else ()))
            if is_in_script(answer, NATIVE)
        ]
        others = [locale for locale in self._locales if locale in house_locales()]
        return vote(spellings, natives, self._kind, others)

    def _is_full(self, spelling: str) -> bool:
        return len(spelling.split()) == len(self._spelling.split())

    def _is_foreign(self) -> bool:
        """Tell whether it is no Russian name: locales that would write a Russian one otherwise keep its spelling."""
        if self._source == NATIVE or not is_in_script(self._spelling, self._source):
            return False
        words = self._spelling.split()
        if self._kind is Kind.ORGANISATION or fold_key(words[0]) in conventional().western:
            return True
        if self._kind is Kind.PERSON and is_surname(words[-1], self._source):
            return False
        kept = written = 0
        for locale in self._locales:
            by_scheme = write_native(self._vote.native, locale) if locale in house_locales() else ""
            if by_scheme and locale != self._source and by_scheme != self._spelling:
                found = self._answers.get(locale, [])
                kept += self._spelling in (found or [write(self._vote.native, locale)[0]])
                written += by_scheme in found
        return kept > written if kept or written else self._vote.guess

    def _native(self, place: str | None, *, is_foreign: bool) -> tuple[str, str]:
        """Return the name in its own language, and that language as far as it can be told."""
        if place is not None:
            language, endonym = conventional().endonyms.get(fold_key(place), (NATIVE, place))
            return endonym, language
        return (self._spelling, self._source) if is_foreign else (self._vote.native, NATIVE)

    def _form(self, locale: str, place: str | None, *, is_foreign: bool) -> str:
        seen = self._answers.get(locale, [])
        language = nearest_locale(locale)
        if language == "en" != language_of(locale).locale and "en" in self._locales:
            return self._form("en", place, is_foreign=is_foreign)  # no way to write names is known there
        if self._kind is Kind.ORGANISATION:
            return seen[0] if seen else self._spelling
        if place is not None:
            return place if language == NATIVE else write(place, language)[0]
        if language == NATIVE:
            return self._vote.native
        if is_foreign:
            return seen[0] if seen and self._spelling not in seen else self._spelling
        house = write(self._vote.native, language)[0]
        return next((form for form in seen if self._is_own(form, locale)), house)

    def _is_own(self, form: str, locale: str) -> bool:
        """Tell whether a form is a way of `locale` to write the name, and not what another locale writes."""
        native = self._vote.native
        if form == write(native, nearest_locale(locale))[0]:
            return True
        borrowed = {write(native, other)[0] for other in house_locales() if other != locale}
        readings = read(form, nearest_locale(locale), candidates=1)
        return form not in borrowed and bool(readings) and readings[0].native == native

    def _wrong_spellings(self, forms: Mapping[str, str]) -> list[str]:
        """Return the spellings met that no locale is to write; they will be found and mended."""
        met = [spelling for spelling in self._group.seen() if self._is_full(spelling)]
        met += [form for locale, found in self._answers.items() if locale != NATIVE for form in found]
        return [form for form in dict.fromkeys(met) if form not in forms.values()]

    def _gender(self) -> Gender | None:
        if self._kind is not Kind.PERSON:
            return None
        if self._vote.gender is not None:
            return self._vote.gender
        known = gender_of_person(self._vote.native)
        given = self._vote.native.split()[0]
        return known or (Gender.FEMALE if given[-1] in "ая" else Gender.MALE)

    def _confidence(self, *, is_known: bool) -> float:
        languages = {
            language_of(locale).locale
            for locale in self._answers
            if language_of(locale).locale != self._source
        }
        base = _KNOWN if is_known else _ANSWERED if languages else _UNANSWERED
        sure = 1 - (1 - base) * _DOUBT_LEFT ** max(0, len(languages) - 1)
        if self._kind in (Kind.PERSON, Kind.PLACE) and not is_known:
            sure *= (1 + self._vote.probability) / 2
        return sure if self._is_sure_of_kind else sure * _GUESSED_KIND

    def _reason(self) -> str:
        spelling, places = next(iter(self._group.seen().items()))
        answers = ", ".join(f"{locale} {found[0]}" for locale, found in self._answers.items())
        return f"found as {spelling} in {places[0]}" + (f"; translations have {answers}" if answers else "")

    def _kind_reason(self) -> tuple[str, ...]:
        if self._kind is Kind.ORGANISATION:
            return (f"{NATIVE} keeps its Latin letters",)
        return self._vote.because or (self._reason(),)

    def _house_differences(self, forms: Mapping[str, str]) -> Iterator[str]:
        for locale, form in forms.items():
            if locale in house_locales() and self._kind is Kind.PERSON and locale in self._answers:
                house = write(self._vote.native, locale)[0]
                if form != house and form in self._answers[locale] and form != self._spelling:
                    yield f"{locale}: the translations write {form}; the house scheme would write {house}"


def _kind_of(group: MentionGroup, locale: str) -> tuple[Kind, bool]:
    """Return what bears the name, and whether that is sure."""
    key, words = fold_key(group.spelling), group.spelling.split()
    if known_place(group.spelling) is not None:
        return Kind.PLACE, True
    if key in conventional().persons or (len(words) > 1 and is_given(words[0], locale)):
        return Kind.PERSON, True
    is_word, is_latin_in_russian = len(words) == 1, group.spelling in group.answers(NATIVE)
    told = (
        (Kind.ORGANISATION, is_latin_in_russian, True),
        (Kind.ORGANISATION, is_word and group.spelling.isupper(), False),
        (Kind.WORK, any(mention.quoted for mention in group.full), True),
        (Kind.PLACE, is_word and any(mention.behind_preposition for mention in group.full), True),
        (Kind.PERSON, is_word and is_surname(words[0], locale), True),
    )
    return next(((kind, is_sure) for kind, is_told, is_sure in told if is_told), (Kind.PERSON, False))
