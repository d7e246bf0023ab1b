"""What a gate was told not to see, in one line and as values for programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from l10n.cli.printing import counted
from l10n.cli.terminal_escaping import one_line

if TYPE_CHECKING:
    from l10n.gate.silencing import Silenced

WIDTH = 160  # cells: two lines of a terminal; a name that is not said is not seen


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of the line: what must be said, and names for which there may be room."""

    short: str
    names: Sequence[str] = ()

    def with_names(self, number: int) -> str:
        """Return it with its first names, so many."""
        named = [*self.names[:number], *(["…"] if number < len(self.names) else [])]
        return one_line(f"{self.short}: {', '.join(named)}" if number else self.short)


def silence_line(silenced: "Silenced", width: int = WIDTH) -> str:
    """Return what is silenced in one line, "" for nothing: always how many, and as many of the names as `width`
    cells have room for."""
    parts = list(_parts(silenced))
    said = [part.with_names(0) for part in parts]
    for index, part in enumerate(parts):  # what silences most is named first
        for number in range(1, len(part.names) + 1):
            named = [*said[:index], part.with_names(number), *said[index + 1 :]]
            if cell_len(_joined(named)) > width:
                break
            said = named
    return _joined(said) if said else ""


def _joined(said: list[str]) -> str:
    return f"silenced: {'; '.join(said)}"


def _parts(silenced: "Silenced") -> Iterator[_Part]:
    if silenced.off:
        yield _Part(f"{counted(len(silenced.off), 'code is', 'codes are')} off", _placed(silenced.off))
    if silenced.milder:
        yield _Part(
            f"{counted(len(silenced.milder), 'code is', 'codes are')} milder", _placed(silenced.milder)
        )
    if silenced.only:
        yield _Part(f"only {len(silenced.only)} selected", silenced.only)
    if silenced.without:
        yield _Part(f"{len(silenced.without)} left out", silenced.without)
    for what, values in silenced.allowed.items():
        noun = what.removesuffix("s")
        yield _Part(f"{counted(len(values), f'{noun} is', f'{what} are')} allowed", values)
    if silenced.skipped:
        yield _Part(f"{counted(len(silenced.skipped), 'part is', 'parts are')} no text", silenced.skipped)
    if silenced.enough:
        least = min(rule.percent for rule in silenced.enough)
        names = [" ".join((rule.locale or "all", rule.document or "")).rstrip() for rule in silenced.enough]
        if len(names) == 1:
            yield _Part(f"{least}% is enough", names)
        else:
            percents = (rule.percent for rule in silenced.enough)
            named = [f"{name} {percent}%" for name, percent in zip(names, percents, strict=True)]
            yield _Part(f"from {least}% on is enough", named)
    if silenced.passing:
        yield _Part(f"{' and '.join(map(str, silenced.passing))}s pass")
    if silenced.baseline:
        yield _Part(f"the baseline hides {silenced.baseline}")
    if silenced.comments:
        yield _Part(f"comments hide {silenced.comments}")


def _placed(codes: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [f"{code} ({' '.join(locales)})" if locales else code for code, locales in codes.items()]


def silence_as_json(silenced: "Silenced") -> dict[str, Any]:
    """Return what is silenced as JSON; `l10n schema check` says what each key is."""
    return {
        "line": silence_line(silenced),
        "off": [{"code": code, "locales": list(locales)} for code, locales in silenced.off.items()],
        "milder": [{"code": code, "locales": list(locales)} for code, locales in silenced.milder.items()],
        "only": list(silenced.only),
        "without": list(silenced.without),
        "allowed": {what: list(silenced.allowed.get(what, ())) for what in ("links", "images", "tags")},
        "skipped": list(silenced.skipped),
        "enough": [
            {"locale": rule.locale, "document": rule.document, "percent": rule.percent}
            for rule in silenced.enough
        ],
        "passing": list(map(str, silenced.passing)),
        "baseline": silenced.baseline,
        "comments": silenced.comments,
    }
