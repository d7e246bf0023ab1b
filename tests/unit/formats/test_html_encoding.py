"""A page says which encoding it is in, and says another when it is written in another."""

import pytest

from l10n.formats.html.encoding import declared_encoding, redeclared

META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ("<meta charset=koi8-r>", "koi8-r"),
        ("<!DOCTYPE html><html><head><meta charset='windows-1251'>", "cp1251"),
        ("<META CONTENT='text/html;CHARSET = ISO-8859-1' HTTP-EQUIV=content-type>", "cp1252"),
        (META.format("Shift_JIS"), "cp932"),
        (META.format("euc-kr"), "cp949"),
        ('<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso8859-2"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<!-- <meta charset=koi8-r> --><meta charset=cp866>", "cp866"),
        ("<title><meta charset=koi8-r></title>", None),
        ("<meta name=charset content='charset=koi8-r'>", None),
        ("<meta http-equiv=refresh content='0; url=?charset=koi8-r'>", None),
        ("<meta charset=rot13>", None),
        ("<meta charset=klingon><meta charset=koi8-r>", "koi8-r"),
        ("<meta charset>", None),
        (" " * 1024 + "<meta charset=koi8-r>", None),
        ("plain words", None),
    ],
)
def test_a_page_says_which_encoding_it_is_in(page: str, encoding: str | None) -> None:
    assert declared_encoding(page.encode("latin-1")) == encoding


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("utf-8", "utf-8"),
        ("cp1251", "windows-1251"),
        ("iso8859-5", "iso-8859-5"),
        ("cp932", "shift_jis"),
        ("cp949", "euc-kr"),
        ("euc_jp", "euc-jp"),
        ("koi8-r", "koi8-r"),
    ],
)
def test_it_says_another_in_the_words_of_the_standard(encoding: str, label: str) -> None:
    page = f'\ufeff<?xml version="1.0" encoding="{{}}"?>\n{META}<meta charset={{}}><p>charset=ascii'
    written = redeclared(page.format(*3 * ["ascii"]), encoding)
    assert written == page.format(*3 * [label])
    assert declared_encoding(written.encode()) == encoding


def test_a_page_that_says_none_stays_as_it_is() -> None:
    assert redeclared("<p>charset=ascii</p>", "utf-8") == "<p>charset=ascii</p>"
