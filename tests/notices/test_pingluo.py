"""平罗 2021: five activities, ten open resources, a plan without number, issuer or date."""

from datetime import date, time

import pytest

from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Role
from scienceweek.model.place import AtBase, AtVenue, Fee, InArea
from scienceweek.model.schedule import Days, DuringCampaign, Session, Unfixed

WINDOW = Days(date(2021, 5, 17), date(2021, 5, 22))


@pytest.fixture
def campaign(catalogue: Catalogue) -> Campaign:
    return next(one for one in catalogue.campaigns if one.id == "2021-pingluo")


@pytest.fixture
def activities(catalogue: Catalogue) -> tuple[Activity, ...]:
    return catalogue.of_campaign["2021-pingluo"]


def test_of_five_activities_one_has_an_hour_one_is_to_be_announced_and_one_waits_for_market_days(activities):
    assert [one.when for one in activities] == [
        (Session(date(2021, 5, 17), time(9, 30)),),
        (DuringCampaign(WINDOW),),
        (DuringCampaign(WINDOW),),
        (Unfixed("时间根据集镇实际安排"),),
        (Unfixed("时间另行通知"),),
    ]


def test_ten_resources_are_open_of_which_only_the_name_is_known(catalogue, campaign):
    resources = [base for base in catalogue.bases if base.campaign == campaign]

    assert len(resources) == 10
    assert {(base.address, base.contacts, base.type, base.point) for base in resources} == {
        ("", (), None, None)
    }


def test_of_the_free_ones_the_plan_names_the_science_museum_only(catalogue):
    openings = [
        (base.id, one.when, one.admission.fee, one.source)
        for base in catalogue.bases
        for one in base.openings
    ]

    assert [one for one in openings if one[0] in {base.id for base in catalogue.bases_of["pingluo"]}] == [
        ("pingluo-science-museum", (DuringCampaign(WINDOW),), Fee.FREE, "s2-5")
    ]


def test_three_offices_drew_up_the_plan(campaign):
    drafters = {part.role: part.parties for part in campaign.organisers}[Role.DRAFTER]

    assert [party.organisation.name for party in drafters] == ["平罗县科技局", "平罗县委宣传部", "平罗县科协"]
    assert [(due.by, due.to) for due in campaign.deadlines] == [("各有关部门", "县科技局")]


def test_the_open_resources_are_where_the_third_activity_happens(catalogue, campaign, activities):
    resources = tuple(AtBase(base) for base in catalogue.bases if base.campaign == campaign)

    assert activities[2].where == resources


def test_the_ceremony_is_on_a_square_and_the_markets_are_in_four_named_places(activities):
    square = activities[0].where[0]

    assert isinstance(square, AtVenue)
    assert square.venue.id == "pingluo-qiyi-square"
    assert activities[3].where == (
        InArea(
            "陶乐镇庙庙湖村、红崖子乡红瑞村、姚伏、黄渠桥镇等主要集镇",
            ("陶乐镇庙庙湖村", "红崖子乡红瑞村", "姚伏", "黄渠桥镇"),
        ),
    )


def test_nineteen_take_part_and_each_is_known(campaign):
    participants = {part.role: part.parties for part in campaign.organisers}[Role.PARTICIPANT]

    assert len(participants) == 19
    assert [party.name for party in participants if party.organisation is None] == []


def test_a_county_office_is_the_same_under_both_its_names(campaign, activities):
    participants = {part.role: part.parties for part in campaign.organisers}[Role.PARTICIPANT]
    host = {part.role: part.parties for part in activities[1].organisers}[Role.HOST][0]

    assert [party.name for party in participants if party.organisation == host.organisation] == ["科技局"]
    assert host.name == "县科技局"


def test_there_are_five_strands_and_one_deadline(campaign):
    assert len(campaign.strands) == 5
    assert [(one.when, one.to) for one in campaign.deadlines] == [(date(2021, 5, 30), "县科技局")]


def test_number_issuer_and_date_are_not_in_the_source_and_stay_empty(campaign):
    notice = campaign.notice

    assert (notice.number, notice.issuer, notice.issued, notice.printed) == ("", "", None, None)
