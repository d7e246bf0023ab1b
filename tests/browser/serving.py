"""A running editor: the command as people start it, and where it says it is."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


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
