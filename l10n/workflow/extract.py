"""`l10n extract`: sources in, templates and catalogs up to date; what translators wrote is never lost."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalog.catalog import Catalog, Message, MessageKey
from l10n.catalog.conservation import lost_remarks, lost_translations, removal_is_suspicious
from l10n.catalog.header import new_header
from l10n.catalog.merge import MergeReport, merge
from l10n.catalog.template import template
from l10n.errors import CatalogError, L10nError, raise_all
from l10n.formats import FindsProblems, Problem
from l10n.model import Document
from l10n.project import Project
from l10n.workflow.backups import loss_of, record
from l10n.workflow.catalogs import OpenCatalog, open_catalog, open_catalogs, open_lexicon, template_domains
from l10n.workflow.files import Change, apply, changes_only
from l10n.workflow.locking import one_writer
from l10n.workflow.notes import names_of, noted
from l10n.workflow.sources import Source, read_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What became of one catalog. `merged` is None for a template."""

    name: str
    locale: str | None
    merged: MergeReport | None
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractReport:
    """The sources read (with their repairs), the catalogs, every file that changes, and where earlier catalogs are
    kept whose translations are in none any more; old and new name of each source that seems to have been renamed.
    """

    sources: tuple[Source, ...]
    catalogs: tuple[Extracted, ...]
    changes: tuple[Change, ...]
    set_aside: tuple[Path, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()

    def problems(self) -> Iterable[Problem]:
        """Return what is broken in the sources, so that translators do not see all of it."""
        for source in self.sources:
            form: object = source.file.format
            if isinstance(form, FindsProblems):
                yield from form.problems(source.document.text, source.file.name)

    def repairs(self) -> Iterable[tuple[Source, Counter[str]]]:
        """Return each source that had to be repaired, with the number of repairs by rule."""
        for source in self.sources:
            if source.repaired.repairs:
                yield source, Counter(found.rule for found in source.repaired.repairs)


def extract(project: Project, *, allow_removal: bool = False, save: bool = True) -> ExtractReport:
    """Bring templates and catalogs in step with the sources, and return what changed.

    With `save=False` nothing is written. Raises L10nError, and writes nothing at all, when any source or
    catalog cannot be read, or when an update would lose a translation.
    """
    with one_writer(project.root, writes=save):
        return _extract(project, allow_removal=allow_removal, save=save)


def _extract(project: Project, *, allow_removal: bool, save: bool) -> ExtractReport:
    sources = read_sources(project)
    lexicon = open_lexicon(project)
    locales: tuple[str | None, ...] = (None, *project.locales)
    opened = open_catalogs(project, (source.file.domain for source in sources), locales)
    catalogs: list[Extracted] = []
    changes: list[Change] = []
    errors: list[L10nError] = []
    for source in sources:
        bare = template([source.document], source.file.domain)
        named = names_of(bare, lexicon, project.source_locale)
        if project.references == "line":
            bare = _with_lines(bare, source.document)
        for locale in locales:
            try:
                extracted, change = _update(
                    project,
                    [noted(message, locale, project, lexicon, named) for message in bare.live],
                    opened[source.file.domain, locale],
                    allow_removal=allow_removal,
                )
            except CatalogError as error:
                errors.append(error)
            else:
                catalogs.append(extracted)
                changes.append(change)
    raise_all(errors)
    changed = changes_only(changes)
    aside: tuple[Path, ...] = ()
    if save:
        apply(changed)
        states = [
            (catalog, change.after)
            for catalog, change in zip(opened.values(), changes, strict=True)
            if catalog.locale is not None
        ]
        aside = record(project, states, set_aside=allow_removal)
    return ExtractReport(
        sources=sources,
        catalogs=tuple(catalogs),
        changes=changed,
        set_aside=aside,
        renamed=_renamed(project, sources, opened),
    )


def _renamed(
    project: Project, sources: Sequence[Source], opened: Mapping[tuple[str, str | None], OpenCatalog]
) -> tuple[tuple[str, str], ...]:
    """Return old and new domain of each source that is new and has most of the texts of one that is gone."""
    texts = {
        source.file.domain: {(segment.msgctxt, segment.msgid) for segment in source.document.segments}
        for source in sources
        if opened[source.file.domain, None].content is None
    }
    known = {source.file.domain for source in sources}
    gone = [domain for domain in template_domains(project) if domain not in known] if texts else []
    found = []
    for old in gone:
        before = open_catalog(project, old, None).catalog.by_key().keys()
        for new, after in texts.items():
            if before and len(before & after) * 2 > min(len(before), len(after)):
                found.append((old, new))
                break
    return tuple(found)


def _with_lines(bare: Catalog, document: Document) -> Catalog:
    """Return the messages with the first line of each place they stand at in their references."""
    places: dict[MessageKey, dict[str, None]] = {}
    for segment in document.segments:
        place = f"{segment.location.path}:{segment.location.line}"
        places.setdefault((segment.msgctxt, segment.msgid), {})[place] = None
    messages = (replace(message, references=tuple(places[message.key])) for message in bare.messages)
    return replace(bare, messages=tuple(messages))


def _update(
    project: Project, wanted: Sequence[Message], catalog: OpenCatalog, *, allow_removal: bool
) -> tuple[Extracted, Change]:
    merged: MergeReport | None = None
    if catalog.locale is None:
        messages: Sequence[Message] = (_template_header(project, catalog), *wanted)
    else:
        if not allow_removal and (loss := loss_of(project, catalog)):
            raise CatalogError(
                loss.what,
                where=catalog.name,
                why=loss.why,
                hint=f"{loss.hint(catalog.name)}; or accept it with `l10n extract --allow-removal`",
            )
        old = catalog.catalog.messages
        if catalog.catalog.header is None:  # a new catalog, or one made by hand
            old = (_catalog_header(project, catalog.locale), *old)
        languages = (_language(project.source_locale), _language(catalog.locale))
        result = merge(old, wanted, languages)
        messages, merged = result.messages, result.report
        _guard(catalog, old, messages, allow_removal=allow_removal)
    change = catalog.saved(messages)
    changed = change.before != change.after
    return Extracted(name=catalog.name, locale=catalog.locale, merged=merged, changed=changed), change


def _language(locale: str) -> str:
    return locale.partition("_")[0]


def _guard(
    catalog: OpenCatalog, old: Sequence[Message], new: Sequence[Message], *, allow_removal: bool
) -> None:
    """Raise CatalogError when an update would lose translations, or retire suspiciously many of them."""
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
    if not allow_removal and removal_is_suspicious(old, new):
        raise CatalogError(
            "most of the translated messages would become obsolete",
            where=catalog.name,
            why="the source has lost most of its text since the last extract",
            hint="restore the source, or confirm with `l10n extract --allow-removal`",
        )


def _project_name(project: Project) -> str:
    return project.name or project.root.name


def _catalog_header(project: Project, locale: str) -> Message:
    from l10n.conventions.locales import language_name, plural_forms  # only a new catalog needs CLDR

    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M+0000")
    return new_header(
        locale=locale,
        language_name=language_name(locale),
        plural_forms=plural_forms(locale),
        project_name=_project_name(project),
        revision_date=now,
    )


def _template_header(project: Project, catalog: OpenCatalog) -> Message:
    """Return the header of the template: the one it has, else a new one. It carries no date, so no churn."""
    return catalog.catalog.header or new_header(locale=None, project_name=_project_name(project))
