"""A source with nothing in it: copied, with a warning, in every format; one that was emptied is asked about."""

from pathlib import Path

import pytest

from l10n.formats.registry import Formats
from l10n.settings import FormatSettings
from tests.conftest import Command, snapshot

CONTENTS = (b"", b"\xef\xbb\xbf", b"\n \n", b"\xef\xbb\xbf\r\n", b"\t", b"\xff\xfe", b"\xfe\xff\0\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
    (tmp_path / "source").mkdir()
    return tmp_path


@pytest.mark.parametrize("suffix", Formats(FormatSettings()).suffixes)
def test_an_empty_source_is_copied_with_a_warning(project: Path, l10n: Command, suffix: str) -> None:
    for number, content in enumerate(CONTENTS):
        (project / "source" / f"{number}{suffix}").write_bytes(content)
    for _ in range(2):  # what is remembered is said again
        ran = l10n(project, "extract")
        assert ran.code == 0
        for number in range(len(CONTENTS)):
            assert f"source/{number}{suffix}:1:1: warning: the document is empty\n" in ran.err
        ran = l10n(project, "render")
        assert ran.code == 0
        for number, content in enumerate(CONTENTS):
            assert f"build/nl/{number}{suffix}: warning: its source is empty\n" in ran.err
            assert (project / "build" / "nl" / f"{number}{suffix}").read_bytes() == content
    assert l10n(project, "check").code == 0
    assert l10n(project, "status").code == 0
    assert l10n(project, "doctor", f"source/0{suffix}").code == 0
    before = snapshot(project)
    assert l10n(project, "extract", "--check").code == l10n(project, "render", "--check").code == 0
    assert snapshot(project) == before


def test_a_document_that_was_emptied_is_asked_about(article: Path, l10n: Command) -> None:
    source = article / "source" / "russian-actress-iss.txt"
    assert l10n(article, "extract").code == 0
    before = snapshot(article / "locales")
    source.write_bytes(b"")
    ran = l10n(article, "extract")
    assert ran.code == 2
    assert "most of the translated messages would become obsolete" in ran.err
    assert snapshot(article / "locales") == before
    assert l10n(article, "check").code == 1


def test_an_empty_translation_and_an_empty_addendum_are_errors(project: Path, l10n: Command) -> None:
    (project / "source" / "note.txt").write_bytes(b"Text.\n")
    assert l10n(project, "extract").code == 0
    (project / "note.txt").write_bytes(b"")
    ran = l10n(project, "adopt", "note.txt", "--locale", "nl")
    assert (ran.code, "note.txt: the file is empty" in ran.err) == (2, True)
    with (project / "l10n.toml").open("a", encoding="utf-8") as configuration:
        configuration.write('[[addendum]]\nfile = "note.txt"\ndocument = "source/note.txt"\nlocale = "nl"\n')
        configuration.write('position = "end"\n')
    ran = l10n(project, "render")
    assert (ran.code, "note.txt: the addendum is empty" in ran.err) == (2, True)
