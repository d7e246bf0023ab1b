"""Findings as JUnit XML, as GitLab, Jenkins and Azure read it: a suite per file, a failed case per finding."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from l10n.cli.reports.result import Result
from l10n.cli.terminal_escaping import escape_controls

if TYPE_CHECKING:
    from l10n.gate.places import LocatedFinding

_INDENT = "  "


def as_junit(result: Result) -> Iterator[str]:
    """Yield the findings as JUnit XML. What makes no run fail is a case that passed, with its text as its output; a
    file that cannot be read is a case with an error, and a run without either has one case that passed."""
    report = result.report
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    bad = [placed for placed in report.reported if report.fails(placed.finding)]
    cases = len(report.errors) + len(report.reported)
    yield _opened("testsuites", "l10n check", cases or 1, len(bad), len(report.errors))
    for error in report.errors:
        yield _INDENT + _opened("testsuite", error.where.partition(":")[0] or "l10n", 1, 0, 1)
        case = _case("readable", error.where)
        _add(case, "error", error.what, "unreadable", str(error))
        yield _written(case)
        yield f"{_INDENT}</testsuite>\n"
    by_path = Counter(placed.finding.location.path for placed in report.reported)
    failures = Counter(placed.finding.location.path for placed in bad)
    for path, group in groupby(report.reported, key=lambda placed: placed.finding.location.path):
        yield _INDENT + _opened("testsuite", path, by_path[path], failures[path], 0)
        yield from (_written(_case_of(placed, fails=report.fails(placed.finding))) for placed in group)
        yield f"{_INDENT}</testsuite>\n"
    if not cases:
        yield _INDENT + _opened("testsuite", "l10n", 1, 0, 0)
        looked_at = f"{report.documents} documents in {report.locales} locales"
        yield _written(_case(f"all clean: {looked_at}", "l10n"))
        yield f"{_INDENT}</testsuite>\n"
    yield "</testsuites>\n"


def _opened(tag: str, name: str, tests: int, failures: int, errors: int) -> str:
    """Return the tag that opens a suite, as a line."""
    counts = {"tests": f"{tests}", "failures": f"{failures}", "errors": f"{errors}"}
    element = ET.Element(tag, {"name": escape_controls(name), **counts})
    written = ET.tostring(element, encoding="unicode", short_empty_elements=False)
    return f"{written.removesuffix(f'</{tag}>')}\n"


def _written(case: ET.Element) -> str:
    """Return a case as lines, as deep as it stands in a suite."""
    ET.indent(case, level=2)
    return f"{_INDENT * 2}{ET.tostring(case, encoding='unicode')}\n"


def _case(name: str, classname: str) -> ET.Element:
    return ET.Element("testcase", name=escape_controls(name), classname=escape_controls(classname))


def _case_of(placed: "LocatedFinding", *, fails: bool) -> ET.Element:
    finding = placed.finding
    place = finding.location
    where = ":".join(str(part) for part in (place.line, place.column) if part is not None)
    case = _case(f"{finding.code} {where}".rstrip(), place.path)
    case.set("file", escape_controls(place.path))
    if place.line is not None:
        case.set("line", str(place.line))
    text = "\n".join([str(finding), *([finding.hint] if finding.hint else []), *finding.because])
    if fails:
        _add(case, "failure", finding.message, str(finding.severity), text)
    else:
        ET.SubElement(case, "system-out").text = escape_controls(text)
    return case


def _add(case: ET.Element, tag: str, message: str, kind: str, text: str) -> None:
    ET.SubElement(case, tag, message=escape_controls(message), type=kind).text = escape_controls(text)
