"""Every command of the README is run, in its order, in a copy of this project, and prints what the README says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"^```console\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
MAKE = re.findall(r"^(make [a-z]+)", README, re.MULTILINE)


def steps(block: str) -> list[tuple[str, str]]:
    """Return the commands of a block, each with what it prints."""
    parts = re.split(r"^\$ (.+)\n", block, flags=re.MULTILINE)
    assert parts[0] == "", "a console block begins with a command"
    return list(zip(parts[1::2], parts[2::2], strict=True))


def run(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return ran.stdout


def matches(said: str, printed: str) -> bool:
    """Return whether `printed` is what the README says; a line `…` there stands for any lines."""
    pattern = "".join(
        ".*\\n" if line.strip() == "…" else re.escape(line) for line in said.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


def test_every_console_block_prints_what_the_readme_says(article: Path) -> None:
    assert CONSOLE
    for block in CONSOLE:
        for command, said in steps(block):
            printed = run(command, article)
            assert matches(said, printed), f"$ {command}\n{printed}"


def test_only_console_blocks_and_make_hold_commands() -> None:
    prose = re.sub(r"^```console\n.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
    assert not re.findall(r"^\$ ", prose, re.MULTILINE)
    assert not re.findall(r"^l10n ", prose, re.MULTILINE)


@pytest.mark.parametrize("command", sorted(set(MAKE)))
def test_every_make_target_exists(command: str) -> None:
    subprocess.run([*command.split(), "--dry-run"], cwd=ROOT, check=True, capture_output=True)


def test_every_command_of_the_program_is_in_the_readme() -> None:
    shown = run("l10n --help", ROOT) + run("l10n names --help", ROOT)
    commands = re.findall(r"^[ │]+([a-z]+)  +\S", shown, re.MULTILINE)
    assert len(commands) >= 10
    for name in commands:
        assert re.search(rf"l10n (names )?{name}\b", README), name
