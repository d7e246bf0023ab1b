"""A source is linted once, at its own place, whatever the number of locales; nothing there is an error."""

from pathlib import Path

from l10n.model import Severity
from l10n.project import find_project
from l10n.workflow.check import check
from l10n.workflow.extract import extract


def test_a_doubled_word_of_the_source_is_one_finding_for_all_locales(small: Path) -> None:
    (small / "source" / "note.txt").write_text("A title\n\nThe first first paragraph.\n", encoding="utf-8")
    project = find_project(small)
    extract(project)
    found = [finding for finding in check(project).findings if finding.code == "doubled-word"]
    assert [(str(finding.location), finding.severity) for finding in found] == [
        ("source/note.txt:3:11", Severity.WARNING)
    ]


def test_the_translator_is_told_how_a_locale_writes_a_time(small: Path) -> None:
    (small / "source" / "note.txt").write_text("A title\n\nIt lands at 2.15 pm.\n", encoding="utf-8")
    extract(find_project(small))
    catalog = (small / "locales" / "nl" / "LC_MESSAGES" / "note.po").read_text(encoding="utf-8")
    template = (small / "locales" / "note.pot").read_text(encoding="utf-8")
    assert "#. forms: 2.15 pm → 14.15 uur\n" in catalog
    assert "forms:" not in template
