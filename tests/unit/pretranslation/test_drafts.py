"""How a text is cut to be sent, put into requests, and what the answers make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats import Format, format_of
from l10n.model import Location, Segment
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry
from l10n.pretranslation.draft_recognition import similarity, spelled_ways, ways
from l10n.pretranslation.drafts import Draft, Prepared, batches, concluded, prepare, split
from l10n.pretranslation.masking import Refusal
from l10n.pretranslation.memory import Neighbours
from l10n.pretranslation.wanted import Languages, Wanted
from tests.conftest import ROOT

LOCALES = ("nl", "en", "ru")
REGISTRY = (ROOT / "locales" / "names.toml").read_text(encoding="utf-8")
LEXICON = compile_lexicon(read_registry(REGISTRY, "locales/names.toml", LOCALES), LOCALES)


def languages(locale: str = "nl") -> Languages:
    script = "Cyrl" if locale == "ru" else "Latn"
    return Languages(source_locale="en", locale=locale, script=script, lexicon=LEXICON)


def wanted(text: str, path: str = "x.md") -> Wanted:
    form: Format | None = format_of(path)
    assert form is not None
    segment = Segment(msgid=text, raw=text, location=Location(path=path, line=1, column=1))
    return Wanted(segment=segment, form=form, neighbours=Neighbours())


def prepared(text: str, longest: int = 1_000, locale: str = "nl") -> Prepared:
    return prepare(wanted(text), languages(locale), longest)


class TestCutting:
    @given(st.text("ab .!?Щ\n", max_size=300), st.integers(8, 80))
    def test_pieces_are_short_enough_and_joined_they_are_the_text(self, text: str, longest: int) -> None:
        pieces = split(text, "en", longest)
        assert " ".join(pieces).split() == text.split()
        assert all(len(piece.encode()) <= longest or " " not in piece for piece in pieces)

    def test_sentences_stay_whole_where_they_fit(self) -> None:
        text = "The first one is here. The second one is there. The third one is gone."
        assert split(text, "en", 50) == (
            "The first one is here. The second one is there.",
            "The third one is gone.",
        )

    def test_requests_have_no_more_texts_and_bytes_than_they_may(self) -> None:
        many = [prepared(f"Sentence number {number} of them." * 3, longest=60) for number in range(6)]
        found = list(batches(many, 3, 120))
        every = [pair for batch in found for pair in batch]
        assert every == [
            (number, place) for number, one in enumerate(many) for place in range(len(one.pieces))
        ]
        for batch in found:
            assert len(batch) <= 3
            assert sum(len(many[number].pieces[place].text.encode()) for number, place in batch) <= 120


class TestAnswers:
    def test_a_long_text_comes_together_again_with_its_markup(self) -> None:
        one = prepared("The **first** one is here. The `second` one is there.", longest=45)
        assert len(one.pieces) == 2
        answers = ["De [X1X]eerste[X2X] is hier.", "De [X3X] is daar."]
        found = concluded(one, answers, languages(), "draft: test")
        assert found == Draft(text="De **eerste** is hier. De `second` is daar.", provenance="draft: test")

    @pytest.mark.parametrize("answers", [["De eerste.", ""], ["De eerste.", None], []])
    def test_a_piece_without_an_answer_makes_no_draft(self, answers: list[object]) -> None:
        one = prepared("The first one is here. The second one is there.", longest=25)
        assert isinstance(concluded(one, answers, languages(), "draft: test"), Refusal)

    def test_nothing_is_sent_of_a_text_without_words(self) -> None:
        for text in ("`code`", "https://example.org", "42 — 43", "SpaceX"):
            assert prepared(text).pieces == ()

    def test_a_name_whose_form_is_certain_is_never_sent(self) -> None:
        sent = prepared("Joelia Peresild met Tom Cruise at SpaceX.").pieces[0]
        assert sent.text == "[X1X] met [X2X] at [X3X]."
        declined = prepared("Joelia Peresild met Tom Cruise at SpaceX.", locale="ru").pieces[0]
        assert declined.text == "Yulia Peresild met Tom Cruise at [X1X]."
        assert [name.written for name in declined.names] == ["Yulia Peresild", "Tom Cruise"]
        assert "Юлией Пересильд" in declined.names[0].forms

    def test_names_come_right_in_both_languages(self) -> None:
        text = "The film of Klim Sjipenko was shown to Joelia Peresild in Baikonur."
        dutch = concluded(
            prepared(text),
            ["De film van [X1X] werd in [X3X] aan [X2X] vertoond."],
            languages(),
            "draft: test",
        )
        assert dutch == Draft(
            text="De film van Klim Sjipenko werd in Bajkonoer aan Joelia Peresild vertoond.",
            provenance="draft: test",
        )
        russian = concluded(
            prepared(text, locale="ru"),
            ["Фильм Клима Схипенко показали Ыулии Пересилд в Баиконуре."],
            languages("ru"),
            "draft: test",
        )
        assert russian == Draft(
            text="Фильм Клима Шипенко показали Юлии Пересильд в Байконуре.", provenance="draft: test"
        )

    @pytest.mark.parametrize(
        ("locale", "source", "answer", "draft"),
        [
            ("nl", "It is 2.5 km away.", "Het is 2.5 km ver weg.", "Het is 2,5\u00a0km ver weg."),
            ("ru", "They said “yes” to it.", "Они сказали “да” на это.", "Они сказали «да» на это."),
            ("nl", "Use `x = 2.5 km` now.", "Gebruik [X1X] nu.", "Gebruik `x = 2.5 km` nu."),
        ],
    )
    def test_numbers_and_marks_follow_the_locale(
        self, locale: str, source: str, answer: str, draft: str
    ) -> None:
        found = concluded(prepared(source, locale=locale), [answer], languages(locale), "draft: test")
        assert found == Draft(text=draft, provenance="draft: test")

    def test_a_name_that_is_left_out_is_told(self) -> None:
        found = concluded(
            prepared("Klim Sjipenko was there.", locale="ru"), ["Он был там."], languages("ru"), "draft: test"
        )
        assert isinstance(found, Draft)
        assert found.unplaced == ("klim-shipenko",)

    def test_a_link_that_the_source_lacks_is_refused(self) -> None:
        one = prepared("See [the map](https://e.org/map) now.")
        for answer in ("Zie [X1X]de kaart[X2X] [nu](https://evil.org).", "Zie [X1X]de kaart[X2X] <b>nu</b>."):
            assert isinstance(concluded(one, [answer], languages(), "draft: test"), Refusal)


MARKDOWN = 'See ![the sea](a.png "A title (big)") and [x](http://e.org "Some words").'


class TestTextsInsideMarkup:
    """Titles, and what stands for images, are texts: links, targets and everything else stay as they are."""

    @pytest.mark.parametrize(
        ("path", "source", "sent", "answers", "draft"),
        [
            (
                "x.md",
                MARKDOWN,
                ["See [X1X]the sea[X2X] and [X3X]x[X4X].", "A title (big)", "Some words"],
                ["Zie [X1X]de zee[X2X] en [X3X]x[X4X].", "Een titel (groot)", "Wat woorden"],
                'Zie ![de zee](a.png "Een titel (groot)") en [x](http://e.org "Wat woorden").',
            ),
            (
                "x.html",
                '<img src="a.png" alt="The sea at 2.5 km"> by <a title=\'Map\' href="/m">Klim Sjipenko</a>',
                ["[X1X] by [X2X][X3X][X4X]", "The sea at 2.5 km", "Map"],
                ["[X1X] door [X2X][X3X][X4X]", "De zee op 2.5 km", "Kaart"],
                '<img src="a.png" alt="De zee op 2,5\u00a0km"> door <a title=\'Kaart\' href="/m">Klim Sjipenko</a>',
            ),
            (
                "x.html",
                '<img src="a.png" alt="The sea">',
                ["The sea"],
                ["De zee"],
                '<img src="a.png" alt="De zee">',
            ),
        ],
    )
    def test_they_are_sent_and_put_back(
        self, path: str, source: str, sent: list[str], answers: list[str], draft: str
    ) -> None:
        one = prepare(wanted(source, path), languages(), 1_000)
        assert [piece.text for piece in one.pieces] == sent
        assert concluded(one, answers, languages(), "draft: test") == Draft(
            text=draft, provenance="draft: test"
        )

    @pytest.mark.parametrize(
        "answer", ['x" onerror="alert(1)', "x' y", "<b>x</b>", "x) [y](http://f.org", "x\\", "&#34; x", "", 7]
    )
    def test_one_that_would_not_stay_a_text_is_left_as_it_was(self, answer: object) -> None:
        one = prepare(wanted(MARKDOWN), languages(), 1_000)
        answers = ["Zie [X1X]de zee[X2X] en [X3X]x[X4X].", "Een titel", answer]
        found = concluded(one, answers, languages(), "draft: test")
        assert isinstance(found, Draft)
        assert found.text.endswith('[x](http://e.org "Some words").')


class TestSpelledByPrograms:
    def test_the_ways_have_every_letter(self) -> None:
        assert all(set("abcdefghijklmnopqrstuvwxyz") <= set(way) for way in ways())

    @pytest.mark.parametrize(
        ("latin", "found"),
        [("Joelia", "Джоэлией"), ("Sjipenko", "Сжипенко"), ("Shipenko", "Схипенко"), ("Kleyn", "Клеыном")],
    )
    def test_what_programs_make_of_a_name_is_like_it(self, latin: str, found: str) -> None:
        assert len(spelled_ways(latin)) >= 2
        assert similarity(found, latin) > 0.75

    @pytest.mark.parametrize(
        ("latin", "found"), [("Joelia", "Вчера"), ("Klim", "Фильм"), ("Cruise", "Россия")]
    )
    def test_other_words_are_not(self, latin: str, found: str) -> None:
        assert similarity(found, latin) < 0.45
