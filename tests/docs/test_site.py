"""The site is built strictly, holds all of its pages in all of its languages, and asks nothing of a network."""

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.site.building import DOCS, LOCALES

PAGES = sorted(
    path.relative_to(folder).with_suffix(".html").as_posix()
    for folder in (DOCS / "pages", DOCS / "source")
    for path in folder.rglob("*.md")
)


class Loaded(HTMLParser):
    """What a page has a browser fetch without being asked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        wanted = {"script": "src", "img": "src", "iframe": "src", "source": "src"}
        loads = tag == "link" and values.get("rel") in {"stylesheet", "preload", "icon", "preconnect"}
        address = values.get("href") if loads else values.get(wanted.get(tag, ""))
        self.addresses += [address] if address else []


def build(copy: Path, into: Path) -> subprocess.CompletedProcess[str]:
    """Render the localized pages of a copy of docs/, and build the site of them."""
    program = "import sys; from pathlib import Path; from tools.site import building as b; b.DOCS = Path(sys.argv[1])"
    program += "; b.build(Path(sys.argv[2]), b.DOCS / 'build')"
    rendered = [sys.executable, "-m", "l10n", "-C", str(copy / "docs"), "render"]
    subprocess.run(rendered, check=True, capture_output=True, cwd=ROOT)
    return subprocess.run(
        [sys.executable, "-c", program, str(copy / "docs"), str(into)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip


def copied(folder: Path) -> Path:
    shutil.copytree(DOCS, folder / "docs", ignore=shutil.ignore_patterns("build"))
    (folder / "tools").symlink_to(ROOT / "tools")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("site")
    ran = build(copied(tmp_path_factory.mktemp("copy")), into)
    assert ran.returncode == 0, ran.stderr
    return into


def test_every_page_is_there_in_every_language(site: Path) -> None:
    assert len(PAGES) > 40
    for locale in ("", *LOCALES):
        missing = [page for page in PAGES if not (site / locale / page).is_file()]
        assert missing == []


def test_every_page_is_in_the_navigation(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    navigation = re.search(r'<nav class="md-nav md-nav--primary.*?</nav>\s*</div>', home, re.DOTALL)
    assert navigation
    assert [page for page in PAGES if f'href="{page}"' not in navigation[0] and page != "index.html"] == []


def test_the_navigation_speaks_the_language_of_the_site(site: Path) -> None:
    for locale, words in (
        ("nl", ("Begin", "Naslag", "Je eerste project")),
        ("ru", ("Главная", "Справочник")),
    ):
        home = (site / locale / "index.html").read_text(encoding="utf-8")
        titles = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', home, re.DOTALL)
        shown = [re.sub(r"<[^>]+>", "", title).strip() for title in titles]
        assert [word for word in words if word not in shown] == []
        assert "None" not in shown


def test_the_tutorial_is_in_the_language_of_the_site(site: Path) -> None:
    for locale, words in (("nl", "Je eerste project"), ("ru", "Ваш первый проект")):
        page = (site / locale / "tutorial" / "first-project.html").read_text(encoding="utf-8")
        assert f'<html lang="{locale}"' in page
        assert f">{words}" in page
        assert 'class="not-localized"' not in page


def test_a_page_that_is_not_localized_says_so_and_names_its_language(site: Path) -> None:
    page = (site / "ru" / "howto" / "ci.html").read_text(encoding="utf-8")
    assert "Эта страница есть только на английском языке." in page
    assert '<div lang="en">' in page


def test_each_language_leads_to_the_others(site: Path) -> None:
    page = (site / "nl" / "tutorial" / "names.html").read_text(encoding="utf-8")
    for link in ("../../index.html", "../index.html", "../../ru/index.html"):
        assert f'href="{link}" hreflang=' in page
        assert (site / "nl" / "tutorial" / link).resolve().is_file()


def test_no_page_has_anything_fetched_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        found = Loaded(page.read_text(encoding="utf-8")).addresses
        assert not [address for address in found if "//" in address], page
    for style in site.rglob("*.css"):
        assert not re.findall(r"url\((?!\"?data:)[^)]*//", style.read_text(encoding="utf-8")), style


def test_a_broken_link_stops_the_build(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    with (copy / "docs" / "pages" / "howto" / "ci.md").open("a", encoding="utf-8") as page:
        page.write("\n[page](no-such-page.md) [place](release.md#no-such-place) [here](#nowhere)\n")
    ran = build(copy, tmp_path / "site")
    assert ran.returncode != 0
    assert [
        link for link in ("no-such-page.md", "#no-such-place", "#nowhere") if link not in ran.stderr
    ] == []
