"""Right sentences of every language with typography are neither marked nor changed; others are set as it asks."""

import tomllib
from pathlib import Path

import pytest

from l10n.checks.comparison.masking import masked
from l10n.conventions.quotation import is_unpaired
from l10n.conventions.typography import departures
from l10n.errors import RegistryError
from l10n.languages import packs
from l10n.languages.packs import tags_with
from l10n.languages.tags import language_subtag
from l10n.languages.typography_tables import typography_table
from tests.unit.conventions.test_typography import corrected

CASES = Path(__file__).parents[2] / "cases" / "languages" / "right_typography.toml"
RIGHT: dict[str, list[str]] = tomllib.loads(CASES.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale in RIGHT for text in RIGHT[locale]])
def test_nothing_is_said_of_a_right_sentence(locale: str, text: str) -> None:
    assert list(departures(masked(text), locale)) == []


def test_every_language_with_typography_has_five_right_sentences() -> None:
    assert {language_subtag(locale) for locale in RIGHT} == set(tags_with("typography"))
    assert min(map(len, RIGHT.values())) >= 5


@pytest.mark.parametrize("locale", RIGHT)
def test_each_convention_is_right_and_two_in_one_text_are_not(locale: str) -> None:
    table = typography_table(locale)
    assert table is not None
    blanks = table.spaced.get("«", "")

    def quoted(marks: tuple[str, str, str, str], word: str) -> str:
        inside = blanks if marks[0] == "«" else ""
        return f"{marks[0]}{inside}{word}{inside}{marks[1]}"

    for marks in table.conventions:
        assert list(departures(quoted(marks, "a b"), locale)) == []
    if len(table.conventions) == 1 or table.marks_in_words:
        return
    one, other = table.conventions[0], table.conventions[1]
    if set(one[:2]) != set(other[:2]):
        text = f"{quoted(one, 'a')}, {quoted(one, 'b')}, {quoted(other, 'c')}"
        assert {found.rule for found in departures(text, locale)} == {"quotation-marks"}


@pytest.mark.parametrize(
    ("locale", "text", "becomes"),
    [
        ("de_CH", 'Er sagt "ja".', "Er sagt «ja»."),
        ("de_AT", 'Er sagt "ja".', "Er sagt „ja“."),
        ("pt_PT", 'Disse "sim".', "Disse «sim»."),
        ("pt_BR", 'Disse "sim".', "Disse “sim”."),
        ("zh_Hant", '他說"是"。', "他說「是」。"),
        ("zh_TW", '他說"是"。', "他說「是」。"),
        ("zh_Hans_HK", '他说"是"。', "他说“是”。"),
        ("fr_CH", 'Il dit "oui"!', "Il dit «oui»!"),
        ("fr_CA", 'Il dit: "oui"!', "Il dit\u00a0: «\u00a0oui\u00a0»!"),
        ("sr_Latn", 'Rekao je "da".', "Rekao je „da”."),
    ],
)
def test_a_country_or_a_script_may_have_marks_of_its_own(locale: str, text: str, becomes: str) -> None:
    once = corrected(text, locale)
    assert corrected(once, locale) == corrected(becomes, locale) == becomes


def test_a_quotation_that_goes_on_in_the_next_text_is_told_from_one_that_is_not_closed() -> None:
    (goes_on,) = departures("„Er kommt. Sie geht", "de")
    assert (goes_on.is_unpaired, goes_on.may_go_on) == (True, True)
    (stays_open,) = departures("Er sagte „ja und ging.", "de")
    assert (stays_open.is_unpaired, stays_open.may_go_on) == (True, False)
    assert is_unpaired('"He said.')
    assert not is_unpaired('"Yes," he said. «No.»')


def test_what_usage_has_beside_the_rule_is_taste() -> None:
    assert [found.is_taste for found in departures("“Joo”, hän sanoi.", "fi")] == [True]
    assert [found.is_taste for found in departures("„Joo“, hän sanoi.", "fi")] == [False, False]
    assert [found.is_taste for found in departures("你好,世界。", "zh")] == [True]
    assert [found.is_taste for found in departures("من, أين؟", "ar")] == [False]


def test_a_pack_that_says_little_finds_little(tmp_path: Path) -> None:
    home = tmp_path / "languages" / "eo"
    home.mkdir(parents=True)
    home.joinpath("typography.toml").write_text(
        'language = "eo"\nquotes = ["“", "”", "‘", "’"]\ntight = ","\ndecimal = ","\n', encoding="utf-8"
    )
    packs.use_packs_in(tmp_path / "languages")
    try:
        text = "Ĝi - estas... 5 km 'for' § 5, A. Bo ? l'amo; nun !"
        assert list(departures(text, "eo")) == []
        assert [found.rule for found in departures('Li diris "jes" , ĉu.', "eo")] == [
            "quotation-marks", "quotation-marks",
        ]  # fmt: skip
    finally:
        packs.use_packs_in()


@pytest.mark.parametrize(
    "key", ["more_quotes = ['“”']", "quotes_in = { CH = '“' }", "tolerated_quotes = ['“”‘']"]
)
def test_a_convention_is_four_marks(tmp_path: Path, key: str) -> None:
    home = tmp_path / "languages" / "eo"
    home.mkdir(parents=True)
    home.joinpath("typography.toml").write_text(
        f'language = "eo"\nquotes = ["“", "”", "‘", "’"]\ntight = ","\ndecimal = ","\n{key}\n',
        encoding="utf-8",
    )
    packs.use_packs_in(tmp_path / "languages")
    try:
        with pytest.raises(RegistryError, match="four marks"):
            typography_table("eo")
    finally:
        packs.use_packs_in()
