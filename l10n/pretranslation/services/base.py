"""What a service is for the rest of l10n: texts in, answers out, and one kind of error."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from l10n.pretranslation.services.announcement import Outgoing
from l10n.pretranslation.services.keys import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How the target writes a name: as the source has it, and every form that is right there."""

    written: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text to translate, masked, with what may help: only services that take context read that.

    `earlier` are texts like it with their translations.
    """

    text: str
    place: str = ""
    before: str = ""
    after: str = ""
    names: tuple[Spelling, ...] = ()
    earlier: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a service may take, in seconds, and how much it may answer, in bytes.

    `total` counts from the first attempt to the last byte, with all waiting between attempts.
    """

    connect: float = 5.0
    read: float = 30.0
    total: float = 90.0
    largest: int = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user has chosen: the languages, where the service is, its key and, for some, its model or region.

    With `announce` nothing is sent: it is told what would be.
    """

    source_locale: str
    locale: str
    url: str
    key: Secret = field(default_factory=lambda: Secret(""))
    model: str = ""
    region: str = ""
    limits: Limits = field(default_factory=Limits)
    announce: Callable[[Outgoing], None] | None = None


class Translator(Protocol):
    """One client of a service, for one pair of languages. It belongs to one thread."""

    def check(self) -> None:
        """Raise ServiceError when the service does not know the languages; no text is sent for that."""

    def translate(self, asked: Sequence[Asked]) -> Sequence[object]:
        """Return what the service answers to each text: a str when all is well, whatever else it was otherwise.

        Raises ServiceError for everything that goes wrong on the way.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service in the registry.

    `longest` is the most bytes of one text, in UTF-8, below what the service itself allows; `most` how many texts one
    request may have; `pace` how many requests a second are decent. `url` is where it is when nobody says otherwise;
    `origins` are the other addresses its maker gives it. Only one that `takes_key` is ever sent one, and only one that
    `takes_context` what stands around a text.
    """

    name: str
    title: str
    url: str
    make: Callable[[Settings], Translator]
    longest: int
    most: int = 1
    pace: float = 5.0
    limits: Limits = field(default_factory=Limits)
    origins: tuple[str, ...] = ()
    takes_key: bool = False
    needs_key: bool = False
    needs_model: bool = False
    takes_context: bool = False
    is_local: bool = False
