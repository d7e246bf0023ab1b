"""The local editor in a real browser: editing, conflicts, names, live checks, and following the files."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.review.marking import plain
from tests.browser.axe import violations
from tests.browser.chromium import executed, logged, requests, show
from tests.browser.hostile import HOSTILE
from tests.browser.serving import Editor, serving
from tests.conftest import Command

Browser = webdriver.Chrome
NL = "locales/nl/LC_MESSAGES/russian-actress-iss.po"
TITLE = "#m6"


@pytest.fixture
def editor(browser: Browser, article: Path) -> Iterator[Editor]:
    """Return an editor of the article, shown in the browser."""
    with serving(article) as running:
        show(browser, running.url)
        yield running
        browser.execute_script("document.querySelectorAll('form.edit').forEach((form) => form.remove())")
        browser.get("about:blank")


def read(folder: Path, name: str = NL) -> str:
    return (folder / name).read_text(encoding="utf-8")


def replace_in(folder: Path, name: str, before: str, after: str) -> None:
    text = read(folder, name)
    assert before in text
    (folder / name).write_text(text.replace(before, after), encoding="utf-8")


def until(browser: Browser, true: Callable[[], object]) -> None:
    wait: WebDriverWait[Browser] = WebDriverWait(browser, 90, 0.05, [StaleElementReferenceException])
    wait.until(lambda _: true())


def one(browser: Browser, selector: str) -> WebElement:
    until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, selector))
    return browser.find_element(By.CSS_SELECTOR, selector)


def open_cell(browser: Browser, row: str = TITLE, column: int = 0) -> WebElement:
    """Open the editor of a cell, and return the field of its translation."""

    def opened() -> bool:
        cell = one(browser, f"{row} .l{column}")
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", cell)
        ActionChains(browser).move_to_element(cell).perform()
        cell.find_element(By.CSS_SELECTOR, "button.open").click()
        return True

    until(browser, opened)  # the page may be replaced meanwhile by the one that has been checked
    return one(browser, f"{row} .l{column} textarea.msgstr")


def click(browser: Browser, selector: str) -> None:
    """Click what a selector finds, again when the page was replaced in between."""

    def clicked() -> bool:
        one(browser, selector).click()
        return True

    until(browser, clicked)


def said(browser: Browser) -> str:
    return browser.find_element(By.ID, "said").text


def retype(area: WebElement, text: str) -> None:
    area.send_keys(Keys.CONTROL, "a")
    area.send_keys(text)


def test_a_text_is_edited_and_saved_by_keyboard(browser: Browser, editor: Editor, article: Path) -> None:
    before = read(article)
    browser.execute_script(f"document.querySelector('{TITLE}').focus()")
    ActionChains(browser).send_keys("e").perform()
    area = one(browser, f"{TITLE} textarea.msgstr")
    until(browser, lambda: browser.switch_to.active_element == area)
    retype(area, "Ook Tom Cruise wil")
    area.send_keys(Keys.CONTROL, Keys.ENTER)
    until(browser, lambda: "Saved in locales/nl" in said(browser))
    assert read(article) == before.replace("Tom Cruise wil ook", "Ook Tom Cruise wil")
    until(browser, lambda: one(browser, f"{TITLE} .l0 .t").text == "Ook Tom Cruise wil")
    browser.find_element(By.ID, "undo").click()
    until(browser, lambda: "Undone" in said(browser))
    assert read(article) == before
    assert [entry["message"] for entry in logged(browser, "browser")] == []
    assert {urlsplit(url).netloc for url in requests(browser)} == {f"127.0.0.1:{editor.port}"}


def test_a_conflict_is_shown_and_nothing_is_overwritten(
    browser: Browser, editor: Editor, article: Path
) -> None:
    area = open_cell(browser)
    retype(area, "Mine")
    replace_in(article, NL, "Tom Cruise wil ook", "Theirs")
    theirs = read(article)
    click(browser, f"{TITLE} button.save")
    box = one(browser, f"{TITLE} .conflict")
    until(browser, box.is_displayed)
    assert "Theirs" in box.text
    assert read(article) == theirs
    assert one(browser, f"{TITLE} textarea.msgstr").get_attribute("value") == "Mine"
    click(browser, f"{TITLE} button.keep-mine")
    click(browser, f"{TITLE} button.save")
    until(browser, lambda: read(article) == theirs.replace("Theirs", "Mine"))


def test_theirs_can_be_taken(browser: Browser, editor: Editor, article: Path) -> None:
    retype(open_cell(browser), "Mine")
    replace_in(article, NL, "Tom Cruise wil ook", "Theirs")
    click(browser, f"{TITLE} button.save")
    until(browser, one(browser, f"{TITLE} .conflict").is_displayed)
    click(browser, f"{TITLE} button.take-theirs")
    assert one(browser, f"{TITLE} textarea.msgstr").get_attribute("value") == "Theirs"


def test_a_save_elsewhere_reloads_the_page_and_keeps_what_is_being_typed(
    browser: Browser, editor: Editor, article: Path
) -> None:
    area = open_cell(browser)
    retype(area, "Half a sen")
    replace_in(article, NL, "De raket is vanmorgen", "De raket werd vanmorgen")
    until(browser, lambda: "De raket werd" in one(browser, "#m4 .l0 .t").text)
    area = one(browser, f"{TITLE} textarea.msgstr")
    assert area.get_attribute("value") == "Half a sen"
    assert browser.switch_to.active_element == area
    area.send_keys("tence")
    area.send_keys(Keys.CONTROL, Keys.ENTER)
    until(browser, lambda: "Half a sentence" in read(article))
    assert "De raket werd vanmorgen" in read(article)


def test_the_checks_and_the_document_answer_while_somebody_types(
    browser: Browser, editor: Editor, article: Path
) -> None:
    before = read(article)
    area = open_cell(browser)
    retype(area, "Tom Kruis wil ook")
    until(browser, lambda: one(browser, f"{TITLE} form .findings").text != "")
    until(browser, lambda: "Tom Kruis wil ook" in one(browser, f"{TITLE} form pre").text)
    retype(area, "Tom Cruise wil ook")
    until(browser, lambda: one(browser, f"{TITLE} form .findings").text == "")
    assert read(article) == before


def test_a_suggested_fix_is_applied(browser: Browser, article: Path) -> None:
    replace_in(
        article,
        "locales/ru/LC_MESSAGES/russian-actress-iss.po",
        "оператор Клим Шипенко",
        "оператор Клим Щипенко",
    )
    with serving(article) as running:
        show(browser, running.url)
        area = open_cell(browser, "#m7", 2)
        click(browser, "#m7 form .findings button.apply")
        until(browser, lambda: "Клим Шипенко" in (area.get_attribute("value") or ""))
        until(browser, lambda: one(browser, "#m7 form .findings").text == "")
        click(browser, "#m7 button.save")
        until(
            browser, lambda: "Щипенко" not in read(article, "locales/ru/LC_MESSAGES/russian-actress-iss.po")
        )
        browser.get("about:blank")


def test_a_fuzzy_text_is_approved(browser: Browser, article: Path, l10n: Command) -> None:
    replace_in(article, "source/russian-actress-iss.txt", "Tom Cruise wants too", "Tom Cruise wants it too")
    l10n(article, "extract")
    assert "#, fuzzy" in read(article)
    with serving(article) as running:
        show(browser, running.url)
        click(browser, f"{TITLE} .l0 button.approve")
        until(browser, lambda: "fuzzy" not in read(article))
        assert "#|" not in read(article)
        until(browser, lambda: not browser.find_elements(By.CSS_SELECTOR, f"{TITLE} .l0 .state"))
        browser.get("about:blank")


def test_a_comment_and_a_question_reach_the_catalog(browser: Browser, editor: Editor, article: Path) -> None:
    open_cell(browser)
    one(browser, f"{TITLE} form.edit").find_element(By.XPATH, ".//button[text()='Ask the editor']").click()
    ActionChains(browser).send_keys("is this a title?").perform()
    click(browser, f"{TITLE} button.save")
    until(browser, lambda: "# Question: is this a title?\n" in read(article))
    until(browser, lambda: "is this a title?" in one(browser, f"{TITLE} .l0 .comment").text)


def test_names_of_the_source_are_inserted_by_keyboard(browser: Browser, editor: Editor) -> None:
    area = open_cell(browser, "#m1", 2)
    area.send_keys(Keys.END, " ")
    ActionChains(browser).key_down(Keys.ALT).send_keys("1").key_up(Keys.ALT).perform()
    until(browser, lambda: (area.get_attribute("value") or "").endswith("МКС"))


def proposed(folder: Path) -> None:
    replace_in(
        folder,
        "locales/names.toml",
        'because = "nl: ш = sj; en: ш = sh; ru: surnames',
        'status = "proposed"\nbecause = "nl: ш = sj; en: ш = sh; ru: surnames',
    )


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_a_proposed_name_is_decided_on(browser: Browser, article: Path, decision: str) -> None:
    before = read(article, "locales/names.toml")
    proposed(article)
    with serving(article) as running:
        show(browser, running.url)
        click(browser, f".decide button[value={decision}]")
        if decision == "accept":
            until(browser, lambda: read(article, "locales/names.toml") == before)
        else:
            until(browser, lambda: "klim-shipenko" not in read(article, "locales/names.toml"))
        until(browser, lambda: not browser.find_elements(By.CSS_SELECTOR, ".decide"))
        browser.find_element(By.ID, "undo").click()
        until(browser, lambda: 'status = "proposed"' in read(article, "locales/names.toml"))
        browser.get("about:blank")


def test_escape_leaves_an_untouched_text_and_keeps_a_changed_one(browser: Browser, editor: Editor) -> None:
    area = open_cell(browser)
    area.send_keys(Keys.ESCAPE)
    until(browser, lambda: not browser.find_elements(By.CSS_SELECTOR, "form.edit"))
    area = open_cell(browser)
    area.send_keys("x", Keys.ESCAPE)
    assert browser.find_elements(By.CSS_SELECTOR, "form.edit")


def test_hostile_texts_stay_texts_in_the_editor_without_any_policy(
    browser: Browser, article: Path, l10n: Command
) -> None:
    path = article / NL
    texts = [text for text in HOSTILE if not re.search("[\0\x04\ud800-\udfff\r]", text)]
    source = article / "source" / "russian-actress-iss.txt"
    source.write_text("\n\n".join(f"Message {number}." for number in range(len(texts))), encoding="utf-8")
    l10n(article, "extract", "--allow-removal")
    file = pofile.read(path.read_bytes(), NL)
    messages: list[Message] = [file.messages[0]]
    for message, text in zip(file.catalog("nl", "").live, texts, strict=True):
        comment = " ".join(plain(text).split())
        messages.append(
            Message(msgid=message.msgid, msgstr=(text,), translator_comments=(comment,), flags=("fuzzy",))
        )
    path.write_bytes(pofile.write(file, messages))
    with serving(article) as running:
        browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
        try:
            show(browser, running.url)
            browser.execute_script(
                "const proof = document.createElement('script'); proof.textContent = 'window.alert(0)';"
                "document.body.append(proof)"
            )
            assert executed(browser) == ["alert:0"], "the policy is off"
            rows = browser.find_elements(By.CSS_SELECTOR, "tr[data-id]")
            assert len(rows) == len(texts)
            browser.execute_script(
                "document.querySelectorAll('td.l0 button.open').forEach((button) => button.click())"
            )
            until(
                browser, lambda: len(browser.find_elements(By.CSS_SELECTOR, "textarea.msgstr")) == len(texts)
            )
            values = browser.execute_script(
                "return [...document.querySelectorAll('textarea.msgstr')].map((area) => area.value)"
            )
            assert values == texts
            until(
                browser,
                lambda: browser.execute_script(
                    "return [...document.querySelectorAll('form.edit pre')].every((each) => each.textContent !== '')"
                ),
            )
            assert executed(browser) == ["alert:0"]
            assert {urlsplit(url).netloc for url in requests(browser)} == {f"127.0.0.1:{running.port}"}
        finally:
            browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})
            browser.execute_script("document.querySelectorAll('form.edit').forEach((form) => form.remove())")
            browser.get("about:blank")


def test_axe_finds_nothing_serious_in_the_editor(browser: Browser, editor: Editor, axe: str) -> None:
    browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    try:
        browser.get(editor.url)
        open_cell(browser)
        open_cell(browser, "#m2", 1)
        until(browser, lambda: "Earth" in one(browser, "#m2 form pre").text)
        assert violations(browser, axe) == []
    finally:
        browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})
