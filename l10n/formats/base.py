"""What a format is: it turns a text into a Document, and a translation into text that may stand there."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from l10n.model import Document, Segment


class Format(Protocol):
    """One kind of document. Both functions are pure."""

    @property
    def name(self) -> str:
        """The name of the format, as people call it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of its files, lower case, with the dot."""

    def parse(self, text: str, path: str) -> Document:
        """Return the document of `text`; its parts joined are `text` again. `path` is for locations."""

    def localized(self, segment: Segment, msgstr: str) -> str:
        """Return what stands in the place of `segment.raw` when `msgstr` is its translation.

        A msgstr equal to the msgid gives `segment.raw`, and no msgstr changes the number of blocks.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A piece of a msgstr that is rendered as text instead of being obeyed: `text` at `offset`, and why."""

    offset: int
    text: str
    why: str


@runtime_checkable
class RefusesMarkup(Protocol):
    """A format in which a text may do something: a translation may do no more than its source."""

    def refused(self, segment: Segment, msgstr: str) -> tuple[Refused, ...]:
        """Return what `localized` makes inert in `msgstr`, in its order; () when all is allowed."""


@runtime_checkable
class HasInlineMarkup(Protocol):
    """A format in which parts of a text are no words."""

    def markup(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of a msgid that a translation has to keep as they are, in order."""


@runtime_checkable
class MarksLanguage(Protocol):
    """A format whose documents say which language they are in. A format without that leaves it out."""

    def retargeted(self, text: str, language: str, direction: str) -> str:
        """Return `text` saying it is in `language` (a BCP 47 tag), written in `direction` (`ltr` or `rtl`)."""
