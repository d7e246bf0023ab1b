"""SubRip and WebVTT: what is a cue's text, and what a translation can do to it."""

from collections.abc import Callable

import pytest

from l10n.formats import Format
from l10n.formats.plaintext import PlainText
from l10n.formats.subtitles import SubRip, WebVtt, cue_times
from l10n.model import Document, Segment, SegmentKind

SRT = """1
00:00:01,000 --> 00:00:02,500
The first line
and <i>the second</i>.

2
00:00:03,000 --> 00:00:04,000  X1:100 X2:200
{\\an8}Above.

3
00:00:05,000 --> 00:00:06,000
- ♪ -

"""
VTT = """WEBVTT - A talk about text

STYLE
::cue { color: red }

REGION
id:fred

NOTE This is no text
at all.

NOTE l10n:comment the speaker is a child

intro
00:01.000 --> 00:02.000 align:start
<v Anna>Hello <c.loud>there</c></v>
and welcome.

00:03.000 --> 00:04.000
<v Bob>Good <00:03.500>morning.
"""


def parse(form: Format, text: str) -> Document:
    document = form.parse(text, f"source/x{form.suffixes[0]}")
    assert document.text == text
    return document


def msgids(form: Format, text: str) -> list[str]:
    return [segment.msgid for segment in parse(form, text).segments]


def test_the_text_of_each_subrip_cue_is_a_segment_in_its_lines() -> None:
    assert msgids(SubRip(), SRT) == ["The first line\nand <i>the second</i>.", "{\\an8}Above."]


def test_the_text_of_each_webvtt_cue_is_a_segment_and_notes_styles_and_regions_are_not() -> None:
    segments = parse(WebVtt(), VTT).segments
    assert [segment.msgid for segment in segments] == [
        "<v Anna>Hello <c.loud>there</c></v>\nand welcome.",
        "<v Bob>Good <00:03.500>morning.",
    ]
    assert [segment.kind for segment in segments] == [SegmentKind.SUBTITLE] * 2
    assert [segment.comment for segment in segments] == [
        "the speaker is a child\nspoken by Anna",
        "spoken by Bob",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("form", "text"), [(SubRip(), SRT), (WebVtt(), VTT)])
class TestLineEndings:
    def test_every_kind_is_read_and_kept(self, form: Format, text: str, end: str) -> None:
        written = text.replace("\n", end)
        assert msgids(form, "\ufeff" + written) == msgids(form, text)
        segment = parse(form, written).segments[0]
        assert form.localized(segment, "One\nTwo") == f"One{end}Two"


class TestDirectivesInNotes:
    def test_a_cue_or_a_range_is_skipped(self) -> None:
        def cue(text: str) -> str:
            return f"00:01.000 --> 00:02.000\n{text}\n\n"

        skip, start, stop = (f"NOTE l10n:{name}\n\n" for name in ("skip", "skip-start", "skip-end"))
        text = (
            "WEBVTT\n\n" + skip + cue("No") + cue("Yes") + start + cue("No") + cue("No") + stop + cue("Too")
        )
        assert msgids(WebVtt(), text) == ["Yes", "Too"]

    def test_a_context_is_the_msgctxt_of_the_next_cue(self) -> None:
        text = "WEBVTT\n\nNOTE l10n:context film\n\n00:01.000 --> 00:02.000\nChallenge\n"
        assert [one.msgctxt for one in parse(WebVtt(), text).segments] == ["film"]


class TestMalformedFiles:
    @pytest.mark.parametrize("form", [SubRip(), WebVtt()], ids=lambda form: form.name)
    @pytest.mark.parametrize(
        "times", ["00:00:01 --> 00:00:02", "00:00:01,000 -> 00:00:02,000", "00:00:01,000 --> 00:00:02:500"]
    )
    def test_a_line_that_is_nearly_a_time_is_a_problem(self, form: SubRip | WebVtt, times: str) -> None:
        text = f"WEBVTT\n\n00:00:00,000 --> 00:00:01,000\nOne --> two, 3 --> 4\n\n{times}\nThree\n"
        assert [(str(found.location), times in found.what) for found in form.problems(text, "x")] == [
            ("x:6:1", True)
        ]
        assert form.problems(text.replace(times, "00:00:01.000 --> 00:00:02.000"), "x") == ()

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "\n",
            "1",
            "-->",
            "00:00:01,000 -->",
            "1\n00:00:01,000 --> 00:00:02,000",
            "WEBVTT",
            "\ufeff",
            "just text\n\nmore",
        ],
    )
    @pytest.mark.parametrize("form", [SubRip(), WebVtt()])
    def test_a_file_without_a_cue_has_no_segment(self, form: Format, text: str) -> None:
        assert msgids(form, text) == []

    def test_a_cue_right_behind_another_begins_with_its_number(self) -> None:
        text = "1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:03,000 --> 00:00:04,000\nTwo"
        assert msgids(SubRip(), text) == ["One", "Two"]

    def test_subrip_text_behind_a_blank_line_is_a_segment_too(self) -> None:
        text = "1\n00:00:01,000 --> 00:00:02,000\nOne\n\nmore\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n"
        assert msgids(SubRip(), text) == ["One", "more", "Two"]

    def test_text_that_looks_like_the_number_of_a_cue_stays(self) -> None:
        assert msgids(SubRip(), "1\n00:00:01,000 --> 00:00:02,000\n1961\n\n") == ["1961"]


HOSTILE = [
    "x\n\ny",
    "x\r\n\r\ny",
    "x\n \t\ny",
    "x\n\n2\n00:00:01,000 --> 00:00:02,000\nmine",
    "x\n00:00:01.000 --> 00:00:02.000\nmine",
    "-->",
    "a --> b ---> c",
    "x\n\nNOTE mine",
    "x\n\nSTYLE\n::cue {}",
    "<script>alert(1)</script>",
    "<v Eve>mine",
    "<c.big>mine</c>",
    "<00:00:00.000>now",
    "<00:",
    "<",
    "{\\an1}up",
    "{\\pos(1,2)",
    "<font size=99>x</font>",
    "\0 x",
    "\u202egnp.exe",
    "</v></c>",
]


def _putting(form: Format, msgstr: str) -> Callable[[Segment], str]:
    return lambda segment: form.localized(segment, msgstr)


@pytest.mark.parametrize("payload", HOSTILE)
@pytest.mark.parametrize(("form", "text"), [(SubRip(), SRT), (WebVtt(), VTT)])
class TestNoTranslationChangesTheCues:
    def test_alone_or_behind_the_text(self, form: Format, text: str, payload: str) -> None:
        document = parse(form, text)
        for mine in ("x", "text ", "text\n"):
            localized = document.replace(_putting(form, mine + payload))
            again = form.parse(localized, "x")
            assert len(again.segments) == len(document.segments)
            assert [part for part in again.parts if isinstance(part, str)] == [
                part for part in document.parts if isinstance(part, str)
            ]

    def test_it_brings_no_tag_and_no_override(self, form: Format, text: str, payload: str) -> None:
        for segment in parse(form, text).segments:
            localized = form.localized(segment, segment.msgid + payload)
            assert localized.count("<") - payload.count("<") * (payload == "<") <= segment.raw.count("<")
            assert localized.count("{\\") == segment.raw.count("{\\")
            assert localized.count("-->") == 0


def test_the_lines_of_the_translation_are_the_lines_of_the_cue() -> None:
    segment = parse(SubRip(), SRT).segments[0]
    assert SubRip().localized(segment, "Een\n<i>twee</i>\ndrie") == "Een\n<i>twee</i>\ndrie"


def test_a_msgstr_of_blanks_leaves_the_cue_as_it_is() -> None:
    segment = parse(SubRip(), SRT).segments[0]
    assert SubRip().localized(segment, " \n ") == segment.raw


def test_cues_say_when_they_are_shown() -> None:
    srt = "1\n00:00:01,500 --> 00:00:02,000\nOne\n\nstray\n\n2\r\n01:02:03.4 --> 1:02:03,456 X1:10\nTwo\n"
    assert cue_times(SubRip().parse(srt, "x.srt")) == ((1_500, 2_000), None, (3_723_400, 3_723_456))
    vtt = "WEBVTT\n\nname\n00:01.000 --> 00:04.000 align:start\nOne\n\n01:00:00.000 --> 01:00:01.000\nTwo\n"
    assert cue_times(WebVtt().parse(vtt, "x.vtt")) == ((1_000, 4_000), (3_600_000, 3_601_000))


def test_what_is_no_subtitle_has_no_times() -> None:
    document = PlainText().parse("One.\n\n00:00:01,500 --> 00:00:02,000\n\nTwo.\n", "x.txt")
    assert set(cue_times(document)) == {None}
