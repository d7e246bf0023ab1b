"""A tree that grows where it is asked: what is made, and when."""

from collections.abc import Callable, Iterable

import pytest

from l10n.languages.grammar import Case, Gender, Kind
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.recognition.surface_prefixes import beginnings
from l10n.names.recognition.surface_trie import SurfaceSense, SurfaceTrie
from l10n.names.registry.entries import FormStatus, LocaleForms, NameEntry

LOCALES = ("nl", "en", "ru")


def stock(made: list[str], *surfaces: str) -> Callable[[], Iterable[SurfaceSense]]:
    def make() -> Iterable[SurfaceSense]:
        made.extend(surfaces)
        return [
            SurfaceSense("x", NamePart.FULL, "en", FormStatus.PREFERRED, surface, surface, (Case.PLAIN,))
            for surface in surfaces
        ]

    return make


def test_a_stock_is_made_once_and_only_when_a_word_begins_like_it() -> None:
    made: list[str] = []
    tree = SurfaceTrie(
        [(["Ann"], stock(made, "Anna")), (["Bo"], stock(made, "Bo")), (None, stock(made, "Cy"))]
    )
    assert made == ["Cy"]
    assert tree["Anton"] is None
    assert made == ["Cy"]
    assert tree["Annette"] is None
    assert made == ["Cy", "Anna"]
    node = tree["Anna"]
    assert node is not None
    assert [sense.surface for sense in node.senses] == ["Anna"]
    assert tree["Anna"] is node
    assert made == ["Cy", "Anna"]


def test_the_first_of_the_registry_wins_whatever_is_asked_first() -> None:
    made: list[str] = []
    tree = SurfaceTrie([(["anna"], stock(made, "anna")), (["Ann"], stock(made, "Anna", "ANNA B"))])
    for word, surface in (("Anna", "Anna"), ("anna", "anna")):
        node = tree[word]
        assert node is not None
        assert [sense.surface for sense in node.senses] == [surface]
    capitals = tree["ANNA"]  # registered so, though as the beginning of a longer name only
    assert capitals is not None
    assert not capitals.senses


def test_only_words_with_the_first_letter_of_a_name_are_looked_up() -> None:
    tree = SurfaceTrie([(["Ann"], stock([], "Anna")), (["de"], stock([], "de B"))])
    found = [word[0] for word in tree.words.finditer("een Annette, de X-As dAs Das (A1)")]
    assert found == ["Annette", "de", "As", "dAs", "Das", "A1"]
    assert SurfaceTrie([]).words.search("Anna") is None


@pytest.mark.parametrize(
    ("form", "kind", "locale", "wanted"),
    [
        ("Joelia Peresild", Kind.PERSON, "nl", {"Joelia", "Peresild"}),
        ("’t Hooft", Kind.ORGANISATION, "nl", {"t"}),
        ("Юлия Пересильд", Kind.PERSON, "ru", {"Ю", "Переси"}),
        ("Лев Иванов", Kind.PERSON, "ru", None),  # a rule may take three letters
        ("Вышний Волочёк", Kind.PLACE, "ru", None),  # its cases are in a list: Волочка
        ("Кли\u0301мов", Kind.WORK, "ru", None),
        ("Байконур", Kind.PLACE, "ru", {"Байко"}),
    ],
)
def test_beginnings(form: str, kind: Kind, locale: str, wanted: set[str] | None) -> None:
    entry = NameEntry(
        id="x",
        kind=kind,
        native=form,
        language=locale,
        because="",
        gender=Gender.FEMALE,
        locales={locale: LocaleForms(preferred=form)},
    )
    assert beginnings(entry, locale, LOCALES) == wanted
