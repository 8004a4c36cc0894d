"""What every test stands on: steady random examples, and one browser for all who look at pages."""

import os
import sys
from collections.abc import Iterator

import hypothesis
import pytest
from browser import executable
from playwright.sync_api import Browser, sync_playwright

# Python is started some thousand times: what it has compiled is kept, even where the machine says otherwise (as images do).
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# The same examples every time, and no deadline: a shared machine is slow now and then.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Strict pages need `browser.new_context(bypass_csp=True)` for scripts of the test's own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        yield chromium
        chromium.close()
