"""Finding registered names in running text."""

import unicodedata
from typing import Literal

import pytest

from l10n.languages.grammar import Case
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.occurrences import find_names
from l10n.names.registry.entries import FormStatus


def found(text: str, lexicon: Lexicon) -> list[str]:
    return [text[occurrence.start : occurrence.end] for occurrence in find_names(text, lexicon)]


def test_an_occurrence_says_which_name_which_part_where_and_in_which_case(lexicon: Lexicon) -> None:
    (occurrence,) = find_names("Он летел с Климом Сжипенко.", lexicon)
    assert (occurrence.start, occurrence.end) == (11, 26)
    assert (occurrence.entry, occurrence.part, occurrence.locales) == (
        "klim-shipenko",
        NamePart.FULL,
        ("ru",),
    )
    assert occurrence.status("ru") is FormStatus.DEPRECATED
    assert occurrence.status("en") is None
    assert occurrence.cases("ru") == (Case.INSTRUMENTAL,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Joelia, Peresild en Joelia Peresild", ["Joelia", "Peresild", "Joelia Peresild"]),
        ("Joelia\u00a0Peresild en Joelia\nPeresild", ["Joelia\u00a0Peresild", "Joelia\nPeresild"]),
        ("Joelia\n\nPeresild", ["Joelia", "Peresild"]),
        ("the U.S. and the US", ["U.S.", "US"]),
        ("De hel van '63, De hel van ’63", ["De hel van '63", "De hel van ’63"]),
        ("Peresild-film, ISS-bemanning", ["Peresild", "ISS"]),
        (
            "JOELIA PERESILD, Joelia PERESILD, PERESILD’S",
            ["JOELIA PERESILD", "Joelia PERESILD", "PERESILD’S"],
        ),
        ("joelia peresild, de uitdaging, iss", []),
        (
            "Internationale ruimtestation, internationale ruimtestation",
            ["Internationale ruimtestation", "internationale ruimtestation"],
        ),
        ("Joeliana Peresildje ISSA", []),
        ("[Joelia](https://x.org/Yulia) Sjipenko", ["Joelia", "Sjipenko"]),
        ("www.a.org Yulia", ["Yulia"]),
        ("Yulia@x.org, a/b/Yulia, Yulia.txt, `Yulia`, <b title='Yulia'>Yulia</b>", ["Yulia"]),
    ],
)
def test_what_is_found(text: str, names: list[str], lexicon: Lexicon) -> None:
    assert found(text, lexicon) == names


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_are_those_of_the_given_text(form: Literal["NFC", "NFD"], lexicon: Lexicon) -> None:
    text = unicodedata.normalize(form, "Cafés, ёлки: с Юлией Пересильд и й Дмитрием Медведевым")
    assert [unicodedata.normalize("NFC", name) for name in found(text, lexicon)] == [
        "Юлией Пересильд",
        "Дмитрием Медведевым",
    ]


def test_stress_marks_and_soft_hyphens_do_not_hide_a_name(lexicon: Lexicon) -> None:
    assert found("Кли\u0301м Ши\u00adпенко!", lexicon) == ["Кли\u0301м Ши\u00adпенко"]


def test_the_lexicon_is_built_once_and_late(lexicon: Lexicon) -> None:
    fresh = Lexicon(lexicon.registry, lexicon.locales)
    assert fresh._root is None
    assert fresh.root is fresh.root
