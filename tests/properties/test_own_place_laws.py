"""A link to a place in its own document may point to another place there, and to nothing else; html5lib judges."""

import html5lib
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from l10n.formats import folded_id
from l10n.formats.markdown.safety import make_inert
from l10n.formats.markup import inert, violations
from l10n.formats.own_places import is_own_place

TARGETS = [
    "#help", "#hulp", "#как-получить", "#/logout", "#:~:text=x", "#a b", "https://evil.example/#hulp", "//evil#a",
    "#", "javascript:alert(1)#a", "mailto:a@b#c", "#&#47;x", "#x\\", "#\u202eb", "#%2F", "/#a", "?x#a", "##b",
]  # fmt: skip
_PIECES = st.sampled_from(
    ["x", " ", "[", "](", ")", "!", "<", ">", '"', "`", "\\", "</a>", "<b>", "onclick=x", *TARGETS]
    + [f"[t]({target})" for target in TARGETS]
    + [f"![t]({target})" for target in TARGETS]
    + [f"[t](<{target}>)" for target in TARGETS]
    + [f'<a href="{target}">' for target in TARGETS]
    + [f'<a href="{target}" onclick="x">' for target in TARGETS]
)
MSGSTRS = st.lists(_PIECES, max_size=7).map("".join)
MSGIDS = st.sampled_from(
    [
        "Text.",
        "See [help](#help).",
        'See <a href="#help">help</a>.',
        "[it](/en/) and [help](#help)",
        "![a](#help)",
    ]
)


def _targets(page: str) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for node in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if isinstance(node.tag, str):
            found |= {(node.tag, f"{name} {value}") for name, value in node.items() if name != "alt"}
    return found


def _points_elsewhere(new: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {
        (tag, value)
        for tag, value in new
        if not (tag == "a" and value.startswith("href ") and is_own_place(value.removeprefix("href ")))
    }


class TestMarkdown:
    @given(msgid=MSGIDS, msgstr=MSGSTRS)
    def test_what_is_rendered_points_to_nothing_new_but_to_places_in_its_own_document(
        self, msgid: str, msgstr: str
    ) -> None:
        """Law: nothing new; but to another place in its own document where the msgid points to one."""
        parser = MarkdownIt("commonmark")
        page = parser.renderInline(make_inert(msgstr, msgid, frozenset()))
        new = _targets(page) - _targets(parser.renderInline(msgid))
        assert _points_elsewhere(new) == set()
        if "(#help)" not in msgid.replace("![a](#help)", "") and 'href="#help"' not in msgid:
            assert new == set()

    @given(target=st.sampled_from([target for target in TARGETS if " " not in target]))
    def test_a_link_to_a_place_is_let_through(self, target: str) -> None:
        assert (
            make_inert(f"Zie [t]({target}).", "See [t](#help).") == f"Zie [t]({target})."
        ) == is_own_place(target)


class TestHtml:
    @given(msgid=MSGIDS, msgstr=MSGSTRS)
    def test_what_is_rendered_points_to_nothing_new_but_to_places_in_its_own_page(
        self, msgid: str, msgstr: str
    ) -> None:
        result = inert(msgid, msgstr)
        assert violations(msgid, result) == ()
        new = _targets(f"<p>{result}</p>") - _targets(f"<p>{msgid}</p>")
        assert _points_elsewhere(new) == set()
        if 'href="#help"' not in msgid:
            assert new == set()


@given(st.text(max_size=30))
def test_a_folded_id_is_folded(text: str) -> None:
    """Law: folding an id again changes nothing, where no sign in it means something."""
    bare = text.replace("%", "").replace("#", "")
    assert folded_id(folded_id(bare)) == folded_id(bare)
