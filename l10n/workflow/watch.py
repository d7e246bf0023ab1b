"""`l10n watch`: extract, check and render again whenever a source, a catalog or the registry has changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from l10n.configuration import CONFIG_NAMES
from l10n.errors import ConfigurationError, L10nError, raise_all
from l10n.project import Project
from l10n.workflow.check import check
from l10n.workflow.check_report import CheckReport
from l10n.workflow.extract import extract
from l10n.workflow.render import render
from l10n.workflow.store.configured import configured_project
from l10n.workflow.store.directories import TEMPORARY_PREFIX

_LOOK_AGAIN = 500  # milliseconds between two looks at the files of the configuration
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

    The configuration is read anew for each; an error in it is that of its round. Raises ConfigurationError for a locale
    the project does not have, and when watchfiles is not installed.
    """
    project.chosen_locales(locales)
    yield run_round(project, locales)
    for _ in changes_of(project, stop=stop):
        try:
            now = configured_project(project.root)
            now.chosen_locales(locales)
        except L10nError as error:
            yield Round(error=error)
        else:
            yield run_round(now, locales)


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
    """Yield whenever a source, catalog, template, pack, the registry or the configuration is not as at the last yield.

    What the caller writes before it asks for the next change is not told again. Raises ConfigurationError when
    watchfiles is not installed.
    """
    watched = _watcher()
    folders = [
        folder
        for folder in (project.paths.source_folder, project.paths.locales_folder, project.root / "languages")
        if folder.is_dir()
    ]
    folders = folders or [project.root]
    settings = [project.root / name for name in CONFIG_NAMES]
    known = _fingerprints(folders), _states(settings)
    # The folder of the configuration may hold anything, so it is not watched: its files are looked at now and then.
    for found in watched(
        *folders,
        debounce=1_600,
        step=_QUIET,
        stop_event=stop,
        raise_interrupt=False,
        rust_timeout=_LOOK_AGAIN,
        yield_on_timeout=True,
    ):
        if not found and _states(settings) == known[1]:
            continue
        if (_fingerprints(folders), _states(settings)) != known:
            yield
            known = _fingerprints(folders), _states(settings)


def _watcher() -> Callable[..., Iterator[set[Any]]]:
    try:
        from watchfiles import watch as watched
    except ImportError as error:
        raise ConfigurationError(
            "watching needs the package watchfiles", hint="pip install 'l10n-names[watch]'"
        ) from error
    return watched


def _fingerprints(folders: list[Path]) -> Mapping[Path, tuple[int, int]]:
    """Return time and size of every file below the folders; those being written are none yet."""
    return _states(path for folder in folders for path in folder.rglob("*"))


def _states(paths: Iterable[Path]) -> Mapping[Path, tuple[int, int]]:
    found: dict[Path, tuple[int, int]] = {}
    for path in paths:
        if not path.name.startswith(TEMPORARY_PREFIX):
            try:
                state = path.stat()
            except OSError:
                continue  # gone since it was listed
            found[path] = (state.st_mtime_ns, state.st_size)
    return found
