"""`trusted: base` of the action, on real repositories: rules that a pull request changes do not count in it."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.test_integrations import step_run
from tests.cli.test_main_job import catalog, plant_in_msgstr
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the steps of an action are of bash")
GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        [*GIT, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


@dataclass(frozen=True)
class Answer:
    """What the steps of the action said of a pull request."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Hub:
    """A repository with a base branch, and pull requests to it."""

    folder: Path

    @property
    def origin(self) -> Path:
        return self.folder / "origin"

    def start(self, project: Path, where: str = ".") -> None:
        """Make the repository, with a project in its folder `where`."""
        self.origin.mkdir()
        shutil.copytree(project, self.origin / where, dirs_exist_ok=True)
        git(self.origin, "init", "--quiet")
        self.commit(self.origin)

    def commit(self, folder: Path) -> None:
        git(folder, "add", "--all", "--force")
        git(folder, "commit", "--quiet", "--allow-empty", "-m", "One")

    def pull_request(self, change: Callable[[Path], None], checkout: str = "checkout") -> Path:
        """Return the checkout of a pull request, as shallow as `actions/checkout` makes it."""
        work = self.folder / "fork"
        git(self.folder, "clone", "--quiet", str(self.origin), str(work))
        git(work, "checkout", "--quiet", "-b", "change")
        change(work)
        self.commit(work)
        git(work, "push", "--quiet", "origin", "change")
        path = self.folder / checkout
        address = f"file://{self.origin}"
        git(self.folder, "clone", "--quiet", "--depth", "1", "--branch", "change", address, str(path))
        return path

    def check(
        self, workspace: Path, *, trusted: str = "base", event: str = "pull_request", **inputs: str
    ) -> Answer:
        """Run the steps of the action as the runner does."""
        temporary = self.folder / "runner"
        temporary.mkdir(exist_ok=True)
        output = temporary / "output"
        output.write_text("", encoding="utf-8")
        environment = {
            "RUNNER_TEMP": str(temporary),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_WORKSPACE": str(workspace),
            "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
            "GITHUB_EVENT_NAME": event,
            "GITHUB_EVENT_PATH": str(temporary / "event.json"),
            "GITHUB_BASE_REF": "main" if event == "pull_request" else "",
        }
        given = {**inputs, "trusted": trusted}
        rules = step_run("Take the rules of the base branch", workspace, given, {}, **environment)
        if rules.returncode:
            return Answer(rules.returncode, rules.stdout, rules.stderr)
        outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        ran = step_run("Check", workspace, given, outputs, **environment)
        return Answer(ran.returncode, rules.stdout + ran.stdout, rules.stderr + ran.stderr)


@pytest.fixture
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return Hub(tmp_path_factory.mktemp("hub"))


def misspell(folder: Path) -> None:
    plant_in_msgstr(catalog(folder, "nl"), "Klim Sjipenko", "Klim Shipenko")


def switch_off(folder: Path) -> None:
    misspell(folder)
    with (folder / "l10n.toml").open("a", encoding="utf-8") as file:
        file.write('[severity]\ninconsistent-name = "off"\nnames = "off"\n')


def admit(folder: Path) -> None:
    misspell(folder)
    path = folder / "locales" / "names.toml"
    text = path.read_text(encoding="utf-8")
    assert 'preferred = "Klim Sjipenko"' in text
    path.write_text(
        text.replace('preferred = "Klim Sjipenko"', 'preferred = "Klim Shipenko"'), encoding="utf-8"
    )


def hide_in_baseline(folder: Path) -> None:
    misspell(folder)
    ran = subprocess.run(
        [sys.executable, "-m", "l10n", "check", "--baseline", "baseline.json", "--update-baseline"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    assert b"baseline.json" in ran.stderr


def configure_twice(folder: Path) -> None:
    """Put the configuration of the pull request where it would be looked for first."""
    misspell(folder)
    (folder / "l10n.toml").unlink()
    (folder / "pyproject.toml").write_text(
        '[tool.l10n]\nlocales = ["nl", "en", "ru"]\nsource_locale = "en"\n[tool.l10n.severity]\nnames = "off"\n',
        encoding="utf-8",
    )


def bring_a_module(folder: Path) -> None:
    """Let a module of the checkout be imported in place of Python's own or ours."""
    misspell(folder)
    for name in ("l10n.py", "json.py", "venv.py", "sitecustomize.py", "pathlib.py"):
        (folder / name).write_text("raise SystemExit(0)\n", encoding="utf-8")


def bring_a_language(folder: Path) -> None:
    misspell(folder)
    (folder / "languages" / "nl").mkdir(parents=True)
    (folder / "languages" / "nl" / "facts.toml").write_text("[quotation]\n", encoding="utf-8")


def link_the_registry(folder: Path) -> None:
    admit(folder)
    names = folder / "locales" / "names.toml"
    shutil.move(names, folder / "other.toml")
    names.symlink_to("../other.toml")


def write_the_rules_otherwise(folder: Path) -> None:
    """Let git write the rules so that nobody can read them."""
    misspell(folder)
    (folder / ".gitattributes").write_text("*.toml working-tree-encoding=UTF-16\n", encoding="utf-8")
    for path in folder.rglob("*.toml"):
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-16")


HOSTILE = (
    write_the_rules_otherwise,
    switch_off,
    admit,
    hide_in_baseline,
    configure_twice,
    bring_a_module,
    bring_a_language,
    link_the_registry,
)


class TestRulesOfTheBase:
    @pytest.mark.parametrize("change", HOSTILE, ids=lambda change: change.__name__)
    def test_a_pull_request_cannot_admit_its_own_mistake(
        self, article: Path, hub: Hub, change: Callable[[Path], None]
    ) -> None:
        (article / "l10n.toml").write_text(
            'baseline = "baseline.json"\n' + (article / "l10n.toml").read_text(encoding="utf-8"),
            encoding="utf-8",
        )
        (article / "baseline.json").write_text('{"schema_version": 1, "findings": []}\n', encoding="utf-8")
        hub.start(article)
        workspace = hub.pull_request(change)
        ran = hub.check(workspace)
        assert ran.code == 1, ran
        annotation = (
            r"^::error file=locales/nl/LC_MESSAGES/russian-actress-iss\.po,.*title=inconsistent-name::"
        )
        assert re.search(annotation, ran.out, re.MULTILINE)
        # nothing was changed in the checkout itself
        assert git(workspace, "status", "--porcelain") == ""

    @pytest.mark.parametrize(
        "change", [switch_off, admit, hide_in_baseline], ids=lambda change: change.__name__
    )
    def test_without_it_the_pull_request_could(
        self, article: Path, hub: Hub, change: Callable[[Path], None]
    ) -> None:
        hub.start(article)
        workspace = hub.pull_request(change)
        inputs = {"baseline": "baseline.json"} if change is hide_in_baseline else {}
        ran = hub.check(workspace, trusted="", **inputs)
        assert ran.code == 0, ran
        assert "silenced: " in ran.out or change is admit

    def test_a_baseline_of_the_workflow_is_that_of_the_base(self, article: Path, hub: Hub) -> None:
        (article / "baseline.json").write_text('{"schema_version": 1, "findings": []}\n', encoding="utf-8")
        hub.start(article)
        ran = hub.check(hub.pull_request(hide_in_baseline), baseline="baseline.json")
        assert ran.code == 1, ran

    def test_a_baseline_that_the_base_does_not_have_is_none(self, article: Path, hub: Hub) -> None:
        hub.start(article)
        ran = hub.check(hub.pull_request(hide_in_baseline), baseline="baseline.json")
        assert ran.code == 2
        assert "there is no such baseline" in ran.err

    def test_a_right_pull_request_passes_and_is_told_what_does_not_count_yet(
        self, article: Path, hub: Hub
    ) -> None:
        hub.start(article)

        def change(folder: Path) -> None:
            switch_off(folder)
            git(folder, "checkout", "locales")

        ran = hub.check(hub.pull_request(change))
        assert ran.code == 0, ran
        assert "rules that this pull request changes count once they are merged: l10n.toml\n" in ran.out

    @pytest.mark.parametrize("where", ["docs", "docs/deeper"])
    def test_a_project_in_a_folder(self, article: Path, hub: Hub, where: str) -> None:
        hub.start(article, where)

        def change(folder: Path) -> None:
            misspell(folder / where)
            (folder / where / "pyproject.toml").write_text(
                '[tool.l10n]\nlocales = ["ru"]\n', encoding="utf-8"
            )

        ran = hub.check(hub.pull_request(change), folder=f"./{where}/")
        assert ran.code == 1, ran
        assert f"::error file={where}/locales/nl/" in ran.out

    def test_a_folder_that_became_a_link_is_no_other_project(self, article: Path, hub: Hub) -> None:
        hub.start(article, "docs")

        def change(folder: Path) -> None:
            misspell(folder / "docs")
            admit_all = (folder / "docs" / "l10n.toml").read_text(
                encoding="utf-8"
            ) + '[severity]\nnames = "off"\n'
            shutil.move(folder / "docs", folder / "other")
            (folder / "other" / "l10n.toml").write_text(admit_all, encoding="utf-8")
            (folder / "docs").symlink_to("other")

        ran = hub.check(hub.pull_request(change), folder="docs")
        assert ran.code == 2, ran

    def test_inline_ignores_stay_and_are_counted(self, article: Path, hub: Hub) -> None:
        hub.start(article)

        def change(folder: Path) -> None:
            misspell(folder)
            path = catalog(folder, "nl")
            start = path.read_text(encoding="utf-8")
            path.write_text(f"# l10n: ignore inconsistent-name so it is\n{start}", encoding="utf-8")

        ran = hub.check(hub.pull_request(change))
        assert ran.code == 0, ran
        assert "::notice title=l10n::silenced: comments hide 1\n" in ran.out

    def test_a_checkout_below_the_workspace_as_in_the_example(self, article: Path, hub: Hub) -> None:
        hub.start(article)
        (hub.folder / "workspace").mkdir()
        hub.pull_request(switch_off, "workspace/article")
        ran = hub.check(hub.folder / "workspace", folder="article")
        assert ran.code == 1, ran
        assert "::error file=locales/nl/" in ran.out

    def test_a_merge_queue_has_a_base_too(self, article: Path, hub: Hub) -> None:
        hub.start(article)
        workspace = hub.pull_request(switch_off)
        (hub.folder / "runner").mkdir()
        event = {"merge_group": {"base_ref": "refs/heads/main"}}
        (hub.folder / "runner" / "event.json").write_text(json.dumps(event), encoding="utf-8")
        assert hub.check(workspace, event="merge_group").code == 1

    def test_a_push_is_checked_by_its_own_rules_and_says_so(self, article: Path, hub: Hub) -> None:
        hub.start(article)
        ran = hub.check(hub.pull_request(switch_off), event="push")
        assert ran.code == 0, ran
        assert "no pull request: the rules are those of this commit" in ran.out

    @pytest.mark.parametrize(
        ("inputs", "said"),
        [
            ({"trusted": "main"}, "only base can be trusted"),
            ({"folder": "../elsewhere"}, "leads out of the checkout"),
            ({"folder": "/"}, "leads out of the checkout"),
            ({"baseline": "../b.json"}, "leads out of the checkout"),
        ],
    )
    def test_what_cannot_be_done_fails(
        self, article: Path, hub: Hub, inputs: dict[str, str], said: str
    ) -> None:
        hub.start(article)
        ran = hub.check(hub.pull_request(misspell), **inputs)
        assert ran.code == 2
        assert said in ran.out

    def test_a_branch_that_cannot_be_fetched_fails(self, article: Path, hub: Hub) -> None:
        hub.start(article)
        workspace = hub.pull_request(switch_off)
        git(hub.origin, "branch", "-m", "main", "trunk")
        assert hub.check(workspace).code not in (0, 1)

    def test_a_whole_clone_stays_one(self, article: Path, hub: Hub) -> None:
        hub.start(article)
        hub.commit(hub.origin)
        hub.pull_request(misspell)
        assert hub.check(hub.folder / "fork").code == 1
        assert git(hub.folder / "fork", "rev-parse", "--is-shallow-repository") == "false"


def test_the_script_is_one_of_bash() -> None:
    path = ROOT / ".github" / "actions" / "l10n" / "trusted.sh"
    subprocess.run(["bash", "-n", str(path)], check=True)
    assert "${{" not in path.read_text(encoding="utf-8")
