"""HTML: what is a segment, what stays skeleton, and how a translation stands in its place."""

from time import process_time

import pytest

from l10n.formats.html_format import Html
from l10n.model import Document, Segment, SegmentKind

FORM = Html()


def parse(text: str, path: str = "source/x.html", form: Html = FORM) -> Document:
    document = form.parse(text, path)
    assert document.text == text
    return document


def segments(text: str) -> tuple[Segment, ...]:
    return parse(text).segments


def msgids(text: str, path: str = "source/x.html") -> list[str]:
    return [segment.msgid for segment in parse(text, path).segments]


def localized(text: str, *msgstrs: str) -> str:
    remaining = iter(msgstrs)
    return parse(text).replace(lambda segment: FORM.localized(segment, next(remaining)))


class TestWhatIsASegment:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("<p>One</p><p>Two</p>", ["One", "Two"]),
            ("<p>One<p>Two", ["One", "Two"]),
            ("Loose <b>text</b>", ["Loose <b>text</b>"]),
            ("<ul><li>a<li>b</ul>", ["a", "b"]),
            ("<li>a <ul><li>b</ul> c", ["a", "b", "c"]),
            ("<p>a<br>b", ["a<br>b"]),
            (
                "<x-card>Text in <x-name>an unknown element</x-name></x-card>",
                ["Text in <x-name>an unknown element</x-name>"],
            ),
            ("<template><p>In a template</p></template>", ["In a template"]),
            ("<noscript>Without scripts</noscript>", ["Without scripts"]),
            ("<title>A &amp; <b>B</title>", ["A &amp; <b>B"]),
            ("<textarea>a\n b</textarea>", ["a\n b"]),
            (
                "<svg><title>A</title><desc>B</desc><g><text>C <tspan>D</tspan></text></g></svg>",
                ["A", "B", "C <tspan>D</tspan>"],
            ),
            (
                "<video>No <a href=x>video</a><track label=Captions></video>",
                ["No <a href=x>video</a>", "Captions"],
            ),
        ],
    )
    def test_the_text_between_two_block_boundaries(self, text: str, expected: list[str]) -> None:
        assert msgids(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "<script>var a = '<p>Text</p>'</script>",
            "<script><!-- <script>a</script> Text --></script>",
            "<style>p::before { content: 'Text' }</style>",
            "<!-- Text --><!doctype html><?php Text ?><!Text>",
            "<!--[if IE]><p>Text</p><![endif]-->",
            "<math><mi>x</mi><mtext>Text</mtext></math>",
            "<svg>Text<style>Text</style></svg>",
            "<iframe>Text</iframe><noembed>Text</noembed>",
            "<p translate=no>Text <b>more</b></p>",
            '<div class="a notranslate"><p title="Text">Text</p></div>',
            "<p lang=zxx>Text</p>",
            "<html lang=en><p lang=fr>Texte</p><p>&mdash; &nbsp;</p>",
            "<p>* * *</p><img alt=''><a href='Text'></a>",
            "<p", "<a title='Text", "</p Text", "<!-- Text",
        ],
    )  # fmt: skip
    def test_no_text_for_a_translator(self, text: str) -> None:
        assert msgids(text) == []

    def test_translation_can_be_asked_for_inside_what_is_not_translated(self) -> None:
        assert msgids("<div translate=no>No <p translate=yes>Yes</p> no</div><p>Yes</p>") == ["Yes", "Yes"]

    def test_another_form_of_the_language_of_the_page_is_translated(self) -> None:
        assert msgids('<html lang="en"><p lang="en-GB">Colour</p>') == ["Colour"]

    def test_without_a_language_of_the_page_every_language_is_translated(self) -> None:
        assert msgids('<div lang="en"><p>Text</p></div>') == ["Text"]

    def test_words_in_another_language_inside_a_sentence_stay_in_it(self) -> None:
        assert msgids('<html lang=en><p>He said <i lang="fr">non</i>.') == ['He said <i lang="fr">non</i>.']

    def test_an_unclosed_element_that_is_not_translated_ends_with_its_block(self) -> None:
        assert msgids("<ul><li translate=no>No<li>Yes</ul>") == ["Yes"]

    def test_code_blocks_can_be_left_to_the_skeleton(self) -> None:
        text = "<pre><code>print</code></pre><pre>Text</pre><p>The <code>code</code>"
        assert segments(text)[0].kind is SegmentKind.CODE_BLOCK
        without = parse(text, form=Html(code_blocks=False)).segments
        assert [segment.msgid for segment in without] == ["Text", "The <code>code</code>"]


class TestTheEdgesOfASegment:
    @pytest.mark.parametrize(
        ("text", "msgid"),
        [
            ("<p> \n Text \t</p>", "Text"),
            ("\ufeff Text", "Text"),
            ("<p><b><i>Text</i></b></p>", "Text"),
            ("<p><b>a</b> and <b>b</b></p>", "<b>a</b> and <b>b</b>"),
            ("<p><!-- x -->Text<!-- y --> <!-- z --></p>", "Text"),
            ("<p>a<!-- x -->b</p>", "a<!-- x -->b"),
            ("<p><a id=x></a><span> <i></i></span>Text<br></p>", "Text"),
            ("<p><input type=checkbox> Text</p>", "Text"),
            ("<p><code>x</code> is</p>", "<code>x</code> is"),
            ("<p><svg><path d='M0'/></svg> Text</p>", "Text"),
            ("<p>Text<script>x()</script></p>", "Text"),
            ("<p>a<script>x()</script>b</p>", "a<script>x()</script>b"),
        ],
    )
    def test_what_shows_no_text_is_skeleton(self, text: str, msgid: str) -> None:
        assert msgids(text) == [msgid]

    def test_a_tag_without_counterpart_divides_the_text(self) -> None:
        assert msgids("<p>a <b>b</p><p>c</b> d</p>") == ["a", "b", "c", "d"]
        assert msgids("<p>a <b>b <i>c</b> d</i> e") == ["a", "b", "c", "d", "e"]

    def test_references_stand_in_the_msgid_as_written(self) -> None:
        assert msgids("<p>a&nbsp;b &eacute; &#x27; & &lt;</p>") == ["a&nbsp;b &eacute; &#x27; & &lt;"]

    def test_blanks_are_folded_but_a_no_break_space_is_no_blank(self) -> None:
        assert msgids("<p>a\r\n\t b\u00a0 \u00a0c") == ["a b\u00a0 \u00a0c"]

    def test_a_tag_written_on_two_lines_stands_on_one(self) -> None:
        assert msgids("<p>a <a\n   href='x\ny'\n  >b</a> c") == ["a <a href='x\ny' >b</a> c"]


class TestAttributes:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ('<img alt="A" title="B" src="C">', ["A", "B"]),
            ("<img alt=A>", ["A"]),
            ("<img alt = ' A\n B '>", ["A B"]),
            ("<img title='A\r\nB'>", ["A\nB"]),
            ("<p aria-label=A aria-description=B id=C>D", ["A", "B", "D"]),
            ("<input placeholder=A value=B type=text>", ["A"]),
            ("<input type=SUBMIT value=A><button value=B>C</button>", ["A", "C"]),
            ("<meta name=Description content=A><meta name=viewport content=B>", ["A"]),
            ("<meta property=og:title content=A><meta property=og:url content=B>", ["A"]),
            ("<meta name=twitter:description content=A><meta http-equiv=refresh content=B>", ["A"]),
            ("<table summary=A><th abbr=B>C", ["A", "B", "C"]),
            ("<optgroup label=A><option label=B>C", ["A", "B", "C"]),
            ("<img alt='A' alt='B'>", ["A"]),
            ("<p>A <img alt=B> <b title=C>D</b> E", ["A <img alt=B> <b title=C>D</b> E"]),
            ("<a href=x title=A><img alt=B></a>", ["A", "B"]),
            ("<p><a href=x title=A>B</a></p>", ["A", "B"]),
            ("<img alt='&nbsp;-'>", []),
        ],
    )
    def test_those_people_read(self, text: str, expected: list[str]) -> None:
        assert msgids(text) == expected

    @pytest.mark.parametrize(
        ("text", "msgstr", "expected"),
        [
            ('<img alt="A">', "B \"c\" 'd'", "<img alt=\"B &quot;c&quot; 'd'\">"),
            ("<img alt='A'>", "B \"c\" 'd'", "<img alt='B \"c\" &#39;d&#39;'>"),
            ("<img alt=A>", "B c > d", '<img alt="B c > d">'),
            ("<img alt=A/>", "B", '<img alt="B">'),
            ('<img alt="A">', "<script>", '<img alt="&lt;script>">'),
            ('<img alt="A">', "B\nc", '<img alt="B c">'),
            ('<img title="A\r\nb">', "C\nd", '<img title="C\r\nd">'),
            ('<img alt="A">', "A", '<img alt="A">'),
        ],
    )
    def test_a_translation_stays_in_its_quotes(self, text: str, msgstr: str, expected: str) -> None:
        assert localized(text, msgstr) == expected


class TestWhatIsKnownOfASegment:
    def test_its_kind(self) -> None:
        text = (
            "<title>T</title><h2>H</h2><p>P<ul><li>L<p>L</ul><td>C<dt>D<dd>E<caption>F</caption><pre>G</pre>"
            "<blockquote><p>Q</blockquote><img alt=A>"
        )
        found = {segment.msgid: segment.kind for segment in segments(text)}
        assert found["T"] is SegmentKind.PAGE_TITLE
        assert found["H"] is SegmentKind.HEADING
        assert found["L"] is SegmentKind.LIST_ITEM
        assert (found["D"], found["E"]) == (SegmentKind.TERM, SegmentKind.DEFINITION)
        assert found["Q"] is SegmentKind.QUOTE
        assert found["A"] is SegmentKind.ATTRIBUTE

    def test_its_headings_by_level(self) -> None:
        text = "<h1>A <b>b</b> &amp; c</h1><h2>D</h2><p>x<h3>E</h3><p>y<h2>F</h2><p>z"
        found = {segment.msgid: segment.heading_path for segment in segments(text)}
        assert found["x"] == ("A b & c", "D")
        assert found["y"] == ("A b & c", "D", "E")
        assert found["F"] == ("A b & c",)
        assert found["z"] == ("A b & c", "F")

    def test_its_place(self) -> None:
        first, second = segments('<p>\r\n  One</p>\r\n<img alt="Two">')
        assert str(first.location) == "source/x.html:2:3"
        assert str(second.location) == "source/x.html:3:10"

    def test_an_attribute_says_of_which_tag(self) -> None:
        assert [one.comment for one in segments("<img alt=A><meta name=description content=B>")] == [
            "alt of img",
            "meta description",
        ]


class TestDirectives:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("<!-- l10n:skip --><p>No</p><p>Yes</p>", ["Yes"]),
            ("<!-- l10n:skip --><ul><li>No<li>No</ul><p>Yes</p>", ["Yes"]),
            ("<!-- l10n:skip -->No <b>no</b><p>Yes</p>", ["Yes"]),
            ("<p>Yes</p><!-- translate:off --><p>No</p><!-- translate:on --><p>Yes</p>", ["Yes", "Yes"]),
            ("<p>Yes <!-- l10n:skip-start -->no<!-- l10n:skip-end --> too</p>", ["Yes", "too"]),
            ("<!-- mdpo-disable --><p>No</p><!-- mdpo-enable-next-line --><p>Yes</p><p>No</p>", ["Yes"]),
        ],
    )
    def test_a_block_or_a_range_is_skipped(self, text: str, expected: list[str]) -> None:
        assert msgids(text) == expected

    def test_a_comment_and_a_context_go_to_the_next_segment_only(self) -> None:
        first, second = segments("<!-- l10n:comment: a film --><!-- l10n:context: title --><p>A</p><p>B</p>")
        assert (first.comment, first.msgctxt) == ("a film", "title")
        assert (second.comment, second.msgctxt) == ("", None)


class TestTranslations:
    def test_one_line_stays_one_line(self) -> None:
        assert localized("<p>\n  A text\n</p>", "Een\ntekst") == "<p>\n  Een tekst\n</p>"

    def test_a_wrapped_paragraph_is_wrapped_at_the_authors_width_and_indent(self) -> None:
        text = "<p>\r\n    aaaa bbbb cccc\r\n    dddd\r\n</p>"
        assert localized(text, "x" * 8 + " yyyy <b z zz") == text.replace(
            "aaaa bbbb cccc\r\n    dddd", "xxxxxxxx yyyy\r\n    &lt;b z zz"
        )

    def test_a_tag_is_never_broken_over_lines(self) -> None:
        raw = 'aaa <a href="b" title="c d e f g h">i</a>\n  jjj'
        assert '<a href="b" title="k l m n o p">q</a>' in localized(
            f"<p>{raw}", 'x <a href="b" title="k l m n o p">q</a> y'
        )

    def test_the_author_decides_how_a_tag_is_laid_out(self) -> None:
        text = '<p>a <a\n  class="x"\n  href="y">b</a> c'
        assert localized(text, 'd <a class="x" href="y">e</a>') == '<p>d <a\n  class="x"\n  href="y">e</a>'

    def test_lines_end_behind_br_where_the_author_ended_them_there(self) -> None:
        assert localized("<p>a<br>\n b<br>\n c", "long d<br> e<br> f") == "<p>long d<br>\n e<br>\n f"

    def test_the_lines_of_preformatted_text_stay_lines(self) -> None:
        assert localized("<pre>a\r\n  b</pre>", "c\n    d\n\ne") == "<pre>c\r\n    d\r\n\r\ne</pre>"

    @pytest.mark.parametrize("msgstr", ["", " ", "\n"])
    def test_a_msgstr_of_blanks_leaves_the_text_as_it_is(self, msgstr: str) -> None:
        assert localized("<p>A</p>", msgstr) == "<p>A</p>"

    def test_a_textarea_or_a_title_cannot_be_left(self) -> None:
        text = "<title>A</title><textarea>B</textarea>"
        assert localized(text, "x</title>", "y</textarea>") == (
            "<title>x&lt;/title></title><textarea>y&lt;/textarea></textarea>"
        )


class TestTheLanguageOfThePage:
    @pytest.mark.parametrize(
        ("page", "language", "direction", "expected"),
        [
            ("<html lang='en'>x", "ru", "ltr", "<html lang='ru'>x"),
            (
                "<!doctype html>\n<HTML LANG=en-GB class=a>",
                "nl",
                "ltr",
                '<!doctype html>\n<HTML LANG="nl" class=a>',
            ),
            ("<html>", "nl", "ltr", '<html lang="nl">'),
            ("<html lang>", "nl", "ltr", '<html lang="nl">'),
            ('<html lang="en" xml:lang="en">', "nl", "ltr", '<html lang="nl" xml:lang="nl">'),
            ('<html lang="en" dir="ltr">', "he", "rtl", '<html lang="he" dir="rtl">'),
            ('<html lang="en">', "he", "rtl", '<html dir="rtl" lang="he">'),
            ('<html lang="en" dir="auto">', "he", "rtl", '<html lang="he" dir="auto">'),
            ('<html lang="nl-BE">', "nl", "ltr", '<html lang="nl-BE">'),
            ('<p lang="en">x', "nl", "ltr", '<p lang="en">x'),
            ("text <html lang=en>", "nl", "ltr", "text <html lang=en>"),
            ("", "nl", "ltr", ""),
        ],
    )
    def test_it_follows_the_locale(self, page: str, language: str, direction: str, expected: str) -> None:
        assert FORM.retargeted(page, language, direction) == expected

    def test_only_a_language_tag_is_written(self) -> None:
        with pytest.raises(ValueError, match="not a language tag"):
            FORM.retargeted("<html>", '"><script>', "ltr")


class TestXhtml:
    def test_an_empty_element_is_one_tag(self) -> None:
        text = '<?xml version="1.0"?><html><head><script src="x"/><title>A</title></head><p>B <a id="x"/> c</p></html>'
        assert msgids(text) == ["A", 'B <a id="x"/> c']
        assert msgids(text.partition("?>")[2], "source/x.xhtml") == ["A", 'B <a id="x"/> c']

    def test_a_cdata_section_is_kept_as_it_is(self) -> None:
        assert msgids("<p><![CDATA[<A>]]></p><p>B <![CDATA[<C>]]></p>", "x.xhtml") == ["B <![CDATA[<C>]]>"]

    def test_in_html_such_a_script_has_content(self) -> None:
        assert msgids('<script src="x"/><p>No</p></script><p>Yes</p>') == ["Yes"]


@pytest.mark.parametrize(
    ("piece", "count"),
    [
        *(
            (piece, 100_000)
            for piece in ("<b>", "<div>", "</b>", "<", "&", "<!--", "<a title='", "<svg>", "a\n")
        ),
        *(
            (piece, 10_000)
            for piece in ("<p>", "<li><ul>", "<b><p>", "<td><table>", "<pre>a", "<b title=x>y")
        ),
        *(
            (piece, 10_000)
            for piece in ("<!-- x -->", "<h1>a", "<td></td>", "<a>a", "<!--->", "<i>a</b>", "<script>")
        ),
    ],
)
def test_many_of_a_kind_take_linear_time_and_no_recursion(piece: str, count: int) -> None:
    text = piece * count + "text"
    started = process_time()
    document = parse(text)
    document.replace(lambda segment: FORM.localized(segment, segment.msgid + "x"))
    assert process_time() - started < 60
