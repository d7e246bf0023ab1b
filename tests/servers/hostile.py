"""A server that behaves badly, in one way at a time, whatever it is asked."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

CANARY = "canary-3f9c1e77-key"
_LONG = 50_000_000
Behave = Callable[[socket.socket], None]


def _reply(status: str, body: bytes, *headers: str) -> Behave:
    def behave(connection: socket.socket) -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
        connection.sendall("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    return behave


def _json(value: object) -> Behave:
    return _reply("200 OK", json.dumps(value).encode(), "Content-Type: application/json")


def _silence(connection: socket.socket) -> None:
    time.sleep(5)


def _drip(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(100):
        connection.sendall(b" ")
        time.sleep(0.1)


def _drip_headers(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(100):
        connection.sendall(b"x")
        time.sleep(0.1)


def _flood(connection: socket.socket) -> None:
    connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {_LONG}\r\n\r\n".encode())
    block = b'"' + b"a" * 1_000_000
    for _ in range(_LONG // len(block)):
        connection.sendall(block)


def _cut(connection: socket.socket) -> None:
    connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"translatedText": "Hal')


def _cut_chunks(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nHal")


def _hang_up(connection: socket.socket) -> None:
    connection.shutdown(socket.SHUT_RDWR)


_LOGIN = b"<!DOCTYPE html><html><body><form><input name=password></form>Sign in to go on</body></html>"

BEHAVIOURS: dict[str, Behave] = {
    "429, come back in an hour": _reply("429 Too Many Requests", b"{}", "Retry-After: 3600"),
    "429 for ever": _reply("429 Too Many Requests", b"{}", "Retry-After: 0"),
    "403 that shows the key": _reply("403 Forbidden", json.dumps({"error": f"bad key {CANARY}"}).encode()),
    "400 that shows the key": _reply(
        "400 Bad Request", json.dumps({"message": f"bad key {CANARY}"}).encode()
    ),
    "500 with a page": _reply("500 Internal Server Error", b"<html>Oops</html>"),
    "503": _reply("503 Service Unavailable", b""),
    "a page to log in": _reply("200 OK", _LOGIN, "Content-Type: text/html"),
    "nonsense for JSON": _reply("200 OK", b"}{ translatedText", "Content-Type: application/json"),
    "a list": _json([]),
    "a list of lists": _json([[["Hallo"]]]),
    "an object of nothing": _json({}),
    "null": _json(None),
    "a number": _json(7),
    "a text": _json("Hallo"),
    "nothing": _reply("200 OK", b""),
    "no content": _reply("204 No Content", b""),
    "silence": _silence,
    "a byte now and then": _drip,
    "headers byte by byte": _drip_headers,
    "fifty megabytes": _flood,
    "nested for ever": _reply("200 OK", b"[" * 100_000),
    "cut off": _cut,
    "chunks cut off": _cut_chunks,
    "hung up": _hang_up,
    "another protocol": lambda connection: connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "packed though nobody asked": _reply("200 OK", b"\x1f\x8b\x08\x00xyz", "Content-Encoding: gzip"),
    "no UTF-8": _reply("200 OK", b'{"translatedText": "\xff\xfe"}'),
}


_LANGUAGES = _json(
    [{"code": code, "name": code, "targets": ["en", "nl", "ru"]} for code in ("en", "nl", "ru")]
)


class Host:
    """A socket that listens; `contacts` counts the connections. Which languages it knows it may well say rightly."""

    def __init__(self, behave: Behave, *, lists_languages: bool = False) -> None:
        self._behave = behave
        self._lists_languages = lists_languages
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.contacts = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.contacts += 1
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(5)
            asked = connection.recv(1 << 20)
            if self._lists_languages and asked.startswith(b"GET /languages"):
                _LANGUAGES(connection)
            else:
                self._behave(connection)
            connection.shutdown(socket.SHUT_WR)
            connection.recv(1 << 20)

    def close(self) -> None:
        """Stop listening."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@contextmanager
def behaving(behave: Behave, *, lists_languages: bool = False) -> Iterator[Host]:
    """Give a host that behaves so."""
    host = Host(behave, lists_languages=lists_languages)
    try:
        yield host
    finally:
        host.close()


def redirecting(port: int) -> Behave:
    """Return what sends everyone to another port of this machine."""
    return _reply("307 Temporary Redirect", b"", f"Location: http://127.0.0.1:{port}/taken")
