"""The page of an activity on a phone: what is seen without scrolling, what is left of it when it is over, and in elder mode."""

from datetime import date

import pytest
from playwright.sync_api import Browser
from stage import barriers, drawn

from samples import activity, base, campaign, catalogue, contact, may, venue
from samples import site as of_site
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.parts.contacts import Privacy

DAY = date(2024, 5, 25)
MUSEUM = base(contacts=(contact("023-60000001"),))


@pytest.fixture(scope="module")
def page(browser: Browser):
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def address(folder, **changes):
    shown = activity(where=venue(name="市主会场（创客港·未来科技园）"), base=MUSEUM, **changes)
    view = activity_page(shown, catalogue(campaign(), shown), Privacy(DAY))
    return drawn(folder, "activity.html", view, of_site(today=DAY), "activities/fish.html")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (360, 640)])
def test_date_title_place_and_the_main_action_are_seen_at_once(page, tmp_path, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address(tmp_path, when=may(25, 27)))
    # The ribbon is there for demonstrations only.
    foot = page.evaluate(
        "document.querySelector('.bar').getBoundingClientRect().top + document.querySelector('.ribbon').offsetHeight"
    )
    order = [".big-stub", "h1", ".lead", ".host-line", ".call.first"]
    boxes = [page.locator(f".activity {one}").bounding_box() for one in order]

    assert [box["y"] for box in boxes] == sorted(box["y"] for box in boxes)
    assert boxes[-1]["y"] + boxes[-1]["height"] <= foot
    assert page.locator(".trail").text_content().split()[-1].endswith("我们曾经都是鱼")


def test_what_is_over_says_so_and_offers_what_can_still_be_had(page, tmp_path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address(tmp_path, when=may(20, 21)))
    seen = page.locator("main").inner_text()
    deeds = [one.inner_text() for one in page.locator(".deed:visible").all()]

    assert ("已结束" in seen, "当时的时间" in seen, "去前先问" in seen, "通知没有写" in seen) == (
        True,
        True,
        False,
        False,
    )
    assert deeds == ["重庆市气象科普馆", "市主会场（创客港·未来科技园）", "同一天的活动", "看现在能去的"]
    assert (
        page.locator(".call.first").evaluate("(call) => getComputedStyle(call).backgroundColor")
        == "rgba(0, 0, 0, 0)"
    )
    assert barriers(page) == []


def test_for_old_people_date_and_place_stand_before_the_buttons(page, tmp_path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address(tmp_path, when=may(25)))
    page.evaluate("document.documentElement.classList.add('elder')")
    when, where, call = (
        page.locator(one).bounding_box()["y"]
        for one in (".at-once dd >> nth=0", ".at-once dd >> nth=1", ".call.first")
    )

    assert when < where < call
    assert "".join(page.locator(".at-once dd >> nth=0").inner_text().split()) == "2024年5月25日周六今天"
    assert barriers(page) == []
