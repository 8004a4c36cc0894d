from dataclasses import replace
from datetime import date

from samples import SATURDAYS, activity, may, opened, opening, session, sessions
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Days
from scienceweek.model.session import SessionStatus, SubEvent
from scienceweek.views.parts.programme import programme

DAYS = (date(2024, 5, 25), date(2024, 5, 26), date(2024, 5, 27))


def test_what_begins_and_what_goes_on_are_told_apart():
    made = programme(DAYS, [activity(id="long", when=may(25, 26)), activity(id="short", when=may(26))])

    assert [([line.path for line in day.starts], [line.path for line in day.still]) for day in made] == [
        (["activities/long.html"], []),
        (["activities/short.html"], ["activities/long.html"]),
        ([], []),
    ]


def test_a_day_goes_by_the_hour():
    made = programme(
        DAYS[:1],
        [activity(id="noon", when=session(start="12:00")), activity(id="dawn", when=session(start="06:00"))],
    )

    assert [line.path for line in made[0].starts] == ["activities/dawn.html", "activities/noon.html"]


def test_a_day_is_dated_and_counts_who_is_open():
    day = programme(DAYS[:1], [], [opened(opening(may(25, 28)), opening(may(25)))])[0]

    assert (day.day, day.path, day.said, day.month, day.number, day.week, day.openings) == (
        "2024-05-25",
        "calendar/2024-05-25.html",
        "5月25日",
        "5月",
        "25",
        "周六",
        1,
    )


def test_an_activity_of_several_hours_stands_once_on_its_day_with_all_of_them():
    twice = activity(when=(session(25, "10:30", "11:00"), session(25, "14:30", ""), session(26)))
    made = programme(DAYS, [twice, activity(id="weekly", when=SATURDAYS)])

    assert [[line.note for line in day.starts] for day in made] == [
        ["9:00—11:00", "10:30—11:00、14:30开始"],
        ["9:30—11:00"],
        [],
    ]


def test_a_base_counts_on_the_days_on_which_it_is_open():
    saturdays, others = opening(SATURDAYS), opening(replace(SATURDAYS, rule="FREQ=WEEKLY;BYDAY=SA,SU"))
    made = programme(DAYS, [], [opened(saturdays), opened(others, saturdays)])

    assert [day.openings for day in made] == [2, 1, 0]


def test_of_many_that_start_the_rest_is_folded():
    many = [activity(id=f"a{number}", when=may(25)) for number in range(20)]
    (day,) = programme([date(2024, 5, 25)], many)

    assert (len(day.starts), len(day.folded)) == (12, 8)


def test_of_many_that_go_on_the_first_are_named_and_all_are_counted():
    many = [activity(id=f"a{number}", when=may(25, 27)) for number in range(10)]
    (day,) = programme([date(2024, 5, 26)], many)

    assert (len(day.still), day.going) == (6, 10)


def test_what_does_not_take_place_keeps_its_days_and_says_why():
    off = activity(id="off", when=may(25, 26), change=Change(Status.CANCELLED, "暴雨"))
    moved = activity(id="moved", when=may(30), change=Change(Status.RESCHEDULED, "", (session(25),)))
    made = programme(DAYS, [off, moved, activity()])

    assert [(line.path, line.status, line.reason, line.note, line.gone) for line in made[0].gone] == [
        ("activities/off.html", "取消", "暴雨", "到5月26日", True),
        ("activities/moved.html", "改到5月30日 周四", "", "9:30—11:00", True),
    ]
    assert [[line.path for line in day.gone_on] for day in made] == [[], ["activities/off.html"], []]
    assert [[line.path for line in day.starts] for day in made] == [["activities/fish.html"], [], []]


def test_an_hour_within_days_that_go_on_stands_on_its_day():
    talk = activity(when=(may(25, 27), session(26)))

    assert [
        ([(line.path, line.note) for line in day.starts], len(day.still)) for day in programme(DAYS, [talk])
    ] == [
        ([("activities/fish.html", "到5月27日")], 0),
        ([("activities/fish.html", "到5月27日；9:30—11:00")], 0),
        ([], 1),
    ]


def test_days_at_the_end_of_a_month_stay_right():
    days = tuple(date(2024, month, day) for month, day in ((5, 30), (5, 31), (6, 1), (6, 2)))
    over = activity(when=Days(date(2024, 5, 31), date(2024, 6, 1)))

    assert [(len(day.starts), day.going) for day in programme(days, [over])] == [
        (0, 0),
        (1, 0),
        (0, 1),
        (0, 0),
    ]


def test_a_session_that_is_off_is_struck_beside_the_others():
    off = SubEvent(session(25, "14:00", "15:00"), status=SessionStatus.CANCELLED, reason="检修")
    (day,) = programme(DAYS[:1], [sessions(SubEvent(session(25)), off)])

    assert [(line.status, line.note, line.reason) for line in day.gone] == [("取消", "14:00—15:00", "检修")]
    assert [line.path for line in day.starts] == ["activities/fish.html"]


def test_several_hours_that_are_off_stand_on_one_line():
    off = activity(when=(session(25), session(25, "14:00", "15:00")), change=Change(Status.CANCELLED))
    (day,) = programme(DAYS[:1], [off])

    assert [line.note for line in day.gone] == ["9:30—11:00；14:00—15:00"]


def test_days_in_a_row_without_anything_are_one():
    month = tuple(date(2024, 5, day) for day in range(1, 31))
    made = programme(month, [activity(when=may(3)), activity(id="late", when=may(29))])

    assert [(day.day, day.said, day.until) for day in made] == [
        ("2024-05-01", "5月1日", ""),
        ("2024-05-02", "5月2日", ""),
        ("2024-05-03", "5月3日", ""),
        ("2024-05-04", "5月4日—28日", "至5月28日"),
        ("2024-05-29", "5月29日", ""),
        ("2024-05-30", "5月30日", ""),
    ]


def test_days_apart_without_anything_are_not_one():
    apart = (date(2024, 5, 1), date(2024, 5, 3), date(2024, 5, 5))

    assert [day.until for day in programme(apart, [])] == ["", "", ""]
