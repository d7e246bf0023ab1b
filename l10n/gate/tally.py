"""How many findings there are of each code, in each document and in each locale: what a first look asks for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from l10n.gate.places import LocatedFinding
from l10n.model import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many findings of each severity `name` has: a code, a document (its path) or a locale.

    The name of what belongs to no locale, as a template or the registry, is "".
    """

    name: str
    numbers: Mapping[Severity, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The findings of a run, counted three times; in each, what has the most errors is first."""

    codes: tuple[Count, ...]
    documents: tuple[Count, ...]
    locales: tuple[Count, ...]


def tally(found: Iterable[LocatedFinding], documents: Mapping[str, str]) -> Tally:
    """Return the counts of the findings. `documents` are the paths of the sources, by those of the files that belong
    to them; what belongs to none is counted under its own path.

    Law: each of the three adds up to all findings.
    """
    codes: dict[str, Counter[Severity]] = {}
    sources: dict[str, Counter[Severity]] = {}
    locales: dict[str, Counter[Severity]] = {}
    for placed in found:
        finding = placed.finding
        path = finding.location.path
        for counts, name in (
            (codes, finding.code),
            (sources, documents.get(path, path)),
            (locales, placed.locale or ""),
        ):
            counts.setdefault(name, Counter())[finding.severity] += placed.number
    return Tally(codes=_ordered(codes), documents=_ordered(sources), locales=_ordered(locales))


def _ordered(counts: Mapping[str, Counter[Severity]]) -> tuple[Count, ...]:
    counted = (
        Count(name=name, numbers={severity: numbers[severity] for severity in Severity})
        for name, numbers in counts.items()
    )
    return tuple(sorted(counted, key=lambda one: (*(-number for number in one.numbers.values()), one.name)))
