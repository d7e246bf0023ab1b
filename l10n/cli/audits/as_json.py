"""An audit of names as JSON."""

import json
from typing import TYPE_CHECKING, Any

from l10n.cli.terminal_escaping import escape_controls_in_json
from l10n.names import AuditedName, entry_table

if TYPE_CHECKING:
    from l10n.workflow.names.audit import AuditReport, Candidate


def as_json(report: "AuditReport") -> str:
    """Return the audit; `places` are the first ones, `count` and `documents` are of all."""
    value = {
        "schema_version": 1,
        "documents": report.documents,
        "names": [_name(name) for name in report.names],
        "candidates": [_candidate(candidate) for candidate in report.candidates],
        "errors": [str(error) for error in report.errors],
    }
    return escape_controls_in_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _name(name: AuditedName) -> dict[str, Any]:
    return {
        "id": name.entry.id,
        "kind": str(name.entry.kind),
        "count": name.count,
        "wrong": name.wrong,
        "uses": [
            {
                "in": use.column,
                "spelling": use.spelling,
                "standing": str(use.status),
                "count": seen.count,
                "documents": seen.documents,
                "places": [str(place) for place in seen.places],
            }
            for use, seen in name.uses.items()
        ],
    }


def _candidate(candidate: "Candidate") -> dict[str, Any]:
    proposal = candidate.proposal
    return {
        "entry": entry_table(proposal.entry),
        "count": candidate.count,
        "confidence": proposal.confidence,
        "seen": {spelling: [str(place) for place in places] for spelling, places in proposal.seen.items()},
        "answers": {locale: list(forms) for locale, forms in proposal.answers.items()},
    }
