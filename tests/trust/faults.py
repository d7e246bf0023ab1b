"""The commands that write, each with a project in which it has something to do, and runs of them with faults."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

NAME = "russian-actress-iss"
SOURCE = f"source/{NAME}.txt"
NL, RU = (f"locales/{locale}/LC_MESSAGES/{NAME}.po" for locale in ("nl", "ru"))


@dataclass(frozen=True)
class Verb:
    """A command, and what is done in a clean project so that it has something to write."""

    arguments: tuple[str, ...]
    prepare: Callable[[Path], None]


def replace(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def l10n(folder: Path, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "l10n", *arguments],
        cwd=folder,
        env=environment(folder.parent),
        capture_output=True,
        check=True,
    )


def environment(home: Path) -> dict[str, str]:
    return {
        **os.environ, "XDG_STATE_HOME": f"{home}/state", "PYTHONPATH": f"{ROOT}", "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip


def edit_source(folder: Path) -> None:
    replace(folder, SOURCE, "three Americans", "four Americans")
    replace(folder, SOURCE, "The rocket launched this morning:", "It started today:")


def misspell(folder: Path) -> None:
    replace(folder, NL, "Sjipenko", "Shipenko")
    replace(folder, RU, "Клим Шипенко", "Klim Shipenko")


def empty_a_message(folder: Path) -> None:
    l10n(folder, "memory", "build")
    replace(folder, NL, 'msgstr "Tom Cruise wil ook"', 'msgstr ""')


def archive(folder: Path) -> None:
    l10n(folder, "render", "nl")
    shutil.copy(folder / "build" / "nl" / f"{NAME}.txt", folder / "archive.txt")
    replace(folder, NL, 'msgstr "Tom Cruise wil ook"', 'msgstr ""')


def theirs(folder: Path) -> None:
    shutil.copy(folder / NL, folder / "theirs.po")
    replace(folder, NL, 'msgstr "Tom Cruise wil ook"', 'msgstr ""')


def rename(folder: Path) -> None:
    (folder / SOURCE).rename(folder / "source" / "actress.txt")


def rendered_before(folder: Path) -> None:
    l10n(folder, "render")
    replace(folder, NL, "Tom Cruise wil ook", "Ook Tom Cruise wil")
    replace(folder, RU, "Том Круз", "Тому Крузу")


KINDS = ("kill", "half", "ENOSPC", "EIO", "EDQUOT", "EACCES")
VERBS: Mapping[str, Verb] = {
    "extract": Verb(("extract",), edit_source),
    "translate": Verb(("translate", "nl"), empty_a_message),
    "names fix": Verb(("names", "fix"), misspell),
    "check --fix": Verb(("check", "--fix"), misspell),
    "serve, saving": Verb((), lambda _: None),
    "migrate": Verb(("migrate", "--from", "theirs.po", "--locale", "nl"), theirs),
    "migrate --rename": Verb(("migrate", "--rename", NAME, "actress"), rename),
    "adopt": Verb(("adopt", "archive.txt", "--locale", "nl", "--document", SOURCE), archive),
    "render": Verb(("render",), rendered_before),
    "compile": Verb(("compile",), lambda _: None),
    "repair --write": Verb(("repair", "--write"), lambda _: None),
}


def prepared(home: Path, verb: Verb) -> Path:
    """Make a project below `home` in which the command has something to write."""
    folder = home / "project"
    folder.mkdir(parents=True)
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "l10n.toml").write_text(
        'source_locale = "en"\nlocales = ["nl", "en", "ru"]\n', encoding="utf-8"
    )
    l10n(folder, "extract")
    verb.prepare(folder)
    return home


def outcomes(home: Path, verb: Verb, how: str, *before: str) -> list[dict[str, Any]]:
    """Return what came of the command with each of its faults."""
    program = [*before, sys.executable, f"{Path(__file__).parent / 'interposing.py'}", f"{home}", how]
    ran = subprocess.run(
        [*program, *verb.arguments], env=environment(home), stdout=subprocess.PIPE, text=True, check=True
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


def damage(outcome: Mapping[str, Any], how: str) -> str:
    """Return what is wrong with what a fault left behind, "" when it is what we promise.

    Every file is the old or the new one; only a killed process leaves temporary files, and the next run removes them;
    a failure is no success and no traceback, and nothing is written then; the command run again does the rest.
    """
    states = {name: state for name, state in outcome["states"].items() if state != "both"}
    left = {name for name in states if Path(name).name.startswith(".l10n-") and name.endswith(".tmp")}
    known = {state for name, state in states.items() if name not in left}
    is_killed = outcome["code"] == -9
    is_refused = outcome["again"] not in (0, 1) and bool({"old", "left"} & known)
    problems = [
        ("a damaged file", "damaged" in known),
        ("a temporary file that nobody removes", bool(left) and not is_killed),
        ("a traceback", outcome["code"] in (98, 99)),
        ("files in part after a failure", outcome["code"] == 2 and {"old", "new"} <= known),
        ("success, and not all is written", outcome["code"] in (0, 1) and bool({"old", "left"} & known)),
        ("it goes on", how in ("kill", "half") and not is_killed),
        ("run again it does not do the rest", is_refused or not outcome["whole"]),
    ]
    return ", ".join(problem for problem, is_so in problems if is_so)
