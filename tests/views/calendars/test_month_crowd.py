"""The month of a city: counts on one scale."""

from datetime import date

from samples import activity, base, campaign, catalogue, district, may, opening, session
from scienceweek.model.activity import Activity, Change, Status
from scienceweek.model.schedule import Month
from scienceweek.model.term import Term
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.calendars.month_crowd import Crowd, CrowdDay, crowd, is_crowded

MAY = Month(2024, 5)
HEALTH, SPACE = Term("health", "健康"), Term("space", "航天")
NANAN = district(id="nanan", name="南岸区", short="南岸", code="500108")


def many(number: int, prefix: str = "a", **changes: object) -> list[Activity]:
    return [activity(id=f"{prefix}{at}", title=f"讲座{at}", **changes) for at in range(number)]


def made(*things: object) -> Crowd:
    return crowd(MAY, agenda(catalogue(*things)))


def day_of(found: Crowd, day: int) -> CrowdDay:
    iso = date(2024, 5, day).isoformat()
    return next(one for week in found.weeks for one in week.days if one.day == iso)


def shares(day: CrowdDay) -> list[tuple[str, int, int]]:
    return [(one.word, one.number, one.width) for one in day.shares]


def test_a_dozen_on_one_day_makes_a_month_crowded_and_what_is_off_does_not():
    off = activity(id="off", change=Change(Status.CANCELLED))

    assert [
        is_crowded(MAY, agenda(catalogue(*found))) for found in (many(12), many(11), [*many(11), off])
    ] == [True, False, False]


def test_a_day_is_counted_by_topic_on_the_scale_of_the_month():
    found = made(
        *many(8, "h", topics=(HEALTH, SPACE)),
        *many(4, "s", topics=(SPACE,)),
        *many(3, "n"),
        *many(16, "o", when=may(26), topics=(SPACE,)),
    )

    assert found.by == "主题"
    assert shares(day_of(found, 25)) == [("健康", 8, 50), ("航天", 4, 25), ("其他", 3, 19)]
    assert shares(day_of(found, 26)) == [("航天", 16, 100)]
    assert [(one.at, one.width) for one in day_of(found, 25).stretches] == [(0, 50), (50, 25), (75, 19)]


def test_of_more_than_four_topics_the_rest_is_one():
    topics = [Term(f"t{at}", f"主题{at}") for at in range(6)]
    found = made(*(one for at, topic in enumerate(topics) for one in many(6 - at, f"t{at}", topics=(topic,))))

    assert shares(day_of(found, 25))[-1] == ("其他", 3, 50)
    assert len(day_of(found, 25).shares) == 5


def test_without_topics_it_is_by_district_and_of_one_district_by_the_part_of_the_day():
    several = made(*many(8), *many(5, "n", district=NANAN))
    hours = ("09:00", "14:00", "19:00")
    one = made(*many(4), *(x for hour in hours for x in many(4, hour[:2], when=session(25, hour, ""))))

    assert (several.by, shares(day_of(several, 25))) == ("区县", [("渝北", 8, 100), ("南岸", 5, 62)])
    assert (one.by, [word for word, _, _ in shares(day_of(one, 25))]) == (
        "时段",
        ["上午", "下午", "晚上", "其他"],
    )


def test_a_day_with_few_names_them():
    museum = base(openings=(opening(may(20)),))
    off = activity(id="off", when=may(20), change=Change(Status.CANCELLED))

    day = day_of(made(*many(12), *many(5, "few", when=may(20)), museum, off), 20)

    assert (day.number, day.names, day.more, day.shares) == (5, ("讲座0", "讲座1", "讲座2"), 2, ())
    assert (day.doors, day.off, day.path) == (1, 1, "calendar/2024-05-20.html")


def test_windows_and_what_lasts_are_one_rail_a_week_each():
    other = campaign(id="2024-nanan", name="2024年南岸区科技活动周", district=NANAN, when=may(22, 28))

    found = made(*many(12), *many(3, "l", when=may(26, 27)), other)

    rails = [
        [[(one.at, one.over, one.word, one.until) for one in rails] for rails in (week.windows, week.lasting)]
        for week in found.weeks[3:]
    ]
    assert rails == [
        [[(3, 5, "科技活动周，2个地方先后办", "到6月1日")], [(7, 1, "连着几天的3场", "看单子")]],
        [[(1, 6, "科技活动周，2个地方先后办", "到6月1日")], [(1, 1, "连着几天的3场", "看单子")]],
    ]
    assert (found.lasting, len(found.lines.shown), found.rest) == (3, 3, 0)
    assert [week.is_empty for week in found.weeks] == [True, True, True, False, False]


def test_an_hour_of_many_sessions_counts_once():
    twice = activity(id="twice", when=(session(25, "09:00"), session(25, "14:00")))

    assert day_of(made(*many(12), twice), 25).number == 13
