"""Entries as the text of `names.toml`: what is there already, with its comments and order, stays."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence

from l10n.errors import RegistryError
from l10n.names.registry.entries import EntryStatus, LocaleForms, NameEntry, Registry

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PROPOSED = re.compile(r"""\s*status\s*=\s*["']proposed["']\s*(?:#.*)?$""")
_HEADER = re.compile(r"\s*\[\[\s*name\s*\]\]")
_GUESSED = re.compile(r"\s*guessed\s*=\s*\[[^\]\r\n]*\]\s*(?:#.*)?$")


def add_entries(text: str, entries: Iterable[NameEntry]) -> str:
    """Return the text of a registry with `entries` added at its end, in its line ends."""
    newline = "\r\n" if "\r\n" in text else "\n"
    blocks = [entry_text(entry) for entry in entries]
    if not blocks:
        return text
    before = [text.rstrip("\r\n")] if text.strip() else []
    return newline.join("\n\n".join([*before, *blocks]).split("\n")).replace("\r\r\n", "\r\n") + newline


def remove_entry(text: str, registry: Registry, entry: NameEntry) -> str:
    """Return the text of `registry` without an entry of it; comments before the next one stay."""
    lines = _LINE.findall(text)
    first, end = _lines_of(lines, registry, entry)
    return "".join([*lines[:first], *lines[end:]])


def approve_entry(text: str, registry: Registry, entry: NameEntry) -> str:
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
            hint="remove it by hand",
        )
    kept = (
        line
        for number, line in enumerate(lines[first:end], first)
        if number != place and not _GUESSED.match(line)
    )
    return "".join([*lines[:first], *kept, *lines[end:]])


def change_entries(
    text: str,
    registry: Registry,
    revised: Iterable[NameEntry] = (),
    forms: Mapping[str, Mapping[str, LocaleForms]] | None = None,
) -> str:
    """Return the text of `registry` with revised entries, and with `forms` of more locales, by the id of their entry.

    A line changes for each key that says something else than in `registry`; every other line stays, comments
    included. An entry somebody has written by hand (a value over several lines, a comment behind one that would
    change, an array in one piece) stays as it is. Linear in the text and the entries.
    """
    wanted: dict[str, dict[str, str | None]] = {}
    for entry in revised:
        before, after = _values(registry[entry.id]), _values(entry)
        keys = dict.fromkeys((*before, *after))
        wanted[entry.id] = {key: after.get(key) for key in keys if before.get(key) != after.get(key)}
    for entry_id, added in (forms or {}).items():
        values = wanted.setdefault(entry_id, {})
        values |= {_key(locale): _inline(_forms(known)) for locale, known in added.items()}
    lines = _LINE.findall(text)
    pieces: list[str] = []
    end = len(lines)
    for entry in sorted(registry.entries, key=lambda entry: -entry.line):  # from below: places above stay
        first = entry.line - 1
        if first >= end or not _HEADER.match(lines[first]):
            continue
        block = lines[first:end]
        pieces.append("".join(_changed(block, wanted[entry.id]) if entry.id in wanted else block))
        end = first
    return "".join([*lines[:end], *reversed(pieces)])


def _changed(block: Sequence[str], values: Mapping[str, str | None]) -> Sequence[str]:
    """Return the lines of an entry with its keys set to these values, None taken away; as they are where unsafe."""
    # keys stand above the first table of the entry, such as [name.nl]; comments behind the last key are no part of it
    top = next((place for place in range(1, len(block)) if block[place].lstrip().startswith("[")), len(block))
    if any(quotes in line for line in block[:top] for quotes in ('"""', "'''")):
        return block
    while top > 1 and not block[top - 1].split("#")[0].strip():
        top -= 1
    head = [line.rstrip("\r\n") for line in block[:top]]
    for key, value in values.items():
        if not _set_value(head, key, value, block[top:]):
            return block
    newline = "\r\n" if block[0].endswith("\r\n") else "\n"
    last = newline if top < len(block) or block[top - 1].endswith("\n") else ""
    return [newline.join(head), last, *block[top:]]


def _set_value(head: list[str], key: str, value: str | None, tables: Sequence[str]) -> bool:
    """Set a key in the lines of an entry, or take it away; tell whether that could be done safely."""
    bare = re.escape(key.strip('"'))
    named = rf"""(?:{bare}|"{bare}"|'{bare}')"""
    is_spread = re.compile(rf"\s*(?:{named}\s*\.|\[\s*name\s*\.\s*{named}\s*[.\]])").match
    if any(map(is_spread, (*head, *tables))):
        return False  # nl.preferred = "…" or [name.nl]: written by a person
    place = next((place for place, line in enumerate(head) if re.match(rf"\s*{named}\s*=", line)), None)
    if place is not None and not _is_plain(head[place]):
        return False
    if value is None:
        if place is not None:
            del head[place]
    elif place is not None:
        head[place] = f"{key} = {value}"
    else:
        head.insert(_place_of(key, head), f"{key} = {value}")
    return True


def _is_plain(line: str) -> bool:
    """Tell whether a line is a whole key with its value, and nothing else."""
    try:
        return "#" not in line and bool(tomllib.loads(line))
    except tomllib.TOMLDecodeError:
        return False


def _place_of(key: str, head: Sequence[str]) -> int:
    """Return where a new key stands: a gender behind the kind, guesses behind the status, a locale at the end."""
    before = {"gender": "kind", "guessed": "status"}.get(key)
    found = (place for place, line in enumerate(head) if before and line.lstrip().startswith(before))
    return next(found, len(head) - 1) + 1


def _lines_of(lines: Sequence[str], registry: Registry, entry: NameEntry) -> tuple[int, int]:
    """Return the first line of an entry and the one after its last, counted from 0, with blank lines behind it.

    Comments behind it, with the blank lines between them, belong to what follows.
    """
    first = entry.line - 1
    end = min((other.line - 1 for other in registry.entries if other.line > entry.line), default=len(lines))
    last = end
    while last > first + 1 and not lines[last - 1].split("#")[0].strip():
        last -= 1
    while last < end and not lines[last].strip():
        last += 1
    return first, last


def entry_text(entry: NameEntry) -> str:
    """Return the `[[name]]` of an entry, without a line end after it."""
    return "\n".join(["[[name]]", *(f"{key} = {value}" for key, value in _values(entry).items())])


def _values(entry: NameEntry) -> dict[str, str]:
    """Return the keys of an entry that say something, with their values as TOML."""
    values = {"id": _text(entry.id), "kind": _text(entry.kind)}
    if entry.gender:
        values["gender"] = _text(entry.gender)
    values |= {"native": _text(entry.native), "language": _text(entry.language)}
    if entry.status is not EntryStatus.APPROVED:
        values["status"] = _text(entry.status)
    if entry.guessed:
        values["guessed"] = _list(entry.guessed)
    if entry.because:
        values["because"] = _text(entry.because)
    return values | {_key(locale): _inline(_forms(forms)) for locale, forms in entry.locales.items()}


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
