import re
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from formats.open_data.datasets import BARE, FULL, HOSTILE, dataset
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from scienceweek.formats.open_data.sheet_data import sheet_data

HEAD = [
    "编号",
    "名称",
    "网页",
    "开始日期",
    "免费",
    "名额",
    "电话",
    "地点 · 地点",
    "地点 · 经度",
    "地点 · 纬度",
    "状态",
    "更新",
]
FISH = ["fish", "我们曾经都是鱼", "https://kp.example.cn/activities/fish.html", datetime(2024, 5, 25), "否", 60, "023-60000001；+852 2345 6789", "市主会场；馆内", "106.5；", "29.6；", "on", "2024-05-20T08:00:00Z"]  # fmt: skip # noqa: DTZ001


def test_two_readers_read_the_same_sheet():
    made = sheet_data(dataset(FULL, BARE))
    sheet = load_workbook(BytesIO(made)).active
    other = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_index(0)

    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        HEAD,
        FISH,
        ["bare", HOSTILE, *[None] * 10],
    ]
    assert other.to_python()[1][:3] == FISH[:3]
    assert other.to_python()[1][3:6] == [FISH[3].date(), "否", 60.0]


def test_days_are_days_telephones_are_text_and_the_head_stays():
    sheet = load_workbook(BytesIO(sheet_data(dataset(FULL)))).active

    assert (sheet["D2"].is_date, sheet["G2"].data_type, sheet["G2"].number_format) == (True, "s", "@")
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.title) == ("C2", "A1:L2", "活动")


def test_equal_sets_make_equal_bytes():
    assert sheet_data(dataset(FULL, BARE)) == sheet_data(dataset(FULL, BARE))


@pytest.mark.parametrize(
    "name",
    [
        HOSTILE,
        " 前后 ",
        "一\n",
        "铃\x07和\r",
        "_x0041_",
        "_x004_",
        "<t>&amp;</t>",
        "\ufffe",
        "行\n\t行",
        "＝\"'",
    ],
)
def test_a_text_is_written_as_xlsxwriter_writes_it(name: str):
    made = BytesIO()
    book = Workbook(made, {"strings_to_formulas": False})
    book.add_worksheet().write_string(0, 0, name)
    book.close()

    assert _texts(sheet_data(dataset({"id": "one", "name": name})), "xl/worksheets/sheet1.xml")[-1:] == (
        _texts(made.getvalue(), "xl/sharedStrings.xml")
    )


def _texts(book: bytes, part: str) -> list[str]:
    """The elements t of a *part*."""
    return re.findall(r"<t(?: [^>]*)?>[^<]*</t>", ZipFile(BytesIO(book)).read(part).decode())


def test_what_is_said_of_the_file_is_that_of_the_set():
    for records, scope in (((FULL, BARE), "渝北区"), ((), "<全部> & TITLE"), ((BARE,), "渝北区")):
        made = load_workbook(BytesIO(sheet_data(dataset(*records, scope=scope))))
        assert (made.properties.title, made.active.dimensions, made.active.auto_filter.ref) == (
            f"{scope} · 活动", f"A1:L{1 + len(records)}", f"A1:L{1 + len(records)}",
        )  # fmt: skip


@pytest.mark.slow
def test_an_office_opens_it_too(tmp_path: Path):
    (tmp_path / "data.xlsx").write_bytes(sheet_data(dataset(FULL)))

    utf_8 = "csv:Text - txt - csv (StarCalc):44,34,76"
    subprocess.run(
        ["soffice", "--headless", "--convert-to", utf_8, "--outdir", tmp_path, tmp_path / "data.xlsx"],
        check=True, capture_output=True, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip

    assert "我们曾经都是鱼" in (tmp_path / "data.csv").read_text(encoding="utf-8")
