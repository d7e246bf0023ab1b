"""The tutorial is a project of l10n itself: its catalogs are in step, complete, and clean to the last finding."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Command


@pytest.fixture
def tutorial(tmp_path: Path) -> Path:
    for name in ("source", "locales"):
        shutil.copytree(ROOT / "docs" / name, tmp_path / name)
    shutil.copy(ROOT / "docs" / "l10n.toml", tmp_path)
    return tmp_path


def test_its_catalogs_are_in_step_with_its_pages(tutorial: Path, l10n: Command) -> None:
    ran = l10n(tutorial, "extract", "--check")
    assert ran.code == 0, ran.err


def test_nothing_is_found_in_it_not_even_information(tutorial: Path, l10n: Command) -> None:
    ran = l10n(tutorial, "check", "--output-format", "json")
    assert (ran.code, json.loads(ran.out)["findings"]) == (0, []), ran.out


def test_its_names_are_spelled_as_its_registry_says(tutorial: Path, l10n: Command) -> None:
    page = tutorial / "locales" / "nl" / "LC_MESSAGES" / "tutorial" / "names.po"
    page.write_text(
        page.read_text(encoding="utf-8").replace("Joelia Navalnaja", "Joelia Navalnaya"), encoding="utf-8"
    )
    assert "Navalnaja" in l10n(tutorial, "names", "check").out
