"""The place of a character of a translation in the file."""

import pytest

from l10n.catalog.catalog import Message
from l10n.catalog.pofile import locate, read

TEXT = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "a"\nmsgstr ""\n"one \\"two\\"\\n"\n\n  "drie" "vier\\303\\251x"\n\n'
    'msgid "p"\nmsgid_plural "q"\nmsgstr[0] "x"\nmsgstr[1] "yz"\n\n'
    'msgid "e"\nmsgstr ""\n\n#~ msgid "o"\n#~ msgstr ""\n#~ "ab"\n'
    'msgid "s" msgstr "S" msgid "t" msgstr "T"\n'
    'msgid "u"\nmsgstr "U" msgid "v"\nmsgstr "V"\n'
)


@pytest.mark.parametrize(
    ("msgid", "form", "offset", "place"),
    [
        ("a", 0, 0, (6, 2)),
        ("a", 0, 4, (6, 6)),  # the escaped quotation mark
        ("a", 0, 5, (6, 8)),
        ("a", 0, 9, (6, 13)),  # the line end
        ("a", 0, 10, (8, 4)),
        ("a", 0, 14, (8, 11)),
        ("a", 0, 18, (8, 15)),  # written as two bytes
        ("a", 0, 19, (8, 23)),
        ("a", 0, 20, (8, 24)),  # behind the end
        ("a", 0, 999, (8, 24)),
        ("p", 0, 0, (12, 12)),
        ("p", 1, 1, (13, 13)),
        ("e", 0, 0, (16, 1)),
        ("o", 0, 1, (20, 6)),
        ("s", 0, 0, (21, 19)),
        ("t", 0, 0, (21, 40)),
        ("v", 0, 0, (24, 9)),  # begins on the line on which the one before it ends
    ],
)
def test_an_offset_is_found_through_escapes_and_continued_strings(
    msgid: str, form: int, offset: int, place: tuple[int, int]
) -> None:
    pofile = read(TEXT.encode(), "x.po")
    message = next(message for message in pofile.messages if message.msgid == msgid)
    assert locate(pofile, message, form, offset) == place


def test_a_message_of_another_file_has_no_place() -> None:
    with pytest.raises(KeyError):
        locate(read(TEXT.encode(), "x.po"), Message(msgid="unknown"), 0, 0)
