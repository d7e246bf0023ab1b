"""What the local editor can do with a project: show it, open a message, check a draft, save, undo, decide."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from threading import Lock
from typing import Any

from l10n.errors import CatalogError, L10nError
from l10n.model import Finding
from l10n.names import EntryStatus
from l10n.project import Project
from l10n.review.page import Page, Problem, identify
from l10n.workflow.editor.live_page import LivePage
from l10n.workflow.editor.message import (
    Address,
    ConflictError,
    Text,
    open_message,
    preview_draft,
    save_message,
)
from l10n.workflow.editor.name_decision import decide_name
from l10n.workflow.names.find import find_names
from l10n.workflow.recheck import Rechecker
from l10n.workflow.review import open_page, problems_of
from l10n.workflow.store.configured import configured_project
from l10n.workflow.store.files import Change, apply, read_optional
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.sources import Source, find_source, read_source

_LEAST = 0.5  # how sure it has to be that something is a name, as for `l10n names find`


class EditorSession:
    """One project, open in the editor. One thing is changed at a time, and can be undone.

    This is what `l10n.review.server` serves.
    """

    def __init__(
        self, project: Project, locales: list[str] | None = None, *, document: str | None = None
    ) -> None:
        self._project = project
        self._locales = locales
        self._document = document
        self._lock = Lock()
        self._rechecker = Rechecker()
        self._shown = LivePage(self._pages)
        self._sources: dict[str, Source] = {}
        self._proposed: dict[str, str] = {}
        self._rows: dict[str, tuple[str, tuple[str | None, str]]] = {}
        self._done: list[tuple[str, Callable[[], None]]] = []
        self._questions = {"message": self._message, "preview": self._preview}
        self._commands = {"save": self._save, "undo": self._undo, "decide": self._decide, "find": self._find}

    @property
    def version(self) -> int:
        """Which state of the files the newest page shows."""
        return self._shown.version

    def changed(self) -> None:
        """Say that a file has changed, by whomever."""
        self._shown.invalidate()

    def page(self, is_ending: Callable[[], bool] = lambda: False) -> tuple[int, Page]:
        """Return the newest page and its version. Raises L10nError when there is no source, and at the end."""
        made = self._shown.newest(is_ending)
        if isinstance(made.page, L10nError):
            raise made.page
        return made.number, made.page

    def _pages(self) -> Iterator[tuple[Page, bool]]:
        """Yield the page as the files are now, the first time at once without findings, then whole.

        An error in the configuration is on the page, and the earlier one holds.
        """
        problems: tuple[Problem, ...] = ()
        try:
            project = configured_project(self._project.root)
            project.chosen_locales(self._locales)
        except L10nError as error:
            project, problems = self._project, problems_of([error])
        for is_checked in (True,) if self._rows else (False, True):
            page, _ = open_page(
                project,
                self._locales,
                document=self._document,
                rechecker=self._rechecker if is_checked else None,
                is_checked=is_checked,
            )
            self._know(project, page)
            yield replace(page, problems=(*problems, *page.problems)), is_checked

    def _know(self, project: Project, page: Page) -> None:
        with self._lock:
            self._project = project
            self._rows = {
                row.id: (document.path, row.key) for document in page.documents for row in document.rows
            }
            self._proposed = {
                identify(card.entry.id): card.entry.id
                for card in page.names
                if card.entry.status is EntryStatus.PROPOSED
            }

    def question(self, name: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """Answer what changes nothing."""
        return self._questions[name](asked)

    def command(self, name: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """Do what changes files."""
        with self._lock:
            answer = self._commands[name](asked)
        if "conflict" not in answer:
            self.changed()
        return answer

    def _message(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        return asdict(open_message(self._project, self._address(asked)))

    def _preview(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        address = self._address(asked)
        found = preview_draft(self._project, address, _text(asked["text"]), self._source(address.document))
        return {
            "findings": [_finding(finding) for finding in found.findings],
            "preview": found.preview,
            "page": found.page,
        }

    def _save(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        address, read, wanted = self._address(asked), _text(asked["read"]), _text(asked["text"])
        try:
            changes = save_message(self._project, address, read, wanted)
        except ConflictError as error:
            return {"conflict": asdict(error.current) if error.current else None}
        if changes:
            self._remember(address.key[1], lambda: _restore(self._project, address, wanted, read))
        return {"saved": [change.name for change in changes]}

    def _decide(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        if asked["name"] not in self._proposed:
            raise CatalogError("this name is no longer proposed", where=self._project.paths.registry.name)
        entry = self._proposed[asked["name"]]
        change = decide_name(self._project, entry, accept=asked["decision"] == "accept")
        self._remember(entry, lambda: self._put_back([_reversed(change)]))
        return {"saved": [change.name]}

    def _find(self, _asked: Mapping[str, Any]) -> Mapping[str, Any]:
        report = find_names(self._project, least=_LEAST, add=True)
        if report.changes:
            back = [_reversed(change) for change in report.changes]
            self._remember("the names that were found", lambda: self._put_back(back))
        return {"saved": [change.name for change in report.changes], "found": len(report.proposals)}

    def _undo(self, _asked: Mapping[str, Any]) -> Mapping[str, Any]:
        if not self._done:
            return {"undone": None}
        what, back = self._done.pop()
        try:
            back()
        except L10nError as error:
            return {"conflict": None, "what": what, "error": str(error)}
        return {"undone": what}

    def _put_back(self, changes: Sequence[Change]) -> None:
        with one_writer(self._project.root):
            apply(changes)

    def _remember(self, what: str, back: Callable[[], None]) -> None:
        self._done.append((what, back))

    def _source(self, name: str) -> Source:
        """Return a source as it is now; it is parsed again only when it has changed."""
        file = find_source(self._project.source_settings, name)
        known = self._sources.get(name)
        if known is None or known.content != read_optional(file.path, name):
            known = self._sources[name] = read_source(self._project.source_settings, file)
        return known

    def _address(self, asked: Mapping[str, Any]) -> Address:
        row, locale = asked["row"], asked["locale"]
        if not isinstance(row, str) or not isinstance(locale, str):
            raise TypeError("row and locale are texts")
        if row not in self._rows:
            raise CatalogError("this message is not on the page any more", hint="load the page again")
        document, key = self._rows[row]
        return Address(document=document, locale=locale, key=key)


def _restore(project: Project, address: Address, read: Text, wanted: Text) -> None:
    save_message(project, address, read, wanted)


def _reversed(change: Change) -> Change:
    return Change(path=change.path, name=change.name, before=change.after, after=change.before or b"")


def _text(value: Any) -> Text:
    """Return the text of a message that JSON describes. Raises TypeError or KeyError when it does not."""
    msgstr, fuzzy, comments = value["msgstr"], value["fuzzy"], value["comments"]
    texts = isinstance(msgstr, list) and isinstance(comments, list)
    if (
        not texts
        or not isinstance(fuzzy, bool)
        or not all(isinstance(one, str) for one in (*msgstr, *comments))
    ):
        raise TypeError("msgstr and comments are lists of texts, fuzzy is true or false")
    lines = tuple(line for comment in comments for line in comment.splitlines())
    return Text(msgstr=tuple(msgstr), fuzzy=fuzzy, comments=lines)


def _finding(finding: Finding) -> Mapping[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "edit": asdict(finding.edit) if finding.edit else None,
    }
