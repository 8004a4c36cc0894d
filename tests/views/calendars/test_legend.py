"""What the shapes of a month mean."""

from samples import WINDOW, activity, may
from scienceweek.model.schedule import DuringCampaign, Month, Months, YearRound
from scienceweek.views.calendars.agenda import Undated
from scienceweek.views.calendars.legend import legend
from scienceweek.views.calendars.weeks import MonthEntry, Name, weeks


def shapes(*entries: MonthEntry) -> list[str]:
    found = weeks(Month(2024, 5).days, entries)
    return [key.shape for key in legend([cell for week in found for cell in week.cells], ())]


def entry(first: int, last: int, shape: str = "activity", *, gone: bool = False) -> MonthEntry:
    return MonthEntry(may(first, last), shape, (Name(("鱼",), "activities/fish.html"),), gone=gone)


def test_an_empty_month_needs_no_legend():
    assert shapes() == []


def test_what_is_on_one_day_explains_itself():
    assert shapes(entry(21, 21)) == []


def test_a_torn_end_is_explained_only_where_there_is_one():
    assert shapes(entry(21, 22)) == ["activity"]
    assert shapes(entry(25, 27)) == ["activity", "torn"]


def test_an_opening_of_one_day_is_explained_too():
    assert shapes(entry(31, 31, "opening")) == ["opening"]


def test_what_does_not_take_place_is_explained():
    assert shapes(entry(21, 21, gone=True)) == ["gone"]


def test_bands_are_explained_after_the_grid():
    may_ = Months(Month(2024, 5), Month(2024, 5))
    undated = [Undated(activity(when=when), when) for when in (YearRound(2024), may_, DuringCampaign(WINDOW))]

    assert [key.shape for key in legend((), undated)] == ["month", "whole", "year"]
