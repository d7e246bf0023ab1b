"""Which reference pages there are, and what writes each: a function without arguments that returns Markdown."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tools.reference import (
    checks,
    commands,
    configuration,
    exit_codes,
    formats,
    json_output,
    languages,
    names_registry,
    schemes,
)

FOLDER = Path(__file__).parent.parent.parent / "docs" / "pages" / "reference"

PAGES: Mapping[str, Callable[[], str]] = {
    "cli.md": commands.page,
    "configuration.md": configuration.page,
    "checks/index.md": checks.overview,
    **{f"checks/{group}.md": partial(checks.page, group) for group in checks.GROUPS},
    "names-toml.md": names_registry.page,
    "languages.md": languages.page,
    "schemes.md": schemes.page,
    "formats.md": formats.page,
    "exit-codes.md": exit_codes.page,
    "json.md": json_output.page,
}
