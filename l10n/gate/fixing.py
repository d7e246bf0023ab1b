"""Making edits in a message: as many of them as do not overlap, the first ones first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n.catalog.catalog import Message
from l10n.gate.places import LocatedFinding
from l10n.model import Edit, Finding, apply_edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A finding whose edit was made: what stood there, and what stands there now."""

    finding: Finding
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedMessage:
    """A message with the edits that were made in it."""

    message: Message
    done: tuple[Fixed, ...] = ()


def apply_fixes(message: Message, found: Sequence[LocatedFinding]) -> FixedMessage:
    """Return `message` with the edits of `found` in its msgstrs.

    Of two that overlap only the first is made: the other may be another after it. An edit that would empty a text,
    or that changes nothing, is not made. Flags and everything else stay as they are.
    """
    texts = list(message.msgstr)
    done: list[Fixed] = []
    for form, text in enumerate(message.msgstr):
        edits: list[Edit] = []
        end = -1
        own = (placed.finding for placed in found if placed.form == form)
        for finding, edit in sorted(
            ((one, one.edit) for one in own if one.edit), key=lambda pair: pair[1].start
        ):
            before = text[edit.start : edit.end]
            if edit.start < end or before == edit.replacement:
                continue
            end = max(edit.end, edit.start + 1)
            edits.append(edit)
            done.append(Fixed(finding=finding, before=before, after=edit.replacement))
        texts[form] = apply_edits(text, edits)
    if message.obsolete or not all(
        new.strip() or not old for new, old in zip(texts, message.msgstr, strict=True)
    ):
        return FixedMessage(message=message)
    return FixedMessage(message=replace(message, msgstr=tuple(texts)), done=tuple(done))
