"""Spellings nobody registered: found where they can only be a registered name, left alone elsewhere."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.names.recognition.consistency import fix_names, inconsistencies
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.registered_names import OriginalText, missing_names

ROOT = Path(__file__).parents[4]
CASES = ROOT / "tests" / "cases" / "names" / "planted.toml"
PLANTED = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
LOCALES = ("nl", "en", "ru")


def messages(locale: str) -> tuple[Message, ...]:
    path = ROOT / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po"
    return pofile.read(path.read_bytes(), path.name).catalog(locale, "").live


def original_of(message: Message) -> OriginalText:
    return OriginalText(text=message.msgid, locale="en")


def test_twenty_misspellings_and_more_are_planted_in_each_locale() -> None:
    counts = Counter(case["locale"] for case in PLANTED)
    assert {locale: counts[locale] >= 20 for locale in LOCALES} == dict.fromkeys(LOCALES, True)


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_invented_in_the_finished_catalogs(locale: str, real_lexicon: Lexicon) -> None:
    for message in messages(locale):
        original = original_of(message)
        assert inconsistencies(message.msgstr[0], locale, real_lexicon, original) == ()
        assert missing_names(message.msgstr[0], locale, real_lexicon, original) == ()


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: f"{case['locale']}-{case['planted']}")
def test_a_planted_misspelling_is_found_where_it_stands_and_fixed(
    case: dict[str, Any], real_lexicon: Lexicon
) -> None:
    right, planted = case["right"], case["planted"]
    message = next(message for message in messages(case["locale"]) if right in message.msgstr[0])
    text = message.msgstr[0].replace(right, planted, 1)
    start = text.index(planted)
    found = inconsistencies(text, case["locale"], real_lexicon, original_of(message))
    assert found
    assert all(start <= finding.start < finding.end <= start + len(planted) for finding in found)
    fixed, _ = fix_names(text, case["locale"], real_lexicon, original_of(message))
    assert fixed == message.msgstr[0]


ALONE = [
    ("nl", "Gisteren sprak Julija Peresilt.", "Gisteren sprak Joelia Peresild."),
    ("en", "It was Ioulia Peresild who spoke.", "It was Yulia Peresild who spoke."),
    ("ru", "Он летел с Климом Шипинко.", "Он летел с Климом Шипенко."),
    ("ru", "Встреча с Антоном Шкаплировым.", "Встреча с Антоном Шкаплеровым."),
]


@pytest.mark.parametrize(("locale", "text", "fixed"), ALONE)
def test_without_an_original_a_full_name_is_enough(
    locale: str, text: str, fixed: str, real_lexicon: Lexicon
) -> None:
    assert fix_names(text, locale, real_lexicon)[0] == fixed


def test_a_surname_alone_without_an_original_is_told_but_not_rewritten(real_lexicon: Lexicon) -> None:
    (finding,) = inconsistencies("Volgens Sjkapplerov is dat zo.", "nl", real_lexicon)
    assert finding.expected == "Sjkaplerov"
    assert finding.edit is None
    assert "another name" in finding.hint


def test_it_says_what_speaks_for_the_name(real_lexicon: Lexicon) -> None:
    original = OriginalText(text="Klim Sjipenko flies.", locale="en")
    (finding,) = inconsistencies("Sjipinko vliegt.", "nl", real_lexicon, original)
    assert finding.because[0] == (
        "“Sjipinko” resembles “Sjipenko” of klim-shipenko (surname): the original text names it"
    )


LEFT_ALONE = [
    ("nl", "Kim Sjipenko is iemand anders.", "another given name before a registered surname"),
    ("nl", "De actrice Julian Peresild bestaat niet.", "Julian is a given name of its own"),
    ("en", "Julian left early.", "a given name alone"),
    ("en", "Julija left early.", "a given name alone, of nobody the text speaks of"),
    ("en", "Elena Musk and Justin Musk were there.", "other given names before a registered surname"),
    ("en", "Tim Cruise is an invention.", "another given name before a short surname"),
    ("ru", "Там был Климов.", "a surname made of a registered given name"),
    ("ru", "Приехал Антонов.", "a surname made of a registered given name"),
    ("nl", "De Russen en de Kazachen wonnen.", "peoples, not countries"),
    ("en", "Russians, Kazakhs and Kazakhstanis won.", "peoples, not countries"),
    ("nl", "Kijk op https://example.org/Peresilt en bel.", "inside an address"),
    ("en", "The file Peresilt.txt is empty.", "a file name"),
    ("en", "Use `Peresilt` here.", "inside code"),
    ("en", "The musk was strong.", "no capital"),
]


@pytest.mark.parametrize(("locale", "text", "why"), LEFT_ALONE, ids=[row[2] for row in LEFT_ALONE])
def test_what_may_be_another_name_is_left_alone(
    locale: str, text: str, why: str, real_lexicon: Lexicon
) -> None:
    assert inconsistencies(text, locale, real_lexicon) == (), why


def test_a_word_that_the_original_has_too_is_no_misspelling_of_another(real_lexicon: Lexicon) -> None:
    original = OriginalText(text="Klim Sjipenko and Kim Sipinka fly.", locale="en")
    assert inconsistencies("Klim Sjipenko en Kim Sipinka vliegen.", "nl", real_lexicon, original) == ()


class TestMissingNames:
    def test_a_person_who_is_left_out_is_missing(self, real_lexicon: Lexicon) -> None:
        original = OriginalText(text="Klim Sjipenko and Tom Cruise fly.", locale="en")
        assert missing_names("Klim Sjipenko vliegt.", "nl", real_lexicon, original) == ("tom-cruise",)

    def test_a_misspelt_name_is_not_missing(self, real_lexicon: Lexicon) -> None:
        original = OriginalText(text="Tom Cruise flies.", locale="en")
        assert missing_names("Tom Cruse vliegt.", "nl", real_lexicon, original) == ()

    def test_a_place_may_be_spoken_of_by_its_people(self, real_lexicon: Lexicon) -> None:
        original = OriginalText(text="Russia’s rockets", locale="en")
        assert missing_names("Российские ракеты", "ru", real_lexicon, original) == ()
        assert missing_names("Ракеты", "ru", real_lexicon, original) == ("russia",)
