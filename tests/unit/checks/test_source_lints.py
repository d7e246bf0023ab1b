"""A source is linted once, at its own place, whatever the number of locales; nothing there is an error."""

from pathlib import Path

from l10n.model import Severity
from l10n.project import find_project
from l10n.workflow.check import check
from l10n.workflow.extract import extract
from tests.registries import YULIA


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
    assert "#. locale formats: 2.15 pm → 14.15 uur\n" in catalog
    assert "formats:" not in template


def test_what_the_translator_is_told_of_two_lines_stands_on_one(small: Path) -> None:
    (small / "locales").mkdir(exist_ok=True)
    (small / "locales" / "names.toml").write_text(YULIA, encoding="utf-8")
    (small / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl", "en", "ru"]\n', encoding="utf-8")
    cue = "1\n00:00:01,000 --> 00:00:04,000\nShe is Yulia\nPeresild, at 430\nkilometers or 59\nmm.\n"
    (small / "source" / "cue.srt").write_text(cue, encoding="utf-8")
    extract(find_project(small))
    catalog = (small / "locales" / "nl" / "LC_MESSAGES" / "cue.po").read_text(encoding="utf-8")
    assert (
        "#. names: Yulia Peresild → Joelia Peresild\n#. locale formats: 430 kilometers → 430 km\n" in catalog
    )
