"""One browser for all tests of a process; without one they are skipped, except in CI, where that is a failure."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from tests.browser.axe import install, script_in
from tests.browser.chromium import missing, open_browser
from tests.conftest import IS_IN_CI, Command


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    """Return Chromium."""
    if why := missing():
        if IS_IN_CI:
            pytest.fail(f"{why}, and CI must run this test")
        pytest.skip(why)
    with open_browser() as driver:
        yield driver


@pytest.fixture
def page(article: Path, l10n: Command) -> Path:
    """Return the page of the article with one message of each state, and a wrong name."""
    for locale, before, after in (
        ("nl", 'msgstr "De raket is vanmorgen gelanceerd:"', 'msgstr ""'),
        ("ru", "оператор Клим Шипенко", "оператор Клим Щипенко"),
    ):
        path = article / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po"
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")
    source = article / "source" / "russian-actress-iss.txt"
    text = source.read_text(encoding="utf-8").replace("Baikonur base", "Baikonur cosmodrome")
    source.write_text(text, encoding="utf-8")
    l10n(article, "extract")
    assert l10n(article, "review").code == 0
    return article / "build" / "review.html"


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the script of axe-core; where npm cannot install it the test is skipped, except in CI."""
    folder = tmp_path_factory.mktemp("axe")
    if why := install(folder):
        if IS_IN_CI:
            pytest.fail(f"{why}, and CI must run this test")
        pytest.skip(why)
    return script_in(folder)
