"""Reading: spellings of real public persons and places, as newspapers have written them."""

import pytest

from l10n.errors import ConfigurationError
from l10n.languages.scripts import is_in_script_of
from l10n.names.transcription.back_transcription import back_transcribe


def best(name: str, locale: str, kind: str | None = None) -> str:
    return back_transcribe(name, locale, kind)[0].native.replace("ё", "е")


@pytest.mark.parametrize(
    ("spelling", "locale", "native"),
    [
        ("Joeri Gagarin", "nl", "Юрий Гагарин"),
        ("Dmitri Mendelejev", "nl", "Дмитрий Менделеев"),
        ("Anna Achmatova", "nl", "Анна Ахматова"),
        ("Boris Jeltsin", "nl", "Борис Ельцин"),
        ("Nikita Chroesjtsjov", "nl", "Никита Хрущев"),
        ("Maja Plisetskaja", "nl", "Майя Плисецкая"),
        ("Anton Tsjechov", "nl", "Антон Чехов"),
        ("Michail Boelgakov", "nl", "Михаил Булгаков"),
        ("Yuri Gagarin", "en", "Юрий Гагарин"),
        ("Anna Akhmatova", "en", "Анна Ахматова"),
        ("Boris Yeltsin", "en", "Борис Ельцин"),
        ("Nikita Khrushchev", "en", "Никита Хрущев"),
        ("Mikhail Bulgakov", "en", "Михаил Булгаков"),
        ("Anton Chekhov", "en", "Антон Чехов"),
        ("Joseph Brodsky", "en", "Иосиф Бродский"),
        ("Alla Pugacheva", "en", "Алла Пугачева"),
    ],
)
def test_a_person_is_read_from_a_news_spelling(spelling: str, locale: str, native: str) -> None:
    assert best(spelling, locale) == native


@pytest.mark.parametrize(
    ("spelling", "locale", "native"),
    [
        ("Moskou", "nl", "Москва"),
        ("Moscow", "en", "Москва"),
        ("Sint-Petersburg", "nl", "Санкт-Петербург"),
        ("Irkoetsk", "nl", "Иркутск"),
        ("Vladivostok", "en", "Владивосток"),
        ("Nizhny Novgorod", "en", "Нижний Новгород"),
    ],
)
def test_a_place_is_read_by_its_exonym_or_its_letters(spelling: str, locale: str, native: str) -> None:
    assert best(spelling, locale, "place") == native


@pytest.mark.parametrize("spelling", ["Visotsky", "Vysotski", "Wysotskij"])
def test_a_damaged_or_foreign_spelling_is_still_among_the_readings(spelling: str) -> None:
    readings = back_transcribe(f"Vladimir {spelling}", "en", candidates=5)
    assert "Владимир Высоцкий" in {reading.native for reading in readings}


def test_an_initial_stays_an_initial() -> None:
    assert best("A. Pushkin", "en") == "А. Пушкин"


def test_letters_keep_their_case() -> None:
    assert best("YURI GAGARIN", "en") == "ЮРИЙ ГАГАРИН"
    assert best("yuri gagarin", "en") == "юрий гагарин"


def test_a_name_of_another_origin_is_a_guess() -> None:
    reading = back_transcribe("Kevin Costner", "en")[0]
    assert reading.guess
    assert any("guess" in step for step in reading.because)


def test_native_text_is_its_own_reading() -> None:
    assert [reading.native for reading in back_transcribe("Юрий Гагарин", "nl")] == ["Юрий Гагарин"]


def test_an_unknown_locale_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="xx"):
        back_transcribe("Anna", "xx")


def test_the_script_is_that_of_the_locale() -> None:
    assert is_in_script_of("Москва", "ru")
    assert not is_in_script_of("Moscow", "ru")
    assert not is_in_script_of("42", "en")
