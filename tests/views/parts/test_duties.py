from datetime import date

from samples import (
    activity,
    campaign,
    catalogue,
    district,
    may,
)
from scienceweek.model.campaign import Branding, Commendation, Deadline, Form, Notice, Quota, Registration
from scienceweek.model.schedule import Days
from scienceweek.views.parts.duties import (
    CampaignForm,
    Count,
    Due,
    Praise,
    Registering,
    Required,
    Signs,
    duties,
)

CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")
TEXT = Notice(title="通知", text="## 一 {#s1}\n\n正文。\n")


def test_deadlines_come_in_the_order_of_their_days():
    asked = campaign(
        notice=TEXT,
        deadlines=(
            Deadline(date(2024, 6, 4), "总结", "区科技局", "s1", "各单位"),
            Deadline(date(2024, 5, 15), "备案表"),
        ),
    )

    assert duties(asked, catalogue(asked)).deadlines == (
        Due("2024-05-15", "2024年5月15日", "周三", "备案表", "", ""),
        Due("2024-06-04", "2024年6月4日", "周二", "总结", "区科技局", "notices/2024-yubei.html#s1", "各单位"),
    )


def test_a_place_in_a_notice_without_text_leads_nowhere():
    asked = campaign(forms=(Form("f1", "备案表", ("项目名称", "主办单位"), source="annex-1"),))

    assert duties(asked, catalogue(asked)).forms == (
        CampaignForm("f1", "备案表", ("项目名称", "主办单位"), "", ""),
    )


def test_a_quota_of_districts_is_counted_and_of_other_units_is_not():
    day = campaign(id="day", district=CITY, quotas=(Quota("各区县科协", 10), Quota("市级学会", 2, "原则上")))
    yubei = district(parent=CITY)
    week = campaign(id="week", district=yubei, parent=day)
    known = catalogue(
        day, activity(district=yubei, campaign=week), activity(id="b", district=yubei, campaign=week)
    )

    assert duties(day, known).quotas == (
        Required("各区县科协", 10, (Count("渝北区", "districts/yubei.html", 2),)),
        Required("市级学会", 2, (), "原则上"),
    )


def test_a_district_of_which_nothing_was_entered_is_no_zero():
    day = campaign(id="day", district=CITY, quotas=(Quota("各区县科协", 10),))
    yubei, other = district(parent=CITY), district(id="beibei", name="北碚区", parent=CITY)
    last = campaign(id="last", district=other, when=may(1))
    week = campaign(id="week", district=yubei, parent=day)

    (quota,) = duties(day, catalogue(day, last, week)).quotas
    assert quota.counts == (Count("渝北区", "districts/yubei.html", 0),)


def test_praise_and_marks_are_told_with_their_place_in_the_notice():
    asked = campaign(
        notice=TEXT,
        commendation=Commendation("予以表扬", ("组织动员", "数量规模"), "s1"),
        branding=Branding(("甲标识", "乙标识"), "2024年科普日", "s1"),
    )
    told = duties(asked, catalogue(asked))

    assert told.praise == Praise("予以表扬", "组织动员、数量规模", "notices/2024-yubei.html#s1")
    assert told.signs == Signs("甲标识、乙标识", "2024年科普日", "notices/2024-yubei.html#s1")


def test_registration_is_told_with_what_is_known_of_it():
    asked = campaign(
        registration=Registration(Days(date(2022, 8, 15), date(2022, 9, 28)), "https://www.kepuri.cn")
    )

    assert duties(asked, catalogue(asked)).registration == Registering(
        "2022年8月15日—9月28日", "2022-08-15", "2022-09-28", "https://www.kepuri.cn", ""
    )
    assert duties(campaign(), catalogue(campaign())).registration is None


def test_what_is_said_of_all_quotas_alike_is_said_once():
    asked = campaign(quotas=(Quota("市级学会", 2, "原则上"), Quota("企业科协", 3, "原则上")))
    told = duties(asked, catalogue(asked))

    assert (told.reserve, told.quotas) == (
        "原则上",
        (Required("市级学会", 2, ()), Required("企业科协", 3, ())),
    )
