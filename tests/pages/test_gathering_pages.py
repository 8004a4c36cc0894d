"""The pages that gather: districts, campaigns, notices, units, venues, topics, prose and the elder pages, in a browser."""

import re
from datetime import date

import pytest
from playwright.sync_api import Browser
from stage import barriers, drawn

from samples import (
    FIRST,
    WINDOW,
    activity,
    base,
    campaign,
    catalogue,
    contact,
    district,
    may,
    opening,
    organisation,
    part,
    session,
    site,
    venue,
)
from scienceweek.model.campaign import Deadline, Form, Notice, Quota, Registration, Strand
from scienceweek.model.organisation import Role
from scienceweek.model.place import InArea
from scienceweek.model.point import Point
from scienceweek.model.schedule import DuringCampaign, Month, Months, Unfixed
from scienceweek.model.term import Term, Terms
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.campaigns import campaigns_page
from scienceweek.views.pages.district import district_page
from scienceweek.views.pages.districts import districts_page
from scienceweek.views.pages.elder import elder_page
from scienceweek.views.pages.elder_district import elder_district_page
from scienceweek.views.pages.not_found import not_found_page
from scienceweek.views.pages.notice import notice_page
from scienceweek.views.pages.organisation import organisation_page
from scienceweek.views.pages.prose import Prose, prose_page
from scienceweek.views.pages.topic import tally, topic_page
from scienceweek.views.pages.venue import venue_page
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(FIRST)
CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")
YUBEI = district(parent=CITY, point=Point(106.631, 29.718, "估计", 1500))
TEXT = "开头。\n\n## 四、主要活动 {#s4}\n\n### （一）启动仪式 {#s4-1}\n\n内容。\n\n## 附件 {#annex}\n"
WEEK = campaign(
    district=YUBEI,
    notice=Notice(title="实施方案", text=TEXT, defects=("原文没有文号。",)),
    organisers=(part(Role.CO_ORGANISER, *(f"单位{number}" for number in range(12))),),
    strands=(Strand("s1", "弘扬科学家精神", "内容。"),),
    deadlines=(Deadline(date(2024, 5, 20), "备案表"), Deadline(date(2024, 5, 30), "总结", "区科技局", "s4")),
    registration=Registration(WINDOW, "https://www.kepuri.cn", "登记"),
    quotas=(Quota("district", 10), Quota("市级学会", 2)),
    forms=(
        Form(
            "f1",
            "备案表",
            ("项目名称", "主办单位", "项目简介（主要活动内容、方式、参加人员、宣传方式）"),
            source="s4",
        ),
    ),
)
BARE = campaign(
    id="bare", name="2021年濮阳市科技活动周", district=YUBEI, strands=WEEK.strands, forms=WEEK.forms
)
HALL = venue(district=YUBEI, aliases=("市主会场",))
BUREAU = organisation(name="区科技局", district=YUBEI)
TOPIC = Term("weather", "气象")
MUSEUM = base(
    district=YUBEI,
    campaign=WEEK,
    source="annex-1",
    contacts=(contact("17700000000", "023-60000001", name="某人"),),
    openings=(opening(may(25, 28), campaign=WEEK),),
    point=Point(106.62, 29.71, "估计", 1500),
)


def _held(**changes):
    return activity(**{"district": YUBEI, "campaign": WEEK, "topics": (TOPIC,)} | changes)


KNOWN = catalogue(
    CITY,
    YUBEI,
    WEEK,
    BARE,
    HALL,
    MUSEUM,
    BUREAU,
    _held(id="fish", when=may(25, 27), where=HALL, base=MUSEUM, source="annex-1"),
    _held(
        id="talk", when=session(25), where=MUSEUM, base=MUSEUM, organisers=(part(Role.RESPONSIBLE, BUREAU),)
    ),
    _held(id="wide", when=Months(Month(2024, 5), Month(2024, 8)), where=InArea("全区范围")),
    _held(id="ceremony", when=DuringCampaign(WINDOW), source="s4-1", organisers=(part(),)),
    _held(id="unfixed", when=Unfixed("时间未定")),
    *(_held(id=f"many-{number}", when=may(26)) for number in range(20)),
    terms=Terms(topics=(TOPIC,)),
)
SITE = site(today="2024-05-25", pages=(("about", "关于本站"),))
PAGES = {
    "districts": ("districts.html", districts_page(KNOWN), "districts.html"),
    "district": ("district.html", district_page(YUBEI, KNOWN, PRIVACY), "districts/yubei.html"),
    "campaigns": ("campaigns.html", campaigns_page(KNOWN), "campaigns.html"),
    "campaign": ("campaign.html", campaign_page(WEEK, KNOWN, PRIVACY), "campaigns/2024-yubei.html"),
    "bare": ("campaign.html", campaign_page(BARE, KNOWN, PRIVACY), "campaigns/bare.html"),
    "notice": ("notice.html", notice_page(WEEK, KNOWN, PRIVACY), "notices/2024-yubei.html"),
    "untold": ("notice.html", notice_page(BARE, KNOWN, PRIVACY), "notices/bare.html"),
    "organisation": (
        "organisation.html",
        organisation_page(BUREAU, KNOWN, "districts/yubei.html", PRIVACY),
        "organisations/science-bureau.html",
    ),
    "venue": ("venue.html", venue_page(HALL, KNOWN, PRIVACY), "venues/hall.html"),
    "topic": (
        "topic.html",
        topic_page(TOPIC, KNOWN.of_topic["weather"], tally(KNOWN), PRIVACY),
        "topics/weather.html",
    ),
    "prose": (
        "prose.html",
        prose_page(Prose("about", "关于本站", "## 甲 {#a}\n\n- 一\n\n## 乙 {#b}\n\n1. 二\n\n## 丙 {#c}\n")),
        "about.html",
    ),
    "not-found": ("not_found.html", not_found_page(), "404.html"),
    "elder": ("elder.html", elder_page(KNOWN), "elder.html"),
    "elder-district": (
        "elder_district.html",
        elder_district_page(YUBEI, KNOWN, PRIVACY),
        "elder/districts/yubei.html",
    ),
}


def _url(name, folder):
    template, view, path = PAGES[name]
    return drawn(folder, template, view, SITE, path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier(name: str, scheme: str, browser: Browser, tmp_path):
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(_url(name, tmp_path))

    assert barriers(page) == []
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_every_picture_that_a_page_uses_is_in_it(name: str, tmp_path):
    template, view, path = PAGES[name]
    drawn(tmp_path, template, view, SITE, path)
    html = (tmp_path / path).read_text()

    used, there = (set(re.findall(pattern, html)) for pattern in (r'<use href="#([^"]+)"', r' id="([^"]+)"'))

    assert used - there == set()


@pytest.mark.parametrize("layout", ["usual", "elder"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_320_pixels(name: str, layout: str, browser: Browser, tmp_path):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_init_script(f"localStorage.setItem('layout', '{layout}')")
    page = context.new_page()
    page.goto(_url(name, tmp_path))

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


def test_deadlines_say_how_long_is_left(browser: Browser, tmp_path):
    page = browser.new_page()
    page.goto(_url("campaign", tmp_path))

    assert page.locator("[data-left]").all_inner_texts() == ["已过", "还有5天"]
    page.close()


def test_without_script_a_deadline_is_its_day(browser: Browser, tmp_path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(_url("campaign", tmp_path))

    assert page.locator(".deadlines .when").all_inner_texts() == [
        "2024年5月20日 周一前",
        "2024年5月30日 周四前",
    ]
    context.close()


def test_a_districts_bases_answer_whether_one_can_go_today(browser: Browser, tmp_path):
    page = browser.new_page()
    page.goto(_url("district", tmp_path))

    assert page.locator(".base-list .verdict").all_inner_texts() == ["能去 开放到5月28日"]
    assert page.locator(".base-list .calls .call").evaluate_all(
        "calls => calls.map(call => call.getAttribute('href'))"
    ) == [
        "tel:+8617700000000",
        "tel:+862360000001",
    ]
    page.close()


def test_a_programme_begins_with_today(browser: Browser, tmp_path):
    view = campaign_page(
        WEEK,
        catalogue(WEEK, *(_held(id=f"day-{day}", when=may(day)) for day in (22, 23, 24, 25, 26))),
        PRIVACY,
    )
    page = browser.new_page()
    page.goto(drawn(tmp_path, "campaign.html", view, SITE, "campaigns/2024-yubei.html"))

    assert page.locator("ol.programme:visible > li").evaluate_all(
        "days => days.map(day => day.dataset.day)"
    ) == [
        "2024-05-25",
        "2024-05-26",
    ]
    assert page.locator(".gone summary").inner_text() == "已过去的3天"
    page.close()


def test_a_programme_that_is_over_is_shown_whole(browser: Browser, tmp_path):
    page = browser.new_page()
    template, view, path = PAGES["campaign"]
    page.goto(drawn(tmp_path, template, view, site(today="2026-11-22"), path))

    assert page.locator(".gone").count() == 0
    page.close()


def test_a_day_of_many_activities_is_folded(browser: Browser, tmp_path):
    page = browser.new_page()
    page.goto(_url("district", tmp_path))
    fold = page.locator(".programme [data-day='2024-05-26'] .fold")

    assert fold.locator("summary").inner_text() == "其余8场"
    assert not fold.locator("li").first.is_visible()
    page.close()


def test_every_row_of_the_annex_can_be_led_to(browser: Browser, tmp_path):
    page = browser.new_page()
    page.goto(_url("notice", tmp_path) + "#annex-1")

    assert page.locator("tr:target th").inner_text() == "重庆市气象科普馆"
    page.close()


def test_the_elder_pages_are_elder_without_script(browser: Browser, tmp_path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(_url("elder-district", tmp_path))

    assert page.locator("article p").first.evaluate("text => getComputedStyle(text).fontSize") == "22px"
    assert page.locator("#book + .elder-items .call b").first.inner_text() == "17700000000"
    assert page.locator(".to-elder").inner_text().strip() == "回普通版"
    context.close()


def test_a_day_of_a_districts_strip_leads_to_its_place_though_that_is_folded(browser: Browser, tmp_path):
    held = [activity(id=f"d{day}", district=YUBEI, campaign=WEEK, when=may(day)) for day in (20, 21, 25)]
    view = district_page(YUBEI, catalogue(*held), PRIVACY)
    page = browser.new_page(viewport={"width": 1280, "height": 844})
    page.goto(drawn(tmp_path, "district.html", view, SITE, "districts/yubei.html"))
    page.locator(".strip a", has_text="5月21日").click()

    assert page.url.endswith("#day-2024-05-21")
    assert page.get_by_role("link", name="5月21日").last.is_visible()
    page.close()
