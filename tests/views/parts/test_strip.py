from datetime import date

from samples import (
    MORNING,
    SATURDAYS,
    SINCE,
    WEEK,
    WINDOW,
    activity,
    campaign,
    catalogue,
    may,
    opened,
    opening,
    session,
)
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Recurring, Unfixed
from scienceweek.views.calendars.agenda import agenda, once
from scienceweek.views.parts.strip import Column, StripBand, strip


def columns(made):
    return {column.number: column for column in made.columns}


def test_a_day_counts_its_activities_and_leads_to_its_page():
    made = strip(campaign(), [activity(), activity(id="law")], [opened(opening(may(25)))])

    assert made.columns[0] == Column(
        day="2024-05-25",
        path="calendar/2024-05-25.html",
        number="25",
        month="5月",
        week="周六",
        label="5月25日周六，2场活动，1处开放",
        slabs=("one", "one"),
        doors=("one",),
        count=2,
        outside=False,
    )
    assert [column.number for column in made.columns] == ["25", "26", "27", "28", "29", "30", "31", "1"]


def test_long_ones_lie_lowest_and_run_from_day_to_day():
    made = columns(strip(campaign(), [activity(when=may(26)), activity(when=may(25, 27))], []))

    assert [made[day].slabs for day in ("25", "26", "27", "28")] == [("from",), ("on", "one"), ("till",), ()]


def test_each_base_that_opens_has_a_line_of_its_own():
    made = columns(strip(campaign(), [], [opened(opening(may(26, 27))), opened(opening(WINDOW))]))

    assert [made[day].doors for day in ("25", "26", "1")] == [
        ("from", "gap"),
        ("on", "from"),
        ("till", "gap"),
    ]


def test_a_base_hangs_only_below_the_days_on_which_it_is_open():
    week = Recurring(may(20, 29), "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU")
    made = strip(
        campaign(when=WEEK), [], [opened(opening(SATURDAYS)), opened(opening(week), opening(may(27)))]
    )

    assert [column.doors for column in made.columns] == [
        ("from", "gap"),
        ("on", "gap"),
        ("on", "gap"),
        ("on", "one"),
        ("on", "gap"),
        ("on", "gap"),
        ("on", "gap"),
        ("till", "gap"),
    ]
    assert [column.label[-5:] for column in made.columns[2:4]] == ["，1处开放", "，2处开放"]


def test_a_closed_day_is_a_gap_in_the_line_of_a_base():
    week = Recurring(may(20, 29), "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU")
    made = strip(campaign(when=WEEK), [], [opened(opening(week))])

    assert [column.doors[0] for column in made.columns] == [
        *("from", "on", "on", "on", "till"),
        *("gap", "from", "till"),
    ]


def test_two_hours_of_a_day_are_one_activity():
    made = strip(campaign(), [activity(when=(session(25), session(25, "14:00", "15:00")))], [])

    assert made.columns[0].count == 1


def test_a_month_is_named_where_it_begins():
    made = strip(campaign(), [], [])

    assert [column.month for column in made.columns] == ["5月", "", "", "", "", "", "", "6月"]


def test_days_before_the_window_are_shown_if_they_hold_something():
    made = strip(campaign(), [activity(when=may(20))], [])

    assert made.columns[0].outside
    assert made.columns[1].path == ""
    assert made.outside == "5月20日—24日在活动期之外"


def test_what_lies_far_away_or_comes_again_does_not_stretch_the_strip():
    weekly = Recurring(Days(date(2024, 4, 1), date(2024, 7, 1)), "FREQ=WEEKLY;BYDAY=SA")
    made = strip(
        campaign(), [activity(when=weekly), activity(when=Days(date(2024, 3, 1), date(2024, 3, 1)))], []
    )

    assert [column.count for column in made.columns] == [1, 0, 0, 0, 0, 0, 0, 1]


def test_what_lies_on_no_day_is_a_band():
    month = Months(Month(2024, 5), Month(2024, 5))
    made = strip(campaign(), [activity(when=month), activity(when=DuringCampaign(WINDOW))], [])

    assert made.bands == (
        StripBand("month", "只写到月份，日期待定", 1),
        StripBand("whole", "在活动期间，日期通知未写明", 1),
    )
    assert made.high == 0


def test_a_pile_of_more_than_twelve_is_dense():
    made = strip(campaign(), [activity(id=f"a{number}") for number in range(13)], [])

    assert (made.high, made.dense) == (12, True)


def test_a_month_long_campaign_stands_in_weeks_from_its_weekday():
    made = strip(campaign(when=Days(date(2025, 9, 1), date(2025, 9, 30))), [], [])

    assert (made.weeks, made.start, len(made.columns)) == (True, 1, 30)


def test_what_does_not_take_place_is_a_hollow_slab_on_top_and_not_counted():
    off = activity(id="off", when=may(25, 26), change=Change(Status.CANCELLED))
    made = strip(campaign(), [off, activity()], [])

    assert [(one.slabs, one.count, one.gone, one.label) for one in made.columns[:3]] == [
        (("one", "off"), 1, 1, "5月25日周六，1场活动，1场不办了"),
        (("off",), 0, 1, "5月26日周日，没有排定的活动，1场不办了"),
        ((), 0, 0, "5月27日周一，没有排定的活动"),
    ]
    assert (made.high, made.runs, made.off) == (2, False, True)


def test_the_strip_reaches_to_a_day_that_has_lost_what_it_held():
    made = strip(campaign(), [activity(when=may(23), change=Change(Status.CANCELLED))], [])

    assert [column.number for column in made.columns[:3]] == ["23", "24", "25"]
    assert made.columns[0].path == "calendar/2024-05-23.html"


def test_what_is_called_off_is_in_no_band_and_what_is_put_off_is():
    open_end = Unfixed("再定")
    made = strip(
        campaign(),
        [
            activity(id="off", when=DuringCampaign(WINDOW), change=Change(Status.CANCELLED)),
            activity(id="later", when=open_end, change=Change(Status.POSTPONED, "", (may(25),))),
        ],
        [],
    )

    assert made.bands == (StripBand("unknown", "时间待定", 1),)


def test_the_strip_and_the_calendar_count_the_same():
    members = [
        activity(id="a", when=(session(25, "09:30", ""), session(25, "14:00", ""), session(26))),
        activity(id="b", when=(may(25, 27), session(26))),
        activity(id="c", when=SINCE),
        activity(id="d", when=MORNING),
    ]
    known = agenda(catalogue(*members))
    held = {day.isoformat(): list(once(known.events_on[day])) for day in known.days}
    counted = {day: len(events) for day, events in held.items() if events}
    made = strip(campaign(), members, ())

    assert {column.day: column.count for column in made.columns if column.count} == counted
    assert counted == {"2024-05-25": 4, "2024-05-26": 2, "2024-05-27": 1}


def test_several_hours_of_a_day_are_explained():
    twice = activity(when=(session(25, "09:30", ""), session(25, "14:00", "")))

    assert [strip(campaign(), [one], ()).several for one in (twice, activity())] == [True, False]
