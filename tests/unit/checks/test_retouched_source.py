"""A confirmed translation whose `#|` lines are still there: information, or a warning where the words changed."""

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message, Previous
from l10n.model import Finding, Severity
from tests.unit.checks.subjects import findings, lexicon, subject

HEADER = Message(msgid="", msgstr=("Language: nl\nContent-Type: text/plain; charset=UTF-8\n",))


def found(message: Message) -> list[Finding]:
    file = pofile.read(pofile.write(None, [HEADER, message]), "nl.po")
    return findings(subject("source/note.txt", "nl", file, lexicon()), ["retouched-source"])


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Goodbye.", "Hello."),
        ("5 mW", "5 MW"),
        ("Pass -d.", "Pass -D."),
        ("Continue? [y/N]", "Continue? [Y/n]"),
        ("It took 2 hours.", "It took 3 hours."),
        ("Nobody was hurt.", "Somebody was hurt."),
    ],
)
def test_a_flag_removed_while_the_words_still_differ_is_a_warning_that_shows_them(
    before: str, now: str
) -> None:
    (finding,) = found(Message(msgid=now, msgstr=("Vertaald.",), previous=Previous(msgid=before)))
    assert finding.severity is Severity.WARNING
    assert f"“{before}”" in finding.message
    assert "remove the #| lines" in finding.hint


def test_another_plural_is_other_words() -> None:
    message = Message(
        msgid="one file",
        msgid_plural="%d files",
        msgstr=("één bestand", "%d bestanden"),
        previous=Previous(msgid="one file", msgid_plural="%d folders"),
    )
    assert [finding.severity for finding in found(message)] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ('The "crew" left.', "The “crew” left."),
        ("The crew\nleft.", "The crew  left."),
        ("the crew left us.", "The crew left us."),
        ("x", "x"),
    ],
)
def test_what_says_the_same_is_information(before: str, now: str) -> None:
    (finding,) = found(Message(msgid=now, msgstr=("Vertaald.",), previous=Previous(msgid=before)))
    assert finding.severity is Severity.INFO


def test_another_context_alone_is_no_warning() -> None:
    message = Message(msgid="Crew", msgctxt="title", msgstr=("Ploeg",), previous=Previous(msgid="Crew"))
    assert [finding.severity for finding in found(message)] == [Severity.INFO]


@pytest.mark.parametrize(
    "message",
    [
        Message(msgid="Hello.", msgstr=("Hallo.",)),
        Message(msgid="Hello.", msgstr=("Dag.",), previous=Previous(msgid="Goodbye."), flags=("fuzzy",)),
        Message(msgid="Hello.", msgstr=("",), previous=Previous(msgid="Goodbye.")),
        Message(msgid="Hello.", msgstr=("Dag.",), previous=Previous(msgid="Goodbye."), obsolete=True),
    ],
)
def test_what_is_fuzzy_untranslated_or_gone_is_none_of_its_business(message: Message) -> None:
    assert found(message) == []
