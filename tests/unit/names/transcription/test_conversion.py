"""Conversion between every two of nl, en and ru, on real public persons and places."""

import tomllib

import pytest

from l10n.errors import ConfigurationError
from l10n.languages.packs import PACKAGE
from l10n.names.transcription.conversion import convert, is_convertible
from l10n.names.transliteration.library import open_scheme

PERSONS = [
    ("Михаил Горбачёв", "Mikhail Gorbachev", "Michail Gorbatsjov"),
    ("Борис Ельцин", "Boris Yeltsin", "Boris Jeltsin"),
    ("Никита Хрущёв", "Nikita Khrushchev", "Nikita Chroesjtsjov"),
    ("Пётр Чайковский", "Pyotr Tchaikovsky", "Pjotr Tsjaikovski"),
    ("Юрий Гагарин", "Yuri Gagarin", "Joeri Gagarin"),
    ("Антон Чехов", "Anton Chekhov", "Anton Tsjechov"),
    ("Михаил Булгаков", "Mikhail Bulgakov", "Michail Boelgakov"),
    ("Илон Маск", "Elon Musk", "Elon Musk"),
    ("Анна Политковская", "Anna Politkovskaya", "Anna Politkovskaja"),
]
PLACES = [
    ("Москва", "Moscow", "Moskou"),
    ("Санкт-Петербург", "Saint Petersburg", "Sint-Petersburg"),
    ("Иркутск", "Irkutsk", "Irkoetsk"),
    ("Челябинск", "Chelyabinsk", "Tsjeljabinsk"),
    ("Ростов-на-Дону", "Rostov-on-Don", "Rostov aan de Don"),
]


@pytest.mark.parametrize(("ru", "en", "nl"), [*PERSONS, *PLACES])
def test_every_pair_of_locales_agrees(ru: str, en: str, nl: str) -> None:
    names = {"ru": ru, "en": en, "nl": nl}
    for source, name in names.items():
        for target, expected in names.items():
            assert convert(name, source, target)[0].form == expected, (source, target)


def test_a_name_of_another_origin_keeps_its_latin_spelling_and_is_a_guess() -> None:
    form = convert("Kevin Costner", "en", "nl")[0]
    assert (form.form, form.guess) == ("Kevin Costner", True)


def test_a_name_of_another_origin_in_cyrillic_is_proposed_in_its_own_spelling() -> None:
    form = convert("Джон Смит", "ru", "en")[0]
    assert (form.form, form.guess) == ("John Smith", True)


def test_forms_are_different_and_ranked() -> None:
    forms = convert("Sergei Prokofiev", "en", "ru", candidates=5)
    assert len({form.form for form in forms}) == len(forms)
    assert [form.probability for form in forms] == sorted((form.probability for form in forms), reverse=True)


def test_the_number_of_forms_is_kept() -> None:
    assert len(convert("Sergei Prokofiev", "en", "ru", candidates=2)) <= 2


def test_another_script_passes_through() -> None:
    assert convert("東京", "en", "ru")[0].form == "東京"
    assert not is_convertible("東京", "en")


def test_reasons_are_given() -> None:
    assert convert("Joelia Peresild", "nl", "en")[0].because


def test_an_unknown_locale_is_answered_from_cldr() -> None:
    with pytest.raises(ConfigurationError) as refused:
        convert("Anna", "enn", "ru")
    assert "enn is not a locale CLDR knows" in str(refused.value)


@pytest.mark.xfail(strict=True, reason="-ev may be -ев or -ёв, and no dictionary lists this surname with ё")
def test_a_rare_surname_gets_its_yo() -> None:
    assert convert("Sergei Krikalev", "en", "nl")[0].form == "Sergej Krikaljov"


@pytest.mark.xfail(strict=True, reason="a Serbian name is read as if it were any foreign one")
def test_a_serbian_surname_without_its_accent() -> None:
    assert convert("Milos Bikovic", "en", "ru")[0].form == "Милош Бикович"


@pytest.mark.parametrize(("file", "key"), [("persons.toml", "surnames"), ("given.toml", "names")])
def test_an_established_form_never_merely_repeats_what_the_house_scheme_writes(file: str, key: str) -> None:
    table = tomllib.loads((PACKAGE / "ru" / "established" / file).read_text(encoding="utf-8"))
    for native, entry in table[key].items():
        for locale, form in entry.get("write", {}).items():
            assert open_scheme(f"house-{locale}").romanize(native) != form, native
