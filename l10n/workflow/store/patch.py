"""What changes do, as a patch."""

import difflib
import re
from collections.abc import Iterable

from l10n.workflow.store.files import Change


def unified_diff(changes: Iterable[Change]) -> str:
    """Return what the changes do, as `diff -u` prints it; of a file that is no text only that it differs."""
    lines: list[str] = []
    for change in changes:
        old_name = "/dev/null" if change.before is None else f"a/{change.name}"
        if b"\0" in change.after or b"\0" in (change.before or b""):
            lines.append(f"Binary files {old_name} and b/{change.name} differ\n")
            continue
        before = _lines(change.before or b"")
        lines += difflib.unified_diff(before, _lines(change.after), old_name, f"b/{change.name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(content: bytes) -> list[str]:
    # Only LF separates lines here: U+2028 or a form feed inside a text is content.
    text = content.decode("utf-8", "backslashreplace")
    return re.findall(r"[^\n]*\n|[^\n]+", text)
