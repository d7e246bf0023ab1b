"""The values of options: without pydantic they are what Typer makes of them, and its errors are its own."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.core import TyperArgument, TyperOption
from typer.main import get_command

from l10n.cli import light_typer
from l10n.cli.app import app
from tests.conftest import ROOT, Command

NUMBERS = ("0", "7", "007", "-1", "+1", " 4", "1_0", "1.0", "1e3", "٣", "²", "9" * 9, "9" * 30)
WORDS = ("", "-", "text", "json", "TEXT", "sarif", "nl")
PATHS = (".", str(ROOT), str(ROOT / "README.md"), "no/such", "\0", os.devnull)
TEXTS = st.sampled_from([*NUMBERS, *WORDS, *PATHS]) | st.text()
SINGLE = st.one_of(TEXTS, st.none(), st.integers(), st.booleans(), st.binary(), st.just(Path("README.md")))
VALUES = st.one_of(SINGLE, st.lists(SINGLE), st.lists(TEXTS), st.lists(TEXTS).map(tuple))


def contexts(command: Any, parent: typer.Context | None = None) -> Iterator[typer.Context]:
    context = typer.Context(command, parent=parent, info_name=command.name)
    yield context
    for below in getattr(command, "commands", {}).values():
        yield from contexts(below, context)


PARAMETERS = [
    (context, parameter)
    for context in contexts(get_command(app))
    for parameter in context.command.get_params(context)
    if parameter.callback is None
]


def outcome(process: Any, *arguments: Any) -> tuple[object, ...]:
    try:
        value = process(*arguments)
    except Exception as error:  # noqa: BLE001  # whatever Typer raises
        return type(error), str(error), getattr(error, "message", None)
    items = value if isinstance(value, list) else [value]
    return type(value), value, [type(item) for item in items]


class TestEveryOption:
    """A value is taken as Typer alone would, or refused in its words."""

    def test_is_met_with_and_without_pydantic(self) -> None:
        for _, parameter in PARAMETERS:
            assert isinstance(parameter, TyperArgument | TyperOption)
            assert parameter.process_value.func is light_typer._processed  # type: ignore[attr-defined]
        assert len({parameter.name for _, parameter in PARAMETERS}) > 30

    @given(st.sampled_from(PARAMETERS), VALUES)
    def test_is_taken_as_typer_takes_it(self, place: tuple[typer.Context, Any], value: object) -> None:
        context, parameter = place
        typers = type(parameter).process_value
        assert outcome(parameter.process_value, context, value) == outcome(typers, parameter, context, value)


def test_a_typer_that_declares_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    (context, *_) = contexts(get_command(app))
    for parameter in context.command.params:
        monkeypatch.delattr(parameter, "type_descriptor")
    assert all(
        "process_value" not in vars(parameter) for parameter in context.command.get_params(context)[:-1]
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract", "--jobs", "x"], "Invalid value for '--jobs' / '-j': "),
        (["extract", "--jobs", "-1"], "Invalid value for '--jobs' / '-j': "),
        (["extract", "--jobs"], "Option '--jobs' requires an argument."),
        (
            ["check", "--output-format", "nonsense"],
            "'--output-format': Value error, 'nonsense' is not one of 'text', ",
        ),
        (
            ["-C", "no-such-folder", "extract"],
            "Invalid value for '--project' / '-C': dir 'no-such-folder' does not",
        ),
        (["-C", "l10n.toml", "extract"], "Invalid value for '--project' / '-C': dir 'l10n.toml' is a file."),
        (["adopt", "--locale", "nl"], "Missing argument 'FILE'."),
        (["adopt", "l10n.toml"], "Missing option '--locale'."),
        (["exract"], "No such command 'exract'."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_errors_are_word_for_word_those_of_typer(
    small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    ours = l10n(small, *arguments)
    monkeypatch.setattr(light_typer, "_lightened", lambda parameters: parameters)
    assert ours == l10n(small, *arguments)
    assert (ours.code, told in ours.err) == (2, True)
