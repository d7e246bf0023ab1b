"""Chromium, headless, with a new profile, and what it did: scripts of a page that ran, requests it made."""

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,900",
)
# What a hostile text would call. It is set up before any script of the page, and no policy of a page stops it.
_TRAP = """
window.executed = [];
for (const name of ["alert", "confirm", "prompt", "print"])
  window[name] = (...said) => { window.executed.push(name + ":" + said.join()); };
"""


def missing() -> str:
    """Return why there is no browser to test with, or "" when there is one."""
    absent = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    return f"not installed: {', '.join(absent)} (Debian: chromium, chromium-driver)" if absent else ""


@contextlib.contextmanager
def open_browser() -> Iterator[webdriver.Chrome]:
    """Yield a browser with a new profile; it is closed, and its profile removed, at the end."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = Options()
        options.binary_location = shutil.which("chromium") or ""
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        try:
            driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _TRAP})
            driver.execute_cdp_cmd("Network.enable", {})
            yield driver
        finally:
            driver.quit()


def show(browser: webdriver.Chrome, page: Path | str) -> None:
    """Open a file or an address; what was logged before is forgotten, and no emulation is left from another test."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    browser.get("about:blank")
    logged(browser, "browser")
    requests(browser)
    browser.get(page if isinstance(page, str) else page.as_uri())


def requests(browser: webdriver.Chrome) -> list[str]:
    """Return the addresses asked for since the last call, files and data of the page itself left out."""
    found = []
    for entry in logged(browser, "performance"):
        event = json.loads(entry["message"])["message"]
        if event["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated"):
            found.append(event["params"].get("request", event["params"])["url"])
    return [url for url in found if not url.startswith(("file:", "data:", "about:", "chrome:", "devtools:"))]


def logged(browser: webdriver.Chrome, kind: str) -> list[dict[str, Any]]:
    """Return what was logged since the last call."""
    return list(browser.get_log(kind))  # type: ignore[no-untyped-call]


def executed(browser: webdriver.Chrome) -> list[str]:
    """Return what the texts of the page have executed."""
    return list(browser.execute_script("return window.executed"))
