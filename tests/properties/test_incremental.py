"""Passing over what has not changed: nobody can tell it from looking at everything."""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from l10n.project import find_project
from l10n.workflow.check import check
from l10n.workflow.check_report import CheckReport
from l10n.workflow.extract import extract
from l10n.workflow.names.audit import audit
from l10n.workflow.per_document.map_documents import RunOptions
from l10n.workflow.render import render
from l10n.workflow.store.state import run_cache as incremental
from l10n.workflow.store.state.run_cache import RunCache, digest_of
from l10n.workflow.store.state_folder import state_folder
from tests.conftest import tries
from tests.registries import YULIA

LOCALES = ("nl", "ru")
CONFIGURATION = 'name = "x"\nsource_locale = "en"\nlocales = ["nl", "ru"]\n'
TEXTS = (
    "Yulia Peresild flies.",
    "Elon Musk waits.",
    "It costs 12 dollars.",
    "Theyre here.",
    "A title",
    "See you  there",
)
ANSWERS = ("", "Yulia Peresild vliegt.", "Joelia Peresild vliegt.", "Het kost 13 dollar.", "Elon Musk wacht.")
SWAPPED = ((b"flies", b"flees"), (b"vliegt", b"vloegt"))
NAME = "".join(
    line for line in YULIA.splitlines(keepends=True) if not line.startswith("en =")
)  # no locale here
DOCUMENTS = st.sampled_from(("a", "b", "deep/c"))
SETTLED = (
    20_000_000  # nanoseconds: several ticks of the clock of a file system, and less than a history waits
)
LOOK_AT_ALL = RunOptions(use_cache=False)


def contents(root: Path) -> dict[str, bytes]:
    """Return the files below a folder; a new catalog has the minute it was made in, and two runs may be in two."""
    return {
        str(path.relative_to(root)): re.sub(rb"PO-Revision-Date: [^\\]*", b"", path.read_bytes())
        for path in root.rglob("*")
        if path.is_file()
    }


def said(report: CheckReport) -> object:
    texts = [report.texts.get(name) for name in sorted({found.location.path for found in report.findings})]
    # the minute of a new catalog, again
    lines = [
        [line for line in text.lines if "PO-Revision-Date" not in line] if text else [] for text in texts
    ]
    return report.reported, report.ignored, tuple(map(str, report.errors)), report.documents, lines


class History(RuleBasedStateMachine):
    """Law: for any history of edits a run that passes over what has not changed writes and says what one that looks
    at everything does.
    """

    def __init__(self) -> None:
        super().__init__()
        self._place = Path(tempfile.mkdtemp())
        self._root = self._place / "project"
        self._patch = pytest.MonkeyPatch()
        self._patch.setattr(incremental, "SETTLED", SETTLED)

    @initialize()
    def begin(self) -> None:
        """Write two articles."""
        (self._root / "source" / "deep").mkdir(parents=True)
        (self._root / "locales").mkdir()
        (self._root / "l10n.toml").write_text(CONFIGURATION, encoding="utf-8")
        for name in ("a", "deep/c"):
            self.write(name, [0, 1])

    @rule(name=DOCUMENTS, texts=st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=3))
    def write(self, name: str, texts: list[int]) -> None:
        """Write or change an article."""
        text = "\n\n".join(TEXTS[number] for number in texts)
        (self._root / "source" / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")

    @rule(name=DOCUMENTS)
    def break_source(self, name: str) -> None:
        """Write what cannot be decoded."""
        (self._root / "source" / f"{name}.txt").write_bytes(b"\xff\xfa")

    @rule(name=DOCUMENTS)
    def remove(self, name: str) -> None:
        """Delete an article, if it is not the last."""
        path = self._root / "source" / f"{name}.txt"
        if path.exists() and len(list((self._root / "source").rglob("*.txt"))) > 1:
            path.unlink()

    @rule(name=DOCUMENTS, locale=st.sampled_from(LOCALES), answer=st.sampled_from(ANSWERS))
    def translate(self, name: str, locale: str, answer: str) -> None:
        """Fill every empty msgstr of a catalog, in an editor that keeps its size and its time where it can."""
        path = self._catalog(name, locale)
        if path.exists():
            head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
            filled = rest.replace('msgstr ""', f'msgstr "{answer}"')
            path.write_text(f"{head}\n\n{filled}", encoding="utf-8")

    @rule(name=DOCUMENTS, locale=st.sampled_from(LOCALES))
    def swap_letters_and_keep_the_time(self, name: str, locale: str) -> None:
        """Change files without a new size or a new time, as a clock that ticks slowly does."""
        for path in (self._root / "source" / f"{name}.txt", self._catalog(name, locale)):
            if path.exists():
                state = path.stat()
                content = path.read_bytes()
                for old, new in SWAPPED if SWAPPED[0][0] in content else [pair[::-1] for pair in SWAPPED]:
                    content = content.replace(old, new)
                path.write_bytes(content)
                os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))

    @rule(name=DOCUMENTS, locale=st.sampled_from(LOCALES))
    def touch(self, name: str, locale: str) -> None:
        """Give files another time, as git checkout does."""
        for path in (self._root / "source" / f"{name}.txt", self._catalog(name, locale)):
            if path.exists():
                os.utime(path, (1_000_000_000, 1_000_000_000))

    @rule(text=st.sampled_from(("", NAME, NAME.replace("Joelia", "Yulia"))))
    def decide_on_a_name(self, text: str) -> None:
        """Change the registry."""
        (self._root / "locales" / "names.toml").write_text(text, encoding="utf-8")

    @rule(
        more=st.sampled_from(
            ("", "repair = false\n", '[severity]\n"missing-name" = "off"\n', "[require]\nnl = 50\n")
        )
    )
    def configure(self, more: str) -> None:
        """Change the configuration."""
        (self._root / "l10n.toml").write_text(CONFIGURATION + more, encoding="utf-8")

    @rule(damage=st.sampled_from((b"", b"{}", b"\xff", b"nonsense\n{}")))
    def damage_what_is_remembered(self, damage: bytes) -> None:
        """Leave something else in the place of what is remembered."""
        for path in (state_folder(self._root) / "runs").glob("*.json"):
            path.write_bytes(damage)

    @precondition(lambda self: (self._root / "source").exists())
    @invariant()
    def nobody_can_tell(self) -> None:
        """Do the whole job, with what is remembered and then without, from the same state."""
        time.sleep(2 * SETTLED / 1e9)  # so that what did not change is known by its stamp
        before = self._place / "before"
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(self._root, before)
        # what the first run brings to a catalog from another is no loss to the second, which begins without
        known, kept = state_folder(self._root) / "catalogs", self._place / "known"
        shutil.rmtree(kept, ignore_errors=True)
        if known.exists():
            shutil.copytree(known, kept)
        remembering = self._all(RunOptions())
        written = contents(self._root)
        saved = self._place / "written"
        shutil.rmtree(saved, ignore_errors=True)
        self._root.rename(saved)
        shutil.copytree(before, self._root)
        shutil.rmtree(known, ignore_errors=True)
        if kept.exists():
            shutil.copytree(kept, known)
        looking = self._all(LOOK_AT_ALL)
        assert contents(self._root) == written
        assert looking == remembering
        shutil.rmtree(self._root)
        saved.rename(self._root)

    def _all(self, running: RunOptions) -> object:
        project = find_project(self._root, {})
        extracted = extract(project, options=running)
        found = said(check(project, options=running))
        rendered = render(project, options=running)
        audited = audit(project, least=0, options=running)
        names = (audited.names, audited.candidates, tuple(map(str, audited.errors)))
        told = [(one.name, one.problems, dict(one.repairs)) for one in extracted.documents]
        errors = [str(error) for error in (*extracted.errors, *rendered.errors)]
        written = (sorted(extracted.written), sorted(rendered.written))
        return told, written, found, rendered.documents, names, errors

    def _catalog(self, name: str, locale: str) -> Path:
        return self._root / "locales" / locale / "LC_MESSAGES" / f"{name}.po"

    def teardown(self) -> None:
        """Leave nothing behind."""
        self._patch.undo()
        shutil.rmtree(self._place)


TestHistory: Callable[..., object] = History.TestCase
History.TestCase.settings = settings(max_examples=tries(12), stateful_step_count=12, deadline=None)


def test_a_second_run_looks_at_nothing(tmp_path: Path) -> None:
    """Otherwise the law above would hold of a memory that remembers nothing."""
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n.toml").write_text(CONFIGURATION, encoding="utf-8")
    for name in ("a", "b"):
        (tmp_path / "source" / f"{name}.txt").write_text("Text.\n", encoding="utf-8")
    project = find_project(tmp_path, {})
    told: list[tuple[int, int, str]] = []
    for verb in (extract, check, render, partial(audit, least=0)):
        verb(project)
        (tmp_path / "source" / "b.txt").write_text(f"Another text: {verb}.\n", encoding="utf-8")
        told.clear()
        running = RunOptions(on_progress=lambda done, total, name: told.append((done, total, name)))
        verb(project, options=running)
        assert [name for _, _, name in told if name] == ["source/b.txt"]
        assert told[-1][:2] == (2, 2)


def test_files_that_have_settled_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the run after the one that wrote them, nor later; a file that is touched is read once more."""
    monkeypatch.setattr(incremental, "SETTLED", SETTLED)
    read: list[str] = []
    content_of = incremental._read

    def seen(path: Path) -> bytes | None:
        read.append(path.name)
        return content_of(path)

    def remembered() -> RunCache:
        known = RunCache(tmp_path, "verb", ["one"])
        read.clear()
        return known

    (tmp_path / "x").write_text("1", encoding="utf-8")
    first = remembered()
    first.put("x", {"x": digest_of(b"1")}, {"seen": 1})
    time.sleep(2 * SETTLED / 1e9)
    first.save()
    monkeypatch.setattr(incremental, "_read", seen)
    for touched, wanted in ((False, []), (True, ["x"]), (False, [])):
        if touched:
            os.utime(tmp_path / "x", (1_000_000_000, 1_000_000_000))
            time.sleep(2 * SETTLED / 1e9)
        again = remembered()
        assert again.get("x", ["x"]) == {"seen": 1}
        assert read == wanted
        again.save()


def test_what_is_remembered_holds_only_under_its_circumstances(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("1", encoding="utf-8")
    first = RunCache(tmp_path, "verb", ["one"])
    first.put("x", {"x": digest_of(b"1")}, {"seen": 1})
    first.save()
    assert RunCache(tmp_path, "verb", ["one"]).get("x", ["x"]) == {"seen": 1}
    assert RunCache(tmp_path, "verb", ["two"]).get("x", ["x"]) is None
    assert RunCache(tmp_path, "verb", ["one"], use=False).get("x", ["x"]) is None
    assert RunCache(tmp_path, "verb", ["one"], variant=["ru"]).get("x", ["x"]) is None
    (tmp_path / "x").write_text("2", encoding="utf-8")
    assert RunCache(tmp_path, "verb", ["one"]).get("x", ["x"]) is None
