from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, activity, complaints, read, refused

from scienceweek.model.campaign import Disclosure, Notice, NoticeKind

ALONE = "notice: {title: 实施方案, issued: 2024-05-17, disclosure: public}\n"
SEVERAL = """\
notices:
  - {kind: 更正, title: 关于附件的更正, number: 渝北科〔2024〕9号, issuer: 区科技局, issued: 2024-05-20}
  - {kind: notice, title: 实施方案, issued: 2024-05-17, disclosure: public}
  - {kind: 补充通知, id: dome, title: 关于球幕影院场次的补充通知}
"""
CORRECTION, DOME = "content/notices/2024-yubei.correction.md", "content/notices/2024-yubei.dome.md"
TEXTS: dict[str, str | bytes | None] = {
    CORRECTION: "## 附件第3项 {#s1}\n\n电话有误。\n",
    DOME: "加演两场。\n",
}

NO_NOTICE: dict[str, str | bytes | None] = {
    "content/notices/2024-yubei.md": None,
    BASES: FILES[BASES].replace(", source: annex-1", ""),
    ACTIVITIES: activity(),
}


def campaign(notices: str, more: str = "") -> dict[str, str | bytes | None]:
    return {CAMPAIGN: FILES[CAMPAIGN].replace(ALONE, notices) + more}


def test_a_campaign_has_its_notice_and_what_was_issued_beside_it(tmp_path: Path):
    (one,) = read(tmp_path, campaign(SEVERAL) | TEXTS).catalogue.campaigns

    assert one.notice.title == "实施方案"
    assert (one.notice.id, one.notice.text) == ("", FILES["content/notices/2024-yubei.md"])
    assert [(other.id, other.kind, other.text) for other in one.further] == [
        ("correction", NoticeKind.CORRECTION, TEXTS[CORRECTION]),
        ("dome", NoticeKind.SUPPLEMENT, TEXTS[DOME]),
    ]
    assert one.notices == (one.notice, *one.further)


def test_a_campaign_with_one_notice_is_written_as_ever(tmp_path: Path):
    (one,) = read(tmp_path).catalogue.campaigns

    assert (one.notice.disclosure, one.further) == (Disclosure.PUBLIC, ())


def test_a_campaign_may_have_no_notice_and_a_correction(tmp_path: Path):
    files = campaign("notices: [{kind: correction, title: 更正}]\n") | NO_NOTICE
    (one,) = read(tmp_path, files).catalogue.campaigns

    assert [other.title for other in one.notices] == ["更正"]
    assert one.notice == Notice()


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_kind_may_be_written_in_chinese(tmp_path: Path, kind: NoticeKind):
    for number, way in enumerate((kind.said, *kind.also)):
        written = f"notices: [{{kind: {way}, id: x, title: 甲}}]\n"
        (one,) = read(tmp_path / str(number), campaign(written) | NO_NOTICE).catalogue.campaigns

        assert [other.kind for other in one.notices] == [kind]


TOLD = {
    "both": (
        campaign(f"{ALONE}notices: [{{kind: correction}}]\n"),
        [f"{CAMPAIGN}:7:9: notice 和 notices 只写一个。请把 notice 里的内容移到 notices 里，作第一份。"],
    ),
    "two of a kind": (
        campaign("notices:\n  - {kind: correction}\n  - {kind: correction}\n"),
        [f"{CAMPAIGN}:9:12: 有几份更正。请给这一份写上 id，例如 correction-2。"],
    ),
    "an id twice": (
        campaign("notices:\n  - {kind: correction}\n  - {kind: 补充, id: correction}\n"),
        [f"{CAMPAIGN}:9:20: 编号“correction”在 notices 里已经用过。请换一个编号。"],
    ),
    "a text of none": (
        campaign(SEVERAL) | TEXTS | {"content/notices/2024-yubei.corection.md": "x\n"},
        [
            "content/notices/2024-yubei.corection.md:1:1: “2024-yubei”没有编号为“corection”的通知，这个文件不会显示。是不是“correction”？"
        ],
    ),
    "a text of none at all": (
        {"content/notices/2024-yubei.results.md": "x\n"},
        [
            "content/notices/2024-yubei.results.md:1:1: “2024-yubei”没有编号为“results”的通知，这个文件不会显示。请在 data/campaigns/2024-yubei.yaml 的 notices 里写上它。"
        ],
    ),
    "a text with a hyphen for the dot": (
        {"content/notices/2024-yubei-correction.md": "x\n"},
        [
            ("content/notices/2024-yubei-correction.md:1:1: 没有编号为“2024-yubei-correction”的活动周，这个文件不会显示。"
            "补充、更正等，编号和活动周之间用点：请改名为“2024-yubei.correction.md”，并写进 data/campaigns/2024-yubei.yaml 的 notices。")
        ],
    ),
    "a text of a campaign that had another id": (
        campaign(ALONE, "was: 2024-yb\n") | {"content/notices/2024-yb.md": "x\n"},
        [
            "content/notices/2024-yb.md:1:1: 没有编号为“2024-yb”的活动周，这个文件不会显示。它的编号是“2024-yubei”，请改名为“2024-yubei.md”。"
        ],
    ),
    "a source in none": (
        campaign(SEVERAL) | TEXTS | {ACTIVITIES: activity(source="corection#s1")},
        [f"{ACTIVITIES}:6:13: “2024-yubei”的 notices 里没有编号为“corection”的一份。是不是“correction”？"],
    ),
    "a source without a text": (
        campaign(SEVERAL) | {ACTIVITIES: activity(source="dome#s1")},
        [
            f"{ACTIVITIES}:6:13: 没有 {DOME}，找不到出处“dome#s1”。请放进通知的原文，或删去 source。"
        ],
    ),
    "a source at no place": (
        campaign(SEVERAL) | TEXTS | {ACTIVITIES: activity(source="correction#s2")},
        [f"{ACTIVITIES}:6:13: {CORRECTION} 里没有“{{#s2}}”这个锚点。"],
    ),
    "a document as a place": (
        campaign(SEVERAL) | TEXTS | {ACTIVITIES: activity(source="correction")},
        [
            f"{ACTIVITIES}:6:13: content/notices/2024-yubei.md 里没有“{{#correction}}”这个锚点。要指到那一份里的一段，写“correction#锚点”。"
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_what_is_wrong_with_documents_is_told_where_it_stands(tmp_path: Path, case: str):
    files, told = TOLD[case]

    assert complaints(tmp_path, files) == told


def test_the_notice_needs_no_id(tmp_path: Path):
    found = read(tmp_path, campaign("notices: [{kind: notice, id: main, title: 方案}]\n"))

    assert [str(one) for one in found.warnings] == [
        f"{CAMPAIGN}:7:30: 提醒：第一份通知的网址是 notices/2024-yubei.html，原文是 content/notices/2024-yubei.md，不用写 id。"
    ]


def test_a_document_that_is_years_away_is_told_at_its_date(tmp_path: Path):
    written = SEVERAL.replace("2024-05-20", "2014-05-20")

    assert [str(one) for one in read(tmp_path, campaign(written) | TEXTS).warnings] == [
        f"{CAMPAIGN}:8:75: 提醒：2014-05-20 离活动周（2024-05-25开始）有一年以上，请核对年份。"
    ]


def test_records_may_point_at_a_place_in_each_document(tmp_path: Path):
    files = campaign(SEVERAL, "deadlines: [{when: 6.4, what: 总结, source: correction#s1}]\n")
    text = "[更正](../notices/2024-yubei.correction.html#s1)\n"

    assert (
        refused(
            tmp_path,
            files
            | TEXTS
            | {ACTIVITIES: activity(source="correction#s1"), "content/activities/fish.md": text},
        )
        == []
    )
