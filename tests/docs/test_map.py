"""The map in docs/contributing leads from a line somebody wants to write to its file, and the file agrees."""

import ast
import re
import tomllib

import pytest

from tests.conftest import ROOT

MAP = (ROOT / "docs" / "pages" / "contributing" / "map.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (?!---|the line is)(.+?) \| (.+?) \|$", MAP, re.MULTILINE)
PLACES = {place: row for row, places in ROWS for place in re.findall(r"`([^`]+)`", places)}
LINES = tomllib.loads((ROOT / "tests" / "cases" / "map.toml").read_text(encoding="utf-8"))["line"]


def purpose(file: str) -> str:
    """Return what a file says it is for: its docstring, or the comment a table begins with."""
    text = (ROOT / file).read_text(encoding="utf-8")
    if file.endswith(".py"):
        return ast.get_docstring(ast.parse(text)) or ""
    return "".join(re.findall(r"\A(?:#.*\n)+", text))


def stems(text: str) -> set[str]:
    """Return the words of a text that mean something, without what their endings say."""
    return {word[:5] for word in re.findall(r"\w{4,}", text.lower())} - {
        "what",
        "that",
        "with",
        "have",
        "other",
    }


def test_the_map_fits_on_a_screen() -> None:
    assert 15 < len(ROWS) <= 25


@pytest.mark.parametrize("place", PLACES)
def test_every_place_on_the_map_is_there(place: str) -> None:
    assert (ROOT / place).is_dir() if place.endswith("/") else (ROOT / place).is_file()


def test_the_map_knows_every_package_and_every_room_of_names() -> None:
    rooms = [*(ROOT / "l10n").iterdir(), *(ROOT / "l10n" / "names").iterdir()]
    found = {
        f"{path.relative_to(ROOT).as_posix()}{'/' if path.is_dir() else ''}"
        for path in rooms
        if (path.is_dir() or path.suffix == ".py")
        and not path.name.startswith("__")
        and path.name != "LICENSES"
    }
    assert found - {"l10n/names/"} - set(PLACES) == set()


def test_thirty_lines_are_asked_for_in_all_parts_of_the_house() -> None:
    assert len(LINES) >= 30
    assert len({line["file"] for line in LINES}) == len(LINES)


@pytest.mark.parametrize("line", LINES, ids=[line["file"] for line in LINES])
def test_the_map_leads_to_the_file_and_the_file_says_so(line: dict[str, str]) -> None:
    assert (ROOT / line["file"]).is_file()
    assert [place for place in PLACES if line["file"].startswith(place)], "no row of the map leads there"
    assert len(stems(line["change"]) & stems(purpose(line["file"]))) >= 2, purpose(line["file"])


def test_few_other_files_say_more_of_it() -> None:
    """The words of a line are no accident: of all files of the package, hardly any has more of them."""
    purposes = [stems(purpose(path.relative_to(ROOT).as_posix())) for path in (ROOT / "l10n").rglob("*.py")]
    for line in LINES:
        wanted = stems(line["change"])
        own = len(wanted & stems(purpose(line["file"])))
        assert sum(len(wanted & said) > own for said in purposes) <= 10, line["change"]
