"""pre-commit, GitHub Actions and GitLab, as far as one machine without a network allows."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.test_main_job import catalog, plant_in_msgstr
from tests.conftest import ROOT, Command

BIN = Path(sys.executable).parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / ".github/actions/l10n/action.yml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI, PRE_COMMIT, CONFIGURATION = (
    (ROOT / "docs" / "pages" / name).read_text(encoding="utf-8")
    for name in ("howto/ci.md", "howto/pre-commit.md", "reference/configuration.md")
)


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "80", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def repository(article: Path) -> Path:
    """Return the article in a repository of git, committed, with our hooks."""
    # pre-commit would fetch the hooks and build an environment; here they are the same hooks, run from this one.
    hooks = [{**hook, "language": "system"} for hook in HOOKS]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (article / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "First"]):
        subprocess.run([*git, *command], cwd=article, check=True)
    return article


class TestPreCommit:
    def pre_commit(
        self, repository: Path, tmp_path: Path, *arguments: str
    ) -> subprocess.CompletedProcess[str]:
        home = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
        return run(["pre-commit", "run", *arguments], repository, **home)

    def test_the_hooks_are_what_pre_commit_expects(self, tmp_path: Path) -> None:
        ran = run(["pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], tmp_path)
        assert ran.returncode == 0, ran.stderr
        assert [hook["id"] for hook in HOOKS] == ["l10n-check", "l10n-names", "l10n-extract"]

    def test_a_clean_project_passes_all_of_them(self, repository: Path, tmp_path: Path) -> None:
        ran = self.pre_commit(repository, tmp_path, "--all-files")
        assert ran.returncode == 0, ran.stdout
        assert ran.stdout.count("Passed") == 3

    def test_a_wrong_name_stops_the_commit_that_has_it(self, repository: Path, tmp_path: Path) -> None:
        plant_in_msgstr(catalog(repository, "nl"), "Klim Sjipenko", "Klim Shipenko")
        subprocess.run(["git", "add", "."], cwd=repository, check=True)
        ran = self.pre_commit(repository, tmp_path)
        assert ran.returncode == 1
        assert re.findall(r"^(l10n.*?)\.+Failed$", ran.stdout, re.MULTILINE) == [
            "l10n check",
            "l10n names check",
        ]
        assert "inconsistent-name “Shipenko”" in ran.stdout

    def test_a_source_that_was_not_extracted_stops_it(self, repository: Path, tmp_path: Path) -> None:
        with (repository / "source/russian-actress-iss.txt").open("a", encoding="utf-8") as source:
            source.write("\n\nOne more.\n")
        subprocess.run(["git", "add", "."], cwd=repository, check=True)
        ran = self.pre_commit(repository, tmp_path, "l10n-extract")
        assert ran.returncode == 1
        assert "would write locales/russian-actress-iss.pot" in ran.stdout

    def test_other_files_do_not_start_them(self, repository: Path, tmp_path: Path) -> None:
        (repository / "notes.txt").write_text("x\n", encoding="utf-8")
        subprocess.run(["git", "add", "notes.txt"], cwd=repository, check=True)
        assert self.pre_commit(repository, tmp_path).stdout.count("Skipped") == 3


def step_run(
    name: str, checkout: Path, inputs: Mapping[str, str], outputs: Mapping[str, str], **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as the runner does: its script in bash, its inputs in the environment."""
    step = step_of(name)
    values = {f"inputs.{name}": value["default"] for name, value in ACTION["inputs"].items()}
    values |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    values |= {f"steps.rules.outputs.{name}": value for name, value in outputs.items()}

    def value_of(expression: str) -> str:
        return next((value for one in expression.split(" || ") if (value := values.get(one, ""))), "")

    given = {
        name: re.sub(r"\$\{\{ (.+?) \}\}", lambda found: value_of(found[1]), value)
        for name, value in step["env"].items()
    }
    return run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        checkout,
        GITHUB_ACTIONS="true",
        GITHUB_ACTION_PATH=str(ROOT / ".github" / "actions" / "l10n"),
        **environment,
        **given,
    )


def step_of(name: str) -> dict[str, Any]:
    """Return a step of the action."""
    return next(step for step in ACTION["runs"]["steps"] if step["name"] == name)


class TestGitHubAction:
    def check(
        self, checkout: Path, tmp_path: Path, **inputs: str
    ) -> tuple[subprocess.CompletedProcess[str], str]:
        """Run the step that checks, and return what it printed and its summary."""
        summary = tmp_path / "step-summary.md"
        ran = step_run(
            "Check", checkout, inputs, {}, GITHUB_STEP_SUMMARY=str(summary), GITHUB_WORKSPACE=str(checkout)
        )
        return ran, summary.read_text(encoding="utf-8") if summary.exists() else ""

    def test_a_clean_project_passes_and_the_summary_shows_how_far_it_is(
        self, article: Path, tmp_path: Path
    ) -> None:
        ran, summary = self.check(article, tmp_path)
        assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
        assert "### l10n: all clean" in summary
        assert "| nl | russian-actress-iss | 11/11 |" in summary

    def test_findings_are_annotations_on_paths_of_the_repository(self, article: Path, tmp_path: Path) -> None:
        plant_in_msgstr(catalog(article, "nl"), "Klim Sjipenko", "Klim Shipenko")
        folder = tmp_path / "checkout"
        (folder / "docs").mkdir(parents=True)
        for name in ("source", "locales", "l10n.toml"):
            shutil.move(article / name, folder / "docs" / name)
        ran, summary = self.check(
            folder, tmp_path, folder="docs", sarif_file="l10n.sarif", select="names,state"
        )
        assert ran.returncode == 1
        assert ran.stdout.startswith("::error file=docs/locales/nl/LC_MESSAGES/russian-actress-iss.po,line=")
        assert "### l10n: 1 findings" in summary
        assert "docs/locales/nl/" in (folder / "l10n.sarif").read_text(encoding="utf-8")

    def test_inputs_are_data_and_never_commands(self, article: Path, tmp_path: Path) -> None:
        evil = 'nl"; touch evil; $(touch evil) `touch evil`'
        ran, _ = self.check(article, tmp_path, locales=evil, select=evil, folder=".")
        assert ran.returncode == 2
        assert not list(article.rglob("evil"))
        assert all("${{" not in step["run"] for step in ACTION["runs"]["steps"])

    def test_a_project_that_cannot_be_read_fails(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        ran, _ = self.check(tmp_path / "empty", tmp_path)
        assert ran.returncode == 2

    def test_it_installs_what_was_checked_out_with_it(self) -> None:
        script = step_of("Install l10n")["run"]
        assert (ROOT / ".github/actions/l10n/../../..").resolve() == ROOT
        assert 'top="$GITHUB_ACTION_PATH/../../.."' in script
        installs = [line for line in script.splitlines() if " pip install " in line]
        assert len(installs) == 2
        assert all("--no-deps" in line for line in installs)
        assert '--require-hashes --no-deps --only-binary :all: -r "$top/.ci/action.hashed.txt"' in installs[0]
        assert installs[1].endswith('--no-index --no-build-isolation "$top"')
        subprocess.run(["bash", "-n", "-c", script], check=True)


def snippet(page: str, first_line: str) -> Any:
    """Return the YAML block of a page that begins with a line."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return yaml.safe_load(next(block for block in blocks if block.startswith(first_line)))


class TestTheSnippetsOfTheDocumentation:
    def test_the_configuration_it_shows_is_one(self, tmp_path: Path, l10n: Command) -> None:
        blocks = re.findall(r"^```toml\n(.*?)^```$", CONFIGURATION, re.MULTILINE | re.DOTALL)
        block = next(block for block in blocks if block.startswith("[tool.l10n.severity]"))
        config = f'[tool.l10n]\nlocales = ["nl", "ru"]\n{block}'
        (tmp_path / "pyproject.toml").write_text(config, encoding="utf-8")
        (tmp_path / "source" / "blog").mkdir(parents=True)
        for name in ("note.txt", "blog/post.txt"):
            (tmp_path / "source" / name).write_text("Hello, world.\n", encoding="utf-8")
        assert l10n(tmp_path, "extract").code == 0
        ran = l10n(tmp_path, "check")
        assert ran.code == 1, ran.err
        assert "nl is 0% translated, 90% is required" in ran.out
        assert "nl is 0% translated, 95% is required" in ran.out
        assert "ru is 0% translated, 50% is required" in ran.out

    def test_the_hooks_it_names_are_there(self) -> None:
        used = {hook["id"] for hook in snippet(PRE_COMMIT, "repos:")["repos"][0]["hooks"]}
        assert used == {hook["id"] for hook in HOOKS}

    @pytest.mark.parametrize("page", [README, CI], ids=["README", "howto/ci"])
    def test_the_workflow_asks_for_no_more_than_reading(self, page: str) -> None:
        workflow = snippet(page, "name: l10n")
        assert workflow["permissions"] == {"contents": "read"}
        step = workflow["jobs"]["l10n"]["steps"][-1]
        assert (ROOT / step["uses"] / "action.yml").is_file()
        assert set(step.get("with", {})) <= set(ACTION["inputs"])

    def test_for_forks_the_tool_and_the_rules_are_those_of_the_base(self) -> None:
        workflow = snippet(CI, "name: l10n of pull requests")
        assert workflow["permissions"] == {"contents": "read"}
        assert workflow[True] == "pull_request"  # YAML 1.1 reads `on` so
        tool, article, action = workflow["jobs"]["l10n"]["steps"]
        assert tool["with"] == {"ref": "${{ github.base_ref }}", "path": "tool"}
        assert article["with"] == {"path": action["with"]["folder"]}
        assert action["with"]["trusted"] == "base"
        assert (ROOT / action["uses"].removeprefix("./tool/") / "action.yml").is_file()
        assert set(action["with"]) <= set(ACTION["inputs"])

    def test_the_job_of_gitlab_writes_the_report_it_hands_over(self, article: Path) -> None:
        job = snippet(CI, "l10n:")["l10n"]
        plant_in_msgstr(catalog(article, "nl"), "Klim Sjipenko", "Klim Shipenko")
        script = [line for line in job["script"] if not line.startswith("pip ")]
        ran = run(["bash", "-e", "-c", "\n".join(script)], article)
        assert ran.returncode == 1
        report = article / job["artifacts"]["reports"]["junit"]
        assert 'name="inconsistent-name' in report.read_text(encoding="utf-8")
