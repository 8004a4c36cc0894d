"""What is for paper and for halls, in a browser: everyone can read it, and on paper it is what it is meant to be."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from playwright.sync_api import Browser
from stage import barriers, drawn

from samples import activity, alert, base, campaign, catalogue, contact, may, opening, session, site, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import DuringCampaign
from scienceweek.views.pages.booklet import booklet_page
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(date(2024, 5, 25))
WEEK = campaign(contacts=(contact("023-60000009"),))
MUSEUM = base(contacts=(contact("023-60000001"),), openings=(opening(may(25, 28), campaign=WEEK),))
LONG = "“爱科学、学科学、用科学”青少年科技创新作品展示与现场体验系列活动（第一阶段）"
FACTS = catalogue(
    WEEK,
    MUSEUM,
    activity(campaign=WEEK, when=may(25, 27), where=venue(), base=MUSEUM),
    *(
        activity(id=f"a{number}", title=f"第{number}场{LONG}", campaign=WEEK, when=session(25), where=MUSEUM)
        for number in range(100, 130)
    ),
    activity(id="off", campaign=WEEK, when=may(26), change=Change(Status.CANCELLED, "因雨")),
    activity(id="whole", title="全程", campaign=WEEK, when=DuringCampaign(WEEK.when)),
    alert(text="大风预警", scope=WEEK),
)
PAGES = {
    "booklet": ("booklet.html", booklet_page(WEEK, FACTS, PRIVACY)),
}


@pytest.fixture(params=PAGES)
def address(request, tmp_path) -> str:
    template, view = PAGES[request.param]
    return drawn(tmp_path, template, view, site(today="2024-05-25"), view.head.path)


def test_everyone_can_read_it_and_nothing_scrolls_sideways(browser: Browser, address):
    for layout, scheme in (("", "light"), ("", "dark"), ("elder", "light")):
        page = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 844}, bypass_csp=True)
        page.add_init_script(f"localStorage.setItem('layout', '{layout}')")
        page.goto(address)

        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.close()


def sheets(browser: Browser, address: str) -> list[str]:
    """The words of each sheet of paper, without blanks."""
    page = browser.new_page()
    page.goto(address)
    file = pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    return ["".join(sheet.get_textpage().get_text_range().split()) for sheet in file]


def test_a_booklet_has_a_cover_its_contents_and_no_activity_on_two_sheets(browser: Browser, tmp_path):
    template, view = PAGES["booklet"]
    cover, contents, *rest = sheets(browser, drawn(tmp_path, template, view, site(), view.head.path))

    assert "目录" not in cover
    assert contents.startswith("2目录")
    assert len(rest) > 3
    for number in range(100, 130):
        whole = [sheet for sheet in rest if f"第{number}场{LONG}重庆市气象科普馆" in sheet]
        assert len(whole) == 1
