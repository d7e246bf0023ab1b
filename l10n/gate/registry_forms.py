"""Which locales the registry has nothing to say about: one finding for each, whatever the number of names."""

from collections.abc import Iterator, Sequence

from l10n.gate.rules import rules
from l10n.model import Finding, Location
from l10n.names import EntryStatus, Registry

CODE = "missing-form"


def missing_forms(registry: Registry, locales: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding for each locale in which decided names have no form, at the first of them, with their count."""
    decided = [entry for entry in registry.entries if entry.status is EntryStatus.APPROVED]
    for locale in locales:
        lacking = [entry for entry in decided if locale not in entry.locales]
        if lacking:
            yield Finding(
                code=CODE,
                message=f"{len(lacking)} of {_counted(len(decided))} no form in {locale}",
                location=Location(path=registry.path, line=lacking[0].line, column=1),
                severity=rules()[CODE].severity,
                hint="add them to names.toml; `l10n names find --add` proposes those that can be told",
                because=(f"the first is {lacking[0].id}",),
            )


def _counted(number: int) -> str:
    return "1 name has" if number == 1 else f"{number} names have"
