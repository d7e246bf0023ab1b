"""What is written in the place of a wrong spelling: which form, in which case, in which letters."""

from dataclasses import replace

import pytest

from l10n.languages.grammar import Case, Gender, Kind
from l10n.names.recognition.consistency import fix_names
from l10n.names.recognition.correction import Rewriting, Target, choose_target, is_acronym, rewrite_occurrence
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.recognition.name_context import NameContext
from l10n.names.recognition.occurrences import Evidence
from l10n.names.recognition.registered_names import OriginalText, read_names
from l10n.names.registry.entries import LocaleForms, NameEntry, Registry

LOCALES = ("nl", "en", "ru")


def lexicon_of(*entries: NameEntry) -> Lexicon:
    return compile_lexicon(Registry(path="names.toml", entries=entries), LOCALES)


def named(
    entry_id: str, kind: Kind, gender: Gender | None = None, native: str = "", **locales: LocaleForms
) -> NameEntry:
    return NameEntry(
        id=entry_id,
        kind=kind,
        gender=gender,
        native=native or next(iter(locales.values())).preferred,
        language="ru",
        because="",
        locales=locales,
    )


def target_of(
    context: NameContext, name: str, entry_id: str | None = None, surface: str | None = None
) -> Target:
    """Return what is to be written for the words `name`, read as one surface of an entry."""
    for place, occurrence in enumerate(context.occurrences):
        if context.text[occurrence.start : occurrence.end] == name:
            reading = next(
                reading
                for reading in occurrence.senses
                if entry_id in (None, reading.entry) and surface in (None, reading.surface)
            )
            return choose_target(context, place, reading)
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("ISS", True),
        ("U.S.", True),
        ("МКС", True),
        ("I", False),
        ("I.", False),
        ("Iss", False),
        ("U S", False),
    ],
)
def test_one_word_of_several_capitals_is_an_acronym(form: str, wanted: bool) -> None:
    assert is_acronym(form) is wanted


class TestForm:
    def states(self, *admitted: str) -> Lexicon:
        return lexicon_of(
            named(
                "united-states",
                Kind.PLACE,
                nl=LocaleForms(preferred="Verenigde Staten", admitted=admitted),
                en=LocaleForms(preferred="United States", admitted=("U.S.",)),
            )
        )

    @pytest.mark.parametrize(
        ("found", "admitted", "form"),
        [
            ("U.S.", ("de Staten", "VS"), "VS"),
            ("U.S.", ("de Staten",), "Verenigde Staten"),
            ("United States", ("VS",), "Verenigde Staten"),
        ],
    )
    def test_an_acronym_stands_for_an_acronym(self, found: str, admitted: tuple[str, ...], form: str) -> None:
        context = NameContext(f"Volgens {found} is dat zo.", self.states(*admitted), "nl")
        assert target_of(context, found).form == form

    def test_a_possessive_stays_one_by_the_rule_of_the_locale(self, lexicon: Lexicon) -> None:
        context = NameContext("De film van Shipenko’s zoon en Shipenkos.", lexicon, "nl")
        assert target_of(context, "Shipenko’s").surface == "Sjipenko’s"


class TestCase:
    """The case is that of what is found, unless it was misspelt; then what stands around it counts first."""

    def case_of(self, text: str, name: str, lexicon: Lexicon) -> tuple[str | None, tuple[str, ...]]:
        found = target_of(read_names(text, "ru", lexicon, None), name)
        return found.surface, found.because

    @pytest.mark.parametrize(
        ("text", "name", "surface", "because"),
        [
            ("Тогда видели Щкаплерову.", "Щкаплерову", "Шкаплерову", "dative case, from “Щкаплерову”"),
            ("Тогда к Shkaplerov.", "Shkaplerov", "Шкаплерову", "dative case, from “к”"),
            ("Тогда космонавту Shkaplerov.", "Shkaplerov", "Шкаплерову", "dative case, from “космонавту”"),
            (
                "Тогда летел Антоном А. Shkaplerov.",
                "Shkaplerov",
                "Шкаплеровым",
                "instrumental case, from “Антоном”",
            ),
            (
                "Тогда летел Anton А. Шкаплеровым.",
                "Anton",
                "Антоном",
                "instrumental case, from “Шкаплеровым”",
            ),
            (
                "Тогда фильм Shkaplerov’s.",
                "Shkaplerov’s",
                "Шкаплерова",
                "genitive case, from the possessive “Shkaplerov’s”",
            ),
            ("Shkaplerov летел.", "Shkaplerov", "Шкаплеров", "nominative case, at the start"),
            ("Тогда «Shkaplerov».", "Shkaplerov", "Шкаплеров", "nominative case, at the start"),
        ],
    )
    def test_it_is_told_and_says_by_what(
        self, text: str, name: str, surface: str, because: str, lexicon: Lexicon
    ) -> None:
        assert self.case_of(text, name, lexicon) == (surface, (because,))

    def test_a_registered_spelling_shows_its_case_before_a_preposition_does(self, lexicon: Lexicon) -> None:
        assert self.case_of("Тогда к Щкаплеровым.", "Щкаплеровым", lexicon)[0] == "Шкаплеровым"

    @pytest.mark.parametrize(
        ("text", "name", "surface"),
        [
            ("Тогда к Шкаплировым.", "Шкаплировым", "Шкаплерову"),
            ("Тогда летел Шкаплировым.", "Шкаплировым", "Шкаплеровым"),
        ],
    )
    def test_a_misspelt_word_shows_its_case_after_a_preposition_does(
        self, text: str, name: str, surface: str, lexicon: Lexicon
    ) -> None:
        assert self.case_of(text, name, lexicon)[0] == surface

    def test_where_nothing_tells_it_the_surfaces_to_choose_from_are_given(self, lexicon: Lexicon) -> None:
        found = target_of(NameContext("Тогда летел Shkaplerov.", lexicon, "ru"), "Shkaplerov")
        assert found.surface is None
        assert found.choices == ("Шкаплеров", "Шкаплерова", "Шкаплерову", "Шкаплеровым", "Шкаплерове")

    def test_a_plural_has_no_case_of_one_person(self, lexicon: Lexicon) -> None:
        found = target_of(NameContext("Тогда летели Shkaplerovs.", lexicon, "ru"), "Shkaplerovs")
        assert (found.surface, found.choices) == (None, ("Шкаплеров",))

    @pytest.mark.parametrize("text", ["Тогда летел Sasha Petrov.", "Тогда с Sasha Petrov."])
    def test_a_form_that_nobody_knows_is_not_written(self, text: str) -> None:
        unknown = named(
            "sasha-petrov",
            Kind.PERSON,
            ru=LocaleForms(preferred="Саша Петров"),
            en=LocaleForms(preferred="Sasha Petrov"),
        )
        found = target_of(NameContext(text, lexicon_of(unknown), "ru"), "Sasha Petrov")
        assert (found.surface, found.choices) == (None, ("Саша Петров",))

    def test_only_the_same_persons_name_beside_it_shows_the_case(self) -> None:
        # «Александра» is a nominative of hers, and none of his
        both = lexicon_of(
            named(
                "pushkin",
                Kind.PERSON,
                Gender.MALE,
                ru=LocaleForms(preferred="Александр Пушкин"),
                en=LocaleForms(preferred="Alexander Pushkin"),
            ),
            named(
                "kollontai",
                Kind.PERSON,
                Gender.FEMALE,
                ru=LocaleForms(preferred="Александра Коллонтай"),
                en=LocaleForms(preferred="Alexandra Kollontai"),
            ),
        )
        context = NameContext("Тогда видели Александра С. Pushkin.", both, "ru")
        assert target_of(context, "Pushkin").surface == "Пушкина"

    @pytest.mark.parametrize(
        ("written", "choices"),
        [
            ("Bajkonura", ("Байконур", "Байконура", "Байконуру", "Байконуром", "Байконуре")),
            ("Бойконура", ("Байконура",)),
        ],
    )
    def test_an_ending_in_another_alphabet_shows_no_case(
        self, written: str, choices: tuple[str, ...], lexicon: Lexicon
    ) -> None:
        right, wrong = "Тогда вид Байконура.", f"Тогда вид {written}."
        (plain,) = NameContext(right, lexicon, "ru").occurrences
        told = (replace(plain, end=plain.start + len(written), evidence=Evidence.ORIGINAL),)
        context = NameContext(wrong, lexicon, "ru", occurrences=told)
        reading = next(one for one in plain.senses if one.cases == (Case.GENITIVE,))
        assert choose_target(context, 0, reading).choices == choices


class TestRewriting:
    """Only what is wrong is replaced; capitals, apostrophes and blanks are kept."""

    def written(self, text: str, name: str, surface: str, lexicon: Lexicon) -> Rewriting:
        context = NameContext(text, lexicon, "en")
        (occurrence,) = context.occurrences
        assert text[occurrence.start : occurrence.end] == name
        return rewrite_occurrence(context, occurrence, occurrence.senses[0], surface)

    def test_nothing_is_replaced_by_itself(self, lexicon: Lexicon) -> None:
        found = self.written("It was Klim Sjipenko.", "Klim Sjipenko", "Klim Sjipenko", lexicon)
        assert found == Rewriting(start=20, end=20, replacement="", kept="Klim Sjipenko")

    def test_words_that_are_right_are_not_in_it(self, lexicon: Lexicon) -> None:
        found = self.written("It was Klim Schipenko.", "Klim Schipenko", "Klim Shipenko", lexicon)
        assert found == Rewriting(start=12, end=21, replacement="Shipenko", kept="Klim")
        found = self.written("It was Klim Schipenko.", "Klim Schipenko", "Kim Schipenko", lexicon)
        assert found == Rewriting(start=7, end=11, replacement="Kim", kept="Schipenko")

    def test_what_has_another_number_of_words_is_replaced_as_a_whole(self, lexicon: Lexicon) -> None:
        found = self.written("It was Space X.", "Space X", "SpaceX", lexicon)
        assert found == Rewriting(start=7, end=14, replacement="SpaceX", kept="")

    def test_a_reading_of_another_number_of_words_tells_nothing_of_capitals(self, lexicon: Lexicon) -> None:
        context = NameContext("It was KLIM.", lexicon, "en")
        (occurrence,) = context.occurrences
        reading = occurrence.senses[0]._replace(surface="Klim Shipenko")
        assert rewrite_occurrence(context, occurrence, reading, "Kim").replacement == "Kim"

    @pytest.mark.parametrize(("found", "written"), [("KLIM", "EN"), ("NA", "EN"), ("A", "en")])
    def test_one_capital_letter_is_no_word_in_capitals(
        self, found: str, written: str, lexicon: Lexicon
    ) -> None:
        text = f"It was {found}."
        (klim,) = NameContext("It was Klim.", lexicon, "en").occurrences
        context = NameContext(text, lexicon, "en", occurrences=(replace(klim, end=klim.start + len(found)),))
        reading = klim.senses[0]._replace(surface=found.lower())
        assert rewrite_occurrence(context, context.occurrences[0], reading, "en").replacement == written

    @pytest.mark.parametrize(
        ("locale", "text", "wanted"),
        [
            ("en", "Wincent\u00a0fan\n Goch", "Vincent\u00a0van\n Gogh"),
            ("en", "It was WINCENT FAN GOCH.", "It was VINCENT VAN GOGH."),
            ("nl", "Internationaal ruimtestation", "Internationale ruimtestation"),
            ("nl", "International Space Station", "Internationale ruimtestation"),
            ("nl", "internationaal ruimtestation", "internationale ruimtestation"),
            ("nl", "Het Internationaal ruimtestation", "Het internationale ruimtestation"),
        ],
    )
    def test_blanks_and_capitals_are_kept(self, locale: str, text: str, wanted: str) -> None:
        entries = lexicon_of(
            named(
                "gogh",
                Kind.PERSON,
                Gender.MALE,
                en=LocaleForms(preferred="Vincent van Gogh", deprecated=("Wincent fan Goch",)),
            ),
            named(
                "station",
                Kind.VESSEL,
                nl=LocaleForms(
                    preferred="internationale ruimtestation", deprecated=("internationaal ruimtestation",)
                ),
                en=LocaleForms(preferred="International Space Station"),
            ),
        )
        assert fix_names(text, locale, entries)[0] == wanted

    @pytest.mark.parametrize(
        ("locale", "text", "wanted"),
        [
            ("en", "It was SJIPENKO’S film.", "It was SHIPENKO’S film."),
            ("en", "It was SJIPENKO’s film.", "It was SHIPENKO’s film."),
            ("en", "It was SJIPENKO'S film.", "It was SHIPENKO'S film."),
            ("en", "It was Sjipenko's film.", "It was Shipenko's film."),
            ("nl", "Het was KLIM SCHIPENKO’S film.", "Het was KLIM SJIPENKO’S film."),
            ("nl", "Het was PERESILD’S film.", "Het was PERESILDS film."),
            ("ru", "Вот Спейс Икс летит.", "Вот SpaceX летит."),
        ],
    )
    def test_a_possessive_is_written_as_it_was(
        self, locale: str, text: str, wanted: str, lexicon: Lexicon
    ) -> None:
        assert fix_names(text, locale, lexicon)[0] == wanted

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("It was THE HELL OF 63.", "It was THE HELL OF ’63."),
            ("It was the Hell of 63.", "It was The Hell of ’63."),
            ("It was a Hell of 63.", "It was a The Hell of ’63."),
        ],
    )
    def test_an_article_is_not_written_twice(self, text: str, wanted: str, lexicon: Lexicon) -> None:
        assert fix_names(text, "en", lexicon)[0] == wanted


def test_the_original_does_not_change_what_is_written(lexicon: Lexicon) -> None:
    original = OriginalText(text="Shkaplerov flies.", locale="en")
    context = read_names("Шкаплиров летит.", "ru", lexicon, original)
    assert target_of(context, "Шкаплиров").surface == "Шкаплеров"
