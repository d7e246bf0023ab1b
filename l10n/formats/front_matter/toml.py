"""The strings of a TOML text with their places: tomllib reads values, but tells no places."""

import re
import tomllib

from l10n.budgets import hold_front_matter_toml
from l10n.errors import BudgetError
from l10n.formats.front_matter.keyed_strings import FrontMatterError, KeyedString

_TOKEN = re.compile(
    r'(?P<comment>\#[^\r\n]*)|(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*\'{3,5}'
    r'|"(?:[^"\\\r\n]|\\.)*"|\'[^\'\r\n]*\')'
    r"|(?P<end>\r\n|\r|\n)|(?P<open>\[)|(?P<close>\])|(?P<sign>[=,{}.])|(?P<word>[^\s\"'#\[\]=,{}.]+)|(?P<blank>\s)",
    re.DOTALL,
)


def toml_strings(text: str) -> list[KeyedString]:
    """Return the string values of `text`, in order. Raises FrontMatterError when it is no TOML."""
    try:
        hold_front_matter_toml(text)
        tomllib.loads(re.sub(r"\r\n?", "\n", text))
    except (ValueError, RecursionError, BudgetError) as error:
        raise FrontMatterError(str(error)) from error
    found: list[KeyedString] = []
    table: tuple[str, ...] = ()
    key: list[str] = []
    depth = 0
    in_value = False
    inline: list[list[str]] = []
    for token in _TOKEN.finditer(text):
        kind, value = token.lastgroup, token.group()
        if kind == "end" and not depth:
            if not in_value and key:
                table = tuple(key)
            key, in_value = [], False
        elif kind in ("open", "close"):
            # Brackets before a key are those of a table: `[extra]`.
            depth += (1 if kind == "open" else -1) if in_value else 0
        elif kind == "sign" and value == "=":
            in_value = True
        elif kind == "sign" and value == "{":
            inline.append(list(key))
            depth, in_value = depth + 1, False
        elif kind == "sign" and value == "}":
            key = inline.pop() if inline else key
            depth, in_value = depth - 1, True
        elif kind == "sign" and value == "," and inline and in_value:
            # Inside an inline table a comma ends a value, unless an array is open in it.
            key, in_value = (list(inline[-1]), False) if depth == len(inline) else (key, True)
        elif kind == "string" and in_value:
            found.append(KeyedString((*table, *key), token.start(), token.end(), _value(value)))
        elif kind in ("string", "word") and not in_value:
            key.append(_value(value) if kind == "string" else value)
    return found


def _value(literal: str) -> str:
    """Return the text a string literal stands for."""
    read: str = tomllib.loads("k = " + re.sub(r"\r\n?", "\n", literal))["k"]
    return read
