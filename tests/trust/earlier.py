"""What an earlier version, another program or other settings may have left: catalogs, and the state beside them.

Each catalog says the same as before; only its layout is another.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from l10n import version
from l10n.project import find_project
from l10n.workflow.extract import extract
from l10n.workflow.store.state_folder import state_folder

_STRING = re.compile(r'(?P<head>(?:#[~|]+ ?)?(?:msg\w+(?:\[\d+\])? )?)"(?P<text>.*)"')
_NARROW, _WIDE = 30, 10_000


def unfolded(catalog: str) -> str:
    """Return a catalog with each of its strings on one line."""
    return re.sub(r'"\n(?:#[~|]+ ?)?"', "", catalog)


def _folded(catalog: str, width: int) -> Iterator[str]:
    for line in unfolded(catalog).splitlines():
        found = _STRING.fullmatch(line)
        pieces = re.findall(rf".{{1,{width}}}(?: |$)|\S+ ?", found["text"]) if found else []
        if found is None or len(pieces) < 2:
            yield line
            continue
        again = found["head"].partition("msg")[0]
        yield f'{found["head"]}""'
        yield from (f'{again}"{piece}"' for piece in pieces)


def _entries(change: Callable[[list[str]], Sequence[str]]) -> Callable[[str], str]:
    return lambda catalog: "\n\n".join(change(catalog.rstrip("\n").split("\n\n"))) + "\n"


def _obsolete_first(entries: list[str]) -> list[str]:
    """Return obsolete messages behind the header, where some programs sort them."""
    return [entries[0], *sorted(entries[1:], key=lambda entry: "\n#~ " not in f"\n{entry}")]


def _bare_obsolete(entries: list[str]) -> list[str]:
    """Return obsolete messages as before GNU gettext 0.16: without comments and previous texts."""
    return [
        re.sub(r"^(?:#[.:|]|#~\|).*\n", "", entry, flags=re.MULTILINE) if "\n#~ " in f"\n{entry}" else entry
        for entry in entries
    ]


def _other_comments(catalog: str) -> str:
    return re.sub(r"^#\. .*", "#. said otherwise", catalog, flags=re.MULTILINE)


LAYOUTS: Mapping[str, Callable[[str], str]] = {
    "folded narrow": lambda catalog: "\n".join(_folded(catalog, _NARROW)) + "\n",
    "not folded": lambda catalog: "\n".join(_folded(catalog, _WIDE)) + "\n",
    "references with lines": lambda catalog: re.sub(r"^(#: \S+)$", r"\1:7", catalog, flags=re.MULTILINE),
    "no references": lambda catalog: re.sub(r"^#: .*\n", "", catalog, flags=re.MULTILINE),
    "other comments": _other_comments,
    "obsolete messages first": _entries(_obsolete_first),
    "obsolete messages bare": _entries(_bare_obsolete),
    "entries apart": _entries(lambda entries: [f"{entry}\n" for entry in entries]),
    "line ends of Windows": lambda catalog: catalog.replace("\n", "\r\n"),
}


def lay_out(folder: Path, layout: str) -> None:
    """Give all catalogs of a project another layout."""
    for path in sorted((folder / "locales").rglob("*.po")):
        # Line ends are part of a layout, so they are not translated.
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        path.write_bytes(LAYOUTS[layout](text).encode("utf-8"))


def _rewrite_runs(folder: Path, text: str | None) -> None:
    for path in (state_folder(folder) / "runs").glob("*.json"):
        content = path.read_text(encoding="utf-8").partition("\n")[2] if text is None else text
        digest = hashlib.blake2b(content.encode("utf-8"), digest_size=16).hexdigest()
        # The first state had no digest of its own before it.
        path.write_text(content if text is None else f"{digest}\n{content}", encoding="utf-8")


def _extracted_by_another_version(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(version, "__version__", "0.0.9")
        extract(find_project(folder), allow_removal=True)


def _older_copies(folder: Path) -> None:
    for path in (state_folder(folder) / "catalogs").rglob("*.po"):
        path.write_text(
            LAYOUTS["folded narrow"](path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
        )


STATES: Mapping[str, Callable[[Path], None]] = {
    "of another version": _extracted_by_another_version,
    "without a digest": lambda folder: _rewrite_runs(folder, None),
    "with other keys": lambda folder: _rewrite_runs(
        folder, json.dumps({"schema": 1, "answers": {"two": []}})
    ),
    "with other values": lambda folder: _rewrite_runs(folder, json.dumps(["two", {"one": 1}])),
    "with copies that look otherwise": _older_copies,
}
