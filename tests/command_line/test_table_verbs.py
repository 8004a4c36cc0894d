"""A table goes out and comes back on the command line."""

from pathlib import Path
from zipfile import ZipFile

import pytest
import small_project
from openpyxl import load_workbook

from scienceweek.__main__ import main

DATA = ("--data", "data", "--content", "content")


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    small_project.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def changed(file: str, cell: str, value: str) -> None:
    book = load_workbook(file)
    book["活动"][cell] = value
    book.save(file)


def bring(*more: str) -> int:
    return main(["import", "活动.xlsx", "--yes", *more])


def test_a_table_is_exported_changed_and_imported(capsys):
    path = Path("data/activities/2024-yubei.yaml")
    before = path.read_bytes()

    assert main(["export-table", "activities", *DATA]) == 0
    assert capsys.readouterr().out.startswith("活动.xlsx：2 个活动。改好以后：invoke import 活动.xlsx\n")
    assert bring() == 0
    assert capsys.readouterr().out == "活动.xlsx：和 data/ 里的一样，没有要写的。\n"
    assert path.read_bytes() == before

    changed("活动.xlsx", "B3", "月亮")
    assert bring("--dry-run") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "修改活动“月亮”（moon）：名称"
    assert "+    title: 月亮" in said
    assert said[-1] == "只是看看，什么也没有写（--dry-run）。"
    assert path.read_bytes() == before

    assert bring() == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"写好了 {path}"
    assert path.read_bytes() == before.replace("月壤".encode(), "月亮".encode())


def test_a_bad_cell_is_told_and_nothing_is_written(capsys):
    path = Path("data/activities/2024-yubei.yaml")
    before = path.read_bytes()
    main(["export-table", "activities", "--campaign", "2024-yubei", "--to", "活动.xlsx", *DATA])
    changed("活动.xlsx", "L3", "五月吧")

    assert bring() == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("活动!L3：")
    assert said[1] == "有 1 处要改。改好以前，什么也没有写。"
    assert path.read_bytes() == before


def test_a_table_with_macros_is_not_taken_back(capsys):
    main(["export-table", "activities", "--to", "活动.xlsx"])
    with ZipFile("活动.xlsx", "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"x")
    capsys.readouterr()

    assert main(["import", "活动.xlsx", "--yes"]) == 1
    assert capsys.readouterr().err.startswith("活动.xlsx：文件里有宏（会自己运行的程序），不读。")


def test_what_was_copied_is_told(capsys):
    main(["export-table", "activities", *DATA])
    book = load_workbook("活动.xlsx")
    for cell in book["活动"][2]:
        book["活动"].cell(4, cell.column).value = cell.value
    book["活动"]["B4"] = "又一条鱼"
    book.save("活动.xlsx")
    capsys.readouterr()

    assert bring("--dry-run") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "提醒：第 4 行的编号和第 2 行一样：当作照它抄来的新的一行。",
        "增加活动“又一条鱼”（2024-yubei-01）",
    ]


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--campaign", "没有编号为“none”的活动周。有：2024-yubei\n"),
        ("--district", "没有编号为“none”的区县。有：yubei\n"),
    ],
)
def test_what_is_not_known_is_told_with_what_is(capsys, option, message):
    assert main(["export-table", "activities", option, "none", *DATA]) == 1
    assert capsys.readouterr().err == message


def test_mistakes_in_the_data_come_first(capsys):
    main(["export-table", "activities", *DATA])
    Path("data/venues.yaml").write_text("venues: none\n", "utf-8")

    assert main(["export-table", "venues", *DATA]) == 1
    assert bring() == 1
    said = capsys.readouterr().err.splitlines()
    assert (said[0], said[2]) == (
        "data/ 里现在有错误，先改正了再导出：",
        "data/ 里现在有错误，先改正了再导入：",
    )
