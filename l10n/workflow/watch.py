"""`l10n watch`: extract, check and render again whenever a source, a catalog or the registry has changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from l10n.errors import ConfigurationError, L10nError, raise_all
from l10n.project import Project, find_project
from l10n.workflow.check import CheckReport, check
from l10n.workflow.extract import extract
from l10n.workflow.removal import TEMPORARY_PREFIX
from l10n.workflow.render import render

_GLANCE = (
    1_000  # milliseconds between two looks at the configuration, whose folder is too large to be watched
)
_QUIET = 100  # milliseconds without another change before a round begins: a save is often several


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round wrote and found; with an `error` it stopped there, and later files are as they were."""

    written: tuple[str, ...] = ()
    report: CheckReport | None = None
    error: L10nError | None = None


def watch(
    project: Project, locales: list[str] | None = None, *, stop: Event | None = None
) -> Iterator[Round]:
    """Yield a round now, and another after each change, until `stop` is set or the user interrupts.

    Raises ConfigurationError for a locale the project does not have, and when watchfiles is not installed.
    """
    project.chosen_locales(locales)
    yield run_round(project, locales)
    for _ in changes_of(project, stop=stop):
        try:
            project = find_project(project.root)
        except L10nError as error:
            yield Round(error=error)
        else:
            yield run_round(project, locales)


def run_round(project: Project, locales: list[str] | None = None) -> Round:
    """Extract, check and render; return what was written and found. What cannot be read is the round's error."""
    written: tuple[str, ...] = ()
    report: CheckReport | None = None
    try:
        extracted = extract(project)
        written += extracted.written
        raise_all(extracted.errors)
        report = check(project, locales)
        rendered = render(project, locales)
        written += rendered.written
        raise_all(rendered.errors)
    except L10nError as error:
        return Round(written=written, report=report, error=error)
    return Round(written=written, report=report)


def changes_of(project: Project, *, stop: Event | None = None) -> Iterator[None]:
    """Yield whenever a source, a catalog, a template, the registry or the configuration is not as it was at the last
    yield.

    What the caller writes before it asks for the next change is not told again. Raises ConfigurationError when
    watchfiles is not installed.
    """
    watched = _watcher()
    folders = [folder for folder in (project.source_folder, project.locales_folder) if folder.is_dir()]
    folders = folders or [project.root]
    configuration = project.root / project.configuration
    known = _fingerprints(folders, configuration)
    found = watched(
        *folders,
        debounce=1_600,
        step=_QUIET,
        stop_event=stop,
        raise_interrupt=False,
        rust_timeout=_GLANCE,
        yield_on_timeout=True,
    )
    for changes in found:
        if not changes and _fingerprint(configuration) == known.get(configuration):
            continue
        if _fingerprints(folders, configuration) != known:
            yield
            known = _fingerprints(folders, configuration)


def _watcher() -> Callable[..., Iterator[set[Any]]]:
    try:
        from watchfiles import watch as watched
    except ImportError as error:
        raise ConfigurationError(
            "watching needs the package watchfiles", hint="pip install 'l10n-names[watch]'"
        ) from error
    return watched


def _fingerprints(folders: list[Path], configuration: Path) -> Mapping[Path, tuple[int, int]]:
    """Return time and size of every file below the folders, and of another; those being written are none yet."""
    below = (path for folder in folders for path in folder.rglob("*"))
    found = {path: _fingerprint(path) for path in below if not path.name.startswith(TEMPORARY_PREFIX)}
    found[configuration] = _fingerprint(configuration)
    return {path: state for path, state in found.items() if state is not None}


def _fingerprint(path: Path) -> tuple[int, int] | None:
    """Return time and size of a file, None for one that is gone since it was listed."""
    try:
        state = path.stat()
    except OSError:
        return None
    return (state.st_mtime_ns, state.st_size)
