"""What was left behind: texts nobody translated, and messages that no source has any more."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Slip, of_translations
from l10n.languages.tags import language_subtag
from l10n.model import Finding, Severity

_WORD = re.compile(r"(?<![\w=:-])[^\W\d_]{3,}(?![\w(=:-])")
_FEWEST_WORDS = 3


def _unchanged(pair: Pair, subject: Subject) -> Iterator[Slip]:
    if pair.source.strip() != pair.target.strip() or language_subtag(
        subject.source_locale
    ) == language_subtag(subject.locale):
        return
    if pair.message.msgid_plural is not None:
        return
    words = [word for word in _WORD.finditer(pair.source_prose) if not word[0].isupper()]
    ordinary = [word for word in words if word[0][0].islower()]
    if len(words) < _FEWEST_WORDS or len(ordinary) < _FEWEST_WORDS - 1:
        return
    from l10n.names import read_names

    names = read_names(pair.source, subject.source_locale, subject.lexicon).occurrences
    starts = [name.start for name in names]
    if all(
        (place := bisect_right(starts, word.start())) and word.start() < names[place - 1].end
        for word in ordinary
    ):
        return
    yield Slip(
        code="unchanged-translation",
        message="the translation is identical to the source",
        severity=Severity.WARNING,
        hint="translate it, or explain in a comment why it stays",
    )


def _obsolete(subject: Subject) -> Iterator[Finding]:
    for message in subject.catalog.messages:
        if message.obsolete:
            yield Finding(
                code="obsolete-message",
                severity=Severity.INFO,
                message="this text is no longer in the source",
                location=subject.entry(message),
                hint="it is kept in case the text returns; delete it if it will not",
            )


CHECKS = (
    Check(
        code="unchanged-translation",
        severity=Severity.WARNING,
        description="The translation is the source text, word for word.",
        authority="pofilter of the translate-toolkit, test unchanged; names, numbers and code are left alone",
        find=of_translations(_unchanged)("unchanged-translation"),
        passing=(
            Example(source="The rocket flies to the moon.", msgstr="De raket vliegt naar de maan."),
            Example(source="Open Document Text", msgstr="Open Document Text"),
            Example(source="See `make run now please`.", msgstr="See `make run now please`."),
            Example(
                source="The rocket flies to the moon.", msgstr="The rocket flies to the moon.", locale="en"
            ),
        ),
        failing=(
            Example(source="The rocket flies to the moon.", msgstr="The rocket flies to the moon."),
            Example(source="The rocket flies now.", msgstr="The rocket flies now.", locale="ru"),
        ),
    ),
    Check(
        code="obsolete-message",
        severity=Severity.INFO,
        description="The catalog keeps a translation whose text is no longer in the source.",
        authority="GNU gettext manual, “Obsolete Entries”",
        find=_obsolete,
        passing=(Example(source="It flies.", msgstr="Hij vliegt."),),
        failing=(Example(source="It flies.", msgstr="Hij vliegt.", obsolete=True),),
    ),
)
