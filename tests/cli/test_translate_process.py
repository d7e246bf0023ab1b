"""`l10n translate` as a process: which hosts it contacts, where its key is seen, and Ctrl-C."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.drafting import messages, through
from tests.conftest import ROOT, snapshot
from tests.servers.faithful import marked, running
from tests.servers.hostile import CANARY

PROGRAM = """
import sys
contacts = open(sys.argv[1], "a")
def hook(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        contacts.write(f"{event} {arguments[-1] if event == 'socket.connect' else arguments[:2]}\\n")
        contacts.flush()
sys.addaudithook(hook)
from l10n.cli import main
sys.argv = ["l10n", *sys.argv[2:]]
main()
"""


class TestARealProcess:
    @pytest.fixture
    def libretranslate(self, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
        """The interface of LibreTranslate, spoken by another process on this machine."""
        told = tmp_path_factory.mktemp("server") / "url"
        server = subprocess.Popen([sys.executable, "-m", "tests.servers.faithful", str(told)], cwd=ROOT)
        try:
            while not (told.exists() and told.read_text()):
                time.sleep(0.05)
                assert server.poll() is None
            yield told.read_text()
        finally:
            server.terminate()
            server.wait()

    def test_only_the_chosen_host_is_contacted(self, news: Path, libretranslate: str) -> None:
        contacts = news / "contacts"
        arguments = ["translate", "ru", *through("libretranslate", libretranslate)]
        ran = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(contacts), *arguments],
            check=False,
            cwd=news,
            capture_output=True,
            text=True,
        )
        assert ran.returncode == 0, ran.stderr
        port = libretranslate.rpartition(":")[2]
        seen = set(contacts.read_text().splitlines())
        assert seen == {f"socket.getaddrinfo ('127.0.0.1', {port})", f"socket.connect ('127.0.0.1', {port})"}
        assert all(message.translated for message in messages(news, "ru"))

    @pytest.mark.parametrize("service", ["libretranslate", "microsoft", "deepl", "chat"])
    def test_the_key_is_seen_nowhere(self, news: Path, service: str) -> None:
        listed: list[str] = []

        def looking(text: str, source: str, target: str) -> object:
            if not listed:
                listed.append(
                    subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
                )
            if "Nobody" in text:
                return f"Niemand {CANARY}"
            return marked(text, source, target)

        with running(looking) as server:
            ran = subprocess.run(
                [sys.executable, "-m", "l10n", "translate", "nl", *through(service, server.url)],
                cwd=news,
                capture_output=True,
                text=True,
                check=False,
                env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", f"L10N_{service.upper()}_KEY": CANARY},
            )
            assert any(CANARY in key for key in server.keys)
        assert ran.returncode == 3  # an answer that holds the key is no answer
        assert "l10n translate nl" in listed[0]
        assert CANARY not in ran.stdout + ran.stderr + listed[0]
        assert not [name for name, content in snapshot(news).items() if CANARY.encode() in content]

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_ctrl_c_saves_what_has_come(self, news: Path, jobs: str) -> None:
        def slow(text: str, source: str, target: str) -> object:
            if "Nobody" in text:
                time.sleep(5)
            return marked(text, source, target)

        with running(slow) as server:
            command = [
                sys.executable,
                "-m",
                "l10n",
                "translate",
                "nl",
                *through("libretranslate", server.url),
                "--jobs",
                jobs,
            ]
            process = subprocess.Popen(
                command, cwd=news, env={"PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True
            )
            until = time.monotonic() + 30
            while len(server.asked) < (4 if jobs == "1" else 5) and time.monotonic() < until:
                time.sleep(0.05)
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=30)
        assert process.returncode == 130, err
        assert "stopped: the drafts received so far are saved; run the command again to continue" in err
        assert "Traceback" not in err
        assert sum(message.translated for message in messages(news)) >= 3
