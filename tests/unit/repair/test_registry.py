"""The contracts of the rules: provenance, samples, and errors that name file and key."""

import pytest

from l10n.errors import RegistryError
from l10n.repair import RULES, repair
from l10n.repair.word_rules import languages, read_word_rules, word_rules

HEAD = 'language = "xx"\napostrophe = "’"\nauthority = "a"\nurl = "u"\nnotes = "n"\n'
WORD = '[[word]]\nword = "a’b"\nsamples = [{ damaged = "ab", clean = "a’b" }]\n'


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_says_what_it_does_in_one_sentence_and_where_it_comes_from(rule: object) -> None:
    description, source = getattr(rule, "description", ""), getattr(rule, "source", "")
    assert description.endswith(".")
    assert source


def test_rule_ids_are_kebab_case() -> None:
    assert all(rule == rule.lower() and rule.replace("-", "").isalnum() for rule in RULES)


@pytest.mark.parametrize("language", languages())
def test_rule_file_has_provenance_and_the_language_of_its_name(language: str) -> None:
    rules = word_rules(language)
    assert rules is not None
    assert rules.language == language
    assert rules.authority
    assert rules.url.startswith("https://")
    assert rules.notes


@pytest.mark.parametrize("language", languages())
def test_every_word_rule_is_exercised_by_a_sample_of_its_own(language: str) -> None:
    rules = word_rules(language)
    assert rules is not None
    for rule in rules.rules:
        changed = [sample for sample in rule.samples if sample.damaged != sample.clean]
        assert any(rule.word.lower() in sample.clean.lower() for sample in changed), rule.word


@pytest.mark.parametrize("language", languages())
def test_word_rule_with_a_condition_has_no_twin(language: str) -> None:
    rules = word_rules(language)
    assert rules is not None
    assert len({(r.word, r.written, r.only_before, r.only_after) for r in rules.rules}) == len(rules.rules)


def test_regional_language_uses_the_rules_of_its_language() -> None:
    assert repair("I dont know", language="en-GB").text == repair("I dont know", language="en_US").text
    assert repair("I dont know", language="en-GB").text == "I don’t know"


@pytest.mark.parametrize("language", ["nl", "ru", "fr", "", "../en", "x-private"])
def test_language_without_rules_keeps_its_words_but_not_its_mojibake(language: str) -> None:
    assert repair("dont cafÃ©", language=language).text == "dont café"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("language = ", "not TOML"),
        (HEAD, "word: must be at least one"),
        (HEAD.replace('url = "u"\n', "") + WORD, "url: must be a string"),
        (HEAD + "colour = 1\n" + WORD, "colour: there is no such key"),
        (HEAD + WORD + "onlybefore = ['a']\n", "word[0].onlybefore: there is no such key"),
        (HEAD + WORD + "only_before = []\n", "word[0].only_before: must be a list"),
        (HEAD + WORD + "only_before = 'a'\n", "word[0].only_before: must be a list"),
        (HEAD + WORD + "only_after = ['@none']\n", "word[0].only_after: there is no list 'none'"),
        (HEAD + WORD + "unless_after = ['a  b']\n", "word[0].unless_after: 'a  b' is not one to 3 words"),
        (
            HEAD + WORD + "unless_after = ['a b c d']\n",
            "word[0].unless_after: 'a b c d' is not one to 3 words",
        ),
        (HEAD + WORD + "written = ['ac']\n", "word[0].written: 'ac' is not"),
        (HEAD + WORD.replace("a’b", "ab", 1), "word[0].word: must be one word"),
        (HEAD + '[[word]]\nword = "a’b"\n', "word[0].samples: must be at least one"),
        (HEAD + WORD.replace(', clean = "a’b"', ""), "word[0].samples[0].clean: must be a string"),
        (HEAD + WORD.replace("{ damaged", "{ dirty = 'x', damaged"), "word[0].samples[0].dirty: there is no"),
        ("lists = 3\n" + HEAD + WORD, "lists: must be a table"),
    ],
)
def test_malformed_rule_file_is_refused_with_file_and_key(text: str, key: str) -> None:
    with pytest.raises(RegistryError) as caught:
        read_word_rules(text, file="rules/xx.toml")
    assert "rules/xx.toml" in str(caught.value)
    assert key in str(caught.value)


def test_another_language_needs_only_a_file() -> None:
    rules = read_word_rules(HEAD + WORD + "[lists]\nafter = ['b c']\n", file="rules/xx.toml")
    assert set(rules.by_written) == {"ab", "Ab", "AB"}
