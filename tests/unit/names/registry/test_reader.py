"""`names.toml`: what it says, and every mistake in it with its place."""

import pytest

from l10n.errors import L10nError, RegistryError, SeveralErrors
from l10n.languages.grammar import Gender, Kind
from l10n.names.registry.entries import FormStatus
from l10n.names.registry.reader import read_registry

LOCALES = ("nl", "ru")
GOOD = """
[[name]]
id = "klim-shipenko"
kind = "person"
gender = "male"
native = "Клим Шипенко"
language = "ru"
because = "ш = sj"
nl = { preferred = "Klim Sjipenko", deprecated = ["Klim Schipenko"] }
ru = { preferred = "Клим Шипенко" }
"""


def read_errors(text: str) -> list[L10nError]:
    with pytest.raises(L10nError) as caught:
        read_registry(text, "locales/names.toml", LOCALES)
    errors = caught.value.errors if isinstance(caught.value, SeveralErrors) else (caught.value,)
    assert all(isinstance(error, RegistryError) for error in errors)
    return list(errors)


def test_an_entry_is_read_whole() -> None:
    registry = read_registry(GOOD, "names.toml", LOCALES)
    entry = registry["klim-shipenko"]
    assert (entry.kind, entry.gender, entry.line) == (Kind.PERSON, Gender.MALE, 2)
    assert entry.locales["nl"].by_status() == (
        (FormStatus.PREFERRED, "Klim Sjipenko"),
        (FormStatus.DEPRECATED, "Klim Schipenko"),
    )


@pytest.mark.parametrize("text", ["", "\n# nothing yet\n", "\ufeff"])
def test_an_empty_file_is_an_empty_registry(text: str) -> None:
    assert read_registry(text, "names.toml", LOCALES).entries == ()


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        read_registry(GOOD, "names.toml", LOCALES)["nobody"]


def test_decomposed_letters_are_composed_without_an_error() -> None:
    text = GOOD.replace("Клим Шипенко", "Сергеи\u0306 Шипенко")
    assert read_registry(text, "names.toml", LOCALES).entries[0].native == "Сергей Шипенко"


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ('kind = "person"', 'kind = "persson"', "4: name[0].kind", "unknown kind 'persson'"),
        ('kind = "person"', "", "2: name[0].kind", "'kind' is missing"),
        ('gender = "male"', "gender = 3", "5: name[0].gender", "must be a text, not a number"),
        ('because = "ш = sj"', 'because = " "', "8: name[0].because", "this text is empty"),
        ('id = "klim-shipenko"', 'id = "Klim Shipenko"', "3: name[0].id", "is not an id"),
        ('language = "ru"', 'language = "Russian"', "7: name[0].language", "is not a language code"),
        (
            "ru = { preferred =",
            "ru = { admitted = [], x =",
            "10: name[0].ru.preferred",
            "ru has no preferred form",
        ),
        ("ru = {", "russian = {", "10: name[0].russian", "'russian' is not a locale"),
        ('gender = "male"', 'guessed = ["gendr"]', "5: name[0].guessed", "'gendr' cannot be guessed here"),
        ('gender = "male"', 'guessed = "gender"', "5: name[0].guessed", "must be a list of keys"),
        ("ru = {", 'ru = { status = "maybe", ', "10: name[0].ru.status", "unknown ru.status 'maybe'"),
        ('gender = "male"', 'gendr = "male"', "5: name[0].gendr", "unknown key 'gendr'"),
        ("deprecated =", "depricated =", "9: name[0].nl.depricated", "unknown key 'depricated'"),
        ('["Klim Schipenko"]', '"Klim Schipenko"', "9: name[0].nl.deprecated", "must be a list of texts"),
        (
            '["Klim Schipenko"]',
            '["Klim Sjipenko"]',
            "9: name[0].nl.deprecated",
            "both preferred and deprecated",
        ),
        ('["Klim Schipenko"]', "[1]", "9: name[0].nl.deprecated[0]", "must be a text, not a number"),
        ('"Клим Шипенко" }', '"Клим Шипeнко" }', "10: name[0].ru.preferred", "mixes Latin and Cyrillic"),
        ('"Клим Шипенко" }', '" Клим Шипенко" }', "10: name[0].ru.preferred", "spaces before or after"),
        ('"Клим Шипенко" }', '"—" }', "10: name[0].ru.preferred", "has no letter and no digit"),
        ('"Клим Шипенко" }', '"Клим", indeclinable = "no" }', "10: name[0].ru.indeclinable", "true or false"),
        (
            '"Клим Шипенко" }',
            '"Клим", cases = { "Клим" = ["Клим"] } }',
            "10: name[0].ru.cases.Клим",
            "6 cases",
        ),
        (
            '"Клим Шипенко" }',
            '"К", cases = { "Ю" = ["Ю","Ю","Ю","Ю","Ю","Ю"] } }',
            "ru.cases",
            "is not a form of",
        ),
        (
            '"Клим Шипенко" }',
            '"К", cases = { "К" = ["Ю","Ю","Ю","Ю","Ю","Ю"] } }',
            "ru.cases.К[0]",
            "nominative",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(old: str, new: str, where: str, what: str) -> None:
    assert old in GOOD
    errors = read_errors(
        GOOD.replace(old, new, 1) if old.startswith(("kind", "id")) else GOOD.replace(old, new)
    )
    told = [f"{error.where}: {error.what}" for error in errors]
    assert any(where in line and what in line for line in told), told
    assert all(line.startswith("locales/names.toml:") for line in told)


def test_an_unknown_locale_is_answered_with_the_nearest() -> None:
    (error, *_) = read_errors(GOOD.replace("ru = {", "ru-ru = {"))
    assert error.hint == "did you mean 'ru'?"


def test_forms_for_locales_of_other_projects_are_kept_and_do_nothing() -> None:
    (entry,) = read_registry(GOOD + 'de = { preferred = "Klim Schipenko" }\n', "names.toml", LOCALES).entries
    assert list(entry.locales) == [*LOCALES, "de"]
    assert entry.locales["de"].preferred == "Klim Schipenko"


def test_a_locale_without_a_form_is_no_mistake() -> None:
    (entry,) = read_registry(GOOD.replace("ru = {", "uk = {"), "names.toml", LOCALES).entries
    assert "ru" not in entry.locales
    assert entry.preferred("ru") == ""
    assert not entry.is_decided("ru")


def test_an_entry_without_any_form_is_one() -> None:
    without = "\n".join(line for line in GOOD.splitlines() if "preferred" not in line)
    assert [error.what for error in read_errors(without)] == ["this name has no form in any locale"]


def test_a_reason_may_be_left_out() -> None:
    (entry,) = read_registry(GOOD.replace('because = "ш = sj"\n', ""), "names.toml", LOCALES).entries
    assert entry.because == ""


def test_what_is_only_proposed_contradicts_nobody() -> None:
    proposed = GOOD.replace('id = "klim-shipenko"', 'id = "another"\nstatus = "proposed"')
    proposed = proposed.replace("Klim Sjipenko", "Klim Sipenko")
    assert len(read_registry(GOOD + proposed, "names.toml", LOCALES).entries) == 2


def test_all_mistakes_are_told_at_once() -> None:
    text = GOOD.replace('"person"', '"persson"') + "[[name]]\nid = 3\n" + '[other]\nx = "y"\n'
    places = " ".join(error.where for error in read_errors(text))
    for place in ("other", "name[0].kind", "name[1].id", "name[1].native", "name[1]"):
        assert place in places


def test_a_second_entry_must_not_take_id_or_forms_of_the_first() -> None:
    second = GOOD.replace("Klim Sjipenko", "Kim Sjipenko")
    told = [error.what for error in read_errors(GOOD + second)]
    assert "the id 'klim-shipenko' is taken" in told
    assert (
        sum("'Klim Schipenko' is deprecated here and in klim-shipenko (line 2)" in line for line in told) == 1
    )


def test_a_form_one_entry_writes_must_not_be_deprecated_in_another() -> None:
    second = (
        GOOD.replace("klim-shipenko", "other")
        .replace("Klim Sjipenko", "Kim")
        .replace("Klim Schi", "Klim Sji")
    )
    (error,) = read_errors(GOOD + second)
    assert error.what == "'Klim Sjipenko' is deprecated here, and a form of klim-shipenko (line 2)"
    assert error.where == "locales/names.toml:19: name[1].nl.deprecated (other)"


def test_what_is_no_toml_is_told_with_line_and_column() -> None:
    (error,) = read_errors(GOOD + "nl = {\n")
    assert error.what == "this is not TOML"
    assert error.where.startswith("locales/names.toml:11:")


def test_an_entry_head_inside_a_string_or_a_comment_is_no_entry() -> None:
    text = '# [[name]]\n[[name]]\nbecause = """\n[[name]]\n"""\n' + GOOD
    places = {error.where.split(" ")[0] for error in read_errors(text)}
    assert places == {"locales/names.toml:2:"}
    assert all("name[1]" not in error.where for error in read_errors(text))


def test_names_that_are_no_array_of_tables_are_told() -> None:
    for text in ('name = "x"', "name = [1]", "[name]\nid = 1"):
        assert "array of tables" in read_errors(text)[0].what
