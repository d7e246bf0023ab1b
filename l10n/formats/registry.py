"""Which formats there are: ours, and those that installed packages bring (entry points `l10n.formats`).

The name of such an entry point is a suffix without its dot, its object a format or what makes one:
`org = "org_mode.l10n:OrgMode"`. Packages are looked through only for a suffix we do not know ourselves, and a format
is imported only for a file that has its suffix.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from l10n.errors import ConfigurationError, L10nError, SourceError
from l10n.formats.base import Configurable, Format
from l10n.formats.html import Html
from l10n.formats.markdown import Markdown
from l10n.formats.plaintext import PlainText
from l10n.formats.subtitles import SubRip, WebVtt
from l10n.project import Project

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

FORMATS: tuple[Format, ...] = (PlainText(), Markdown(), Html(), SubRip(), WebVtt())
ENTRY_POINTS = "l10n.formats"


def format_of(path: str, known: Sequence[Format] = FORMATS) -> Format | None:
    """Return the format among `known` for the suffix of `path`, or None when none has it."""
    suffix = PurePosixPath(path).suffix.lower()
    return next((form for form in known if suffix in form.suffixes), None)


class Formats:
    """The formats of a project, set up as its configuration says."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._ours = tuple(_configured(form, project) for form in FORMATS)
        self._installed: dict[str, EntryPoint] | None = None
        self._loaded: dict[str, Format] = {}

    def of(self, path: str) -> Format | None:
        """Return the format for the suffix of `path`; None when there is none.

        Raises ConfigurationError when an installed format cannot be used, or wants a suffix that is taken.
        """
        if ours := format_of(path, self._ours):
            return ours
        suffix = PurePosixPath(path).suffix.lower()
        if suffix and suffix in self.installed and suffix not in self._loaded:
            self._loaded[suffix] = _configured(_load(self.installed[suffix], suffix), self._project)
        return self._loaded.get(suffix)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of all formats, ours first."""
        return (*(suffix for form in self._ours for suffix in form.suffixes), *sorted(self.installed))

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
            why="it is an installed format, not one of l10n",
            hint="tell the authors of that package; meanwhile, move the file out of source/",
        ) from error


def _configured(form: Format, project: Project) -> Format:
    return form.configured(project) if isinstance(form, Configurable) else form


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
                f"two formats want files with the suffix {suffix}: {taken} and {_named(point)}",
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
        why = f"it has no {', '.join(missing)}" if missing else f"it does not know the suffix {suffix}"
        raise ConfigurationError(
            f"the format of {_named(point)} is none: {why}",
            where=f"entry point {ENTRY_POINTS}: {point.name} = {point.value}",
            hint="update or uninstall that package",
        )
    loaded: Format = form
    return loaded
