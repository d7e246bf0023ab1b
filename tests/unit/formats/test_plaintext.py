"""Plain text: what is a paragraph, what is a heading, what stays in the skeleton."""

import pytest

from l10n.formats.plaintext import PlainText
from l10n.model import Document, SegmentKind

FORM = PlainText()


def parse(text: str) -> Document:
    return FORM.parse(text, "source/x.txt")


def msgids(text: str) -> list[str]:
    return [segment.msgid for segment in parse(text).segments]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
class TestEveryLineEnding:
    def test_a_blank_line_divides_paragraphs(self, end: str) -> None:
        assert msgids(f"One.{end}{end}Two.{end}") == ["One.", "Two."]

    def test_a_soft_wrap_is_one_blank_in_the_msgid(self, end: str) -> None:
        assert msgids(f"One two  {end}  three.{end}") == ["One two three."]

    def test_a_wrapped_paragraph_is_wrapped_again_at_the_authors_width(self, end: str) -> None:
        (segment,) = parse(f"Twelve chars{end}and again.").segments
        assert FORM.localized(segment, "aaaa bbbb cccc dddd eeee") == f"aaaa bbbb{end}cccc dddd{end}eeee"


def test_blanks_around_a_paragraph_are_skeleton() -> None:
    assert parse("\ufeff\f \u00a0Text.\u00a0 \n\n\n").parts[0] == "\ufeff\f \u00a0"
    assert msgids("\ufeff\f \u00a0Text.\u00a0 \n\n\n") == ["Text."]


def test_lines_without_letters_or_digits_are_skeleton() -> None:
    assert msgids("One.\n\n* * *\n\n-----\n\nTwo.") == ["One.", "Two."]


def test_a_form_feed_or_line_separator_inside_a_paragraph_is_content() -> None:
    assert msgids("One\ftwo\u2028three\x85four.") == ["One\ftwo\u2028three\x85four."]


def test_no_blank_is_put_between_wrapped_ideographs() -> None:
    assert msgids("日本\n語です。\nHello") == ["日本語です。 Hello"]


def test_hangul_is_written_with_blanks() -> None:
    assert msgids("한국\n말") == ["한국 말"]


class TestHeadings:
    def test_a_short_line_without_full_stop_is_a_heading_and_gives_the_heading_path(self) -> None:
        segments = parse("The title\n\nBegin.\n\nA part\n\nMore.\n\nAnother part\n\nEnd.").segments
        assert [(segment.kind, segment.heading_path) for segment in segments] == [
            (SegmentKind.HEADING, ()),
            (SegmentKind.PARAGRAPH, ("The title",)),
            (SegmentKind.HEADING, ("The title",)),
            (SegmentKind.PARAGRAPH, ("The title", "A part")),
            (SegmentKind.HEADING, ("The title",)),
            (SegmentKind.PARAGRAPH, ("The title", "Another part")),
        ]

    @pytest.mark.parametrize(
        "line",
        [
            "A sentence.",
            "Really?",
            "What follows:",
            "“Said.”",
            "lower case begins",
            "Two\nlines",
            "x" * 121,
            "- item",
        ],
    )
    def test_what_ends_like_a_sentence_or_is_long_is_none(self, line: str) -> None:
        assert parse(f"{line}\n\nText.").segments[0].kind is SegmentKind.PARAGRAPH

    def test_the_last_paragraph_is_never_a_heading(self) -> None:
        assert parse("Text.\n\nThe end").segments[-1].kind is SegmentKind.PARAGRAPH


class TestTranslations:
    def test_a_line_break_in_a_msgstr_makes_no_new_paragraph(self) -> None:
        (segment,) = parse("One line.").segments
        assert FORM.localized(segment, "een\n\nregel\r\n.") == "een regel ."

    def test_a_msgstr_of_blanks_leaves_the_source(self) -> None:
        (segment,) = parse("One line.").segments
        assert FORM.localized(segment, " \n ") == "One line."

    def test_a_no_break_space_is_never_a_place_to_wrap(self) -> None:
        (segment,) = parse("Ten chars.\nmore").segments
        assert FORM.localized(segment, "op 430\u00a0kilometer") == "op\n430\u00a0kilometer"

    def test_the_indent_of_wrapped_lines_is_kept(self) -> None:
        (segment,) = parse("First line here\n    second").segments
        assert FORM.localized(segment, "een twee drie vier vijf") == "een twee drie\n    vier vijf"
