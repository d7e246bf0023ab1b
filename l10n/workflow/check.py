"""`l10n check`: inspect every document in every locale, and return the findings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from l10n.errors import L10nError, flat
from l10n.gate.capping import AT_MOST
from l10n.gate.consistency import inconsistencies
from l10n.gate.places import LocatedFinding, Text, located_alone
from l10n.gate.registry_forms import CODE as MISSING_FORM
from l10n.gate.registry_forms import missing_forms
from l10n.gate.selection import configured_severities, selected_codes
from l10n.names import Registry
from l10n.project import Project
from l10n.workflow.check_report import Beside, CheckReport, Request, report_on
from l10n.workflow.per_document.inspection import (
    DocumentFindings,
    InspectionRun,
    inspect_document,
    inspect_opened,
    outdated,
)
from l10n.workflow.per_document.inspection_cache import InspectionCache
from l10n.workflow.per_document.map_documents import IN_THIS_PROCESS, RunOptions, over_documents
from l10n.workflow.per_document.open_project import OpenProject
from l10n.workflow.store.addenda import refuse_lost_addenda
from l10n.workflow.store.catalogs import open_registry, template_domains
from l10n.workflow.store.lines import Texts
from l10n.workflow.store.sources import SourceFile, find_sources
from l10n.workflow.store.state.catalog_snapshots import snapshots_folder


def check(
    project: Project,
    locales: list[str] | None = None,
    request: Request | None = None,
    *,
    options: RunOptions = IN_THIS_PROCESS,
) -> CheckReport:
    """Return what the checks find in the chosen locales (None: all).

    Documents that have not changed since the last run with the same codes and locales are not inspected again.
    Raises L10nError for what stops everything: the configuration, the registry, an unknown locale or code.
    """
    asked = request or Request()
    run = inspection_run(project, project.chosen_locales(locales), open_registry(project), asked)
    files = find_sources(project.source_settings)
    cache = InspectionCache(run, repr(project), use=options.use_cache)
    found = {file.domain: known for file in files if (known := cache.get(file)) is not None}
    changed = [file for file in files if file.domain not in found]
    try:
        for file, result in over_documents(inspect_document, run, changed, options, known=len(found)):
            if isinstance(result, L10nError):
                found[file.domain] = DocumentFindings(
                    domain=file.domain, name=file.name, is_read=False, errors=(result,)
                )
            else:
                found[file.domain] = result
                cache.put(file, result)
    finally:  # whoever interrupts a long run goes on from there
        cache.save()
    documents = [found[file.domain] for file in files]
    errors = [error for one in documents for error in one.errors] + _errors_of_addenda(project, files)
    beside = Beside(
        found=[*_without_source(run, files, template_domains(project.paths)), *_of_all(run, documents)],
        errors=errors,
        texts=Texts(project.source_settings, files, run.locales),
    )
    return report_on(project, run, documents, asked, beside)


def check_opened(
    project: Project, opened: OpenProject, request: Request, *, at_most: int | None = AT_MOST
) -> CheckReport:
    """Return what the checks find in a project that is open, `at_most` so many of a kind in one text (None: all)."""
    run = inspection_run(project, opened.locales, opened.lexicon.registry, request)
    run = replace(run, at_most=at_most)
    documents = [
        inspect_opened(run, opened, file, opened.templates.get(file.domain)) for file in opened.files
    ]
    found = [*_without_source(run, opened.files, opened.templates), *_of_all(run, documents)]
    beside = Beside(found=found, errors=opened.errors, texts=_texts(opened))
    return report_on(project, run, documents, request, beside)


def inspection_run(
    project: Project, locales: tuple[str, ...], registry: Registry, request: Request
) -> InspectionRun:
    """Return what a run looks for. Raises ConfigurationError for unknown codes and contradictions."""
    return InspectionRun(
        settings=project.source_settings,
        style=project.check_settings,
        registry=registry,
        name_locales=project.name_locales,
        locales=locales,
        codes=selected_codes(request.select, request.ignore, ["spelling"] if project.dictionaries else ()),
        severities=configured_severities(project.policy),
        snapshots=snapshots_folder(project.root),
        needs_statistics=bool(project.require),
    )


def _texts(opened: OpenProject) -> dict[str, Text]:
    catalogs = (*opened.catalogs.values(), *opened.templates.values())
    texts = {catalog.name: Text(catalog.file.text) for catalog in catalogs if catalog.file}
    return texts | {source.file.name: Text(source.document.text) for source in opened.sources.values()}


def _without_source(
    run: InspectionRun, files: Sequence[SourceFile], templates: Iterable[str]
) -> list[LocatedFinding]:
    """Return a finding for each template whose source is gone."""
    if "outdated-catalog" not in run.codes:
        return []
    known = {file.domain for file in files}
    return [
        outdated(
            run.settings.paths.template_name(domain),
            f"no source has the domain {domain!r} any longer",
            "was it renamed? `l10n migrate --rename OLD NEW`; otherwise `l10n extract --prune`",
        )
        for domain in templates
        if domain not in known
    ]


def _of_all(run: InspectionRun, documents: Sequence[DocumentFindings]) -> Iterator[LocatedFinding]:
    """Yield what is found in no document alone: in the registry, and between the documents of a locale."""
    yield from _of_the_registry(run)
    for locale in run.locales:
        if codes := run.consistency_codes(locale):
            kept = [one for document in documents for one in document.wordings if one.locale == locale]
            yield from inconsistencies(kept, codes)


def _of_the_registry(run: InspectionRun) -> list[LocatedFinding]:
    """Return a finding for each locale that names decided on have no form in."""
    if MISSING_FORM not in run.codes:
        return []
    return [located_alone(finding) for finding in missing_forms(run.registry, run.locales)]


def _errors_of_addenda(project: Project, files: Sequence[SourceFile]) -> list[L10nError]:
    """Return what is wrong with addenda that belong to no document."""
    try:
        refuse_lost_addenda(project.source_settings, [file.name for file in files], project.locales)
    except L10nError as error:
        return list(flat([error]))
    return []
