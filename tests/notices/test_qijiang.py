"""綦江 2021: twelve activities, most of them known only to the month."""

from collections import Counter
from datetime import date

import pytest

from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign, Disclosure
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Role
from scienceweek.model.place import AtPlace, AtVenue, InArea, OnTour
from scienceweek.model.schedule import Days, Month, Months


@pytest.fixture
def campaign(catalogue: Catalogue) -> Campaign:
    return next(one for one in catalogue.campaigns if one.id == "2021-qijiang")


@pytest.fixture
def activities(catalogue: Catalogue) -> tuple[Activity, ...]:
    return catalogue.of_campaign["2021-qijiang"]


def test_it_has_twelve_activities_in_the_order_of_the_notice(activities):
    assert [one.id for one in activities] == [f"2021-qijiang-{number:02}" for number in range(1, 13)]
    assert [one.source for one in activities] == [f"s3-{number}" for number in range(1, 13)]


def test_each_activity_has_the_responsible_organisations_of_the_notice(activities):
    responsible = [
        {part.role: part.parties for part in one.organisers}[Role.RESPONSIBLE] for one in activities
    ]

    assert [len(parties) for parties in responsible] == [18, 16, 6, 6, 3, 3, 3, 11, 5, 5, 4, 7]


def test_every_responsible_organisation_is_known(activities):
    parties = [party for one in activities for part in one.organisers for party in part.parties]

    assert [party.name for party in parties if party.organisation is None] == []


def test_two_activities_have_a_day_nine_a_range_of_months_and_one_a_month(activities):
    shapes = Counter(
        "month" if isinstance(when, Months) and when.first == when.last else type(when).__name__
        for one in activities
        for when in one.when
    )

    assert shapes == {"Days": 2, "Months": 9, "month": 1}


def test_the_exact_days_are_both_the_26th_of_may(activities):
    exact = [when for one in activities for when in one.when if isinstance(when, Days)]

    assert exact == [Days(date(2021, 5, 26), date(2021, 5, 26))] * 2


def test_the_month_ranges_are_those_of_the_notice(activities):
    months = [
        (when.first.month, when.last.month)
        for one in activities
        for when in one.when
        if isinstance(when, Months)
    ]

    assert months == [(4, 5), (4, 5), (4, 5), (6, 8), (5, 10), (4, 7), (7, 12), (4, 12), (4, 5), (5, 5)]
    assert activities[11].when == (Months(Month(2021, 5), Month(2021, 5)),)


def test_the_hall_is_one_venue_written_in_two_ways(catalogue):
    at_hall = catalogue.of_venue["qijiang-kechuang-centre"]
    words = [place.as_written for one in at_hall for place in one.where if isinstance(place, AtVenue)]

    assert words == ["綦江科创中心（古剑山高速路出口）", "綦江区科创中心"]


def test_places_are_of_the_kind_that_the_notice_names(activities):
    assert [tuple(type(place) for place in one.where) for one in activities] == [
        (AtVenue,),
        (AtVenue,),
        (InArea,),
        (InArea,),
        (AtPlace,),
        (InArea, OnTour),
        (InArea,),
        (InArea,),
        (InArea,),
        (InArea,),
        (AtPlace,),
        (InArea,),
    ]


def test_the_exhibition_has_three_themes(campaign):
    assert [strand.title for strand in campaign.strands] == [
        "突出宣传党对科技全面领导和方向指引",
        "大力弘扬科学家精神",
        "展示创新驱动发展突出成就",
    ]


def test_the_summary_is_due_on_the_last_of_may(campaign):
    assert [(one.when, one.by, one.to) for one in campaign.deadlines] == [
        (date(2021, 5, 31), "各牵头部门、单位", "区科普工作联席会议办公室（区科技局）")
    ]


def test_the_notice_is_dated_two_days_after_the_week_began(campaign):
    assert campaign.name == "2021年重庆市綦江区科技活动周"
    assert campaign.when == Days(date(2021, 5, 22), date(2021, 5, 28))
    assert campaign.theme == "百年回望：中国共产党领导科技发展"
    assert campaign.notice.number == "綦江府办〔2021〕20号"
    assert campaign.notice.issued == date(2021, 5, 24)
    assert campaign.notice.disclosure is Disclosure.UNKNOWN


def test_the_second_and_the_eighth_activity_have_a_long_text(activities):
    assert [one.id for one in activities if one.body] == ["2021-qijiang-02", "2021-qijiang-08"]
