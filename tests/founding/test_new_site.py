import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from founding.sites import PARTS, ROOT, TODAY, WISH, git, run, scienceweek

from scienceweek.founding.new_site import found
from scienceweek.founding.program_parts import ProgramParts
from scienceweek.founding.refusals import FoundingError

SHOWN = {
    *(".gitignore", "Makefile", "README.md", "content", "data", "pelicanconf.py", "program"),
    *("publishconf.py", "tasks.py"),
}


def test_a_new_site_is_a_repository_with_program_and_content_apart(first: Path):
    assert {path.name for path in first.iterdir()} >= SHOWN
    assert git(first, "status", "--porcelain") == ""
    assert git(first, "log", "--format=%s") == "渝北区科技活动周网站，内容是示例"
    assert git(first, "branch", "--show-current") == "main"
    assert (first / "data/terms.yaml").read_bytes() == (ROOT / "data/terms.yaml").read_bytes()


def test_nothing_of_the_five_notices_is_in_it(first: Path):
    said = "".join(path.read_text("utf-8") for path in (first / "data").rglob("*.yaml"))

    assert [word for word in ("綦江", "平罗", "濮阳", "重庆") if word in said] == []
    assert [path.name for path in (first / "content/notices").glob("*.md")] == ["2027-yubei.md"]


def test_it_is_checked_and_built_by_its_own_program(site: Path):
    status, said = scienceweek(site, "check")
    assert (status, said.splitlines()[-1]) == (0, "检查通过：1 届活动周，1 个活动，1 个基地，1 条提醒。")

    status, said = run(site, *pelican())
    front = BeautifulSoup((site / "output/index.html").read_bytes(), "html.parser").get_text()
    assert status == 0, said
    assert ["渝北科技活动周" in front, "现在的内容是示例" in front, "主办：渝北区科技局" in front] == [
        True
    ] * 3
    assert git(site, "status", "--porcelain") == ""


def test_staff_have_the_doors_of_the_program_in_it(first: Path):
    doors = ("kepu", "kepu.cmd", ".gitattributes")

    assert [(first / name).read_bytes() for name in doors] == [(ROOT / name).read_bytes() for name in doors]
    assert (first / "kepu").stat().st_mode & 0o111 == 0o111
    assert "双击 `kepu.cmd`" in (first / "README.md").read_text("utf-8")


def test_its_tasks_are_those_of_the_program(site: Path):
    status, said = run(site, *python("-m", "invoke", "check"))

    assert (status, said.splitlines()[-1]) == (0, "检查通过：1 届活动周，1 个活动，1 个基地，1 条提醒。")


def test_it_is_published_from_where_it_lies(site: Path):
    status, said = scienceweek(site, "publish", "--to", "zip")

    assert status == 0, said
    assert f"已打包：{site / 'output.zip'}" in said
    assert (site / ".published/live").is_symlink() or (site / ".published/releases").is_dir()


def test_another_site_is_begun_from_it(site: Path, tmp_path: Path):
    status, said = scienceweek(
        *(
            site,
            "new-site",
            tmp_path / "other",
            "--name",
            "平罗县",
            "--code",
            "640221",
            "--series",
            "全国科普日",
        )
    )

    assert status == 0, said
    assert said.startswith("区县的编号用了 pingluo（按拼音）。")
    assert scienceweek(tmp_path / "other", "check")[0] == 0
    assert (tmp_path / "other/program/seed/data/terms.yaml").is_file()


def test_what_is_missing_is_told_on_the_command_line(site: Path, tmp_path: Path):
    assert scienceweek(site, "new-site", tmp_path / "other") == (
        1,
        "还要写 --name、--code、--id、--series。例如 --name 渝北区 --code 500112 --series 科技活动周。\n",
    )
    assert scienceweek(site, "new-site") == (1, "还要写放在哪个文件夹，例如 new-site ../kepu。\n")


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path):
    (tmp_path / "own.txt").write_text("甲")

    with pytest.raises(FoundingError, match="里已经有东西了"):
        found(tmp_path, WISH, PARTS, TODAY, print)
    with pytest.raises(FoundingError, match="在程序的文件夹里面"):
        found(ROOT / "none", WISH, PARTS, TODAY, print)

    assert [path.name for path in tmp_path.iterdir()] == ["own.txt"]


def test_nothing_is_left_of_a_site_that_could_not_be_made(tmp_path: Path):
    (tmp_path / "empty").mkdir()

    for folder in (tmp_path / "none", tmp_path / "empty"):
        with pytest.raises(FoundingError, match="里没有这个程序"):
            found(folder, WISH, ProgramParts(tmp_path / "other", ()), TODAY, print)

    assert [path.name for path in tmp_path.iterdir()] == ["empty"]
    assert list((tmp_path / "empty").iterdir()) == []


def python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, *arguments)


def pelican() -> tuple[str, ...]:
    return python("-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors")
