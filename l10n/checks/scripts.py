"""Is every word written in one script?

A converter or a keyboard that mixes letters does it all through a text: that is one cause, so one finding, and nothing
that `--fix` would do by itself.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from l10n.checks.base import Check, Example, Subject
from l10n.model import Finding, Severity

if TYPE_CHECKING:
    from l10n.catalog.catalog import Message
    from l10n.names.text.confusables import MixedWord

_FEWEST_TEXTS, _LEAST_SHARE = 3, 0.25  # of the texts of a document, for one cause
_WORDS_OF_A_TEXT = 5  # nobody mistypes so many in one text


def _mixed(subject: Subject) -> Iterator[Finding]:
    from l10n.names import mixed_words

    texts = [(message, form, text) for message, form, text in subject.texts() if text]
    found = [
        (message, form, word) for message, form, text in texts for word in mixed_words(text, subject.locale)
    ]
    mixed = sum(1 for _ in groupby(found, key=lambda one: (one[0].key, one[1])))
    is_wide = mixed >= _FEWEST_TEXTS and mixed >= _LEAST_SHARE * len(texts)
    if found and (is_wide or len(found) >= _WORDS_OF_A_TEXT * mixed):
        yield _all_through(subject, found, mixed, len(texts))
        return
    for message, form, word in found:
        yield Finding(
            code="mixed-script",
            message=f"“{word.found}” mixes Latin and Cyrillic letters; write “{word.expected}”",
            location=subject.place(message, form, word.start),
            hint="`l10n names fix` fixes it",
            edit=word.edit,
            because=word.because,
        )


def _all_through(
    subject: Subject, found: "list[tuple[Message, int, MixedWord]]", mixed: int, texts: int
) -> Finding:
    message, form, word = found[0]
    return Finding(
        code="mixed-script",
        severity=Severity.WARNING,
        message=f"{len(found)} words in {mixed} of {texts} texts mix Latin and Cyrillic letters: "
        f"“{word.found}” for “{word.expected}”",
        location=subject.place(message, form, word.start),
        hint="this was done by a converter or a keyboard: convert the texts again from what it was given; "
        "`--fix` corrects single words, never a whole catalog",
        because=word.because,
    )


def _example(locale: str, msgstr: str) -> Example:
    return Example(source="She flies.", locale=locale, msgstr=msgstr)


CHECKS = (
    Check(
        code="mixed-script",
        severity=Severity.ERROR,
        description="A word mixes Latin and Cyrillic letters that look alike.",
        authority="Unicode Technical Standard #39, section 5: mixed-script detection",
        find=_mixed,
        passing=(
            _example("ru", "Она работает в IT-компании и пишет в WhatsApp."),
            _example("ru", "Она пишет -cТЕГ."),
            _example("nl", "Ze vliegt."),
        ),
        failing=(
            _example("ru", "Летит Юлия П\N{LATIN SMALL LETTER E}ресильд."),
            _example("en", "She is in Mos\N{CYRILLIC SMALL LETTER ES}ow."),
            _example("ru", "Онa скaзaлa нaм, чтo снa нe былo."),
        ),
        is_safe=True,
    ),
)
