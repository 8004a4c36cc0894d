"""Screenshots of every kind of page, on one sheet: the site of today, in season, of a city, and out of season.

Each kind is shown by its longest page, at two widths, in the light and in the dark. The sheet is output-shots/index.html.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import build as bench
from lxml import html

ROOT = Path(__file__).parents[1]
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
HEIGHTS = {390: 844, 1280: 800}
TALLEST = 3000  # pixels: what of a page is below is cut off
BUILD = ("-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors", "--quiet")

_STYLE = """
body { font: 15px/1.5 sans-serif; margin: 24px; background: #8a8d91; color: #fff }
h2 { margin: 40px 0 8px; position: sticky; top: 0; background: #8a8d91 }
.row { display: flex; gap: 12px; overflow-x: auto; align-items: start }
figure { margin: 0; flex: none }
img { display: block; max-height: 1000px; object-fit: cover; object-position: top }
.w390 img { width: 260px }
.w1280 img { width: 640px }
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """A site on a day; without a *day*, today. *activities*: of how many it is made up, 0 for the project's own."""

    name: str
    word: str
    day: str = ""
    activities: int = 0


EDITIONS = (
    Edition("today", "今天"),
    Edition("season", "活动周里", "2024-05-25"),
    Edition("city", "一座城", "2026-05-16", 300),
    Edition("between", "没有活动的时候", "2024-11-27"),
)


@dataclass(frozen=True, slots=True)
class Shot:
    """A page of a *kind* in an edition, and the *name* of its picture."""

    edition: Edition
    kind: str
    page: Path
    width: int
    scheme: str

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.edition.name}-{self.width}-{self.scheme}.png"


def main() -> None:
    asked = _asked()
    editions = [one for one in EDITIONS if asked.edition in ("", one.name)]
    into = ROOT / "output-shots"
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir()
    with tempfile.TemporaryDirectory(prefix="shots-") as folder:
        shots = [
            shot
            for edition in editions
            for shot in planned(built(edition, Path(folder, edition.name)), edition, asked.kind)
        ]
        if not shots:
            sys.exit(f"没有“{asked.kind}”这种网页。种类是网页 <body> 的 class，例如 home、activity-page。")
        take(shots, into)
    (into / "index.html").write_text(sheet(shots), encoding="utf-8")
    print(
        f"{len(shots)} 张截图放在一页上了：打开 {into.relative_to(ROOT)}/index.html 看。({len(shots)} shots)"
    )


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", default="", choices=("", *(one.name for one in EDITIONS)))
    parser.add_argument("--kind", default="", help="pages of this kind only, by the class of their body")
    return parser.parse_args()


def built(edition: Edition, project: Path) -> Path:
    """The folder with the site of *edition*."""
    bench.lay_out(project, edition.activities, seed=1)
    environment = os.environ | {
        "TODAY": edition.day,
        "PYTHONPATH": str(project / "plugins"),
        "PYTHONUTF8": "1",
    }
    print(f"正在生成：{edition.word}", flush=True)
    subprocess.run([sys.executable, *BUILD], cwd=project, env=environment, check=True)
    return project / "output"


def planned(output: Path, edition: Edition, kind: str = "") -> Iterator[Shot]:
    """The shots of the site in *output*: of each kind, or the one *kind*, its longest page."""
    for found, page in sorted(longest(output).items()):
        if kind in ("", found):
            for width in WIDTHS:
                for scheme in SCHEMES:
                    yield Shot(edition, found, page, width, scheme)


def longest(output: Path) -> dict[str, Path]:
    """By the kind of a page, the longest one; the page for what is not there has its style on a server only."""
    found: dict[str, Path] = {}
    for page in sorted(output.rglob("*.html")):
        kinds = (html.document_fromstring(page.read_bytes()).body.get("class") or "").split()
        kind = kinds[0] if kinds else ""
        if kind not in ("", "not-found", "moved-page") and (
            kind not in found or page.stat().st_size > found[kind].stat().st_size
        ):
            found[kind] = page
    return found


def take(shots: Iterable[Shot], into: Path) -> None:
    """Takes them into the folder *into*."""
    sys.path.insert(0, str(ROOT / "tests"))
    try:
        from browser import executable
        from playwright.sync_api import sync_playwright
    except ImportError:
        sys.exit(
            "截图要用 Playwright，这里没有装：它和测试的其他依赖在一起，运行一次 make test 就会装好。"
            "(Playwright is missing: it comes with what the tests need.)"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for shot in shots:
            page = browser.new_page(
                viewport={"width": shot.width, "height": HEIGHTS[shot.width]}, color_scheme=shot.scheme
            )
            page.goto(shot.page.as_uri())
            high = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
            # Not a longer picture of the same window: the bar at its foot would stand in the middle.
            page.set_viewport_size({"width": shot.width, "height": max(high, HEIGHTS[shot.width])})
            page.screenshot(path=into / shot.name)
            page.close()
        browser.close()


def sheet(shots: Iterable[Shot]) -> str:
    """The page with all *shots*: a row to a kind and a width."""
    rows: dict[tuple[str, int], list[Shot]] = {}
    for shot in shots:
        rows.setdefault((shot.kind, shot.width), []).append(shot)
    return (
        f'<!doctype html>\n<html lang="zh-CN"><meta charset="utf-8"><title>各种网页</title><style>{_STYLE}</style>\n'
        + "".join(
            f'<h2>{escape(kind)}，{width} px</h2>\n<div class="row w{width}">'
            + "".join(
                f'<figure><figcaption>{shot.edition.word}，{shot.scheme}</figcaption><a href="{shot.name}">'
                f'<img src="{shot.name}" alt="" loading="lazy"></a></figure>'
                for shot in own
            )
            + "</div>\n"
            for (kind, width), own in sorted(rows.items())
        )
    )


if __name__ == "__main__":
    main()
