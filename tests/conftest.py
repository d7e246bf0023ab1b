"""What all tests share: how long properties are tried, a copy of the project, and the command in this process."""

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from l10n.cli import main
from l10n.cli.build_log import VARIABLES

ROOT = Path(__file__).parent.parent

# The same examples everywhere and each time: whether the tests pass must not depend on luck, nor on what an earlier
# run has kept. `make fuzz` looks further, from a seed that it prints (`tests.trust.searching`).
settings.register_profile(
    "default", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "fuzz", parent=settings.get_profile("default"), max_examples=300, derandomize=False, print_blob=True
)
# What notices a change of the code only after many examples is no good test of it; how it fails is all the same.
settings.register_profile(
    "mutants",
    parent=settings.get_profile("default"),
    max_examples=20,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def tries(number: int) -> int:
    """Return how often to try a property that is worth `number` tries by default, in the profile in use."""
    return max(1, number * settings().max_examples // 100)


@contextlib.contextmanager
def an_end() -> Iterator[None]:
    """Fail what would go on for ever: a guard, no measurement. The limit is CPU time, many times what is needed."""

    def over(_number: int, _frame: object) -> None:
        pytest.fail("it goes on for ever, or nearly so")

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, 60)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


# Whether these tests run in a build: the commands they run are told of none unless a test says so.
IS_IN_CI = bool(os.environ.get("CI"))


@pytest.fixture(scope="session", autouse=True)
def _no_build() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in (*VARIABLES, "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def _state_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the locks and known states of test projects out of the home of whoever runs the tests, and its lists of
    servers out of the tests.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        yield


@contextlib.contextmanager
def signals_restored() -> Iterator[None]:
    """Let whoever runs the tests stop them after a command that ran in their process."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    hook = sys.unraisablehook
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def l10n(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return `l10n(folder, *arguments)`: the whole command, run in this process in that folder."""

    def run(folder: Path, *arguments: str) -> Ran:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["l10n", *arguments])
        capsys.readouterr()
        with monkeypatch.context() as streams:
            for stream in ("stdout", "stderr"):  # a build replaces them
                streams.setattr(sys, stream, getattr(sys, stream))
            with pytest.raises(SystemExit) as left, signals_restored():
                main()
        printed = capsys.readouterr()
        code = left.value.code
        return Ran(
            code=code if isinstance(code, int) else int(code is not None), out=printed.out, err=printed.err
        )

    return run


@pytest.fixture(scope="session")
def gettext_tools() -> None:
    """Skip a test without GNU gettext, except in CI, where its absence is a failure."""
    if shutil.which("msgfmt") is None:
        if IS_IN_CI:
            pytest.fail("GNU gettext is not installed, and CI must run this test")
        pytest.skip("GNU gettext is not installed")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a copy of the project in this repository: its configuration, article, catalogs and names."""
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "l10n.toml").write_text(
        'name = "l10n"\nsource_locale = "en"\nlocales = ["nl", "en", "ru"]\n', encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a new project with one short article, not extracted yet."""
    (tmp_path / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl", "ru"]\n', encoding="utf-8")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "note.txt").write_bytes(b"A title\n\nFirst paragraph.\n\nSecond one.\n")
    return tmp_path


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
