"""Opening everything that is checked; what cannot be read is an error of its own, and does not hide the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.catalog.catalog import Message
from l10n.checks.base import Subject
from l10n.errors import L10nError
from l10n.names import Lexicon
from l10n.project import Project
from l10n.settings import CheckSettings, SourceSettings
from l10n.workflow.store.addenda import read_addenda, refuse_lost_addenda
from l10n.workflow.store.catalogs import OpenCatalog, open_catalog, open_lexicon, template_domains
from l10n.workflow.store.sources import Source, SourceFile, find_sources, read_source

if TYPE_CHECKING:
    from l10n.names import Passage, PlacedText

CatalogKey = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProject:
    """The sources and the catalogs of the chosen locales, by domain and locale, as far as they can be read.

    `errors` says what cannot; `files` are all sources, read or not.
    """

    settings: SourceSettings
    style: CheckSettings
    locales: tuple[str, ...]
    files: tuple[SourceFile, ...]
    sources: Mapping[str, Source]
    catalogs: Mapping[CatalogKey, OpenCatalog]
    templates: Mapping[str, OpenCatalog]
    lexicon: Lexicon
    errors: tuple[L10nError, ...]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Each source with its catalog in each locale."""
        return tuple(
            self.subject(domain, locale)
            for domain in self.sources
            for locale in self.locales
            if (domain, locale) in self.catalogs
        )

    def subject(self, domain: str, locale: str) -> Subject:
        """Return one document in one locale."""
        catalog = self.catalogs[domain, locale]
        return Subject(
            document=self.sources[domain].document,
            form=self.sources[domain].file.format,
            source_locale=self.settings.locale,
            locale=locale,
            catalog_name=catalog.name,
            file=catalog.file,
            lexicon=self.lexicon,
            quotation_marks=self.style.quotation_marks.get(locale, ""),
            dictionaries=self.style.dictionaries,
            limits=self.style.limits_of(self.sources[domain].file.name, locale),
        )

    def passages(self) -> "list[Passage]":
        """Return the texts of every source with the confirmed translations of all locales."""
        from l10n.names import Passage

        by_document: dict[str, list[Subject]] = {}
        for subject in self.subjects:
            by_document.setdefault(subject.document.path, []).append(subject)
        passages: list[Passage] = []
        for subjects in by_document.values():
            texts = {subject.locale: subject.confirmed_texts() for subject in subjects}
            for key, source in subjects[0].source_texts().items():
                translations: dict[str, PlacedText] = {
                    locale: known[key] for locale, known in texts.items() if key in known
                }
                passages.append(Passage(source=source, translations=translations))
        return passages

    def with_messages(self, changed: Mapping[CatalogKey, Sequence[Message]]) -> "OpenProject":
        """Return the project with these messages in its catalogs, as if they had been saved."""
        from l10n.catalog import pofile

        catalogs = dict(self.catalogs)
        for key, messages in changed.items():
            catalog = catalogs[key]
            file = pofile.read(catalog.rewritten(messages).after, catalog.name)
            catalogs[key] = replace(catalog, file=file)
        return replace(self, catalogs=catalogs)


def open_project(
    project: Project, locales: list[str] | None = None, *, lexicon: Lexicon | None = None
) -> OpenProject:
    """Return the chosen locales (None: all) of a project, opened; with a `lexicon` its registry is not read.

    Raises L10nError when there is nothing to look at: an unknown locale, a broken registry, no source.
    """
    chosen = project.chosen_locales(locales)
    lexicon = open_lexicon(project) if lexicon is None else lexicon
    files = find_sources(project.source_settings)
    opened = open_documents(project.source_settings, files, chosen, lexicon, project.check_settings)
    templates, errors = _beside(project.source_settings, files, project.locales)
    return replace(opened, templates=templates, errors=(*opened.errors, *errors))


def errors_beside(
    settings: SourceSettings, files: Sequence[SourceFile], locales: Sequence[str]
) -> list[L10nError]:
    """Return what cannot be read beside the documents and their catalogs: templates, addenda of no document."""
    return _beside(settings, files, locales, keep=False)[1]


def open_documents(
    settings: SourceSettings,
    files: Sequence[SourceFile],
    locales: Sequence[str],
    lexicon: Lexicon,
    style: CheckSettings | None = None,
) -> OpenProject:
    """Return some of the documents with their catalogs, without what is beside them: templates."""
    errors: list[L10nError] = []
    sources: dict[str, Source] = {}
    catalogs: dict[CatalogKey, OpenCatalog] = {}
    for file in files:
        try:
            sources[file.domain] = read_source(settings, file)
            read_addenda(settings, sources[file.domain])
        except L10nError as error:
            errors.append(error)
        for locale in locales:
            try:
                catalogs[file.domain, locale] = open_catalog(settings.paths, file.domain, locale)
            except L10nError as error:
                errors.append(error)
    return OpenProject(
        settings=settings,
        style=style or CheckSettings(),
        locales=tuple(locales),
        files=tuple(files),
        sources=sources,
        catalogs=catalogs,
        templates={},
        lexicon=lexicon,
        errors=tuple(errors),
    )


def _beside(
    settings: SourceSettings, files: Sequence[SourceFile], locales: Sequence[str], *, keep: bool = True
) -> tuple[dict[str, OpenCatalog], list[L10nError]]:
    """Return the templates by domain, as far as they are to be kept, and what cannot be read."""
    errors: list[L10nError] = []
    try:
        refuse_lost_addenda(settings, [file.name for file in files], locales)
    except L10nError as error:
        errors.append(error)
    templates: dict[str, OpenCatalog] = {}
    for domain in template_domains(settings.paths):
        try:
            template = open_catalog(settings.paths, domain, None)
        except L10nError as error:
            errors.append(error)
        else:
            templates |= {domain: template} if keep else {}
    return templates, errors
