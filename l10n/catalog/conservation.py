"""What an update may not lose: translations, comments, flags and the header, whatever became of the source."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from l10n.catalog.catalog import Message, MessageKey
from l10n.catalog.plurality import kept_forms

_FEW = 4  # so few translations may vanish together without a question


def holds_work(message: Message) -> bool:
    """Whether somebody has written something here: a translation or a comment."""
    return any(message.msgstr) or any(message.translator_comments)


def lost_translations(old: Iterable[Message], new: Iterable[Message]) -> tuple[Message, ...]:
    """Return the messages of `old` of which a non-empty msgstr stands nowhere in `new`; headers do not count.

    A text that stood twice must stand twice. Forms that a singular has no place for may stand in a comment.
    """
    before = [message for message in old if not message.is_header and any(message.msgstr)]
    if not before:
        return ()
    kept = Counter(form for message in new if not message.is_header for form in kept_forms(message))
    return tuple(message for message in before if not _took(message.msgstr, kept))


def _took(texts: Iterable[str], kept: Counter[str]) -> bool:
    """Take each text out of those that are kept, and tell whether all were there.

    Subtracting counters looks at all that is kept, each time.
    """
    missing = 0
    for text in filter(None, texts):
        if kept[text]:
            kept[text] -= 1
        else:
            missing += 1
    return not missing


def removal_is_suspicious(old: Iterable[Message], new: Iterable[Message]) -> bool:
    """Whether so many translations leave the live part that a person has to agree (`--allow-removal`).

    It is when no live message is left though there were translations, and when more than half of at least four
    live translations become obsolete or vanish.
    """
    before = [
        message for message in old if not message.is_header and not message.obsolete and any(message.msgstr)
    ]
    if not before:
        return False
    live = [message for message in new if not message.is_header and not message.obsolete]
    forms = Counter(form for message in live for form in kept_forms(message))
    divided = {message.previous.msgid for message in live if message.previous}
    vanished = 0
    for message in before:
        if message.msgid in divided:  # its sentences live on
            continue
        vanished += not _took(message.msgstr, forms)
    return not live or (len(before) >= _FEW and vanished * 2 > len(before))


def lost_remarks(old: Sequence[Message], new: Sequence[Message]) -> tuple[str, ...]:
    """Return what else of the translators' work in `old` is missing in `new`, as it is to be named.

    That is each line of a translator comment, each flag but `fuzzy` of a message that holds work, and each header.
    """
    missing = Counter(_remarks(old)) - Counter(_remarks(new))
    if not missing:
        return ()
    forms = {form for message in new for form in message.msgstr}
    return tuple(
        name
        for name in missing
        # a form that was kept in a comment may be a form again
        if not any(form in forms for form in kept_forms(Message(msgid="", translator_comments=(name,))))
    )


def _remarks(messages: Iterable[Message]) -> Iterable[str]:
    for message in messages:
        if message.is_header:
            yield f"the header {message.msgstr[0]!r}"
        if message.is_header or holds_work(message):
            yield from filter(None, message.translator_comments)
            yield from (f"the flag {flag}" for flag in message.flags if flag != "fuzzy")


def vanished(
    known: Sequence[Message], now: Sequence[Message], wanted: Collection[MessageKey] | None = None
) -> tuple[Message, ...]:
    """Return the translated messages of an earlier state that a catalog has lost without anybody's work on them.

    A message is lost when neither its source nor any text of its translation is there any more. That all obsolete
    messages are gone is how editors tidy up. Translations that were emptied are somebody's work, unless they are
    more than half of at least four. With `wanted`, which is what the source holds now, the guess at a text that was
    given up again is no translation (`_is_of_an_abandoned_edit`).
    """
    forms = {form for message in now for form in kept_forms(message)}
    sources = {message.key: message for message in now}
    previous = {message.previous.msgid for message in now if message.previous}
    before = [message for message in known if not message.is_header and any(message.msgstr)]
    lost = [
        message
        for message in before
        if message.key not in sources
        and message.msgid not in previous
        and forms.isdisjoint(filter(None, message.msgstr))
        and not (wanted is not None and _is_of_an_abandoned_edit(message, wanted, sources))
    ]
    if all(message.obsolete for message in lost) and not any(message.obsolete for message in now):
        lost = []
    emptied = [
        message for message in before if message.key in sources and not any(sources[message.key].msgstr)
    ]
    emptied = [message for message in emptied if forms.isdisjoint(filter(None, message.msgstr))]
    if len(before) >= _FEW and len(emptied) * 2 > len(before):
        lost += emptied
    return tuple(lost)


def _is_of_an_abandoned_edit(
    message: Message, wanted: Collection[MessageKey], now: Mapping[MessageKey, Message]
) -> bool:
    """Whether a message is an unconfirmed guess at a text that the source no longer holds, and the translation it was
    made from, if any, stands where it stood.
    """
    if not message.fuzzy or message.obsolete or message.key in wanted:
        return False
    source = message.previous
    if source is None:
        return True
    before = now.get((source.msgctxt, source.msgid))
    return before is not None and before.translated


def shortened(
    known: Sequence[Message], now: Sequence[Message], wanted: Collection[MessageKey] | None = None
) -> tuple[Message, ...]:
    """Return the translated messages of an earlier state that are other ones in `now`, which was cut out of it.

    Where only obsolete messages are missing, all of them, an editor has tidied up. `wanted` is as for `vanished`.
    """
    texts = {message.key: message.msgstr for message in now}
    sources = {message.key: message for message in now}
    lost = [
        message
        for message in known
        if not message.is_header
        and any(message.msgstr)
        and texts.get(message.key) != message.msgstr
        and not (wanted is not None and _is_of_an_abandoned_edit(message, wanted, sources))
    ]
    if all(message.obsolete for message in lost) and not any(message.obsolete for message in now):
        return ()
    return tuple(lost)
