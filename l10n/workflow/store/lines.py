"""The lines that findings stand on, read again when a report shows them: most files have none to show."""

from collections.abc import Iterator, Mapping, Sequence

from l10n.errors import L10nError
from l10n.gate.places import Text
from l10n.settings import SourceSettings
from l10n.workflow.store.files import read_optional
from l10n.workflow.store.sources import SourceFile, read_source


class Texts(Mapping[str, Text]):
    """The texts of the sources, the templates and the catalogs of a project, by name. One is kept at a time."""

    def __init__(self, settings: SourceSettings, files: Sequence[SourceFile], locales: Sequence[str]) -> None:
        self._settings = settings
        self._sources = {file.name: file for file in files}
        self._catalogs = {settings.paths.template_name(file.domain) for file in files}
        for locale in locales:
            self._catalogs |= {settings.paths.catalog_name(file.domain, locale) for file in files}
        self._last: tuple[str, Text] = ("", Text(""))

    def __getitem__(self, name: str) -> Text:
        """Return the text of a file as it is now. Raises KeyError when there is none that can be read."""
        if self._last[0] != name:
            self._last = (name, Text(self._read(name)))
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of all files, there or not."""
        yield from self._sources
        yield from self._catalogs

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._sources) + len(self._catalogs)

    def _read(self, name: str) -> str:
        try:
            if name in self._sources:
                return read_source(self._settings, self._sources[name]).document.text
            content = (
                read_optional(self._settings.paths.root / name, name) if name in self._catalogs else None
            )
            if content is not None:
                from l10n.catalog import pofile

                return pofile.read(content, name).text
        except L10nError as error:
            raise KeyError(name) from error
        raise KeyError(name)
