"""Translations from catalogs with other msgids of the same text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.migration import Migrated, migrate

LANGUAGES = ("en", "nl")


def moved(ours: list[str], *theirs: tuple[str, str]) -> Migrated:
    pool = [Message(msgid=msgid, msgstr=(msgstr,)) for msgid, msgstr in theirs]
    return migrate([Message(msgid=text) for text in ours], pool, LANGUAGES)


def test_the_same_text_is_confirmed_and_keeps_the_comments() -> None:
    theirs = Message(msgid="Hello.", msgstr=("Hallo.",), translator_comments=("mine",), references=("x:1",))
    found = migrate([Message(msgid="Hello.", references=("a.md",))], [theirs], LANGUAGES)
    assert found.messages == (
        Message(msgid="Hello.", msgstr=("Hallo.",), translator_comments=("mine",), references=("a.md",)),
    )
    assert (found.filled, found.fuzzy, found.unused) == (1, 0, ())


def test_soft_wraps_of_po4a_and_mdbook_make_no_difference() -> None:
    found = moved(
        ["The rocket left this morning."], ("The rocket\nleft this morning.", "De raket vertrok\nvanmorgen.")
    )
    assert found.messages[0].msgstr == ("De raket vertrok vanmorgen.",)
    assert not found.messages[0].fuzzy


@pytest.mark.parametrize(
    ("ours", "theirs", "translation", "expected"),
    [
        ("The launch", "# The launch", "# De lancering", "De lancering"),
        ("Bring water", "- Bring water", "- Neem water mee", "Neem water mee"),
        ("Fish & chips", "Fish &amp; chips", "Vis &amp; friet", "Vis & friet"),
        ("Read **this** now.", "Read __this__ now.", "Lees __dit__ nu.", "Lees __dit__ nu."),
        (
            "See [the map](https://example.org).",
            "See {1}the map{2}.",
            "Zie {1}de kaart{2}.",
            "Zie {1}de kaart{2}.",
        ),
        ("Read <b>this</b>.", "Read this.", "Lees dit.", "Lees dit."),
        ("It’s “late”", 'It\'s "late"', 'Het is "laat"', 'Het is "laat"'),
        ("2 \\* 3", "2 * 3", "2 maal 3", "2 maal 3"),
    ],
)
def test_other_markup_and_references_are_recognised_and_fuzzy(
    ours: str, theirs: str, translation: str, expected: str
) -> None:
    (message,) = moved([ours], (theirs, translation)).messages
    assert message.msgstr == (expected,)
    assert message.fuzzy
    assert message.previous == Previous(msgid=theirs)


def test_a_list_that_was_one_message_is_divided_among_its_items() -> None:
    found = moved(
        ["Bring water", "Bring bread"], ("- Bring water\n- Bring bread", "- Neem water mee\n- Neem brood mee")
    )
    assert [message.msgstr[0] for message in found.messages] == ["Neem water mee", "Neem brood mee"]


def test_rows_of_a_table_are_divided_among_its_cells() -> None:
    found = moved(["Name", "Age"], ("| Name | Age |\n| --- | --- |", "| Naam | Leeftijd |\n| --- | --- |"))
    assert [message.msgstr[0].strip() for message in found.messages] == ["Naam", "Leeftijd"]


def test_paragraphs_that_were_cut_otherwise_follow_their_sentences() -> None:
    one, two = "The rocket left this morning.", "Nobody on board was ill."
    een, twee = "De raket is vanmorgen vertrokken.", "Aan boord was niemand ziek."
    split = moved([one, two], (f"{one} {two}", f"{een} {twee}"))
    assert [message.msgstr[0] for message in split.messages] == [een, twee]
    joined = moved([f"{one} {two}"], (one, een), (two, twee))
    assert joined.messages[0].msgstr == (f"{een} {twee}",)
    assert all(message.fuzzy for message in (*split.messages, *joined.messages))
    assert split.unused == joined.unused == ()


def test_a_text_that_is_only_like_it_is_fuzzy_and_what_is_not_used_is_told() -> None:
    found = moved(
        ["The rocket left early this morning."],
        ("The rocket left this morning.", "De raket vertrok."),
        ("Else.", "Anders."),
    )
    assert (found.messages[0].msgstr, found.messages[0].fuzzy) == (("De raket vertrok.",), True)
    assert [message.msgid for message in found.unused] == ["Else."]


def test_what_was_fuzzy_stays_fuzzy() -> None:
    theirs = Message(msgid="a b", msgstr=("x",), flags=("fuzzy",), previous=Previous(msgid="a"))
    (message,) = migrate([Message(msgid="a b")], [theirs], LANGUAGES).messages
    assert (message.fuzzy, message.previous) == (True, Previous(msgid="a"))


TEXTS = st.lists(
    st.sampled_from(["One.", "Two!", "- a\n- b", "# Head", "x\ny", "<b>x</b> y"]), max_size=6, unique=True
)


class TestWhatIsTranslatedAlreadyStays:
    """Law: no msgstr that is not empty changes; what is filled and not fuzzy is theirs, up to wraps; twice is once."""

    @given(ours=TEXTS, theirs=TEXTS, done=st.sets(st.integers(0, 5)))
    def test_what_is_translated_already_stays(
        self, ours: list[str], theirs: list[str], done: set[int]
    ) -> None:
        messages = [
            Message(msgid=text, msgstr=("mine" if place in done else "",)) for place, text in enumerate(ours)
        ]
        pool = [Message(msgid=text, msgstr=(f"nl {text}",)) for text in theirs]
        found = migrate(messages, pool, LANGUAGES)
        for before, after in zip(messages, found.messages, strict=True):
            if before.msgstr[0]:
                assert after == before
            elif after.msgstr[0] and not after.fuzzy:
                assert after.msgstr[0].split() in [message.msgstr[0].split() for message in pool]
            assert (
                replace(after, msgstr=before.msgstr, flags=(), previous=None, translator_comments=())
                == before
            )
        assert migrate(found.messages, pool, LANGUAGES).messages == found.messages
