"""Is a translation in the language of its catalog? Guessed by py3langid (extra `language`), for texts that look odd.

Of a language the guesser does not know it can only be said that a text is still in that of the source; one that is
much like that of the catalog (`root/likeness.toml`) is no more than information.

Loading the guesser takes longer than all other checks of an article. So it is asked only about a text that is long
enough to tell, and that has more of the little words of the source's language than of its own, or none of its own.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.likeness import are_near, guessed_language, has_no_blanks
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Slip, of_translations
from l10n.languages.tags import language_subtag
from l10n.model import Severity

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS, _FEWEST_LETTERS = 5, 25
_SURE = 0.9


def _foreign(pair: Pair, subject: Subject) -> Iterator[Slip]:
    if pair.source == pair.target:
        return  # `unchanged-translation` says so
    words = _WORD.findall(pair.target_prose.lower())
    fewest = 1 if has_no_blanks(subject.locale) else _FEWEST_WORDS
    if len(words) < fewest or sum(map(len, words)) < _FEWEST_LETTERS or not _is_odd(words, subject):
        return
    found, probability = _guesser().classify(" ".join(words))
    language, own = guessed_language(found), guessed_language(language_subtag(subject.locale))
    is_known = own in _known_languages() or language == language_subtag(subject.source_locale)
    if language != own and is_known and probability >= _SURE:
        near = are_near(language, own)
        yield Slip(
            code="wrong-language",
            message=f"this looks like {language}, but the catalog is {subject.locale}",
            start=0,
            severity=Severity.INFO if near else Severity.WARNING,
            hint="the two are much alike: does a reader agree?"
            if near
            else "was it pasted into the wrong catalog, or left over from machine translation?",
            because=(f"py3langid: {language}, probability {float(probability):.2f}",),
        )


def _is_odd(words: Collection[str], subject: Subject) -> bool:
    """Tell whether a text may be in another language than that of its catalog, as far as a glance tells."""
    from l10n.languages.inflection_rules import inflection_of

    own = inflection_of(subject.locale)
    if not own.function_words:
        return True
    source = inflection_of(subject.source_locale)
    if source is own:
        return own.function_words.isdisjoint(words)
    count = sum(map(own.function_words.__contains__, words))
    return not count or count < sum(map(source.function_words.__contains__, words))


@cache
def _known_languages() -> frozenset[str]:
    """Return the languages the guesser can tell: of another it would always name a neighbour."""
    return frozenset(map(guessed_language, _guesser().nb_classes))


@cache
def _guesser() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


CHECKS = (
    Check(
        code="wrong-language",
        severity=Severity.WARNING,
        description="A translation is not in the language of its catalog. Needs the extra [language].",
        authority="py3langid: Lui and Baldwin, langid.py, ACL 2012",
        find=of_translations(_foreign)("wrong-language"),
        passing=(
            Example(source="She flies to the station today.", msgstr="Ze vliegt vandaag naar het station."),
            Example(
                source="They want to film in space.", msgstr="Они хотят снимать фильм в космосе.", locale="ru"
            ),
            Example(source="See the films at home.", msgstr="Nederlanders bekijken thuis graag speelfilms."),
        ),
        failing=(
            Example(
                source="She flies to the station today.",
                msgstr="They are going to fly to the station with the crew of the ship.",
            ),
            Example(
                source="They want to film in space.",
                msgstr="Ze willen de film in de ruimte gaan opnemen.",
                locale="ru",
            ),
            Example(
                source="She flies to the station today with the crew.",
                msgstr="Sie fliegt heute mit der Besatzung zur Raumstation und dreht dort einen Film.",
            ),
        ),
        extra="language",
    ),
)
