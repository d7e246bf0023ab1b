"""The values of options, without pydantic where they need none: importing it takes as long as a small `extract`.

Typer makes a pydantic type for every option, also for one that is not given. What needs no more than a look (nothing,
a text, a short number, a choice by its name, a path that can be read) is told here; all else, every error included,
is left to Typer, as is everything of a Typer that declares its options in another way.
"""

import os
from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import typer
from typer import Context
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.models import ParameterInfo

Parameter = TyperArgument | TyperOption
CommandFunction = TypeVar("CommandFunction", bound=Callable[..., Any])
_MOST_DIGITS = 9


class LightCommand(TyperCommand):
    """A command that takes values without pydantic where that is the same."""

    def get_params(self, ctx: Any) -> list[Any]:
        parameters = _lightened(super().get_params(ctx))
        for parameter in parameters:
            if isinstance(parameter, TyperArgument):
                _show_as_written(parameter)
        return parameters


class LightGroup(TyperGroup):
    """Commands that have options of their own, taken as in a LightCommand."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _lightened(super().get_params(ctx))


class LightTyper(typer.Typer):
    """Commands that take values without pydantic where that is the same."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(cls=LightGroup, **settings)

    def command(
        self, name: str | None = None, **settings: Any
    ) -> Callable[[CommandFunction], CommandFunction]:
        return super().command(name, cls=LightCommand, **settings)


def _lightened(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        is_new = "process_value" not in vars(parameter)
        if is_new and isinstance(parameter, Parameter) and _is_declared_as_known(parameter):
            process = partial(_processed, parameter, parameter.process_value)
            parameter.process_value = process  # type: ignore[method-assign]
    return parameters


def _show_as_written(argument: TyperArgument) -> None:
    """Let help show an argument as people write it (`FILE...`, `[LOCALE]...`): Typer adds its Python type."""
    name = argument.metavar or argument.name.upper()
    usage = f"{name if argument.required else f'[{name}]'}{'...' if argument.nargs != 1 else ''}"

    def usage_pieces(ctx: Any) -> list[str]:  # noqa: ARG001  # as Typer calls it
        return [usage]

    def no_type(ctx: Any) -> None:  # noqa: ARG001
        return None

    argument.get_usage_pieces = usage_pieces  # type: ignore[method-assign]
    argument.display_type_rich = no_type  # type: ignore[method-assign]


def _is_declared_as_known(parameter: Parameter) -> bool:
    """Return whether Typer says of a parameter what is asked here: where it does so is no promise of its."""
    descriptor = getattr(parameter, "type_descriptor", None)
    return hasattr(descriptor, "annotation") and hasattr(descriptor, "parameter_info")


def _processed(
    parameter: Parameter, process: Callable[[Context, Any], Any], context: Context, value: Any
) -> Any:
    """Return what `process`, that of Typer, makes of a value. Raises what that raises."""
    is_many = parameter.nargs == -1 or (isinstance(parameter, TyperOption) and parameter.multiple)
    if value is None and not parameter.required:
        coerced: Any = () if is_many else None
    else:
        annotation, declared = parameter.type_descriptor.annotation, parameter.type_descriptor.parameter_info
        coerce = _coerced_many if is_many else _coerced
        coerced = None if declared.parser else coerce(value, annotation, declared)
        if coerced is None:
            return process(context, value)
    return parameter.callback(context, parameter, coerced) if parameter.callback else coerced


def _coerced_many(values: Any, annotation: Any, declared: ParameterInfo) -> list[Any] | None:
    """Return the values of a list; None when Typer is to look at them."""
    if get_origin(annotation) is not list or type(values) not in (list, tuple):
        return None
    coerced = [_coerced(value, get_args(annotation)[0], declared) for value in values]
    return None if not coerced or None in coerced else coerced


def _coerced(value: Any, annotation: Any, declared: ParameterInfo) -> Any | None:
    """Return a value as its annotation says; None when Typer is to look at it."""
    if annotation is str:
        return value if type(value) is str else None
    if annotation is int:
        return _number(value, declared)
    if annotation is Path and type(value) is str:
        return _path(value, declared)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _choice(value, annotation, declared)
    return None


def _number(value: Any, declared: ParameterInfo) -> int | None:
    if type(value) is str and value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS:
        value = int(value)
    is_number = type(value) is int
    is_low = is_number and declared.min is not None and value < declared.min
    is_high = is_number and declared.max is not None and value > declared.max
    return value if is_number and not (is_low or is_high) else None


def _choice(value: Any, choices: type[Enum], declared: ParameterInfo) -> Enum | None:
    if type(value) is choices:
        return value
    named = (choice for choice in choices if choice.value == value)
    return next(named, None) if declared.case_sensitive and type(value) is str else None


def _path(value: str, declared: ParameterInfo) -> Path | None:
    if declared.path_type is not None or declared.resolve_path or declared.allow_dash or declared.writable:
        return None
    path = Path(value)
    is_right = declared.dir_okay if path.is_dir() else declared.file_okay and path.is_file()
    return path if is_right and os.access(path, os.R_OK) else None
