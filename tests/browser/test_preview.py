"""The page of a document while somebody types: it looks as readers see it, and does nothing, whatever it contains."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from l10n.formats import ShowsPage, format_of
from l10n.review.preview import framed
from tests.browser.chromium import executed, requests, show
from tests.browser.hostile import ADDRESS, HOSTILE
from tests.browser.serving import Editor, showing
from tests.browser.test_editing import one, open_cell, until
from tests.conftest import Command

Browser = webdriver.Chrome
MORE = (
    f'<meta http-equiv="refresh" content="0;url={ADDRESS}/refresh">',
    f'<link rel="stylesheet" href="{ADDRESS}/style.css"><link rel="prefetch" href="{ADDRESS}/next">',
    f'<form action="{ADDRESS}/form"><input name="a" autofocus onfocus="alert(1)"></form>',
    "<script>document.forms[0].submit()</script>",
    f'<iframe src="{ADDRESS}/frame"></iframe><object data="{ADDRESS}/object"></object>',
    f'<base href="{ADDRESS}"><img src="x.png"><video autoplay src="v.mp4"></video>',
)
_FRAMES = """
const [pages, done] = arguments;
document.body.replaceChildren(...pages.map((page) => {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "");
  frame.srcdoc = page;
  return frame;
}));
setTimeout(done, 1500);
"""


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_nothing_hostile_is_executed_or_asks_for_anything(
    browser: Browser, tmp_path: Path, suffix: str
) -> None:
    form: object = format_of(f"x.{suffix}")
    assert isinstance(form, ShowsPage)
    texts = [text for text in (*HOSTILE, *MORE) if not any("\ud800" <= letter <= "\udfff" for letter in text)]
    page = tmp_path / "frames.html"
    page.write_text(
        "<!DOCTYPE html><title>frames</title><body>", encoding="utf-8"
    )  # without a policy of its own
    show(browser, page)
    browser.execute_async_script(
        _FRAMES.replace("setAttribute", "getAttribute"), ["<script>alert(1)</script>"]
    )
    browser.switch_to.frame(0)
    assert executed(browser) == ["alert:1"]  # without the sandbox it would be seen
    browser.switch_to.default_content()
    browser.execute_async_script(_FRAMES, [framed(form.page(text), "nl", "ltr") for text in texts])
    frames = browser.find_elements(By.TAG_NAME, "iframe")
    assert len(frames) == len(texts) > 150
    for frame in frames:
        browser.switch_to.frame(frame)
        assert (
            browser.execute_script("return window.executed") is None
        )  # not even what notes executions runs in it
        browser.switch_to.default_content()
    assert executed(browser) == []
    assert requests(browser) == []


@pytest.fixture
def guide(browser: Browser, tmp_path: Path, l10n: Command) -> Iterator[Editor]:
    """Return an editor of a document in Markdown."""
    text = f"# The guide\n\nSee **this** and ![a picture]({ADDRESS}/p.png).\n"
    with showing(browser, tmp_path, l10n, "guide.md", text) as running:
        yield running


def test_a_text_is_shown_as_its_readers_will_see_it(browser: Browser, guide: Editor) -> None:
    area = open_cell(browser, "#m2")
    requests(browser)
    area.send_keys("Zie **dit** <img src=x onerror=alert(1)>")
    area.send_keys(Keys.END)
    until(browser, lambda: "dit" in (one(browser, "form.edit iframe").get_attribute("srcdoc") or ""))
    frame = one(browser, "form.edit iframe")
    assert frame.is_displayed()
    assert frame.get_attribute("sandbox") == ""
    assert not one(browser, "form.edit pre").is_displayed()
    browser.switch_to.frame(frame)
    until(browser, lambda: browser.find_elements(By.TAG_NAME, "strong"))
    assert browser.find_element(By.TAG_NAME, "strong").text == "dit"
    assert browser.find_element(By.TAG_NAME, "h1").text == "The guide"
    assert browser.execute_script("return window.executed") is None
    browser.switch_to.default_content()
    assert executed(browser) == []
    assert {url.partition("?")[0].rpartition("/")[2] for url in requests(browser)} <= {
        "preview",
        "version",
        "",
    }
