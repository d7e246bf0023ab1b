"""Is every word written in one script?"""

from collections.abc import Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.model import Finding, Severity


def _mixed(subject: Subject) -> Iterator[Finding]:
    from l10n.names import mixed_words

    for message, form, text in subject.texts():
        for word in mixed_words(text, subject.locale):
            yield Finding(
                code="mixed-script",
                message=f"“{word.found}” mixes Latin and Cyrillic letters; write “{word.expected}”",
                location=subject.place(message, form, word.start),
                hint="`l10n names fix` fixes it",
                edit=word.edit,
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
        ),
        is_safe=True,
    ),
)
