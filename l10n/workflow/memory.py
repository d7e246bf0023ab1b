"""`l10n memory`: filling the translation memory from catalogs and other programs' files, and asking it."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalog import pofile
from l10n.configuration import leads_out
from l10n.errors import CatalogError, ConfigurationError, FileError, L10nError, raise_all
from l10n.pretranslation.memory import Match, Unit, sentence_units, units_of
from l10n.pretranslation.tmx import from_tmx, has_sentences, to_tmx
from l10n.project import Project
from l10n.workflow.store.files import Change, apply, read_optional
from l10n.workflow.store.named_file import fitting, read_named

if TYPE_CHECKING:
    from l10n.pretranslation.memory_store import Memory

_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_READING = "2"  # of how units are made from a file: another number makes every file be read again
_ITS_OWN = "."  # what a project is known by in a memory that it has for itself
_SUFFIXES = (".po", ".tmx")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryReport:
    """How many files were read anew, how many units came from them, and how many messages the memory holds now."""

    name: str
    read: int
    added: int
    total: int


def open_memory(project: Project, *, new: bool = False) -> "Memory":
    """Return the memory of a project; with `new` it is made where there is none.

    Raises FileError when there is none, or when the file is something else.
    """
    from l10n.pretranslation.memory_store import Memory  # SQLite: not for `l10n --help`

    path = project.memory_path
    is_new = not path.exists() or path.stat().st_size == 0
    name = memory_name(project)
    if is_new and not new:
        raise FileError("there is no translation memory yet", where=name, hint="run `l10n memory build`")
    if is_new:
        _make_folder(project)
    if not leads_out(path, project.root):
        return Memory(path, name, is_new=is_new, project=_ITS_OWN, earlier=_ITS_OWN)
    # shared: a project is known by its folder, which no configuration can claim to be
    known_as = blake2b(os.fsencode(project.root.resolve()), digest_size=8).hexdigest()
    return Memory(path, name, is_new=is_new, project=known_as)


def memory_name(project: Project) -> str:
    """Return what people call the memory: its path in the project, or the whole path outside it."""
    path = project.memory_path
    return project.paths.relative(path) if path.is_relative_to(project.root) else str(path)


def _make_folder(project: Project) -> None:
    """Make the folder of a memory, with a note to git that what is in it is no part of the project."""
    folder = project.memory_path.parent
    if folder.is_dir():
        return
    if not folder.is_relative_to(project.root):
        raise FileError(
            "its folder does not exist",
            where=memory_name(project),
            hint="create it: it is outside the project",
        )
    ignore = folder / ".gitignore"
    apply([Change(path=ignore, name=str(ignore), before=None, after=b"*\n")])


def build_memory(project: Project) -> MemoryReport:
    """Take the finished messages of every catalog of the project into the memory.

    Catalogs that have not changed since are not read again. Raises the errors of all broken ones at once.
    """
    with open_memory(project, new=True) as memory:
        known = memory.digests()
        found: list[tuple[str, str, Sequence[Unit]]] = []
        errors: list[L10nError] = []
        for locale, path in _catalogs(project):
            name = project.paths.relative(path)
            content = read_optional(path, name, most=project.paths.most_bytes) or b""
            digest = _digest(content, locale)
            if known.get(name) == digest:
                continue
            try:
                messages = pofile.read(content, name).messages
            except CatalogError as error:
                errors.append(error)
                continue
            found.append((name, digest, tuple(units_of(messages, project.source_locale, locale))))
        raise_all(errors)
        added = memory.learn(found)
        return MemoryReport(name=memory_name(project), read=len(found), added=added, total=memory.count())


def _catalogs(project: Project) -> Iterator[tuple[str, Path]]:
    for locale in project.locales:
        folder = project.paths.locales_folder / locale / "LC_MESSAGES"
        for path in sorted(folder.rglob("*.po")):
            yield locale, path


def import_memory(project: Project, files: Sequence[Path], locale: str | None = None) -> MemoryReport:
    """Take the units of TMX files and other .po files into the memory; a file that came before is replaced.

    `locale` is that of .po files that do not say their language. Raises CatalogError for a broken file, FileError for
    one that is not there, ConfigurationError for a locale the project lacks; then nothing of it is taken.
    """
    if locale is not None:
        project.chosen_locales([locale])
    with open_memory(project, new=True) as memory:
        known = memory.digests()
        read = added = 0
        for file in files:
            content = read_named(file, str(file))
            digest = _digest(content, locale or "")
            name = f"import: {file.name}"
            if known.get(name) != digest:
                with fitting(file.name):
                    added += memory.take(name, digest, _units(project, file, content, locale))
                read += 1
        return MemoryReport(name=memory_name(project), read=read, added=added, total=memory.count())


def _units(project: Project, file: Path, content: bytes, locale: str | None) -> Iterator[Unit]:
    match file.suffix.lower():
        case ".tmx":
            is_split = has_sentences(content)
            for unit in from_tmx(content, file.name, project.source_locale, project.locales):
                yield from chain((unit,), () if is_split else sentence_units(unit))
        case ".po":
            opened = pofile.read(content, file.name)
            header = next((message for message in opened.messages if message.is_header), None)
            said = _LANGUAGE.search(header.msgstr[0]) if header else None
            chosen = locale or (said[1] if said else "")
            if not chosen:
                hint = "name it with --locale"
                raise CatalogError("its header does not name a language", where=file.name, hint=hint)
            yield from units_of(opened.messages, project.source_locale, chosen)
        case _:
            known = " and ".join(_SUFFIXES)
            raise ConfigurationError(
                f"{file.suffix or file.name!r} is not supported", where=str(file), hint=f"supported: {known}"
            )


def search_memory(project: Project, text: str, locale: str, most: int) -> tuple[Match, ...]:
    """Return the best matches of a text in a locale. Raises ConfigurationError for a locale the project lacks."""
    (chosen,) = project.chosen_locales([locale])
    clean = text.encode("utf-8", "replace").decode()  # an argument may hold bytes that are no text
    with open_memory(project) as memory:
        return memory.search(clean, project.source_locale, chosen, most=most)


def export_memory(project: Project, locales: list[str] | None) -> Iterator[str]:
    """Yield the lines of the memory as TMX, of all locales it has when none is chosen.

    Raises ConfigurationError for a locale the project lacks.
    """
    if locales:
        project.chosen_locales(locales)
    with open_memory(project) as memory:
        yield from to_tmx(memory.units(locales or ()), project.source_locale)


def _digest(content: bytes, locale: str) -> str:
    return blake2b(content, digest_size=16, key=f"{_READING} {locale}".encode()[:64]).hexdigest()
