"""From what was read (documents, catalogs, names, findings) to what the page shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.catalog.catalog import Catalog, Message, MessageKey
from l10n.catalog.differences import word_difference
from l10n.catalog.pofile import PoFile
from l10n.catalog.statistics import Statistics, count, state_of
from l10n.model import Document, Finding, Segment
from l10n.names import Lexicon
from l10n.review.colours import colours
from l10n.review.marking import Span, mark, names_in
from l10n.review.page import (
    Cell,
    Column,
    DocumentView,
    Form,
    NameCard,
    Outline,
    Page,
    Row,
    State,
    Whole,
    identify,
    whole_of,
)
from l10n.review.placing import FindingsByMessage, form_of, place_in_catalog, place_in_source

_FEW = 20_000  # texts whose names are remembered from one document to the next
_NOTHING = FindingsByMessage(by_key={}, rest=())


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCatalog:
    """A catalog for the page. `file` is None when there is none yet, or when it cannot be read (`broken`)."""

    name: str
    file: PoFile | None
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedDocument:
    """A source with its catalogs by locale."""

    document: Document
    catalogs: Mapping[str, OpenedCatalog]


def assemble(
    frame: Page, opened: Sequence[OpenedDocument], lexicon: Lexicon, findings: Iterable[Finding] = ()
) -> Page:
    """Return `frame` with these documents. Each finding goes to the message it is about, else to its document."""
    page, _, documents = assemble_in_turn(frame, lambda: opened, lexicon, lambda: findings)
    return replace(page, documents=tuple(documents))


def assemble_in_turn(
    frame: Page,
    opened: Callable[[], Iterable[OpenedDocument]],
    lexicon: Lexicon,
    findings: Callable[[], Iterable[Finding]],
) -> tuple[Page, Whole, Iterator[DocumentView]]:
    """Return the page without its documents, what its top tells of them, and the documents as they are asked for.

    `opened` is called twice, for their names decide on colours first; then `findings`, between the two.
    """
    names = _Names(lexicon, frame.source.locale)
    outlines: list[Outline] = []
    paths: set[str] = set()
    for each in opened():
        size = names.add_names_of(each)
        statistics = _statistics(each, frame.columns)
        outlines.append(
            Outline(number=len(outlines) + 1, path=each.document.path, size=size, statistics=statistics)
        )
        paths |= {each.document.path, *(catalog.name for catalog in each.catalogs.values())}
    by_path: dict[str, list[Finding]] = {}
    for finding in findings():
        by_path.setdefault(finding.location.path, []).append(finding)
    everything = [finding for found in by_path.values() for finding in found]
    rest = tuple(finding for finding in everything if finding.location.path not in paths)
    page = replace(frame, names=names.cards(), findings=rest)
    whole = whole_of(tuple(outlines), everything)
    return page, whole, _views(whole, opened(), frame.columns, names, by_path)


def _views(
    whole: Whole,
    opened: Iterable[OpenedDocument],
    columns: Sequence[Column],
    names: "_Names",
    findings: dict[str, list[Finding]],
) -> Iterator[DocumentView]:
    outlines = {outline.path: outline for outline in whole.documents}
    first_row = 1
    for each in opened:
        if outline := outlines.get(each.document.path):  # it may have been repaired since
            view = _DocumentBuilder(each, columns, names, findings).view(outline, first_row)
            first_row += view.size
            yield view
        names.forget()


def _live(opened: OpenedDocument) -> dict[str, Mapping[MessageKey, Message]]:
    """Return the messages of each locale by their keys."""
    return {
        locale: catalog.file.catalog(locale, "").by_key() if catalog.file else {}
        for locale, catalog in opened.catalogs.items()
    }


def _keys(opened: OpenedDocument, live: Mapping[str, Mapping[MessageKey, Message]]) -> tuple[MessageKey, ...]:
    """Return the keys of the rows of a document, in their order."""
    wanted = dict.fromkeys((segment.msgctxt, segment.msgid) for segment in opened.document.segments)
    for messages in live.values():
        wanted |= dict.fromkeys(messages)
    return tuple(wanted)


def _statistics(opened: OpenedDocument, columns: Sequence[Column]) -> dict[str, Statistics]:
    """Return how complete each catalog is as it is, against the source as it is now."""
    live = _live(opened)
    keys = dict.fromkeys((segment.msgctxt, segment.msgid) for segment in reversed(opened.document.segments))
    return {
        column.locale: count(
            Catalog(
                locale=column.locale,
                domain="",
                messages=tuple(
                    live[column.locale].get(key) or Message(msgid=key[1], msgctxt=key[0]) for key in keys
                ),
            )
        )
        for column in columns
    }


class _Names:
    """The names of every text of the page, found once, and their numbers and colours."""

    def __init__(self, lexicon: Lexicon, source_locale: str) -> None:
        self.lexicon = lexicon
        self.source_locale = source_locale
        self.numbers: dict[str, int] = {}
        self._found: dict[tuple[str, str, str | None], tuple[Span, ...]] = {}
        self._rows: list[tuple[str, ...]] = []

    def add_names_of(self, opened: OpenedDocument) -> int:
        """Find the names of a document and its translations; return how many rows it has."""
        live = _live(opened)
        keys = _keys(opened, live)
        for key in keys:
            spans = [*self.spans(key[1], self.source_locale)]
            for locale, messages in live.items():
                for text in messages[key].msgstr if key in messages else ():
                    spans += self.spans(text, locale, key[1])
            self._rows.append(tuple(dict.fromkeys(entry for _, _, entry in spans)))
        self.forget()
        return len(keys)

    def forget(self) -> None:
        """Forget what was found in texts when there is much of it: between two documents."""
        if len(self._found) > _FEW:
            self._found.clear()

    def spans(self, text: str, locale: str, original: str | None = None) -> tuple[Span, ...]:
        """Return the names in a text, remembered; `original` is the source it translates, if it is a translation."""
        key = (text, locale, original)
        if key not in self._found:
            source = self.spans(original, self.source_locale) if original is not None else ()
            expected = {entry for _, _, entry in source}
            self._found[key] = names_in(text, locale, self.lexicon, expected)
        return self._found[key]

    def cards(self) -> tuple[NameCard, ...]:
        """Return the names of all documents looked at, in the order of the registry; from here on they have numbers."""
        chosen = colours(self._rows)
        registry = self.lexicon.registry
        entries = [entry for entry in registry.entries if entry.id in chosen]
        self.numbers = {entry.id: number for number, entry in enumerate(entries)}
        return tuple(
            NameCard(entry=entry, colour=chosen[entry.id], location=f"{registry.path}:{entry.line}")
            for entry in entries
        )


class _DocumentBuilder:
    """Builds the view of one document; takes the findings about it out of `findings`."""

    def __init__(
        self,
        opened: OpenedDocument,
        columns: Sequence[Column],
        names: _Names,
        findings: dict[str, list[Finding]],
    ) -> None:
        self._document = opened.document
        self._columns = columns
        self._catalogs = opened.catalogs
        self._names = names
        self._in_source = place_in_source(findings.pop(opened.document.path, ()), opened.document)
        self._placed = {
            locale: place_in_catalog(findings.pop(catalog.name, ()), catalog.file)
            for locale, catalog in opened.catalogs.items()
        }
        self._live = _live(opened)
        self._keys = _keys(opened, self._live)

    def view(self, outline: Outline, first_row: int) -> DocumentView:
        """Return the view of the document with this outline; `first_row` is the number of its first row."""
        segments = {
            (segment.msgctxt, segment.msgid): segment for segment in reversed(self._document.segments)
        }
        rows = tuple(
            self._row(first_row + place, key, segments.get(key)) for place, key in enumerate(self._keys)
        )
        known = set(self._keys)
        rest = [*self._in_source.rest]
        for placed in self._placed.values():
            rest += placed.rest
            for key, found in placed.by_key.items():
                rest += () if key in known else found
        return DocumentView(
            number=outline.number,
            path=self._document.path,
            rows=rows,
            findings=tuple(rest),
            statistics=outline.statistics,
        )

    def _row(self, number: int, key: MessageKey, segment: Segment | None) -> Row:
        messages = (messages.get(key) for messages in self._live.values())
        plural = next(
            (message.msgid_plural for message in messages if message and message.msgid_plural), None
        )
        texts = [key[1]] if plural is None else [key[1], plural]
        labels = ("",) if plural is None else ("singular", "plural")
        return Row(
            number=number,
            kind=str(segment.kind) if segment else "",
            location=str(segment.location) if segment else "",
            forms=tuple(
                self._form(text, label, self._names.spans(text, self._names.source_locale))
                for text, label in zip(texts, labels, strict=True)
            ),
            context=key[0] or (" › ".join(segment.heading_path) if segment else ""),
            key=key,
            id=identify(self._document.path, *key),
            is_gone=segment is None,
            findings=self._in_source.by_key.get(key, ()),
            cells=tuple(self._cell(column.locale, key) for column in self._columns),
        )

    def _form(self, text: str, label: str, spans: Sequence[Span], findings: Iterable[Finding] = ()) -> Form:
        edits = [finding.edit for finding in findings if finding.edit]
        # whoever saves a catalog meanwhile may bring in a name that has no number
        spans = [span for span in spans if span[2] in self._names.numbers]
        return Form(marks=mark(text, spans, self._names.numbers, edits), label=label)

    def _cell(self, locale: str, key: MessageKey) -> Cell:
        catalog = self._catalogs[locale]
        message = self._live[locale].get(key)
        if catalog.file is None or message is None:
            return Cell(state=State.UNREADABLE if catalog.broken else State.ABSENT)
        findings = self._placed[locale].by_key.get(key, ())
        by_form: dict[int, list[Finding]] = {}
        for finding in findings:
            form = form_of(finding, message, catalog.file) if len(message.msgstr) > 1 else 0
            by_form.setdefault(form, []).append(finding)
        many = len(message.msgstr) > 1
        forms = tuple(
            self._form(
                text,
                f"plural form {form}" if many else "",
                self._names.spans(text, locale, key[1]),
                by_form.get(form, ()),
            )
            for form, text in enumerate(message.msgstr)
            if text or many
        )
        previous = message.previous
        return Cell(
            state=State(state_of(message)),
            location=f"{catalog.name}:{message.line}",
            forms=forms,
            changes=word_difference(previous.msgid, message.msgid) if previous and message.fuzzy else (),
            comments=message.translator_comments,
            findings=findings,
        )
