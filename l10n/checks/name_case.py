"""Does every registered name stand in the case that its preposition, its title or the rest of it asks for?"""

from collections.abc import Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.checks.names import EXAMPLE_REGISTRY
from l10n.languages.language import Capability
from l10n.model import Finding, Severity


def _disagreeing(subject: Subject) -> Iterator[Finding]:
    from l10n.names import case_disagreements, read_names

    for message, form, text in subject.texts():
        context = read_names(text, subject.locale, subject.lexicon.decided, subject.original(message, form))
        for found in case_disagreements(context):
            yield Finding(
                code="name-case",
                severity=Severity.WARNING,
                message=found.message,
                location=subject.place(message, form, found.start),
                hint=found.hint or ("`l10n check --fix` fixes it" if found.edit else ""),
                edit=found.edit,
                because=found.because,
            )


_REGISTRY = f"""{EXAMPLE_REGISTRY}
[[name]]
id = "anton-shkaplerov"
kind = "person"
gender = "male"
native = "Антон Шкаплеров"
language = "ru"
because = "example"
nl = {{ preferred = "Anton Sjkaplerov" }}
en = {{ preferred = "Anton Shkaplerov" }}
ru = {{ preferred = "Антон Шкаплеров" }}
"""


def _example(source: str, msgstr: str) -> Example:
    return Example(source=source, locale="ru", msgstr=msgstr, registry=_REGISTRY)


CHECKS = (
    Check(
        code="name-case",
        needs=Capability.GOVERNMENT,
        severity=Severity.WARNING,
        description="A registered name is in a grammatical case that the words around it rule out.",
        authority="Русская грамматика, АН СССР, 1980, т. II; l10n/languages/*/government.toml",
        find=_disagreeing,
        passing=(
            _example("They went to Yulia Peresild.", "Они пришли к Юлии Пересильд."),
            _example("She met Anton Shkaplerov.", "Она встретилась с Антоном Шкаплеровым."),
            _example(
                "Yulia Peresild flew with the director.", "Вместе с режиссёром Юлия Пересильд летала на МКС."
            ),
            _example("Then Yulia Peresild told.", "После Юлия Пересильд рассказала."),
        ),
        failing=(
            _example("They went to Yulia Peresild.", "Они пришли к Юлия Пересильд."),
            _example("She met Anton Shkaplerov.", "Она встретилась с Антону Шкаплерову."),
            _example("She met Anton Shkaplerov.", "Она встретилась с Антоном Шкаплеров."),
            _example("He spoke with the actress Yulia Peresild.", "Он говорил с актрисой Юлия Пересильд."),
        ),
        is_safe=True,
    ),
)
