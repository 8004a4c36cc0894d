from dataclasses import replace
from datetime import date, time

from samples import MORNING, SATURDAYS, SINCE, may, session
from scienceweek.model.schedule import DayPart, Days, PartDay
from scienceweek.views.parts.stub import Stub, stub
from scienceweek.views.parts.stub_on_day import stub_on

DAY = date(2024, 5, 25)


def test_under_the_head_of_a_day_the_hour_is_drawn():
    assert stub_on((session(25, "09:30", "11:00"),), DAY) == Stub(
        "hour",
        "2024年5月25日 周六 9:30—11:00",
        hour="9:30",
        lines=("上午", "到11:00"),
        first="2024-05-25",
        last="2024-05-25",
        start="09:30",
        end="11:00",
    )


def test_a_night_ends_on_the_next_day():
    assert stub_on((session(25, "22:00", "02:00"),), DAY).lines == ("晚上", "到次日2:00")


def test_of_several_hours_the_first_is_drawn_and_the_others_are_said():
    several = (session(25), session(26, "10:00", ""), session(26, "14:00", "15:00"), may(27, 28))
    made = [stub_on(several, date(2024, 5, day)) for day in (25, 26, 27)]

    assert [(one.hour, one.lines, one.start, one.end) for one in made] == [
        ("9:30", ("上午", "到11:00"), "09:30", "11:00"),
        ("10:00", ("和14:00",), "10:00", "15:00"),
        ("", ("周一—周二",), "", ""),
    ]


def test_what_comes_again_says_by_which_rule():
    made = stub_on((SATURDAYS,), DAY)

    assert (made.hour, made.lines[-1], made.first) == ("9:00", "每周六", "2024-05-25")


def test_where_nobody_has_said_an_hour_that_is_asked():
    made = stub_on((may(25),), DAY)

    assert (made.shape, made.plate, made.lines, made.first) == ("asked", "几点", ("没有写",), "2024-05-25")


def test_a_part_of_the_day_is_a_plate_and_its_hour_is_not_known():
    assert [
        (made.shape, made.plate, made.lines)
        for made in (
            stub_on((when,), DAY)
            for when in (
                MORNING,
                PartDay(DAY, DayPart.WHOLE),
                Days(DAY, DAY, "全天"),
                replace(SATURDAYS, start=None, end=None, part=DayPart.MORNING),
            )
        )
    ] == [
        ("hour", "上午", ("几点没有写",)),
        ("hour", "全天", ()),
        ("hour", "全天", ()),
        ("hour", "上午", ("几点没有写",)),
    ]


def test_several_days_keep_their_numerals_and_leave_month_and_year_to_the_head():
    made = stub_on((may(25, 27),), DAY)

    assert (made.shape, made.numbers, made.year, made.lines) == ("range", ("25", "27"), "", ("周六—周一",))


def test_what_only_begins_on_the_day_says_so():
    assert stub_on((SINCE,), DAY).lines == ("5月 周六起",)


def test_what_has_no_day_is_as_in_every_list():
    assert stub_on((may(26),), DAY) == stub((may(26),))


def test_without_an_end_no_end_is_said():
    made = stub_on((replace(session(25), start=time(19), end=None),), DAY)

    assert (made.hour, made.lines, made.end) == ("19:00", ("晚上",), "")
