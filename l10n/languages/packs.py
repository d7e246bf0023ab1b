"""The packs of languages: folders `<tag>/` of files, each about one thing (`typography.toml`, `from-ru.toml`).

A file is looked for in the project's own folder `languages/`, in the package, and in what is installed under the
entry point `l10n.languages`, in this order: a project may say more than we know, and otherwise than we say.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from l10n.budgets import read_toml
from l10n.errors import RegistryError

ANY = "root"  # what holds in every language, as CLDR calls it
PACKAGE = Path(__file__).parent
ENTRY_POINTS = "l10n.languages"
_TAG = re.compile("[a-z]{2,3}")

MOST_BYTES = 2_000_000  # of one file: the largest of ours has 50 thousand

_own: list[Path] = []
_seen: list[tuple[Path, int, int, int, int]] = []


def use_packs_in(*folders: Path) -> None:
    """Let the packs in these folders (a project's `languages/`) come before all others, in this process.

    What was read from other packs before is forgotten, and so is what was read from files that have changed since:
    `l10n watch` and the editor stay alive. Raises RegistryError for what is no pack: see `_files_of`.
    """
    found = [folder for folder in folders if folder.exists() or folder.is_symlink()]
    seen = []
    for path in (path for folder in found for path in _files_of(folder)):
        state = path.stat()
        seen.append((path, state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino))
    _own[:] = found
    if seen != _seen:
        _seen[:] = seen
        _forget_everything()


def _files_of(folder: Path) -> list[Path]:
    """Return the files of the packs in a folder, sorted.

    Raises RegistryError for what stands there and is no pack: a folder that is not named after a language, a file
    beside the folders, what is no regular file, is too large, cannot be read, or is a link that leads elsewhere.
    """
    inside = folder.parent.resolve()
    found: list[Path] = []
    try:
        if not folder.is_dir() or not folder.resolve().is_relative_to(inside):
            what = "leads out of the project" if folder.is_dir() else "is no folder"
            raise RegistryError(what, where=folder.name, hint="packs are folders in it: languages/nl/")
        for pack in sorted(folder.iterdir()):
            if pack.name.startswith("."):
                continue
            if not _TAG.fullmatch(pack.name) or not pack.is_dir():
                hint = "a pack is a folder named after a language, without its country: nl, sr"
                raise RegistryError("is no pack of a language", where=f"languages/{pack.name}", hint=hint)
            files = (path for path in sorted(pack.iterdir()) if path.suffix == ".toml")
            found += [_regular(path, inside) for path in files]
    except OSError as error:
        where = Path(error.filename or folder).name
        raise RegistryError(
            "this pack cannot be read", where=f"languages/…/{where}", why=error.strerror or ""
        ) from error
    return found


def _regular(path: Path, inside: Path) -> Path:
    what = ""
    if not path.is_file():
        what = "is no regular file"
    elif not path.resolve().is_relative_to(inside):
        what = "leads out of the project"
    elif path.stat().st_size > MOST_BYTES:
        what = f"is larger than {MOST_BYTES:,} bytes"
    if what:
        raise RegistryError(what, where=shown(path))
    return path


def _forget_everything() -> None:
    """Clear every cache of ours: what was worked out of other packs may be worked out otherwise now."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("l10n."):
            for value in [*vars(module).values()]:
                if clear := getattr(value, "cache_clear", None):
                    clear()


def packs_in_use() -> tuple[Path, ...]:
    """Return the folders that `use_packs_in` was given, as far as they are there."""
    return tuple(_own)


def files_in_use() -> tuple[Path, ...]:
    """Return the files of those folders, sorted: what a result depends on besides the project's texts."""
    return tuple(path for path, *_ in _seen)


def folders() -> Iterator[Path]:
    """Yield the folders that hold packs, the first to be asked first."""
    yield from _own
    yield PACKAGE
    yield from _installed()


@cache
def _installed() -> tuple[Path, ...]:
    """Return the folders of installed packages: an entry point names a module whose folder holds `<tag>/`."""
    if not _is_declared():
        return ()
    from importlib.metadata import entry_points  # takes longer than reading a small document
    from importlib.util import find_spec

    specs = []
    for point in sorted(entry_points(group=ENTRY_POINTS)):
        try:
            specs.append(find_spec(point.value))
        except (ImportError, ValueError) as error:
            where = f"entry point {ENTRY_POINTS}: {point.name} = {point.value}"
            hint = "update or uninstall that package"
            raise RegistryError(
                "these packs cannot be found", where=where, why=str(error), hint=hint
            ) from error
    return tuple(Path(place) for spec in specs if spec for place in spec.submodule_search_locations or ())


def _is_declared() -> bool:
    """Tell whether any installed package has such entry points: a look at files that are nearly always silent.

    Every installer writes `*.dist-info/entry_points.txt` (PyPA, Recording installed projects); to read them all with
    importlib.metadata takes ten times as long.
    """
    for folder in map(Path, dict.fromkeys(sys.path)):
        for declared in folder.glob("*.dist-info/entry_points.txt"):
            with suppress(OSError):
                if ENTRY_POINTS.encode() in declared.read_bytes():
                    return True
    return False


def find(tag: str, name: str) -> Path | None:
    """Return the file `<tag>/<name>.toml` of the first pack that has it, None when none has."""
    if not tag.isalnum():
        return None
    return next((path for folder in folders() if (path := folder / tag / f"{name}.toml").is_file()), None)


@cache
def table(tag: str, name: str) -> dict[str, Any]:
    """Return the content of `<tag>/<name>.toml`, nothing when no pack has it; not to be changed.

    Raises RegistryError for what is no TOML.
    """
    path = find(tag, name)
    if path is None:
        return {}
    with reading(tag, name):
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text) if path.is_relative_to(PACKAGE) else read_toml(text, shown(path))


@contextmanager
def reading(tag: str, name: str) -> Iterator[None]:
    """Let what goes wrong with the content of a file be an error that names it: people write packs of their own."""
    try:
        yield
    except KeyError as error:
        why = f"the key {error} is missing"
        raise RegistryError(
            "this rule file cannot be read", where=f"languages/{tag}/{name}.toml", why=why
        ) from error
    except (ValueError, TypeError, AttributeError, LookupError, OSError, RecursionError, re.error) as error:
        where = f"languages/{tag}/{name}.toml"
        raise RegistryError("this rule file cannot be read", where=where, why=str(error)) from error


@cache
def tags() -> tuple[str, ...]:
    """Return the languages that have a pack, sorted."""
    files = (path for folder in folders() for path in folder.glob("*/*.toml"))
    found = {
        path.parent.name for path in files if path.name != "cldr.toml"
    }  # which says something of all languages
    return tuple(sorted(found - {ANY, "pairs"}))


@cache
def tags_with(name: str) -> tuple[str, ...]:
    """Return the languages that have a file `<name>.toml`, sorted."""
    found = {path.parent.name for folder in folders() for path in folder.glob(f"*/{name}.toml")}
    return tuple(sorted(found - {ANY}))


@cache
def names_like(tag: str, beginning: str) -> tuple[str, ...]:
    """Return the names of the files of a language that begin so, without it: `from-` of `ru` gives de, fr, nl."""
    found = {path.stem for folder in folders() for path in (folder / tag).glob(f"{beginning}*.toml")}
    return tuple(sorted(name.removeprefix(beginning) for name in found))


def shown(path: Path) -> str:
    """Return a file of a pack as errors name it: from the folder of its language on."""
    return f"languages/{path.parent.name}/{path.name}"
