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
from l10n.languages.transcription import PIVOT
from l10n.names.inflection.lemmas import lemmas
from l10n.names.inflection.possible_forms import may_be_form
from l10n.names.similarity.phonetic_distance import distance
from l10n.names.similarity.phonetic_lattice import fold_word
from l10n.names.text.folding import fold_form
from l10n.names.transcription.back_transcription import nearest_transcription_language
from l10n.names.transcription.conversion import convert, transcribe_native
from l10n.names.transliteration.library import house_locales

_RARE = 3  # times rarer than all together is a form that is a slip
_NEAR = 40  # hundredths of a consonant a word: a form with an ending sounds further from the name elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
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


def proposed_form(bearer: Bearer, locale: str) -> ProposedForm | None:
    """Return what `locale` may write, as it is looked up; None when that cannot be told."""
    answers = bearer.answers.get(locale)
    if answers:
        is_odd = not _keeps(bearer) and answers.total() * 2 < bearer.translated.get(locale, 0)
        return None if is_odd else _confirmed(bearer, locale, answers)
    if _language(locale) == _language(bearer.source):
        return ProposedForm(form=_own(bearer), is_guess=False)
    if locale in bearer.translated and not bearer.is_russian and bearer.place is None:
        return None  # its translators write something else than any guess of ours
    if _language(locale) == PIVOT:
        is_known = bearer.is_russian or bearer.place is not None
        form = bearer.spelling if bearer.kind is Kind.ORGANISATION and not is_known else bearer.native
        return ProposedForm(form=bearer.place or form, is_guess=True)
    return _converted(bearer, locale)


def _language(locale: str) -> str:
    return inflection_of(locale).locale


def _own(bearer: Bearer) -> str:
    """Return the form of the language of the source: a Russian name by its house scheme, else as the source has it."""
    language = _language(bearer.source)
    if language == PIVOT:
        return bearer.place or bearer.native
    if bearer.is_russian and language in house_locales():
        return transcribe_native(bearer.place or bearer.native, language)[0]
    return bearer.spelling


def _confirmed(bearer: Bearer, locale: str, answers: Counter[str]) -> ProposedForm | None:
    """Return the form that most translations of a locale have, in its dictionary form."""
    language = inflection_of(locale)
    if language.declines:
        return _nominative(bearer, locale, answers)
    is_kept = bearer.spelling in answers and is_in_script_of(
        bearer.spelling, nearest_transcription_language(locale)
    )
    if not is_kept and not language.inflection:
        return _uninflected(bearer, answers)
    form = bearer.spelling if is_kept else answers.most_common(1)[0][0]
    others = (other for other in answers if other != form and language.inflection)
    admitted = tuple(other for other in others if _is_common(other, answers))
    return ProposedForm(form=form, is_guess=len(answers) > 1, admitted=admitted)


def _is_common(answer: str, answers: Counter[str]) -> bool:
    """Tell whether a form is no slip of one translator: a third of all have it."""
    return answers[answer] * _RARE >= answers.total()


def _uninflected(bearer: Bearer, answers: Counter[str]) -> ProposedForm | None:
    """Return a form in a language whose endings we do not know: only one that shows none."""
    if _is_latin(bearer.spelling) and any(may_be_form(answer, [bearer.spelling]) for answer in answers):
        return ProposedForm(form=bearer.spelling, is_guess=True)
    if not _is_latin(bearer.spelling):
        return None
    short = (answer for answer in answers if _is_latin(answer) and len(answer) <= len(bearer.spelling))
    form = next((one for one in short if all(may_be_form(other, [one]) for other in answers)), None)
    return ProposedForm(form=form, is_guess=True) if form else None


def _is_latin(text: str) -> bool:
    return is_in_script_of(text, "en") and not is_in_script_of(text, PIVOT)


def _nominative(bearer: Bearer, locale: str, answers: Counter[str]) -> ProposedForm | None:
    """Return the nominative behind the case forms of a locale: the one that most of them are forms of."""
    behind = {surface: _behind(surface, bearer, locale) for surface in answers}
    counts: Counter[str] = Counter()
    for surface, forms in behind.items():
        counts.update(dict.fromkeys(forms, answers[surface]))
    if not counts:
        plain = next((surface for surface in answers if _sounds_as(surface, bearer)), None)
        return ProposedForm(form=plain, is_guess=True) if plain else None
    most = max(counts.values())
    best = [form for form in counts if counts[form] == most]

    def doubt(form: str) -> tuple[bool, int, bool, str]:
        far = min(forms[form] for forms in behind.values() if form in forms)
        return (form != known, far, form not in answers, form)

    known = bearer.place or (bearer.native if bearer.is_russian else "")
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


def _behind(surface: str, bearer: Bearer, locale: str) -> Mapping[str, int]:
    """Return the names a surface may be a form of, each with how far it sounds from the name in the source."""
    if not is_in_script_of(surface, _language(locale)):
        return {surface: 0}  # kept in Latin letters, which are not declined
    like = bearer.spelling if _is_latin(bearer.spelling) else surface
    found = lemmas(surface, locale, bearer.kind, like, known=[bearer.place or bearer.native])
    return {name.form: name.far for name in reversed(found)}


def _sounds_as(surface: str, bearer: Bearer) -> bool:
    """Tell whether a form in another script sounds as the name does where it has no ending."""
    words, others = surface.split(), bearer.spelling.split()
    return len(words) == len(others) and all(
        distance(fold_word(fold_form(word).casefold()), fold_word(fold_form(other).casefold())) <= _NEAR
        for word, other in zip(words, others, strict=True)
    )


def _converted(bearer: Bearer, locale: str) -> ProposedForm | None:
    """Return what a locale in Latin letters may write where no translation says it."""
    language = _language(locale)
    has_scheme = language in house_locales()
    if bearer.place is not None:
        usual = established_forms().forms.get((fold_key(bearer.place), language))
        return ProposedForm(form=usual, is_guess=True) if usual else None
    if _is_latin(bearer.spelling) and not bearer.is_russian:
        is_kept = has_scheme or inflection_of(locale).inflection
        return ProposedForm(form=bearer.spelling, is_guess=True) if is_kept and _keeps(bearer) else None
    if not has_scheme:
        return None
    if bearer.is_russian:
        return ProposedForm(form=transcribe_native(bearer.native, language)[0], is_guess=True)
    kind = str(bearer.kind) if bearer.kind in (Kind.PERSON, Kind.PLACE) else None
    found = convert(bearer.native, PIVOT, language, kind, candidates=1)
    return ProposedForm(form=found[0].form, is_guess=True) if found else None


def _keeps(bearer: Bearer) -> bool:
    """Tell whether other languages keep the words of a name: titles, and names of bodies, are often translated."""
    return bearer.kind in (Kind.PERSON, Kind.PLACE) or " " not in bearer.spelling
