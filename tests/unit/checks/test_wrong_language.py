"""What is said of a text in another language: sure of strangers, no more than a guess of neighbours."""

import pytest

from l10n.checks import wrong_language
from l10n.model import Finding, Severity
from tests.unit.checks.test_text import found_in

SOURCE = "She flies to the station today."


def foreign(text: str, locale: str) -> list[Finding]:
    return found_in(text, locale, "wrong-language", SOURCE)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Hun flyr til romstasjonen i dag og kommer tilbake i morgen tidlig.", "nb"),
        ("Hun flyr til romstasjonen i dag og kommer tilbake i morgen tidlig.", "no"),
        ("Hun flyver til rumstationen i dag og kommer tilbage i morgen tidlig.", "da"),
        ("Dnes letí na stanicu a zajtra sa vráti späť domov.", "sk"),
        ("Dnes letí na stanici a zítra se vrátí zpátky domů.", "cs"),
        ("Danas leti na svemirsku stanicu i sutra se vraća kući.", "hr"),
        ("Danas leti na svemirsku stanicu i sutra se vraća kući.", "sr_Latn"),
        ("Данас лети на свемирску станицу и сутра се враћа кући.", "sr"),
        ("Денес лета до станицата и утре се враќа дома.", "mk"),
        ("Днес лети до станцията и утре се връща вкъщи.", "bg"),
        ("Сёння яна ляціць на станцыю, а заўтра вяртаецца дадому.", "be"),
        ("Сьогодні вона летить на станцію, а завтра повертається додому.", "uk"),
        ("Hoxe voa á estación espacial e mañá volve á casa.", "gl"),
        ("Hoje ela voa para a estação espacial e amanhã volta para casa.", "pt_BR"),
        ("Avui vola cap a l’estació espacial i demà torna a casa.", "ca"),
        ("彼女は今日、宇宙ステーションへ飛び、明日には家に帰ってくる予定です。", "ja"),
        ("Wona lěta dźensa k staciji a jutře so domoj wróći.", "hsb"),
    ],
)
def test_right_text_is_never_accused_by_a_neighbour(text: str, locale: str) -> None:
    assert [one for one in foreign(text, locale) if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize("locale", ["ja", "zh_Hans", "th", "he", "hi", "sk", "nb", "gl", "hsb", "ast"])
def test_a_text_that_stayed_in_the_language_of_the_source_is_found_in_every_locale(locale: str) -> None:
    text = "They are going to fly to the station with the crew of the ship."
    assert [one.severity for one in foreign(text, locale)] == [Severity.WARNING]


def test_a_stranger_is_a_warning_and_a_neighbour_information() -> None:
    text = "Dnes poletí na stanici a zítra se vrátí zpátky, protože posádka už čeká."
    assert [one.severity for one in foreign(text, "ro")] == [Severity.WARNING]
    assert [one.severity for one in foreign(text, "sk")] == [Severity.INFO]


def test_of_a_language_the_guesser_does_not_know_only_the_source_is_told() -> None:
    assert "hsb" not in wrong_language._known_languages()
    assert foreign("Dziś leci na stację, a jutro wraca do domu razem z załogą statku.", "hsb") == []
