"""The whole way, through Pelican itself: a folder with facts and prose becomes a site."""

import hashlib
import io
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from processes import unmeasured
from rich.console import Console
from trees import ACTIVITIES, CAMPAIGN, FILES, grow

from scienceweek.plugin import end_spinner

HERE = Path(__file__).parents[1]


def home(root: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """A small project: its own facts and prose, this project's program and theme."""
    grow(root, files)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(HERE / name, root)
    for name in ("plugins", "theme"):
        (root / name).symlink_to(HERE / name)
    return root


def pelican(root: Path, settings: str = "pelicanconf.py", **environment: str) -> tuple[int, str]:
    """The exit status and all that was said."""
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", settings, "--fatal", "errors"],
        cwd=root,
        env={name: value for name, value in unmeasured().items() if name != "TODAY"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def tree(folder: Path) -> dict[str, str]:
    """Every file below *folder*, with the digest of what is in it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site has been built."""
    root = home(tmp_path_factory.mktemp("first"))
    status, said = pelican(root)
    assert (status, said[-200:]) == (0, said[-200:])
    return root


@pytest.fixture
def built(first: Path, tmp_path: Path) -> Path:
    """A copy of it, of the test's own; a build of it would draw everything, since a manifest is bound to its tree."""
    return Path(shutil.copytree(first, tmp_path / "built", symlinks=True))


def test_pelicans_spinner_has_ended_before_drawing_is_shared_among_processes():
    running = threading.active_count()

    with Console(file=io.StringIO()).status("Generating..."):
        end_spinner()

        assert threading.active_count() == running


def test_pelican_builds_a_page_for_everything_and_nothing_of_its_own(first: Path):
    pages = {path for path in tree(first / "output") if path.endswith(".html")}

    assert {path for path in pages if not path.startswith("calendar/")} == {
        "404.html",
        "about.html",
        "activities.html",
        "activities/fish.html",
        "bases.html",
        "bases/meteorology-museum.html",
        "calendar.html",
        "campaigns.html",
        "campaigns/2024-yubei.booklet.html",
        "campaigns/2024-yubei.html",
        "changes.html",
        "data.html",
        "districts.html",
        "districts/yubei.2024-yubei.table.html",
        "districts/yubei.board.html",
        "districts/yubei.html",
        "districts/yubei.screen.html",
        "elder.html",
        "elder/districts/yubei.html",
        "embed/bases/yubei.html",
        "embed/yubei.html",
        "index.html",
        "my.html",
        "notices/2024-yubei.html",
        "organisations.html",
        "organisations/yubei-science-bureau.html",
        "search.html",
        "send/yubei.2024-yubei.article.html",
        "send/yubei.2024-yubei.html",
        "site-map.html",
        "venues/main-hall.html",
    }


def test_the_same_facts_make_the_same_bytes(tmp_path: Path):
    one, other = home(tmp_path / "one"), home(tmp_path / "other")

    pelican(one, PYTHONHASHSEED="1")
    pelican(other, PYTHONHASHSEED="2", TZ="America/New_York", LANG="C")

    assert tree(one / "output") == tree(other / "output")


def test_a_build_after_a_change_equals_a_build_from_nothing(tmp_path: Path):
    root = home(tmp_path / "changed")
    pelican(root)
    facts = root / ACTIVITIES
    facts.write_text(facts.read_text("utf-8").replace("我们曾经都是鱼", "从鱼到人"), "utf-8")

    pelican(root)

    fresh = home(tmp_path / "fresh", {ACTIVITIES: facts.read_text("utf-8")})
    pelican(fresh)
    assert tree(root / "output") == tree(fresh / "output")


BAD = {
    "a date that does not exist": (ACTIVITIES, "5.25-27", "5月32日"),
    "a base that nobody knows": (ACTIVITIES, "base: meteorology-museum", "base: meteorlogy-museum"),
    "a key twice": (ACTIVITIES, "    kind: exhibition\n", "    kind: exhibition\n    kind: exhibition\n"),
    "a full-width colon": (ACTIVITIES, "title: 我们", "title：我们"),
    "a tab": (ACTIVITIES, "    kind: exhibition", "\tkind: exhibition"),
}


@pytest.mark.parametrize(("file", "right", "wrong"), BAD.values(), ids=BAD)
def test_a_mistake_leaves_the_site_as_it_was_and_says_where_it_is(
    built: Path, file: str, right: str, wrong: str
):
    before = tree(built / "output")
    text = (built / file).read_text("utf-8")
    assert right in text
    (built / file).write_text(text.replace(right, wrong), "utf-8")

    status, said = pelican(built)

    assert status == 1
    assert re.search(rf"^{re.escape(file)}:\d+:\d+: ", said, re.MULTILINE)
    assert "Traceback" not in said
    assert tree(built / "output") == before


WHOLE_FILES = {
    "GBK": "campaign: 2024-yubei\nactivities: [] # 活动\n".encode("gbk"),
    "an alias bomb": b"a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "200 KB of brackets": b"[" * 200_000,
    "an id twice": (
        b"campaign: 2024-yubei\nactivities:\n"
        b"  - {id: fish, title: A, when: 5.25}\n  - {id: fish, title: B, when: 5.26}\n"
    ),
}


@pytest.mark.parametrize("content", WHOLE_FILES.values(), ids=WHOLE_FILES)
def test_a_file_that_cannot_be_read_is_refused_without_a_traceback(built: Path, content: bytes):
    before = tree(built / "output")
    (built / ACTIVITIES).write_bytes(content)

    status, said = pelican(built)

    assert status == 1
    assert re.search(rf"^{re.escape(ACTIVITIES)}:\d+:\d+: ", said, re.MULTILINE)
    assert "Traceback" not in said
    assert tree(built / "output") == before


def test_prose_that_would_stop_the_drawing_is_refused_before_it(tmp_path: Path):
    root = home(tmp_path, {"content/activities/fish.md": "[" * 20_000})

    status, said = pelican(root)

    assert status == 1
    assert "content/activities/fish.md:1:1: " in said
    assert "Traceback" not in said
    assert not (root / "output").exists()


def test_the_last_line_tells_what_was_made_and_where_to_look(built: Path):
    status, said = pelican(built)

    assert status == 0
    assert "Processed" not in said
    assert re.fullmatch(
        r"网站生成好了：画了 [0-9]+ 个文件，0 个没有变化，用了 [0-9.]+ 秒。打开 output/index\.html 就能看。"
        r"\([0-9]+ made, 0 kept, 0 removed\)",
        said.splitlines()[-1],
    )


def test_a_demonstration_is_not_published(tmp_path: Path):
    status, said = pelican(home(tmp_path), settings="publishconf.py", TODAY="2024-05-25")

    assert (status, "正式发布的网站不能用" in said) == (1, True)


def test_a_demonstration_says_which_day_it_shows(tmp_path: Path):
    root = home(tmp_path)

    pelican(root, TODAY="2024-05-25")

    assert 'data-today="2024-05-25"' in (root / "output" / "index.html").read_text("utf-8")


STAFF = "contacts: [{name: 联络员, phones: [023-60000001], show: internal}]\n"


def test_a_number_for_staff_in_a_text_stops_the_build_and_the_site_stays_as_it_was(built: Path):
    before = tree(built / "output")
    with (built / CAMPAIGN).open("a") as facts:
        facts.write(STAFF)
    (built / "content/activities/fish.md").write_text("问6000**0001**\n", "utf-8")

    status, said = pelican(built)

    assert (status, "content/activities/fish.md:1:2: “6000**0001”" in said) == (1, True)
    assert tree(built / "output") == before


def test_a_site_in_which_a_private_number_comes_together_is_not_made(built: Path):
    before = tree(built / "output")
    theme = built / "theme"
    theme.unlink()  # what it is linked to belongs to others
    shutil.copytree(HERE / "theme", theme)
    page = theme / "templates" / "prose.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("{% block main %}", "{% block main %}<p>023-6000<b>0001</b></p>"), "utf-8")
    with (built / CAMPAIGN).open("a") as facts:
        facts.write(STAFF)

    status, said = pelican(built)

    assert status == 1
    assert "生成的网站里有不能公开的内容：" in said
    assert "about.html: 里面有不公开的联系方式“023-60000001”。" in said
    assert "在 data/allowed.yaml 里写明内容和理由" in said
    assert "Traceback" not in said
    assert tree(built / "output") == before


def test_the_number_for_mistakes_is_public_because_the_settings_say_so(tmp_path: Path):
    root = home(tmp_path, {CAMPAIGN: FILES[CAMPAIGN] + STAFF})
    settings = root / "pelicanconf.py"
    own = '"phone": "023-60000001", "keeper": "科技局", "today": '
    settings.write_text(settings.read_text("utf-8").replace('"today": ', own), "utf-8")

    status, _ = pelican(root)

    assert status == 0
    assert "60000001" in (root / "output" / "index.html").read_text("utf-8")


def test_what_the_facts_say_of_the_site_goes_before_the_settings(tmp_path: Path):
    root = home(
        tmp_path,
        {
            CAMPAIGN: FILES[CAMPAIGN] + STAFF,
            "data/site.yaml": "name: 渝北科普\nkeeper: 科技局\nphone: 023-60000001\nmarks: {icp: 渝ICP备00000000号}\n",
        },
    )

    status, _ = pelican(root)

    front = (root / "output" / "index.html").read_text("utf-8")
    assert status == 0
    assert "<title>渝北科普" in front or "渝北科普</title>" in front
    words = re.sub("<[^>]*>", "", front)
    assert [word in words for word in ("主办：科技局 023-60000001", "渝ICP备00000000号")] == [True, True]
