"""Which row and cell a finding belongs to, by the place it names."""

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from l10n.catalog.catalog import Message, MessageKey
from l10n.catalog.pofile import PoFile, locate
from l10n.model import Document, Finding

_Place = tuple[int, int]
_LINE_END = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsByMessage:
    """The findings about one file: by the message they are about, and those about none."""

    by_key: Mapping[MessageKey, tuple[Finding, ...]]
    rest: tuple[Finding, ...]


def place_in_catalog(findings: Iterable[Finding], file: PoFile | None) -> FindingsByMessage:
    """Return the findings about a catalog by the message on whose lines they are."""
    if file is None:
        return FindingsByMessage(by_key={}, rest=tuple(findings))
    starts: list[_Place] = []
    messages: list[Message] = []
    line, counted = 1, 0
    for block in file.blocks:
        line, counted = line + file.raw.count(b"\n", counted, block.start), block.start
        starts.append((line, 1))
        messages.append(block.message)
    return _placed(findings, starts, [message.key for message in messages])


def place_in_source(findings: Iterable[Finding], document: Document) -> FindingsByMessage:
    """Return the findings about a source by the segment that begins there or last before it."""
    found = tuple(findings)
    if not found:  # as in most documents
        return FindingsByMessage(by_key={}, rest=())
    first: dict[_Place, MessageKey] = {}
    for segment in document.segments:
        place = segment.location.line or 1, segment.location.column or 1
        first.setdefault(place, (segment.msgctxt, segment.msgid))
    places = sorted(first)
    return _placed(found, places, [first[place] for place in places])


def _placed(
    findings: Iterable[Finding], starts: Sequence[_Place], keys: Sequence[MessageKey]
) -> FindingsByMessage:
    by_key: dict[MessageKey, list[Finding]] = {}
    rest: list[Finding] = []
    for finding in findings:
        where = finding.location.line or 0, finding.location.column or _LINE_END
        place = bisect.bisect_right(starts, where) - 1
        if place < 0:
            rest.append(finding)
        else:
            by_key.setdefault(keys[place], []).append(finding)
    return FindingsByMessage(by_key={key: tuple(found) for key, found in by_key.items()}, rest=tuple(rest))


def form_of(finding: Finding, message: Message, file: PoFile) -> int:
    """Return the number of the msgstr that a finding about a message is in."""
    place = (finding.location.line or 0, finding.location.column or 0)
    forms = range(len(message.msgstr) - 1, 0, -1)
    return next((form for form in forms if locate(file, message, form, 0) <= place), 0)
