"""Which name an inflected form is of: guesses, each proved by declining it.

Nothing is lemmatised: a guess counts only when the forms generated from it hold what was found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from l10n.languages.grammar import Case, Gender, Kind
from l10n.languages.inflection_rules import inflection_of
from l10n.names.inflection.surface_forms import surface_forms
from l10n.names.registry.entries import NameEntry
from l10n.names.similarity.phonetic_distance import distance
from l10n.names.similarity.phonetic_lattice import fold_word
from l10n.names.text.folding import fold_form

_MOST_REMOVED = 3  # letters of an ending
_FEWEST_LEFT = 2
_TRIED = 5  # guesses for one word, those that sound most like its spelling elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Lemma:
    """A name as it is looked up, with the gender by which it was declined; `far` is how far it sounds from `like`."""

    form: str
    gender: Gender | None
    far: int


def lemmas(surface: str, locale: str, kind: Kind, like: str, known: Iterable[str] = ()) -> tuple[Lemma, ...]:
    """Return the names that `surface`, met in a text in `locale`, may be a form of; nearest to `like` first.

    `like` is the name as another language, which does not decline, spells it; `known` are nominatives to try
    besides those that follow from endings. Empty when nothing that was tried has such a form.
    """
    if not inflection_of(locale).declines:
        return (Lemma(form=surface, gender=None, far=0),)
    guesses = [(0, name) for name in known]
    words, spelled = surface.split(), like.split()
    if len(words) == len(spelled):
        options = [_guesses(word, other, locale) for word, other in zip(words, spelled, strict=True)]
        guesses += [
            (sum(far for far, _ in way), " ".join(word for _, word in way)) for way in product(*options)
        ]
    genders = (Gender.MALE, Gender.FEMALE) if kind is Kind.PERSON else (None,)
    wanted = fold_form(surface)
    found: dict[tuple[str, Gender | None], int] = {}
    for far, guess in sorted(guesses):
        for gender in genders:
            if (guess, gender) not in found and wanted in map(
                fold_form, case_forms(guess, locale, kind, gender)
            ):
                found[guess, gender] = far
    return tuple(Lemma(form=form, gender=gender, far=far) for (form, gender), far in found.items())


def case_forms(name: str, locale: str, kind: Kind, gender: Gender | None) -> Sequence[str]:
    """Return the different forms of a name that no registry knows, the nominative first; none of several people."""
    entry = NameEntry(id="", kind=kind, native=name, language=locale, because="", gender=gender)
    found = surface_forms(name, entry, locale)
    singular = (form for case, form in (*found.surfaces, *found.also) if case is not Case.PLURAL)
    return tuple(dict.fromkeys(singular)) or (name,)


def _guesses(word: str, like: str, locale: str) -> list[tuple[int, str]]:
    """Return what a word may be a form of, each with how far it sounds from `like`."""
    stems = {word[: len(word) - n] for n in range(_MOST_REMOVED + 1) if len(word) - n >= _FEWEST_LEFT}
    endings = inflection_of(locale).nominative_endings
    guesses = {word, *(stem + ending for stem in stems for ending in endings)}
    folded = fold_word(fold_form(like).casefold())
    return sorted((distance(fold_word(fold_form(guess).casefold()), folded), guess) for guess in guesses)[
        :_TRIED
    ]
