"""What `l10n extract` does with one document: its template and its catalogs brought in step with it, as values."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalog.catalog import Catalog, Message
from l10n.catalog.conservation import lost_remarks, lost_translations, removal_is_suspicious
from l10n.catalog.header import new_header
from l10n.catalog.template import new_texts, template
from l10n.errors import CatalogError, L10nError, flat
from l10n.formats import FindsProblems, Problem
from l10n.languages.tags import language_subtag
from l10n.model import Location
from l10n.names import Registry
from l10n.remembering import forget
from l10n.settings import SourceSettings
from l10n.workflow.per_document.translator_comments import names_by_text, with_comments
from l10n.workflow.store.catalogs import OpenCatalog, lexicon_of, open_aside, open_catalog
from l10n.workflow.store.decoding import is_empty
from l10n.workflow.store.files import Change, read_optional
from l10n.workflow.store.sources import SourceFile, SourceText, read_source_text, segments_of
from l10n.workflow.store.state.catalog_snapshots import Loss, loss_of
from l10n.workflow.store.state.restorations import was_put_back
from l10n.workflow.store.state.run_cache import digest_of

_PORTION = 1_000  # messages

if TYPE_CHECKING:
    from l10n.catalog.merge import MergeReport


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionRun:
    """What the documents of one run have in common; `snapshots` is where catalogs are kept as last known.

    A document with new texts `waits` until it is known where these may be found in the catalogs of others: then
    `places` is the index to ask (`text_places`).
    """

    settings: SourceSettings
    locales: tuple[str, ...]
    registry: Registry
    name_locales: tuple[str, ...]
    project_title: str
    snapshots: Path
    with_lines: bool = False
    allow_removal: bool = False
    waits: bool = False
    places: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What became of one catalog. `merged` is None for a template, `borrowed` how many translations of other documents
    it has for new texts; it `is_put_back` when git had set it back.
    """

    name: str
    locale: str | None
    merged: "MergeReport | None"
    changed: bool
    borrowed: int = 0
    is_put_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentUpdate:
    """What one document is made into: its catalogs (the template first), and what they become.

    `catalogs` and `states` go together; with `errors` there are none, for nothing of it may be written. `digest` is
    that of the source (`run_cache`), `refused` are those of catalogs that have lost translations. `reclaimed` are the
    catalogs that were set aside and have their place again; what `is_waiting` comes to its turn later.
    """

    file: SourceFile
    digest: str = ""
    problems: tuple[Problem, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)
    catalogs: tuple[Extracted, ...] = ()
    states: tuple[Change, ...] = ()
    errors: tuple[L10nError, ...] = ()
    refused: tuple[str, ...] = ()
    reclaimed: tuple[Path, ...] = ()
    is_waiting: bool = False


def update_document(run: ExtractionRun, file: SourceFile) -> DocumentUpdate:
    """Return what a document and its catalogs become; what cannot be read, or would be lost, is in its errors."""
    errors: list[L10nError] = []
    opened: list[OpenCatalog] = []
    found: _Found | None = None
    for locale in (None, *run.locales):
        try:
            opened.append(_opened(run, file, locale))
        except L10nError as error:
            errors.append(error)
    try:
        found = _find(run, file, opened)
    except L10nError as error:
        errors.insert(0, error)
    if errors:
        return DocumentUpdate(file=file, errors=flat(errors))
    if found is None:
        return DocumentUpdate(file=file, is_waiting=True)
    catalogs: list[Extracted] = []
    states: list[Change] = []
    refused: list[str] = []
    for catalog, wanted in zip(opened, found.wanted, strict=True):
        loss = _loss(run, wanted, catalog)
        if loss is not None and not loss.is_put_back:
            errors.append(_lost(loss, catalog))
            refused.append(digest_of(catalog.content))
            continue
        try:
            extracted, change = _updated(run, found, wanted, catalog)
        except CatalogError as error:
            errors.append(error)
        else:
            catalogs.append(replace(extracted, is_put_back=loss is not None))
            states.append(change)
    if errors:
        return DocumentUpdate(file=file, errors=flat(errors), refused=tuple(refused))
    return DocumentUpdate(
        file=file,
        digest=found.digest,
        problems=found.problems,
        repairs=found.repairs,
        catalogs=tuple(catalogs),
        states=tuple(states),
        reclaimed=tuple(_reclaimed(run, opened)),
    )


def _opened(run: ExtractionRun, file: SourceFile, locale: str | None) -> OpenCatalog:
    """Return the catalog, or the one that was set aside when its document or its locale was gone."""
    catalog = open_catalog(run.settings.paths, file.domain, locale)
    if locale is None or catalog.file is not None:
        return catalog
    return open_aside(run.settings.paths, file.domain, locale) or catalog


def _reclaimed(run: ExtractionRun, opened: Sequence[OpenCatalog]) -> Iterator[Path]:
    paths = run.settings.paths
    for catalog in opened:
        if catalog.locale is not None and catalog.file is not None and catalog.content is None:
            yield paths.inside(paths.aside_name(catalog.domain, catalog.locale))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a document says to its catalogs."""

    file: SourceFile
    digest: str
    problems: tuple[Problem, ...]
    repairs: Mapping[str, int]
    wanted: list[list[Message]]

    def is_put_back(self, run: ExtractionRun) -> bool:
        """Whether git has set the document back to a state it had, so that nobody has to ask where its texts are."""
        content = read_optional(self.file.path, self.file.name, most=run.settings.paths.most_bytes) or b""
        return was_put_back(run.settings.paths.root, self.file.path, content, is_in_step=True)


def _find(run: ExtractionRun, file: SourceFile, opened: Sequence[OpenCatalog]) -> _Found | None:
    """Return what a document says; None when it has to wait, for it says what its catalogs have never heard."""
    source = read_source_text(run.settings, file)
    digest = digest_of(source.content)
    bare = template(segments_of(run.settings, source), file.domain, with_lines=run.with_lines)
    catalogs = (catalog.catalog.messages for catalog in opened if catalog.locale is not None)
    if run.waits and any(True for messages in catalogs for _ in new_texts(bare.messages, messages)):
        return None
    problems = tuple(_problems(source))
    repairs = Counter(found.rule for found in source.repaired.repairs)
    del source  # the text of a large document is let go before its catalogs are written
    return _Found(
        file=file,
        digest=digest,
        problems=problems,
        repairs=dict(sorted(repairs.items())),
        wanted=_wanted(run, bare),
    )


def _problems(source: SourceText) -> Sequence[Problem]:
    if is_empty(source.original):
        place = Location(path=source.file.name, line=1, column=1)
        return (Problem(location=place, what="the document is empty", hint=""),)
    form: object = source.file.format
    return form.problems(source.repaired.text, source.file.name) if isinstance(form, FindsProblems) else ()


def _wanted(run: ExtractionRun, bare: Catalog) -> list[list[Message]]:
    """Return the messages that the template and the catalog of each locale should have."""
    source_locale, lexicon = run.settings.locale, lexicon_of(run.registry, run.name_locales)
    named = names_by_text(bare, lexicon, source_locale)
    locales = (None, *run.locales)
    wanted: list[list[Message]] = [[] for _ in locales]
    for number, message in enumerate(bare.messages):
        if number % _PORTION == 0:
            forget()  # what all locales ask about a text is remembered, but not for all texts of a large document
        for locale, messages in zip(locales, wanted, strict=True):
            messages.append(with_comments(message, locale, source_locale, lexicon, named))
    return wanted


def _loss(run: ExtractionRun, wanted: Sequence[Message], catalog: OpenCatalog) -> Loss | None:
    if catalog.locale is None or run.allow_removal:
        return None
    return loss_of(run.settings.paths.root, catalog, run.snapshots, {message.key for message in wanted})


def _lost(loss: Loss, catalog: OpenCatalog) -> CatalogError:
    return CatalogError(
        loss.what,
        where=catalog.name,
        why=loss.why,
        hint=f"{loss.hint(catalog.name)}; or accept it with `l10n extract --allow-removal`",
    )


def _updated(
    run: ExtractionRun, found: "_Found", wanted: Sequence[Message], catalog: OpenCatalog
) -> tuple[Extracted, Change]:
    from l10n.catalog.merge import merge  # an update in which nothing has changed merges nothing

    merged: MergeReport | None = None
    lent: Sequence[Message] = ()
    if catalog.locale is None:
        messages: Sequence[Message] = (_template_header(run.project_title, catalog), *wanted)
    else:
        old = catalog.catalog.messages
        if catalog.catalog.header is None:  # a new catalog, or one made by hand
            old = (_catalog_header(run.project_title, catalog.locale), *old)
        languages = (language_subtag(run.settings.locale), language_subtag(catalog.locale))
        result = merge(old, wanted, languages)
        if run.places is not None:
            from l10n.workflow.per_document.borrowing import Others  # only for new texts

            others = Others(paths=run.settings.paths, index=run.places, languages=languages)
            lent = others.lend(catalog, wanted, result)
            result = merge((*old, *lent), wanted, languages) if lent else result
        messages = result.messages
        merged = replace(result.report, revived=result.report.revived - len(lent))
        _guard(catalog, old, messages)
        if not run.allow_removal and removal_is_suspicious(old, messages) and not found.is_put_back(run):
            raise CatalogError(
                "most of the translated messages would become obsolete",
                where=catalog.name,
                why="the source has lost most of its text since the last extract",
                hint="restore the source, or confirm with `l10n extract --allow-removal`",
            )
    change = catalog.saved(messages)
    changed = change.before != change.after
    return Extracted(
        name=catalog.name, locale=catalog.locale, merged=merged, changed=changed, borrowed=len(lent)
    ), change


def _guard(catalog: OpenCatalog, old: Sequence[Message], new: Sequence[Message]) -> None:
    """Raise CatalogError when an update would lose translations."""
    if lost := lost_translations(old, new):
        raise CatalogError(
            f"the update would lose {len(lost)} translations, so it was not made",
            where=f"{catalog.name}:{lost[0].line}",
            why="this is a bug of l10n",
            hint="please report it with the catalog and the source",
        )
    if missing := lost_remarks(old, new):
        raise CatalogError(
            f"the update would lose {missing[0][:80]}, so it was not made",
            where=catalog.name,
            why="this is a bug of l10n",
            hint="please report it with the catalog and the source",
        )


def _catalog_header(project_title: str, locale: str) -> Message:
    from l10n.languages.cldr import language_name, plural_forms  # only a new catalog needs CLDR

    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M+0000")
    return new_header(
        locale=locale,
        language_name=language_name(locale),
        plural_forms=plural_forms(locale),
        project_name=project_title,
        revision_date=now,
    )


def _template_header(project_title: str, catalog: OpenCatalog) -> Message:
    """Return the header of the template: the one it has, else a new one. It carries no date, so no churn."""
    return catalog.catalog.header or new_header(locale=None, project_name=project_title)
