"""The values of the registry: an entry, its forms in each locale, and all of them together."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from l10n.languages.grammar import Gender, Kind
from l10n.languages.normal_forms import normalized


class EntryStatus(StrEnum):
    """Whether a person has decided on the entry, or a machine has only proposed it."""

    APPROVED = "approved"
    PROPOSED = "proposed"


class FormStatus(StrEnum):
    """The status of a form in a locale, in the terms of TBX."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleForms:
    """How one locale writes a name. All forms are NFC.

    `cases` gives, for some of the forms, the six Russian case forms in the order nominative, genitive, dative,
    accusative, instrumental, prepositional; they beat every rule. `indeclinable` says that the forms without
    such a line never change. With the status `proposed` only a machine has thought of these forms so far, though
    somebody may have decided on the rest of the entry.
    """

    preferred: str
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    cases: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    indeclinable: bool = False
    status: EntryStatus = EntryStatus.APPROVED

    def by_status(self) -> tuple[tuple[FormStatus, str], ...]:
        """Return every form with its status: the preferred one first, deprecated ones last."""
        return (
            (FormStatus.PREFERRED, self.preferred),
            *((FormStatus.ADMITTED, form) for form in self.admitted),
            *((FormStatus.DEPRECATED, form) for form in self.deprecated),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """One name of the registry: who or what bears it, and how each locale writes it.

    `native` is the endonym, in `language`; `because` is the reason for the spellings, "" when none is given;
    `locales` maps locales to their forms: not all of a project have to be there, and others may be. `guessed`
    names what a machine wrote for want of evidence: `kind`, `gender`, `native`, or a locale; it is empty once a
    person has decided. `line` is the 1-based line of the entry's `[[name]]`.
    """

    id: str
    kind: Kind
    native: str
    language: str
    because: str = ""
    gender: Gender | None = None
    status: EntryStatus = EntryStatus.APPROVED
    locales: Mapping[str, LocaleForms] = field(default_factory=dict, hash=False)
    guessed: tuple[str, ...] = ()
    line: int = 1

    def is_decided(self, locale: str) -> bool:
        """Return whether a person has decided how `locale` writes the name: only then anything follows from it."""
        forms = self.locales.get(locale)
        return (
            self.status is EntryStatus.APPROVED and forms is not None and forms.status is EntryStatus.APPROVED
        )

    def preferred(self, locale: str) -> str:
        """Return the form `locale` prefers; "" when the entry has none for it."""
        forms = self.locales.get(locale)
        return forms.preferred if forms else ""


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


def free_id(form: str, taken: Collection[str]) -> str:
    """Return an id for a name that no other entry has: yulia-peresild, yulia-peresild-2."""
    plain = normalized("NFKD", form).encode("ascii", "ignore").decode() or "name"
    stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "name"
    number, free = 1, stem
    while free in taken:
        number += 1
        free = f"{stem}-{number}"
    return free
