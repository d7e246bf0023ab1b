"""What is printed: neutral texts, and lines cut to what there is room for."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from l10n.catalog.statistics import Statistics
from l10n.cli.reports.excerpt import excerpt, wrapped
from l10n.cli.status import bar
from l10n.cli.terminal_escaping import escape_controls, escape_controls_in_json, one_line
from tests.conftest import tries

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
        import json

        text = json.dumps(value, ensure_ascii=False, indent=2)
        assert json.loads(escape_controls_in_json(text)) == value
        assert not OBEYED.search(escape_controls_in_json(text).replace("\n", ""))


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
