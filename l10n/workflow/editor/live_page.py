"""The newest page of the editor, made in the background: nobody waits for the checks of 20,000 messages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Condition, Thread

from l10n.errors import L10nError
from l10n.review.page import Page

_NOW_AND_THEN = 0.2  # seconds between two looks whether somebody still waits for the first page
_PATIENCE = 1.0  # seconds an older page is held back for a newer one


@dataclass(frozen=True, slots=True)
class PageVersion:
    """A page, or why there is none: its number, and which state of the files it shows, 0 while it is not whole."""

    number: int
    state: int
    page: Page | L10nError


class LivePage:
    """The newest page that is ready. Only one is made at a time, by a thread that lives as long as it is behind.

    `make` yields the page of the files as they are, and True; before it pages to look at meanwhile, and False.
    """

    def __init__(self, make: Callable[[], Iterator[tuple[Page, bool]]]) -> None:
        self._make = make
        self._wanted = 1
        self._made: PageVersion | None = None
        self._is_making = False
        self._turn = Condition()

    @property
    def version(self) -> int:
        """The number of the page that is ready, which grows with each; 0 when there is none."""
        return self._made.number if self._made else 0

    def invalidate(self) -> None:
        """Say that the files have changed; a page that was shown is made again."""
        with self._turn:
            self._wanted += 1
            if self._made:
                self._start()

    def newest(self, is_ending: Callable[[], bool] = lambda: False) -> PageVersion:
        """Return the page of the files as they are, or the one before it when that takes long.

        The first one is waited for, unless the editor `is_ending`: then it raises L10nError.
        """
        with self._turn:
            if self._made and isinstance(self._made.page, L10nError):
                self._wanted += 1  # there is nothing to show meanwhile
            self._start()
            self._turn.wait_for(self._is_current, timeout=_PATIENCE)
            while self._made is None:
                if is_ending():
                    raise L10nError("the editor is being closed")
                self._turn.wait(_NOW_AND_THEN)
            return self._made

    def _is_current(self) -> bool:
        return self._made is not None and self._made.state == self._wanted

    def _start(self) -> None:
        if not self._is_making and not self._is_current():
            self._is_making = True
            Thread(target=self._catch_up, daemon=True).start()

    def _catch_up(self) -> None:
        is_behind = True
        while is_behind:
            with self._turn:
                wanted = self._wanted
            try:
                for page, is_whole in self._make():
                    is_behind = self._show(page, wanted if is_whole else 0)
            except L10nError as error:
                is_behind = self._show(error, wanted)
            except Exception as error:  # noqa: BLE001  # else who waits for the page would wait for ever
                is_behind = self._show(L10nError("the page cannot be made", why=repr(error)), wanted)

    def _show(self, found: Page | L10nError, state: int) -> bool:
        """Take a page for the newest; return whether there is one to be made after it."""
        with self._turn:
            self._made = PageVersion(self.version + 1, state, found)
            self._is_making = not self._is_current()
            self._turn.notify_all()
            return self._is_making
