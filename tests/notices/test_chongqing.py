"""重庆 2022: a science day of three main venues, seven joint actions and four parts online."""

from collections import Counter
from datetime import date

import pytest

from scienceweek.model.activity import Activity, Tier
from scienceweek.model.campaign import Campaign, Series
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Role
from scienceweek.model.place import AtVenue, Online
from scienceweek.model.schedule import Days, DuringCampaign


@pytest.fixture
def campaign(catalogue: Catalogue) -> Campaign:
    return next(one for one in catalogue.campaigns if one.id == "2022-chongqing")


@pytest.fixture
def activities(catalogue: Catalogue) -> tuple[Activity, ...]:
    return catalogue.of_campaign["2022-chongqing"]


def test_its_fourteen_records_are_three_main_venues_seven_joint_actions_and_four_parts_online(activities):
    assert Counter(one.tier for one in activities) == {
        Tier.CITY_MAIN: 1,
        Tier.DEPARTMENT_MAIN: 1,
        Tier.DISTRICT_MAIN: 1,
        Tier.JOINT_ACTION: 7,
        Tier.ONLINE: 4,
    }


def test_every_record_is_during_the_days_of_the_campaign(activities, campaign):
    assert campaign.when == Days(date(2022, 9, 15), date(2022, 9, 21))
    assert campaign.also == "主题宣传活动贯穿全年"
    assert {one.when for one in activities} == {(DuringCampaign(campaign.when),)}


def test_the_parts_online_have_no_address_yet_and_their_time_is_inferred(activities):
    online = [(one.title, one.where, one.inferred) for one in activities if one.tier is Tier.ONLINE]

    assert online == [
        ("川渝科普日云联动", (Online(),), ("when",)),
        ("开学科普季", (Online(),), ("when",)),
        ("云上科技馆", (Online(),), ("when",)),
        ("第五届重庆市公民科学素质大赛网络赛", (Online(),), ("when",)),
    ]


def test_the_city_s_main_venue_lies_in_another_district(activities):
    place = activities[0].where[0]

    assert isinstance(place, AtVenue)
    assert (place.venue.id, place.venue.district.id) == ("jiulong-riverside-square", "jiulongpo")


def test_the_number_that_stands_twice_has_an_anchor_of_its_own(activities):
    assert [one.source for one in activities] == [
        "s4-1",
        "s4-2",
        "s4-3",
        *(f"s4-4-{number}" for number in range(1, 8)),
        *(["s4-4b"] * 4),
    ]


def test_sixteen_bodies_organise_it_and_each_has_its_full_name(campaign):
    organisers = {part.role: part.parties for part in campaign.organisers}[Role.CO_ORGANISER]

    assert len(organisers) == 16
    assert [(party.name, party.organisation.name) for party in organisers][:3] == [
        ("市科协", "重庆市科学技术协会"),
        ("市委宣传部", "中共重庆市委宣传部"),
        ("市委网信办", "中共重庆市委网络安全和信息化委员会办公室"),
    ]
    assert "、".join(party.organisation.name for party in organisers) == campaign.notice.issuer


def test_activities_are_registered_from_the_middle_of_august_to_the_28th_of_september(campaign):
    assert campaign.registration.when == Days(date(2022, 8, 15), date(2022, 9, 28))


def test_a_district_owes_ten_activities_and_eight_kinds_of_unit_two_each(campaign):
    assert [quota.at_least for quota in campaign.quotas] == [10, 2, 2, 2, 2, 2, 2, 2, 2]


def test_two_things_are_due_on_the_13th_of_october(campaign):
    assert [one.when for one in campaign.deadlines] == [date(2022, 10, 13)] * 2


def test_the_liaison_sheet_has_every_organiser_and_the_platform_s_desk(campaign):
    organisers = [party.name for part in campaign.organisers for party in part.parties]

    assert [contact.post for contact in campaign.contacts] == [
        "市科协科学技术普及部",
        *organisers[1:],
        "全国科普日网站（科普中国客户端）技术运营咨询",
    ]


def test_the_title_is_not_in_the_source_and_stays_empty(campaign):
    notice = campaign.notice

    assert campaign.name == "2022年重庆市全国科普日"
    assert campaign.series is Series.DAY
    assert (notice.title, notice.number) == ("", "")
    assert notice.defects[0] == "原文从半句话开始，标题、文号和开头不在其中。"
    assert notice.text.startswith("的通知》（科协发普字〔2022〕29号）要求，")
