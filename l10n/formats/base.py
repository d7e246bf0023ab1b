"""What a format is: it turns a text into a Document, and a translation into text that may stand there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from l10n.model import Document, Location, Segment
from l10n.settings import FormatSettings

if TYPE_CHECKING:
    from l10n.formats.own_places import OwnLink


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
class YieldsParts(Protocol):
    """A format that reads a text from its beginning to its end; who needs each part once need not hold them all."""

    def parts(self, text: str, path: str) -> Iterator[str | Segment]:
        """Yield the parts of the document that `parse` returns; `labels`, which are known at the end, may lack."""


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
class HasInlineTexts(Protocol):
    """A format whose inline markup holds texts that readers see: what stands for an image, the title of a link."""

    def inline_texts(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of these texts in a msgid, without their quotation marks, in order."""


@runtime_checkable
class ShowsPage(Protocol):
    """A format that browsers show, or whose texts become a page that they do."""

    def page(self, text: str) -> str:
        """Return a piece of a document as HTML, as its readers see it. Who shows it has to keep it from doing harm."""


@runtime_checkable
class MarksLanguage(Protocol):
    """A format whose documents say which language they are in. A format without that leaves it out."""

    def retargeted(self, text: str, language: str, direction: str) -> str:
        """Return `text` saying it is in `language` (a BCP 47 tag), written in `direction` (`ltr` or `rtl`)."""


@runtime_checkable
class DeclaresEncoding(Protocol):
    """A format whose documents can say which encoding they are in, and can write any character in ASCII.

    What an encoding lacks is written as a reference (`&#1071;`).
    """

    def declared_encoding(self, content: bytes) -> str | None:
        """Return Python's name of the encoding a file says it is in; None where it says none that is known."""

    def redeclared(self, text: str, encoding: str) -> str:
        """Return `text` saying it is in `encoding`, where it says that at all."""


@runtime_checkable
class MarksOutdated(Protocol):
    """A format in which a text can say that it is older than its source. A format without that leaves it out."""

    def marked(self, segment: Segment, localized: str, notice: str, before: str) -> str:
        """Return the localized text of a segment with `notice`, a sentence; as it is where no mark may stand.

        `before` is the skeleton right before the segment.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a document that its author should fix: where, what is wrong, and what to do about it."""

    location: Location
    what: str
    hint: str = ""


@runtime_checkable
class FindsProblems(Protocol):
    """A format in which a text may be broken: a part that is never closed takes what follows with it."""

    def problems(self, text: str, path: str) -> tuple[Problem, ...]:
        """Return what is broken in `text`, in its order; `path` is for locations."""


@runtime_checkable
class HoldsAddenda(Protocol):
    """A format in which a block of text may be put between two others (`l10n.addenda`)."""

    def body(self, text: str) -> tuple[int, int]:
        """Return where what readers see begins and ends in `text`: an addendum may stand at both."""

    def behind_heading(self, text: str, end: int) -> int:
        """Return where an addendum may stand that follows the heading whose text ends at `end`."""


@runtime_checkable
class HasOwnLinks(Protocol):
    """A format in which a text may link to a place in its own document, such as a heading."""

    def own_links(self, segment: Segment, text: str) -> tuple["OwnLink", ...]:
        """Return these links in a msgid or a msgstr of the segment, in order."""

    def ids(self, document: Document) -> frozenset[str]:
        """Return, folded (`anchors.folded_id`), every id such a link may have there, whatever shows the document."""


@runtime_checkable
class Configurable(Protocol):
    """A format that a project can set up."""

    def configured(self, settings: FormatSettings) -> Format:
        """Return the format as the project wants it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What translations may have beyond what their source has. `links` and `images` are addresses.

    An address stands for itself and all below it: `https://example.org/nl` allows `https://example.org/nl/map`,
    but not `https://example.org/nlx`. `tags` are names of elements, which stand without attributes.
    """

    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()

    def allows(self, target: str, *, is_image: bool = False) -> bool:
        """Return whether a translation may link to `target`, or show it as an image."""
        known = self.images if is_image else self.links
        return any(_is_below(target, address) for address in known)


NOTHING_MORE = Allowance()


def allowance(settings: FormatSettings) -> Allowance:
    """Return what the configuration allows translations beyond their source."""
    tags = frozenset(tag.strip("<>/ ").lower() for tag in settings.allow_tags)
    return Allowance(links=settings.allow_links, images=settings.allow_images, tags=tags)


def _is_below(target: str, address: str) -> bool:
    """Return whether `target` is `address` or below it. A path with `..` or a backslash could lead elsewhere."""
    if target == address:
        return True
    rest = target.removeprefix(address)
    inside = target.startswith(address) and (address.endswith(("/", "?", "#")) or rest[:1] in ("/", "?", "#"))
    return inside and not re.search(r"\.\.|\\|%2e|[\0-\x20<>\"]", target, re.IGNORECASE)


class MarkKind(StrEnum):
    """What markup does for a reader."""

    BOLD = "bold"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    IMAGE = "image"
    FOOTNOTE = "footnote"
    TAG = "tag"
    LINE = "line break"
    STRAY = "stray mark"  # that would be markup if it had its partner


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A piece of markup in a text: `name` tells two of one kind apart, `offset` is its place (0 where not known)."""

    kind: MarkKind
    name: str = ""
    offset: int = 0


@runtime_checkable
class ShowsMarkup(Protocol):
    """A format whose texts have markup of their own."""

    def marks(self, segment: Segment, text: str) -> tuple[Mark, ...]:
        """Return the markup in a msgid or a msgstr of the segment."""
