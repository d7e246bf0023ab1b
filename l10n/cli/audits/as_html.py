"""An audit of names as one HTML page."""

from html import escape
from typing import TYPE_CHECKING

from l10n.cli.printing import counted
from l10n.cli.reports.html_page import html_page, html_text
from l10n.languages.tags import bcp47
from l10n.names import SOURCE_COLUMN, AuditedName, NameUse, OccurrenceCount, UseStatus

if TYPE_CHECKING:
    from l10n.workflow.names.audit import AuditReport, Candidate

_TITLE = "Names of the project"


def as_html(report: "AuditReport") -> str:
    """Return the page: the names, wrong spellings first, then those that are not registered."""
    wrong = sum(bool(name.wrong) for name in report.names)
    totals = (
        f"{counted(len(report.names), 'registered name')} in {counted(report.documents, 'document')}; "
        f"{wrong} misspelled somewhere."
    )
    errors = "".join(
        f'<li class="error"><pre>{html_text(str(error))}</pre></li>\n' for error in report.errors
    )
    body = "".join(
        (
            f'<h1>{_TITLE}</h1>\n<p class="totals">{totals}</p>\n',
            f"<section>\n<h2>cannot be read</h2>\n<ul>\n{errors}</ul>\n</section>\n" if errors else "",
            *(_name(name) for name in report.names if name.uses),
            _unnamed(report),
            "<h1>Not registered</h1>\n" if report.candidates else "",
            *(_candidate(candidate) for candidate in report.candidates),
        )
    )
    return html_page(_TITLE, body)


def _name(name: AuditedName) -> str:
    verdict = f'<span class="severity">{name.wrong} misspelled</span>' if name.wrong else ""
    rows = "".join(_use(name, use, seen) for use, seen in name.uses.items())
    head = '<tr><th scope="col">in</th><th scope="col">spelling</th><th scope="col" class="number">count</th>'
    return (
        f'<section class="{"error" if name.wrong else "info"}">\n<h2>{html_text(name.entry.id)} {verdict}</h2>\n'
        f'<table>\n{head}<th scope="col">where</th></tr>\n{rows}</table>\n</section>\n'
    )


def _use(name: AuditedName, use: NameUse, seen: OccurrenceCount) -> str:
    is_wrong = use.status is UseStatus.WRONG
    advice = f"<br>write {html_text(name.entry.locales[use.column].preferred)}" if is_wrong else ""
    language = "" if use.column == SOURCE_COLUMN else f' lang="{escape(bcp47(use.column))}"'
    spelling = html_text(use.spelling)
    places = "<br>".join(html_text(str(place)) for place in seen.places)
    more = f"<br>and {seen.documents - len(seen.places)} more" if seen.documents > len(seen.places) else ""
    standing = "" if use.status is UseStatus.PREFERRED else f' <span class="severity">{use.status}</span>'
    return (
        f'<tr class="{"error" if is_wrong else "info"}"><td>{html_text(use.column)}</td>'
        f"<td{language}>{f'<mark>{spelling}</mark>' if is_wrong else spelling}{standing}{advice}</td>"
        f'<td class="number">{seen.count}</td><td class="place">{places}{more}</td></tr>\n'
    )


def _unnamed(report: "AuditReport") -> str:
    unnamed = [html_text(name.entry.id) for name in report.names if not name.uses]
    return (
        f"<section>\n<h2>not mentioned anywhere</h2>\n<p>{', '.join(unnamed)}</p>\n</section>\n"
        if unnamed
        else ""
    )


def _candidate(candidate: "Candidate") -> str:
    proposal = candidate.proposal
    forms = "".join(
        f"<li>{html_text(locale)} {html_text(form.preferred)}</li>"
        for locale, form in proposal.entry.locales.items()
    )
    seen = "<br>".join(html_text(f"{spelling}: {places[0]}") for spelling, places in proposal.seen.items())
    return (
        f"<section>\n<h2>{html_text(proposal.entry.id)}</h2>\n<p>{proposal.entry.kind}, {candidate.count}×, "
        f"sure {proposal.confidence:.2f}</p>\n<ul>{forms}</ul>\n"
        f'<p class="place">{seen}</p>\n</section>\n'
    )
