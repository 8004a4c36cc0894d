"""What the script says of sessions and stages on 2024-05-25 at noon, and what stands in the elder layout."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from stage import barriers, drawn

from samples import base, catalogue, may, session, sessions, site, stages
from scienceweek.model.activity import Activity
from scienceweek.model.booking import Booking, BookingPlan, Capacity, Limit, Way, WayKind
from scienceweek.model.place import Admission, Online
from scienceweek.model.schedule import Days, Unfixed
from scienceweek.model.session import Person, ProgrammeRow, SessionStatus, Stage, SubEvent
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.parts.contacts import Privacy

OWN = BookingPlan((Way(WayKind.URL, "https://a.cn/b"),), until=Limit(may(26).first))
PAST = SubEvent(session(25, "09:00", "10:00"), whom="散客")
FULL = SubEvent(
    session(25, "14:00", "15:00"), whom="亲子场", status=SessionStatus.FULL, capacity=Capacity("60", 60)
)
OPEN = SubEvent(session(27), whom="团体", admission=Admission(booking=Booking.REQUIRED, plan=OWN))
CLOSED = replace(
    OPEN,
    when=session(28),
    admission=replace(OPEN.admission, plan=replace(OWN, until=Limit(may(24).first, time(16)))),
)
OFF = SubEvent(session(29), whom="学校", status=SessionStatus.CANCELLED, reason="停电")
TALK = sessions(
    *(PAST, FULL, OPEN, CLOSED, OFF),
    where=base(),
    programme=(ProgrammeRow("9:00—9:30", "看影片", "三楼", "林未央"),),
    people=(Person("林未央", "主讲人", "天文馆"),),
)
CONTEST = stages(
    Stage("报名", (may(1, 10),), (Online("https://a.cn/b"),)),
    Stage("初赛", (may(25),), attend=True),
    Stage("决赛", (Days(date(2024, 6, 14), date(2024, 6, 14)),), attend=True),
    Stage("公布", (Unfixed("待定"),)),
)


@pytest.fixture
def look(browser: Browser, tmp_path: Path):
    """Opens the page of an activity on that day."""
    page = browser.new_page(viewport={"width": 320, "height": 900})

    def seen(activity: Activity, *, elder: bool = False) -> Page:
        view = activity_page(activity, catalogue(activity), Privacy(may(25).first))
        address = drawn(
            tmp_path, "activity.html", view, replace(site(), today=may(25).first), "activities/fish.html"
        )
        page.goto(address)
        if elder:
            page.evaluate("document.documentElement.classList.add('elder')")
        return page

    yield seen
    page.close()


def coupons(page: Page) -> list[tuple[str, str]]:
    """Those that are shown: what each is, and what is said at its right."""
    found = [one for one in page.locator(".coupon").all() if one.is_visible()]
    return [
        (one.locator(".what b").inner_text(), one.locator(".state").inner_text().strip()) for one in found
    ]


def test_each_session_says_whether_one_still_gets_in(look):
    page = look(TALK)

    assert coupons(page) == [
        ("散客", ""),
        ("亲子场", "名额已满"),
        ("团体", "需要预约"),
        ("团体", "预约已截止"),
        ("学校", "取消"),
    ]
    assert "past" in (page.locator(".coupon").first.get_attribute("class") or "")
    assert [one.is_visible() for one in page.get_by_text("预约网页").all()] == [True, False]


def test_the_elder_layout_has_only_what_one_can_still_get_in_to(look):
    assert [what for what, _ in coupons(look(TALK, elder=True))] == ["团体", "团体"]


def test_stages_are_over_now_and_to_come(look):
    page = look(CONTEST)
    found = page.locator(".stage").all()

    assert [(one.get_attribute("class") or "").split()[-1] for one in found] == [
        "past",
        "now",
        "coming",
        "tba",
    ]
    assert [one.locator(".tense").inner_text() for one in found] == ["已结束", "今天", "", "日子没定"]


@pytest.mark.parametrize("activity", [TALK, CONTEST], ids=["sessions", "stages"])
def test_the_page_has_no_barriers_and_nothing_sticks_out(look, activity: Activity):
    page = look(activity)

    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
