"""Spellings nobody registered: found where they can only be a registered name, left alone elsewhere."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.languages.grammar import Kind
from l10n.names.recognition import misspellings
from l10n.names.recognition.consistency import fix_names, inconsistencies
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.recognition.name_context import NameContext
from l10n.names.recognition.occurrences import Evidence, Occurrence
from l10n.names.recognition.registered_names import OriginalText, missing_names, read_names
from l10n.names.registry.entries import LocaleForms, NameEntry, Registry

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
    ("en", "A Kazakhstani won.", "a people, not the country, whose Russian name is as near"),
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


def lexicon_of(entry_id: str, kind: Kind, forms: dict[str, str]) -> Lexicon:
    entry = NameEntry(
        id=entry_id,
        kind=kind,
        gender=None,
        native=next(iter(forms.values())),
        language="en",
        because="",
        locales={locale: LocaleForms(preferred=form) for locale, form in forms.items()},
    )
    return compile_lexicon(Registry(path="names.toml", entries=(entry,)), tuple(forms))


def resembling(text: str, locale: str, lexicon: Lexicon, original: str | None = None) -> list[Occurrence]:
    """Return what in a text is no registered form and resembles one."""
    told = None if original is None else OriginalText(text=original, locale="en")
    return [one for one in read_names(text, locale, lexicon, told).occurrences if one.evidence]


# text, its English original, what resembles a name in it, and what speaks for that name
RESEMBLING = [
    ("nl", "Dat zei Sjipinko.", None, "Sjipinko", Evidence.SPELLING),
    ("nl", "Dat zei president Sjipinko.", None, "Sjipinko", Evidence.SPELLING),
    ("nl", "Dat zei Klem Sjipinko.", None, "Sjipinko", Evidence.SPELLING),  # Klem may be Klim
    ("nl", "Gezwets Sjipinko zei dat.", None, "Sjipinko", Evidence.SPELLING),  # opens a sentence
    ("nl", "Dat zei Klim en Sjipinko.", None, "Sjipinko", Evidence.SPELLING),
    ("nl", "Dat zei Klim Sjipinko.", None, "Sjipinko", Evidence.COMPANION),
    ("nl", "Dat zei Klimm Sjipenko.", None, "Klimm", Evidence.COMPANION),
    ("nl", "Dat zei Peresilt Joelia.", None, "Peresilt", Evidence.COMPANION),
    ("nl", "Dat zei Clim Shipinko.", None, "Clim Shipinko", Evidence.COMPANION),
    ("nl", "Dat zei Clim\n Shipinko.", None, "Clim\n Shipinko", Evidence.COMPANION),
    ("nl", "Dat zei Naomi Julija Peresilt.", None, "Julija Peresilt", Evidence.COMPANION),
    ("nl", "Dat zei Joelia\n\nPeresilt.", None, "Peresilt", Evidence.SPELLING),
    ("nl", "Dat zei Sjipinko.", "Klim Sjipenko said so.", "Sjipinko", Evidence.ORIGINAL),
    ("nl", "Dat zei Julija.", "Yulia Peresild said so.", "Julija", Evidence.ORIGINAL),
    ("nl", "De SpeceX vliegt.", "SpaceX flies.", "SpeceX", Evidence.ORIGINAL),
    ("nl", "Klim Sjipenko zei dat, Sjipinko ook.", "Klim Sjipenko and Sjipenko.", "Sjipinko", Evidence.ORIGINAL),
    ("nl", "Ze waren in Ruspand.", None, "Ruspand", Evidence.SPELLING),  # one slip in six letters or more
    ("nl", "Ze waren in Bajkonor.", None, "Bajkonor", Evidence.SPELLING),
    ("nl", "Sjipinko vliegt naar Rusland.", "Klim Sjipenko flies.", "Sjipinko", Evidence.ORIGINAL),
    ("ru", "Там был Крузым.", None, "Крузым", Evidence.SPELLING),  # six letters are enough
    ("ru", "Там видели Байконуры.", None, "Байконуры", Evidence.SPELLING),  # a place has no family
    ("ru", "Там были Россияне.", "Russia won.", "Россияне", Evidence.ORIGINAL),  # a people is written small
    ("ru", "Там с Юлией Пересильдом.", None, "Пересильдом", Evidence.COMPANION),  # a form of his, and it is she
]  # fmt: skip
NOT_RESEMBLING = [
    ("nl", "Sjoera Sjipinko zei dat.", None, "a given name, as the language of the text reads it"),
    ("nl", "Dat zei Baikonour.", "It was Baikonour.", "the original has a word that sounds the same"),
    ("nl", "Dat zei Joelia Sjipenku.", None, "the given name before it is of another person"),
    ("en", "It was Klim Shipenkas.", None, "a surname that people bear, in the plural"),
    ("ru", "Терекову там были рады.", None, "a surname that people bear, in the dative"),
    ("nl", "Dat zei Sjipinko, een sjipinko.", None, "a word of the text"),
    ("nl", "Naomi Sjipinko zei dat.", None, "a given name that people bear"),
    ("nl", "Dat zei Gezwets Sjipinko.", None, "a name inside the sentence"),
    ("nl", "Dat zei Julija.", None, "a given name alone"),
    ("nl", "Dat zei Julija, en Peresild luisterde.", None, "a given name alone"),
    ("nl", "Dat zei Sjipenco.", "It was Sjipenco.", "the original has this very word"),
    ("nl", "Dat zei Sjipinka.", "Sjipenko and Sipinka said so.", "the original has a name that is nearer"),
    (
        "nl",
        "Klim Sjipenko zei dat Sjipinko vliegt.",
        "Klim Sjipenko flies.",
        "one more than the original has",
    ),
    ("nl", "De SpeceX vliegt.", None, "what is no person and no place is not told by its spelling"),
    ("nl", "Ze waren in Bajkonorse.", None, "a word made of the name of a place"),
    ("nl", "Dat zei Cruze.", None, "a name of its own"),
    ("ru", "Казахстанцы победили.", None, "a people"),
    ("ru", "Россияне победили.", "Russia won.", "a people"),
    ("ru", "Там говорили с Пересильдом.", None, "a man of the same surname"),
    ("ru", "Там говорили с Шкаплеровой.", None, "a woman of the same surname"),
    ("ru", "Там были Шкаплеровы.", None, "the family"),
]


class TestWhatSpeaksForAName:
    @pytest.mark.parametrize(
        ("locale", "text", "original", "found", "evidence"),
        RESEMBLING,
        ids=[f"{row[3]}-{row[4].name}" for row in RESEMBLING],
    )
    def test_it_can_only_be_a_registered_name(
        self, locale: str, text: str, original: str | None, found: str, evidence: Evidence, lexicon: Lexicon
    ) -> None:
        (occurrence,) = resembling(text, locale, lexicon, original)
        assert (text[occurrence.start : occurrence.end], occurrence.evidence) == (found, evidence)

    @pytest.mark.parametrize(
        ("locale", "text", "original", "why"), NOT_RESEMBLING, ids=[row[3] for row in NOT_RESEMBLING]
    )
    def test_it_may_be_another(
        self, locale: str, text: str, original: str | None, why: str, lexicon: Lexicon
    ) -> None:
        assert resembling(text, locale, lexicon, original) == [], why

    def test_the_form_that_is_right_here_comes_first(self, lexicon: Lexicon) -> None:
        for text, locale, surface in (
            ("Dat zei Medvedew.", "nl", "Medvedev"),
            ("Dat zei Klim Sjipinko.", "nl", "Sjipenko"),
            ("It was Klim Sjipinko.", "en", "Shipenko"),
        ):
            (occurrence,) = resembling(text, locale, lexicon)
            assert (occurrence.senses[0].locale, occurrence.senses[0].surface) == (locale, surface)

    def test_where_no_name_is_registered_nothing_resembles_one(self) -> None:
        empty = compile_lexicon(Registry(path="names.toml", entries=()), LOCALES)
        assert misspellings.misspelled_names(NameContext("Dat zei Sjipinko.", empty, "nl")) == ()

    @pytest.mark.parametrize(
        ("locale", "text", "original", "surfaces"),
        [
            ("ru", "Там говорили с Крузя.", "It was Tom Cruise.", {"Круза"}),
            ("ru", "Там был Терешковх.", "It was Tereshkova.", {"Терешкова", "Терешкову"}),
            (
                "en",
                "It was Beikonur’s.",
                None,
                {"Baikonur", "Bajkonoer", "Baykonur", "Байконур", "Baikonoer"},
            ),
        ],
    )
    def test_it_may_be_what_is_about_as_near_as_the_nearest(
        self, locale: str, text: str, original: str | None, surfaces: set[str], lexicon: Lexicon
    ) -> None:
        (occurrence,) = resembling(text, locale, lexicon, original)
        assert {reading.surface for reading in occurrence.senses} == surfaces

    def test_a_word_made_of_the_name_of_a_place_may_leave_out_its_last_two_letters(self) -> None:
        turkey = lexicon_of("turkey", Kind.PLACE, {"en": "Turkey"})
        original = "It was in Turkey."
        assert resembling("There was a Turki song.", "en", turkey, original) == []
        assert resembling("It was in Turkky.", "en", turkey, original) != []

    def test_an_initial_of_the_original_is_no_name_that_is_nearer(self) -> None:
        oe = lexicon_of("kenzaburo-oe", Kind.PERSON, {"nl": "Kenzaburo Oe", "en": "Kenzaburo Oe"})
        assert resembling("Dat zei Oi.", "nl", oe, "It was Kenzaburo Oe, and O. agreed.") != []
        assert resembling("Dat zei Oi.", "nl", oe, "It was Kenzaburo Oe, and Oi agreed.") == []

    def test_a_locale_for_which_nobody_wrote_how_names_are_spelled_is_read_too(self) -> None:
        czech = lexicon_of("klim-shipenko", Kind.PERSON, {"cs": "Klim Šipenko", "en": "Klim Shipenko"})
        assert resembling("Naomi Šipinko tam byla.", "cs", czech) == []

    def test_several_are_found_in_their_order(self, lexicon: Lexicon) -> None:
        text = "Dat zeiden Klim Sjipinko, Joelia Peresilt en Clim Shipinko in Bajkonor."
        found = [text[one.start : one.end] for one in resembling(text, "nl", lexicon)]
        assert found == ["Sjipinko", "Peresilt", "Clim Shipinko", "Bajkonor"]


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
