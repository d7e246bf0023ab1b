"""A program: `l10n watch` in this process, and somebody who saves a file in the middle of its rounds.

`python -m tests.trust.saving FOLDER TRIES SEED` prints a line of JSON for each try: what was saved, and what is wrong
afterwards ("" when nothing is). In half of them the first round has catalogs to write. A save happens when a file is
about to be opened, or a folder listed (PEP 578): which, the seed tells; in a third of the tries there is a second, in
the next round. Saved is in place, as some editors do, or by replacing the file, as others do; some keep its time.
"""

import json
import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

from l10n.project import find_project
from l10n.workflow.extract import extract
from l10n.workflow.per_document.map_documents import RunOptions
from l10n.workflow.render import render
from l10n.workflow.watch import watch

LOCALES = ("nl", "ru")
MOST_ROUNDS = 12
MOMENTS = ("open", "os.scandir", "os.listdir")


class Saver:
    """Saves at one of the moments of a round."""

    def __init__(self) -> None:
        self.count, self.at, self.moments, self.saves = 0, 0, 0, 0
        self.save: Callable[[], None] = lambda: None
        sys.addaudithook(self._notice)

    def arm(self, at: int, save: Callable[[], None]) -> None:
        self.count, self.at, self.save = 0, at, save

    def fire(self) -> None:
        self.at = 0
        self.save()
        self.saves += 1

    def _notice(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in MOMENTS or not arguments or not isinstance(arguments[0], str | bytes | os.PathLike):
            return
        if "/project" in os.fsdecode(arguments[0]):
            self.count += 1
            if self.count == self.at:
                self.fire()


class OneLook(Event):
    """A stop that lets `watch` look once after each round, and once more when somebody saved meanwhile.

    It is asked by `watch`, then by watchfiles, then by `watch`, and so on.
    """

    def __init__(self, saver: Saver) -> None:
        super().__init__()
        self._saver, self._saves, self.asked = saver, 0, 0

    def is_set(self) -> bool:
        self.asked += 1
        if self.asked % 2 == 0:
            return True
        before, self._saves = self._saves, self._saver.saves
        return self.asked > 1 and before == self._saves


def make(folder: Path) -> Path:
    """Make a project with two documents, extracted and translated."""
    root = folder / "project"
    (root / "source").mkdir(parents=True)
    (root / "l10n.toml").write_text(f"source_locale = 'en'\nlocales = {list(LOCALES)}\n", encoding="utf-8")
    for name in ("one", "two"):
        (root / "source" / f"{name}.txt").write_bytes(f"Title {name}\n\nText of 0000.\n".encode())
    extract(find_project(root))
    for path in sorted((root / "locales").rglob("*.po")):
        path.write_bytes(path.read_bytes().replace(b'0000."\nmsgstr ""', b'0000."\nmsgstr "Tekst 0000."'))
    return root


def saved(path: Path, old: str, new: str, *, replaces: bool, keeps_time: bool) -> None:
    """Save as an editor does."""
    before = path.stat()
    content = path.read_text(encoding="utf-8").replace(old, new).encode()
    target = path.with_name("." + path.name) if replaces else path
    target.write_bytes(content)
    if keeps_time:
        os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    if replaces:
        target.replace(path)


def choose(root: Path, rng: random.Random, number: int) -> tuple[str, Callable[[], None]]:
    """Return what is saved, in words, and what does so."""
    name = rng.choice(("source/one.txt", "locales/nl/LC_MESSAGES/one.po", "l10n.toml"))
    replaces, keeps_time = rng.random() < 0.5, rng.random() < 0.3
    old, new = {
        "source/one.txt": ("Title one", f"Title {number:03}"),
        "locales/nl/LC_MESSAGES/one.po": ('msgstr "Tekst 0000."', f'msgstr "Tekst {number:04}."'),
        "l10n.toml": (f"{list(LOCALES)}", f"{[*LOCALES, 'de']}"),
    }[name]
    how = f"{'replaced' if replaces else 'in place'}{', time kept' if keeps_time else ''}"
    return f"{name} {how}", lambda: saved(root / name, old, new, replaces=replaces, keeps_time=keeps_time)


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def wrong(root: Path, fresh: Path) -> str:
    """Return which files a fresh run over the files as they are now would have made otherwise."""
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("build"))
    project = find_project(fresh)
    options = RunOptions(use_cache=False)
    extract(project, options=options)
    render(project, options=options)
    now, then = contents(root), contents(fresh)
    return ", ".join(sorted(name for name in {*now, *then} if now.get(name) != then.get(name)))


def attempt(home: Path, kept: Path, saver: Saver, rng: random.Random, number: int) -> dict[str, Any]:
    root = home / "project"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(kept, root)
    if rng.random() < 0.5:
        with (root / "source" / "one.txt").open("a", encoding="utf-8") as source:
            source.write("\nOne more.\n")
    look = OneLook(saver)
    rounds = watch(find_project(root), stop=look)
    saves = 1 + (rng.random() < 1 / 3)
    said: list[str] = []
    for done in range(MOST_ROUNDS):
        if done < saves:
            what, save = choose(root, rng, number + 1)
            said.append(what)
            saver.arm(rng.randint(1, saver.moments), save)
        look.asked = 0
        if next(rounds, None) is None:
            saver.at = 0
            return {"saved": said, "rounds": done, "wrong": wrong(root, home / "fresh" / "project")}
        if saver.at:  # the round was shorter: it is saved behind its end
            saver.fire()
    return {"saved": said, "wrong": "it never ends"}


def main() -> None:
    home, tries, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    os.environ["XDG_STATE_HOME"] = f"{home}/state"
    kept = make(home / "kept")
    saver = Saver()
    root = home / "project"
    shutil.copytree(kept, root)
    next(watch(find_project(root), stop=OneLook(saver)))
    saver.moments = saver.count
    rng = random.Random(seed)
    for number in range(tries):
        found = attempt(home, kept, saver, rng, number)
        sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
