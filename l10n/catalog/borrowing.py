"""Translations of a text from the catalogs of other documents: a paragraph that moved, or stands in two of them.

A new text is asked after by its words (`words_key`). What other catalogs say to it comes over as `migration` brings it:
confirmed where it was confirmed for the very same text, else fuzzy. Nothing is taken away from where it stands.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from l10n.catalog.catalog import Message, MessageKey
from l10n.catalog.migration import flow_of, migrate, words_of
from l10n.catalog.origins import source_of
from l10n.catalog.sentences import DRAFTED, hash_of_key


def words_key(text: str) -> int:
    """Return what texts with the same words have in common, as a signed number of 64 bits."""
    return hash_of_key(words_of(text) or text)


def lent(messages: Iterable[Message]) -> Iterator[Message]:
    """Yield what a catalog can lend: each translation with the text it was made for, and no guess of an update.

    A translation that was confirmed for another text than stands beside it now is lent for that one.
    """
    for message in messages:
        if message.is_header or message.msgid_plural is not None or not any(message.msgstr):
            continue
        before = message.previous if message.fuzzy else None
        if DRAFTED in message.translator_comments:
            continue
        if before is None or before == source_of(message):
            yield replace(message, obsolete=False, references=(), extracted_comments=())
        elif before.msgid_plural is None:
            yield Message(
                msgid=before.msgid,
                msgctxt=before.msgctxt,
                msgstr=message.msgstr,
                translator_comments=message.translator_comments,
            )


def borrowed(
    wanted: Collection[Message],
    proposed: dict[MessageKey, Message],
    pool: Iterable[Message],
    languages: tuple[str, str],
) -> tuple[Message, ...]:
    """Return those of the `wanted` messages that `pool` has a translation for, with it.

    `proposed` is what their own catalog has for them: a guess of its own gives way to a confirmed translation only.
    Where the pool says several things to one text, or says it in another context, it is a guess as well. Law: the order
    of the pool, and how often something is in it, changes nothing.
    """
    known = sorted(_agreed(set(pool)), key=_order, reverse=True)
    contexts: defaultdict[int, set[str | None]] = defaultdict(set)
    for message in known:
        contexts[words_key(message.msgid)].add(message.msgctxt)
    asked = [message for message in wanted if words_key(message.msgid) in contexts]
    found = []
    for message in migrate(asked, known, languages).messages if asked else ():
        if not any(message.msgstr):
            continue
        own = proposed.get(message.key)
        is_guess = message.fuzzy or message.msgctxt not in contexts[words_key(message.msgid)]
        if own is None or not any(own.msgstr) or (own.fuzzy and not is_guess):
            found.append(_as_guess(message) if is_guess else message)
    return tuple(found)


def _as_guess(message: Message) -> Message:
    if message.fuzzy:
        return message
    return replace(message, flags=("fuzzy", *message.flags), previous=message.previous or source_of(message))


def _order(message: Message) -> tuple[str, ...]:
    return (message.msgid, message.msgctxt or "", *message.msgstr, *message.translator_comments)


def _agreed(pool: Collection[Message]) -> Iterator[Message]:
    """Yield the pool; where it says several things to one text, each is no more than a guess."""
    said: defaultdict[str, set[Sequence[str]]] = defaultdict(set)
    for message in pool:
        if not message.fuzzy:
            said[flow_of(message.msgid)].add(tuple(map(flow_of, message.msgstr)))
    for message in pool:
        yield _as_guess(message) if len(said[flow_of(message.msgid)]) > 1 else message
