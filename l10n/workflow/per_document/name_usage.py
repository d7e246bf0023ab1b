"""What `l10n names audit` does with one document: how it spells names, packed: small to send and to remember."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from l10n.errors import L10nError
from l10n.model import Location
from l10n.names import (
    SOURCE_COLUMN,
    MentionRecord,
    NameUse,
    OccurrenceCount,
    Registry,
    SpellingCount,
    UseStatus,
    count_mentions,
    find_mentions,
    name_uses,
)
from l10n.settings import SourceSettings
from l10n.workflow.per_document.open_project import open_documents
from l10n.workflow.per_document.packing import packed, unpacked
from l10n.workflow.store.addenda import addenda_of, contents_of_addenda
from l10n.workflow.store.catalogs import lexicon_of
from l10n.workflow.store.sources import SourceFile
from l10n.workflow.store.state.run_cache import digest_of

# entry, column, spelling, status, count, and the place of the first: line and column
_PlainUse = tuple[str, str, str, str, int, int | None, int | None]
# line and column, answers by locale, behind_preposition, quoted
_PlainRecord = tuple[int | None, int | None, Mapping[str, str], bool, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRun:
    """What the documents of one run have in common."""

    settings: SourceSettings
    registry: Registry
    name_locales: tuple[str, ...]
    locales: tuple[str, ...]

    def names_of_files(self, file: SourceFile) -> Iterator[str]:
        """Yield the names of all files that the audit of a document reads."""
        yield file.name
        yield from (self.settings.paths.catalog_name(file.domain, locale) for locale in self.locales)
        yield from addenda_of(self.settings, file.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNameUsage:
    """How one document spells names: the registered ones and others, as `unpack_usage` reads it.

    `digests` are those of all files it depends on (`run_cache`), `errors` what of it cannot be read.
    """

    packed: str
    errors: tuple[L10nError, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)


def name_usage_of(run: AuditRun, file: SourceFile) -> DocumentNameUsage:
    """Return how a document and its catalogs spell names; what cannot be read is in its errors."""
    lexicon = lexicon_of(run.registry, run.name_locales)
    opened = open_documents(run.settings, [file], run.locales, lexicon)
    passages, locale = opened.passages(), run.settings.locale
    uses = [_plain_use(use, found) for use, found in name_uses(passages, locale, lexicon).items()]
    counts = count_mentions(
        mention for passage in passages for mention in find_mentions(passage, locale, lexicon)
    )
    others = {
        spelling: (found.count, [_plain_record(one) for one in found.records])
        for spelling, found in counts.items()
    }
    read = {
        **{source.file.name: source.content for source in opened.sources.values()},
        **{catalog.name: catalog.content for catalog in opened.catalogs.values()},
        **contents_of_addenda(run.settings, file.name),
    }
    return DocumentNameUsage(
        packed=packed((uses, others)),
        errors=opened.errors,
        digests={name: digest_of(content) for name, content in read.items()},
    )


def unpack_usage(
    run: AuditRun, file: SourceFile, usage: str
) -> tuple[dict[NameUse, OccurrenceCount], dict[str, SpellingCount]]:
    """Return the uses of registered names in a document, and what it tells of others, by spelling."""
    plain_uses, plain_others = unpacked(usage)
    uses: dict[NameUse, OccurrenceCount] = {}
    for entry, column, spelling, status, count, line, place in plain_uses:
        path = file.name if column == SOURCE_COLUMN else run.settings.paths.catalog_name(file.domain, column)
        use = NameUse(entry=entry, column=column, spelling=spelling, status=UseStatus(status))
        first = Location(path=path, line=line, column=place)
        uses[use] = OccurrenceCount(count=count, documents=1, places=(first,))
    seen = {
        spelling: SpellingCount(count=count, records=tuple(_record_from(file, one) for one in records))
        for spelling, (count, records) in plain_others.items()
    }
    return uses, seen


def _plain_use(use: NameUse, found: OccurrenceCount) -> _PlainUse:
    (first,) = found.places
    return use.entry, use.column, use.spelling, str(use.status), found.count, first.line, first.column


def _plain_record(one: MentionRecord) -> _PlainRecord:
    place = one.location
    return place.line, place.column, one.answers, one.behind_preposition, one.quoted


def _record_from(file: SourceFile, plain: _PlainRecord) -> MentionRecord:
    line, column, answers, behind_preposition, quoted = plain
    return MentionRecord(
        location=Location(path=file.name, line=line, column=column),
        answers=answers,
        behind_preposition=behind_preposition,
        quoted=quoted,
    )
