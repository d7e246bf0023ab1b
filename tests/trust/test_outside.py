"""Nothing outside the project is read into it or written, whatever its files, links, names and configuration say."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Command, Ran, snapshot

SECRET = "Nobody but me reads this"
VERBS = (
    "extract",
    "extract --prune",
    "translate",
    "render",
    "render --prune",
    "compile",
    "check --update-baseline --baseline locales/baseline.json",
    "check --fix",
    "names fix",
    "names find --add",
    "names import names.csv --format csv",
    "memory build",
    "review",
    "repair --write",
    "status",
)
# What becomes a link: to a file of ours outside, or to a folder with the same files.
LINKS = (
    "source",
    "source/note.txt",
    "locales",
    "locales/note.pot",
    "locales/names.toml",
    "locales/nl",
    "locales/nl/LC_MESSAGES",
    "locales/nl/LC_MESSAGES/note.po",
    "locales/nl/LC_MESSAGES/note.mo",
    "build",
    "build/nl",
    "build/nl/note.txt",
    "build/review.html",
    ".l10n",
    ".l10n/memory.sqlite",
)


@pytest.fixture
def places(tmp_path: Path, l10n: Command) -> tuple[Path, Path]:
    """Return a project with a file of every kind, and a folder beside it that is none of its business."""
    project = tmp_path / "project"
    (project / "source").mkdir(parents=True)
    (project / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
    (project / "source" / "note.txt").write_bytes(b"A title\n\nTheyre here, with Yuri Gagarin.\n")
    (project / "names.csv").write_bytes(b"id,kind\n")
    for verb in ("extract", "render", "compile", "memory build", "review"):
        assert l10n(project, *verb.split()).code == 0
    (project / "locales" / "names.toml").write_bytes(b"")
    return project, tmp_path / "outside"


def lead_out(project: Path, outside: Path, name: str) -> None:
    """Move a file or folder of the project out of it, where it says something secret, and leave a link."""
    inside, elsewhere = project / name, outside / name
    elsewhere.parent.mkdir(parents=True, exist_ok=True)
    inside.rename(elsewhere)
    for path in (elsewhere, *elsewhere.rglob("*")):
        if path.suffix == ".txt":
            path.write_text(f"{SECRET}.\n", encoding="utf-8")
        if path.suffix == ".po":
            text = path.read_text(encoding="utf-8").replace('msgstr ""\n\n', f'msgstr "{SECRET}."\n\n')
            path.write_text(text, encoding="utf-8")
    inside.symlink_to(elsewhere)


def told(folder: Path) -> bool:
    """Whether a file of the project itself, and no link, holds the secret."""
    return any(
        SECRET.encode() in path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.resolve().is_relative_to(folder.resolve())
    )


def refused_or_unconcerned(ran: Ran) -> bool:
    return "Traceback" not in ran.err and (ran.code != 2 or "l10n: " in ran.err)


@pytest.mark.parametrize("link", LINKS)
def test_a_link_out_of_the_project_is_followed_by_no_command(
    places: tuple[Path, Path], l10n: Command, link: str
) -> None:
    project, outside = places
    lead_out(project, outside, link)
    before = snapshot(outside)
    for verb in VERBS:
        ran = l10n(project, *verb.split())
        assert snapshot(outside) == before, verb
        assert SECRET not in ran.out + ran.err
        assert refused_or_unconcerned(ran)
    assert not told(project)


def test_it_is_named(places: tuple[Path, Path], l10n: Command) -> None:
    project, outside = places
    lead_out(project, outside, "locales/nl/LC_MESSAGES/note.po")
    ran = l10n(project, "check")
    assert ran.code == 2
    assert "locales/nl/LC_MESSAGES/note.po: leads out of the project" in ran.err


@pytest.mark.parametrize("verb", ["extract", "render", "check", "memory build"])
def test_a_link_that_stays_inside_is_followed(places: tuple[Path, Path], l10n: Command, verb: str) -> None:
    project, _ = places
    (project / "locales").rename(project / "catalogs")
    (project / "locales").symlink_to("catalogs")
    (project / "source" / "second.txt").symlink_to("note.txt")
    assert l10n(project, "extract").code == 0
    assert l10n(project, *verb.split()).code in (0, 1)
    assert (project / "locales").is_symlink()


def configured(line: str) -> Callable[[Path, Path], None]:
    def configure(project: Path, outside: Path) -> None:
        with (project / "l10n.toml").open("a", encoding="utf-8") as file:
            file.write(line.replace("OUTSIDE", os.fspath(outside)) + "\n")

    return configure


ADDENDUM = '[[addendum]]\nlocale = "nl"\ndocument = "source/note.txt"\nfile = "{}"'


@pytest.mark.parametrize("up", ["../outside", "OUTSIDE", "locales/../../outside", "linked"])
@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ('baseline = "{}/baseline.json"', "check --update-baseline"),
        ('baseline = "{}/secret.txt"', "check"),
        ('baseline = "{}/secret.txt"', "check --update-baseline"),
        ('memory = "{}/new/memory.sqlite"', "memory build"),
        ('memory = "{}/secret.txt"', "memory build"),
        (ADDENDUM.replace("{}", "{}/secret.txt"), "render"),
        (ADDENDUM.replace("{}", "{}/secret.txt"), "check"),
    ],
)
def test_a_path_in_the_configuration_that_leads_out_is_refused(
    places: tuple[Path, Path], l10n: Command, up: str, line: str, verb: str
) -> None:
    project, outside = places
    outside.mkdir()
    (outside / "secret.txt").write_text(f"{SECRET}.\n", encoding="utf-8")
    (project / "linked").symlink_to(outside)
    before = snapshot(outside)
    configured(line.format(up))(project, outside)
    ran = l10n(project, *verb.split())
    assert ran.code == 2
    assert "l10n: " in ran.err
    assert snapshot(outside) == before
    assert list(outside.iterdir()) == [outside / "secret.txt"]
    assert not told(project)
    assert SECRET not in ran.out + ran.err


@pytest.mark.parametrize(
    "locale",
    ["..", "../../outside", "/etc", "nl/../../../outside", "nl\\..\\x", "nl\n", ".", "", "NL", "C:nl"],
)
@pytest.mark.parametrize("verb", ["extract", "render", "compile"])
def test_a_locale_that_is_a_path_is_refused(
    places: tuple[Path, Path], l10n: Command, locale: str, verb: str
) -> None:
    project, _ = places
    (project / "l10n.toml").write_text(f"locales = ['''{locale}''']\n", encoding="utf-8")
    before = snapshot(project.parent)
    ran = l10n(project, verb)
    assert ran.code == 2
    assert "l10n.toml:1: locales: " in ran.err
    assert snapshot(project.parent) == before


@pytest.mark.parametrize(
    "written", ["../../outside/x.txt", "/etc/passwd", "~/.ssh/id_rsa", "OUTSIDE/secret.txt"]
)
def test_no_path_inside_a_catalog_is_ever_opened(
    places: tuple[Path, Path], l10n: Command, written: str
) -> None:
    project, outside = places
    outside.mkdir()
    (outside / "secret.txt").write_text(f"{SECRET}.\n", encoding="utf-8")
    catalog = project / "locales" / "nl" / "LC_MESSAGES" / "note.po"
    text = catalog.read_text(encoding="utf-8").replace(
        "source/note.txt", written.replace("OUTSIDE", f"{outside}")
    )
    catalog.write_text(text.replace("Language: nl", f"Language: {written}"), encoding="utf-8")
    for verb in VERBS:
        ran = l10n(project, *verb.split())
        assert refused_or_unconcerned(ran)
        assert SECRET not in ran.out + ran.err
    assert not told(project)
    assert list(outside.iterdir()) == [outside / "secret.txt"]
