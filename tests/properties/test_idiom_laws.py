"""The ways to say a time in each language: the right one is silent, and another hour in its place is found."""

import pytest

from l10n.checks.comparison.fact_comparison import compare_facts
from l10n.languages.facts.fact_tables import fact_table
from l10n.languages.packs import tags_with

# language, what the source says, how its translation says it, and another time
IDIOMS = [
    ("de", "at 7.30 pm", "um halb acht abends", "um halb neun abends"),
    ("de", "at half past seven", "um halb acht", "um halb sieben"),
    ("fr", "at half past seven", "à sept heures et demie", "à huit heures et demie"),
    ("fr", "at quarter to eight", "à huit heures moins le quart", "à neuf heures moins le quart"),
    ("fr", "at 5 pm", "à 17 heures", "à 18 heures"),
    ("fr", "at 5.30 pm", "à 17 h 30", "à 17 h 20"),
    ("es", "at half past seven", "a las siete y media", "a las ocho y media"),
    ("es", "at 5 pm", "a las 5 de la tarde", "a las 6 de la tarde"),
    ("es", "at 7:45 am", "a las ocho menos cuarto", "a las nueve menos cuarto"),
    ("it", "at half past seven", "alle sette e mezza", "alle otto e mezza"),
    ("it", "at 5 pm", "alle 17", "alle 18"),
    ("it", "at 5.30 pm", "alle ore 17.30", "alle ore 18.30"),
    ("pl", "at half past seven", "o wpół do ósmej", "o wpół do dziewiątej"),
    ("pl", "at 7:45", "za kwadrans ósma", "za kwadrans dziewiąta"),
    ("pl", "at 5.30 pm", "o godz. 17.30", "o godz. 16.30"),
    ("pl", "at 7:55 am", "za pięć ósma", "za pięć siódma"),
    ("uk", "at half past seven", "о пів на восьму", "о пів на дев’яту"),
    ("uk", "at 5 pm", "о 17-й годині", "о 18-й годині"),
    ("uk", "at 7:15 am", "чверть на восьму", "чверть на сьому"),
    ("cs", "at half past seven", "v půl osmé", "v půl deváté"),
    ("cs", "at 7:15 am", "ve čtvrt na osm", "ve čtvrt na devět"),
    ("cs", "at 7:45 am", "ve tři čtvrtě na osm", "ve tři čtvrtě na devět"),
    ("sv", "at half past seven", "halv åtta", "halv nio"),
    ("sv", "at 5.30 pm", "kl. 17.30", "kl. 18.30"),
    ("sv", "at 7:15 am", "kvart över sju", "kvart över åtta"),
    ("da", "at half past seven", "halv otte", "halv ni"),
    ("da", "at 7:45 am", "kvart i otte", "kvart i ni"),
    ("nb", "at half past seven", "halv åtte", "halv ni"),
    ("nb", "at 7:45 am", "kvart på åtte", "kvart på ni"),
    ("fi", "at 5.30 pm", "klo 17.30", "klo 18.30"),
    ("fi", "at 7:15 am", "varttia yli seitsemän", "varttia yli kuusi"),
    ("hu", "at 5:30 pm", "17 óra 30 perckor", "18 óra 30 perckor"),
    ("hu", "at half past seven", "fél nyolckor", "fél kilenckor"),
    ("tr", "at 5:30 pm", "saat 17.30'da", "saat 18.30'da"),
    ("pt", "at half past seven", "às sete e meia", "às oito e meia"),
    ("pt", "at 5:30 pm", "às 17h30", "às 18h30"),
    ("ro", "at 5:30 pm", "la ora 17.30", "la ora 18.30"),
    ("el", "at 5 pm", "στις 5 μ.μ.", "στις 6 μ.μ."),
    ("el", "at half past seven", "στις επτά και μισή", "στις οκτώ και μισή"),
    ("bg", "at 5:30 pm", "в 17.30 ч.", "в 18.30 ч."),
    ("bg", "at half past seven", "в седем и половина", "в осем и половина"),
    ("sr", "at half past seven", "у пола осам", "у пола девет"),
    ("sr", "at 5:30 pm", "у 17.30 часова", "у 18.30 часова"),
    ("he", "at 5:30 pm", "בשעה 17:30", "בשעה 18:30"),
    ("ar", "at 5:30 pm", "الساعة 5:30 مساءً", "الساعة 6:30 مساءً"),
    ("hi", "at 5 pm", "शाम 5 बजे", "शाम 6 बजे"),
    ("hi", "at 5:30 pm", "शाम 5:30 बजे", "शाम 6:30 बजे"),
    ("ja", "at 5:30 pm", "午後5時30分", "午後6時30分"),
    ("ja", "at 5:30 pm", "17時半", "18時半"),
    ("zh_Hans", "at 5:30 pm", "下午5点30分", "下午6点30分"),
    ("zh_Hans", "at 5:30 pm", "下午5点半", "下午6点半"),
    ("ko", "at 5:30 pm", "오후 5시 30분", "오후 6시 30분"),
    ("ko", "at 5:30 am", "오전 5시 30분", "오후 5시 30분"),
]
# of another language: how long something takes, and what is no time
NO_TIMES = [
    ("fr", "It took two hours and 20 minutes.", "Cela a pris 2 heures 20 minutes."),
    ("fr", "It took seven and a half hours.", "Cela a pris sept heures et demie."),
    ("de", "The match lasted 2 hours 15 minutes.", "Das Spiel dauerte 2 Stunden 15 Minuten."),
    ("ja", "The match lasted 2 hours 15 minutes.", "試合は2時間15分続いた。"),
    ("ko", "The match lasted 3 hours 20 minutes.", "경기는 3시간 20분 지속되었다."),
    ("zh_Hans", "They are 5.3 points behind.", "落后5.3点"),
    ("cs", "Half of the second book is missing.", "Chybí půl druhé knihy."),
    ("es", "in 3 rooms", "en tres cuartos"),
]
RANGES = [
    ("de", "Der Laden ist von 9 bis 17 Uhr geöffnet."),
    ("fr", "Le magasin est ouvert de 9 h à 17 h."),
    ("es", "La tienda abre de 9 de la mañana a 5 de la tarde."),
    ("it", "Il negozio è aperto dalle 9 alle 17."),
    ("pl", "Sklep jest otwarty w godz. 9.00–17.00."),
    ("uk", "Крамниця працює з дев’ятої ранку до п’ятої вечора."),
    ("sv", "Butiken är öppen kl. 9–17."),
    ("fi", "Kauppa on auki klo 9–17."),
    ("hu", "Az üzlet reggel 9-től délután 5-ig van nyitva."),
    ("ja", "営業時間は午前9時から午後5時までです。"),
    ("zh_Hans", "商店营业时间为上午9点至下午5点。"),
    ("ko", "가게는 오전 9시부터 오후 5시까지 문을 엽니다."),
    ("hi", "दुकान सुबह 9 बजे से शाम 5 बजे तक खुली रहती है।"),
    ("ar", "المتجر مفتوح من الساعة 9 صباحًا إلى الساعة 5 مساءً."),
]


def _codes(source: str, target: str, language: str) -> set[str]:
    return {slip.code for slip in compare_facts(source, target, "en", language)}


@pytest.mark.parametrize(("language", "source", "right", "changed"), IDIOMS)
def test_another_hour_is_found(language: str, source: str, right: str, changed: str) -> None:
    assert _codes(f"It starts {source}.", f"{right}.", language) == set()
    found = _codes(f"It starts {source}.", f"{changed}.", language)
    assert found
    assert found <= {"time-mismatch", "number-mismatch"}  # a bare figure may be an hour: alle 18


@pytest.mark.parametrize(("language", "source", "target"), NO_TIMES)
def test_what_is_no_time_is_none(language: str, source: str, target: str) -> None:
    assert _codes(source, target, language) == set()


@pytest.mark.parametrize(("language", "target"), RANGES)
def test_opening_hours_are_those_of_the_source(language: str, target: str) -> None:
    assert _codes("The shop is open from 9 a.m. to 5 p.m.", target, language) == set()


def test_each_language_that_knows_the_clock_is_here() -> None:
    here = {language.partition("_")[0] for language, *_ in IDIOMS}
    assert here >= {tag for tag in tags_with("facts") if "clock" in fact_table(tag).knows} - {
        "en",
        "nl",
        "ru",
    }
