"""Slips of the pen in prose, and texts that cannot be whole: doubled words and blanks, ends, lengths, sentences."""

import re
from collections.abc import Iterator
from functools import cache

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.end_marks import end_slip
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Prose, Slip, of_prose, of_translations
from l10n.languages.prose_tables import count_sentences, doubled_words, knows_doubled_words, length_of
from l10n.model import Edit, Severity

_BLANKS = re.compile(r"(?<=[^\s\u00a0])[ \u00a0]{2,}(?=[^\s\u00a0])")
_BY_COLUMN = re.compile(r"\S[ \u00a0]{2,}\S|\n[ \t]")
_WIDEST_SLIP = 3
_SHORTEST = 30  # code points: below that, length says nothing
_SHORT = 80  # in a shorter one a time in words, or a name that is explained, may be half of it
_LEAST_OF_SHORT, _MOST_OF_SHORT = 0.4, 3.0
# of a script with a sign for a syllable or a word, which tells in few letters what is loosely translated
_DENSE, _LEAST_OF_DENSE, _MOST_OF_DENSE = 0.6, 0.33, 3.0
_LEAST, _MOST = 0.5, 2.2  # of the expected length
_LEAST_OF_SENTENCES, _LEAST_OF_DENSE_SENTENCES = (
    0.72,
    0.6,
)  # of the expected length, with fewer sentences, too


def _lint(prose: Prose) -> Iterator[Slip]:
    if "  " in prose.text or "\u00a0" in prose.text:
        yield from _doubled_blanks(prose)
    rightful: bool | None = None
    is_quoted = cache(prose.other.__contains__)
    for found in doubled_words(prose.prose, prose.language):
        # the source may double it on purpose: bye bye
        if rightful is None:
            rightful = bool(prose.other) and any(doubled_words(prose.other, "", rightful=True))
        if rightful:
            return
        if is_quoted(f"{found.word} {found.word}"):  # as a quotation: `help help'
            continue
        yield Slip(
            code="doubled-word",
            message=f"“{found.word}” is repeated",
            start=found.start,
            severity=Severity.WARNING if knows_doubled_words(prose.language) else Severity.INFO,
            hint="delete one of them",
        )


def _doubled_blanks(prose: Prose) -> Iterator[Slip]:
    if _BY_COLUMN.search(prose.other) or "\n " in prose.text:
        return
    # of a source: neither columns nor the two blanks a typewriter puts behind a sentence
    is_set = not prose.other and ("\n" in prose.text or not prose.text[:1].isalnum())
    for found in () if is_set else _BLANKS.finditer(prose.text):
        if not prose.other and (len(found[0]) > _WIDEST_SLIP or prose.text[found.start() - 1] in ".!?:"):
            continue
        yield Slip(
            code="doubled-space",
            message=f"{len(found[0])} spaces in a row",
            start=found.start(),
            severity=Severity.WARNING,
            hint="one space is enough",
            edit=Edit(
                start=found.start(), end=found.end(), replacement="\u00a0" if "\u00a0" in found[0] else " "
            ),
        )


def _compare(pair: Pair, subject: Subject) -> Iterator[Slip]:
    if end := end_slip(pair, subject):
        yield end
    source, target = pair.source_prose, pair.target_prose
    ours, theirs = length_of(subject.source_locale), length_of(subject.locale)
    if (ours is None or theirs is None) and not (_has_capitals(source) and _has_capitals(target)):
        return  # a script that may take a third of the letters, and nobody has measured
    expected = len(source) * ((theirs / ours) if ours and theirs else 1.0)
    share = len(target) / expected if expected else 1.0
    is_dense = bool(ours and theirs) and not _DENSE < (theirs or 1) / (ours or 1) < 1 / _DENSE
    least, most, least_of_sentences = _LEAST, _MOST, _LEAST_OF_SENTENCES
    if is_dense:
        least, most, least_of_sentences = _LEAST_OF_DENSE, _MOST_OF_DENSE, _LEAST_OF_DENSE_SENTENCES
    elif len(source) < _SHORT:
        least, most = _LEAST_OF_SHORT, _MOST_OF_SHORT
    if len(source) >= _SHORTEST and not least <= share <= most:
        yield Slip(
            code="length-ratio",
            message=f"the translation has {share:.0%} of the expected length",
            severity=Severity.WARNING,
            hint="is something missing?" if share < 1 else "is something added, or does it belong elsewhere?",
        )
    if len(source) >= _SHORTEST and share < least_of_sentences:
        counts = count_sentences(source, subject.source_locale), count_sentences(target, subject.locale)
        if counts[1] < counts[0]:
            yield Slip(
                code="sentence-count",
                message=f"the source has {counts[0]} sentences, the translation {counts[1]}, and it is short",
                severity=Severity.WARNING,
                hint="is a sentence missing?",
            )


def _has_capitals(text: str) -> bool:
    """Tell whether a text is in a script with capital letters, which take about as much room in any language."""
    return text.upper() != text.lower()


_prose = of_prose(_lint)
_pairs = of_translations(_compare)


def _example(source: str, msgstr: str, locale: str = "nl") -> Example:
    return Example(source=source, msgstr=msgstr, locale=locale)


_TWO = "The rocket flew for two hours. Nobody on the ground could see where it went."

CHECKS = (
    Check(
        code="doubled-word",
        severity=Severity.WARNING,
        description="A word is repeated.",
        authority="proofreading practice; the words that may, in l10n/languages/*/prose.toml",
        find=_prose("doubled-word"),
        passing=(
            _example("I know that that is so.", "Ik weet dat dat zo is."),
            _example("Bye bye, bird.", "Daag daag, vogel."),
            _example("Bora Bora is far.", "Bora Bora is ver."),
            _example("No, no, no!", "Neen neen neen!"),
            _example("Try 'help help' for more.", "Zie “help help” daarvoor."),
        ),
        failing=(
            _example("The rocket flies.", "De raket raket vliegt."),
            _example("The rocket flies.", "Ракета ракета летит.", "ru"),
            _example("The rocket rocket flies.", "De raket vliegt."),
        ),
    ),
    Check(
        code="doubled-space",
        severity=Severity.WARNING,
        is_safe=True,
        description="Two or more spaces in a row.",
        authority="The Chicago Manual of Style, 17th edition, 2.9 and 6.7",
        find=_prose("doubled-space"),
        passing=(_example("It flies. Far.", "Hij vliegt. Ver."),),
        failing=(
            _example("It flies. Far.", "Hij vliegt.  Ver."),
            _example("It  flies far.", "Hij vliegt ver."),
        ),
    ),
    Check(
        code="end-punctuation",
        severity=Severity.WARNING,
        description="The translation and its source end with different punctuation.",
        authority="pofilter of the translate-toolkit, test endpunc; left alone: the order of quotes and points",
        find=_pairs("end-punctuation"),
        passing=(
            _example("“It flies.”", "«Он летит».", "ru"),
            _example("It flies...", "Hij vliegt…"),
            _example("It lands at 2 p.m.", "Hij landt om 14 uur"),
        ),
        failing=(
            _example("It flies.", "Hij vliegt"),
            _example("Does it fly?", "Он летит.", "ru"),
            _example("It flies", "Hij vliegt."),
        ),
    ),
    Check(
        code="length-ratio",
        severity=Severity.WARNING,
        description="The translation is much shorter or longer than is usual for its languages.",
        authority="l10n/languages/*/prose.toml: how many letters a language takes",
        find=_pairs("length-ratio"),
        passing=(
            _example(_TWO, "De raket vloog twee uur. Niemand op de grond kon zien waar hij naartoe ging."),
            _example("Yes.", "Inderdaad, dat is zo."),
        ),
        failing=(
            _example(_TWO, "De raket vloog weg."),
            _example("The rocket flew for two hours.", _TWO + " " + _TWO, "ru"),
        ),
    ),
    Check(
        code="sentence-count",
        severity=Severity.WARNING,
        description="The translation has fewer sentences than its source, and is too short to hold them all.",
        authority="ISO 17100:2015, 5.3.3: a revision looks for omissions",
        find=_pairs("sentence-count"),
        passing=(
            _example(_TWO, "De raket vloog twee uur, en niemand op de grond kon zien waarheen hij ging."),
            _example(_TWO, "De raket vloog twee uur. Niemand op de grond kon zien waar hij naartoe ging."),
        ),
        failing=(
            _example(_TWO, "Niemand op de grond kon zien waar hij naartoe ging."),
            _example(_TWO, "Ракета летела целых два часа.", "ru"),
        ),
    ),
)
