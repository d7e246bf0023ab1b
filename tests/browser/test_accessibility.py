"""axe-core finds nothing serious on the review page: WCAG 2.1 A and AA, light and dark, wide and narrow."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from tests.browser.chromium import show

AXE = "axe-core@4.14.1"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the script of axe-core, installed by npm; without npm the test is skipped, except in CI."""
    folder = tmp_path_factory.mktemp("axe")
    ran = None
    if shutil.which("npm"):
        command = [
            "npm",
            "install",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            str(folder),
            AXE,
        ]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if ran is None or ran.returncode:
        why = "npm is not installed" if ran is None else f"npm could not install {AXE}: {ran.stderr[-300:]}"
        if os.environ.get("CI"):
            pytest.fail(f"{why}, and CI must run this test")
        pytest.skip(why)
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(browser: webdriver.Chrome, axe: str) -> list[str]:
    """Return what axe-core finds that is serious or worse, with the first element of each."""
    browser.execute_script(axe)
    browser.set_script_timeout(60)
    script = (
        "axe.run(document, {runOnly: arguments[0]})"
        ".then((found) => arguments[1](JSON.stringify(found.violations)))"
    )
    found: list[dict[str, Any]] = json.loads(browser.execute_async_script(script, TAGS))
    return [
        f"{rule['id']} ({rule['impact']}): {rule['nodes'][0]['html'][:200]} {rule['nodes'][0]['failureSummary']}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]


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
