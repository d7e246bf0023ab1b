"""`l10n compile`: catalogs to the `.mo` files that programs load."""

from dataclasses import dataclass

from l10n.catalog.catalog import Message
from l10n.catalog.header import check_plural_forms, header_fields
from l10n.catalog.mofile import compile_file
from l10n.errors import CatalogError, L10nError, raise_all
from l10n.project import Project
from l10n.workflow.store.catalogs import OpenCatalog, open_catalog
from l10n.workflow.store.files import Change, apply, changes_only, read_optional
from l10n.workflow.store.lock import one_writer


@dataclass(frozen=True, slots=True, kw_only=True)
class CompileReport:
    """How many catalogs were compiled, and the files that change."""

    catalogs: int
    changes: tuple[Change, ...]


def compile_catalogs(
    project: Project, locales: list[str] | None = None, *, use_fuzzy: bool = False, save: bool = True
) -> CompileReport:
    """Write `<domain>.mo` beside each catalog of the chosen locales (None: all), and return what changed.

    With `save=False` nothing is written. Raises CatalogError, and writes nothing, when a catalog cannot be read, when
    its plural rule cannot be used, or when there is no catalog.
    """
    with one_writer(project.root, writes=save):
        chosen = project.chosen_locales(locales)
        changes: list[Change] = []
        errors: list[L10nError] = []
        for domain, locale in _catalogs(project, chosen):
            try:
                changes.append(
                    _compiled(project, open_catalog(project.paths, domain, locale), use_fuzzy=use_fuzzy)
                )
            except CatalogError as error:
                errors.append(error)
        raise_all(errors)
        if not changes:
            raise CatalogError(
                "there is no catalog to compile",
                where=project.paths.relative(project.paths.locales_folder),
                hint="run `l10n extract` first",
            )
        changed = changes_only(changes)
        if save:
            apply(changed)
        return CompileReport(catalogs=len(changes), changes=changed)


def _catalogs(project: Project, locales: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return domain and locale of every catalog there is."""
    found = []
    for locale in locales:
        folder = project.paths.locales_folder / locale / "LC_MESSAGES"
        domains = [path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.po")]
        found += [(domain, locale) for domain in sorted(domains)]
    return found


def _compiled(project: Project, catalog: OpenCatalog, *, use_fuzzy: bool) -> Change:
    header = _header(catalog)
    rule = header_fields(header.msgstr[0]).get("Plural-Forms") if header else None
    if header and rule is not None:
        try:
            check_plural_forms(rule)
        except CatalogError as error:  # a program that loads the catalog would run it
            where, why = f"{catalog.name}:{header.line}", error.where
            raise CatalogError(error.what, where=where, why=why, hint=error.hint) from error
    path = catalog.path.with_suffix(".mo")
    name = project.paths.relative(path)
    after = compile_file(catalog.file, use_fuzzy=use_fuzzy) if catalog.file else b""
    return Change(path=path, name=name, before=read_optional(path, name), after=after)


def _header(catalog: OpenCatalog) -> Message | None:
    block = catalog.file.block((None, "")) if catalog.file else None
    return block.message if block and not block.message.obsolete else None
