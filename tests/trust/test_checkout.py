"""The local editor beside `git checkout`: what a checkout brought is never saved over from a page that is older."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from l10n.catalog import pofile
from tests.browser.serving import Editor, ask, serving
from tests.conftest import Command
from tests.trust.faults import NL, SOURCE, replace

MSGID = "Tom Cruise wants too"
OURS, THEIRS = "Tom Cruise wil ook", "Tom Cruise wil dat ook"


def git(folder: Path, *arguments: str) -> str:
    """Run git with nobody's configuration but this, and return what it printed."""
    config = (
        "user.name=Nobody",
        "user.email=nobody@example.org",
        "core.autocrlf=false",
        "commit.gpgsign=false",
    )
    options = [part for setting in config for part in ("-c", setting)]
    command = ["git", *options, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(article: Path, l10n: Command) -> Path:
    """Return a repository with a branch `main`, and three in which a message is another, is there no more, and is
    the same while others are not.
    """
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    git(article, "init", "-q", "-b", "main")
    assert l10n(article, "extract").code == 0
    git(article, "add", ".")
    git(article, "commit", "-q", "-m", "begin")
    changes = {
        "another": (NL, OURS, THEIRS),
        "gone": (SOURCE, MSGID, "Others want it as well"),
        "beside": (NL, "De raket is vanmorgen gelanceerd:", "Vanmorgen is de raket gelanceerd:"),
    }
    for branch, (name, old, new) in changes.items():
        git(article, "checkout", "-q", "-b", branch, "main")
        replace(article, name, old, new)
        assert l10n(article, "extract").code == 0
        git(article, "commit", "-q", "-a", "-m", branch)
    git(article, "checkout", "-q", "main")
    return article


@pytest.fixture
def editor(repository: Path) -> Iterator[Editor]:
    with serving(repository) as running:
        yield running


def row_of(editor: Editor, msgid: str = MSGID) -> str:
    """Load the page, and return the id that it has for a message."""
    status, page, _ = ask(editor, "GET", "/")
    assert status == 200
    row = next(row for row in page.split("<tr ") if msgid in re.sub("<[^>]*>", "", row))
    found = re.search(r'data-id="([^"]+)"', row)
    assert found
    return found[1]


def post(editor: Editor, name: str, **asked: object) -> tuple[int, dict[str, Any]]:
    status, text, _ = ask(editor, "POST", f"/{name}", body=json.dumps(asked))
    return status, json.loads(text)


def text_of(msgstr: str) -> dict[str, Any]:
    return {"msgstr": [msgstr], "fuzzy": False, "comments": []}


def save(editor: Editor, row: str, read: str, wanted: str) -> tuple[int, dict[str, Any]]:
    return post(editor, "save", row=row, locale="nl", read=text_of(read), text=text_of(wanted))


def said(folder: Path) -> dict[str, str]:
    """Return the translations of a catalog."""
    return {
        m.msgid: m.msgstr[0] for m in pofile.read((folder / NL).read_bytes(), NL).messages if not m.obsolete
    }


def test_a_save_from_an_older_page_is_a_conflict_and_after_a_reload_it_is_saved(
    repository: Path, editor: Editor
) -> None:
    row = row_of(editor)
    git(repository, "checkout", "-q", "another")
    status, answer = save(editor, row, OURS, "Van een oude pagina")
    assert (status, answer["conflict"]["msgstr"]) == (409, [THEIRS])
    assert git(repository, "status", "--porcelain") == ""
    row = row_of(editor)
    status, answer = post(editor, "message", row=row, locale="nl")
    assert (status, answer["text"]["msgstr"]) == (200, [THEIRS])
    before = said(repository)
    assert save(editor, row, THEIRS, "Ook Tom Cruise")[0] == 200
    assert said(repository) == before | {MSGID: "Ook Tom Cruise"}
    # What both branches have said is still in both.
    git(repository, "commit", "-q", "-a", "-m", "saved")
    git(repository, "checkout", "-q", "main")
    assert said(repository)[MSGID] == OURS


def test_a_message_that_a_checkout_took_away_is_not_saved_into_another(
    repository: Path, editor: Editor
) -> None:
    row = row_of(editor)
    git(repository, "checkout", "-q", "gone")
    status, answer = save(editor, row, OURS, "Van een oude pagina")
    assert status in (409, 422)
    assert answer.get("conflict", answer.get("error")) != ""
    assert git(repository, "status", "--porcelain") == ""
    git(repository, "checkout", "-q", "main")
    assert save(editor, row_of(editor), OURS, "Ook Tom Cruise")[0] == 200


def test_a_save_keeps_what_a_checkout_brought_for_other_messages(repository: Path, editor: Editor) -> None:
    row = row_of(editor)
    git(repository, "checkout", "-q", "beside")
    before = said(repository)
    assert before["The rocket launched this morning:"].startswith("Vanmorgen")
    assert save(editor, row, OURS, "Ook Tom Cruise")[0] == 200
    assert said(repository) == before | {MSGID: "Ook Tom Cruise"}


def test_a_checkout_is_not_undone_by_undoing_an_earlier_save(repository: Path, editor: Editor) -> None:
    assert save(editor, row_of(editor), OURS, "Ook Tom Cruise")[0] == 200
    git(repository, "commit", "-q", "-a", "-m", "saved")
    git(repository, "checkout", "-q", "another")
    status, answer = post(editor, "undo")
    assert (status, answer["conflict"]) == (409, None)
    assert "somebody else has changed this message" in answer["error"]
    assert git(repository, "status", "--porcelain") == ""


def test_an_extract_after_a_checkout_takes_no_translation_for_lost(
    repository: Path, editor: Editor, l10n: Command
) -> None:
    assert save(editor, row_of(editor), OURS, "Ook Tom Cruise")[0] == 200
    git(repository, "commit", "-q", "-a", "-m", "saved")
    for branch in ("another", "gone", "beside", "main"):
        git(repository, "checkout", "-q", branch)
        assert l10n(repository, "extract").code == 0
        assert git(repository, "status", "--porcelain") == ""
    assert said(repository)[MSGID] == "Ook Tom Cruise"
