from datetime import time

import pytest

from samples import (
    MORNING,
    NOTED,
    SINCE,
    UNTIL,
    WINDOW,
    activity,
    base,
    campaign,
    contact,
    may,
    session,
    sessions,
    stages,
    venue,
)
from scienceweek.model.activity import Activity, Admits, Change, Piece, Rain, Status
from scienceweek.model.booking import Booking, BookingPlan, Capacity, Way, WayKind
from scienceweek.model.contact import Show
from scienceweek.model.place import Admission, AtPlace, Fee, Live, Online
from scienceweek.model.schedule import DayPart, DuringCampaign, PartDay, Recurring, Schedule, Unfixed
from scienceweek.model.session import SessionStatus, Stage, SubEvent
from scienceweek.model.term import Term
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.parts.invitation import beside, change, place, text, title, unstated

PRIVACY = Privacy(WINDOW.first)
LIVE = Online("https://kepu.example/live", "示例直播")


def told(one: Activity, page: str = "") -> list[str]:
    """What is said of the first time of *one*, line by line."""
    return text(one, one.times[0], desk(one, PRIVACY), page).split("\n")


def test_where_to_meet_rain_and_a_stream_are_told():
    one = activity(
        where=AtPlace("龙山小学", room="操场", meet="东门"),
        rain=Rain((may(26),), note="前一天通知"),
        live=Live("https://kepu.example/live", "快手"),
        replay="https://kepu.example/replay",
    )

    assert beside(one) == (
        "集合：东门",
        "下雨：改到5月26日 周日；前一天通知",
        "直播：快手 https://kepu.example/live",
        "回看：https://kepu.example/replay",
    )
    assert place(one) == "龙山小学 操场"
    assert beside(activity(rain=Rain(note="照常"), change=Change(Status.CANCELLED))) == ()


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.SCHEDULED, "月壤 儿童专场"),
        (Status.CANCELLED, "【取消】月壤 儿童专场"),
        (Status.POSTPONED, "【延期】月壤 儿童专场"),
        (Status.RESCHEDULED, "【改期】月壤 儿童专场"),
        (Status.MOVED_ONLINE, "【改为线上】月壤 儿童专场"),
    ],
)
def test_what_became_of_it_stands_before_the_title(status: Status, said: str):
    assert title(activity(title="月壤", subtitle="儿童专场", change=Change(status))) == said


def test_all_that_one_must_know_is_told():
    one = activity(
        when=session(25, "09:30", ""),
        description="从鱼到人。",
        audience=(Term("pupils", "中小学生"),),
        admits=Admits.PUBLIC,
        admission=Admission(
            Fee.FREE, Booking.REQUIRED, plan=BookingPlan((Way(WayKind.URL, "https://kepu.example/book"),))
        ),
        contacts=(contact(name="服务台"),),
    )

    assert told(one, "https://kepu.example/fish.html") == [
        "结束时间未写明",
        "从鱼到人。",
        "面向公众",
        "对象：中小学生",
        "免费，需要预约",
        "预约：https://kepu.example/book",
        "电话：023-60000001（服务台）",
        "https://kepu.example/fish.html",
    ]


def test_what_is_off_says_why_and_whom_to_ask_and_not_how_to_book():
    one = activity(
        change=Change(Status.CANCELLED, "因场馆检修"),
        admission=Admission(Fee.FREE, Booking.REQUIRED),
        base=base(contacts=(contact("12345"),)),
    )

    assert told(one) == ["取消：因场馆检修", "原定：2024年5月25日 周六", "几点开始未写明", "电话：12345"]


def test_what_was_moved_and_then_cancelled_was_to_be_at_its_last_time():
    one = activity(when=may(25), change=Change(Status.CANCELLED, "因场馆检修", (may(24),)))

    assert change(one) == ("取消：因场馆检修", "原定：2024年5月25日 周六")


@pytest.mark.parametrize(
    ("when", "made", "said"),
    [
        (
            Unfixed("另行通知"),
            Change(Status.POSTPONED, "下雨", (may(24),)),
            ("延期：下雨", "原定：2024年5月24日 周五", "新的时间：另行通知"),
        ),
        (
            may(24),
            Change(Status.POSTPONED),
            ("延期", "原定：2024年5月24日 周五", "新的时间：未定"),
        ),
        (
            session(28, "14:00", "15:00"),
            Change(Status.RESCHEDULED, "下雨", (may(24),)),
            ("改期：下雨", "原定：2024年5月24日 周五", "新的时间：2024年5月28日 周二 14:00—15:00"),
        ),
        (may(25), Change(Status.SCHEDULED), ()),
    ],
)
def test_the_old_time_and_the_new_one_are_told(when: object, made: Change, said: tuple[str, ...]):
    assert change(activity(when=when, change=made)) == said


@pytest.mark.parametrize(
    ("where", "at", "said"),
    [
        (LIVE, "线上：示例直播 https://kepu.example/live", ("改为线上：检修",)),
        (Online(), "线上", ("改为线上：检修", "线上的网址未公布")),
        (AtPlace("龙山小学"), "线上", ("改为线上：检修", "原定地点：龙山小学", "线上的网址未公布")),
    ],
)
def test_what_has_moved_online_is_no_longer_where_it_was(where: object, at: str, said: tuple[str, ...]):
    one = activity(where=where, change=Change(Status.MOVED_ONLINE, "检修"))

    assert (place(one), change(one)) == (at, said)


def test_what_was_online_from_the_start_has_its_address_too():
    assert place(activity(where=(venue(), LIVE))) == "市主会场、线上：示例直播 https://kepu.example/live"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (session(25, "09:30", "11:00"), ""),
        (session(25, "09:30", ""), "结束时间未写明"),
        (may(25), "几点开始未写明"),
        (Recurring(WINDOW, "FREQ=DAILY"), "几点开始未写明"),
        (Recurring(WINDOW, "FREQ=DAILY", time(9)), "结束时间未写明"),
        (Recurring(WINDOW, "FREQ=DAILY", time(9), time(10)), ""),
        (DuringCampaign(WINDOW), "具体日期通知未写明。"),
    ],
)
def test_what_nobody_has_said_of_a_time_is_said_to_be_unknown(when: object, said: str):
    assert unstated(when) == said


def test_a_number_that_is_not_for_the_public_is_in_no_calendar():
    hidden = contact("023-60009999", show=Show.INTERNAL)
    over = contact("023-60008888", show=Show.CAMPAIGN)
    one = activity(contacts=(hidden, over), campaign=campaign(when=may(1)))

    assert [line for line in told(one) if "6000" in line] == []


def test_each_session_says_what_it_is_for_and_whether_one_can_still_go():
    whole = Admission(Fee.FREE, Booking.REQUIRED)
    full = SubEvent(session(25), whom="低年级", capacity=Capacity("60", 60), status=SessionStatus.FULL)
    there = SubEvent(session(26), language="英语", where=(AtPlace("龙山小学"),), note="迟到不再入场")
    off = SubEvent(session(27), name="月壤", status=SessionStatus.CANCELLED, reason="设备检修")
    one = sessions(full, there, off, where=base(name="气象科普馆"), admission=whole)
    asked = desk(one, PRIVACY)
    told = [(at, text(one, at.when, asked, "", at).split("\n")) for at in one.occurrences]

    assert [(title(one, at.when, at), place(one, at)) for at, _ in told] == [
        ("【名额已满】我们曾经都是鱼 低年级", "气象科普馆"),
        ("我们曾经都是鱼 英语", "龙山小学"),
        ("【取消】我们曾经都是鱼 月壤", "气象科普馆"),
    ]
    assert [lines for _, lines in told] == [
        ["名额已满", "对象：低年级", "名额60人", "免费，名额已满", *told[0][1][4:]],
        ["语言：英语", "迟到不再入场", "免费，需要预约", *told[1][1][3:]],
        ["取消：设备检修", *told[2][1][1:]],
    ]
    assert "免费，需要预约" not in told[2][1]


def test_a_stage_is_called_by_its_name():
    one = stages(Stage("决赛", (may(25),), attend=True, note="凭票入场"), where=base())
    at = one.occurrences[0]

    assert title(one, at.when, at) == "我们曾经都是鱼 决赛"
    assert text(one, at.when, desk(one, PRIVACY), "", at).split("\n")[0] == "凭票入场"


def test_a_whole_tells_of_its_parts_and_does_not_deny_their_hours():
    fair = activity(
        when=may(25, 26),
        pieces=(
            Piece("walk", "散步", (session(26, "14:00", ""),), off=True),
            Piece("talk", "讲座", (session(25, "09:00", "10:00"),)),
        ),
    )

    assert told(fair)[:3] == [
        "其中2项：",
        "5月25日 周六 9:00—10:00 讲座",
        "5月26日 周日 14:00开始 散步（不办了）",
    ]


@pytest.mark.parametrize(
    ("when", "said", "lacking"),
    [
        (MORNING, "月壤（上午）", "上午，几点开始未写明"),
        (SINCE, "月壤（5月25日起）", "5月25日起，到哪天为止未写明"),
        (UNTIL, "月壤（5月31日止）", "5月31日止，从哪天开始未写明"),
        (PartDay(WINDOW.first, DayPart.WHOLE), "月壤", ""),
        (Recurring(WINDOW, "FREQ=DAILY", part=DayPart.EVENING), "月壤（晚上）", "晚上，几点开始未写明"),
        (Recurring(WINDOW, "FREQ=DAILY", part=DayPart.WHOLE), "月壤", ""),
    ],
)
def test_what_a_whole_day_of_a_calendar_would_not_say_stands_in_its_title(
    when: Schedule, said: str, lacking: str
):
    assert title(activity(title="月壤"), when) == said
    assert unstated(when) == lacking


def test_what_the_notice_says_beside_the_hour_is_told():
    assert "雨天顺延至6月1日" in told(activity(when=NOTED))
