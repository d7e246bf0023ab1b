"""`l10n names convert`: a person's decision in the registry first, then what the engine reads."""

from collections.abc import Mapping
from pathlib import Path

from l10n.names import ConvertedName, Registry, convert, transcription_language
from l10n.workflow.store.catalogs import open_registry
from l10n.workflow.store.configured import project_around


class Converter:
    """Converts names from one locale to another, with the registry of the project around a folder."""

    def __init__(self, source: str, target: str, folder: Path) -> None:
        """Raises ConfigurationError for a locale whose way of writing names is not known."""
        project = project_around(folder)
        for locale in (source, target):
            transcription_language(locale)
        self._source = source
        self._target = target
        self._decided = {} if project is None else _decided(source, target, open_registry(project))

    def convert(self, name: str, kind: str | None, candidates: int) -> tuple[ConvertedName, ...]:
        """Return up to `candidates` forms of `name`, best first; a registered name has the one decided on."""
        decided = self._decided.get(name)
        return (decided,) if decided else convert(name, self._source, self._target, kind, candidates)


def _decided(source: str, target: str, registry: Registry) -> Mapping[str, ConvertedName]:
    """Return what the registry writes in `target` for each form it knows in `source`."""
    found: dict[str, ConvertedName] = {}
    for entry in registry.entries:
        if entry.is_decided(source) and entry.is_decided(target):
            preferred = entry.preferred(target)
            because = f"{registry.path}:{entry.line} prefers “{preferred}” in {target}"
            form = ConvertedName(form=preferred, native=entry.native, probability=1.0, because=(because,))
            for _, known in entry.locales[source].by_status():
                found.setdefault(known, form)
    return found
