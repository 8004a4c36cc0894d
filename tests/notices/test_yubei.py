"""渝北 2024: eight activities of the plan, twenty of thirteen bases, four opening periods."""

from collections import Counter
from datetime import date

import pytest

from scienceweek.model.activity import Activity, Admits, Tier
from scienceweek.model.campaign import Campaign, Disclosure
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.model.place import Admission, AtBase, AtPlace, AtVenue, Base, Fee
from scienceweek.model.schedule import Days, DuringCampaign, Unfixed

PARENT = "2024-yubei-08"


@pytest.fixture
def campaign(catalogue: Catalogue) -> Campaign:
    return next(one for one in catalogue.campaigns if one.id == "2024-yubei")


@pytest.fixture
def plan(catalogue: Catalogue) -> tuple[Activity, ...]:
    return tuple(one for one in catalogue.of_campaign["2024-yubei"] if not one.part_of)


@pytest.fixture
def items(catalogue: Catalogue) -> tuple[Activity, ...]:
    return catalogue.parts_of[PARENT]


@pytest.fixture
def bases(catalogue: Catalogue) -> tuple[Base, ...]:
    return tuple(base for base in catalogue.bases if base.district.id == "yubei")


def test_the_plan_has_eight_activities_and_its_eighth_holds_twenty_of_the_bases(plan, items):
    assert [one.id for one in plan] == [f"2024-yubei-{number:02}" for number in range(1, 9)]
    assert len(items) == 20
    assert {one.tier for one in items} == {Tier.BASE}


def test_the_eight_say_no_day_place_fee_or_booking(plan, campaign):
    assert [(one.when, one.where, one.admission) for one in plan] == [
        ((DuringCampaign(campaign.when),), (), Admission())
    ] * 8


def test_the_eight_have_the_responsible_organisations_of_the_notice(plan):
    parties = [part.parties for one in plan for part in one.organisers if part.role is Role.RESPONSIBLE]

    assert [len(one) for one in parties] == [2, 3, 3, 5, 3, 1, 2, 1]
    assert [party.name for one in parties for party in one if party.organisation is None] == []


def test_thirteen_bases_stand_in_the_order_of_the_annex(bases):
    assert [base.source for base in bases] == [f"annex-{number}" for number in range(1, 14)]


def test_six_are_venues_five_train_one_is_of_the_media_and_one_researches(bases):
    assert Counter(base.type.id for base in bases) == {"venue": 6, "training": 5, "media": 1, "research": 1}


def test_four_bases_have_two_phones_and_the_others_one(bases):
    phones = {base.source: sum(len(contact.phones) for contact in base.contacts) for base in bases}

    assert Counter(phones.values()) == {1: 9, 2: 4}
    assert [source for source, many in phones.items() if many == 2] == [
        "annex-3",
        "annex-5",
        "annex-6",
        "annex-13",
    ]


def test_contacts_of_bases_are_public_because_the_notice_is(bases, campaign):
    assert campaign.notice.disclosure is Disclosure.PUBLIC
    assert [(contact.show, contact.basis) for base in bases for contact in base.contacts] == [
        (Show.PUBLIC, "2024-yubei")
    ] * 13


def test_two_bases_share_one_address(bases):
    shared = [address for address, many in Counter(base.address for base in bases).items() if many > 1]

    assert shared == ["重庆市渝北区宝圣大道301号"]


def test_there_are_four_opening_periods_all_free(bases):
    openings = [(base.source, one.when, one.admission.fee) for base in bases for one in base.openings]

    assert openings == [
        ("annex-1", (Days(date(2024, 5, 31), date(2024, 5, 31)),), Fee.FREE),
        ("annex-5", (Days(date(2024, 5, 25), date(2024, 6, 1)),), Fee.FREE),
        ("annex-7", (Days(date(2024, 5, 25), date(2024, 6, 1)),), Fee.FREE),
        ("annex-12", (Days(date(2024, 5, 25), date(2024, 5, 28)),), Fee.FREE),
    ]


def test_six_items_are_at_the_main_venue(catalogue):
    assert [one.id for one in catalogue.of_venue["chuangkegang"]] == [
        "2024-yubei-b04-1",
        "2024-yubei-b06-1",
        "2024-yubei-b08-3",
        "2024-yubei-b08-4",
        "2024-yubei-b09-1",
        "2024-yubei-b11-1",
    ]


def test_items_happen_at_the_main_venue_at_their_base_at_named_places(items):
    places = Counter(type(one.where[0]) if one.where else None for one in items)

    assert places == {AtVenue: 6, AtBase: 7, AtPlace: 7}


def test_three_items_are_before_the_window(items, campaign):
    early = [
        one.id
        for one in items
        for when in one.when
        if isinstance(when, Days) and when.last < campaign.when.first
    ]

    assert early == ["2024-yubei-b01-1", "2024-yubei-b08-1", "2024-yubei-b08-2"]


def test_one_item_has_no_date(items):
    assert [(one.id, one.when) for one in items if isinstance(one.when[0], Unfixed)] == [
        ("2024-yubei-b10-1", (Unfixed("时间未定"),))
    ]


def test_a_second_month_left_out_is_the_first(catalogue):
    assert catalogue.activity["2024-yubei-b09-1"].when == (Days(date(2024, 5, 25), date(2024, 5, 27)),)


def test_nobody_is_told_that_a_school_or_a_hospital_admits_the_public(items):
    elsewhere = {
        one.where[0].name: one.admits for one in items if one.where and isinstance(one.where[0], AtPlace)
    }

    assert elsewhere == {
        "新牌坊小学": Admits.UNKNOWN,
        "中煤科工重庆设计研究院": Admits.INVITED,
        "渝北区龙山小学": Admits.UNKNOWN,
        "渝北区重光小学": Admits.UNKNOWN,
        "渝北区天一新城小学": Admits.UNKNOWN,
        "立人小学": Admits.UNKNOWN,
        "重庆市妇幼保健院冉家坝院区": Admits.UNKNOWN,
    }


def test_what_the_annex_does_not_say_about_who_may_come_is_marked_as_inferred(items):
    assert [
        one.id for one in items if one.admits is not Admits.UNKNOWN and "admits" not in one.inferred
    ] == []


def test_what_follows_a_dash_is_a_subtitle(items):
    assert [one.subtitle for one in items if one.subtitle] == [
        "儿童专场",
        "妇产专场",
        "贫困特殊儿童捐赠",
        "钱学森系统工程论对法治建设的贡献",
        "追寻青铜器的金声和鸣",
        "为青铜器正妆",
    ]


def test_the_report_is_due_on_the_4th_of_june(campaign):
    assert [(one.when, one.to) for one in campaign.deadlines] == [(date(2024, 6, 4), "区科技局")]


def test_the_notice_has_no_number(campaign):
    assert campaign.notice.number == ""
    assert campaign.notice.issued == date(2024, 5, 17)
    assert len(campaign.strands) == 3


def test_at_least_one_base_has_a_text_of_its_own(bases):
    assert [base.source for base in bases if base.body] == ["annex-1", "annex-8", "annex-13"]


def test_that_a_school_in_the_column_of_times_is_the_place_is_inferred(catalogue):
    item = catalogue.activity["2024-yubei-b10-1"]

    assert (item.where, item.inferred) == ((AtPlace("立人小学"),), ("where",))


def test_all_units_must_report(campaign):
    assert [(due.by, due.to) for due in campaign.deadlines] == [("各单位", "区科技局")]
