"""The interfaces of all services, spoken as their documentation says, around one function that translates.

Run as a process: python -m tests.servers.faithful PORT_FILE   (translates by putting marks around words)
"""

import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

Translate = Callable[[str, str, str], object]
# what a service calls a language, and its letters: so that an answer can be told from what was sent
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWYZ", "абцдефгхийклмнопкрстуввызАБЦДЕФГХИЙКЛМНОПКРСТУВВЫЗ"
)


DROPPED = object()  # what `translate` gives for a text that its service leaves out of the answer


class Refused(Exception):
    """What `translate` raises for a text that its service refuses, with the status of HTTP."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def marked(text: str, source: str, target: str) -> object:
    """Return a text as if translated: in Cyrillic for Russian, else with `-` behind each word."""
    if target.lower().startswith("ru"):
        return text.translate(_LETTERS)
    return " ".join(word if "[X" in word else f"{word}-{target.lower()[:2]}" for word in text.split(" "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A request, as it came: its address with the query, its headers, its body."""

    address: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def everything(self) -> str:
        """All of it as one text, decoded where an address is encoded."""
        headers = "\n".join(f"{name}: {value}" for name, value in self.headers)
        return f"{self.address}\n{unquote(self.address)}\n{headers}\n{self.body.decode()}"

    @property
    def values(self) -> list[str]:
        """Every value in its address and its body, but for the key."""
        found = [value for _, value in parse_qsl(urlsplit(self.address).query, keep_blank_values=True)]
        return [*found, *(_values(json.loads(self.body)) if self.body else ())]


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            if name == "response_format":
                yield json.dumps(one, ensure_ascii=False)
            elif name == "content" and value["role"] == "user":
                yield from _values(json.loads(one))
            elif name != "api_key":
                yield from _values(one)
    elif isinstance(value, list):
        for one in value:
            yield from _values(one)
    else:
        yield value if isinstance(value, str) else json.dumps(value)


class Server(ThreadingHTTPServer):
    """One server for all services; `asked` has the texts it was sent, `keys` the keys, `received` every request."""

    daemon_threads = True

    def __init__(self, translate: Translate = marked) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.translate = translate
        self.asked: list[str] = []
        self.keys: list[str] = []
        self.bodies: list[Any] = []
        self.received: list[Received] = []

    def handle_error(self, *_: object) -> None:
        """Say nothing when somebody hangs up."""

    @property
    def received_texts(self) -> list[Received]:
        """The requests that are sent for texts; one for a list of languages has none in it."""
        return [one for one in self.received if not urlsplit(one.address).path.endswith("/languages")]

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except Refused as refused:
            self._send({"error": {"message": "content policy"}}, refused.status)

    def do_GET(self) -> None:
        self._record(b"")
        url = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(url.query).items()}
        if "scope" in query:
            self._send({"translation": {code: {"name": code} for code in ("en", "nl", "ru", "pt-pt")}})
        elif url.path.endswith("/languages"):
            codes = ["en", "nl", "ru"]
            self._send([{"code": code, "name": code, "targets": codes} for code in codes])
        elif "langpair" in query:
            source, _, target = query["langpair"].partition("|")
            text = self._translated(query["q"], source, target)
            self._send({"responseData": {"translatedText": text}, "responseStatus": 200, "matches": []})
        else:
            text = self._translated(query["q"], query["sl"], query["tl"])
            self._send(f'<html><body><div class="result-container">{escape(str(text))}</div></body></html>')

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self._record(content)
        body = json.loads(content)
        self.server.bodies.append(body)
        self.server.keys += [
            value for name, value in self.headers.items() if "auth" in name.lower() or "key" in name.lower()
        ]
        path = urlsplit(self.path).path
        if path.endswith("/chat/completions"):
            self._send(self._completed(body))
        elif path.endswith("/v2/translate"):
            pair = body["source_lang"], body["target_lang"]
            found = [self._translated(text, *pair) for text in body["text"]]
            self._send({"translations": [{"text": text} for text in found if text is not DROPPED]})
        elif isinstance(body, list):
            query = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
            text = self._translated(body[0]["text"], query["from"], query["to"])
            self._send([{"translations": [{"text": text, "to": query["to"]}]}])
        else:
            self.server.keys.append(body.get("api_key", ""))
            self._send({"translatedText": self._translated(body["q"], body["source"], body["target"])})

    def _record(self, body: bytes) -> None:
        headers = tuple(self.headers.items())
        self.server.received.append(Received(address=self.path, headers=headers, body=body))

    def _completed(self, body: Any) -> object:
        target = "ru" if "to Russian" in body["messages"][0]["content"] else "nl"
        texts = json.loads(body["messages"][1]["content"])["texts"]
        found = [(row["id"], self._translated(row["text"], "en", target)) for row in texts]
        rows = [{"id": number, "text": text} for number, text in found if text is not DROPPED]
        content = json.dumps({"translations": rows}, ensure_ascii=False)
        return {"choices": [{"message": {"role": "assistant", "content": content}}]}

    def _translated(self, text: str, source: str, target: str) -> object:
        self.server.asked.append(text)
        return self.server.translate(text, source, target)

    def _send(self, answer: object, status: int = 200) -> None:
        content = (answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def running(translate: Translate = marked) -> Iterator[Server]:
    """Give a server that runs in a thread."""
    server = Server(translate)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main_server = Server()
    Path(sys.argv[1]).write_text(main_server.url, encoding="utf-8")
    main_server.serve_forever()
