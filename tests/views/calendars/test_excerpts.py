from datetime import date

import pytest

from samples import FIRST, WINDOW, activity, base, campaign, catalogue, may, opening, session
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.views.calendars import excerpts
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.pages.day import day_page
from scienceweek.views.pages.month import month_page
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(FIRST)
OTHER = campaign(id="2024-day", name="2024年全国科普日", when=Days(date(2024, 9, 15), date(2024, 9, 25)))
KNOWN = agenda(
    catalogue(
        base(openings=(opening(may(27, 31)),)),
        activity(id="early", when=may(20, 28)),
        activity(id="late", when=session(25, "14:00", "")),
        activity(id="first", when=session(25)),
        activity(id="gone", when=Unfixed("再定"), change=Change(Status.POSTPONED, "", (may(25),))),
        activity(id="whole", when=DuringCampaign(WINDOW)),
        activity(id="month", when=Months(Month(2024, 4), Month(2024, 6))),
        activity(id="year", when=YearRound(2024)),
        activity(id="autumn", campaign=OTHER, when=Days(date(2024, 9, 20), date(2024, 9, 20))),
    )
)


@pytest.mark.parametrize("day", KNOWN.days)
def test_a_day_is_made_of_its_excerpt(day):
    assert day_page(day, excerpts.of_day(day, KNOWN), PRIVACY) == day_page(day, KNOWN, PRIVACY)


@pytest.mark.parametrize("month", KNOWN.months)
def test_a_month_is_made_of_its_excerpt(month):
    assert month_page(month, excerpts.of_month(month, KNOWN), PRIVACY) == month_page(month, KNOWN, PRIVACY)


def test_an_excerpt_leaves_out_what_is_on_other_days():
    found = excerpts.of_day(date(2024, 5, 30), KNOWN)

    assert (found.events, [one.activity.id for one in found.undated]) == ((), ["whole"])
    assert found.days_beside == (date(2024, 5, 29), date(2024, 5, 31))
