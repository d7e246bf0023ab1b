"""`l10n check`: look at every document in every locale, and return the findings."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from l10n.checks.base import Subject
from l10n.checks.registry import CHECKS
from l10n.model import Finding, Location, Severity
from l10n.project import Project
from l10n.workflow.catalogs import open_catalog, open_catalogs, open_lexicon
from l10n.workflow.sources import Source, by_domain, read_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The findings, by file and line, and how much was looked at."""

    findings: tuple[Finding, ...]
    documents: int
    locales: int

    @property
    def clean(self) -> bool:
        """Whether nothing worse than `info` was found."""
        return all(finding.severity is Severity.INFO for finding in self.findings)


def check(
    project: Project, locales: list[str] | None = None, *, codes: Collection[str] | None = None
) -> CheckReport:
    """Return what the checks find in the chosen locales (None: all); `codes` limits it to some checks.

    Raises L10nError when a source, a catalog or the registry cannot be read.
    """
    chosen = project.chosen_locales(locales)
    sources = read_sources(project)
    findings: list[Finding] = []
    for subject in open_subjects(project, sources, chosen):
        findings += findings_of(subject, codes)
    if codes is None:
        findings += _outdated_templates(project, by_domain(sources))
    ordered = sorted(findings, key=_by_place)
    return CheckReport(findings=tuple(dict.fromkeys(ordered)), documents=len(sources), locales=len(chosen))


def findings_of(subject: Subject, codes: Collection[str] | None = None) -> Iterable[Finding]:
    """Yield what the checks, or those with these `codes`, find in one document in one locale."""
    for code in CHECKS if codes is None else codes:
        yield from CHECKS[code].find(subject)


def open_subjects(project: Project, sources: Sequence[Source], locales: Sequence[str]) -> tuple[Subject, ...]:
    """Return each source with its catalog in each locale, opened. Raises L10nError for what cannot be read."""
    lexicon = open_lexicon(project)
    opened = open_catalogs(project, by_domain(sources), locales)
    return tuple(
        Subject(
            document=source.document,
            source_locale=project.source_locale,
            locale=locale,
            catalog_name=opened[source.file.domain, locale].name,
            file=opened[source.file.domain, locale].file,
            lexicon=lexicon,
        )
        for source in sources
        for locale in locales
    )


def _by_place(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.location
    return (place.path, place.line or 0, place.column or 0, finding.code)


def _outdated_templates(project: Project, sources: Mapping[str, Source]) -> Iterable[Finding]:
    """Yield a finding for each template that no longer holds the texts of its source, or has none any more."""
    domains = {
        path.relative_to(project.locales_folder).with_suffix("").as_posix()
        for path in project.locales_folder.rglob("*.pot")
    }
    for domain in sorted(domains):
        template = open_catalog(project, domain, None)
        source = sources.get(domain)
        if source is None:
            what = f"no source has the domain {domain!r} any more"
            hint = "restore the article under its old name, or delete this template and its catalogs"
        elif {(text.msgctxt, text.msgid) for text in source.document.segments} != set(
            template.catalog.by_key()
        ):
            what = f"the texts of {source.file.name} have changed since it was made"
            hint = "run `l10n extract`"
        else:
            continue
        yield Finding(
            code="outdated-catalog",
            message=what,
            location=Location(path=template.name, line=1, column=1),
            severity=Severity.ERROR,
            hint=hint,
        )
