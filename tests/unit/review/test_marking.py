"""Marks: names, what a finding would fix, and characters nobody would see."""

import pytest

from l10n.model import Edit
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.registry.reader import read_registry
from l10n.review.marking import mark, names_in, plain
from tests.registries import KLIM


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return compile_lexicon(read_registry(KLIM, "names.toml", ["nl", "ru"]), ["nl", "ru"])


def test_a_name_is_found_in_every_case(lexicon: Lexicon) -> None:
    text = "Полёт с Климом Шипенко."
    assert names_in(text, "ru", lexicon) == ((8, 22, "klim-shipenko"),)


def test_somebody_elses_name_is_no_name_of_the_house(lexicon: Lexicon) -> None:
    assert names_in("Klim Vorosjilov vliegt.", "nl", lexicon) == ()


def test_an_edit_inside_a_name_cuts_it(lexicon: Lexicon) -> None:
    marks = mark("Klim Sjipenko", [(0, 13, "k")], {"k": 4}, [Edit(start=5, end=13, replacement="X")])
    assert [(piece.text, piece.name, piece.suggestion) for piece in marks] == [
        ("Klim ", 4, None),
        ("Sjipenko", 4, "X"),
    ]


@pytest.mark.parametrize(
    ("text", "shown", "said"),
    [
        ("\0", "␀", "U+0000"),
        ("\x1b", "␛", "U+001B"),
        ("\u202e", "[RLO]", "RIGHT-TO-LEFT OVERRIDE (U+202E)"),
        ("\u200b", "[ZWSP]", "ZERO WIDTH SPACE (U+200B)"),
        ("\xa0", "\xa0", "NO-BREAK SPACE (U+00A0)"),
        ("\ud800", "[U+D800]", "U+D800"),
        ("\U000e0041", "[U+E0041]", "TAG LATIN CAPITAL LETTER A (U+E0041)"),
    ],
    ids=repr,
)
def test_what_nobody_would_see_is_said(text: str, shown: str, said: str) -> None:
    (before, found, after) = mark(f"a{text}b", [], {})
    assert (before.shown, found.shown, found.invisible, after.shown) == ("a", shown, said, "b")
    assert plain(text) == shown


def test_letters_of_any_script_tabs_and_lines_stay() -> None:
    for text in ("Қазақстан ’63 «Вызов»\n\tй é 😀 हिन्दी", "é"):
        assert [piece.invisible for piece in mark(text, [], {})] == [""]
