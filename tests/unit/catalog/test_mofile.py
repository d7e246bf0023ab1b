"""Compiled catalogs: what polib, the standard library and GNU gettext read in them."""

import gettext
import io
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.catalog.mofile import compile_file, compile_messages
from tests.conftest import ROOT, tries

HEADER = Message(
    msgid="",
    msgstr=(
        (
            "Language: nl\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
            "Plural-Forms: nplurals=2; plural=(n != 1);\n"
        ),
    ),
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0\x04\n\r\v\f\b\a"), max_size=8)


@st.composite
def catalogs(draw: st.DrawFn) -> list[Message]:
    found = [HEADER]
    keys = st.tuples(st.sampled_from([None, "", "menu", "é"]), TEXTS.filter(lambda text: text.strip("\n")))
    for msgctxt, msgid in draw(st.lists(keys, max_size=8, unique=True)):
        plural = draw(st.sampled_from([None, "many"]))
        forms = 1 if plural is None else 2
        flags = draw(st.sampled_from([(), (), ("fuzzy",)]))
        msgstr = tuple(draw(st.lists(TEXTS, min_size=forms, max_size=forms)))
        msgstr = tuple(_ending_like(text, msgid) for text in msgstr)
        found.append(Message(msgid=msgid, msgctxt=msgctxt, msgid_plural=plural, msgstr=msgstr, flags=flags))
    return found


def _ending_like(text: str, msgid: str) -> str:
    """Return the text with the line ends of its msgid at both ends: msgfmt refuses others."""
    inside = text.strip("\n")
    if not inside:
        return ""
    return "\n" * msgid.startswith("\n") + inside + "\n" * msgid.endswith("\n")


def loaded(content: bytes) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(content))


class TestPolibReadsWhatWasCompiled:
    """Law: polib finds in the compiled catalog each translated message that is not fuzzy, and no other."""

    @given(messages=catalogs())
    def test_polib_reads_what_was_compiled(self, messages: list[Message]) -> None:
        found = {
            (entry.msgctxt, entry.msgid): tuple(entry.msgstr_plural.values()) or (entry.msgstr,)
            for entry in polib.mofile(compile_messages(messages))
        }
        wanted = [message for message in messages[1:] if message.msgstr[0] and not message.fuzzy]
        assert found == {(message.msgctxt, message.msgid): message.msgstr for message in wanted}

    @given(messages=catalogs())
    def test_the_order_of_messages_makes_no_difference(self, messages: list[Message]) -> None:
        assert compile_messages(messages) == compile_messages(messages[::-1])


class TestAFileIsCompiledAsItsMessages:
    """Law: `compile_file` gives what `compile_messages` gives for the messages of the file, however it is written."""

    @given(
        messages=catalogs(), use_fuzzy=st.booleans(), comment=st.sampled_from(["", "fuzzy", 'msgid "x"', "a"])
    )
    def test_a_file_is_compiled_as_its_messages(
        self, messages: list[Message], use_fuzzy: bool, comment: str
    ) -> None:
        noted = [
            replace(message, translator_comments=(comment,), obsolete=message.msgid == "obsolete")
            for message in [*messages, Message(msgid="obsolete", msgstr=("oud",))]
        ]
        written = pofile.write(None, noted)
        for content in (written, written.replace(b"\n", b"\r\n"), written.replace(b'msgstr "', b'msgstr  "')):
            file = pofile.read(content, "x.po")
            assert compile_file(file, use_fuzzy=use_fuzzy) == compile_messages(
                file.messages, use_fuzzy=use_fuzzy
            )

    def test_the_files_of_this_project_too(self) -> None:
        for path in (ROOT / "locales").rglob("*.po"):
            file = pofile.read(path.read_bytes(), path.name)
            assert compile_file(file) == compile_messages(file.messages)


@pytest.mark.usefixtures("gettext_tools")
class TestGnuGettextAgrees:
    """Law: msgunfmt says the same of our compiled catalog as of the one msgfmt makes from the same file."""

    @settings(max_examples=tries(15))
    @given(messages=catalogs(), use_fuzzy=st.booleans())
    def test_gnu_gettext_agrees(
        self, tmp_path_factory: pytest.TempPathFactory, messages: list[Message], use_fuzzy: bool
    ) -> None:
        folder = tmp_path_factory.mktemp("mo")
        (folder / "a.po").write_bytes(pofile.write(None, messages))
        (folder / "ours.mo").write_bytes(compile_messages(messages, use_fuzzy=use_fuzzy))
        option = ["--use-fuzzy"] if use_fuzzy else []
        run = ["msgfmt", *option, "-o", "theirs.mo", "a.po"]
        subprocess.run(run, cwd=folder, check=True, capture_output=True)
        said = [
            subprocess.run(["msgunfmt", name], cwd=folder, check=True, capture_output=True).stdout
            for name in ("ours.mo", "theirs.mo")
        ]
        assert said[0] == said[1]


def test_the_standard_library_translates_with_it() -> None:
    plural = Message(msgid="one file", msgid_plural="%d files", msgstr=("één bestand", "%d bestanden"))
    found = loaded(
        compile_messages([HEADER, plural, Message(msgid="Open", msgctxt="menu", msgstr=("Openen",))])
    )
    assert found.ngettext("one file", "%d files", 3) == "%d bestanden"
    assert found.pgettext("menu", "Open") == "Openen"
    assert found.gettext("Open") == "Open"
    assert found.charset() == "UTF-8"


def test_obsolete_untranslated_and_fuzzy_messages_are_left_out_but_a_fuzzy_header_is_not() -> None:
    messages = [
        replace(HEADER, flags=("fuzzy",)),
        Message(msgid="a", msgstr=("A",), obsolete=True),
        Message(msgid="b"),
        Message(msgid="c", msgstr=("C",), flags=("fuzzy",)),
    ]
    compiled = polib.mofile(compile_messages(messages))
    assert ([entry.msgid for entry in compiled], compiled.metadata["Language"]) == ([], "nl")
    assert [entry.msgid for entry in polib.mofile(compile_messages(messages, use_fuzzy=True))] == ["c"]


def test_a_catalog_in_another_charset_is_compiled_to_utf8() -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "a"\nmsgstr "é"\n'
    file = pofile.read(text.encode("latin-1"), "x.po")
    found = loaded(compile_messages(file.messages))
    assert (found.gettext("a"), found.charset()) == ("é", "UTF-8")


def test_big_numbers_of_messages_keep_their_places(tmp_path: Path) -> None:
    messages = [
        HEADER,
        *(Message(msgid=f"text {number}", msgstr=(f"tekst {number}",)) for number in range(3000)),
    ]
    found = loaded(compile_messages(messages))
    assert all(found.gettext(f"text {number}") == f"tekst {number}" for number in range(3000))
