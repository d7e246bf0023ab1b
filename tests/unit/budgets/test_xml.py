"""XML within bounds: encodings that exist and are the file's, and nothing without end."""

import codecs
from typing import Any

import pytest

from l10n.budgets.xml import XmlReader, hold_xml_text
from l10n.errors import BudgetError, CatalogError, RegistryError


def read(content: bytes, *, is_text: bool = False, pieces: int = 1, **changed: Any) -> list[str]:
    """Return what is told of a file that comes in so many pieces."""
    told: list[str] = []
    reader = XmlReader(
        "x.xml",
        RegistryError if is_text else CatalogError,
        start=lambda name, attributes: told.append(f"<{name} {attributes}>" if attributes else f"<{name}>"),
        end=lambda name: told.append(f"</{name}>"),
        characters=told.append,
        bytes_of_element=12,
        is_text=is_text,
        **changed,
    )
    size = max(1, len(content) // pieces)
    places = range(0, max(1, len(content)), size)
    for place in places:
        reader.feed(content[place : place + size], last=place == places[-1])
    return told


def declared(encoding: str, text: str = "Клим") -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?><a>{text}</a>'


@pytest.mark.parametrize("pieces", [1, 3, 20])
def test_elements_attributes_and_text_are_told_in_order(pieces: int) -> None:
    told = read('<a b="1"><c/>Клим</a>'.encode(), pieces=pieces)
    assert [told[0], *told[1:3], "".join(told[3:-1]), told[-1]] == [
        "<a {'b': '1'}>",
        "<c>",
        "</c>",
        "Клим",
        "</a>",
    ]


def test_a_decoded_text_has_its_namespaces_as_elementtree_writes_them() -> None:
    told = read(b'<a xmlns="urn:x" xml:lang="nl"/>', is_text=True)
    assert told == ["<{urn:x}a {'{http://www.w3.org/XML/1998/namespace}lang': 'nl'}>", "</{urn:x}a>"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "koi8-r", "windows-1251", "ISO-8859-5", "cp866", "x-mac-cyrillic"]
)
def test_a_file_in_an_encoding_of_one_byte_a_letter_is_read(encoding: str) -> None:
    codec = encoding.removeprefix("x-").replace("mac-cyrillic", "mac_cyrillic")
    if encoding.startswith("x-"):
        with pytest.raises(CatalogError, match="an unknown encoding"):
            read(declared(encoding).encode(codec))
    else:
        assert read(declared(encoding).encode(codec)) == ["<a>", "Клим", "</a>"]


def test_utf_16_is_read_with_its_mark() -> None:
    content = codecs.BOM_UTF16_LE + declared("utf-16").encode("utf-16-le")
    assert read(content) == ["<a>", "Клим", "</a>"]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("x-klingon", "an unknown encoding"),
        ("rot13", "an unknown encoding"),
        ("hex", "an unknown encoding"),
        ("idna", "an unknown encoding"),
        ("punycode", "an unknown encoding"),
        ("unicode_escape", "an unknown encoding"),
        ("undefined", "an unknown encoding"),
        ("utf-7", "an unknown encoding"),
        ("a" * 1_000, "an unknown encoding"),
        ("utf-32", "several bytes a letter"),
        ("utf-16-le", "several bytes a letter"),
        ("utf-16le", "not XML"),
        ("shift_jis", "several bytes a letter"),
        ("big5", "several bytes a letter"),
        ("gb18030", "several bytes a letter"),
        ("cp037", "several bytes a letter"),
        ("utf-16", "not XML"),
    ],
)
def test_an_encoding_that_cannot_be_read_is_an_error_with_its_place(encoding: str, said: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read(declared(encoding).encode())
    assert caught.value.where.startswith("x.xml:1")
    assert len(caught.value.what) < 200


@pytest.mark.parametrize("encoding", ["koi8-r", "x-klingon", "utf-16", "iso-8859-1"])
def test_a_decoded_text_that_says_otherwise_is_refused(encoding: str) -> None:
    with pytest.raises(RegistryError, match=f"says that it is in '{encoding}', and is in UTF-8") as caught:
        read(declared(encoding).encode(), is_text=True)
    assert caught.value.where == "x.xml:1"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares entities"),
        ('<!DOCTYPE a [<!ENTITY % b "c">]><a/>', "declares entities"),
        ('<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>', "declares attributes"),
        ("<a>", "not XML"),
        ("", "not XML"),
        ("<a></b>", "not XML"),
    ],
)
def test_what_is_no_xml_or_declares_its_own_is_a_fault(text: str, said: str) -> None:
    with pytest.raises(CatalogError, match=said) as caught:
        read(text.encode())
    assert caught.value.where.startswith("x.xml:1")


def test_an_entity_that_nobody_declares_is_a_fault_of_a_decoded_text() -> None:
    with pytest.raises(RegistryError, match="undefined entity &b;"):
        read(b'<!DOCTYPE a SYSTEM "a.dtd"><a>&b;</a>', is_text=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<a>" * 101, "101 elements open at once, and 100 are allowed"),
        ("<a>" + "".join(f"<b{number}/>" for number in range(2_000)) + "</a>", "2,001 names of elements"),
        (f"<a b='{'c' * 1_200_000}'/>", "bytes in one tag or comment, and 1,048,576 are allowed"),
        (f"<a>{'<b/>' * 160_000}</a>", "elements so far"),
    ],
)
def test_what_has_no_end_is_refused_with_the_figures(text: str, said: str) -> None:
    with pytest.raises(BudgetError) as caught:
        read(text.encode())
    assert said in caught.value.what
    assert caught.value.where.startswith("x.xml:1:")


def test_a_long_text_and_many_elements_among_text_are_read() -> None:
    assert "".join(read(b"<a>" + b"b" * 3_000_000 + b"</a>")[1:-1]) == "b" * 3_000_000
    assert len(read(b"<a>" + b"<b/> as text goes" * 150_000 + b"</a>")) > 300_000


def test_a_text_that_is_too_large_to_be_read_as_a_whole_is_refused() -> None:
    with pytest.raises(BudgetError, match="100,000,001 characters, and 100,000,000 are allowed"):
        hold_xml_text("a" * 100_000_001, "x.xml")
