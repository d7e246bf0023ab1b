"""What a localized page says about itself, in the language of its readers (`notices.toml`)."""

import tomllib
from functools import cache
from pathlib import Path


def outdated_notice(locale: str) -> str:
    """Return the sentence that a part of a page is older than its source; English where nobody wrote one."""
    texts = _notices()["outdated-part"]
    return texts.get(locale.partition("_")[0], texts["en"])


@cache
def _notices() -> dict[str, dict[str, str]]:
    written = (Path(__file__).parent / "notices.toml").read_text(encoding="utf-8")
    return tomllib.loads(written)
