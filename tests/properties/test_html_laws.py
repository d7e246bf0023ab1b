"""The laws of HTML, over generated pages, with html5lib as the judge."""

from collections import Counter
from collections.abc import Iterator

import html5lib
from html5lib._tokenizer import HTMLTokenizer
from html5lib.constants import tokenTypes
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats.html.tokens import TokenKind, tokenize
from l10n.formats.html_format import Html
from l10n.formats.markup import inert, violations

FORM = Html()

_INLINE = [
    "<b>",
    "</b>",
    "<i class=x>",
    "</i>",
    "<a href='y' title=\"Read me\">",
    "</a>",
    "<br>",
    "<img alt=Photo src=z>",
]
_BLOCKS = ["<p>", "</p>", "<div>", "</div>", "<ul><li>", "<li>", "</ul>", "<h1>", "</h1>", "<pre>", "</pre>"]
_RAW = [
    "<script>var x",
    "</script>",
    "<style>",
    "</style>",
    "<textarea>",
    "</textarea>",
    "<title>",
    "</title>",
]
_BROKEN = [
    "<",
    "</",
    "<!",
    "<?",
    "<!--",
    "-->",
    "--!>",
    "<!-->",
    "<a",
    "<a x='",
    '"',
    "'",
    ">",
    "/>",
    "</>",
    "=",
    "<p a=b c",
]
_TEXT = ["word", " ", "\n", "\r\n", "two words", "&amp;", "&eacute", "&", "й", "日本", "\u00a0", "-", "5"]
PAGES = st.lists(st.sampled_from(_INLINE + _BLOCKS + _RAW + _BROKEN + _TEXT * 3), max_size=25).map("".join)
WELL_FORMED = st.recursive(
    st.sampled_from(
        ["word", "two\nwords", "&amp; more", "<br>", "<img alt=Photo src=z>", "<!-- so -->", "5 < 6"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(" ".join),
        st.tuples(st.sampled_from(["b", "i", "code"]), inner).map(
            lambda made: f"<{made[0]}>{made[1]}</{made[0]}>"
        ),
        st.tuples(st.sampled_from(["p", "h2", "blockquote"]), inner).map(
            lambda made: f"<div><{made[0]}>{made[1]}</div>"
        ),
    ),
    max_leaves=12,
)
_FOREIGN = ["<svg>", "</svg>", "<![CDATA[", "]]>", "\0"]
_PIECES = st.sampled_from(_INLINE + _BLOCKS + _RAW + _BROKEN + _FOREIGN + _TEXT)
MSGSTRS = st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=8).map("".join)


class _Recorder(HTMLTokenizer):  # type: ignore[misc]  # html5lib has no types
    """The tokenizer of html5lib, noting the tags."""

    def __iter__(self) -> Iterator[dict[str, object]]:
        for token in super().__iter__():
            if token["type"] in (tokenTypes["StartTag"], tokenTypes["EmptyTag"]):
                self.seen.append((token["name"], dict(token["data"])))
            elif token["type"] == tokenTypes["EndTag"]:
                self.seen.append(("/" + token["name"], {}))
            yield token


class _Parser(html5lib.HTMLParser):  # type: ignore[misc]
    def mainLoop(self) -> None:  # noqa: N802  # its name in html5lib
        self.tokenizer.__class__ = _Recorder
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.tokenizer.seen = self.seen
        super().mainLoop()


def elements(page: str) -> Counter[tuple[object, ...]]:
    found: Counter[tuple[object, ...]] = Counter()
    for node in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if isinstance(node.tag, str):
            found[
                node.tag,
                tuple(sorted((name, value) for name, value in node.items() if name not in {"alt", "title"})),
            ] += 1
    return found


class TestTheTokensAreTheText:
    """Law: the tokens laid end to end are the text; their tags and attributes are those html5lib reads."""

    @given(page=st.one_of(PAGES, st.text()))
    def test_the_tokens_are_the_text(self, page: str) -> None:
        position = 0
        for token in tokenize(page):
            assert token.start == position
            assert token.end > token.start
            position = token.end
        assert position == len(page)

    @given(page=PAGES.filter(lambda page: "&" not in page))
    def test_the_tags_are_those_html5lib_reads(self, page: str) -> None:
        ours = []
        for token in tokenize(page):
            if token.kind is TokenKind.START:
                named = {attribute.name: attribute.value(page) for attribute in reversed(token.attributes)}
                ours.append(
                    (token.name, {name: value.replace("\r\n", "\n") for name, value in named.items()})
                )
            elif token.kind is TokenKind.END:
                ours.append(("/" + token.name, {}))
        parser = _Parser()
        parser.parse(page)
        assert ours == parser.seen


class TestPagesAreSpliced:
    """Law: joined parts equal the text; an identity translation equals the source."""

    @given(page=PAGES)
    def test_joined_parts_and_identity_equal_the_source(self, page: str) -> None:
        document = FORM.parse(page, "x.html")
        assert document.text == page
        assert document.replace(lambda segment: FORM.localized(segment, segment.msgid)) == page

    @given(page=WELL_FORMED)
    def test_a_mark_behind_every_msgstr_changes_nothing_but_white_space(self, page: str) -> None:
        document = FORM.parse(page, "x.html")
        marked = document.replace(lambda segment: FORM.localized(segment, segment.msgid + "⟧"))
        assert marked.count("⟧") == len(document.segments)
        bare = "".join(marked.replace("⟧", "").split())
        assert bare.replace('alt="Photo"', "alt=Photo") == "".join(page.split())  # it gets its quotes


class TestASentinelInEverySegmentKeepsTheStructure:
    """Law: whatever the translations, the page has the elements of its source, and its segments in order."""

    @given(page=st.one_of(PAGES, WELL_FORMED))
    def test_the_segments_come_out_once_each_and_in_order(self, page: str) -> None:
        document = FORM.parse(page, "x.html")
        numbers = iter(range(len(document.segments)))
        localized = document.replace(lambda segment: FORM.localized(segment, f"⟦{next(numbers)}⟧"))
        found = [segment.msgid for segment in FORM.parse(localized, "x.html").segments]
        if not any("<" in segment.msgid for segment in document.segments):
            assert found == [f"⟦{number}⟧" for number in range(len(document.segments))]

    @given(page=st.one_of(PAGES, WELL_FORMED))
    def test_a_mark_in_every_segment_leaves_the_elements(self, page: str) -> None:
        document = FORM.parse(page, "x.html")
        localized = document.replace(lambda segment: FORM.localized(segment, f"⟦{segment.msgid}⟧"))
        assert elements(localized) == elements(page)

    @given(page=st.one_of(PAGES, WELL_FORMED), msgstr=MSGSTRS)
    def test_no_msgstr_brings_an_element(self, page: str, msgstr: str) -> None:
        document = FORM.parse(page, "x.html")
        if any("<" in segment.msgid for segment in document.segments):
            localized = document.replace(lambda segment: FORM.localized(segment, f"{segment.msgid} {msgstr}"))
        else:
            localized = document.replace(lambda segment: FORM.localized(segment, f"x{msgstr}"))
        assert elements(localized) == elements(page)


class TestWhatIsInert:
    """Law: `inert(text, text) == text`; the result has no violations."""

    @given(msgid=st.one_of(MSGSTRS, WELL_FORMED), msgstr=MSGSTRS)
    def test_the_result_has_no_violations(self, msgid: str, msgstr: str) -> None:
        assert inert(msgid, msgid) == msgid
        for text in (msgstr, msgid + msgstr, msgstr + msgid):
            result = inert(msgid, text)
            assert violations(msgid, result) == ()
            assert inert(msgid, result) == result
