"""Opening the catalogs and the registry of a project, and saying what saving them would change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalog.catalog import Catalog, Message
from l10n.errors import L10nError, RegistryError, raise_all
from l10n.names import Lexicon, Registry, compile_lexicon, read_registry
from l10n.project import Project
from l10n.settings import ProjectPaths
from l10n.workflow.store.files import Change, read_optional

if TYPE_CHECKING:
    from l10n.catalog.pofile import PoFile


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCatalog:
    """A catalog as it is on the disk; `content` and `file` are None when it is not there yet."""

    path: Path
    name: str
    domain: str
    locale: str | None
    content: bytes | None
    file: "PoFile | None"

    @property
    def catalog(self) -> Catalog:
        """Its messages; none when there is no file."""
        if self.file is None:
            return Catalog(locale=self.locale, domain=self.domain)
        return self.file.catalog(self.locale, self.domain)

    def saved(self, messages: Sequence[Message]) -> Change:
        """Return the change that gives the file these messages."""
        from l10n.catalog import pofile

        return self._becoming(pofile.write(self.file, messages))

    def rewritten(self, changed: Iterable[Message]) -> Change:
        """Return the change that puts each of `changed` in the place of its message with the same key.

        Raises KeyError when there is no such message.
        """
        if self.file is None:
            raise KeyError(self.name)
        from l10n.catalog import pofile

        return self._becoming(pofile.rewrite(self.file, changed))

    def _becoming(self, content: bytes) -> Change:
        return Change(path=self.path, name=self.name, before=self.content, after=content)


def open_catalog(paths: ProjectPaths, domain: str, locale: str | None) -> OpenCatalog:
    """Return the catalog of a locale, or with None the template. Raises CatalogError for a broken file."""
    from l10n.catalog import pofile  # a run in which nothing has changed opens none

    name = paths.catalog_name(domain, locale) if locale else paths.template_name(domain)
    path = paths.inside(name)
    content = read_optional(path, name, most=paths.most_bytes)
    file = pofile.read(content, name) if content is not None else None
    return OpenCatalog(path=path, name=name, domain=domain, locale=locale, content=content, file=file)


def open_aside(paths: ProjectPaths, domain: str, locale: str) -> OpenCatalog | None:
    """Return the catalog of a document or locale that is gone, as it was set aside; saved, it is in its place again.

    None where there is none. Raises CatalogError for a broken file.
    """
    name = paths.aside_name(domain, locale)
    content = read_optional(paths.inside(name), name, most=paths.most_bytes)
    if content is None:
        return None
    from l10n.catalog import pofile

    place = paths.catalog_name(domain, locale)
    file = pofile.read(content, name)
    return OpenCatalog(
        path=paths.inside(place), name=place, domain=domain, locale=locale, content=None, file=file
    )


def open_catalogs(
    paths: ProjectPaths, domains: Iterable[str], locales: Iterable[str | None]
) -> dict[tuple[str, str | None], OpenCatalog]:
    """Return the catalogs by domain and locale. Raises the errors of all broken ones at once."""
    chosen = tuple(locales)
    opened: dict[tuple[str, str | None], OpenCatalog] = {}
    errors: list[L10nError] = []
    for domain in domains:
        for locale in chosen:
            try:
                opened[domain, locale] = open_catalog(paths, domain, locale)
            except L10nError as error:
                errors.append(error)
    raise_all(errors)
    return opened


def has_catalogs(paths: ProjectPaths, locales: Iterable[str]) -> bool:
    """Whether there is any catalog of these locales."""
    folders = (paths.catalog("x", locale).parent for locale in locales)
    return any(True for folder in folders for _ in folder.rglob("*.po"))


def template_domains(paths: ProjectPaths) -> tuple[str, ...]:
    """Return the domains that have a template, sorted, whether or not there is a source."""
    folder = paths.locales_folder
    return tuple(
        sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.pot"))
    )


def open_registry(project: Project) -> Registry:
    """Return the registry of names; an empty one when there is no names.toml."""
    name = project.paths.relative(project.paths.registry)
    content = read_optional(project.paths.registry, name, most=project.paths.most_bytes) or b""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RegistryError("not UTF-8", where=f"{name}:{line}", hint="save the file as UTF-8") from error
    return read_registry(text, name, project.locales)


def open_lexicon(project: Project) -> Lexicon:
    """Return the registry compiled for searching text, in the locales of the project and that of its sources."""
    return lexicon_of(open_registry(project), project.name_locales)


@lru_cache(maxsize=4)
def lexicon_of(registry: Registry, locales: Sequence[str]) -> Lexicon:
    """Return a registry compiled for searching text; a process compiles it once for all documents."""
    return compile_lexicon(registry, locales)
