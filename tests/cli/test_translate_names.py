"""`l10n translate`: what becomes of the names."""

from pathlib import Path

import pytest

from tests.cli.drafting import messages, through
from tests.conftest import Command
from tests.registries import KLIM
from tests.servers.faithful import running


class TestNames:
    @pytest.mark.parametrize(
        ("answer", "draft", "told"),
        [
            ("Они летели с Климом Схипенко.", "Они летели с Климом Шипенко.", False),
            ("Они летели с Клим Сжипенко.", "Они летели с Климом Шипенко.", False),
            ("Они летели с Klim Sjipenko.", "Они летели с Климом Шипенко.", False),
            ("Они летели с ним.", "Они летели с ним.", True),
        ],
    )
    def test_a_garbled_name_comes_right_and_one_left_out_is_told(
        self, l10n: Command, news: Path, answer: str, draft: str, told: bool
    ) -> None:
        (news / "locales" / "names.toml").write_text(KLIM, encoding="utf-8")
        (news / "source" / "news.txt").write_text("They flew there with Klim Sjipenko.\n", encoding="utf-8")
        l10n(news, "extract", "--allow-removal")
        with running(lambda *_: answer) as server:
            ran = l10n(news, "translate", "ru", *through("libretranslate", server.url))
        (message,) = (one for one in messages(news, "ru") if not one.obsolete)
        assert message.msgstr == (draft,)
        assert (ran.code, "check the names: klim-shipenko" in ran.out) == (int(told), told)
        assert ("check the names: klim-shipenko" in message.translator_comments) is told
