"""What is shielded from a translating program, and which answers are refused."""

import re

import pytest

from l10n.formats import HasInlineMarkup, all_formats, format_of
from l10n.pretranslation.answers import accepted, said_tables
from l10n.pretranslation.masking import Masked, Refusal, Shield, mask, partners, unmask


def masked(text: str, path: str = "x.md") -> Masked:
    form: object = format_of(path)
    return mask(text, form.markup(text) if isinstance(form, HasInlineMarkup) else ())


class TestWhatIsShielded:
    @pytest.mark.parametrize(
        ("path", "text", "sent"),
        [
            ("x.txt", "See https://example.org/a_b, now.", "See [X1X], now."),
            (
                "x.txt",
                "Mail me@example.org or say {name}, %s, %(count)d.",
                "Mail [X1X] or say [X2X], [X3X], [X4X].",
            ),
            ("x.txt", "One\nTwo", "One[X1X]Two"),
            ("x.md", "Use `l10n check` and **all** of it.", "Use [X1X] and [X2X]all[X3X] of it."),
            ("x.md", "See [the map](https://e.org 'Map') now.", "See [X1X]the map[X2X] now."),
            ("x.md", "![alt](a.png) &amp; <br> \\* snake_case", "[X1X]alt[X2X] [X3X] [X4X] [X5X] snake_case"),
            ("x.html", 'A <a href="/x">link</a>&nbsp;here', "A [X1X]link[X2X][X3X]here"),
            ("x.srt", "{\\an8}<i>No!</i>", "[X1X][X2X]No![X3X]"),
            ("x.vtt", "<v Anna>Go<00:01.000> now", "[X1X]Go[X2X] now"),
            ("x.txt", "Say [X9X] twice.", "Say [X9X] twice."),
        ],
    )
    def test_what_no_program_may_touch_is_a_mark(self, path: str, text: str, sent: str) -> None:
        found = masked(text, path)
        assert found.text == sent
        assert unmask(found, found.text) == text

    def test_marks_never_look_like_text_that_is_there(self) -> None:
        assert masked("[X1X] and `code`", "x.txt").text == "[X1X] and [Q1Q]"

    def test_a_name_is_written_as_the_target_has_it(self) -> None:
        text = "Tom flies to Moscow."
        found = mask(text, (), [Shield(start=13, end=19, replacement="Moskou", is_name=True)])
        assert unmask(found, "Tom vliegt naar [X1X].") == "Tom vliegt naar Moskou."
        assert unmask(found, "[X1X]: Tom vliegt naar [X1X].") == "Moskou: Tom vliegt naar Moskou."

    def test_what_touches_markup_is_no_name_and_what_overlaps_is_one_mark(self) -> None:
        name = Shield(start=0, end=4, replacement="Moskou", is_name=True)
        assert mask("a {b} c", [(0, 4)], [name]).text == "[X1X] c"
        assert mask("a {b} c", [(2, 2), (6, 6)]).text == "a [X1X] c"

    def test_every_format_with_inline_markup_says_so(self) -> None:
        assert {form.name for form in all_formats() if isinstance(form, HasInlineMarkup)} >= {
            "markdown",
            "html",
            "subrip",
            "webvtt",
        }


@pytest.mark.parametrize(
    ("marks", "pairs"),
    [
        (["<b>", "</b>"], {1: 2}),
        (["<b>", "<i>", "</b>", "</i>"], {1: 3}),
        (["<i>", "</b>", "</i>"], {1: 3}),
        (["<b>", "<b>", "</B>", "</b>"], {2: 3, 1: 4}),
        (["<br>", "</br>", "<x/>", "</x>"], {}),
        (["</b>", "<b>"], {}),
        (["*", "**", "**", "*"], {1: 4, 2: 3}),
        (["![", "[", "](x)", "]"], {2: 3, 1: 4}),
        (["<b>", "{name}", "</b>"], {1: 3}),
    ],
)
def test_what_closes_what_is_known_by_the_nesting(marks: list[str], pairs: dict[int, int]) -> None:
    assert partners([Shield(start=0, end=0, replacement=mark) for mark in marks]) == pairs


class TestWhatComesBack:
    SENT = masked("Use **all** of [it](/x) and <br>`this`.")  # 1 all 2, 3 it 4, 5 6

    def test_marks_are_recognised_in_the_spelling_programs_give_them(self) -> None:
        answer = "Gebruik [ x1X ] alles [X2x] van 【X3X】 het[Х4Х] en [X5X][X 6 X] ."
        assert unmask(self.SENT, answer) == "Gebruik **alles** van [het](/x) en <br>`this`."

    @pytest.mark.parametrize(
        ("answer", "reason"),
        [
            ("Gebruik alles van [X3X]het[X4X] en [X5X][X6X].", "“**” is missing from the answer"),
            ("[X1X]alles[X2X] [X3X]het[X4X] en [X5X][X6X][X6X].", "“`this`” appears 2 times in the answer"),
            ("[X1X]alles[X2X] [X3X]het[X4X] en [X5X][X6X][X7X].", "a mark that was not sent"),
            ("[X2X]alles[X1X] [X3X]het[X4X] en [X5X][X6X].", "in another place"),
            ("[X1X]alles[X3X] [X2X]het[X4X] en [X5X][X6X].", "in another place"),
        ],
    )
    def test_what_is_lost_doubled_or_turned_round_is_refused(self, answer: str, reason: str) -> None:
        found = unmask(self.SENT, answer)
        assert isinstance(found, Refusal)
        assert reason in found.reason

    def test_tags_whose_counterparts_are_in_other_texts_stay_in_their_order(self) -> None:
        sent = masked("An end</b> and <i>a beginning", "x.html")
        assert sent.text == "An end[X1X] and [X2X]a beginning"
        assert unmask(sent, "Een eind[X1X] en [X2X]een begin") == "Een eind</b> en <i>een begin"
        refused = unmask(sent, "Een eind[X2X] en [X1X]een begin")
        assert isinstance(refused, Refusal)
        assert refused.reason == "tags without a counterpart are in another order in the answer"

    def test_what_is_neither_opened_nor_closed_may_change_places(self) -> None:
        sent = masked("An end</b> of {name}<br><img> and <i>so", "x.html")
        answer = "[X2X][X4X][X3X]: een eind[X1X] en [X5X]zo"
        assert unmask(sent, answer) == "{name}<img><br>: een eind</b> en <i>zo"

    def test_the_mark_that_is_out_of_order_is_named(self) -> None:
        refused = unmask(masked("Use <b>all</b> of it", "x.html"), "[X2X]alles[X1X]")
        assert refused == Refusal(reason="“</b>” is in another place in the answer")

    @pytest.mark.parametrize(
        ("text", "answer", "written"),
        [
            ("<b>all </b>of it", "[X1X]alles [X2X]ervan", "<b>alles </b>ervan"),
            ("<b>all</b> of it", "[X1X] alles [X2X] ervan", "<b>alles</b> ervan"),
            ("<b></b> x", "[X1X] [X2X] x", "<b></b> x"),
            ("[](/x) x", "[X1X] [X2X] x", "[](/x) x"),
            ("a&amp;b", "a [X1X] b", "a &amp; b"),
            ("a <br>.", "a [X1X] . B", "a <br>. B"),
            ("a <br> .", "a [X1X] . B", "a <br> . B"),
        ],
    )
    def test_blanks_that_a_program_adds_inside_a_pair_or_before_a_stop_go(
        self, text: str, answer: str, written: str
    ) -> None:
        assert unmask(masked(text, "x.md" if "[" in text else "x.html"), answer) == written

    @pytest.mark.parametrize(("length", "shown"), [(40, "x" * 40), (41, "x" * 40 + "…")])
    def test_a_long_mark_is_shown_by_its_beginning(self, length: int, shown: str) -> None:
        sent = mask("A b", (), [Shield(start=0, end=1, replacement="x" * length, is_name=True)])
        refused = unmask(sent, "b")
        assert isinstance(refused, Refusal)
        assert refused.reason == f"“{shown}” is missing from the answer"

    def test_pairs_may_change_places_as_a_language_wants_it(self) -> None:
        answer = "[X6X], en van [X3X]het[X4X] [X1X]alles[X2X][X5X]."
        assert unmask(self.SENT, answer) == "`this`, en van [het](/x) **alles**<br>."


class TestWhatIsNoTranslation:
    SOURCE = "The rocket with the actress was launched early this morning from the base in the desert."

    @pytest.mark.parametrize(
        ("answer", "script", "reason"),
        [
            (None, "Latn", "not text"),
            (["Een"], "Latn", "not text"),
            ("", "Latn", "empty"),
            (" \n", "Latn", "empty"),
            ("…", "Latn", "no words"),
            ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY", "Latn", "notice"),
            ("<html><body>De raket met de actrice is vanmorgen gelanceerd</body>", "Latn", "markup"),
            ("De raket met de actrice &quot;is&quot; vanmorgen vroeg gelanceerd.", "Latn", "markup"),
            ("De raket met de actrice is vanmorgen gelanceerd, zie https://example.com/x", "Latn", "address"),
            ("De raket met de actrice\u202e is vanmorgen vroeg gelanceerd.", "Latn", "U+202E"),
            ("De raket met de actrice\ud800 is vanmorgen vroeg gelanceerd.", "Latn", "U+D800"),
            ("De raket met de actrice\0 is vanmorgen vroeg gelanceerd.", "Latn", "U+0000"),
            ("De raket met de actrice is vanmorgen vroeg gelanceerd.", "Cyrl", "script"),
            ("Ракета с актрисой стартовала сегодня рано утром.", "Latn", "script"),
            ("De raket", "Latn", "letters long"),
            ("De raket met de actrice. " * 40, "Latn", "letters long"),
            (SOURCE, "Latn", "untranslated"),
            (SOURCE.upper(), "Latn", "untranslated"),
            ("HACKED", "Latn", "letters long"),
        ],
    )
    def test_it_is_refused_with_the_reason(self, answer: object, script: str, reason: str) -> None:
        found = accepted(masked(self.SOURCE), answer, script)
        assert isinstance(found, Refusal)
        assert reason in found.reason

    @pytest.mark.parametrize(
        ("source", "answer", "script"),
        [
            (
                SOURCE,
                " De raket met de actrice is vanmorgen vroeg vanaf de basis in de woestijn gelanceerd.\n",
                "Latn",
            ),
            ("Tom Cruise", "Tom Cruise", "Latn"),
            ("SpaceX and Tesla", "SpaceX и Tesla", "Cyrl"),
            ("5 < 6", "5 < 6", "Cyrl"),
            ("ISS", "МКС", "Cyrl"),
            (
                "Too many requests, says the server.",
                "Te veel verzoeken (too many requests), zegt de server.",
                "Latn",
            ),
        ],
    )
    def test_what_may_be_one_is_taken(self, source: str, answer: str, script: str) -> None:
        assert accepted(masked(source), answer, script) == answer.strip()

    def test_every_known_notice_has_an_authority_and_samples_that_are_refused(self) -> None:
        assert len(said_tables()) >= 4
        for table in said_tables():
            assert table["authority"]
            assert all(text == text.casefold() for text in table["texts"])
            for sample in table["samples"]:
                found = accepted(masked(re.sub(r"\w", "x", sample)), sample, "Latn")
                assert isinstance(found, Refusal)
                assert "notice" in found.reason
