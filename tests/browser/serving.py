"""A running editor: the command as people start it, and where it says it is."""

import contextlib
import http.client
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from selenium import webdriver

from tests.browser.chromium import show
from tests.conftest import Command


@dataclass(frozen=True)
class Editor:
    """The address of an editor, and its parts."""

    url: str

    @property
    def port(self) -> int:
        port = urlsplit(self.url).port
        assert port is not None
        return port

    @property
    def token(self) -> str:
        return parse_qs(urlsplit(self.url).query)["token"][0]


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Editor]:
    """Start `l10n serve` on a free port, and stop the process at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "l10n", "serve", "--port", "0"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    output = process.stdout
    assert output is not None
    try:
        yield Editor(output.readline().strip())
    finally:
        process.terminate()
        process.wait(timeout=30)
        output.close()


def ask(
    editor: Editor, method: str, path: str, headers: Mapping[str, str | None] = {}, body: str | None = None
) -> tuple[int, str, Mapping[str, str]]:
    """Return status, text and headers of a request; a header that is None is not sent."""
    sent: dict[str, str | None] = {"Host": f"127.0.0.1:{editor.port}", "X-L10n-Token": editor.token}
    if method == "POST":
        sent |= {"Origin": f"http://127.0.0.1:{editor.port}", "Content-Type": "application/json"}
        sent |= {"Content-Length": str(len(body or ""))}
    sent |= headers
    connection = http.client.HTTPConnection("127.0.0.1", editor.port, timeout=60)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders((body or "").encode())
        response = connection.getresponse()
        return response.status, response.read().decode(), dict(response.getheaders())
    finally:
        connection.close()


@contextlib.contextmanager
def showing(browser: webdriver.Chrome, folder: Path, l10n: Command, name: str, text: str) -> Iterator[Editor]:
    """Start an editor of one document, to be translated into Dutch, and show it; nothing is open at the end."""
    (folder / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
    (folder / "source").mkdir()
    (folder / "source" / name).write_text(text, encoding="utf-8")
    assert l10n(folder, "extract").code == 0
    with serving(folder) as running:
        show(browser, running.url)
        yield running
        browser.execute_script("document.querySelectorAll('form.edit').forEach((form) => form.remove())")
        browser.get("about:blank")
