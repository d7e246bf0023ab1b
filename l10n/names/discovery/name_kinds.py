"""Of which kind a name is that no registry has: person, place, organisation, work. What is known, else a guess."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.grammar import Kind
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.transcription import PIVOT
from l10n.names.discovery.known_names import is_given, is_surname, known_place
from l10n.names.discovery.mention_clusters import MentionCluster

_WORDS_OF_A_PERSON = 2


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The kind of a name; `is_name` tells whether it surely is one, `is_guess` that it may be of another kind."""

    kind: Kind
    is_name: bool = True
    is_guess: bool = False


def guess_kind(cluster: MentionCluster, locale: str) -> KindGuess:
    """Return the kind of a name, by what is known and by the mentions of it."""
    key, words = fold_key(cluster.spelling), cluster.spelling.split()
    if known_place(cluster.spelling) is not None:
        return KindGuess(Kind.PLACE)
    if key in established_forms().persons or _begins_as_person(words, locale):
        return KindGuess(Kind.PERSON)
    is_word, is_latin_in_russian = len(words) == 1, cluster.spelling in cluster.answers(PIVOT)
    rules = (
        (KindGuess(Kind.ORGANISATION, is_guess=True), is_latin_in_russian),
        (KindGuess(Kind.ORGANISATION, is_name=False, is_guess=True), is_word and cluster.spelling.isupper()),
        (KindGuess(Kind.WORK, is_guess=True), any(mention.quoted for mention in cluster.full)),
        (
            KindGuess(Kind.PLACE, is_guess=True),
            is_word and any(mention.behind_preposition for mention in cluster.full),
        ),
        (KindGuess(Kind.PERSON), is_word and is_surname(words[0], locale)),
    )
    # two words are most often a person; of anything else no part is a name
    is_two = len(words) == _WORDS_OF_A_PERSON and not _is_generic(words, locale)
    guess = KindGuess(Kind.PERSON if is_two else Kind.ORGANISATION, is_name=False, is_guess=True)
    return next((found for found, holds in rules if holds), guess)


def _begins_as_person(words: Sequence[str], locale: str) -> bool:
    return len(words) > 1 and not _is_generic(words, locale) and is_given(words[0], locale)


def _is_generic(words: Sequence[str], locale: str) -> bool:
    """Tell whether a word shows that no person bears the name: West Virginia, Lake City, Columbia University."""
    language = inflection_of(locale)
    folded = [word.casefold() for word in words]
    no_given = language.no_given_names | (language.homographs & language.capitalised_homographs)
    key = fold_key(words[0])
    is_place = key in established_forms().places and key not in established_forms().foreign_given_names
    return is_place or folded[0] in no_given or not language.generic_words.isdisjoint(folded)
