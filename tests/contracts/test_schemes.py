"""Every scheme proves itself by existing: its samples pass, every rule is exercised, its provenance is complete."""

from collections import Counter
from pathlib import Path

import pytest

from l10n.languages.packs import PACKAGE
from l10n.names.transliteration import library
from l10n.names.transliteration.library import open_scheme, scheme_ids
from l10n.names.transliteration.rules import END, START
from l10n.names.transliteration.scheme import Scheme

LANGUAGES = {"ru", "uk", "be", "bg", "sr", "mk", "kk", "uz"}
FOLDER = Path(library.__file__).parent / "schemes"

each_scheme = pytest.mark.parametrize(
    "known", [open_scheme(one) for one in scheme_ids()], ids=lambda known: known.id
)


def test_every_file_is_a_scheme_and_every_locale_has_one_house() -> None:
    assert len(scheme_ids()) == len([*FOLDER.iterdir(), *PACKAGE.glob("*/from-ru.toml")])
    houses = Counter(open_scheme(one).locale for one in scheme_ids() if open_scheme(one).locale)
    assert houses == dict.fromkeys(("nl", "en", "de", "fr", "es", "it", "pl", "sv"), 1)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_schemes(language: str) -> None:
    assert any(open_scheme(one).language == language for one in scheme_ids())


@each_scheme
class TestEachScheme:
    def test_its_id_is_its_file_name(self, known: Scheme) -> None:
        house = PACKAGE / known.locale / "from-ru.toml"
        assert (house if known.locale else FOLDER / f"{known.id.replace(':', '_', 1)}.toml").is_file()

    def test_its_provenance_is_complete(self, known: Scheme) -> None:
        assert known.language in LANGUAGES
        assert known.scripts == ("Cyrl", "Latn")
        assert len(known.authority) > 10
        assert known.url.startswith("https://")
        assert 1800 <= known.year <= 2030
        assert not known.locale or known.id == f"house-{known.locale}"

    def test_its_samples_pass(self, known: Scheme) -> None:
        assert known.samples
        for sample in known.samples:
            assert known.romanize(sample.source) == sample.expected

    def test_every_rule_of_its_own_is_exercised_by_a_sample(self, known: Scheme) -> None:
        exercised = {step.rule for sample in known.samples for step in known.steps(sample.source)}
        assert set(known.own_rules) <= exercised

    def test_its_rules_are_values_a_reader_can_invert(self, known: Scheme) -> None:
        identities = Counter((rule.source, rule.after, rule.before) for rule in known.rules)
        assert set(identities.values()) == {1}
        for rule in known.rules:
            assert rule.source == rule.source.lower()
            assert all(len(letter) == 1 or letter == START for letter in rule.after)
            assert all(len(letter) == 1 or letter == END for letter in rule.before)

    def test_its_samples_in_capitals_are_their_romanizations_in_capitals(self, known: Scheme) -> None:
        for sample in known.samples:
            if all(len(word) > 1 for word in sample.source.replace("-", " ").split()):
                assert known.romanize(sample.source.upper()) == sample.expected.upper()

    def test_the_letters_of_its_samples_are_all_known(self, known: Scheme) -> None:
        for sample in known.samples:
            assert known.unknown_letters(sample.source) == ""
