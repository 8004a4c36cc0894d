from datetime import date, time

import pytest

from samples import WINDOW, may, session
from scienceweek.model.schedule import DayPart, Days, PartDay, Recurring, Schedule, Session
from scienceweek.source.notation.moments import MomentError, schedules

DAILY = "FREQ=DAILY"


def read(text: str) -> tuple[Schedule, ...]:
    return schedules(text, window=WINDOW, year=None)


def on(day: int, *starts: str) -> tuple[Session, ...]:
    return tuple(session(day, start, "") for start in starts)


def part(day: int, said: DayPart, note: str = "") -> PartDay:
    return PartDay(date(2024, 5, day), said, note)


def daily(first: int, last: int, start: time, end: time | None = None) -> Recurring:
    return Recurring(may(first, last), DAILY, start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日、26日10:30", (*on(25, "10:30"), *on(26, "10:30"))),
        ("5月25日、26日 10:30、14:00", (*on(25, "10:30", "14:00"), *on(26, "10:30", "14:00"))),
        ("5月25、26日上午9:30—11:00", (session(25), session(26))),
        ("5月25日、26日每天10:00、14:00各一场", (*on(25, "10:00", "14:00"), *on(26, "10:00", "14:00"))),
        ("5月31日、6月1日9:00", (*on(31, "09:00"), Session(date(2024, 6, 1), time(9)))),
        ("5月25日、6月1日（周六）9:00", (*on(25, "09:00"), Session(date(2024, 6, 1), time(9)))),
        ("5月25日晚上12点、26日9:00", (*on(26, "00:00"), *on(26, "09:00"))),
        ("5月25日，分两场：10:30、14:00", on(25, "10:30", "14:00")),
    ],
)
def test_days_that_have_the_same_hours_have_them_each(text: str, expected: tuple[Schedule, ...]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日—27日每天10:00、14:00各一场", (daily(25, 27, time(10)), daily(25, 27, time(14)))),
        ("5月25日—27日，10:00、14:00各一场", (daily(25, 27, time(10)), daily(25, 27, time(14)))),
        ("5月25日—27日，每天两场，分别为10:00和14:00", (daily(25, 27, time(10)), daily(25, 27, time(14)))),
        ("5月25日—27日9:00—17:00", (daily(25, 27, time(9), time(17)),)),
        ("5月25日—27日每天上午", (Recurring(may(25, 27), DAILY, part=DayPart.MORNING),)),
        (
            "5月25日—27日上午9:00—11:30，下午14:00—17:00",
            (daily(25, 27, time(9), time(11, 30)), daily(25, 27, time(14), time(17))),
        ),
        (
            "活动期间每天10:00、14:00",
            (Recurring(WINDOW, DAILY, time(10)), Recurring(WINDOW, DAILY, time(14))),
        ),
        ("每周六上午", (Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA", part=DayPart.MORNING),)),
        (
            "周六、周日上午10:00，下午15:00",
            tuple(Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA,SU", time(hour)) for hour in (10, 15)),
        ),
    ],
)
def test_hours_of_a_range_are_those_of_each_of_its_days(text: str, expected: tuple[Schedule, ...]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日上午", (part(25, DayPart.MORNING),)),
        ("5月25日（星期六）下午", (part(25, DayPart.AFTERNOON),)),
        ("5月25日（下午）", (part(25, DayPart.AFTERNOON),)),
        ("5月25日晚", (part(25, DayPart.EVENING),)),
        ("5月25日早上", (part(25, DayPart.EARLY),)),
        ("5月25日午后", (part(25, DayPart.PAST_NOON),)),
        ("5月25日整天", (part(25, DayPart.WHOLE),)),
        ("2024-05-25 上午", (part(25, DayPart.MORNING),)),
        ("5.25上午", (part(25, DayPart.MORNING),)),
        ("5月25日上午、下午", (part(25, DayPart.MORNING), part(25, DayPart.AFTERNOON))),
        ("5月25日上午、26日下午", (part(25, DayPart.MORNING), part(26, DayPart.AFTERNOON))),
        ("5月25日、26日上午", (part(25, DayPart.MORNING), part(26, DayPart.MORNING))),
        ("5月25日上午9:30—11:00、下午", (session(25), part(25, DayPart.AFTERNOON))),
        ("5月25日上午场、下午场", (part(25, DayPart.MORNING), part(25, DayPart.AFTERNOON))),
    ],
)
def test_a_part_of_the_day_is_kept_as_it_was_said(text: str, expected: tuple[Schedule, ...]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日上午9:30-11:00；下午14:00-15:30", (session(25), session(25, "14:00", "15:30"))),
        ("5月25日9:30-11:00，5月26日9:30-11:00", (session(25), session(26))),
        ("5月25日上午9:30；26日下午", (*on(25, "09:30"), part(26, DayPart.AFTERNOON))),
        (
            "5月25日第一场9:30、第二场：14:00",
            (
                Session(date(2024, 5, 25), time(9, 30), None, "第一场"),
                Session(date(2024, 5, 25), time(14), None, "第二场"),
            ),
        ),
        ("5月25日：9:30-11:00", (session(25),)),
        ("5月25日9:30-11:00 14:00-15:30", (session(25), session(25, "14:00", "15:30"))),
        ("5月25日（周六）、26日（周日）9:30-11:00", (session(25), session(26))),
        ("时间：5月25日，9时30分至11时", (session(25),)),
        ("5月25日早9点半", on(25, "09:30")),
    ],
)
def test_hours_without_a_day_are_of_the_day_before_them(text: str, expected: tuple[Schedule, ...]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5月25日—27日9:00", "好几天只写了一个钟点"),
        ("5月25日、27日—29日9:00", "好几天只写了一个钟点"),
        ("5月25日—27日下午", "好几天只写了一次下午"),
        ("5月25日三场：10:30、14:00", "写了三场，却有2个钟点"),
        ("5月25日、26日22:00-2:00", "到第二天的，请写 22:00—次日02:00"),
        ("每天10:00、24:00", "开始的钟点请写第二天的 凌晨0:00"),
        ("5月25日、26日，每周日上午", "看不懂"),
        ("5月25日9:30、活动期间", "看不懂"),
        ("5月25日9:30、6月", "看不懂|有的"),
        ("5月25日、6月", "有的只写了月份"),
        ("5月25日" + "（3号厅）" * 9, "看不懂"),
    ],
)
def test_what_is_not_said_of_each_day_is_refused(text: str, reason: str):
    with pytest.raises(MomentError, match=reason):
        read(text)


def test_a_year_holds_for_the_days_that_share_an_hour():
    assert read("2023年5月25日、6月1日9:00") == (
        Session(date(2023, 5, 25), time(9)),
        Session(date(2023, 6, 1), time(9)),
    )


def test_a_day_without_an_hour_stays_a_day():
    assert read("5月25日；26日9:00") == (Days(date(2024, 5, 25), date(2024, 5, 25)), *on(26, "09:00"))
