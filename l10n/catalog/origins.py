"""Which old message a new one comes from: the one that was confirmed for its text, has its words, or a text like it."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.conservation import holds_work
from l10n.catalog.retouching import letters_of, wording_of
from l10n.catalog.sentences import DRAFTED
from l10n.catalog.text_similarity import best_pairs


def origins(wanted: Sequence[Message], old: Sequence[Message], sources: dict[int, int]) -> dict[int, int]:
    """Return for new messages without an old self which old message they come from.

    First those that return to the `previous` of an unconfirmed translation, then those whose source has the same
    words, then the same text in another context, the same letters (capitals aside), then by similarity the messages
    whose source is gone, and the obsolete ones. What is left is a variant of a message that is still there, or new.
    """
    used = set(sources.values())
    free = [index for index, message in enumerate(old) if index not in used and holds_work(message)]
    missing = [index for index in range(len(wanted)) if index not in sources]
    if not missing or not old:
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
    _choose(
        chosen,
        {index: letters_of(wanted[index]) for index in missing},
        {index: letters_of(old[index]) for index in free},
    )
    _choose_alike(chosen, wanted, old, [index for index in missing if index not in chosen], used)
    return chosen


def _choose_alike(
    chosen: dict[int, int],
    wanted: Sequence[Message],
    old: Sequence[Message],
    missing: Sequence[int],
    used: set[int],
) -> None:
    """Add an old message with a text like that of a new one: one that is gone, or that stays and lends its
    translation, or an obsolete one.
    """
    taken = used | set(chosen.values())
    free = [index for index, message in enumerate(old) if index not in taken and any(message.msgstr)]
    gone = [index for index in free if not old[index].obsolete]
    staying = sorted(index for index in used if any(old[index].msgstr))
    places = [*gone, *staying]
    # Of texts that are equally alike, the one in the same context and in the same order wins.
    pairs = best_pairs(
        [wanted[index].msgid for index in missing],
        [old[index].msgid for index in gone],
        [old[index].msgid for index in staying],
    )
    chosen.update({missing[pair.new]: places[pair.old] for pair in pairs})
    lent = {missing[pair.new]: pair.dissimilarity for pair in pairs if pair.old >= len(gone)}
    open_ones = [index for index in missing if index not in chosen or index in lent]
    obsolete = [index for index in free if old[index].obsolete]
    for pair in best_pairs(
        [wanted[index].msgid for index in open_ones], [old[index].msgid for index in obsolete]
    ):
        if pair.dissimilarity < lent.get(open_ones[pair.new], 1):
            chosen[open_ones[pair.new]] = obsolete[pair.old]


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


def _returning(wanted: Sequence[Message], old: Sequence[Message], missing: Sequence[int]) -> dict[int, int]:
    """Return for each text that came back the message which holds what was confirmed for it.

    That message may stay as well, when the text it was proposed for is still there.
    """
    chosen: dict[int, int] = {}
    previous = {index: known for index, message in enumerate(old) if (known := _confirmed_source(message))}
    if previous:
        _choose(chosen, {index: source_of(wanted[index]) for index in missing}, previous)
        words = {index: wording_of(_empty(known)) for index, known in previous.items()}
        _choose(chosen, {index: wording_of(wanted[index]) for index in missing}, words)
    return chosen


def _confirmed_source(message: Message) -> Previous | None:
    """Return the other source for which the translation of a message was confirmed; None if there is none.

    Where somebody has taken the flag away and left another text as `previous`, the translation is of the msgid.
    """
    known = message.previous
    if known is None or not any(message.msgstr) or DRAFTED in message.translator_comments:
        return None
    return known if message.fuzzy or has_words_of(message, known) else None


def was_confirmed_for(old: Message, new: Message) -> bool:
    known = _confirmed_source(old)
    return known is not None and has_words_of(new, known)


def has_words_of(message: Message, source: Previous) -> bool:
    """Whether the source of a message says the same in the same words, context and plural included."""
    return wording_of(_empty(source)) == wording_of(message)


def _empty(source: Previous) -> Message:
    return Message(msgid=source.msgid, msgctxt=source.msgctxt, msgid_plural=source.msgid_plural)


def source_of(message: Message) -> Previous:
    return Previous(msgid=message.msgid, msgctxt=message.msgctxt, msgid_plural=message.msgid_plural)
