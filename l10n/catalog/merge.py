"""An old catalog and a new template to the new catalog: no translation is ever lost.

What happens to a message follows GNU gettext (manual, "Invoking the msgmerge Program") where that loses nothing:

- The source is the same: nothing changes but the extracted comments and the references.
- The source was only retouched (`retouching`: blanks, capitals, quotation marks): its translation stands as it did,
  and `previous`, without `fuzzy`, notes the text it was made from.
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

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.catalog.catalog import Message, MessageKey, Previous
from l10n.catalog.conservation import holds_work
from l10n.catalog.likeness import best_pairs
from l10n.catalog.plurality import adapt
from l10n.catalog.retouching import wording_of
from l10n.catalog.sentences import DRAFTED, Draft, SentenceMemory


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
    result again changes nothing; merging with another template and back brings every translation back.
    """
    bodies = [message for message in old if not message.is_header]
    wanted = list({message.key: message for message in reversed(template) if not message.is_header}.values())[
        ::-1
    ]
    places = _places(bodies)
    sources = {index: places[message.key] for index, message in enumerate(wanted) if message.key in places}
    changed = _changed_sources(wanted, bodies, sources)
    drafts = _drafts(wanted, bodies, sources, changed, languages)
    changed = {index: place for index, place in changed.items() if index not in drafts}
    counts: Counter[str] = Counter()
    live: list[Message] = []
    for index, message in enumerate(wanted):
        if index in sources:
            source = bodies[sources[index]]
            counts["revived" if source.obsolete else "unchanged"] += 1
            live.append(_follow(source, message))
        elif index in drafts:
            counts["changed"] += 1
            live.append(_drafted(drafts[index], message))
        elif index in changed:
            source = bodies[changed[index]]
            live.append(_propose(source, message))
            counts[_outcome(source, live[-1])] += 1
        else:
            counts["added"] += 1
            live.append(replace(message, obsolete=False))
    used = {*sources.values(), *changed.values()}
    rest = [message for index, message in enumerate(bodies) if index not in used]
    obsolete = [
        replace(message, obsolete=True) for message in rest if message.obsolete or holds_work(message)
    ]
    counts["obsoleted"] = sum(not message.obsolete and holds_work(message) for message in rest)
    counts["dropped"] = len(rest) - len(obsolete)
    headers = [message for message in old if message.is_header]
    return Merged(messages=(*headers, *live, *obsolete), report=MergeReport(**counts))


def _outcome(old: Message, new: Message) -> str:
    """Return what the report calls it when `old` became `new`."""
    if wording_of(old) == wording_of(new):
        return "retouched"
    return "changed" if new.fuzzy or not any(new.msgstr) else "revived"


def _places(messages: Sequence[Message]) -> dict[MessageKey, int]:
    """Return where each message stands; of a live and an obsolete one with the same key, the live one."""
    order = sorted(range(len(messages)), key=lambda index: (messages[index].obsolete, index))
    places: dict[MessageKey, int] = {}
    for index in order:
        places.setdefault(messages[index].key, index)
    return places


def _changed_sources(
    wanted: Sequence[Message], old: Sequence[Message], sources: dict[int, int]
) -> dict[int, int]:
    """Return for new messages without an old self which old message (each at most once) they come from.

    First those that return to the `previous` of an unconfirmed translation, then those whose source has the same
    words, then the same text in another context, then by likeness the messages whose source is gone, and the
    obsolete ones last.
    """
    used = set(sources.values())
    free = [index for index, message in enumerate(old) if index not in used and holds_work(message)]
    missing = [index for index in range(len(wanted)) if index not in sources]
    if not missing:
        return {}
    chosen = _returning(wanted, old, missing)
    # Of equal sources the live one wins, then the earlier one.
    free.sort(key=lambda index: (old[index].obsolete, index))
    _choose(
        chosen,
        {index: wording_of(wanted[index]) for index in missing},
        {index: wording_of(old[index]) for index in free},
    )
    free = [index for index in free if any(old[index].msgstr)]
    _choose(
        chosen, {index: wanted[index].msgid for index in missing}, {index: old[index].msgid for index in free}
    )
    for obsolete in (False, True):
        taken = set(chosen.values())
        candidates = [index for index in free if index not in taken and old[index].obsolete == obsolete]
        open_ones = [index for index in missing if index not in chosen]
        # Of texts that are equally alike, the one in the same context and in the same order wins.
        pairs = best_pairs(
            [wanted[index].msgid for index in open_ones], [old[index].msgid for index in candidates]
        )
        chosen.update({open_ones[pair.new]: candidates[pair.old] for pair in pairs})
    return chosen


def _choose(chosen: dict[int, int], new: Mapping[int, Hashable], old: Mapping[int, Hashable]) -> None:
    """Add an old message for each new one that has none yet: the first with the same key (given by index)."""
    taken = set(chosen.values())
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, key in old.items():
        if place not in taken:
            places[key].append(place)
    for index, key in new.items():
        if index not in chosen and places.get(key):
            chosen[index] = places[key].pop(0)


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
    memory = SentenceMemory(gone, *languages)
    found: dict[int, Draft] = {}
    for index in open_ones:
        message = wanted[index]
        draft = memory.draft(message.msgid) if message.msgid_plural is None else None
        place = changed.get(index)
        if draft is None or (place is not None and draft.covered < 1 and len(draft.sources) == 1):
            continue
        if place is not None and (
            _was_confirmed_for(old[place], message) or wording_of(old[place]) == wording_of(message)
        ):
            continue  # what was confirmed for this very text beats every draft
        if place is None or draft.text not in old[place].msgstr:
            found[index] = draft
    return found


def _returning(wanted: Sequence[Message], old: Sequence[Message], missing: Sequence[int]) -> dict[int, int]:
    """Return for each text that came back the message which holds what was confirmed for it.

    That message may stay as well, when the text it was proposed for is still there.
    """
    chosen: dict[int, int] = {}
    previous = {index: known for index, message in enumerate(old) if (known := _confirmed_source(message))}
    if previous:
        _choose(chosen, {index: _source(wanted[index]) for index in missing}, previous)
        words = {index: wording_of(_empty(known)) for index, known in previous.items()}
        _choose(chosen, {index: wording_of(wanted[index]) for index in missing}, words)
    return chosen


def _confirmed_source(message: Message) -> Previous | None:
    """Return the other source for which the translation of a message was confirmed; None if there is none."""
    drafted = DRAFTED in message.translator_comments
    return message.previous if any(message.msgstr) and not drafted else None


def _was_confirmed_for(old: Message, new: Message) -> bool:
    known = _confirmed_source(old)
    return known is not None and wording_of(_empty(known)) == wording_of(new)


def _empty(source: Previous) -> Message:
    return Message(msgid=source.msgid, msgctxt=source.msgctxt, msgid_plural=source.msgid_plural)


def _source(message: Message) -> Previous:
    return Previous(msgid=message.msgid, msgctxt=message.msgctxt, msgid_plural=message.msgid_plural)


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
    if _was_confirmed_for(old, new):
        flags = tuple(flag for flag in proposal.flags if flag != "fuzzy")
        return replace(proposal, flags=flags, previous=_noted(old.previous, proposal))
    if not old.fuzzy and wording_of(old) == wording_of(new):
        return replace(proposal, previous=_noted(old.previous or _source(old), proposal))
    return _as_fuzzy(proposal, old)


def _noted(source: Previous | None, new: Message) -> Previous | None:
    """Return what `previous` of a confirmed translation says: the text it was made from, if it read differently."""
    return None if source == _source(new) or not any(new.msgstr) else source


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
    previous = old.previous if old.fuzzy else _source(old)
    flags = message.flags if message.fuzzy else ("fuzzy", *message.flags)
    return replace(message, flags=flags, previous=previous)
