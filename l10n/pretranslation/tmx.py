"""Translation memories of other programs: TMX 1.4b (LISA OSCAR, 2005), as OmegaT, Trados and memoQ read and write it.

What TMX has no place for (where a text stands, and between which others) stands in `prop` elements, which other
programs keep. Inline elements are read as the text in them: the codes of the program that wrote them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from l10n.budgets.xml import XmlReader
from l10n.errors import BudgetError, CatalogError
from l10n.languages.tags import are_of_one_language, gettext_locale, language_subtag, xml_lang
from l10n.pretranslation.memory import Unit
from l10n.version import __version__

_CHUNK = 1 << 16
_PROPERTY = "x-l10n:"
_BYTES_OF_ELEMENT = 12  # <tuv xml:lang="nl"><seg>a</seg></tuv> has seventeen
# A text is kept once for each translation of it: a unit of this size may become so many times as large, not more.
_LARGE_UNIT = 1_000_000  # characters
_MOST_TIMES = 30
_SENTENCES = re.compile(rb"""<header\b[^>]{0,4000}?\bsegtype\s*=\s*["'](?:sentence|phrase)["']""")
# Characters that XML 1.0 cannot hold at all, not even escaped (section 2.2)
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_tmx(units: Iterable[Unit], source_locale: str) -> Iterator[str]:
    """Yield the lines of a TMX file, each with its line feed.

    Units with characters that XML cannot hold are left out; a comment at the end counts them.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield (
        f'<header creationtool="l10n" creationtoolversion="{__version__}" segtype="paragraph" o-tmf="l10n" '
        f'adminlang="en" srclang={quoteattr(xml_lang(source_locale))} datatype="plaintext"/>\n<body>\n'
    )
    left_out = 0
    for unit in units:
        if _NO_XML.search(unit.source + unit.target + unit.place):
            left_out += 1
            continue
        yield f"<tu srclang={quoteattr(xml_lang(unit.source_locale))}>{''.join(_properties(unit))}\n"
        yield f"  <tuv xml:lang={quoteattr(xml_lang(unit.source_locale))}><seg>{_text(unit.source)}</seg></tuv>\n"
        yield f"  <tuv xml:lang={quoteattr(xml_lang(unit.locale))}><seg>{_text(unit.target)}</seg></tuv>\n</tu>\n"
    if left_out:
        yield f"<!-- {left_out} left out: XML cannot hold a character in them -->\n"
    yield "</body>\n</tmx>\n"


def _properties(unit: Unit) -> Iterator[str]:
    known = {"place": unit.place, "before": unit.before, "after": unit.after, "locale": ""}
    if "@" in unit.locale:
        known["locale"] = unit.locale
    for name, value in known.items():
        if value:
            yield f'<prop type="{_PROPERTY}{name}">{_text(str(value))}</prop>'


def _text(text: str) -> str:
    return escape(text, {"\r": "&#13;"})


def from_tmx(content: bytes, path: str, source_locale: str, locales: Sequence[str]) -> Iterator[Unit]:
    """Yield the units of a TMX file that translate from the source locale, in its order.

    A text in another region of a language counts for the project's locale of that language; locales that the project
    does not have are named as the file names them. Raises CatalogError with the line for what is no TMX, and for a
    file that declares entities: they can be made to fill the memory of the machine.
    """
    reader = _Reader(path, source_locale, locales)
    for start in range(0, max(1, len(content)), _CHUNK):
        yield from reader.feed(content[start : start + _CHUNK], last=start + _CHUNK >= len(content))


def has_sentences(content: bytes) -> bool:
    """Return whether a TMX file says that its segments are sentences already, or less."""
    return _SENTENCES.search(content[:_CHUNK].replace(b"\0", b"")) is not None


class _Reader:
    """Reads a TMX file piece by piece; `feed` gives the units that have ended."""

    def __init__(self, path: str, source_locale: str, locales: Sequence[str]) -> None:
        self._path = path
        self._source_locale = source_locale
        self._locales = tuple(locales)
        self._units: list[Unit] = []
        self._depth = 0
        self._default = ""
        self._source = ""
        self._language = ""
        self._property = ""
        self._collected: list[str] | None = None
        self._texts: list[tuple[str, str]] = []
        self._properties: dict[str, str] = {}
        self._xml = XmlReader(
            path,
            CatalogError,
            start=self._start,
            end=self._end,
            characters=self._characters,
            bytes_of_element=_BYTES_OF_ELEMENT,
        )

    def feed(self, content: bytes, *, last: bool) -> list[Unit]:
        """Return the units that end in this piece of the file."""
        self._units = []
        self._xml.feed(content, last=last)
        return self._units

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._depth == 0 and name != "tmx":
            raise self._xml.fault(f"<{name}> is not the root of a TMX file, <tmx> is")
        self._depth += 1
        if name == "header":
            self._default = attributes.get("srclang", "")
        elif name == "tu":
            self._source = attributes.get("srclang", self._default)
            self._texts, self._properties = [], {}
        elif name == "tuv":
            self._language = attributes.get("xml:lang") or attributes.get("lang") or ""
            if not self._language:
                raise self._xml.fault("a <tuv> that does not name its language")
        elif name == "seg":
            self._collected = []
        elif name == "prop" and attributes.get("type", "").startswith(_PROPERTY):
            self._property, self._collected = attributes["type"].removeprefix(_PROPERTY), []

    def _characters(self, text: str) -> None:
        if self._collected is not None:
            self._collected.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name == "seg" and self._collected is not None:
            self._texts.append((self._language, "".join(self._collected)))
            self._collected = None
        elif name == "prop" and self._collected is not None:
            self._properties[self._property] = "".join(self._collected)
            self._collected = None
        elif name == "tu":
            self._units += self._of_tu()

    def _of_tu(self) -> Iterator[Unit]:
        """Yield a unit for each translation of the text in the source language."""
        ours = language_subtag(self._source_locale)
        if self._source and self._source != "*all*" and language_subtag(self._source) != ours:
            return
        place = next((n for n, (tag, _) in enumerate(self._texts) if language_subtag(tag) == ours), None)
        if place is None:
            return
        read = sum(len(text) for _, text in self._texts)
        kept = read + len(self._texts[place][1]) * (len(self._texts) - 2)
        if kept > _LARGE_UNIT and kept > _MOST_TIMES * read:
            raise BudgetError(
                f"this TMX asks for too much: a <tu> of {read:,} characters that would become {kept:,}",
                where=self._path,
                line=self._xml.line,
            )
        for number, (tag, text) in enumerate(self._texts):
            if number != place and text and self._texts[place][1]:
                yield Unit(
                    source=self._texts[place][1],
                    target=text,
                    source_locale=self._source_locale,
                    locale=self._properties.get("locale") or self._locale(tag),
                    place=self._properties.get("place", ""),
                    before=_number(self._properties.get("before", "")),
                    after=_number(self._properties.get("after", "")),
                )

    def _locale(self, tag: str) -> str:
        alike = (
            locale for locale in self._locales if xml_lang(locale).casefold() == xml_lang(tag).casefold()
        )
        same = (locale for locale in self._locales if are_of_one_language(locale, tag))
        return next(alike, None) or next(same, gettext_locale(tag))


def _number(text: str) -> int:
    """Return a fingerprint of ours; 0 for what is none."""
    found = int(text) if re.fullmatch(r"-?[0-9]{1,19}", text) else 0
    return found if -(2**63) <= found < 2**63 else 0
