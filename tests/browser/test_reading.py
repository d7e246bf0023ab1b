"""The review page in a real browser: to read without JavaScript, to filter, by keyboard, on hover and on focus."""

from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import logged, requests, show

Browser = webdriver.Chrome


def shown_rows(browser: Browser) -> list[str]:
    """Return the numbers of the messages that are shown."""
    rows = browser.find_elements(By.CSS_SELECTOR, ".document tbody > tr")
    return [row.get_attribute("id") or "" for row in rows if row.is_displayed()]


def choose(browser: Browser, name: str, value: str) -> None:
    Select(browser.find_element(By.ID, name)).select_by_visible_text(value)


def wait_for_rows(browser: Browser, number: int) -> list[str]:
    WebDriverWait(browser, 60).until(lambda _: len(shown_rows(browser)) == number)
    return shown_rows(browser)


def wait_for(browser: Browser, rows: list[str]) -> None:
    """Wait until these rows are shown and no others: those of the filter before may be as many."""
    WebDriverWait(browser, 60).until(lambda _: shown_rows(browser) == rows, f"{rows} are never shown")


def focused(browser: Browser) -> WebElement:
    return browser.switch_to.active_element


def press(browser: Browser, *keys: str) -> None:
    ActionChains(browser).send_keys(*keys).perform()


def styles(browser: Browser, selector: str, name: str) -> Any:
    script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]"
    return browser.execute_script(script, selector, name)


def test_it_can_be_read_without_javascript(browser: Browser, page: Path) -> None:
    show(browser, page)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(page.as_uri())
    try:
        assert len(shown_rows(browser)) == 11
        assert not browser.find_element(By.ID, "tools").is_displayed()
        text = browser.find_element(By.ID, "texts").text
        for said in (
            "Russische actrice",
            "Российские актриса",
            "Not translated",
            "Source changed",
            "Щипенко",
        ):
            assert said in text
        name = browser.find_element(By.LINK_TEXT, "Bajkonoer")
        assert "ru Байконур" in (name.get_attribute("title") or "")
        entry = browser.find_element(By.ID, (name.get_attribute("href") or "").partition("#")[2])
        assert "Taalunie" in entry.text
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_it_runs_under_its_own_policy_and_asks_for_nothing(browser: Browser, page: Path) -> None:
    show(browser, page)
    assert len(shown_rows(browser)) == 11
    assert browser.find_element(By.ID, "count").text == "11 messages"
    assert [entry["message"] for entry in logged(browser, "browser")] == []
    assert requests(browser) == []


def test_the_policy_stops_a_script_that_is_not_ours(browser: Browser, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</h1>", "</h1><script>window.alert(1)</script>"), encoding="utf-8")
    show(browser, page)
    assert browser.execute_script("return window.executed") == []
    assert any("Content Security Policy" in entry["message"] for entry in logged(browser, "browser"))


def test_messages_are_filtered_by_state_by_finding_and_by_word(browser: Browser, page: Path) -> None:
    show(browser, page)
    choose(browser, "state", "not translated")
    wait_for(browser, ["m4"])
    choose(browser, "state", "source changed")
    wait_for(browser, ["m2"])
    choose(browser, "state", "needs attention")
    wait_for(browser, ["m2", "m4", "m7"])
    assert browser.find_element(By.ID, "count").text == "3 of 11 messages"
    choose(browser, "state", "all")
    choose(browser, "code", "inconsistent-name")
    wait_for(browser, ["m7"])
    choose(browser, "code", "all")
    browser.find_element(By.ID, "search").send_keys("ОСНОВАТЕЛЯ")
    wait_for(browser, ["m8"])
    browser.find_element(By.ID, "search").send_keys(" nowhere")
    wait_for(browser, [])
    browser.find_element(By.ID, "everything").click()
    assert len(wait_for_rows(browser, 11)) == 11
    assert focused(browser).get_attribute("id") == "search"


def test_a_locale_can_be_left_out_and_is_then_not_looked_at(browser: Browser, page: Path) -> None:
    show(browser, page)
    choose(browser, "state", "not translated")
    wait_for_rows(browser, 1)
    browser.find_element(By.CSS_SELECTOR, ".locale[value='0']").click()
    wait_for_rows(browser, 0)
    choose(browser, "state", "all")
    wait_for_rows(browser, 11)
    languages = [
        cell.get_attribute("lang")
        for cell in browser.find_elements(By.CSS_SELECTOR, "#m1 td")
        if cell.is_displayed()
    ]
    assert languages == ["en", "en", "ru"]


def test_keys_go_from_message_to_message_and_to_what_needs_attention(browser: Browser, page: Path) -> None:
    show(browser, page)
    visited = []
    for key in "jjkjnnnp":
        press(browser, key)
        visited.append(focused(browser).get_attribute("id"))
    assert visited == ["m1", "m2", "m1", "m2", "m4", "m7", "m7", "m4"]


def test_slash_searches_escape_shows_all_and_a_question_mark_lists_the_keys(
    browser: Browser, page: Path
) -> None:
    show(browser, page)
    press(browser, "/")
    assert focused(browser).get_attribute("id") == "search"
    press(browser, "jnk", Keys.ENTER)  # in a field these are letters
    wait_for_rows(browser, 0)
    press(browser, Keys.ESCAPE)
    wait_for_rows(browser, 11)
    browser.execute_script("document.activeElement.blur()")
    press(browser, "?")
    assert browser.find_element(By.ID, "help").is_displayed()
    press(browser, Keys.ESCAPE)
    assert not browser.find_element(By.ID, "help").is_displayed()


def test_the_keys_can_be_turned_off(browser: Browser, page: Path) -> None:
    """WCAG 2.1, 2.1.4: shortcuts of one character can be turned off."""
    show(browser, page)
    browser.find_element(By.ID, "help-button").click()
    browser.find_element(By.ID, "keys").click()
    browser.find_element(By.CSS_SELECTOR, "#help button").click()
    browser.execute_script("document.activeElement.blur()")
    press(browser, "j")
    assert focused(browser).tag_name == "body"


def test_a_name_tells_its_forms_on_hover_and_the_card_can_be_left(browser: Browser, page: Path) -> None:
    show(browser, page)
    name = browser.find_element(By.LINK_TEXT, "Bajkonoer")
    card = browser.find_element(By.ID, "card")
    ActionChains(browser).move_to_element(name).perform()
    assert card.is_displayed()
    for said in ("Bajkonoer", "Baikonur", "Байконур", "Taalunie"):
        assert said in card.text
    alike = browser.find_elements(By.CSS_SELECTOR, "a.same")
    assert [mark.text for mark in alike] == ["Baikonur", "Bajkonoer", "Baikonur", "Байконур"]
    ActionChains(browser).move_to_element(card).perform()
    assert card.is_displayed()
    press(browser, Keys.ESCAPE)
    assert not card.is_displayed()


def test_a_name_tells_its_forms_on_focus_and_describes_itself(browser: Browser, page: Path) -> None:
    show(browser, page)
    name = browser.find_element(By.LINK_TEXT, "Байконур")
    browser.execute_script("arguments[0].focus()", name)
    card = browser.find_element(By.ID, "card")
    assert card.is_displayed()
    assert name.get_attribute("aria-describedby") == "card"
    press(browser, Keys.ENTER)
    assert "#name-" in browser.current_url


def test_one_name_has_one_background_and_its_neighbours_have_others(browser: Browser, page: Path) -> None:
    show(browser, page)
    marks = browser.find_elements(By.CSS_SELECTOR, "#m2 a.n")
    colours: dict[str, set[str]] = {}
    for mark in marks:
        where = (mark.get_attribute("href") or "").partition("#")[2]
        colours.setdefault(where, set()).add(mark.value_of_css_property("background-color"))
    assert len(colours) >= 4
    assert all(len(own) == 1 for own in colours.values())
    assert len({next(iter(own)) for own in colours.values()}) == len(colours)


def test_dark_and_print_are_styled(browser: Browser, page: Path) -> None:
    show(browser, page)
    paper = {}
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
        paper[scheme] = styles(browser, "body", "backgroundColor")
    assert paper == {"light": "rgb(251, 250, 246)", "dark": "rgb(23, 24, 26)"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    assert not browser.find_element(By.ID, "tools").is_displayed()
    assert styles(browser, ".document thead", "display") == "table-header-group"


def test_a_narrow_window_shows_one_text_below_the_other(browser: Browser, page: Path) -> None:
    show(browser, page)
    wide = browser.get_window_size()
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 380, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )
    try:
        lefts = {cell.rect["x"] for cell in browser.find_elements(By.CSS_SELECTOR, "#m1 td")}
        assert len(lefts) == 1
        assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
        assert browser.execute_script(
            "return getComputedStyle(document.querySelector('#m1 td'), '::before').content"
        )
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.set_window_size(wide["width"], wide["height"])


def test_the_headings_of_the_columns_stay_below_the_tools(browser: Browser, page: Path) -> None:
    show(browser, page)
    press(browser, *"jjjjjj")
    tools = browser.find_element(By.ID, "tools")
    head = browser.find_element(By.CSS_SELECTOR, ".document thead")
    row = focused(browser)
    places = browser.execute_script(
        "return [...arguments].map((each) => each.getBoundingClientRect()).map((box) => [box.top, box.bottom])",
        tools,
        head,
        row,
    )
    assert places[0][0] == 0
    assert abs(places[1][0] - places[0][1]) < 2
    assert places[2][0] >= places[1][1] - 2
