from datetime import date

from samples import WINDOW, activity, may, session
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Days
from scienceweek.views.calendars.month_tables import SmallMonthCell, month_tables


def cells(table):
    return {cell.day: cell for week in table.weeks for cell in week if cell.day}


def test_a_month_counts_what_is_on_each_day():
    (table,) = month_tables([activity(when=may(25, 27)), activity(when=session(26))], (WINDOW,))

    assert (table.word, table.path, table.number) == ("2024年5月", "calendar/2024-05.html", 3)
    assert cells(table)["2024-05-26"] == SmallMonthCell(
        "2024-05-26", "26", "calendar/2024-05-26.html", 2, "5月26日，2场活动", window=True
    )


def test_a_day_of_which_nothing_is_known_leads_nowhere():
    (table,) = month_tables([activity()], ())

    assert cells(table)["2024-05-01"] == SmallMonthCell(
        "2024-05-01", "1", "", 0, "5月1日，没有排定的活动", window=False
    )


def test_weeks_begin_on_monday_and_are_whole():
    (table,) = month_tables([activity()], ())

    assert [cell.number for cell in table.weeks[0]] == ["", "", "1", "2", "3", "4", "5"]
    assert {len(week) for week in table.weeks} == {7}


def test_only_the_latest_months_are_shown():
    activities = [activity(when=Days(date(2024, month, 3), date(2024, month, 3))) for month in (1, 4, 7, 9)]

    assert [table.word for table in month_tables(activities, ())] == ["2024年4月", "2024年7月", "2024年9月"]


def test_what_does_not_take_place_leads_to_its_day_and_is_not_counted():
    off = activity(when=may(24, 25), change=Change(Status.CANCELLED))
    (table,) = month_tables([off, activity(id="on")], ())

    assert table.number == 1
    assert cells(table)["2024-05-24"] == SmallMonthCell(
        "2024-05-24",
        "24",
        "calendar/2024-05-24.html",
        0,
        "5月24日，没有排定的活动，1场不办了",
        gone=1,
    )
    assert cells(table)["2024-05-25"].label == "5月25日，1场活动，1场不办了"
