"""What `l10n names audit` does with one document: how it spells names, packed: small to send and to remember."""

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from l10n.errors import L10nError
from l10n.model import Location
from l10n.names.discovery.audit import SOURCE, Sightings, Standing, Use, uses_in
from l10n.names.discovery.frequent_mentions import Glimpse, Seen, seen_in
from l10n.names.discovery.mentions import mentions
from l10n.names.registry.reader import Registry
from l10n.project import Project
from l10n.workflow.per_document.open_project import open_documents
from l10n.workflow.store.addenda import addenda_of, contents_of_addenda
from l10n.workflow.store.catalogs import lexicon_of
from l10n.workflow.store.run_cache import digest_of
from l10n.workflow.store.sources import SourceFile

# entry, column, spelling, standing, count, and the place of the first: line and column
_PlainUse = tuple[str, str, str, str, int, int | None, int | None]
# line and column, answers by locale, behind_preposition, quoted
_PlainGlimpse = tuple[int | None, int | None, Mapping[str, str], bool, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Auditing:
    """What the documents of one run have in common."""

    project: Project
    registry: Registry
    locales: tuple[str, ...]

    def names_of_files(self, file: SourceFile) -> Iterator[str]:
        """Yield the names of all files that the audit of a document reads."""
        yield file.name
        yield from (self.project.catalog_name(file.domain, locale) for locale in self.locales)
        yield from addenda_of(self.project, file.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """How one document spells names: the registered ones and others, as `unpacked` reads it.

    `digests` are those of all files it depends on (`incremental`), `errors` what of it cannot be read.
    """

    packed: str
    errors: tuple[L10nError, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)


def spellings_of(run: Auditing, file: SourceFile) -> Spellings:
    """Return how a document and its catalogs spell names; what cannot be read is in its errors."""
    lexicon = lexicon_of(run.registry, run.project.name_locales)
    opened = open_documents(run.project, [file], run.locales, lexicon)
    passages, locale = opened.passages(), run.project.source_locale
    uses = [_plain_use(use, found) for use, found in uses_in(passages, locale, lexicon).items()]
    seen = seen_in(mention for passage in passages for mention in mentions(passage, locale, lexicon))
    others = {
        spelling: (found.count, [_plain_glimpse(one) for one in found.glimpses])
        for spelling, found in seen.items()
    }
    read = {
        **{source.file.name: source.content for source in opened.sources.values()},
        **{catalog.name: catalog.content for catalog in opened.catalogs.values()},
        **contents_of_addenda(run.project, file.name),
    }
    return Spellings(
        packed=_packed((uses, others)),
        errors=opened.errors,
        digests={name: digest_of(content) for name, content in read.items()},
    )


def unpacked(run: Auditing, file: SourceFile, packed: str) -> tuple[dict[Use, Sightings], dict[str, Seen]]:
    """Return the uses of registered names in a document, and what it tells of others, by spelling."""
    plain_uses, plain_seen = json.loads(zlib.decompress(b85decode(packed)).decode("utf-8", "surrogatepass"))
    uses: dict[Use, Sightings] = {}
    for entry, column, spelling, standing, count, line, place in plain_uses:
        path = file.name if column == SOURCE else run.project.catalog_name(file.domain, column)
        use = Use(entry=entry, column=column, spelling=spelling, standing=Standing(standing))
        first = Location(path=path, line=line, column=place)
        uses[use] = Sightings(count=count, documents=1, places=(first,))
    seen = {
        spelling: Seen(count=count, glimpses=tuple(_glimpse_from(file, one) for one in glimpses))
        for spelling, (count, glimpses) in plain_seen.items()
    }
    return uses, seen


def _packed(plain: object) -> str:
    """Return it in a fifth of the room of its JSON, in ASCII: there are ten thousand of them."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return b85encode(zlib.compress(text)).decode("ascii")


def _plain_use(use: Use, seen: Sightings) -> _PlainUse:
    (first,) = seen.places
    return use.entry, use.column, use.spelling, str(use.standing), seen.count, first.line, first.column


def _plain_glimpse(one: Glimpse) -> _PlainGlimpse:
    place = one.location
    return place.line, place.column, one.answers, one.behind_preposition, one.quoted


def _glimpse_from(file: SourceFile, plain: _PlainGlimpse) -> Glimpse:
    line, column, answers, behind_preposition, quoted = plain
    return Glimpse(
        location=Location(path=file.name, line=line, column=column),
        answers=answers,
        behind_preposition=behind_preposition,
        quoted=quoted,
    )
