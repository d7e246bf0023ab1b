"""The report of `l10n check`: what was found in all documents, held against ignores, baseline and requirements."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from l10n.errors import ConfigurationError, L10nError
from l10n.gate.baseline import BaselineEntry, read_baseline, write_baseline
from l10n.gate.baseline import unused as unused_entries
from l10n.gate.completeness import DocumentName, configured_requirements, incompleteness
from l10n.gate.places import LocatedFinding, Text, located_on_line
from l10n.gate.silencing import Silenced, counted_by, passing, silenced_by_settings
from l10n.gate.tally import Tally, tally
from l10n.gate.triage import By, Ignored, by_place, findings_about_ignores, is_of_the_gate, triage, weighed
from l10n.model import FAIL_ON, Finding, Severity
from l10n.project import Project
from l10n.workflow.per_document.inspection import DocumentFindings, InspectionRun
from l10n.workflow.store.files import Change, read_optional


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to look for: codes and groups to `select` (none: all) and to `ignore`, and the baseline to hold the
    findings against (None: that of the configuration). `is_new_baseline` says that it will be written, so that
    it need not be there; `is_part` that the command looks for no more than these codes, whoever asks. `fail_on` is the
    mildest severity that makes the run fail (None: that of the configuration)."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    is_new_baseline: bool = False
    is_part: bool = False
    fail_on: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What is `reported`, by file and line, what is `ignored`, and how much was inspected.

    `errors` are the files that cannot be read. `tolerated` counts what catalogs may lack by the configuration.
    `texts` are the lines of the files, by name, `kept` the entries of the baseline that this run cannot judge,
    `silenced` what the run was told not to see, `fail_on` the mildest severity of which one finding makes it fail.
    `sources` are the paths of the documents, by those of all their files.
    """

    reported: tuple[LocatedFinding, ...]
    ignored: tuple[Ignored, ...]
    errors: tuple[L10nError, ...]
    tolerated: int
    documents: int
    locales: int
    texts: Mapping[str, Text]
    kept: tuple[BaselineEntry, ...] = ()
    silenced: Silenced = field(default_factory=Silenced)
    fail_on: Severity = FAIL_ON
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The reported findings."""
        return tuple(placed.finding for placed in self.reported)

    @property
    def numbers(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, those that are only counted among them."""
        counts = Counter(dict.fromkeys(Severity, 0))
        for placed in self.reported:
            counts[placed.finding.severity] += placed.number
        return counts

    @property
    def tally(self) -> Tally:
        """How many findings there are of each code, in each document, in each locale."""
        return tally(self.reported, self.sources)

    def fails(self, finding: Finding) -> bool:
        """Return whether a finding is so bad that the run fails for it."""
        return finding.severity.is_at_least(self.fail_on)

    @property
    def clean(self) -> bool:
        """Whether everything could be read, and nothing was found for which the run fails."""
        return not self.errors and not any(map(self.fails, self.findings))

    @property
    def exit_code(self) -> int:
        """What the process answers: 2 for what cannot be read, 1 for findings, 0."""
        return max((error.exit_code for error in self.errors), default=0 if self.clean else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a report has beside the documents: what is found about files of none, errors, and the lines of files."""

    found: Sequence[LocatedFinding]
    errors: Sequence[L10nError]
    texts: Mapping[str, Text]


def report_on(
    project: Project,
    run: InspectionRun,
    documents: Sequence[DocumentFindings],
    request: Request,
    beside: Beside,
) -> CheckReport:
    """Return the report on what was found in all documents."""
    severities = run.severities
    baseline_path = baseline_of(project, request)
    baseline_name = _named(project, baseline_path) if baseline_path else ""
    # one that the command line names may be a pipe
    most = None if request.baseline else project.paths.most_bytes
    baseline = (
        _known(baseline_path, baseline_name, most, is_new=request.is_new_baseline) if baseline_path else ()
    )
    ignores = {name: found for document in documents for name, found in document.ignores.items()}
    found = weighed(
        (*(placed for document in documents for placed in document.found), *beside.found), severities
    )
    incomplete, complete_enough = _completeness(project, run, documents)
    result = triage(found, ignores, baseline, complete_enough)
    unjudged = _unjudged(project, run, documents) if result.gone else frozenset()
    gone = [entry for entry in result.gone if entry.code in run.codes and entry.path not in unjudged]
    of_the_gate = (
        *incomplete,
        *findings_about_ignores(ignores, found, _codes_by_catalog(run, documents)),
        *unused_entries(gone, baseline_name),
    )
    more = (located_on_line(finding, beside.texts) for finding in of_the_gate if finding.code in run.codes)
    return CheckReport(
        reported=tuple(sorted((*result.reported, *weighed(more, severities)), key=by_place)),
        ignored=result.ignored,
        errors=tuple(beside.errors),
        tolerated=result.tolerated,
        documents=len(documents),
        locales=len(run.locales),
        texts=beside.texts,
        kept=tuple(entry for entry in result.gone if entry not in gone),
        silenced=_silenced(project, run, request, result.ignored),
        fail_on=request.fail_on or project.fail_on,
        sources=_sources(run, documents),
    )


def _sources(run: InspectionRun, documents: Sequence[DocumentFindings]) -> dict[str, str]:
    """Return the path of the source of each file that belongs to a document."""
    paths = run.settings.paths
    found = {document.name: document.name for document in documents}
    for document in documents:
        found[paths.template_name(document.domain)] = document.name
        for locale in run.locales:
            found[paths.catalog_name(document.domain, locale)] = document.name
    return found


def _silenced(project: Project, run: InspectionRun, request: Request, ignored: Sequence[Ignored]) -> Silenced:
    """Return what this run was told not to see."""
    counts = counted_by(ignored)
    by_settings = silenced_by_settings(
        project.policy, run.settings.formats, run.severities, run.codes, run.locales
    )
    return replace(
        by_settings,
        only=() if request.is_part else request.select,
        without=request.ignore,
        passing=passing(request.fail_on or project.fail_on),
        baseline=counts[By.BASELINE],
        comments=counts[By.COMMENT],
    )


def baseline_of(project: Project, request: Request) -> Path | None:
    """Return the baseline that was asked for, else that of the configuration, else None."""
    if request.baseline is not None:
        return request.baseline
    if not project.baseline:
        return None
    path = project.root / project.baseline
    project.paths.relative(path)  # it is inside
    return path


def new_baseline(project: Project, report: CheckReport, path: Path) -> Change:
    """Return the change that makes the baseline at `path` hold what was found, and only that."""
    name = _named(project, path)
    known = [ignored.placed for ignored in report.ignored if ignored.by == "baseline"]
    found = [placed for placed in report.reported if not is_of_the_gate(placed)]
    text = write_baseline([*known, *found], report.kept)
    return Change(
        path=path, name=name, before=read_optional(path, name), after=text.encode("utf-8", "backslashreplace")
    )


def _named(project: Project, path: Path) -> str:
    return project.paths.relative(path) if path.is_relative_to(project.root) else str(path)


def _known(path: Path, name: str, most: int | None, *, is_new: bool) -> Sequence[BaselineEntry]:
    content = read_optional(path, name, most=most)
    if content is not None:
        return read_baseline(content.decode("utf-8", "replace"), name)
    if is_new:
        return ()
    raise ConfigurationError("there is no such baseline", where=name, hint="make it with --update-baseline")


def _completeness(
    project: Project, run: InspectionRun, documents: Sequence[DocumentFindings]
) -> tuple[list[Finding], frozenset[str]]:
    """Return a finding for each catalog that is less complete than configured, and the names of those that may
    lack something."""
    names = [
        DocumentName(domain=document.domain, path=document.name) for document in documents if document.is_read
    ]
    required = configured_requirements(project.policy, names, run.severities) if project.require else {}
    incomplete: list[Finding] = []
    enough: set[str] = set()
    for document in documents:
        for locale, measured in document.statistics.items():
            rule = required.get((document.domain, locale))
            if rule is None or not rule.keys:
                continue
            name = project.paths.catalog_name(document.domain, locale)
            if finding := incompleteness(measured, rule, locale, name, project.policy.place_of(rule.keys)):
                incomplete.append(finding)
            elif rule.percent < 100:
                enough.add(name)
    return incomplete, frozenset(enough)


def _unjudged(project: Project, run: InspectionRun, documents: Sequence[DocumentFindings]) -> frozenset[str]:
    """Return the names of the files that this run says nothing about: unreadable, or of other locales."""
    read = {
        (document.domain, locale) for document in documents if document.is_read for locale in document.locales
    }
    every = {
        (document.domain, locale): project.paths.catalog_name(document.domain, locale)
        for document in documents
        for locale in project.locales
    }
    unread = {name for key, name in every.items() if key not in read}
    if len(run.locales) < len(project.locales):
        unread |= {document.name for document in documents if document.is_read}
    return frozenset(unread)


def _codes_by_catalog(run: InspectionRun, documents: Sequence[DocumentFindings]) -> dict[str, frozenset[str]]:
    codes = {locale: run.codes_in(locale) | run.consistency_codes(locale) for locale in run.locales}
    return {
        name: codes[locale]
        for document in documents
        for locale in (document.locales if document.ignores else ())
        if (name := run.settings.paths.catalog_name(document.domain, locale)) in document.ignores
    }
