"""Which names are those of encodings that files are in."""

import pytest

from l10n.budgets import charset_of, text_codec


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("windows-1251", "cp1251"),
        ("KOI8-U", "koi8-u"),
        ("latin1", "iso8859-1"),
        ("Shift_JIS", "shift_jis"),
        ("gb18030", "gb18030"),
        ("TIS-620", "tis-620"),
    ],
)
def test_a_charset_is_known_by_its_names(name: str, codec: str) -> None:
    assert text_codec(name) == codec
    assert charset_of(name) == codec


@pytest.mark.parametrize("name", ["utf-16", "UTF-32LE", "cp037"])
def test_an_encoding_that_ascii_is_no_part_of_is_one_of_texts_only(name: str) -> None:
    assert text_codec(name) is not None
    assert charset_of(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "klingon", "rot13", "hex", "base64", "zlib", "idna", "punycode", "unicode_escape", "raw_unicode_escape",
        "undefined", "utf-7", "mbcs", "oem", "", "a\0b", "x" * 5_000, "ÿ", "utf-9",
    ],
)  # fmt: skip
def test_what_is_no_encoding_of_files_is_none(name: str) -> None:
    assert text_codec(name) is None
    assert charset_of(name) is None
