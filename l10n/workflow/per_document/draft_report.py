"""What came of drafting: counted on the way, and a report at the end."""

from collections import Counter
from dataclasses import dataclass, field

from l10n.errors import ServiceError
from l10n.pretranslation.services.announcement import Outgoing
from l10n.workflow.store.files import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A message that has no draft, or names in its draft that a person has to see to, with the reason."""

    catalog: str
    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslateReport:
    """What was drafted, and from where; what was left; the files that change; what stopped it.

    `messages` and `characters` count what had no translation; `sent` and `sent_characters` what goes to the service,
    in `requests` requests, and `outgoing` what those would hold; `unsent` are the locales in the language of the
    sources. `failed` are the texts that the service failed with, `failure` is the error that ended it,
    `is_interrupted` whether the user did.
    """

    messages: int = 0
    characters: int = 0
    from_memory: int = 0
    sent: int = 0
    sent_characters: int = 0
    requests: int = 0
    from_service: int = 0
    unsent: tuple[str, ...] = ()
    outgoing: tuple[Outgoing, ...] = ()
    refused: tuple[Left, ...] = ()
    failed: tuple[Left, ...] = ()
    names: tuple[Left, ...] = ()
    changes: tuple[Change, ...] = ()
    failure: ServiceError | None = None
    is_interrupted: bool = False


@dataclass(slots=True)
class Tally:
    """What is counted on the way, over all locales."""

    counts: Counter[str] = field(default_factory=Counter)
    unsent: list[str] = field(default_factory=list)
    outgoing: list[Outgoing] = field(default_factory=list)
    refused: list[Left] = field(default_factory=list)
    failed: list[Left] = field(default_factory=list)
    names: list[Left] = field(default_factory=list)
    changes: dict[str, Change] = field(default_factory=dict)
    failure: ServiceError | None = None
    is_interrupted: bool = False

    def report(self) -> TranslateReport:
        """Return it as a report."""
        return TranslateReport(
            messages=self.counts["messages"],
            characters=self.counts["characters"],
            from_memory=self.counts["from_memory"],
            sent=self.counts["sent"],
            sent_characters=self.counts["sent_characters"],
            requests=self.counts["requests"],
            from_service=self.counts["from_service"],
            unsent=tuple(self.unsent),
            outgoing=tuple(self.outgoing),
            refused=tuple(self.refused),
            failed=tuple(self.failed),
            names=tuple(self.names),
            changes=tuple(self.changes.values()),
            failure=self.failure,
            is_interrupted=self.is_interrupted,
        )
