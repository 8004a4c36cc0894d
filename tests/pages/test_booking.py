"""Whether one can book now: page and model give one answer, and nothing is offered that cannot be had."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product

import pytest
from playwright.sync_api import Browser, expect
from stage import barriers, drawn, raw

import samples
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Availability, Booking, BookingPlan, Limit, Way, WayKind
from scienceweek.model.coming import Accessible, Ages, Groups, Language
from scienceweek.model.place import Admission, Fee, Price
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.day import day_page
from scienceweek.views.parts.booking import BookingTimes
from scienceweek.views.parts.contacts import Privacy

DAY = date(2024, 5, 25)
"""Every stage shows this day at noon."""
TODAY = datetime.combine(DAY, time(12))
SITE = samples.site()


def limit(days: int, at: int | None) -> Limit:
    return Limit(DAY + timedelta(days=days), None if at is None else time(at))


LIMITS = (None, *(limit(days, at) for days, at in product((-1, 0, 1), (None, 0, 11, 12, 13))))
NOW = tuple(
    datetime.combine(DAY + timedelta(days=days), at)
    for days, at in product((-2, -1, 0, 1, 2), (time(0), time(11), time(11, 59), time(12), time(23, 59)))
)


def test_the_browser_gives_the_answer_of_the_model_at_every_moment(browser: Browser, tmp_path):
    page = browser.new_page()
    page.goto(raw(tmp_path, ""))
    asked = [
        Availability(needed, opens, until, full, off, ends)
        for needed, opens, until in product(Booking, LIMITS, LIMITS)
        for full, off, ends in (
            (False, False, None),
            (False, False, TODAY),
            (True, False, None),
            (False, True, None),
        )
    ]
    told = [_dataset(BookingTimes.of(one)) for one in asked]

    answers = page.evaluate(
        "([all, moments]) => all.map((one) => moments.map((now) => ScienceWeek.booking(one, now)))",
        [told, [now.isoformat(timespec="minutes") for now in NOW]],
    )

    assert answers == [[str(one.at(now)) for now in NOW] for one in asked]
    page.close()


def _dataset(times: BookingTimes) -> dict[str, str]:
    given = {"booking": times.needed, "opens": times.opens, "closes": times.closes, "ends": times.ends}
    return {key: value for key, value in given.items() if value} | ({"full": ""} if times.full else {})


def activity(plan: BookingPlan | None = None, **changes: object):
    terms = Admission(Fee.FREE, Booking.REQUIRED, plan=plan or BookingPlan())
    given = {"when": samples.may(27, 28), "admission": terms} | changes
    return samples.activity(**given)


WAYS = (
    Way(WayKind.ACCOUNT, "澜江科技馆"),
    Way(WayKind.PHONE, contact=samples.contact("023-60001208"), hours="周二至周日 9:00—17:00"),
    Way(WayKind.DESK, "一楼服务台"),
)


@pytest.fixture
def look(browser: Browser, tmp_path):
    """What stands in the block of an activity, line by line, on 25 May at noon."""
    page = browser.new_page()

    def seen(one, *, script: bool = True):
        opened = page if script else browser.new_page(java_script_enabled=False)
        view = activity_page(one, samples.catalogue(one), Privacy(DAY))
        address = drawn(tmp_path, "activity.html", view, replace(SITE, today=DAY))
        opened.goto(address)
        return (
            opened.locator("#book").inner_text().split("\n") if opened.locator("#book").is_visible() else []
        )

    yield seen
    page.close()


def lines(*several: str) -> list[str]:
    return list(several)


@pytest.mark.parametrize(
    ("plan", "first", "offered"),
    [
        (BookingPlan(WAYS, limit(3, 12), limit(5, 16)), "5月28日 周二 12:00开始预约", False),
        (BookingPlan(WAYS, limit(-3, 12), limit(1, 16)), "去公众号预约", True),
        (BookingPlan(WAYS, limit(-3, 12), limit(0, 16)), "去公众号预约", True),
        (BookingPlan(WAYS, limit(-3, 12), limit(0, 12)), "预约已截止", False),
        (BookingPlan(WAYS, limit(-3, 12), limit(1, 16), full=True), "名额已满", False),
        (BookingPlan(WAYS, lottery=""), "去公众号登记抽签", True),
        (BookingPlan((Way(WayKind.URL, "https://kepu.example.cn"),)), "去预约", True),
        (BookingPlan(WAYS[1:]), "打电话预约", True),
        (BookingPlan(WAYS[2:]), "要先预约", False),
    ],
)
def test_the_button_is_there_only_when_one_can_book(look, plan, first, offered):
    seen = look(activity(plan))

    assert [line for line in seen if line][1] == first
    assert any(line.startswith(("去", "打电话预约")) for line in seen) is offered


def test_the_last_hour_is_said_of_today(look):
    seen = look(activity(BookingPlan(WAYS, limit(-3, 12), limit(0, 16))))

    assert "今天16:00截止" in seen
    assert "要先预约" not in seen


def test_what_need_not_be_booked_or_is_not_known_is_said(look):
    free = activity(admission=Admission(Fee.FREE, Booking.NONE))

    assert look(free) == lines("预约", "", "直接去，免费")
    assert look(activity(admission=Admission())) == lines(
        "通知没有写，去前问：", "几点开始？", "在哪里？", "要不要预约？", "收不收费？"
    )


def test_nothing_is_offered_of_what_is_over_or_off(look):
    over = activity(BookingPlan(WAYS), when=samples.may(20))
    gone = activity(BookingPlan(WAYS), change=Change(Status.CANCELLED, "暴雨"))

    assert look(over) == []
    assert not [line for line in look(gone) if line.startswith(("去", "打电话预约", "公众号"))]


def test_without_script_the_dates_and_the_ways_are_there_and_no_button(look):
    seen = look(activity(BookingPlan(WAYS, limit(-3, 12), limit(1, 16))), script=False)

    assert [line.strip() for line in seen if line.strip()] == lines(
        "预约",
        "要先预约",
        "5月22日12:00起，5月26日16:00截止",
        "公众号“澜江科技馆”",
        "打电话",
        "023-60001208",
        "周二至周日 9:00—17:00",
        "一楼服务台",
    )


def test_the_name_of_an_account_is_copied(browser: Browser, tmp_path):
    one = activity(BookingPlan(WAYS))
    view = activity_page(one, samples.catalogue(one), Privacy(DAY))
    page = browser.new_page()
    page.goto(drawn(tmp_path, "activity.html", view, replace(SITE, today=DAY)))

    page.locator("#book .routes .copy").click()

    expect(page.locator("#book .routes .copy")).to_have_text(re.compile("已复制|请长按复制"))
    page.close()


def test_a_page_with_all_that_is_known_has_no_barriers(browser: Browser, tmp_path):
    one = activity(
        admission=Admission(
            Fee.PAID,
            Booking.REQUIRED,
            "票价含展厅",
            BookingPlan(WAYS, limit(-3, 12), limit(0, 16)),
            (Price("成人", "30"), Price("6岁以下", "0", note="凭证件")),
        ),
        ages=Ages(8, 13, "6岁以下须成人陪同"),
        bring="身份证",
        arrive="提前15分钟",
        last_entry="开场后不再入场",
        language=(Language.ENGLISH,),
        accessible=(Accessible.WHEELCHAIR, Accessible.SIGN_LANGUAGE),
        groups=Groups(size="20—60人", note="提前7天", ways=WAYS[1:2]),
    )
    view = activity_page(one, samples.catalogue(one), Privacy(DAY))
    page = browser.new_page(viewport={"width": 390, "height": 844})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(drawn(tmp_path, "activity.html", view, replace(SITE, today=DAY)))
        assert barriers(page) == []
    assert page.locator(".prices").inner_text().split() == [
        "票价",
        "成人",
        "30元",
        "6岁以下",
        "凭证件",
        "免票",
    ]
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.close()


@pytest.mark.parametrize(
    ("plan", "seen"),
    [
        (BookingPlan(opens=limit(3, 12)), "免费，还没开始预约（5月28日12:00起）"),
        (BookingPlan(until=limit(1, 16)), "免费，需要预约"),
        (BookingPlan(until=limit(0, 16)), "免费，今天16:00截止"),
        (BookingPlan(until=limit(0, 9)), "免费，预约已截止"),
    ],
)
def test_a_ticket_says_it_too(browser: Browser, tmp_path, plan, seen):
    one = activity(plan)
    page = browser.new_page()
    page.goto(
        drawn(
            tmp_path,
            "activities.html",
            activities_page(samples.catalogue(one), Privacy(DAY)),
            replace(SITE, today=DAY),
        )
    )
    assert page.locator(".ticket .feet .answer").inner_text() == seen
    page.close()


def test_what_is_said_of_booking_is_not_said_of_the_day(browser: Browser, tmp_path):
    one = activity(BookingPlan(until=limit(1, 16)), when=samples.may(26))
    held = agenda(samples.catalogue(one))
    page = browser.new_page()
    view = day_page(date(2024, 5, 26), held, Privacy(DAY))
    page.goto(drawn(tmp_path, "day.html", view, replace(SITE, today=DAY), "calendar/2024-05-26.html"))
    assert page.locator(".reach .answer").inner_text() == "免费，需要预约"
    page.close()
