"""A baseline: the findings a project had when it took the tool up, known by fingerprints that no moved line changes."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from l10n.budgets import read_json
from l10n.errors import BudgetError, ConfigurationError
from l10n.gate.capping import standing_for
from l10n.gate.places import LocatedFinding
from l10n.gate.rules import rules
from l10n.model import Finding, Location

SCHEMA_VERSION = 1
_COUNTED = "one that was only counted, behind others in the same text"
_MOST_ENTRIES = 250_000  # of what people write, 48 million characters hold fewer
_KEYS = {"fingerprint": str, "code": str, "path": str, "message": str, "count": int}


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineEntry:
    """A finding of the baseline, as often as it was there; `line` is where the file of the baseline names it."""

    fingerprint: str
    code: str
    path: str
    message: str
    count: int = 1
    line: int = 0


def read_baseline(text: str, name: str) -> tuple[BaselineEntry, ...]:
    """Return the entries of a baseline. Raises ConfigurationError, with the place, for what is none.

    Raises BudgetError for more than anybody has.
    """
    try:
        document = read_json(text, name)
    except (ValueError, RecursionError) as error:
        raise _broken(name, f"not valid JSON: {error}") from error
    entries = document.get("findings") if isinstance(document, dict) else None
    if not isinstance(entries, list) or document.get("schema_version") != SCHEMA_VERSION:
        raise _broken(name, f'"schema_version": {SCHEMA_VERSION} and a list of "findings" are expected')
    if len(entries) > _MOST_ENTRIES:
        what = f"{len(entries):,} findings, and {_MOST_ENTRIES:,} are allowed"
        raise BudgetError(f"this baseline asks for too much: {what}", where=name)
    found = []
    lines = iter(enumerate(text.split("\n"), 1))
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or any(
            type(entry.get(key)) is not kind for key, kind in _KEYS.items()
        ):
            raise _broken(name, f'entry {number} of "findings" is not {{{", ".join(_KEYS)}}}')
        line = next((line for line, written in lines if f'"{entry["fingerprint"]}"' in written), 1)
        found.append(BaselineEntry(**{key: entry[key] for key in _KEYS}, line=line))
    return tuple(found)


def _broken(name: str, why: str) -> ConfigurationError:
    return ConfigurationError(
        "this baseline cannot be read", where=name, why=why, hint="recreate it with --update-baseline"
    )


def write_baseline(found: Sequence[LocatedFinding], kept: Iterable[BaselineEntry]) -> str:
    """Return the text of a baseline with what was found, and `kept`: entries that this run could not judge.

    Law: reading it gives each finding as often as it was found.
    """
    counts = Counter(chain.from_iterable(placed.rest or (placed.fingerprint,) for placed in found))
    entries = {entry.fingerprint: _as_json(entry) for entry in kept}
    for placed in sorted(found, key=lambda placed: not placed.rest):  # what is shown has the last word
        finding = placed.finding
        for fingerprint in placed.rest or (placed.fingerprint,):
            known = BaselineEntry(
                fingerprint=fingerprint,
                code=finding.code,
                path=finding.location.path,
                message=_COUNTED if placed.rest else finding.message,
                count=counts[fingerprint],
            )
            entries[fingerprint] = _as_json(known)
    ordered = sorted(
        entries.values(),
        key=lambda entry: [str(entry[key]) for key in ("path", "code", "message", "fingerprint")],
    )
    document = {"schema_version": SCHEMA_VERSION, "findings": ordered}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _as_json(known: BaselineEntry) -> Mapping[str, object]:
    return {key: getattr(known, key) for key in _KEYS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Findings beside a baseline: `new` are not in it, `known` are; `gone` are its entries that were not found."""

    new: tuple[LocatedFinding, ...]
    known: tuple[LocatedFinding, ...]
    gone: tuple[BaselineEntry, ...]


def compare(found: Sequence[LocatedFinding], baseline: Sequence[BaselineEntry]) -> Compared:
    """Return which findings the baseline knows, each as often as it says, first ones first.

    Law: whether those behind the last one shown are counted or found makes no difference to what is new.
    """
    left = Counter({entry.fingerprint: entry.count for entry in baseline})
    new: list[LocatedFinding] = []
    known: list[LocatedFinding] = []
    for placed in found:
        if not placed.rest:
            (known if _take(left, placed.fingerprint) else new).append(placed)
            continue
        unknown = [one for one in placed.rest if not _take(left, one)]
        if unknown:
            new.append(standing_for(placed, unknown))
        if covered := Counter(placed.rest) - Counter(unknown):
            known.append(standing_for(placed, list(covered.elements())))
    gone = tuple(entry for entry in baseline if left[entry.fingerprint] > 0)
    return Compared(new=tuple(new), known=tuple(known), gone=gone)


def _take(left: Counter[str], fingerprint: str) -> bool:
    """Take a finding from what is left of a baseline; return whether it was there."""
    if left[fingerprint] <= 0:
        return False
    left[fingerprint] -= 1
    return True


def unused(gone: Iterable[BaselineEntry], name: str) -> Iterator[Finding]:
    """Yield a finding for each entry of a baseline that is not found any more."""
    for entry in gone:
        yield Finding(
            code="unused-ignore",
            severity=rules()["unused-ignore"].severity,
            message=f"{entry.code} is no longer found in {entry.path}: {entry.message}",
            location=Location(path=name, line=entry.line, column=1),
            hint="remove it with `l10n check --update-baseline`",
        )
