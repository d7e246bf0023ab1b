"""`l10n migrate`: translations from a catalog with other msgids, or from that of a source under its old name."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.catalog.conservation import lost_translations
from l10n.catalog.merge import merge
from l10n.catalog.migration import Migrated, migrate
from l10n.errors import CatalogError, ConfigurationError, did_you_mean
from l10n.languages.tags import language_subtag
from l10n.project import Project
from l10n.workflow.store.catalogs import OpenCatalog, open_catalog
from l10n.workflow.store.directories import remove
from l10n.workflow.store.files import Change, apply, changes_only
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.named_file import fitting, read_named
from l10n.workflow.store.sources import SourceFile, find_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrateReport:
    """How many messages were filled, how many of those are fuzzy, how many translations of the other catalog found no
    place, the files that change and the files that go.
    """

    filled: int
    fuzzy: int
    unused: int
    changes: tuple[Change, ...]
    removed: tuple[str, ...] = ()


def migrate_catalog(
    project: Project, file: Path, locale: str, *, document: str | None = None, save: bool = True
) -> MigrateReport:
    """Fill the untranslated messages of a locale from the catalog `file`; return what changed.

    `document` is the source by its path in the project; without it every source takes what is its own. What a person
    has translated already stays, and the other catalog is left as it is. Raises CatalogError when it cannot be read,
    or when no catalog of ours is there yet.
    """
    with one_writer(project.root, writes=save):
        (chosen,) = project.chosen_locales([locale])
        content = read_named(file, str(file))
        with fitting(str(file)):
            theirs = pofile.read(content, str(file)).messages
        languages = (language_subtag(project.source_locale), language_subtag(chosen))
        opened = [
            open_catalog(project.paths, source.domain, chosen) for source in _sources(project, document)
        ]
        if all(catalog.file is None for catalog in opened):
            raise CatalogError(
                "there is no catalog yet", where=opened[0].name, hint="run `l10n extract` first"
            )
        found = [
            (catalog, migrate(catalog.catalog.messages, theirs, languages))
            for catalog in opened
            if catalog.file
        ]
        changes = changes_only(catalog.saved(migrated.messages) for catalog, migrated in found)
        if save:
            apply(changes)
        return _report([migrated for _, migrated in found], changes)


def _report(found: Sequence[Migrated], changes: tuple[Change, ...]) -> MigrateReport:
    unused = set.intersection(*({message.key for message in one.unused} for one in found))
    return MigrateReport(
        filled=sum(one.filled for one in found),
        fuzzy=sum(one.fuzzy for one in found),
        unused=len(unused),
        changes=changes,
    )


def _sources(project: Project, document: str | None) -> list[SourceFile]:
    sources = find_sources(project.source_settings)
    chosen = [source for source in sources if document in (None, source.name)]
    if not chosen:
        names = [source.name for source in sources]
        raise ConfigurationError(f"no source {document!r}", hint=did_you_mean(document or "", names))
    return chosen


def rename_domain(project: Project, old: str, new: str, *, save: bool = True) -> MigrateReport:
    """Move the catalogs of a source to its new name; `old` and `new` are domains, or paths of sources.

    The new catalogs are written first, then the old ones go. Raises ConfigurationError when there is no such source,
    CatalogError when the old name has no catalog or a new catalog has translations of its own.
    """
    with one_writer(project.root, writes=save):
        source = _renamed(project, new)
        domain = _domain(old)
        if domain == source.domain:
            raise ConfigurationError("the old name is the new name")
        before = [open_catalog(project.paths, domain, locale) for locale in project.locales]
        before = [catalog for catalog in before if catalog.file is not None]
        if not before:
            where = project.paths.catalog_name(domain, project.locales[0])
            raise CatalogError(
                f"{domain!r} has no catalog", where=where, hint="give the name the source had before"
            )
        changes, filled, fuzzy = [], 0, 0
        for catalog in before:
            change, messages = _moved(catalog, open_catalog(project.paths, source.domain, catalog.locale))
            changes.append(change)
            filled += sum(any(message.msgstr) and not message.obsolete for message in messages)
            fuzzy += sum(message.fuzzy and not message.obsolete for message in messages)
        gone = [catalog.path for catalog in before]
        gone += [path.with_suffix(".mo") for path in gone if path.with_suffix(".mo").exists()]
        gone += [path for path in (project.paths.template(domain),) if path.exists()]
        changed = changes_only(changes)
        if save:
            apply(changed)
            remove(gone[::-1], domain)  # while a catalog is left, whoever runs this again goes on
        removed = tuple(project.paths.relative(path) for path in gone)
        return MigrateReport(filled=filled, fuzzy=fuzzy, unused=0, changes=changed, removed=removed)


def _renamed(project: Project, new: str) -> SourceFile:
    sources = find_sources(project.source_settings)
    found = [source for source in sources if new in (source.domain, source.name)]
    if not found:
        names = [source.name for source in sources]
        raise ConfigurationError(f"no source {new!r}", hint=did_you_mean(new, names))
    return found[0]


def _domain(name: str) -> str:
    """Return the domain that is meant by a domain or by the path of a source."""
    if not name.startswith("source/"):
        return name
    return PurePosixPath(name).relative_to("source").with_suffix("").as_posix()


def _moved(old: OpenCatalog, new: OpenCatalog) -> tuple[Change, tuple[Message, ...]]:
    """Return the change that gives the new catalog what the old one has, and the messages it has then."""
    messages = old.catalog.messages
    theirs = [message for message in new.catalog.messages if any(message.msgstr) and not message.is_header]
    if theirs and not lost_translations(
        messages, new.catalog.messages
    ):  # a run before this one was cut short
        return Change(
            path=new.path, name=new.name, before=new.content, after=new.content or b""
        ), new.catalog.messages
    merged = merge(messages, new.catalog.live).messages
    if theirs and lost_translations(new.catalog.messages, merged):
        raise CatalogError(
            "the catalog under the new name has translations already",
            where=new.name,
            hint=f"fill the rest with `l10n migrate --from {old.name} --locale {old.locale}`",
        )
    if new.file is not None:
        messages = merged
    after = pofile.write(old.file, messages)
    return Change(path=new.path, name=new.name, before=new.content, after=after), messages
