"""The page of the command line: every command with its arguments and options, as the Typer application has them."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any

import typer.main

from l10n.cli.app import app
from tools.reference.markdown import block, code, prose, table, title

_COMMON = {"help"}


def page() -> str:
    """Return the page."""
    root = typer.main.get_command(app)
    parts = [
        title("Command line", "the Typer application in `l10n/cli/`"),
        f"{prose(root.help or '')}\n",
        "Options of `l10n` itself stand before the command:\n",
        table(("option", "what it does"), _options(root)),
        (
            "Every command has `--help`. Every command that writes has `--check` and `--diff`, writes all of its "
            "files or none, and changes nothing when it is run again. What an exit code means is on "
            "[a page of its own](exit-codes.md).\n"
        ),
    ]
    for path, command in commands(root, ()):
        parts += _command(path, command)
    return "\n".join(parts)


def commands(group: Any, path: Sequence[str]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the path of each command below a group (`names`, `find`), with the command."""
    for name, command in group.commands.items():
        below = (*path, name)
        if hasattr(command, "commands"):
            yield from commands(command, below)
        else:
            yield below, command


def _command(path: tuple[str, ...], command: Any) -> Iterator[str]:
    name = " ".join(("l10n", *path))
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    usage = [name, "[OPTIONS]", *(_shape(one) for one in arguments)]
    yield f"## {name} {{: #{'-'.join(path)} }}\n"
    paragraphs = (command.help or "").split("\n\n")
    yield block(" ".join(usage))
    yield from (f"{prose(paragraph)}\n" for paragraph in paragraphs)
    if rows := [(code(_shape(one)), prose(one.help or "")) for one in arguments]:
        yield table(("argument", "what it is"), rows)
    if rows := list(_options(command)):
        yield table(("option", "what it does"), rows)


def _shape(argument: Any) -> str:
    shape = (argument.metavar or argument.name.upper()).strip("{}[]")
    shape += "…" if argument.nargs == -1 else ""
    return shape if argument.required else f"[{shape}]"


def _options(command: Any) -> Iterator[tuple[str, str]]:
    for one in command.params:
        if one.param_type_name != "option" or one.name in _COMMON or one.hidden:
            continue
        names = ", ".join(sorted(one.opts, key=len)) + "".join(f", {other}" for other in one.secondary_opts)
        value = "" if one.is_flag else f" {_value(one)}"
        yield code(names + value), prose(one.help or "") + _default(one)


def _value(option: Any) -> str:
    kind = option.type_descriptor.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "|".join(str(member.value) for member in kind)
    return str(option.metavar or {int: "N", float: "X"}.get(kind, option.name.upper().replace("_", "-")))


def _default(option: Any) -> str:
    value = option.default
    value = value.value if isinstance(value, Enum) else value
    if value in {None, "", 0} or value == () or option.is_flag or "Default:" in (option.help or ""):
        return ""
    return f" Default: {code(str(value))}."
