"""A stage for one page: the page, the theme's style and its scripts, opened as a folder is (``file://``)."""

from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Route
from playwright.sync_api import Page as Opened

from scienceweek import links
from scienceweek.formats.ground import Ground
from scienceweek.links import Site
from scienceweek.plan.assets import assets
from scienceweek.render.page import Page

THEME = Path(__file__).resolve().parents[1] / "theme"


def raw(folder: Path, html: str) -> str:
    """The address of a page with *html* in its body, styled as tickets, lists and bases are, and all scripts; not looked at yet."""
    _assets(folder)
    page = folder / "page.html"
    sheets = (links.STYLE, *map(links.style, ("tickets", "lists", "science_base")))
    page.write_text(
        '<!doctype html><html lang="zh-CN" data-today="2024-05-25"><meta charset="utf-8"><title>.</title>'
        + "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
        + f'<link rel="stylesheet" href="{links.PAPER_STYLE}" media="print">'
        + f'<script src="assets/site.js" defer blocking="render"></script>{html}'
    )
    return page.as_uri()


def drawn(folder: Path, template: str, view: object, site: Site, path: str = "page.html") -> str:
    """The address of the page at *path* that *template* draws of *view*."""
    _assets(folder)
    page = folder / path
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(Page(str(THEME / "templates"), template)(site, view, links.root(path)))
    return page.as_uri()


_MOVES = """
  window.moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.moved += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
"""


_PAINTED = """
  () => new Promise((done) => new PerformanceObserver(() => requestAnimationFrame(() => setTimeout(done, 50)))
    .observe({ type: "paint", buffered: true }))
"""


def moving(browser: Browser, folder: Path, paths: Iterable[str], width: int, today: date) -> dict[str, float]:
    """Which of these pages of *folder* move while they load that day, their scripts late; and their layout shift."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.clock.set_fixed_time(datetime.combine(today, time(10), ZoneInfo("Asia/Shanghai")))
    page.add_init_script(_MOVES)
    page.route("**/*", lambda route: answer_late(route, folder))
    far = {}
    for path in paths:
        page.goto(f"http://site.invalid/{path}")
        page.evaluate(_PAINTED)
        far[path] = page.evaluate("window.moved")
    page.unroute_all(behavior="wait")
    page.close()
    return {path: shift for path, shift in far.items() if shift}


def answer_late(route: Route, folder: Path, late: float = 0.05) -> None:
    """Sends a file of *folder*, a script so many seconds *late*, after the rest."""
    path = folder / urlsplit(route.request.url).path.removeprefix("/")
    if path.suffix == ".js" and path.name != "first.js":
        route.request.frame.page.wait_for_timeout(late * 1000)  # others are answered meanwhile
    route.fulfill(path=path)


def barriers(page: Opened) -> list[tuple[str, list[str]]]:
    """What axe finds on *page*: each rule that is broken, and the elements that break it."""
    # A colour that is on its way to another would be measured where it happens to be.
    page.emulate_media(reduced_motion="reduce")
    # Its own look at style sheets is refused to a page from a folder, and no rule that it has on needs one.
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def _assets(folder: Path) -> None:
    for target in assets(THEME / "static", Ground()):
        path = folder / target.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(target.draw(*target.data))
