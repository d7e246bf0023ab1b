"""What the configuration changes in the formats, and what it does not let through."""

from pathlib import Path

import pytest

from l10n.formats import Format
from l10n.formats.base import Allowance
from l10n.formats.contexts import with_contexts
from l10n.formats.html_format import Html
from l10n.formats.markdown_format import Markdown
from l10n.project import Project

PROJECT = Project(
    root=Path(),
    front_matter_skip=("SKU",),
    front_matter_translate=("author",),
    html_code="skip",
    allow_links=("https://example.org/nl", "/nl/"),
    allow_images=("https://img.example.org/",),
    allow_tags=("sup", "<br>"),
)
MARKDOWN = Markdown().configured(PROJECT.source_settings.formats)
HTML = Html().configured(PROJECT.source_settings.formats)


def only(form: Format, text: str, msgstr: str) -> str:
    (segment,) = form.parse(text, f"x{form.suffixes[0]}").segments
    return form.localized(segment, msgstr)


def test_keys_of_the_front_matter_are_added_and_taken_away() -> None:
    document = MARKDOWN.parse("---\nsku: A text\nauthor: The desk\nlayout: A post\n---\n", "x.md")
    assert [segment.msgid for segment in document.segments] == ["The desk"]


def test_code_in_a_pre_can_be_left_alone() -> None:
    page = "<pre><code>let x</code></pre><p>Text</p>"
    assert [segment.msgid for segment in HTML.parse(page, "x.html").segments] == ["Text"]
    assert len(Html().parse(page, "x.html").segments) == 2


@pytest.mark.parametrize("target", ["https://example.org/nl", "https://example.org/nl/map?x#y", "/nl/map"])
def test_allowed_links_are_let_through(target: str) -> None:
    assert only(MARKDOWN, "See [x](/en/map).", f"Zie [x]({target}).") == f"Zie [x]({target})."
    linked = f'Zie <a href="{target}">x</a>.'
    assert only(HTML, '<p>See <a href="/en/map">x</a>.</p>', linked) == linked
    assert HTML.refused(HTML.parse('<p>See <a href="/en">x</a>.</p>', "x.html").segments[0], linked) == ()


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/nlx",
        "https://example.org.evil/nl/",
        "/nl/../../evil",
        "/nl/%2E%2E/x",
        "/nl/\\\\evil",
        "//evil/nl/",
        "javascript:x",
        "HTTPS://evil/nl/",
        "https://img.example.org/x",
    ],
)
def test_addresses_that_only_look_allowed_are_not(target: str) -> None:
    assert not Allowance(links=PROJECT.allow_links).allows(target)
    assert "\\](" in only(MARKDOWN, "See [x](/en/map).", f"Zie [x]({target}).")
    assert "&lt;a" in only(HTML, '<p>See <a href="/en/map">x</a>.</p>', f'Zie <a href="{target}">x</a>.')


def test_a_link_that_is_allowed_takes_the_place_of_one_of_the_source() -> None:
    two = 'Zie <a href="/nl/a">x</a> <a href="/nl/b">y</a>.'
    assert "&lt;a" in only(HTML, '<p>See <a href="/en/map">x</a>.</p>', two)
    added = 'Zie <a href="/nl/a" onclick=x>x</a>.'
    assert "&lt;a" in only(HTML, '<p>See <a href="/en/map">x</a>.</p>', added)


def test_images_have_addresses_of_their_own() -> None:
    assert "\\](" in only(MARKDOWN, "See ![x](/en.png).", "Zie ![x](/nl/x.png).")
    kept = "Zie ![x](https://img.example.org/nl.png)."
    assert only(MARKDOWN, "See ![x](/en.png).", kept) == kept


def test_allowed_tags_stand_without_attributes_and_in_pairs() -> None:
    for form, text in ((MARKDOWN, "Text."), (HTML, "<p>Text.</p>")):
        assert only(form, text, "H<sup>2</sup>O<br>x") == "H<sup>2</sup>O<br>x"
        assert "<sup onclick" not in only(form, text, "H<sup onclick=x>2</sup>O").replace("\\<", "")
    assert only(HTML, "<p>Text.</p>", "H<sup>2") == "H&lt;sup>2"


def test_tags_of_the_source_have_to_be_closed_in_markdown() -> None:
    assert only(Markdown(), "Read <b>this</b> now.", "Lees <b>dit.") == "Lees \\<b>dit."
    assert only(Markdown(), "Read <b>this</b> now.", "Lees <b>dit</b>.") == "Lees <b>dit</b>."
    assert only(Markdown(), "Read <b>this now.", "Lees <b>dit.") == "Lees <b>dit."
    (segment,) = Markdown().parse("Read <b>this</b> now.", "x.md").segments
    assert [found.text for found in Markdown().refused(segment, "Lees dit</b>.")] == ["</b>"]


class TestEqualTextsApart:
    TEXT = "# A\n\nSame\n\nOnly\n\n# B\n\n- Same\n\n<!-- l10n:context: mine -->\n\nSame\n"

    def test_they_are_told_apart_by_kind_and_headings(self) -> None:
        document = with_contexts(Markdown().parse(self.TEXT, "x.md"))
        found = [(segment.msgid, segment.msgctxt) for segment in document.segments]
        assert found == [
            ("A", None), ("Same", "paragraph: A"), ("Only", None), ("B", None), ("Same", "list item: B"),
            ("Same", "mine"),
        ]  # fmt: skip

    def test_lines_are_no_part_of_a_context(self) -> None:
        moved = self.TEXT.replace("Only\n\n", "").replace("# A\n\n", "# A\n\nOnly\n\n")
        contexts = [
            {segment.msgctxt for segment in with_contexts(Markdown().parse(text, "x.md")).segments}
            for text in (self.TEXT, moved)
        ]
        assert contexts[0] == contexts[1]

    def test_texts_in_places_of_one_kind_share_their_message(self) -> None:
        document = with_contexts(Markdown().parse("# A\n\nSame\n\nSame\n", "x.md"))
        assert {segment.msgctxt for segment in document.segments} == {None}
