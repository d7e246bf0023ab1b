"""`l10n render`: write the localized version of every document."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from l10n import rendering
from l10n.conventions.locales import language_tag, text_direction
from l10n.conventions.notices import outdated_notice
from l10n.errors import L10nError, SourceError, raise_all
from l10n.formats import HoldsAddenda, blamed
from l10n.model import LineIndex
from l10n.project import Project
from l10n.rendering import Fallback, Rendering, Target
from l10n.workflow.addenda import read_addenda
from l10n.workflow.catalogs import open_catalogs
from l10n.workflow.files import Change, apply, changes_only, read_optional
from l10n.workflow.locking import one_writer
from l10n.workflow.sources import Source, by_domain, read_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """One localized document. `change` is None when it was not written because too little is translated."""

    locale: str
    name: str
    rendering: Rendering
    change: Change | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderReport:
    """Every localized document, and the files that change."""

    documents: tuple[Rendered, ...]
    changes: tuple[Change, ...]

    @property
    def refused(self) -> tuple[Rendered, ...]:
        """The documents that were not written."""
        return tuple(document for document in self.documents if document.change is None)


def render(
    project: Project,
    locales: list[str] | None = None,
    *,
    require: float = 0.0,
    fallback: Fallback | None = None,
    save: bool = True,
) -> RenderReport:
    """Write `build/<locale>/…` for the chosen locales (None: all) and return what was written.

    `fallback` says what stands where there is no confirmed translation. `require` is a ratio 0…1: a locale in which
    any document is translated for less gets no file at all. With `save=False` nothing is written. Raises L10nError,
    and writes nothing, when anything cannot be read.
    """
    given = fallback or Fallback()
    fallbacks = {
        locale: replace(given, notice=outdated_notice(locale)) if given.marked else given
        for locale in project.chosen_locales(locales)
    }
    with one_writer(project.root, writes=save):
        return _render(project, fallbacks, require=require, save=save)


def _render(
    project: Project, fallbacks: Mapping[str, Fallback], *, require: float, save: bool
) -> RenderReport:
    sources = read_sources(project)
    opened = open_catalogs(project, by_domain(sources), fallbacks)
    addenda = read_addenda(project, sources)
    documents: list[Rendered] = []
    errors: list[L10nError] = []
    for locale, fallback in fallbacks.items():
        localized = []
        target = _target(locale) if project.rewrite_lang else None
        for source in sources:
            catalog = opened[source.file.domain, locale].catalog
            form = source.file.format
            with blamed(form, source.file.name):
                document = source.document
                if (more := addenda.get((source.file.domain, locale))) and isinstance(form, HoldsAddenda):
                    document = rendering.with_insertions(document, form, more)
                localized.append(rendering.render(document, catalog, form, fallback=fallback, target=target))
        written = all(one.ratio >= require for one in localized)
        for source, one in zip(sources, localized, strict=True):
            path = project.build_folder(locale) / source.file.built_name
            name = project.relative(path)
            try:
                content = _encode(project, source, one.text, locale)
            except SourceError as error:
                errors.append(error)
                continue
            change = Change(path=path, name=name, before=read_optional(path, name), after=content)
            documents.append(
                Rendered(locale=locale, name=name, rendering=one, change=change if written else None)
            )
    raise_all(errors)
    changes = changes_only(document.change for document in documents if document.change)
    if save:
        apply(changes)
    return RenderReport(documents=tuple(documents), changes=changes)


def _target(locale: str) -> Target:
    return Target(language=language_tag(locale), direction=text_direction(locale))


def _encode(project: Project, source: Source, text: str, locale: str) -> bytes:
    """Return the bytes of a localized text, in the encoding of its source unless `output_encoding` says other."""
    encoding = project.output_encoding or source.encoding
    if not encoding.startswith("utf"):
        text = text.removeprefix("\ufeff")
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        place = LineIndex(text).location(f"build/{locale}/{source.file.built_name}", error.start)
        raise SourceError(
            f"{text[error.start]!r} cannot be written in {encoding}, the encoding of {source.file.name}",
            where=str(place),
            hint='set output_encoding = "utf-8" in the configuration',
        ) from error
