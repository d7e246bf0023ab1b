"""What a project allows its translations: that, and nothing else, gets into a page. html5lib is the judge."""

import html5lib
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from l10n.formats.base import Allowance
from l10n.formats.markdown.safety import make_inert
from l10n.formats.markup import inert, violations

ALLOWED = Allowance(
    links=("https://ok.example/nl/",), images=("https://img.example/",), tags=frozenset({"sup"})
)
LINK, IMAGE = "https://ok.example/nl/a", "https://img.example/a.png"
_PIECES = st.sampled_from(
    ["x", " ", f'<a href="{LINK}">', "<a href='https://evil.example/'>", f'<a href="{LINK}" onclick=x>', "</a>",
     "<sup>", "</sup>", "<sup onclick=x>", "<sub>", f"<img src={IMAGE}>", f"<img src={LINK}>", f"<a href={IMAGE}>",
     "<b>", "</b>", f"[t]({LINK})", f"![t]({IMAGE})", f"[t]({IMAGE})", f"![t]({LINK})", f"<{LINK}>", LINK,
     "[t](https://ok.example/nl/../../evil)", "[t](https://ok.example/nlx)", "<", ">", '"', "'", "`", "\\", "[", "](",
     ")"]
)  # fmt: skip
MSGSTRS = st.lists(_PIECES, max_size=9).map("".join)
MSGIDS = st.sampled_from(
    [
        "Text.",
        "<b>Bold</b> text.",
        'See <a href="/en/">it</a>.',
        "An <img src=/en.png>.",
        "[t](/en/) and ![t](/en.png)",
    ]
)


def _links(page: str) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for node in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if isinstance(node.tag, str):
            found.add((node.tag, node.get("href") or node.get("src") or ""))
            found |= {("attribute", name) for name, _ in node.items()}
    return found


class TestHtml:
    @given(msgid=MSGIDS, msgstr=MSGSTRS)
    def test_only_what_is_allowed_gets_in(self, msgid: str, msgstr: str) -> None:
        result = inert(msgid, msgstr, ALLOWED)
        assert violations(msgid, result, ALLOWED) == ()
        more = {("sup", "")}
        more |= {("a", LINK)} if "<a" in msgid else set()
        more |= {("img", IMAGE)} if "<img" in msgid else set()
        assert _links(f"<p>{result}</p>") <= _links(f"<p>{msgid}</p>") | more


class TestMarkdown:
    @given(msgid=MSGIDS, msgstr=MSGSTRS)
    def test_only_what_is_allowed_gets_in(self, msgid: str, msgstr: str) -> None:
        result = make_inert(msgstr, msgid, frozenset(), ALLOWED)
        allowed = {f"href {LINK}", f"src {IMAGE}", "<sup>", "</sup>"}
        assert _active(result) <= _active(msgid) | allowed


def _active(text: str) -> set[str]:
    found: set[str] = set()

    def walk(tokens: list[Token]) -> None:
        for token in tokens:
            if token.type == "html_inline":
                found.add(token.content)
            found.update(f"{name} {token.attrs[name]}" for name in ("href", "src") if name in token.attrs)
            walk(token.children or [])

    walk(MarkdownIt("commonmark", {"html": True}).parseInline(text, {}))
    return found
