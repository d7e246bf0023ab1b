"""`l10n render`: write the localized version of every document."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from l10n.errors import L10nError
from l10n.languages.notices import outdated_notice
from l10n.project import Project
from l10n.rendering import Coverage, Fallback
from l10n.workflow.per_document.localization import LocalizationRun, LocalizedVersion, localize_document
from l10n.workflow.per_document.map_documents import IN_THIS_PROCESS, RunOptions, in_batches, over_documents
from l10n.workflow.store.addenda import addenda_of, refuse_lost_addenda
from l10n.workflow.store.decoding import is_empty
from l10n.workflow.store.files import Change, apply_groups, changes_only
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.sources import SourceFile, find_sources, read_text
from l10n.workflow.store.state.results import (
    GoneResult,
    gone_results,
    record_results,
    recorded_results,
    remove_results,
)
from l10n.workflow.store.state.run_cache import RunCache, digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """One localized document; `is_refused` when it was not written because too little is translated, `is_empty` when
    there is nothing in its source.
    """

    locale: str
    name: str
    coverage: Coverage
    is_refused: bool = False
    is_empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftResults:
    """The results whose document or locale is gone, and the names of those that were removed, or would be."""

    gone: tuple[GoneResult, ...]
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderReport:
    """Every localized document, by locale; the names of the files `written`, or the `changes` that were not saved.

    Of a document with an error nothing was written.
    """

    documents: tuple[Rendered, ...]
    written: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    errors: tuple[L10nError, ...] = ()

    @property
    def refused(self) -> tuple[Rendered, ...]:
        """The documents that were not written."""
        return tuple(document for document in self.documents if document.is_refused)


def render(
    project: Project,
    locales: list[str] | None = None,
    *,
    require: float = 0.0,
    fallback: Fallback | None = None,
    options: RunOptions = IN_THIS_PROCESS,
) -> RenderReport:
    """Write `build/<locale>/…` for the chosen locales (None: all) and return what was written.

    `fallback` says what stands where there is no confirmed translation. `require` is a ratio 0…1: a locale in which
    any document is translated for less gets no file at all. When `options` does not save nothing is written. What
    cannot be read is an error of the report; the other documents are written. Raises L10nError for what stops
    everything.
    """
    given = fallback or Fallback()
    fallbacks = {
        locale: replace(given, notice=outdated_notice(locale)) if given.marked else given
        for locale in project.chosen_locales(locales)
    }
    with one_writer(project.root, writes=options.save):
        files = find_sources(project.source_settings)
        refuse_lost_addenda(project.source_settings, [file.name for file in files], project.locales)
        run = LocalizationRun(
            settings=project.source_settings,
            fallbacks=fallbacks,
            rewrites_language=project.rewrite_lang,
            output_encoding=project.output_encoding,
        )
        cache = RunCache(
            project.root,
            "render",
            (repr(project), *map(repr, fallbacks.values())),
            variant=tuple(fallbacks),
            use=options.use_cache,
        )
        return _Rendering(run, files, cache, options, require=require).report()


def left_results(project: Project, *, prune: bool = False, save: bool = True) -> LeftResults:
    """Return the results that no document makes any more; with `prune` those that are ours are removed.

    Ours is what `render` has written, as it wrote it. Without `save` nothing is removed. Raises FileError when the disk
    refuses.
    """
    paths = project.paths
    with one_writer(project.root, writes=prune and save):
        names = [file.built_name for file in find_sources(project.source_settings)]
        wanted = {paths.localized_name(name, locale) for name in names for locale in project.locales}
        recorded = recorded_results(project.root)
        gone = gone_results(paths, recorded, wanted)
        removed = tuple(one.name for one in gone if one.is_ours) if prune else ()
        if removed and save:
            remove_results(paths, removed)
            left = {one.name for one in gone}.difference(removed) | wanted
            record_results(project.root, {name: recorded[name] for name in recorded if name in left})
    return LeftResults(gone=gone, removed=removed)


class _Rendering:
    """One run over all documents; what it keeps of each is small."""

    def __init__(
        self,
        run: LocalizationRun,
        files: Sequence[SourceFile],
        cache: RunCache,
        options: RunOptions,
        *,
        require: float,
    ) -> None:
        self._run, self._files, self._cache, self._options = run, files, cache, options
        self._paths, self._require = run.settings.paths, require
        self._found: dict[tuple[str, str], Rendered] = {}
        self._errors: dict[str, tuple[L10nError, ...]] = {}
        self._written: list[str] = []
        self._changes: list[Change] = []
        self._results: dict[str, str] = {}

    def report(self) -> RenderReport:
        """Go over all documents; twice, when all of a locale have to be known before any may be written."""
        changed = [file for file in self._files if not self._is_known(file)]
        refused = self._incomplete(changed) if self._require else frozenset()
        for some in in_batches(self._localized(changed)):
            self._take(some, refused)
        if self._options.save:
            self._cache.save()
            if self._results:
                record_results(self._paths.root, recorded_results(self._paths.root) | self._results)
        names = [file.domain for file in self._files]
        rows = (self._found.get((locale, name)) for locale in self._run.fallbacks for name in names)
        return RenderReport(
            documents=tuple(
                replace(row, is_refused=True) if row.locale in refused else row for row in rows if row
            ),
            written=tuple(self._written),
            changes=tuple(self._changes),
            errors=tuple(error for name in names for error in self._errors.get(name, ())),
        )

    def _is_known(self, file: SourceFile) -> bool:
        """Take what the cache has of a document that has not changed; return whether it has anything."""
        answer = self._cache.get(file.domain, self._names(file))
        for locale, coverage in (answer or {}).items():
            self._note(file, locale, Coverage(**coverage))
        return answer is not None

    def _names(self, file: SourceFile) -> Iterator[str]:
        """Yield the names of all files that the versions of a document are made of, and their own."""
        yield file.name
        built = file.built_name
        for locale in self._run.fallbacks:
            yield self._paths.catalog_name(file.domain, locale)
            yield self._paths.localized_name(built, locale)
        yield from addenda_of(self._run.settings, file.name)

    def _localized(
        self, files: Sequence[SourceFile]
    ) -> Iterator[tuple[SourceFile, tuple[LocalizedVersion, ...]]]:
        """Yield each document with its localized versions; the errors of one with errors are kept."""
        known = len(self._files) - len(files)
        for file, result in over_documents(localize_document, self._run, files, self._options, known=known):
            if isinstance(result, L10nError):
                self._errors[file.domain] = (result,)
            elif result.errors:
                self._errors[file.domain] = result.errors
            else:
                yield file, result.versions

    def _incomplete(self, files: Sequence[SourceFile]) -> frozenset[str]:
        """Return the locales of which a document is translated for too little, or cannot be told."""
        for file, versions in self._localized(files):
            for one in versions:
                self._note(file, one.locale, one.coverage)
        if self._errors:
            return frozenset(self._run.fallbacks)
        return frozenset(one.locale for one in self._found.values() if one.coverage.ratio < self._require)

    def _take(
        self, some: Sequence[tuple[SourceFile, tuple[LocalizedVersion, ...]]], refused: Collection[str]
    ) -> None:
        """Write the versions of some documents, and keep what is to be reported of them."""
        wanted = [[one for one in versions if one.locale not in refused] for _, versions in some]
        groups = [changes_only(one.change for one in versions) for versions in wanted]
        refusals = apply_groups(groups) if self._options.save else [None] * len(groups)
        for (file, versions), kept, changes, error in zip(some, wanted, groups, refusals, strict=True):
            if error is not None:
                self._errors[file.domain] = (error,)
                continue
            for one in versions:
                self._note(file, one.locale, one.coverage)
            if self._options.save:
                self._written += (change.name for change in changes)
                self._results |= {one.change.name: digest_of(one.change.after) for one in kept}
            else:
                self._changes += changes
            if len(kept) == len(versions) and (self._options.save or not changes):
                digests = {name: digest for one in versions for name, digest in one.digests.items()}
                answer = {one.locale: asdict(one.coverage) for one in versions}
                self._cache.put(file.domain, digests, answer)

    def _note(self, file: SourceFile, locale: str, coverage: Coverage) -> None:
        name = self._paths.localized_name(file.built_name, locale)
        has_texts = bool(coverage.translated or coverage.untranslated or coverage.outdated)
        self._found[locale, file.domain] = Rendered(
            locale=locale,
            name=name,
            coverage=coverage,
            is_empty=not has_texts and is_empty(read_text(self._run.settings, file)[1]),
        )
