"""The laws of the review page: marks lose nothing, colours tell neighbours apart, nothing escapes the page."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog.statistics import Statistics
from l10n.model import Edit
from l10n.review.colours import COLOURS, colours
from l10n.review.marking import mark
from l10n.review.page import Cell, Column, DocumentView, Form, Page, Row, State
from l10n.review.writing import write_page
from tests.browser.hostile import HOSTILE
from tests.conftest import tries

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=5)
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("<>&\"'`/={}%\0\u202e\ud800")), max_size=40)


class TestMarks:
    """Joined, the texts of the marks are the text, whatever the names and edits."""

    @given(TEXTS, SPANS, SPANS)
    def test_joined_they_are_the_text(
        self, text: str, names: list[tuple[int, int]], edits: list[tuple[int, int]]
    ) -> None:
        spans, last = [], 0
        for start, length in sorted(names):
            if start >= last and start + length <= len(text):
                spans.append((start, last := start + length, "n"))
        wanted = [Edit(start=start, end=start + length, replacement="x") for start, length in edits]
        marks = mark(text, spans, {"n": 0}, wanted)
        assert "".join(piece.text for piece in marks) == text
        named = "".join(piece.text for piece in marks if piece.name == 0)
        assert named == "".join(text[start:end] for start, end, _ in spans)


class TestColours:
    """A name never shares its colour with a name beside it, unless those have all the colours."""

    @given(st.lists(st.lists(st.sampled_from("abcdefghijklmnop"), max_size=6, unique=True), max_size=8))
    def test_neighbours_differ(self, rows: list[list[str]]) -> None:
        chosen = colours(rows)
        assert set(chosen) == {name for row in rows for name in row}
        assert set(chosen.values()) <= set(range(COLOURS))
        for name in chosen:
            beside = {other for row in rows if name in row for other in row} - {name}
            if len(beside) < COLOURS:
                assert chosen[name] not in {chosen[other] for other in beside}


class _Seen(HTMLParser):
    """Collects the tags of a page, and the text of one cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))


def page_of(text: str) -> Page:
    column = Column(locale="nl", label=text, language="nl", direction="ltr")
    form = Form(marks=mark(text, [], {}))
    cell = Cell(state=State.TRANSLATED, location=text, forms=(form,), comments=(text,))
    row = Row(number=1, kind="paragraph", location=text, forms=(form,), cells=(cell,))
    view = DocumentView(number=1, path=text, rows=(row,), statistics={"nl": Statistics()})
    return Page(title=text, source=column, columns=(column,), documents=(view,))


class TestEscaping:
    """Whatever a text contains, the page has the same tags and attributes."""

    @settings(max_examples=tries(50))
    @given(TEXTS)
    def test_no_text_becomes_a_tag(self, text: str) -> None:
        seen, expected = _Seen(), _Seen()
        written = write_page(page_of(text))
        assert "\0" not in written
        seen.feed(written)
        expected.feed(write_page(page_of("plain")))
        said = ("span", ("class", "title"))  # a character nobody would see
        assert [tag for tag in seen.tags if tag != said] == expected.tags

    def test_no_hostile_text_becomes_a_tag(self) -> None:
        expected = _Seen()
        expected.feed(write_page(page_of("plain")))
        said = ("span", ("class", "title"))
        for text in HOSTILE:
            seen = _Seen()
            seen.feed(write_page(page_of(text)))
            assert [tag for tag in seen.tags if tag != said] == expected.tags, text
