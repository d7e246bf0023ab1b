"""`l10n extract`: sources in, templates and catalogs up to date; what translators wrote is never lost."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from l10n.catalog.catalog import Catalog, Message
from l10n.catalog.header import new_header
from l10n.catalog.merge import MergeReport, lost_translations, merge, removal_is_suspicious
from l10n.catalog.template import template
from l10n.checks.masking import masked
from l10n.errors import CatalogError, ConfigurationError, L10nError, raise_all
from l10n.names.consistency import names_in
from l10n.names.declension import Part, forms, parts_of
from l10n.names.entries import NameEntry
from l10n.names.lexicon import Lexicon
from l10n.names.occurrences import find
from l10n.project import Project
from l10n.workflow.catalogs import OpenCatalog, open_catalogs, open_lexicon
from l10n.workflow.files import Change, apply, changes_only
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
    """The sources read (with their repairs), the catalogs, and every file that changes."""

    sources: tuple[Source, ...]
    catalogs: tuple[Extracted, ...]
    changes: tuple[Change, ...]

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
    sources = read_sources(project)
    lexicon = open_lexicon(project)
    locales: tuple[str | None, ...] = (None, *project.locales)
    opened = open_catalogs(project, (source.file.domain for source in sources), locales)
    catalogs: list[Extracted] = []
    changes: list[Change] = []
    errors: list[L10nError] = []
    for source in sources:
        bare = template([source.document], source.file.domain)
        for locale in locales:
            try:
                extracted, change = _update(
                    project, bare, opened[source.file.domain, locale], lexicon, allow_removal=allow_removal
                )
            except CatalogError as error:
                errors.append(error)
            else:
                catalogs.append(extracted)
                changes.append(change)
    raise_all(errors)
    changed = changes_only(changes)
    if save:
        apply(changed)
    return ExtractReport(sources=sources, catalogs=tuple(catalogs), changes=changed)


def _update(
    project: Project, bare: Catalog, catalog: OpenCatalog, lexicon: Lexicon, *, allow_removal: bool
) -> tuple[Extracted, Change]:
    wanted = [
        _with_forms(
            _with_names(message, catalog.locale, lexicon, project.source_locale),
            catalog.locale,
            project.source_locale,
        )
        for message in bare.live
    ]
    merged: MergeReport | None = None
    if catalog.locale is None:
        messages: Sequence[Message] = (_template_header(project, catalog), *wanted)
    else:
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
    if not allow_removal and removal_is_suspicious(old, new):
        raise CatalogError(
            "most of the translated messages would become obsolete",
            where=catalog.name,
            why="the source has lost most of its text since the last extract",
            hint="restore the source, or confirm with `l10n extract --allow-removal`",
        )


def _with_names(message: Message, locale: str | None, lexicon: Lexicon, source_locale: str) -> Message:
    """Return the message with a comment that says how this locale writes the names in it."""
    ours = names_in(message.msgid, lexicon, source_locale)
    spelled: dict[str, str] = {}
    for found in find(message.msgid, lexicon) if ours else ():
        if found.entry in ours and found.entry not in spelled:
            written = message.msgid[found.start : found.end]
            spelled[found.entry] = (
                f"{written} → {_spelling(lexicon.entries[found.entry], found.part, locale)}"
            )
    if not spelled:
        return message
    comment = f"names: {'; '.join(spelled.values())}"
    return replace(message, extracted_comments=(*message.extracted_comments, comment))


def _with_forms(message: Message, locale: str | None, source_locale: str) -> Message:
    """Return the message with a comment that says how this locale writes the times and quantities in it."""
    if locale is None or _language(locale) == _language(source_locale):
        return message
    if not any(character.isdigit() for character in message.msgid):
        return message
    from l10n.conventions.forms import forms

    try:
        written = dict(forms(masked(message.msgid), source_locale, locale))
    except ConfigurationError:  # a locale CLDR does not know can still be translated into
        return message
    if not written:
        return message
    comment = f"forms: {'; '.join(f'{text} → {form}' for text, form in written.items())}"
    return replace(message, extracted_comments=(*message.extracted_comments, comment))


def _spelling(entry: NameEntry, part: Part, locale: str | None) -> str:
    """Return how a locale writes this part of a name, with what else it may write; the native form for none."""
    if locale is None:
        return entry.native
    known = entry.locales[locale]
    if part in parts_of(known.preferred, entry):
        preferred = forms(known.preferred, entry, locale, part).form
    else:
        preferred = known.preferred
    admitted = ", ".join(known.admitted) if part is Part.FULL else ""
    return f"{preferred} (or {admitted})" if admitted else preferred


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
