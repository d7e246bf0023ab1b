"""What `l10n check` does with its options: check, fix, or record a baseline."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.cli.printing import conclude, counted, remark
from l10n.cli.reporting import print_result, result_of
from l10n.cli.reports import Extent, ReportFormat, Result
from l10n.cli.running import running_of
from l10n.errors import ConfigurationError

if TYPE_CHECKING:
    from l10n.model import Severity
    from l10n.project import Project
    from l10n.workflow.check_report import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of `l10n check`."""

    locales: list[str] | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: Path | None
    update_baseline: bool
    fix: bool
    diff: bool
    form: ReportFormat
    output_file: Path | None
    jobs: int = 0
    engine: str = ""
    cache: bool = True
    verbose: bool = False
    fail_on: "Severity | None" = None
    extent: Extent = Extent.BOUNDED


def run_check(project: "Project", asked: Asked) -> int:
    """Check, print, and return the exit code. Raises ConfigurationError for options that contradict each other."""
    from l10n.workflow.check import check
    from l10n.workflow.check_report import Request

    _refuse_contradictions(asked)
    request = Request(
        select=asked.select,
        ignore=asked.ignore,
        baseline=asked.baseline.resolve() if asked.baseline else None,
        is_new_baseline=asked.update_baseline,
        fail_on=asked.fail_on,
    )
    if asked.fix:
        return _fix(project, asked, request)
    if asked.update_baseline:
        return _take_baseline(project, asked, request)
    with running_of(asked.jobs, asked.engine, use_cache=asked.cache, save=False) as running:
        report = check(project, asked.locales, request, options=running)
    print_result(_shown(result_of(project, report), asked), asked.form, asked.output_file)
    if asked.verbose:
        _tell_silent_checks(project, asked)
    return report.exit_code


def _shown(result: Result, asked: Asked) -> Result:
    """Return the result with as much of it as is asked for; what is written into a file is whole."""
    is_whole = asked.extent is Extent.BOUNDED and asked.output_file is not None
    return replace(result, extent=Extent.ALL if is_whole else asked.extent)


# how a capability is called in a sentence
_SHOWN = {"government": "case government", "apostrophes": "lost apostrophes", "prose": "doubled words"}


def _tell_silent_checks(project: "Project", asked: Asked) -> None:
    """Say which of the checks asked for have not run, locale by locale: of their languages too little is known."""
    from l10n.gate.selection import selected_codes
    from l10n.languages.cldr import language_name
    from l10n.workflow.languages import silent_checks

    codes = sorted(selected_codes(asked.select, asked.ignore))
    for locale, silent in silent_checks(project.chosen_locales(asked.locales), codes).items():
        for needed in sorted(set(silent.values())):
            named = ", ".join(code for code, lacking in silent.items() if lacking == needed)
            what = f"{language_name(locale)} {_SHOWN.get(needed, needed)}"
            remark(f"{locale}: {named} did not run: nothing is known of {what}")


def _refuse_contradictions(asked: Asked) -> None:
    text_only = "--diff" if asked.diff else "--update-baseline" if asked.update_baseline else ""
    where = ""
    if asked.fix and asked.update_baseline:
        where, hint = "--fix, --update-baseline", "run --fix first, then record the baseline"
    elif asked.diff and not (asked.fix or asked.update_baseline):
        where, hint = "--diff", "it shows what --fix or --update-baseline would write: add one of them"
    elif text_only and (asked.form is not ReportFormat.TEXT or asked.output_file is not None):
        other = "--output-file" if asked.output_file is not None else f"--output-format {asked.form}"
        where, hint = f"{text_only}, {other}", "choose one of the two"
    elif asked.extent is Extent.SUMMARY and asked.form is not ReportFormat.TEXT:
        where, hint = f"--summary, --output-format {asked.form}", "the JSON has these counts, too"
    elif asked.extent is Extent.SUMMARY and text_only:
        where, hint = f"--summary, {text_only}", "it prints no findings: choose one of the two"
    if where:
        raise ConfigurationError("these options cannot be combined", where=where, hint=hint)


def _fix(project: "Project", asked: Asked, request: "Request") -> int:
    from l10n.cli.reports.as_text import fixes_as_text
    from l10n.workflow.fix import fix

    done = fix(project, asked.locales, request, save=not asked.diff)
    result = replace(result_of(project, done.left), fixed=done.fixed)
    if asked.form is ReportFormat.TEXT:
        for line in fixes_as_text(result).splitlines():
            remark(line)
    if done.fixed:
        remark(f"{'would fix' if asked.diff else 'fixed'} {counted(len(done.fixed), 'finding')}")
    code = conclude(done.changes, check=asked.diff, diff=asked.diff, unchanged="nothing to fix")
    if asked.diff:
        remark(f"{counted(len(done.left.findings), 'finding')} would remain")
    else:
        print_result(_shown(result, asked), asked.form, asked.output_file)
    return max(code, done.left.exit_code)


def _take_baseline(project: "Project", asked: Asked, request: "Request") -> int:
    from l10n.errors import raise_all
    from l10n.workflow.check import check
    from l10n.workflow.check_report import baseline_of, new_baseline
    from l10n.workflow.store.files import apply, changes_only

    path = baseline_of(project, request)
    if path is None:
        raise ConfigurationError(
            "the baseline needs a file",
            where="--update-baseline",
            hint='for example: --baseline locales/baseline.json, or in the configuration: baseline = "…"',
        )
    report = check(project, asked.locales, request)
    raise_all(report.errors)
    changes = changes_only([new_baseline(project, report, path)])
    if not asked.diff:
        apply(changes)
    return conclude(changes, check=asked.diff, diff=asked.diff, unchanged="the baseline is up to date")
