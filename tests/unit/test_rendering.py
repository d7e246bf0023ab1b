"""What stands in a page for a text that changed since it was translated."""

from pathlib import Path

import pytest

from l10n.catalog.catalog import Catalog, Message, Previous
from l10n.catalog.sentences import DRAFTED
from l10n.formats import format_of
from l10n.languages.notices import outdated_notice
from l10n.rendering import Fallback, Outdated, Rendering, render
from tests.conftest import Command

NOTICE = "Dit deel is ouder dan het origineel."


def rendered(path: str, text: str, *messages: Message, **options: object) -> Rendering:
    form = format_of(path)
    assert form is not None
    fallback = Fallback(notice=NOTICE, **options)  # type: ignore[arg-type]
    return render(
        form.parse(text, path), Catalog(locale="nl", domain="", messages=messages), form, fallback=fallback
    )


def changed(msgid: str, msgstr: str, *comments: str) -> Message:
    previous = Previous(msgid="It was else.")
    return Message(
        msgid=msgid, msgstr=(msgstr,), flags=("fuzzy",), previous=previous, translator_comments=comments
    )


TEXT = "Title\n\nIt is new.\n\nThe end.\n"
NEW, END = changed("It is new.", "Het was anders."), Message(msgid="The end.", msgstr=("Slot.",))


def test_by_default_the_source_stands_there() -> None:
    found = rendered("a.txt", TEXT, NEW, END)
    assert (found.text, found.coverage.translated, found.coverage.untranslated, found.coverage.outdated) == (
        "Title\n\nIt is new.\n\nSlot.\n",
        1,
        2,
        0,
    )


def test_the_outdated_translation_is_counted_apart() -> None:
    found = rendered("a.txt", TEXT, NEW, END, outdated=Outdated.OUTDATED)
    assert (found.text, found.coverage.translated, found.coverage.untranslated, found.coverage.outdated) == (
        "Title\n\nHet was anders.\n\nSlot.\n",
        1,
        1,
        1,
    )


def test_a_paragraph_is_left_out_and_a_heading_is_not() -> None:
    title = changed("Title", "Titel")
    found = rendered("a.txt", TEXT, title, NEW, END, outdated=Outdated.OMIT)
    assert found.text == "Title\n\n\n\nSlot.\n"


@pytest.mark.parametrize(
    ("path", "text", "message", "expected"),
    [
        ("a.txt", "It is new.\n", NEW, f"[{NOTICE}] Het was anders.\n"),
        ("a.md", "- It is new.\n", NEW, f"- *({NOTICE})* Het was anders.\n"),
        ("a.md", "# It is new.\n", NEW, f"# *({NOTICE})* Het was anders.\n"),
        (
            "a.html",
            "<p>It is new.</p>",
            NEW,
            f'<p><span class="l10n-outdated" title="{NOTICE}">Het was anders.</span></p>',
        ),
        ("a.html", "<title>It is new.</title>", NEW, "<title>Het was anders.</title>"),
        ("a.html", "<textarea>It is new.</textarea>", NEW, "<textarea>Het was anders.</textarea>"),
        ("a.html", '<img alt="It is new.">', NEW, '<img alt="Het was anders.">'),
        ("a.md", "---\ntitle: It is new.\n---\n", NEW, "---\ntitle: Het was anders.\n---\n"),
    ],
)
def test_a_mark_suits_the_format_and_the_place(path: str, text: str, message: Message, expected: str) -> None:
    assert rendered(path, text, message, outdated=Outdated.OUTDATED, marked=True).text == expected


def test_what_nobody_confirmed_is_not_outdated() -> None:
    for message in (
        Message(msgid="It is new.", msgstr=("Gok.",), flags=("fuzzy",)),
        changed("It is new.", "Half […]", DRAFTED),
        changed("It is new.", ""),
    ):
        assert rendered("a.txt", "It is new.\n", message, outdated=Outdated.OUTDATED).text == "It is new.\n"


def test_a_language_without_a_notice_of_its_own_has_the_english_one() -> None:
    assert outdated_notice("ru") != outdated_notice("en") == outdated_notice("eo")
    assert outdated_notice("pt_BR") == outdated_notice("pt")


def test_the_command_marks_what_is_older_and_warns(article: Path, l10n: Command) -> None:
    source = article / "source" / "russian-actress-iss.txt"
    source.write_text(
        source.read_text(encoding="utf-8").replace("three Americans", "four Americans"), encoding="utf-8"
    )
    l10n(article, "extract")
    ran = l10n(article, "render", "nl", "--mark-outdated")
    assert ran.code == 0
    assert "build/nl/russian-actress-iss.txt: warning: 1 text older than the source" in ran.err
    page = (article / "build" / "nl" / "russian-actress-iss.txt").read_text(encoding="utf-8")
    assert page.count(f"[{NOTICE}] ") == 1
    assert l10n(article, "render", "nl", "--mark-outdated", "--outdated", "omit").code == 2
    assert "1 text left out" in l10n(article, "render", "nl", "--outdated", "omit").err
    assert "1 text left in the source language" in l10n(article, "render", "nl").err
