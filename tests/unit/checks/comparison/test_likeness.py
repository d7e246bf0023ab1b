"""The table of languages that are much alike."""

from l10n.checks.comparison.likeness import are_near, guessed_language, has_no_blanks
from l10n.languages.packs import table


def test_near_is_said_of_two_languages_whichever_comes_first() -> None:
    for group in table("root", "likeness")["near"]:
        assert len(group) == len(set(group)) > 1
        assert all(are_near(one, other) and are_near(other, one) for one in group for other in group)
    assert not are_near("cs", "ro")
    assert not are_near("es", "hi")


def test_another_name_of_a_language_is_that_language() -> None:
    assert guessed_language("no") == guessed_language("nb") == "nb"
    assert guessed_language("nl") == "nl"
    same = table("root", "likeness")["same"]
    assert not set(same) & set(same.values())


def test_scripts_without_blanks_are_known_by_their_languages() -> None:
    assert has_no_blanks("zh_Hant")
    assert not has_no_blanks("ko")
