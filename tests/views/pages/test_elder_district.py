from dataclasses import replace

import pytest

from samples import (
    FIRST,
    WINDOW,
    activity,
    base,
    catalogue,
    contact,
    district,
    may,
    opening,
    session,
    sessions,
)
from scienceweek.model.activity import Change, Rain, Status
from scienceweek.model.contact import Show
from scienceweek.model.place import AtPlace
from scienceweek.model.schedule import DuringCampaign
from scienceweek.model.session import SessionStatus, SubEvent
from scienceweek.views.pages import elder_district
from scienceweek.views.pages.elder_district import Item, elder_district_page, elder_district_pages
from scienceweek.views.parts.contacts import Call, Privacy
from scienceweek.views.parts.leaves import LeafLink

TODAY = Privacy(today=FIRST)


def view(*things):
    return elder_district_page(district(), catalogue(*things), TODAY)


def test_what_lasts_stands_on_each_of_its_days():
    shown = view(activity(when=may(25, 27)))

    assert [(day.said, len(day.items)) for day in shown.days] == [
        ("5月25日 星期六", 1),
        ("5月26日 星期日", 1),
        ("5月27日 星期一", 1),
    ]


def test_an_item_says_when_where_and_whom_to_call():
    museum = base(name="气象馆", contacts=(contact("023-60000001", name="某人"),))
    shown = view(activity(when=session(), base=museum, where=museum, title="讲座", subtitle="儿童专场"))

    assert shown.days[0].items == (
        Item(
            title="讲座——儿童专场",
            path="activities/fish.html",
            when="9:30—11:00",
            place="气象馆",
            status="",
            call=Call("某人", "023-60000001", "tel:+862360000001"),
            unknown="",
        ),
    )


def test_what_has_no_day_stands_apart_and_what_all_lack_is_said_once():
    shown = view(*(activity(id=f"a{number}", when=DuringCampaign(WINDOW)) for number in range(3)))

    assert (shown.days, [(group.when, group.unknown, len(group.items)) for group in shown.undated]) == (
        (),
        [("2024年活动期间（5月25日—6月1日），日期通知未写明", "在哪里、打什么电话", 3)],
    )
    assert {(item.when, item.unknown) for item in shown.undated[0].items} == {("", "")}


def test_the_phone_book_says_when_a_base_is_open():
    (entry,) = view(base(openings=(opening(note="其他时间预约"),))).book

    assert entry.openings == ("2024年5月25日—6月1日开放，其他时间预约",)


def test_many_days_are_folded():
    many = [activity(id=f"a{number}", when=may(25, 27)) for number in range(7)]

    assert (view(activity()).open, view(*many).open) == (True, False)


def test_the_switch_in_the_head_leads_back_to_the_usual_page():
    assert view(activity()).head.elder == "districts/yubei.html"


def test_what_does_not_take_place_says_so_first_on_its_day():
    off = activity(id="off", title="讲座", change=Change(Status.CANCELLED, "暴雨"))
    moved = activity(id="moved", when=may(31), change=Change(Status.RESCHEDULED, "", (session(25),)))
    first, last = view(off, moved, activity()).days

    assert (first.sum, [item.path for item in first.items]) == (
        "有1场，另有2场不办了；要先打电话。",
        ["activities/fish.html"],
    )
    assert [(one.status, one.when, one.reason, one.off) for one in first.gone] == [
        ("这一场不办了", "原定5月25日 周六，那天不要去", "暴雨", True),
        ("换日子了：5月31日 周五", "原定5月25日 周六 9:30—11:00，那天不要去", "", True),
    ]
    assert (last.sum, [(one.status, one.off) for one in last.items]) == (
        "有1场；要先打电话。",
        [("换日子了：5月31日 周五", False)],
    )


def test_where_to_meet_and_what_becomes_of_it_in_rain_are_said():
    one = activity(where=AtPlace("龙山小学", meet="东门"), rain=Rain(note="下雨取消"))

    assert view(one).days[0].items[0].beside == ("集合：东门", "下雨：下雨取消")


def test_only_hours_at_which_one_still_gets_in_are_given():
    full = SubEvent(session(25, "10:00", "11:00"), status=SessionStatus.FULL)
    shown = view(
        sessions(full, SubEvent(session(25, "14:00", "15:00")), SubEvent(may(26), status=SessionStatus.FULL))
    )

    assert [[one.when for one in day.items] for day in shown.days] == [["14:00—15:00"], ["名额已满"]]


def test_a_session_that_is_cancelled_keeps_nobody_from_the_others():
    off = SubEvent(session(25), whom="团体", status=SessionStatus.CANCELLED, reason="停电")
    later = replace(off, when=session(26))
    shown = view(sessions(off, SubEvent(session(25, "14:00", "")), later))

    assert [[(one.title, one.when) for one in day.gone] for day in shown.days] == [
        [("我们曾经都是鱼——团体", "原定5月25日 周六 9:30—11:00，别的场次照常")],
        [("我们曾经都是鱼——团体", "原定5月26日 周日 9:30—11:00，那天不要去")],
    ]


def test_all_hours_that_are_cancelled_are_named():
    off = SubEvent(session(25), status=SessionStatus.CANCELLED)
    shown = view(sessions(off, replace(off, when=session(25, "14:00", ""))))

    assert [one.when for one in shown.days[0].gone] == [
        "原定5月25日 周六 9:30—11:00、5月25日 周六 14:00开始，那天不要去",
    ]


def test_the_phone_book_tells_a_number_that_is_withheld_from_none():
    closed, none = base(contacts=(contact(show=Show.INTERNAL),)), base(id="none")

    assert [one.withheld for one in view(closed, none).book] == [True, False]


def test_what_is_too_much_for_a_page_has_one_for_each_day_for_what_has_none_and_for_the_phone_book(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(elder_district, "MOST", 3)
    monkeypatch.setattr(elder_district, "LEAF", 2)
    facts = catalogue(
        *(activity(id=f"a{number}", when=may(25)) for number in range(3)),
        activity(id="loose", when=DuringCampaign(WINDOW)),
        base(),
    )

    front, *found = elder_district_pages(district(), facts, TODAY)

    assert [(day.path, day.items) for day in front.days] == [
        ("elder/districts/yubei.2024-05-25.html", ()),
    ]
    assert front.ways == (
        LeafLink("日子没定的", "elder/districts/yubei.undated.html", 1),
        LeafLink("电话本", "elder/districts/yubei.book.html", 1),
    )
    assert [
        (
            page.head.path,
            sum(len(day.items) for day in page.days),
            sum(len(group.items) for group in page.undated),
            len(page.book),
            page.before,
            page.after,
        )
        for page in found
    ] == [
        (
            "elder/districts/yubei.2024-05-25.html",
            2,
            0,
            0,
            "",
            "elder/districts/yubei.2024-05-25.2.html",
        ),
        (
            "elder/districts/yubei.2024-05-25.2.html",
            1,
            0,
            0,
            "elder/districts/yubei.2024-05-25.html",
            "",
        ),
        ("elder/districts/yubei.undated.html", 0, 1, 0, "", ""),
        ("elder/districts/yubei.book.html", 0, 0, 1, "", ""),
    ]


def test_what_one_page_holds_has_no_leaves():
    assert len(list(elder_district_pages(district(), catalogue(activity()), TODAY))) == 1
