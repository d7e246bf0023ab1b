"""Laws of declension: a form that our paradigms give is right text in its case."""

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.languages.grammar import SIX_CASES, Case, Gender, Kind
from l10n.model import apply_edits
from l10n.names.inflection.persons import family_forms
from l10n.names.inflection.surface_forms import decline, parts_of, surface_forms
from l10n.names.recognition.agreement import case_disagreements
from l10n.names.recognition.consistency import fix_names, inconsistencies
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.recognition.registered_names import read_names
from l10n.names.recognition.surface_prefixes import beginnings
from l10n.names.registry.entries import EntryStatus, LocaleForms, NameEntry, Registry
from l10n.names.text.folding import fold_form
from tests.conftest import tries

# the words a sentence of its case stands in; the last of them asks for it
FRAMES = {
    Case.NOMINATIVE: ("Здесь", "Тогда сказала", "Это"),
    Case.GENITIVE: ("Письмо от", "Подарок для", "Они ушли без", "Все были у"),
    Case.DATIVE: ("Они пришли к", "Она обратилась ко"),
    Case.ACCUSATIVE: ("Фильм про", "Он влюблён в"),
    Case.INSTRUMENTAL: ("Они стояли перед", "Все смеялись над", "Встреча с", "Он женат, и она замужем за"),
    Case.PREPOSITIONAL: ("Много писали о", "Это было при"),
}
MEN = (
    "Павел",
    "Лев",
    "Илья",
    "Джек",
    "Марек",
    "Жан-Жак",
    "Чарли",
    "Юрий",
    "Олег",
    "Ким",
    "Усама",
    "Анри",
    "Шарль",
    "Тоомас",
)
WOMEN = ("Марина", "Юлия", "Мерил", "Любовь", "Николь", "Анна-Мария", "Энн", "Дарья", "Зоя", "Лия")
MIDDLES = ("", "", "", "Сергеевич ", "Сергеевна ", "Лютер ", "Мария ", "ван ", "де ")
OF_MEN = (
    *("Чаплин", "Пушкин", "Бюлов", "Иванов", "Ковалёв", "Достоевский", "Толстой", "Цой", "Чапек", "Коломиец"),
    *(
        "Сен-Санс",
        "Рерих",
        "Гоголь",
        "Воробей",
        "Лукич",
        "Ын",
        "Нижний",
        "Лановой",
        "Салтыков-Щедрин",
        "Римский-Корсаков",
    ),
)
OF_WOMEN = (
    *("Иванова", "Калинина", "Достоевская", "Навальная", "Дальняя", "Стрип", "Мазина", "Бонч-Бруевич"),
    *("Склодовская-Кюри", "Меркель", "Черных"),
)
OF_ALL = (
    *(
        "Кара-Мурза",
        "Шипенко",
        "Золя",
        "Окуджава",
        "Кафка",
        "Гойя",
        "Черных",
        "Пересильд",
        "Гримм",
        "Камю",
        "Верди",
    ),
)
LANGUAGES = ("ru", "en", "fr", "de", "pl", "uk", "it", "ko", "fi")
PLACES = (
    *(
        "Москва",
        "Египет",
        "Рязань",
        "Ярославль",
        "Сочи",
        "Нижний Новгород",
        "Ростов-на-Дону",
        "Алматы",
        "Китай",
        "Россия",
    ),
    *("Босния и Герцеговина", "Великие Луки", "Пулково", "Череповец", "Мыс Шмидта", "Осло", "Торжок"),
)
WORKS = ("Вызов", "Меркурий", "Спасение", "Мантуя", "Зеркало")


@st.composite
def persons(draw: st.DrawFn) -> NameEntry:
    gender = draw(st.sampled_from((Gender.MALE, Gender.FEMALE)))
    given_name = draw(st.sampled_from(MEN if gender is Gender.MALE else WOMEN))
    surnames = (*OF_ALL, *(OF_MEN if gender is Gender.MALE else OF_WOMEN))
    name = f"{given_name} {draw(st.sampled_from(MIDDLES))}{draw(st.sampled_from(surnames))}"
    return entry_of(name, Kind.PERSON, gender, draw(st.sampled_from(LANGUAGES)))


def entry_of(name: str, kind: Kind, gender: Gender | None, language: str = "ru") -> NameEntry:
    locales = {"ru": LocaleForms(preferred=name)}
    return NameEntry(
        id="x", kind=kind, gender=gender, native=name, language=language, because="", locales=locales
    )


places = st.sampled_from(PLACES).map(lambda name: entry_of(name, Kind.PLACE, None))
works = st.sampled_from(WORKS).map(lambda name: entry_of(name, Kind.WORK, None))
entries = st.one_of(persons(), persons(), persons(), places, works)


def lexicon_of(entry: NameEntry) -> Lexicon:
    return compile_lexicon(Registry(path="names.toml", entries=(entry,)), ("ru",))


@settings(max_examples=tries(200))
@given(entries, st.data())
def test_what_is_in_the_right_case_is_neither_marked_nor_touched(
    entry: NameEntry, data: st.DataObject
) -> None:
    lexicon = lexicon_of(entry)
    name = entry.locales["ru"].preferred
    part = data.draw(st.sampled_from(parts_of(name, entry)))
    found = surface_forms(name, entry, "ru", part)
    case, surface = data.draw(st.sampled_from([pair for pair in found.surfaces if pair[0] in SIX_CASES]))
    frame = data.draw(st.sampled_from(FRAMES[case]))
    if entry.kind is Kind.PLACE and case is Case.ACCUSATIVE:
        frame = "Они смотрели на"
    text = f"{frame} {surface}."
    if data.draw(st.booleans()):
        text = text.upper()
    assert inconsistencies(text, "ru", lexicon) == ()
    assert case_disagreements(read_names(text, "ru", lexicon)) == ()
    assert fix_names(text, "ru", lexicon) == (text, ())


@settings(max_examples=tries(100))
@given(entries, st.data())
def test_every_other_right_form_is_recognised_too(entry: NameEntry, data: st.DataObject) -> None:
    lexicon = lexicon_of(entry)
    found = surface_forms(entry.locales["ru"].preferred, entry, "ru")
    also = [surface for _, surface in found.also]
    text = f"Здесь {data.draw(st.sampled_from(also or [found.form]))}."
    assert inconsistencies(text, "ru", lexicon) == ()
    assert fix_names(text, "ru", lexicon) == (text, ())


@settings(max_examples=tries(100))
@given(persons(), st.sampled_from(SIX_CASES[1:]), st.data())
def test_an_edit_writes_a_form_of_the_case_that_is_asked_for_and_leaves_nothing(
    entry: NameEntry, case: Case, data: st.DataObject
) -> None:
    lexicon = lexicon_of(entry)
    found = surface_forms(entry.locales["ru"].preferred, entry, "ru")
    frame = data.draw(st.sampled_from(FRAMES[case]))
    text = f"{frame} {found.form}."
    edits = [one.edit for one in case_disagreements(read_names(text, "ru", lexicon)) if one.edit]
    fixed = apply_edits(text, edits)
    assert fixed in (text, f"{frame} {found.written(case)}.")
    if edits:
        assert case_disagreements(read_names(fixed, "ru", lexicon)) == ()


@settings(max_examples=tries(50))
@given(entries)
def test_only_approved_entries_are_judged(entry: NameEntry) -> None:
    proposed = NameEntry(
        id=entry.id,
        kind=entry.kind,
        gender=entry.gender,
        native=entry.native,
        language=entry.language,
        because="",
        status=EntryStatus.PROPOSED,
        locales=entry.locales,
    )
    text = f"Они пришли к {entry.locales['ru'].preferred}."
    assert case_disagreements(read_names(text, "ru", lexicon_of(proposed))) == ()


@settings(max_examples=tries(200))
@given(entries)
def test_every_surface_begins_as_its_beginnings_say(entry: NameEntry) -> None:
    known = beginnings(entry, "ru", ("ru",))
    name = entry.locales["ru"].preferred
    if known is not None:
        for part in parts_of(name, entry):
            for surface in surface_forms(name, entry, "ru", part).cases():
                assert fold_form(surface).startswith(tuple(known))


@settings(max_examples=tries(100))
@given(persons())
def test_every_form_of_a_surname_is_of_its_family(entry: NameEntry) -> None:
    name = entry.locales["ru"].preferred
    surname = name.rsplit(maxsplit=1)[-1]
    plain = entry_of(f"{name.split()[0]} {surname}", Kind.PERSON, entry.gender)
    family = family_forms(surname, "ru")
    for surface in surface_forms(plain.native, plain, "ru").surfaces:
        assert fold_form(surface[1].rsplit(maxsplit=1)[-1]).casefold() in family


@settings(max_examples=tries(300))
@given(
    st.one_of(
        st.text("абвеёийклмнопрсцьяАБКШ -’.1a", max_size=12),
        st.text(max_size=8),
        st.lists(st.sampled_from((*MEN, *OF_ALL, "братья", "Братья", "и", "-", "Ан-")), max_size=5).map(
            " ".join
        ),
    ),
    st.sampled_from((None, *Kind)),
    st.sampled_from((None, *Gender)),
)
def test_whatever_the_name_there_are_six_answers_and_the_nominative_is_the_name(
    name: str, kind: Kind | None, gender: Gender | None
) -> None:
    found = decline(name, "ru", kind=kind, gender=gender)
    assert set(found) == set(SIX_CASES)
    assert (found[Case.NOMINATIVE] or name).casefold().split() == name.casefold().split()
