"""What is installed and what is shipped: pinned by hash, licensed, built the same way twice, without more rights."""

import importlib.metadata
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

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# Licences that let anybody use, change and pass on what is installed, and ask no more than to be named.
ALLOWED = {
    "MIT", "MIT License", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "PSF-2.0", "ISC License",
    "CNRI-Python", "License :: OSI Approved :: MIT License", "License :: OSI Approved :: BSD License",
}  # fmt: skip


def runtime_dependencies(*first: str) -> dict[str, importlib.metadata.Distribution]:
    """Return every distribution that l10n needs to run, and what these need, as installed here; with those of `first`
    and what they need."""
    found: dict[str, importlib.metadata.Distribution] = {}
    wanted = ["l10n-names", *first]
    while wanted:
        name = re.sub(r"[-_.]+", "-", wanted.pop()).lower()
        if name in found:
            continue
        try:
            found[name] = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # needed on another system or by an older Python only
        needed = [one for one in found[name].requires or [] if "extra ==" not in one]
        wanted += [re.split(r"[^\w.-]", one, maxsplit=1)[0] for one in needed]
    del found["l10n-names"]
    return found


def test_every_runtime_dependency_has_a_licence_we_allow() -> None:
    dependencies = runtime_dependencies()
    assert len(dependencies) > 20
    refused = {}
    for name, distribution in dependencies.items():
        # get_all: where `importlib_metadata` is installed, a key that is missing raises
        said = next(
            (
                text
                for key in ("License-Expression", "License")
                for text in distribution.metadata.get_all(key) or []
            ),
            "",
        )
        classifiers = [
            one for one in distribution.metadata.get_all("Classifier") or [] if "License ::" in one
        ]
        licences = re.split(r" AND | OR ", said) if said and len(said) < 60 else classifiers
        if not licences or not set(licences) <= ALLOWED:
            refused[name] = licences
    assert refused == {}


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
    assert set(runtime_dependencies()) - set(known) == set()


def test_the_action_installs_all_that_is_needed_by_hash_and_nothing_else() -> None:
    """What builds l10n is among it: pip would fetch a backend without asking for its hash."""
    text = (ROOT / ".ci" / "action.hashed.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)
    assert "://" not in text
    installed, known = pins("action.hashed.txt"), pins("constraints.txt")
    backend = re.split(r"[^\w-]", PYPROJECT["build-system"]["requires"][0], maxsplit=1)[0]
    elsewhere = set(re.findall(r"^([\w-]+)==.* ; ", text, re.MULTILINE))  # what only another system needs
    assert set(installed) - elsewhere == set(runtime_dependencies(backend)) - elsewhere
    assert installed.items() <= known.items()


def build(folder: Path, kind: str, umask: int) -> bytes:
    """Build from a fresh copy in `folder`, whose files are as old as they happen to be; return the bytes."""
    folder.mkdir()
    for name in ("l10n", "pyproject.toml", "README.md"):
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
        with zipfile.ZipFile(built) as archive:
            names = archive.namelist()
        assert {name.split("/")[0] for name in names} == {"l10n", f"l10n_names-{__version__}.dist-info"}
        assert "l10n/languages/nl/from-ru.toml" in names
    else:
        with tarfile.open(built) as archive:
            names = archive.getnames()
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
