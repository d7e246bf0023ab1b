"""The registry of names: what `names.toml` says, as values, and every mistake in it at once."""

import re
from collections.abc import Sequence

from l10n.budgets import read_toml
from l10n.errors import RegistryError, raise_all
from l10n.names.registry.entries import Registry
from l10n.names.registry.key_positions import RegistryPlaces
from l10n.names.registry.validation import check_entries


def read_registry(text: str, path: str, locales: Sequence[str]) -> Registry:
    """Return the registry that `text`, the content of the file `path`, describes.

    An empty text is an empty registry. Raises RegistryError for one mistake and SeveralErrors of RegistryError
    for more; each says where: `path:line: name[index].locale.key (id)`, the index counted from 0, the line
    1-based and that of the key where it can be told, else of the entry's `[[name]]`.
    """
    errors: list[RegistryError] = []
    document = _parse(text, path)
    entries = check_entries(document, RegistryPlaces(text, path), tuple(locales), errors)
    raise_all(errors)
    return Registry(path=path, entries=entries)


_TOML_PLACE = re.compile(
    r"(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"
)


def _parse(text: str, path: str) -> dict[str, object]:
    text = text.removeprefix("\ufeff")
    try:
        return read_toml(text, path)
    except (ValueError, RecursionError) as error:
        found = _TOML_PLACE.fullmatch(str(error))
        line = int(found["line"] or text.count("\n") + 1) if found else 1
        column = f":{found['column']}" if found and found["column"] else ""
        why = found["what"] if found else str(error)
        raise RegistryError("this is not TOML", where=f"{path}:{line}{column}", why=why) from error
