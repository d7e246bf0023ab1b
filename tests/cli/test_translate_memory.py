"""`l10n translate` with a model and a memory that several projects share: whose translations it is shown."""

from pathlib import Path

import pytest

from tests.cli.drafting import through
from tests.conftest import Command
from tests.servers.faithful import running

KNOWN = {
    "ours": ("The rocket flew away.", "De raket vloog weg."),
    "theirs": ("The rocket flew high.", "Zij vloog hoog."),
}


@pytest.fixture
def ours(tmp_path: Path, l10n: Command) -> Path:
    """A project with a text that is like one of its own and like one of another project; both share a memory."""
    for name, (source, target) in KNOWN.items():
        folder = tmp_path / name
        (folder / "source").mkdir(parents=True)
        (folder / "l10n.toml").write_text(
            f'source_locale = "en"\nlocales = ["nl"]\nmemory = "{(tmp_path / "shared.sqlite").as_posix()}"\n'
        )
        (folder / "source" / "news.txt").write_text(source + "\n")
        l10n(folder, "extract")
        catalog = folder / "locales" / "nl" / "LC_MESSAGES" / "news.po"
        text = catalog.read_text(encoding="utf-8")
        catalog.write_text(text.replace(f'"{source}"\nmsgstr ""', f'"{source}"\nmsgstr "{target}"'))
        assert l10n(folder, "memory", "build").code == 0
    (tmp_path / "ours" / "source" / "news.txt").write_text("The rocket flew away.\n\nThe rocket flew far.\n")
    (tmp_path / "ours" / "locales" / "nl" / "LC_MESSAGES" / "news.po").unlink()
    assert l10n(tmp_path / "ours", "extract", "--allow-removal").code == 0
    return tmp_path / "ours"


@pytest.mark.parametrize("asked_for", [False, True])
def test_a_model_is_shown_those_of_other_projects_only_when_asked_for(
    l10n: Command, ours: Path, asked_for: bool
) -> None:
    flags = ["--all-projects"] if asked_for else []
    with running() as server:
        dry = l10n(ours, "translate", "--dry-run", *flags, *through("chat", server.url))
        assert l10n(ours, "translate", *flags, *through("chat", server.url)).code == 0
        sent = "".join(request.body.decode() for request in server.received_texts)
    for seen in (dry.out, sent):
        assert "De raket vloog weg." in seen
        assert ("Zij vloog hoog." in seen) is asked_for


def test_no_other_service_is_shown_any(l10n: Command, ours: Path) -> None:
    with running() as server:
        assert l10n(ours, "translate", "--all-projects", *through("libretranslate", server.url)).code == 0
        sent = "".join(request.everything for request in server.received)
    assert "vloog" not in sent


def test_a_project_cannot_claim_to_be_another_by_its_name(l10n: Command, ours: Path) -> None:
    with (ours / "l10n.toml").open("a") as config:
        config.write('name = "theirs"\n')
    with running() as server:
        l10n(ours, "translate", *through("chat", server.url))
        assert server.received_texts
        assert "Zij vloog hoog." not in "".join(request.body.decode() for request in server.received_texts)
