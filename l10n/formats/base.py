"""What a format is: it turns a text into a Document, and a translation into text that may stand there."""

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


@runtime_checkable
class MarksLanguage(Protocol):
    """A format whose documents say which language they are in. A format without that leaves it out."""

    def retargeted(self, text: str, language: str, direction: str) -> str:
        """Return `text` saying it is in `language` (a BCP 47 tag), written in `direction` (`ltr` or `rtl`)."""
