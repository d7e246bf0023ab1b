"""`l10n rule`: every code is explained."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from l10n.gate.rules import codes_by_group, rules
from tests.conftest import Command


def test_every_code_is_in_the_table_once(tmp_path: Path, l10n: Command) -> None:
    printed = l10n(tmp_path, "rule", "--all").out
    assert re.findall(r"^\| `([a-z-]+)`", printed, re.MULTILINE) == list(rules())


def test_every_code_is_in_exactly_one_group() -> None:
    grouped = [code for codes in codes_by_group().values() for code in codes]
    assert sorted(grouped) == sorted(rules())
    assert not set(codes_by_group()) & set(rules()), "a name means one thing"


@pytest.mark.parametrize("code", rules())
def test_every_code_is_explained_with_its_source_and_examples(
    tmp_path: Path, l10n: Command, code: str
) -> None:
    out = l10n(tmp_path, "rule", code).out
    rule = rules()[code]
    assert out.startswith(f"{code} ({rule.group}, {rule.severity})\n    {rule.description}\n    source: ")
    passes, found = out.split("  is reported:\n")
    assert passes.split("  passes:\n")[1].strip()
    assert found.strip()


def test_a_group_explains_all_its_codes(tmp_path: Path, l10n: Command) -> None:
    out = l10n(tmp_path, "rule", "names").out
    assert re.findall(r"^([a-z-]+) \(", out, re.MULTILINE) == list(codes_by_group()["names"])


def test_in_a_project_it_says_how_bad_it_is_there(article: Path, l10n: Command) -> None:
    with (article / "l10n.toml").open("a", encoding="utf-8") as config:
        config.write('[severity]\nnames = "info"\n[severity.nl]\nmissing-name = "off"\n')
    out = l10n(article, "rule", "missing-name").out
    assert "    here: all locales: info (l10n.toml:5: severity.names)\n" in out
    assert "    here: nl: off (l10n.toml:7: severity.nl.missing-name)\n" in out


def test_json_is_what_its_schema_says(tmp_path: Path, l10n: Command) -> None:
    answer = json.loads(l10n(tmp_path, "rule", "--all", "--output-format", "json").out)
    jsonschema.validate(answer, json.loads(l10n(tmp_path, "schema", "rule").out))
    assert [rule["code"] for rule in answer["rules"]] == list(rules())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mising-name"], "unknown code 'mising-name'\n  hint: did you mean 'missing-name'?"),
        ([], "no code is given\n  hint: name codes or groups, or use --all; the groups are: "),
        (["names", "--all"], "no code is given"),
    ],
)
def test_what_it_cannot_explain_is_an_error(
    tmp_path: Path, l10n: Command, arguments: list[str], said: str
) -> None:
    ran = l10n(tmp_path, "rule", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("name", ["check", "baseline", "status", "rule"])
def test_every_schema_is_a_schema(tmp_path: Path, l10n: Command, name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(l10n(tmp_path, "schema", name).out))
