"""Findings as one HTML page that needs nothing else: no scripts, no fonts, no network."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import chain, groupby
from typing import TYPE_CHECKING

from l10n.cli.printing import counted
from l10n.cli.reports.excerpt import excerpt
from l10n.cli.reports.html_page import html_page_in_pieces, html_text
from l10n.cli.reports.result import Result
from l10n.cli.reports.silence import silence_line
from l10n.languages.tags import bcp47
from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.gate.places import LocatedFinding

_ROOM = 240  # cells of a line that are shown


def as_html(result: Result) -> Iterator[str]:
    """Yield the page: totals, a table of codes, then the findings by file. Every text of others is escaped."""
    title = f"l10n check: {result.name}" if result.name else "l10n check"
    head = (_head(result, title), _errors(result.report.errors), _codes(result))
    return html_page_in_pieces(title, chain(head, _findings(result)))


def _head(result: Result, title: str) -> str:
    report = result.report
    looked_at = f"{counted(report.documents, 'document')} in {counted(report.locales, 'locale')} checked"
    totals = [looked_at]
    if report.ignored:
        totals.append(f"{len(report.ignored)} ignored")
    if report.tolerated:
        totals.append(f"{report.tolerated} untranslated allowed")
    verdict = (
        '<p class="clean">All clean.</p>\n'
        if not report.reported and not report.errors
        else f"<p><strong>{_verdict(result)}</strong></p>\n"
    )
    silence = silence_line(report.silenced)
    said = f'<p class="totals">{html_text(silence)}</p>\n' if silence else ""
    return f'<h1>{html_text(title)}</h1>\n{verdict}<p class="totals">{"; ".join(totals)}.</p>\n{said}'


def _verdict(result: Result) -> str:
    report = result.report
    counts = report.numbers
    parts = [counted(len(report.errors), "unreadable file")] if report.errors else []
    parts += [
        counted(counts[severity], str(severity), str(severity) if severity is Severity.INFO else "")
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(parts)


def _errors(errors: tuple["L10nError", ...]) -> str:
    if not errors:
        return ""
    items = "".join(f'<li class="error"><pre>{html_text(str(error))}</pre></li>\n' for error in errors)
    return f"<section>\n<h2>cannot be read</h2>\n<ul>\n{items}</ul>\n</section>\n"


def _codes(result: Result) -> str:
    counts = Counter(finding.code for finding in result.report.findings)
    if not counts:
        return ""
    rows = "".join(
        f'<tr><td><code>{html_text(code)}</code></td><td class="number">{number}</td></tr>\n'
        for code, number in counts.most_common()
    )
    return f'<table>\n<tr><th scope="col">code</th><th scope="col" class="number">findings</th></tr>\n{rows}</table>\n'


def _findings(result: Result) -> Iterator[str]:
    groups = groupby(result.report.reported, key=lambda placed: placed.finding.location.path)
    for path, group in groups:
        yield f"<section>\n<h2>{html_text(path)}</h2>\n<ul>\n"
        yield from (_item(result, placed) for placed in group)
        yield "</ul>\n</section>\n"


def _item(result: Result, placed: "LocatedFinding") -> str:
    finding = placed.finding
    place = ":".join(
        str(part) for part in (finding.location.line, finding.location.column) if part is not None
    )
    severity = f'<span class="severity">{finding.severity}</span>'
    parts = [
        f'<li class="{finding.severity}">',
        f'<div>{severity} <code>{html_text(finding.code)}</code> <span class="place">{place}</span></div>',
        f"<div>{html_text(finding.message)}</div>",
        _line(result, placed),
    ]
    if finding.hint:
        parts.append(f'<p class="hint">Hint: {html_text(finding.hint)}</p>')
    if finding.because:
        steps = "".join(f"<li>{html_text(step)}</li>" for step in finding.because)
        parts.append(f"<details><summary>reasons</summary><ol>{steps}</ol></details>")
    return "\n".join(part for part in (*parts, "</li>") if part) + "\n"


def _line(result: Result, placed: "LocatedFinding") -> str:
    place = placed.finding.location
    text = result.report.texts.get(place.path)
    line = text.line(place.line) if text else ""
    if not line.strip() or place.column is None or placed.end_column is None:
        return ""
    shown = excerpt(line, place.column - 1, placed.end_column - 1, _ROOM)
    language = f' lang="{escape(bcp47(placed.locale))}"' if placed.locale else ""
    parts = (escape(shown.before), f"<mark>{escape(shown.about)}</mark>", escape(shown.after))
    return f'<pre dir="auto"{language}>{"".join(parts)}</pre>'
