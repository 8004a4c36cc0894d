"""Check and build in one process, as `build` does; and what a build without anything to do says and notices."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from processes import measured
from small_project import write

from scienceweek import building, unchanged
from scienceweek.building import CONTENT, SETTINGS

ROOT = Path(__file__).resolve().parents[1]
ACTIVITIES = Path("data/activities/2024-yubei.yaml")
PAGE = Path("output/activities/fish.html")
CONF = f"""
import os
import sys
sys.path.insert(0, {str(ROOT / "plugins")!r})
SITENAME = os.environ.get("NAME_OF_SITE", "科技活动周")
SITEURL = ""
PATH, OUTPUT_PATH, THEME = "content", "output", {str(ROOT / "theme")!r}
TIMEZONE, DEFAULT_LANG = "Asia/Shanghai", "zh-cn"
PLUGINS = ["scienceweek.plugin"]
SCIENCEWEEK = {{"data": "data", "kept": ".cache/kept", "today": os.environ.get("TODAY", "")}}
PAGE_PATHS, PAGE_SAVE_AS, PAGE_URL = ["pages"], "", ""
ARTICLE_PATHS, STATIC_PATHS, THEME_STATIC_PATHS, DIRECT_TEMPLATES = [], [], [], []
DELETE_OUTPUT_DIRECTORY = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""


def build(folder: Path) -> tuple[int, list[str]]:
    """The status, and the lines that were said."""
    done = subprocess.run(
        [sys.executable, "-m", "scienceweek", "build"],
        cwd=folder,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")},
            "PYTHONPATH": str(ROOT / "plugins"),
            "PYTHONUTF8": "1",
            **measured(),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout.splitlines()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    write(folder, **{"pelicanconf.py": CONF, "data/terms.yaml": "topics: []\n"})
    return folder


@pytest.fixture(scope="module")
def first(project: Path) -> list[str]:
    status, said = build(project)
    assert status == 0, said
    return said


@pytest.fixture
def here(project: Path, first: list[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project)
    return project


def known() -> bool:
    return unchanged.look(SETTINGS).nothing_new(CONTENT, SETTINGS) is not None


def counted(line: str) -> str:
    """What is counted in the last line."""
    return line.rpartition("(")[2]


def test_a_build_says_what_was_checked_and_made_and_the_next_that_nothing_has_changed(
    project: Path, first: list[str], capsys: pytest.CaptureFixture[str], here: Path
):
    made = int(counted(first[-1]).partition(" ")[0])

    assert first[0] == "检查通过：1 届活动周，2 个活动，0 个基地，0 条提醒。"
    assert counted(first[-1]) == f"{made} made, 0 kept, 0 removed)"
    assert building.build() == 0
    again = capsys.readouterr().out.splitlines()
    assert again[:-1] == first[:1]
    assert counted(again[-1]) == f"0 made, {made} kept, 0 removed)"


def test_a_link_that_leads_nowhere_is_told_by_its_place_and_the_site_stays(here: Path):
    text, own = Path("content/activities/fish.md"), Path("content/pages/search.md")
    before = (PAGE.read_bytes(), PAGE.stat().st_ino)
    good = text.read_text()

    text.write_text(good + "\n[甲](../none.html)\n")
    own.parent.mkdir(exist_ok=True)
    own.write_text("title: search\n\n一页。\n")
    status, told = build(here)
    text.write_text(good)
    shutil.rmtree(own.parent)

    assert [line.partition(" ")[0] for line in told[:2]] == [
        f"{text}:{len(good.splitlines()) + 2}:5:",
        f"{own}:1:1:",
    ]
    assert (status, told[2:]) == (1, ["", "有 2 处错误。改好以前，网站保持原样。"])
    assert (PAGE.read_bytes(), PAGE.stat().st_ino) == before
    assert known()


def edited(path: Path) -> None:
    """Another content of the same size, at the same time of change."""
    found, content = path.stat(), path.read_bytes()
    path.write_bytes(content[:-2] + content[-2:-1].translate(bytes.maketrans(b"}.;", b"  ,")) + b" ")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def touched(path: Path) -> None:
    os.utime(path, ns=(0, 0))


@pytest.mark.parametrize(
    ("change", "path"),
    [
        *((edited, path) for path in (ACTIVITIES, Path("content/activities/fish.md"), SETTINGS)),
        (Path.unlink, Path("data/terms.yaml")),
        (Path.touch, Path("content/activities/moon.md")),
        (Path.touch, Path("more.py")),
        (touched, PAGE),
        (Path.unlink, PAGE),
        (Path.touch, Path("output/strange.txt")),
        (Path.mkdir, Path("output/strange")),
        (touched, Path(".output.build/lock")),
    ],
    ids=lambda one: getattr(one, "__name__", str(one)),
)
def test_whatever_is_not_as_it_was_is_noticed(here: Path, change: Callable[[Path], object], path: Path):
    before = (path.read_bytes(), path.stat()) if path.exists() else None
    assert known()

    change(path)

    assert not known()
    if path.is_dir():
        path.rmdir()
    elif before is None:
        path.unlink()
    else:
        content, found = before
        path.write_bytes(content)
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert known()


def test_what_settings_ask_the_environment_for_is_part_of_what_is_read(
    here: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("OF_NO_MATTER", "1")
    assert known()

    monkeypatch.setenv("NAME_OF_SITE", "科普网")
    assert not known()


def test_on_another_day_a_build_looks_at_everything(here: Path, monkeypatch: pytest.MonkeyPatch):
    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Tomorrow":
            return cls(2199, 1, 1)

    monkeypatch.setattr(unchanged, "datetime", Tomorrow)

    assert not known()


def test_what_was_asked_for_must_be_the_same(here: Path):
    assert unchanged.look(SETTINGS).nothing_new(Path("texts"), SETTINGS) is None
    assert unchanged.look(Path("publishconf.py")).nothing_new(CONTENT, Path("publishconf.py")) is None


def test_a_note_that_nobody_can_read_costs_nothing_but_time(here: Path):
    kept = unchanged.PLACE.read_bytes()
    unchanged.PLACE.write_bytes(kept[:-1])
    assert not known()

    unchanged.PLACE.write_bytes(kept)
    assert known()


def test_a_mistake_is_told_and_the_site_stays_as_it_was(here: Path):
    good, page = ACTIVITIES.read_text(), PAGE.read_bytes()
    ACTIVITIES.write_text(good.replace("2024-05-25", "2024-05-32"))

    status, said = build(here)

    ACTIVITIES.write_text(good)
    assert (status, said[-1]) == (1, "有 1 处错误。改好以前，网站保持原样。")
    assert said[0].startswith(f"{ACTIVITIES}:5:11: ")
    assert PAGE.read_bytes() == page


def test_after_a_change_the_next_build_makes_what_shows_it(here: Path):
    good = ACTIVITIES.read_text()
    ACTIVITIES.write_text(good.replace("我们曾经都是鱼", "鱼的故事"))

    status, said = build(here)

    assert status == 0, said
    assert "鱼的故事" in PAGE.read_text()
    assert known()


def test_what_a_build_has_looked_at_itself_is_not_looked_at_again(here: Path):
    files = {
        path.relative_to("output").as_posix(): path.stat()
        for path in Path("output").rglob("*")
        if path.is_file()
    }
    looked = {path: (found.st_size, found.st_mtime_ns) for path, found in files.items()}

    assert unchanged.made(Path("output"), looked) == unchanged.made(Path("output"))
    assert unchanged.made(Path("output"), looked | {"index.html": (1, 1)}) != unchanged.made(Path("output"))
