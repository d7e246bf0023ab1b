"""`l10n render`: write the localized version of every document."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from l10n.errors import L10nError
from l10n.languages.notices import outdated_notice
from l10n.project import Project
from l10n.rendering import Coverage, Fallback
from l10n.workflow.per_document.localization import Localized, Localizing, localize
from l10n.workflow.per_document.map_documents import IN_THIS_PROCESS, Running, in_batches, over_documents
from l10n.workflow.store.addenda import addenda_of, refuse_lost_addenda
from l10n.workflow.store.files import Change, apply_groups, changes_only
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.run_cache import Remembered
from l10n.workflow.store.sources import SourceFile, find_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """One localized document; `is_refused` when it was not written because too little is translated."""

    locale: str
    name: str
    coverage: Coverage
    is_refused: bool = False


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
    running: Running = IN_THIS_PROCESS,
) -> RenderReport:
    """Write `build/<locale>/…` for the chosen locales (None: all) and return what was written.

    `fallback` says what stands where there is no confirmed translation. `require` is a ratio 0…1: a locale in which
    any document is translated for less gets no file at all. When `running` does not save nothing is written. What
    cannot be read is an error of the report; the other documents are written. Raises L10nError for what stops
    everything.
    """
    given = fallback or Fallback()
    fallbacks = {
        locale: replace(given, notice=outdated_notice(locale)) if given.marked else given
        for locale in project.chosen_locales(locales)
    }
    with one_writer(project.root, writes=running.save):
        files = find_sources(project)
        refuse_lost_addenda(project, [file.name for file in files])
        localizing = Localizing(project=project, fallbacks=fallbacks)
        return _Rendering(localizing, files, running, require=require).report()


class _Rendering:
    """One run over all documents; what it keeps of each is small."""

    def __init__(
        self, localizing: Localizing, files: Sequence[SourceFile], running: Running, *, require: float
    ) -> None:
        self._localizing, self._project, self._files = localizing, localizing.project, files
        self._require, self._running = require, running
        self._remembered = Remembered(
            self._project,
            "render",
            (repr(self._project), *map(repr, localizing.fallbacks.values())),
            variant=tuple(localizing.fallbacks),
            use=running.use_cache,
        )
        self._found: dict[tuple[str, str], Rendered] = {}
        self._errors: dict[str, tuple[L10nError, ...]] = {}
        self._written: list[str] = []
        self._changes: list[Change] = []

    def report(self) -> RenderReport:
        """Go over all documents; twice, when all of a locale have to be looked at before any may be written."""
        changed = [file for file in self._files if not self._is_known(file)]
        refused = self._incomplete(changed) if self._require else frozenset()
        for some in in_batches(self._localized(changed)):
            self._take(some, refused)
        if self._running.save:
            self._remembered.save()
        names = [file.domain for file in self._files]
        rows = (self._found.get((locale, name)) for locale in self._localizing.fallbacks for name in names)
        return RenderReport(
            documents=tuple(
                replace(row, is_refused=True) if row.locale in refused else row for row in rows if row
            ),
            written=tuple(self._written),
            changes=tuple(self._changes),
            errors=tuple(error for name in names for error in self._errors.get(name, ())),
        )

    def _is_known(self, file: SourceFile) -> bool:
        """Take what is remembered of a document that has not changed; tell whether there is anything."""
        answer = self._remembered.recall(file.domain, self._names(file))
        for locale, coverage in (answer or {}).items():
            self._note(file, locale, Coverage(**coverage))
        return answer is not None

    def _names(self, file: SourceFile) -> Iterator[str]:
        """Yield the names of all files that the versions of a document are made of, and their own."""
        yield file.name
        built = file.built_name
        for locale in self._localizing.fallbacks:
            yield self._project.catalog_name(file.domain, locale)
            yield self._project.localized_name(built, locale)
        yield from addenda_of(self._project, file.name)

    def _localized(self, files: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, tuple[Localized, ...]]]:
        """Yield each document with its localized versions; the errors of one with errors are kept."""
        known = len(self._files) - len(files)
        for file, result in over_documents(localize, self._localizing, files, self._running, known=known):
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
            return frozenset(self._localizing.fallbacks)
        return frozenset(one.locale for one in self._found.values() if one.coverage.ratio < self._require)

    def _take(
        self, some: Sequence[tuple[SourceFile, tuple[Localized, ...]]], refused: Collection[str]
    ) -> None:
        """Write the versions of some documents, and keep what is to be told of them."""
        wanted = [[one for one in versions if one.locale not in refused] for _, versions in some]
        groups = [changes_only(one.change for one in versions) for versions in wanted]
        refusals = apply_groups(groups) if self._running.save else [None] * len(groups)
        for (file, versions), kept, changes, error in zip(some, wanted, groups, refusals, strict=True):
            if error is not None:
                self._errors[file.domain] = (error,)
                continue
            for one in versions:
                self._note(file, one.locale, one.coverage)
            if self._running.save:
                self._written += (change.name for change in changes)
            else:
                self._changes += changes
            if len(kept) == len(versions) and (self._running.save or not changes):
                digests = {name: digest for one in versions for name, digest in one.digests.items()}
                answer = {one.locale: asdict(one.coverage) for one in versions}
                self._remembered.remember(file.domain, digests, answer)

    def _note(self, file: SourceFile, locale: str, coverage: Coverage) -> None:
        name = self._project.localized_name(file.built_name, locale)
        self._found[locale, file.domain] = Rendered(locale=locale, name=name, coverage=coverage)
