"""What a translation may point to."""

import pytest

from l10n.formats.markdown.safety import make_inert

MSGID = "See [it](http://a.org \"t\"), ![pic](p.png), <http://b.org>, http://c.org/x, <b class='k'>b</b> and [r][s]."


@pytest.mark.parametrize(
    "msgstr",
    [
        MSGID,
        "[andere tekst](http://a.org)",
        "![ander bijschrift](p.png 'titel')",
        "<b class='k'>vet</b>",
        "(http://c.org/x)",
        "http://c.org/x⟧",
        "[tekst][s]",
        "`<script>` en `[x](http://evil.org)`",
        "5 < 6 en [sic]",
        "<http://b.org>",
    ],
)
def test_what_the_source_has_may_stand(msgstr: str) -> None:
    assert make_inert(msgstr, MSGID, frozenset({"s", "other"})) == msgstr


@pytest.mark.parametrize(
    ("msgstr", "inert"),
    [
        ("[x](http://evil.org)", "[x\\](http\\://evil.org)"),
        ("[x](javascript:alert(1))", "[x\\](javascript:alert(1))"),
        ("[x]( <http://evil.org> )", "[x\\]( \\<http\\://evil.org> )"),
        ("![x](http://a.org)", "![x\\](http://a.org)"),
        ("[x](p.png)", "[x\\](p.png)"),
        ("<http://evil.org>", "\\<http\\://evil.org>"),
        ("<script>x</script>", "\\<script>x\\</script>"),
        ("<b class='k' onclick='x'>", "\\<b class='k' onclick='x'>"),
        ("http://evil.org", "http\\://evil.org"),
        ("http://c.org/x.evil.org", "http\\://c.org/x.evil.org"),
        ("www.evil.org", "www\\.evil.org"),
        ("me@evil.org", "me\\@evil.org"),
        ("[x][other]", "[x\\][other\\]"),
        ("[other]", "[other\\]"),
        ("\\\\<i>", "\\\\\\<i>"),
    ],
)
def test_what_is_new_becomes_text(msgstr: str, inert: str) -> None:
    assert make_inert(msgstr, MSGID, frozenset({"s", "other"})) == inert


def test_the_text_in_the_attributes_of_a_tag_may_be_translated() -> None:
    assert (
        make_inert("<img src='a' alt='een dag'>", "<img src='a' alt='a day'>")
        == "<img src='a' alt='een dag'>"
    )
