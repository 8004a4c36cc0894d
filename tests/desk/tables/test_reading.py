"""What a table says: which rows are bases, which activities, and how sure that is."""

from pathlib import Path

import pytest
import yaml
from drawn_tables import table

from samples import campaign, catalogue, district, venue
from scienceweek.desk.documents import read
from scienceweek.desk.findings import Findings, FoundRecord, Kind, Sort
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables import read_tables
from scienceweek.model.term import Term, Terms

TERMS = Terms(
    (
        Term("venue", "场馆类"),
        Term("training", "教育培训类"),
        Term("media", "传媒类"),
        Term("research", "研发创作类"),
    ),
    tuple(
        Term(id, name)
        for id, name in (
            ("training", "培训"),
            ("lecture", "讲座宣讲"),
            ("open-day", "开放日"),
            ("school-visit", "进校园"),
            ("practice", "实践体验"),
            ("exhibition", "展览展示"),
        )
    ),
    (Term("public", "公众"), Term("youth", "青少年"), Term("pupils", "中小学生")),
)
HALL = venue(id="chuangkegang", name="创客港·未来科技园", aliases=("市主会场（创客港·未来科技园）",))
YUBEI = Setting(catalogue(campaign(), HALL, terms=TERMS), campaign="2024-yubei")
PAPERS = Path(__file__).parents[1] / "papers"
DATA = Path(__file__).parents[3] / "data"


def found(*rows: str, setting: Setting = YUBEI) -> Findings:
    return read_tables([table(*rows)], setting)


def values(record: FoundRecord) -> dict[str, object]:
    return {name: one.value for name, one in record.fields.items()}


def doubts(findings: Findings) -> dict[str, str]:
    """Why something is to be checked, by field."""
    return {name: one.why for record in findings.records for name, one in record.fields.items() if one.why}


@pytest.mark.parametrize("paper", ["yubei-2024-bases.docx", "yubei-2024-bases.xlsx"])
def test_the_table_of_a_notice_is_read_as_it_was_entered_by_hand(paper):
    findings = read_tables(read(PAPERS / paper).tables, YUBEI)
    by_hand = [_entered(one) for one in _bases()] + [
        _entered(one) for one in _list("activities/2024-yubei.yaml", "activities") if "-b" in one["id"]
    ]

    read_so = [{k: v for k, v in values(one).items() if k != "kind"} for one in findings.records]
    assert (findings.sort, findings.left_out) == (Sort.BASES, ())
    assert sorted(read_so, key=str) == sorted(by_hand, key=str)
    assert set(doubts(findings)) == {"kind", "title", "where"}


def _list(file: str, key: str) -> list[dict]:
    return yaml.load((DATA / file).read_text("utf-8"), Loader=yaml.BaseLoader)[key]  # noqa: S506 - every scalar is text


def _bases() -> list[dict]:
    return _list("bases/yubei.yaml", "bases")


def _entered(one: dict) -> dict:
    """A record by hand, as a table says it: names for ids, and nothing that the table does not say."""
    names = {base["id"]: base["name"] for base in _bases()}
    known = (
        *("name", "title", "subtitle", "type", "address", "town", "when", "tier", "where", "base"),
        *("contacts", "opening", "description"),
    )
    kept = {key: one[key] for key in known if key in one}
    if "base" in kept:
        kept["base"] = names[kept["base"]]
    for key, instead in (("base", lambda said: names[said["base"]]), ("venue", lambda said: said["words"])):
        if key in kept.get("where", {}):
            kept["where"] = kept["where"] | {key: instead(kept["where"])}
    for key, less in (("contacts", {"show", "basis"}), ("opening", {"id", "source"})):
        if key in kept:
            kept[key] = [
                {name: said for name, said in each.items() if name not in less} for each in kept[key]
            ]
    return kept


def test_the_district_is_an_id_and_a_strange_one_is_told():
    known = Setting(
        catalogue(campaign(), district(id="qijiang", name="綦江区", short="綦江"), terms=TERMS), "2024-yubei"
    )
    findings = found("区县|活动名称|时间", "綦江区|讲座|5月25日", "远方县|展览|5月26日", setting=known)

    assert [values(one).get("district") for one in findings.records] == ["qijiang", None]
    assert [(one.read, one.where) for one in findings.left_out] == [("远方县", "A3")]


def test_a_strange_table_asks_for_its_headings():
    (left,) = found("壹|贰", "a|b").left_out

    assert left.why == "不认识这张表的表头：壹、贰。请用 --map 表头=字段 告诉程序，例如 --map 壹=活动名称"


def test_kinds_of_records_are_told_apart():
    assert [one.kind for one in found("单位名称|地址|开放时间", "科技馆|路1号|每天 9:00—17:00").records] == [
        Kind.BASE
    ]


def test_staff_may_name_headings_once_for_all_tables():
    named = Terms(headings=(("阵地名", "基地名称"), ("热线", "电话"), ("怪", "没有的列")))
    findings = found(
        "阵地名|热线", "甲馆|60000002", setting=Setting(catalogue(district(), terms=named), district="yubei")
    )

    assert [values(one) for one in findings.records] == [
        {"name": "甲馆", "contacts": [{"phones": ["023-60000002"]}]}
    ]
    assert [(one.read, one.where) for one in findings.left_out] == [("怪", "data/terms.yaml")]


def test_a_table_of_another_year_than_its_campaign_has_no_sure_time():
    rows = ("2025年活动安排表|<", "活动名称|时间", "甲|5月25日")
    findings = found(*rows, setting=Setting(catalogue(campaign()), "2024-yubei", year=2024))

    assert doubts(findings) == {"when": "表的标题写的是2025年，不是活动周的那一年"}
