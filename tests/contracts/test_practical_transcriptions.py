"""Every file of practical transcription proves itself by existing: samples pass, every rule is exercised."""

import tomllib

import pytest

from l10n.errors import L10nError
from l10n.languages.packs import PACKAGE
from l10n.languages.transcription import PIVOT, sources_of
from l10n.names.transcription.name_origin import letter_models, origin_rules
from l10n.names.transcription.practical_rules import practical_transcription
from l10n.names.transliteration.library import read_scheme
from l10n.names.transliteration.scheme import Scheme

FOLDER = PACKAGE / "ru"

each_language = pytest.mark.parametrize(
    "rules", [practical_transcription(one) for one in sources_of(PIVOT)], ids=lambda rules: rules.id
)


def test_every_language_has_rules_a_guess_of_origin_and_a_model_of_its_letters() -> None:
    assert set(sources_of(PIVOT)) == set(origin_rules()) == set(letter_models().models) - {""}


@each_language
class TestEachLanguage:
    def test_its_provenance_is_complete(self, rules: Scheme) -> None:
        assert rules.id == f"practical-{rules.language}"
        assert rules.scripts == ("Latn", "Cyrl")
        assert len(rules.authority) > 10
        assert rules.url.startswith("https://")

    def test_its_samples_pass_whatever_their_case(self, rules: Scheme) -> None:
        for sample in rules.samples:
            assert rules.romanize(sample.source) == sample.expected
            assert rules.romanize(sample.source.lower()) == sample.expected.lower()
            assert rules.unknown_letters(sample.source) == ""

    def test_every_rule_is_exercised_by_a_sample(self, rules: Scheme) -> None:
        exercised = {step.rule for sample in rules.samples for step in rules.steps(sample.source)}
        assert set(rules.own_rules) <= exercised

    def test_what_is_written_is_not_written_again(self, rules: Scheme) -> None:
        for sample in rules.samples:
            assert rules.romanize(sample.expected) == sample.expected


@pytest.mark.parametrize("language", sources_of(PIVOT))
def test_a_rule_without_a_sample_is_refused(language: str) -> None:
    text = (FOLDER / f"from-{language}.toml").read_text(encoding="utf-8")
    broken = text.replace("[letters]\n", '[letters]\n"ğ" = "г"\n', 1)
    with pytest.raises(L10nError, match="no sample exercises this rule"):
        read_scheme(broken, "broken.toml")


def test_the_rules_of_origin_are_complete_and_their_shares_are_shares() -> None:
    rules = origin_rules()
    for locale in ("nl", "en", "de", "fr"):
        assert sum(rule.prior(locale) for rule in rules.values()) < 1
    for language, rule in rules.items():
        assert 0 < rule.trust < 1
        assert rule.given
        assert rule.tells <= {r.source for r in practical_transcription(language).rules}


def test_the_provenance_names_every_file_of_the_model_and_no_other() -> None:
    folder = PACKAGE / "pairs"
    named = tomllib.loads((folder / "PROVENANCE.toml").read_text(encoding="utf-8"))["files"]
    files = {file.relative_to(folder).as_posix(): file.stat().st_size for file in folder.glob("*/*.bin")}
    assert set(named) == set(files)
    assert sum(files.values()) <= 10_000_000
