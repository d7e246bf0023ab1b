"""`l10n diff`: what changed for the translators since a git revision."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Command


@pytest.fixture
def repository(article: Path) -> Path:
    """The article in a git repository, everything committed."""
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "start"]):
        subprocess.run(
            ["git", "-c", "user.name=test", "-c", "user.email=test@example.org", *command],
            cwd=article,
            check=True,
        )
    return article


def change(folder: Path) -> None:
    source = folder / "source" / "russian-actress-iss.txt"
    source.write_bytes(
        source.read_bytes().replace(b"three Americans", b"four Americans") + b"\n\nA new end.\n"
    )


def test_changed_and_new_texts_are_shown_word_by_word(repository: Path, l10n: Command) -> None:
    assert l10n(repository, "diff").err == "nothing has changed since HEAD\n"
    change(repository)
    l10n(repository, "extract")
    ran = l10n(repository, "diff", "--locale", "nl")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0].endswith("russian-actress-iss.po:65: changed")
    assert "station already has [-three-]{+four+} Americans, two Russians" in lines[1]
    assert lines[3] == "    {+A new end.+}"


def test_json_has_both_texts(repository: Path, l10n: Command) -> None:
    change(repository)
    l10n(repository, "extract")
    catalogs = json.loads(l10n(repository, "diff", "HEAD", "--output-format", "json").out)["catalogs"]
    assert [catalog["locale"] for catalog in catalogs] == ["nl", "en", "ru"]
    assert [found["kind"] for found in catalogs[0]["differences"]] == ["changed", "new"]


@pytest.mark.parametrize("revision", ["nonsense", "--output=x", "HEAD~99"])
def test_an_unknown_revision_is_an_error(repository: Path, l10n: Command, revision: str) -> None:
    ran = l10n(repository, "diff", "--", revision)
    assert ran.code == 2
    assert "revision" in ran.err
    assert "Traceback" not in ran.err


def test_outside_a_repository_it_says_so(article: Path, l10n: Command) -> None:
    ran = l10n(article, "diff")
    assert ran.code == 2
    assert "git does not know it" in ran.err
