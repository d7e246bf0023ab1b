"""What a check is: a code, a severity, the source of its rule, examples that prove it, and a function.

A run that remembers every document, `l10n rule` and the configuration ask for codes only. So what looks at texts is
imported in the functions of the checks that do.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from l10n.catalog.catalog import Catalog, Message, MessageKey
from l10n.formats import Format
from l10n.model import Document, Finding, Location, Segment, Severity
from l10n.names import Lexicon
from l10n.policy import NO_LIMITS, Limits

if TYPE_CHECKING:
    from l10n.catalog.pofile import PoFile
    from l10n.languages.language import Capability
    from l10n.names import OriginalText, PlacedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is looked at: one document in its format, in one locale. `file` is None when there is no catalog yet.

    `quotation_marks` are those of the house, outer then inner; "" for those of the language. `dictionaries` is the
    folder of hunspell dictionaries of the project; "" for those of the system alone. `limits` are how many characters
    a translation may have."""

    document: Document
    form: Format
    source_locale: str
    locale: str
    catalog_name: str
    file: "PoFile | None"
    lexicon: Lexicon
    quotation_marks: str = ""
    dictionaries: str = ""
    limits: Limits = NO_LIMITS

    @property
    def catalog(self) -> Catalog:
        """The messages of the catalog; none when there is no file."""
        return self.file.catalog(self.locale, "") if self.file else Catalog(locale=self.locale, domain="")

    def place(self, message: Message, form: int = 0, offset: int = 0) -> Location:
        """Return where the code point `offset` of a msgstr stands in the file of the catalog."""
        if self.file is None:
            raise ValueError("no catalog, so no place in it")
        from l10n.catalog import pofile

        line, column = pofile.locate(self.file, message, form, offset)
        return Location(path=self.catalog_name, line=line, column=column)

    def texts(self) -> Iterator[tuple[Message, int, str]]:
        """Yield each msgstr of each live message, with its message and the number of its plural form."""
        for message in self.catalog.live:
            for form, text in enumerate(message.msgstr):
                yield message, form, text

    def source_texts(self) -> "dict[MessageKey, PlacedText]":
        """Return the texts of the document by what identifies them in a catalog, each at its first place."""
        from l10n.names import PlacedText

        found: dict[MessageKey, PlacedText] = {}
        for segment in self.document.segments:
            key = (segment.msgctxt, segment.msgid)
            found.setdefault(key, PlacedText(text=segment.msgid, locate=partial(_place_in, segment)))
        return found

    def confirmed_texts(self) -> "dict[MessageKey, PlacedText]":
        """Return the translations somebody has confirmed, of messages without plural, by the same key."""
        from l10n.names import PlacedText

        return {
            message.key: PlacedText(text=message.msgstr[0], locate=partial(self.place, message, 0))
            for message in self.catalog.live
            if message.translated and not message.fuzzy and message.msgid_plural is None
        }

    def original(self, message: Message, form: int) -> "OriginalText":
        """Return what a msgstr is the translation of."""
        from l10n.names import OriginalText

        plural = form > 0 and message.msgid_plural is not None
        return OriginalText(
            text=message.msgid_plural or "" if plural else message.msgid, locale=self.source_locale
        )

    def entry(self, message: Message) -> Location:
        """Return where the message begins in the file of the catalog."""
        return Location(path=self.catalog_name, line=message.line, column=1)


def _place_in(segment: Segment, offset: int) -> Location:
    """Return where a code point of a msgid stands in the source, as near as that can be told."""
    place = segment.location
    if segment.raw != segment.msgid or place.column is None:
        return place
    return Location(path=place.path, line=place.line, column=place.column + offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small subject: one paragraph `source`, and a catalog with one message.

    `plural_forms` is that of the header, `more_forms` the msgstrs behind the first, `previous` the text it was
    translated from, `flags` those of its `#,` line.
    """

    source: str
    msgstr: str
    locale: str = "nl"
    msgid: str | None = None
    fuzzy: bool = False
    obsolete: bool = False
    registry: str = ""
    path: str = "source/example.txt"
    plural_forms: str | None = None
    msgid_plural: str | None = None
    more_forms: tuple[str, ...] = ()
    previous: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One concern. `authority` is where the rule comes from.

    `find` yields findings with this code only, and none worse than `severity`. `is_safe` says that the edits of
    its findings may be made without a person looking at each: `l10n check --fix` makes them. `extra` is the optional
    extra of this package that it needs, `needs` what has to be known of the language of the
    translation: where it is not, the check does not run. A check `on_request` runs only where it is asked for by name.
    """

    code: str
    severity: Severity
    description: str
    authority: str
    find: Callable[[Subject], Iterable[Finding]]
    passing: tuple[Example, ...]
    failing: tuple[Example, ...]
    is_safe: bool = False
    extra: str = ""
    needs: "Capability | None" = None
    on_request: bool = False
