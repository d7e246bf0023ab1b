"""`l10n review`: one HTML page that shows sources, translations, names and findings side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.errors import L10nError, SeveralErrors, SourceError, did_you_mean
from l10n.model import Finding
from l10n.names.lexicon import Lexicon, compile_lexicon
from l10n.names.registry import Registry
from l10n.project import Project
from l10n.review.assembly import OpenedCatalog, OpenedDocument, assemble
from l10n.review.page import Page, Problem
from l10n.review.writing import column, write_page
from l10n.workflow.catalogs import open_catalog, open_registry
from l10n.workflow.check import check, findings_of, open_subjects
from l10n.workflow.files import Change, apply, changes_only, read_optional
from l10n.workflow.progress import histories
from l10n.workflow.sources import Source, SourceFile, find_sources, read_source

DEFAULT_NAME = "review.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReport:
    """The page, where it is, what writing it changes, and what could not be read (the page says it too)."""

    page: Page
    path: Path
    changes: tuple[Change, ...]
    errors: tuple[L10nError, ...]


def review(
    project: Project,
    locales: list[str] | None = None,
    *,
    document: str | None = None,
    output: Path | None = None,
    save: bool = True,
) -> ReviewReport:
    """Write the page of the project, or of one `document` (its path in the project), and return what was written.

    It goes to `output`, by default `build/review.html`. What cannot be read is an error on the page, and in the
    report; the rest is there all the same. Raises SourceError when there is no source, or none of that name.
    """
    page, errors = open_page(project, locales, document=document)
    path = output or project.root / "build" / DEFAULT_NAME
    name = project.relative(path) if path.is_relative_to(project.root) else str(path)
    change = Change(path=path, name=name, before=read_optional(path, name), after=write_page(page).encode())
    changes = changes_only([change])
    if save:
        apply(changes)
    return ReviewReport(page=page, path=path, changes=changes, errors=errors)


def open_page(
    project: Project, locales: list[str] | None = None, *, document: str | None = None
) -> tuple[Page, tuple[L10nError, ...]]:
    """Return the page of the project as it is on the disk, and the errors of what cannot be read."""
    chosen = project.chosen_locales(locales)
    files = _chosen_files(project, document)
    columns = tuple(column(locale) for locale in chosen)
    errors: list[L10nError] = []
    lexicon = _open_lexicon(project, errors)
    sources = _read_sources(project, files, errors)
    opened = [_open_document(project, source, chosen, errors) for source in sources]
    findings = _findings(project, sources, chosen, errors)
    if document is not None:
        wanted = {document} | {catalog.name for each in opened for catalog in each.catalogs.values()}
        findings = [finding for finding in findings if finding.location.path in wanted]
    frame = Page(
        title=project.name or project.root.name,
        source=column(project.source_locale),
        columns=columns,
        problems=tuple(Problem(what=one.what, where=one.where, why=one.why, hint=one.hint) for one in errors),
    )
    page = assemble(frame, opened, lexicon, findings)
    catalogs = {locale: [each.catalogs[locale].name for each in opened] for locale in chosen}
    return replace(page, histories=histories(project, page, catalogs)), tuple(errors)


def _chosen_files(project: Project, document: str | None) -> tuple[SourceFile, ...]:
    files = find_sources(project)
    if document is None:
        return files
    chosen = tuple(file for file in files if file.name == document)
    if not chosen:
        raise SourceError(
            "there is no such document",
            where=document,
            hint=did_you_mean(document, [file.name for file in files]),
        )
    return chosen


def _open_lexicon(project: Project, errors: list[L10nError]) -> Lexicon:
    try:
        registry = open_registry(project)
    except L10nError as error:
        errors += _each(error)
        registry = Registry(path=project.relative(project.registry_path))
    return compile_lexicon(registry, tuple(dict.fromkeys((*project.locales, project.source_locale))))


def _read_sources(project: Project, files: Sequence[SourceFile], errors: list[L10nError]) -> list[Source]:
    sources: list[Source] = []
    for file in files:
        try:
            sources.append(read_source(project, file))
        except L10nError as error:
            errors += _each(error)
    return sources


def _open_document(
    project: Project, source: Source, locales: Sequence[str], errors: list[L10nError]
) -> OpenedDocument:
    catalogs = {locale: _open_catalog(project, source.file.domain, locale, errors) for locale in locales}
    return OpenedDocument(document=source.document, catalogs=catalogs)


def _open_catalog(project: Project, domain: str, locale: str, errors: list[L10nError]) -> OpenedCatalog:
    try:
        catalog = open_catalog(project, domain, locale)
    except L10nError as error:
        errors += _each(error)
        name = project.relative(project.catalog_path(domain, locale))
        return OpenedCatalog(name=name, file=None, broken=True)
    return OpenedCatalog(name=catalog.name, file=catalog.file)


def _findings(
    project: Project, sources: Sequence[Source], locales: Sequence[str], errors: list[L10nError]
) -> list[Finding]:
    """Return what the checks find. Where they stop at something unreadable, the rest is checked piece by piece."""
    try:
        return list(check(project, list(locales)).findings)
    except L10nError as error:
        _add_new(error, errors)
    found: dict[Finding, None] = {}
    for source in sources:
        for locale in locales:
            try:
                (subject,) = open_subjects(project, (source,), (locale,))
                found |= dict.fromkeys(findings_of(subject))
            except L10nError as error:
                _add_new(error, errors)
    return list(found)


def _each(error: L10nError) -> Iterable[L10nError]:
    return error.errors if isinstance(error, SeveralErrors) else (error,)


def _add_new(error: L10nError, errors: list[L10nError]) -> None:
    known = {str(one) for one in errors}
    errors += [one for one in _each(error) if str(one) not in known]
