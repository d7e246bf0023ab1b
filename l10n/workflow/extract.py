"""`l10n extract`: sources in, templates and catalogs up to date; what translators wrote is never lost."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from l10n.catalog.catalog import MessageKey
from l10n.errors import L10nError
from l10n.formats import Problem
from l10n.model import Location
from l10n.project import Project
from l10n.settings import ProjectPaths
from l10n.workflow.per_document.extraction import DocumentUpdate, Extracted, ExtractionRun, update_document
from l10n.workflow.per_document.map_documents import IN_THIS_PROCESS, RunOptions, in_batches, over_documents
from l10n.workflow.store.catalogs import has_catalogs, open_catalog, open_registry, template_domains
from l10n.workflow.store.directories import remove
from l10n.workflow.store.files import Change, apply_groups, changes_only
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.sources import SourceFile, find_sources
from l10n.workflow.store.state.catalog_snapshots import Saved, note_project, record, snapshots_folder
from l10n.workflow.store.state.gone_catalogs import GoneCatalog, gone_catalogs, set_aside
from l10n.workflow.store.state.restorations import note_agreed, note_refused
from l10n.workflow.store.state.run_cache import RunCache, digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedDocument:
    """What became of one document: its catalogs that changed, what is broken in it so that translators do not see all
    of it, and how many repairs it needed, by rule.
    """

    name: str
    catalogs: tuple[Extracted, ...] = ()
    problems: tuple[Problem, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractReport:
    """What became of each document; the names of the files `written`, or the `changes` that were not saved.

    `digests` stand for the contents of the written files. `set_aside` are earlier catalogs that have translations which
    are in none any more, `renamed` the old and new name of each source that seems to have been renamed. Of a document
    with an error nothing was written.
    """

    documents: tuple[ExtractedDocument, ...]
    written: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    set_aside: tuple[Path, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    errors: tuple[L10nError, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftCatalogs:
    """The catalogs whose document or locale is gone, and those of them that were set aside or removed, or would be."""

    gone: tuple[GoneCatalog, ...]
    pruned: tuple[GoneCatalog, ...] = ()


def extract(
    project: Project, *, allow_removal: bool = False, options: RunOptions = IN_THIS_PROCESS
) -> ExtractReport:
    """Bring templates and catalogs in step with the sources, and return what changed.

    A document, its template and its catalogs are one: what is broken or would be lost in one of them is an error of
    the report, and nothing of that document is written; the others are. When `options` does not save nothing is
    written at all. Documents that have not changed since the last run are passed over. Raises L10nError for
    what stops everything: no source, a broken registry.
    """
    with one_writer(project.root, writes=options.save):
        run = ExtractionRun(
            settings=project.source_settings,
            locales=project.locales,
            registry=open_registry(project),
            name_locales=project.name_locales,
            project_title=project.title,
            snapshots=snapshots_folder(project.root),
            with_lines=project.references == "line",
            allow_removal=allow_removal,
        )
        circumstances = (repr(project), repr(run.registry))
        cache = RunCache(project.root, "extract", circumstances, use=options.use_cache)
        return _Extraction(run, cache, options).report()


def left_catalogs(
    project: Project, *, renamed: Collection[str] = (), prune: bool = False, save: bool = True
) -> LeftCatalogs:
    """Return the catalogs that belong to no document and locale any more; with `prune` they are set aside.

    `renamed` are domains that another source seems to have taken over: they are left to `migrate`. A catalog without
    translations is removed. Without `save` nothing is touched. Raises FileError when the disk refuses.
    """
    with one_writer(project.root, writes=prune and save):
        domains = {file.domain for file in find_sources(project.source_settings)}
        gone = gone_catalogs(project.paths, domains | set(renamed), project.locales)
        pruned = tuple(one for one in gone if not one.obstacle) if prune else ()
        if save:
            set_aside(project.paths, pruned)
    return LeftCatalogs(gone=gone, pruned=pruned)


class _Extraction:
    """One run over all documents; what it keeps of each is small."""

    def __init__(self, run: ExtractionRun, cache: RunCache, options: RunOptions) -> None:
        self._run, self._cache, self._options = run, cache, options
        self._paths, self._on_progress = run.settings.paths, options.on_progress
        self._documents: dict[str, ExtractedDocument] = {}
        self._errors: dict[str, tuple[L10nError, ...]] = {}
        self._written: dict[str, str] = {}
        self._changes: list[Change] = []
        self._aside: list[Path] = []
        self._refused: list[str] = []
        self._new: dict[str, Change | None] = {}  # templates of documents that had none; None: it is saved

    def report(self) -> ExtractReport:
        """Go over all documents."""
        files = find_sources(self._run.settings)
        changed = [file for file in files if not self._is_known(file)]
        known = len(files) - len(changed)
        run = replace(self._run, waits=bool(changed) and self._has_others(files))
        is_done = False
        try:
            waiting = self._update(run, changed, known=known)
            if waiting:  # where others have what is new to these
                places = self._places()
                self._options = replace(self._options, on_progress=self._progress_again)
                self._update(
                    replace(run, waits=False, places=places), waiting, known=len(files) - len(waiting)
                )
            is_done = True
        finally:  # whoever interrupts a long run goes on from there
            if self._options.save:
                note_refused(self._paths.root, self._refused)
                note_project(self._paths.root, is_clean=is_done and not self._errors)
                self._cache.save()
        names = [file.domain for file in files]
        return ExtractReport(
            documents=tuple(self._documents[name] for name in names if name in self._documents),
            written=tuple(self._written),
            changes=tuple(self._changes),
            set_aside=tuple(self._aside),
            renamed=_renamed(self._paths, names, self._new),
            errors=tuple(error for name in names for error in self._errors.get(name, ())),
            digests=self._written,
        )

    def _update(self, run: ExtractionRun, files: Sequence[SourceFile], *, known: int) -> list[SourceFile]:
        """Bring some documents up to date, and return those that have to wait."""
        waiting: list[SourceFile] = []
        for some in in_batches(over_documents(update_document, run, files, self._options, known=known)):
            updates = [_failed(file, one) if isinstance(one, L10nError) else one for file, one in some]
            waiting += (one.file for one in updates if one.is_waiting)
            self._take([one for one in updates if not one.is_waiting])
        return waiting

    def _progress_again(self, done: int, total: int, _current: str) -> None:
        """Tell how far it is with the documents that waited; each has been named already."""
        self._on_progress(done, total, "")

    def _has_others(self, files: Sequence[SourceFile]) -> bool:
        """Whether there is any catalog that another document could have a text from."""
        if len(files) == 1 and not set(template_domains(self._paths)) - {files[0].domain}:
            return (self._paths.locales_folder / ".gone").is_dir()
        return has_catalogs(self._paths, self._run.locales)

    def _places(self) -> Path | None:
        from l10n.workflow.store.state.text_places import bring_up_to_date  # SQLite: only for new texts

        return bring_up_to_date(self._paths, self._run.locales)

    def _is_known(self, file: SourceFile) -> bool:
        """Take what the cache has of a document that has not changed; return whether it has anything."""
        answer = self._cache.get(file.domain, _names(self._run, file))
        if answer is not None:
            self._documents[file.domain] = _document_from(file, answer)
        return answer is not None

    def _take(self, updates: Sequence[DocumentUpdate]) -> None:
        """Write what some documents become, and keep what is to be reported of them."""
        good = [self._noted(one) for one in updates if not one.errors]
        self._errors |= {one.file.domain: one.errors for one in updates if one.errors}
        self._refused += (digest for one in updates for digest in one.refused)
        if self._options.save:
            good = self._saved(good)
            states = [
                Saved(
                    domain=one.file.domain,
                    locale=catalog.locale,
                    before=state.before,
                    after=state.after,
                    is_put_back=catalog.is_put_back,
                )
                for one in good
                for catalog, state in zip(one.catalogs, one.states, strict=True)
                if catalog.locale is not None
            ]
            self._aside += record(self._paths.root, states, set_aside=self._run.allow_removal)
            if self._run.allow_removal:
                note_agreed(self._paths.root, (digest_of(state.before) for state in states))
        else:
            self._changes += changes_only(state for one in good for state in one.states)
        for one in good:
            template = one.states[0]
            if template.before is None:
                self._new[one.file.domain] = None if self._options.save else template
            if self._options.save or not changes_only(one.states):
                digests = {one.file.name: one.digest} | {
                    state.name: digest_of(state.after) for state in one.states
                }
                answer = _as_answer(self._documents[one.file.domain])
                self._cache.put(one.file.domain, digests, answer)

    def _noted(self, one: DocumentUpdate) -> DocumentUpdate:
        self._documents[one.file.domain] = ExtractedDocument(
            name=one.file.name,
            catalogs=tuple(catalog for catalog in one.catalogs if catalog.changed),
            problems=one.problems,
            repairs=one.repairs,
        )
        return one

    def _saved(self, updates: Sequence[DocumentUpdate]) -> list[DocumentUpdate]:
        """Write some documents, and return those that could be written."""
        groups = [changes_only(one.states) for one in updates]
        written = []
        for one, changes, error in zip(updates, groups, apply_groups(groups), strict=True):
            if error is None:
                self._written |= {change.name: digest_of(change.after) for change in changes}
                written.append(one)
                remove(one.reclaimed, one.file.name)
            else:
                self._errors[one.file.domain] = (error,)
                del self._documents[one.file.domain]
        return written


def _failed(file: SourceFile, error: L10nError) -> DocumentUpdate:
    return DocumentUpdate(file=file, errors=(error,))


def _names(run: ExtractionRun, file: SourceFile) -> Iterator[str]:
    """Yield the names of all files that an update of a document reads and writes."""
    yield file.name
    yield run.settings.paths.template_name(file.domain)
    for locale in run.locales:
        yield run.settings.paths.catalog_name(file.domain, locale)


def _as_answer(document: ExtractedDocument) -> dict[str, Any]:
    """Return what is to be reported of a document each time, though nothing in it has changed, as plain JSON."""
    problems = [
        [found.location.path, found.location.line, found.location.column, found.what, found.hint]
        for found in document.problems
    ]
    return {"problems": problems, "repairs": document.repairs}


def _document_from(file: SourceFile, answer: Mapping[str, Any]) -> ExtractedDocument:
    problems = (
        Problem(location=Location(path=path, line=line, column=column), what=what, hint=hint)
        for path, line, column, what, hint in answer["problems"]
    )
    return ExtractedDocument(name=file.name, problems=tuple(problems), repairs=answer["repairs"])


def _renamed(
    paths: ProjectPaths, known: Iterable[str], new: Mapping[str, Change | None]
) -> tuple[tuple[str, str], ...]:
    """Return old and new domain of each source that is new and has most of the texts of one that is gone."""
    gone = sorted(set(template_domains(paths)) - set(known)) if new else []
    texts = {domain: _texts(paths, domain, change) for domain, change in new.items()} if gone else {}
    found = []
    for old in gone:
        before = _texts(paths, old, None)
        for domain, after in texts.items():
            if before and len(before & after) * 2 > min(len(before), len(after)):
                found.append((old, domain))
                break
    return tuple(found)


def _texts(paths: ProjectPaths, domain: str, change: Change | None) -> Set[MessageKey]:
    """Return the texts of a template: those it would have after a change, or those it has."""
    if change is None:
        return open_catalog(paths, domain, None).catalog.by_key().keys()
    from l10n.catalog import pofile

    return pofile.read(change.after, change.name).catalog(None, domain).by_key().keys()
