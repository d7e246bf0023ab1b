"""A document and one locale's catalog in, the localized text out."""

from dataclasses import dataclass

from l10n.catalog.catalog import Catalog
from l10n.formats import Format, MarksLanguage
from l10n.model import Document, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A localized text, and how many of its segments are translated or stand in the source language."""

    text: str
    translated: int
    untranslated: int

    @property
    def ratio(self) -> float:
        """The share of the segments that is translated, 0…1; a document without segments is whole."""
        total = self.translated + self.untranslated
        return self.translated / total if total else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The language a localized document says it is in: a BCP 47 tag, and `ltr` or `rtl`."""

    language: str
    direction: str


def render(
    document: Document,
    catalog: Catalog,
    form: Format,
    *,
    use_fuzzy: bool = False,
    target: Target | None = None,
) -> Rendering:
    """Return the document with each translated segment in its place, and all else byte for byte.

    What is untranslated, and what is fuzzy unless `use_fuzzy`, stands as its author wrote it. With `target`, a
    document of which something is translated says so, if its format can. Law: an empty catalog gives the text
    of the document.
    """
    messages = catalog.by_key()
    counts = {True: 0, False: 0}

    def localized(segment: Segment) -> str:
        message = messages.get((segment.msgctxt, segment.msgid))
        usable = message is not None and message.translated and (use_fuzzy or not message.fuzzy)
        counts[usable] += 1
        return form.localized(segment, message.msgstr[0]) if message is not None and usable else segment.raw

    text = document.replace(localized)
    if target and counts[True] and isinstance(form, MarksLanguage):
        text = form.retargeted(text, target.language, target.direction)
    return Rendering(text=text, translated=counts[True], untranslated=counts[False])
