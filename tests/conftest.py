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

SMALL = {
    "views.parts.leaves.MOST": 4,
    "views.parts.leaves.LEAF": 2,
    "views.pages.elder_district.MOST": 4,
    "views.pages.elder_district.LEAF": 2,
    "views.finding.rows.MOST": 9,
    "views.parts.base_rows.MOST": 4,
    "views.pages.bases.MOST": 4,
    "views.maps.pins.MOST": 4,
    "views.maps.pins.BASES": 3,
    "views.maps.pins.INDEXED": 2,
    "plan.districts.MOST": 4,
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Strict pages need `browser.new_context(bypass_csp=True)` for scripts of the test's own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages hold so little that a small site has all that a large one has: leaves, districts' days, files of rows."""
    for name, size in SMALL.items():
        monkeypatch.setattr(f"scienceweek.{name}", size)
