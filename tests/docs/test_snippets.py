"""What pages show as configuration, registry or workflow can be read as that."""

import re
import tomllib

import pytest
import yaml

from l10n.names import read_registry
from l10n.pretranslation.services.registry import SERVICES
from l10n.project import find_project
from tests.conftest import ROOT
from tests.docs.console import PAGES
from tools.reference import configuration

HEAD = "[tool.l10n]\n"
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PAGES}


def blocks(language: str) -> list[tuple[str, str]]:
    return [
        (name, block)
        for name, text in TEXTS.items()
        for block in re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    ]


@pytest.mark.parametrize(("name", "block"), blocks("toml"))
def test_what_is_shown_as_toml_is_toml_and_a_registry_is_one(name: str, block: str) -> None:
    table = tomllib.loads(block)
    if "name" in table:
        assert read_registry(block, name, ["nl", "en", "ru"]).entries


@pytest.mark.parametrize(("name", "block"), blocks("yaml"))
def test_what_is_shown_as_yaml_is_yaml(name: str, block: str) -> None:
    assert isinstance(yaml.safe_load(block), dict), name


@pytest.mark.parametrize("block", [block for _, block in blocks("toml") if "[tool.l10n" in block])
def test_the_configuration_that_is_shown_is_read(
    block: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("project")
    (folder / "pyproject.toml").write_text(
        f'[tool.l10n]\nlocales = ["nl", "ru"]\n{block.removeprefix(HEAD)}', encoding="utf-8"
    )
    assert find_project(folder, {}).locales == ("nl", "ru")


def test_every_environment_variable_that_is_named_is_one_of_the_program() -> None:
    named = {name for text in TEXTS.values() for name in re.findall(r"`(L10N_[A-Z_]+[A-Z])\b", text)}
    known = {f"L10N_{key.upper()}" for key in sorted(configuration.keys())}
    known |= {f"L10N_{service.upper()}_{what}" for service in SERVICES for what in ("KEY", "REGION", "URL")}
    assert named
    assert named - known == set()
