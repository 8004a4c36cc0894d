from datetime import date

import pytest

from samples import activity, campaign, catalogue, district, may
from scienceweek.model.schedule import Days
from scienceweek.views.parts.season import Face, PastYear, campaigns, leading_here, season

OTHER = campaign(id="2024-beibei", when=may(28, 31))


@pytest.mark.parametrize(
    ("today", "is_now"),
    [
        (date(2024, 5, 30), Face.CITY),
        (date(2024, 5, 25), Face.RUNNING),
        (date(2024, 5, 24), Face.BEFORE),
        (date(2024, 4, 24), Face.BEFORE),
        (date(2024, 4, 23), Face.OFF),
        (date(2024, 6, 2), Face.OFF),
    ],
)
def test_a_site_has_the_season_of_its_campaigns(today, is_now):
    assert season(catalogue(campaign(), OTHER), today) == is_now


def test_what_runs_or_is_to_come_is_not_past():
    old = campaign(id="2023-yubei", when=Days(date(2023, 5, 20), date(2023, 5, 27)))
    made = campaigns(catalogue(campaign(), OTHER, old), date(2024, 5, 26))

    assert [[entry.path for entry in some] for some in (made.running, made.coming, made.past)] == [
        ["campaigns/2024-yubei.html"],
        ["campaigns/2024-beibei.html"],
        ["campaigns/2023-yubei.html"],
    ]


def test_of_many_that_are_over_the_years_are_told():
    old = [
        campaign(id=f"{year}", when=Days(date(year, 5, 20), date(year, 5, 27))) for year in range(2015, 2024)
    ]
    made = campaigns(catalogue(*old, activity(campaign=old[-1])), date(2024, 5, 26))

    assert (made.past, len(made.years)) == ((), 9)
    assert made.years[0] == PastYear("2023", "campaigns.html#y2023", "1个区县，1项")


@pytest.mark.parametrize(
    ("today", "leads"),
    [
        (date(2024, 5, 25), "2024-yubei"),
        (date(2024, 9, 15), "autumn"),
        (date(2024, 9, 10), "city-day"),
        (date(2024, 7, 1), "autumn"),
        (date(2024, 12, 1), "autumn"),
    ],
)
def test_what_is_on_leads_a_district_before_what_is_announced(today: date, leads: str):
    autumn = campaign(id="autumn", when=Days(date(2024, 9, 14), date(2024, 9, 20)))
    city = district(id="chongqing", name="重庆市")
    of_city = campaign(id="city-day", district=city, when=Days(date(2024, 9, 1), date(2024, 9, 12)))
    found = leading_here((autumn, campaign(), of_city), today)

    assert found is not None
    assert found.id == leads


def test_where_there_is_no_campaign_none_leads():
    assert leading_here((), date(2024, 5, 25)) is None
