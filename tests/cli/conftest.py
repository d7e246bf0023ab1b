"""Projects of the command line tests."""

from pathlib import Path

import pytest

from tests.cli.drafting import TEXT
from tests.conftest import Command


@pytest.fixture
def news(tmp_path: Path, l10n: Command) -> Path:
    """A project with one article of five texts, extracted."""
    (tmp_path / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl", "ru"]\n', encoding="utf-8")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "news.txt").write_text(TEXT, encoding="utf-8")
    assert l10n(tmp_path, "extract").code == 0
    return tmp_path
