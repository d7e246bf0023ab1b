"""Writing PO files: only what changed is written anew, and in the file's own style."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.pofile import read, write
from l10n.errors import CatalogError

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


def changed(text: str, change: Callable[[Message], Message], place: int = -1) -> str:
    """Return the file after `change` was made to one message."""
    pofile = read(text.encode(), "x.po")
    messages = list(pofile.messages)
    messages[place] = change(messages[place])
    return write(pofile, messages).decode()


ODD = (
    HEADER
    + '\n\n#: a.txt:1   b.txt:2\n#   indented remark\n#.no blank\n#,fuzzy,c-format\n#|  msgid  "was"\n'
    + 'msgid "a "   "b"\nmsgstr   ""\n   "x"\n\n\n# the end\n'
)


def test_an_unchanged_file_stays_byte_for_byte() -> None:
    pofile = read(ODD.encode(), "x.po")
    assert write(pofile, pofile.messages) == ODD.encode()


def test_a_new_msgstr_changes_no_other_line() -> None:
    after = changed(ODD, lambda message: replace(message, msgstr=("new",)))
    assert after == ODD.replace('msgstr   ""\n   "x"\n', 'msgstr "new"\n')


def test_a_confirmed_message_loses_flag_and_previous_only() -> None:
    after = changed(ODD, lambda message: replace(message, flags=("c-format",), previous=None))
    assert after == ODD.replace("#,fuzzy,c-format", "#, c-format").replace('#|  msgid  "was"\n', "")


def test_a_new_section_takes_its_place_in_the_order_of_gnu_gettext() -> None:
    text = HEADER + '\n# note\n#: a.txt\nmsgid "a"\nmsgstr "b"\n'
    after = changed(
        text,
        lambda message: replace(
            message, flags=("fuzzy",), previous=Previous(msgid="was"), extracted_comments=("paragraph",)
        ),
    )
    assert after == HEADER + (
        '\n# note\n#. paragraph\n#: a.txt\n#, fuzzy\n#| msgid "was"\nmsgid "a"\nmsgstr "b"\n'
    )


def test_a_comment_line_that_stays_keeps_its_bytes() -> None:
    text = HEADER + '\n#odd\n#= sticky\nmsgid "a"\nmsgstr "b"\n'
    after = changed(text, lambda message: replace(message, translator_comments=("odd", "new", "= sticky")))
    assert after == text.replace("#odd\n", "#odd\n# new\n")


def test_one_plural_form_is_changed_alone() -> None:
    text = HEADER + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0]  "c"\nmsgstr[1]  "d"\n'
    after = changed(text, lambda message: replace(message, msgstr=("c", "e")))
    assert after == text.replace('msgstr[1]  "d"', 'msgstr[1] "e"')


def test_an_obsolete_message_is_marked_on_every_line() -> None:
    text = HEADER + '\n# note\n#, fuzzy\n#| msgid "was"\nmsgid "a"\nmsgstr ""\n"b\\n"\n"c"\n'
    after = changed(text, lambda message: replace(message, obsolete=True))
    assert after == HEADER + (
        '\n# note\n#, fuzzy\n#~| msgid "was"\n#~ msgid "a"\n#~ msgstr ""\n#~ "b\\n"\n#~ "c"\n'
    )


def test_crlf_files_get_crlf_lines() -> None:
    text = (HEADER + '\nmsgid "a"\nmsgstr ""\n').replace("\n", "\r\n")
    pofile = read(text.encode(), "x.po")
    messages = [pofile.messages[0], replace(pofile.messages[1], msgstr=("b",)), Message(msgid="new")]
    after = write(pofile, messages).decode()
    assert after == text.replace('msgstr ""', 'msgstr "b"') + '\r\nmsgid "new"\r\nmsgstr ""\r\n'


def test_a_file_that_is_not_folded_stays_so() -> None:
    long = "word " * 40
    text = HEADER + f'\nmsgid ""\n"{long}"\nmsgstr ""\n'
    after = changed(text, lambda message: replace(message, msgstr=("other " * 40,)))
    assert f'msgstr "{"other " * 40}"\n' in after


def test_moved_inserted_and_removed_messages_leave_the_others_alone() -> None:
    text = HEADER + '\nmsgid  "a"\nmsgstr ""\n\nmsgid  "b"\nmsgstr ""\n\nmsgid  "c"\nmsgstr ""'
    pofile = read(text.encode(), "x.po")
    header, a, _, c = pofile.messages
    assert write(pofile, [header, c, Message(msgid="n"), a]).decode() == HEADER + (
        '\nmsgid  "c"\nmsgstr ""\n\nmsgid "n"\nmsgstr ""\n\nmsgid  "a"\nmsgstr ""\n'
    )


def test_a_file_without_blank_lines_keeps_its_look_and_gets_them_for_new_messages() -> None:
    text = 'msgid "a"\nmsgstr ""\nmsgid "b"\nmsgstr ""\n'
    pofile = read(text.encode(), "x.po")
    after = write(pofile, [*pofile.messages, Message(msgid="c")]).decode()
    assert after == text + '\nmsgid "c"\nmsgstr ""\n'


def test_entries_that_share_a_line_are_parted_when_one_changes() -> None:
    text = HEADER + 'msgid "a" msgstr "" msgid "b" msgstr "x"\n'
    pofile = read(text.encode(), "x.po")
    assert write(pofile, pofile.messages) == text.encode()
    header, a, b = pofile.messages
    after = write(pofile, [header, replace(a, msgstr=("new",)), b])
    assert read(after, "x.po").messages == (header, replace(a, msgstr=("new",)), b)


def test_another_charset_becomes_utf8_in_bytes_and_header() -> None:
    text = HEADER.replace("UTF-8", "KOI8-R") + '\n# имя\nmsgid "a"\nmsgstr "Юлия"\n'
    pofile = read(text.encode("koi8-r"), "x.po")
    after = write(pofile, pofile.messages)
    assert after == text.replace("KOI8-R", "UTF-8").encode()


def test_ascii_becomes_utf8_only_when_a_letter_needs_it() -> None:
    text = HEADER.replace("UTF-8", "ASCII") + '\nmsgid "a"\nmsgstr ""\n'
    assert changed(text, lambda message: replace(message, msgstr=("b",))) == text.replace(
        'msgstr ""\n', 'msgstr "b"\n'
    )
    assert "charset=UTF-8" in changed(text, lambda message: replace(message, msgstr=("é",)))


def test_bad_bytes_of_a_comment_survive_a_change() -> None:
    content = HEADER.encode() + b'\n# caf\xe9\nmsgid "a"\nmsgstr "b"\n'
    pofile = read(content, "x.po")
    messages = [
        pofile.messages[0],
        replace(pofile.messages[1], msgstr=("c",), translator_comments=("caf\ufffd", "n")),
    ]
    assert write(pofile, messages) == content.replace(b'"b"', b'"c"').replace(b"\xe9\n", b"\xe9\n# n\n")


@pytest.mark.parametrize("text", ["a\0b", "a\x04b", "a\ud800b"])
def test_a_character_that_no_po_file_can_hold_is_an_error(text: str) -> None:
    with pytest.raises(CatalogError, match="cannot hold the character U"):
        write(None, [Message(msgid="a", msgstr=(text,))])


def test_a_message_that_reads_differently_is_never_written() -> None:
    with pytest.raises(AssertionError, match="unreadable"):
        write(None, [Message(msgid="a", translator_comments=("two\nlines",))])
    with pytest.raises(AssertionError, match="reads as"):
        write(None, [Message(msgid="a", flags=("one, two",))])


def test_letters_without_a_header_that_declares_their_charset_are_an_error() -> None:
    with pytest.raises(CatalogError, match="no header that declares a charset"):
        write(None, [Message(msgid="a", msgstr=("é",))])


@pytest.mark.parametrize(
    "text",
    [
        "one line",
        "one line\n",
        "two\nlines",
        "word " * 40,
        "well-known " * 30,
        "x" * 200,
        "a “quoted” text — with dashes – and 3/4, http://example.com/a-b?c=d, " * 4,
        "«Союз МС-19» стартовал в 11:55 по московскому времени… " * 5,
        'tab\there \\ back\\slash "quotes" ' * 6,
        "e\u0301 👨\u200d👩\u200d👧 日本語 " * 20,
        "no\u00a0break " * 20,
        "ends with a backslash and a line end, which is long enough to be folded here\\\n",
        "part\u2028separated " * 20,
    ],
)
@pytest.mark.usefixtures("gettext_tools")
def test_msgcat_changes_nothing_in_a_file_of_ours(text: str, tmp_path: Path) -> None:
    header = read(HEADER.encode(), "x.po").messages[0]
    messages = [
        header,
        Message(msgid="a", msgstr=(text,), references=tuple(f"source/file-{n}.txt" for n in range(9))),
        Message(msgid=text, flags=("fuzzy",), msgstr=("x",), previous=Previous(msgid="old " + text)),
        Message(msgid="p", msgid_plural=text, msgstr=(text, text, text)),
        Message(msgid="gone", msgstr=(text,), obsolete=True, flags=("fuzzy",), previous=Previous(msgid=text)),
    ]
    content = write(None, messages)
    (tmp_path / "x.po").write_bytes(content)
    ran = subprocess.run(["msgcat", "x.po"], cwd=tmp_path, capture_output=True, check=True)
    assert ran.stdout.decode() == content.decode()
