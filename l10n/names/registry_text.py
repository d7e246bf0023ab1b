"""Entries as the text of `names.toml`: what is there already, with its comments and order, stays."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from l10n.errors import RegistryError
from l10n.names.entries import EntryStatus, LocaleForms, NameEntry, Registry

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PROPOSED = re.compile(r"""\s*status\s*=\s*["']proposed["']\s*(?:#.*)?$""")
_GUESSED = re.compile(r"\s*guessed\s*=\s*\[[^\]\r\n]*\]\s*(?:#.*)?$")


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
    """Return the text of `registry` with a proposed entry as a decided one: `status` and `guessed` are gone.

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
    kept = (
        line
        for number, line in enumerate(lines[first:end], first)
        if number != place and not _GUESSED.match(line)
    )
    return "".join([*lines[:first], *kept, *lines[end:]])


def with_replaced(text: str, registry: Registry, entry: NameEntry) -> str:
    """Return the text of `registry` with the lines of the entry that has the id of `entry` written anew.

    What stands behind its last line, blank lines and the comments of the next entry, stays; comments between its
    own lines do not. For entries that a machine has written and nobody has decided on.
    """
    lines = _LINE.findall(text)
    first, end = _lines_of(lines, registry, registry[entry.id])
    while end > first + 1 and not lines[end - 1].strip():
        end -= 1
    newline = "\r\n" if lines[first].endswith("\r\n") else "\n"
    last = newline if lines[end - 1].endswith("\n") else ""
    return "".join([*lines[:first], newline.join(entry_text(entry).split("\n")), last, *lines[end:]])


def with_forms(text: str, registry: Registry, entry_id: str, forms: Mapping[str, LocaleForms]) -> str:
    """Return the text of `registry` with lines for more locales behind the last line of an entry.

    The rest of the entry, its comments included, stays as it is.
    """
    lines = _LINE.findall(text)
    first, end = _lines_of(lines, registry, registry[entry_id])
    while end > first + 1 and not lines[end - 1].strip():
        end -= 1
    newline = "\r\n" if lines[first].endswith("\r\n") else "\n"
    before = "" if lines[end - 1].endswith("\n") else newline
    added = "".join(f"{_locale_line(locale, known)}{newline}" for locale, known in forms.items())
    return "".join([*lines[:end], before, added, *lines[end:]])


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
    if entry.guessed:
        lines.append(f"guessed = {_list(entry.guessed)}")
    if entry.because:
        lines.append(f"because = {_text(entry.because)}")
    lines += (_locale_line(locale, forms) for locale, forms in entry.locales.items())
    return "\n".join(lines)


def _locale_line(locale: str, forms: LocaleForms) -> str:
    return f"{_key(locale)} = {_inline(_forms(forms))}"


def _forms(forms: LocaleForms) -> Mapping[str, str]:
    """Return the keys of a locale that say something, with their values as TOML."""
    values = {"preferred": _text(forms.preferred)}
    if forms.status is not EntryStatus.APPROVED:
        values["status"] = _text(forms.status)
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
