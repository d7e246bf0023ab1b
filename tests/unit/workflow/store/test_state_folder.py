"""Where the state of a project is kept: in git's folder, if there is one that we may see."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n.workflow.store.state_folder import git_folder, state_folder


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder with a project and with a `.git`, into which nobody may look."""
    folder = tmp_path / "closed"
    (folder / ".git").mkdir(parents=True)
    (folder / "project").mkdir()
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


@pytest.fixture
def somebody_else(closed: Path) -> Iterator[None]:
    """Root may look into every folder, so a test of permissions run as root becomes somebody else meanwhile."""
    del closed  # it has to be there before
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    yield
    if is_root:
        os.seteuid(0)


def test_the_nearest_working_tree_has_the_state(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    root = tmp_path / "docs" / "guide"
    root.mkdir(parents=True)
    assert git_folder(root) == tmp_path / ".git"
    assert state_folder(root).parent == tmp_path / ".git" / "l10n"


def test_a_linked_working_tree_names_its_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / ".git").write_text("gitdir: ../real\n", encoding="utf-8")
    assert git_folder(tmp_path / "linked") == tmp_path / "linked" / "../real"


def test_two_projects_of_one_repository_have_states_of_their_own(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert state_folder(tmp_path / "one") != state_folder(tmp_path / "two")


@pytest.mark.usefixtures("somebody_else")
def test_a_folder_above_that_we_may_not_look_into_has_none_for_us(closed: Path) -> None:
    assert git_folder(closed / "project") is None
