"""What an editor does to a source, in three locales: nothing is lost, and undoing it brings everything back."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalog.catalog import Message
from l10n.catalog.conservation import lost_remarks, lost_translations
from l10n.project import Project, find_project
from l10n.workflow.extract import extract
from l10n.workflow.store.catalogs import open_catalog
from l10n.workflow.store.files import apply
from tests.conftest import snapshot

LOCALES = ("nl", "ru", "zh_Hant")
SOURCE = """Crew of the station returns

The crew “landed” this morning. Nobody was hurt. It's the 3rd landing of 2021, said Mr Café-Müller.

What they did

They filmed a story about a doctor on board. The director didn't sleep much. She is the youngest of the team.

First paragraph that nobody reads twice.

Second paragraph with   several   blanks in it.

The rocket costs 62 million dollars.

We are not alone here.

We are not alone here.

A last line
"""
P1 = "They filmed a story about a doctor on board. The director didn't sleep much. She is the youngest of the team."
Change = Callable[[str], str]


def swap(before: str, after: str) -> Change:
    def change(text: str) -> str:
        assert before in text
        return text.replace(before, after)

    return change


def paragraphs(change: Callable[[list[str]], list[str]]) -> Change:
    return lambda text: "\n\n".join(change(text.rstrip("\n").split("\n\n"))) + "\n"


RETOUCHED: dict[str, Change] = {
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "quotation marks straightened": lambda text: text.replace("“", '"').replace("”", '"'),
    "apostrophes curled": lambda text: text.replace("'", "’"),
    "quotation marks of another country": lambda text: text.replace("“", "«").replace("”", "»"),
    "blanks collapsed": lambda text: re.sub(" +", " ", text),
    "no-break space": swap("62 million", "62\u00a0million"),
    "soft hyphens": swap("youngest", "young\u00adest"),
    "soft wraps": swap("Nobody was hurt. It's", "Nobody was hurt.\nIt's"),
    "a sentence that begins small": swap("First paragraph that", "first paragraph that"),
    "zero-width space": swap("paragraph with", "paragraph\u200b with"),
}
REWORDED: dict[str, Change] = {
    "all capitals": swap("Crew of the station returns", "CREW OF THE STATION RETURNS"),
    "title case": swap("What they did", "What They Did"),
    "number changed": swap("62 million", "63 million"),
    "name changed": swap("Mr Café-Müller", "Mrs Jansen"),
    "negation dropped": swap("We are not alone here.", "We are alone here."),
    "negation added": swap("Nobody was hurt.", "Nobody was not hurt."),
    "typo fixed": swap("reads twice", "reads thrice"),
    "word added": swap("A last line", "A very last line"),
    "word removed": swap("First paragraph that", "Paragraph that"),
    "words swapped": swap("62 million dollars", "dollars 62 million"),
    "sentence added at the end": swap("of the team.", "of the team. That is all."),
    "sentence added at the beginning": swap("They filmed", "It went well. They filmed"),
    "sentence removed": swap("The director didn't sleep much. ", ""),
    "sentence changed": swap("The director didn't sleep much.", "The director slept well."),
    "sentences swapped": swap(
        "The director didn't sleep much. She is the youngest of the team.",
        "She is the youngest of the team. The director didn't sleep much.",
    ),
    "punctuation changed": swap("A last line", "A last line!"),
    "dash for hyphen": swap("Café-Müller", "Café – Müller"),
    "ellipsis": swap("A last line", "A last line…"),
    "abbreviation": swap("this morning", "a.m."),
}
REBUILT: dict[str, Change] = {
    "paragraph split": swap("on board. The", "on board.\n\nThe"),
    "paragraph split in three": lambda text: swap("much. She", "much.\n\nShe")(
        swap("on board. The", "on board.\n\nThe")(text)
    ),
    "paragraphs joined": swap("reads twice.\n\nSecond", "reads twice. Second"),
    "paragraph moved to the top": paragraphs(lambda blocks: [blocks[3], *blocks[:3], *blocks[4:]]),
    "order reversed": paragraphs(lambda blocks: blocks[::-1]),
    "paragraph removed": paragraphs(lambda blocks: [*blocks[:4], *blocks[5:]]),
    "paragraph added": paragraphs(lambda blocks: [*blocks, "Something that is entirely new."]),
    "paragraph repeated": paragraphs(lambda blocks: [*blocks, blocks[3]]),
    "repetition removed": paragraphs(lambda blocks: [*blocks[:8], *blocks[9:]]),
    "heading removed": paragraphs(lambda blocks: [*blocks[:2], *blocks[3:]]),
    "replaced entirely": lambda _: "Nothing of what was here.\n\nAnother subject altogether.\n",
    "only the title left": paragraphs(lambda blocks: blocks[:1]),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
}
CHANGES = RETOUCHED | REWORDED | REBUILT


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project that is translated into all locales, each text differently."""
    (tmp_path / "l10n.toml").write_text(
        f'source_locale = "en"\nlocales = {list(LOCALES)}\nrepair = false\n'.replace("'", '"'),
        encoding="utf-8",
    )
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "news.txt").write_text(SOURCE, encoding="utf-8")
    project = find_project(tmp_path)
    extract(project)
    for locale in LOCALES:
        catalog = open_catalog(project.paths, "news", locale)
        apply([catalog.saved([translated(message, locale) for message in catalog.catalog.messages])])
    return project


def translated(message: Message, locale: str) -> Message:
    if message.is_header:
        return message
    sentences = [f"{locale} {sentence}" for sentence in re.split(r"(?<=\.) ", message.msgid)]
    return replace(
        message,
        msgstr=(" ".join(sentences),),
        translator_comments=(f"by {len(message.msgid)}",),
        flags=("mine",),
    )


def messages(project: Project, locale: str) -> tuple[Message, ...]:
    return open_catalog(project.paths, "news", locale).catalog.messages


def rewrite(project: Project, text: str) -> None:
    (project.paths.source_folder / "news.txt").write_bytes(text.encode())
    extract(project, allow_removal=True)


def test_there_are_at_least_forty_changes() -> None:
    assert len(CHANGES) >= 40


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_loses_nothing_and_undoing_it_brings_every_translation_back(
    project: Project, change: Change
) -> None:
    before = {locale: messages(project, locale) for locale in LOCALES}
    rewrite(project, change(SOURCE))
    once = snapshot(project.paths.locales_folder)
    for locale in LOCALES:
        after = messages(project, locale)
        assert lost_translations(before[locale], after) == ()
        assert lost_remarks(before[locale], after) == ()
    assert extract(project).changes == ()
    assert snapshot(project.paths.locales_folder) == once
    rewrite(project, SOURCE)
    for locale in LOCALES:
        live = {message.key: message for message in messages(project, locale) if not message.obsolete}
        for message in before[locale]:
            assert live[message.key].msgstr == message.msgstr
            assert not live[message.key].fuzzy


@pytest.mark.parametrize("change", RETOUCHED.values(), ids=RETOUCHED.keys())
def test_a_retouched_source_keeps_its_translation_with_a_note_and_not_fuzzy(
    project: Project, change: Change
) -> None:
    rewrite(project, change(SOURCE))
    for locale in LOCALES:
        live = open_catalog(project.paths, "news", locale).catalog.live
        assert all(message.translated and not message.fuzzy for message in live)
        assert all((message.previous is not None) == (message.msgid not in SOURCE) for message in live)


@pytest.mark.parametrize("change", REWORDED.values(), ids=REWORDED.keys())
def test_a_source_with_other_words_is_fuzzy(project: Project, change: Change) -> None:
    rewrite(project, change(SOURCE))
    for locale in LOCALES:
        changed = [
            message
            for message in open_catalog(project.paths, "news", locale).catalog.live
            if message.msgid not in SOURCE
        ]
        assert changed
        assert all(message.fuzzy and message.previous for message in changed)
