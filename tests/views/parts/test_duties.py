from datetime import date

from samples import (
    activity,
    campaign,
    catalogue,
    district,
)
from scienceweek.model.campaign import Deadline, Form, Notice, Quota, Registration
from scienceweek.model.schedule import Days
from scienceweek.views.parts.duties import CampaignForm, Count, Due, Registering, Required, duties

CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")
TEXT = Notice(title="通知", text="## 一 {#s1}\n\n正文。\n")


def test_deadlines_come_in_the_order_of_their_days():
    asked = campaign(
        notice=TEXT,
        deadlines=(
            Deadline(date(2024, 6, 4), "总结", "区科技局", "s1"),
            Deadline(date(2024, 5, 15), "备案表"),
        ),
    )

    assert duties(asked, catalogue(asked)).deadlines == (
        Due("2024-05-15", "2024年5月15日", "周三", "备案表", "", ""),
        Due("2024-06-04", "2024年6月4日", "周二", "总结", "区科技局", "notices/2024-yubei.html#s1"),
    )


def test_a_place_in_a_notice_without_text_leads_nowhere():
    asked = campaign(forms=(Form("f1", "备案表", ("项目名称", "主办单位"), source="annex-1"),))

    assert duties(asked, catalogue(asked)).forms == (
        CampaignForm("f1", "备案表", ("项目名称", "主办单位"), "", ""),
    )


def test_a_quota_of_districts_is_counted_and_of_other_units_is_not():
    day = campaign(id="day", district=CITY, quotas=(Quota("各区县科协", 10), Quota("市级学会", 2)))
    yubei = district(parent=CITY)
    week = campaign(id="week", district=yubei, parent=day)
    known = catalogue(
        day, activity(district=yubei, campaign=week), activity(id="b", district=yubei, campaign=week)
    )

    assert duties(day, known).quotas == (
        Required("各区县科协", 10, (Count("渝北区", "districts/yubei.html", 2),)),
        Required("市级学会", 2, ()),
    )


def test_registration_is_told_with_what_is_known_of_it():
    asked = campaign(
        registration=Registration(Days(date(2022, 8, 15), date(2022, 9, 28)), "https://www.kepuri.cn")
    )

    assert duties(asked, catalogue(asked)).registration == Registering(
        "2022年8月15日—9月28日", "2022-08-15", "2022-09-28", "https://www.kepuri.cn", ""
    )
    assert duties(campaign(), catalogue(campaign())).registration is None
