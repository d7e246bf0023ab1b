"""What a catalog lacks, and the catalog with its drafts: a plural message gets a draft of each of its two texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from l10n.catalog.catalog import Message, MessageKey
from l10n.catalog.header import check_plural_forms, header_fields
from l10n.errors import CatalogError
from l10n.pretranslation.context import headings_of
from l10n.pretranslation.drafts import Draft
from l10n.pretranslation.memory import neighbours_of
from l10n.pretranslation.wanted import Wanted
from l10n.workflow.store.catalogs import OpenCatalog

if TYPE_CHECKING:
    from l10n.model import Segment
    from l10n.workflow.store.sources import Source


class Slot(NamedTuple):
    """A text of a message: its msgid, or its msgid_plural."""

    key: MessageKey
    is_plural: bool = False


@dataclass(slots=True)
class Work:
    """What one catalog needs: the wanted texts by their place, and the drafts that are not saved yet."""

    catalog: OpenCatalog
    wanted: dict[Slot, Wanted]
    drafts: dict[Slot, Draft] = field(default_factory=dict)

    def complete(self, key: MessageKey) -> tuple[Draft, ...]:
        """Return the drafts of a message, that of its plural last; () as long as one of its texts has none."""
        slots = [slot for slot in (Slot(key), Slot(key, is_plural=True)) if slot in self.wanted]
        found = tuple(self.drafts[slot] for slot in slots if slot in self.drafts)
        return found if len(found) == len(slots) else ()

    def forget_complete(self) -> None:
        """Forget the drafts of messages that have all of theirs: they are saved."""
        done = {slot for slot in self.drafts if self.complete(slot.key)}
        self.drafts = {slot: draft for slot, draft in self.drafts.items() if slot not in done}


def work_of(source: "Source", catalog: OpenCatalog) -> Work:
    """Return what a catalog lacks: the texts of live messages that have no translation at all.

    Of a plural message the msgid is wanted where the language has a form for one, and its msgid_plural where it has
    any other. Raises CatalogError when there is no catalog.
    """
    if catalog.file is None:
        raise CatalogError("there is no catalog yet", where=catalog.name, hint="run `l10n extract` first")
    segments: dict[MessageKey, Segment] = {}
    for segment in source.document.segments:
        segments.setdefault((segment.msgctxt, segment.msgid), segment)
    headings = headings_of(source.document.segments)
    live = catalog.catalog.live
    forms = _forms(catalog)
    wanted: dict[Slot, Wanted] = {}
    for index, message in enumerate(live):
        if any(message.msgstr) or message.key not in segments:
            continue
        segment = segments[message.key]
        texts = {False: message.msgid}
        if message.msgid_plural is not None:
            texts = {is_plural: message.msgid_plural if is_plural else message.msgid for is_plural in forms}
        for is_plural, text in texts.items():
            wanted[Slot(message.key, is_plural)] = Wanted(
                segment=replace(segment, msgid=text, raw=text) if is_plural else segment,
                form=source.file.format,
                neighbours=neighbours_of(live, index),
                headings=tuple(headings[one] for one in segment.heading_path if one in headings),
            )
    return Work(catalog=catalog, wanted=wanted)


def _forms(catalog: OpenCatalog) -> tuple[bool, ...]:
    """Return of each plural form of a catalog whether it is one for several things; () where no rule can be read."""
    header = catalog.catalog.header
    rule = header_fields(header.msgstr[0]).get("Plural-Forms") if header else None
    if rule is None:
        return ()
    try:
        count, form_of = check_plural_forms(rule)
    except CatalogError:
        return ()  # `check` says so
    return tuple(count == 1 or form != form_of(1) for form in range(count))


def drafted(work: Work) -> Iterator[Message]:
    """Yield the messages that get their drafts: always fuzzy, with a comment that says where each is from."""
    forms = _forms(work.catalog)
    for message in work.catalog.catalog.live:
        drafts = () if any(message.msgstr) else work.complete(message.key)
        if not drafts:
            continue
        msgstr: tuple[str, ...] = (drafts[0].text,)
        if message.msgid_plural is not None:
            msgstr = tuple(drafts[-1 if is_plural else 0].text for is_plural in forms)
        comments = [draft.provenance for draft in drafts]
        comments += [names_to_see_to(draft) for draft in drafts if draft.unplaced]
        yield replace(
            message,
            msgstr=msgstr,
            flags=message.flags if message.fuzzy else ("fuzzy", *message.flags),
            translator_comments=tuple(dict.fromkeys([*message.translator_comments, *comments])),
        )


def names_to_see_to(draft: Draft) -> str:
    """Return what a translator is told of the names that could not be placed."""
    return f"check the names: {', '.join(draft.unplaced)}"
