"""All help, as people read it on a terminal of 80 columns: whole sentences in one style, and no Python in it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperArgument, TyperOption
from typer.main import get_command

from l10n.cli.app import app
from tests.conftest import Command

WIDTH = 80
# What Python calls the type of a value, and how Typer brackets what is required.
PYTHON_TYPE = re.compile(r"<(?!\w+(\|\w+)+>)[^<>]*>|\b(list|tuple)\[|\{[^{}]*\}|\b(int|float) range\b")


def contexts(command: Any, parent: typer.Context | None = None) -> Iterator[typer.Context]:
    context = typer.Context(command, parent=parent, info_name=command.name)
    yield context
    for below in getattr(command, "commands", {}).values():
        yield from contexts(below, context)


COMMANDS = {" ".join(context.command_path.split()[1:]): context for context in contexts(get_command(app))}
PARAMETERS = [
    pytest.param(parameter, id=f"{path} {parameter.name}".strip())
    for path, context in COMMANDS.items()
    for parameter in context.command.get_params(context)
]


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(WIDTH))


def test_every_command_is_met() -> None:
    assert {"", "check", "names", "names find", "memory", "memory search", "serve"} <= COMMANDS.keys()
    assert len(COMMANDS) > 30


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("path", COMMANDS)
class TestHelp:
    def help_of(self, path: str, folder: Path, l10n: Command) -> str:
        ran = l10n(folder, *path.split(), "--help")
        assert ran.code == 0
        assert ran.out.startswith(f"Usage: l10n {path}".rstrip())
        return ran.out

    def test_no_line_is_cut_or_too_wide(self, path: str, tmp_path: Path, l10n: Command) -> None:
        usage, *rest = self.help_of(path, tmp_path, l10n).splitlines()
        assert len(usage) <= WIDTH
        for line in rest:
            assert len(line) <= WIDTH
            assert not line.endswith(("…", "..."))

    def test_no_value_is_shown_as_a_type_of_python(self, path: str, tmp_path: Path, l10n: Command) -> None:
        shown = self.help_of(path, tmp_path, l10n).replace("`a<TAB>b`", "")
        assert not PYTHON_TYPE.search(shown)

    def test_it_has_a_description_and_an_example(self, path: str, tmp_path: Path, l10n: Command) -> None:
        command: Any = COMMANDS[path].command
        first, *rest = (command.help or "").split("\n\n")
        assert re.fullmatch(r"[A-Z][^\n]*\.", first)
        assert ". " not in first  # the list of commands shows this one sentence
        if not getattr(command, "commands", None):
            assert rest[-1].startswith("Example: `")


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_every_option_and_argument_is_described_in_the_same_style(parameter: Any) -> None:
    assert isinstance(parameter, TyperArgument | TyperOption)
    described = parameter.help or ""
    assert re.match(r"[A-Z]", described)
    assert described.endswith(".")
    assert not re.match(r"(The|A|An|Whether|How|What|Where|Of) ", described)
    if isinstance(parameter, TyperArgument) or not (parameter.is_flag or parameter.type_descriptor.is_choice):
        assert parameter.metavar or parameter.type_descriptor.is_choice
        assert (parameter.metavar or "X").isupper()
