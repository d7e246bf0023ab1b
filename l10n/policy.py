"""What a project asks of its translations: how bad each finding is, and how complete a catalog has to be.

`[tool.l10n.severity]` and `[tool.l10n.require]` as values; whether their codes and documents exist is for the gate.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from l10n.model import Severity

OFF = "off"
DOCUMENTS = "documents"
COMPLETE = 100
_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityRule:
    """How bad the findings of `selector` (a code or a group) are, in `locale` (None: in all); None is off.

    `keys` is where the configuration says so.
    """

    selector: str
    severity: Severity | None
    locale: str | None = None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """The least percentage of messages that have to be translated, of what `locale` and `document` say.

    None is all of them; `document` is a domain, a path of a source, or a pattern of either. `keys` is where the
    configuration says so.
    """

    percent: int
    locale: str | None = None
    document: str | None = None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubtitleRules:
    """How much a subtitle may have of lines, of characters on a line, and of characters for each second.

    The defaults are those of broadcasters: Netflix, Timed Text Style Guide (42 characters, 2 lines, 20 a second for
    adults in English; other languages and programmes for children have less), BBC Subtitle Guidelines (2 lines).
    `is_house` says that the project has set some of them.
    """

    characters_per_second: int = 20
    characters_per_line: int = 42
    lines: int = 2
    is_house: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a translation may have: of `characters` a message (None: as many as it likes), and as a subtitle."""

    characters: int | None = None
    subtitles: SubtitleRules = SubtitleRules()


NO_LIMITS = Limits()


def read_max_length(value: Any) -> Mapping[str, int]:
    """Return the most characters of a message, by patterns of documents. Raises ValueError, with the key."""
    return {
        pattern: _positive(number, ("max_length", pattern))
        for pattern, number in _table(value, "from document to characters").items()
    }


def read_subtitles(value: Any) -> Mapping[str, SubtitleRules]:
    """Return the rules for subtitles by locale, "" for all others. Raises ValueError, with the key."""
    table = _table(value, "of rules, such as { characters_per_line = 37, ja = { characters_per_line = 26 } }")
    common = _rules(
        SubtitleRules(), {key: one for key, one in table.items() if not isinstance(one, dict)}, ()
    )
    own = {locale: _rules(common, one, (locale,)) for locale, one in table.items() if isinstance(one, dict)}
    return {"": common, **own} if table else {}


def _rules(common: SubtitleRules, table: Mapping[str, Any], keys: tuple[str, ...]) -> SubtitleRules:
    known = [one.name for one in fields(SubtitleRules) if one.name != "is_house"]
    for key in table:
        if key not in known:
            raise ValueError(f"{_dotted(('subtitles', *keys, key))} is not one of {', '.join(known)}")
    numbers = {key: _positive(one, ("subtitles", *keys, key)) for key, one in table.items()}
    return replace(common, is_house=common.is_house or bool(numbers), **numbers)


def _positive(value: Any, keys: tuple[str, ...]) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _MOST:
        return value
    raise ValueError(f"{_dotted(keys)} must be a whole number from 1 to {_MOST:,}")


def read_severities(value: Any) -> tuple[SeverityRule, ...]:
    """Return the rules of a `severity` table. Raises ValueError, with the key, for what is none."""
    return tuple(_severities(_table(value, "from code to severity")))


def read_requirements(value: Any) -> tuple[Requirement, ...]:
    """Return the rules of a `require` table, or of a number for everything. Raises ValueError, with the key."""
    if isinstance(value, int | str) and not isinstance(value, bool):
        return (Requirement(percent=_percent(value, ()), keys=("require",)),)
    return tuple(_requirements(_table(value, "from locale to percent")))


def read_fail_on(value: Any) -> Severity:
    """Return the mildest severity that makes a check fail. Raises ValueError for what is none."""
    if isinstance(value, str) and value in set(Severity):
        return Severity(value)
    raise ValueError(f"must be one of {', '.join(map(_quoted, Severity))}, not {value!r}")


def _severities(table: Mapping[str, Any]) -> Iterator[SeverityRule]:
    for key, value in table.items():
        inner = value if isinstance(value, dict) else {key: value}
        locale = key if isinstance(value, dict) else None
        for selector, severity in inner.items():
            keys = ("severity", *((locale,) if locale else ()), selector)
            yield SeverityRule(
                selector=selector, severity=_severity(severity, keys), locale=locale, keys=keys
            )


def _requirements(table: Mapping[str, Any]) -> Iterator[Requirement]:
    for key, value in table.items():
        if not isinstance(value, dict):
            keys: tuple[str, ...] = ("require", key)
            yield Requirement(percent=_percent(value, keys), locale=key, keys=keys)
            continue
        locale = None if key == DOCUMENTS else key
        for document, percent in value.items():
            keys = ("require", key, document)
            yield Requirement(percent=_percent(percent, keys), locale=locale, document=document, keys=keys)


def _table(value: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"must be a table {what}")  # noqa: TRY004  # the caller reports ValueError
    return value


def _severity(value: Any, keys: tuple[str, ...]) -> Severity | None:
    if value == OFF:
        return None
    if isinstance(value, str) and value in set(Severity):
        return Severity(value)
    known = ", ".join(map(_quoted, (*Severity, OFF)))
    raise ValueError(f"{_dotted(keys)} must be one of {known}")


def _quoted(word: str) -> str:
    return f'"{word}"'


def _percent(value: Any, keys: tuple[str, ...]) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= COMPLETE:
        return value
    raise ValueError(f"{_dotted(keys)} must be a whole number from 0 to 100".lstrip())


def _dotted(keys: tuple[str, ...]) -> str:
    return ".".join(keys[1:])
