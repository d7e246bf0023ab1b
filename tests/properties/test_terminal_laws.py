"""What is printed: neutral texts, and lines cut to what there is room for."""

import html
import io
import json
import re
from collections.abc import Sequence
from contextlib import redirect_stdout

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from l10n.catalog.statistics import Statistics
from l10n.cli import build_log
from l10n.cli.build_log import BuildLog, Notation, is_build, is_log, logged, neutral
from l10n.cli.markdown import markdown_cell
from l10n.cli.printing import print_in, show, show_json
from l10n.cli.reports.excerpt import excerpt, wrapped
from l10n.cli.reports.silence import silence_as_json, silence_line
from l10n.cli.status import bar
from l10n.cli.terminal_escaping import escape_controls, escape_controls_in_json, one_line
from l10n.gate.silencing import Silenced
from l10n.policy import Requirement
from tests.conftest import tries
from tests.runners import obeyed_lines

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ud800-\udfff]")
# Letters of one and two cells and of none, what terminals obey, and half a surrogate pair.
LINES = st.text(st.sampled_from("abc дом 語句 e\u0301\u200d\t\x1b\u202e\ufeff\ud800"), max_size=150)


class TestNeutral:
    """Doing it again changes nothing; nothing that a terminal obeys is left; other texts stay as they are."""

    @given(st.text())
    def test_nothing_that_a_terminal_obeys_is_left(self, text: str) -> None:
        assert not OBEYED.search(escape_controls(text))
        assert not OBEYED.search(one_line(text))
        assert "\n" not in one_line(text)
        assert escape_controls(escape_controls(text)) == escape_controls(text)

    @given(st.text(st.characters(categories=["L", "N", "P", "Zs", "Sm"])))
    def test_what_people_write_stays(self, text: str) -> None:
        assert escape_controls(text) == text

    @given(st.recursive(st.text() | st.integers(), lambda inner: st.dictionaries(st.text(), inner)))
    def test_json_says_the_same(self, value: object) -> None:
        text = json.dumps(value, ensure_ascii=False, indent=2)
        assert json.loads(escape_controls_in_json(text)) == value
        assert not OBEYED.search(escape_controls_in_json(text).replace("\n", ""))


# What the marks of runners are made of, what may stand in or before them, and ordinary words.
MARKS = st.sampled_from(
    ["::", ":", "#", "##", "[", "]", "##[", "##[error]", "##vso[task.setvariable ", "##teamcity[", "::error::",
     "::stop-commands::", "::group::", "section_start:1:x", "\x1b[0K", "\r", "\n", "\r\n", "\t", " ", "\xa0", "\x85",
     "\xad", "\u200b", "\u200d", "\ufe0f", "\ufeff", "\u2028", "\u202e", "\U000e0041", "%0A", "vso", "a", "дом", '"',
     "<", "&", "|", "\\", "`", "]]>", "https://", "www.", "$", "e\u0301"]
)  # fmt: skip
MARKED = st.lists(MARKS, max_size=12).map("".join)
TABLE = MarkdownIt("commonmark").enable("table")


class TestBuildLogs:
    """In a build no line is printed that a runner obeys; JSON and markup say the same; elsewhere nothing changes."""

    @given(st.lists(MARKED, max_size=8))
    @settings(max_examples=tries(500))
    def test_no_line_is_obeyed_in_whatever_pieces_it_comes(self, pieces: Sequence[str]) -> None:
        under = io.StringIO(newline="")
        log = BuildLog(under)
        for piece in pieces:
            log.write(piece)
        assert obeyed_lines(under.getvalue()) == []
        assert not OBEYED.search(re.sub(r"\r?\n", "", under.getvalue()))

    @given(MARKED)
    @settings(max_examples=tries(500))
    def test_doing_it_again_changes_nothing(self, text: str) -> None:
        for notation in (Notation.TEXT, Notation.JSON, Notation.MARKUP):
            assert neutral(neutral(text, notation), notation) == neutral(text, notation)
        assert logged(logged(text)) == logged(text)

    @given(st.recursive(MARKED | st.integers(), lambda inner: st.dictionaries(MARKED, inner, max_size=3)))
    def test_json_in_a_log_is_the_same_value(self, value: object) -> None:
        under = io.StringIO(newline="")
        with redirect_stdout(BuildLog(under)):
            show_json(value)
            show(json.dumps(value, ensure_ascii=False), notation=Notation.JSON)
        assert obeyed_lines(under.getvalue()) == []
        decoder = json.JSONDecoder()
        first, end = decoder.raw_decode(under.getvalue())
        assert (first, decoder.decode(under.getvalue()[end:])) == (value, value)

    @given(MARKED.map(lambda text: re.sub("[\x00-\x08\x0b-\x1f\x85]", "", text)))
    def test_markup_in_a_log_says_the_same(self, text: str) -> None:
        under = io.StringIO(newline="")
        with redirect_stdout(BuildLog(under)):
            print_in(Notation.MARKUP, html.escape(text))
        assert obeyed_lines(under.getvalue()) == []
        assert html.unescape(under.getvalue()) == text

    @given(MARKED)
    def test_outside_a_build_it_is_printed_as_it_is(self, text: str) -> None:
        under = io.StringIO(newline="")
        with redirect_stdout(under):
            show(text)
            print_in(Notation.JSON, text)
        assert under.getvalue() == f"{text}\n{text}"
        assert not is_log(under, {})

    @given(st.text(st.characters(categories=["L", "N", "Zs"], include_characters=".,;!?()“”«»-—–'/\n")))
    def test_what_people_write_stays(self, text: str) -> None:
        assert logged(text) == text

    @given(MARKED)
    @settings(max_examples=tries(300))
    def test_a_cell_of_a_summary_is_text_on_one_line(self, text: str) -> None:
        cell = markdown_cell(text)
        shown = TABLE.render(f"| a |\n|---|\n| x{cell}y |\n")
        expected = TABLE.render("| a |\n|---|\n| x |\n")
        assert re.findall(r"</?\w+", shown) == re.findall(r"</?\w+", expected)
        assert "://" not in cell
        assert not re.search(r"\bwww\.", cell)
        assert obeyed_lines(f"| {cell} |") == []

    def test_a_build_is_what_a_service_says_of_itself(self) -> None:
        for name in build_log.VARIABLES:
            assert is_build({name: "true"})
            assert not is_build({name: "false"})
        assert not is_build({})


CODES = st.dictionaries(MARKED, st.lists(st.sampled_from(["nl", "ru"]), max_size=2).map(tuple), max_size=5)
TEXTS = st.lists(MARKED, max_size=4).map(tuple)
SILENCED = st.builds(
    Silenced, off=CODES, milder=CODES, only=TEXTS, without=TEXTS, skipped=TEXTS,
    allowed=st.dictionaries(st.sampled_from(["links", "images", "tags"]), TEXTS.filter(bool)),
    enough=st.lists(st.builds(Requirement, percent=st.integers(0, 99), locale=st.none() | MARKED,
                              document=st.none() | MARKED, keys=st.just(())), max_size=3).map(tuple),
    baseline=st.integers(0, 200), comments=st.integers(0, 200),
)  # fmt: skip


class TestSilence:
    """What is silenced is one line, empty only for nothing; it is wider than asked for only without any name in it."""

    @given(SILENCED, st.integers(0, 200))
    @settings(max_examples=tries(300))
    def test_it_is_one_line_and_fits_unless_it_is_as_short_as_it_may_be(
        self, silenced: Silenced, width: int
    ) -> None:
        line = silence_line(silenced, width)
        assert (line == "") == (silenced == Silenced())
        assert len(line.splitlines()) <= 1
        assert not OBEYED.search(line)
        assert cell_len(line) <= width or line == silence_line(silenced, 0)
        assert len(silence_line(silenced, 0)) <= len(line)

    @given(SILENCED)
    def test_programs_read_all_of_it(self, silenced: Silenced) -> None:
        value = silence_as_json(silenced)
        assert value["off"] == [
            {"code": code, "locales": list(where)} for code, where in silenced.off.items()
        ]
        assert any(map(bool, value.values())) or silenced == Silenced()


class TestExcerpt:
    """An excerpt fits, and shows the beginning of what it is about; what is cut is marked."""

    @given(LINES, st.integers(0, 160), st.integers(0, 160), st.integers(20, 120))
    @settings(max_examples=tries(300))
    def test_it_fits_and_the_carets_stand_below(self, line: str, start: int, size: int, room: int) -> None:
        shown = excerpt(line, start, start + size, room)
        assert cell_len(shown.text) <= room
        assert len(shown.carets) - len(shown.carets.lstrip()) == cell_len(shown.before)
        cells = cell_len(one_line(line))
        assert cells > room - 2 or shown.text == one_line(line)
        assert cells <= room or "…" in shown.text

    @given(LINES, st.integers(0, 150), st.integers(1, 5))
    def test_what_it_is_about_is_there_whole_when_it_is_short(self, line: str, start: int, size: int) -> None:
        assert excerpt(line, start, start + size, 80).about == one_line(line[start : start + size])

    def test_a_very_long_line_is_cut_on_both_sides(self) -> None:
        shown = excerpt("слово " * 20_000 + "ошибка" + " слово" * 20_000, 120_000, 120_006, 40)
        assert (shown.about, shown.before[0], shown.after[-1]) == ("ошибка", "…", "…")
        assert cell_len(shown.text) <= 40


class TestWrapping:
    """Words joined again are the words; no line is wider than asked for unless one word is."""

    @given(
        st.lists(st.text(st.sampled_from("abcд語"), min_size=1, max_size=9), min_size=1), st.integers(10, 40)
    )
    def test_no_word_is_lost_and_no_line_too_wide(self, words: list[str], width: int) -> None:
        lines = wrapped(words, width, "    ")
        assert " ".join(lines).split() == words
        assert all(cell_len(line) <= width or len(line.split()) == 1 for line in lines)


class TestBars:
    """A bar is full only when everything is translated, and empty only when nothing is."""

    @given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.integers(6, 20))
    def test_it_is_as_long_as_asked_and_tells_no_lies(
        self, translated: int, fuzzy: int, untranslated: int, cells: int
    ) -> None:
        statistics = Statistics(translated=translated, fuzzy=fuzzy, untranslated=untranslated)
        shown = bar(statistics, cells)
        assert len(shown) == cells
        assert (shown == "█" * cells) == (fuzzy == untranslated == 0)
        assert (not set(shown) - {"░", "▒"}) == (translated == 0 and statistics.total > 0)
