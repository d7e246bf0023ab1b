"""The door to the network: waiting as it is told, certificates, and what is never shown."""

import pickle
import shutil
import socket
import ssl
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from l10n.errors import ConfigurationError, Fault, ServiceError
from l10n.pretranslation.services.base import Limits
from l10n.pretranslation.services.endpoints import endpoint, is_loopback
from l10n.pretranslation.services.keys import Secret, key_of
from l10n.pretranslation.services.languages import mymemory_code, plain_code
from l10n.pretranslation.services.transport import Transport
from tests.servers.hostile import BEHAVIOURS, CANARY, Behave, behaving

FINE = b'HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n"Hallo"'


def transport(url: str, total: float = 5.0) -> Transport:
    return Transport(url, Limits(connect=1, read=1, total=total), Secret(CANARY))


def one_after_the_other(*behaviours: Behave) -> Behave:
    left = list(behaviours)

    def behave(connection: socket.socket) -> None:
        left.pop(0)(connection)

    return behave


class TestWaiting:
    def test_a_server_that_asks_to_wait_is_asked_again_then(self) -> None:
        busy = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
        behave = one_after_the_other(
            lambda connection: connection.sendall(busy), lambda connection: connection.sendall(FINE)
        )
        began = time.monotonic()
        with behaving(behave) as host:
            assert transport(f"http://127.0.0.1:{host.port}").post("", {}).json() == "Hallo"
            assert host.contacts == 2
        assert time.monotonic() - began >= 1  # no sooner than it was told

    def test_a_date_is_a_time_to_wait_too(self) -> None:
        busy = b"HTTP/1.1 503 Busy\r\nRetry-After: Wed, 01 Jan 2020 00:00:00 GMT\r\nContent-Length: 0\r\n\r\n"
        behave = one_after_the_other(
            lambda connection: connection.sendall(busy), lambda connection: connection.sendall(FINE)
        )
        with behaving(behave) as host:
            assert transport(f"http://127.0.0.1:{host.port}").post("", {}).json() == "Hallo"

    def test_who_asks_to_wait_longer_than_there_is_time_is_told_about(self) -> None:
        with (
            behaving(BEHAVIOURS["429, come back in an hour"]) as host,
            pytest.raises(ServiceError, match="too many requests") as failed,
        ):
            transport(f"http://127.0.0.1:{host.port}").post("", {})
        assert "try again in 3600 s" in failed.value.hint


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody has signed, for this machine."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout key -out certificate"
    )
    extension = ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*command.split(), *extension], cwd=folder, check=True, capture_output=True)
    return folder


class TestCertificates:
    def test_a_certificate_nobody_knows_is_refused_before_anything_is_sent(self, certificate: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate / "certificate", certificate / "key")
        received: list[bytes] = []
        listening = socket.create_server(("127.0.0.1", 0))

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                try:
                    with context.wrap_socket(connection, server_side=True) as safe:
                        received.append(safe.recv(1_000))
                except (OSError, ssl.SSLError):
                    pass

        import threading

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        with listening, pytest.raises(ServiceError, match="not safe") as failed:
            transport(f"https://127.0.0.1:{listening.getsockname()[1]}").post("", {"q": "text"})
        thread.join(timeout=5)
        assert "self-signed" in failed.value.why
        assert received in ([], [b""])


class TestSecrets:
    def test_a_key_shows_itself_to_nobody(self) -> None:
        secret = Secret(CANARY)
        shown = f"{secret} {secret!r} {[secret]} {secret!s:>40}"
        assert CANARY not in shown
        assert secret.without(f"bad key {CANARY}!") == "bad key …!"
        assert CANARY.encode() not in pickle.dumps(str(secret))
        assert (bool(secret), bool(Secret(""))) == (True, False)

    def test_a_key_that_no_header_can_hold_is_not_shown_either(self) -> None:
        with behaving(BEHAVIOURS["a text"]) as host:
            here = transport(f"http://127.0.0.1:{host.port}")
            with pytest.raises(ServiceError) as failed:
                here.post("", {}, {"Authorization": f"{CANARY}\r\nX: y"})
        assert CANARY not in str(failed.value)

    def test_a_key_comes_from_the_environment(self) -> None:
        assert key_of("deepl", {"L10N_DEEPL_KEY": f" {CANARY}\n"}).reveal() == CANARY
        assert not key_of("deepl", {"DEEPL_KEY": CANARY})

    def test_a_variable_that_is_set_to_nothing_says_that_none_is_to_be_sent(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=lambda *_: CANARY))
        assert key_of("chat", {}).reveal() == CANARY
        assert not key_of("chat", {"L10N_CHAT_KEY": ""})


class TestWhoseFaultItIs:
    @pytest.mark.parametrize(
        ("status", "fault"),
        [
            ("400 Bad Request", Fault.TEXT),
            ("413 Content Too Large", Fault.TEXT),
            ("422 Unprocessable Content", Fault.TEXT),
            ("451 Unavailable For Legal Reasons", Fault.TEXT),
            ("500 Internal Server Error", Fault.EITHER),
            ("401 Unauthorized", Fault.SERVICE),
            ("402 Payment Required", Fault.SERVICE),
            ("404 Not Found", Fault.SERVICE),
            ("456 Quota exceeded", Fault.SERVICE),
            ("429 Too Many Requests", Fault.SERVICE),
            ("301 Moved", Fault.SERVICE),
        ],
    )
    def test_a_status_says_it(self, status: str, fault: Fault) -> None:
        answer = f"HTTP/1.1 {status}\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n".encode()
        with (
            behaving(lambda connection: connection.sendall(answer)) as host,
            pytest.raises(ServiceError) as failed,
        ):
            transport(f"http://127.0.0.1:{host.port}").post("", {})
        assert failed.value.fault is fault

    @pytest.mark.parametrize(
        ("behaviour", "fault"),
        [
            ("hung up", Fault.EITHER),
            ("cut off", Fault.EITHER),
            ("nonsense for JSON", Fault.EITHER),
            ("a page to log in", Fault.SERVICE),
            ("silence", Fault.SLOW),
        ],
    )
    def test_so_does_what_is_no_answer(self, behaviour: str, fault: Fault) -> None:
        with behaving(BEHAVIOURS[behaviour]) as host, pytest.raises(ServiceError) as failed:
            transport(f"http://127.0.0.1:{host.port}").post("", {}).json()
        assert failed.value.fault is fault

    def test_nobody_there_is_no_text_to_blame_for(self) -> None:
        with behaving(BEHAVIOURS["a text"]) as host:
            port = host.port
        with pytest.raises(ServiceError) as failed:
            transport(f"http://127.0.0.1:{port}").post("", {})
        assert failed.value.fault is Fault.SERVICE


class TestAddresses:
    @pytest.mark.parametrize(
        ("url", "shown"),
        [
            ("https://Example.org/v1/", "https://example.org/v1"),
            ("https://example.org:8443", "https://example.org:8443"),
            ("http://localhost:5000/", "http://localhost:5000"),
            ("http://[::1]:5000", "http://[::1]:5000"),
            ("http://127.9.9.9", "http://127.9.9.9"),
        ],
    )
    def test_an_address_is_shown_as_it_is_used(self, url: str, shown: str) -> None:
        assert endpoint(url).shown == shown

    @pytest.mark.parametrize(
        ("url", "origin"),
        [
            ("https://EXAMPLE.org.:443/v1", "https://example.org"),
            ("https://bücher.example", "https://xn--bcher-kva.example"),
            ("https://\u0430pi.deepl.com", "https://xn--pi-6kc.deepl.com"),
            ("https://api\u3002deepl\uff0ecom", "https://api.deepl.com"),
            ("https://example.org:80", "https://example.org:80"),
            ("http://[0:0::1]:80", "http://[::1]"),
            ("http://LocalHost.", "http://localhost"),
        ],
    )
    def test_a_host_is_known_by_one_spelling(self, url: str, origin: str) -> None:
        assert endpoint(url).origin == origin

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.org%2eevil.example",
            "https://evil.example\\.example.org",
            "https://example.org\\@evil.example",
            "https://@evil.example",
            "https://example..org",
            "https://example.org\x7f",
            "https://exam ple.org",
            "https://[::1",
            "https://[::zz]",
            "https://.",
            "https://" + "a" * 300,
            "https://" + "ü" * 70 + ".example",
            "https://example.org:99999",
            "http://2130706433",
            "http://0x7f000001",
        ],
    )
    def test_what_is_no_host_or_not_quite_is_refused(self, url: str) -> None:
        with pytest.raises(ConfigurationError):
            endpoint(url)

    def test_only_this_machine_is_this_machine(self) -> None:
        assert [is_loopback(host) for host in ("localhost", "127.0.0.1", "::1")] == [True] * 3
        hosts = ("localhost.example.org", "10.0.0.1", "0.0.0.0", "127.0.0.1.nip.io", "")
        assert [is_loopback(host) for host in hosts] == [False] * 5


@pytest.mark.parametrize(
    ("locale", "plain", "regional"),
    [
        ("nl", "nl", "nl-NL"),
        ("pt_BR", "pt-BR", "pt-BR"),
        ("en", "en", "en-GB"),
        ("sr@latin", "", ""),
        ("ru", "ru", "ru-RU"),
    ],
)
def test_locales_are_called_as_services_call_them(locale: str, plain: str, regional: str) -> None:
    assert plain_code(locale, ["nl", "en", "pt-BR", "pt", "ru"]) == plain
    assert mymemory_code(locale, ["nl-BE", "nl-NL", "en-GB", "en-US", "pt-BR", "pt-PT", "ru-RU"]) == regional
