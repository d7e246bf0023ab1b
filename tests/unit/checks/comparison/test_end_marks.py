"""The mark a text ends with: the same in every script, and what is said where a translation ends with another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.checks.base import Subject
from l10n.checks.comparison.end_marks import end_mark
from l10n.checks.registry import CHECKS
from l10n.formats import format_of
from l10n.languages.packs import table
from l10n.languages.prose_tables import closing_marks
from l10n.model import Finding, Severity
from tests.unit.checks.subjects import lexicon

NAMES = lexicon()


def found_in(
    texts: list[tuple[str, str]], locale: str = "nl", path: str = "source/a.txt", document: str = ""
) -> list[Finding]:
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    file = pofile.read(
        pofile.write(None, [header, *(Message(msgid=ours, msgstr=(theirs,)) for ours, theirs in texts)]),
        "locales/a.po",
    )
    form = format_of(path)
    assert form
    return list(
        CHECKS["end-punctuation"].find(
            Subject(
                document=form.parse(document or "\n\n".join(ours for ours, _ in texts), path),
                form=form,
                source_locale="en",
                locale=locale,
                catalog_name="locales/a.po",
                file=file,
                lexicon=NAMES,
            )
        )
    )


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("She flies.", "彼女は飛ぶ。", "ja"),
        ("She flies.", "她飞．", "zh_Hans"),
        ("Does she fly?", "她飞吗？", "zh_Hans"),
        ("She flies!", "她飞！", "zh_Hans"),
        ("She flies…", "她飞……", "zh_Hans"),
        ("She flies...", "彼女は飛ぶ。。。", "ja"),
        ("She said, “I fly.”", "彼女は「飛ぶ」", "ja"),
        ("She flies.", "वह उड़ती है।", "hi"),
        ("Does she fly?", "هل تطير؟", "ar"),
        ("She flies.", "هي تطير.\u200f", "ar"),
        ("She flies.", "وہ اڑتی ہے۔", "ur"),
        ("Does she fly?", "Πετάει;", "el"),
        ("She flies; he does not;", "Πετάει· εκείνος όχι·", "el"),
        ("She flies.", "Նա թռչում է:", "hy"),
        ("She flies.", "Նա թռչում է։", "hy"),
        ("Does she fly?", "Նա թռչո՞ւմ է։", "hy"),
        ("She flies.", "እሷ ትበራለች።", "am"),
        ("Does she fly?", "እሷ ትበራለች፧", "am"),
        ("She flies.", "သူမ ပျံသည်။", "my"),
        ("She flies.", "នាងហោះ។", "km"),
        ("She flies.", "เธอบิน", "th"),
        ("She flies.", "ນາງບິນ", "lo"),
        ("“I fly.”", "«Je vole. »", "fr"),
        ("“I fly”.", "„Ich fliege.“", "de"),
        ("“I fly.”", "»Ich fliege.«", "de"),
        ("(She flies.)", "(Ze vliegt).", "nl"),
        ("She flies (really!)", "Ze vliegt (echt)", "nl"),
        ("“We fly,” he said.", "«Ми летимо», — сказав він. —", "uk"),
        ("It lands at 2 p.m.", "Hij landt om 14 uur", "nl"),
    ],
)
def test_the_same_end_in_another_script_is_no_finding(source: str, translation: str, locale: str) -> None:
    assert found_in([(source, translation)], locale) == []


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("She flies.", "Ze vliegt", "nl"),
        ("She flies.", "彼女は飛ぶ", "ja"),
        ("Does she fly?", "Πετάει", "el"),
        ("Does she fly?", "เธอบินไหม", "th"),
        ("These fly:", "Deze vliegen", "nl"),
        ("Does she fly?", "Ze vliegt.", "nl"),
        ("Does she fly?", "彼女は飛ぶ。", "ja"),
    ],
)
def test_a_mark_that_is_lost_is_a_warning(source: str, translation: str, locale: str) -> None:
    (found,) = found_in([(source, translation)], locale)
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize("translation", ["Vliegt ze!", "Vliegt ze…", "Vliegt ze,", "Vliegt ze:"])
def test_another_mark_is_a_guess(translation: str) -> None:
    (found,) = found_in([("Does she fly?", translation)])
    assert found.severity is Severity.INFO


def test_a_document_that_leaves_out_its_last_stops_is_consistent() -> None:
    texts = [(f"She flies {n}.", f"Ze vliegt {n}." if n % 3 else f"Ze vliegt {n}") for n in range(12)]
    assert {one.severity for one in found_in(texts)} == {Severity.INFO}
    texts = [(f"She flies {n}.", f"Ze vliegt {n}." if n > 1 else f"Ze vliegt {n}") for n in range(12)]
    assert [one.severity for one in found_in(texts)] == [Severity.WARNING] * 2


@pytest.mark.parametrize(
    ("path", "document"),
    [
        ("source/a.md", "To list them\n\n```\ngit tag\n```\n"),
        ("source/a.md", "To list them\n\n    git tag\n"),
        ("source/a.md", "To list them\n\n- a\n- b\n"),
        ("source/a.md", "To list them\n\n1. a\n2. b\n"),
        ("source/a.html", "<p>To list them</p>\n<ul><li>a</li></ul>"),
        ("source/a.html", "<p>To list them</p><pre>git tag</pre>"),
    ],
)
def test_a_text_before_code_or_a_list_may_gain_a_colon(path: str, document: str) -> None:
    assert found_in([("To list them", "Om ze te tonen:")], path=path, document=document) == []


def test_elsewhere_a_gained_colon_is_told() -> None:
    document = "To list them\n\nAnother text.\n"
    (found,) = found_in([("To list them", "Om ze te tonen:")], path="source/a.md", document=document)
    assert found.severity is Severity.INFO


@pytest.mark.parametrize(
    ("source", "translation"), [("Getting help", "Hulp."), ("Getting help:", "Hulp"), ("Help.", "Hulp")]
)
def test_a_heading_may_gain_or_lose_its_mark(source: str, translation: str) -> None:
    assert found_in([(source, translation)], path="source/a.md", document=f"## {source}\n\nText.\n") == []


def test_a_heading_that_is_a_question_stays_one() -> None:
    document = "## Who flies?\n\nText.\n"
    (found,) = found_in([("Who flies?", "Wie vliegt")], path="source/a.md", document=document)
    assert found.severity is Severity.WARNING


class TestWhatClosesBehindAMarkDoesNotChangeIt:
    """Law: a text ends with the mark before its closing quotation marks and markup, in every script."""

    @given(
        sign=st.sampled_from(sorted(table("root", "prose")["signs"].items())),
        closers=st.text(st.sampled_from(closing_marks() + "*_`"), max_size=6),
        locale=st.sampled_from(["nl", "ar", "hi", "ja", "my", "xx"]),
    )
    def test_what_closes_behind_a_mark_does_not_change_it(
        self, sign: tuple[str, str], closers: str, locale: str
    ) -> None:
        ours, theirs = sign
        assert end_mark(f"abc{ours}{closers}", locale) == end_mark(f"abc{theirs}", "en")


class TestATextHasTheEndOfItsCopy:
    """Law: a translation that is its source has no other end."""

    @given(text=st.text(st.sampled_from("ab .,:;!?…。？！؟።»”)]（）*_`—՞"), max_size=20))
    def test_a_text_has_the_end_of_its_copy(self, text: str) -> None:
        assert found_in([(text.strip() or "a", text.strip() or "a")], "en") == []
