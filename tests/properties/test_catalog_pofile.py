"""The laws of the door to PO files, over generated catalogs."""

import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from unittest import mock

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.po import reader as poreader
from l10n.catalog.po.messages import message_of
from l10n.catalog.po.syntax import Fault, entries
from l10n.catalog.po.wrapping import fold
from l10n.catalog.pofile import locate, read, rewrite, write
from l10n.errors import CatalogError
from tests.conftest import tries

HEADER = Message(msgid="", msgstr=("Language: nl\nContent-Type: text/plain; charset=UTF-8\n",))
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0\x04")
TEXTS = st.one_of(
    st.text(LETTERS, max_size=60),
    st.lists(
        st.sampled_from(
            ["word", "слово", " ", "  ", "\n", "\t", '"', "\\", "\\n", "-", "—", "“", "…", "x" * 90, "日"]
        ),
        max_size=40,
    ).map("".join),
)
LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\n\r"), max_size=30)
NAMES = st.text("abcdefg-/.:0123456789é", min_size=1, max_size=30)
PREVIOUS = st.builds(Previous, msgid=TEXTS, msgctxt=st.none() | TEXTS, msgid_plural=st.none() | TEXTS)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    plural = draw(st.none() | TEXTS)
    forms = st.lists(TEXTS, min_size=1, max_size=1 if plural is None else 6)
    return Message(
        msgid=draw(TEXTS.filter(bool)),
        msgstr=tuple(draw(forms)),
        msgctxt=draw(st.none() | TEXTS),
        msgid_plural=plural,
        flags=tuple(
            draw(st.lists(st.sampled_from(["fuzzy", "c-format", "no-wrap", "range: 0..9"]), unique=True))
        ),
        translator_comments=tuple(draw(st.lists(LINES, max_size=3))),
        extracted_comments=tuple(draw(st.lists(LINES, max_size=3))),
        references=tuple(draw(st.lists(NAMES, max_size=8))),
        previous=draw(st.none() | PREVIOUS),
        obsolete=draw(st.booleans()),
    )


CATALOGS = st.lists(messages(), max_size=6, unique_by=lambda message: message.key).map(
    lambda found: (HEADER, *found)
)


class TestWritingAndReadingGivesTheMessagesBack:
    """Law: `read(write(None, messages)).messages == messages` for all messages a PO file can hold."""

    @given(catalog=CATALOGS)
    def test_writing_and_reading_gives_the_messages_back(self, catalog: tuple[Message, ...]) -> None:
        assert read(write(None, catalog), "x.po").messages == catalog


@st.composite
def styled(draw: st.DrawFn) -> bytes:
    """A file as other tools and people write it: blanks, line ends, several strings a line, loose comments."""
    text = write(None, draw(CATALOGS)).decode()
    lines = text.split("\n")
    ends = st.sampled_from(["\n", "\r\n", "\n\n", " \n", "\n#\n#. odd\n"])
    mixed = draw(st.booleans())
    result = ""
    for line in lines:
        keyword = line.startswith(("msg", '"'))
        gap = draw(st.sampled_from(["", "", " ", "\t"])) if mixed and keyword else ""
        result += gap + line
        result += (
            draw(ends)
            if mixed and not line
            else draw(st.sampled_from(["\n", "\r\n", " \n"]))
            if mixed
            else "\n"
        )
    return (result + draw(st.sampled_from(["", "# the end", "\n\n", "#~ # gone"]))).encode()


class TestWritingWhatWasReadIsTheFile:
    """Law: `write(read(x), read(x).messages) == x`, and the blocks with the tail are the text."""

    @given(content=styled())
    def test_writing_what_was_read_is_the_file(self, content: bytes) -> None:
        try:
            pofile = read(content, "x.po")
        except CatalogError:
            return
        assert write(pofile, pofile.messages) == content
        blocks = b"".join(pofile.raw[block.start : block.end] for block in pofile.blocks)
        assert blocks + pofile.tail == content

    @given(content=styled(), data=st.data())
    def test_what_was_not_changed_keeps_its_bytes(self, content: bytes, data: st.DataObject) -> None:
        try:
            pofile = read(content, "x.po")
        except CatalogError:
            return
        place = data.draw(st.integers(0, len(pofile.messages) - 1))
        block = pofile.blocks[place]
        new = replace(block.message, msgstr=tuple(f"{form}!" for form in block.message.msgstr))
        after = write(pofile, [*pofile.messages[:place], new, *pofile.messages[place + 1 :]])
        assert after.startswith(content[: block.start])
        assert after.endswith(content[block.end :])

    @given(content=styled(), data=st.data())
    def test_any_edit_of_any_file_is_read_back(self, content: bytes, data: st.DataObject) -> None:
        try:
            pofile = read(content, "x.po")
        except CatalogError:
            return
        chosen = (
            data.draw(st.lists(st.sampled_from(pofile.messages[1:]), unique=True))
            if pofile.messages[1:]
            else []
        )
        edited = [
            replace(data.draw(messages()), msgid=message.msgid, msgctxt=message.msgctxt)
            if data.draw(st.booleans())
            else message
            for message in chosen
        ]
        assert read(write(pofile, [HEADER, *edited]), "x.po").messages == (HEADER, *edited)


class TestRewritingSomeIsWritingAll:
    """Law: `rewrite` gives what `write` gives with all messages."""

    @given(content=styled(), data=st.data())
    def test_rewriting_some_is_writing_all(self, content: bytes, data: st.DataObject) -> None:
        try:
            pofile = read(content, "x.po")
        except CatalogError:
            return
        chosen = data.draw(st.sets(st.sampled_from(pofile.messages)))
        changed = {
            message.key: message
            if message.is_header
            else replace(data.draw(messages()), msgid=message.msgid, msgctxt=message.msgctxt)
            for message in chosen
        }
        everything = [changed.get(message.key, message) for message in pofile.messages]
        assert rewrite(pofile, changed.values()) == write(pofile, everything)


class TestAPatternRecognisesWhatTheGrammarFinds:
    """Law: where `ordinary` recognises an entry, the grammar finds the same one."""

    @given(content=styled(), data=st.data())
    def test_a_pattern_recognises_what_the_grammar_finds(self, content: bytes, data: st.DataObject) -> None:
        text = content.decode()
        cut = data.draw(st.integers(0, len(text)))
        text = text[:cut] + text[data.draw(st.integers(cut, min(cut + 8, len(text)))) :]
        try:
            pofile = read(text.encode(), "x.po")
        except CatalogError:
            return
        found = [message_of(text, entry, "utf-8", 0) for entry in entries(text)]
        assert list(pofile.messages) == found
        ends = [len(text[: entry.end].encode()) for entry in entries(text)]
        assert [block.end for block in pofile.blocks] == ends
        for block, entry in zip(pofile.blocks, entries(text), strict=True):
            keyword = entry.strings("msgid")[0].start
            assert block.message.line <= text.count("\n", 0, keyword) + 1

    @given(content=styled(), size=st.integers(1, 200))
    def test_how_much_the_grammar_is_shown_at_first_makes_no_difference(
        self, content: bytes, size: int
    ) -> None:
        content += b'\n#~|  msgid "\\x41"\n#~\n#~  msgid "odd" "er"\n #~\tmsgstr "" msgid "\xc3\xa9" msgstr""\n\n"x"\n'
        with mock.patch.object(poreader, "_WINDOW", size):
            piecemeal = _said_by(content)
        assert piecemeal == _said_by(content)

    @given(content=styled(), data=st.data())
    def test_what_the_grammar_refuses_is_refused(self, content: bytes, data: st.DataObject) -> None:
        text = content.decode()
        cut = data.draw(st.integers(0, len(text)))
        text = text[:cut] + text[data.draw(st.integers(cut, min(cut + 8, len(text)))) :]
        _agree(text)

    @pytest.mark.parametrize("indent", ["", "\t", " "])
    @pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
    def test_a_header_cut_anywhere_is_refused_for_a_reason_that_is_true(self, indent: str, end: str) -> None:
        written = write(None, (HEADER, Message(msgid="a", msgstr=("é",)))).decode()
        lines = written.removesuffix("\n").split("\n")
        text = "".join(f"{indent if line.startswith(('msg', chr(34))) else ''}{line}{end}" for line in lines)
        for begin in range(len(text) + 1):
            for size in range(9):
                _agree(text[:begin] + text[begin + size :])


def _agree(text: str) -> None:
    """Assert that the reader refuses what the grammar refuses, and says one of the things that are wrong.

    Of several it may name another one: it asks for the charset first, and looks for entries further than it reads them.
    """
    refused, faults = _refusal(text.encode()), _faults(text)
    assert bool(refused) >= bool(faults)
    others = ("letters outside ASCII", "unknown charset", "duplicate message")
    assert not refused or refused in faults or refused.startswith(others)


def _said_by(content: bytes) -> object:
    try:
        return [
            (block.start, block.end, block.message, block.message.line)
            for block in read(content, "x.po").blocks
        ]
    except CatalogError as error:
        return str(error)


def _faults(text: str) -> list[str]:
    """Return why the grammar alone does not read the text: what is no entry, and what no entry may say."""
    found = []
    try:
        for entry in entries(text):
            try:
                message_of(text, entry, "utf-8", 0)
            except Fault as fault:
                found.append(fault.what)
    except Fault as fault:
        found.append(fault.what)
    return found


class TestLocatePointsAtTheCharacter:
    """Law: the place of an offset is where that character, or the escape for it, is written."""

    @given(catalog=CATALOGS)
    def test_locate_points_at_the_character(self, catalog: tuple[Message, ...]) -> None:
        pofile = read(write(None, catalog), "x.po")
        lines = pofile.text.split("\n")
        escapes = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v"}
        for message in pofile.messages:
            for form, text in enumerate(message.msgstr):
                for offset, character in enumerate(text[:20]):
                    line, column = locate(pofile, message, form, offset)
                    written = escapes.get(character, "\\" + character if character in '"\\' else character)
                    assert lines[line - 1].startswith(written, column - 1)


class TestFoldedPiecesJoinedAreTheText:
    """Law: the pieces of a folded text joined are the text."""

    @given(text=TEXTS, width=st.integers(5, 80), start=st.integers(0, 20))
    def test_folded_pieces_joined_are_the_text(self, text: str, width: int, start: int) -> None:
        assert "".join(fold(text, width, start)) == text


WELL_BEHAVED = st.lists(
    st.sampled_from(
        [
            "word",
            "слово",
            "well-known",
            " ",
            " ",
            "  ",
            "\n",
            "\t",
            '"',
            "\\",
            "—",
            "“x”",
            "…",
            "3/4",
            "a.",
            "(b)",
            "!",
            "é",
        ]
    ),
    min_size=1,
    max_size=60,
).map("".join)
PLAIN = st.builds(
    Message,
    msgid=WELL_BEHAVED.map(lambda text: "x" + text.strip("\n")),
    msgstr=st.tuples(WELL_BEHAVED.map(lambda text: "x" + text.strip("\n"))),
    msgctxt=st.none() | WELL_BEHAVED,
    flags=st.just(("fuzzy",)),
    references=st.lists(st.from_regex(r"[a-z]{1,12}\.txt", fullmatch=True), max_size=9, unique=True).map(
        tuple
    ),
    previous=st.none() | st.builds(Previous, msgid=WELL_BEHAVED),
    obsolete=st.booleans(),
)
PLAIN_CATALOGS = st.lists(PLAIN, max_size=6, unique_by=lambda message: message.key).map(
    lambda found: (HEADER, *sorted(found, key=lambda message: message.obsolete))
)


class TestOtherReadersAgree:
    """Law: polib reads what we meant, and GNU gettext has nothing to change."""

    @given(catalog=PLAIN_CATALOGS)
    def test_polib_reads_the_same_texts(self, catalog: tuple[Message, ...]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.po"
            path.write_bytes(write(None, catalog))
            found = polib.pofile(str(path))
        theirs = [(entry.msgctxt, entry.msgid, entry.msgstr, entry.obsolete) for entry in found]
        assert theirs == [(one.msgctxt, one.msgid, one.msgstr[0], one.obsolete) for one in catalog[1:]]

    @pytest.mark.usefixtures("gettext_tools")
    @settings(max_examples=tries(40))
    @given(catalog=PLAIN_CATALOGS)
    def test_msgcat_and_msgfmt_accept_and_change_nothing(self, catalog: tuple[Message, ...]) -> None:
        content = write(None, catalog)
        ran = subprocess.run(["msgcat", "--force-po", "-"], input=content, capture_output=True, check=True)
        assert ran.stdout.decode() == content.decode()
        subprocess.run(["msgfmt", "-o", "/dev/null", "-"], input=content, capture_output=True, check=True)

    @pytest.mark.usefixtures("gettext_tools")
    @settings(max_examples=tries(60))
    @given(content=styled(), data=st.data())
    def test_msgfmt_gives_the_same_verdict_on_a_damaged_file(
        self, content: bytes, data: st.DataObject
    ) -> None:
        # Whole letters are cut out: of half a letter in a comment GNU says now this, now that.
        text = content.decode()
        cut = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(cut, min(cut + 8, len(text))))
        damaged = (text[:cut] + text[end:]).encode()
        ran = subprocess.run(["msgcat", "-"], input=damaged, capture_output=True, check=False)
        what = _refusal(damaged)
        # Stricter on purpose: GNU reads letters of an undeclared charset as bytes. And msgfmt, like us, only
        # warns of names such as utf8 and latin1, where msgcat stops.
        agreed = bool(what) == bool(ran.returncode)
        assert agreed or "charset" in what or b"not a portable encoding name" in ran.stderr, ran.stderr


def _refusal(content: bytes) -> str:
    """Return why we do not read the file, "" if we do."""
    try:
        read(content, "x.po")
    except CatalogError as error:
        return error.what
    return ""
