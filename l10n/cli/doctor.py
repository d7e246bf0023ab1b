"""How a diagnosis looks."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from l10n.cli.printing import counted, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.formats.diagnosis import Diagnosis, Skipped

_MOST_RUNS = 12  # of what is skipped
_NEAR = 2  # lines apart, with a blank one between


def show_diagnosis(found: "Diagnosis") -> None:
    """Print what becomes of a document: texts by kind, whether it comes back, and which words nobody will see."""
    total = sum(found.segments.values())
    show(
        f"{found.path}: {found.format}, {counted(total, 'text')}, {counted(found.words, 'word')} to translate"
    )
    show(
        "    " + ", ".join(f"{number} {kind}" for kind, number in found.segments.items())
        if total
        else "    none"
    )
    if found.difference is None:
        show("    reproduced byte for byte")
    else:
        show(f"{found.difference.location}: is not reproduced exactly")
        show(f"    original: {found.difference.before!r}")
        show(f"    result:   {found.difference.after!r}")
    for addendum in found.addenda:
        show(f"    addendum {addendum}")
    for problem in found.problems:
        show(f"{problem.location}: {problem.what}")
        if problem.hint:
            show(f"    {problem.hint}")
    seen = [line for line in found.skipped if line.why.is_seen]
    if seen:
        show(f"    visible to readers, but in no message: {_counts(seen)}")
    else:
        show("    every word that readers see is in a message")
    runs = _runs(seen)
    for run in runs[:_MOST_RUNS]:
        more = f" (and {counted(len(run) - 1, 'line')} more)" if len(run) > 1 else ""
        show(f"{run[0].location}: {run[0].why}: {run[0].text}{more}")
    if len(runs) > _MOST_RUNS:
        show(f"    and {counted(len(runs) - _MOST_RUNS, 'more place')} (all with --output-format json)")
    if unseen := [line for line in found.skipped if not line.why.is_seen]:
        show(f"    invisible to readers: {_counts(unseen)}")


def _counts(lines: "Sequence[Skipped]") -> str:
    reasons = Counter[str]()
    for line in lines:
        reasons[str(line.why)] += line.words
    by_reason = "; ".join(f"{number} {why}" for why, number in reasons.items())
    return f"{counted(sum(reasons.values()), 'word')} ({by_reason})"


def _runs(lines: "Sequence[Skipped]") -> "list[list[Skipped]]":
    """Return the lines that follow each other and are skipped for one reason together."""
    runs: list[list[Skipped]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        near = last is not None and (line.location.line or 0) - (last.location.line or 0) <= _NEAR
        if last is not None and near and last.why is line.why:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def diagnosis_as_json(found: "Diagnosis") -> dict[str, Any]:
    """Return a diagnosis as JSON."""
    difference = found.difference
    return {
        "path": found.path,
        "format": found.format,
        "segments": dict(found.segments),
        "words": found.words,
        "byte_identical": found.is_sound,
        "difference": {
            "location": str(difference.location),
            "before": difference.before,
            "after": difference.after,
        }
        if difference
        else None,
        "addenda": list(found.addenda),
        "problems": [
            {"line": problem.location.line, "column": problem.location.column, "what": problem.what}
            for problem in found.problems
        ],
        "skipped": [
            {
                "line": line.location.line,
                "column": line.location.column,
                "text": line.text,
                "words": line.words,
                "why": str(line.why),
                "seen": line.why.is_seen,
            }
            for line in found.skipped
        ],
    }
