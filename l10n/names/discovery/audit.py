"""Every name over a whole archive: how each language spells it, how often, and where.

The documents go by one at a time; what is kept is bounded by the names, not by the documents.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from l10n.model import Location
from l10n.names.discovery.mentions import Passage
from l10n.names.recognition.consistency import inconsistencies_in
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.name_context import NameContext, Referent
from l10n.names.recognition.registered_names import read_names
from l10n.names.registry.entries import FormStatus, NameEntry

SOURCE_COLUMN = "source"  # the column of the texts that were translated, beside those of the locales
MOST_PLACES = 5


class UseStatus(StrEnum):
    """The status of a spelling in the registry."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    OTHER = "other"  # no form of the language of the source; but a source may spell names as it likes
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A spelling of an entry in one column: a locale, or SOURCE_COLUMN.

    An allowed spelling is the form of the registry, whatever case or part of it the text has; a wrong one is what
    the text has.
    """

    entry: str
    column: str
    spelling: str
    status: UseStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class OccurrenceCount:
    """How often a spelling occurs, in how many documents, and the first place in each of the first of them."""

    count: int
    documents: int
    places: tuple[Location, ...]

    def __add__(self, more: "OccurrenceCount") -> "OccurrenceCount":
        """Return both together."""
        return OccurrenceCount(
            count=self.count + more.count,
            documents=self.documents + more.documents,
            places=(self.places + more.places)[:MOST_PLACES],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedName:
    """One entry with all its uses, by column, the most frequent first."""

    entry: NameEntry
    uses: Mapping[NameUse, OccurrenceCount] = field(hash=False)

    @property
    def wrong(self) -> int:
        """How often it is spelled as its locale does not spell it."""
        return sum(found.count for use, found in self.uses.items() if use.status is UseStatus.WRONG)

    @property
    def is_mixed(self) -> bool:
        """Whether one of its columns has more than one spelling."""
        columns = [use.column for use in self.uses]
        return len(columns) > len(set(columns))

    @property
    def count(self) -> int:
        """How often it is named."""
        return sum(found.count for found in self.uses.values())


def name_uses(
    passages: Iterable[Passage], source_locale: str, lexicon: Lexicon
) -> dict[NameUse, OccurrenceCount]:
    """Return the uses of registered names in the passages of one document."""
    found: dict[NameUse, OccurrenceCount] = {}
    for passage in passages:
        texts = {SOURCE_COLUMN: passage.source, **passage.translations}
        for column, placed in texts.items():
            locale = source_locale if column == SOURCE_COLUMN else column
            if locale not in lexicon.locales:
                continue
            for use, start in _uses(placed.text, locale, column, lexicon):
                known = found.get(use)
                places = known.places if known else (placed.locate(start),)
                found[use] = OccurrenceCount(
                    count=known.count + 1 if known else 1, documents=1, places=places
                )
    return found


def _uses(text: str, locale: str, column: str, lexicon: Lexicon) -> Iterator[tuple[NameUse, int]]:
    context = read_names(text, locale, lexicon)
    if not context.occurrences:
        return
    otherwise = UseStatus.OTHER if column == SOURCE_COLUMN else UseStatus.WRONG
    for found in inconsistencies_in(context):
        yield NameUse(entry=found.entry, column=column, spelling=found.found, status=otherwise), found.start
    for index, occurrence in enumerate(context.occurrences):
        form = _allowed_form(context, index)
        if form is not None:
            entry, spelling, status = form
            yield (
                NameUse(entry=entry, column=column, spelling=spelling, status=UseStatus(status)),
                occurrence.start,
            )


def _allowed_form(context: NameContext, index: int) -> tuple[str, str, FormStatus] | None:
    """Return entry, form and status of an occurrence that its locale allows; None of any other."""
    occurrence = context.occurrences[index]
    for status in (FormStatus.PREFERRED, FormStatus.ADMITTED):
        for sense in occurrence.senses:
            if sense.locale == context.locale and sense.status is status:
                is_another = context.referent(index, sense.entry) is Referent.ANOTHER
                return None if is_another else (sense.entry, sense.form, status)
    return None


def audit_names(lexicon: Lexicon, uses: Mapping[NameUse, OccurrenceCount]) -> tuple[AuditedName, ...]:
    """Return every entry of the registry with its uses: the wrongly spelled ones first, then the mixed ones, each
    by how often they are named, and those nobody names last."""
    by_entry: dict[str, dict[NameUse, OccurrenceCount]] = {entry_id: {} for entry_id in lexicon.entries}
    columns = {column: place for place, column in enumerate((SOURCE_COLUMN, *lexicon.locales))}
    ordered = sorted(
        uses.items(), key=lambda item: (columns[item[0].column], -item[1].count, item[0].spelling)
    )
    for use, found in ordered:
        by_entry[use.entry][use] = found
    names = (AuditedName(entry=lexicon.entries[entry_id], uses=found) for entry_id, found in by_entry.items())
    return tuple(sorted(names, key=lambda name: (-name.wrong, not name.is_mixed, -name.count)))
