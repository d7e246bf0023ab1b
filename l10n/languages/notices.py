"""What a localized page says about itself, in the language of its readers (`root/notices.toml`)."""

from functools import cache

from l10n.languages.packs import ANY, table
from l10n.languages.tags import language_subtag


def outdated_notice(locale: str) -> str:
    """Return the sentence that a part of a page is older than its source; English where nobody wrote one."""
    texts = _notices()["outdated-part"]
    return texts.get(language_subtag(locale), texts["en"])


@cache
def _notices() -> dict[str, dict[str, str]]:
    return table(ANY, "notices")
