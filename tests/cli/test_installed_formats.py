"""Formats of other packages: found by their entry points, held to the laws, and named when they fail."""

import json
import re
from pathlib import Path

import pytest

from l10n.formats.contract import broken_laws
from tests.conftest import ROOT, Command, snapshot

PAGE = (ROOT / "docs/pages/extend/format.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
GEMINI = "# A title\r\n\r\nText of it.\r\n=> gemini://x.org A link\r\n=> gemini://y.org\r\n* item\r\n"
GEMINI += "```\r\ncode\r\n```\r\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with one document for Gemini, beside a folder for packages that is searched."""
    (tmp_path / "packages").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    folder = tmp_path / "project"
    (folder / "source").mkdir(parents=True)
    (folder / "l10n.toml").write_text('locales = ["nl"]\n', encoding="utf-8")
    (folder / "source" / "a.gmi").write_bytes(GEMINI.encode())
    return folder


def install(project: Path, package: str, module: str, source: str, *suffixes: str) -> None:
    """Put a package beside the project, as pip would."""
    packages = project.parent / "packages"
    (packages / f"{module}.py").write_text(source, encoding="utf-8")
    information = packages / f"{package}-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8"
    )
    found = re.search(r"^class (\w+)", source, re.MULTILINE)
    points = "".join(f"{suffix} = {module}:{found[1] if found else 'X'}\n" for suffix in suffixes)
    (information / "entry_points.txt").write_text(f"[l10n.formats]\n{points}", encoding="utf-8")


def test_the_example_of_the_readme_localizes_a_document(project: Path, l10n: Command) -> None:
    install(project, "gemtext-l10n", "gemtext_one", EXAMPLE, "gmi", "gemini")
    assert l10n(project, "extract").code == 0
    catalog = project / "locales" / "nl" / "LC_MESSAGES" / "a.po"
    written = catalog.read_text(encoding="utf-8")
    assert re.findall(r'^msgid "(.+)"$', written, re.MULTILINE) == [
        "A title",
        "Text of it.",
        "A link",
        "item",
    ]
    catalog.write_text(
        written.replace('msgid "A link"\nmsgstr ""', 'msgid "A link"\nmsgstr "# Een link"'), encoding="utf-8"
    )
    assert l10n(project, "render").code == 0
    assert (project / "build" / "nl" / "a.gmi").read_bytes().decode() == GEMINI.replace("A link", "Een link")
    assert json.loads(l10n(project, "doctor", "source/a.gmi", "--output-format", "json").out)["documents"][0][
        "byte_identical"
    ]


def test_the_example_of_the_readme_keeps_the_laws(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(project, "gemtext-l10n", "gemtext_two", EXAMPLE, "gmi")
    form = __import__("gemtext_two").Gemtext()
    for text in (GEMINI, "", "\n\n", "```\nx", "# \n>\n=> \nx", "\u2028x\n  y  \n"):
        assert broken_laws(form, text) == ()


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("def parse(", "def analyse("), "it has no parse"),
        (('".gmi", ', ""), "it does not declare the suffix .gmi"),
        (("import re\n", "import no_such_module\n"), "cannot be loaded: ModuleNotFoundError"),
        (("parts: list[str | Segment] = []", "raise KeyError(text[:7])"), "fails: KeyError"),
        (("(*parts, text[position:])", "tuple(parts)"), "its parts do not add up to its text"),
        (("return line if line and msgstr != segment.msgid else", "return msgstr + "), "are not reproduced"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_an_error_in_a_package_names_it_and_nothing_is_written(
    project: Path, l10n: Command, change: tuple[str, str], what: str
) -> None:
    module = f"gemtext_{abs(hash(change))}"
    install(project, "gemtext-l10n", module, EXAMPLE.replace(*change), "gmi")
    before = snapshot(project)
    ran = l10n(project, "extract")
    assert (ran.code, ran.out) == (2, "")
    assert what in ran.err
    assert "gemtext" in ran.err
    assert snapshot(project) == before


def test_a_suffix_can_be_had_once(project: Path, l10n: Command) -> None:
    install(project, "gemtext-l10n", "gemtext_three", EXAMPLE, "gmi")
    install(project, "other-gemini", "gemtext_four", EXAMPLE, "GMI")
    ran = l10n(project, "extract")
    assert ran.code == 2
    assert "two formats claim files with the suffix .gmi: " in ran.err
    assert "gemtext-l10n 1.0" in ran.err
    assert "other-gemini 1.0" in ran.err


def test_a_suffix_of_ours_cannot_be_taken_over(project: Path, l10n: Command) -> None:
    install(project, "my-markdown", "gemtext_five", EXAMPLE, "md")
    ran = l10n(project, "extract")
    assert ran.code == 2
    assert "the suffix .md: l10n itself (markdown) and my-markdown 1.0" in ran.err


def test_without_files_of_other_suffixes_no_package_is_looked_at(
    small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: str) -> None:
        pytest.fail("packages were looked through")

    monkeypatch.setattr("importlib.metadata.entry_points", refuse)
    assert l10n(small, "extract").code == 0
