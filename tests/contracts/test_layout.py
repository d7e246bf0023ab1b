"""The house: what stands where, held against the code."""

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "l10n"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = {
    "registry", "transliteration", "text", "similarity", "inflection", "transcription", "recognition", "discovery",
}  # fmt: skip
# a run of letters that are no ASCII, or of their code points: only `languages` knows which letters a script has
_RANGE = re.compile(r"[^\W\d_a-zA-Z]-[^\W\d_a-zA-Z]|\\u0[1-9a-f][0-9a-f]{2}-\\u0[1-9a-f][0-9a-f]{2}")
# runs of signs that are no letters of a language, each with the reason
_NO_LETTERS = {
    "l10n/names/transliteration/romanizer.py": "modifier letters, which have no capitals",
    "l10n/repair/cyrillic.py": "the letters that the bytes of an encoding are read as",
    "l10n/repair/certainty.py": "the letters that the bytes of an encoding are read as",
    "l10n/repair/misreadings.py": "the letters that the bytes of an encoding are read as",
    "l10n/repair/thai.py": "the letters that the bytes of an encoding are read as",
}
_COMBINING = re.compile(r"\\u0(?:3[0-6]|48)[0-9a-f]-\\u0(?:3[0-6]|48)[0-9a-f]")
_SPLIT = re.compile(r"""(?:partition|split)\(\s*["'][_-]["']|replace\(["'][-_]["'],\s*["'][-_]["']\)""")
_TAGS_APART = {"l10n/repair/word_rules.py": "a tag of BCP 47 loses its subtags one by one"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def strings(path: Path) -> list[str]:
    """Return the string literals of a module that are no docstrings, as they are written."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        ast.get_source_segment(text, node) or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]


def test_names_has_its_eight_rooms() -> None:
    assert {path.name for path in (PACKAGE / "names").iterdir() if (path / "__init__.py").exists()} == ROOMS


def test_no_folder_has_more_than_twenty_files() -> None:
    folders = {path.parent for path in MODULES}
    sizes = {name_of(folder): len([*folder.glob("*.py")]) for folder in folders}
    assert {
        folder: size for folder, size in sizes.items() if size > 21
    } == {}  # the face of a package is none


def test_every_package_says_what_it_is() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), name_of(path)


@pytest.mark.parametrize("path", [path for path in MODULES if "languages" not in path.parts], ids=name_of)
class TestLanguagesAreKnownInOnePlace:
    def test_no_module_holds_a_run_of_letters(self, path: Path) -> None:
        if name_of(path) in _NO_LETTERS:
            return
        found = [
            text
            for text in strings(path)
            if (hit := _RANGE.search(_COMBINING.sub("", text))) and hit[0] != "–-—"
        ]
        assert found == []

    def test_no_module_takes_a_tag_apart(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").splitlines()
        found = [
            line.strip()
            for line in lines
            if _SPLIT.search(line) and re.search("locale|language|tag|code", line)
        ]
        assert name_of(path) in _TAGS_APART or found == []

    def test_no_module_names_a_language_to_decide_by(self, path: Path) -> None:
        """Comparisons with the code of a language; examples of checks and defaults of options are none."""
        tree = ast.parse(path.read_text(encoding="utf-8"))
        compared = [
            ast.unparse(node)
            for node in ast.walk(tree)
            if isinstance(node, ast.Compare)
            and any(
                isinstance(side, ast.Constant) and side.value in {"ru", "nl", "de", "uk", "fr", "pl"}
                for side in (node.left, *node.comparators)
            )
        ]
        assert compared == []


def test_one_module_asks_babel() -> None:
    asks = re.compile(r"^\s*(?:from|import) babel", re.MULTILINE)
    asking = {name_of(path) for path in MODULES if asks.search(path.read_text(encoding="utf-8"))}
    assert asking == {"l10n/languages/cldr.py"}
