"""What is installed and what is shipped: pinned by hash, licensed, built the same way twice, without more rights."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

from l10n.version import __version__
from tests.conftest import ROOT
from tools.supply import __main__ as supply
from tools.supply import dependencies, provenance
from tools.supply.releases import read_releases

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGE = ROOT / "l10n"


def test_every_runtime_dependency_may_be_shipped_with() -> None:
    """By the day of the newest release that is pinned, so that the calendar alone breaks no test."""
    releases = read_releases()
    newest = max(day for _, day in releases.values())
    needed = dependencies.runtime_dependencies(releases)
    assert len(needed) > 20
    assert [*dependencies.find_faults(needed, dependencies.read_kept(), newest)] == []


def test_every_pin_has_the_day_of_its_release() -> None:
    assert {name: version for name, (version, _) in read_releases().items()} == pins("constraints.txt")


def test_every_data_file_has_a_source_and_a_licence_we_may_pass_on() -> None:
    assert provenance.find_faults(PACKAGE) == []
    assert len([*provenance.data_files(PACKAGE)]) > 150


def test_every_licence_of_our_data_is_shipped_in_full() -> None:
    texts = {path.stem for path in (PACKAGE / "LICENSES").glob("*.txt")}
    assert provenance.licences_of(PACKAGE) == texts


def test_the_licence_of_the_code_is_what_the_metadata_say() -> None:
    project = PYPROJECT["project"]
    assert project["license"] == "MIT"
    assert project["license-files"] == ["LICENSE", "l10n/LICENSES/*.txt"]
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")


def test_the_table_is_printed_and_a_fault_is_an_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert supply.main() in {0, 1}  # 1 once a release has grown old
    printed = capsys.readouterr()
    assert "deep-translator" in printed.out
    assert "data files: BSD-3-Clause, CC0-1.0, MIT, Unicode-3.0" in printed.out


def pins(name: str) -> dict[str, str]:
    lines = re.findall(
        r"^([\w.-]+)==([\w.]+)", (ROOT / ".ci" / name).read_text(encoding="utf-8"), re.MULTILINE
    )
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in lines}


def test_every_pin_has_hashes_and_no_address() -> None:
    text = (ROOT / ".ci" / "constraints.hashed.txt").read_text(encoding="utf-8")
    assert pins("constraints.hashed.txt") == pins("constraints.txt")
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)
    assert "://" not in text


def test_every_runtime_dependency_is_pinned() -> None:
    known = pins("constraints.txt")
    needed = {one.name for one in dependencies.runtime_dependencies(read_releases())}
    assert needed - set(known) == set()


def test_the_action_installs_all_that_is_needed_by_hash_and_nothing_else() -> None:
    """What builds l10n is among it: pip would fetch a backend without asking for its hash."""
    text = (ROOT / ".ci" / "action.hashed.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)
    assert "://" not in text
    installed, known = pins("action.hashed.txt"), pins("constraints.txt")
    backend = re.split(r"[^\w-]", PYPROJECT["build-system"]["requires"][0], maxsplit=1)[0]
    elsewhere = set(re.findall(r"^([\w-]+)==.* ; ", text, re.MULTILINE))  # what only another system needs
    assert (
        set(installed) - elsewhere
        == {one.name for one in dependencies.runtime_dependencies({}, backend)} - elsewhere
    )
    assert installed.items() <= known.items()


def build(folder: Path, kind: str, umask: int) -> bytes:
    """Build from a fresh copy in `folder`, whose files are as old as they happen to be; return the bytes."""
    folder.mkdir()
    for name in ("l10n", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    for number, path in enumerate(folder.rglob("*")):
        os.utime(path, (1_000_000_000 + number * umask, 1_000_000_000 + number * umask))
        path.chmod(path.stat().st_mode & ~umask)
    program = f"import hatchling.build as b; print(b.build_{kind}('dist'))"
    subprocess.run([sys.executable, "-c", program], cwd=folder, check=True, capture_output=True, umask=umask)
    (built,) = (folder / "dist").iterdir()
    return built.read_bytes()


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_two_builds_are_the_same_bytes(tmp_path: Path, kind: str) -> None:
    assert build(tmp_path / "one", kind, 0o022) == build(tmp_path / "another-place", kind, 0o027)
    (built,) = (tmp_path / "one" / "dist").iterdir()
    if kind == "wheel":
        metadata_folder = f"l10n_names-{__version__}.dist-info"
        with zipfile.ZipFile(built) as archive:
            names = archive.namelist()
            metadata = archive.read(f"{metadata_folder}/METADATA").decode()
        assert {name.split("/")[0] for name in names} == {"l10n", metadata_folder}
        home, licences = "", f"{metadata_folder}/licenses/"
    else:
        home = licences = f"l10n_names-{__version__}/"
        with tarfile.open(built) as archive:
            names = archive.getnames()
            file = archive.extractfile(f"{home}PKG-INFO")
            assert file is not None
            metadata = file.read().decode()
    shipped = {
        f"{home}l10n/{path.relative_to(PACKAGE).as_posix()}" for path in PACKAGE.rglob(provenance.NAME)
    }
    texts = {f"{licences}l10n/LICENSES/{path.name}" for path in (PACKAGE / "LICENSES").iterdir()}
    assert {f"{licences}LICENSE", f"{home}l10n/languages/nl/from-ru.toml"} | shipped | texts <= set(names)
    assert "License-Expression: MIT\n" in metadata
    assert metadata.count("License-File: ") == 1 + len(texts)
    assert not [name for name in names if "tests/" in name or name.endswith((".pyc", ".po"))]


def test_the_action_needs_no_more_than_to_read_and_takes_no_input_into_a_script() -> None:
    action = yaml.safe_load(
        (ROOT / ".github" / "actions" / "l10n" / "action.yml").read_text(encoding="utf-8")
    )
    for step in action["runs"]["steps"]:
        assert "uses" not in step
        assert "${{" not in step["run"]
        assert not re.search(r"GITHUB_TOKEN|secrets\.", str(step))


def test_the_workflows_we_show_need_no_more_than_to_read() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs" / "pages").rglob("*.md")]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    shown = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.+?)```", text, re.DOTALL)]
    workflows = [one for one in shown if "jobs" in one]
    assert len(workflows) >= 2
    for workflow in workflows:
        assert workflow["permissions"] == {"contents": "read"}
        assert "pull_request_target" not in workflow.get("on", workflow.get(True, []))


def test_every_test_that_the_threat_model_names_is_there() -> None:
    text = (ROOT / ".github" / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/.]+)`", text))
    assert len(named) > 12
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    rows = [line for line in text.splitlines() if line.startswith("| ") and "---" not in line][1:]
    assert [row for row in rows if "`tests/" not in row and "none is opened" not in row] == []
