"""What a finding is about: the message it stands in, where it ends on its line, and what it is known by."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from l10n.catalog.catalog import Message, MessageKey
from l10n.checks.base import Subject
from l10n.model import Finding
from l10n.remembering import remembered

if TYPE_CHECKING:
    from l10n.catalog.pofile import PoFile

_Item = TypeVar("_Item")

_MOST_SAID = 300  # characters of a sentence of a finding
_WORD = re.compile(r"\w+(?:[-’']\w+)*+")
_QUOTED = re.compile(r"“([^”]*)”")
_LONGEST_WORD = 1_000  # code points of a word that are shown: what has a finding at each letter is no word
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedFinding:
    """A finding with the message it stands in.

    `locale` is that of the catalog it was found with, None for a template. `key` and `form` say which msgstr it is
    in, or which message of a source; None where it is in none. `end_column` is 1-based and exclusive, on the line of
    the finding. `fingerprint` stays the same when lines move: it is made of the code, the file, the message and what
    is said. `rest` are the fingerprints of the findings it stands for that are only counted (`capping`); none for an
    ordinary one.
    """

    finding: Finding
    locale: str | None
    key: MessageKey | None = None
    form: int = 0
    end_column: int | None = None
    fingerprint: str
    rest: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """How many findings it is: more than one only where it stands for others."""
        return len(self.rest) or 1


class Text:
    """The lines of a file, for looking at the one a finding is on."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def lines(self) -> Sequence[str]:
        """The lines without their ends; most texts have no finding, and are never divided."""
        return _LINE_BREAK.split(self._text)

    def line(self, number: int | None) -> str:
        """Return the 1-based line without its end, or "" for one that is not there."""
        return self.lines[number - 1] if number is not None and 0 < number <= len(self.lines) else ""


class FindingLocator:
    """Places the findings of one subject."""

    def __init__(self, subject: Subject, texts: Mapping[str, Text]) -> None:
        self._subject = subject
        self._texts = texts
        self._messages = subject.file.messages if subject.file else ()
        self._starts = [message.line for message in self._messages]
        self._segments = subject.document.segments
        self._segment_starts = [segment.location.line or 0 for segment in self._segments]

    def locate(self, finding: Finding) -> LocatedFinding:
        """Return the finding with the message it is in, its end, and its fingerprint."""
        subject, line = self._subject, finding.location.line
        key, form, file, message = None, 0, subject.file, None
        if file is not None and line is not None and finding.location.path == subject.catalog_name:
            if message := _last(self._messages, self._starts, line):
                key, form = message.key, _form_at(file, message, line)
        elif line is not None and finding.location.path == subject.document.path:
            segment = _last(self._segments, self._segment_starts, line)
            key = (segment.msgctxt, segment.msgid) if segment else None
        return LocatedFinding(
            finding=_bounded(finding),
            locale=subject.locale,
            key=key,
            form=form,
            end_column=self._end(finding, message, form),
            fingerprint=fingerprint(finding, key, form),
        )

    def _end(self, finding: Finding, message: Message | None, form: int) -> int | None:
        place, file = finding.location, self._subject.file
        if place.line is None or place.column is None:
            return None
        line = self._texts[place.path].line(place.line) if place.path in self._texts else ""
        if file and message and finding.edit and finding.edit.end > finding.edit.start:
            from l10n.catalog import pofile

            last = pofile.locate(file, message, form, finding.edit.end - 1)
            if last[0] == place.line and last[1] >= place.column:
                return last[1] + 1
        return place.column + _length(line, place.column - 1, finding.message)


def located_alone(finding: Finding) -> LocatedFinding:
    """Return a finding that is about a whole file: there is no line to show."""
    return LocatedFinding(finding=finding, locale=None, fingerprint=fingerprint(finding, None, 0))


def located_on_line(finding: Finding, texts: Mapping[str, Text]) -> LocatedFinding:
    """Return a finding that is about a whole line of a file, or about the file when it stands on its first."""
    place, placed = finding.location, located_alone(finding)
    text = texts.get(place.path)
    if text is None or place.line in (None, 1):
        return placed
    return replace(placed, end_column=len(text.line(place.line)) + 1)


def fingerprint(finding: Finding, key: MessageKey | None, form: int) -> str:
    """Return what a finding is known by in a baseline: 32 hexadecimal digits, the same wherever its line moves."""
    digest = _digest_of_text(finding.code, finding.location.path, key).copy()
    digest.update(f"\0{form}\0{finding.message}".encode("utf-8", "backslashreplace"))
    return digest.hexdigest()[:32]


@remembered(1)
def _digest_of_text(code: str, path: str, key: MessageKey | None) -> "hashlib._Hash":
    """Return the beginning of a fingerprint: a long text has many findings."""
    context, msgid = key or (None, "")
    text = "\0".join((code, path, "" if context is None else f"={context}", msgid))
    return hashlib.sha256(text.encode("utf-8", "backslashreplace"))


def _bounded(finding: Finding) -> Finding:
    """Return the finding with no more of what it quotes than people read: a number may be as long as a book."""
    said = (finding.message, finding.hint, *finding.because)
    if max(map(len, said)) <= _MOST_SAID:
        return finding
    message, hint, *because = map(_excerpt, said)
    return replace(finding, message=message, hint=hint, because=tuple(because))


def _excerpt(text: str) -> str:
    if len(text) <= _MOST_SAID:
        return text
    left = len(text) - _MOST_SAID
    return f"{text[: _MOST_SAID * 2 // 3]}[… {left} more …]{text[-_MOST_SAID // 3 :]}"


def _last(items: Sequence[_Item], starts: Sequence[int], line: int) -> _Item | None:
    """Return the last item that starts at `line` or before."""
    index = bisect_right(starts, line)
    return items[index - 1] if index else None


def _form_at(file: "PoFile", message: Message, line: int) -> int:
    from l10n.catalog import pofile

    forms = range(1, len(message.msgstr))
    return max((form for form in forms if pofile.locate(file, message, form, 0)[0] <= line), default=0)


def _length(line: str, start: int, message: str) -> int:
    """Return how much of a line a finding is about: what its message quotes, else the word there, else one."""
    quoted = next((found[1] for found in _QUOTED.finditer(message) if line.startswith(found[1], start)), "")
    if quoted:
        return len(quoted)
    word = _WORD.match(line, start, start + _LONGEST_WORD)
    return len(word[0]) if word else min(1, max(0, len(line) - start))
