"""`l10n serve`: the review page, alive, on this machine."""

from collections.abc import Callable
from threading import Event, Thread

from l10n.errors import ConfigurationError
from l10n.project import Project
from l10n.review.server import HOST, build, listen, new_token, run
from l10n.workflow.editor.session import EditorSession
from l10n.workflow.store.sources import find_source, find_sources
from l10n.workflow.watch import Watcher

DEFAULT_PORT = 8765


def serve(
    project: Project,
    locales: list[str] | None = None,
    *,
    document: str | None = None,
    port: int = DEFAULT_PORT,
    ready: Callable[[str], None] = lambda _address: None,
) -> None:
    """Serve the editor of a project until the user interrupts; `ready` is told its address as soon as it listens.

    With a `document` (its path in the project) only that is shown. Raises ConfigurationError when the port is in use or
    a package is missing, SourceError without a source, or without that one.
    """
    _require_packages()
    project.chosen_locales(locales)
    find_sources(project.source_settings) if document is None else find_source(
        project.source_settings, document
    )
    files = Watcher(project)  # before anything is read for a page
    listener = listen(port)
    session, token, stop = EditorSession(project, locales, document=document), new_token(), Event()
    port = listener.getsockname()[1]
    watcher = Thread(target=_tell, args=(files, session, stop), daemon=True)
    try:
        watcher.start()
        ready(f"http://{HOST}:{port}/?token={token}")
        run(build(session, token, port), listener)
    finally:
        stop.set()
        listener.close()
        watcher.join(timeout=5)


def _tell(files: Watcher, session: EditorSession, stop: Event) -> None:
    while files.wait(stop):
        session.changed()


def _require_packages() -> None:
    try:
        import starlette
        import uvicorn
        import watchfiles
    except ImportError as error:
        raise ConfigurationError(
            f"the editor needs the package {error.name}", hint="pip install 'l10n-names[serve]'"
        ) from error
    del starlette, uvicorn, watchfiles
