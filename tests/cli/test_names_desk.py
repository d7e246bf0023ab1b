"""Right and wrong names as a desk meets them, each case a project of its own: see `tests/cases/names/desk.toml`."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from tests.conftest import ROOT, Command

CASES: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "tests" / "cases" / "names" / "desk.toml").read_text(encoding="utf-8")
)["case"]
QUIET = {
    "unregistered-name",
    "unchanged-translation",
}  # what a registry without the names of the case may say


def _listed(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value]


def _made(home: Path, case: dict[str, Any], l10n: Command) -> Path:
    """Make the project of a case, as a newsroom would, and return its catalog."""
    locale: str = case["locale"]
    (home / "source").mkdir()
    (home / "locales").mkdir()
    settings = {"source_locale": case.get("source_locale", "en"), "locales": case["locales"]}
    lines = (f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    (home / "l10n.toml").write_text("".join(lines), encoding="utf-8")
    (home / "source" / "a.txt").write_text("\n\n".join(_listed(case["source"])) + "\n", encoding="utf-8")
    if "registry" in case:
        (home / "locales" / "names.toml").write_text(case["registry"], encoding="utf-8")
    assert l10n(home, "extract").code == 0
    if case.get("propose"):
        l10n(home, "names", "find", "--add")
    path = home / "locales" / locale / "LC_MESSAGES" / "a.po"
    _fill(path, _listed(case["translation"]))
    if case.get("propose"):
        l10n(home, "names", "find", "--add")
    l10n(home, "extract")
    return path


def _fill(path: Path, translations: list[str]) -> None:
    file = pofile.read(path.read_bytes(), path.name)
    live = file.catalog("", "").live
    assert len(live) == len(translations)
    filled = [
        Message(msgid=message.msgid, msgctxt=message.msgctxt, msgstr=(text,))
        for message, text in zip(live, translations, strict=True)
    ]
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    path.write_bytes(pofile.write(None, [header, *filled]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_of_the_desk(case: dict[str, Any], tmp_path: Path, l10n: Command) -> None:
    path = _made(tmp_path, case, l10n)
    before, locale, expected = path.read_bytes(), case["locale"], case["expect"]
    found = json.loads(l10n(tmp_path, "check", locale, "--output-format", "json").out)["findings"]
    said = [
        (one["code"], one["message"])
        for one in found
        if one["severity"] != "info" and one["code"] not in QUIET
    ]
    l10n(tmp_path, "check", locale, "--fix")
    l10n(tmp_path, "names", "fix", locale)
    if expected == "right":
        assert said == []
    if expected in ("right", "untouched"):
        assert path.read_bytes() == before
    elif expected == "wrong":
        assert any(code == case.get("code", code) for code, _ in said)
    else:
        texts = [
            message.msgstr[0] for message in pofile.read(path.read_bytes(), "a.po").catalog(locale, "").live
        ]
        assert texts == expected["fix"]
