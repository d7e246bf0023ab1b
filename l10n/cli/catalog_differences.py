"""How differences of catalogs look: `[-gone-]{+new+}` as in `git diff --word-diff`, in colours on a terminal."""

import os
import sys
from typing import TYPE_CHECKING, Any

from l10n.cli.printing import show
from l10n.cli.terminal_escaping import one_line

if TYPE_CHECKING:
    from l10n.catalog.differences import Difference
    from l10n.workflow.diff import CatalogDifferences

_RED, _GREEN, _PLAIN = "\033[31m", "\033[32m", "\033[0m"
_CONTEXT = 60  # code points shown of what stays the same


def show_differences(catalog: "CatalogDifferences") -> None:
    """Print the differences of one catalog: place and kind, then the text word by word."""
    for found in catalog.differences:
        show(f"{catalog.name}:{found.line}: {found.kind}")
        show(f"    {_in_words(found)}", is_painted=True)


def differences_as_json(catalog: "CatalogDifferences") -> dict[str, Any]:
    """Return the differences of one catalog as JSON."""
    return {
        "path": catalog.name,
        "locale": catalog.locale,
        "differences": [
            {"kind": str(found.kind), "line": found.line, "before": found.before, "after": found.after}
            for found in catalog.differences
        ],
    }


def _in_words(found: "Difference") -> str:
    from l10n.catalog.differences import word_difference

    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    pieces = word_difference(found.before, found.after)
    line = ""
    for piece in pieces:
        text = one_line(piece.text)
        if piece.removed:
            line += f"{_RED}{text}{_PLAIN}" if coloured else f"[-{text}-]"
        elif piece.added:
            line += f"{_GREEN}{text}{_PLAIN}" if coloured else f"{{+{text}+}}"
        else:
            line += _shortened(text, first=not line, last=piece is pieces[-1])
    return line


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Return what stays the same, cut where it is long, towards the words that changed."""
    if len(text) <= 2 * _CONTEXT:
        return text
    before = "" if first else text[:_CONTEXT]
    after = "" if last else text[-_CONTEXT:]
    return f"{before}…{after}"
