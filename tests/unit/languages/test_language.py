"""What is known of a language, as one value and one capability at a time."""

import pytest

from l10n.languages.language import Capability, known_languages, knows, language


@pytest.mark.parametrize("locale", [*known_languages(), "fi", "ka", "sr@latin", "pt_BR", "xx"])
@pytest.mark.parametrize("capability", Capability)
def test_asking_for_one_capability_gives_what_the_whole_value_has(
    locale: str, capability: Capability
) -> None:
    assert knows(locale, capability) is language(locale).knows(capability)


def test_of_a_language_without_a_pack_its_script_is_all_that_is_known() -> None:
    known = language("cop")
    assert (known.script, known.tag) == ("Copt", "cop")
    assert [capability for capability in Capability if known.knows(capability)] == [Capability.SCRIPT]


def test_a_locale_knows_what_its_language_does() -> None:
    assert language("nl_BE").typography == language("nl").typography


def test_a_partial_file_of_facts_is_known_as_far_as_it_says() -> None:
    """CLDR lists words for dates and units of any language; a file may say more."""
    assert language("ka").facts == frozenset({"dates", "units"})
    assert language("de").facts == frozenset({"clock", "dates", "units", "spelled"})
    assert language("ru").facts == frozenset({"numbers", "spelled", "clock", "dates", "units"})
