from datetime import date, time

import pytest

from samples import WINDOW, may, session
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Recurring, Unfixed, YearRound
from scienceweek.views.wording import dates

SATURDAYS = Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA", time(9), time(11), (date(2024, 6, 1),))


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (session(25, "09:30", "11:00"), "5月25日 周六 9:30—11:00"),
        (session(25, "14:00", ""), "5月25日 周六 14:00开始"),
        (may(26), "5月26日 周日"),
        (may(25, 27), "5月25日—27日"),
        (WINDOW, "5月25日—6月1日"),
        (Days(date(2024, 12, 30), date(2025, 1, 2)), "2024年12月30日—2025年1月2日"),
        (Months(Month(2021, 5), Month(2021, 5)), "5月内，日期待定"),
        (Months(Month(2021, 4), Month(2021, 5)), "4月—5月内，日期待定"),
        (DuringCampaign(WINDOW), "活动期间（5月25日—6月1日），日期通知未写明"),
        (YearRound(2024), "2024年全年"),
        (SATURDAYS, "5月25日—6月1日 每周六 9:00—11:00，6月1日除外"),
        (Unfixed("时间根据集镇实际安排"), "时间根据集镇实际安排"),
    ],
)
def test_every_shape_of_schedule_has_words(when, said):
    assert dates.schedule(when) == said


def test_the_year_is_said_once_and_again_when_it_changes():
    schedules = (may(25), may(27), Days(date(2025, 1, 1), date(2025, 1, 1)))

    assert dates.when(schedules) == "2024年5月25日 周六；5月27日 周一；2025年1月1日 周三"


def test_a_span_over_new_year_names_both_years_and_neither_twice():
    span = Days(date(2024, 12, 30), date(2025, 1, 2))

    assert dates.days_in_full(span) == "2024年12月30日—2025年1月2日"
    assert dates.schedule_in_full(span) == "2024年12月30日—2025年1月2日"


def test_what_has_no_day_is_sorted_after_what_has_one():
    items = [(Unfixed("待定"),), (may(26),), (session(25, "14:00"),), (session(25, "09:00"),)]

    assert sorted(items, key=dates.order) == [items[3], items[2], items[1], items[0]]


def test_only_dated_shapes_have_a_first_and_a_last_day():
    assert (dates.first(SATURDAYS), dates.last(SATURDAYS)) == (WINDOW.first, WINDOW.last)
    assert (dates.first(DuringCampaign(WINDOW)), dates.last(YearRound(2024))) == (None, None)
