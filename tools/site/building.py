"""From docs/ to a site: the pages of each language are laid together, then MkDocs makes HTML of them.

The English pages are docs/pages and docs/source; what docs/source has is a project of l10n itself, so a locale gets
its localized version (docs/build/LOCALE) in its place. A page that is not localized stays in English there.
"""

import logging
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build as build_html
from mkdocs.config import load_config

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
LOCALES = ("nl", "ru")


def build(into: Path, localized: Path = DOCS / "build") -> None:
    """Build the site into a folder: English in `into` itself, each locale in a folder below it.

    `localized` is where `l10n render` has written. Links, anchors and the navigation are strict: what is broken
    raises mkdocs.exceptions.Abort (a SystemExit).
    """
    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with TemporaryDirectory() as folder:
        for locale in ("en", *LOCALES):
            pages = Path(folder) / locale
            lay_together(pages, () if locale == "en" else (localized / locale,))
            site = into if locale == "en" else into / locale
            name = "mkdocs.yml" if locale == "en" else f"mkdocs.{locale}.yml"
            build_html(load_config(str(DOCS / name), docs_dir=str(pages), site_dir=str(site), strict=True))


def lay_together(pages: Path, over: tuple[Path, ...]) -> None:
    """Copy the English pages into a folder, and over them what is localized."""
    for source in (DOCS / "pages", DOCS / "source", *over):
        shutil.copytree(source, pages, dirs_exist_ok=True)
