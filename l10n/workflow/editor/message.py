"""One message, edited: read, checked while somebody types, and saved, but never over what somebody else saved."""

from dataclasses import dataclass, replace

from l10n import rendering
from l10n.catalog import pofile
from l10n.catalog.catalog import Catalog, Message, MessageKey
from l10n.catalog.text_similarity import closest
from l10n.errors import CatalogError, FileError
from l10n.formats import ShowsPage
from l10n.model import Finding, Segment
from l10n.names import names_in
from l10n.project import Project
from l10n.rendering import Fallback
from l10n.review.preview import framed
from l10n.review.writing import column
from l10n.workflow.check import check_opened
from l10n.workflow.check_report import Request
from l10n.workflow.per_document.open_project import OpenProject
from l10n.workflow.store.catalogs import OpenCatalog, open_catalog, open_lexicon
from l10n.workflow.store.files import Change, apply, changes_only
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.sources import Source, find_source

_AROUND = 3  # parts of the document before and after a text that a preview shows
_MOST_EARLIER = 3
_ABOUT_WHOLE_CATALOGS = ("gate", "lost-translations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Which message: the path of its source in the project, its locale, its context and msgid."""

    document: str
    locale: str
    key: MessageKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What a person may change of a message."""

    msgstr: tuple[str, ...]
    fuzzy: bool = False
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A text to insert: how the locale writes a name of the source, or a translation of a text like this one."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMessage:
    """A message as it is on the disk, and what may help to translate it."""

    msgid: str
    text: Text
    names: tuple[Suggestion, ...]
    earlier: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPreview:
    """What the checks find in a text that is not saved yet, and how its part of the document would be rendered.

    `page` is that part as HTML of a page that may do nothing; "" for a format that is read as it is written.
    """

    findings: tuple[Finding, ...]
    preview: str
    page: str = ""


class ConflictError(FileError):
    """Somebody else has changed the message since it was read: `current` is what it is now, None when it is gone."""

    def __init__(self, where: str, current: Text | None) -> None:
        super().__init__("somebody else has changed this message since it was read", where=where)
        self.current = current


def open_message(project: Project, address: Address) -> OpenMessage:
    """Return a message. Raises SourceError or CatalogError when there is no such document or message."""
    catalog = _open(project, address)
    message = _message(catalog, address)
    lexicon = open_lexicon(project)
    names = (lexicon.entries[entry] for entry in names_in(message.msgid, lexicon, project.source_locale))
    others = [
        other
        for other in catalog.catalog.live
        if other.translated and not other.fuzzy and other.key != message.key
    ]
    places = closest(message.msgid, [other.msgid for other in others], most=_MOST_EARLIER)
    return OpenMessage(
        msgid=message.msgid,
        text=_text(message),
        names=tuple(
            Suggestion(label=entry.id, text=entry.locales[address.locale].preferred)
            for entry in names
            if address.locale in entry.locales
        ),
        earlier=tuple(
            Suggestion(label=others[place].msgid, text=others[place].msgstr[0]) for place in places
        ),
    )


def preview_draft(project: Project, address: Address, text: Text, source: Source) -> DraftPreview:
    """Return what the checks say of a text before it is saved; offsets of edits are those of its msgstr.

    `source` is the document the address names.
    """
    catalog = _open(project, address)
    draft = _with_text(_message(catalog, address), text)
    parts = source.document.parts
    places = [
        place
        for place, part in enumerate(parts)
        if isinstance(part, Segment) and (part.msgctxt, part.msgid) == address.key
    ]
    if not places:
        return DraftPreview(findings=(), preview="")
    around = replace(source.document, parts=parts[max(0, places[0] - _AROUND) : places[0] + _AROUND + 1])
    keys = {(part.msgctxt, part.msgid) for part in around.segments} - {draft.key}
    others = filter(None, (_known(catalog, key) for key in keys))
    shown = Catalog(locale=address.locale, domain=source.file.domain, messages=(*others, draft))
    preview = rendering.render(around, shown, source.file.format, fallback=Fallback(use_fuzzy=True)).text
    alone = replace(source, document=replace(source.document, parts=(parts[places[0]],)))
    form: object = source.file.format
    page = _page(form.page(preview), address.locale) if isinstance(form, ShowsPage) else ""
    return DraftPreview(findings=_findings(project, alone, catalog, draft), preview=preview, page=page)


def _page(content: str, locale: str) -> str:
    read = column(locale)
    return framed(content, read.language, read.direction)


def _findings(project: Project, source: Source, catalog: OpenCatalog, draft: Message) -> tuple[Finding, ...]:
    """Return what is found in a document of one text, whose catalog has only the draft of its translation."""
    header = catalog.catalog.header
    content = pofile.write(None, [*([header] if header else []), draft])
    file = pofile.read(content, catalog.name)
    domain, locale = source.file.domain, catalog.locale or ""
    opened = OpenProject(
        settings=project.source_settings,
        style=project.check_settings,
        locales=(locale,),
        files=(source.file,),
        sources={domain: source},
        catalogs={(domain, locale): replace(catalog, content=content, file=file)},
        templates={},
        lexicon=open_lexicon(project),
        errors=(),
    )
    return check_opened(project, opened, Request(ignore=_ABOUT_WHOLE_CATALOGS)).findings


def save_message(project: Project, address: Address, read: Text, wanted: Text) -> tuple[Change, ...]:
    """Save a message, if on the disk it still is what was `read`; return what changed.

    Only its own lines are rewritten: the file may have changed anywhere else. A confirmed message loses its
    previous source. Raises ConflictError for what somebody else has changed, and CatalogError for a text that no
    catalog can hold; nothing is written then.
    """
    with one_writer(project.root):
        return _save(project, address, read, wanted)


def _save(project: Project, address: Address, read: Text, wanted: Text) -> tuple[Change, ...]:
    catalog = _open(project, address)
    known = _known(catalog, address.key)
    if known is None or _text(known) != read:
        raise ConflictError(catalog.name, _text(known) if known else None)
    if len(wanted.msgstr) != len(known.msgstr):
        raise CatalogError(
            f"{len(known.msgstr)} texts are expected, not {len(wanted.msgstr)}", where=catalog.name
        )
    changes = changes_only([catalog.rewritten([_with_text(known, wanted)])])
    try:
        apply(changes)
    except FileError as error:
        if error.what.startswith("changed on disk"):
            raise ConflictError(catalog.name, read) from error
        raise
    return changes


def _open(project: Project, address: Address) -> OpenCatalog:
    (locale,) = project.chosen_locales([address.locale])
    return open_catalog(project.paths, find_source(project.source_settings, address.document).domain, locale)


def _known(catalog: OpenCatalog, key: MessageKey) -> Message | None:
    """Return a live message of a catalog; no other one is read for it."""
    place = catalog.file.place(key) if catalog.file else None
    message = catalog.file.messages[place] if catalog.file and place is not None else None
    return None if message is None or message.obsolete else message


def _message(catalog: OpenCatalog, address: Address) -> Message:
    message = _known(catalog, address.key)
    if message is None:
        raise CatalogError(
            "the catalog does not have this text", where=catalog.name, hint="run `l10n extract`"
        )
    return message


def _text(message: Message) -> Text:
    return Text(msgstr=message.msgstr, fuzzy=message.fuzzy, comments=message.translator_comments)


def _with_text(message: Message, text: Text) -> Message:
    flags = tuple(flag for flag in message.flags if flag != "fuzzy")
    return replace(
        message,
        msgstr=text.msgstr,
        flags=(*flags, "fuzzy") if text.fuzzy else flags,
        translator_comments=text.comments,
        previous=message.previous if text.fuzzy else None,
    )
