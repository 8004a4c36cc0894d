"""The texts of the notices, and the way to them from every record."""

import re
from collections import Counter

import pytest

from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Show

_ANCHOR = re.compile(r"\{#([a-z0-9-]+)\}")


def _anchors(text: str) -> list[str]:
    return _ANCHOR.findall(text)


def _plain(text: str) -> str:
    """*text* without headings' marks, anchors and spaces."""
    return re.sub(r"\s*\{#[a-z0-9-]+\}|^#+ |\s", "", text, flags=re.MULTILINE)


def _sources(catalogue: Catalogue, campaign: str) -> list[str]:
    """The source of everything that a campaign's notice gave."""
    (given,) = [one for one in catalogue.campaigns if one.id == campaign]
    bases = [base for base in catalogue.bases if base.campaign == given]
    openings = [one for base in catalogue.bases for one in base.openings if one.campaign == given]
    made = [*catalogue.of_campaign.get(campaign, ()), *bases, *openings]
    return [one.source for one in [*made, *given.strands, *given.deadlines, *given.forms]]


def test_there_are_five_notices_and_everything_of_them_can_be_shown(catalogue):
    assert {one.id for one in catalogue.campaigns} == {
        "2021-pingluo",
        "2021-puyang",
        "2021-qijiang",
        "2022-chongqing",
        "2024-yubei",
    }
    assert catalogue.withheld == ()


def test_every_source_leads_to_a_place_in_the_text_or_to_a_row_of_the_annex(catalogue):
    for campaign in catalogue.campaigns:
        rows = {base.source for base in catalogue.bases if base.campaign == campaign}
        there = {*_anchors(campaign.notice.text), *rows}

        assert [one for one in _sources(catalogue, campaign.id) if one not in there] == []


def test_no_anchor_stands_twice_in_a_notice(catalogue):
    for campaign in catalogue.campaigns:
        anchors = _anchors(campaign.notice.text)

        assert anchors == list(dict.fromkeys(anchors))


def test_every_paragraph_heading_can_be_pointed_at(catalogue):
    headings = [
        line for one in catalogue.campaigns for line in one.notice.text.splitlines() if line.startswith("#")
    ]

    assert [line for line in headings if not _ANCHOR.search(line)] == []


@pytest.mark.parametrize(
    ("campaign", "words", "times"),
    [
        ("2021-qijiang", "突出宣传党对科技全面领导和方向指引。突出宣传党对科技全面领导和方向指引。", 1),
        ("2021-pingluo", "重要指示 组织", 1),
        ("2021-puyang", "科研机构 and 高校院所", 2),
        ("2022-chongqing", "（四）“云上科普日”活动", 1),
    ],
)
def test_a_notice_keeps_its_own_defects(catalogue, campaign, words, times):
    (text,) = [one.notice.text for one in catalogue.campaigns if one.id == campaign]

    assert _plain(text).count(_plain(words)) == times


def test_what_strands_and_activities_say_stands_in_the_notice_word_for_word(catalogue):
    for campaign in catalogue.campaigns:
        notice = _plain(campaign.notice.text)
        told = [one.description for one in catalogue.of_campaign.get(campaign.id, ()) if not one.part_of]
        said = [strand.text for strand in campaign.strands]
        pieces = [piece for text in (*told, *said) for piece in re.split("[。；：]", _plain(text)) if piece]

        assert [piece for piece in pieces if piece not in notice] == []


def test_of_liaison_persons_only_the_offices_of_published_notices_are_public(catalogue):
    shows = Counter((one.id, contact.show) for one in catalogue.campaigns for contact in one.contacts)

    assert shows == {
        ("2024-yubei", Show.OFFICE): 1,
        ("2021-puyang", Show.OFFICE): 2,
        ("2021-qijiang", Show.INTERNAL): 1,
        ("2022-chongqing", Show.INTERNAL): 17,
    }
    offices = {
        phone.number
        for one in catalogue.campaigns
        for contact in one.contacts
        if contact.open
        for phone in contact.open.phones
    }
    assert offices == {"023-67821101", "0393-6666209"}


def test_no_notice_tells_the_name_phone_or_mailbox_of_a_liaison_person(catalogue):
    for campaign in catalogue.campaigns:
        text = campaign.notice.text
        private = [
            word
            for secret in campaign.contacts
            if (contact := secret.secret)
            for word in (
                *contact.name.split(),
                *(phone.number.rpartition("-")[2] for phone in contact.phones),
                contact.email,
            )
            if word
        ]

        assert [word for word in private if word in text] == []
        omitted = {"2021-puyang": 3, "2021-pingluo": 0, "2022-chongqing": 2}.get(campaign.id, 1)
        assert text.count("供来文单位，此处略〕") == omitted


def test_every_point_says_its_source_and_how_far_off_it_may_be(catalogue):
    points = [
        place.point for place in (*catalogue.districts, *catalogue.bases, *catalogue.venues) if place.point
    ]

    assert {point.source for point in points} == {"由街道或道路名估计，未核实"}
    assert [point for point in points if point.radius < 1500] == []


def test_only_bases_on_a_road_or_in_a_town_that_was_estimated_have_a_point(catalogue):
    assert [base.source for base in catalogue.bases if base.point] == [
        f"annex-{number}" for number in (1, 3, 4, 6, 7, 8, 9, 10, 12, 13)
    ]
    assert [venue.id for venue in catalogue.venues if venue.point] == []


def test_a_town_is_given_only_where_the_address_names_it(catalogue):
    towns = [(base.town, base.town in base.address) for base in catalogue.bases if base.town]

    assert towns == [("回兴街道", True), ("龙山街道", True), ("回兴街道", True)]


def test_a_short_name_is_only_a_shortening(catalogue):
    for base in catalogue.bases:
        rest = iter(base.name)

        assert all(sign in rest for sign in base.short_name)


def test_nobody_is_said_to_have_made_sure_of_a_base(catalogue):
    assert {base.verified for base in catalogue.bases} == {None}


def test_what_staff_are_told_is_that_four_parts_online_have_no_address(loaded):
    assert [warning.message for warning in loaded.warnings] == [
        f"“{title}”是线上活动，没有网址，网页上会写“网址未公布”。"
        for title in ("川渝科普日云联动", "开学科普季", "云上科技馆", "第五届重庆市公民科学素质大赛网络赛")
    ]
