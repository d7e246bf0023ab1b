"""Reading the articles: which files there are, their domain, their encoding, their repairs, their document."""

import codecs
import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.errors import L10nError, SourceError, did_you_mean, raise_all
from l10n.formats import Format, Formats, blamed
from l10n.formats.contexts import with_contexts
from l10n.model import Document, LineIndex, Location
from l10n.project import Project
from l10n.workflow.files import read_optional

if TYPE_CHECKING:
    from l10n.repair import Repaired

# UTF-32 before UTF-16: the mark of UTF-32 little-endian begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# GNU gettext manual, "The Format of GNU MO Files": NUL ends a string, EOT stands between context and msgid.
_NO_TEXT = re.compile("[\0\x04]")
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
class Source:
    """An article as it was read. `original` is its text before repair; the document is that of the clean text."""

    file: SourceFile
    content: bytes
    encoding: str
    original: str
    repaired: "Repaired"
    document: Document

    def repair_places(self) -> tuple[Location, ...]:
        """Return where each repair stands in the file, in their order."""
        index = LineIndex(self.original)
        return tuple(index.location(self.file.name, found.start) for found in self.repaired.repairs)


def find_sources(project: Project) -> tuple[SourceFile, ...]:
    """Return the files below `source/` that a format reads, sorted by name; hidden ones are not looked at.

    Raises SourceError when there is none, or when two of them have one domain.
    """
    formats = Formats(project)
    folder = project.inside(project.source_folder.name)
    files = [
        SourceFile(
            path=project.inside(f"{folder.name}/{below}") if is_link else folder / below,
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


def find_source(project: Project, name: str) -> SourceFile:
    """Return the source with this path in the project. Raises SourceError when there is none of that name."""
    files = find_sources(project)
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
        raise SourceError(f"cannot be looked through: {error.strerror}", where=f"source/{prefix}") from error
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
                    f"{other.name} and {file.name} have one domain, {file.domain!r}",
                    where=file.name,
                    why="the path below source/ without its suffix names the catalogs; two sources cannot share them",
                    hint="rename one of the two",
                )
            )
        seen.setdefault(file.domain, file)
    raise_all(errors)


def read_sources(project: Project) -> tuple[Source, ...]:
    """Return every article of the project. Raises the errors of all unreadable ones at once."""
    sources: list[Source] = []
    errors: list[L10nError] = []
    for file in find_sources(project):
        try:
            sources.append(read_source(project, file))
        except SourceError as error:
            errors.append(error)
    raise_all(errors)
    return tuple(sources)


def read_text(project: Project, file: SourceFile) -> tuple[bytes, str, str]:
    """Return the bytes of an article, its encoding and its text.

    Raises SourceError for an empty file and for bytes that are not text in the encoding of the file.
    """
    content = read_optional(file.path, file.name, most=project.most_bytes) or b""
    encoding = _encoding(content, project.encoding_of(file.name))
    return content, encoding, _decode(content, encoding, file.name)


def read_source(project: Project, file: SourceFile) -> Source:
    """Return one article, decoded, repaired (unless `repair = false`) and parsed.

    Raises SourceError for what cannot be read or spliced (`read_text`, `_parsed`).
    """
    from l10n.repair import Repaired, repair  # a document that has not changed is not read

    content, encoding, text = read_text(project, file)
    language = project.source_locale.partition("_")[0]
    repaired = repair(text, language=language) if project.repair else Repaired(text=text, repairs=())
    document = _parsed(file, repaired.text)
    if not project.share_equal_texts:
        document = with_contexts(document)
    return Source(
        file=file, content=content, encoding=encoding, original=text, repaired=repaired, document=document
    )


def _parsed(file: SourceFile, text: str) -> Document:
    """Return the document. Raises SourceError when it would not come back byte for byte: it cannot be spliced."""
    with blamed(file.format, file.name):
        document = file.format.parse(text, file.name)
        joined = document.comes_back(text, lambda segment: segment.raw)
        same = document.comes_back(text, lambda segment: file.format.localized(segment, segment.msgid))
    if not (joined and same):
        lost = "texts translated by themselves do not come back" if joined else "its parts are not its text"
        raise SourceError(
            f"cannot be spliced as {file.format.name}: {lost}",
            where=file.name,
            why="a localized document is the source, byte for byte, with the translations in their place",
            hint="`l10n doctor` shows where; please report it with the document",
        )
    return document


def _encoding(content: bytes, configured: str) -> str:
    return next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), configured)


def _decode(content: bytes, encoding: str, name: str) -> str:
    """Return the text; a byte-order mark stays in it as U+FEFF, so that encoding gives the same bytes again."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        read = content[: error.start].decode(encoding, "replace")
        place = LineIndex(read).location(name, len(read))
        raise SourceError(
            f"not {encoding}: byte 0x{content[error.start]:02x} at offset {error.start} ({error.reason})",
            where=str(place),
            hint="save the file as UTF-8, or say what it is: "
            f'[tool.l10n.encodings] "{name}" = "cp1252" (or cp1251, koi8-r …)',
        ) from error
    if text.encode(encoding) != content:
        raise SourceError(f"cannot be written back as {encoding} byte for byte", where=name)
    if not text.strip("\ufeff \t\r\n"):
        raise SourceError("the file is empty", where=name, hint="write the article, or delete the file")
    if found := _NO_TEXT.search(text):
        place = LineIndex(text).location(name, found.start())
        raise SourceError(
            f"the character U+{ord(found[0]):04X}",
            where=str(place),
            why="no catalog can hold it: it ends or divides strings in compiled catalogs",
            hint="delete it, or check the encoding of the file",
        )
    return text


def by_domain(sources: Sequence[Source]) -> Mapping[str, Source]:
    """Return the sources by domain."""
    return {source.file.domain: source for source in sources}
