"""Is every registered name spelled as this locale spells it?"""

from collections.abc import Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.model import Finding, Severity
from l10n.names.consistency import inconsistencies
from l10n.names.entries import EntryStatus


def _inconsistent(subject: Subject) -> Iterator[Finding]:
    for message, form, text in subject.texts():
        for found in inconsistencies(text, subject.locale, subject.lexicon):
            status = subject.lexicon.entries[found.entry].status
            yield Finding(
                code="inconsistent-name",
                # What a machine has proposed is no rule yet: a person has to decide first.
                severity=Severity.WARNING if status is EntryStatus.PROPOSED else Severity.ERROR,
                message=found.message,
                location=subject.place(message, form, found.start),
                hint=found.hint or ("`l10n names fix` writes it" if found.edit else ""),
                edit=found.edit,
                because=found.because,
            )


_REGISTRY = """
[[name]]
id = "yulia-peresild"
kind = "person"
gender = "female"
native = "Юлия Пересильд"
language = "ru"
because = "example"
nl = { preferred = "Joelia Peresild" }
en = { preferred = "Yulia Peresild" }
ru = { preferred = "Юлия Пересильд" }
"""


def _example(locale: str, msgstr: str) -> Example:
    return Example(source="Yulia Peresild flies.", locale=locale, msgstr=msgstr, registry=_REGISTRY)


CHECKS = (
    Check(
        code="inconsistent-name",
        severity=Severity.ERROR,
        description="A registered name is not spelled as this locale spells it.",
        authority="the registry of the project, locales/names.toml",
        find=_inconsistent,
        passing=(
            _example("nl", "Joelia Peresild vliegt."),
            _example("ru", "С Юлией Пересильд."),
            _example("nl", "Yulia Navalnaya vliegt."),
        ),
        failing=(
            _example("nl", "Yulia Peresild vliegt."),
            _example("en", "Joelia flies."),
            _example("ru", "Летит Yulia Peresild."),
        ),
    ),
)
