"""The registry of names: what `names.toml` says, as values, and every mistake in it at once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from l10n.errors import RegistryError, raise_all


class Kind(StrEnum):
    """What bears the name."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    WORK = "work"
    VESSEL = "vessel"


class Gender(StrEnum):
    """The grammatical gender of the name, in the languages that have it."""

    FEMALE = "female"
    MALE = "male"
    NEUTER = "neuter"


class EntryStatus(StrEnum):
    """Whether a person has decided on the entry, or a machine has only proposed it."""

    APPROVED = "approved"
    PROPOSED = "proposed"


class FormStatus(StrEnum):
    """What a locale thinks of a form (the terms of TBX)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleForms:
    """How one locale writes a name. All forms are NFC.

    `cases` gives, for some of the forms, the six Russian case forms in the order nominative, genitive, dative,
    accusative, instrumental, prepositional; they beat every rule. `indeclinable` says that the forms without
    such a line never change.
    """

    preferred: str
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    cases: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    indeclinable: bool = False

    def by_status(self) -> tuple[tuple[FormStatus, str], ...]:
        """Return every form with its status: the preferred one first, deprecated ones last."""
        return (
            (FormStatus.PREFERRED, self.preferred),
            *((FormStatus.ADMITTED, form) for form in self.admitted),
            *((FormStatus.DEPRECATED, form) for form in self.deprecated),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """One name of the house: who or what bears it, and how each locale writes it.

    `native` is the endonym, in `language`; `because` is the reason for the spellings; `locales` maps each
    locale of the project to its forms; `line` is the 1-based line of the entry's `[[name]]`.
    """

    id: str
    kind: Kind
    native: str
    language: str
    because: str
    gender: Gender | None = None
    status: EntryStatus = EntryStatus.APPROVED
    locales: Mapping[str, LocaleForms] = field(default_factory=dict, hash=False)
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """All entries of one `names.toml`, in its order; `path` is what findings call the file."""

    path: str
    entries: tuple[NameEntry, ...] = ()

    def __getitem__(self, entry_id: str) -> NameEntry:
        """Return the entry with this id. Raises KeyError when there is none."""
        for entry in self.entries:
            if entry.id == entry_id:
                return entry
        raise KeyError(entry_id)


def read_registry(text: str, path: str, locales: Sequence[str]) -> Registry:
    """Return the registry that `text`, the content of the file `path`, describes.

    An empty text is an empty registry. Raises RegistryError for one mistake and SeveralErrors of RegistryError
    for more; each says where: `path:line: name[index].locale.key (id)`, the index counted from 0, the line
    1-based and that of the key where it can be told, else of the entry's `[[name]]`.
    """
    from l10n.names.registry_checks import check_entries  # the checks build the values defined here

    errors: list[RegistryError] = []
    document = _parse(text, path)
    entries = check_entries(document, RegistryPlaces(text, path), tuple(locales), errors)
    raise_all(errors)
    return Registry(path=path, entries=entries)


_TOML_PLACE = re.compile(
    r"(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"
)


def _parse(text: str, path: str) -> dict[str, object]:
    import tomllib  # only when there is a registry to read

    text = text.removeprefix("\ufeff")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = _TOML_PLACE.fullmatch(str(error))
        line = int(found["line"] or text.count("\n") + 1) if found else 1
        column = f":{found['column']}" if found and found["column"] else ""
        why = found["what"] if found else str(error)
        raise RegistryError("this is not TOML", where=f"{path}:{line}{column}", why=why) from error


class RegistryPlaces:
    """Tells where in the text of a registry an entry, or a key of it, stands: TOML readers do not say."""

    # strings and comments first, so that a `[[name]]` inside one is not taken for an entry
    _TOKEN = re.compile(
        r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|\#[^\n]*'
        r"|^[ \t]*(?P<entry>\[\[[ \t]*name[ \t]*\]\])",
        re.DOTALL | re.MULTILINE,
    )

    def __init__(self, text: str, path: str) -> None:
        self._path = path
        self._lines = text.split("\n")
        heads = [found.start("entry") for found in self._TOKEN.finditer(text) if found["entry"]]
        self._entry_lines = [text.count("\n", 0, head) + 1 for head in heads]

    def entry_line(self, index: int) -> int:
        """Return the 1-based line of the `[[name]]` of entry `index`, or 1 when there is no such line."""
        return self._entry_lines[index] if index < len(self._entry_lines) else 1

    def where(self, key: str, index: int | None = None, entry_id: object = None) -> str:
        """Return `path:line: key (id)` for the dotted `key` below entry `index` (or at the top)."""
        if index is None:
            return f"{self._path}:{self._key_line(key, 1, len(self._lines) + 1)}: {key}"
        known_id = f" ({entry_id})" if isinstance(entry_id, str) and entry_id else ""
        start = self.entry_line(index)
        end = self._entry_lines[index + 1] if index + 1 < len(self._entry_lines) else len(self._lines) + 1
        line = self._key_line(key.partition(".")[0], start, end) if index < len(self._entry_lines) else start
        full_key = f"name[{index}].{key}" if key else f"name[{index}]"
        return f"{self._path}:{line}: {full_key}{known_id}"

    def _key_line(self, key: str, start: int, end: int) -> int:
        if key:
            begins = re.compile(rf"\s*(?:\[\s*name\s*\.\s*)?[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
            for number in range(start, min(end, len(self._lines) + 1)):
                if begins.match(self._lines[number - 1]):
                    return number
        return start
