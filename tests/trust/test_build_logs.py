"""Commands in a build: what names of files, texts, translations and settings hold is no command of the runner."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import Command
from tests.runners import obeyed_lines

MARKS = ("::error::x", "##[error]x", "##vso[task.complete]x", "##teamcity[x]", "x ##[add-path]x")
COMMANDS = (
    "extract --diff", "extract", "check", "check --output-format json", "check --output-format sarif",
    "check --output-format junit", "check --output-format html", "check --output-format github",
    "check --fix --diff", "check --baseline b.json --update-baseline --diff", "check --select ##[error]",
    "check ##[error]x",
    "status", "status --output-format json", "status --output-format markdown", "status --badge ##[x].svg --diff",
    "doctor source/##[error]x.md", "doctor source/##[error]x.md --output-format json", "doctor ##[error]gone.md",
    "repair --diff", "render --diff", "render", "compile", "review", "migrate --rename ##[error]x ::error::x",
    "names list", "names list --output-format json", "names audit", "names audit --output-format json",
    "names audit --output-format html", "names find", "names find --output-format json", "names check",
    "names fix --diff", "names export --format tbx", "names export --format csv", "names export --format json",
    "names romanize ##[error]x", "names explain ##[error]x", "names decline ##[error]x --locale ru", "memory build",
    "memory search ##[error]x --locale nl", "memory export", "translate nl --dry-run", "adopt ##[x].txt --locale nl",
    "diff ##[error]x", "rule ##[error]x", "##[error]x", "--##[error]x", "-C ##[error]x check", "init --locale ##[x]",
)  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project in whose names, texts, translations and registry runners would find commands."""
    (tmp_path / "l10n.toml").write_text(
        'name = "##[error]x"\nlocales = ["nl"]\nallow_tags = ["##[error]x"]\n[severity]\nspelling = "off"\n',
        encoding="utf-8",
    )
    (tmp_path / "source").mkdir()
    for number, mark in enumerate(MARKS):
        text = "\n\n".join(
            (f"# {mark}", *MARKS, f"Tom ##[error]Kruz {number}", f"<!-- {mark} -->\n\n`` {mark} ``")
        )
        name = mark.replace("/", "")
        (tmp_path / "source" / f"{name}.md").write_text(text, encoding="utf-8")
    assert l10n(tmp_path, "extract").code == 0
    for path in (tmp_path / "locales" / "nl" / "LC_MESSAGES").iterdir():
        empty, filled = 'msgstr ""\n\n', 'msgstr "##[error]\u2028::error:: <b>y</b>"\n\n'
        path.write_text(path.read_text(encoding="utf-8").replace(empty, filled), encoding="utf-8")
    (tmp_path / "locales" / "names.toml").write_text(
        '[[name]]\nid = "tom"\nkind = "person"\nnative = "Крюз"\nlanguage = "ru"\n'
        'status = "approved"\nbecause = "##[error]x"\n'
        'en.preferred = "##[error]Kruz"\nnl.preferred = "::error:: ##[x]"\n',
        encoding="utf-8",
    )
    with (tmp_path / "source" / f"{MARKS[0]}.md").open("a", encoding="utf-8") as source:
        source.write("\n\n  ::error::changed\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    return tmp_path


class TestEveryCommand:
    """Whatever is printed on either stream, no line of it is obeyed."""

    @pytest.mark.parametrize("command", COMMANDS)
    def test_no_line_is_obeyed(
        self, hostile: Path, l10n: Command, command: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        summary = hostile / "summary.md"
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
        ran = l10n(hostile, *command.split())
        is_own = "github" in command
        assert obeyed_lines(ran.out, own=is_own) + obeyed_lines(ran.err) == []
        assert ran.out or ran.err
        if is_own:
            text = summary.read_text(encoding="utf-8")
            assert obeyed_lines(text) == []
            assert "##[" not in text
            assert "<b>" not in text

    def test_the_lines_are_there_outside_a_build(
        self, hostile: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("GITHUB_ACTIONS")
        ran = l10n(hostile, "check", "--output-format", "json")
        assert obeyed_lines(ran.out)

    def test_programs_read_the_same_in_a_build(
        self, hostile: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def answers() -> tuple[object, object, object, str | None]:
            findings, sarif, status = (
                json.loads(l10n(hostile, *command.split(), "--output-format", form).out)
                for command, form in (("check", "json"), ("check", "sarif"), ("status", "json"))
            )
            junit = ET.fromstring(l10n(hostile, "check", "--output-format", "junit").out.encode())
            return findings, sarif, status, ET.canonicalize(ET.tostring(junit, encoding="unicode"))

        built = answers()
        monkeypatch.delenv("GITHUB_ACTIONS")
        assert answers() == built

    def test_what_goes_to_a_file_is_data(self, hostile: Path, l10n: Command) -> None:
        assert l10n(hostile, "check", "--output-file", "found.txt").code == 1
        assert obeyed_lines((hostile / "found.txt").read_text(encoding="utf-8"))

    @pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="/dev/stdout is of Unix")
    def test_a_log_that_is_named_as_a_file_is_one(self, hostile: Path) -> None:
        for form in ("text", "json", "junit"):
            options = ["--output-format", form, "--output-file", "/dev/stdout"]
            command = [sys.executable, "-m", "l10n", "check", *options]
            ran = subprocess.run(command, cwd=hostile, capture_output=True, check=False)
            assert ran.returncode == 1
            assert obeyed_lines((ran.stdout + ran.stderr).decode()) == []

    def test_a_name_of_two_lines_is_shown_on_one(self, hostile: Path, l10n: Command) -> None:
        ran = l10n(hostile, "adopt", "a\n::error::b.txt", "--locale", "nl")
        assert "a<U+000A>::error::b.txt" in ran.err
        assert obeyed_lines(ran.err) == []


def test_an_ordinary_project_prints_the_same_in_a_build(
    article: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = ("check", "status", "names list", "doctor source/russian-actress-iss.txt", "names export --format tbx",
                "names audit", "check --output-format sarif", "render --diff")  # fmt: skip
    usual = [l10n(article, *command.split()) for command in commands]
    monkeypatch.setenv("CI", "true")
    assert [l10n(article, *command.split()) for command in commands] == usual
