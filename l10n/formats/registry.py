"""Which formats there are: ours, and those that installed packages bring (entry points `l10n.formats`).

The name of such an entry point is a suffix without its dot, its object a format or what makes one:
`org = "org_mode.l10n:OrgMode"`. Packages are looked through only for a suffix we do not know ourselves, and a format
is imported only for a file that has its suffix.
"""

import posixpath
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from l10n.errors import ConfigurationError, L10nError, SourceError
from l10n.formats.base import Configurable, Format
from l10n.settings import FormatSettings

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "l10n.formats"
# where each of our formats is, with its suffixes: a module is imported for a file that has one of them
_OURS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("plaintext", "PlainText"): (".txt", ".text"),
    ("markdown_format", "Markdown"): (".md", ".markdown", ".mdown", ".mkd"),
    ("html_format", "Html"): (".html", ".htm", ".xhtml"),
    ("subtitles", "SubRip"): (".srt",),
    ("subtitles", "WebVtt"): (".vtt",),
}


@cache
def all_formats() -> tuple[Format, ...]:
    """Return all of our formats."""
    return tuple(_our_format(*place) for place in _OURS)


def format_of(path: str) -> Format | None:
    """Return our format for the suffix of `path`, or None when none has it."""
    suffix = posixpath.splitext(path)[1].lower()
    return next((_our_format(*place) for place, suffixes in _OURS.items() if suffix in suffixes), None)


@cache
def _our_format(module: str, name: str) -> Format:
    made: Format = getattr(import_module(f"l10n.formats.{module}"), name)()
    return made


class Formats:
    """The formats, set up as a project says."""

    def __init__(self, settings: FormatSettings) -> None:
        self._settings = settings
        self._installed: dict[str, EntryPoint] | None = None
        self._loaded: dict[str, Format] = {}

    def of(self, path: str) -> Format | None:
        """Return the format for the suffix of `path`; None when there is none.

        Raises ConfigurationError when an installed format cannot be used, or wants a suffix that is taken.
        """
        suffix = posixpath.splitext(path)[1].lower()
        if suffix not in self._loaded and (ours := format_of(path)):
            self._loaded[suffix] = _configured(ours, self._settings)
        if suffix and suffix not in self._loaded and suffix in self.installed:
            self._loaded[suffix] = _configured(_load(self.installed[suffix], suffix), self._settings)
        return self._loaded.get(suffix)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of all formats, ours first."""
        return (*chain.from_iterable(_OURS.values()), *sorted(self.installed))

    @property
    def installed(self) -> "dict[str, EntryPoint]":
        """The entry points of installed formats by suffix. Raises ConfigurationError when two want one suffix."""
        if self._installed is None:
            self._installed = _installed()
        return self._installed


@contextmanager
def blamed(form: Format, path: str) -> Iterator[None]:
    """Turn what an installed format raises into a SourceError that names it; a bug of ours stays a traceback."""
    try:
        yield
    except L10nError:
        raise
    except Exception as error:
        package = type(form).__module__.partition(".")[0]
        if package == __package__.partition(".")[0]:
            raise
        raise SourceError(
            f"the format {form.name!r} of the package {package} fails: {type(error).__name__}: {error}",
            where=path,
            why="the format was installed separately; it is not part of l10n",
            hint="report it to the authors of that package; until then, move the file out of source/",
        ) from error


def _configured(form: Format, settings: FormatSettings) -> Format:
    return form.configured(settings) if isinstance(form, Configurable) else form


def _installed() -> "dict[str, EntryPoint]":
    from importlib.metadata import entry_points  # takes longer than reading a small document

    found: dict[str, EntryPoint] = {}
    for point in entry_points(group=ENTRY_POINTS):
        suffix = f".{point.name.lower().lstrip('.')}"
        ours = format_of(f"x{suffix}")
        other = found.get(suffix)
        if ours or (other and other.value != point.value):
            taken = f"l10n itself ({ours.name})" if ours else _named(other)
            raise ConfigurationError(
                f"two formats claim files with the suffix {suffix}: {taken} and {_named(point)}",
                where=f"entry point {ENTRY_POINTS}: {point.name}",
                hint="uninstall one of the two packages",
            )
        found[suffix] = point
    return found


def _named(point: "EntryPoint | None") -> str:
    if point is None:
        return "?"
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value


def _load(point: "EntryPoint", suffix: str) -> Format:
    try:
        made = point.load()
        form = made() if callable(made) else made
    except Exception as error:
        raise ConfigurationError(
            f"the format of {_named(point)} cannot be loaded: {type(error).__name__}: {error}",
            where=f"entry point {ENTRY_POINTS}: {point.name} = {point.value}",
            hint="update or uninstall that package",
        ) from error
    missing = [name for name in ("name", "suffixes", "parse", "localized") if not hasattr(form, name)]
    if missing or suffix not in form.suffixes:
        why = f"it has no {', '.join(missing)}" if missing else f"it does not declare the suffix {suffix}"
        raise ConfigurationError(
            f"the format of {_named(point)} cannot be used: {why}",
            where=f"entry point {ENTRY_POINTS}: {point.name} = {point.value}",
            hint="update or uninstall that package",
        )
    loaded: Format = form
    return loaded
