"""`l10n review`: one HTML page that shows sources, translations, names and findings side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.errors import L10nError, SeveralErrors
from l10n.names import Lexicon, Registry, compile_lexicon
from l10n.project import Project
from l10n.remembering import forget
from l10n.review.assembly import OpenedCatalog, OpenedDocument, assemble, assemble_in_turn
from l10n.review.page import Page, Problem
from l10n.review.writing import column, write_in_pieces
from l10n.workflow.check import check, check_opened
from l10n.workflow.check_report import Request
from l10n.workflow.history import histories
from l10n.workflow.per_document.open_project import OpenProject, errors_beside, open_documents, open_project
from l10n.workflow.recheck import Rechecker
from l10n.workflow.store.catalogs import open_lexicon
from l10n.workflow.store.files import Change, apply, changes_only, read_optional
from l10n.workflow.store.sources import find_source, find_sources

if TYPE_CHECKING:
    from l10n.model import Finding

_NAMES = "names"  # the group of the checks that need a registry

DEFAULT_NAME = "review.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReport:
    """Where the page is, what writing it changes, and what could not be read (the page says it too)."""

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
    pieces, errors = _page_in_pieces(project, locales, document)
    path = output or project.root / "build" / DEFAULT_NAME
    name = project.paths.relative(path) if path.is_relative_to(project.root) else str(path)
    with BytesIO() as page:
        page.writelines(pieces)
        change = Change(path=path, name=name, before=read_optional(path, name), after=page.getvalue())
    changes = changes_only([change])
    if save:
        apply(changes)
    return ReviewReport(path=path, changes=changes, errors=errors)


def _page_in_pieces(
    project: Project, locales: list[str] | None, document: str | None
) -> tuple[Iterable[bytes], tuple[L10nError, ...]]:
    """Return the page as it is to be written, and the errors of what cannot be read; one document is in memory."""
    lexicon, broken = _open_lexicon(project)
    if document is not None or broken:
        page, errors = open_page(project, locales, document=document)
        return write_in_pieces(page, page.whole, page.documents), errors
    chosen, files = project.chosen_locales(locales), find_sources(project.source_settings)
    unread: list[L10nError] = []

    def opened(errors: list[L10nError]) -> Iterator[OpenedDocument]:
        for file in files:
            one = open_documents(project.source_settings, [file], chosen, lexicon)
            errors += one.errors
            yield from (_opened_document(one, domain) for domain in one.sources)
            forget()

    passes = iter((unread, []))
    frame = _frame(project, chosen)
    page, whole, documents = assemble_in_turn(
        frame, lambda: opened(next(passes)), lexicon, lambda: check(project, locales).findings
    )
    unread += errors_beside(project.source_settings, files, project.locales)
    shown = {outline.path for outline in whole.documents}
    catalogs = {
        locale: [project.paths.catalog_name(file.domain, locale) for file in files if file.name in shown]
        for locale in chosen
    }
    page = replace(
        page, problems=problems_of(unread), histories=histories(project, whole.documents, catalogs)
    )
    return write_in_pieces(page, whole, documents), tuple(unread)


def open_page(
    project: Project,
    locales: list[str] | None = None,
    *,
    document: str | None = None,
    rechecker: Rechecker | None = None,
    is_checked: bool = True,
) -> tuple[Page, tuple[L10nError, ...]]:
    """Return the page of the project as it is on the disk, and the errors of what cannot be read.

    With a `rechecker` that made an earlier page only what has changed since is checked; without `is_checked`
    nothing is.
    """
    lexicon, errors = _open_lexicon(project)
    opened = open_project(project, locales, lexicon=lexicon)
    if document is not None:
        opened = _only(opened, document)
    # Without a registry every name would be an unregistered one.
    request = Request(ignore=(_NAMES,) if errors else ())
    findings: tuple[Finding, ...] = ()
    if is_checked and rechecker:
        findings = rechecker.findings(project, opened, request)
    elif is_checked and (errors or document is not None):
        findings = check_opened(project, opened, request).findings
    elif is_checked:  # what has not changed since the last `l10n check` is not looked at again
        findings = check(project, locales).findings
    errors += opened.errors
    frame = replace(_frame(project, opened.locales), problems=problems_of(errors), is_checked=is_checked)
    documents = [_opened_document(opened, domain) for domain in opened.sources]
    page = assemble(frame, documents, lexicon, findings)
    catalogs = {
        locale: [document.catalogs[locale].name for document in documents] for locale in opened.locales
    }
    return replace(page, histories=histories(project, page.whole.documents, catalogs)), errors


def _frame(project: Project, locales: Sequence[str]) -> Page:
    """Return a page of these columns with nothing in it."""
    return Page(
        title=project.title,
        source=column(project.source_locale),
        columns=tuple(column(locale) for locale in locales),
    )


def problems_of(errors: Iterable[L10nError]) -> tuple[Problem, ...]:
    """Return errors as the page says them."""
    single = chain(*(error.errors if isinstance(error, SeveralErrors) else (error,) for error in errors))
    return tuple(Problem(what=one.what, where=one.where, why=one.why, hint=one.hint) for one in single)


def _open_lexicon(project: Project) -> tuple[Lexicon, tuple[L10nError, ...]]:
    try:
        return open_lexicon(project), ()
    except L10nError as error:
        nothing = Registry(path=project.paths.relative(project.paths.registry))
        errors = error.errors if isinstance(error, SeveralErrors) else (error,)
        return compile_lexicon(nothing, project.name_locales), errors


def _only(opened: OpenProject, document: str) -> OpenProject:
    """Return the project with one of its documents. Raises SourceError when it has none of that name."""
    chosen = find_source(opened.settings, document)
    names = {
        document,
        *(opened.settings.paths.catalog_name(chosen.domain, locale) for locale in opened.locales),
    }
    return replace(
        opened,
        files=(chosen,),
        sources={domain: source for domain, source in opened.sources.items() if domain == chosen.domain},
        catalogs={key: catalog for key, catalog in opened.catalogs.items() if key[0] == chosen.domain},
        templates={},
        errors=tuple(error for error in opened.errors if error.where.partition(":")[0] in names),
    )


def _opened_document(opened: OpenProject, domain: str) -> OpenedDocument:
    catalogs: dict[str, OpenedCatalog] = {}
    for locale in opened.locales:
        catalog = opened.catalogs.get((domain, locale))
        name = catalog.name if catalog else opened.settings.paths.catalog_name(domain, locale)
        catalogs[locale] = OpenedCatalog(
            name=name, file=catalog.file if catalog else None, broken=catalog is None
        )
    return OpenedDocument(document=opened.sources[domain].document, catalogs=catalogs)
