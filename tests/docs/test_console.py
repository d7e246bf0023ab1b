"""Every command of the README and of docs/ is run, in its order, and prints what the page says."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.console import PAGES, README, in_shell, matches, results, steps

TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PAGES}
RUN = [name for name, text in TEXTS.items() if "```console\n" in text]


@pytest.mark.parametrize("name", RUN)
def test_every_command_prints_what_the_page_says(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = TEXTS[name]
    wrong = [one for one in results(text, tmp_path) if not matches(one.step.said, one.printed)]
    assert not [one.step.command for one in wrong if "Traceback (most recent call last)" in one.printed]
    if request.config.getoption("--update-golden"):
        for one in reversed(wrong):
            text = text[: one.step.start] + one.printed + text[one.step.end :]
        (ROOT / name).write_text(text, encoding="utf-8")
        return
    assert not wrong, "\n".join(f"$ {one.step.command}\n{one.printed}" for one in wrong)


@pytest.mark.parametrize("name", TEXTS)
def test_only_console_blocks_and_make_hold_commands(name: str) -> None:
    prose = re.sub(r"^```console\n.*?^```$", "", TEXTS[name], flags=re.MULTILINE | re.DOTALL)
    if not name.startswith(
        "docs/pages/reference/"
    ):  # usage lines and examples, written from the commands themselves
        assert not re.findall(r"^l10n ", prose, re.MULTILINE)
    assert not re.findall(r"^\$ ", prose, re.MULTILINE)


def test_a_page_is_not_run_twice_for_nothing() -> None:
    """A run of a page that holds no command would be a marker that somebody left behind."""
    for name in RUN:
        found, folders = steps(TEXTS[name])
        assert {step.run for step in found if step.command} >= set(folders) - {0}, name


def test_every_make_target_exists() -> None:
    named = sorted(
        {
            found
            for text in TEXTS.values()
            for found in re.findall(r"(?:^|`)(make [a-z]+)", text, re.MULTILINE)
        }
    )
    assert len(named) > 5
    for command in named:
        subprocess.run([*command.split(), "--dry-run"], cwd=ROOT, check=True, capture_output=True)


def test_every_command_of_the_program_is_shown_on_a_page() -> None:
    shown = in_shell("l10n --help", ROOT).stdout + in_shell("l10n names --help", ROOT).stdout
    commands = re.findall(r"^[ │]+([a-z]+)  +\S", shown, re.MULTILINE)
    assert len(commands) >= 10
    prose = "\n".join(text for name, text in TEXTS.items() if not name.startswith("docs/pages/reference/"))
    for command in commands:
        assert re.search(rf"l10n (names )?{command}\b", prose), command


def test_the_readme_is_short() -> None:
    assert len(README.read_bytes()) <= 12_288


def test_every_link_of_the_readme_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", TEXTS["README.md"])
    assert len(links) > 10
    for link in links:
        assert link.startswith("https://") or (ROOT / link).exists(), link
