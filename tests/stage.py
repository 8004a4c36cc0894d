"""A stage for one page: the page, the theme's style and its scripts, opened as a folder is (``file://``)."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Opened

from scienceweek import links
from scienceweek.links import Site
from scienceweek.render.page import Page

THEME = Path(__file__).resolve().parents[1] / "theme"
_LAYERS = ("tokens", "layout", "parts")


def raw(folder: Path, html: str) -> str:
    """The address of a page with *html* in its body and all scripts of the site, before anybody has looked at it."""
    _assets(folder)
    page = folder / "page.html"
    page.write_text(
        f'<!doctype html><html lang="zh-CN" data-today="2024-05-25"><meta charset="utf-8"><title>.</title>'
        f'<link rel="stylesheet" href="assets/site.css"><script src="assets/site.js" defer></script>{html}'
    )
    return page.as_uri()


def drawn(folder: Path, template: str, view: object, site: Site, path: str = "page.html") -> str:
    """The address of the page at *path* that *template* draws of *view*."""
    _assets(folder)
    page = folder / path
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(Page(str(THEME / "templates"), template)(site, view, links.root(path)))
    return page.as_uri()


def barriers(page: Opened) -> list[tuple[str, list[str]]]:
    """What axe finds on *page*: each rule that is broken, and the elements that break it."""
    # A colour that is on its way to another would be measured where it happens to be.
    page.emulate_media(reduced_motion="reduce")
    # Its own look at style sheets is refused to a page from a folder, and no rule that it has on needs one.
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def _assets(folder: Path) -> None:
    static, assets = THEME / "static", folder / "assets"
    assets.mkdir(exist_ok=True)
    sheets = [static / "css" / f"{name}.css" for name in _LAYERS]
    sheets += sorted((static / "css" / "pages").glob("*.css"))
    sheets += [static / "css" / f"{name}.css" for name in ("elder", "print")]
    scripts = [
        static / "js" / f"{name}.js"
        for name in ("registry", "coming", "deadline", "elder", "read", "share", "today")
    ]
    (assets / "site.css").write_text("\n".join(sheet.read_text() for sheet in sheets))
    (assets / "site.js").write_text("\n".join(script.read_text() for script in scripts))
    (assets / "first.js").write_text((static / "js" / "first.js").read_text())
