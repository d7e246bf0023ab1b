"""The files of the configuration: our table in them, the lines that set its keys, and the kinds of simple values."""

import os
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from l10n.budgets import read_toml
from l10n.errors import BudgetError, ConfigurationError, FileError

CONFIG_NAMES = ("pyproject.toml", "l10n.toml")

MEGABYTE = 1 << 20

# What `largest_file` may be set to at most, in megabytes: a document takes about thirty times its size of memory.
LARGEST_FILE = 500
_MOST_VALUES = 2_000  # of our own table: each may be a mistake that is looked into

_TABLE_LINE = re.compile(r"\s*\[{1,2}([^\[\]]+)\]")
_KEY_LINE = re.compile(r"""\s*+((?:[\w.-]|"[^"]*"|'[^']*'|[ \t])++)=""")
_KEY_PART = re.compile(r"""["']([^"']*)["']|([\w-]+)""")


def read_table(path: Path) -> dict[str, Any] | None:
    """Return our table of a configuration file; None when the file or the table is not there."""
    try:
        if path.exists() and not path.is_file():
            raise FileError("is not a regular file", where=str(path))
        if path.exists() and path.stat().st_size > MEGABYTE:
            raise FileError("is larger than 1 MB, too large for a configuration", where=str(path))
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileError(f"cannot read the configuration: {error.strerror}", where=str(path)) from error
    try:
        document = read_toml(content.decode("utf-8"), path.name)
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"not UTF-8 (byte offset {error.start})", where=path.name) from error
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"not valid TOML: {error}", where=path.name) from error
    table: Any = document
    if path.name == "pyproject.toml":
        tools = document.get("tool", {})
        table = tools.get("l10n") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigurationError("tool.l10n must be a table", where=path.name)
    if (number := _count(table)) > _MOST_VALUES:
        what = f"sets {number:,} values, and {_MOST_VALUES:,} are allowed"
        raise ConfigurationError(what, where=path.name)
    return table


def _count(value: Any) -> int:
    """Return how many values there are in a value; how deep it is has been looked at before."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(1 + _count(one) for one in inside)


def has_configuration(start: Path) -> bool:
    """Return whether `start` or a folder above it configures a project; a broken configuration counts."""
    for folder in (start.resolve(), *start.resolve().parents):
        for name in CONFIG_NAMES:
            try:
                if read_table(folder / name) is not None:
                    return True
            except (ConfigurationError, BudgetError):
                return True
    return False


def leads_out(path: Path, root: Path) -> bool:
    """Return whether a path is not below `root` once its links and its `..` are followed."""
    real, folder = os.path.normcase(os.path.realpath(path)), _real(str(root))
    return real != folder and not real.startswith(folder if folder.endswith(os.sep) else folder + os.sep)


@lru_cache(maxsize=16)
def _real(root: str) -> str:
    """Return where the folder of a project really is; it does not move while a command works in it."""
    return os.path.normcase(os.path.realpath(root))


def line_of(content: str, keys: Sequence[str]) -> int:
    """Return the 1-based line that sets a key, of a table in a table the nearest, or 1: tomllib gives no positions."""
    lines = _lines_of_keys(content)
    found = (lines.get(tuple(keys[:depth])) for depth in range(len(keys), 0, -1))
    return next((line for line in found if line), 1)


@lru_cache(maxsize=2)
def _lines_of_keys(content: str) -> dict[tuple[str, ...], int]:
    """Return the first line of each key and table: a file may set thousands of keys, and each may be a mistake."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(content.split("\n"), 1):
        if header := _TABLE_LINE.match(line):
            table = _parts(header[1])
            table = table[2:] if table[:2] == ("tool", "l10n") else table
            lines.setdefault(table, number)
        elif key := _KEY_LINE.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(bare or quoted for quoted, bare in _KEY_PART.findall(dotted))


def flag(value: Any) -> bool:
    """Return a value that is true or false. Raises ValueError, as all of these do, with what it must be."""
    if isinstance(value, bool):
        return value
    raise ValueError("must be true or false")


def text(value: Any) -> str:
    """Return a text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError("must be a text that is not empty")


def megabytes(value: Any) -> int:
    """Return a size that is not above what any file may have."""
    if (
        str(value).isdecimal() and len(str(value)) < 7 and int(value) > 0
    ):  # a variable of the environment is a text
        if int(value) > LARGEST_FILE:
            raise ValueError(f"must be {LARGEST_FILE} megabytes or less, not {int(value):,}")
        return int(value)
    raise ValueError("must be a whole number of megabytes, 1 or more")


def texts(value: Any) -> tuple[str, ...]:
    """Return a list of texts."""
    if not isinstance(value, list):
        raise ValueError('must be a list of texts, such as ["one", "two"]')  # noqa: TRY004
    return tuple(text(item) for item in value)


def one_of(*choices: str) -> Callable[[Any], str]:
    """Return what takes one of the choices."""

    def chosen(value: Any) -> str:
        if value in choices:
            return str(value)
        raise ValueError(f"must be {' or '.join(repr(choice) for choice in choices)}, not {value!r}")

    return chosen
