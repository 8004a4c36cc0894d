"""A month as a list of days."""

from samples import activity, base, catalogue, district, may, opening, session, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Month
from scienceweek.views.calendars import agenda
from scienceweek.views.calendars.month_days import Listed, month_days
from scienceweek.views.parts.ticket import Link


def listed(*things: object, district: bool = False) -> tuple[Listed, ...]:
    return month_days(Month(2024, 5), agenda.agenda(catalogue(*things)), district=district)


def on(days: tuple[Listed, ...], day: str) -> Listed:
    return next(one for one in days if one.day == day)


def test_an_empty_month_is_one_line():
    assert [(day.said, day.until) for day in listed()] == [("5月1日—31日", "2024-05-31")]


def test_a_day_has_its_date_in_all_its_forms():
    day = on(listed(activity(when=may(25))), "2024-05-25")

    assert (day.path, day.said, day.number, day.week, day.holiday) == (
        "calendar/2024-05-25.html",
        "5月25日",
        "25",
        "周六",
        "",
    )


def test_what_begins_says_where_by_the_hour():
    day = on(
        listed(
            activity(id="late", title="乙", when=session(25, "14:00"), where=venue()),
            activity(id="early", title="甲", when=session(25)),
        ),
        "2024-05-25",
    )

    assert [(start.entry.time, start.place) for start in day.starts] == [
        ("9:30", ()),
        ("14:00", ("市主会场",)),
    ]


def test_of_a_crowd_six_stand_in_the_list():
    day = on(listed(*(activity(id=f"a{number}", when=may(25)) for number in range(40))), "2024-05-25")

    assert (len(day.starts), day.more) == (6, 34)


def test_of_what_goes_on_four_are_named_and_all_counted():
    days = listed(*(activity(id=f"a{number}", title=f"展{number}", when=may(25, 26)) for number in range(6)))

    sunday = on(days, "2024-05-26")
    assert (len(sunday.still), sunday.number_still) == (2, 6)
    assert sunday.still[0] == Link("展0", "activities/a0.html")


def test_a_base_that_opens_twice_on_a_day_is_one_open_base():
    museum = base(openings=(opening(may(25, 26)), opening(may(26, 28), id="late")))

    assert [(day.said, day.doors) for day in listed(museum) if day.doors] == [
        ("5月25日", 1),
        ("5月26日", 1),
        ("5月27日", 1),
        ("5月28日", 1),
    ]


def test_a_district_is_named_where_it_is_asked_for():
    there = activity(when=may(25), district=district(short="渝北"))

    assert [
        on(listed(there, district=said), "2024-05-25").starts[0].entry.district for said in (True, False)
    ] == [
        "渝北",
        "",
    ]


def test_what_does_not_take_place_stands_first_and_is_named_on_its_other_days():
    off = activity(id="off", title="讲座", when=may(25, 26), change=Change(Status.CANCELLED))
    days = listed(off, activity(when=session(25)))

    assert [start.entry.names[0].path for start in on(days, "2024-05-25").starts] == [
        "activities/off.html",
        "activities/fish.html",
    ]
    assert (on(days, "2024-05-25").off, on(days, "2024-05-26").off) == (
        (),
        (Link("讲座", "activities/off.html"),),
    )
