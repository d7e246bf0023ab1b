"""How a diagnosis looks."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from l10n.cli.printing import counted, show

if TYPE_CHECKING:
    from l10n.formats.diagnosis import Diagnosis

_MOST_LINES = 12  # of what is skipped


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
        show("    comes back byte for byte")
    else:
        show(f"{found.difference.location}: does not come back as it is")
        show(f"    stands there: {found.difference.before!r}")
        show(f"    would come:   {found.difference.after!r}")
    for addendum in found.addenda:
        show(f"    addendum {addendum}")
    for problem in found.problems:
        show(f"{problem.location}: {problem.what}")
        if problem.hint:
            show(f"    {problem.hint}")
    if not found.skipped:
        show("    every word is in a message")
        return
    reasons = Counter[str]()
    for line in found.skipped:
        reasons[str(line.why)] += line.words
    words = sum(reasons.values())
    show(
        f"    {counted(words, 'word')} in no message: "
        + ", ".join(f"{n} {why}" for why, n in reasons.items())
    )
    for line in found.skipped[:_MOST_LINES]:
        show(f"{line.location}: {line.why}: {line.text}")
    if len(found.skipped) > _MOST_LINES:
        more = counted(len(found.skipped) - _MOST_LINES, "more line", "more lines")
        show(f"    and {more} (all with --output-format json)")


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
            }
            for line in found.skipped
        ],
    }
