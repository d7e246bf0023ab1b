"""Findings as JSON, for programs: `l10n schema check` is its JSON Schema."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from l10n.cli.reports.json_pieces import json_in_pieces
from l10n.cli.reports.result import Result
from l10n.cli.reports.silence import silence_as_json

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.gate.fixing import Fixed
    from l10n.gate.places import LocatedFinding
    from l10n.gate.tally import Count
    from l10n.gate.triage import Ignored

SCHEMA_VERSION = 1


def as_json(result: Result) -> Iterator[str]:
    """Yield the whole answer of `l10n check` as JSON."""
    report = result.report
    by_severity = {str(severity): number for severity, number in report.numbers.items()}
    counts = report.tally
    answer = {
        "schema_version": SCHEMA_VERSION,
        "findings": map(_finding, report.reported),
        "errors": [_error(error) for error in report.errors],
        "fixed": [_fixed(fixed) for fixed in result.fixed],
        "ignored": map(_ignored, report.ignored),
        "silenced": silence_as_json(report.silenced),
        "summary": {
            "documents": report.documents,
            "locales": report.locales,
            "findings": by_severity,
            "by_code": [_count("code", one) for one in counts.codes],
            "by_document": [_count("path", one) for one in counts.documents],
            "by_locale": [_count("locale", one) for one in counts.locales],
            "tolerated": report.tolerated,
            "fail_on": str(report.fail_on),
            "exit_code": report.exit_code,
        },
    }
    return json_in_pieces(answer)


def _finding(placed: "LocatedFinding") -> dict[str, Any]:
    finding = placed.finding
    edit = finding.edit
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "end_column": placed.end_column,
        "locale": placed.locale,
        "hint": finding.hint,
        "edit": {"start": edit.start, "end": edit.end, "replacement": edit.replacement} if edit else None,
        "because": list(finding.because),
        "fingerprint": placed.fingerprint,
        "more": len(placed.rest),
    }


def _count(kind: str, one: "Count") -> dict[str, Any]:
    numbers = {str(severity): number for severity, number in one.numbers.items()}
    return {kind: one.name or None, **numbers}


def _error(error: "L10nError") -> Mapping[str, str]:
    return {"what": error.what, "where": error.where, "why": error.why, "hint": error.hint}


def _ignored(ignored: "Ignored") -> Mapping[str, Any]:
    finding = ignored.placed.finding
    return {
        "code": finding.code,
        "path": finding.location.path,
        "line": finding.location.line,
        "by": str(ignored.by),
        "reason": ignored.reason,
        "fingerprint": ignored.placed.fingerprint,
    }


def _fixed(fixed: "Fixed") -> Mapping[str, Any]:
    place = fixed.finding.location
    return {
        "code": fixed.finding.code,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "before": fixed.before,
        "after": fixed.after,
        "because": list(fixed.finding.because),
    }
