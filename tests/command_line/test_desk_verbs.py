"""Documents are imported, looked at and accepted, as staff do it: in a project of their own."""

import json
from io import StringIO
from pathlib import Path

import pytest
import small_project

from scienceweek.__main__ import main

BASES = """\
2024年渝北区科普基地一览表,,,,
序号,基地名称,详细地址,联系电话,近期活动安排
1,气象科普馆,渝北区一路1号,60000001,5.26在基地开展“看云识天气”活动
2,地质馆,渝北区二路2号,60000002,5.27在基地开展“石头讲座”活动
"""
TERMS = "kinds:\n  - {id: lecture, name: 讲座宣讲}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_project.write(tmp_path, **{"data/terms.yaml": TERMS, "bases.csv": BASES})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text(project: Path, name: str) -> str:
    return (project / name).read_text("utf-8")


def opened(project: Path, name: str = "bases") -> list[tuple[str, str]]:
    rows = json.loads(text(project, f"data/drafts/{name}.json"))
    return [(row["id"], row["field"]) for row in rows if row["mark"] == "check"]


def test_a_table_of_bases_becomes_files_that_check_accepts_and_what_is_not_sure_awaits_a_person(
    project, capsys
):
    assert main(["import", "bases.csv", "--yes"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "bases.csv：CSV，基地的表。\n"
        "  给：2024-yubei（2024年渝北区科技活动周），渝北区\n"
        "  2 家基地：2 新增\n"
        "  2 个活动：2 新增\n"
    )
    assert "写好了 data/bases/yubei.yaml\n" in said
    assert text(project, "data/bases/yubei.yaml") == (
        "# yaml-language-server: $schema=../schema/bases.json\n"
        "district: yubei\n"
        "bases:\n"
        "  - id: qixiangkepuguan\n"
        "    name: 气象科普馆\n"
        "    address: 渝北区一路1号\n"
        "    contacts:\n"
        "      - {phones: [023-60000001]}\n"
        "    campaign: 2024-yubei\n"
        "\n"
        "  - id: dizhiguan\n"
        "    name: 地质馆\n"
        "    address: 渝北区二路2号\n"
        "    contacts:\n"
        "      - {phones: [023-60000002]}\n"
        "    campaign: 2024-yubei\n"
    )
    assert text(project, "data/activities/2024-yubei.yaml") == (
        small_project.FILES["data/activities/2024-yubei.yaml"]
        + "  - id: 2024-yubei-01\n"
        + "    title: 看云识天气\n"
        + "    tier: base\n"
        + "    when: 5.26\n"
        + "    where: {base: qixiangkepuguan}\n"
        + "    base: qixiangkepuguan\n"
        + "    description: 在基地开展“看云识天气”活动。\n"
        + "  - id: 2024-yubei-02\n"
        + "    title: 石头讲座\n"
        + "    kind: lecture\n"
        + "    tier: base\n"
        + "    when: 5.27\n"
        + "    where: {base: dizhiguan}\n"
        + "    base: dizhiguan\n"
        + "    description: 在基地开展“石头讲座”活动。\n"
    )
    assert opened(project) == [("2024-yubei-02", "kind")]
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert (
        "data/drafts/bases.json:1:1: 提醒：有 1 个值等人核对（1 条新的，核对以前不发布）：2024-yubei-02 的 kind。"
        "看：invoke review；都对：invoke accept bases\n"
    ) in said
    assert "1 届活动周，3 个活动，2 个基地" in said
    assert main(["accept", "2024-yubei-02"]) == 0
    assert opened(project) == []
    capsys.readouterr()
    assert main(["check"]) == 0
    assert "1 届活动周，4 个活动，2 个基地" in capsys.readouterr().out


def test_what_is_there_already_is_known_again_and_no_byte_changes(project, capsys):
    assert main(["import", "bases.csv", "--yes"]) == 0
    assert main(["accept", "bases.csv"]) == 0
    before = {path: path.read_bytes() for path in project.glob("data/**/*") if path.is_file()}
    capsys.readouterr()
    assert main(["import", "bases.csv", "--yes"]) == 0
    assert capsys.readouterr().out.endswith("没有要写的：都已经在 data/ 里了。\n")
    assert {path: path.read_bytes() for path in project.glob("data/**/*") if path.is_file()} == before


def test_what_changes_is_changed_when_it_is_sure_and_waits_when_it_is_not(project, capsys):
    assert main(["import", "bases.csv", "--yes"]) == 0
    assert main(["accept", "bases"]) == 0
    # Another number, a name that is new at an address that is known, and another day.
    changed = BASES.replace("60000001", "60000009").replace("2,地质馆", "2,石头馆").replace("5.26", "5.28")
    (project / "second.csv").write_text(changed, "utf-8")
    capsys.readouterr()
    assert main(["import", "second.csv", "--yes"]) == 0
    bases = text(project, "data/bases/yubei.yaml")
    assert "      - {phones: [023-60000001]}\n      - {phones: [023-60000009]}\n" in bases
    assert "name: 地质馆" in bases
    assert "    when: 5.28\n" in text(project, "data/activities/2024-yubei.yaml")
    assert opened(project, "second") == [("dizhiguan", "name")]
    assert main(["accept", "dizhiguan", "--field", "name"]) == 0
    assert "name: 石头馆" in text(project, "data/bases/yubei.yaml")


def test_one_field_is_put_right_or_left_as_it_was(project, capsys):
    assert main(["import", "bases.csv", "--yes"]) == 0
    assert main(["accept", "2024-yubei-02", "--field", "kind", "--value", ""]) == 0
    assert "kind" not in text(project, "data/activities/2024-yubei.yaml")
    assert opened(project) == []
    (project / "second.csv").write_text(BASES.replace("2,地质馆", "2,石头馆"), "utf-8")
    assert main(["import", "second.csv", "--yes"]) == 0
    assert main(["accept", "dizhiguan", "--field", "name", "--drop"]) == 0
    assert "name: 地质馆" in text(project, "data/bases/yubei.yaml")
    capsys.readouterr()
    assert main(["accept", "dizhiguan", "--drop"]) == 1
    assert capsys.readouterr().err.startswith("--value 和 --drop 要和 --field 一起写")


def test_a_table_of_another_year_or_district_than_its_campaign_is_told(project, capsys):
    table = "2025年雁南区科普基地活动一览表,\n活动名称,时间\n看云,5月26日\n"
    (project / "other.csv").write_text(table, "utf-8")
    assert main(["import", "other.csv", "--campaign", "2024-yubei", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "文件的标题 “2025年”：文件里写的是2025年，活动周是2024年的：不是这一届的，就不要写进去" in said
    assert "文件的标题 “雁南区”：文件里写的是“雁南区”，要导入到的是渝北区：不是这里的，就不要写进去" in said
    assert ("2024-yubei-01", "when") in opened(project, "other")


def test_a_table_that_nobody_has_filled_is_told_and_is_no_notice(project, capsys):
    (project / "form.csv").write_text("活动名称,时间,地点\n,,\n,,\n", "utf-8")
    (project / "content/notices/2024-yubei.md").unlink(missing_ok=True)
    assert main(["import", "form.csv", "--campaign", "2024-yubei", "--yes"]) == 1
    said = capsys.readouterr().out
    assert "“活动名称、时间、地点”：是一张没有填的空白表" in said
    assert "通知原文" not in said


def test_a_list_of_one_column_says_what_a_table_needs(project, capsys):
    (project / "list.csv").write_text("活动名称\n看云\n听雨\n", "utf-8")
    assert main(["import", "list.csv", "--campaign", "2024-yubei", "--yes"]) == 1
    assert "这张表只有一列，看不出是什么。第一行要有表头" in capsys.readouterr().out


def test_only_looking_writes_nothing(project, capsys):
    before = sorted(project.glob("**/*"))
    assert main(["import", "bases.csv", "--dry-run"]) == 0
    assert "+  - id: dizhiguan\n" in capsys.readouterr().out
    assert sorted(project.glob("**/*")) == before


@pytest.mark.parametrize(
    ("files", "more", "message"),
    [
        ({}, ("--district", "heming"), "没有编号为“heming”的区县。--district 可以写：yubei。"),
        ({}, ("--map", "地址"), "--map 要写成 表头=字段"),
        ({"data/terms.yaml": "kinds: ["}, (), "data/ 里现在有错误，先改正了再导入：\ndata/terms.yaml:"),
        ({"data/drafts/old.json": "[{]"}, (), "data/drafts/old.json 读不了"),
        (
            {"bases.csv": BASES.replace("渝北区科普", "丰都县科普")},
            (),
            "文件里写的是“丰都县”，data/districts.yaml 里还没有。请先在那里写上它，再导入，例如：\n  - {id: fengd",
        ),
        (
            {"bases.csv": "日期,活动名称\n5.26,讲座\n"},
            (),
            "不知道这些活动是哪一届活动周的。请写 --campaign 编号，有：2024-yubei。",
        ),
    ],
)
def test_what_cannot_be_imported_is_told_and_nothing_is_written(project, capsys, files, more, message):
    for name, content in files.items():
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(content, "utf-8")
    before = {path: path.read_bytes() for path in project.glob("**/*") if path.is_file()}
    assert main(["import", "bases.csv", *more, "--yes"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"bases.csv：{message}")
    assert {path: path.read_bytes() for path in project.glob("**/*") if path.is_file()} == before


def test_of_several_files_one_that_fails_leaves_the_others(project, capsys):
    assert main(["import", "none.csv", "bases.csv", "--yes"]) == 0
    assert capsys.readouterr().err == "none.csv：没有这个文件，或者打不开。请看看名字和位置写对没有。\n"
    assert (project / "data/bases/yubei.yaml").is_file()


def test_drafts_go_out_where_the_site_says_so(project, capsys):
    (project / "data/site.yaml").write_text("with_drafts: true\n", "utf-8")
    assert main(["import", "bases.csv", "--yes"]) == 0
    capsys.readouterr()
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert "1 条新的，照 data/site.yaml 的 with_drafts，现在就发布" in said
    assert "4 个活动" in said


def test_marks_that_cannot_be_read_keep_the_site_as_it_is(project, capsys):
    (project / "data/drafts").mkdir()
    (project / "data/drafts/old.json").write_text("[{]", "utf-8")
    assert main(["check"]) == 1
    assert "data/drafts/old.json 读不了" in capsys.readouterr().err
    assert main(["accept", "old"]) == 1
    assert "data/drafts/old.json 读不了" in capsys.readouterr().err


def test_what_has_no_marks_cannot_be_accepted(project, capsys):
    assert main(["accept", "fish"]) == 1
    assert capsys.readouterr().err == "没有“fish”的草稿记号。现在有：没有。\n"


NOTICE = """\
关于印发渝北区2025年科技活动周实施方案的通知

一、活动时间
2025年5月24日至31日。

二、活动主题
矢志创新发展 建设科技强国

三、重点活动
（一）科技开放日活动。时间：5月25日上午9:30；地点：区科技馆一楼；责任单位：区科技局。
（二）科普讲座活动。时间：5月26日；地点：创客港；责任单位：区科协。

四、工作要求
各单位要高度重视，加强组织领导，确保活动取得实效。

渝北区科技局
2025年5月8日
"""
CHANGE = """\
关于2024年渝北区科技活动周部分活动取消的通知

原定于5月25日举办的“我们曾经都是鱼”活动，因天气原因取消。

渝北区科技局
2024年5月20日
"""


def test_a_notice_brings_its_campaign_with_it_and_nothing_of_it_is_published_before_somebody_has_looked(
    project, capsys
):
    (project / "notice.txt").write_text(NOTICE, "utf-8")
    assert main(["import", "notice.txt", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "  1 届活动周：1 新增\n  2 个活动：2 新增\n" in said
    assert "id: 2025-yubei\nname: " in text(project, "data/campaigns/2025-yubei.yaml")
    assert "title: 科普讲座活动\n" in text(project, "data/activities/2025-yubei.yaml")
    assert "{#s3-1}" in text(project, "content/notices/2025-yubei.md")
    assert "source: s3-2\n" in text(project, "data/activities/2025-yubei.yaml")
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["import", "notice.txt", "--yes"]) == 0
    assert "没有要写的" in capsys.readouterr().out


def test_a_cancellation_changes_the_activity_that_it_is_about(project, capsys):
    (project / "change.txt").write_text(CHANGE, "utf-8")
    assert main(["import", "change.txt", "--yes"]) == 0
    assert "change.txt：文字，补充、更正或取消的通知。\n" in capsys.readouterr().out
    assert (
        text(project, "data/activities/2024-yubei.yaml")
        == small_project.FILES["data/activities/2024-yubei.yaml"]
    )
    assert opened(project, "change") == [("fish", "status"), ("fish", "reason")]
    assert main(["accept", "fish"]) == 0
    assert "    status: cancelled\n" in text(project, "data/activities/2024-yubei.yaml")
    assert text(project, "data/activities/2024-yubei.yaml").count("- id:") == 2


def test_a_value_that_check_would_refuse_is_left_out_and_the_others_are_written(project, capsys):
    # The number of the office stands in a text that is public.
    (project / "content/notices/2024-yubei.md").write_text(
        "## 一、时间 {#s1}\n\n电话023-60000001。\n", "utf-8"
    )
    (project / "data/campaigns/2024-yubei.yaml").write_text(
        text(project, "data/campaigns/2024-yubei.yaml").replace("contacts:", "theme: 甲\ncontacts:"), "utf-8"
    )
    assert main(["import", "bases.csv", "--yes"]) == 0
    assert "检查不接受：" in capsys.readouterr().out
    bases = text(project, "data/bases/yubei.yaml")
    assert "60000001" not in bases
    assert "60000002" in bases


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Somebody sits at a terminal and types *answers*, a line each."""
    terminal = StringIO("".join(f"{answer}\n" for answer in answers))
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)


def test_at_a_terminal_it_is_asked_for_which_campaign_and_whether_it_is_to_be_written(
    project, capsys, monkeypatch
):
    (project / "plain.csv").write_text("日期,活动名称\n5月26日,月球\n", "utf-8")
    answering(monkeypatch, "1", "n")
    assert main(["import", "plain.csv"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("这是哪一届活动周的？\n  1. 2024年渝北区科技活动周（2024-yubei）\n")
    assert said.endswith("什么也没有写。\n")
    answering(monkeypatch, "2024-yubei", "")
    assert main(["import", "plain.csv"]) == 0
    assert "    title: 月球\n" in text(project, "data/activities/2024-yubei.yaml")
    answering(monkeypatch, "none", "")
    assert main(["import", "plain.csv"]) == 1
    assert "不知道这些活动是哪一届活动周的" in capsys.readouterr().err


def test_a_long_difference_is_shown_in_part_before_it_is_written(project, capsys):
    rows = "".join(f"5月26日,第{number}讲,创客港\n" for number in range(80))
    (project / "many.csv").write_text(f"2024年渝北区科技活动周活动表,,\n日期,活动名称,地点\n{rows}", "utf-8")
    assert main(["import", "many.csv", "--dry-run"]) == 0
    assert "+    title: 第79讲\n" in capsys.readouterr().out
    assert main(["import", "many.csv", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "+    title: 第79讲\n" not in said
    assert "…… 改动还有 " in said


def test_rows_of_a_list_of_several_districts_go_to_the_file_of_each(project, capsys):
    (project / "data/districts.yaml").write_text(
        small_project.FILES["data/districts.yaml"]
        + "  - {id: qijiang, name: 綦江区, short: 綦江, code: 500110}\n",
        "utf-8",
    )
    rows = "区县,基地名称,详细地址\n渝北区,气象馆,一路1号\n綦江区,地质馆,二路2号\n万州区,水利馆,三路3号\n"
    (project / "city.csv").write_text(rows, "utf-8")
    assert main(["import", "city.csv", "--district", "yubei", "--yes"]) == 0
    assert "没有这个区县，请先加上" in capsys.readouterr().out
    assert "name: 地质馆" in text(project, "data/bases/qijiang.yaml")
    assert "name: 气象馆" in text(project, "data/bases/yubei.yaml")


def test_a_document_that_is_not_the_notice_points_at_no_place_in_it(project, capsys):
    (project / "notice.txt").write_text(NOTICE.replace("2025", "2024"), "utf-8")
    assert main(["import", "notice.txt", "--campaign", "2024-yubei", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "content/notices/2024-yubei.md 已经有了，没有改动" in said
    assert "锚点" not in said
    assert "source:" not in text(project, "data/activities/2024-yubei.yaml")


def test_signs_that_nobody_sees_are_dropped_and_a_sign_that_was_lost_is_left_out(project, capsys):
    (project / "bases.csv").write_text(
        BASES.replace("气象", "气\u200b象").replace("二路", "二\ufffd路"), "utf-8"
    )
    assert main(["import", "bases.csv", "--yes"]) == 0
    assert "是转换文件时丢失的字" in capsys.readouterr().out
    bases = text(project, "data/bases/yubei.yaml")
    assert "name: 气象科普馆\n" in bases
    assert bases.count("address:") == 1
