"""The page of formats: suffixes from the registry, what is translated from `formats.toml`."""

import tomllib
from pathlib import Path

from l10n.formats.registry import all_formats
from tools.reference.markdown import code, table, title

SAID = tomllib.loads((Path(__file__).parent / "formats.toml").read_text(encoding="utf-8"))


def page() -> str:
    """Return the page."""
    rows = [
        (
            SAID["format"][form.name]["title"],
            " ".join(map(code, form.suffixes)),
            SAID["format"][form.name]["text"],
        )
        for form in all_formats()
    ]
    head = title("Formats", "`l10n/formats/registry.py` and `tools/reference/formats.toml`")
    return "\n".join(
        (head, SAID["before"], table(("format", "suffixes", "what is translated"), rows), SAID["after"])
    )
