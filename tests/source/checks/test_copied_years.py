from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, complaints, read

SURE = "请改成今年的日期；核对过、今年也是这一天的，加上 dates: confirmed（已核对）。"
NEXT = "data/campaigns/2025-yubei.yaml"
NEXT_ACTIVITIES = "data/activities/2025-yubei.yaml"
LAST_NOTICE = "content/notices/2024-yubei.md"
NOTICE = "content/notices/2025-yubei.md"
CAMPAIGN_2025 = (
    FILES[CAMPAIGN]
    .replace("2024-yubei", "2025-yubei")
    .replace("2024年渝北", "2025年渝北")
    .replace("2024年5月25日至6月1日", "2025年5月24日至31日")
    .replace("2024-05-17", "2025-05-16")
)
ACTIVITIES_2025 = FILES[ACTIVITIES].replace("2024-yubei", "2025-yubei").replace("id: fish", "id: fish-2025")
TREE = {NEXT: CAMPAIGN_2025, NEXT_ACTIVITIES: ACTIVITIES_2025, NOTICE: "## 四、2025年的活动 {#s4-1}\n"}
SAME = f"{NEXT_ACTIVITIES}:6:11: “5月25日—5月27日”和往年的“fish”（2024年渝北区科技活动周）是同月同日，多半是复制来的、还没有改。{SURE}"


def told(root: Path, **changed: str) -> list[str]:
    """What is told of a tree with two years; *changed* are the texts of files by a short name."""
    names = {
        "campaign": NEXT,
        "activities": NEXT_ACTIVITIES,
        "notice": NOTICE,
        "bases": BASES,
        "last": ACTIVITIES,
    }
    return complaints(root, TREE | {names[name]: text for name, text in changed.items()})


def test_the_day_of_last_year_is_told(tmp_path: Path):
    assert told(tmp_path) == [SAME]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("when: 5.25-27", "when: 5.24-26"),
        ("when: 5.25-27", "when: 5.25-28"),
        ("when: 5.25-27", "when: 5月"),
        ("when: 5.25-27", "when: 活动期间"),
        ("title: 我们曾经都是鱼", "title: 月壤"),
        ("when: 5.25-27", "when: 5.25-27\n    dates: confirmed"),
        ("when: 5.25-27", "when: 5.25-27\n    dates: 已核对"),
    ],
)
def test_another_day_another_title_or_a_confirmed_day_is_right(tmp_path: Path, before: str, after: str):
    text = ACTIVITIES_2025.replace(before, after)
    assert text != ACTIVITIES_2025

    assert read(tmp_path, TREE | {NEXT_ACTIVITIES: text}).warnings == ()


def test_the_year_in_a_title_makes_no_other_of_it(tmp_path: Path):
    last = FILES[ACTIVITIES].replace("title: 我们", "title: 2024年我们")
    this = ACTIVITIES_2025.replace("title: 我们", "title: 2025年我们")

    assert told(tmp_path, last=last, activities=this) == [SAME]


def test_one_of_several_days_is_enough(tmp_path: Path):
    last = FILES[ACTIVITIES].replace("when: 5.25-27", "when: [5.26, 5月27日上午9:30]")
    this = ACTIVITIES_2025.replace("when: 5.25-27", "when: [5.25, 5.27 14:00]")

    assert told(tmp_path, last=last, activities=this) == [SAME.replace("5月25日—5月27日", "5月27日")]


def test_a_span_of_recurrence_is_a_day_of_last_year_too_and_that_of_the_campaign_is_not(tmp_path: Path):
    last = FILES[ACTIVITIES].replace("when: 5.25-27", "when: 5.20-6.20每周六上午9:00")
    this = ACTIVITIES_2025.replace("when: 5.25-27", "when: 5.20-6.20每周六上午9:00")

    assert told(tmp_path, last=last, activities=this) == [SAME.replace("5月25日—5月27日", "5月20日—6月20日")]
    weekly = {
        name: text.replace("5.20-6.20每周六", "每周六")
        for name, text in ((ACTIVITIES, last), (NEXT_ACTIVITIES, this))
    }
    assert read(tmp_path, TREE | weekly).warnings == ()


def test_a_mark_that_may_have_been_copied_says_nothing(tmp_path: Path):
    marked = ("when: 5.25-27", "when: 5.25-27\n    dates: confirmed")

    assert told(
        tmp_path, last=FILES[ACTIVITIES].replace(*marked), activities=ACTIVITIES_2025.replace(*marked)
    ) == [
        f"{NEXT_ACTIVITIES}:7:12: “fish”也写着 dates: confirmed，分不清是不是一起复制来的。核对过，请把那一条里的删去。"
    ]


OPENING = "      - {id: open-2025, campaign: 2025-yubei, when: 5.31, admission: free, source: s4-1}\n"


def test_an_opening_period_has_days_too(tmp_path: Path):
    right = {NEXT_ACTIVITIES: None}
    same = f"{BASES}:10:53: “5月31日”和往年的“open-2024”（2024年渝北区科技活动周）是同月同日，多半是复制来的、还没有改。{SURE}"

    assert complaints(tmp_path, TREE | right | {BASES: FILES[BASES] + OPENING}) == [same]
    confirmed = FILES[BASES] + OPENING.replace("5.31,", "5.31, dates: confirmed,")
    assert read(tmp_path, TREE | right | {BASES: confirmed}).warnings == ()


def duties(year: int, when: str) -> str:
    return (
        FILES[CAMPAIGN].replace("2024", str(year)).replace(f"{year}年5月25日至6月1日", when)
        + "deadlines: [{when: 6月4日, what: 报送总结}]\nregistration: {when: 5.1-5.10}\n"
    )


def test_the_window_the_notice_the_deadlines_and_the_registration_of_a_campaign_are_days(tmp_path: Path):
    this = {NEXT: duties(2025, "2025年5月25日至6月1日"), CAMPAIGN: duties(2024, "2024年5月25日至6月1日")}

    def same(place: str, days: str) -> str:
        return f"{NEXT}:{place}: “{days}”和往年的“2024-yubei”是同月同日，多半是复制来的、还没有改。{SURE}"

    assert complaints(tmp_path, {NOTICE: TREE[NOTICE]} | this) == [
        same("5:7", "5月25日—6月1日"),
        same("7:31", "5月17日"),
        same("8:20", "6月4日"),
        same("9:22", "5月1日—5月10日"),
    ]
    assert (
        read(tmp_path, {NOTICE: TREE[NOTICE]} | this | {NEXT: this[NEXT] + "dates: confirmed\n"}).warnings
        == ()
    )


def test_a_month_of_science_is_the_same_every_year(tmp_path: Path):
    def month(year: int) -> str:
        changed = (
            FILES[CAMPAIGN]
            .replace("2024年5月25日至6月1日", f"{year}年9月1日至30日")
            .replace("science-week", "science-month")
        )
        return (
            changed.replace("2024-yubei", f"{year}-yubei")
            .replace("2024年渝北", f"{year}年渝北")
            .replace("2024-05-17", f"{year}-08-1{year % 10}")
        )

    files = {
        CAMPAIGN: month(2024),
        NEXT: month(2025),
        ACTIVITIES: None,
        "content/activities/fish.md": None,
        NOTICE: TREE[NOTICE],
    }
    bare = {BASES: FILES[BASES].partition("    opening")[0]}

    assert read(tmp_path, files | bare).warnings == ()


def test_the_notice_of_last_year_is_told(tmp_path: Path):
    right = ACTIVITIES_2025.replace("5.25-27", "5.24")
    last = "## 四、2024年的活动 {#s4-1}\n\n## 附件 {#annex}\n"

    assert complaints(tmp_path, TREE | {NEXT_ACTIVITIES: right, LAST_NOTICE: last, NOTICE: last}) == [
        f"{NOTICE}:1:1: 这份通知和“2024-yubei”的一字不差，是不是复制来的？请换成今年的；没有就删去这个文件。"
    ]


def test_a_notice_that_speaks_of_another_years_campaign_only_is_told(tmp_path: Path):
    right = {NEXT_ACTIVITIES: ACTIVITIES_2025.replace("5.25-27", "5.24")}
    wrong = "## 四、主要活动 {#s4-1}\n\n关于举办2024年科技活动周的通知\n"

    assert complaints(tmp_path, TREE | right | {NOTICE: wrong}) == [
        f"{NOTICE}:3:5: 这里写的是2024年，全文没有提到2025年：是不是往年的通知？请换成今年的；没有错的，在“2025-yubei”里写 dates: confirmed（已核对）。"
    ]
    both = f"{wrong}\n2025年的在下面。\n"
    assert read(tmp_path, TREE | right | {NOTICE: both}).warnings == ()
    confirmed = {NOTICE: wrong, NEXT: f"{CAMPAIGN_2025}dates: confirmed\n"}
    assert read(tmp_path, TREE | right | confirmed).warnings == ()
