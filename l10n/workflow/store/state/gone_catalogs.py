"""Catalogs whose document or locale is gone, and their place when they are set aside: `locales/.gone/`.

Nobody takes what is in a hidden folder for a catalog, but git shows it, and an update finds it again when the document
or the locale returns. Catalogs of other programs may stand in `locales/`, too: ours have references to our source.
"""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalog.conservation import holds_work, lost_translations
from l10n.errors import CatalogError, FileError
from l10n.settings import ProjectPaths
from l10n.workflow.store.directories import remove, remove_empty
from l10n.workflow.store.files import Change, apply, changes_only, read_optional
from l10n.workflow.store.state.catalog_snapshots import snapshots_folder

_MESSAGES = "LC_MESSAGES"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneCatalog:
    """A catalog (or with `locale` None a template) that no document and locale of the project has any more.

    `aside` is what it becomes, None for one that holds nothing to keep. `obstacle` says why it has to stay where it is.
    """

    name: str
    domain: str
    locale: str | None
    is_of_gone_locale: bool = False
    aside: Change | None = None
    obstacle: str = ""


def gone_catalogs(
    paths: ProjectPaths, domains: Collection[str], locales: Collection[str]
) -> tuple[GoneCatalog, ...]:
    """Return what no document of these domains, and no locale of these, has any more; links are not followed."""
    known = {paths.template_name(domain) for domain in domains}
    known |= {paths.catalog_name(domain, locale) for domain in domains for locale in locales}
    return tuple(
        one
        for name in sorted(_catalogs(str(paths.root), paths.locales_folder.name))
        if name not in known and (one := _gone(paths, name, locales))
    )


def _catalogs(folder: str, name: str) -> Iterator[str]:
    """Yield the names of templates and catalogs below a folder; hidden ones are set aside, or not ours."""
    try:
        with os.scandir(os.path.join(folder, name)) as found:  # noqa: PTH118
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _catalogs(folder, f"{name}/{entry.name}")
        elif entry.name.endswith((".po", ".pot")) and entry.is_file(follow_symlinks=False):
            yield f"{name}/{entry.name}"


def _gone(paths: ProjectPaths, name: str, locales: Collection[str]) -> GoneCatalog | None:
    from l10n.catalog import pofile

    parts = Path(name).with_suffix("").parts[1:]
    locale = None
    if name.endswith(".po"):
        if len(parts) < 3 or parts[1] != _MESSAGES:
            return None
        locale, parts = parts[0], parts[2:]
    domain = "/".join(parts)
    try:
        content = read_optional(paths.inside(name), name, most=paths.most_bytes) or b""
        messages = pofile.read(content, name).messages
    except (CatalogError, FileError):
        return None  # whose it is cannot be told
    is_ours = any(one.startswith(f"source/{domain}.") for message in messages for one in message.references)
    if not is_ours and not (snapshots_folder(paths.root) / (locale or "") / f"{domain}.po").exists():
        return None
    found = GoneCatalog(
        name=name,
        domain=domain,
        locale=locale,
        is_of_gone_locale=locale is not None and locale not in locales,
    )
    if locale is None or not any(not message.is_header and holds_work(message) for message in messages):
        return found
    target = paths.aside_name(domain, locale)
    before = read_optional(paths.inside(target), target, most=paths.most_bytes)
    aside = Change(path=paths.inside(target), name=target, before=before, after=content)
    obstacle = ""
    if before is not None and lost_translations(pofile.read(before, target).messages, messages):
        obstacle = f"{target} has translations that it has not"
    return GoneCatalog(
        name=name,
        domain=domain,
        locale=locale,
        is_of_gone_locale=found.is_of_gone_locale,
        aside=aside,
        obstacle=obstacle,
    )


def set_aside(paths: ProjectPaths, gone: Collection[GoneCatalog]) -> None:
    """Set catalogs aside, then remove them from where they were, and the folders that are empty then.

    A compiled catalog goes with its catalog. Raises FileError when the disk refuses: then nothing is lost, and whoever
    runs it again goes on.
    """
    apply(changes_only(one.aside for one in gone if one.aside is not None))
    for one in gone:
        path = paths.root / one.name
        compiled = [path.with_suffix(".mo")] if one.locale is not None else []
        remove([*compiled, path], one.name)
    remove_empty({(paths.root / one.name).parent for one in gone}, paths.locales_folder)
