"""The registry for other programs and back: JSON, CSV, and TBX-Basic that translation tools read.

Law (tests/properties): an exported registry, imported again, is the same registry, in each of the three.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from l10n.budgets import hold_csv, read_json
from l10n.errors import RegistryError, did_you_mean
from l10n.languages.grammar import Gender, Kind
from l10n.names.registry.editing import add_entries
from l10n.names.registry.entries import EntryStatus, FormStatus, LocaleForms, NameEntry, Registry
from l10n.names.registry.reader import read_registry
from l10n.names.registry.tbx import from_tbx, to_tbx

SCHEMA_VERSION = 1
_COLUMNS = (
    "id", "kind", "gender", "native", "language", "status", "because", "guessed", "locale", "locale_status", "form",
    "form_status", "indeclinable", "cases",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One format: a registry to its text, and its text back to the tables of a registry."""

    write: Callable[[Registry], str]
    read: Callable[[str, str], Iterable[dict[str, Any]]]


def export_registry(registry: Registry, format_name: str) -> str:
    """Return the registry in a format of `FORMATS`."""
    return FORMATS[format_name].write(registry)


def import_registry(text: str, path: str, format_name: str, locales: Sequence[str]) -> Registry:
    """Return the registry that `text`, the content of `path` in a format of `FORMATS`, describes.

    What is read goes through the same checks as `names.toml`. Raises RegistryError, or SeveralErrors, with the
    path for a text that is not in the format, or whose entries are wrong.
    """
    tables = FORMATS[format_name].read(text, path)
    entries = [_entry(table, path) for table in tables]
    return read_registry(add_entries("", entries), path, locales)


def entry_table(entry: NameEntry) -> dict[str, Any]:
    """Return an entry as plain values: what JSON holds, and what the other formats spread out."""
    return {
        "id": entry.id,
        "kind": str(entry.kind),
        "gender": str(entry.gender) if entry.gender else None,
        "native": entry.native,
        "language": entry.language,
        "status": str(entry.status),
        "because": entry.because,
        "guessed": list(entry.guessed),
        "locales": {
            locale: {
                "preferred": forms.preferred,
                "status": str(forms.status),
                "admitted": list(forms.admitted),
                "deprecated": list(forms.deprecated),
                "indeclinable": forms.indeclinable,
                "cases": {form: list(cases) for form, cases in forms.cases.items()},
            }
            for locale, forms in entry.locales.items()
        },
    }


def _entry(table: Any, path: str) -> NameEntry:
    """Return an entry of unchecked values: the reader of the registry checks them all, and names what is wrong."""
    try:
        locales = {
            locale: LocaleForms(
                preferred=forms["preferred"],
                status=EntryStatus(forms.get("status") or EntryStatus.APPROVED),
                admitted=tuple(forms.get("admitted") or ()),
                deprecated=tuple(forms.get("deprecated") or ()),
                indeclinable=bool(forms.get("indeclinable")),
                cases={form: tuple(cases) for form, cases in (forms.get("cases") or {}).items()},
            )
            for locale, forms in table["locales"].items()
        }
        return NameEntry(
            id=table["id"],
            kind=Kind(table["kind"]),
            gender=Gender(table["gender"]) if table.get("gender") else None,
            native=table["native"],
            language=table["language"],
            status=EntryStatus(table.get("status") or EntryStatus.APPROVED),
            because=table.get("because") or "",
            guessed=tuple(table.get("guessed") or ()),
            locales=locales,
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        name = table.get("id", "") if isinstance(table, Mapping) else ""
        raise RegistryError(
            f"an entry cannot be read: {_told(error)}", where=f"{path}: {name or 'name'}"
        ) from error


def _told(error: Exception) -> str:
    """Return what is wrong in words of ours: Python's are about our code."""
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    if isinstance(error, TypeError | AttributeError):
        return "a value has another type than it must have"
    return str(error)


def _to_json(registry: Registry) -> str:
    names = [entry_table(entry) for entry in registry.entries]
    return json.dumps({"schema_version": SCHEMA_VERSION, "names": names}, ensure_ascii=False, indent=2) + "\n"


def _from_json(text: str, path: str) -> list[dict[str, Any]]:
    try:
        names = read_json(text, path)["names"]
    except json.JSONDecodeError as error:
        raise RegistryError(f"not JSON: {error.msg}", where=f"{path}:{error.lineno}:{error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise RegistryError(f"not JSON: {error}", where=path) from error
    except (KeyError, TypeError) as error:
        raise RegistryError("no list “names” at the top", where=path) from error
    if not isinstance(names, list):
        raise RegistryError("“names” is not a list", where=path)
    return names


# What a spreadsheet would work out as a formula (OWASP, “CSV Injection”) is marked as a text the way one types it:
# with an apostrophe. A text that begins with apostrophes and then such a sign gets one more, so that none is lost.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")


def _cell(value: str) -> str:
    return f"'{value}" if _FORMULA.match(value) else value


def _text_of_cell(value: Any) -> Any:
    is_marked = isinstance(value, str) and value.startswith("'") and _FORMULA.match(value)
    return value[1:] if is_marked else value


def _to_csv(registry: Registry) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for entry in registry.entries:
        common = {key: value or "" for key, value in entry_table(entry).items() if key in _COLUMNS}
        common["guessed"] = "|".join(entry.guessed)
        for locale, forms in entry.locales.items():
            for status, form in forms.by_status():
                own: dict[str, str] = {"locale": locale, "form": form, "form_status": str(status)}
                own["locale_status"] = str(forms.status)
                own["indeclinable"] = "yes" if forms.indeclinable and status is FormStatus.PREFERRED else ""
                own["cases"] = "|".join(forms.cases.get(form, ()))
                writer.writerow({key: _cell(value) for key, value in {**common, **own}.items()})
    return stream.getvalue()


def _from_csv(text: str, path: str) -> list[dict[str, Any]]:
    hold_csv(text, path)
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    try:
        unknown = [name[:40] for name in reader.fieldnames or [""] if name not in _COLUMNS]
    except csv.Error as error:
        raise RegistryError(f"the first row cannot be read: {error}", where=f"{path}:1") from error
    if unknown:
        hint = did_you_mean(unknown[0], _COLUMNS)
        raise RegistryError(f"unknown column {unknown[0]!r}", where=f"{path}:1", hint=hint)
    tables: dict[str, dict[str, Any]] = {}
    try:
        for cells in reader:
            row = {key: _text_of_cell(value) for key, value in cells.items()}
            guessed = [key for key in (row.get("guessed") or "").split("|") if key]
            table = tables.setdefault(row["id"], {**row, "guessed": guessed, "locales": {}})
            _add_form(table["locales"].setdefault(row["locale"], {}), row)
    except (csv.Error, KeyError, TypeError, ValueError) as error:
        raise RegistryError(
            f"this row cannot be read: {_told(error)}", where=f"{path}:{reader.line_num}"
        ) from error
    return list(tables.values())


def _add_form(forms: dict[str, Any], row: Mapping[str, str]) -> None:
    status = FormStatus(row["form_status"])
    if status is FormStatus.PREFERRED:
        forms["preferred"] = row["form"]
        forms["status"] = row.get("locale_status") or ""
        forms["indeclinable"] = row["indeclinable"] == "yes"
    else:
        forms.setdefault(str(status), []).append(row["form"])
    if row["cases"]:
        forms.setdefault("cases", {})[row["form"]] = row["cases"].split("|")


FORMATS: Mapping[str, Exchange] = {
    "tbx": Exchange(
        write=lambda registry: to_tbx([entry_table(entry) for entry in registry.entries]), read=from_tbx
    ),
    "csv": Exchange(write=_to_csv, read=_from_csv),
    "json": Exchange(write=_to_json, read=_from_json),
}
