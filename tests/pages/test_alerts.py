"""Alerts, in a browser, from a folder: each is there in its time."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser
from stage import barriers, drawn, raw

from samples import activity, alert, base, catalogue, district, site, venue
from scienceweek.model.alert import AlertSeverity
from scienceweek.model.booking import Limit
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.district import district_page
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(date(2024, 5, 25))
MUSEUM = base()
FISH = activity(where=(MUSEUM, venue()))
RAIN = alert(
    text="因暴雨，户外活动全部取消。",
    severity=AlertSeverity.SEVERE,
    begin=Limit(date(2024, 5, 24), time(17, 40)),
    end=Limit(date(2024, 5, 25)),
    link="about.html",
    scope=MUSEUM,
)
LATER = replace(RAIN, text="闭馆", begin=Limit(date(2024, 5, 26)), end=None, severity=AlertSeverity.MINOR)
FACTS = catalogue(FISH, RAIN, LATER)


@pytest.mark.parametrize(
    ("now", "time", "shown"),
    [
        ("2024-05-24 17:39", ("2024-05-24T17:40", "2024-05-25"), False),
        ("2024-05-24 17:40", ("2024-05-24T17:40", "2024-05-25"), True),
        ("2024-05-25 23:59", ("2024-05-24T17:40", "2024-05-25"), True),
        ("2024-05-26 00:00", ("2024-05-24T17:40", "2024-05-25"), False),
        ("2024-05-24 00:00", ("2024-05-24", ""), True),
        ("2024-05-23 23:59", ("2024-05-24", ""), False),
        ("2024-05-25 15:59", ("", "2024-05-25T16:00"), True),
        ("2024-05-25 16:00", ("", "2024-05-25T16:00"), False),
    ],
)
def test_an_alert_is_there_in_its_time(browser: Browser, tmp_path, now, time, shown):
    begin, end = time
    given = (f' data-begin="{begin}"' if begin else "") + (f' data-end="{end}"' if end else "")
    address = raw(tmp_path, f'<p id="bar" class="alert" data-alert{given}>闭馆</p>')
    (tmp_path / "page.html").write_text(
        (tmp_path / "page.html").read_text().replace(' data-today="2024-05-25"', "")
    )
    page = browser.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("Asia/Shanghai")))
    page.goto(address)

    assert page.locator("#bar").is_visible() is shown
    page.close()


@pytest.mark.parametrize(
    ("layout", "scheme"), [("", "light"), ("", "dark"), ("elder", "light"), ("elder", "dark")]
)
@pytest.mark.parametrize("template", ["activity.html", "district.html"])
def test_everyone_can_read_a_page_with_alerts(browser: Browser, tmp_path, template, layout, scheme):
    view = (
        activity_page(FISH, FACTS, PRIVACY)
        if template == "activity.html"
        else district_page(district(), FACTS, PRIVACY)
    )
    page = browser.new_page(color_scheme=scheme, viewport={"width": 390, "height": 844}, bypass_csp=True)
    page.add_init_script(f"localStorage.setItem('layout', '{layout}')")
    page.goto(drawn(tmp_path, template, view, site(today="2024-05-25"), view.head.path))

    assert page.get_by_text("因暴雨，户外活动全部取消。").is_visible()
    assert not page.get_by_text("闭馆").is_visible()
    assert barriers(page) == []
    page.close()


def test_without_script_the_dates_are_read(browser: Browser, tmp_path):
    view = activity_page(FISH, FACTS, PRIVACY)
    page = browser.new_page(java_script_enabled=False)
    page.goto(drawn(tmp_path, "activity.html", view, site(), view.head.path))

    assert page.locator(".alert .when").all_text_contents() == [
        "2024年5月24日17:40—5月25日",
        "2024年5月26日起",
    ]
    assert page.locator(".alert a").first.get_attribute("href") == "../about.html"
    page.close()
