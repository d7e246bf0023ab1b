"""Checks of other packages: those a project names run as ours do, and no others."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n.checks.plugins.installed import use_checks
from tests.conftest import Command

SOURCE = """
from l10n.checks.base import Check, Example
from l10n.model import Finding, Severity


def shouting(subject):
    for message, form, text in subject.texts():
        if text.isupper():
            yield Finding(
                code="house-shouting",
                severity=Severity.WARNING,
                message="the translation is all capitals",
                location=subject.place(message, form),
            )


CHECKS = (
    Check(
        code="house-shouting",
        severity=Severity.WARNING,
        description="A translation is all capitals.",
        authority="the style guide of the house",
        find=shouting,
        passing=(Example(source="It flies.", msgstr="Hij vliegt."),),
        failing=(Example(source="It flies.", msgstr="HIJ VLIEGT."),),
    ),
)
"""


@pytest.fixture(autouse=True)
def _only_ours_afterwards() -> Iterator[None]:
    yield
    use_checks()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose one translation is in capitals, beside a folder for packages that is searched."""
    packages = tmp_path / "packages"
    packages.mkdir()
    monkeypatch.syspath_prepend(str(packages))
    (packages / "house_checks.py").write_text(SOURCE, encoding="utf-8")
    information = packages / "house_checks-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: house-checks\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(
        "[l10n.checks]\nhouse = house_checks:CHECKS\nnames = house_checks:CHECKS\nodd = json:dumps\n"
    )
    folder = tmp_path / "project"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "a.txt").write_text("It flies.\n", encoding="utf-8")
    configure(folder, "house")
    catalog = folder / "locales" / "nl" / "LC_MESSAGES" / "a.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: nl\\n"\n\n'
        'msgid "It flies."\nmsgstr "HIJ VLIEGT."\n',
        encoding="utf-8",
    )
    return folder


def configure(folder: Path, *checks: str) -> None:
    (folder / "l10n.toml").write_text(f'locales = ["nl"]\nchecks = {json.dumps(checks)}\n', encoding="utf-8")


def codes(l10n: Command, folder: Path, *options: str) -> set[str]:
    found = json.loads(l10n(folder, "check", "--output-format", "json", *options).out)["findings"]
    return {one["code"] for one in found}


def test_a_check_that_the_project_names_runs_and_is_chosen_like_ours(project: Path, l10n: Command) -> None:
    assert l10n(project, "extract").code == 0
    assert "house-shouting" in codes(l10n, project)
    assert "house-shouting" in codes(l10n, project, "--jobs", "2", "--no-cache")
    assert codes(l10n, project, "--select", "house") == {"house-shouting"}
    assert "house-shouting" not in codes(l10n, project, "--ignore", "house-shouting")
    assert "style guide of the house" in l10n(project, "rule", "house-shouting").out


def test_what_is_installed_and_not_named_does_not_run(project: Path, l10n: Command) -> None:
    assert l10n(project, "extract").code == 0
    assert "house-shouting" in codes(l10n, project)
    configure(project)
    assert "house-shouting" not in codes(l10n, project)
    assert l10n(project, "rule", "house-shouting").code == 2


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("raise ZeroDivisionError('division by zero')", "the check 'house-shouting' fails: ZeroDivisionError"),
        ("yield Finding(code='other', severity=Severity.ERROR, message='', location=subject.place(message, form))",
         "a finding 'other'"),
    ],
)  # fmt: skip
def test_a_check_that_fails_is_an_error_with_its_name(
    project: Path, l10n: Command, bad: str, why: str
) -> None:
    module = project.parent / "packages" / "house_checks.py"
    text = module.read_text(encoding="utf-8").replace(
        "if text.isupper():", f"{bad}\n        if text.isupper():"
    )
    (module.parent / "house_checks_bad.py").write_text(text, encoding="utf-8")
    points = module.parent / "house_checks-1.0.dist-info" / "entry_points.txt"
    points.write_text("[l10n.checks]\nhouse = house_checks_bad:CHECKS\n", encoding="utf-8")
    sys.modules.pop("house_checks_bad", None)
    assert l10n(project, "extract").code == 0
    ran = l10n(project, "check")
    assert ran.code == 2
    assert why in ran.err
    assert "house" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("name", "why"),
    [("hause", "did you mean 'house'"), ("names", "is taken"), ("odd", "cannot be loaded: TypeError")],
)
def test_checks_that_cannot_be_used_are_an_error(project: Path, l10n: Command, name: str, why: str) -> None:
    configure(project, name)
    ran = l10n(project, "check")
    assert ran.code == 2
    assert why in ran.err
    assert "Traceback" not in ran.err
