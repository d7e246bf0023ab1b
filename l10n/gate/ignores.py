"""`# l10n: ignore CODE reason`: comments of a catalog that say which findings are meant to be there.

Above a message it holds for that message, in the header for the whole catalog. Several codes are separated by
commas. What follows them is the reason.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.catalog.catalog import Message, MessageKey
from l10n.errors import ConfigurationError
from l10n.gate.places import LocatedFinding, Text
from l10n.gate.rules import GATE, codes_by_group, rules
from l10n.gate.selection import codes_of
from l10n.model import Finding, Location

if TYPE_CHECKING:
    from l10n.catalog.pofile import PoFile

_IGNORE = re.compile(r"\s*+l10n:\s*+ignore\b\s*+")
_BEFORE_REASON = " \t:–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """One code (or group) that a comment ignores: in the message `key`, or with None in the whole catalog."""

    selector: str
    codes: frozenset[str]
    reason: str
    key: MessageKey | None
    location: Location

    def covers(self, placed: LocatedFinding) -> bool:
        """Return whether it is about this finding."""
        finding = placed.finding
        return (
            finding.code in self.codes
            and finding.location.path == self.location.path
            and self.key in (None, placed.key)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignores:
    """What the comments of one catalog ignore, and the findings about comments that cannot be followed."""

    ignores: tuple[Ignore, ...] = ()
    invalid: tuple[Finding, ...] = ()

    def by_message(self) -> dict[MessageKey | None, list[Ignore]]:
        """Return them by the message they are about; None is the whole catalog."""
        found: dict[MessageKey | None, list[Ignore]] = {}
        for ignore in self.ignores:
            found.setdefault(ignore.key, []).append(ignore)
        return found


def read_ignores(file: "PoFile", text: Text, name: str) -> Ignores:
    """Return what the comments of the live messages and the header of a catalog ignore."""
    ignores: list[Ignore] = []
    invalid: list[Finding] = []
    for message in file.messages:
        if message.obsolete:
            continue
        for comment, line in _comments(message, text):
            location = Location(path=name, line=line, column=1)
            for found in _read(comment, None if message.is_header else message.key, location):
                (ignores if isinstance(found, Ignore) else invalid).append(found)  # type: ignore[arg-type]
    return Ignores(ignores=tuple(ignores), invalid=tuple(invalid))


def unused(
    ignores: Sequence[Ignore], used: Iterable[Ignore], checked_codes: frozenset[str]
) -> Iterator[Finding]:
    """Yield a finding for each comment that ignored nothing, of those whose codes have been looked for."""
    was_used = set(used)
    for ignore in ignores:
        if ignore not in was_used and ignore.codes <= checked_codes:
            yield Finding(
                code="unused-ignore",
                severity=rules()["unused-ignore"].severity,
                message=f"{ignore.selector} is no longer found here",
                location=ignore.location,
                hint="delete the comment",
            )


def _comments(message: Message, text: Text) -> Iterator[tuple[str, int]]:
    """Yield the comments of a message that begin as ours do, with their lines."""
    if not any(_IGNORE.match(comment) for comment in message.translator_comments):
        return
    line = message.line - 1
    while line > 0 and (text.line(line).startswith("#") or not text.line(line).strip()):
        line -= 1
    for number in range(line + 1, message.line):
        comment = text.line(number)
        if comment.startswith("#") and _IGNORE.match(comment, 1):
            yield comment[1:], number


def _read(comment: str, key: MessageKey | None, location: Location) -> Iterator[Ignore | Finding]:
    """Yield an ignore for each code of a comment, and a finding for whatever is wrong with it."""
    start = _IGNORE.match(comment)
    codes, _, reason = _divided(comment[start.end() :] if start else "")
    reason = reason.lstrip(_BEFORE_REASON).rstrip()
    if not codes:
        yield _invalid(location, "the code to ignore is missing", "for example: l10n: ignore CODE reason")
    elif not reason:
        yield _invalid(
            location,
            f"the reason for ignoring {', '.join(codes)} is missing",
            "add the reason after the code",
        )
    for selector in codes:
        try:
            found = frozenset(codes_of(selector, ""))
        except ConfigurationError as error:
            yield _invalid(location, error.what, error.hint)
            continue
        if found & set(codes_by_group()[GATE]):
            yield _invalid(location, f"{selector} cannot be ignored here", "set it in [tool.l10n.severity]")
            continue
        yield Ignore(selector=selector, codes=found, reason=reason, key=key, location=location)


def _divided(text: str) -> tuple[list[str], str, str]:
    """Return the codes before the first blank that follows no comma, and the reason behind it."""
    codes: list[str] = []
    rest = text
    while rest:
        word, blank, rest = rest.partition(" ")
        codes += [code for code in word.split(",") if code]
        if not word.endswith(",") and not rest.startswith(","):
            return codes, blank, rest
    return codes, "", ""


def _invalid(location: Location, message: str, hint: str) -> Finding:
    return Finding(
        code="invalid-ignore",
        severity=rules()["invalid-ignore"].severity,
        message=message,
        location=location,
        hint=hint,
    )
