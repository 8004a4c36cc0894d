"""`kepu` and `kepu.cmd`: from a computer with nothing but a Python, or without, to a verb of the program."""

import os
import pty
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BATCH = ROOT / "kepu.cmd"
# A program as small as one can be run: it says what it was given.
PROGRAM = """\
import os, sys
if sys.argv[1:] == ["--help"]:
    print("用法\\n  check   检查\\n  send    发布\\n  geocode 位置")
else:
    print("ran", sys.argv[1:], os.getcwd(), os.environ["PYTHONUTF8"], sys.prefix, flush=True)
    sys.exit(7 if "refused" in sys.argv else 0)
"""


def project(folder: Path, under: str = "") -> Path:
    """A project with a program that needs no package."""
    (folder / under / "plugins" / "scienceweek").mkdir(parents=True)
    (folder / under / "requirements").mkdir()
    (folder / under / "requirements" / "site.txt").write_text("# nothing\n", "utf-8")
    (folder / under / "plugins" / "scienceweek" / "__main__.py").write_text(PROGRAM, "utf-8")
    for name in ("plugins/kepu.py", "plugins/no-python.txt"):
        shutil.copy(ROOT / name, folder / under / name)
    shutil.copy(ROOT / "kepu", folder)
    return folder


def tools(folder: Path, *names: str, **scripts: str) -> str:
    """A PATH with *names* of the machine only, and the *scripts*."""
    folder.mkdir()
    for name in names:
        (folder / name).symlink_to(shutil.which(name) or name)
    for name, text in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        (folder / name).chmod(0o755)
    return str(folder)


def kepu(
    folder: Path, *words: str, path: str = "", said: str = "", where: Path | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": path or f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(folder),
        "PIP_NO_INDEX": "1",
    }
    return subprocess.run(
        [folder / "kepu", *words],
        cwd=where or folder,
        env=environment,
        input=said,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, with a space and Chinese in its path, in which kepu has run once."""
    folder = project(tmp_path_factory.mktemp("kepu") / "科普 网站")
    first = kepu(folder, "check", "data")
    assert first.returncode == 0, first.stderr
    assert "正在安装（只需一次" in first.stdout
    return folder


def test_the_second_time_the_verb_runs_at_once_in_the_folder_of_the_project(used: Path, tmp_path: Path):
    ran = kepu(used, "check", "a b", "--x", where=tmp_path)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == f"ran ['check', 'a b', '--x'] {used} 1 {used / '.venv'}\n"


def test_the_status_of_a_verb_is_that_of_kepu(used: Path):
    assert kepu(used, "send", "refused").returncode == 7


def test_without_git_nothing_is_sent_and_it_is_told_where_to_get_it(used: Path, tmp_path: Path):
    path = tools(tmp_path / "bin", "dirname", "sh", python3=f'exec {sys.executable} "$@"')

    sent = kepu(used, "send", path=path)

    assert (sent.returncode, sent.stdout) == (1, "")
    assert sent.stderr.startswith("交上去要用 git，这台电脑上还没有。")


def test_new_is_short_for_a_new_site(used: Path):
    assert kepu(used, "new", "x").stdout.startswith("ran ['new-site', 'x']")


def test_without_a_verb_those_that_the_program_has_are_a_menu(used: Path):
    asked = kepu(used, said="9\n2\nsend\n0\n")

    menu = (
        "科普活动网站：要做什么？\n"
        "  1  检查数据和文章（kepu check）\n"
        "  2  交上去发布（kepu send）\n"
        "  0  结束\n"
        "写数字，按回车："
    )
    ran = f"ran ['send'] {used} 1 {used / '.venv'}\n\n"
    assert asked.stdout == f"{menu}没有“9”这一项。\n\n{menu}{ran}{menu}{ran}{menu}"
    assert asked.returncode == 0


def test_an_environment_whose_python_is_gone_is_made_anew(used: Path, tmp_path: Path):
    folder = Path(shutil.copytree(used, tmp_path / "moved", symlinks=True))
    python = folder / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3.10")

    ran = kepu(folder, "check")

    assert ran.stdout.splitlines()[-1] == f"ran ['check'] {folder} 1 {folder / '.venv'}"
    assert "正在准备 Python 环境" in ran.stdout


def test_a_project_may_keep_the_program_in_a_folder_of_its_own(tmp_path: Path):
    folder = project(tmp_path / "site", "program")

    ran = kepu(folder, "check")

    assert ran.stdout.splitlines()[-1] == f"ran ['check'] {folder} 1 {folder / '.venv'}"


def test_what_cannot_be_installed_is_told_with_a_mirror_to_try(tmp_path: Path):
    folder = project(tmp_path / "site")
    (folder / "requirements" / "site.txt").write_text(f"nowhere==1 --hash=sha256:{'0' * 64}\n", "utf-8")

    ran = kepu(folder, "check")

    assert ran.returncode == 1
    assert "软件包没有装好，原因在上面。请检查网络和磁盘空间，再运行一次。\n" in ran.stderr
    assert "export PIP_INDEX_URL=https://" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_where_no_python_fits_it_says_how_to_get_one(tmp_path: Path):
    path = tools(tmp_path / "bin", "dirname", "cat", "sh", python3="exit 1")
    folder = project(tmp_path / "site")

    # What is in /usr/local/bin is looked for too: nothing of this machine may fit.
    text = (folder / "kepu").read_text("utf-8").replace("/opt/homebrew/bin:/usr/local/bin", "/nowhere")
    (folder / "kepu").write_text(text, "utf-8")
    ran = kepu(folder, "check", path=path)

    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (ROOT / "plugins" / "no-python.txt").read_text("utf-8")


def test_where_no_python_fits_uv_is_told_to_fetch_one(tmp_path: Path):
    path = tools(tmp_path / "bin", "dirname", "cat", "sh", python3="exit 1", uv='echo "uv $*"')
    folder = project(tmp_path / "site")
    text = (folder / "kepu").read_text("utf-8").replace("/opt/homebrew/bin:/usr/local/bin", "/nowhere")
    (folder / "kepu").write_text(text, "utf-8")

    ran = kepu(folder, "check", "x", path=path)

    assert ran.stdout == (
        "没有合适的 Python，由 uv 取得 3.13 …… (uv fetches Python 3.13)\n"
        "uv run --no-project --quiet --python 3.13 python plugins/kepu.py check x\n"
    )


def test_an_environment_is_known_to_make_and_the_other_way_round(used: Path):
    lock = (used / "requirements" / "site.txt").read_bytes()
    sum_of = subprocess.run(["cksum"], input=lock, capture_output=True, check=True).stdout.split()[0].decode()

    assert sorted(path.name for path in (used / ".venv").glob("[ms]*-*")) == [f"site-{sum_of}"]
    assert (used / ".venv" / "made").exists()
    assert "stamp = .venv/$(1)-$(firstword $(shell cksum < $(PROGRAM)requirements/$(1).txt))" in (
        ROOT / "Makefile"
    ).read_text("utf-8")


def test_windows_has_its_python_elsewhere():
    sys.path.insert(0, str(ROOT / "plugins"))
    import kepu as door

    assert door.python_of(Path("x"), "win32") == Path("x/Scripts/python.exe")
    assert door.python_of(Path("x"), "linux") == Path("x/bin/python")


def test_all_say_the_same_of_the_pythons_that_fit():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = settings["project"]["requires-python"]
    fits = {
        name: re.search(
            r"\((3, [0-9]+)\) <= sys\.version_info\[:2\] <= \((3, [0-9]+)\)", (ROOT / name).read_text("utf-8")
        )
        for name in ("Makefile", "kepu", "kepu.cmd")
    }
    sys.path.insert(0, str(ROOT / "plugins"))
    import kepu as door

    assert wanted == ">=3.11,<3.15"
    assert {name: found.groups() for name, found in fits.items() if found} == dict.fromkeys(
        fits, ("3, 11", "3, 14")
    )
    assert (door.OLDEST, door.NEWEST) == ((3, 11), (3, 14))
    versions = [f"Programming Language :: Python :: 3.{minor}" for minor in range(11, 15)]
    assert [
        one
        for one in settings["project"]["classifiers"]
        if one.startswith("Programming Language :: Python :: 3.")
    ] == versions


def test_the_batch_file_is_what_every_windows_reads():
    content = BATCH.read_bytes()

    assert content.isascii()
    assert content.count(b"\r\n") == content.count(b"\n") > 20
    # What may hold a space stands in quotes.
    assert re.findall(rb'[^"]%(?:~dp0|PLUGINS%|FITS%)', content) == []


def test_a_double_click_leaves_what_went_wrong_on_the_screen(tmp_path: Path):
    folder = project(tmp_path / "site")
    (folder / "requirements" / "site.txt").write_text(f"nowhere==1 --hash=sha256:{'0' * 64}\n", "utf-8")
    ours, terminal = pty.openpty()
    started = subprocess.Popen(
        [folder / "kepu"],
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"PATH": os.environ["PATH"], "PIP_NO_INDEX": "1"},
    )
    os.write(ours, b"\n")

    said = started.communicate()[0].decode()

    assert started.returncode == 1
    assert said.endswith("按回车结束。")
    os.close(ours)
    os.close(terminal)


@pytest.mark.slow
def test_windows_own_shell_runs_the_batch_file(tmp_path: Path):
    """Needs Wine: `apt-get install wine64 wine`."""
    wine = shutil.which("wine64", path=f"{os.environ['PATH']}:/usr/lib/wine")
    assert wine, "Wine is needed: apt-get install wine64 wine"
    folder, path = tmp_path / "ke pu", tmp_path / "bin"
    (folder / "plugins").mkdir(parents=True)
    path.mkdir()
    shutil.copy(BATCH, folder)
    shutil.copy(ROOT / "plugins" / "no-python.txt", folder / "plugins")
    (folder / "plugins" / "kepu.py").touch()

    def batch(*words: str) -> tuple[int, str]:
        ours = {"WINEPREFIX": str(tmp_path / "wine"), "WINEDEBUG": "-all", "DISPLAY": "", "LC_ALL": "C.UTF-8"}
        ran = subprocess.run(
            [wine, "cmd", "/c", "kepu.cmd", *words],
            cwd=folder,
            env=os.environ | ours | {"WINEPATH": "Z:" + str(path).replace("/", "\\")},
            input=b"\r\n",
            capture_output=True,
            check=False,
        )
        return ran.returncode, ran.stdout.decode(errors="replace").replace("\r\n", "\n")

    def stand_in(name: str, *lines: str) -> None:
        (path / f"{name}.bat").write_bytes("\r\n".join(["@echo off", *lines, ""]).encode())

    batch()  # the first time, Wine sets itself up
    none = batch("check")
    stand_in("uv", "echo uv %*")
    fetched = batch("check")
    stand_in("py", 'if "%1"=="-3" exit /b 9', 'if "%2"=="-c" exit /b 0', "echo py %*", "exit /b 3")
    fourteen = batch("check")
    stand_in("python", 'if "%1"=="-c" exit /b 0', "echo python %* %PYTHONUTF8%", "exit /b 7")
    plain = batch("send", "a b")

    assert none[0] == 1
    assert (ROOT / "plugins" / "no-python.txt").read_text("utf-8") in none[1]
    assert fetched == (
        0,
        (
            "No Python from 3.11 to 3.14 is here: uv fetches 3.13 ...\n"
            'uv run --no-project --quiet --python 3.13 python "plugins\\kepu.py" check\n'
        ),
    )
    assert fourteen == (3, 'py -3.14 "plugins\\kepu.py" check\n')
    assert plain == (7, 'python "plugins\\kepu.py" send "a b" 1\n')
