from datetime import date
from hashlib import blake2b
from pathlib import Path

import pytest
from photographs import jpeg
from trees import ACTIVITIES, BASES, FILES, activity, complaints, read

from scienceweek.model.activity import Admits, Change, Results, Status, Tier
from scienceweek.model.image import Image, Photo
from scienceweek.model.place import Admission, Fee
from scienceweek.model.schedule import Days
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.resolution.activities import as_written


def test_what_record_and_activity_have_alike_is_taken_as_it_is_written():
    record = ActivityRecord.model_validate(
        {"id": "a", "title": "月壤", "when": "待定", "admits": "public", "source": "s1"}
    )

    assert as_written(record) == {
        "id": "a",
        "title": "月壤",
        "tier": Tier.OTHER,
        "admits": Admits.PUBLIC,
        "language": (),
        "accessible": (),
        "sequence": 0,
        "was": (),
        "inferred": (),
    }


def test_an_activity_is_all_that_is_written(tmp_path: Path):
    text = activity(
        subtitle="儿童专场",
        short_title="鱼",
        kind="exhibition",
        tier="base",
        strand="s1",
        base="meteorology-museum",
        admits="public",
        audience="[youth]",
        topics="[health, health]",
        admission="free",
        description="|\n      第一段\n\n      第二段",
        source="annex-9",
        updated="2024-05-20",
        sequence="2",
        inferred="[admits, audience]",
    )
    found = read(tmp_path, {ACTIVITIES: text}).catalogue.activities[0]

    assert (found.subtitle, found.short_title, found.tier, found.admits) == (
        "儿童专场",
        "鱼",
        Tier.BASE,
        Admits.PUBLIC,
    )
    assert found.kind
    assert found.strand
    assert found.base
    assert (found.kind.name, found.strand.title, found.base.id) == (
        "展览展示",
        "科学家精神",
        "meteorology-museum",
    )
    assert [term.name for term in (*found.audience, *found.topics)] == ["青少年", "健康"]
    assert found.admission == Admission(Fee.FREE)
    assert found.description == "第一段\n\n第二段"
    assert (found.source, found.updated, found.sequence) == ("annex-9", date(2024, 5, 20), 2)
    assert found.inferred == ("admits", "audience")
    assert found.district.id == "yubei"


def test_a_change_says_what_it_was_before(tmp_path: Path):
    text = activity(status="rescheduled", reason="下雨", previously="5.24")

    assert read(tmp_path, {ACTIVITIES: text}).catalogue.activities[0].change == Change(
        Status.RESCHEDULED, "下雨", (Days(date(2024, 5, 24), date(2024, 5, 24)),)
    )


def test_results_are_filled_in_afterwards(tmp_path: Path):
    files = {
        ACTIVITIES: activity(
            results="{summary: 很好, attendance: 300, photos: [{file: x.jpg, alt: 鱼, consent: true}], news: ['https://a.cn']}"
        ),
        "content/images/x.jpg": jpeg(),
    }

    assert read(tmp_path, files).catalogue.activities[0].results == Results(
        "很好",
        300,
        (Photo("x.jpg", "鱼", consent=True, image=Image("x.jpg", blake2b(jpeg()).hexdigest(), 8, 6)),),
        "",
        ("https://a.cn",),
    )


@pytest.mark.parametrize(
    ("key", "written", "message"),
    [
        (
            "kind",
            "展览会",
            "6:11: 没有编号为“展览会”的活动形式。要先在 data/terms.yaml 里写上它，或者改写别的编号。",
        ),
        ("topics", "[helth]", "6:14: 没有编号为“helth”的主题。是不是“health”？"),
        ("strand", "s2", "6:13: “2024-yubei”没有编号为“s2”的内容板块。有 s1。"),
        ("district", "yubie", "6:15: 没有编号为“yubie”的区县。是不是“yubei”？"),
        ("campaign", "2023-yubei", "6:15: 没有编号为“2023-yubei”的活动周。是不是“2024-yubei”？"),
        ("source", "s4-9", "6:13: content/notices/2024-yubei.md 里没有“{#s4-9}”这个锚点。是不是“s4-1”？"),
        ("inferred", "[titel]", "6:16: 推断（inferred）里写项的名称，没有“titel”这一项。是不是“title”？"),
    ],
)
def test_a_reference_leads_somewhere(tmp_path: Path, key: str, written: str, message: str):
    assert complaints(tmp_path, {ACTIVITIES: activity(**{key: written})}) == [f"{ACTIVITIES}:{message}"]


def test_a_source_needs_its_notice(tmp_path: Path):
    files = {"content/notices/2024-yubei.md": None}

    assert complaints(tmp_path, files) == [
        "data/activities/2024-yubei.yaml:10:13: 没有 content/notices/2024-yubei.md，找不到出处“s4-1”。请放进通知的原文，或删去 source。",
        "data/bases/yubei.yaml:9:84: 没有 content/notices/2024-yubei.md，找不到出处“annex-1”。请放进通知的原文，或删去 source。",
    ]


def test_a_campaign_that_nobody_knows_is_told_once_for_its_file(tmp_path: Path):
    assert complaints(tmp_path, {ACTIVITIES: FILES[ACTIVITIES].replace("2024-yubei", "2024-yubie")}) == [
        f"{ACTIVITIES}:1:11: 没有编号为“2024-yubie”的活动周。是不是“2024-yubei”？"
    ]


def test_a_campaign_that_is_not_there_hides_no_other_mistake(tmp_path: Path):
    text = activity(kind="exhibit", where="{venue: hall}").replace("2024-yubei", "2024-yubie")

    assert [line.partition(" ")[0] for line in complaints(tmp_path, {ACTIVITIES: text})] == [
        f"{ACTIVITIES}:{spot}:" for spot in ("1:11", "6:11", "7:20")
    ]


def test_a_campaign_by_its_name_hides_no_other_mistake(tmp_path: Path):
    text = activity(when="5月32日").replace("2024-yubei", "2024年渝北区科技活动周")

    assert [line.partition(" ")[0] for line in complaints(tmp_path, {ACTIVITIES: text})] == [
        f"{ACTIVITIES}:1:11:",
        f"{ACTIVITIES}:5:11:",
    ]


@pytest.mark.parametrize(
    "heading", ["campaign: 2024-yube", "campaign: 2024-elsewhere", "campain: 2024-yubei"]
)
def test_a_campaign_that_nobody_knows_hides_no_other_mistake(tmp_path: Path, heading: str):
    text = FILES[ACTIVITIES].replace("campaign: 2024-yubei", heading)
    text = text.replace("5.25-27", "5月32日").replace("base: meteorology-museum", "base: museum-of-weather")

    lines = {line.split(":")[1] for line in complaints(tmp_path, {ACTIVITIES: text})}

    assert {"1", "6", "8"} <= lines


def test_a_campaign_that_nobody_knows_hides_no_bad_opening(tmp_path: Path):
    text = FILES[BASES].replace("campaign: 2024-yubei, when: 5.31", "campaign: 2024-yubai, when: 5月32日")

    told = complaints(tmp_path, {BASES: text})

    assert [line.split(": ")[1][:5] for line in told] == ["没有编号为", "看不懂“5"]
