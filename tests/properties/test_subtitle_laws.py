"""The laws of subtitles, over generated files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats import Format
from l10n.formats.subtitles import SubRip, WebVtt
from l10n.model import Document

_TIMES = st.sampled_from(
    ["00:00:01,000 --> 00:00:02,000", "00:01.000 --> 00:02.000 align:start", "00:00:01.5 --> 1:00:02.0"]
)
_LINES = st.sampled_from(
    ["", "", " ", "1", "word", "two words", "<i>word", "</i>", "<v Anna>word", "{\\an8}word", "- no", "a --> b", "-->",
     "NOTE word", "NOTE l10n:skip", "STYLE", "WEBVTT", "\ufeff", "♪", "й\u2028x", "<00:01.000>word"]
)  # fmt: skip
_ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r"])
FILES = st.lists(st.tuples(st.one_of(_TIMES, _LINES), _ENDS), max_size=25).map(
    lambda lines: "".join(line + end for line, end in lines)
)
MSGSTRS = st.lists(
    st.one_of(
        _TIMES,
        _LINES,
        st.sampled_from(["\n", "\n\n", "\r\n\r\n", "<b>", "<", "-", "->", "{\\"]),
        st.text(max_size=4),
    ),
    max_size=6,
).map("".join)

each_form = pytest.mark.parametrize("form", [SubRip(), WebVtt()], ids=lambda form: form.name)


def skeleton(document: Document) -> list[str]:
    return [part for part in document.parts if isinstance(part, str)]


@each_form
class TestSubtitlesAreSpliced:
    """Law: joined parts equal the text; an identity translation equals the source."""

    @given(text=FILES)
    def test_joined_parts_and_identity_equal_the_source(self, form: Format, text: str) -> None:
        document = form.parse(text, "x")
        assert document.text == text
        assert document.replace(lambda segment: form.localized(segment, segment.msgid)) == text

    @given(text=FILES)
    def test_a_mark_behind_every_msgstr_changes_nothing_else(self, form: Format, text: str) -> None:
        document = form.parse(text, "x")
        marked = document.replace(lambda segment: form.localized(segment, segment.msgid + "⟧"))
        assert marked.count("⟧") == len(document.segments)
        assert "".join(marked.replace("⟧", "").split()) == "".join(text.split())


@each_form
class TestNoTranslationChangesTheCues:
    """Law: a msgstr can neither end a cue nor begin another."""

    @given(text=FILES, msgstr=MSGSTRS)
    def test_the_skeleton_stays(self, form: Format, text: str, msgstr: str) -> None:
        document = form.parse(text, "x")
        localized = document.replace(lambda segment: form.localized(segment, f"x{msgstr}"))
        assert skeleton(form.parse(localized, "x")) == skeleton(document)
