from datetime import date

from samples import activity, campaign, catalogue, may, session
from scienceweek.model.schedule import Days, Month, Months
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.calendars.around_today import DatedLine, later, this_day

LEAP = date(2024, 2, 29)


def test_what_is_to_come_has_its_day_and_hour_or_the_month_that_is_known():
    known = agenda(
        catalogue(
            activity(id="over", when=may(2)),
            activity(title="月壤", when=session(25)),
            activity(id="summer", title="月壤", when=Months(Month(2024, 6), Month(2024, 6))),
        )
    )

    assert later(known, date(2024, 5, 10)) == (
        DatedLine(
            "activities/fish.html",
            ("月壤",),
            "5月25日 周六 9:30—11:00",
            (),
            "2024-05-25",
            "2024",
        ),
        DatedLine("activities/summer.html", ("月壤",), "2024年6月内，日期待定", ()),
    )


def test_of_a_campaign_that_is_over_nothing_is_to_come():
    known = agenda(catalogue(activity(when=Months(Month(2024, 5), Month(2024, 12)))))

    assert later(known, date(2024, 8, 1)) == ()


def test_about_this_day_each_earlier_year_has_one():
    before = campaign(id="2023", when=Days(date(2023, 5, 20), date(2023, 5, 27)))
    known = agenda(
        catalogue(
            activity(id="near", when=may(26)),
            activity(id="far", when=may(30)),
            activity(id="old", campaign=before, when=Days(date(2023, 5, 22), date(2023, 5, 22))),
        )
    )

    assert [(one.path, one.year) for one in this_day(known, date(2026, 5, 25))] == [
        ("activities/near.html", "2024"),
        ("activities/old.html", "2023"),
    ]


def test_the_day_that_few_years_have_has_its_neighbours():
    known = agenda(catalogue(activity(when=Days(date(2023, 3, 1), date(2023, 3, 1)))))

    assert [one.day for one in this_day(known, LEAP)] == ["2023-03-01"]
