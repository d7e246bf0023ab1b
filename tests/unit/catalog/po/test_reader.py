"""Reading PO files: what is understood, and what is refused at which place."""

import re

import pytest

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.pofile import PoFile, read
from l10n.errors import CatalogError

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read_text(text: str, header: str = HEADER) -> PoFile:
    return read((header + text).encode(), "x.po")


def one(text: str) -> Message:
    return read_text(text).messages[-1]


def test_every_part_of_an_entry_is_read() -> None:
    message = one(
        "# by hand\n#. paragraph\n#: a.txt b.txt\n#, fuzzy, no-wrap\n"
        '#| msgctxt "old"\n#| msgid "was"\n#| msgid_plural "were"\n'
        'msgctxt "c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    )
    assert message == Message(
        msgid="a",
        msgstr=("x", "y"),
        msgctxt="c",
        msgid_plural="b",
        flags=("fuzzy", "no-wrap"),
        translator_comments=("by hand",),
        extracted_comments=("paragraph",),
        references=("a.txt", "b.txt"),
        previous=Previous(msgid="was", msgctxt="old", msgid_plural="were"),
    )
    assert message.line == 11


def test_an_empty_context_differs_from_none() -> None:
    first, second = read_text('msgctxt ""\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n').messages[1:]
    assert (first.msgctxt, second.msgctxt) == ("", None)


def test_an_obsolete_entry_keeps_its_previous_source() -> None:
    message = one('#, fuzzy\n#~| msgid "w"\n#~| "as"\n#~ msgid "a"\n#~ msgstr ""\n#~ "b"\n')
    assert message.obsolete
    assert message.previous == Previous(msgid="was")
    assert message.msgstr == ("b",)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r'"a\tb\n\"\\"', 'a\tb\n"\\'),
        (r'"\a\b\f\v\r"', "\a\b\f\v\r"),
        (r'"\101\x42"', "AB"),
        (r'"\303\251"', "é"),
        (r'"\303" "\251"', "é"),
        (r'"\1" "23"', "\x0123"),
        (r'"\\n"', "\\n"),
        ('"a\\\nb"', "ab"),
        ('"a" "b"\n\n "c"', "abc"),
        ('"a\u2028b\u0085c\x0bd\x0ce"', "a\u2028b\u0085c\vd\fe"),
        ('"a\rb"', "a\rb"),
    ],
)
def test_strings_say_what_gnu_gettext_reads(written: str, said: str) -> None:
    assert one(f'msgid "x"\nmsgstr {written}\n').msgstr == (said,)


def test_keywords_need_no_lines_of_their_own() -> None:
    messages = read_text('msgid"a"msgstr"b" msgid "c"\nmsgid_plural "d" msgstr [ 0 ] "e"').messages
    assert [message.msgid for message in messages] == ["", "a", "c"]


def test_a_keyword_without_a_string_is_refused_before_any_other_word() -> None:
    with pytest.raises(CatalogError, match="msgstr has no string"):
        read_text('msgid "a"\nmsgstr Language "b"\n')


def test_a_domain_directive_is_read_over() -> None:
    assert one('domain "other"\nmsgid "a"\nmsgstr "b"\n').msgstr == ("b",)


def test_flags_are_separated_by_commas_or_blanks_but_a_range_is_one() -> None:
    assert one('#, range: 0..5, c-format\n#, fuzzy wrap\nmsgid "a"\nmsgstr ""\n').flags == (
        "range: 0..5",
        "c-format",
        "fuzzy",
        "wrap",
    )


def test_a_reference_with_blanks_is_one() -> None:
    assert one('#: \u2068my file.txt\u2069 b:3\nmsgid "a"\nmsgstr ""\n').references == ("my file.txt", "b:3")


def test_a_bad_byte_in_a_comment_harms_nothing() -> None:
    content = HEADER.encode() + b'# caf\xe9\nmsgid "a"\nmsgstr "b"\n'
    pofile = read(content, "x.po")
    assert pofile.messages[-1].translator_comments == ("caf\ufffd",)


@pytest.mark.parametrize("charset", ["KOI8-R", "CP1251", "ISO-8859-5", "utf8"])
def test_the_declared_charset_is_read(charset: str) -> None:
    text = HEADER.replace("UTF-8", charset) + 'msgid "a"\nmsgstr "Юлия"\n'
    assert read(text.encode(charset), "x.po").messages[-1].msgstr == ("Юлия",)


def test_a_backslash_byte_inside_a_shift_jis_letter_is_no_escape() -> None:
    content = (HEADER.replace("UTF-8", "SHIFT_JIS") + 'msgid "a"\nmsgstr "表"\n').encode("shift_jis")
    assert b"\\" in "表".encode("shift_jis")
    assert read(content, "x.po").messages[-1].msgstr == ("表",)


def test_line_ends_may_be_mixed() -> None:
    content = HEADER.replace("\n", "\r\n").encode() + b'# c\r\nmsgid "a"\nmsgstr ""\r\r\n"b"\r\n'
    pofile = read(content, "x.po")
    assert pofile.messages[-1].translator_comments == ("c",)
    assert pofile.messages[-1].msgstr == ("b",)
    assert pofile.newline == "\r\n"


ENTRY = 'msgid "a"\nmsgstr "b"\n'


@pytest.mark.parametrize(
    ("content", "where", "what"),
    [
        (b"\xef\xbb\xbf" + ENTRY.encode(), "1:1", "byte order mark"),
        (ENTRY.encode("utf-16"), "1:1", "UTF-16"),
        (b'msgid "a"\nmsgstr "\xd0\xaf"\n', "2:9", "no header that declares a charset"),
        (HEADER.replace("UTF-8", "klingon").encode(), "1", "unknown charset 'klingon'"),
        (HEADER.replace("UTF-8", "rot13").encode(), "1", "unknown charset"),
        (HEADER.replace("UTF-8", "UTF-16").encode(), "1", "unknown charset"),
        (HEADER.encode() + b'msgid "a"\nmsgstr "caf\xe9"\n', "5:12", "a byte that is not valid in utf-8"),
        (HEADER + 'msgid "a"\nmsgstr "b\x00c"\n', "5:8", "NUL"),
        (HEADER + 'msgid "a"\nmsgstr "b\\0c"\n', "5:8", "NUL"),
        (HEADER + 'msgid "a\x04b"\nmsgstr "c"\n', "4:7", "EOT"),
        (HEADER + 'msgid "a"\nmsgstr "\\351"\n', "5:9", "not valid in utf-8"),
        (HEADER + 'msgid "a"\nmsgstr "x\\qy"\n', "5:10", "unknown escape"),
        (HEADER + 'msgid "a"\nmsgstr "b\n', "5:8", "still open at the end of the line"),
        (HEADER + 'msgid "a"\nmsgstr "b', "5:8", "still open at the end of the file"),
        (HEADER + 'msgid "a"\nmsgstr "b" x\n', "5:12", "x is not a keyword"),
        (HEADER + 'msgid "a"\n', "4:1", "without msgstr"),
        (HEADER + 'msgid "a"\nmsgstr\n', "5:1", "msgstr has no string"),
        (HEADER + 'msgid "a"\nmsgid "b"\nmsgstr "c"\n', "5:1", "a second msgid"),
        (HEADER + 'msgid "a"\n# c\nmsgstr "c"\n', "4:1", "without msgstr"),
        ('msgstr "a"\n', "1:1", "msgstr without msgid"),
        (HEADER + ENTRY + 'msgstr "c"\n', "6:1", "msgstr without msgid"),
        (HEADER + '"x"\n' + ENTRY, None, None),
        ('"x"\n', "1:1", "a string without a keyword"),
        (HEADER + 'msgid "a"\nmsgstr[0] "b"\n', "5:1", "without msgid_plural"),
        (HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', "6:1", "without an index"),
        (HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', "6:1", "plural index 1 where 0 belongs"),
        (
            HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[0] "c"\n',
            "7:1",
            "plural index 0 where 1 belongs",
        ),
        (HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[99999999999999999] ""\n', "6:1", "plural index"),
        (
            HEADER + 'msgid "a"\nmsgid_plural "b"\n' + "".join(f'msgstr[{n}] ""\n' for n in range(11)),
            "16:1",
            "more than 10 plural forms",
        ),
        (HEADER + ENTRY + "\n" + ENTRY, "7:1", "duplicate message, first at line 4"),
        (
            HEADER + 'msgid "a"\nmsgstr "b" msgid "a"\nmsgstr "c"\n',
            "5:12",
            "duplicate message, first at line 4",
        ),
        (HEADER + ENTRY + '#~ msgid "a"\n#~ msgstr "c"\n', "6:4", "duplicate message, first at line 4"),
        (HEADER + '#~ msgid "a"\nmsgstr "c"\n', "5:1", "obsolete (#~) in part"),
        (HEADER + '#~ msgid "a"\n#~ msgstr "c"\n"d"\n', "6:1", "obsolete (#~) in part"),
        (HEADER + '#| msgid "z"\n# late\nmsgid "a"\nmsgstr "b"\n', "4:4", "an entry without msgid"),
        (HEADER + '#| msgctxt "z"\nmsgid "a"\nmsgstr "b"\n', "5:1", "previous msgid is missing"),
        (HEADER + 'msgid "a"\nmsgstr "b"#| msgstr ""\n', "5:14", "previous msgstr after msgstr"),
        (HEADER + "<<<<<<< ours\n" + ENTRY, "4:1", "conflict marker"),
        (HEADER + ENTRY + "=======\n", "6:1", "conflict marker"),
        (HEADER + ENTRY + ">>>>>>> theirs\n", "6:1", "conflict marker"),
        (HEADER + "msgid a\nmsgstr b\n", "4:7", "a is not a keyword"),
        (HEADER + "msgid „a“\n", "4:7", "unexpected '„'"),
        (HEADER + "domain\n" + ENTRY, "5:1", 'after "domain" is missing'),
        (b"\x1f\x8b\x08", "1:1", "unexpected"),
        ("\nmsgid a\n", "2:7", "a is not a keyword"),
        (HEADER.replace("UTF-8", "ASCII").encode() + 'msgid "é"\nmsgstr ""\n'.encode(), "4:8", "ascii"),
        ('msgid "" msgstr "" msgid "" msgstr ""\n', "1:20", "duplicate message, first at line 1"),
        (
            HEADER + 'msgid "a" msgstr "" msgid "b" msgstr "" msgid "a" msgstr ""\n',
            "4:41",
            "duplicate message, first at line 4",
        ),
        (HEADER + 'msgid "a" msgid_plural "b" msgstr[00000] "c"', "4:28", "plural index 00000 where 0"),
        (HEADER + '#| msgid "a"\n', "4:4", "an entry without msgid"),
        (HEADER + ENTRY + "domain", "6:7", 'after "domain" is missing'),
        (HEADER + "msgctxt msgid", "4:9", "msgctxt has no string"),
        (HEADER + 'msgctxt "a" msgstr "b"', "4:13", "msgstr after msgctxt: msgid is missing"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    content: str | bytes, where: str | None, what: str | None
) -> None:
    raw = content.encode() if isinstance(content, str) else content
    if where is None:
        assert read(raw, "locales/x.po").messages[0].msgstr[0].endswith("x")
        return
    with pytest.raises(CatalogError) as caught:
        read(raw, "locales/x.po")
    assert caught.value.where == f"locales/x.po:{where}"
    assert what is not None
    assert re.search(re.escape(what), caught.value.what)


def test_an_error_says_what_to_do() -> None:
    with pytest.raises(CatalogError) as caught:
        read_text("<<<<<<< ours\n")
    assert str(caught.value) == (
        "x.po:4:1: a conflict marker\n  hint: solve the merge conflict first: keep one of the two sides"
    )


def test_only_a_comment_on_the_source_of_before_is_told_where_it_belongs() -> None:
    for text, hint in (('#| msgid "a"\n', "comments belong before"), ('msgid "a"\n', "")):
        with pytest.raises(CatalogError) as caught:
            read_text(text)
        assert caught.value.hint.startswith(hint)
        assert bool(caught.value.hint) is bool(hint)


def test_lines_are_counted_from_the_first_also_when_that_is_empty() -> None:
    for between, lines in ((b" ", [2, 4]), (b"\n", [2, 5])):
        content = b'\nmsgid ""' + between + b'msgstr ""\n\nmsgid "a" msgstr "b"\n'
        assert [message.line for message in read(content, "x.po").messages] == lines


@pytest.mark.parametrize(
    ("crlf", "lf", "newline"), [(1, 1, "\n"), (2, 3, "\n"), (3, 2, "\r\n"), (1, 0, "\r\n"), (0, 2, "\n")]
)
def test_the_more_frequent_line_end_is_that_of_the_file(crlf: int, lf: int, newline: str) -> None:
    assert read(b"#\r\n" * crlf + b"#\n" * lf, "x.po").newline == newline


@pytest.mark.parametrize(("long", "wrapped"), [(90, False), (89, True)])
def test_a_line_that_gnu_would_have_folded_shows_that_texts_are_not_folded(
    long: int, *, wrapped: bool
) -> None:
    pofile = read_text('msgid "a"\nmsgstr ""\n"b ' + "x" * long + '"\n')
    assert pofile.wrapped is wrapped


def test_reading_twice_gives_equal_files() -> None:
    assert read_text(ENTRY) == read_text(ENTRY)


def test_a_file_cut_within_a_letter_of_a_comment_comes_to_an_end() -> None:
    content = HEADER.encode() + b"# caf\xc3"
    assert len(read(content, "x.po").messages) == 1


@pytest.mark.parametrize("content", [b"", b"\n \n", b"# only a comment", b"#~\n", b"#|\n", b"#~ \n#"])
def test_a_file_without_entries_has_no_messages(content: bytes) -> None:
    assert read(content, "x.po").messages == ()


def test_two_megabytes_in_one_string_are_read() -> None:
    text = "слово " * 200_000
    assert one(f'msgid "a"\nmsgstr "{text}"\n').msgstr == (text,)
