"""The program with what Windows gives it (`windows`): the same site, whatever the line ends and the code page."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small_project import write

ROOT = Path(__file__).parents[2]
WINDOWS = ROOT / "tests" / "windows.py"
PELICAN = ("pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors")


def project(folder: Path, end: bytes = b"\n") -> Path:
    """A small project whose texts, and the program's templates, scripts and settings, have the line *end*."""
    write(folder)
    (folder / "content" / "pages").mkdir()
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    texts = [*folder.glob("*.py"), *(folder / "data").rglob("*.yaml"), *(folder / "content").rglob("*.md")]
    for text in texts:
        text.write_bytes(text.read_bytes().replace(b"\n", end))
    return folder


def run(folder: Path, *command: str, encoding: str = "gbk") -> tuple[int, str]:
    """The exit status and all that was said, where the terminal speaks *encoding*."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("TODAY", "PYTHONUTF8")}
    ours = {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONIOENCODING": encoding}
    ran = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=inherited | ours,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return ran.returncode, ran.stdout.decode(encoding)


def on_windows(folder: Path, *command: str) -> tuple[int, str]:
    return run(folder, str(WINDOWS), *command)


def site(folder: Path) -> dict[str, bytes]:
    output = folder / "output"
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site that this machine makes of the small project."""
    folder = project(tmp_path_factory.mktemp("here"))
    assert run(folder, "-m", *PELICAN)[0] == 0
    return site(folder)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_windows_makes_the_same_site_of_either_line_end(tmp_path: Path, here: dict[str, bytes], end: bytes):
    folder = project(tmp_path / "科普 2027", end)

    checked, built = on_windows(folder, "scienceweek", "check"), on_windows(folder, *PELICAN)

    assert checked == (0, "检查通过：1 届活动周，2 个活动，0 个基地，0 条提醒。\r\n".replace("\r\n", "\n"))
    assert built[0] == 0, built[1]
    assert site(folder) == here


def test_what_has_not_changed_is_kept_on_windows_too(tmp_path: Path):
    folder = project(tmp_path)
    on_windows(folder, *PELICAN)
    places = {path: path.stat().st_ino for path in (folder / "output").rglob("*.html")}
    titles = folder / "data" / "activities" / "2024-yubei.yaml"
    titles.write_text(titles.read_text("utf-8").replace("月壤", "火星"), "utf-8")

    assert on_windows(folder, *PELICAN)[0] == 0

    drawn = {path.name for path, place in places.items() if path.stat().st_ino != place}
    assert "火星" in (folder / "output" / "activities" / "moon.html").read_text("utf-8")
    assert "moon.html" in drawn
    assert "fish.html" not in drawn


def test_mistakes_are_told_in_the_words_and_the_code_page_of_the_terminal(tmp_path: Path):
    folder = project(tmp_path, b"\r\n")
    campaign = folder / "data" / "campaigns" / "2024-yubei.yaml"
    campaign.write_bytes(campaign.read_bytes().replace(b"2024-06-01", b"2024-06-31"))

    status, said = on_windows(folder, "scienceweek", "check")

    assert status == 1
    assert said.startswith("data/campaigns/2024-yubei.yaml:5:7: ")
    assert "Traceback" not in said


def test_windows_sends_what_it_has_changed_and_no_line_end(tmp_path: Path):
    folder, server = project(tmp_path / "科普"), tmp_path / "site.git"

    def git(*words: str, where: Path = folder) -> str:
        ran = subprocess.run(["git", *words], cwd=where, capture_output=True, encoding="utf-8", check=True)
        return ran.stdout

    shutil.copy(ROOT / ".gitattributes", folder)
    (folder / "plugins").symlink_to(ROOT / "plugins")
    git("init", "--quiet", "--initial-branch", "main")
    for name, value in (("user.name", "张三"), ("user.email", "z@example.gov.cn"), ("core.autocrlf", "true")):
        git("config", name, value)
    git("add", ".gitattributes", "data", "content")
    git("commit", "--quiet", "--message", "开始")
    git("clone", "--quiet", "--bare", ".", str(server))
    git("remote", "add", "origin", str(server))
    git("fetch", "--quiet", "origin")
    git("branch", "--quiet", "--set-upstream-to", "origin/main")
    activities = folder / "data" / "activities" / "2024-yubei.yaml"
    activities.write_bytes(
        activities.read_bytes().replace("月壤".encode(), "火星".encode()).replace(b"\n", b"\r\n")
    )

    status, said = on_windows(folder, "scienceweek", "send", "--wait", "0")

    assert (status, said.splitlines()[1]) == (0, "已记下：修改活动“火星”"), said
    assert git("log", "-1", "--format=%s", where=server) == "修改活动“火星”\n"
    assert git("diff", "--numstat", "HEAD~1", where=folder) == "1\t1\tdata/activities/2024-yubei.yaml\n"


def test_a_site_whose_files_are_being_read_is_swapped_when_the_reader_has_gone(tmp_path: Path):
    for name in ("fresh", "output"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    program = """
import sys, threading
from windows import become_windows
become_windows()
from scienceweek.render import tree
reader = open("output/index.html", "rb")
threading.Timer(0.5, reader.close).start()
tree.put_in_place("fresh", "output", "aside")
"""

    swapped = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'plugins'}:{WINDOWS.parent}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (swapped.returncode, swapped.stderr) == (0, "")
    assert [(tmp_path / name / "index.html").read_text() for name in ("output", "aside")] == [
        "fresh",
        "output",
    ]


def test_a_publication_from_windows_is_refused_in_a_line(tmp_path: Path):
    folder = project(tmp_path)
    (folder / "plugins").symlink_to(ROOT / "plugins")

    status, said = on_windows(folder, "scienceweek", "publish", "--to", "zip", "--project", str(folder))

    assert (status, said) == (
        1,
        (
            "这台电脑是 Windows，不能自己发布：用 kepu send 把修改交给服务器，由它发布；"
            "一定要在这里发布的，请装 WSL，在里面做。\n"
        ),
    )


def test_what_git_brings_to_windows_has_the_line_ends_that_it_has_here():
    asked = (
        "plugins/scienceweek/plan/__init__.py",
        "theme/static/css/tokens.css",
        "data/districts.yaml",
        "kepu",
    )
    told = subprocess.run(
        ["git", "check-attr", "eol", "--", *asked, "kepu.cmd"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout

    assert told == "".join(f"{name}: eol: lf\n" for name in asked) + "kepu.cmd: eol: lf\n"
    text = subprocess.run(
        ["git", "check-attr", "text", "--", "kepu.cmd"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert text == "kepu.cmd: text: unset\n"


def test_no_name_in_the_project_is_one_that_windows_refuses():
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.split("\0")
    sys.path.insert(0, str(WINDOWS.parent))
    from windows import refused

    assert [name for name in names if refused(name)] == []
    assert len({name.lower() for name in names}) == len(names)
