"""`l10n translate`: drafts from the memory and from services, and what becomes of everything else."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.drafting import messages, through
from tests.conftest import Command, snapshot
from tests.servers.faithful import marked, running
from tests.servers.hostile import BEHAVIOURS, CANARY, behaving

KEYED = ("microsoft", "deepl")
NETWORKED = ("google", "mymemory", "libretranslate", "microsoft", "deepl", "chat")


class TestFromTheMemory:
    def test_emptied_catalogs_of_the_article_get_every_translation_back(
        self, l10n: Command, article: Path
    ) -> None:
        copy = article / "copy"
        for name in ("source", "locales", "l10n.toml"):
            origin = article / name
            (shutil.copytree if origin.is_dir() else shutil.copy)(origin, copy / name)
        with (article / "l10n.toml").open("a") as config:
            config.write(f'memory = "{(article / "shared.sqlite").as_posix()}"\n')
        shutil.copy(article / "l10n.toml", copy / "l10n.toml")
        assert l10n(copy, "memory", "build").code == 0
        before = {locale: messages(article, locale, "russian-actress-iss") for locale in ("nl", "en", "ru")}
        for locale in before:
            (article / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po").unlink()
        l10n(article, "extract")
        ran = l10n(article, "translate")
        assert ran.code == 0
        assert "33 messages without translation: 33 from the memory, 0 from the service, 0 left" in ran.err
        for locale, known in before.items():
            found = messages(article, locale, "russian-actress-iss")
            assert [(message.msgid, message.msgstr) for message in found] == [
                (message.msgid, message.msgstr) for message in known
            ]
            assert all(message.fuzzy for message in found)
            assert all(
                any(
                    re.fullmatch(r"draft: memory, 100%, .*\.po", line) for line in message.translator_comments
                )
                for message in found
            )
        after = snapshot(article)
        assert l10n(article, "translate").code == 0
        assert snapshot(article) == after

    def test_a_new_paragraph_is_put_together_from_known_sentences(self, l10n: Command, news: Path) -> None:
        catalog = news / "locales" / "nl" / "LC_MESSAGES" / "news.po"
        text = catalog.read_text(encoding="utf-8")
        for msgid, msgstr in (
            (
                "The rocket flew away from the desert in the morning.",
                "De raket vloog in de ochtend uit de woestijn.",
            ),
            ("Nobody saw where it landed in the end.", "Niemand zag waar hij ten slotte landde."),
        ):
            text = text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
        catalog.write_text(text, encoding="utf-8")
        l10n(news, "memory", "build")
        source = news / "source" / "news.txt"
        source.write_text(
            "New\n\nNobody saw where it landed in the end. The rocket flew away from the desert in the morning.\n"
        )
        catalog.unlink()
        l10n(news, "extract", "--allow-removal")
        l10n(news, "translate", "nl")
        found = messages(news)[1]
        assert found.msgstr == (
            "Niemand zag waar hij ten slotte landde. De raket vloog in de ochtend uit de woestijn.",
        )
        assert found.fuzzy
        assert "from 2 sentences" in found.translator_comments[0]

    def test_without_a_service_nothing_leaves_the_machine(self, news: Path) -> None:
        program = (
            "import sys, os\n"
            "sys.addaudithook(lambda event, _: event.startswith('socket.') and os._exit(99))\n"
            "from l10n.cli import main\nsys.argv = ['l10n', 'translate']\nmain()\n"
        )
        ran = subprocess.run(
            [sys.executable, "-c", program], cwd=news, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        assert "10 left" in ran.stderr


class TestFromAService:
    @pytest.mark.parametrize("service", NETWORKED)
    def test_what_has_no_translation_is_sent_once_and_comes_back_fuzzy(
        self, l10n: Command, news: Path, service: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in KEYED:
            monkeypatch.setenv(f"L10N_{name.upper()}_KEY", CANARY)
        with running() as server:
            ran = l10n(news, "translate", *through(service, server.url))
            assert f"sending texts to {'a chat model' if service == 'chat' else ''}" in ran.err
            assert server.url in ran.err
            asked = list(server.asked)
            assert ran.code == 0, ran.err + ran.out
            again = l10n(news, "translate", *through(service, server.url))
            assert (again.code, server.asked) == (0, asked)
        assert len(asked) == 10
        assert "Use [X1X] and [X2X] with care, please." in asked
        for locale in ("nl", "ru"):
            for message in messages(news, locale):
                assert message.fuzzy
                assert message.translated
                assert re.match(rf"draft: {service}[ ,(].*\d{{4}}-\d\d-\d\d$", message.translator_comments[0])
        assert any(
            "{name}" in text and "https://example.org/path" in text for text in messages(news)[2].msgstr
        )

    def test_what_a_person_wrote_is_never_touched(self, l10n: Command, news: Path) -> None:
        catalog = news / "locales" / "nl" / "LC_MESSAGES" / "news.po"
        text = catalog.read_text(encoding="utf-8")
        text = text.replace('msgid "The launch"\nmsgstr ""', 'msgid "The launch"\nmsgstr   "De start"')
        text = text.replace(
            'msgid "Nobody saw where it landed in the end."\nmsgstr ""',
            '#, fuzzy\nmsgid "Nobody saw where it landed in the end."\nmsgstr "Niemand …?"',
        )
        catalog.write_text(text, encoding="utf-8")
        with running() as server:
            l10n(news, "translate", "nl", *through("libretranslate", server.url))
            assert not {"The launch", "Nobody saw where it landed in the end."} & set(server.asked)
        found = catalog.read_text(encoding="utf-8")
        assert 'msgstr   "De start"' in found
        assert 'msgstr "Niemand …?"' in found

    def test_a_dry_run_says_what_would_be_sent_and_sends_nothing(self, l10n: Command, news: Path) -> None:
        before = snapshot(news)
        with running() as server:
            ran = l10n(news, "translate", "--dry-run", *through("libretranslate", server.url))
            assert server.asked == []
            would = "10 texts, 374 characters, in 10 requests would go to LibreTranslate"
            assert f"{would}, {server.url}" in ran.out
        assert ran.out.startswith("10 messages without translation, ")
        assert "0 of them in the memory (0%)" in ran.out
        assert (ran.code, snapshot(news)) == (0, before)

    def test_check_and_diff_write_nothing(self, l10n: Command, news: Path) -> None:
        before = snapshot(news)
        with running() as server:
            checked = l10n(news, "translate", "nl", "--check", *through("libretranslate", server.url))
            shown = l10n(news, "translate", "nl", "--diff", *through("libretranslate", server.url))
        assert (checked.code, shown.code) == (1, 0)
        assert "+#, fuzzy" in shown.out
        assert snapshot(news) == before

    def test_an_answer_that_lost_a_placeholder_is_refused_with_the_reason(
        self, l10n: Command, news: Path
    ) -> None:
        def careless(text: str, source: str, target: str) -> object:
            return re.sub(r"\[X1X\] ", "", str(marked(text, source, target)))

        with running(careless) as server:
            ran = l10n(news, "translate", "nl", *through("libretranslate", server.url))
        assert ran.code == 1
        (place,) = ran.out.splitlines()
        assert re.fullmatch(
            r"locales/nl/LC_MESSAGES/news\.po:\d+: “\{name\}” is missing from the answer", place
        )
        found = {message.msgid: message.msgstr for message in messages(news)}
        assert found["Use {name} and https://example.org/path with care, please."] == ("",)
        assert sum(any(texts) for texts in found.values()) == 4

    @pytest.mark.parametrize("jobs", ["1", "3"])
    def test_a_text_the_service_fails_with_costs_itself_alone_and_what_is_saved_is_not_sent_again(
        self, l10n: Command, news: Path, jobs: str
    ) -> None:
        fails = [True]

        def weary(text: str, source: str, target: str) -> object:
            if fails and "Nobody" in text:
                time.sleep(0.2)
                raise ConnectionAbortedError
            return marked(text, source, target)

        with running(weary) as server:
            ran = l10n(news, "translate", "nl", "--jobs", jobs, *through("libretranslate", server.url))
            assert ran.code == 3
            assert re.fullmatch(r"locales/nl/LC_MESSAGES/news\.po:\d+: the connection was lost\n", ran.out)
            assert "the service failed with 1 text, listed above" in ran.err
            assert "the other drafts are saved" in ran.err
            saved = {message.msgid for message in messages(news) if message.translated}
            asked = {
                text.replace("[X1X]", "{name}").replace("[X2X]", "https://example.org/path")
                for text in server.asked
            }
            assert saved == asked - {"Nobody saw where it landed in the end."}
            assert len(saved) == 4
            fails.clear()
            before = len(server.asked)
            assert l10n(news, "translate", "nl", *through("libretranslate", server.url)).code == 0
            assert server.asked[before:] == ["Nobody saw where it landed in the end."]
        assert all(message.translated and message.fuzzy for message in messages(news))

    @pytest.mark.parametrize(
        "behaviour", ["429, come back in an hour", "a page to log in", "403 that shows the key", "hung up"]
    )
    @pytest.mark.parametrize("service", NETWORKED)
    def test_a_service_that_fails_gives_exit_code_3_and_writes_nothing(
        self, l10n: Command, news: Path, monkeypatch: pytest.MonkeyPatch, service: str, behaviour: str
    ) -> None:
        monkeypatch.setenv(f"L10N_{service.upper()}_KEY", CANARY)
        before = snapshot(news)
        with behaving(BEHAVIOURS[behaviour]) as host:
            ran = l10n(news, "translate", *through(service, f"http://127.0.0.1:{host.port}"))
        assert ran.code == 3
        assert ran.err.count("l10n: ") == 1
        assert "Traceback" not in ran.err
        assert CANARY not in ran.err + ran.out
        assert snapshot(news) == before

    def test_the_language_of_the_sources_is_not_sent(self, l10n: Command, news: Path) -> None:
        (news / "l10n.toml").write_text('source_locale = "en"\nlocales = ["en_US", "nl"]\n', encoding="utf-8")
        l10n(news, "extract")
        with running() as server:
            ran = l10n(news, "translate", *through("libretranslate", server.url))
            assert len(server.asked) == 5
        assert "en_US is the language of the sources: nothing is sent" in ran.err
        assert not any(message.translated for message in messages(news, "en_US"))


class TestBeforeAnythingIsSent:
    @pytest.mark.parametrize(
        ("arguments", "code", "said"),
        [
            (["--service", "gogle"], 3, "did you mean 'google'?"),
            (["--service", "deepl"], 3, "L10N_DEEPL_KEY"),
            (["--service", "chat"], 3, "needs the name of a model"),
            (["--service", "argos"], 3, "not installed"),
            (["--service", "libretranslate", "--url", "http://example.org"], 2, "http to example.org"),
            (["--service", "libretranslate", "--url", "https://me:secret@example.org"], 2, "a password"),
            (["--url", "https://example.org"], 2, "no service"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else None,
    )
    def test_what_is_wrong_is_told(
        self, l10n: Command, news: Path, arguments: list[str], code: int, said: str
    ) -> None:
        before = snapshot(news)
        ran = l10n(news, "translate", *arguments)
        assert (ran.code, ran.out) == (code, "")
        assert said in ran.err
        assert "secret" not in ran.err.replace("secrets", "")
        assert snapshot(news) == before

    def test_a_pair_of_languages_the_server_lacks_is_told_and_no_text_sent(
        self, l10n: Command, news: Path
    ) -> None:
        (news / "l10n.toml").write_text('source_locale = "en"\nlocales = ["fy"]\n', encoding="utf-8")
        l10n(news, "extract")
        with running() as server:
            ran = l10n(news, "translate", *through("libretranslate", server.url))
            assert (ran.code, server.asked) == (3, [])
        assert "does not translate en to fy" in ran.err
        assert "it has: en, nl, ru" in ran.err

    def test_a_configuration_sends_no_key_to_a_host_that_is_not_the_services_own(
        self, l10n: Command, news: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("L10N_DEEPL_KEY", CANARY)
        with (news / "l10n.toml").open("a") as config:
            config.write('service = "deepl"\nservice_url = "https://deepl.example.org"\n')
        ran = l10n(news, "translate", "nl")
        assert ran.code == 2
        assert "would send the key of DeepL to https://deepl.example.org" in ran.err
        assert CANARY not in ran.err

    def test_the_configuration_may_name_the_service(self, l10n: Command, news: Path) -> None:
        with running() as server:
            with (news / "l10n.toml").open("a") as config:
                config.write(f'service = "libretranslate"\nservice_url = "{server.url}"\n')
            assert l10n(news, "translate", "nl").code == 0
            assert len(server.asked) == 5
