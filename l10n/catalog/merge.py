"""An old catalog and a new template to the new catalog: no translation is ever lost.

What happens to a message follows GNU gettext (manual, "Invoking the msgmerge Program") where that loses nothing:

- The source is the same: nothing changes but the extracted comments and the references.
- The source was only retouched (`retouching`: blanks, wraps, quotation marks): its translation stands as it did, and
  `previous`, without `fuzzy`, notes the text it was made from.
- The source changed: the old translation is proposed for the most similar new text, `fuzzy`, and `previous` says
  which source it was made from. A translation that was fuzzy already keeps the `previous` it has, also if that
  is none: `previous` is the source of the last *confirmed* translation, not the last text that stood here.
- So, when a source returns to the `previous` of an unconfirmed message, the translation stands again as it was
  confirmed, and is not fuzzy. (Had somebody worked on it, the flag would be gone.)
- The source is the same in another context: its translation is proposed, `fuzzy`.
- The source is gone: the message becomes obsolete and keeps everything, unless it holds no work at all.
- The source was split, joined or moved about: what it says sentence by sentence is put together from the sentences
  of the old translations (`sentences`), fuzzy; the old message becomes obsolete with all it had.
- The source comes back: the obsolete message is live again, fuzzy only if it was.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.catalog.catalog import Message, MessageKey, Previous
from l10n.catalog.conservation import holds_work
from l10n.catalog.origins import origins, source_of, was_confirmed_for
from l10n.catalog.plurality import adapt
from l10n.catalog.retouching import letters_of, wording_of
from l10n.catalog.sentences import DRAFTED, Draft, SentenceMemory
from l10n.catalog.text_similarity import similarity


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReport:
    """How many messages were: new and untranslated, made fuzzy by a changed source, kept though their source was
    retouched, made obsolete, live again, the same as before; and how many held no work and left without a trace.
    """

    added: int = 0
    changed: int = 0
    retouched: int = 0
    obsoleted: int = 0
    revived: int = 0
    unchanged: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The messages of the new catalog (header, live ones in template order, obsolete ones) and the counts."""

    messages: tuple[Message, ...]
    report: MergeReport


def merge(
    old: Sequence[Message], template: Sequence[Message], languages: tuple[str, str] | None = None
) -> Merged:
    """Return the messages of `old` brought in step with `template`; headers are left alone.

    `languages` are those of the sources and of the translations; without them no sentences are looked for.

    Laws: no non-empty msgstr of `old` is missing in the result (`lost_translations` is empty); merging the
    result again changes nothing; merging with another template and back brings every translation back that was
    confirmed once (a draft stays with the text that is most like its own).
    """
    bodies = [message for message in old if not message.is_header]
    wanted = list({message.key: message for message in reversed(template) if not message.is_header}.values())[
        ::-1
    ]
    plan = _plan(wanted, bodies, languages)
    counts: Counter[str] = Counter()
    live: list[Message] = []
    for index, message in enumerate(wanted):
        merged, outcome = plan.merged(index, message)
        live.append(merged)
        counts[outcome] += 1
    used = {*plan.kept.values(), *plan.changed.values()}
    rest = [message for place, message in enumerate(bodies) if place not in used]
    obsolete = [
        replace(message, obsolete=True) for message in rest if message.obsolete or holds_work(message)
    ]
    counts["obsoleted"] = sum(not message.obsolete and holds_work(message) for message in rest)
    counts["dropped"] = len(rest) - len(obsolete)
    headers = [message for message in old if message.is_header]
    return Merged(messages=(*headers, *live, *obsolete), report=MergeReport(**counts))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Where each wanted message, by its index, takes its translation from.

    `kept` and `changed` are places in `old`, of the message with the same key and of one with another text; `drafts`
    are put together from sentences. A message is in one of them, or new.
    """

    old: Sequence[Message]
    kept: Mapping[int, int]
    changed: Mapping[int, int]
    drafts: Mapping[int, Draft]
    staying: frozenset[int]

    def merged(self, index: int, message: Message) -> tuple[Message, str]:
        """Return the message with its translation, and what it counts as."""
        if index in self.kept:
            source = self.old[self.kept[index]]
            return _follow(source, message), "revived" if source.obsolete else "unchanged"
        if index in self.drafts:
            return _drafted(self.drafts[index], message), "changed"
        if index in self.changed:
            place = self.changed[index]
            source = _lent(self.old[place]) if place in self.staying else self.old[place]
            proposed = _propose(source, message)
            return proposed, _outcome(source, proposed)
        return replace(message, obsolete=False) if message.obsolete else message, "added"


def _plan(wanted: Sequence[Message], old: Sequence[Message], languages: tuple[str, str] | None) -> _Plan:
    places = _places(old)
    kept = {index: places[message.key] for index, message in enumerate(wanted) if message.key in places}
    changed = origins(wanted, old, kept)
    drafts = _drafts(wanted, old, kept, changed, languages)
    return _Plan(
        old=old,
        kept=kept,
        changed={index: place for index, place in changed.items() if index not in drafts},
        drafts=drafts,
        staying=frozenset(kept.values()),
    )


def _lent(source: Message) -> Message:
    """Return a message that lends its translation to another: its comments stay with it, but for ours."""
    drafted = (DRAFTED,) if DRAFTED in source.translator_comments else ()
    return replace(source, translator_comments=drafted)


def _outcome(old: Message, new: Message) -> str:
    """Return what the report calls it when `old` became `new`."""
    if wording_of(old) == wording_of(new):
        return "retouched"
    return "changed" if new.fuzzy else "revived"


def _places(messages: Sequence[Message]) -> dict[MessageKey, int]:
    """Return where each message stands; of a live and an obsolete one with the same key, the live one."""
    order = sorted(range(len(messages)), key=lambda index: (messages[index].obsolete, index))
    places: dict[MessageKey, int] = {}
    for index in order:
        places.setdefault(messages[index].key, index)
    return places


def _drafts(
    wanted: Sequence[Message],
    old: Sequence[Message],
    sources: dict[int, int],
    changed: dict[int, int],
    languages: tuple[str, str] | None,
) -> dict[int, Draft]:
    """Return the drafts from sentences for the new messages that they serve better than one old translation.

    They do where they cover the whole of a text, where they come from several old ones, and where no old text is
    like it. A text in which some words changed keeps its old translation whole.
    """
    open_ones = [index for index in range(len(wanted)) if index not in sources]
    used = set(sources.values())
    gone = [message for place, message in enumerate(old) if place not in used]
    if languages is None or not open_ones or not gone:
        return {}
    memory = SentenceMemory(gone, [wanted[index].msgid for index in open_ones], *languages)
    found: dict[int, Draft] = {}
    for index in open_ones:
        message = wanted[index]
        draft = memory.draft(message.msgid) if message.msgid_plural is None else None
        place = changed.get(index)
        if draft is None or (place is not None and not _says_more(draft, old[place], message)):
            continue
        if place is not None and (
            was_confirmed_for(old[place], message) or letters_of(old[place]) == letters_of(message)
        ):
            continue  # what was confirmed for this very text beats every draft
        if place is None or draft.text not in old[place].msgstr:
            found[index] = draft
    return found


def _says_more(draft: Draft, old: Message, new: Message) -> bool:
    """Whether a draft serves a new text better than the whole translation of an old one that is like it."""
    if draft.covered == 1:
        return True
    return len(draft.sources) > 1 and draft.covered > similarity(old.msgid, new.msgid)


def _follow(old: Message, new: Message) -> Message:
    """Return `old`, whose source is still there, with what the template says about places."""
    kept = replace(
        old,
        obsolete=False,
        flags=tuple(dict.fromkeys((*old.flags, *new.flags))),
        extracted_comments=new.extracted_comments,
        references=new.references,
    )
    if old.msgid_plural == new.msgid_plural:
        return kept
    return _as_fuzzy(adapt(kept, new), old)


def _propose(old: Message, new: Message) -> Message:
    """Return `new` with the translation of `old`: confirmed if it was made from this very source, else fuzzy."""
    adapted = adapt(old, new)
    proposal = replace(
        new,
        obsolete=False,
        msgstr=adapted.msgstr,
        flags=tuple(dict.fromkeys((*old.flags, *new.flags))),
        translator_comments=adapted.translator_comments,
        previous=old.previous,
    )
    if was_confirmed_for(old, new):
        flags = tuple(flag for flag in proposal.flags if flag != "fuzzy")
        return replace(proposal, flags=flags, previous=_noted(old.previous, proposal))
    if not old.fuzzy and wording_of(old) == wording_of(new):
        return replace(proposal, previous=_noted(old.previous or source_of(old), proposal))
    return _as_fuzzy(proposal, old)


def _noted(source: Previous | None, new: Message) -> Previous | None:
    """Return what `previous` of a confirmed translation says: the text it was made from, if it read differently."""
    return None if source == source_of(new) or not any(new.msgstr) else source


def _drafted(draft: Draft, new: Message) -> Message:
    """Return `new` with a draft as its translation, fuzzy, and where most of it comes from as `previous`."""
    message = replace(
        new, obsolete=False, msgstr=(draft.text,), translator_comments=(*new.translator_comments, DRAFTED)
    )
    return _as_fuzzy(message, draft.source)


def _as_fuzzy(message: Message, old: Message) -> Message:
    """Return `message` marked fuzzy; its `previous` is the source of the last confirmed translation."""
    if not any(old.msgstr):
        return message
    previous = old.previous if old.fuzzy else source_of(old)
    flags = message.flags if message.fuzzy else ("fuzzy", *message.flags)
    return replace(message, flags=flags, previous=previous)
