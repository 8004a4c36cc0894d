"""Pictures of a whole site: which of them leave, and what is then left in them."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from photographs import SECRETS, canvas, encoded, jpeg, picture, tell_tale
from PIL import Image
from processes import unmeasured
from test_plugin import home, pelican, tree
from trees import ACTIVITIES, activity

MARK = b"""<svg xmlns="http://www.w3.org/2000/svg" width="48" height="24"><!-- SECRETREMARK --><path d="M0 0h9"/></svg>"""
PHOTOS = "{photos: [{file: team.webp, alt: 志愿者, consent: true}, {file: child.jpg, alt: 孩子}]}"
IMAGE = "{file: tank.jpg, alt: 鱼缸, credit: 科协供图}"
FILES: dict[str, str | bytes | None] = {
    ACTIVITIES: activity(base="meteorology-museum", results=PHOTOS, image=IMAGE),
    "content/activities/fish.md": "![会场](../images/2027/hall.jpg)\n\n<!-- ![旧照](../images/old.png) -->\n",
    "content/bases/meteorology-museum.md": "![雨量筒](../images/rain.png)\n",
    "content/notices/2024-yubei.md": "## 四、主要活动 {#s4-1}\n\n![示意图](../images/wide.png)\n\n## 附件 {#annex}\n",
    "content/pages/about.md": "Title: 关于本站\n\n![标志](images/mark.svg) [看大图](images/large.jpg)\n",
    "content/images/2027/hall.jpg": tell_tale("JPEG", picture((30, 20)), orientation=6),
    "content/images/tank.jpg": tell_tale("JPEG", picture((1000, 600))),
    "content/images/rain.png": tell_tale("PNG"),
    "content/images/team.webp": tell_tale("WEBP"),
    "content/images/wide.png": canvas(8_000, 10),
    "content/images/mark.svg": MARK,
    "content/images/large.jpg": jpeg(),
    "content/images/child.jpg": tell_tale("JPEG"),
    "content/images/old.png": encoded(picture(), "PNG"),
}
SHOWN = {"2027/hall.jpg", "rain.png", "wide.png", "mark.svg", "large.jpg"}


def check(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scienceweek", "check"],
        cwd=root,
        env={**unmeasured(), "PYTHONPATH": "plugins", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = home(tmp_path_factory.mktemp("pictures"), FILES)
    before = tree(root / "content")
    status, said = pelican(root)
    assert (status, said[-200:]) == (0, said[-200:])
    assert tree(root / "content") == before
    return root


def images(root: Path) -> set[str]:
    folder = root / "output" / "images"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_only_pictures_that_some_page_shows_leave(site: Path):
    # One of what came of it fits its page, and leaves as that.
    assert images(site) == SHOWN


def test_pictures_that_do_not_leave_are_told(site: Path):
    done = check(site)

    assert (done.returncode, re.findall("content/images/.*", done.stdout)) == (
        0,
        [
            "content/images/child.jpg:1:1: 提醒：照片里的人还没有同意公开（consent: true），这张照片不会发布。",
            "content/images/old.png:1:1: 提醒：没有页面用到这张图片，不会发布。用不着的话请移走。",
        ],
    )


def test_no_file_of_the_site_says_who_took_a_picture_where_and_with_what(site: Path):
    contents = {path: path.read_bytes() for path in (site / "output").rglob("*") if path.is_file()}

    assert [path.name for path, content in contents.items() for word in SECRETS if word in content] == []


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (
            "activities/fish.html",
            [("../images/2027/hall.jpg", "20", "30"), ("../pictures/photographs/8/team.webp", "8", "6")],
        ),
        ("bases/meteorology-museum.html", [("../images/rain.png", "8", "6")]),
        ("notices/2024-yubei.html", [("../images/wide.png", "4000", "5")]),
        ("about.html", [("images/mark.svg", "48", "24")]),
    ],
)
def test_a_page_says_how_large_its_pictures_are(site: Path, page: str, shown: list[tuple[str, str, str]]):
    found = BeautifulSoup((site / "output" / page).read_bytes(), "html.parser").select(".prose img")

    addresses = [one["src"].partition("?v=") for one in found]
    assert [
        (path, one["width"], one["height"]) for one, (path, _, _) in zip(found, addresses, strict=True)
    ] == shown
    assert all(re.fullmatch("[0-9a-f]{8}", digest) for _, _, digest in addresses)
    assert all(one["loading"] == "lazy" and one["alt"] for one in found)


def test_a_picture_is_as_large_as_its_page_says(site: Path):
    folder = site / "output" / "images"
    sizes = [Image.open(BytesIO((folder / name).read_bytes())).size for name in ("2027/hall.jpg", "wide.png")]

    assert sizes == [(20, 30), (4000, 5)]


def test_a_photograph_leaves_in_the_widths_that_its_page_offers(site: Path):
    folder = site / "output" / "pictures" / "photographs"
    page = BeautifulSoup((site / "output" / "activities/fish.html").read_bytes(), "html.parser")
    found = page.select_one(".photograph img")
    assert found is not None
    offered = [one.split() for one in str(found["srcset"]).split(", ")]
    files = [site / "output" / address.removeprefix("../").partition("?")[0] for address, _ in offered]

    assert [
        (path.relative_to(folder).as_posix(), wide) for path, (_, wide) in zip(files, offered, strict=True)
    ] == [
        ("480/tank.jpg", "480w"),
        ("960/tank.jpg", "960w"),
        ("1000/tank.jpg", "1000w"),
    ]
    assert [Image.open(BytesIO(path.read_bytes())).size for path in files] == [
        (480, 288),
        (960, 576),
        (1000, 600),
    ]
    assert (found["alt"], found["width"], found["height"], found["loading"]) == (
        "鱼缸",
        "1000",
        "600",
        "lazy",
    )
    assert [one.get_text() for one in page.select(".photograph figcaption")] == ["科协供图"]


def test_the_picture_that_the_settings_name_leaves(tmp_path: Path):
    root = home(tmp_path, {"content/images/mark.png": encoded(picture(), "PNG")})
    settings = (root / "pelicanconf.py").read_text("utf-8")
    (root / "pelicanconf.py").write_text(
        settings.replace('"today": ', '"marks": {"authority": "images/mark.png"}, "today": '), "utf-8"
    )

    assert (pelican(root)[0], images(root)) == (0, {"mark.png"})
    assert "没有页面用到" not in check(root).stdout

    (root / "content/images/mark.png").unlink()
    assert check(root).stderr.startswith(
        "pelicanconf.py:1:1: marks 的 authority 写的是“images/mark.png”，没有这张图片。"
    )


def test_a_picture_that_no_page_shows_any_more_goes(tmp_path: Path):
    root = home(tmp_path, FILES)
    pelican(root)
    (root / ACTIVITIES).write_text(activity(base="meteorology-museum"), "utf-8")

    assert (pelican(root)[0], images(root)) == (0, SHOWN - {"team.webp"})


@pytest.mark.parametrize(("name", "told"), [("渝北科普", 0), ("⼈⼯智能㎡", 0), ("𰻞𰻞科普", 1)])
def test_a_name_of_the_site_that_no_picture_can_show_is_told(tmp_path: Path, name: str, told: int):
    root = home(tmp_path)
    settings = (root / "pelicanconf.py").read_text("utf-8")
    (root / "pelicanconf.py").write_text(
        settings.replace('SITENAME = "科技活动周"', f"SITENAME = {name!r}"), "utf-8"
    )

    line = "pelicanconf.py: 提醒：分享图的字库里没有“𰻞”，图上不写“𰻞𰻞科普”这一行。"
    assert check(root).stdout.count(line) == told
