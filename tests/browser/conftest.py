"""One browser for all tests of a process; without one they are skipped, except in CI, where that is a failure."""

import os
from collections.abc import Iterator

import pytest
from selenium import webdriver

from tests.browser.chromium import missing, open_browser


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    """Return Chromium."""
    if why := missing():
        if os.environ.get("CI"):
            pytest.fail(f"{why}, and CI must run this test")
        pytest.skip(why)
    with open_browser() as driver:
        yield driver
