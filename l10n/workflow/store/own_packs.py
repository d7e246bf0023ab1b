"""The packs of languages that a project brings, read as a whole: a mistake is told before any work is done."""

from collections.abc import Callable, Mapping

from l10n.conventions.typography import departures
from l10n.errors import L10nError, RegistryError, did_you_mean, raise_all
from l10n.languages.established_forms import established_forms
from l10n.languages.facts.fact_tables import fact_table
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.packs import files_in_use, reading, shown, table
from l10n.languages.prose_tables import prose_table
from l10n.languages.transcription import PIVOT, edge_file
from l10n.languages.typography_tables import typography_table
from l10n.languages.value_types import unlike_ours
from l10n.model import Edit, apply_edits
from l10n.names import government_of, person_rules, read_scheme
from l10n.repair.word_rules import word_rules

# What reads each file of a pack, by the language
_READERS: Mapping[str, Callable[[str], object]] = {
    "facts": fact_table,
    "typography": typography_table,
    "prose": prose_table,
    "inflection": inflection_of,
    "government": government_of,
    "persons": person_rules,
    "apostrophes": word_rules,
}
_OTHERS = ("established_forms", "back_transcription")


def read_own_packs() -> None:
    """Read every file of the project's own packs.

    Raises RegistryError, or SeveralErrors of it, for what is no file of a pack, cannot be read, has a value of another
    type than ours, or a sample that comes out otherwise.
    """
    files = files_in_use()
    raise_all([error for path in files for error in _mistakes(path.parent.name, path.stem)])
    established_forms()
    for path in files:
        tag, name = path.parent.name, path.stem
        if name.startswith("from-"):
            scheme = read_scheme(path.read_text(encoding="utf-8-sig"), shown(path))
            if tag not in (PIVOT, scheme.locale):
                raise RegistryError(f"is the folder of {tag}", where=f"{shown(path)}: locale")
        elif name in _READERS:
            with reading(tag, name):
                _READERS[name](tag)
            _try_samples(tag, name)


def _mistakes(tag: str, name: str) -> list[L10nError]:
    """Return what tells a file from one of a pack: its name, that it says nothing, the types of its values."""
    where = f"languages/{tag}/{name}.toml"
    if name.startswith("from-"):
        if edge_file(tag, name.removeprefix("from-"), own=False) or (
            tag != PIVOT and name == f"from-{PIVOT}"
        ):
            return []
        hint = f"names of {PIVOT} are: from-{PIVOT}.toml"
        return [RegistryError("names of this language are not written by rule yet", where=where, hint=hint)]
    if name not in (*_READERS, *_OTHERS):
        known = (*_READERS, *_OTHERS, "from-…")
        hint = did_you_mean(name, known) or f"known are: {', '.join(known)}"
        return [RegistryError("no language has such a file", where=where, hint=hint)]
    raw = table(tag, name)
    if not raw:
        return [RegistryError("says nothing", where=where, hint="delete it, or say what is known")]
    errors = [RegistryError(what, where=f"{where}: {key}") for key, what in unlike_ours(raw, name)]
    if raw.get("language", tag) != tag:
        errors.append(RegistryError(f"is the folder of {tag}", where=f"{where}: language"))
    return list(errors)


def _try_samples(tag: str, name: str) -> None:
    """Hold the samples of a file against its rules. Raises RegistryError for one that comes out otherwise."""
    if name != "typography":
        return
    for number, sample in enumerate(table(tag, name).get("samples", []), 1):
        where = f"languages/{tag}/{name}.toml: sample {number}"
        if {"text", "becomes"} - sample.keys():
            raise RegistryError("a sample has a text, and what it becomes", where=where)
        found = departures(sample["text"], tag)
        edits = [
            Edit(start=one.start, end=one.end, replacement=one.replacement)
            for one in found
            if one.replacement is not None
        ]
        became = apply_edits(sample["text"], edits)
        if became != sample["becomes"]:
            raise RegistryError(
                "this sample comes out otherwise", where=where, why=f"{sample['text']!r} becomes {became!r}"
            )
