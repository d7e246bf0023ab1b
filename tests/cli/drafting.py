"""What the tests of `l10n translate` share: a small project, and reading what became of it."""

from pathlib import Path

from l10n.catalog import pofile
from l10n.catalog.catalog import Message

TEXT = """The launch

The rocket flew away from the desert in the morning.

Use {name} and https://example.org/path with care, please.

Nobody saw where it landed in the end.

They will look for it tomorrow, in the mountains.
"""


def messages(folder: Path, locale: str = "nl", domain: str = "news") -> list[Message]:
    content = (folder / "locales" / locale / "LC_MESSAGES" / f"{domain}.po").read_bytes()
    return [message for message in pofile.read(content, "x.po").messages if not message.is_header]


def through(service: str, url: str) -> list[str]:
    return ["--service", service, "--url", url, "--model", "some-model"]
