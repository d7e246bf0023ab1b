"""Drafting one locale: what its catalogs lack, what the memory knows of it, what a service answers, and saving it."""

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import metadata
from typing import TYPE_CHECKING

from l10n import __version__
from l10n.catalog.catalog import Message, MessageKey
from l10n.errors import CatalogError, ServiceError
from l10n.pretranslation.asking import ask_all
from l10n.pretranslation.drafts import (
    Draft,
    Languages,
    Prepared,
    Wanted,
    batches,
    concluded,
    from_memory,
    prepare,
)
from l10n.pretranslation.masking import Refusal
from l10n.pretranslation.memory import neighbourhood
from l10n.project import Project
from l10n.workflow.catalogs import OpenCatalog, open_catalog
from l10n.workflow.files import Change, apply, changes_only
from l10n.workflow.locking import one_writer

if TYPE_CHECKING:
    from l10n.model import Segment
    from l10n.pretranslation.memory_store import Memory
    from l10n.pretranslation.services.registry import Choice, Paced
    from l10n.workflow.sources import Source

_BY_DEEP_TRANSLATOR = ("google", "mymemory", "microsoft")
_BETWEEN_SAVES = 20.0  # seconds; what came since then is lost when the process is killed


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far it is: messages that have an answer, of how many that were sent."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `translate` is asked to do.

    `choice` is the service, None for none; `environment` holds its key. `dry` sends and writes nothing, without `save`
    nothing is written. `told` hears of progress.
    """

    choice: "Choice | None" = None
    environment: Mapping[str, str] = field(default_factory=dict)
    jobs: int = 1
    save: bool = True
    dry: bool = False
    told: Callable[[Progress], None] = lambda _: None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A message that has no draft, or names in its draft that a person has to see to, with the reason."""

    catalog: str
    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslateReport:
    """What was drafted, and from where; what was left; the files that change; what stopped it.

    `messages` and `characters` count what had no translation; `sent` and `sent_characters` what goes to the service, in
    `requests` requests. `failure` is the error that ended it, `is_interrupted` whether the user did.
    """

    messages: int = 0
    characters: int = 0
    from_memory: int = 0
    sent: int = 0
    sent_characters: int = 0
    requests: int = 0
    from_service: int = 0
    refused: tuple[Left, ...] = ()
    names: tuple[Left, ...] = ()
    changes: tuple[Change, ...] = ()
    failure: ServiceError | None = None
    is_interrupted: bool = False


@dataclass(slots=True)
class Work:
    """What one catalog needs: the wanted messages by their key, and the drafts that are not saved yet."""

    catalog: OpenCatalog
    wanted: dict[MessageKey, Wanted]
    drafts: dict[MessageKey, Draft] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """What is counted on the way, over all locales."""

    counts: Counter[str] = field(default_factory=Counter)
    refused: list[Left] = field(default_factory=list)
    names: list[Left] = field(default_factory=list)
    changes: dict[str, Change] = field(default_factory=dict)
    failure: ServiceError | None = None
    is_interrupted: bool = False

    def report(self) -> TranslateReport:
        """Return it as a report."""
        return TranslateReport(
            messages=self.counts["messages"],
            characters=self.counts["characters"],
            from_memory=self.counts["from_memory"],
            sent=self.counts["sent"],
            sent_characters=self.counts["sent_characters"],
            requests=self.counts["requests"],
            from_service=self.counts["from_service"],
            refused=tuple(self.refused),
            names=tuple(self.names),
            changes=tuple(self.changes.values()),
            failure=self.failure,
            is_interrupted=self.is_interrupted,
        )


def work_of(source: "Source", catalog: OpenCatalog) -> Work:
    """Return what a catalog lacks: live messages without plural that have no translation at all.

    Raises CatalogError when there is no catalog.
    """
    if catalog.file is None:
        raise CatalogError("there is no catalog yet", where=catalog.name, hint="run `l10n extract` first")
    segments: dict[MessageKey, Segment] = {}
    for segment in source.document.segments:
        segments.setdefault((segment.msgctxt, segment.msgid), segment)
    live = catalog.catalog.live
    wanted = {
        message.key: Wanted(
            segment=segments[message.key], form=source.file.format, surroundings=neighbourhood(live, index)
        )
        for index, message in enumerate(live)
        if not any(message.msgstr) and message.msgid_plural is None and message.key in segments
    }
    return Work(catalog=catalog, wanted=wanted)


@dataclass(slots=True, kw_only=True)
class Drafting:
    """The drafts of one locale. `run` may end in an error at any time: `save` then writes what has come."""

    project: Project
    works: Sequence[Work]
    languages: Languages
    memory: "Memory | None"
    client: "Paced | None"
    options: Options
    tally: Tally
    _prepared: list[Prepared] = field(default_factory=list)
    _places: list[list[tuple[Work, MessageKey]]] = field(default_factory=list)
    _saved: float = field(default_factory=time.monotonic)

    def run(self) -> None:
        """Take what the memory knows, and send the rest, each text once. Raises ServiceError."""
        self._remember()
        if self.client is None:
            return
        self._prepare(self.client)
        requests = list(batches(self._prepared, self.client.service.most, self.client.service.longest))
        self.tally.counts["requests"] += len(requests)
        if self.options.dry:
            return
        for number, one in enumerate(self._prepared):
            if not one.pieces:
                self._conclude(number, ())
        self._ask(self.client, requests)

    def save(self) -> None:
        """Write the drafts that have come since it was last saved.

        The catalogs are read again for that: what somebody has written meanwhile stays, and so does what needs no draft
        any more.
        """
        changed = [work for work in self.works if work.drafts]
        if self.options.dry or not changed:
            return
        with one_writer(self.project.root, writes=self.options.save):
            for work in changed:
                work.catalog = open_catalog(self.project, work.catalog.domain, work.catalog.locale)
            changes = changes_only(work.catalog.saved(tuple(_drafted(work))) for work in changed)
            if self.options.save:
                apply(changes)
                for work in changed:
                    work.drafts.clear()
        for change in changes:
            first = self.tally.changes.get(change.name, change)
            self.tally.changes[change.name] = replace(change, before=first.before)
        self._saved = time.monotonic()

    def _remember(self) -> None:
        for work in self.works:
            self.tally.counts["messages"] += len(work.wanted)
            self.tally.counts["characters"] += sum(len(wanted.text) for wanted in work.wanted.values())
            for key, wanted in work.wanted.items() if self.memory else ():
                draft = from_memory(wanted, self.languages, self.memory) if self.memory else None
                if draft:
                    work.drafts[key] = draft
                    self.tally.counts["from_memory"] += 1

    def _prepare(self, client: "Paced") -> None:
        texts: dict[str, list[tuple[Work, MessageKey]]] = {}
        for work in self.works:
            for key, wanted in work.wanted.items():
                if key not in work.drafts:
                    texts.setdefault(wanted.text, []).append((work, key))
        self._places = list(texts.values())
        helped = self.memory if client.service.needs_model else None  # only a model is shown texts like it
        for (work, key), *_ in self._places:
            self._prepared.append(prepare(work.wanted[key], self.languages, client.service.longest, helped))
        counts = self.tally.counts
        counts["sent"] += sum(bool(one.pieces) for one in self._prepared)
        counts["sent_characters"] += sum(len(piece.text) for one in self._prepared for piece in one.pieces)

    def _ask(self, client: "Paced", requests: Sequence[Sequence[tuple[int, int]]]) -> None:
        asked = [[self._prepared[number].pieces[place] for number, place in request] for request in requests]
        answers: dict[int, dict[int, object]] = {}
        done, total = 0, sum(bool(one.pieces) for one in self._prepared)
        for index, found in ask_all(client.translate, asked, self.options.jobs):
            for (number, place), answer in zip(requests[index], found, strict=True):
                known = answers.setdefault(number, {})
                known[place] = answer
                if len(known) == len(self._prepared[number].pieces):
                    self._conclude(number, [known[piece] for piece in sorted(known)])
                    done += 1
            self.options.told(Progress(done=done, total=total))
            if self.options.save and time.monotonic() - self._saved > _BETWEEN_SAVES:
                self.save()

    def _conclude(self, number: int, answers: Sequence[object]) -> None:
        """Make drafts of the answers to a text, at all its places, or tell why there is none."""
        provenance = _provenance(self.options.choice)
        draft = concluded(self._prepared[number], answers, self.languages, provenance)
        for work, key in self._places[number]:
            if isinstance(draft, Refusal):
                self.tally.refused.append(_left(work, key, draft.reason))
                continue
            work.drafts[key] = draft
            self.tally.counts["from_service"] += 1
            if draft.unplaced:
                self.tally.names.append(_left(work, key, _names_to_see_to(draft)))


def _left(work: Work, key: MessageKey, reason: str) -> Left:
    message = work.catalog.catalog.by_key()[key]
    return Left(catalog=work.catalog.name, line=message.line, text=message.msgid, reason=reason)


def _names_to_see_to(draft: Draft) -> str:
    return f"see to the names: {', '.join(draft.unplaced)}"


def _provenance(choice: "Choice | None") -> str:
    """Return where a draft of a service comes from: the service, what made it, our version and the date."""
    name = choice.service.name if choice else ""
    through = (
        f" (deep-translator {metadata.version('deep-translator')})" if name in _BY_DEEP_TRANSLATOR else ""
    )
    through = f" ({choice.model})" if choice and choice.model and choice.service.needs_model else through
    return f"draft: {name}{through}, l10n {__version__}, {dt.datetime.now(dt.UTC).date().isoformat()}"


def _drafted(work: Work) -> Iterator[Message]:
    """Yield the messages of a catalog with their drafts: always fuzzy, with a comment that says where from."""
    for message in work.catalog.catalog.messages:
        is_open = not message.obsolete and not any(message.msgstr) and message.msgid_plural is None
        draft = work.drafts.get(message.key) if is_open else None
        if draft is None:
            yield message
            continue
        comments = [*message.translator_comments, draft.provenance]
        if draft.unplaced:
            comments.append(_names_to_see_to(draft))
        flags = message.flags if message.fuzzy else ("fuzzy", *message.flags)
        yield replace(message, msgstr=(draft.text,), flags=flags, translator_comments=tuple(comments))
