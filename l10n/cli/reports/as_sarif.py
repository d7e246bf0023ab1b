"""Findings as SARIF 2.1.0 (OASIS Standard, errata 01), as code scanning reads it."""

import string
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from l10n.cli.reports.json_pieces import json_in_pieces
from l10n.cli.reports.result import Result
from l10n.cli.reports.silence import silence_as_json, silence_line
from l10n.cli.terminal_escaping import escape_controls
from l10n.model import Finding, Severity
from l10n.version import __version__

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.gate.places import LocatedFinding
    from l10n.gate.rules import Rule
    from l10n.gate.silencing import Silenced
    from l10n.gate.triage import Ignored
    from l10n.workflow.check_report import CheckReport

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "information"}
_FINGERPRINT = "l10n/v1"
_UNRESERVED = frozenset(
    string.ascii_letters + string.digits + "-._~/"
)  # RFC 3986, section 2.3, and the path's own


def as_sarif(result: Result) -> Iterator[str]:
    """Yield the findings as one run; what is ignored is there too, suppressed, with the reason."""
    from l10n.gate.rules import rules

    report = result.report
    codes = list(rules())
    run = {
        "tool": {
            "driver": {
                "name": "l10n",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules().values()],
            }
        },
        "automationDetails": {"id": f"l10n/check/{result.name}/" if result.name else "l10n/check/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "exitCode": report.exit_code,
                "exitCodeDescription": _exit_reason(report),
                "toolExecutionNotifications": [_notification(error) for error in report.errors],
                "toolConfigurationNotifications": _told_not_to_see(report.silenced),
            }
        ],
        "properties": {"silenced": silence_as_json(report.silenced)},
        "results": chain(
            (_result(placed, codes, result.folder) for placed in report.reported),
            (_suppressed(ignored, codes, result.folder) for ignored in report.ignored),
        ),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": iter((run,))}
    return json_in_pieces(log)


def _exit_reason(report: "CheckReport") -> str:
    if report.errors:
        return "files cannot be read"
    failing = " or ".join(_PLURALS[one] for one in Severity if one.is_at_least(report.fail_on))
    return f"no {failing}" if report.clean else failing


def _rule(rule: "Rule") -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.description},
        "help": {"text": f"{rule.description} Source: {rule.authority}."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _result(placed: "LocatedFinding", codes: list[str], folder: str) -> dict[str, Any]:
    finding = placed.finding
    said = [finding.message, *([finding.hint] if finding.hint else [])]
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": escape_controls("\n".join(said))},
        "locations": [{"physicalLocation": _physical(finding, placed.end_column, folder)}],
        "partialFingerprints": {_FINGERPRINT: placed.fingerprint},
        "properties": {"locale": placed.locale, "because": list(finding.because)},
    }


def _physical(finding: Finding, end_column: int | None, folder: str) -> dict[str, Any]:
    place = finding.location
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": _uri(folder + place.path), "uriBaseId": "%SRCROOT%"}
    }
    if place.line is not None:
        region = {"startLine": place.line, "startColumn": place.column, "endColumn": end_column}
        physical["region"] = {key: value for key, value in region.items() if value is not None}
    return physical


def _uri(path: str) -> str:
    """Return a path as a relative reference of RFC 3986."""
    octets = path.encode("utf-8", "surrogateescape")
    return "".join(chr(octet) if chr(octet) in _UNRESERVED else f"%{octet:02X}" for octet in octets)


def _suppressed(ignored: "Ignored", codes: list[str], folder: str) -> dict[str, Any]:
    suppression = {"kind": "inSource" if ignored.by == "comment" else "external", "status": "accepted"}
    if ignored.reason:
        suppression["justification"] = escape_controls(ignored.reason)
    return {**_result(ignored.placed, codes, folder), "suppressions": [suppression]}


def _notification(error: "L10nError") -> dict[str, Any]:
    return {"level": "error", "message": {"text": escape_controls(str(error))}}


def _told_not_to_see(silenced: "Silenced") -> list[dict[str, Any]]:
    line = silence_line(silenced)
    return [{"level": "note", "message": {"text": line}}] if line else []
