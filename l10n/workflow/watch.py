"""`l10n watch`: extract, check and render again whenever a source, a catalog or the registry has been saved.

Law: no save is missed. What is known of the files is from before they were read, so that a save during a round is a
change too; what the round itself wrote is known by its content.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from l10n.configuration import CONFIG_NAMES
from l10n.errors import ConfigurationError, L10nError, raise_all
from l10n.project import Project, find_project
from l10n.workflow.check import check
from l10n.workflow.check_report import CheckReport
from l10n.workflow.extract import extract
from l10n.workflow.render import render
from l10n.workflow.store.configured import configured_project
from l10n.workflow.store.state.file_states import FileState, States, changed, look

_LOOK_AGAIN = 500  # milliseconds between two looks, whatever the system tells of changes
_QUIET = 100  # milliseconds without another change before a round begins: a save is often several
_MOST_UNREST = 16  # times _QUIET: who saves without a pause is not waited for any longer
_REST = 20  # times as long as a look at all files took: looking is not to be the work of this machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round wrote and found; with an `error` it stopped there, and later files are as they were.

    `digests` stand for the contents it gave to sources, templates and catalogs, by their names.
    """

    written: tuple[str, ...] = ()
    report: CheckReport | None = None
    error: L10nError | None = None
    digests: Mapping[str, str] = field(default_factory=dict)


def watch(
    project: Project, locales: list[str] | None = None, *, stop: Event | None = None
) -> Iterator[Round]:
    """Yield a round now, and another after each change, until `stop` is set or the user interrupts.

    A change is whatever has been saved since the round before began, other than what that wrote. The configuration is
    read anew for each; an error in it is that of its round. Raises ConfigurationError for a locale the project does not
    have, and, before anything is done, when watchfiles is not installed.
    """
    files = Watcher(project)
    project.chosen_locales(locales)
    while True:
        try:
            now = configured_project(project.root)
            now.chosen_locales(locales)
        except L10nError as error:
            found = Round(error=error)
        else:
            found = run_round(now, locales)
        files.accept(found.digests)
        yield found
        if not files.wait(stop):
            return


def run_round(project: Project, locales: list[str] | None = None) -> Round:
    """Extract, check and render; return what was written and found. What cannot be read is the round's error."""
    written: tuple[str, ...] = ()
    digests: Mapping[str, str] = {}
    report: CheckReport | None = None
    try:
        extracted = extract(project)
        written, digests = extracted.written, extracted.digests
        raise_all(extracted.errors)
        report = check(project, locales)
        rendered = render(project, locales)
        written += rendered.written
        raise_all(rendered.errors)
    except L10nError as error:
        return Round(written=written, report=report, error=error, digests=digests)
    return Round(written=written, report=report, digests=digests)


class Watcher:
    """The files that a project is made of, as they were at the last look, and waiting until one of them is not so.

    Raises ConfigurationError when watchfiles is not installed.
    """

    def __init__(self, project: Project) -> None:
        self._notices = _notices()
        self._root = project.root
        self._settings = [project.root / name for name in CONFIG_NAMES]
        self._places = _places(project)
        self._known: States = {}
        self._next_look = 0.0
        self._look_at_all()

    def accept(self, digests: Mapping[str, str]) -> None:
        """Take these contents of files, by their names in the project, for known: we wrote them."""
        ours = {os.fspath(self._root / name): FileState(digest=digest) for name, digest in digests.items()}
        self._known = {**self._known, **ours}

    def wait(self, stop: Event | None = None) -> bool:
        """Return True as soon as a file is not as at the last look; False when `stop` is set.

        The files as they are then are known from there on. The system is asked to tell of changes, only to be quick: a
        change is what differs, so that one of which nothing is told is seen all the same.
        """
        ended = stop or Event()
        while not ended.is_set():
            for told in self._told(ended):
                if self._has_changed(ask_all=told):
                    self._settle(ended)
                    return True
        return False

    def _told(self, ended: Event) -> Iterator[bool]:
        """Yield True when something may have changed, and False now and then, as long as the same folders are there."""
        yield True  # what was saved before anybody listened
        folders = _folders(self._places)
        try:
            notices = self._notices(
                *folders,
                watch_filter=None,
                debounce=_QUIET * _MOST_UNREST,
                step=_QUIET,
                stop_event=ended,
                rust_timeout=_LOOK_AGAIN,
                yield_on_timeout=True,
            )
            # one that vanished is not watched any more when it is back
            while (
                folders and folders == _folders(self._places) and (found := next(notices, None)) is not None
            ):
                yield bool(found)
        except (OSError, RuntimeError):  # a folder has just gone, or there are more than the system watches
            folders = {}
        if not folders:
            ended.wait(_LOOK_AGAIN / 1000)

    def _has_changed(self, *, ask_all: bool) -> bool:
        """Return whether anything is not as it is known; without `ask_all`, it may be only the configuration's turn."""
        begun = time.monotonic()
        if not ask_all and begun < self._next_look:
            few = {os.fspath(path) for path in self._settings}
            return changed(
                {path: self._known[path] for path in few & self._known.keys()}, look(self._settings)
            )
        now = look(self._places)
        found = changed(self._known, now)
        self._known = now
        ended = time.monotonic()
        self._next_look = ended + _REST * (ended - begun)
        return found

    def _settle(self, ended: Event) -> None:
        """Look until nobody is saving any more."""
        for _ in range(_MOST_UNREST):
            before = self._known
            if ended.wait(_QUIET / 1000):
                break
            self._look_at_all()
            if not changed(before, self._known):
                break

    def _look_at_all(self) -> None:
        """Know the files as they are now, those included that the configuration names by now."""
        while True:
            self._known = look(self._places)
            try:
                places = _places(find_project(self._root))
            except L10nError:  # told by whoever works with it
                return
            if places == self._places:
                return
            self._places = places


def _places(project: Project) -> list[Path]:
    """Return all that the work depends on: what is in folders of our own, and what the configuration names."""
    folders = (project.paths.source_folder, project.paths.locales_folder, project.root / "languages")
    named = (project.dictionaries, project.baseline, *(addendum.file for addendum in project.addendum))
    settings = (*CONFIG_NAMES, *filter(None, named))
    return list(dict.fromkeys((*folders, *(project.root / name for name in settings))))


def _folders(places: list[Path]) -> dict[Path, tuple[int, int]]:
    """Return the folders among the places that are there, and what tells each from another of the same name."""
    found = {}
    for place in places:
        with suppress(OSError):
            if place.is_dir():
                state = place.stat()
                found[place] = (state.st_dev, state.st_ino)
    return found


def _notices() -> Callable[..., Iterator[set[Any]]]:
    try:
        from watchfiles import watch as notices
    except ImportError as error:
        raise ConfigurationError(
            "watching needs the package watchfiles", hint="pip install 'l10n-names[watch]'"
        ) from error
    return notices
