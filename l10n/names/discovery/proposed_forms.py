"""What each locale may write for a name nobody has registered: what its translators write, else what is certain.

What translators have confirmed beats every model. A name in Latin letters stays as it is in other locales with Latin
letters, unless all of it is certainly Russian. Where neither evidence nor a rule tells the form as it is looked up,
there is none: a person writes it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.grammar import Kind
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.scripts import is_in_script_of
from l10n.languages.transcription import PIVOT, targets_of
from l10n.names.inflection.lemmas import lemmas
from l10n.names.inflection.possible_forms import may_be_form
from l10n.names.similarity.phonetic_distance import distance
from l10n.names.similarity.phonetic_lattice import fold_word
from l10n.names.text.folding import fold_form
from l10n.names.transcription.back_transcription import nearest_transcription_language
from l10n.names.transcription.conversion import convert, transcribe_native

_RARE = 3  # times rarer than all together is a form that is a slip
_NEAR = 40  # hundredths of a consonant a word: a form with an ending sounds further from the name elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFacts:
    """What is known of a name before its forms are: its spelling in the source, and what it is.

    `native` is its Russian form, `is_russian` whether that is certain, `place` the Russian name of a place everybody
    knows. `answers` counts for each locale what its translations have; `translated` counts the translations
    of texts with the name, whatever they make of it.
    """

    spelling: str
    source: str
    kind: Kind
    native: str
    is_russian: bool
    place: str | None
    answers: Mapping[str, Counter[str]] = field(hash=False)
    translated: Mapping[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedForm:
    """A form for one locale; `is_guess` as long as no translations that agree, nor the source itself, have it.

    `admitted` are other forms that many of its translations have: nobody has said that they are wrong.
    """

    form: str
    is_guess: bool
    admitted: tuple[str, ...] = ()


def proposed_form(facts: NameFacts, locale: str) -> ProposedForm | None:
    """Return what `locale` may write, as it is looked up; None when that cannot be told."""
    answers = facts.answers.get(locale)
    if answers:
        is_odd = not _keeps(facts) and answers.total() * 2 < facts.translated.get(locale, 0)
        return None if is_odd else _confirmed(facts, locale, answers)
    if _language(locale) == _language(facts.source):
        return ProposedForm(form=_own(facts), is_guess=False)
    if locale in facts.translated and not facts.is_russian and facts.place is None:
        return None  # its translators write something else than any guess of ours
    if _language(locale) == PIVOT:
        is_known = facts.is_russian or facts.place is not None
        form = facts.spelling if facts.kind is Kind.ORGANISATION and not is_known else facts.native
        return ProposedForm(form=facts.place or form, is_guess=True)
    return _converted(facts, locale)


def _language(locale: str) -> str:
    return inflection_of(locale).locale


def _own(facts: NameFacts) -> str:
    """Return the form of the language of the source: a Russian name by its house scheme, else as the source has it."""
    language = _language(facts.source)
    if language == PIVOT:
        return facts.place or facts.native
    if facts.is_russian and language in targets_of():
        return transcribe_native(facts.place or facts.native, language)[0]
    return facts.spelling


def _confirmed(facts: NameFacts, locale: str, answers: Counter[str]) -> ProposedForm | None:
    """Return the form that most translations of a locale have, in its dictionary form."""
    language = inflection_of(locale)
    if language.declines:
        return _nominative(facts, locale, answers)
    is_kept = facts.spelling in answers and is_in_script_of(
        facts.spelling, nearest_transcription_language(locale)
    )
    if not is_kept and not language.inflection:
        return _uninflected(facts, answers)
    form = facts.spelling if is_kept else answers.most_common(1)[0][0]
    others = (other for other in answers if other != form and language.inflection)
    admitted = tuple(other for other in others if _is_common(other, answers))
    return ProposedForm(form=form, is_guess=len(answers) > 1, admitted=admitted)


def _is_common(answer: str, answers: Counter[str]) -> bool:
    """Tell whether a form is no slip of one translator: a third of all have it."""
    return answers[answer] * _RARE >= answers.total()


def _uninflected(facts: NameFacts, answers: Counter[str]) -> ProposedForm | None:
    """Return a form in a language whose endings we do not know: only one that shows none."""
    if _is_latin(facts.spelling) and any(may_be_form(answer, [facts.spelling]) for answer in answers):
        return ProposedForm(form=facts.spelling, is_guess=True)
    if not _is_latin(facts.spelling):
        return None
    short = (answer for answer in answers if _is_latin(answer) and len(answer) <= len(facts.spelling))
    form = next((one for one in short if all(may_be_form(other, [one]) for other in answers)), None)
    return ProposedForm(form=form, is_guess=True) if form else None


def _is_latin(text: str) -> bool:
    return is_in_script_of(text, "en") and not is_in_script_of(text, PIVOT)


def _nominative(facts: NameFacts, locale: str, answers: Counter[str]) -> ProposedForm | None:
    """Return the nominative behind the case forms of a locale: the one that most of them are forms of."""
    behind = {surface: _behind(surface, facts, locale) for surface in answers}
    counts: Counter[str] = Counter()
    for surface, forms in behind.items():
        counts.update(dict.fromkeys(forms, answers[surface]))
    if not counts:
        plain = next((surface for surface in answers if _sounds_as(surface, facts)), None)
        return ProposedForm(form=plain, is_guess=True) if plain else None
    most = max(counts.values())
    best = [form for form in counts if counts[form] == most]

    def doubt(form: str) -> tuple[bool, int, bool, str]:
        far = min(forms[form] for forms in behind.values() if form in forms)
        return (form != known, far, form not in answers, form)

    known = facts.place or (facts.native if facts.is_russian else "")
    chosen = min(best, key=doubt)
    is_alone = len(best) == 1 or chosen in answers or chosen == known
    others = [
        min(forms, key=lambda form: (forms[form], form))
        for surface, forms in behind.items()
        if forms and chosen not in forms and _is_common(surface, answers)
    ]
    return ProposedForm(
        form=chosen,
        is_guess=most < answers.total() or not is_alone,
        admitted=tuple(dict.fromkeys(other for other in others if other != chosen)),
    )


def _behind(surface: str, facts: NameFacts, locale: str) -> Mapping[str, int]:
    """Return the names a surface may be a form of, each with how far it sounds from the name in the source."""
    if not is_in_script_of(surface, _language(locale)):
        return {surface: 0}  # kept in Latin letters, which are not declined
    like = facts.spelling if _is_latin(facts.spelling) else surface
    found = lemmas(surface, locale, facts.kind, like, known=[facts.place or facts.native])
    return {name.form: name.far for name in reversed(found)}


def _sounds_as(surface: str, facts: NameFacts) -> bool:
    """Tell whether a form in another script sounds as the name does where it has no ending."""
    words, others = surface.split(), facts.spelling.split()
    return len(words) == len(others) and all(
        distance(fold_word(fold_form(word).casefold()), fold_word(fold_form(other).casefold())) <= _NEAR
        for word, other in zip(words, others, strict=True)
    )


def _converted(facts: NameFacts, locale: str) -> ProposedForm | None:
    """Return what a locale in Latin letters may write where no translation says it."""
    language = _language(locale)
    has_scheme = language in targets_of()
    if facts.place is not None:
        usual = established_forms().forms.get((fold_key(facts.place), language))
        return ProposedForm(form=usual, is_guess=True) if usual else None
    if _is_latin(facts.spelling) and not facts.is_russian:
        is_kept = has_scheme or inflection_of(locale).inflection
        return ProposedForm(form=facts.spelling, is_guess=True) if is_kept and _keeps(facts) else None
    if not has_scheme:
        return None
    if facts.is_russian:
        return ProposedForm(form=transcribe_native(facts.native, language)[0], is_guess=True)
    kind = str(facts.kind) if facts.kind in (Kind.PERSON, Kind.PLACE) else None
    found = convert(facts.native, PIVOT, language, kind, candidates=1)
    return ProposedForm(form=found[0].form, is_guess=True) if found else None


def _keeps(facts: NameFacts) -> bool:
    """Tell whether other languages keep the words of a name: titles, and names of bodies, are often translated."""
    return facts.kind in (Kind.PERSON, Kind.PLACE) or " " not in facts.spelling
