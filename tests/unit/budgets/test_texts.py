"""Texts are measured before they are parsed: what is outside strings and comments counts, and nothing else."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.budgets import hold_csv, hold_front_matter_toml, hold_toml, hold_yaml, read_json, read_toml
from l10n.errors import BudgetError

DEEPEST = 64


def nested(depth: int, inside: object) -> Any:
    value: Any = inside
    for level in range(depth):
        value = [value] if level % 2 else {"a": value}
    return value


def as_toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {as_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value)


class TestDepth:
    """Rule: brackets in strings do not count, those outside do, and the limit is exact."""

    @given(st.integers(DEEPEST - 3, DEEPEST + 3), st.text('[]{}"\\#= .', max_size=80))
    def test_of_json(self, depth: int, text: str) -> None:
        written = json.dumps(nested(depth, text))
        if depth <= DEEPEST:
            assert read_json(written, "x.json") == nested(depth, text)
        else:
            with pytest.raises(BudgetError, match=f"{DEEPEST + 1} brackets open at once, and {DEEPEST} are"):
                read_json(written, "x.json")

    @given(st.integers(DEEPEST - 3, DEEPEST + 3), st.text("[]{}\"'\\#= .", max_size=80))
    def test_of_toml(self, depth: int, text: str) -> None:
        written = f"# {'[' * 100}\nx = {as_toml(nested(depth, text))}\ny = '''\n{'[' * 100}'''\n"
        if depth <= DEEPEST:
            assert read_toml(written, "x.toml")["x"] == nested(depth, text)
        else:
            with pytest.raises(BudgetError, match=f"{DEEPEST + 1} brackets open at once"):
                hold_toml(written, "x.toml")

    def test_of_yaml_is_that_of_a_line(self) -> None:
        hold_yaml("a: [\n" * 1_000)
        hold_yaml("text: |\n  " + "[x] (y) " * 5_000)
        with pytest.raises(BudgetError, match="41 brackets open at once, and 40 are allowed"):
            hold_yaml("a: " + "[" * 41)


class TestStrings:
    """Rule: a string ends where TOML ends it, and one that does not end is read once."""

    @pytest.mark.parametrize(
        "text",
        [
            'x = """a ""[ """',
            'x = """a \\""" [ """',
            "x = '''a ''[ '''",
            'x = "a \\" ["',
            "x = 'a \\'",
            'x = """a""""',
            'x = """a"""""',
            "x = 1 # ' [\n# ]",
        ],
    )
    def test_brackets_in_them_are_text(self, text: str) -> None:
        many = "\n".join(text.replace("x", f"x{number}", 1) for number in range(200))
        assert len(read_toml(many, "x.toml")) == 200

    @pytest.mark.parametrize("opening", ['"""', "'''", '"', "'", '"\\', '"""\\', "#"])
    def test_one_without_end_is_read_once(self, opening: str) -> None:
        hold_toml(f"x = {opening}" + "a" * 300_000, "x.toml")
        hold_toml(f"x = {opening}a\n" * 20_000, "x.toml")


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a = 1\nb" + ".b" * 17 + " = 1\n", "x.toml:2:34", "17 dots in one key, and 16 are allowed"),
        ("a = 1\nb = " + "1" * 1_001, "x.toml:2:5", "1,001 characters in one word, and 1,000 are allowed"),
        ("a = 1\n" + "b" * 1_001 + " = 1", "x.toml:2:1", "1,001 characters in one word"),
        ("'" + "b" * 999 + "' = 1", "x.toml:1:1", "1,001 characters in one key, and 1,000 are allowed"),
        ("a.'" + "b" * 999 + "'.c = 1", "x.toml:1:3", "characters in one key"),
        ("a = [" + "\n1," * 130_000 + "]", "x.toml:12", "values, and"),
        ("[[a]]\n" * 25_000, "x.toml:", "tables, lists and dots of keys, and"),
    ],
)
def test_toml_is_refused_with_the_figures_and_the_place(text: str, place: str, said: str) -> None:
    with pytest.raises(BudgetError) as caught:
        hold_toml(text, "x.toml")
    assert said in caught.value.what
    assert caught.value.where.startswith(place)


@pytest.mark.parametrize(
    "text",
    [
        "a = '" + "b" * 2_000 + "'\n",
        "a = [" + "1.5, " * 5_000 + "]\n",
        "a = 1979-05-27T07:32:00.999999-07:00\n" + " " * 5_000,
        "a" + ".a" * 16 + " = 3.14\n",
        "a = " + "[" * 64 + "]" * 64,
        "[a.b.c]\n'd.e'.f = 1\n",
        "# " + "x" * 5_000 + "\n",
        "\n".join(f"a{number} = '' # [ {{ . =" for number in range(5_000)),
    ],
)
def test_toml_as_people_write_it_is_read(text: str) -> None:
    assert isinstance(read_toml(text, "x.toml"), dict)


@pytest.mark.parametrize(
    "text", ["]" * 1_000, "x = [" + "'' " * 100_000, "x = }" + "[" * 100, "'a' 'b' 'c' 'd'"]
)
def test_measuring_ends_where_the_parser_must(text: str) -> None:
    hold_toml(text, "x.toml")
    with pytest.raises(ValueError, match="at line 1"):
        read_toml(text, "x.toml")
    with pytest.raises(json.JSONDecodeError):
        read_json(text.replace("'", '"').removeprefix("x = "), "x.json")


def test_front_matter_in_toml_has_less_room() -> None:
    text = "x = [" + "1, " * 60_000 + "]"
    hold_toml(text, "x.toml")
    with pytest.raises(BudgetError, match=r"this front matter asks for too much: [0-9,]+ values"):
        hold_front_matter_toml(text)


def test_json_and_csv_are_refused_with_the_figures() -> None:
    with pytest.raises(BudgetError, match="1,001 characters in one word"):
        read_json("[" + "1" * 1_001 + "]", "x.json")
    with pytest.raises(BudgetError, match="tables, lists and dots of keys"):
        read_json("[" + "{}," * 210_000 + "0]", "x.json")
    with pytest.raises(BudgetError, match="21,000 rows, and 20,700 are allowed"):
        hold_csv("a\n" * 21_000, "x.csv")
    hold_csv("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,aa,bb,cc\n" * 50_000, "x.csv")


def test_what_is_no_json_and_no_toml_is_for_the_parser_to_say() -> None:
    with pytest.raises(json.JSONDecodeError):
        read_json('{"a": ', "x.json")
    with pytest.raises(ValueError, match="Invalid value"):
        read_toml("a = ]", "x.toml")


@given(st.text("[]{}\"'#=,.\\\n ab1", max_size=500))
def test_a_short_text_is_within_every_budget_but_those_of_depth_and_dots(text: str) -> None:
    with suppress(BudgetError):
        hold_toml(text, "x.toml")
    with suppress(BudgetError):
        hold_yaml(text)
    hold_csv(text, "x.csv")
