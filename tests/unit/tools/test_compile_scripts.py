"""The table of scripts is what Unicode and CLDR say."""

import re
import unicodedata

import pytest
import regex
from babel import Locale
from babel.localedata import locale_identifiers

from l10n.languages.scripts import capitals, has_letter, is_right_to_left, letter, script_of
from tools.compile_scripts import FILE, compiled


def test_the_file_is_what_the_tool_writes() -> None:
    assert FILE.read_text(encoding="utf-8") == compiled(), "make scripts"


@pytest.mark.parametrize("script", ["Latn", "Cyrl", "Grek", "Geor", "Armn", "Hebr", "Arab", "Deva", "Thai"])
def test_a_letter_is_of_the_script_unicode_says(script: str) -> None:
    characters = [chr(code) for code in range(0x3000) if unicodedata.category(chr(code)).startswith("L")]
    wanted = {one for one in characters if regex.fullmatch(rf"\p{{Script={script}}}", one)}
    assert {one for one in characters if letter(script).fullmatch(one)} == wanted


@pytest.mark.parametrize(
    ("locale", "script"),
    [("nl", "Latn"), ("ru", "Cyrl"), ("sr", "Cyrl"), ("sr@latin", "Latn"), ("sr_Latn", "Latn"), ("zh_TW", "Hant"),
     ("zh_Hant_HK", "Hant"), ("az_RU", "Cyrl"), ("pa_PK", "Arab"), ("pt-BR", "Latn"), ("xx", ""), ("", "")],
)  # fmt: skip
def test_a_locale_is_written_in(locale: str, script: str) -> None:
    assert script_of(locale) == script


def test_direction_is_that_of_cldr() -> None:
    for identifier in sorted({one.split("_")[0] for one in locale_identifiers()} - {"root"}):
        assert is_right_to_left(identifier) is (Locale.parse(identifier).text_direction == "rtl"), identifier


def test_japanese_and_korean_are_written_in_several_scripts() -> None:
    assert all(has_letter(sign, "Jpan") for sign in "日ひカ")
    assert has_letter("한", "Kore")
    assert not has_letter("ひ", "Kore")
    assert not has_letter("a", "nobody's")


def test_capitals_are_those_that_have_a_small_letter_or_open_a_sentence() -> None:
    assert re.fullmatch(f"[{capitals()}]+", "AÉŁЁЯΆԱ")
    assert not re.search(f"[{capitals()}]", "aéłёяάაბ日")
    assert not re.search(f"[{capitals('Cyrl')}]", "ABC")
