"""The page of JSON output: each schema in `l10n/cli/schemas/` as a table."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import l10n.cli
from tools.reference.markdown import code, prose, table, title

SCHEMAS = Path(l10n.cli.__file__).parent / "schemas"


def page() -> str:
    """Return the page."""
    parts = [
        title("JSON output", "`l10n/cli/schemas/`"),
        (
            "`--output-format json` prints one JSON document on standard output. `l10n schema NAME` prints its JSON "
            "Schema (draft 2020-12); the tables below are those schemas. A new release may add keys. Anything else "
            "raises `schema_version`.\n"
        ),
    ]
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.partition(".")[0]
        parts += [
            f"## {name}\n",
            f"{prose(schema['title'])}. {code(f'l10n schema {name}')} prints the schema.\n",
        ]
        parts.append(table(("key", "type", "what it is"), _rows(schema, "", schema)))
    return "\n".join(parts)


def _rows(schema: dict[str, Any], path: str, whole: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for key, value in schema.get("properties", {}).items():
        below = f"{path}.{key}" if path else key
        said = _resolved(value, whole)
        yield code(below), _type(said), prose(value.get("description", said.get("description", "")))
        yield from _below(said, below, whole)


def _below(said: dict[str, Any], path: str, whole: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield from _rows(said, path, whole)
    if isinstance(items := said.get("items"), dict):
        yield from _rows(_resolved(items, whole), f"{path}[]", whole)
    for choice in said.get("oneOf", ()):
        yield from _rows(_resolved(choice, whole), path, whole)


def _resolved(schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref", "")
    if not reference.startswith("#/"):
        return schema
    found: Any = whole
    for part in reference[2:].split("/"):
        found = found[part]
    return dict(found)


def _type(schema: dict[str, Any]) -> str:
    if "const" in schema:
        return code(json.dumps(schema["const"]))
    if "enum" in schema:
        return " or ".join(code(json.dumps(value)) for value in schema["enum"])
    if "oneOf" in schema:
        return " or ".join(_type(choice) for choice in schema["oneOf"])
    kind = schema.get("type", "any")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)
