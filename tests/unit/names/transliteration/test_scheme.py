"""Schemes: what a rule means, how capitals are decided, and every mistake in a file with its key."""

import pytest

from l10n.errors import ConfigurationError, L10nError, RegistryError, SeveralErrors
from l10n.names.transliteration.library import open_scheme, read_scheme, scheme_ids
from l10n.names.transliteration.rules import END, START

GOOD = """
id = "test"
language = "ru"
scripts = ["Cyrl", "Latn"]
authority = "This test"
year = 2026
url = "https://example.org/"
[letters]
"е" = "e"
"и" = "i"
"й" = "j"
"к" = "k"
"л" = "l"
"щ" = "shch"
"ц" = "t͡s"
"ь" = ""
[classes]
vowels = "еи"
[[rule]]
source = "е"
target = "je"
after = ["start", "vowels", "ь"]
note = "iotated"
[[rule]]
source = "ий"
target = "i"
before = ["end"]
[samples]
"Кий" = "Ki"
"Ельцищейк" = "Jelt͡sishchejk"
"""


def read_errors(text: str) -> list[L10nError]:
    with pytest.raises(L10nError) as caught:
        read_scheme(text, "schemes/test.toml")
    errors = caught.value.errors if isinstance(caught.value, SeveralErrors) else (caught.value,)
    assert all(isinstance(error, RegistryError) for error in errors)
    return list(errors)


class TestRules:
    def test_a_scheme_is_read_whole(self) -> None:
        read = read_scheme(GOOD, "test.toml")
        assert (read.id, read.language, read.scripts, read.year) == ("test", "ru", ("Cyrl", "Latn"), 2026)
        (iotated,) = [rule for rule in read.rules if rule.target == "je"]
        assert iotated.after == {START, "е", "и", "ь"}
        assert str(iotated) == "е → je (after start, е, и, ь)"
        assert [rule.before for rule in read.rules if rule.source == "ий"] == [{END}]

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("ели", "jeli"),
            ("клей", "klej"),
            ("лие", "lije"),
            ("лье", "lje"),
            ("кий", "ki"),
            ("кийк", "kijk"),
            ("кий-кий", "ki-ki"),
            ("кий, ий", "ki, i"),
        ],
    )
    def test_a_context_is_the_letter_before_or_after_or_an_edge_of_the_word(
        self, source: str, expected: str
    ) -> None:
        assert read_scheme(GOOD, "test.toml").romanize(source) == expected

    def test_a_stress_mark_is_looked_through_and_kept(self) -> None:
        assert read_scheme(GOOD, "test.toml").romanize("ле\u0301е, ли\u0301й") == "léje, líj"
        assert open_scheme("house-nl").romanize("Ца\u0301рское") == "Tsárskoje"

    def test_steps_tell_which_rule_wrote_what(self) -> None:
        steps = open_scheme("house-nl").steps("Юлия Щукин")
        assert [(step.start, step.end, step.rule.target) for step in steps][:4] == [
            (0, 1, "joe"),
            (1, 2, "l"),
            (2, 4, "ia"),
            (5, 6, "sjtsj"),
        ]

    def test_an_apostrophe_belongs_to_the_word_where_the_scheme_has_a_rule_for_it(self) -> None:
        for apostrophe in "'’ʼ":
            assert open_scheme("ua-ukr-Cyrl-Latn-2010").romanize(f"Знам{apostrophe}янка") == "Znamianka"
        assert open_scheme("house-en").romanize("О'Ельцин") == "O'Yeltsin"

    def test_a_base_gives_its_rules_but_for_the_sources_the_file_has_itself(self) -> None:
        plain = open_scheme("iuliia:gost_52535")
        assert plain.base == "icao-rus-Cyrl-Latn-9303"
        assert {rule.source for rule in plain.own_rules} == {"ц", "ъ"}
        assert plain.romanize("Подъяцкий") == "Podiatckii"


class TestCasing:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("ЩУКА", "SHCHUKA"),
            ("Щука", "Shchuka"),
            ("щука", "shchuka"),
            ("щУКА", "shchUKA"),
            ("Щ.", "Shch."),
            ("Ю. А. ГАГАРИН", "Yu. A. GAGARIN"),
            ("ЩУКИН-Щукин", "SHCHUKIN-Shchukin"),
            ("КрЩук", "KrShchuk"),
            ("КРЩук", "KRShchuk"),
            ("крЩУК", "krSHCHUK"),
            ("укЩЩ", "ukSHCHSHCH"),
            ("Щ5", "Shch5"),
        ],
    )
    def test_casing_is_decided_per_word(self, source: str, expected: str) -> None:
        assert open_scheme("house-en").romanize(source) == expected

    def test_a_capital_under_a_tie_is_both_letters(self) -> None:
        loc = open_scheme("alalc-rus-Cyrl-Latn-2012")
        assert loc.romanize("Цветаева, цена, ЦЕНА, Юрий") == "T͡Svetaeva, t͡sena, T͡SENA, I͡Uriĭ"

    def test_a_capital_that_is_not_written_passes_to_the_next_letter(self) -> None:
        assert open_scheme("house-nl").romanize("Ьера") == "Jera"

    def test_a_sign_before_the_letter_is_no_capital(self) -> None:
        assert open_scheme("iuliia:gost_779_alt").romanize("Эх") == "E`x"
        assert open_scheme("bas-rus-Cyrl-Latn-2017-oss").romanize("Эх") == "`Eh"


class TestOtherText:
    @pytest.mark.parametrize("text", ["", "Klim Shipenko", "Ærø", "日本", "١٢", "Ωμέγα", "🚀", "ſ ß ŉ İ ǅ"])
    def test_another_script_passes_through_and_is_told(self, text: str) -> None:
        assert open_scheme("house-nl").romanize(text) == text
        assert open_scheme("house-nl").unknown_letters(text) == "".join(
            dict.fromkeys(letter for letter in text if letter.isalpha())
        )

    def test_an_apostrophe_between_letters_of_another_script_stays(self) -> None:
        assert open_scheme("ua-ukr-Cyrl-Latn-2010").romanize("O’Neill, Знам’янка") == "O’Neill, Znamianka"

    def test_a_letter_of_another_script_inside_a_word_stays(self) -> None:
        assert open_scheme("un-rus-Cyrl-Latn-1987").romanize("Вaвилово") == "Vavilovo"
        assert open_scheme("house-nl").unknown_letters("Вaвилово") == "a"

    def test_decomposed_text_is_composed_at_the_door(self) -> None:
        assert open_scheme("house-nl").romanize("Сергеи\u0306") == "Sergej"


class TestIds:
    def test_an_unknown_id_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(ConfigurationError) as caught:
            open_scheme("hous-nl")
        assert caught.value.what == "unknown transliteration scheme 'hous-nl'"
        assert caught.value.hint == "did you mean 'house-nl'?"

    @pytest.mark.parametrize("scheme_id", ["../house-nl", "iuliia_uz", "", "\0", "x" * 10_000])
    def test_an_id_is_no_path(self, scheme_id: str) -> None:
        with pytest.raises(ConfigurationError):
            open_scheme(scheme_id)

    def test_a_scheme_is_read_once(self) -> None:
        assert open_scheme(scheme_ids()[0]) is open_scheme(scheme_ids()[0])


class TestMistakes:
    @pytest.mark.parametrize(
        ("old", "new", "where", "what"),
        [
            ("year = 2026", "yaer = 2026", "yaer", "unknown key 'yaer'"),
            ("year = 2026", "", "year", "missing or empty"),
            ("year = 2026", 'year = "2026"', "year", "must be a whole number"),
            ('["Cyrl", "Latn"]', '["Cyrl", "Latin"]', "scripts", "codes of two scripts"),
            ('["Cyrl", "Latn"]', '["Cyrl", 5]', "scripts", "codes of two scripts"),
            ('"щ" = "shch"', '"щ" = 5', "letters.щ", "must be a text"),
            ("note =", "notes =", "rule[0].notes", "unknown key 'notes'"),
            ('"vowels", "ь"', '"vowles"', "rule[0].after", "neither a letter nor a class"),
            ('before = ["end"]', 'before = ["start"]', "rule[1].before", "neither a letter nor a class"),
            ('before = ["end"]', 'before = "end"', "rule[1].before", "must be a list"),
            ('source = "ий"', 'source = ""', "rule[1]", "source and target"),
            ('target = "i"\nb', "b", "rule[1]", "source and target"),
            ('source = "ий"', 'source = "iй"', "rule[1].source", "mixes scripts: 'i' is not Cyrl"),
            ('target = "je"', 'target = "jе"', "rule[0].target", "mixes scripts: 'е' is not Latn"),
            ('vowels = "еи"', 'vowels = "eи"', "classes.vowels", "mixes scripts"),
            ('source = "ий"', 'source = "Ий"', "rule[1].source", "has a capital"),
            ('"Кий" = "Ki"', '"Кий" = "Kij"', "samples.Кий", "the sample gives 'Ki', not 'Kij'"),
            ('"Кий" = "Ki"', "", "rule ий → i (before end)", "no sample exercises this rule"),
            ('"Кий" = "Ki"', '"Кий" = 5', "samples.Кий", "must be a text"),
            (
                "[samples]",
                '[[rule]]\nsource = "щ"\ntarget = "sc"\n[samples]',
                "rule[2]",
                "duplicate rule for 'щ'",
            ),
            (
                "[samples]",
                '[[rule]]\nsource = "ий"\ntarget = "y"\nbefore = ["end"]\n[samples]',
                "rule[2]",
                "duplicate rule for 'ий'",
            ),
        ],
    )
    def test_a_mistake_is_told_with_file_and_key(self, old: str, new: str, where: str, what: str) -> None:
        assert old in GOOD
        told = [f"{error.where}: {error.what}" for error in read_errors(GOOD.replace(old, new, 1))]
        assert any(line.startswith(f"schemes/test.toml: {where}") and what in line for line in told), told

    def test_an_unknown_key_is_answered_with_the_nearest(self) -> None:
        (error,) = read_errors(GOOD.replace("[classes]", "[clases]").replace(', "vowels"', ""))
        assert error.hint == "did you mean 'classes'?"

    def test_a_letter_given_twice_is_told_with_its_line(self) -> None:
        (error,) = read_errors(GOOD.replace('"й" = "j"', '"й" = "j"\n"й" = "y"'))
        assert error.what == "this is not TOML"
        assert "line 12" in error.why
        assert "given twice" in error.why

    def test_an_unknown_base_is_told(self) -> None:
        (error,) = read_errors(GOOD.replace("[letters]", 'base = "house-nn"\n[letters]'))
        assert error.where == "schemes/test.toml: base"
        assert error.what == "unknown transliteration scheme 'house-nn'"
        assert error.hint.startswith("did you mean 'house-")

    @pytest.mark.parametrize(
        "value", ["5", "true", "[[1]]", "[{a = 1}]", "{a = [1]}", "1979-05-27", '""', "[]", '["", 1]']
    )
    @pytest.mark.parametrize(
        "key", ["id", "year", "scripts", "without", "letters", "classes", "rule", "samples", "base", "notes"]
    )
    def test_a_value_of_any_other_type_is_an_error_and_no_traceback(self, key: str, value: str) -> None:
        lines, skipping = [], False
        for line in GOOD.splitlines():
            skipping = line.strip("[]") == key if line.startswith("[") else skipping
            if not skipping and not line.startswith(f"{key} ="):
                lines.append(line)
        text = f'{key} = {value}\nbase = "house-nl"\n' if key == "without" else f"{key} = {value}\n"
        told = "schemes/test.toml"
        try:
            read_scheme(text + "\n".join(lines), "schemes/test.toml")
        except L10nError as error:
            told = str(error)
        assert "schemes/test.toml" in told

    def test_what_is_left_out_has_to_be_in_the_base(self) -> None:
        head = 'base = "house-nl"\nwithout = ["qq"]\n[letters]'
        (error,) = read_errors(GOOD.replace("[letters]", head))
        assert error.where == "schemes/test.toml: without[0]"

    def test_all_mistakes_are_told_at_once(self) -> None:
        text = GOOD.replace('source = "ий"', 'source = "iй"').replace("note =", "notes =")
        assert len(read_errors(text)) == 2
