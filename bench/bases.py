"""How long the map of many bases takes in a browser, from its request until it can be used.

PYTHONPATH=plugins:tests .venv/bin/python bench/bases.py 12000
"""

import statistics
import sys
import tempfile
from pathlib import Path

from browser import executable
from crowds import many, phone_book
from playwright.sync_api import sync_playwright

ROUNDS = 5


def main(wanted: int) -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as name, sync_playwright() as playwright:
        folder = phone_book(Path(name), many(wanted))
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        times = []
        for _ in range(ROUNDS):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto((folder / "bases.html").as_uri())
            page.wait_for_selector("#base_map[data-ready]", timeout=60_000)
            times.append(int(page.get_attribute("#base_map", "data-ready") or 0))
            page.close()
        browser.close()
        print(f"{wanted} bases: {statistics.median(times):.0f} ms in the middle, {max(times)} ms at worst")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12_000)
