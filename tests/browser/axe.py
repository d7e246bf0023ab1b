"""axe-core, installed by npm where a test asks for it, and what it finds on a page."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from selenium import webdriver

AXE = "axe-core@4.14.1"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


def install(folder: Path) -> str:
    """Install axe-core below a folder; return why that could not be done, or ""."""
    if shutil.which("npm") is None:
        return "npm is not installed"
    options = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
    ran = subprocess.run(
        ["npm", "install", *options, AXE], capture_output=True, text=True, check=False, timeout=300
    )
    return f"npm could not install {AXE}: {ran.stderr[-300:]}" if ran.returncode else ""


def script_in(folder: Path) -> str:
    """Return the script that was installed."""
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
