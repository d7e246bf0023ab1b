"""Is every word of a translation a word? Asked of hunspell dictionaries; one finding per word and message.

Biased to silence: words of the source, of registered names, with a capital (`names` looks at those), with figures,
acronyms, code and addresses are left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.masking import MASK
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Slip, of_translations
from l10n.conventions.dictionaries import find_dictionary, house_words, is_word, suggestions
from l10n.model import Severity

# a word that touches a figure, a slash or what is masked is a designation or part of an address
_WORD = re.compile(rf"(?<![\w{MASK}'’/.@-])[^\W\d_]+(?:['’-][^\W\d_]+)*+(?![\w{MASK}]|[-'’/.@][\w{MASK}])")
_SHORTEST, _SHORTEST_PART, _LONGEST = 3, 4, 60


def _misspelled(pair: Pair, subject: Subject) -> Iterator[Slip]:
    dictionary = find_dictionary(subject.locale, subject.dictionaries)
    known = {word[0].casefold() for word in _WORD.finditer(pair.source)}
    known |= house_words(subject.locale, subject.dictionaries)
    for word in _WORD.finditer(pair.target_prose):
        text = word[0]
        if len(text) < _SHORTEST or text != text.lower() or text.casefold() in known:
            continue
        known.add(text.casefold())
        plain = text.replace("’", "'")
        if _is_word(plain, dictionary) or _is_in_name(word.start(), pair, subject):
            continue
        meant = " or ".join(f"“{other}”" for other in suggestions(plain, dictionary))
        yield Slip(
            code="spelling",
            message=f"“{text}” is not in the dictionary",
            start=word.start(),
            severity=Severity.WARNING,
            hint=f"did you mean {meant}?" if meant else "a name belongs in the registry, locales/names.toml",
            because=(f"dictionary: {dictionary.name}",),
        )


def _is_word(word: str, dictionary: Path) -> bool:
    """Tell whether a word is one, or is put together of two: half-open, радиопрограмма."""
    if is_word(word, dictionary) or all(is_word(part, dictionary) for part in word.split("-")):
        return True
    return any(
        is_word(word[:place], dictionary) and is_word(word[place:], dictionary)
        for place in range(_SHORTEST_PART, min(len(word), _LONGEST) - _SHORTEST_PART + 1)
    )


def _is_in_name(start: int, pair: Pair, subject: Subject) -> bool:
    """Tell whether a word belongs to a registered name: Ludwig van Beethoven."""
    from l10n.names import read_names

    original = subject.original(pair.message, pair.form)
    names = read_names(pair.target, subject.locale, subject.lexicon, original).occurrences
    place = bisect_right(names, start, key=lambda name: name.start)
    return place > 0 and start < names[place - 1].end


CHECKS = (
    Check(
        code="spelling",
        severity=Severity.WARNING,
        description="A word is not in the dictionary. Checked when selected by name, or when the "
        "configuration names a folder of `dictionaries`; needs the extra [spelling].",
        authority="the hunspell dictionary of the language",
        find=of_translations(_misspelled)("spelling"),
        passing=(
            Example(source="She flies.", msgstr="Ze vliegt."),
            Example(source="She flies with two cosmonauts.", msgstr="Она летит с космонавтами.", locale="ru"),
            Example(source="Run `grpe` at example.org.", msgstr="Ze vliegt `grpe` example.org/vleigt."),
            Example(source="The ISS and the rover Zhurong.", msgstr="Ze vliegt ISS Zjoerong rover 3dx."),
        ),
        failing=(
            Example(source="She flies.", msgstr="Ze vleigt."),
            Example(source="Cosmonauts.", msgstr="Она летит с космонафтами.", locale="ru"),
        ),
        extra="spelling",
        on_request=True,
    ),
)
