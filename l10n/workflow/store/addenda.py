"""Reading the addenda of a project, and finding the places they go to."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from l10n.addenda import START, Addendum
from l10n.errors import L10nError, SourceError, did_you_mean, raise_all
from l10n.formats import Format, HoldsAddenda
from l10n.languages.unknown_locale import unknown_locale
from l10n.model import Document, Segment, SegmentKind
from l10n.settings import SourceSettings
from l10n.workflow.store.decoding import is_empty
from l10n.workflow.store.files import read_optional
from l10n.workflow.store.sources import Source, SourceFile, read_text

if TYPE_CHECKING:
    from l10n.rendering import Insertion


def read_addenda(settings: SourceSettings, source: Source) -> "Mapping[str, tuple[Insertion, ...]]":
    """Return what is put into a document, by locale, in the order of the configuration.

    Raises SourceError, for all of them at once, where an addendum cannot be read or finds no place.
    """
    found: dict[str, tuple[Insertion, ...]] = {}
    errors: list[L10nError] = []
    for addendum in settings.addenda:
        if addendum.document != source.file.name:
            continue
        try:
            insertion = read_addendum(settings, addendum, source.file.format, source.document)
        except SourceError as error:
            errors.append(error)
        else:
            found[addendum.locale] = (*found.get(addendum.locale, ()), insertion)
    raise_all(errors)
    return found


def addenda_of(settings: SourceSettings, document: str) -> list[str]:
    """Return the paths in the project of the addenda of a document."""
    return [addendum.file for addendum in settings.addenda if addendum.document == document]


def contents_of_addenda(settings: SourceSettings, document: str) -> dict[str, bytes | None]:
    """Return the bytes of the addenda of a document, by their paths in the project."""
    return {name: read_optional(settings.paths.root / name, name) for name in addenda_of(settings, document)}


def refuse_lost_addenda(
    settings: SourceSettings, documents: Collection[str], locales: Collection[str]
) -> None:
    """Raise SourceError for the addenda of locales the project has not, or of documents that are not there."""
    errors: list[L10nError] = []
    for addendum in settings.addenda:
        if addendum.locale not in locales:
            errors.append(unknown_locale(addendum.locale, locales, where=addendum.file))
        elif addendum.document not in documents:
            errors.append(
                SourceError(
                    f"an addendum cannot be placed: there is no document {addendum.document}",
                    where=addendum.file,
                    hint=did_you_mean(addendum.document, documents),
                )
            )
    raise_all(errors)


def read_addendum(
    settings: SourceSettings, addendum: Addendum, form: Format, document: Document
) -> "Insertion":
    """Return what is put into `document`, and where. Raises SourceError where it cannot be read or finds none."""
    path = settings.paths.root / addendum.file
    settings.paths.relative(path)  # it is inside
    if read_optional(path, addendum.file, most=settings.paths.most_bytes) is None:
        raise SourceError(
            f"there is no such addendum for {addendum.document}",
            where=addendum.file,
            hint="write it, or remove its table from the configuration",
        )
    if not isinstance(form, HoldsAddenda):
        raise SourceError(
            f"an addendum cannot be placed: {form.name} has none for it",
            where=addendum.file,
            why=f"{addendum.document} is not made of blocks",
        )
    file = SourceFile(path=path, name=addendum.file, domain=path.stem, format=form)
    _, text = read_text(settings, file)
    if is_empty(text):
        raise SourceError(
            "the addendum is empty",
            where=addendum.file,
            hint="write it, or remove its table from the configuration",
        )
    heading = _heading(addendum, document) if addendum.after else None
    from l10n.rendering import Insertion

    return Insertion(text=text, heading=heading, at_start=addendum.position == START)


def _heading(addendum: Addendum, document: Document) -> Segment:
    headings = [segment for segment in document.segments if segment.kind is SegmentKind.HEADING]
    wanted = addendum.after
    found = [one for one in headings if wanted in {_folded(one.msgid), _path(one)}]
    if len(found) == 1:
        return found[0]
    if found:
        lines = ", ".join(str(one.location.line) for one in found)
        raise SourceError(
            f"an addendum has {len(found)} possible places: the heading “{wanted}” stands on lines {lines}",
            where=addendum.file,
            hint=f"name the headings above it, too: after = {_path(found[-1])!r}",
        )
    raise SourceError(
        f"an addendum cannot be placed: {addendum.document} has no heading “{wanted}”",
        where=addendum.file,
        why="`after` is a heading of the source, in its words",
        hint=did_you_mean(wanted, {_folded(one.msgid) for one in headings}),
    )


def _path(heading: Segment) -> str:
    return " › ".join(_folded(one) for one in (*heading.heading_path, heading.msgid))


def _folded(heading: str) -> str:
    return " ".join(heading.split())
