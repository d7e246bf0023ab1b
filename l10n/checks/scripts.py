"""Is every word written in one script?

A converter or a keyboard that mixes letters does it all through a text: that is one cause, so one finding, and nothing
that `--fix` would do by itself.
"""

from collections.abc import Iterable
from dataclasses import replace

from l10n.checks.base import Check, Example, Subject
from l10n.model import Finding, Severity

_FEWEST_TEXTS, _LEAST_SHARE = 3, 0.25  # of the texts of a document, for one cause
_WORDS_OF_A_TEXT = 5  # nobody mistypes so many in one text


def _mixed(subject: Subject) -> Iterable[Finding]:
    from l10n.names import mixed_words

    found: list[Finding] = []
    mixed, texts, example = 0, 0, ""
    for message, form, text in subject.texts():
        words = [*mixed_words(text, subject.locale)]
        texts, mixed = texts + bool(text), mixed + bool(words)
        for word in words:
            example = example or f"“{word.found}” for “{word.expected}”"
            found.append(
                Finding(
                    code="mixed-script",
                    message=f"“{word.found}” mixes Latin and Cyrillic letters; write “{word.expected}”",
                    location=subject.place(message, form, word.start),
                    hint="`l10n names fix` fixes it",
                    edit=word.edit,
                    because=word.because,
                )
            )
    is_wide = mixed >= _FEWEST_TEXTS and mixed >= _LEAST_SHARE * texts
    if found and (is_wide or len(found) >= _WORDS_OF_A_TEXT * mixed):
        what = f"{len(found)} words in {mixed} of {texts} texts mix Latin and Cyrillic letters: {example}"
        return [_all_through(found[0], what)]
    return found


def _all_through(first: Finding, what: str) -> Finding:
    return replace(
        first,
        severity=Severity.WARNING,
        message=what,
        hint="this was done by a converter or a keyboard: convert the texts again from what it was given; "
        "`--fix` corrects single words, never a whole catalog",
        edit=None,
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
