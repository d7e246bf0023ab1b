"""Signs nobody sees: where they do harm, and where they only stand there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checks.registry import CHECKS
from l10n.model import Finding, Severity, apply_edits
from tests.unit.checks.test_text import found_in

CODE = "control-character"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Hij vl\u200biegt.", Severity.ERROR),
        ("Hij \u200bvliegt.", Severity.WARNING),
        ("Hij\u200b vliegt.", Severity.WARNING),
        ("Hij \u202evliegt.", Severity.ERROR),
        ("Hij \x83vliegt.", Severity.ERROR),
        ("Hij \ufffdvliegt.", Severity.ERROR),
        ("\ufeffHij vliegt.", Severity.WARNING),
    ],
)
def test_what_hides_in_a_word_or_turns_the_text_is_an_error(text: str, severity: Severity) -> None:
    assert [one.severity for one in found_in(text, "nl", CODE)] == [severity]


def test_a_run_of_them_is_one_finding_whose_edit_deletes_it() -> None:
    text = "Hij \u200b\u200b\u200bvliegt."
    (found,) = found_in(text, "nl", CODE)
    assert found.edit
    assert apply_edits(text, [found.edit]) == "Hij vliegt."


def test_what_the_source_has_too_is_no_finding() -> None:
    assert found_in("Een\u200b pad.", "nl", CODE, source="A\u200b path.") == []
    assert found_in("Een pad  hier.", "nl", "doubled-space", source="A path  here.") == []


class TestWhatTheSourceHasIsNoFinding:
    """Law: an invisible character of the source is never told of its translation, wherever it stands."""

    @given(sign=st.sampled_from("\u200b\u00ad\u2060\ufeff\u200e\u202a\x07"), text=st.text("ab ", max_size=9))
    def test_what_the_source_has_is_no_finding(self, sign: str, text: str) -> None:
        assert found_in(f"x{text}{sign}y", "nl", CODE, source=f"a {sign} b") == []


def test_the_check_is_not_one_that_is_fixed_unseen() -> None:
    found: list[Finding] = found_in("Hij \u200bvliegt.", "nl", CODE)
    assert found
    assert not CHECKS[CODE].is_safe
