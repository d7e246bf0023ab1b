"""Words that mix Latin and Cyrillic letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.names.text.confusables import confusables, mixed_words, unmix_scripts

LATIN_E, CYRILLIC_O = "\N{LATIN SMALL LETTER E}", "\N{CYRILLIC SMALL LETTER O}"


@pytest.mark.parametrize("sample", confusables().samples, ids=lambda sample: str(sample["clean"]))
def test_each_sample_is_fixed(sample: dict[str, str]) -> None:
    assert sample["damaged"] != sample["clean"]
    assert unmix_scripts(sample["damaged"], sample["locale"]) == sample["clean"]


def test_each_letter_of_the_table_is_fixed_in_a_word_of_the_other_script() -> None:
    for latin, cyrillic in confusables().to_cyrillic.items():
        assert unmix_scripts(f"б{latin}б", "uk") == f"б{cyrillic}б"
        assert unmix_scripts(f"d{cyrillic}d", "nl") == f"d{latin}d"


def test_the_place_and_the_reason_are_told() -> None:
    (word,) = mixed_words(f"с П{LATIN_E}ресильд", "ru")
    assert (word.start, word.end, word.found) == (2, 11, f"П{LATIN_E}ресильд")
    assert word.because == ("LATIN SMALL LETTER E for CYRILLIC SMALL LETTER IE",)


@pytest.mark.parametrize(
    "text",
    [
        "IT-компания и WhatsApp’у",
        "роман «Generation П»",
        "фильм Вызов (The Challenge)",
        "Windowsом",
        "i и й",
        f"https://example.com/П{LATIN_E}ресильд",
        f"`П{LATIN_E}ресильд`",
        "3D-принтер, 5G, 4К",
        "обычный русский текст",
        "gewone Nederlandse tekst",
    ],
)
def test_what_is_meant_or_cannot_be_told_is_left_alone(text: str) -> None:
    assert unmix_scripts(text, "ru") == text


def test_a_word_of_look_alikes_only_is_in_the_script_of_the_locale() -> None:
    assert unmix_scripts(f"C{CYRILLIC_O}x", "ru") == "Сох"
    assert unmix_scripts(f"C{CYRILLIC_O}x", "nl") == "Cox"
    assert unmix_scripts(f"{CYRILLIC_O}x", "sr") == "ох"
    assert unmix_scripts(f"{CYRILLIC_O}x", "sr_Latn") == unmix_scripts(f"{CYRILLIC_O}x", "sr@latin") == "ox"


def test_in_a_locale_of_another_script_it_is_in_that_of_its_most_letters() -> None:
    assert unmix_scripts(f"C{CYRILLIC_O}x", "el") == "Cox"
    assert unmix_scripts(f"Х{CYRILLIC_O}p", "el") == "Хор"


class TestFixingIsIdempotent:
    """Law: what was fixed is not fixed again, and nothing but words of two scripts changes."""

    @given(
        text=st.text(st.sampled_from("асеорхАВаceopxABdджi іѕ-.1"), max_size=30),
        locale=st.sampled_from(["ru", "nl", "uk"]),
    )
    def test_fixing_is_idempotent(self, text: str, locale: str) -> None:
        fixed = unmix_scripts(text, locale)
        assert unmix_scripts(fixed, locale) == fixed
        assert len(fixed) == len(text)
