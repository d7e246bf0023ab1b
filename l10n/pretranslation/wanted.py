"""What is asked for: a message without a translation, where it stands, and between which languages."""

from dataclasses import dataclass

from l10n.formats import Format
from l10n.model import Segment
from l10n.names import Lexicon
from l10n.pretranslation.memory import Neighbours


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A message without a translation: its text, its place in the document, and what stands around it.

    `headings` are the texts of the headings above it, with their markup.
    """

    segment: Segment
    form: Format
    neighbours: Neighbours
    headings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text to translate."""
        return self.segment.msgid


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """From which locale to which, the script of the latter (ISO 15924), and the names of the house."""

    source_locale: str
    locale: str
    script: str
    lexicon: Lexicon
