"""The translations of a subject, each beside what it translates, as several checks read them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from l10n.catalog.catalog import Message
from l10n.checks.base import Subject
from l10n.checks.comparison.masking import masked
from l10n.model import Segment


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A translation somebody has confirmed: `target`, of `source`; the same with everything that is no prose masked."""

    message: Message
    form: int
    source: str
    target: str
    source_prose: str
    target_prose: str
    segment: Segment | None


def pairs(subject: Subject) -> tuple[Pair, ...]:
    """Return the confirmed translations of a subject. What is fuzzy or missing is a finding of its own."""
    return _pairs(SubjectKey(subject))


class SubjectKey:
    """A subject by identity: comparing catalogs of 10,000 messages would cost more than reading them."""

    __slots__ = ("subject",)

    def __init__(self, subject: Subject) -> None:
        self.subject = subject

    def __hash__(self) -> int:
        return id(self.subject)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SubjectKey) and self.subject is other.subject


@lru_cache(maxsize=2)
def _pairs(key: SubjectKey) -> tuple[Pair, ...]:
    return tuple(_read(key.subject))


def _read(subject: Subject) -> Iterator[Pair]:
    segments = {(segment.msgctxt, segment.msgid): segment for segment in reversed(subject.document.segments)}
    for message, form, text in subject.texts():
        if text and not message.fuzzy:
            source = subject.original(message, form).text
            yield Pair(message, form, source, text, masked(source), masked(text), segments.get(message.key))
