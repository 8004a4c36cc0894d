"""濮阳 2021: no activity, but strands, two forms and two deadlines."""

from datetime import date

import pytest

from scienceweek.model.campaign import Campaign, Commendation, Disclosure
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Role
from scienceweek.model.schedule import Days


@pytest.fixture
def campaign(catalogue: Catalogue) -> Campaign:
    return next(one for one in catalogue.campaigns if one.id == "2021-puyang")


def test_it_has_no_activity_and_six_strands(catalogue, campaign):
    assert catalogue.of_campaign.get("2021-puyang", ()) == ()
    assert [strand.source for strand in campaign.strands] == [f"s2-{number}" for number in range(1, 7)]


def test_three_bodies_issued_it_and_hold_it(campaign):
    bodies = ["濮阳市科学技术局", "中共濮阳市委宣传部", "濮阳市科学技术协会"]

    assert [
        (part.role, [party.organisation.name for party in part.parties]) for part in campaign.organisers
    ] == [(Role.ISSUER, bodies), (Role.HOST, bodies)]


def test_it_has_another_name_in_its_notice_and_the_districts_must_report(campaign):
    assert campaign.called == "2021年全市科技活动周"
    assert [one.by for one in campaign.deadlines] == ["各县（区）"] * 2
    assert campaign.commendation == Commendation(
        "对2021年度科技活动周优秀组织单位和人员，将推荐上级部门给予表彰。", source="s3-3"
    )


def test_it_was_signed_on_the_8th_and_printed_on_the_10th_of_may(campaign):
    assert campaign.when == Days(date(2021, 5, 22), date(2021, 5, 28))
    assert campaign.notice.number == "濮科〔2021〕18号"
    assert campaign.notice.issued == date(2021, 5, 8)
    assert campaign.notice.printed == date(2021, 5, 10)
    assert campaign.notice.disclosure is Disclosure.PUBLIC


def test_forms_are_due_on_the_15th_of_may_and_reports_on_the_4th_of_june(campaign):
    assert [(one.when, one.to) for one in campaign.deadlines] == [
        (date(2021, 5, 15), "市科技局政策法规科"),
        (date(2021, 6, 4), "市科技局政策法规科"),
    ]


def test_the_two_filing_forms_have_the_fields_of_the_annexes(campaign):
    assert [(form.title, form.fields) for form in campaign.forms] == [
        (
            "2021年科技活动周重点项目备案表",
            (
                "项目名称",
                "主办单位",
                "主管部门",
                "举办地点",
                "举办时间",
                "项目负责人",
                "联系人",
                "地址",
                "邮政编码",
                "联系电话",
                "传真",
                "电子邮箱",
                "活动经费",
                "拟参加人数",
                "项目简介（主要活动内容、方式、参加人员、宣传方式）",
            ),
        ),
        (
            "2021年参与开放活动的科研机构和高校院所备案表",
            ("单位名称", "开放时间", "开放内容", "具体地址", "联系人", "联系方式"),
        ),
    ]
