"""A catalog that lost translations behind our back: reported, not baked in, and with the way back."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Command, snapshot

CATALOG = "locales/nl/LC_MESSAGES/russian-actress-iss.po"


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=l10n", "-c", "user.email=l10n@localhost", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def cut(folder: Path, entries: int) -> bytes:
    """Cut the catalog off behind so many entries; return what it was."""
    path = folder / CATALOG
    whole = path.read_bytes()
    path.write_bytes(b"\n\n".join(whole.split(b"\n\n")[:entries]) + b"\n")
    return whole


def way_back(text: str) -> Path:
    found = re.search(r"the catalog as it was is (.+?): copy it", " ".join(text.split()))
    assert found
    return Path(found[1])


@pytest.mark.parametrize("entries", [0, 1, 3, 11])
def test_a_catalog_that_was_cut_off_stops_the_update_and_is_a_finding(
    article: Path, l10n: Command, entries: int
) -> None:
    assert l10n(article, "extract").code == 0
    whole = cut(article, entries)
    before = snapshot(article)
    refused = l10n(article, "extract")
    assert refused.code == 2
    assert f"{CATALOG}: " in refused.err
    assert "vanished since the last `l10n extract`" in refused.err
    found = l10n(article, "check", "nl")
    assert found.code == 1
    assert f"{CATALOG}:1:1: lost-translations " in found.out
    assert snapshot(article) == before
    assert way_back(refused.err).read_bytes() == way_back(found.out).read_bytes() == whole
    (article / CATALOG).write_bytes(way_back(found.out).read_bytes())
    assert l10n(article, "check", "nl").code == 0


def test_who_accepts_the_loss_is_told_where_the_translations_are(article: Path, l10n: Command) -> None:
    l10n(article, "extract")
    whole = cut(article, 3)
    ran = l10n(article, "extract", "--allow-removal")
    assert ran.code == 0
    found = re.search(r"removed translations are kept in (.+)", ran.err)
    assert found
    assert Path(found[1]).read_bytes() == whole
    assert l10n(article, "extract").code == 0


def test_what_translators_do_is_no_loss(article: Path, l10n: Command) -> None:
    l10n(article, "extract")
    path = article / CATALOG
    text = path.read_text(encoding="utf-8")
    for changed in (
        text.replace('msgstr "Tom Cruise wil ook"', 'msgstr "Ook Tom Cruise wil"'),
        text.replace('msgstr "Tom Cruise wil ook"', 'msgstr ""'),
        text + '\n#~ msgid "Old."\n#~ msgstr "Oud."\n',
        text,
    ):
        path.write_text(changed, encoding="utf-8")
        assert l10n(article, "extract").code == 0
        assert "lost-translations" not in l10n(article, "check", "nl").out


class TestInAGitRepository:
    @pytest.fixture
    def repository(self, article: Path, l10n: Command) -> Path:
        git(article, "init", "-q")
        git(article, "add", ".")
        git(article, "commit", "-q", "-m", "first")
        assert l10n(article, "extract").code == 0
        return article

    def test_the_state_is_no_change_for_git(self, repository: Path) -> None:
        ran = subprocess.run(
            ["git", "status", "--porcelain", "--ignored"], cwd=repository, check=True, capture_output=True
        )
        assert ran.stdout == b""

    def test_a_loss_that_was_committed_is_still_a_loss(self, repository: Path, l10n: Command) -> None:
        cut(repository, 3)
        git(repository, "commit", "-q", "-a", "-m", "a bad merge")
        assert "vanished since" in l10n(repository, "extract").err

    def test_another_revision_is_no_loss_but_a_loss_in_it_is(self, repository: Path, l10n: Command) -> None:
        git(repository, "branch", "old")
        with (repository / "source" / "russian-actress-iss.txt").open("a", encoding="utf-8") as source:
            source.write("\n\nOne more paragraph.\n")
        l10n(repository, "extract")
        text = (repository / CATALOG).read_text(encoding="utf-8")
        (repository / CATALOG).write_text(
            text.replace(
                'msgid "One more paragraph."\nmsgstr ""', 'msgid "One more paragraph."\nmsgstr "Nog een."'
            ),
            encoding="utf-8",
        )
        git(repository, "commit", "-q", "-a", "-m", "second")
        assert l10n(repository, "extract").code == 0
        git(repository, "checkout", "-q", "old")
        assert "lost-translations" not in l10n(repository, "check").out
        cut(repository, 3)
        assert "lost-translations" in l10n(repository, "check").out
        git(repository, "checkout", "-q", ".")
        assert l10n(repository, "extract").code == 0
