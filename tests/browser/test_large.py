"""The local editor of a document with more messages than a browser is given at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from l10n.review.parts import PART
from tests.browser.serving import Editor, showing
from tests.browser.test_editing import click, one, open_cell, until
from tests.conftest import Command

Browser = webdriver.Chrome
ROWS = "tr[data-id]"


@pytest.fixture
def large(browser: Browser, tmp_path: Path, l10n: Command) -> Iterator[Editor]:
    """Return an editor of a document with more messages than a browser is given at once."""
    text = "\n\n".join(f"This is paragraph {number}." for number in range(1, PART + 51)) + "\n"
    with showing(browser, tmp_path, l10n, "large.txt", text) as running:
        yield running


def test_a_large_document_comes_in_parts_and_is_searched_as_a_whole(browser: Browser, large: Editor) -> None:
    assert len(browser.find_elements(By.CSS_SELECTOR, ROWS)) == PART
    click(browser, "#parts button:last-of-type")
    until(browser, lambda: one(browser, ROWS).get_attribute("id") == f"m{PART + 1}")
    browser.find_element(By.ID, "search").send_keys(f"paragraph {PART + 20}.")
    until(browser, lambda: len(browser.find_elements(By.CSS_SELECTOR, ROWS)) == 1)
    until(browser, lambda: "1–1 of 1 message found" in one(browser, "#parts").text)
    area = open_cell(browser, f"#m{PART + 20}")
    area.send_keys("Alinea.", Keys.CONTROL, Keys.ENTER)
    until(browser, lambda: "Alinea." in one(browser, f"#m{PART + 20} .l0 p.t").text)
    assert not browser.find_elements(By.CSS_SELECTOR, "form.edit")
