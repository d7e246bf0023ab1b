"""What stands around a name: whose it is, whether the text surely names somebody, and what it is a part of."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from l10n.languages.grammar import Gender, Kind
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.recognition.name_context import NameContext, Referent
from l10n.names.recognition.occurrences import Evidence
from l10n.names.registry.entries import LocaleForms, NameEntry, Registry
from l10n.names.text.sentence_context import WORD_LIMIT

LOCALES = ("nl", "en", "ru")


def named(entry_id: str, kind: Kind, nl: str, en: str | None = None) -> NameEntry:
    return NameEntry(
        id=entry_id,
        kind=kind,
        gender=Gender.MALE if kind is Kind.PERSON else None,
        native=nl,
        language="nl",
        because="",
        locales={"nl": LocaleForms(preferred=nl), "en": LocaleForms(preferred=en or nl)},
    )


def lexicon_of(*entries: NameEntry) -> Lexicon:
    return compile_lexicon(Registry(path="names.toml", entries=entries), LOCALES)


# real namesakes and places that are also something else
OTHERS = lexicon_of(
    named("neville-neville", Kind.PERSON, "Neville Neville"),
    named("dennis-kleyn", Kind.PERSON, "Dennis Kleyn"),
    named("dennis-buses", Kind.ORGANISATION, "Dennis"),
    named("jack-london", Kind.PERSON, "Jack London"),
    named("vladimir-putin", Kind.PERSON, "Vladimir Poetin", "Vladimir Putin"),
    named("kate-bush", Kind.PERSON, "Kate Bush"),
    named("will-smith", Kind.PERSON, "Will Smith"),
    named("theresa-may", Kind.PERSON, "Theresa May"),
    named("turkey", Kind.PLACE, "Turkije", "Turkey"),
    named("jordan", Kind.PLACE, "Jordanië", "Jordan"),
    named("scotland", Kind.PLACE, "Schotland", "Scotland"),
    named("boris-johnson", Kind.PERSON, "Boris Johnson"),
)


def index_of(context: NameContext, name: str, occasion: int = 0) -> int:
    """Return which occurrence is the one with these words."""
    found = [
        place
        for place, occurrence in enumerate(context.occurrences)
        if context.text[occurrence.start : occurrence.end] == name
    ]
    return found[occasion]


class TestSameName:
    """The other part of a name is looked for on the side that is asked for, beyond one word at most."""

    @pytest.mark.parametrize(
        "text",
        [
            "Klim A. Sjipenko",
            "Klim Aleksejevitsj Sjipenko",
            "Klim\n A. Sjipenko",
            "Klim A Sjipenko",
            f"Klim {'A'.ljust(WORD_LIMIT - 2, 'a')} Sjipenko",
        ],
    )
    def test_one_word_or_initial_may_stand_between(self, text: str, lexicon: Lexicon) -> None:
        context = NameContext(text, lexicon, "nl")
        given, surname = context.occurrences
        assert context.same_name(0, "klim-shipenko", 1) == surname
        assert context.same_name(1, "klim-shipenko", -1) == given
        assert context.same_name(0, "klim-shipenko", -1) is None
        assert context.same_name(1, "klim-shipenko", 1) is None

    @pytest.mark.parametrize(
        "text",
        [
            "Klim, Sjipenko",
            "Klim en Sjipenko",
            "Klim Aleksejevitsj A. Sjipenko",
            "Klim\n\nSjipenko",
            "Sjipenko Sjipenko",
            f"Klim {'A'.ljust(WORD_LIMIT - 1, 'a')} Sjipenko",  # further than is looked
        ],
    )
    def test_these_are_not_parts_of_one_name(self, text: str, lexicon: Lexicon) -> None:
        context = NameContext(text, lexicon, "nl")
        assert len(context.occurrences) == 2
        assert context.same_name(0, "klim-shipenko", 1) is None

    def test_another_name_between_is_a_border(self, lexicon: Lexicon) -> None:
        context = NameContext("Klim Peresild Sjipenko", lexicon, "nl")
        assert context.same_name(0, "klim-shipenko", 1) is None

    def test_two_names_that_touch_are_not_one(self, lexicon: Lexicon) -> None:
        first, second = NameContext("Klim A. Sjipenko", lexicon, "nl").occurrences
        touching = (first, replace(second, start=first.end, end=first.end + 8))
        context = NameContext("KlimSjipenko", lexicon, "nl", occurrences=touching)
        assert context.same_name(0, "klim-shipenko", 1) is None

    def test_what_a_word_is_of_another_entry_does_not_count(self) -> None:
        ours = named("yulia-peresild", Kind.PERSON, "Joelia Peresild", "Yulia Peresild")
        both = lexicon_of(ours, named("another", Kind.PERSON, "Anna Joelia"))
        context = NameContext("Joelia Yulia", both, "nl")
        assert len(context.occurrences) == 2
        assert context.same_name(0, "yulia-peresild", 1) is None


OURS = [
    ("nl", "Dat zei Peresild gisteren.", "Peresild"),
    ("nl", "Dat zei actrice Peresild gisteren.", "Peresild"),
    ("nl", "Dat zei Joelia gisteren.", "Joelia"),
    ("nl", "Dat zei J. Peresild gisteren.", "Peresild"),
    ("nl", "J. Peresild zei dat.", "Peresild"),
    ("nl", "Dat zei j. Peresild gisteren.", "Peresild"),
    ("nl", "Dat zei Joelia A. Peresild gisteren.", "Peresild"),
    ("nl", "Dat zei Joelia A. Peresild gisteren.", "Joelia"),
    ("nl", "De Peresild-film is klaar.", "Peresild"),
    ("nl", "De anti-Peresild is klaar.", "Peresild"),
    ("nl", "Het 2-Peresild is klaar.", "Peresild"),
    ("nl", "De A2-Peresild is klaar.", "Peresild"),
    ("nl", "Van Peresild-", "Peresild"),
    ("nl", f"{'J'.ljust(WORD_LIMIT, 'a')}-Peresild en anderen", "Peresild"),  # further than is looked
    ("nl", "-Peresild en anderen", "Peresild"),
    ("nl", "Joelia van de film.", "Joelia"),
    ("nl", "Joelia van", "Joelia"),
    ("nl", "Joelia Van alles.", "Joelia"),
    ("nl", "Kim Joelia zei dat.", "Joelia"),
    ("nl", "Kim Peresild zei dat, en kim is een vorm van mimiek.", "Peresild"),
    ("nl", "Dat zei Joelia Peresild de Grote.", "Joelia Peresild"),
    ("ru", "Это сказала Ю. Пересильд.", "Пересильд"),
]
ANOTHER = [
    ("nl", "Dat zei Kim Peresild gisteren.", "Peresild"),
    ("nl", "Dat zei A. Peresild gisteren.", "Peresild"),
    ("nl", "A. Peresild zei dat.", "Peresild"),
    ("nl", "A.\u00a0Peresild zei dat.", "Peresild"),
    ("nl", "Dat zei Joelia Navalnaja gisteren.", "Joelia"),
    ("nl", "Dat zei Joelia van den Berg gisteren.", "Joelia"),
    ("nl", "Dat zei Joelia van Berg gisteren.", "Joelia"),
    ("nl", "Dat zei Joelia van De Velde gisteren.", "Joelia"),
    ("nl", "Dat zei Kim Joelia gisteren.", "Joelia"),
    ("nl", "De film Peresild-Jansen is klaar.", "Peresild"),
    ("nl", "Jansen-Peresild en anderen", "Peresild"),
    ("nl", "X-Peresild en anderen", "Peresild"),
    ("nl", "Dat is X-Peresild.", "Peresild"),
    ("nl", f"{'J'.ljust(WORD_LIMIT - 1, 'a')}-Peresild en anderen", "Peresild"),
    ("nl", "De film van Jansen-Peresild is klaar.", "Peresild"),
]


class TestReferent:
    """A surname or a given name alone is ours unless something beside it shows that it is somebody else's."""

    def referent(
        self, text: str, name: str, lexicon: Lexicon, locale: str = "nl", expected: Collection[str] = ()
    ) -> Referent:
        context = NameContext(text, lexicon, locale, expected=expected)
        return context.referent(index_of(context, name), "yulia-peresild")

    @pytest.mark.parametrize(("locale", "text", "name"), OURS)
    def test_it_is_ours(self, locale: str, text: str, name: str, lexicon: Lexicon) -> None:
        assert self.referent(text, name, lexicon, locale) is Referent.REGISTERED

    @pytest.mark.parametrize(("locale", "text", "name"), ANOTHER)
    def test_it_is_somebody_elses(self, locale: str, text: str, name: str, lexicon: Lexicon) -> None:
        assert self.referent(text, name, lexicon, locale) is Referent.ANOTHER

    def test_nobody_can_tell_whether_a_word_that_opens_a_sentence_is_a_given_name(
        self, lexicon: Lexicon
    ) -> None:
        assert self.referent("Kim Peresild zei dat.", "Peresild", lexicon) is Referent.UNCERTAIN

    def test_a_surname_that_the_original_has_is_ours_whatever_stands_before_it(
        self, lexicon: Lexicon
    ) -> None:
        expected = ("yulia-peresild",)
        assert (
            self.referent("Dat zei Kim Peresild.", "Peresild", lexicon, expected=expected)
            is Referent.REGISTERED
        )
        assert self.referent("Dat zei Joelia Navalnaja.", "Joelia", lexicon, expected=expected) is (
            Referent.ANOTHER
        )

    def test_a_misspelling_is_ours_where_the_original_speaks_for_it(self, lexicon: Lexicon) -> None:
        plain = NameContext("Dat zei Kim Peresild.", lexicon, "nl").occurrences[0]
        referents = {}
        for evidence in (Evidence.ORIGINAL, Evidence.SPELLING):
            told = (replace(plain, evidence=evidence),)
            context = NameContext("Dat zei Kim Peresild.", lexicon, "nl", occurrences=told)
            referents[evidence] = context.referent(0, "yulia-peresild")
        assert referents == {Evidence.ORIGINAL: Referent.REGISTERED, Evidence.SPELLING: Referent.ANOTHER}

    @pytest.mark.parametrize(
        ("locale", "text", "name", "entry", "referent"),
        [
            ("en", "It was Gary Neville.", "Neville", "neville-neville", Referent.ANOTHER),
            ("en", "It was Dennis Bergkamp.", "Dennis", "dennis-kleyn", Referent.ANOTHER),
            ("en", "It was Dennis Bergkamp.", "Dennis", "dennis-buses", Referent.REGISTERED),
            ("en", "They met in London.", "London", "jack-london", Referent.ANOTHER),
            ("en", "They met president London.", "London", "jack-london", Referent.REGISTERED),
            ("en", "London", "London", "jack-london", Referent.ANOTHER),
            ("en", "They met Vladimir.", "Vladimir", "vladimir-putin", Referent.REGISTERED),
            ("en", "They met in May.", "May", "theresa-may", Referent.ANOTHER),
            ("en", "They met minister May.", "May", "theresa-may", Referent.REGISTERED),
            ("en", "Bush is another word.", "Bush", "kate-bush", Referent.ANOTHER),
            ("en", "They met Bush.", "Bush", "kate-bush", Referent.REGISTERED),
        ],
    )
    def test_a_word_that_is_something_else_too_is_a_name_only_where_it_can_be_no_other(
        self, locale: str, text: str, name: str, entry: str, referent: Referent
    ) -> None:
        context = NameContext(text, OTHERS, locale)
        assert context.referent(index_of(context, name), entry) is referent

    def test_a_given_name_that_is_a_word_is_ours_where_the_original_names_the_person(self) -> None:
        referents = [
            NameContext("Will is there.", OTHERS, "en", expected=expected).referent(0, "will-smith")
            for expected in ((), ("will-smith",))
        ]
        assert referents == [Referent.ANOTHER, Referent.REGISTERED]


CERTAIN = [
    ("en", "It was Yulia Peresild.", "Yulia Peresild", "yulia-peresild"),
    ("en", "Yulia Peresild was there.", "Yulia Peresild", "yulia-peresild"),
    ("en", "It was Peresild.", "Peresild", "yulia-peresild"),
    ("en", "It was Klim A. Shipenko.", "Klim", "klim-shipenko"),
    ("en", "Klim A. Shipenko was there.", "Shipenko", "klim-shipenko"),
    ("en", "It was actress Yulia.", "Yulia", "yulia-peresild"),
    ("en", "Actress Yulia was there.", "Yulia", "yulia-peresild"),
    ("en", "It was Sjipenko.", "Sjipenko", "klim-shipenko"),
    ("en", "It was in Russia.", "Russia", "russia"),
    ("en", "Russia won.", "Russia", "russia"),
    ("en", "Russia’s rocket won.", "Russia’s", "russia"),
    ("en", "They met Kleyn.", "Kleyn", "dennis-kleyn"),
    ("nl", "Volgens Ruslands grondwet is dat zo.", "Ruslands", "russia"),
    ("en", "THE ISS crew", "ISS", "iss"),
    ("en", "THE YULIA PERESILD SHOW", "YULIA PERESILD", "yulia-peresild"),
    ("en", "It was Tom A. Cruise.", "Cruise", "tom-cruise"),
]
NOT_CERTAIN = [
    ("en", "It was Yulia Navalnaya.", "Yulia", "yulia-peresild", "somebody else"),
    ("en", "It was Yulia.", "Yulia", "yulia-peresild", "a given name alone"),
    ("en", "Yulia was there.", "Yulia", "yulia-peresild", "a given name alone"),
    (
        "en",
        "Peresild was there.",
        "Peresild",
        "yulia-peresild",
        "any word that opens a sentence has a capital",
    ),
    ("en", "They met the Kleyns.", "Kleyns", "dennis-kleyn", "a plural of something"),
    (
        "en",
        "They met the Peresilds.",
        "Peresilds",
        "yulia-peresild",
        "in Dutch it is a genitive, here a plural",
    ),
    ("en", "They watched Russia Insider.", "Russia", "russia", "a longer name"),
    ("en", "They were anti-Russia.", "Russia", "russia", "a compound"),
    ("en", "-Russia won.", "Russia", "russia", "it hangs on a hyphen"),
    ("en", "The Peresild-film was there.", "Peresild", "yulia-peresild", "a compound"),
    ("en", "THE ISS CREW", "ISS", "iss", "all is in capitals"),
    ("nl", "Ruslands", "Ruslands", "russia", "nobody knows which form it is"),
    ("nl", "Ruslands grondwet", "Ruslands", "russia", "nobody knows which form it is"),
    ("en", "They met Kleyn in a kleyn.", "Kleyn", "dennis-kleyn", "a word of the text as well"),
    ("en", "They met Cruise.", "Cruise", "tom-cruise", "a word of the language as well"),
]


class TestIsCertain:
    """A name is expected in the translation only where the text surely names somebody."""

    @pytest.mark.parametrize(("locale", "text", "name", "entry"), CERTAIN)
    def test_it_surely_is(self, locale: str, text: str, name: str, entry: str, lexicon: Lexicon) -> None:
        context = NameContext(text, lexicon, locale)
        assert context.is_certain(index_of(context, name), entry)

    @pytest.mark.parametrize(
        ("locale", "text", "name", "entry", "why"), NOT_CERTAIN, ids=[row[-1] for row in NOT_CERTAIN]
    )
    def test_it_may_be_something_else(
        self, locale: str, text: str, name: str, entry: str, why: str, lexicon: Lexicon
    ) -> None:
        context = NameContext(text, lexicon, locale)
        assert not context.is_certain(index_of(context, name), entry), why

    @pytest.mark.parametrize(
        ("text", "name", "wanted"),
        [
            ("It was Yulia.", "Yulia", True),
            ("Yulia was there.", "Yulia", True),
            ("Peresild was there.", "Peresild", True),
            ("Peresild and a peresild were there.", "Peresild", False),  # a word of the text
            ("It was Yulia Navalnaya.", "Yulia", False),
        ],
    )
    def test_a_word_of_a_name_that_the_document_has_in_full_is_that_name(
        self, text: str, name: str, wanted: bool, lexicon: Lexicon
    ) -> None:
        context = NameContext(text, lexicon, "en")
        found = context.is_certain(index_of(context, name), "yulia-peresild", in_full={"yulia-peresild"})
        assert found is wanted

    @pytest.mark.parametrize(
        ("text", "name", "entry", "wanted"),
        [
            ("They met Bush.", "Bush", "kate-bush", False),
            ("They met Johnson.", "Johnson", "boris-johnson", True),
            ("Turkey won.", "Turkey", "turkey", True),
            ("Turkey won, and they ate turkey.", "Turkey", "turkey", False),
            ("They were in Jordan.", "Jordan", "jordan", False),
            ("They were at Dennis.", "Dennis", "dennis-buses", True),
            ("They were at Dennis.", "Dennis", "dennis-kleyn", False),
        ],
    )
    def test_a_word_of_the_language_is_no_sure_name(
        self, text: str, name: str, entry: str, wanted: bool
    ) -> None:
        context = NameContext(text, OTHERS, "en")
        assert context.is_certain(index_of(context, name), entry) is wanted

    def test_a_misspelling_is_certain_wherever_it_stands(self, lexicon: Lexicon) -> None:
        plain = NameContext("Peresild was there.", lexicon, "en").occurrences[0]
        told = (replace(plain, evidence=Evidence.COMPANION),)
        assert NameContext("Peresild was there.", lexicon, "en", occurrences=told).is_certain(
            0, "yulia-peresild"
        )

    @pytest.mark.parametrize(
        ("text", "name", "entry", "wanted"),
        [
            ("They met Kleyn.", "Kleyn", "dennis-kleyn", False),
            ("They met actress Yulia.", "Yulia", "yulia-peresild", False),
            ("They met Tom Cruise.", "Tom Cruise", "tom-cruise", True),
            ("They went to Russia.", "Russia", "russia", True),
        ],
    )
    def test_where_nouns_have_capitals_a_capital_inside_a_sentence_says_nothing(
        self, text: str, name: str, entry: str, wanted: bool, lexicon: Lexicon
    ) -> None:
        context = NameContext(text, lexicon, "en")
        context.language = replace(context.language, capitalises_nouns=True)
        assert context.is_certain(index_of(context, name), entry) is wanted


class TestIsKeptPhrase:
    """A name of several words that the translation keeps as its original has it is a name of its own."""

    @pytest.mark.parametrize(
        ("text", "original", "name"),
        [
            (
                "Volgens de Royal Bank of Scotland is dat zo.",
                "The Royal Bank of Scotland says so.",
                "Scotland",
            ),
            ("Bank of Scotland", "The Bank of Scotland", "Scotland"),
            ("Volgens Johnson & Jansen is dat zo.", "Johnson & Jansen say so.", "Johnson"),
            ("Volgens Johnson Controls is dat zo.", "Johnson Controls says so.", "Johnson"),
            ("Volgens Jansen & Johnson is dat zo.", "Jansen & Johnson say so.", "Johnson"),
        ],
    )
    def test_it_stands_so_in_both(self, text: str, original: str, name: str) -> None:
        context = NameContext(text, OTHERS, "nl", original=NameContext(original, OTHERS, "en"))
        assert context.is_kept_phrase(index_of(context, name))

    @pytest.mark.parametrize(
        ("text", "original", "name"),
        [
            ("Volgens de Bank of Scotland is dat zo.", "The Scottish bank says so.", "Scotland"),
            ("Volgens de bank of Scotland is dat zo.", "It is a bank of Scotland.", "Scotland"),
            ("Volgens Johnson Controls is dat zo.", "The controls of Johnson say so.", "Johnson"),
            ("Volgens Johnson controls is dat zo.", "Johnson controls it.", "Johnson"),
            ("Volgens Johnson & Jansen is dat zo.", "Jansen and Johnson say so.", "Johnson"),
            ("Dat is Johnson", "It is Johnson", "Johnson"),
            ("Dat is Johnson, zegt men.", "It is Johnson, they say.", "Johnson"),
        ],
    )
    def test_it_does_not(self, text: str, original: str, name: str) -> None:
        context = NameContext(text, OTHERS, "nl", original=NameContext(original, OTHERS, "en"))
        assert not context.is_kept_phrase(index_of(context, name))

    def test_without_an_original_nothing_is_kept(self) -> None:
        assert not NameContext("De Bank of Scotland", OTHERS, "nl").is_kept_phrase(0)


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Volgens Russia Today is dat zo.", "Russia", True),
        ("Dat is New Russia.", "Russia", True),
        ("Dat is Russia.", "Russia", False),
        ("Dat is Russia SpaceX.", "Russia", False),
        ("Dat is ISS Russia.", "Russia", False),
        ("Dat is president Russia.", "Russia", False),
        ("Dat is President Russia.", "Russia", False),
        ("New Russia is dat.", "Russia", False),  # any word opens a sentence with a capital
        ("Dat is Russia today.", "Russia", False),
        ("Russia", "Russia", False),
    ],
)
def test_an_unknown_capitalised_word_beside_it_makes_a_longer_name(
    text: str, name: str, wanted: bool, lexicon: Lexicon
) -> None:
    context = NameContext(text, lexicon, "nl")
    assert context.is_in_longer_name(index_of(context, name)) is wanted


class TestBeside:
    """The occurrences with only blanks between them and a word."""

    def beside(self, text: str, word: str, lexicon: Lexicon) -> list[str]:
        context, start = NameContext(text, lexicon, "nl"), text.index(word)
        found = context.beside(start, start + len(word))
        return [text[occurrence.start : occurrence.end] for occurrence in found]

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Klim Xxx Joelia", ["Klim", "Joelia"]),
            ("De film, gemaakt door actrice en regisseur Klim Xxx Joelia", ["Klim", "Joelia"]),
            ("Klim \n Xxx \n Joelia", ["Klim", "Joelia"]),
            ("Klim, Xxx, Joelia", []),
            ("Klim\n\nXxx\n\nJoelia", []),
            ("Klim-Xxx-Joelia", []),
            ("Xxx", []),
            (" Xxx ", []),
            ("Klim en Xxx en Joelia", []),
            (f"Klim{' ' * WORD_LIMIT}Xxx", ["Klim"]),
            (f"Klim{' ' * (WORD_LIMIT + 1)}Xxx", []),  # further than is looked
        ],
    )
    def test_only_blanks_stand_between(self, text: str, names: list[str], lexicon: Lexicon) -> None:
        assert self.beside(text, "Xxx", lexicon) == names

    def test_what_touches_a_word_is_not_beside_it(self, lexicon: Lexicon) -> None:
        first, second = NameContext("Klim Joelia", lexicon, "nl").occurrences
        touching = (first, replace(second, start=7, end=13))
        context = NameContext("KlimXxxJoelia", lexicon, "nl", occurrences=touching)
        assert context.beside(4, 7) == ()


def test_words_are_known_in_these_very_letters(lexicon: Lexicon) -> None:
    context = NameContext("Daar is een musk, een os2 en nog een musk: Os", lexicon, "nl")
    assert context.has_word("musk")
    assert context.has_word("os2")
    assert not context.has_word("os")
    assert not context.has_word("een musk")
    assert context.small_words == ("is", "een", "musk", "os", "en", "nog")


def test_the_free_words_are_the_capitalised_ones_that_are_no_name_of_the_registry(lexicon: Lexicon) -> None:
    context = NameContext("Dat zeiden Klim Sjipenko, Kim en Bo uit Rusland.", lexicon, "nl")
    assert [word.text for word in context.free_words] == ["Kim", "Bo"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("THE ISS CREW", True),
        ("THE ISS", True),
        ("AN ISS", True),
        ("ISS CREW", True),
        ("THE ISS crew", False),
        ("the ISS CREW", False),
        ("A ISS", False),
        ("ISS", False),
    ],
)
def test_capitals_mean_nothing_between_capitals(text: str, wanted: bool, lexicon: Lexicon) -> None:
    context = NameContext(text, lexicon, "en")
    assert context.is_in_capitals(context.occurrences[0]) is wanted


def test_the_parts_of_a_name_are_told_apart_by_the_entry(lexicon: Lexicon) -> None:
    context = NameContext("Klim Sjipenko, Klim, Sjipenko", lexicon, "nl")
    assert [occurrence.part for occurrence in context.occurrences] == [
        NamePart.FULL,
        NamePart.GIVEN,
        NamePart.SURNAME,
    ]
