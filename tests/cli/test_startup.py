"""What the process does outside itself: which modules start-up imports, and that no socket is opened."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

NAME_MODELS = (
    "l10n.names.transcription.graphones.store",
    "l10n.names.transcription.onomasticon.store",
    "l10n.names.transcription.name_origin",
)
HEAVY = (
    *NAME_MODELS,
    "sqlite3",
    "ssl",
    "http",
    "starlette",
    "uvicorn",
    "watchfiles",
    "deep_translator",
    "requests",
    "babel",
    "jinja2",
    "pytrovich",
    "rapidfuzz",
    "ftfy",
    "polib",
)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["extract", "--help"],
        ["check", "--help"],
        ["names", "--help"],
        ["names", "fix", "--help"],
        ["memory", "--help"],
        ["translate", "--help"],
        ["review", "--help"],
        ["serve", "--help"],
    ],
    ids=" ".join,
)
def test_help_and_version_import_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    assert imported(HEAVY, tmp_path, arguments) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "--jobs", "1", "--diff"],
        ["check"],
        ["check", "nl", "--output-format", "json"],
        ["-C", ".", "render"],
        ["status"],
        ["names", "list"],
    ],
    ids=" ".join,
)
def test_options_that_need_no_pydantic_do_not_import_it(article: Path, arguments: list[str]) -> None:
    assert imported(("pydantic",), article, arguments) == (0, [])


@pytest.mark.parametrize("verb", ["extract", "check", "render"])
def test_a_run_over_unchanged_documents_imports_nothing_that_looks_at_them(article: Path, verb: str) -> None:
    looking = (
        "babel",
        "rapidfuzz",
        "l10n.repair",
        "l10n.names.recognition.surface_trie",
        "l10n.names.recognition.consistency",
    )
    code, first = imported(looking, article, [verb])
    assert (code, "l10n.repair" in first) == (0, True)
    assert imported(looking, article, [verb]) == (0, [])


def imported(modules: Sequence[str], folder: Path, arguments: Sequence[str]) -> tuple[int, list[str]]:
    """Return the exit code of a command, and which of these modules it imported."""
    program = (
        "import sys, json\nfrom l10n.cli import main\n"
        f"sys.argv = ['l10n', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit as left:\n    code = left.code\n"
        f"print(json.dumps([code, [name for name in {modules!r} if name in sys.modules]]), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True
    )
    code, found = json.loads(ran.stderr.splitlines()[-1])
    return code, found


@pytest.mark.parametrize(
    "verb",
    [
        ["extract"],
        ["check"],
        ["render"],
        ["status"],
        ["repair"],
        ["names", "fix"],
        ["memory", "build"],
        ["translate"],
        ["review"],
    ],
    ids=" ".join,
)
def test_no_command_opens_a_socket(article: Path, verb: list[str]) -> None:
    """An audit hook sees every socket the process makes, whichever library makes it (PEP 578)."""
    with (article / "source" / "russian-actress-iss.txt").open("a", encoding="utf-8") as source:
        source.write("\n\nOne more.\n")
    program = (
        "import sys, os\n"
        "def hook(event, arguments):\n"
        "    if event.startswith('socket.'):\n"
        "        print('SOCKET', event, arguments, file=sys.stderr)\n"
        "        os._exit(99)\n"
        "sys.addaudithook(hook)\n"
        "from l10n.cli import main\n"
        f"sys.argv = ['l10n', *{verb!r}]\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=article, capture_output=True, text=True, check=False
    )
    assert ran.returncode in (0, 1), ran.stderr
    assert "SOCKET" not in ran.stderr


def test_the_hook_of_that_test_sees_a_socket() -> None:
    hook = "sys.addaudithook(lambda event, _: event.startswith('socket.') and os._exit(99))"
    program = f"import os, socket, sys\n{hook}\nsocket.socket()"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 99


def test_the_module_runs_as_the_command() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "l10n", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("l10n ")
