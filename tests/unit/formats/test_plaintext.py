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
            "— said she",
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


LIST = """Shopping:
- apples and
  pears, in the year
  1984. Then more
- bread
2) no item

1. First.

2. Second, with
   more.

     A part of the second.

Done.
"""


class TestLists:
    def test_each_item_is_a_segment_without_its_mark(self) -> None:
        found = [(segment.msgid, str(segment.kind)) for segment in parse(LIST).segments]
        assert found == [
            ("Shopping:", "paragraph"),
            ("apples and pears, in the year 1984. Then more", "list item"),
            ("bread 2) no item", "list item"),
            ("First.", "list item"),
            ("Second, with more.", "list item"),
            ("A part of the second.", "list item"),
            ("Done.", "paragraph"),
        ]

    def test_a_translation_keeps_the_marks_and_hanging_indents(self) -> None:
        document = parse(LIST)
        localized = document.replace(
            lambda segment: PlainText().localized(segment, f"een twee {segment.msgid}")
        )
        assert "\n- een twee apples and\n  pears, in the year\n  1984. Then more\n- een twee" in localized
        assert "2. een twee\n   Second,\n   with\n   more." in localized
        assert [str(segment.kind) for segment in parse(localized).segments] == [
            str(segment.kind) for segment in document.segments
        ]

    def test_no_wrapped_line_begins_with_a_mark(self) -> None:
        (segment,) = parse("One two three\nfour five six.\n").segments
        assert PlainText().localized(segment, "Een twee 1. drie vier") == "Een twee 1.\ndrie vier"
        assert PlainText().localized(segment, "Een twee drie - vier") == "Een twee drie - vier"
        assert PlainText().localized(segment, "Een en twee 10. drie") == "Een en twee 10. drie"

    @pytest.mark.parametrize("line", ["1. Introduction", "12) The end"])
    def test_a_heading_with_a_number_is_a_heading(self, line: str) -> None:
        first = parse(f"{line}\n\nText of it.\n").segments[0]
        assert (first.msgid, first.kind) == (line, SegmentKind.HEADING)

    def test_a_dash_of_a_dialogue_stays_in_the_text(self) -> None:
        assert [segment.msgid for segment in parse("— Да.\n\n— Нет.\n").segments] == ["— Да.", "— Нет."]


class TestIndentedBlocks:
    def test_prose_is_wrapped_again_at_its_indent(self) -> None:
        quote = parse("He said:\n\n    One two three\n    four five.\n\nAnd left.\n").segments[1]
        assert (quote.kind, quote.msgid) == (SegmentKind.QUOTE, "One two three four five.")
        assert PlainText().localized(quote, "Een twee drie vier vijf.") == "Een twee drie\n    vier vijf."

    def test_columns_keep_their_lines(self) -> None:
        text = "Who:\n\n    Ann    12\n    Bob     9\n\nAnd so on.\n"
        table = parse(text).segments[1]
        assert table.msgid == "Ann    12\nBob     9"
        assert PlainText().localized(table, "An    12\n- Bob   9\n\nx") == "An    12 - Bob   9\n    x"

    def test_a_file_that_is_indented_throughout_has_no_quotes(self) -> None:
        text = "   One two\n   three.\n\n   Four\n   five.\n"
        assert {segment.kind for segment in parse(text).segments} == {SegmentKind.PARAGRAPH}
