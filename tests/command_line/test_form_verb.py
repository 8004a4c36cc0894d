"""The forms of a notice are filled on the command line: 濮阳's two, of 2021."""

from pathlib import Path

import docx
import pytest
import small_project

from scienceweek.__main__ import main

DATA = ("--data", "data", "--content", "content")
KEY, OPEN = "2021年科技活动周重点项目备案表", "2021年参与开放活动的科研机构和高校院所备案表"
FORMS = f"""\
forms:
  - id: key-project
    title: {KEY}
    fields:
      - 项目名称
      - 主办单位
      - 主管部门
      - 举办地点
      - 举办时间
      - 项目负责人
      - 联系人
      - 地址
      - 邮政编码
      - 联系电话
      - 传真
      - 电子邮箱
      - 活动经费
      - 拟参加人数
      - 项目简介（主要活动内容、方式、参加人员、宣传方式）
    note: 请按通知要求填写表格于5月15日前报市科技局政法科。
  - id: open-institutions
    title: {OPEN}
    fields: [单位名称, 开放时间, 开放内容, 具体地址, 联系人, 联系方式]
    note: 单位（盖章）。请按通知要求填写表格于5月15日前报市科技局政法科。
"""
ACTIVITIES = """\
campaign: 2024-yubei
activities:
  - id: fish
    title: 我们曾经都是鱼
    when: 2024-05-25 09:30-11:00
    where: {base: museum, room: 一楼}
    base: museum
    organisers: {host: [渝北区科技局, 渝北区科协]}
    description: 看化石，听讲解。
  - id: moon
    title: 月壤
    when: 2024-05-26
"""
BASES = f"""\
district: yubei
bases:
  - id: museum
    name: 地质博物馆
    address: 宝圣大道301号
    contacts:
      - {{name: 某人, phones: [{small_project.LIAISON}], email: someone@example.org, show: internal}}
    opening:
      - {{id: open-2024, campaign: 2024-yubei, when: 5.31, admission: free, note: 一楼全天}}
"""


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    campaign = small_project.FILES["data/campaigns/2024-yubei.yaml"]
    small_project.write(
        tmp_path,
        **{
            "data/campaigns/2024-yubei.yaml": campaign + FORMS,
            "data/activities/2024-yubei.yaml": ACTIVITIES,
            "data/bases/yubei.yaml": BASES,
        },
    )
    monkeypatch.chdir(tmp_path)


def table(file: str) -> list[list[str]]:
    """The cells of the only table, those over several columns once."""
    (found,) = docx.Document(file).tables
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in found.rows]


def test_without_a_name_it_says_which_forms_there_are(capsys):
    assert main(["export", *DATA]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"key-project（2024-yubei）：{KEY}，一个活动一份，要写活动的编号",
        f"open-institutions（2024-yubei）：{OPEN}，一张表列出各单位",
        "做一份：invoke export key-project …",
    ]


def test_a_project_is_filled_in_as_far_as_its_record_goes(capsys):
    assert main(["export", "key-project", "fish", "--to", "备案", *DATA]) == 0
    file = str(Path("备案", f"{KEY}-fish.docx"))
    assert capsys.readouterr().out.splitlines() == [
        f"写好了 {file}",
        "记录里没有的，格子空着，请补上再报送。",
        "表里有不公开的联系人或电话，只在办公室里用，不要放进 content/ 或发到网上。",
    ]

    assert table(file) == [
        ["项目名称", "我们曾经都是鱼"],
        ["主办单位", "渝北区科技局、渝北区科协", "主管部门", ""],
        ["举办地点", "地质博物馆 一楼", "举办时间", "2024年5月25日 周六 9:30—11:00"],
        ["项目负责人", "", "联系人", "某人"],
        ["地址", "宝圣大道301号", "邮政编码", ""],
        ["联系电话", small_project.LIAISON, "传真", ""],
        ["电子邮箱", "someone@example.org", "活动经费", ""],
        ["拟参加人数", ""],
        ["项目简介（主要活动内容、方式、参加人员、宣传方式）", "看化石，听讲解。"],
    ]
    assert [one.text for one in docx.Document(file).paragraphs if one.text] == [
        KEY,
        "注：请按通知要求填写表格于5月15日前报市科技局政法科。",
    ]


def test_whom_one_asks_about_a_campaign_does_not_stand_for_a_project(capsys):
    assert main(["export", "key-project", "moon", *DATA]) == 0

    assert "不公开" not in capsys.readouterr().out
    said = {row[at]: row[at + 1] for row in table(f"{KEY}-moon.docx") for at in range(0, len(row), 2)}
    assert {label for label, value in said.items() if value} == {"项目名称", "举办时间"}


def test_units_that_take_part_are_rows_with_room_for_more():
    assert main(["export", "open-institutions", "--district", "yubei", *DATA]) == 0

    assert table(f"{OPEN}-yubei.docx")[:3] == [
        ["单位名称", "开放时间", "开放内容", "具体地址", "联系人", "联系方式"],
        [
            "地质博物馆",
            "2024年5月31日 周五",
            "一楼全天\n2024年5月25日 周六 9:30—11:00 我们曾经都是鱼",
            "宝圣大道301号",
            "某人",
            small_project.LIAISON,
        ],
        [""] * 6,
    ]
    assert docx.Document(f"{OPEN}-yubei.docx").paragraphs[1].text == "单位（盖章）："


def test_the_same_records_make_the_same_bytes():
    assert main(["export", "open-institutions", "--to", "一", *DATA]) == 0
    assert main(["export", "open-institutions", "--to", "二", *DATA]) == 0

    one, two = (Path(folder, f"{OPEN}-2024-yubei.docx").read_bytes() for folder in ("一", "二"))
    assert one == two


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (["none"], "没有编号为“none”的表。有：key-project（2024-yubei）、open-institutions（2024-yubei）"),
        (["key-project"], f"“{KEY}”一个活动一份，请写上活动的编号。这一届的：fish、moon"),
        (["key-project", "cat"], "2024年渝北区科技活动周没有编号为“cat”的活动。有：fish、moon"),
        (["open-institutions", "fish"], f"“{OPEN}”列的是单位，不用写活动的编号。"),
        (["open-institutions", "--district", "none"], "没有编号为“none”的区县。有：yubei"),
        (["key-project", "fish", "--campaign", "none"], "没有编号为“none”的活动周。有：2024-yubei"),
        (
            ["key-project", "fish", "--to", "output/表"],
            f"{Path('output/表')} 里的东西会公开或被清掉，备案表只给办公室用。请换一个文件夹：--to 备案",
        ),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(wish: list[str], said: str, capsys):
    assert main(["export", *wish, *DATA]) == 1
    assert capsys.readouterr().err == f"{said}\n"
    assert list(Path().rglob("*.docx")) == []


def test_a_form_that_two_campaigns_have_is_asked_for(capsys):
    path = Path("data/campaigns/2025-yubei.yaml")
    text = Path("data/campaigns/2024-yubei.yaml").read_text("utf-8")
    path.write_text(
        text.replace("2024-05-25/2024-06-01", "2025-05-24/2025-05-31").replace("2024", "2025"),
        encoding="utf-8",
    )

    assert main(["export", "key-project", "fish", *DATA]) == 1
    assert capsys.readouterr().err == (
        "有几届活动周有“key-project”：2025-yubei、2024-yubei。请用 --campaign 写明是哪一届。\n"
    )
    assert main(["export", "key-project", "fish", "--campaign", "2024-yubei", *DATA]) == 0


def test_without_any_form_it_says_where_they_are_written(capsys):
    campaign = Path("data/campaigns/2024-yubei.yaml")
    campaign.write_text(campaign.read_text("utf-8").replace(FORMS, ""), encoding="utf-8")

    assert main(["export", *DATA]) == 1
    assert capsys.readouterr().err == "还没有哪一届活动周写了要报送的表。写在 data/campaigns/ 的 forms 里。\n"
