"""`l10n translate --dry-run`: what it prints is what a run sends, and it sends nothing."""

import re
from pathlib import Path

import pytest

from l10n.pretranslation.services.registry import SERVICES
from tests.cli.drafting import through
from tests.conftest import Command, snapshot
from tests.servers.faithful import running
from tests.servers.hostile import CANARY

KEYS = {f"L10N_{name.upper()}_KEY": CANARY for name in SERVICES}


@pytest.mark.parametrize("name", [name for name, service in SERVICES.items() if not service.is_local])
def test_a_dry_run_prints_every_value_that_is_sent(
    l10n: Command, news: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in KEYS.items():
        monkeypatch.setenv(variable, value)
    before = snapshot(news)
    with running() as server:
        arguments = through(name, server.url)
        dry = l10n(news, "translate", "--dry-run", *arguments)
        assert (dry.code, server.received, snapshot(news)) == (0, [], before)
        assert l10n(news, "translate", *arguments).code == 0
        sent = [value for request in server.received_texts for value in request.values]
    printed = dry.out.splitlines()
    shown = {line.strip().partition("  ")[2].strip() for line in printed if line.startswith("  ")}
    assert set(sent) <= shown
    total = re.search(r"^(\d+) characters in all would leave this machine", dry.out, re.MULTILINE)
    assert total is not None
    assert int(total[1]) == sum(map(len, sent))
    by_kind = re.findall(r"^ +(\d+)  (\S.*)$", dry.out.partition("\n\n")[0], re.MULTILINE)
    assert sum(int(number) for number, _ in by_kind) == int(total[1])
    assert ("and your key:" in dry.out) is SERVICES[name].takes_key
    assert CANARY not in dry.out + dry.err


class TestTheKey:
    def test_a_server_that_may_not_have_it_is_told_after_all_that_would_be_sent(
        self, l10n: Command, news: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("L10N_CHAT_KEY", CANARY)
        with (news / "l10n.toml").open("a") as config:
            config.write(
                'service = "chat"\nservice_url = "https://llm.example.org/v1"\nservice_model = "m"\n'
            )
        ran = l10n(news, "translate", "nl", "--dry-run")
        assert ran.code == 2
        assert "would go to a chat model, https://llm.example.org/v1" in ran.out
        assert "but your key may not go there, so nothing does" in ran.out
        assert "  text    Nobody saw where it landed in the end." in ran.out
        assert "would send the key of a chat model to https://llm.example.org\n" in ran.err
        assert "L10N_CHAT_URL=https://llm.example.org" in ran.err

    def test_the_free_plan_of_deepl_has_another_host_and_that_is_shown(
        self, l10n: Command, news: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for key, host in ((f"{CANARY}:fx", "api-free.deepl.com"), (CANARY, "api.deepl.com")):
            monkeypatch.setenv("L10N_DEEPL_KEY", key)
            ran = l10n(news, "translate", "nl", "--dry-run", "--service", "deepl")
            assert f"in 1 request would go to DeepL, https://{host}\n" in ran.out
            assert f"1 request to https://{host}/v2/translate, with:" in ran.out

    def test_no_socket_is_opened_for_a_server_that_may_not_have_it(
        self, l10n: Command, news: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import socket

        monkeypatch.setenv("L10N_LIBRETRANSLATE_KEY", CANARY)
        with running() as server:
            with (news / "l10n.toml").open("a") as config:
                config.write(f'service = "libretranslate"\nservice_url = "{server.url}"\n')
            before = snapshot(news)
            monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("a socket"))
            ran = l10n(news, "translate", "nl")
            assert (ran.code, ran.out, snapshot(news)) == (2, "", before)
            assert "sending texts" not in ran.err
