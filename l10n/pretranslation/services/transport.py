"""The one place where l10n opens a socket: one request to one host, within its time and size.

Written on http.client, because requests honours redirects, proxies and ~/.netrc of the environment, and waits for ever
for a service that sends a byte a second. Here nothing is followed, nothing is looked up, and a watch ends the
connection when its time is over, whatever it is doing.
"""

import contextlib
import http.client
import json
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from l10n.errors import Fault, ServiceError
from l10n.pretranslation.services.announcement import Outgoing, outgoing
from l10n.pretranslation.services.base import Limits
from l10n.pretranslation.services.endpoints import endpoint
from l10n.pretranslation.services.keys import Secret
from l10n.pretranslation.services.watch import Watch

_CHUNK = 1 << 16
_OK = range(200, 300)
_REDIRECTED = range(300, 400)
_AGAIN = (429, 502, 503, 504)  # the service says that it has not done it
_REFUSED_KEY = (401, 403)
_REFUSED_TEXT = (400, 413, 414, 422, 431, 451)  # RFC 9110, 6585, 7725: it is the request that is wrong
_BROKE_DOWN = 500  # over this text, or altogether
_LONGEST_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back with a status of success."""

    text: str
    service: str

    def json(self) -> Any:
        """Return the text as JSON. Raises ServiceError when it is none."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            raise nonsense(self.service, "the answer is not JSON", self.text) from None


def nonsense(service: str, why: str, text: str = "") -> ServiceError:
    """Return the error for an answer that is not what the service promises; a page to log in is named so."""
    start = text[:2_000].lstrip().lower()
    fault = Fault.EITHER
    if start.startswith(("<!doctype", "<html", "<head", "<body")):
        why = "it answers with a web page, perhaps to log in, instead of a translation"
        fault = Fault.SERVICE
    what, hint = "the answer of the service cannot be used", "check its address"
    return ServiceError(what, where=service, why=why, hint=hint, fault=fault)


class NothingSent(ServiceError):
    """A request was announced, and not sent."""


class Transport:
    """Requests to one endpoint. A transport belongs to one thread; each request has a connection of its own.

    With `announce` no connection is opened: it is told of the request, and NothingSent is raised.
    """

    def __init__(
        self, url: str, limits: Limits, key: Secret, announce: Callable[[Outgoing], None] | None = None
    ) -> None:
        self.endpoint = endpoint(url)
        self._limits = limits
        self._key = key
        self._announce = announce
        needs_cipher = (
            self.endpoint.is_encrypted and announce is None
        )  # reading the certificates takes its time
        self._context = ssl.create_default_context() if needs_cipher else None

    def get(self, path: str, query: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Reply:
        """Return the reply to a GET."""
        return self.request("GET", f"{path}?{urlencode(query)}" if query else path, headers or {}, None)

    def post(self, path: str, body: Any, headers: Mapping[str, str] | None = None) -> Reply:
        """Return the reply to a POST of JSON."""
        content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        return self.request("POST", path, {"Content-Type": "application/json", **(headers or {})}, content)

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None) -> Reply:
        """Return the reply; asked again while the service says that it has not done it and time is left.

        `path` comes behind that of the endpoint. Raises ServiceError; the key is never in it.
        """
        if self._announce is not None:
            place, _, query = path.partition("?")
            values = parse_qsl(query, keep_blank_values=True)
            self._announce(outgoing(self.endpoint.shown + place, values, body))
            raise NothingSent("nothing was sent")
        until = time.monotonic() + self._limits.total
        pause = 0.5
        while True:
            try:
                return self._once(method, path, headers, body, until)
            except ServiceError as error:
                if error.again is None:
                    raise
                wait = error.again or pause
                if time.monotonic() + wait >= until:
                    raise
            time.sleep(wait)
            pause *= 2

    def _once(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None, until: float
    ) -> Reply:
        is_sent = False
        with Watch(until) as watch:
            try:
                connection = self._connect(watch)
                try:
                    own = {
                        "Accept": "*/*",
                        "Accept-Encoding": "identity",
                        "User-Agent": "l10n",
                        "Connection": "close",
                    }
                    connection.request(method, self.endpoint.path + path, body, {**own, **headers})
                    is_sent = True
                    with contextlib.closing(connection.getresponse()) as reply:
                        self._check(reply)
                        return Reply(text=self._read(reply, watch), service=self.endpoint.shown)
                finally:
                    connection.close()
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise self._failure(error, watch, is_sent=is_sent) from None

    def _connect(self, watch: Watch) -> http.client.HTTPConnection:
        address = (self.endpoint.host, self.endpoint.port)
        plain = socket.create_connection(address, timeout=min(self._limits.connect, watch.left()))
        watch.guard(plain)
        connection = http.client.HTTPConnection(*address)
        try:
            connection.sock = (
                self._context.wrap_socket(plain, server_hostname=self.endpoint.host)
                if self._context
                else plain
            )
        except BaseException:
            plain.close()
            raise
        connection.sock.settimeout(self._limits.read)
        return connection

    def _check(self, reply: http.client.HTTPResponse) -> None:
        """Raise ServiceError for every status but success."""
        status, where = reply.status, self.endpoint.shown
        if status in _REDIRECTED:
            target = urlsplit(reply.getheader("Location") or "").hostname or "another path"
            hint = "redirects are not followed; give the final address"
            raise ServiceError(f"the service redirects to {self._shown(target)}", where=where, hint=hint)
        if status in _AGAIN:
            wait = _seconds(reply.getheader("Retry-After"))
            what = "too many requests" if status == 429 else f"the service is unavailable (HTTP {status})"
            hint = f"the service says: try again in {wait:.0f} s" if wait else "try again later"
            raise ServiceError(what, where=where, hint=hint, again=wait or 0)
        if status in _REFUSED_KEY:
            raise ServiceError(
                f"the service refuses the key (HTTP {status})", where=where, hint="check the key"
            )
        if status not in _OK:
            reason = f"HTTP {status}: {self._said(reply)}".rstrip(": ")
            raise ServiceError("the service failed", where=where, why=reason, fault=_fault(status))
        if reply.getheader("Content-Encoding", "identity") != "identity":
            raise nonsense(where, "the answer is compressed, which was not requested")

    def _said(self, reply: http.client.HTTPResponse) -> str:
        """Return the message of an error in JSON, in short; a page says nothing."""
        with contextlib.suppress(OSError, http.client.HTTPException, ValueError, RecursionError):
            answer = json.loads(reply.read(_CHUNK).decode())
            said = answer.get("error") or answer.get("message") if isinstance(answer, dict) else ""
            said = said.get("message", "") if isinstance(said, dict) else said
            return self._shown(str(said))
        return ""

    def _shown(self, text: str) -> str:
        shown = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * _LONGEST_SHOWN])
        return self._key.without(shown)[:_LONGEST_SHOWN]

    def _read(self, reply: http.client.HTTPResponse, watch: Watch) -> str:
        pieces: list[bytes] = []
        size = 0
        while piece := reply.read1(_CHUNK):
            size += len(piece)
            pieces.append(piece)
            if size > self._limits.largest:
                raise nonsense(
                    self.endpoint.shown, f"the answer is larger than {self._limits.largest:,} bytes"
                )
        if watch.is_over or reply.length:
            raise http.client.IncompleteRead(b"")
        try:
            return b"".join(pieces).decode("utf-8")
        except UnicodeDecodeError:
            raise nonsense(self.endpoint.shown, "the answer is not UTF-8") from None

    def _failure(self, error: Exception, watch: Watch, *, is_sent: bool) -> ServiceError:
        """Return what happened on the way as an error a user can act on."""
        where, why = self.endpoint.shown, ""
        fault = Fault.EITHER if is_sent else Fault.SERVICE
        if isinstance(error, TimeoutError) or watch.is_over:
            what, hint = "the service did not answer in time", "try again later"
            fault = Fault.SLOW if is_sent else Fault.SERVICE
        elif isinstance(error, ssl.SSLError):
            why = self._shown(str(getattr(error, "verify_message", "") or error.reason or "no TLS"))
            what = "the connection is not safe"
            hint = "nothing was sent; check the address and the certificates of this machine"
        elif isinstance(error, socket.gaierror):
            what, hint = "unknown host", "check service_url"
        elif isinstance(error, ConnectionRefusedError):
            what, hint = "nothing is listening there", "is the service running?"
        elif isinstance(error, http.client.HTTPException | ConnectionError):
            what, hint = "the connection was lost", "try again later"
        elif isinstance(error, ValueError):  # what it says may show the key
            what, hint = "the request cannot be sent", "check the key and the address for odd characters"
        else:
            what, why, hint = "the service cannot be reached", self._shown(str(error)), "try again later"
        return ServiceError(what, where=where, why=why, hint=hint, fault=fault)


def _fault(status: int) -> Fault:
    """Return whose fault a status may be."""
    if status in _REFUSED_TEXT:
        return Fault.TEXT
    return Fault.EITHER if status == _BROKE_DOWN else Fault.SERVICE


def _seconds(header: str | None) -> float | None:
    """Return what Retry-After says, in seconds (RFC 9110, 10.2.3); a date counts from now."""
    if header is None:
        return None
    with contextlib.suppress(ValueError):
        return max(0.0, min(float(header), 86_400.0))
    from email.utils import parsedate_to_datetime

    with contextlib.suppress(ValueError, TypeError):
        return max(0.0, min(parsedate_to_datetime(header).timestamp() - time.time(), 86_400.0))
    return None
