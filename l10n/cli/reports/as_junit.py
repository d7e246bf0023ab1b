"""Findings as JUnit XML, as GitLab, Jenkins and Azure read it: a suite per file, a failed case per finding."""

from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from l10n.cli.reports.result import Result
from l10n.cli.terminal_escaping import escape_controls
from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.gate.places import LocatedFinding


def as_junit(result: Result) -> str:
    """Return the findings as JUnit XML. What is only `info` is a case that passed, with its text as its output; a
    file that cannot be read is a case with an error, and a run without either has one case that passed."""
    report = result.report
    root = ET.Element("testsuites", name="l10n check")
    for error in report.errors:
        case = _case(_suite(root, error.where.partition(":")[0] or "l10n"), "readable", error.where)
        _add(case, "error", error.what, "unreadable", str(error))
    for path, group in groupby(report.reported, key=lambda placed: placed.finding.location.path):
        suite = _suite(root, path)
        for placed in group:
            _add_finding(suite, placed)
    if not len(root):
        looked_at = f"{report.documents} documents in {report.locales} locales"
        _case(_suite(root, "l10n"), f"all clean: {looked_at}", "l10n")
    for suite in (*root, root):
        cases = list(suite.iter("testcase"))
        suite.set("tests", str(len(cases)))
        suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
        suite.set("errors", str(sum(case.find("error") is not None for case in cases)))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(root: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(root, "testsuite", name=escape_controls(name))


def _case(suite: ET.Element, name: str, classname: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", name=escape_controls(name), classname=escape_controls(classname))


def _add_finding(suite: ET.Element, placed: "LocatedFinding") -> None:
    finding = placed.finding
    place = finding.location
    where = ":".join(str(part) for part in (place.line, place.column) if part is not None)
    case = _case(suite, f"{finding.code} {where}".rstrip(), place.path)
    case.set("file", escape_controls(place.path))
    if place.line is not None:
        case.set("line", str(place.line))
    text = "\n".join([str(finding), *([finding.hint] if finding.hint else []), *finding.because])
    if finding.severity is Severity.INFO:
        ET.SubElement(case, "system-out").text = escape_controls(text)
    else:
        _add(case, "failure", finding.message, str(finding.severity), text)


def _add(case: ET.Element, tag: str, message: str, kind: str, text: str) -> None:
    ET.SubElement(case, tag, message=escape_controls(message), type=kind).text = escape_controls(text)
