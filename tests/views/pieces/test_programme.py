from datetime import date

from samples import activity, may, opening, session
from scienceweek.views.pieces.programme import programme

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
    day = programme(DAYS[:1], [], [opening(may(25, 28))])[0]

    assert (day.day, day.path, day.said, day.month, day.number, day.week, day.openings) == (
        "2024-05-25",
        "calendar/2024-05-25.html",
        "5月25日",
        "5月",
        "25",
        "周六",
        1,
    )


def test_of_many_that_start_the_rest_is_folded():
    many = [activity(id=f"a{number}", when=may(25)) for number in range(20)]
    (day,) = programme([date(2024, 5, 25)], many)

    assert (len(day.starts), len(day.folded)) == (12, 8)


def test_of_many_that_go_on_the_first_are_named_and_all_are_counted():
    many = [activity(id=f"a{number}", when=may(25, 27)) for number in range(10)]
    (day,) = programme([date(2024, 5, 26)], many)

    assert (len(day.still), day.going) == (6, 10)
