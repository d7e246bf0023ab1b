"""How many changes of the code the tests notice: `python -m tests.trust.mutating [MODULE[:LINE] …]`.

Each mutant is a module with one thing changed (`mutants`). The tests named for the module are run with it, in a copy
of the repository; a mutant that no test notices is printed. A test notices it by failing, or by not coming to an end
in many times the time it takes. Those that nothing could notice are in `equivalents.toml`, with the reason, and are
left out of the score. The exit code is 1 when a module has less than is wanted of it, or when it decides and a
condition of it can be turned without a test that notices.

What makes it fast: one process imports all that the tests need from elsewhere, and forks for each mutant. Nothing of
`l10n` or of the tests is imported before the fork, so no module can hold a piece of the unchanged one.
"""

import contextlib
import importlib
import json
import math
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import tomllib
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import pytest

from tests.trust.mutants import Mutant, mutants

ROOT = Path(__file__).parent.parent.parent
_PATIENCE = 8  # times the processor time a test may take with a mutant; one that never ends is noticed
_LEAST = 2.0  # seconds a test may take in any case
_MEMORY = 4 << 30
_COPIED = ("l10n", "tests", "source", "locales", "docs", "tools", "pyproject.toml", "README.md")
_CATALOG = "tests/unit/catalog tests/properties/test_catalog_pofile.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is wanted of a module, and the tests that belong to it besides the one that mirrors it.

    One that `decides` what is marked or edited is tried by unit tests alone, and none of its conditions may be turned
    without one that notices.
    """

    also: str = ""
    decides: bool = False

    @property
    def wanted(self) -> int:
        """The percentage of the mutants that is to be noticed."""
        return 90 if self.decides else 85


MODULES = {
    "l10n/catalog/po/reader.py": Trial(also=_CATALOG),
    "l10n/catalog/po/syntax.py": Trial(also=_CATALOG),
    "l10n/catalog/po/fast_entry.py": Trial(also=_CATALOG),
    "l10n/catalog/merge.py": Trial(
        also="tests/unit/catalog/test_source_changes.py"
        " tests/unit/catalog/test_translators_round.py tests/properties/test_catalog_merge.py"
        " tests/properties/test_edit_histories.py tests/unit/catalog/test_sentences.py"
        " tests/properties/test_sentence_laws.py"
    ),
    "l10n/catalog/conservation.py": Trial(
        also="tests/unit/catalog tests/properties/test_catalog_merge.py"
        " tests/trust/test_cut_off.py tests/cli/test_lost_translations.py"
    ),
    "l10n/pretranslation/masking.py": Trial(
        also="tests/properties/test_masking_laws.py tests/unit/pretranslation/test_drafts.py"
    ),
    "l10n/names/similarity/same_name.py": Trial(also="tests/properties/test_matching_laws.py"),
    "l10n/names/recognition/name_context.py": Trial(decides=True),
    "l10n/names/recognition/consistency.py": Trial(
        decides=True, also="tests/unit/names/recognition/test_cases.py"
    ),
    "l10n/names/recognition/correction.py": Trial(decides=True),
    "l10n/names/recognition/misspellings.py": Trial(decides=True),
    "l10n/names/inflection/surface_forms.py": Trial(decides=True),
    "l10n/conventions/number_reading.py": Trial(decides=True),
    "l10n/checks/comparison/fact_comparison.py": Trial(decides=True),
    "l10n/workflow/store/files.py": Trial(
        also="tests/unit/workflow/store/test_interruptions.py"
        " tests/unit/workflow/store/test_lock.py tests/trust/test_bombs.py"
    ),
    "l10n/configuration.py": Trial(
        also="tests/unit/test_project.py tests/cli/test_bad_input.py tests/trust/test_outside.py"
    ),
}


def named_for(module: str) -> list[str]:
    """Return the tests of a module: the one in `tests/unit` that stands where the module stands, and those named."""
    path, also = PurePath(module), MODULES[module].also.split()
    mirror = PurePath("tests", "unit", *path.parts[1:-1], f"test_{path.name}")
    if not (ROOT / mirror).exists() or any(mirror.is_relative_to(one) for one in also):
        return also
    return [str(mirror), *also]


def equivalents() -> dict[tuple[str, str, str], str]:
    """Return why a mutant cannot be noticed, by module, line and change."""
    found = tomllib.loads((Path(__file__).parent / "equivalents.toml").read_text(encoding="utf-8"))
    return {
        (module, one["line"], change): one["because"]
        for module, several in found.items()
        for one in several
        for change in one["changes"]
    }


class _Watch:
    """A plugin of pytest: the quickest tests come first, one that goes on and on is stopped, times are noted."""

    def __init__(self, times: dict[str, float] | None) -> None:
        self._limits = times
        self.times: dict[str, float] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self._limits is not None:
            limits = self._limits
            items.sort(key=lambda item: limits.get(item.nodeid, 0.0))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        if self._limits is not None:  # nobody handles these signals: they end the process
            limit = max(_LEAST, _PATIENCE * self._limits.get(item.nodeid, 0.0))
            signal.setitimer(signal.ITIMER_VIRTUAL, limit)
            signal.setitimer(signal.ITIMER_REAL, 10 * limit)  # one that only waits
        begin = time.process_time()
        answer = yield
        self.times[item.nodeid] = time.process_time() - begin
        return answer


def _run(tests: Sequence[str], watch: _Watch, said: Path) -> int:
    """Run tests in this process; what they say goes to a file."""
    with said.open("w", encoding="utf-8") as stream:
        for descriptor in (1, 2):
            os.dup2(stream.fileno(), descriptor)
    arguments = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    return int(pytest.main([*arguments, *tests], plugins=[watch]))


class Nest:
    """A copy of the repository in which one module is changed again and again, and this process the one that forks."""

    def __init__(self, folder: Path, module: str, tests: Sequence[str]) -> None:
        self._folder, self._path, self._tests = folder, folder / module, tests
        self.source = self._path.read_text(encoding="utf-8")
        self._times: dict[str, float] | None = None
        self.seconds = 0.0
        self.said = folder / "said.txt"

    def prepare(self) -> bool:
        """Run the tests without a mutant, import what they need from elsewhere; return whether they succeed."""
        noted = self._path.with_suffix(".noted")

        def run() -> int:
            watch = _Watch(None)
            code = _run(self._tests, watch, self.said)
            elsewhere = [name for name, one in sys.modules.items() if not self._is_ours(name, one)]
            noted.write_text(json.dumps([watch.times, elsewhere]), encoding="utf-8")
            return code

        begin = time.monotonic()
        if _forked(run, math.inf):
            return False
        self.seconds = time.monotonic() - begin
        self._times, modules = json.loads(noted.read_text(encoding="utf-8"))
        for name in modules:
            with contextlib.suppress(ImportError), warnings.catch_warnings(action="ignore"):
                importlib.import_module(name)
        assert not any(name.split(".")[0] == "l10n" for name in sys.modules)
        # the others are compiled by now
        for compiled in (self._path.parent / "__pycache__").glob(f"{self._path.stem}.*"):
            compiled.unlink()
        return True

    def _is_ours(self, name: str, module: object) -> bool:
        file = getattr(module, "__file__", None) or ""
        return name.split(".", maxsplit=1)[0] in ("l10n", "tests", "__main__") or Path(file).is_relative_to(
            self._folder
        )

    def is_noticed(self, mutant: Mutant) -> bool:
        """Return whether the tests fail with a mutant, or go on and on."""

        def run() -> int:
            sys.dont_write_bytecode = True
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            return _run(self._tests, _Watch(self._times), self.said)

        self._path.write_text(mutant.applied(self.source), encoding="utf-8")
        try:
            return _forked(run, 60 + _PATIENCE * self.seconds) != 0
        finally:
            self._path.write_text(self.source, encoding="utf-8")


def _forked(run: Callable[[], int], seconds: float) -> int:
    """Return what a function returns in a process of its own, which ends with all that it started; -1 for too late."""
    child = os.fork()
    if not child:
        code = 99
        try:
            os.setsid()
            code = run()
        finally:
            os._exit(code)
    begin, status = time.monotonic(), None
    while status is None and time.monotonic() < begin + seconds:
        time.sleep(0.005)
        ended, answer = os.waitpid(child, os.WNOHANG)
        status = answer if ended else None
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if status is None:
        os.waitpid(child, 0)
        return -1
    return os.waitstatus_to_exitcode(status)


def _score(folder: Path, module: str, lines: set[int]) -> bool:
    """Try the mutants of a module, of some of its lines if any are named; return whether enough are noticed."""
    trial, known = MODULES[module], equivalents()
    nest = Nest(folder, module, named_for(module))
    chosen = [one for one in mutants(nest.source) if not lines or one.number in lines]
    if not nest.prepare():
        _say(f"{nest.said.read_text(encoding='utf-8')}\n{module}: its tests fail without a mutant")
        return False
    noticed = equivalent = turned = 0
    for mutant in chosen:
        place = f"{module}:{mutant.number}: {mutant.line}\n    {mutant.change}"
        if why := known.get((module, mutant.line, mutant.change)):
            equivalent += 1
            _say(f"{place}\n    equivalent: {why}")
        elif nest.is_noticed(mutant):
            noticed += 1
        else:
            turned += mutant.is_condition
            _say(f"{place}\n    nobody notices{', and it is a condition' if mutant.is_condition else ''}")
    tried = len(chosen) - equivalent
    percentage = 100 * noticed // tried if tried else 100
    _say(
        f"{module}: {noticed} of {tried} mutants noticed, {percentage} % ({trial.wanted} % are wanted);"
        f" {turned} conditions can be turned; {equivalent} more are equivalent"
    )
    return percentage >= trial.wanted and not (trial.decides and turned)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _asked(arguments: Sequence[str]) -> dict[str, set[int]]:
    """Return the modules that are asked for, all if none is, and which of their lines."""
    asked: dict[str, set[int]] = {}
    for argument in arguments:
        module, _, line = argument.partition(":")
        asked.setdefault(module, set()).update([int(line)] if line else [])
    return asked or {module: set() for module in MODULES}


def main() -> int:
    asked = _asked(sys.argv[1:])
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)  # some tests become somebody who may do little
        for name in _COPIED:
            place = ROOT / name
            copying = shutil.copytree if place.is_dir() else shutil.copy
            copying(place, folder / name)
        os.chdir(folder)
        sys.path[:] = [made, *(one for one in sys.path if one not in ("", str(ROOT)))]
        os.environ.update(PYTHONPATH=made, CI="1", HYPOTHESIS_PROFILE="mutants")
        for name in [name for name in sys.modules if name.split(".")[0] == "tests"]:
            del sys.modules[name]
        enough = [_score(folder, module, lines) for module, lines in asked.items()]
    return int(not all(enough))


if __name__ == "__main__":
    sys.exit(main())
