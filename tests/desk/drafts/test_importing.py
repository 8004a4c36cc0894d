"""Findings become files that the loader reads, whatever was found."""

from dataclasses import replace
from pathlib import Path

import pytest
import small_project

from scienceweek.desk.documents import Document, Paragraph
from scienceweek.desk.drafts.draft import DraftError
from scienceweek.desk.drafts.importing import Prepared
from scienceweek.desk.findings import Finding, Findings, FoundRecord, Kind, LeftOut, Sort, Value
from scienceweek.desk.setting import Setting
from scienceweek.source.loading import load

DOCUMENT = Document("a b.txt", "文字", (Paragraph("甲", "第1行"),))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    small_project.write(tmp_path)
    return tmp_path


def found(what: Kind, **fields: Value) -> FoundRecord:
    return FoundRecord(
        what, {name: Finding(value, str(value), "第1行") for name, value in fields.items()}, "第1行"
    )


def ready(project: Path, *records: FoundRecord, **setting: str) -> Prepared:
    known = load(project / "data", project / "content").catalogue
    wish = replace(Setting(known, "2024-yubei", "yubei"), **setting)
    return Prepared.of(DOCUMENT, Findings(Sort.NOTICE, records), wish, project / "data", project / "content")


def left(prepared: Prepared) -> list[str]:
    return [one.why for one in prepared.draft.left_out]


def test_each_kind_of_record_goes_into_its_file_and_what_names_another_gets_its_id(project):
    prepared = ready(
        project,
        found(Kind.ORGANISATION, name="渝北区科协", short_names=["区科协"]),
        found(Kind.VENUE, name="人民广场", address="一路1号"),
        found(Kind.BASE, name="气象馆", opening=[{"when": "5.25"}, "5.26"]),
        found(Kind.BASE, name="！"),
        found(
            Kind.ACTIVITY,
            title="看云",
            base="气象馆",
            where=[{"venue": "人民广场", "words": "广场"}, {"base": "无名馆", "room": "二楼"}],
            when="5.25",
        ),
        found(Kind.ACTIVITY, title="听雨", base="无名馆", where={"place": "小学"}),
    )
    assert set(prepared.texts) == {
        "data/organisations.yaml",
        "data/venues.yaml",
        "data/bases/yubei.yaml",
        "data/activities/2024-yubei.yaml",
    }
    assert (
        prepared.texts["data/venues.yaml"]
        == """\
# yaml-language-server: $schema=schema/venues.json
venues:
  - id: renminguangchang
    name: 人民广场
    district: yubei
    address: 一路1号
"""
    )
    bases = prepared.texts["data/bases/yubei.yaml"]
    assert "      - {id: open-2024, campaign: 2024-yubei, when: 5.25}\n" in bases
    assert "  - id: base\n    name: ！\n" in bases
    assert (
        "    where:\n      - {venue: renminguangchang, words: 广场}\n      - {place: 无名馆, room: 二楼}\n"
        in prepared.texts["data/activities/2024-yubei.yaml"]
    )
    assert "没有叫“无名馆”的基地" in left(prepared)
    assert [(one.field, one.why) for one in prepared.marked if one.is_open] == [("when", "没有写时间")]
    prepared.write(project / "data", project / "content")
    assert (project / "data/drafts/a-b.json").is_file()
    again = ready(project, found(Kind.VENUE, name="人民广场"))
    assert again.is_empty


def test_a_new_campaign_has_a_file_of_its_own_and_one_that_is_there_is_changed(project):
    new = found(
        Kind.CAMPAIGN, name="2025年渝北区科技活动周", series="science-week", when="2025-05-24/2025-05-31"
    )
    prepared = ready(project, new, found(Kind.ACTIVITY, title="看云", when="5.25"), campaign="")
    assert prepared.texts["data/campaigns/2025-yubei.yaml"].startswith(
        "# yaml-language-server: $schema=../schema/campaign.json\nid: 2025-yubei\n"
    )
    assert "campaign: 2025-yubei\n" in prepared.texts["data/activities/2025-yubei.yaml"]
    told = found(Kind.CAMPAIGN, name="2024年渝北区科技活动周", theme="新主题", when="2024-05-25/2024-06-02")
    text = ready(project, told).texts["data/campaigns/2024-yubei.yaml"]
    assert "when: 2024-05-25/2024-06-02\n" in text
    assert text.endswith("theme: 新主题\n")
    other = found(Kind.CAMPAIGN, name="渝北科普周", when="2024-05-25/2024-06-01")
    assert [one.why for one in ready(project, other, campaign="").marked] == [
        "同一个区县、同一年已经有这届活动周，请看看是不是同一届"
    ]


def test_what_has_no_name_or_no_home_is_told(project):
    prepared = ready(project, found(Kind.BASE, address="一路1号"), found(Kind.ACTIVITY, when="5.25"))
    assert left(prepared) == ["没有写名称", "没有写活动名称"]
    assert prepared.texts == {}
    openings = found(Kind.BASE, name="馆", opening=[{"when": "5.25"}])
    assert left(ready(project, openings, campaign="")) == ["不知道是哪一届活动周的开放时段，请写 --campaign"]
    for record, told in (
        (found(Kind.BASE, name="馆"), "不知道这些基地是哪个区县的"),
        (found(Kind.CAMPAIGN, name="科普周"), "看不出是哪一年、哪个区县的活动周"),
        (found(Kind.ACTIVITY, title="看云"), "不知道这些活动是哪一届活动周的"),
    ):
        with pytest.raises(DraftError, match=told):
            ready(project, record, campaign="", district="")


def test_a_value_that_the_loader_refuses_goes_and_its_record_stays(project):
    prepared = ready(
        project,
        found(Kind.BASE, name="馆", address="长" * 400, type="没有这种", town="一街道"),
        found(Kind.BASE, name="名" * 400),
        found(Kind.ACTIVITY, title="看云", when="5月32日", kind="没有这种", where={"place": "小学"}),
    )
    assert all(why.startswith("检查不接受：") for why in left(prepared))
    assert len(left(prepared)) == 5
    assert prepared.texts["data/bases/yubei.yaml"].endswith(
        "    name: 馆\n    town: 一街道\n    campaign: 2024-yubei\n"
    )
    assert prepared.texts["data/activities/2024-yubei.yaml"].endswith(
        "    title: 看云\n    when: {unfixed: 5月32日}\n    where: {place: 小学}\n"
    )


def test_what_is_refused_for_another_reason_writes_nothing(project):
    (project / "content/bases").mkdir()
    (project / "content/bases/nobody.md").write_text("谁也不是。\n", "utf-8")
    known = Setting(campaign="2024-yubei", district="yubei")
    findings = Findings(
        Sort.NOTICE, (found(Kind.ACTIVITY, title="看云", when="5.25"),), (LeftOut("", "", "x"),)
    )
    with pytest.raises(DraftError, match=r"什么也没有写：\ncontent/bases/nobody\.md"):
        Prepared.of(DOCUMENT, findings, known, project / "data", project / "content")


def test_a_further_document_is_listed_after_the_notice_and_its_text_has_a_file(project):
    campaign = project / "data" / "campaigns" / "2024-yubei.yaml"
    campaign.write_text(
        f"{campaign.read_text('utf-8').rstrip()}\n# 题录\nnotice:\n  # 原件\n  title: 关于举办的通知 # 照抄\n"
        "  implements:\n    - 上级的通知\n\n# 完\n",
        "utf-8",
    )
    before = campaign.read_text("utf-8")

    def read(**said: Value) -> Prepared:
        known = load(project / "data", project / "content").catalogue
        document = {"kind": "correction", **said}
        record = found(Kind.CAMPAIGN, id="2024-yubei", name="2024年渝北区科技活动周", notices=[document])
        findings = Findings(Sort.CHANGE, (record,), (), "更正。\n", is_further=True)
        wish = Setting(known, "2024-yubei", "yubei")
        return Prepared.of(DOCUMENT, findings, wish, project / "data", project / "content")

    first = read(title="关于时间的更正", issued="2024-05-20")
    assert first.texts == {
        "data/campaigns/2024-yubei.yaml": before.replace(
            "notice:\n  # 原件\n  title: 关于举办的通知 # 照抄\n  implements:\n    - 上级的通知\n",
            "notices:\n    # 原件\n  - title: 关于举办的通知 # 照抄\n    implements:\n      - 上级的通知\n"
            "  - {kind: correction, title: 关于时间的更正, issued: 2024-05-20}\n",
        ),
        "content/notices/2024-yubei.correction.md": "更正。\n",
    }

    first.write(project / "data", project / "content")
    assert read(title="关于时间的更正", issued="2024-05-20").texts == {}
    second = read(title="关于地点的更正")
    assert sorted(second.texts) == [
        "content/notices/2024-yubei.correction-2.md",
        "data/campaigns/2024-yubei.yaml",
    ]
    assert (
        "  - {kind: correction, id: correction-2, title: 关于地点的更正}\n"
        in second.texts["data/campaigns/2024-yubei.yaml"]
    )
