"""Which text of a translated document belongs to which text of its source."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.formats import Format
from l10n.formats.html_format import Html
from l10n.formats.markdown_format import Markdown
from l10n.formats.plaintext import PlainText
from l10n.model import Location, Segment
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.registry.entries import Registry
from l10n.names.registry.reader import read_registry
from l10n.pretranslation.adoption import Side, align

ROOT = Path(__file__).parents[3]
LOCALES = ("nl", "en", "ru")
NOBODY = compile_lexicon(Registry(path="names.toml"), LOCALES)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    text = (ROOT / "locales" / "names.toml").read_text(encoding="utf-8")
    return compile_lexicon(read_registry(text, "names.toml", LOCALES), LOCALES)


def article(locale: str) -> list[tuple[str, str]]:
    """Return the texts of the article with their translations."""
    path = ROOT / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po"
    catalog = pofile.read(path.read_bytes(), path.name).catalog(locale, "")
    return [(message.msgid, message.msgstr[0]) for message in catalog.live]


def side(texts: list[str], locale: str, form: Format | None = None) -> Side:
    form = form or PlainText()
    document = form.parse("\n\n".join(texts), f"x{form.suffixes[0]}")
    return Side(segments=document.segments, locale=locale, form=form)


def of_segments(segments: tuple[Segment, ...], locale: str) -> Side:
    return Side(segments=segments, locale=locale, form=PlainText())


def aligned(source: list[str], target: list[str], locale: str, lexicon: Lexicon = NOBODY) -> dict[str, str]:
    pairs = align(side(source, "en"), side(target, locale), lexicon)
    return {
        " | ".join(text.msgid for text in pair.source): " | ".join(text.msgid for text in pair.target)
        for pair in pairs
    }


@pytest.mark.parametrize("locale", LOCALES)
class TestTheArticle:
    def test_every_text_finds_its_translation(self, locale: str, lexicon: Lexicon) -> None:
        texts = article(locale)
        found = aligned([msgid for msgid, _ in texts], [msgstr for _, msgstr in texts], locale, lexicon)
        assert found == dict(texts)

    @pytest.mark.parametrize("left_out", range(11))
    def test_a_text_left_out_costs_nobody_else_his_own(
        self, locale: str, left_out: int, lexicon: Lexicon
    ) -> None:
        texts = article(locale)
        target = [msgstr for number, (_, msgstr) in enumerate(texts) if number != left_out]
        found = aligned([msgid for msgid, _ in texts], target, locale, lexicon)
        right = sum(found.get(msgid) == msgstr for msgid, msgstr in texts)
        assert right >= 9  # of ten; a neighbour may be doubted

    def test_a_text_added_is_nobodys(self, locale: str, lexicon: Lexicon) -> None:
        texts = article(locale)
        target = [msgstr for _, msgstr in texts]
        target.insert(
            4, "Lees ook: 12 vragen over de ruimtevaart, met foto’s van 1961 tot nu en een uitgebreide lijst."
        )
        found = aligned([msgid for msgid, _ in texts], target, locale, lexicon)
        assert sum(found.get(msgid) == msgstr for msgid, msgstr in texts) >= 10


def test_a_paragraph_split_in_two_keeps_both_parts() -> None:
    source = [
        "One day in 1961 he flew around the earth, and he came back in one piece.",
        "The end of it, in 1963.",
    ]
    target = [
        "Op een dag in 1961 vloog hij om de aarde,",
        "en hij kwam heelhuids terug.",
        "Het slot, in 1963.",
    ]
    found = aligned(source, target, "nl")
    assert found[source[0]] == " | ".join(target[:2])
    assert found[source[1]] == target[2]


def test_numbers_tell_texts_of_one_length_apart() -> None:
    source = ["In 1957 it was Sputnik.", "In 1961 it was Vostok.", "In 1965 it was Voskhod."]
    target = ["In 1957 was het Spoetnik.", "In 1965 was het Voschod."]
    assert aligned(source, target, "nl") == {source[0]: target[0], source[2]: target[1]}


def sure(
    source: list[str],
    target: list[str],
    locale: str = "nl",
    lexicon: Lexicon = NOBODY,
    form: Format | None = None,
) -> dict[str, str]:
    """Return the pairs that nobody has to look at."""
    pairs = align(side(source, "en", form), side(target, locale, form), lexicon)
    return {pair.source[0].msgid: pair.target[0].msgid for pair in pairs if pair.is_sure}


def test_order_and_length_alone_prove_nothing() -> None:
    source = ["A title", "The crew landed this morning.", "Nobody on board was hurt."]
    target = ["Een titel", "De ploeg is vanmorgen geland.", "Niemand aan boord was gewond."]
    assert sure(source, target) == {}


def test_what_both_have_and_no_other_text_has_proves_a_pair() -> None:
    source = ["In 1957 it was Sputnik.", "A film of 62 and of 7 parts.", "See https://example.org/a for it."]
    target = [
        "In 1957 was het Spoetnik.",
        "Een film van 62 en van 7 delen.",
        "Zie https://example.org/a ervoor.",
    ]
    assert sure(source, target)[source[0]] == target[0]
    assert sure(source, target)[source[2]] == target[2]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("In 1957 it was Sputnik.", "In 1958 was het Spoetnik."),
        ("In 1957 it was Sputnik.", "In 1957 was het Spoetnik. Het was klein."),
        ("In 1957 it was Sputnik.", "In 1957 was het Spoetnik?"),
        (
            "In 1957 it was Sputnik.",
            "In 1957 was het, zoals iedereen hier nog wel weet, voor het eerst Spoetnik.",
        ),
        ("In 1957 it was Sputnik.", "In 1957 was het de 2e Spoetnik."),
        ("It was 7.", "Het was 7."),
    ],
)
def test_what_only_one_of_them_has_speaks_against_a_pair(source: str, target: str) -> None:
    assert sure([source], [target]) == {}


MANUAL = "Run `tool -d` to delete, or use -d with [the manual](https://example.org/manual) and **care**, {{ name }}."
HANDLEIDING = (
    "Voer `tool -d` uit, of wis met -d [de handleiding](https://example.org/manual) en **zorg**, {{ name }}."
)
PAGE = '<p>See <a href="https://example.org/a">the map</a> of <b>1957</b>, with <i>care</i>.</p>'
PAGINA = '<p>Zie <a href="https://example.org/a">de kaart</a> van <b>1957</b>, met <i>zorg</i>.</p>'


@pytest.mark.parametrize(
    ("source", "target", "form"),
    [
        (MANUAL, HANDLEIDING, Markdown()),
        (MANUAL, HANDLEIDING.replace("{{ name }}", "{{name}}"), Markdown()),
        (MANUAL, HANDLEIDING.replace("met -d", "met (-d)"), Markdown()),
        (PAGE, PAGINA, Html()),
        (
            "Run `tool -x` in 1957 with -jar and --all.",
            "Voer `tool -x` in 1957 uit met -jar en --all.",
            Markdown(),
        ),
        ("See `tool`: import and export in 1957.", "Zie `tool`: invoer en -uitvoer in 1957.", Markdown()),
        ("Hello ${name}, see https://example.org/a.", "Dag ${name}, zie https://example.org/a.", PlainText()),
    ],
)
def test_a_whole_translation_is_confirmed(source: str, target: str, form: Format) -> None:
    assert len(sure([source], [target], form=form)) == 1


@pytest.mark.parametrize(
    ("source", "target", "form"),
    [
        *(
            (MANUAL, HANDLEIDING.replace(whole, damaged), Markdown())
            for whole, damaged in (
                ("[de", "de"),
                ("manual)", "manual"),
                ("manual)", "other)"),
                ("**zorg**", "zorg"),
                ("**zorg**", "**zorg"),
                ("**zorg**", "*zorg**"),
                ("met -d", "*met* -d"),
                ("`tool -d`", "tool -d"),
                ("`tool -d`", "`tool -d"),
                ("`tool -d`", "`tool -D`"),
                (", {{ name }}", ""),
                ("{{ name }}", "{{ naam }}"),
                ("{{ name }}", "{{ name }} {{ naam }}"),
                ("met -d", "met -D"),
                ("met -d", "met –d"),
                ("met -d", "met d"),
                ("met -d", "met -d -f"),
            )
        ),
        *(
            (PAGE, PAGINA.replace(whole, damaged), Html())
            for whole, damaged in (
                ("<b>1957</b>", "1957"),
                ("<i>zorg</i>", "zorg"),
                ("example.org/a", "example.com/a"),
                ("<i>zorg</i>", "<u>zorg</u>"),
            )
        ),
        (
            "Run `tool -x` as said in the manual, {{ name }}.",
            "Voer `tool -x` uit als in de handleiding.",
            Markdown(),
        ),
        ("Run `tool -x` as the manual says.", "Voer `tool -x` uit, {{ name }}, als gezegd.", Markdown()),
        ("Run `tool` in 1957 with --delete.", "Voer `tool` in 1957 uit met --remove.", Markdown()),
        ("Run `tool` in 1957 with -jar.", "Voer `tool` in 1957 uit met -war.", Markdown()),
        ("Run `tool` in 1957 with care.", "Voer `tool` in 1957 uit met --zorg.", Markdown()),
        ("Hello ${name}, see https://example.org/a.", "Dag allen, zie https://example.org/a.", PlainText()),
    ],
)
def test_a_damaged_translation_is_not_confirmed(source: str, target: str, form: Format) -> None:
    assert sure([source], [target], form=form) == {}


def test_texts_that_changed_places_are_proposed_for_their_own_and_not_confirmed() -> None:
    source = [
        "In 1957 it was Sputnik.",
        "In 1961 it was Vostok.",
        "In 1965 it was Voskhod.",
        "In 1967 it was Soyuz.",
    ]
    target = [
        "In 1965 was het Voschod.",
        "In 1961 was het Vostok.",
        "In 1957 was het Spoetnik.",
        "In 1967 was het Sojoez.",
    ]
    found = aligned(source, target, "nl")
    assert found == {source[0]: target[2], source[1]: target[1], source[2]: target[0], source[3]: target[3]}
    assert not sure(source, target).keys() & {source[0], source[2]}


def test_a_text_of_the_translators_own_is_not_even_proposed_where_figures_speak_against_it() -> None:
    source = ["In 1957 it was Sputnik.", "In 1961 it was Vostok."]
    assert aligned(source, ["In 1957 was het Spoetnik.", "Lees ook: de reis van 1998."], "nl") == {
        source[0]: "In 1957 was het Spoetnik."
    }


def test_two_texts_with_the_same_figures_may_have_changed_places() -> None:
    source = ["It began in 1957 in the steppe.", "In 1957 it was all over again."]
    assert sure(source, ["In 1957 was het alweer voorbij.", "Het begon in 1957 in de steppe."]) == {}


def test_a_text_beside_one_that_is_missing_may_have_swallowed_it() -> None:
    source = ["In 1957 it was Sputnik.", "In 1961 it was Vostok, they say.", "In 1965 it was Voskhod."]
    target = ["In 1957 was het Spoetnik.", "In 1965 was het Voschod."]
    assert sure(source, target) == {}
    whole = [target[0], "In 1961 was het Vostok, zegt men.", target[1]]
    assert sure(source, whole) == dict(zip(source, whole, strict=True))


def test_the_article_is_confirmed_where_names_and_figures_prove_it(lexicon: Lexicon) -> None:
    texts = article("nl")
    found = sure([msgid for msgid, _ in texts], [msgstr for _, msgstr in texts], "nl", lexicon)
    assert found.items() <= dict(texts).items()
    assert len(found) >= 7
    assert "The rocket launched this morning:" not in found


def test_the_same_words_in_the_same_language_need_no_other_proof() -> None:
    pairs = align(
        side(["A title", "Nothing else."], "en"), side(["A title", "Nothing else."], "en_GB"), NOBODY
    )
    assert [pair.is_sure for pair in pairs] == [True, True]


def segments(lengths: list[int]) -> tuple[Segment, ...]:
    place = Location(path="x", line=1, column=1)
    return tuple(
        Segment(msgid=f"{number} {'x' * length}", raw="", location=place)
        for number, length in enumerate(lengths)
    )


SIZES = st.lists(st.integers(0, 400), max_size=30)


class TestPairsNeverCross:
    """Law: every text is in one pair at most, and no pair crosses another."""

    @given(ours=SIZES, theirs=SIZES)
    def test_pairs_never_cross(self, ours: list[int], theirs: list[int]) -> None:
        source, target = segments(ours), segments(theirs)
        pairs = align(
            Side(segments=source, locale="en", form=PlainText()),
            Side(segments=target, locale="nl", form=PlainText()),
            NOBODY,
        )
        left = [source.index(text) for pair in pairs for text in pair.source]
        right = [target.index(text) for pair in pairs for text in pair.target]
        assert left == sorted(set(left))
        assert right == sorted(set(right))
        assert all(0 <= pair.confidence <= 1 for pair in pairs)

    @given(ours=SIZES)
    def test_a_document_is_its_own_translation(self, ours: list[int]) -> None:
        source = segments(ours)
        pairs = align(
            Side(segments=source, locale="en", form=PlainText()),
            Side(segments=source, locale="en", form=PlainText()),
            NOBODY,
        )
        assert [pair.target for pair in pairs] == [pair.source for pair in pairs]
        assert len(pairs) == len(source)
