"""Drafting one locale: what its catalogs lack, what the memory knows of it, what a service answers, and saving it."""

import datetime as dt
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import metadata
from typing import TYPE_CHECKING

from l10n.pretranslation.asking import Answer, Question, ask_all, left_over
from l10n.pretranslation.context import Help
from l10n.pretranslation.division import Failed
from l10n.pretranslation.drafts import Prepared, batches, concluded, from_memory, prepare
from l10n.pretranslation.masking import Refusal
from l10n.pretranslation.wanted import Languages
from l10n.settings import ProjectPaths
from l10n.version import __version__
from l10n.workflow.per_document.draft_report import Left, Tally
from l10n.workflow.per_document.untranslated import Slot, Work, drafted, names_to_see_to
from l10n.workflow.store.catalogs import open_catalog
from l10n.workflow.store.files import apply, changes_only
from l10n.workflow.store.lock import one_writer

if TYPE_CHECKING:
    from l10n.pretranslation.memory_store import Memory
    from l10n.pretranslation.services.base import Asked
    from l10n.pretranslation.services.registry import Choice, Paced

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
    nothing is written. With `all_projects` a model is shown earlier translations of other projects too.
    `on_progress` hears of progress.
    """

    choice: "Choice | None" = None
    environment: Mapping[str, str] = field(default_factory=dict)
    jobs: int = 1
    save: bool = True
    dry: bool = False
    all_projects: bool = False
    on_progress: Callable[[Progress], None] = lambda _: None


@dataclass(slots=True, kw_only=True)
class DraftingRun:
    """The drafts of one locale. `run` may end in an error at any time: `save` then writes what has come."""

    paths: ProjectPaths
    works: Sequence[Work]
    languages: Languages
    memory: "Memory | None"
    client: "Paced | None"
    options: Options
    tally: Tally
    _prepared: list[Prepared] = field(default_factory=list)
    _places: list[list[tuple[Work, Slot]]] = field(default_factory=list)
    _answers: dict[int, dict[int, object]] = field(default_factory=dict)
    _concluded: set[int] = field(default_factory=set)  # texts that were sent and have their answer
    _saved: float = field(default_factory=time.monotonic)

    def run(self) -> None:
        """Take what the memory knows, and send the rest, each text once. Raises ServiceError."""
        self._remember()
        if self.client is None:
            if self.options.choice and any(work.wanted.keys() - work.drafts.keys() for work in self.works):
                self.tally.unsent.append(self.languages.locale)
            return
        self._prepare(self.client)
        requests = list(batches(self._prepared, self.client.service.most, self.client.service.longest))
        self.tally.counts["requests"] += len(requests)
        questions = [[Question(key, self._piece(*key)) for key in request] for request in requests]
        if self.options.dry:
            for request in questions:
                self.tally.outgoing += self.client.announced([one.asked for one in request])
            return
        for number, one in enumerate(self._prepared):
            if not one.pieces:
                self._conclude(number, ())
        self._ask(self.client, questions)

    def save(self) -> None:
        """Write the drafts that have come since it was last saved.

        The catalogs are read again for that: what somebody has written meanwhile stays, and so does what needs no draft
        any more.
        """
        changed = [work for work in self.works if work.drafts]
        if self.options.dry or not changed:
            return
        with one_writer(self.paths.root, writes=self.options.save):
            for work in changed:
                work.catalog = open_catalog(self.paths, work.catalog.domain, work.catalog.locale)
            changes = changes_only(work.catalog.rewritten(drafted(work)) for work in changed)
            if self.options.save:
                apply(changes)
                for work in changed:
                    work.forget_complete()
        for change in changes:
            first = self.tally.changes.get(change.name, change)
            self.tally.changes[change.name] = replace(change, before=first.before)
        self._saved = time.monotonic()

    def _remember(self) -> None:
        for work in self.works:
            keys = {slot.key for slot in work.wanted}
            self.tally.counts["messages"] += len(keys)
            self.tally.counts["characters"] += sum(len(wanted.text) for wanted in work.wanted.values())
            for slot, wanted in work.wanted.items() if self.memory else ():
                draft = from_memory(wanted, self.languages, self.memory) if self.memory else None
                if draft:
                    work.drafts[slot] = draft
            self.tally.counts["from_memory"] += sum(bool(work.complete(key)) for key in keys)

    def _prepare(self, client: "Paced") -> None:
        texts: dict[str, list[tuple[Work, Slot]]] = {}
        for work in self.works:
            for slot, wanted in work.wanted.items():
                if slot not in work.drafts:
                    texts.setdefault(wanted.text, []).append((work, slot))
        self._places = list(texts.values())
        context = Help(memory=self.memory, all_projects=self.options.all_projects)
        for (work, slot), *_ in self._places:
            wanted = work.wanted[slot]
            # only a model is shown what stands around a text, and texts like it
            helped = context if client.service.takes_context else None
            self._prepared.append(prepare(wanted, self.languages, client.service.longest, helped))
        counts = self.tally.counts
        counts["sent"] += sum(bool(one.pieces) for one in self._prepared)
        counts["sent_characters"] += sum(len(piece.text) for one in self._prepared for piece in one.pieces)

    def _piece(self, number: int, place: int) -> "Asked":
        return self._prepared[number].pieces[place]

    def _ask(self, client: "Paced", questions: Sequence[Sequence[Question]]) -> None:
        arriving = ask_all(client.translate, questions, self.options.jobs)
        current: tuple[Answer, ...] = ()
        try:
            for current in arriving:
                self._receive(current)
        except KeyboardInterrupt as stop:
            # what had come when the user stopped it is not lost: the answer at hand, and those that wait
            for found in (current, *left_over(arriving, stop)):
                self._receive(found)
            raise

    def _receive(self, found: Sequence[Answer]) -> None:
        """Take in answers. Receiving them again changes nothing."""
        for (number, place), answer in found:
            known = self._answers.setdefault(number, {})
            known[place] = answer
            if len(known) == len(self._prepared[number].pieces) and number not in self._concluded:
                self._conclude(number, [known[piece] for piece in sorted(known)])
        total = sum(bool(one.pieces) for one in self._prepared)
        self.options.on_progress(Progress(done=len(self._concluded), total=total))
        if self.options.save and time.monotonic() - self._saved > _BETWEEN_SAVES:
            self.save()

    def _conclude(self, number: int, answers: Sequence[object]) -> None:
        """Make drafts of the answers to a text, at all its places, or tell why there is none."""
        failed = next((answer for answer in answers if isinstance(answer, Failed)), None)
        if failed is not None:
            self.tally.failed += (_left(work, slot, failed.reason) for work, slot in self._places[number])
            self._concluded.add(number)
            return
        provenance = _provenance(self.options.choice)
        draft = concluded(self._prepared[number], answers, self.languages, provenance)
        for work, slot in self._places[number]:
            if isinstance(draft, Refusal):
                self.tally.refused.append(_left(work, slot, draft.reason))
                continue
            work.drafts[slot] = draft
            self.tally.counts["from_service"] += bool(work.complete(slot.key))
            if draft.unplaced:
                self.tally.names.append(_left(work, slot, names_to_see_to(draft)))
        if answers:
            self._concluded.add(number)


def _left(work: Work, slot: Slot, reason: str) -> Left:
    message = work.catalog.catalog.by_key()[slot.key]
    return Left(catalog=work.catalog.name, line=message.line, text=work.wanted[slot].text, reason=reason)


def _provenance(choice: "Choice | None") -> str:
    """Return where a draft of a service comes from: the service, what made it, our version and the date."""
    name = choice.service.name if choice else ""
    through = (
        f" (deep-translator {metadata.version('deep-translator')})" if name in _BY_DEEP_TRANSLATOR else ""
    )
    through = f" ({choice.model})" if choice and choice.model and choice.service.needs_model else through
    return f"draft: {name}{through}, l10n {__version__}, {dt.datetime.now(dt.UTC).date().isoformat()}"
