"""`l10n translate` with a service that fails with some texts: they cost themselves alone, and are listed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.pretranslation.division import PATIENCE
from tests.cli.drafting import messages, through
from tests.conftest import Command, snapshot
from tests.servers.faithful import DROPPED, Refused, Translate, marked, running
from tests.servers.hostile import CANARY

NUMBER = 40
BAD = (3, 4, 17, 39)
BATCHED = ("chat", "deepl")
NETWORKED = ("google", "mymemory", "libretranslate", "microsoft", "deepl", "chat")


@pytest.fixture
def many(news: Path, l10n: Command) -> Path:
    """A project with an article of many texts."""
    texts = [f"The rocket number {number:02} flew away in the morning." for number in range(NUMBER)]
    (news / "source" / "news.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    assert l10n(news, "extract", "--allow-removal").code == 0
    return news


def failing(how: Callable[[], object]) -> Translate:
    """Return what translates all but the bad texts."""

    def translate(text: str, source: str, target: str) -> object:
        return how() if any(f"number {bad:02}" in text for bad in BAD) else marked(text, source, target)

    return translate


def raising(error: Exception) -> Callable[[], object]:
    def how() -> object:
        raise error

    return how


HOWS = {
    "refuses it: 400": (raising(Refused(400)), "the service failed: HTTP 400: content policy"),
    "refuses it: 422": (raising(Refused(422)), "the service failed: HTTP 422: content policy"),
    "breaks down: 500": (raising(Refused(500)), "the service failed: HTTP 500: content policy"),
    "hangs up": (raising(ConnectionAbortedError()), "the connection was lost"),
}


def listed(folder: Path, out: str) -> dict[str, str]:
    """Return the reason of each text that is listed with its file and line."""
    found = {}
    lines = (folder / "locales" / "nl" / "LC_MESSAGES" / "news.po").read_text(encoding="utf-8").split("\n")
    for line in out.splitlines():
        place = re.fullmatch(r"locales/nl/LC_MESSAGES/news\.po:(\d+): (.*)", line)
        if place is None:
            continue
        message = next(text for text in lines[int(place[1]) - 1 :] if text.startswith("msgid"))
        found[message] = place[2]
    return found


class TestABadText:
    @pytest.mark.parametrize("how", HOWS)
    @pytest.mark.parametrize("jobs", ["1", "3"])
    @pytest.mark.parametrize("service", [*BATCHED, "libretranslate"])
    def test_it_costs_itself_alone_and_is_listed_with_the_reason(
        self, l10n: Command, many: Path, monkeypatch: pytest.MonkeyPatch, service: str, jobs: str, how: str
    ) -> None:
        monkeypatch.setenv("L10N_DEEPL_KEY", CANARY)
        fails, reason = HOWS[how]
        with running(failing(fails)) as server:
            ran = l10n(many, "translate", "nl", "--jobs", jobs, *through(service, server.url))
            requests = len(server.received_texts)
        assert ran.code == 3
        assert "the service failed with 4 texts, listed above" in ran.err
        assert (
            f"{NUMBER} messages without translation: 0 from the memory, {NUMBER - 4} from the service, 4 left"
            in ran.err
        )
        found = [message for message in messages(many) if not message.obsolete]
        left = {message.msgid for message in found if not message.translated}
        assert left == {f"The rocket number {bad:02} flew away in the morning." for bad in BAD}
        assert ran.out.count(reason) == 4
        most = {"chat": 8, "deepl": 20, "libretranslate": 1}[service]
        assert requests <= -(-NUMBER // most) + 2 * 4 * most.bit_length()

    def test_the_line_is_that_of_its_message(self, l10n: Command, many: Path) -> None:
        with running(failing(raising(Refused(400)))) as server:
            ran = l10n(many, "translate", "nl", "--check", *through("chat", server.url))
        told = listed(many, ran.out)
        assert sorted(told) == [
            f'msgid "The rocket number {bad:02} flew away in the morning."' for bad in BAD
        ]

    @pytest.mark.parametrize("service", BATCHED)
    def test_one_that_is_dropped_from_the_answer_is_found(
        self, l10n: Command, many: Path, monkeypatch: pytest.MonkeyPatch, service: str
    ) -> None:
        monkeypatch.setenv("L10N_DEEPL_KEY", CANARY)
        with running(failing(lambda: DROPPED)) as server:
            ran = l10n(many, "translate", "nl", *through(service, server.url))
        assert ran.code == 3
        assert len(listed(many, ran.out)) == 4
        found = [message for message in messages(many) if not message.obsolete]
        assert sum(message.translated for message in found) == NUMBER - 4
        for message in found:  # and nobody got the translation of another
            if message.translated:
                number = re.findall(r"\d+", message.msgid)
                assert re.findall(r"\d+", message.msgstr[0]) == number

    @pytest.mark.parametrize("service", ["mymemory", "chat"])
    def test_one_that_speaks_of_too_many_requests_does_not_end_the_run(
        self, l10n: Command, many: Path, service: str
    ) -> None:
        with running(failing(lambda: "Too many requests, says the server in the morning.")) as server:
            ran = l10n(many, "translate", "nl", *through(service, server.url))
        assert ran.code == 3
        assert ran.out.count("the service sends a notice instead of a translation: “too many requests”") == 4
        assert f"{NUMBER - 4} from the service, 4 left" in ran.err


class TestAnOutage:
    def test_a_quota_that_is_used_up_half_way_ends_the_run_and_blames_no_text(
        self, l10n: Command, many: Path
    ) -> None:
        def tired(text: str, source: str, target: str) -> object:
            if len(server.asked) > 10:
                return "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY"
            return marked(text, source, target)

        with running(tired) as server:
            ran = l10n(many, "translate", "nl", *through("libretranslate", server.url))
            assert len(server.asked) == 10 + PATIENCE
        assert (ran.code, ran.out.count("news.po:")) == (3, 0)
        assert "the service sends a notice instead of a translation" in ran.err
        assert sum(message.translated for message in messages(many)) == 10

    @pytest.mark.parametrize("status", [401, 402, 403, 404, 456, 500])
    @pytest.mark.parametrize("service", NETWORKED)
    def test_it_is_no_storm_of_requests_and_nothing_is_written(
        self, l10n: Command, many: Path, monkeypatch: pytest.MonkeyPatch, service: str, status: int
    ) -> None:
        for name in ("MICROSOFT", "DEEPL"):
            monkeypatch.setenv(f"L10N_{name}_KEY", CANARY)
        before = snapshot(many)

        def out(*_: str) -> object:
            raise Refused(status)

        with running(out) as server:
            ran = l10n(many, "translate", *through(service, server.url))
            requests = len(server.received_texts)
        assert ran.code == 3
        assert (ran.out, snapshot(many)) == ("", before)
        assert ran.err.count("l10n: ") == 1
        assert requests <= (4 * 6 if status == 500 else 1)


class TestRefusalsInWords:
    @pytest.mark.parametrize(
        "words",
        [
            "Het spijt me, maar ik kan deze tekst niet voor u vertalen.",
            "I'm sorry, but I can't help with translating this one.",
            "Извините, но я не могу перевести этот текст.",
        ],
    )
    def test_they_are_no_translations(self, l10n: Command, many: Path, words: str) -> None:
        with running(failing(lambda: words)) as server:
            ran = l10n(many, "translate", "nl", *through("chat", server.url))
        assert ran.code == 1
        told = listed(many, ran.out)
        assert len(told) == 4
        assert all("refuses in words" in reason for reason in told.values())
        assert not any("spijt" in text for message in messages(many) for text in message.msgstr)
        assert sum(message.translated for message in messages(many)) == NUMBER - 4
