"""The laws of plain text: paragraphs, items and columns stay, whatever a translation holds.

Judged by a reader of its own, which knows blank lines and marks and nothing of our code.
"""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from l10n.formats.plaintext import PlainText
from l10n.model import Document

FORM = PlainText()

_LINES = [
    "", "", "word", "Some words that go on", "A heading", "1. Introduction", "- item", "  - deeper", "* item",
    "• item", "1. first", "2) second", "12. twelfth", "1984. A year", "  more of it", "    deep", "    Ann    12",
    "    Bob     9", "\ttab", "— Да.", "-", "1.", "* * *", "日本語", "\u00a0", "ends here.", "-5 degrees", "--option",
]  # fmt: skip
TEXTS = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(st.one_of(st.sampled_from(_LINES), st.text("ab -*1.)\t•", max_size=8)), max_size=16),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
)
MSGSTRS = st.one_of(
    st.lists(st.sampled_from(_LINES), min_size=1, max_size=5).map("\n".join),
    st.text("xy -*1.)\t\n\r•\u00a0\f", min_size=1, max_size=30),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12),
)


def _shape(text: str) -> list[int]:
    """Return for each run of lines that are not blank how many bullets begin one of them."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    runs: list[int] = []
    inside = False
    for line in lines:
        if not line.strip():
            inside = False
            continue
        if not inside:
            runs.append(0)
        inside = True
        runs[-1] += bool(re.match(r"[ \t]*[-*+•‣◦▪●○]([ \t]+\S|[ \t]*\Z)", line))
    return runs


def _localized(document: Document, msgstr: str) -> str:
    return document.replace(lambda segment: FORM.localized(segment, msgstr))


class TestBlocksStay:
    """Law: the number of paragraphs and of bulleted lines never changes, whatever the msgstr."""

    @given(text=TEXTS)
    def test_a_mark_behind_every_text_keeps_paragraphs_and_characters(self, text: str) -> None:
        document = FORM.parse(text, "x.txt")
        assert document.text == text
        marked = document.replace(lambda segment: FORM.localized(segment, f"{segment.msgid}⟧"))
        assert _shape(marked) == _shape(text)
        assert "".join(marked.replace("⟧", "").split()) == "".join(text.split())
        assert marked.count("⟧") == len(document.segments)

    @given(text=TEXTS, msgstr=MSGSTRS)
    @example(text="One two three\nfour five six.", msgstr="Een twee drie - vier")
    @example(text="a:\n\n    Ann    12\n    Bob     9", msgstr="x\n- y\n\nz")
    def test_an_arbitrary_msgstr_keeps_the_paragraphs(self, text: str, msgstr: str) -> None:
        document = FORM.parse(text, "x.txt")
        localized = _localized(document, f"x{msgstr}")
        assert _shape(localized) == _shape(text)
        assert len(FORM.parse(localized, "x.txt").segments) == len(document.segments)

    @given(text=TEXTS)
    def test_a_sentinel_in_every_segment_comes_out_once_each_and_in_order(self, text: str) -> None:
        document = FORM.parse(text, "x.txt")
        numbers = iter(range(len(document.segments)))
        localized = document.replace(lambda segment: FORM.localized(segment, f"⟦{next(numbers)}⟧x"))
        found = re.findall(r"⟦(\d+)⟧x", localized)
        assert found == [str(number) for number in range(len(document.segments))]
