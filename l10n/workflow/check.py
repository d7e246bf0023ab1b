"""`l10n check`: look at every document in every locale, and return the findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.checks.registry import CHECKS
from l10n.errors import ConfigurationError, L10nError
from l10n.gate.baseline import Known, read_baseline, write_baseline
from l10n.gate.baseline import unused as unused_entries
from l10n.gate.completeness import DocumentName, configured_requirements, incompleteness
from l10n.gate.ignores import read_ignores
from l10n.gate.places import Placed, Surroundings, Text, placed_alone
from l10n.gate.selection import Severities, configured_severities, selected_codes
from l10n.gate.triage import Ignored, by_place, findings_about_ignores, is_of_the_gate, triage, weighed
from l10n.model import Finding, Location, Severity
from l10n.project import Project
from l10n.workflow.backups import loss_of
from l10n.workflow.files import Change, read_optional
from l10n.workflow.statistics import statistics_of
from l10n.workflow.subjects import OpenProject, open_project


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to look for: codes and groups to `select` (none: all) and to `ignore`, and the baseline to hold the
    findings against (None: that of the configuration). `is_new_baseline` says that it will be written, so that
    it need not be there."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    is_new_baseline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What is `reported`, by file and line, what is `ignored`, and how much was looked at.

    `errors` are the files that cannot be read. `tolerated` counts what catalogs may lack by the configuration.
    `texts` are the lines of the files, by name, `kept` the entries of the baseline that this run cannot judge.
    """

    reported: tuple[Placed, ...]
    ignored: tuple[Ignored, ...]
    errors: tuple[L10nError, ...]
    tolerated: int
    documents: int
    locales: int
    texts: Mapping[str, Text]
    kept: tuple[Known, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The reported findings."""
        return tuple(placed.finding for placed in self.reported)

    @property
    def clean(self) -> bool:
        """Whether everything could be read, and nothing worse than `info` was found."""
        return not self.errors and all(finding.severity is Severity.INFO for finding in self.findings)

    @property
    def exit_code(self) -> int:
        """What the process answers: 2 for what cannot be read, 1 for findings, 0."""
        return max((error.exit_code for error in self.errors), default=0 if self.clean else 1)


def check(project: Project, locales: list[str] | None = None, request: Request | None = None) -> CheckReport:
    """Return what the checks find in the chosen locales (None: all).

    Raises L10nError for what stops everything: the configuration, the registry, an unknown locale or code.
    """
    return look(open_project(project, locales), request or Request())


def look(opened: OpenProject, request: Request) -> CheckReport:
    """Return what the checks find in a project that is open."""
    project = opened.project
    codes = selected_codes(request.select, request.ignore)
    severities = configured_severities(project)
    baseline_path = baseline_of(project, request)
    baseline_name = _named(project, baseline_path) if baseline_path else ""
    baseline = _known(baseline_path, baseline_name, is_new=request.is_new_baseline) if baseline_path else ()
    texts = _texts(opened)
    ignores = {
        subject.catalog_name: read_ignores(subject.file, texts[subject.catalog_name], subject.catalog_name)
        for subject in opened.subjects
        if subject.file
    }
    beside = (*_outdated(opened, codes), *_lost(opened, codes))
    found = weighed((*_found(opened, texts, codes, severities), *beside), severities)
    incomplete, complete_enough = _completeness(opened, severities)
    result = triage(found, ignores, baseline, complete_enough)
    unjudged = _unjudged(opened)
    gone = [entry for entry in result.gone if entry.code in codes and entry.path not in unjudged]
    of_the_gate = (
        *incomplete,
        *findings_about_ignores(ignores, found, _looked_for(opened, codes, severities)),
        *unused_entries(gone, baseline_name),
    )
    more = (placed_alone(finding) for finding in of_the_gate if finding.code in codes)
    return CheckReport(
        reported=tuple(sorted((*result.reported, *weighed(more, severities)), key=by_place)),
        ignored=result.ignored,
        errors=opened.errors,
        tolerated=result.tolerated,
        documents=opened.documents,
        locales=len(opened.locales),
        texts=texts,
        kept=tuple(entry for entry in result.gone if entry not in gone),
    )


def new_baseline(project: Project, report: CheckReport, path: Path) -> Change:
    """Return the change that makes the baseline at `path` hold what was found, and only that."""
    name = _named(project, path)
    known = [ignored.placed for ignored in report.ignored if ignored.by == "baseline"]
    found = [placed for placed in report.reported if not is_of_the_gate(placed)]
    text = write_baseline([*known, *found], report.kept)
    return Change(
        path=path, name=name, before=read_optional(path, name), after=text.encode("utf-8", "backslashreplace")
    )


def _found(
    opened: OpenProject, texts: Mapping[str, Text], codes: frozenset[str], severities: Severities
) -> Iterator[Placed]:
    for subject in opened.subjects:
        surroundings = Surroundings(subject, texts)
        for code, check_one in CHECKS.items():
            if code in codes and not severities.is_off(code, subject.locale):
                yield from map(surroundings.placed, check_one.find(subject))


def _looked_for(
    opened: OpenProject, codes: frozenset[str], severities: Severities
) -> dict[str, frozenset[str]]:
    return {
        subject.catalog_name: frozenset(
            code for code in CHECKS if code in codes and not severities.is_off(code, subject.locale)
        )
        for subject in opened.subjects
    }


def _texts(opened: OpenProject) -> dict[str, Text]:
    catalogs = (*opened.catalogs.values(), *opened.templates.values())
    texts = {catalog.name: Text(catalog.file.text) for catalog in catalogs if catalog.file}
    return texts | {source.file.name: Text(source.document.text) for source in opened.sources.values()}


def baseline_of(project: Project, request: Request) -> Path | None:
    """Return the baseline that was asked for, else that of the configuration, else None."""
    if request.baseline is not None:
        return request.baseline
    return project.root / project.baseline if project.baseline else None


def _named(project: Project, path: Path) -> str:
    return project.relative(path) if path.is_relative_to(project.root) else str(path)


def _known(path: Path, name: str, *, is_new: bool) -> Sequence[Known]:
    content = read_optional(path, name)
    if content is not None:
        return read_baseline(content.decode("utf-8", "replace"), name)
    if is_new:
        return ()
    raise ConfigurationError("there is no such baseline", where=name, hint="make it with --update-baseline")


def _completeness(opened: OpenProject, severities: Severities) -> tuple[list[Finding], frozenset[str]]:
    """Return a finding for each catalog that is less complete than configured, and the names of those that may
    lack something."""
    project = opened.project
    names = [DocumentName(domain=domain, path=source.file.name) for domain, source in opened.sources.items()]
    required = configured_requirements(project, names, severities) if project.require else {}
    incomplete: list[Finding] = []
    enough: set[str] = set()
    for (domain, locale), catalog in opened.catalogs.items():
        rule = required.get((domain, locale))
        if rule is None or not rule.keys or catalog.file is None:
            continue
        measured = statistics_of(opened.sources[domain], catalog)
        where = project.place_of(rule.keys)
        if finding := incompleteness(measured, rule, locale, catalog.name, where):
            incomplete.append(finding)
        elif rule.percent < 100:
            enough.add(catalog.name)
    return incomplete, frozenset(enough)


def _unjudged(opened: OpenProject) -> frozenset[str]:
    """Return the names of the files that this run says nothing about: unreadable, or of other locales."""
    project = opened.project
    domains = {domain for domain, _ in opened.catalogs} | set(opened.sources)
    every = {
        (domain, locale): project.relative(project.catalog_path(domain, locale))
        for domain in domains
        for locale in project.locales
    }
    read = {(domain, locale) for domain, locale in opened.catalogs if domain in opened.sources}
    unread = {name for key, name in every.items() if key not in read}
    if len(opened.locales) < len(project.locales):
        unread |= {source.file.name for source in opened.sources.values()}
    return frozenset(unread)


def _lost(opened: OpenProject, codes: frozenset[str]) -> Iterator[Placed]:
    """Yield a finding for each catalog that has lost translations since the last extract."""
    for catalog in opened.catalogs.values() if "lost-translations" in codes else ():
        if loss := loss_of(opened.project, catalog):
            finding = Finding(
                code="lost-translations",
                message=loss.what,
                location=Location(path=catalog.name, line=1, column=1),
                hint=f"{loss.hint(catalog.name)}; or accept it with `l10n extract --allow-removal`",
                because=(loss.why,),
            )
            yield placed_alone(finding)


def _outdated(opened: OpenProject, codes: frozenset[str]) -> Iterable[Placed]:
    """Yield a finding for each template that no longer holds the texts of its source, or has none any more."""
    if "outdated-catalog" not in codes:
        return
    known = {domain for domain, _ in opened.catalogs}
    for domain, template in opened.templates.items():
        source = opened.sources.get(domain)
        if source is None and domain in known:
            continue  # it cannot be read, which is told already
        if source is None:
            what = f"no source has the domain {domain!r} any more"
            hint = (
                "was it renamed? `l10n migrate --rename OLD NEW`; else delete this template and its catalogs"
            )
        elif {(text.msgctxt, text.msgid) for text in source.document.segments} != set(
            template.catalog.by_key()
        ):
            what = f"the texts of {source.file.name} have changed since it was made"
            hint = "run `l10n extract`"
        else:
            continue
        yield placed_alone(
            Finding(
                code="outdated-catalog",
                message=what,
                location=Location(path=template.name, line=1, column=1),
                severity=Severity.ERROR,
                hint=hint,
            )
        )
