"""What `names find` proposes, from an empty registry, and what it leaves alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from l10n.catalog import pofile
from l10n.languages.grammar import Gender, Kind
from l10n.model import Location
from l10n.names.discovery.mentions import Passage, PlacedText
from l10n.names.discovery.proposal import Proposal
from l10n.names.discovery.proposals import propose_entries
from l10n.names.inflection.lemmas import lemmas
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.registry.entries import EntryStatus, NameEntry, Registry
from l10n.names.transcription.consensus import find_consensus

ROOT = Path(__file__).parents[4]
LOCALES = ("nl", "en", "ru")
EMPTY = compile_lexicon(Registry(path="locales/names.toml"), LOCALES)


def placed(text: str, path: str, line: int) -> PlacedText:
    return PlacedText(text=text, locate=lambda offset: Location(path=path, line=line, column=offset + 1))


def passage(source: str, line: int = 1, **texts: str) -> Passage:
    original = placed(source, "source/x.txt", line)
    return Passage(
        source=original,
        translations={locale: placed(text, f"{locale}.po", line) for locale, text in texts.items()},
    )


def proposed(passages: Sequence[Passage], lexicon: Lexicon = EMPTY) -> list[Proposal]:
    return list(propose_entries(passages, "en", LOCALES, lexicon))


def forms(entry: NameEntry) -> tuple[str, ...]:
    return tuple(entry.locales[locale].preferred for locale in LOCALES)


@pytest.fixture(scope="module")
def texts() -> dict[str, dict[str, str]]:
    """The texts of the article and their translations, by locale."""
    found = {}
    for locale in LOCALES:
        path = ROOT / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po"
        catalog = pofile.read(path.read_bytes(), path.name).catalog(locale, "")
        found[locale] = {message.msgid: message.msgstr[0] for message in catalog.live}
    return found


PERSONS_AND_PLACES = {
    ("Joelia Peresild", "Yulia Peresild", "Юлия Пересильд"),
    ("Klim Sjipenko", "Klim Shipenko", "Клим Шипенко"),
    ("Anton Sjkaplerov", "Anton Shkaplerov", "Антон Шкаплеров"),
    ("Tom Cruise", "Tom Cruise", "Том Круз"),
    ("Elon Musk", "Elon Musk", "Илон Маск"),
    ("Dennis Kleyn", "Dennis Kleyn", "Деннис Клейн"),
    ("Bajkonoer", "Baikonur", "Байконур"),
    ("Kazachstan", "Kazakhstan", "Казахстан"),
    ("Rusland", "Russia", "Россия"),
    ("Verenigde Staten", "United States", "США"),
}


def translations(texts: dict[str, dict[str, str]], msgid: str, locales: Sequence[str]) -> dict[str, str]:
    return {locale: texts[locale][msgid] for locale in locales}


class TestTheArticle:
    """From an empty registry every person and place is proposed with the right three forms, and nobody else."""

    @pytest.mark.parametrize("known", [LOCALES, ("ru",), ("nl",), ("nl", "ru"), ()], ids="+".join)
    def test_every_person_and_place_has_the_right_forms(
        self, texts: dict[str, dict[str, str]], known: Sequence[str]
    ) -> None:
        passages = [
            passage(msgid, line, **translations(texts, msgid, known))
            for line, msgid in enumerate(texts["en"], start=1)
        ]
        found = proposed(passages)
        named = {
            forms(proposal.entry) for proposal in found if proposal.entry.kind in (Kind.PERSON, Kind.PLACE)
        }
        wanted = set(PERSONS_AND_PLACES)
        if "ru" not in known:
            # the source has Joelia only, which may be a Dutch given name: nothing says that English writes Yulia
            wanted -= {("Joelia Peresild", "Yulia Peresild", "Юлия Пересильд")}
            wanted |= {("Joelia Peresild", "Joelia Peresild", "Юлия Пересильд")}
        # without the Russian translation Vizov is one more surname, as far as anyone can tell
        assert named - {("Vyzov", "Vizov", "Визов"), ("Vizov", "Vizov", "Визов")} == wanted
        assert all(proposal.entry.status is EntryStatus.PROPOSED for proposal in found)
        assert all(proposal.because for proposal in found)

    def test_genders_films_and_companies(self, texts: dict[str, dict[str, str]]) -> None:
        passages = [passage(msgid, 1, **translations(texts, msgid, LOCALES)) for msgid in texts["en"]]
        found = {proposal.entry.id: proposal.entry for proposal in proposed(passages)}
        assert found["yulia-peresild"].gender is Gender.FEMALE
        assert found["elon-musk"].gender is Gender.MALE
        assert (found["vyzov"].kind, forms(found["vyzov"])) == (Kind.WORK, ("Vyzov", "Vyzov", "Вызов"))
        assert found["vyzov"].locales["en"].deprecated == ("Vizov",)
        for company in ("spacex", "tesla", "planet-x"):
            assert found[company].kind is Kind.ORGANISATION
            assert len(set(forms(found[company]))) == 1
        assert (found["kazakhstan"].native, found["kazakhstan"].language) == ("Қазақстан", "kk")
        assert (found["tom-cruise"].native, found["tom-cruise"].language) == ("Tom Cruise", "en")

    def test_what_is_registered_is_not_proposed(
        self, texts: dict[str, dict[str, str]], real_lexicon: Lexicon
    ) -> None:
        passages = [passage(msgid, 1, **translations(texts, msgid, LOCALES)) for msgid in texts["en"]]
        assert proposed(passages, real_lexicon) == []


class TestEvidence:
    def test_a_surname_alone_belongs_to_the_full_name(self) -> None:
        (found,) = proposed(
            [passage("Sergei Prokofiev wrote it.", 1), passage("Prokofiev died.", 2, nl="Prokofjev stierf.")]
        )
        assert set(found.seen) == {"Sergei Prokofiev", "Prokofiev"}

    def test_the_case_in_which_a_translation_has_it_is_undone(self) -> None:
        (found,) = proposed([passage("They met Maria Zakharova.", ru="Они встретились с Марией Захаровой.")])
        assert forms(found.entry) == ("Maria Zacharova", "Maria Zakharova", "Мария Захарова")
        assert found.entry.gender is Gender.FEMALE

    def test_the_spelling_of_the_translators_wins_where_it_is_one_of_their_language(self) -> None:
        (found,) = proposed([passage("They met Sergei Shoigu.", en="They met Sergei Shoigu today.")])
        assert found.entry.locales["en"].preferred == "Sergei Shoigu"

    def test_what_a_translator_has_confirmed_beats_the_scheme_of_the_house(self) -> None:
        (found,) = proposed([passage("They met Klim Shipenko.", nl="Zij ontmoetten Klim Shipenko.")])
        assert found.entry.locales["nl"].preferred == "Klim Shipenko"
        assert (
            "nl: the translations write Klim Shipenko; the house scheme would write Klim Sjipenko"
            in found.because
        )

    def test_a_russian_name_nobody_has_translated_is_transcribed(self) -> None:
        (found,) = proposed([passage("They met Klim Shipenko.")])
        assert forms(found.entry) == ("Klim Sjipenko", "Klim Shipenko", "Клим Шипенко")

    def test_two_spellings_in_one_locale_are_told(self) -> None:
        (found,) = proposed(
            [
                passage("Anton Shkaplerov flies.", 1, nl="Anton Sjkaplerov vliegt."),
                passage("Anton Shkaplerov lands.", 2, nl="Anton Sjkapljerov landt."),
            ]
        )
        assert [(variant.text, str(variant.location)) for variant in found.variants] == [
            ("Anton Sjkapljerov", "nl.po:2:1")
        ]

    def test_ids_are_never_taken_twice(self, real_lexicon: Lexicon) -> None:
        found = proposed([passage("The other Yulia Pereszild flew with Marina Sidorova.")], real_lexicon)
        assert {proposal.entry.id for proposal in found}.isdisjoint(real_lexicon.entries)

    def test_a_possessive_is_undone_where_a_translation_tells(self) -> None:
        text = passage("Johan Cruijffs zoon speelt ook.", en="Johan Cruijff’s son plays too.")
        (found,) = propose_entries([text], "nl", ("nl", "en"), EMPTY)
        assert found.entry.preferred("nl") == found.entry.preferred("en") == "Johan Cruijff"


class TestARussianSource:
    def test_cases_are_undone_on_this_side_too(self) -> None:
        passages = [
            passage(
                "Вместе с Климом Шипенко в Голливуде был Том Круз.",
                1,
                nl="Samen met Klim Sjipenko was Tom Cruise in Hollywood.",
                en="Tom Cruise was in Hollywood with Klim Shipenko.",
            ),
            passage("Клим Шипенко вернулся.", 2, nl="Klim Sjipenko is terug."),
        ]
        found = propose_entries(passages, "ru", (*LOCALES, "fi"), EMPTY)
        assert [forms(proposal.entry) for proposal in found] == [
            ("Klim Sjipenko", "Klim Shipenko", "Клим Шипенко"),
            ("Hollywood", "Hollywood", "Голливуд"),
            ("Tom Cruise", "Tom Cruise", "Том Круз"),
        ]
        # how Finnish writes Russian names is not known here: so it says nothing
        assert all("fi" not in proposal.entry.locales for proposal in found)


NO_NAMES = [
    passage("The Americans won.", nl="De Amerikanen wonnen.", ru="Американцы победили."),
    passage("The Space Age began.", nl="Het Ruimtetijdperk begon.", ru="Началась космическая эра."),
    passage("Monday was quiet.", nl="Maandag was rustig.", ru="Понедельник был тихим."),
    passage("Cosmonauts flew.", nl="Kosmonauten vlogen.", ru="Космонавты летели."),
    passage("Actress on Earth", nl="Actrice op aarde", ru="Актриса на Земле"),
    passage(
        source="See https://example.org/Anton/Shkaplerov.", nl="Zie https://example.org/Anton/Shkaplerov."
    ),
    passage("The Internet is slow.", nl="Het internet is traag.", ru="Интернет работает медленно."),
    passage(
        source="President and Minister met.", nl="President en minister spraken.", ru="Президент встретился."
    ),
]


@pytest.mark.parametrize("text", NO_NAMES, ids=lambda text: text.source.text)
def test_what_is_no_name_is_not_proposed(text: Passage) -> None:
    assert proposed([text]) == []


class TestVoting:
    def test_two_transliterations_leave_one_name(self) -> None:
        alone = find_consensus([("Julia Peresild", "en")], [], Kind.PERSON, ["en"])
        together = find_consensus(
            [("Julia Peresild", "en"), ("Joelia Peresild", "nl")], [], Kind.PERSON, ["nl", "en"]
        )
        assert together.native == "Юлия Пересильд"
        assert together.probability >= alone.probability

    def test_a_russian_form_decides(self) -> None:
        found = find_consensus([("Vizov", "en"), ("Vyzov", "nl")], ["Вызов"], Kind.WORK, ["nl", "en"])
        assert found.native == "Вызов"

    def test_a_misspelt_russian_form_loses_against_two_spellings_that_agree(self) -> None:
        spellings = [("Klim Sjipenko", "nl"), ("Klim Shipenko", "en")]
        found = find_consensus(spellings, ["Клим Сжипенко"], Kind.PERSON, ["nl", "en"])
        assert found.native == "Клим Шипенко"


NOMINATIVES = [
    ("Илона Маска", Kind.PERSON, "Elon Musk", "Илон Маск"),
    ("Климом Шипенко", Kind.PERSON, "Klim Sjipenko", "Клим Шипенко"),
    ("Юлии Пересильд", Kind.PERSON, "Joelia Peresild", "Юлия Пересильд"),
    ("Антоном Шкаплеровым", Kind.PERSON, "Anton Shkaplerov", "Антон Шкаплеров"),
    ("Казахстане", Kind.PLACE, "Kazakhstan", "Казахстан"),
    ("Нижнем Новгороде", Kind.PLACE, "Nizhny Novgorod", "Нижний Новгород"),
]


@pytest.mark.parametrize(("surface", "kind", "like", "wanted"), NOMINATIVES)
def test_the_nominative_behind_a_case_form_is_found(surface: str, kind: Kind, like: str, wanted: str) -> None:
    assert lemmas(surface, "ru", kind, like)[0].form == wanted


def test_a_language_without_cases_has_nothing_to_undo() -> None:
    (found,) = lemmas("Elon Musk", "nl", Kind.PERSON, "Elon Musk")
    assert found.form == "Elon Musk"
