"""A run with many findings: the first of each code, the counts, and how to see the others."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Command

DOCUMENTS, EACH = 30, 12


@pytest.fixture
def large(tmp_path: Path, l10n: Command) -> Path:
    """Return a project whose catalogs are empty, with one translation that lacks its number."""
    (tmp_path / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl", "de"]\n', encoding="utf-8")
    (tmp_path / "source").mkdir()
    for number in range(DOCUMENTS):
        text = "".join(f"They saw it on day {number * EACH + day}.\n\n" for day in range(EACH))
        (tmp_path / f"source/{number:02}.txt").write_text(text, encoding="utf-8")
    assert l10n(tmp_path, "extract").code == 0
    path = tmp_path / "locales/nl/LC_MESSAGES/29.po"
    text = path.read_text(encoding="utf-8")
    wrong = 'on day 359."\nmsgstr "Zij zagen het op dag 35."'
    path.write_text(text.replace('on day 359."\nmsgstr ""', wrong), encoding="utf-8")
    return tmp_path


def found(text: str) -> list[str]:
    return re.findall(r"^\S+?:\d+:\d+: (\S+) ", text, re.MULTILINE)


class TestLargeRuns:
    def test_the_text_is_bounded_and_says_how_many_more_and_how_to_see_them(
        self, large: Path, l10n: Command
    ) -> None:
        ran = l10n(large, "check")
        assert ran.code == 1
        assert sorted(set(found(ran.out))) == ["missing-translation", "number-mismatch"]
        assert found(ran.out).count("missing-translation") == 5
        assert len(ran.out.splitlines()) < 100
        assert max(map(len, ran.out[ran.out.index("  errors") :].splitlines())) <= 80
        total = DOCUMENTS * EACH * 2
        assert (
            f"{total - len(found(ran.out))} more findings: the first 5 of each code are shown.\n" in ran.out
        )
        assert "--all shows every one" in ran.out

    def test_its_counts_are_of_all_findings(self, large: Path, l10n: Command) -> None:
        out = l10n(large, "check").out
        assert f"{DOCUMENTS * EACH * 2 - 1:>8}         0       0  missing-translation\n" in out
        assert f"{DOCUMENTS * EACH:>8}         0       0  de\n" in out
        assert "      24         0       0  source/00.txt\n" in out
        assert f"… and {DOCUMENTS - 20} more documents\n" in out

    def test_all_of_them_are_there_for_whoever_asks(self, large: Path, l10n: Command) -> None:
        total = DOCUMENTS * EACH * 2
        assert len(found(l10n(large, "check", "--all").out)) == total
        assert l10n(large, "check", "--output-file", "report.txt").code == 1
        assert len(found((large / "report.txt").read_text(encoding="utf-8"))) == total
        assert len(json.loads(l10n(large, "check", "--output-format", "json").out)["findings"]) == total
        assert (
            len(json.loads(l10n(large, "check", "--output-format", "sarif").out)["runs"][0]["results"])
            == total
        )

    def test_a_run_that_is_not_large_shows_all_and_no_counts(self, large: Path, l10n: Command) -> None:
        ran = l10n(large, "check", "--select", "number-mismatch")
        assert found(ran.out) == ["number-mismatch"]
        assert "errors" not in ran.out


class TestSummary:
    def test_it_has_counts_and_no_finding(self, large: Path, l10n: Command) -> None:
        ran = l10n(large, "check", "--summary", "--select", "number-mismatch")
        assert ran.code == 1
        assert ran.out.splitlines() == [
            "  errors  warnings    info  code",
            "       1         0       0  number-mismatch",
            "",
            "  errors  warnings    info  document",
            "       1         0       0  source/29.txt",
            "",
            "  errors  warnings    info  locale",
            "       1         0       0  nl",
            "",
        ]
        assert ran.err.startswith("1 error in 1 file (")

    def test_a_clean_run_has_none(self, large: Path, l10n: Command) -> None:
        ran = l10n(large, "check", "--summary", "--select", "fuzzy-message")
        assert (ran.code, ran.out) == (0, "")

    def test_the_json_has_the_same_counts(self, large: Path, l10n: Command) -> None:
        answer = json.loads(
            l10n(large, "check", "--output-format", "json", "--select", "number-mismatch").out
        )
        counts = {"error": 1, "warning": 0, "info": 0}
        assert answer["summary"]["by_code"] == [{"code": "number-mismatch", **counts}]
        assert answer["summary"]["by_document"] == [{"path": "source/29.txt", **counts}]
        assert answer["summary"]["by_locale"] == [{"locale": "nl", **counts}]
