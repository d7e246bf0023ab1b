"""The check that docs/ shows is one: its examples prove it, and a project that names it gets its findings."""

import re
import types
from pathlib import Path

import pytest

from l10n.checks.plugins.installed import use_checks
from tests.conftest import ROOT, Command
from tests.contracts.test_checks import findings

PAGE = (ROOT / "docs" / "pages" / "extend" / "check.md").read_text(encoding="utf-8")
(SOURCE,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
POINTS, CONFIGURATION = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_examples_of_the_check_prove_it() -> None:
    module = types.ModuleType("house_style")
    exec(SOURCE, module.__dict__)
    (check,) = module.CHECKS
    assert [example for example in check.passing if findings(check, example)] == []
    assert [example for example in check.failing if not findings(check, example)] == []


def test_a_project_that_names_it_gets_its_findings(
    tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "house_style.py").write_text(SOURCE, encoding="utf-8")
    information = tmp_path / "house_style-1.0.dist-info"
    information.mkdir()
    head = "Metadata-Version: 2.1\nName: house-style\nVersion: 1.0\n"
    (information / "METADATA").write_text(head, encoding="utf-8")
    point = re.sub(r'"', "", POINTS.split("\n", 1)[1])
    (information / "entry_points.txt").write_text(f"[l10n.checks]\n{point}", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "pyproject.toml").write_text(f'{CONFIGURATION}locales = ["nl"]\n', encoding="utf-8")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text("It flies.\n", encoding="utf-8")
    try:
        assert l10n(tmp_path, "extract").code == 0
        catalog = tmp_path / "locales" / "nl" / "LC_MESSAGES" / "a.po"
        text = catalog.read_text(encoding="utf-8").replace(
            'flies."\nmsgstr ""', 'flies."\nmsgstr "Hij vliegt!"'
        )
        catalog.write_text(text, encoding="utf-8")
        assert "added-exclamation" in l10n(tmp_path, "check", "--select", "house-style").out
        assert "the style guide of the house" in l10n(tmp_path, "rule", "added-exclamation").out
    finally:
        use_checks()
