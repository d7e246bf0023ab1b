"""What `l10n check` does with one document: everything the checks find in it, in every locale, as values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from l10n.catalog.statistics import Statistics
from l10n.checks.registry import CHECKS, can_run
from l10n.errors import L10nError, flat
from l10n.gate.capping import AT_MOST, capped
from l10n.gate.consistency import CODES as CONSISTENCY
from l10n.gate.ignores import Ignores, read_ignores
from l10n.gate.places import FindingLocator, LocatedFinding, Text, located_alone
from l10n.gate.selection import Severities
from l10n.model import Finding, Location, Severity
from l10n.names import Registry
from l10n.settings import CheckSettings, SourceSettings
from l10n.workflow.per_document.open_project import OpenProject, open_documents
from l10n.workflow.per_document.statistics import statistics_of
from l10n.workflow.per_document.wordings import CatalogWordings, wordings_of
from l10n.workflow.store.addenda import contents_of_addenda
from l10n.workflow.store.catalogs import OpenCatalog, lexicon_of, open_catalog
from l10n.workflow.store.files import read_optional
from l10n.workflow.store.sources import Source, SourceFile
from l10n.workflow.store.state.catalog_snapshots import loss_of
from l10n.workflow.store.state.run_cache import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionRun:
    """What the documents of one run have in common: the locales and codes that are checked.

    `snapshots` is where catalogs are kept as they were last known (`catalog_snapshots`), `needs_statistics` whether
    somebody asks how complete they are, `at_most` how many findings of a kind a text may have (`capping`; None: all).
    """

    settings: SourceSettings
    style: CheckSettings
    registry: Registry
    name_locales: tuple[str, ...]
    locales: tuple[str, ...]
    codes: frozenset[str]
    severities: Severities
    snapshots: Path
    needs_statistics: bool = False
    at_most: int | None = AT_MOST

    def codes_in(self, locale: str) -> frozenset[str]:
        """Return the codes of the checks that run in a locale."""
        return frozenset(
            code
            for code, check in CHECKS.items()
            if code in self.codes and not self.severities.is_off(code, locale) and can_run(check, locale)
        )

    def consistency_codes(self, locale: str) -> frozenset[str]:
        """Return the codes of what is looked for over all documents of a locale."""
        return frozenset(
            code for code in CONSISTENCY if code in self.codes and not self.severities.is_off(code, locale)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFindings:
    """What was found in one document.

    `ignores` are those of its catalogs by their name, where there are any. `locales` are those whose catalog could be
    read, and `statistics` how complete those are that are there. `wordings` are what is held against other documents,
    where that is asked for. `digests` are those of all files it depends on
    (`run_cache`).
    """

    domain: str
    name: str
    is_read: bool
    found: tuple[LocatedFinding, ...] = ()
    ignores: Mapping[str, Ignores] = field(default_factory=dict)
    locales: tuple[str, ...] = ()
    statistics: Mapping[str, Statistics] = field(default_factory=dict)
    errors: tuple[L10nError, ...] = ()
    wordings: tuple[CatalogWordings, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)


def inspect_document(run: InspectionRun, file: SourceFile) -> DocumentFindings:
    """Return what is found in a document and its catalogs; what cannot be read is in its errors."""
    lexicon = lexicon_of(run.registry, run.name_locales)
    opened = open_documents(run.settings, [file], run.locales, lexicon, run.style)
    template: OpenCatalog | None = None
    errors = list(opened.errors)
    try:
        template = open_catalog(run.settings.paths, file.domain, None)
    except L10nError as error:
        errors.append(error)
    found = inspect_opened(run, opened, file, template, flat(errors))
    return found if template is None else replace(found, digests=_digests(run, opened, file, template))


def _digests(
    run: InspectionRun, opened: OpenProject, file: SourceFile, template: OpenCatalog
) -> dict[str, str]:
    """Return the digest of every file that was read, by its name; those outside the project are absolute."""
    contents = {source.file.name: source.content for source in opened.sources.values()}
    catalogs = {catalog.name: catalog.content for catalog in (template, *opened.catalogs.values())}
    kept = [run.snapshots / locale / f"{file.domain}.po" for locale in run.locales]
    beside = {str(path): read_optional(path, str(path)) for path in kept}
    beside |= contents_of_addenda(run.settings, file.name)
    return {name: digest_of(content) for name, content in {**contents, **catalogs, **beside}.items()}


def inspect_opened(
    run: InspectionRun,
    opened: OpenProject,
    file: SourceFile,
    template: OpenCatalog | None,
    errors: tuple[L10nError, ...] = (),
) -> DocumentFindings:
    """Return what is found in a document that is open."""
    source = opened.sources.get(file.domain)
    catalogs = {
        locale: catalog
        for locale in run.locales
        if (catalog := opened.catalogs.get((file.domain, locale))) is not None
    }
    texts = {catalog.name: Text(catalog.file.text) for catalog in catalogs.values() if catalog.file}
    found = [*_found(run, opened, source, texts), *_lost(run, source, catalogs)]
    if source is not None and template is not None and template.file is not None:
        found += _outdated(run, source, template)
    read = (
        (catalog.name, read_ignores(catalog.file, texts[catalog.name], catalog.name))
        for catalog in catalogs.values()
        if catalog.file is not None and source is not None
    )
    statistics = {
        locale: statistics_of(source, catalog)
        for locale, catalog in catalogs.items()
        if source is not None and catalog.file is not None and run.needs_statistics
    }
    return DocumentFindings(
        domain=file.domain,
        name=file.name,
        is_read=source is not None,
        found=tuple(found),
        ignores={name: here for name, here in read if here.ignores or here.invalid},
        locales=tuple(catalogs),
        statistics=statistics,
        errors=errors,
        wordings=tuple(_wordings(run, catalogs)) if source is not None else (),
    )


def _wordings(run: InspectionRun, catalogs: Mapping[str, OpenCatalog]) -> Iterator[CatalogWordings]:
    for locale, catalog in catalogs.items():
        if catalog.file is not None and run.consistency_codes(locale):
            kept = wordings_of(catalog.catalog, catalog.name, locale)
            if kept is not None:
                yield kept


def _found(
    run: InspectionRun, opened: OpenProject, source: Source | None, texts: Mapping[str, Text]
) -> Iterator[LocatedFinding]:
    if source is None:
        return
    beside = {**texts, source.file.name: Text(source.document.text)}
    for locale in run.locales:
        if (source.file.domain, locale) not in opened.catalogs:
            continue
        subject = opened.subject(source.file.domain, locale)
        locator = FindingLocator(subject, beside)
        for code in run.codes_in(locale):
            yield from capped(map(locator.locate, CHECKS[code].find(subject)), run.at_most)


def _lost(
    run: InspectionRun, source: Source | None, catalogs: Mapping[str, OpenCatalog]
) -> Iterator[LocatedFinding]:
    """Yield a finding for each catalog that has lost translations since the last extract."""
    wanted = {(one.msgctxt, one.msgid) for one in source.document.segments} if source else None
    for catalog in catalogs.values() if "lost-translations" in run.codes else ():
        loss = loss_of(run.settings.paths.root, catalog, run.snapshots, wanted)
        if loss is not None and not loss.is_put_back:
            finding = Finding(
                code="lost-translations",
                message=loss.what,
                location=Location(path=catalog.name, line=1, column=1),
                hint=f"{loss.hint(catalog.name)}; or accept it with `l10n extract --allow-removal`",
                because=(loss.why,),
            )
            yield located_alone(finding)


def _outdated(run: InspectionRun, source: Source, template: OpenCatalog) -> Sequence[LocatedFinding]:
    """Return a finding when the template does not hold the texts of its source any more."""
    texts = {(segment.msgctxt, segment.msgid) for segment in source.document.segments}
    if "outdated-catalog" not in run.codes or texts == set(template.catalog.by_key()):
        return ()
    what = f"the texts of {source.file.name} have changed since it was made"
    return (outdated(template.name, what, "run `l10n extract`"),)


def outdated(template_name: str, what: str, hint: str) -> LocatedFinding:
    """Return the finding about a template that does not go with a source."""
    return located_alone(
        Finding(
            code="outdated-catalog",
            message=what,
            location=Location(path=template_name, line=1, column=1),
            severity=Severity.ERROR,
            hint=hint,
        )
    )
