"""`Message` and `Catalog`: one locale's messages as frozen values, in gettext's vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MessageKey = tuple[str | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The source text a fuzzy translation was made from (`#|` lines)."""

    msgid: str
    msgctxt: str | None = None
    msgid_plural: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One entry of a catalog.

    `msgstr` holds one text, or with `msgid_plural` one text per plural form. `msgctxt=""` is a context, `None`
    is none. `line` is the 1-based line of the first keyword in the file (0: not from a file); it takes no part
    in equality. Comments are the text after `# ` (translator), `#. ` (extracted), `#: ` (references).
    """

    msgid: str
    msgstr: tuple[str, ...] = ("",)
    msgctxt: str | None = None
    msgid_plural: str | None = None
    flags: tuple[str, ...] = ()
    translator_comments: tuple[str, ...] = ()
    extracted_comments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    previous: Previous | None = None
    obsolete: bool = False
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> MessageKey:
        """What identifies the message in its catalog: context and msgid."""
        return (self.msgctxt, self.msgid)

    @property
    def is_header(self) -> bool:
        """Whether this is the entry that holds the header: an empty msgid without context."""
        return self.msgid == "" and self.msgctxt is None

    @property
    def fuzzy(self) -> bool:
        """Whether a person still has to confirm the translation."""
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Whether every form has a text (fuzzy or not)."""
        return all(self.msgstr)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The messages of one domain in one locale, header first, in file order.

    `locale` is `None` for a template (`.pot`).
    """

    locale: str | None
    domain: str
    messages: tuple[Message, ...] = ()

    @property
    def live(self) -> tuple[Message, ...]:
        """The messages that belong to the source as it was at the last extract: no header, none obsolete."""
        return tuple(message for message in self.messages if not message.obsolete and not message.is_header)

    @property
    def header(self) -> Message | None:
        """The header entry."""
        return next(
            (message for message in self.messages if message.is_header and not message.obsolete), None
        )

    def by_key(self) -> Mapping[MessageKey, Message]:
        """Return the live messages by context and msgid."""
        return {message.key: message for message in self.live}
