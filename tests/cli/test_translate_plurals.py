"""`l10n translate` on messages with plural forms: the singular for one, the plural for the others, always fuzzy."""

from pathlib import Path

import pytest

from l10n.catalog.catalog import Message
from tests.cli.drafting import messages, through
from tests.conftest import Command
from tests.servers.faithful import marked, running

ONE, MANY = "%d rocket flew away.", "%d rockets flew away."


@pytest.fixture
def rockets(news: Path, l10n: Command) -> Path:
    """A project whose catalogs count the rockets of one text."""
    (news / "source" / "news.txt").write_text(f"{ONE}\n\nNobody saw it.\n", encoding="utf-8")
    assert l10n(news, "extract").code == 0
    for locale, forms in (("nl", 2), ("ru", 3)):
        catalog = news / "locales" / locale / "LC_MESSAGES" / "news.po"
        plural = f'msgid_plural "{MANY}"\n' + "\n".join(f'msgstr[{form}] ""' for form in range(forms))
        text = catalog.read_text(encoding="utf-8")
        assert f'msgid "{ONE}"\nmsgstr ""' in text
        catalog.write_text(text.replace(f'msgid "{ONE}"\nmsgstr ""', f'msgid "{ONE}"\n{plural}'))
    return news


def counted(folder: Path, locale: str) -> Message:
    return next(message for message in messages(folder, locale) if message.msgid_plural == MANY)


def test_each_form_gets_the_draft_of_its_text(l10n: Command, rockets: Path) -> None:
    with running(marked) as server:
        ran = l10n(rockets, "translate", *through("libretranslate", server.url))
    assert ran.code == 0, ran.err
    assert "4 messages without translation: 0 from the memory, 4 from the service, 0 left" in ran.err
    dutch, russian = counted(rockets, "nl"), counted(rockets, "ru")
    assert dutch.msgstr == ("%d rocket-nl flew-nl away.-nl", "%d rockets-nl flew-nl away.-nl")
    assert len(russian.msgstr) == 3
    assert russian.msgstr[0] != russian.msgstr[1] == russian.msgstr[2]
    for message in (dutch, russian):
        assert message.fuzzy
        assert all("%d" in form for form in message.msgstr)
        assert sum(line.startswith("draft: libretranslate") for line in message.translator_comments) == 1


def test_the_memory_comes_first(l10n: Command, rockets: Path) -> None:
    catalog = rockets / "locales" / "nl" / "LC_MESSAGES" / "news.po"
    empty = catalog.read_text(encoding="utf-8")
    known = empty.replace('msgstr[0] ""', 'msgstr[0] "%d raket vloog weg."')
    catalog.write_text(known.replace('msgstr[1] ""', 'msgstr[1] "%d raketten vlogen weg."'))
    assert l10n(rockets, "memory", "build").code == 0
    catalog.write_text(empty)
    assert l10n(rockets, "translate", "nl").code == 0
    assert counted(rockets, "nl").msgstr == ("%d raket vloog weg.", "%d raketten vlogen weg.")
    assert counted(rockets, "nl").fuzzy


def test_a_message_one_of_whose_texts_is_refused_stays_empty(l10n: Command, rockets: Path) -> None:
    def refusing(text: str, source: str, target: str) -> object:
        return "" if "rockets" in text else marked(text, source, target)

    with running(refusing) as server:
        ran = l10n(rockets, "translate", "nl", *through("libretranslate", server.url))
    assert ran.code == 1
    assert not any(counted(rockets, "nl").msgstr)
    assert "2 messages without translation: 0 from the memory, 1 from the service, 1 left" in ran.err
