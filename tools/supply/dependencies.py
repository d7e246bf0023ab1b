"""What l10n needs to run: how large each part is, under which licence it comes, and when it was last released.

Sizes and licences are read from what is installed here, dates from `.ci/releases.toml`: no network is asked.
"""

import importlib.metadata
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

KEPT = Path(__file__).parent / "kept.toml"
PROJECT = "l10n-names"
OLDEST = 3  # years since the last release, until somebody has to say why it stays
# Licences that let anybody use, change and pass on what is installed, and ask no more than to be named (MPL: to pass
# on changes of its own files).
ALLOWED = {
    "MIT", "MIT License", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "PSF-2.0", "ISC License",
    "CNRI-Python",
}  # fmt: skip
# what older packages call these in their classifiers
_CLASSIFIERS = {
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
}
_LONGEST = 60  # code points of an expression; what is longer is the text of a licence
_WIDTHS = (21, 13, 9, 24, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """A distribution as installed; `size` in bytes, `licences` as it says, `released` the day, None if unknown."""

    name: str
    version: str
    size: int
    licences: tuple[str, ...]
    released: date | None

    def years_since(self, today: date) -> float:
        """Return the years since the release; 0 where it is not known."""
        return (today - self.released).days / 365.25 if self.released else 0.0


def runtime_dependencies(releases: Mapping[str, tuple[str, date]], *more: str) -> list[Dependency]:
    """Return what l10n needs to run, and `more`, and what these need, as installed here, by name."""
    found: dict[str, Dependency] = {}
    wanted = [PROJECT, *more]
    while wanted:
        name = _normalized(wanted.pop())
        if name in found:
            continue
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # needed on another system or by an older Python only
        version, day = releases.get(name, ("", None))
        found[name] = Dependency(
            name=name,
            version=distribution.version,
            size=_size(distribution),
            licences=licences_of(distribution),
            released=day if version == distribution.version else None,
        )
        needed = [one for one in distribution.requires or [] if "extra ==" not in one]
        wanted += [re.split(r"[^\w.-]", one, maxsplit=1)[0] for one in needed]
    return sorted((one for one in found.values() if one.name != PROJECT), key=lambda one: one.name)


def licences_of(distribution: importlib.metadata.Distribution) -> tuple[str, ...]:
    """Return the licences of a distribution by their SPDX names, or in its own words; none if it says none."""
    # get_all: where `importlib_metadata` is installed, a key that is missing raises
    for key in ("License-Expression", "License"):
        for said in distribution.metadata.get_all(key) or []:
            if said and len(said) < _LONGEST:
                return tuple(re.split(r" AND | OR ", said))
    classifiers = distribution.metadata.get_all("Classifier") or []
    return tuple(_CLASSIFIERS.get(one, one) for one in classifiers if one.startswith("License ::"))


def find_faults(
    dependencies: Sequence[Dependency], kept: Mapping[str, str], today: date, *, oldest: float = OLDEST
) -> Iterator[str]:
    """Yield a sentence for each dependency that may not be shipped with, and each reason that is no longer needed."""
    for one in dependencies:
        if not one.licences or not set(one.licences) <= ALLOWED:
            yield f"{one.name}: licence {' AND '.join(one.licences) or 'unknown'} is not one we allow"
        if one.released is None:
            yield f"{one.name} {one.version}: .ci/releases.toml does not say when it was released; run make lock"
        if one.years_since(today) > oldest and not kept.get(one.name):
            yield f"{one.name}: last released {one.released}, over {oldest:g} years ago; say why in {KEPT.name}"
    old = {one.name for one in dependencies if one.years_since(today) > oldest}
    for name in sorted(kept.keys() - old):
        yield f"{name}: not that old, or no dependency; delete it from {KEPT.name}"


def read_kept(path: Path = KEPT) -> dict[str, str]:
    """Return name → why it stays though it is old."""
    return {name: str(reason) for name, reason in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def format_table(dependencies: Sequence[Dependency]) -> str:
    """Return the table, 80 columns at most, with the sum of the sizes in its last line."""
    rows = [("dependency", "version", "size", "licence", "released")]
    rows += [
        (
            one.name,
            one.version,
            _size_in_words(one.size),
            " AND ".join(one.licences),
            str(one.released or "?"),
        )
        for one in dependencies
    ]
    rows.append(
        (f"{len(dependencies)} in all", "", _size_in_words(sum(one.size for one in dependencies)), "", "")
    )
    return "\n".join(_line(row) for row in rows)


def _line(row: Sequence[str]) -> str:
    cells = [
        text if len(text) < width else f"{text[: width - 2]}…"
        for text, width in zip(row, _WIDTHS, strict=True)
    ]
    cells[-1] = row[-1]
    padded = [
        text.rjust(width - 1) + " " if index == 2 else text.ljust(width)
        for index, (text, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    ]
    return "".join(padded).rstrip()


def _size(distribution: importlib.metadata.Distribution) -> int:
    """Return the bytes of the files that were installed, without what Python compiled of them."""
    files = [one for one in distribution.files or [] if one.suffix != ".pyc"]
    return sum(Path(str(one.locate())).stat().st_size for one in files if Path(str(one.locate())).is_file())


def _size_in_words(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"


def _normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
