"""A running editor: the command as people start it, and where it says it is."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
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
