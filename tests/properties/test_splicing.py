"""The laws of splicing, over generated texts of every format."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.catalog import Catalog, Message
from l10n.catalog.template import template
from l10n.formats import Format, all_formats
from l10n.formats.plaintext import PlainText
from l10n.model import Document
from l10n.rendering import render

_LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", "\n \n", "\n\t\n\n"])
_BLANKS = st.sampled_from(["", " ", "  ", "\t", "\u00a0", "\f", "\v", "\u2028", "\u0085", "    ", "\ufeff"])
_WORDS = st.one_of(
    st.sampled_from(
        [
            "word",
            "Заголовок",
            "й",
            "é",
            "日本",
            "* * *",
            "---",
            "# no heading",
            "1.",
            "- item",
            "2) item",
            "• point",
            "    deep",
            "a  b  c",
            "“",
            "…",
            "🚀",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
)
TEXTS = st.lists(st.one_of(_WORDS, _BLANKS, _LINE_ENDS), max_size=40).map("".join)
MSGSTRS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)

each_format = pytest.mark.parametrize("form", all_formats(), ids=lambda form: form.name)


def _document(form: Format, text: str) -> Document:
    return form.parse(text, f"source/x{form.suffixes[0]}")


@each_format
class TestJoinedPartsEqualTheText:
    """Law: the parts of a document joined, segments by their raw, are the text (DESIGN, Principles 1)."""

    @given(text=TEXTS)
    def test_joined_parts_equal_the_text(self, form: Format, text: str) -> None:
        assert _document(form, text).text == text

    @given(text=TEXTS)
    def test_locations_point_at_the_first_character_of_the_raw(self, form: Format, text: str) -> None:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for segment in _document(form, text).segments:
            place = segment.location
            assert place.line is not None
            assert place.column is not None
            assert lines[place.line - 1][place.column - 1] == segment.raw[0]


class TestPlainTextLeavesNoLetterOut:
    """Law: the skeleton of a plain text has no letter, and no digit but the number of a list item."""

    @given(text=TEXTS)
    def test_what_is_left_to_the_skeleton_has_no_letter(self, text: str) -> None:
        skeleton = "\0".join(part for part in _document(PlainText(), text).parts if isinstance(part, str))
        bare = re.sub(r"(?:^|(?<=[\0\r\n]))[\ufeff \t]*\d{1,3}[.)](?=[\s\0]|\Z)", "", skeleton)
        assert not any(map(str.isalnum, bare))


@each_format
class TestAnEmptyCatalogRendersTheText:
    """Law: what nobody translated stays as its author wrote it, byte for byte."""

    @given(text=TEXTS)
    def test_an_empty_catalog_renders_the_text(self, form: Format, text: str) -> None:
        document = _document(form, text)
        assert render(document, Catalog(locale="nl", domain="x"), form).text == text

    @given(text=TEXTS)
    def test_a_catalog_of_untranslated_messages_renders_the_text(self, form: Format, text: str) -> None:
        document = _document(form, text)
        messages = template(document.segments, "x").live
        assert render(document, Catalog(locale="nl", domain="x", messages=messages), form).text == text


@each_format
class TestIdentityTranslation:
    """Law: a msgstr equal to its msgid renders the source."""

    @given(text=TEXTS)
    def test_identity_translation_equals_the_source(self, form: Format, text: str) -> None:
        document = _document(form, text)
        messages = tuple(
            Message(msgid=segment.msgid, msgstr=(segment.msgid,)) for segment in document.segments
        )
        rendering = render(document, Catalog(locale="nl", domain="x", messages=messages), form)
        assert rendering.text == text
        assert rendering.coverage.untranslated == 0


@each_format
class TestReplacingSegmentsKeepsTheStructure:
    """Law: no msgstr changes the number of blocks, or the skeleton between them."""

    @given(text=TEXTS, data=st.data())
    def test_an_arbitrary_msgstr_never_changes_the_number_of_segments(
        self, form: Format, text: str, data: st.DataObject
    ) -> None:
        document = _document(form, text)
        msgstrs = {segment.msgid: f"x{data.draw(MSGSTRS)}" for segment in document.segments}
        localized = document.replace(lambda segment: form.localized(segment, msgstrs[segment.msgid]))
        again = _document(form, localized)
        assert len(again.segments) == len(document.segments)

    @given(text=TEXTS)
    def test_a_sentinel_in_every_segment_comes_out_once_each_and_in_order(
        self, form: Format, text: str
    ) -> None:
        document = _document(form, text)
        sentinels = [f"⟦{number}⟧x" for number in range(len(document.segments))]
        remaining = iter(sentinels)
        localized = document.replace(lambda segment: form.localized(segment, next(remaining)))
        assert [segment.msgid for segment in _document(form, localized).segments] == sentinels
