"""A real Dask scheduler with two real workers on this machine, one of which is killed in the middle."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import distributed
import pytest

from tests.conftest import ROOT, Command

ARTICLES = 80


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its workers."""
    known = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    dask = [sys.executable, "-m", "distributed.cli"]
    scheduler = subprocess.Popen(
        [
            *dask[:2],
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            str(known),
        ],
        env=environment,
        **quiet,  # type: ignore[call-overload]
    )
    worker = [
        *dask[:2],
        "distributed.cli.dask_worker",
        "--scheduler-file",
        str(known),
        "--nthreads",
        "1",
        "--no-nanny",
        "--no-dashboard",
        "--local-directory",
        str(tmp_path),
    ]
    workers = [subprocess.Popen(worker, env=environment, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    try:
        deadline = time.monotonic() + 60
        while not known.exists() or not known.read_text():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        address = json.loads(known.read_text())["address"]
        with distributed.Client(address) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(2, timeout=60)
        yield address.replace("tcp://", "dask://"), workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def archive(folder: Path) -> Path:
    (folder / "source").mkdir(parents=True)
    settings = 'name = "archive"\nsource_locale = "en"\nlocales = ["nl", "ru"]\n'
    (folder / "l10n.toml").write_text(settings, encoding="utf-8")
    text = (ROOT / "source" / "russian-actress-iss.txt").read_text(encoding="utf-8")
    for number in range(ARTICLES):
        (folder / "source" / f"{number:03}.txt").write_text(f"Article {number}\n\n{text}", encoding="utf-8")
    (folder / "source" / "050.txt").write_bytes(b"\xff\xfe\xff")  # an error in the middle stops nobody
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file; the minute in which a catalog was made is not compared."""
    return {
        path.relative_to(folder).as_posix(): re.sub(rb'"PO-Revision-Date: .*', b"", path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_byte_is_that_of_one_process_though_a_worker_is_killed(
    tmp_path: Path, l10n: Command, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    here, there = archive(tmp_path / "here"), archive(tmp_path / "there")
    verbs = (["extract"], ["check"], ["render"], ["names", "audit"])
    alone = [l10n(here, *verb, "--jobs", "1") for verb in verbs]
    killer = threading.Timer(1.0, lambda: workers[0].send_signal(signal.SIGKILL))
    killer.start()
    shared = [l10n(there, *verb, "--engine", address) for verb in verbs]
    killer.join()
    assert workers[0].wait(10) == -signal.SIGKILL
    assert contents(there) == contents(here)
    assert [(one.code, one.out, one.err) for one in shared] == [(one.code, one.out, one.err) for one in alone]
    assert alone[0].code == 2
    assert "source/050.txt" in alone[0].err


def test_a_cluster_that_is_not_there_is_told(tmp_path: Path, l10n: Command) -> None:
    answer = l10n(archive(tmp_path / "x"), "extract", "--engine", "dask://127.0.0.1:1")
    assert answer.code == 2
    assert "the cluster does not answer" in answer.err


def test_a_cluster_without_any_worker_is_told(
    tmp_path: Path,
    l10n: Command,
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address, workers = cluster
    for worker in workers:
        worker.kill()
        worker.wait()
    monkeypatch.setattr("l10n.engine._PATIENCE", 0.3)
    answer = l10n(archive(tmp_path / "x"), "check", "--engine", address)
    assert answer.code == 3
    assert "no worker is left in the cluster" in answer.err
