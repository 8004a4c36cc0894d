"""How long the finder takes in a browser: thousands of activities, and queries that find much, little and nothing.

PYTHONPATH=plugins:tests .venv/bin/python bench/finder.py 10000
"""

import sys
import tempfile
from dataclasses import astuple, fields, replace
from pathlib import Path

from browser import executable
from playwright.sync_api import sync_playwright
from stage import THEME, drawn

from samples import activity, base, catalogue, may, site
from scienceweek.formats.scripts import rows_script
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.finding.finder_row import FinderRow
from scienceweek.views.finding.rows import of_campaign
from scienceweek.views.pages.search import search_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.words.pinyin import reading

WORDS = (
    "气象",
    "科普",
    "健康",
    "航天",
    "节水",
    "机器人",
    "实验室",
    "开放日",
    "讲座",
    "校园",
    "社区",
    "乡村",
    "防灾",
    "天文",
)
QUERIES = ("科", "科普", "kp", "kepu xy", "气象 校园 5月", "月球背面", "a", "重庆 2024 航天")
MEASURE = """(query) => {
  const field = document.querySelector('[name="q"]');
  const times = [];
  for (let time = 0; time < 12; time += 1) {
    field.value = query + " ".repeat(time);  // asked anew each time
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    times.push(performance.now() - start);
  }
  return [times.sort((one, other) => one - other)[6], times[11], document.querySelector("[data-result]").textContent];
}"""


def main(wanted: int) -> None:
    """Measure with *wanted* rows; milliseconds from a key to the page that shows what is found."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name, sync_playwright() as playwright:
        folder = Path(name)
        _furnish(folder, wanted)
        size = (folder / "assets" / "rows.js").stat().st_size
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        page = browser.new_page(bypass_csp=True)
        page.goto((folder / "search.html").as_uri() + "?q=kp")
        page.wait_for_selector(".found", timeout=60_000)
        print(f"{wanted} rows, {size / 1e6:.1f} MB")
        for query in QUERIES:
            middle, worst, said = page.evaluate(MEASURE, query)
            print(f"{query:<16}{middle:7.1f} ms in the middle {worst:7.1f} ms at worst   {said}")
        browser.close()


def _furnish(folder: Path, wanted: int) -> None:
    museum = base()
    sample = activity(base=museum, where=museum)
    facts = catalogue(sample)
    one = of_campaign(sample.campaign, facts, Privacy(may(25).first))[2]
    rows = [
        replace(
            one,
            title="".join(WORDS[(number // step + step) % len(WORDS)] for step in (1, 3, 7, 11))
            + str(number),
            path=f"activities/{number}.html",
            days=may(1 + number % 31).first.isoformat(),
            text=f"围绕{WORDS[number % 7]}和{WORDS[number % 11]}，面向公众开展第{number}场现场讲解、互动体验和咨询，"
            * 3,
        )
        for number in range(wanted)
    ]
    names = tuple(field.name for field in fields(FinderRow))
    readings = {name: reading(name) for row in rows for name in row.names}
    drawn(folder, "search.html", search_page(facts, agenda(facts).months), site(), "search.html")
    scripts = sorted((THEME / "static" / "js" / "finder").glob("*.js"))
    (folder / "assets" / "finder.js").write_text("\n".join(path.read_text() for path in scripts))
    (folder / "assets" / "rows.js").write_bytes(rows_script(names, map(astuple, rows), readings))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
