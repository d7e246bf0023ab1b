"""What is looked at again after a save finds what a whole look finds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.project import find_project
from l10n.workflow.check import check_opened
from l10n.workflow.check_report import Request
from l10n.workflow.per_document.open_project import open_project
from l10n.workflow.recheck import Rechecker
from tests.conftest import Command

ARTICLE = "russian-actress-iss"
NL = f"locales/nl/LC_MESSAGES/{ARTICLE}.po"
RU = f"locales/ru/LC_MESSAGES/{ARTICLE}.po"


def edit(folder: Path, name: str, before: str, after: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert before in text
    (folder / name).write_text(text.replace(before, after), encoding="utf-8")


EDITS: dict[str, Callable[[Path], object]] = {
    "a msgstr": lambda folder: edit(folder, NL, "Tom Cruise wil ook", "Hij wil ook"),
    "another locale": lambda folder: edit(folder, RU, "оператор Клим Шипенко", "оператор Клим Щипенко"),
    "the source": lambda folder: edit(
        folder, f"source/{ARTICLE}.txt", "Tom Cruise wants too", "He wants too"
    ),
    "the registry": lambda folder: edit(folder, "locales/names.toml", 'id = "tom-cruise"', 'id = "tom"'),
    "a template": lambda folder: edit(folder, f"locales/{ARTICLE}.pot", "Tom Cruise wants too", "Nobody"),
    "an unknown catalog": lambda folder: (folder / RU).unlink(),
    "a broken catalog": lambda folder: (folder / NL).write_text("msgid ?\n", encoding="utf-8"),
}


@pytest.mark.parametrize("edited", EDITS)
def test_after_an_edit_the_findings_are_those_of_a_whole_look(
    article: Path, edited: str, l10n: Command
) -> None:
    project, rechecker, request = find_project(article), Rechecker(), Request()
    for change in (lambda _: None, EDITS[edited], lambda _: l10n(article, "extract")):
        change(article)
        opened = open_project(project)
        again = rechecker.findings(project, opened, request)
        assert set(again) == set(check_opened(project, opened, request).findings)


def test_a_locale_whose_files_are_the_same_is_not_looked_at_again(article: Path) -> None:
    project, rechecker, request = find_project(article), Rechecker(), Request()
    edit(article, NL, "Tom Cruise wil ook", "Hij wil ook")
    edit(article, RU, "оператор Клим Шипенко", "оператор Клим Щипенко")
    first = rechecker.findings(project, open_project(project), request)
    edit(article, NL, "Hij wil ook", "Tom Cruise wil ook")
    second = rechecker.findings(project, open_project(project), request)
    kept = [finding for finding in second if finding.location.path == RU]
    assert kept
    assert all(any(finding is earlier for earlier in first) for finding in kept)
    assert not any(finding.location.path == NL for finding in second)
