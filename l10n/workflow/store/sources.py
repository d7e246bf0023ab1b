"""Reading the articles: which files there are, their domain, their encoding, their repairs, their document."""

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.errors import L10nError, SourceError, did_you_mean, raise_all
from l10n.formats import Format, Formats, blamed, parts_of
from l10n.formats.contexts import with_contexts
from l10n.languages.tags import language_subtag
from l10n.model import Document, LineIndex, Location, Segment
from l10n.settings import SourceSettings
from l10n.workflow.store.decoding import decoded
from l10n.workflow.store.files import read_optional
from l10n.workflow.store.named_file import fitting

if TYPE_CHECKING:
    from l10n.repair import Repaired

_NO_NAME = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file below `source/` that one of the formats reads."""

    path: Path
    name: str
    domain: str
    format: Format

    @property
    def built_name(self) -> str:
        """Where the localized document goes below `build/<locale>/`."""
        return self.domain + posixpath.splitext(self.name)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of an article as it was read: `original` before repair; the document is that of the clean text."""

    file: SourceFile
    encoding: str
    original: str
    repaired: "Repaired"

    @property
    def content(self) -> bytes:
        """The bytes of the file: only what comes back from its text is read (`read_text`)."""
        return self.original.encode(self.encoding)

    def repair_places(self) -> tuple[Location, ...]:
        """Return where each repair stands in the file, in their order."""
        index = LineIndex(self.original)
        return tuple(index.location(self.file.name, found.start) for found in self.repaired.repairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(SourceText):
    """An article: its text, and the document that is made of it."""

    document: Document


def find_sources(settings: SourceSettings) -> tuple[SourceFile, ...]:
    """Return the files below `source/` that a format reads, sorted by name; hidden ones are not looked at.

    Raises SourceError when there is none, or when two of them have one domain.
    """
    formats = Formats(settings.formats)
    folder = settings.paths.inside(settings.paths.source_folder.name)
    files = [
        SourceFile(
            path=settings.paths.inside(f"{folder.name}/{below}") if is_link else folder / below,
            name=_told(f"{folder.name}/{below}"),
            domain=posixpath.splitext(below)[0],
            format=known,
        )
        for below, is_link in _files_below(str(folder), "")
        if (known := formats.of(below))
    ]
    if not files:
        suffixes = ", ".join(formats.suffixes)
        raise SourceError(
            "no article to localize",
            where="source",
            why=f"there is no file below source/ with a known suffix ({suffixes})",
            hint="put one there, such as source/article.txt",
        )
    _refuse_shared_domains(files)
    return tuple(files)


def find_source(settings: SourceSettings, name: str) -> SourceFile:
    """Return the source with this path in the project. Raises SourceError when there is none of that name."""
    files = find_sources(settings)
    chosen = next((file for file in files if file.name == name), None)
    if chosen is None:
        hint = did_you_mean(name, [file.name for file in files])
        raise SourceError("there is no such document", where=name, hint=hint)
    return chosen


def _files_below(folder: str, prefix: str) -> Iterator[tuple[str, bool]]:
    """Yield the files below a folder that are not hidden, by their paths in it, in the order of these paths.

    With each goes whether it is a link.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        raise SourceError(f"cannot be listed: {error.strerror}", where=f"source/{prefix}") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files_below(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file():
            yield prefix + entry.name, entry.is_symlink()


def _told(name: str) -> str:
    """Return the name of a source. Raises SourceError for one that no reference in a catalog can hold."""
    if found := _NO_NAME.search(name):
        raise SourceError(
            f"the character U+{ord(found[0]):04X} in the name of a file",
            where=name,
            why="a reference in a catalog is a word of a line of text, in UTF-8",
            hint="rename it",
        )
    return name


def _refuse_shared_domains(files: list[SourceFile]) -> None:
    errors: list[L10nError] = []
    seen: dict[str, SourceFile] = {}
    for file in files:
        if other := seen.get(file.domain):
            errors.append(
                SourceError(
                    f"{other.name} and {file.name} share the domain {file.domain!r}",
                    where=file.name,
                    why="the path below source/ without its suffix names the catalogs; two sources cannot share them",
                    hint="rename one of the two",
                )
            )
        seen.setdefault(file.domain, file)
    raise_all(errors)


def read_sources(settings: SourceSettings) -> tuple[Source, ...]:
    """Return every article of a project. Raises the errors of all unreadable ones at once."""
    sources: list[Source] = []
    errors: list[L10nError] = []
    for file in find_sources(settings):
        try:
            sources.append(read_source(settings, file))
        except SourceError as error:
            errors.append(error)
    raise_all(errors)
    return tuple(sources)


def read_text(settings: SourceSettings, file: SourceFile) -> tuple[str, str]:
    """Return the encoding of an article and its text, which encoded is its bytes.

    Raises SourceError for bytes that are not text in their encoding.
    """
    content = read_optional(file.path, file.name, most=settings.paths.most_bytes) or b""
    return decoded(content, settings.encoding_of(file.name), file.format, file.name)


def read_source_text(settings: SourceSettings, file: SourceFile) -> SourceText:
    """Return the text of one article, decoded and repaired (unless `repair = false`).

    Raises SourceError for what cannot be read (`read_text`).
    """
    from l10n.repair import Repaired, repair  # a document that has not changed is not read

    with fitting(file.name):
        encoding, text = read_text(settings, file)
        language = language_subtag(settings.locale)
        repaired = repair(text, language=language) if settings.repair else Repaired(text=text, repairs=())
    return SourceText(file=file, encoding=encoding, original=text, repaired=repaired)


def read_source(settings: SourceSettings, file: SourceFile) -> Source:
    """Return one article with its document.

    Raises SourceError for what cannot be read or spliced (`read_text`, `_checked`).
    """
    read = read_source_text(settings, file)
    return Source(
        file=file,
        encoding=read.encoding,
        original=read.original,
        repaired=read.repaired,
        document=_document(settings, read),
    )


def _document(settings: SourceSettings, source: SourceText) -> Document:
    form, text, name = source.file.format, source.repaired.text, source.file.name
    with fitting(name), blamed(form, name):
        document = form.parse(text, name)
        for _ in _checked(document.parts, source.file, text):
            pass
    return document if settings.share_equal_texts else with_contexts(document)


def segments_of(settings: SourceSettings, source: SourceText) -> Iterator[Segment]:
    """Yield the segments of an article; those of a large one are never all in memory, where its format allows it.

    Raises SourceError, at the end at the latest, when it cannot be spliced: until then nothing may be written.
    """
    form, text, name = source.file.format, source.repaired.text, source.file.name
    if not settings.share_equal_texts:
        yield from _document(settings, source).segments
        return
    with fitting(name), blamed(form, name):
        for part in _checked(parts_of(form, text, name), source.file, text):
            if isinstance(part, Segment):
                yield part


def _checked(parts: Iterable[str | Segment], file: SourceFile, text: str) -> Iterator[str | Segment]:
    """Yield the parts. Raises SourceError when they would not come back byte for byte: they cannot be spliced."""
    position, lost = 0, ""
    for part in parts:
        raw = part if isinstance(part, str) else part.raw
        if not text.startswith(raw, position):
            lost = "its parts do not add up to its text"
        elif isinstance(part, Segment) and file.format.localized(part, part.msgid) != raw:
            lost = "texts translated as themselves are not reproduced"
        if lost:
            break
        position += len(raw)
        yield part
    if lost or position != len(text):
        raise SourceError(
            f"cannot be spliced as {file.format.name}: {lost or 'its parts do not add up to its text'}",
            where=file.name,
            why="a localized document is the source, byte for byte, with the translations in their place",
            hint="`l10n doctor` shows where; please report it with the document",
        )


def by_domain(sources: Sequence[Source]) -> Mapping[str, Source]:
    """Return the sources by domain."""
    return {source.file.domain: source for source in sources}
