"""axe-core finds nothing serious on the review page: WCAG 2.1 A and AA, light and dark, wide and narrow."""

from pathlib import Path

import pytest
from selenium import webdriver

from tests.browser.axe import violations
from tests.browser.chromium import show


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 380])
def test_axe_finds_nothing_serious(
    browser: webdriver.Chrome, page: Path, axe: str, scheme: str, width: int
) -> None:
    show(browser, page)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        assert violations(browser, axe) == []
        mark = "document.querySelector('td a.n').focus(); document.getElementById('help').showModal();"
        browser.execute_script(mark)
        assert violations(browser, axe) == []
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_axe_would_say_so(browser: webdriver.Chrome, page: Path, axe: str) -> None:
    text = page.read_text(encoding="utf-8").replace("--ink: #1f1d1a;", "--ink: #cccccc;")
    page.write_text(text.replace("Content-Security-Policy", "x"), encoding="utf-8")
    show(browser, page)
    assert any(found.startswith("color-contrast") for found in violations(browser, axe))
