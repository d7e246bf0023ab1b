"""The models of the package, on names of real people and places."""

import pytest

from l10n.names.transcription.back_transcription import back_transcribe
from l10n.names.transcription.conversion import convert
from l10n.names.transcription.graphones.store import DIRECTIONS, graphone_model
from l10n.names.transcription.graphones.transcription import transcribe
from l10n.names.transcription.name_origin import guess_origins
from l10n.names.transcription.respelling import has_established_latin_spelling, latin_spellings


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_model_knows_forms_that_people_bear_and_not_others(direction: str) -> None:
    forms = graphone_model(direction).forms
    borne, nobody = ("иванов", "ъъъъ") if direction == "en-ru" else ("ivanov", "xqxqxq")
    assert forms.weight(borne) > 3
    assert forms.weight(nobody) == 0


@pytest.mark.parametrize(
    ("latin", "native"),
    [
        ("Houston", "Хьюстон"),
        ("Schröder", "Шрёдер"),
        ("Beaumont", "Бомон"),
        ("Nakamura", "Накамура"),
        ("Wójcik", "Вуйцик"),
    ],
)
def test_names_of_many_origins_are_written_by_practice(latin: str, native: str) -> None:
    assert native in [reading.native for reading in back_transcribe(latin, "en")]


@pytest.mark.parametrize("word", ["houston", "leeuwarden", "иванов", "x" * 60, "", "123"])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_probabilities_of_forms_with_their_name_are_one_at_most(direction: str, word: str) -> None:
    found = transcribe(word, graphone_model(direction), beam=12)
    assert all(way.cost >= 0 for way in found)
    assert [way.cost for way in found] == sorted(way.cost for way in found)
    folded = [way.form.replace("ё", "е") for way in found]
    assert len(set(folded)) == len(folded)


@pytest.mark.parametrize(
    ("name", "locale", "language"),
    [
        ("jan van der meer", "en", "nl"),
        ("dijkstra", "en", "nl"),
        ("schröder", "en", "de"),
        ("beaumont", "fr", "fr"),
    ],
)
def test_letters_and_particles_tell_the_origin(name: str, locale: str, language: str) -> None:
    assert guess_origins(tuple(name.split()), locale).shares[0][0] == language


@pytest.mark.parametrize("name", ["joelia sjipenko", "kevin costner", "nakamura"])
def test_a_name_of_no_such_language_is_not_taken_for_one(name: str) -> None:
    assert all(share < 0.5 for _, share in guess_origins(tuple(name.split()), "en").shares)


def test_origins_are_shares_of_one() -> None:
    for name in ("van", "jan jansen", "ß", "q", "peter müller"):
        assert sum(share for _, share in guess_origins(tuple(name.split()), "nl").shares) <= 1


@pytest.mark.parametrize(
    ("latin", "native"),
    [
        ("Michael Schumacher", "Михаэль Шумахер"),
        ("Michael Jackson", "Майкл Джексон"),
        ("Michael Gorbachev", "Михаил Горбачёв"),
        ("Peter Jackson", "Питер Джексон"),
        ("Joseph Stalin", "Иосиф Сталин"),
    ],
)
def test_a_given_name_is_that_of_the_language_of_the_surname(latin: str, native: str) -> None:
    assert back_transcribe(latin, "en")[0].native == native


def test_who_spoke_is_told() -> None:
    because = back_transcribe("Edsger Dijkstra", "nl")[0].because
    assert because[0].startswith("origin: nl ")
    assert any(
        "names in nl" in step for reading in back_transcribe("Zuiderwoude", "nl") for step in reading.because
    )


def test_a_russian_name_needs_no_origin() -> None:
    assert not any(step.startswith("origin") for step in back_transcribe("Joelia Sjipenko", "nl")[0].because)


def test_a_name_of_another_origin_has_its_own_spelling_first_and_others_in_reach() -> None:
    forms = convert("Джон Уэзерспун", "ru", "en", candidates=5)
    assert forms[0].form.startswith("John W")
    assert len(forms) == 5
    assert sum(form.probability for form in forms) <= 1


@pytest.mark.parametrize("name", ["Москва", "Юлия", "Сергей Есенин", "", "123"])
def test_a_russian_name_has_no_established_latin_spelling(name: str) -> None:
    assert not has_established_latin_spelling(name)


def test_latin_spellings_are_cased_as_the_name_and_add_up_to_one_at_most() -> None:
    for name in ("Джон Смит", "ДЖОН СМИТ", "джон смит"):
        found = latin_spellings(name)
        assert (
            found[0].form == {"Д": "John Smith", "д": "john smith"}[name[0]] or found[0].form == "JOHN SMITH"
        )
        assert sum(spelling.probability for spelling in found) <= 1 + 1e-9
    assert latin_spellings("один два три четыре пять шесть семь") == ()
    assert latin_spellings("London") == ()
