"""Which of the packages that l10n depends on each command imports: a row for every command.

Projects ask for the clients of translation services and for polib, so they are installed with l10n; the command that
needs them imports them, and no other pays for it.
"""

import importlib.metadata
import json
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.drafting import through
from tests.cli.test_help import COMMANDS
from tests.servers.faithful import running
from tools.supply.dependencies import PROJECT

# what deep-translator brings along
CLIENTS = {
    "deep_translator",
    "requests",
    "bs4",
    "urllib3",
    "certifi",
    "charset_normalizer",
    "idna",
    "soupsieve",
}
# Typer's own is in every row; pydantic decides the value of an option that is no plain text, number or flag
ALWAYS, VALUES = {"typer"}, {"pydantic"}
NOTHING: set[str] = set()

# command line → what of our dependencies it imports besides ALWAYS
ROWS: dict[str, set[str]] = {
    "init --source-locale en --locale nl": {"babel"},
    "extract": {"babel", "rapidfuzz"},
    "adopt old.nl.txt --locale nl --document source/russian-actress-iss.txt": {"rapidfuzz"},
    "diff HEAD": NOTHING,
    "doctor source/russian-actress-iss.txt": NOTHING,
    "render": {"babel"},
    "repair": NOTHING,
    "check": {"rapidfuzz", "rich"},
    "check --fix": {"rapidfuzz", "rich"},
    "status": {"rich"},
    "rule missing-name": NOTHING,
    "schema check": NOTHING,
    "languages": {"babel", "rich"},
    "names list": {"rich"},
    "names check": {"rapidfuzz", "rich"},
    "names fix": {"rapidfuzz", "rich"},
    "names find": {"pydantic", "rapidfuzz"},
    "names decline 'Юлия Пересильд'": NOTHING,
    "names romanize --scheme iuliia:wikipedia Юлия": NOTHING,
    "names schemes": {"rich"},
    "names convert --from en --to ru Yulia": NOTHING,
    "names match": {"rapidfuzz"},
    "names explain Yulia": NOTHING,
    "names export": NOTHING,
    "names import names.csv --format csv": NOTHING,
    "names audit": {"pydantic", "rapidfuzz", "rich"},
    "memory build": {"yasbd"},
    "memory import old.tmx": NOTHING,
    "memory search rocket --locale nl": {"rapidfuzz"},
    "memory export": NOTHING,
    "translate": {"rapidfuzz"},
    "compile": NOTHING,
    "migrate --from old.po --locale nl": {"yasbd"},
    "review": {"babel", "jinja2", "rapidfuzz"},
}
# what goes on until Ctrl-C
ENDLESS: dict[str, set[str]] = {"watch": {"babel", "rapidfuzz", "rich"}, "serve --port 0": {"rapidfuzz"}}
# what `translate` imports for a service, besides what it imports without one
SERVICES: dict[str, set[str]] = {
    "google": CLIENTS,
    "mymemory": CLIENTS,
    "microsoft": CLIENTS,
    "libretranslate": NOTHING,
    "deepl": NOTHING,
    "chat": NOTHING,
}

PROGRAM = """
import json, sys
from l10n.cli import main
sys.argv = ["l10n", *sys.argv[1:]]
try:
    main()
except SystemExit as left:
    code = left.code or 0
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""


def our_dependencies() -> set[str]:
    """Return the modules of the distributions that pyproject.toml names, and those this table watches besides."""
    needed = importlib.metadata.requires(PROJECT) or []
    names = {re.split(r"[^\w.-]", one, maxsplit=1)[0].lower() for one in needed if "extra ==" not in one}
    modules = importlib.metadata.packages_distributions()
    found = {module for module, owners in modules.items() if {owner.lower() for owner in owners} & names}
    return {module for module in found if not module.startswith("_")} | CLIENTS | VALUES


def imported(said: str) -> tuple[int, set[str]]:
    code, modules = json.loads(said.splitlines()[-1])
    return code, set(modules) & our_dependencies()


def run(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """Return the exit code of a command, and which of our dependencies it imported."""
    line = [sys.executable, "-c", PROGRAM, *arguments]
    typed = "Yulia\tYuliya\n"  # what `names match` reads
    return imported(
        subprocess.run(line, cwd=folder, input=typed, capture_output=True, text=True, check=True).stderr
    )


@pytest.fixture
def desk(article: Path) -> Path:
    """Return a project under git with what the commands of the table read, and a source changed since."""
    catalog = article / "locales" / "nl" / "LC_MESSAGES" / "russian-actress-iss.po"
    (article / "old.po").write_bytes(catalog.read_bytes())
    (article / "old.nl.txt").write_text("Een titel\n\nEen alinea.\n", encoding="utf-8")
    columns = "id,kind,gender,native,language,status,because,guessed,locale,locale_status,form,form_status"
    row = "omsk,place,,Омск,ru,approved,it is on the map,,nl,approved,Omsk,preferred"
    (article / "names.csv").write_text(f"{columns},indeclinable,cases\n{row},,\n", encoding="utf-8")
    (article / "old.tmx").write_text(
        '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>A rocket.</seg></tuv>'
        '<tuv xml:lang="nl"><seg>Een raket.</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    git = ["git", "-c", "user.name=l10n", "-c", "user.email=l10n@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "The project"]):
        subprocess.run([*git, *arguments], cwd=article, check=True, capture_output=True)
    with (article / "source" / "russian-actress-iss.txt").open("a", encoding="utf-8") as source:
        source.write("\n\nOne more paragraph, which nobody has translated.\n")
    return article


def test_every_command_has_a_row() -> None:
    leaves = {path for path, context in COMMANDS.items() if not getattr(context.command, "commands", None)}
    rows = [*ROWS, *ENDLESS]
    assert {path for path in leaves if not any(f"{row} ".startswith(f"{path} ") for row in rows)} == set()


def test_clients_and_polib_are_in_no_row_but_those_of_their_services() -> None:
    for row in (*ROWS.values(), *ENDLESS.values()):
        assert not row & (CLIENTS | {"polib"})
    assert CLIENTS | {"polib", "babel", "rapidfuzz", "yaml"} <= our_dependencies()


@pytest.mark.parametrize("line", ROWS)
def test_a_command_imports_what_it_needs(desk: Path, line: str) -> None:
    folder = desk
    if line.startswith("init"):
        folder = desk / "new"
        folder.mkdir()
    if line in {"memory export", "memory search rocket --locale nl"}:
        run(folder, "memory", "build")
    code, found = run(folder, *shlex.split(line))
    assert code in {0, 1}
    assert found - ALWAYS == ROWS[line]


@pytest.mark.parametrize("line", ENDLESS)
def test_a_command_that_stays_imports_what_it_needs(desk: Path, line: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-u", "-c", PROGRAM, *line.split()],
        cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()  # it is at work
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    _, found = imported(said)
    assert found - ALWAYS == ENDLESS[line]


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_imports_its_own_client_only(
    news: Path, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DEEPL", "MICROSOFT", "CHAT", "LIBRETRANSLATE"):
        monkeypatch.setenv(f"L10N_{name}_KEY", "some-key")
    with running() as server:
        code, found = run(news, "translate", "ru", *through(service, server.url))
    assert code in {0, 1}
    assert found & (CLIENTS | {"polib"}) == SERVICES[service]
