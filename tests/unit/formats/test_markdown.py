"""What of a Markdown text is translated, and what a translation looks like in its place."""

import pytest

from l10n.formats.markdown_format import Markdown
from l10n.model import Document, Segment, SegmentKind
from tests.conftest import an_end

FORM = Markdown()


def _parse(text: str) -> Document:
    return FORM.parse(text, "source/x.md")


def _msgids(text: str) -> list[str]:
    return [segment.msgid for segment in _parse(text).segments]


def _only(text: str) -> Segment:
    (segment,) = _parse(text).segments
    return segment


def _localized(text: str, *msgstrs: str) -> str:
    remaining = iter(msgstrs)
    return _parse(text).replace(lambda segment: FORM.localized(segment, next(remaining)))


class TestWhatIsASegment:
    def test_soft_wraps_quote_marks_and_list_marks_are_not_in_the_msgid(self) -> None:
        assert _msgids("> one\n> two\n\n- three\n  four\n") == ["one two", "three four"]

    def test_a_hard_break_is_a_line_end_in_the_msgid(self) -> None:
        assert _msgids("one  \ntwo\\\nthree") == ["one  \ntwo\\\nthree"]

    def test_the_carriage_return_of_crlf_is_no_blank_of_a_hard_break(self) -> None:
        assert _msgids("one \r\ntwo") == ["one two"]

    def test_each_cell_of_a_table_is_one(self) -> None:
        text = "| a | b \\| c |\n|---|---|\n| d | |\n"
        assert _msgids(text) == ["a", "b \\| c", "d"]
        assert {segment.kind for segment in _parse(text).segments} == {SegmentKind.TABLE_CELL}

    def test_code_rules_and_link_definitions_are_none(self) -> None:
        assert _msgids("```\ncode\n```\n\n    code\n\n***\n\n[a]: http://x.org\n") == []

    def test_a_text_of_code_an_image_or_an_address_only_is_none(self) -> None:
        assert _msgids("`npm install`\n\n![](image.png)\n\n<https://x.org>\n") == []

    def test_the_title_of_a_link_definition_is_one(self) -> None:
        assert _msgids('[a]: http://x.org "A *title*"\n') == ["A *title*"]

    def test_the_mark_of_a_task_and_of_an_alert_are_skeleton(self) -> None:
        assert _msgids("- [ ] todo\n- [x] done\n\n> [!NOTE]\n> Mind the gap.\n") == [
            "todo",
            "done",
            "Mind the gap.",
        ]

    def test_an_admonition_has_a_title_and_blocks(self) -> None:
        text = '!!! note "Take care"\n    It is hot.\n\n    - so hot\n\n=== "Tab"\n    In a tab.\n'
        assert _msgids(text) == ["Take care", "It is hot.", "so hot", "Tab", "In a tab."]

    def test_a_colon_fence_has_a_title_at_most(self) -> None:
        assert _msgids(":::tip Good to know\nIt is hot.\n:::\n") == ["Good to know", "It is hot."]

    def test_a_block_of_pymdown_has_a_title_and_options(self) -> None:
        note = "/// note | Take care\n    type: hot\nIt is\nhot.\n///\n"
        others = "/// html | div.x\n> So hot\n///\n/// caption | ^1\nHot\n///\n"
        assert _msgids(f"{note}\n{others}") == ["Take care", "It is hot.", "So hot", "Hot"]
        assert _localized(note, "Pas op", "Heet.") == "/// note | Pas op\n    type: hot\nHeet.\n///\n"
        assert _msgids("/// Two words are a text.\n") == ["/// Two words are a text."]

    def test_a_directive_of_myst_holds_blocks(self) -> None:
        text = (
            "````{admonition} Take care\n:class: hot\n\nIt is\nhot.\n\n```{note}\n- so hot\n```\n````\n"
            "~~~{figure} a.png\n:alt: none\n\nA caption\n~~~\n\n> ```{tip}\n> Quoted\n> ```\n"
        )
        assert _msgids(text) == ["Take care", "It is hot.", "so hot", "A caption", "Quoted"]
        assert _msgids("```{code-block} python\nx = 1\n```\n\n```{note}\nnever closed\n") == []

    def test_what_an_alert_is_told_is_skeleton(self) -> None:
        assert _msgids("> [!warning | inline | end]- Title\n> Text\n") == ["Title", "Text"]

    def test_the_attributes_of_a_heading_are_skeleton(self) -> None:
        assert _msgids("# Head {#head}\n\n## Head ##\n") == ["Head", "Head"]

    def test_raw_html_gives_the_texts_between_block_tags(self) -> None:
        assert _msgids("<div>\n  <p>One <b>two</b>\n  three</p>\n</div>\n") == ["One <b>two</b> three"]

    def test_the_paragraphs_of_a_pre_keep_their_lines_unless_it_is_code(self) -> None:
        assert _msgids("> <pre>\n> A line,\n>   and <b>more</b>\n>\n> Next\n> </pre>\n") == [
            "A line,\nand <b>more</b>",
            "Next",
        ]
        assert _msgids("<pre><code>\nlet x\n</code></pre>\n") == []

    def test_scripts_styles_and_comments_give_none(self) -> None:
        assert _msgids("<script>\nlet a\n</script>\n\n<style>\na {}\n</style>\n\n<!-- remark -->\n") == []

    def test_footnotes_terms_and_definitions_are_known_as_such(self) -> None:
        text = "Term\n: Definition\n\n[^1]: Note\n\n> Quote\n\n- Item\n"
        assert [segment.kind for segment in _parse(text).segments] == [
            SegmentKind.TERM,
            SegmentKind.DEFINITION,
            SegmentKind.FOOTNOTE,
            SegmentKind.QUOTE,
            SegmentKind.LIST_ITEM,
        ]

    def test_the_headings_above_a_text_are_its_path(self) -> None:
        paths = {
            one.msgid: one.heading_path for one in _parse("# A\n\nx\n\n### B\n\ny\n\n## C\n\nz\n").segments
        }
        assert paths == {"A": (), "x": ("A",), "B": ("A",), "y": ("A", "B"), "C": ("A",), "z": ("A", "C")}


class TestDirectives:
    def test_the_next_block_is_skipped_whole(self) -> None:
        assert _msgids("<!-- l10n:skip -->\n- a\n- b\n\nc\n") == ["c"]

    def test_a_range_is_skipped_and_a_block_in_it_can_be_asked_for(self) -> None:
        text = "<!-- mdpo-disable -->\n\na\n\n<!-- mdpo-enable-next-line -->\nb\n\nc\n\n<!-- mdpo-enable -->\n\nd\n"
        assert _msgids(text) == ["b", "d"]

    def test_comment_and_context_go_to_the_next_segment_only(self) -> None:
        first, second = _parse(
            "<!-- l10n:comment: a verb -->\n<!-- l10n:context: menu -->\nRun\n\nRun\n"
        ).segments
        assert (first.comment, first.msgctxt) == ("a verb", "menu")
        assert (second.comment, second.msgctxt) == ("", None)


class TestFrontMatter:
    def test_every_string_is_translated_but_those_of_known_keys_and_shapes(self) -> None:
        text = "---\ntitle: A day\nlayout: post\nhero:\n  lead: In orbit\n  link: x\nphoto: /img/a.png\nn: 3\n---\n"
        assert _msgids(text) == ["A day", "In orbit"]

    @pytest.mark.parametrize(
        ("raw", "msgstr", "localized"),
        [
            ("A day", "Een dag", "Een dag"),
            ("A day", "Een dag: kort", '"Een dag: kort"'),
            ("A day", "# kort", '"# kort"'),
            ("A day", "yes", '"yes"'),
            ("A day", "a\nb: c", '"a\\nb: c"'),
            ('"A day"', 'Een "dag"', '"Een \\"dag\\""'),
            ("'A day'", "foto's", '"foto\'s"'),
            ("'It''s'", "foto's", "'foto''s'"),
        ],
    )
    def test_yaml_is_quoted_as_needed_in_the_quotes_of_the_author(
        self, raw: str, msgstr: str, localized: str
    ) -> None:
        assert _localized(f"---\ntitle: {raw}\n---\n", msgstr) == f"---\ntitle: {localized}\n---\n"

    def test_a_plain_value_in_a_list_does_not_become_two(self) -> None:
        assert _localized("---\ntags: [a]\n---\n", "b, c") == '---\ntags: ["b, c"]\n---\n'

    def test_a_block_keeps_its_indent(self) -> None:
        text = "---\nlead: |\n  one\n  two\n---\n"
        assert _msgids(text) == ["one\ntwo"]
        assert _localized(text, "een\n---\ntwee") == "---\nlead: |\n  een\n  ---\n  twee\n---\n"

    def test_toml_keeps_its_tables_and_quotes(self) -> None:
        text = '+++\ntitle = \'A day\'\n[a]\nslug = "x-y"\nlead = "In\\torbit"\n+++\n'
        assert _msgids(text) == ["A day", "In\torbit"]
        assert _localized(text, "foto's", "x") == (
            '+++\ntitle = "foto\'s"\n[a]\nslug = "x-y"\nlead = "x"\n+++\n'
        )

    def test_what_is_not_closed_or_has_no_key_is_markdown(self) -> None:
        assert _msgids("---\ntitle: x\n\ntext\n") == ["title: x", "text"]
        assert _msgids("---\ntext\n---\n") == ["text"]


class TestATranslationInItsPlace:
    @pytest.mark.parametrize(
        ("msgstr", "localized"),
        [
            ("# x", "\\# x"),
            ("- x", "\\- x"),
            ("1. x", "1\\. x"),
            ("> x", "\\> x"),
            ("***", "\\***"),
            ("/// tip", "\\/// tip"),
            ("```", "\\```"),
            ("[a]: http://x.org", "\\[a]: http\\://x.org"),
            ("a\n\nb", "a b"),
            ("a\n# b", "a # b"),
            ("a  \n# b", "a  \n\\# b"),
            ("    code", "code"),
            ("<div>", "\\<div>"),
            ("a\\\nb", "a\\\nb"),
            ("#x", "#x"),
            ("+1", "+1"),
        ],
    )
    def test_what_would_begin_a_block_is_escaped_or_folded(self, msgstr: str, localized: str) -> None:
        assert _localized("text\n", msgstr) == f"{localized}\n"

    def test_a_wrapped_paragraph_stays_wrapped_behind_its_markers(self) -> None:
        text = "- > the very first line\n  > and then the second\n"
        assert (
            _localized(text, "een eerste regel en een tweede") == "- > een eerste regel en\n  > een tweede\n"
        )

    def test_an_image_in_a_link_begins_a_list_item_as_before(self) -> None:
        badge = "[![Build](https://example.org/b.svg)](https://example.org/)"
        assert _localized(f"- {badge} passes\n", f"{badge} lukt") == f"- {badge} lukt\n"
        assert _localized("- passes\n", "[!NOTE] lukt") == "- \\[!NOTE] lukt\n"

    def test_no_line_is_broken_before_what_would_begin_a_block(self) -> None:
        assert _localized("one two\nthree\n", "een twee - drie + vier") == "een\ntwee -\ndrie +\nvier\n"

    def test_no_line_is_broken_inside_code_and_tags(self) -> None:
        assert _localized("a `b c`\nd\n", "aa `b c d e` f") == "aa\n`b c d e`\nf\n"

    def test_hard_breaks_come_back_with_the_markers(self) -> None:
        assert _localized("> a  \n> b\n", "x  \ny") == "> x  \n> y\n"

    def test_a_pipe_and_a_backslash_stay_in_their_cell(self) -> None:
        assert _localized("| a |b|\n|---|---|\n", "x | y", "z\\") == "| x \\| y |z&#92;|\n|---|---|\n"

    def test_a_heading_keeps_its_closing_marks_out_of_the_text(self) -> None:
        assert _localized("# a #\n", "b #") == "# b \\# #\n"

    def test_a_title_keeps_its_quotes(self) -> None:
        assert _localized("[a]: /b 'c'\n", "d'e") == "[a]: /b 'd\\'e'\n"
        assert _localized('!!! note "a"\n', 'b "c"') == '!!! note "b &#34;c&#34;"\n'

    def test_the_line_ends_are_those_of_the_source(self) -> None:
        assert _localized("aaa\r\nbbb\r\n", "x y z xx") == "x y\r\nz\r\nxx\r\n"

    def test_the_lines_of_a_pre_stand_as_those_of_its_author(self) -> None:
        text = "> <pre>\n> A line,\n>   and more\n> </pre>\n"
        written = "> <pre>\n> Een,\n>   twee\n>   drie&lt;/pre>\n> </pre>\n"
        assert _localized(text, "Een,\n\ntwee\ndrie</pre>") == written

    @pytest.mark.parametrize("target", ["a(b(c))", "a\\(b", "<a b>", 'a(b) "t"', "a(b"])
    def test_a_link_target_may_have_brackets(self, target: str) -> None:
        text = f"See [this]({target})"
        assert _localized(text, f"{text}⟧") == f"{text}⟧"
        assert "\\](" in _localized(text, "See [this](a(b(c)x)).")

    def test_the_first_line_of_the_author_is_not_escaped(self) -> None:
        assert _localized("``` ```\naaa", "``` ``` aaa⟧") == "``` ```\naaa⟧"

    def test_raw_html_brings_no_new_tag(self) -> None:
        assert (
            _localized("<p>a <b>c</b> d</p>\n", "x <b>y</b> <i>z</i>") == "<p>x <b>y</b> &lt;i>z&lt;/i></p>\n"
        )


def test_a_large_text_comes_to_an_end() -> None:
    text = (
        "# Head\n\nSome *words* of [text](http://x.org) in a line\nand another one.\n\n- item\n- item `code`\n\n"
        * 5_000
    )
    with an_end():
        assert _parse(text).text == text
