"""A fresh reader gets from the README to a rendered article of their own in at most eight commands."""

import re
from pathlib import Path

from tests.docs.console import README, in_shell, steps


def test_the_readme_leads_to_a_rendered_article_in_eight_commands(tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    section = re.search(r"^## Your own project\n.*?(?=^## )", text, re.MULTILINE | re.DOTALL)
    assert section
    found, folders = steps(section[0])
    commands = [step.command for step in found]
    assert 1 + len(commands) <= 8, "with installing, which stands before"
    assert set(folders.values()) == {"example", "empty"}
    assert {step.run for step in found} == {1}, "all of them begin in an empty folder"
    for command in commands:
        ran = in_shell(command, tmp_path)
        assert ran.returncode == 0, ran.stdout
    assert (tmp_path / "build/nl/landing.txt").read_text(
        encoding="utf-8"
    ) == "Klim Sjipenko is terug uit de ruimte.\n"
