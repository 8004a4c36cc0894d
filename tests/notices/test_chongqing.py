"""重庆 2022: a science day of three main venues, seven joint actions and four parts online."""

from collections import Counter
from datetime import date

import pytest

from scienceweek.model.activity import Activity, Tier
from scienceweek.model.campaign import Branding, Campaign, Series
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
    there = (
        Online(platform="全国科普日平台、科普重庆网站和微信公众号、重庆科协新媒体矩阵、重庆科技融媒体中心"),
    )
    online = [(one.title, one.where, one.inferred) for one in activities if one.tier is Tier.ONLINE]

    assert online == [
        ("川渝科普日云联动", there, ("when",)),
        ("开学科普季", there, ("when",)),
        ("云上科技馆", there, ("when",)),
        ("第五届重庆市公民科学素质大赛网络赛", there, ("when",)),
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
    assert {quota.note for quota in campaign.quotas} == {"原则上，组织开展并有效填报"}


def test_two_things_are_due_on_the_13th_of_october(campaign):
    assert [(one.when, one.by) for one in campaign.deadlines] == [(date(2022, 10, 13), "各活动举办单位")] * 2


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


def test_the_joint_actions_are_held_by_many_and_that_is_inferred(activities):
    held = {
        one.id.removeprefix("2022-chongqing-"): [
            party.name for part in one.organisers for party in part.parties
        ]
        for one in activities
        if "organisers" in one.inferred
    }

    assert held == {
        "02": ["各联合主办单位"],
        "04-1": ["各联合主办单位"],
        "04-2": ["各级学会"],
        "04-3": ["2021—2025年全国科普示范县（区）创建和认定单位"],
        "04-5": ["农技协组织", "中国农技协科技小院"],
        "04-6": ["企业科协"],
        "04-7": ["重庆市公众科学素质促进联盟成员单位"],
    }


def test_the_actions_of_the_organisers_are_about_eleven_fields(activities):
    (action,) = [one for one in activities if one.id == "2022-chongqing-04-1"]

    assert len(action.topics) == 11


def test_six_indicators_and_three_marks_are_known(campaign):
    assert campaign.commendation.indicators == (
        "组织动员",
        "数量规模",
        "品牌宣传",
        "科技志愿",
        "联合行动",
        "网络活动话题协同",
    )
    assert campaign.branding == Branding(
        ("全国科普日标识", "科普中国标识", "科普重庆标识"), "2022年重庆市全国科普日活动", "s6-1"
    )
