"""Documents to a template."""

import tracemalloc

from l10n.catalog.catalog import Catalog, Message
from l10n.catalog.template import template
from l10n.model import Location, Segment, SegmentKind


def segment(
    msgid: str,
    *headings: str,
    kind: str = "paragraph",
    msgctxt: str | None = None,
    comment: str = "",
    place: str = "source/a.txt:7",
) -> Segment:
    path, _, line = place.partition(":")
    return Segment(
        msgid=msgid,
        raw=msgid,
        location=Location(path=path, line=int(line)),
        kind=SegmentKind(kind),
        heading_path=headings,
        msgctxt=msgctxt,
        comment=comment,
    )


def messages(*segments: Segment, with_lines: bool = False) -> tuple[Message, ...]:
    return template(segments, "a", with_lines=with_lines).messages


def test_messages_stand_in_source_order_and_name_their_place() -> None:
    assert messages(
        segment("Title", kind="heading"), segment("First.", "Title"), segment("More.", "Title", "Part two")
    ) == (
        Message(msgid="Title", extracted_comments=("heading",), references=("source/a.txt",)),
        Message(msgid="First.", extracted_comments=("paragraph in “Title”",), references=("source/a.txt",)),
        Message(
            msgid="More.",
            extracted_comments=("paragraph in “Title › Part two”",),
            references=("source/a.txt",),
        ),
    )


def test_a_text_that_occurs_twice_is_one_message_with_both_places() -> None:
    (message,) = messages(segment("Same.", "One"), segment("Same.", "Two"), segment("Same.", "One"))
    assert message.extracted_comments == ("paragraph in “One”", "paragraph in “Two”")
    assert message.references == ("source/a.txt",)


def test_a_context_makes_two_messages_of_one_text() -> None:
    assert [message.msgctxt for message in messages(segment("A"), segment("A", msgctxt="b"))] == [None, "b"]


def test_a_segment_without_text_is_no_message() -> None:
    assert messages(segment("")) == ()


def test_a_long_heading_is_cut_behind_a_word_and_stays_on_one_line() -> None:
    (message,) = messages(segment("A", "Russian actress and director\nreturn to Earth after a film in space"))
    assert message.extracted_comments == ("paragraph in “Russian actress and director return to Earth …”",)


def test_a_remark_of_the_format_comes_first() -> None:
    (message,) = messages(segment("A", comment="keep the link\r\n\n as it is "))
    assert message.extracted_comments == ("keep the link", "as it is", "paragraph")


def test_two_files_are_two_references() -> None:
    both = [segment("A", place="source/a.txt:1"), segment("A", place="source/b.txt:2")]
    (message,) = messages(*both)
    assert message.references == ("source/a.txt", "source/b.txt")
    (message,) = messages(*both, with_lines=True)
    assert message.references == ("source/a.txt:1", "source/b.txt:2")


def test_each_line_a_text_stands_on_is_a_reference_once() -> None:
    again = [segment("A", place=f"source/a.txt:{line}") for line in (3, 3, 9)]
    assert messages(*again, with_lines=True)[0].references == ("source/a.txt:3", "source/a.txt:9")


def test_what_a_text_of_many_lines_takes_grows_with_their_number() -> None:
    def peak(number: int) -> int:
        again = (segment("A", place=f"source/a.txt:{line}") for line in range(1, number + 1))
        tracemalloc.start()
        try:
            assert len(template(again, "a", with_lines=True).messages[0].references) == number
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(8_000) < 6 * peak(2_000)


def test_a_template_is_of_no_locale() -> None:
    assert template([], "a") == Catalog(locale=None, domain="a")


def test_a_text_of_a_hundred_tables_names_some_of_its_places_and_each_remark() -> None:
    cells = [segment("Name", f"Part {number}", kind="table cell") for number in range(100)]
    (message,) = messages(*cells, segment("Name", "Part 100", kind="table cell", comment="a column"))
    *places, elsewhere, remark = message.extracted_comments
    assert places == [f"table cell in “Part {number}”" for number in range(20)]
    assert (elsewhere, remark) == ("and in other places", "a column")
