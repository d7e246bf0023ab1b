"""Ids of headings as site generators give them, the ids an author writes, and the links that point to either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats import format_of
from l10n.formats.anchors import Generator, folded_id, generators
from l10n.formats.own_places import is_own_place

each_generator = pytest.mark.parametrize("generator", generators(), ids=lambda generator: generator.name)
PAGE = """# Getting **help** with `make`

See [help](#getting-help), <a href="#code">code</a>,
[more](other.md#x), ![image](#x), [t](<#in-angles> "T") and `[n](#n)`.

## [Linked][label] text {#own-id}

## [Linked][label] words

## `Only code`

Setext *heading*
================

<h3>Raw &amp; <b>HTML</b></h3>

<a name="named"></a><section id=bare></section>

(myst-label)=
### Twice

### Twice

[label]: https://example.org/
"""


class TestGenerators:
    @each_generator
    def test_its_samples_are_the_ids_of_one_document(self, generator: Generator) -> None:
        headings, ids = zip(*generator.samples, strict=True)
        assert list(generator.ids(headings)) == list(ids)

    @each_generator
    @given(headings=st.lists(st.text(max_size=30), max_size=8))
    def test_each_heading_has_an_id_without_blanks(self, generator: Generator, headings: list[str]) -> None:
        """Law: as many ids as headings, and no blank of ASCII in any."""
        ids = list(generator.ids(headings))
        assert len(ids) == len(headings)
        assert not any(" " in one for one in ids)


class TestMarkdown:
    def test_every_place_of_a_document_is_known(self) -> None:
        form = format_of("source/x.md")
        assert form is not None
        ids = form.ids(form.parse(PAGE, "source/x.md"))  # type: ignore[attr-defined]
        wanted = (
            "getting-help-with-make own-id raw--html raw-html named bare myst-label twice twice-1"
            " only-code setext-heading linked-words"
        )
        assert set(wanted.split()) <= ids
        assert "linked-text" not in ids

    def test_its_own_links_are_found_with_their_places(self) -> None:
        form = format_of("source/x.md")
        assert form is not None
        segment = form.parse(PAGE, "source/x.md").segments[1]
        found = form.own_links(segment, segment.msgid)  # type: ignore[attr-defined]
        assert [one.target for one in found] == ["#getting-help", "#code", "#in-angles"]
        assert segment.msgid[found[1].offset :].startswith('<a href="#code">')


class TestHtml:
    def test_ids_are_those_written_and_those_of_headings(self) -> None:
        form = format_of("source/x.html")
        assert form is not None
        page = (
            '<h1>Getting <em>help</em></h1><h2 id="top">Own</h2>'
            '<p>See <a href="#top">top</a>, <a href="/x#y">y</a>.</p>'
        )
        document = form.parse(page, "source/x.html")
        ids = form.ids(document)  # type: ignore[attr-defined]
        assert {"top", "getting-help"} <= ids
        assert "own" not in ids
        links = [one.target for part in document.segments for one in form.own_links(part, part.msgid)]  # type: ignore[attr-defined]
        assert links == ["#top"]


class TestOwnPlaces:
    @pytest.mark.parametrize(
        "target", ["#help", "#hulp-krijgen", "#как-получить", "#%D0%BA", "#मदद-पाना", "#fn:1", "#what’s"]
    )
    def test_an_id_is_one(self, target: str) -> None:
        assert is_own_place(target)

    @pytest.mark.parametrize(
        "target",
        ["#", "help", "/#help", "https://example.org/#a", "#/logout", "#!/x", "#:~:text=evil", "#a b", '#"onclick',
         "#a\u202eb", "##a", "#a?x", "#a&#47;", "javascript:#a"],
    )  # fmt: skip
    def test_anything_else_is_none(self, target: str) -> None:
        assert not is_own_place(target)

    def test_ids_are_compared_decoded_and_in_any_case(self) -> None:
        assert folded_id("#%D0%9F%D0%BE%D0%BC%D0%BE%D1%89%D1%8C") == folded_id("помощь")
        assert folded_id("#Cafe\u0301") == folded_id("café")
