from datetime import date

import pytest

from samples import WINDOW, activity, may, session
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Days, DuringCampaign, Recurring, Unfixed, YearRound
from scienceweek.views.wording.occasions import days_of


def test_an_activity_falls_on_the_days_that_are_known():
    weekly = Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA")

    assert days_of(activity(when=(session(25), may(26, 27), weekly))) == (
        may(25),
        may(26, 27),
        may(25),
        Days(date(2024, 6, 1), date(2024, 6, 1)),
    )


def test_what_is_not_known_to_the_day_falls_on_none():
    assert days_of(activity(when=(DuringCampaign(WINDOW), YearRound(2024), Unfixed("待定")))) == ()


@pytest.mark.parametrize(
    ("status", "days"),
    [
        (Status.CANCELLED, ()),
        (Status.POSTPONED, ()),
        (Status.RESCHEDULED, (may(25),)),
        (Status.MOVED_ONLINE, (may(25),)),
    ],
)
def test_what_does_not_take_place_falls_on_no_day(status, days):
    assert days_of(activity(change=Change(status))) == days
