"""Private things in the sources: told with their place, whatever the kind of file."""

from pathlib import Path

import pytest
from trees import ACTIVITIES, CAMPAIGN, FILES, complaints, grow, reminders

from scienceweek.source.loading import load

CONTACT = """\
contacts:
  - {name: 张三, phones: [023-60000001, 13800000001], email: zhang.san@example.cn, post: 区科技局, show: internal}
"""
STAFF = FILES[CAMPAIGN] + CONTACT
NUMBER = "是内部联系人的电话（023-60000001），不能公开。"
ABOUT = "content/pages/about.md"
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"


def told(root: Path, files: dict[str, str | bytes | None]) -> list[str]:
    """Where something is found, and what: up to the first full stop."""
    return [line.partition("。")[0] + "。" for line in complaints(root, {CAMPAIGN: STAFF, **files})]


def test_internal_contacts_and_comments_are_no_leak(tmp_path: Path):
    facts = FILES[ACTIVITIES] + "    # 问张三 60000001，13812345678\n"

    assert reminders(tmp_path, {CAMPAIGN: STAFF, ACTIVITIES: facts}) == []


FIELDS = {
    "a description": (ACTIVITIES, FILES[ACTIVITIES] + "    description: 请打60000001\n", "11:20", "60000001"),
    "the second paragraph of a description": (
        ACTIVITIES,
        FILES[ACTIVITIES] + "    description: |\n      一。\n\n      问 6000 0001。\n",
        "14:9",
        "6000 0001",
    ),
    "a folded text": (
        ACTIVITIES,
        FILES[ACTIVITIES] + "    description: >\n      问 6000\n      0001。\n",
        "12:9",
        "6000 0001",
    ),
    "quotes with escapes": (
        ACTIVITIES,
        FILES[ACTIVITIES] + '    subtitle: "6000\\x30001"\n',
        "11:15",
        "60000001",
    ),
    "the name of a place": (
        ACTIVITIES,
        FILES[ACTIVITIES].replace("{venue: main-hall}", "{place: 大厅（60000001）, address: 路}"),
        "7:23",
        "60000001",
    ),
    "a title": (ACTIVITIES, FILES[ACTIVITIES].replace("我们曾经都是鱼", "鱼60000001"), "4:13", "60000001"),
    "a link": (
        ACTIVITIES,
        FILES[ACTIVITIES] + "    admission: {booking: required, url: 'https://x.cn/?t=023%2D60000001'}\n",
        "11:58",
        "023%2D60000001",
    ),
    "an organisation": (
        "data/organisations.yaml",
        FILES["data/organisations.yaml"].replace("渝北区科技局", "科技局60000001"),
        "2:41",
        "60000001",
    ),
    "a term": (
        "data/terms.yaml",
        FILES["data/terms.yaml"].replace("健康", "健康 6000-0001"),
        "8:27",
        "6000-0001",
    ),
    "a district": (
        "data/districts.yaml",
        FILES["data/districts.yaml"].replace("估计", "问60000001"),
        "8:49",
        "60000001",
    ),
    "the name of a public contact": (
        "data/venues.yaml",
        FILES["data/venues.yaml"].replace(
            "district: yubei}",
            "district: yubei, contacts: [{name: 张老师60000001, phones: [67821101], show: public}]}",
        ),
        "2:71",
        "60000001",
    ),
    "the theme of a campaign": (
        CAMPAIGN,
        STAFF + "theme: 问 ６０００ ０００１\n",
        "10:10",
        "６０００ ０００１",
    ),
}


@pytest.mark.parametrize(("file", "text", "place", "written"), FIELDS.values(), ids=FIELDS)
def test_a_number_in_a_record_is_told_where_it_stands(
    tmp_path: Path, file: str, text: str, place: str, written: str
):
    found = [line for line in told(tmp_path, {file: text}) if "电话" in line]

    assert found == [f"{file}:{place}: “{written}”{NUMBER}"]


PROSE = {
    "a long description": (
        "content/activities/fish.md",
        "从鱼到人。\n\n问 **6000**0001\n",
        "3:5",
        "6000**0001",
    ),
    "a notice": (
        "content/notices/2024-yubei.md",
        FILES["content/notices/2024-yubei.md"] + "\n电话（023）60000001\n",
        "5:4",
        "023）60000001",
    ),
    "two lines of a paragraph": ("content/bases/meteorology-museum.md", "问6000\n0001\n", "1:2", "6000 0001"),
    "a page": (ABOUT, "Title: 关于\n\n问6000&#45;0001\n", "3:2", "6000&#45;0001"),
    "the head of a page": (ABOUT, "Title: 关于\nSummary: 问60000001\n\n好。\n", "2:11", "60000001"),
    "the words for a picture": (ABOUT, "Title: 关于\n\n![60000001](images/a.svg)\n", "3:3", "60000001"),
    "an address of a link": (ABOUT, "Title: 关于\n\n[问](tel:+862360000001)\n", "3:10", "862360000001"),
    "the cells of a table": (
        ABOUT,
        "Title: 关于\n\n| 甲 | 乙 |\n|---|---|\n| 6000 | 0001 |\n",
        "5:3",
        "6000 | 0001",
    ),
    "a drawing": (
        "content/images/b.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\n<text>6000-0001</text></svg>",
        "2:7",
        "6000-0001",
    ),
    "the name of a picture": ("content/images/60000001.svg", DRAWING, "1:1", "60000001"),
}


@pytest.mark.parametrize(("file", "text", "place", "written"), PROSE.values(), ids=PROSE)
def test_a_number_in_prose_is_told_where_it_stands(
    tmp_path: Path, file: str, text: str, place: str, written: str
):
    found = told(tmp_path, {"content/images/a.svg": DRAWING, file: text})

    assert found == [f"{file}:{place}: “{written}”{NUMBER}"]


def test_mobiles_addresses_and_identity_cards_are_told_at_once_and_names_are_a_reminder(tmp_path: Path):
    text = "Title: 关于\n\n问张三，13812345678。\nzhang.san＠example.cn\n11010519491231002X\n"

    assert told(tmp_path, {ABOUT: text}) == [
        f"{ABOUT}:3:5: “13812345678”是手机号，没有一条公开的记录有它。",
        f"{ABOUT}:4:1: “zhang.san＠example.cn”是内部联系人的邮箱（zhang.san@example.cn），不能公开。",
        f"{ABOUT}:5:1: 这里有身份证号码“110105********002X”，不能公开。",
        f"{ABOUT}:3:2: 提醒：“张三”是内部联系人的姓名。",
    ]


def test_what_is_written_of_an_activity_for_staff_does_not_leave(tmp_path: Path):
    facts = FILES[ACTIVITIES] + "    admits: staff\n    description: 问60000001、13812345678\n"

    assert (
        reminders(
            tmp_path, {CAMPAIGN: STAFF, ACTIVITIES: facts, "content/activities/fish.md": "问60000001\n"}
        )
        == []
    )


ALLOWED = "data/allowed.yaml"


def test_what_is_allowed_may_stand_in_a_text_and_leave(tmp_path: Path):
    text = "Title: 关于\n\n张三 6000-0001、138 1234 5678、ZHANG.SAN@example.cn\n"
    values = ("（023）60000001", "13812345678", "zhang.san@example.cn", "张三")
    allowed = "allowed:\n" + "".join(f"  - {{value: {value}, why: 本人同意}}\n" for value in values)
    root = grow(tmp_path, {CAMPAIGN: STAFF, ABOUT: text, ALLOWED: allowed})

    loaded = load(root / "data", root / "content")

    assert loaded.warnings == ()
    assert [leak.known for leak in loaded.secrets.within(text + "13800000001")] == ["13800000001"]


def test_what_is_allowed_and_not_used_is_a_reminder(tmp_path: Path):
    allowed = "allowed:\n  - {value: 13812345678, why: 本人同意}\n"

    assert reminders(tmp_path, {ALLOWED: allowed}) == [
        f"{ALLOWED}:2:13: 提醒：“13812345678”没有用到：没有一处要靠它公开。可以删去这一条。"
    ]


def test_an_identity_card_cannot_be_allowed_and_nothing_without_a_reason(tmp_path: Path):
    allowed = "allowed:\n  - {value: 11010519491231002X, why: 本人同意}\n  - {value: 60000001}\n"
    text = "Title: 关于\n\n11010519491231002X\n"

    assert told(tmp_path, {ALLOWED: allowed, ABOUT: text}) == [
        f"{ABOUT}:3:1: 这里有身份证号码“110105********002X”，不能公开。",
        f"{ALLOWED}:2:13: 身份证号码在哪里都不能公开，也不能写在这里。",
        f"{ALLOWED}:3:5: 可以公开的号码、邮箱或姓名缺少“why”：理由。",
    ]


def test_the_name_of_a_page_is_an_address_that_everybody_sees(tmp_path: Path):
    page = "content/pages/p-6000-0001.md"

    assert told(tmp_path, {page: "Title: 志愿者\n\n好。\n"}) == [f"{page}:1:1: “6000-0001”{NUMBER}"]


def test_a_number_that_is_shown_for_a_time_is_told_in_a_text_for_it_stays_there(tmp_path: Path):
    venues = FILES["data/venues.yaml"].replace(
        "district: yubei}",
        "district: yubei, contacts: [{name: 值班, phones: [023-60000002], show: campaign}]}",
    )
    text = "Title: 关于\n\n请打6000 0002、67821101。\n"

    assert reminders(tmp_path, {"data/venues.yaml": venues, ABOUT: text}) == [
        f"{ABOUT}:3:3: 提醒：“6000 0002”只公开到活动周结束（show: campaign），写在文字里的到时候还在。请只写在联系人里。"
    ]


def test_of_a_text_full_of_numbers_the_first_are_told(tmp_path: Path):
    text = "Title: 关于\n\n" + "13812345678、" * 4_000

    assert [
        line.partition("同样的")[2] for line in complaints(tmp_path, {ABOUT: text}) if "手机号" in line
    ] == ["还有 199 处：第 3 行等。）"]


def test_the_lines_of_a_drawing_are_no_numbers_and_what_stands_behind_them_is_found_in_its_place(
    tmp_path: Path,
):
    drawing = DRAWING.replace("/>", "><path\nd='M138 1234 5678'/><text>6000-0001</text></svg>")

    assert told(tmp_path, {"content/images/b.svg": drawing}) == [
        f"content/images/b.svg:2:27: “6000-0001”{NUMBER}"
    ]
