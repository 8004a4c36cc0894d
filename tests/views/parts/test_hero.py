from datetime import date

from samples import activity, base, campaign, catalogue, may, opening
from scienceweek.model.schedule import Days
from scienceweek.views.parts.hero import Today, hero, leading
from scienceweek.views.words.day_sentence import DaySentence

WEEK = campaign()
OLD = campaign(id="2021", when=Days(date(2021, 5, 22), date(2021, 5, 28)))
NEXT = campaign(id="2025", when=Days(date(2025, 5, 24), date(2025, 5, 31)))


def test_a_campaign_that_is_on_leads_then_the_next_then_the_latest():
    facts = catalogue(OLD, WEEK, NEXT)

    assert leading(facts, date(2024, 5, 25)) == WEEK
    assert leading(facts, date(2024, 6, 2)) == NEXT
    assert leading(facts, date(2026, 1, 1)) == NEXT
    assert leading(catalogue(), date(2026, 1, 1)) is None


def test_of_two_that_are_on_the_one_with_more_activities_leads():
    other = campaign(id="other")

    assert leading(catalogue(WEEK, other, activity(campaign=other)), date(2024, 5, 25)) == other


def test_in_the_week_today_is_shown_and_the_other_days_are_ready():
    made = hero(WEEK, catalogue(WEEK, activity(), base(openings=(opening(may(25)),))), date(2024, 5, 25))

    assert (made.state, made.ends) == ("current", ())
    assert made.days[0] == Today(
        day="2024-05-25",
        path="calendar/2024-05-25.html",
        said="5月25日",
        number="25",
        line="5月 周六",
        activities=1,
        openings=1,
        shown=True,
        sentence=DaySentence("5月25日", ("渝北有1场",), ("要先打电话",)),
    )
    assert made.days[1].sentence == DaySentence("5月26日", ("渝北没有排定的活动",))
    assert [day.shown for day in made.days] == [True, False, False, False, False, False, False, False]


def test_afterwards_it_is_an_archive_with_its_two_ends():
    made = hero(WEEK, catalogue(WEEK, activity(), base()), date(2026, 11, 22))

    assert (made.state, made.ends, made.days) == ("past", (("5月", "25"), ("6月", "1")), ())
    assert (made.window, made.months) == ("2024年5月25日—6月1日", "2024年5月—6月")
    assert made.sums == ("1 项活动", "1 处科普基地")


def test_a_campaign_inside_a_month_names_it_once():
    made = hero(OLD, catalogue(OLD), date(2026, 11, 22))

    assert (made.ends, made.months) == ((("", "22"), ("", "28")), "2021年5月")
