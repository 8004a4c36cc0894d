from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, activity, complaints, read, reminders

TWO = activity() + "  - id: {}\n    title: {}\n    when: {}\n"


def test_an_id_belongs_to_one_thing(tmp_path: Path):
    files = {ACTIVITIES: TWO.format("fish", "月壤", "5.26") + "  - {id: main-hall, title: 鱼, when: 5.26}\n"}

    assert complaints(tmp_path, files) == [
        "data/activities/2024-yubei.yaml:6:9: 编号“fish”已经用过，在 data/activities/2024-yubei.yaml 第 3 行。请换一个编号。",
        "data/activities/2024-yubei.yaml:9:10: 编号“main-hall”已经用过，在 data/venues.yaml 第 2 行。请换一个编号。",
    ]


def test_a_term_may_have_the_id_of_a_thing(tmp_path: Path):
    files = {"data/terms.yaml": FILES["data/terms.yaml"].replace("id: health", "id: main-hall")}

    assert read(tmp_path, files).warnings == ()


def test_a_term_has_an_id_of_its_own(tmp_path: Path):
    files = {"data/terms.yaml": FILES["data/terms.yaml"] + "  - {id: health, name: 卫生}\n"}

    assert complaints(tmp_path, files) == ["data/terms.yaml:9:10: 编号“health”在 topics 里已经用过。"]


def test_parts_belong_to_a_known_activity(tmp_path: Path):
    assert complaints(tmp_path, {ACTIVITIES: activity(part_of="fisch")}) == [
        "data/activities/2024-yubei.yaml:6:14: 没有编号为“fisch”的活动。是不是“fish”？"
    ]


def test_parts_do_not_go_round(tmp_path: Path):
    files = {
        ACTIVITIES: activity(part_of="moon") + "  - {id: moon, title: 月壤, when: 5.26, part_of: fish}\n"
    }

    assert complaints(tmp_path, files) == [
        "data/activities/2024-yubei.yaml:6:14: 所属活动绕成了圈：“fish”往上又回到它自己。",
        "data/activities/2024-yubei.yaml:7:48: 所属活动绕成了圈：“moon”往上又回到它自己。",
    ]


def test_a_part_of_a_circle_is_not_in_it(tmp_path: Path):
    files = {
        ACTIVITIES: activity(part_of="moon") + "  - {id: moon, title: 月壤, when: 5.26, part_of: moon}\n"
    }

    assert complaints(tmp_path, files) == [
        "data/activities/2024-yubei.yaml:7:48: 所属活动绕成了圈：“moon”往上又回到它自己。"
    ]


def test_what_is_shown_is_no_part_of_what_is_not(tmp_path: Path):
    files = {
        ACTIVITIES: activity(part_of="moon") + "  - {id: moon, title: 月壤, when: 5.26, admits: staff}\n"
    }

    assert complaints(tmp_path, files) == [
        "data/activities/2024-yubei.yaml:6:14: “moon”是内部活动，不公开，不能作它的所属活动。"
    ]


def test_a_reason_needs_a_change(tmp_path: Path):
    assert complaints(tmp_path, {ACTIVITIES: activity(reason="下雨")}) == [
        "data/activities/2024-yubei.yaml:6:13: 写了“reason”，状态（status）还是照常。请写 postponed、cancelled、rescheduled 或 moved-online。"
    ]


@pytest.mark.parametrize(
    ("status", "said", "changes"),
    [
        ("cancelled", "取消", {}),
        ("postponed", "延期", {"when": "另行通知", "previously": "5.25"}),
        ("rescheduled", "改期", {"previously": "5.26"}),
        ("moved-online", "改为线上", {}),
    ],
)
def test_a_change_of_plan_should_say_why(tmp_path: Path, status: str, said: str, changes: dict[str, str]):
    told = reminders(tmp_path, {ACTIVITIES: activity(status=status, **changes)})

    assert [one.partition(": ")[2] for one in told] == [
        f"提醒：{said}的活动请写原因（reason），来问的人会少些。"
    ]
    assert reminders(tmp_path, {ACTIVITIES: activity(status=status, reason="检修", **changes)}) == []


@pytest.mark.parametrize("status", ["postponed", "rescheduled"])
def test_a_new_time_is_another_than_the_old_one(tmp_path: Path, status: str):
    moved = activity(when="5.28", status=status, reason="雨", previously="5月28日")

    assert complaints(tmp_path, {ACTIVITIES: moved}) == [
        (
            "data/activities/2024-yubei.yaml:8:17: 原来的时间（previously）和现在的时间（when）一样。"
            "新的时间定了，请写在 when；没有定，when 写 另行通知。"
        )
    ]


def test_what_has_no_new_time_yet_is_postponed(tmp_path: Path):
    moved = activity(when="另行通知", status="rescheduled", reason="雨", previously="5.24")

    assert reminders(tmp_path, {ACTIVITIES: moved}) == [
        "data/activities/2024-yubei.yaml:6:13: 提醒：新的时间还没有定，状态请写 postponed（延期）。"
    ]


def test_a_new_time_should_say_the_old_one(tmp_path: Path):
    assert reminders(tmp_path, {ACTIVITIES: activity(status="rescheduled", reason="雨")}) == [
        "data/activities/2024-yubei.yaml:6:13: 提醒：改期的活动请写原来的时间（previously），已经记下的人才看得出变化。"
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"when": "另行通知", "previously": "5.24"}, []),
        ({"when": "5.28", "previously": "5.24"}, ["新的时间定了，状态请写 rescheduled（改期）。"]),
        (
            {"when": "5.24"},
            ["延期的活动，原来的时间请写进 previously，when 写 另行通知；新的时间定了再写 rescheduled。"],
        ),
    ],
)
def test_what_is_postponed_has_no_day_yet(tmp_path: Path, changes: dict[str, str], told: list[str]):
    found = reminders(tmp_path, {ACTIVITIES: activity(status="postponed", reason="下雨", **changes)})

    assert [one.partition("提醒：")[2] for one in found] == told


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ("title: 我们曾经都是鱼, when: 5.25, where: {place: 学校}", "名称、时间和地点"),
        ("title: 月壤, when: 5.25 9:30, where: {base: meteorology-museum}", None),
        ("title: 我们曾经都是鱼, when: 5.26, where: {place: 学校}", None),
        ("title: 我们曾经都是鱼, when: 5.25, where: {place: 公园}", None),
    ],
)
def test_a_copy_left_over_is_noticed(tmp_path: Path, other: str, what: str | None):
    files = {ACTIVITIES: activity(where="{place: 学校}") + f"  - {{id: moon, {other}}}\n"}
    warning = f"data/activities/2024-yubei.yaml:7:10: 提醒：{what}和“fish”一样，是不是重复了？"

    assert reminders(tmp_path, files) == ([warning] if what else [])


@pytest.mark.parametrize("where", ["{base: meteorology-museum}", "{venue: main-hall}"])
def test_two_things_at_one_place_and_hour_are_noticed(tmp_path: Path, where: str):
    files = {
        ACTIVITIES: activity(when="5.25 9:30-11:00", where=where)
        + f"  - {{id: moon, title: 月壤, when: 5月25日上午9:30—11:00, where: {where}}}\n"
    }

    assert reminders(tmp_path, files) == [
        "data/activities/2024-yubei.yaml:7:10: 提醒：地点和钟点和“fish”一样，是不是重复了？"
    ]


def test_two_exhibitions_may_share_a_day(tmp_path: Path):
    where = "{base: meteorology-museum}"
    files = {
        ACTIVITIES: activity(where=where) + f"  - {{id: moon, title: 月壤, when: 5.25, where: {where}}}\n"
    }

    assert reminders(tmp_path, files) == []


def test_a_text_belongs_to_a_record(tmp_path: Path):
    files = {
        "content/activities/fihs.md": "鱼",
        "content/bases/Museum.md": "馆",
        "content/notices/2023.md": "通知",
    }

    assert complaints(tmp_path, files) == [
        "content/activities/fihs.md:1:1: 没有编号为“fihs”的活动，这个文件不会显示。是不是“fish”？",
        "content/bases/Museum.md:1:1: 没有编号为“Museum”的基地，这个文件不会显示。",
        "content/notices/2023.md:1:1: 没有编号为“2023”的活动周，这个文件不会显示。",
    ]


def test_the_reason_for_showing_a_mobile_is_a_public_notice(tmp_path: Path):
    files = {
        BASES: FILES[BASES].replace(
            "[67821101], show: public", "[13800000000], show: public, basis: 2024-yubei"
        ),
        CAMPAIGN: FILES[CAMPAIGN].replace(", disclosure: public", ""),
    }

    assert reminders(tmp_path, files) == [
        "data/bases/yubei.yaml:7:65: 提醒：“2024-yubei”的通知没有写明公开发布，不一定能作公开个人手机的依据。"
    ]


def test_the_reason_for_showing_a_mobile_is_a_known_campaign(tmp_path: Path):
    files = {
        BASES: FILES[BASES].replace(
            "[67821101], show: public", "[13800000000], show: public, basis: 2024-yubie"
        )
    }

    assert complaints(tmp_path, files) == [
        "data/bases/yubei.yaml:7:65: 没有编号为“2024-yubie”的活动周。是不是“2024-yubei”？"
    ]


def test_a_copied_file_is_told_once(tmp_path: Path):
    files = {ACTIVITIES: TWO.format("moon", "月壤", "5.26")}
    files["data/activities/2024-yubei-copy.yaml"] = files[ACTIVITIES]

    assert complaints(tmp_path, files) == [
        "data/activities/2024-yubei.yaml:3:9: 从“fish”起有 2 个编号在 data/activities/2024-yubei-copy.yaml 里已经用过。复制来的，请给每一条换一个编号，或删去多余的。"
    ]


def test_a_copied_block_is_told_once(tmp_path: Path):
    text = TWO.format("moon", "月壤", "5.26")
    files = {ACTIVITIES: text + text.partition("activities:\n")[2]}

    assert complaints(tmp_path, files) == [
        "data/activities/2024-yubei.yaml:9:9: 从“fish”起有 2 个编号在第 3 行起的几条里已经用过。复制来的，请给每一条换一个编号，或删去多余的。"
    ]


def test_a_campaign_falls_in_the_year_of_its_name(tmp_path: Path):
    files = {
        CAMPAIGN: FILES[CAMPAIGN].replace("when: 2024年5月25日至6月1日", "when: 2042-05-25/2042-06-01"),
        ACTIVITIES: activity(),
        BASES: "district: yubei\nbases: []\n",
    }

    assert reminders(tmp_path, files) == [
        "data/campaigns/2024-yubei.yaml:5:7: 提醒：名称里是2024年，时间却在2042年，请核对。"
    ]


def test_an_activity_falls_near_the_year_of_its_campaign(tmp_path: Path):
    assert reminders(tmp_path, {ACTIVITIES: activity(when="2014-05-25")}) == [
        "data/activities/2024-yubei.yaml:5:11: 提醒：活动在2014-05-25，离活动周（2024-05-25开始）有半年以上，请核对日期。"
    ]
    assert reminders(tmp_path, {ACTIVITIES: activity(when="2025-05-25")}) != []
    assert reminders(tmp_path, {ACTIVITIES: activity(when="2024-01-25")}) == []


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2042", "活动在2042年，离活动周（2024-05-25开始）有半年以上，请核对日期。"),
        ("2042-05", "活动在2042-05，离活动周（2024-05-25开始）有半年以上，请核对日期。"),
        ("2042年5月每周六", "活动在2042-05-03，离活动周（2024-05-25开始）有半年以上，请核对日期。"),
        ("2024-05-25/2025-05-27", "活动从 2024-05-25 到 2025-05-27 有 368 天，请核对年份。"),
    ],
)
def test_a_slip_in_a_year_is_told_of_every_kind_of_time(tmp_path: Path, when: str, said: str):
    assert reminders(tmp_path, {ACTIVITIES: activity(when=when)}) == [f"{ACTIVITIES}:5:11: 提醒：{said}"]


@pytest.mark.parametrize("when", ["贯穿全年", "2024-01-01/2024-12-31", "待定", "活动期间", "每天"])
def test_a_whole_year_is_no_slip(tmp_path: Path, when: str):
    assert reminders(tmp_path, {ACTIVITIES: activity(when=when)}) == []


def test_an_opening_falls_near_its_campaign(tmp_path: Path):
    far = {BASES: FILES[BASES].replace("when: 5.31", "when: 2042-05-31")}

    assert reminders(tmp_path, far) == [
        f"{BASES}:9:53: 提醒：开放在2042-05-31，离活动周（2024-05-25开始）有半年以上，请核对日期。"
    ]


def test_a_campaign_that_lasts_for_months_is_told(tmp_path: Path):
    files = {CAMPAIGN: FILES[CAMPAIGN].replace("2024年5月25日至6月1日", "2024-05-25/2025-06-01")}

    assert reminders(tmp_path, files) == [
        f"{CAMPAIGN}:5:7: 提醒：从 2024-05-25 到 2025-06-01 有 373 天，请核对日期。"
    ]


def test_the_id_of_a_campaign_says_its_year_where_the_name_does_not(tmp_path: Path):
    files = {
        CAMPAIGN: FILES[CAMPAIGN]
        .replace("name: 2024年渝北区", "name: 渝北区")
        .replace("2024年5月25日至6月1日", "2042-05-25/2042-06-01"),
        ACTIVITIES: activity(),
        BASES: "district: yubei\nbases: []\n",
    }

    assert reminders(tmp_path, files) == [f"{CAMPAIGN}:5:7: 提醒：编号里是2024年，时间却在2042年，请核对。"]


def test_a_slip_in_the_year_of_a_deadline_a_registration_or_the_notice_is_told(tmp_path: Path):
    more = "deadlines: [{when: 2042-06-04, what: 总结}, {when: 12月31日, what: 统计}]\nregistration: {when: 2034年5月1日—8日}\n"
    files = {CAMPAIGN: FILES[CAMPAIGN].replace("issued: 2024-05-17", "issued: 2014-05-17") + more}

    assert reminders(tmp_path, files) == [
        f"{CAMPAIGN}:7:31: 提醒：2014-05-17 离活动周（2024-05-25开始）有一年以上，请核对年份。",
        f"{CAMPAIGN}:8:20: 提醒：2042-06-04 离活动周（2024-05-25开始）有一年以上，请核对年份。",
        f"{CAMPAIGN}:9:22: 提醒：2034-05-01 离活动周（2024-05-25开始）有一年以上，请核对年份。",
    ]


def test_what_is_in_another_room_or_part_of_it_is_no_copy(tmp_path: Path):
    rows = (
        "  - {id: moon, title: 月壤, when: 5.25 9:30-11:00, where: {base: meteorology-museum, room: 二楼}}\n"
        "  - {id: sun, title: 太阳, when: 5.25 9:30-11:00, part_of: fish, where: {base: meteorology-museum, room: 一楼}}\n"
    )
    whole = activity(when="5.25 9:30-11:00", where="{base: meteorology-museum, room: 一楼}")

    assert reminders(tmp_path, {ACTIVITIES: whole + rows}) == []


def test_a_part_left_behind_by_its_whole_is_noticed(tmp_path: Path):
    rows = (
        "  - {id: talk, title: 讲座, when: 5.25 9:30-11:00, part_of: fish}\n"
        "  - {id: walk, title: 散步, when: 5.28 9:30-11:00, part_of: fish}\n"
    )
    whole = activity(when="5.28", status="rescheduled", previously="5.25", reason="下雨")

    assert reminders(tmp_path, {ACTIVITIES: whole + rows}) == [
        f"{ACTIVITIES}:9:33: 提醒：整场“fish”改期了，这一部分还在原来的日子。一起改的，请改时间，写 status: rescheduled；没有改的，不用管。"
    ]
