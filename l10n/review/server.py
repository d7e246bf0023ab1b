"""The page of a running editor over HTTP, for one person on this machine, and nobody else.

It listens on 127.0.0.1. Every request has to name that host (a page of another site that made its own name point here,
DNS rebinding, cannot); everything but style and scripts needs the token of this start; whatever changes something is a
POST of JSON whose Origin is this server. No GET changes anything. Addresses never become paths.
"""

import asyncio
import contextlib
import errno
import json
import logging
import secrets
import socket
from collections.abc import Awaitable, Callable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qs

from l10n.errors import ConfigurationError, L10nError
from l10n.review.page import Page
from l10n.review.parts import Asked
from l10n.review.writing import Live, asset, write_page

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

HOST = "127.0.0.1"
_LONGEST_BODY = 2_000_000  # bytes of a request
_PATIENCE = 20.0  # seconds a question for the next version may wait
_STATIC = {"/page.css": "text/css", "/editor.css": "text/css", "/page.js": "text/javascript"} | {
    "/editor.js": "text/javascript"
}
_ICON = "/favicon.ico"  # browsers ask for it; there is none
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class EditorSession(Protocol):
    """What the editor can do. Answers are values of JSON; with a key `conflict` nothing was saved.

    Each may raise L10nError, and ValueError or KeyError for a question that is not well formed.
    """

    @property
    def version(self) -> int:
        """Which state of the files the newest page shows; it grows with each change."""

    def page(self, is_ending: Callable[[], bool]) -> tuple[int, Page]:
        """Return the newest page, waited for unless the server `is_ending`, and which version of the files it shows."""

    def question(self, name: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """Answer a question that changes nothing: `message`, `preview`."""

    def command(self, name: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """Do what changes files: `save`, `undo`, `decide`, `find`."""


QUESTIONS = frozenset({"message", "preview"})
COMMANDS = frozenset({"save", "undo", "decide", "find"})


def listen(port: int) -> socket.socket:
    """Return a socket that listens on a port of this machine; 0 is any free one.

    Raises ConfigurationError that says the next free port when this one is in use.
    """
    try:
        return _bound(port)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        free = _next_free(port + 1)
        raise ConfigurationError(
            f"port {port} is in use"
            if error.errno == errno.EADDRINUSE
            else f"port {port} needs more rights than you have",
            hint=f"the next free one is {free}: l10n serve --port {free}",
        ) from error


def _bound(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(64)
    except OSError:
        listener.close()
        raise
    return listener


def _next_free(first: int) -> int:
    for port in chain(range(max(first, 1024), 65536), range(1024, first)):
        with contextlib.suppress(OSError):
            _bound(port).close()
            return port
    return 0


def new_token() -> str:
    """Return a word nobody can guess."""
    return secrets.token_urlsafe(32)


def build(session: EditorSession, token: str, port: int) -> "Starlette":
    """Return the application that serves a session to who has the token."""
    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
    from starlette.routing import Route

    async def show_page(request: "Request") -> "Response":
        def written() -> str:
            version, page = session.page(lambda: is_ending(request))
            return write_page(page, Live(token=token, version=version, asked=_asked(request.query_params)))

        try:
            return HTMLResponse(await run_in_threadpool(written))
        except L10nError as error:
            return PlainTextResponse(str(error), 422)

    def is_ending(request: "Request") -> bool:
        return getattr(getattr(request.app.state, "server", None), "should_exit", False)

    async def show_version(request: "Request") -> "Response":
        after = request.query_params.get("after", "")
        for _ in range(int(_PATIENCE / 0.1)):
            if str(session.version) != after or await request.is_disconnected() or is_ending(request):
                break
            await asyncio.sleep(0.1)
        return JSONResponse({"version": session.version})

    async def show_asset(request: "Request") -> "Response":
        path = request.url.path
        return PlainTextResponse(asset(path[1:]), media_type=_STATIC[path])

    routes = [
        Route("/", show_page, methods=["GET"]),
        Route("/version", show_version, methods=["GET"]),
        *(Route(path, show_asset, methods=["GET"]) for path in _STATIC),
        Route(_ICON, lambda _request: Response(status_code=204), methods=["GET"]),
        Route("/{name}", _only_known(_answering(session)), methods=["POST"]),
    ]
    application = Starlette(routes=routes)
    application.add_middleware(Gate, token=token, port=port)
    return application


def _answering(session: EditorSession) -> "Callable[[Request], Awaitable[Response]]":
    """Return what answers the questions and commands of a page."""
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import JSONResponse

    async def answer(request: "Request") -> "Response":
        name = request.path_params["name"]
        try:
            asked = json.loads(await request.body())
            if not isinstance(asked, dict):
                raise TypeError("an object is expected")
            ask = session.command if name in COMMANDS else session.question
            found = await run_in_threadpool(ask, name, asked)
        except L10nError as error:
            return JSONResponse({"error": str(error)}, 422)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            return JSONResponse({"error": f"not a request this server understands: {error}"}, 400)
        return JSONResponse(dict(found), 409 if "conflict" in found else 200)

    return answer


def _asked(given: Mapping[str, str]) -> Asked:
    """Return what a request asks to see; what it asks in a way nobody knows is not asked."""
    words = {name: given.get(name, "") for name in ("search", "state", "code", "document")}
    part = given.get("part", "")
    return Asked(part=int(part) if part.isascii() and part.isdigit() and len(part) < 8 else 1, **words)


def _only_known(
    answer: Callable[["Request"], Awaitable["Response"]],
) -> Callable[["Request"], Awaitable["Response"]]:
    from starlette.responses import PlainTextResponse

    async def known(request: "Request") -> "Response":
        if request.path_params["name"] not in QUESTIONS | COMMANDS:
            return PlainTextResponse("not found", 404)
        return await answer(request)

    return known


class Gate:
    """Refuses every request that the page itself would not make, before anything else looks at it."""

    def __init__(self, app: Any, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = {f"{HOST}:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve one request (ASGI)."""
        if scope["type"] != "http":
            return
        refusal = self.refusal(scope)

        async def send_with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]
                message = {**message, "headers": [*message["headers"], *headers]}
            await send(message)

        if refusal is None:
            await self._app(scope, receive, send_with_headers)
            return
        status, why = refusal
        start = {
            "type": "http.response.start",
            "status": status,
            "headers": [(b"content-type", b"text/plain")],
        }
        await send_with_headers(start)
        await send({"type": "http.response.body", "body": f"{why}\n".encode()})

    def refusal(self, scope: Mapping[str, Any]) -> tuple[int, str] | None:
        """Return the status and the reason for which a request is refused; None when it is let in."""
        headers: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.decode("latin-1"), []).append(value.decode("latin-1"))
        if headers.get("host") not in [[host] for host in self._hosts]:
            return 421, "this server only answers the machine it runs on"
        if headers.get("sec-fetch-site", ["none"])[0] not in ("same-origin", "none"):
            return 403, "the request comes from another site"
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405, "not allowed"
        if scope["method"] == "POST":
            return self._refusal_of_post(headers)
        if scope["path"] in _STATIC or scope["path"] == _ICON:
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        return (
            None
            if self._is_ours([*given, *headers.get("x-l10n-token", [])])
            else (403, "the token is missing")
        )

    def _refusal_of_post(self, headers: Mapping[str, list[str]]) -> tuple[int, str] | None:
        if headers.get("origin") not in [[f"http://{host}"] for host in self._hosts]:
            return 403, "the request comes from another site"
        if not self._is_ours(headers.get("x-l10n-token", [])):
            return 403, "the token is missing"
        if headers.get("content-type", [""])[0].partition(";")[0].strip() != "application/json":
            return 415, "JSON is expected"
        length = headers.get("content-length", [""])[0]
        if not length.isascii() or not length.isdigit() or int(length) > _LONGEST_BODY:
            return 413, "too long, or of unknown length"
        return None

    def _is_ours(self, given: list[str]) -> bool:
        return len(given) == 1 and secrets.compare_digest(given[0].encode(), self._token.encode())


def run(application: "Starlette", listener: socket.socket) -> None:
    """Serve until the user interrupts. Raises KeyboardInterrupt then."""
    import uvicorn

    config = uvicorn.Config(
        application,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=1,
    )
    application.state.server = server = uvicorn.Server(config)
    # what it logs about requests that are still waiting for an answer helps nobody any more
    logging.getLogger("uvicorn.error").addFilter(lambda _: not server.should_exit)
    with server.capture_signals():  # those that come before it listens to them, and after that
        server.run(sockets=[listener])
