from datetime import date

import pytest

from samples import campaign, catalogue, district, may
from scienceweek.model.campaign import Notice, Series
from scienceweek.views.parts.countdown import countdown, together_name

BEIBEI = district(id="beibei", name="北碚区", short="北碚")


def test_several_campaigns_are_counted_from_the_first_of_them():
    one, other = campaign(when=may(27, 30)), campaign(id="b", district=BEIBEI, when=may(24, 28))
    made = countdown((one, other), catalogue(one, other), date(2024, 5, 20))

    assert (made.number, made.day, made.path, made.sums) == (
        4,
        "2024-05-24",
        "campaigns.html",
        ((2, "个区县"),),
    )
    assert (made.events, made.notice) == ("", "")


def test_a_campaign_without_a_calendar_or_a_notice_leads_to_none():
    one = campaign(notice=Notice())

    assert countdown((one,), catalogue(one), date(2024, 5, 20)).events == ""
    assert countdown((one,), catalogue(one), date(2024, 5, 20)).notice == ""


PARENT = campaign(id="city", name="2024年重庆市科技活动周")


@pytest.mark.parametrize(
    ("together", "name"),
    [
        ((campaign(),), "2024年渝北区科技活动周"),
        ((campaign(), campaign(id="b")), "2024年科技活动周"),
        ((campaign(parent=PARENT), campaign(id="b", parent=PARENT)), "2024年重庆市科技活动周"),
        ((campaign(), campaign(id="b", series=Series.DAY)), "2024年科普活动"),
    ],
)
def test_campaigns_that_run_together_have_a_name(together, name):
    assert together_name(together) == name
