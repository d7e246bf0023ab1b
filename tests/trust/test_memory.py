"""What one large document takes: its text, its messages and its catalogs once, and nothing of them twice."""

import tracemalloc
from pathlib import Path

import pytest

from l10n.project import find_project
from l10n.remembering import forget
from l10n.workflow.extract import extract

SMALL, LARGE = 3_000, 9_000  # paragraphs: more than what is remembered of texts
MOST = 10  # times the document, with one locale


def _paragraph(number: int) -> str:
    """Return a text like no other, of a vocabulary as small as that of a language."""
    words = (str(number * 31 * word % 997 if word else number) for word in range(40))
    spelled = " ".join(words).translate({ord(digit): chr(ord("a") + int(digit)) for digit in "0123456789"})
    return f"{'- ' if number % 3 == 0 else ''}{spelled.capitalize()}.\n\n"


def _peak(folder: Path, paragraphs: int, suffix: str) -> tuple[int, int]:
    """Return the size of a document, and the most bytes that extracting it had in use."""
    (folder / "source").mkdir(parents=True)
    (folder / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
    text = "".join(_paragraph(number) for number in range(paragraphs))
    (folder / "source" / f"large{suffix}").write_text(text, encoding="utf-8")
    project = find_project(folder)
    tracemalloc.start()
    try:
        assert not extract(project).errors
        return len(text), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        forget()


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_a_larger_document_takes_less_than_ten_times_as_much_more(tmp_path: Path, suffix: str) -> None:
    _peak(tmp_path / "first", 10, suffix)  # imports
    small, least = _peak(tmp_path / "small", SMALL, suffix)
    large, most = _peak(tmp_path / "large", LARGE, suffix)
    assert most - least < MOST * (large - small)
