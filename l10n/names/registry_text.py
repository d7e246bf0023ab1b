"""Entries as the text of `names.toml`: what is there already, with its comments and order, stays."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from l10n.errors import RegistryError
from l10n.names.entries import EntryStatus, LocaleForms, NameEntry, Registry

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PROPOSED = re.compile(r"""\s*status\s*=\s*["']proposed["']\s*(?:#.*)?$""")


def with_entries(text: str, entries: Iterable[NameEntry]) -> str:
    """Return the text of a registry with `entries` added at its end, in its line ends."""
    newline = "\r\n" if "\r\n" in text else "\n"
    blocks = [entry_text(entry) for entry in entries]
    if not blocks:
        return text
    before = [text.rstrip("\r\n")] if text.strip() else []
    return newline.join("\n\n".join([*before, *blocks]).split("\n")).replace("\r\r\n", "\r\n") + newline


def without_entry(text: str, registry: Registry, entry: NameEntry) -> str:
    """Return the text of `registry` without an entry of it; comments before the next one stay."""
    lines = _LINE.findall(text)
    first, end = _lines_of(lines, registry, entry)
    return "".join([*lines[:first], *lines[end:]])


def with_approved(text: str, registry: Registry, entry: NameEntry) -> str:
    """Return the text of `registry` with a proposed entry as a decided one: its `status` line is gone.

    Raises RegistryError when the status has no line of its own.
    """
    lines = _LINE.findall(text)
    first, end = _lines_of(lines, registry, entry)
    place = next((place for place in range(first, end) if _PROPOSED.match(lines[place])), None)
    if place is None:
        raise RegistryError(
            "the status of this entry has no line of its own",
            where=f"{registry.path}:{entry.line}",
            hint="take it away by hand",
        )
    return "".join([*lines[:place], *lines[place + 1 :]])


def _lines_of(lines: Sequence[str], registry: Registry, entry: NameEntry) -> tuple[int, int]:
    """Return the first line of an entry and the one after its last, counted from 0, with blank lines behind it."""
    first = entry.line - 1
    end = min((other.line - 1 for other in registry.entries if other.line > entry.line), default=len(lines))
    while end > first + 1 and lines[end - 1].lstrip().startswith("#"):
        end -= 1
    return first, end


def entry_text(entry: NameEntry) -> str:
    """Return the `[[name]]` of an entry, without a line end after it."""
    lines = ["[[name]]", f"id = {_text(entry.id)}", f"kind = {_text(entry.kind)}"]
    if entry.gender:
        lines.append(f"gender = {_text(entry.gender)}")
    lines += [f"native = {_text(entry.native)}", f"language = {_text(entry.language)}"]
    if entry.status is not EntryStatus.APPROVED:
        lines.append(f"status = {_text(entry.status)}")
    lines.append(f"because = {_text(entry.because)}")
    lines += (f"{_key(locale)} = {_inline(_forms(forms))}" for locale, forms in entry.locales.items())
    return "\n".join(lines)


def _forms(forms: LocaleForms) -> Mapping[str, str]:
    """Return the keys of a locale that say something, with their values as TOML."""
    values = {"preferred": _text(forms.preferred)}
    if forms.indeclinable:
        values["indeclinable"] = "true"
    if forms.admitted:
        values["admitted"] = _list(forms.admitted)
    if forms.cases:
        values["cases"] = _inline({_text(form): _list(cases) for form, cases in forms.cases.items()})
    if forms.deprecated:
        values["deprecated"] = _list(forms.deprecated)
    return values


def _inline(values: Mapping[str, str]) -> str:
    return f"{{ {', '.join(f'{key} = {value}' for key, value in values.items())} }}"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _key(locale: str) -> str:
    return locale if locale.replace("_", "").isalnum() and locale.isascii() else _text(locale)


def _text(text: str) -> str:
    """Return a TOML basic string; what JSON leaves as it is and TOML forbids (U+007F) is escaped as well."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007F")
