from dataclasses import replace
from datetime import time

from samples import SATURDAYS, activity, base, may, session, sessions, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Booking, BookingPlan, Capacity, Limit, Way, WayKind
from scienceweek.model.place import Admission, AtVenue
from scienceweek.model.schedule import DayPart, PartDay, Unfixed
from scienceweek.model.session import SessionStatus, SubEvent
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts.booking import BookingTimes, Route
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.coupons import Coupon, coupons
from scienceweek.views.parts.ticket import Answer
from scienceweek.views.words.moments import moments

PRIVACY = Privacy(may(20).first)
HALL = venue()
FULL = SubEvent(
    session(25, "10:30", "11:20"), whom="亲子场", capacity=Capacity("60", 60), status=SessionStatus.FULL
)
THERE = SubEvent(
    session(26, "14:00", ""),
    whom="团体",
    where=(AtVenue(HALL),),
    admission=Admission(booking=Booking.REQUIRED, plan=BookingPlan((Way(WayKind.URL, "https://a.cn/b"),))),
    note="迟到不再入场",
)
OFF = SubEvent(session(26, "16:00", "17:00"), status=SessionStatus.CANCELLED, reason="停电")


def test_a_session_says_its_hour_for_whom_it_is_and_whether_one_still_gets_in():
    made = coupons(sessions(FULL, THERE, OFF, where=base()), PRIVACY)

    assert made
    assert (made.sum, made.open) == ("3场，1场取消", 1)
    assert [(day.day, day.number, day.said) for day in made.days] == [
        ("2024-05-25", "25", "5月 周六"),
        ("2024-05-26", "26", "5月 周日"),
    ]
    assert [one for day in made.days for one in day.coupons] == [
        Coupon(
            said="10:30—11:20",
            hour="10:30",
            word="",
            until="11:20",
            title=phrases("亲子场"),
            facts=("名额60人",),
            place=(),
            kind="full",
            answer=Answer("full", "名额已满"),
            routes=(),
            times=BookingTimes("unknown", ends="2024-05-25T11:20", full=True),
            moment=moments((FULL.when,))[0],
        ),
        Coupon(
            said="14:00开始",
            hour="14:00",
            word="",
            until="",
            title=phrases("团体"),
            facts=("迟到不再入场",),
            place=phrases("市主会场"),
            kind="",
            answer=Answer("book", "需要预约"),
            routes=(Route("online", "预约网页", href="https://a.cn/b", at="open last-day"),),
            times=BookingTimes("required", ends="2024-05-27T00:00"),
            moment=moments((THERE.when,))[0],
        ),
        Coupon(
            said="16:00—17:00",
            hour="16:00",
            word="",
            until="17:00",
            title=(),
            facts=("停电",),
            place=(),
            kind="off",
            answer=Answer("shut", "取消"),
            routes=(),
            times=BookingTimes("off", ends="2024-05-26T17:00"),
            moment=moments((OFF.when,))[0],
        ),
    ]


def test_what_has_no_hour_says_so_and_what_has_no_day_stands_apart():
    part = SubEvent(PartDay(may(25).first, DayPart.MORNING), whom="甲")
    made = coupons(
        sessions(
            part,
            SubEvent(may(25), whom="乙"),
            SubEvent(SATURDAYS, whom="丙"),
            SubEvent(Unfixed("另行通知"), whom="丁"),
        ),
        PRIVACY,
    )

    assert made
    assert [(day.number, day.said, [(one.hour, one.word) for one in day.coupons]) for day in made.days] == [
        ("25", "5月 周六", [("", "上午"), ("", "几点待问")]),
        ("", "2024年5月15日—6月5日 每周六 9:00—11:00", [("9:00", "")]),
        ("", "另行通知", [("", "几点待问")]),
    ]


def test_a_session_is_booked_as_the_activity_unless_it_says_otherwise():
    none = replace(THERE, admission=Admission(booking=Booking.NONE))
    made = coupons(
        sessions(none, SubEvent(session(27)), admission=Admission(booking=Booking.REQUIRED)), PRIVACY
    )

    assert made
    assert [one.answer for day in made.days for one in day.coupons] == [
        Answer("open", "不用预约"),
        Answer("book", "需要预约"),
    ]


def test_until_when_one_may_book_is_said_and_asked_by_the_script():
    plan = BookingPlan(until=Limit(may(24).first, time(16)), note="每人限2张")
    one = replace(THERE, admission=Admission(booking=Booking.REQUIRED, plan=plan))
    made = coupons(sessions(one), PRIVACY)
    times = BookingTimes("required", closes="2024-05-24T16:00", ends="2024-05-27T00:00")

    assert made
    (found,) = made.days[0].coupons
    assert (found.answer, found.times) == (Answer("book", "需要预约", times), times)
    assert found.facts == ("5月24日16:00截止", "每人限2张", "迟到不再入场")


def test_of_what_is_off_nothing_is_to_be_booked():
    made = coupons(sessions(THERE, change=Change(Status.CANCELLED)), PRIVACY)

    assert made
    (one,) = made.days[0].coupons
    assert (one.kind, one.answer, one.routes, made.open) == ("off", Answer("shut", "取消"), (), 0)


def test_an_activity_without_sessions_has_no_coupons():
    assert coupons(activity(), PRIVACY) is None
