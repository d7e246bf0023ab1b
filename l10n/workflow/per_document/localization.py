"""What `l10n render` does with one document: its localized versions, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

from l10n import rendering
from l10n.errors import L10nError, SourceError, flat
from l10n.formats import DeclaresEncoding, HoldsAddenda, blamed
from l10n.model import LineIndex
from l10n.rendering import Coverage, Fallback, Insertion, Rendering, Target
from l10n.settings import SourceSettings
from l10n.workflow.store.addenda import contents_of_addenda, read_addenda
from l10n.workflow.store.catalogs import open_catalog
from l10n.workflow.store.files import Change, read_optional
from l10n.workflow.store.sources import Source, SourceFile, read_source
from l10n.workflow.store.state.run_cache import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalizationRun:
    """What the documents of one run have in common: the locales, with what stands where nothing is translated."""

    settings: SourceSettings
    fallbacks: Mapping[str, Fallback]
    rewrites_language: bool = True
    output_encoding: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalizedVersion:
    """One document in one locale: what it covers, the change of its file, and the digests of the files it is made of
    (`run_cache`), its own among them."""

    locale: str
    coverage: Coverage
    change: Change
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalizedDocument:
    """A document in every locale, in their order, or all that is in the way of it."""

    versions: tuple[LocalizedVersion, ...] = ()
    errors: tuple[L10nError, ...] = ()


def localize_document(run: LocalizationRun, file: SourceFile) -> LocalizedDocument:
    """Return a document in every locale, or what is in the way of it."""
    try:
        source = read_source(run.settings, file)
        addenda = read_addenda(run.settings, source)
    except L10nError as error:
        return LocalizedDocument(errors=flat([error]))
    localized: list[LocalizedVersion] = []
    errors: list[L10nError] = []
    for locale, fallback in run.fallbacks.items():
        try:
            localized.append(_localized(run, source, locale, fallback, addenda.get(locale, ())))
        except L10nError as error:
            errors.append(error)
    return LocalizedDocument(errors=flat(errors)) if errors else LocalizedDocument(versions=tuple(localized))


def _localized(
    run: LocalizationRun, source: Source, locale: str, fallback: Fallback, addenda: tuple[Insertion, ...]
) -> LocalizedVersion:
    from l10n.languages.cldr import language_tag, text_direction  # CLDR is slow to import

    catalog = open_catalog(run.settings.paths, source.file.domain, locale)
    form, document = source.file.format, source.document
    target = Target(language=language_tag(locale), direction=text_direction(locale))
    with blamed(form, source.file.name):
        if addenda and isinstance(form, HoldsAddenda):
            document = rendering.with_insertions(document, form, addenda)
        found = rendering.render(
            document,
            catalog.catalog,
            form,
            fallback=fallback,
            target=target if run.rewrites_language else None,
        )
    beside = contents_of_addenda(run.settings, source.file.name)
    name = run.settings.paths.localized_name(source.file.built_name, locale)
    path = run.settings.paths.inside(name)
    content = _encode(run, source, found, name)
    read = {source.file.name: source.content, catalog.name: catalog.content, name: content, **beside}
    return LocalizedVersion(
        locale=locale,
        coverage=found.coverage,
        change=Change(path=path, name=name, before=read_optional(path, name), after=content),
        digests={name: digest_of(content) for name, content in read.items()},
    )


def _encode(run: LocalizationRun, source: Source, found: Rendering, name: str) -> bytes:
    """Return the bytes of a localized text, in the encoding of its source unless `output_encoding` says other."""
    encoding, text = run.output_encoding or source.encoding, found.text
    form: object = source.file.format
    if not encoding.startswith("utf"):
        text = text.removeprefix("\ufeff")
    if isinstance(form, DeclaresEncoding):
        if encoding != source.encoding:
            text = form.redeclared(text, encoding)
        return text.encode(encoding, "xmlcharrefreplace")
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise SourceError(
            f"{text[error.start]!r} cannot be written in {encoding}, the encoding of {source.file.name}",
            where=str(LineIndex(text).location(name, error.start)),
            hint='set output_encoding = "utf-8" in the configuration',
        ) from error
