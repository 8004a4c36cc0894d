"""Next year's campaign is drafted from this year's on the command line."""

import json
from pathlib import Path

import pytest
import small_project

from scienceweek.__main__ import main

CAMPAIGN = """\
id: 2024-yubei
name: 2024年渝北区科技活动周
series: science-week
district: yubei
when: 2024-05-25/2024-06-01
theme: 走进科技 你我同行
strands:
  - {id: s1, title: 大家来}
organisers: {issuer: [渝北区科技局]}
notice: {title: 通知, issued: 2024-05-17, disclosure: public}
deadlines:
  - {when: 2024-06-04, what: 总结}
contacts:
  - {name: 甲, phones: [023-60000009], show: office}
"""
ACTIVITIES = """\
campaign: 2024-yubei
activities:
  - id: 2024-yubei-01
    title: 第七届科学素质大赛
    short_title: 素质大赛
    strand: s1
    stages:
      - {name: 报名, when: 2024-05-01/2024-05-20}
      - {name: 决赛, when: 5月28日9:00, attend: true}
    inferred: [stages]
    status: postponed
    reason: 下雨
    description: 决赛5月28日开始。
  - id: fish
    title: 我们曾经都是鱼
    sessions:
      - {when: 5.25 9:00, for: 团体}
      - {when: [5.26 9:00, 5.27 9:00]}
    people:
      - {name: 乙}
    part_of: 2024-yubei-01
    admission: {fee: free, booking: {phone: 023-60000001, until: 5.20}}
    contacts:
      - {name: 丙, phones: [13800000000], show: public, basis: 2024-yubei}
    results: {summary: 好, attendance: 60}
    source: s1
  - id: moon
    title: 月壤
    when: [5.26, {unfixed: 赶集天}]
    admission: {until: 5.21}
    where: {place: 创客港}
"""
NEXT = """\
# yaml-language-server: $schema=../schema/activities.json
campaign: 2025-yubei
activities:
  - id: 2025-yubei-01
    title: 第八届科学素质大赛
    short_title: 素质大赛
    stages:
      - name: 报名
        when: 待定 # 上一届：2024-05-01/2024-05-20
      - name: 决赛
        when: 待定 # 上一届：5月28日9:00
        attend: true
    description: 决赛5月28日开始。

  - id: 2025-yubei-fish
    title: 我们曾经都是鱼
    part_of: 2025-yubei-01
    when: 待定 # 上一届：5.25 9:00；5.26 9:00；5.27 9:00
    admission:
      fee: free
      booking: {phone: 023-60000001}
    contacts:
      - {name: 丙, phones: [13800000000]}

  - id: 2025-yubei-moon
    title: 月壤
    when: 待定 # 上一届：5.26；时间未定：赶集天
    where: {place: 创客港}
"""


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    files = {"data/campaigns/2024-yubei.yaml": CAMPAIGN, "data/activities/2024-yubei.yaml": ACTIVITIES}
    small_project.write(tmp_path, **files)
    monkeypatch.chdir(tmp_path)


def test_what_comes_again_is_kept_and_what_was_of_the_year_is_not():
    assert main(["copy-campaign", "2024-yubei", "2025-yubei"]) == 0

    assert Path("data/campaigns/2025-yubei.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schema/campaign.json\n"
        "id: 2025-yubei\n"
        "name: 2025年渝北区科技活动周\n"
        "series: science-week\n"
        "district: yubei\n"
        "when: 2025-05-24/2025-05-31 # 还没有定，照同一个星期几推算；上一届：2024-05-25/2024-06-01\n"
        "organisers: {issuer: [渝北区科技局]}\n"
        "contacts:\n"
        "  - {name: 甲, phones: [023-60000009]}\n"
    )
    assert Path("data/activities/2025-yubei.yaml").read_text("utf-8") == NEXT


def test_each_value_that_is_taken_over_awaits_a_person_and_is_accepted_at_once(capsys):
    main(["copy-campaign", "2024-yubei", "2025-yubei"])
    path = Path("data/drafts/2025-yubei.json")
    marks = {(one["id"], one["field"]): one for one in json.loads(path.read_text("utf-8"))}

    assert [*marks] == [
        ("2025-yubei-01", "title"),
        ("2025-yubei-01", "stages"),
        ("2025-yubei-01", "description"),
        ("2025-yubei-fish", "when"),
        ("2025-yubei-fish", "admission"),
        ("2025-yubei-fish", "contacts"),
        ("2025-yubei-moon", "when"),
        ("2025-yubei-moon", "where"),
        ("2025-yubei", "name"),
        ("2025-yubei", "when"),
        ("2025-yubei", "organisers"),
        ("2025-yubei", "contacts"),
    ]
    assert marks["2025-yubei-01", "title"] == {
        "id": "2025-yubei-01",
        "field": "title",
        "mark": "check",
        "read": "第七届科学素质大赛",
        "from": "data/activities/2024-yubei.yaml（2024-yubei-01）",
        "why": "届数或年份是推算的",
    }
    assert "有 12 个值要人核对，核对以前不发布" in capsys.readouterr().out
    assert main(["accept", "2025-yubei"]) == 0
    assert not path.exists()


def test_a_base_that_was_open_is_asked_whether_it_is_again(capsys):
    Path("data/bases").mkdir()
    Path("data/bases/yubei.yaml").write_text(
        "district: yubei\nbases:\n  - id: museum\n    name: 气象馆\n    opening:\n"
        "      - {id: open-2024, campaign: 2024-yubei, when: 5.25-6.1, admission: free}\n",
        "utf-8",
    )
    before = Path("data/bases/yubei.yaml").read_text("utf-8")
    assert main(["copy-campaign", "2024-yubei", "2025-yubei"]) == 0
    assert "1 家基地上一届有开放时段" in capsys.readouterr().out
    assert Path("data/bases/yubei.yaml").read_text("utf-8") == before

    assert main(["accept", "museum"]) == 0
    assert Path("data/bases/yubei.yaml").read_text("utf-8") == (
        before + "      - {id: open-2025, campaign: 2025-yubei, when: 待定, admission: free}\n"
    )
    assert main(["check"]) == 0


def test_days_that_are_known_are_written_and_nothing_is_written_that_is_only_looked_at(capsys):
    words = ["copy-campaign", "2024-yubei", "2025-yubei", "--when", "2025-05-17/2025-05-24"]
    assert main([*words, "--dry-run"]) == 0

    said = capsys.readouterr().out
    assert "when: 2025-05-17/2025-05-24 # 上一届：2024-05-25/2024-06-01\n" in said
    assert said.endswith(NEXT)
    assert not Path("data/campaigns/2025-yubei.yaml").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["2023-yubei", "2024-b"], "没有编号为“2023-yubei”的活动周。有：2024-yubei"),
        (["2024-yubei", "2024-yubei"], "编号“2024-yubei”已经用过了，请另取一个。"),
        (["2024-yubei", "明年"], "编号“明年”不行：只用小写字母、数字和连字符，例如 2025-yubei。"),
        (
            ["2024-yubei", "x", "--when", "五月"],
            "照抄的内容，检查不接受，什么也没有写。请先改正上一届的，或自己写。",
        ),
    ],
)
def test_what_cannot_be_copied_is_told(capsys, words, message):
    assert main(["copy-campaign", *words]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == message


def test_files_that_are_there_are_not_written_over(capsys):
    Path("data/activities/2025-yubei.yaml").write_text(
        "campaign: 2024-yubei\nactivities:\n  - {id: a, title: 甲, when: 5.26}\n", "utf-8"
    )

    assert main(["copy-campaign", "2024-yubei", "2025-yubei"]) == 1
    assert capsys.readouterr().err == "data/activities/2025-yubei.yaml 已经有了，不会覆盖。\n"


def test_mistakes_in_the_data_come_first(capsys):
    Path("data/venues.yaml").write_text("venues: none\n", "utf-8")

    assert main(["copy-campaign", "2024-yubei", "2025-yubei"]) == 1
    assert capsys.readouterr().err.startswith("data/ 里现在有错误，先改正了再起草：\n")


NEW = {
    ("activity", "--name", "星空夜", "--when", "5.30 20:00", "--where", "气象馆"): (
        "data/activities/2024-yubei.yaml",
        "  - id: 2024-yubei-02\n    title: 星空夜\n    when: 5.30 20:00\n    where: {base: museum}\n",
    ),
    ("base", "--name", "地质馆", "--type", "场馆类", "--phone", "023-60000003、023-60000004"): (
        "data/bases/yubei.yaml",
        (
            "  - id: dizhiguan\n    name: 地质馆\n    type: venue\n"
            "    contacts:\n      - {phones: [023-60000003, 023-60000004]}\n"
        ),
    ),
    ("venue", "--name", "广场", "--address", "人民路1号"): (
        "data/venues.yaml",
        "  - id: guangchang\n    name: 广场\n    district: yubei\n    address: 人民路1号\n",
    ),
}


@pytest.fixture
def places():
    Path("data/bases").mkdir()
    Path("data/bases/yubei.yaml").write_text(
        "district: yubei\nbases:\n  - id: museum\n    name: 气象馆\n", "utf-8"
    )
    Path("data/terms.yaml").write_text("base_types:\n  - {id: venue, name: 场馆类, seal: 馆}\n", "utf-8")


@pytest.mark.usefixtures("places")
def test_what_is_new_stands_in_its_file_and_is_good(capsys):
    for words, (file, end) in NEW.items():
        assert main(["new", *words]) == 0
        assert Path(file).read_text("utf-8").endswith(end)
        assert capsys.readouterr().out.splitlines()[1:] == [f"写好了 {Path(file)}"]
    assert main(["check", "--data", "data"]) == 0


def test_a_campaign_has_a_file_of_its_own():
    words = ("--name", "2025年科普日", "--when", "2025-09-15/2025-09-21", "--series", "全国科普日")
    assert main(["new", "campaign", *words, "--id", "2025-day"]) == 0

    assert Path("data/campaigns/2025-day.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schema/campaign.json\n"
        "id: 2025-day\nname: 2025年科普日\nseries: science-day\ndistrict: yubei\nwhen: 2025-09-15/2025-09-21\n"
    )


def test_what_is_missing_is_asked_for(monkeypatch, capsys):
    asked, answers = [], iter(["", "星空夜", "待定", "", "", ""])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(answers))

    assert main(["new", "activity"]) == 0
    assert asked == [
        "活动叫什么：",
        "活动叫什么：",
        "什么时候，照通知写；没有定写 待定：",
        "在哪里：基地、场地的名称，或别的地点（没有就直接回车）：",
        "是哪个基地的（没有就直接回车）：",
        "什么形式，例如 讲座宣讲（没有就直接回车）：",
    ]
    assert capsys.readouterr().out.startswith("增加活动“星空夜”（2024-yubei-02）\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["activity", "--name", "星空"], "少了 --when：什么时候，照通知写；没有定写 待定。"),
        (
            ["venue", "--name", "广场", "--district", "渝东"],
            "--district：没有“渝东”，或者不止一个。可以写 渝北区。",
        ),
        (["activity", "--name", "星空", "--when", "五月吧"], "--when："),
        (
            ["campaign", "--name", "周", "--when", "2025-05-01", "--series", "other", "--id", "2024-yubei"],
            "--id：编号“2024-yubei”已经用过了，请另取一个。",
        ),
    ],
)
def test_what_cannot_be_written_is_told_by_its_option(capsys, words, message):
    assert main(["new", *words]) == 1
    said = capsys.readouterr().err.splitlines()
    assert (said[0][: len(message)], said[-1]) == (message, "什么也没有写。")


def test_nothing_new_goes_into_data_with_mistakes(capsys):
    Path("data/venues.yaml").write_text("venues: none\n", "utf-8")

    assert main(["new", "venue"]) == 1
    assert capsys.readouterr().err.startswith("data/ 里现在有错误，先改正了再写新的：\n")
