from dataclasses import replace
from datetime import date, time

import pytest

from samples import activity, alert, base, campaign, catalogue, district, venue
from scienceweek.model.alert import AlertSeverity
from scienceweek.model.booking import Limit
from scienceweek.views.parts.alert_bars import (
    AlertBar,
    bar,
    of_activity,
    of_campaign,
    of_day,
    of_district,
    of_place,
    of_row,
    of_site,
)

CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")
YUBEI = district(parent=CITY)
MUSEUM = base(district=YUBEI)
HALL = venue(district=YUBEI)
EVENING, DAY = Limit(date(2024, 5, 24), time(17, 40)), Limit(date(2024, 5, 25))

FACTS = catalogue(
    activity(where=(MUSEUM, HALL), district=YUBEI, campaign=campaign(district=YUBEI)),
    alert(text="全站"),
    alert(text="一届", scope=campaign(district=YUBEI)),
    alert(text="全市", scope=CITY),
    alert(text="渝北", scope=YUBEI),
    alert(text="基地", scope=MUSEUM),
    alert(text="场地", scope=HALL, severity=AlertSeverity.SEVERE),
    alert(text="别处", scope=base(id="other")),
)


def texts(bars):
    return [one.text for one in bars]


def test_each_page_shows_what_concerns_it_the_loud_ones_first():
    known, alerts = FACTS.activities[0], FACTS.alerts_of

    assert texts(of_site(FACTS)) == ["全站"]
    assert texts(of_campaign(known.campaign, alerts)) == ["一届"]
    assert texts(of_district(YUBEI, FACTS)) == ["渝北", "全市", "一届"]
    assert texts(of_district(CITY, FACTS)) == ["全市"]
    assert texts(of_place(MUSEUM, alerts)) == ["基地", "渝北", "全市"]
    assert texts(of_activity(known, alerts)) == ["场地", "基地", "一届", "渝北", "全市"]
    assert texts(of_row(MUSEUM, alerts)) == ["基地"]
    assert texts(of_day([known.campaign], [HALL], alerts)) == ["场地", "一届"]


@pytest.mark.parametrize(
    ("begin", "end", "when"),
    [
        (None, None, ""),
        (EVENING, None, "2024年5月24日17:40起"),
        (None, DAY, "到2024年5月25日"),
        (EVENING, DAY, "2024年5月24日17:40—5月25日"),
        (DAY, DAY, "2024年5月25日"),
        (EVENING, Limit(date(2024, 5, 24), time(20)), "2024年5月24日17:40—20:00"),
        (DAY, Limit(date(2025, 1, 2)), "2024年5月25日—2025年1月2日"),
    ],
)
def test_when_it_is_shown_is_said_in_words(begin, end, when):
    assert bar(alert(begin=begin, end=end)).when == when


def test_it_leads_into_the_site_or_out_of_it():
    known = alert(begin=EVENING, end=DAY, link="about.html")

    assert bar(known) == AlertBar(
        text="展厅检修",
        severity="minor",
        word="提示",
        when="2024年5月24日17:40—5月25日",
        begin="2024-05-24T17:40",
        end="2024-05-25",
        path="about.html",
    )
    assert bar(replace(known, link="https://a.example/b")).url == "https://a.example/b"
