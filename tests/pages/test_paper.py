"""On paper: what belongs together is on one sheet, a poster is read from afar and has strips to tear off."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from playwright.sync_api import Browser
from stage import THEME, drawn, raw

from samples import activity, base, campaign, catalogue, contact, may, site, venue
from scienceweek import links
from scienceweek.formats import qr, scripts
from scienceweek.render.page import environment
from scienceweek.views.maps import pins
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.bases import bases_page
from scienceweek.views.pages.district import district_page
from scienceweek.views.pages.elder_district import elder_district_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.ticket import card

DAY = date(2024, 5, 25)
_TICKETS = """{% from '_ticket.html' import ticket with context %}
<main class="page"><div class="tickets pair">{% for card in cards %}{{ ticket(card) }}{% endfor %}</div></main>"""
_MM = 96 / 25.4


@pytest.fixture(scope="module")
def page(browser: Browser):
    context = browser.new_context(bypass_csp=True, viewport={"width": 680, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def sheets(page):
    """The words of each sheet, without blanks."""
    file = pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))
    return ["".join(sheet.get_textpage().get_text_range().split()) for sheet in file]


def museum(number: int):
    return base(id=f"m-{number}", name=f"第{number}科技馆", contacts=(contact(f"023-60001{number}"),))


@pytest.mark.parametrize("elder", ["", "elder"])
def test_no_ticket_is_cut_in_two(page, tmp_path, elder):
    shown = [
        activity(id=f"a-{number}", title=f"第{number}场", base=museum(number), where=venue())
        for number in range(100, 160)
    ]
    template = environment(str(THEME / "templates")).from_string(_TICKETS)
    page.goto(raw(tmp_path, template.render(root="", cards=[card(one, Privacy(DAY)) for one in shown])))
    page.evaluate("(name) => name && document.documentElement.classList.add(name)", elder)
    made = sheets(page)

    assert len(made) > 1
    for number in range(100, 160):
        (sheet,) = [words for words in made if f"第{number}场" in words]
        assert f"023-60001{number}" in sheet


def test_the_phone_book_of_a_district_is_one_sheet(page, tmp_path):
    found = catalogue(campaign(), *(museum(number) for number in range(100, 120)))
    address = drawn(tmp_path, "bases.html", bases_page(found, Privacy(DAY)), site(today=DAY))
    (made,) = pins.pins(found)
    (tmp_path / links.PINS).write_bytes(scripts.call_script("pinned", made))
    page.goto(address)
    (sheet,) = sheets(page)

    assert all(f"023-60001{number}" in sheet for number in range(100, 120))
    assert page.locator("input, select, button").locator("visible=true").count() == 0


def test_a_poster_is_one_sheet_with_a_large_place_a_code_and_strips(page, tmp_path):
    one = activity(
        title="趣探妇幼科普，健康伴你同行", when=may(25, 27), where=venue(name="市主会场"), base=museum(100)
    )
    view = activity_page(one, catalogue(campaign(), one), Privacy(DAY))
    with_code = site(today=DAY, url="https://kp.example.cn")
    view = type(view)(
        **{name: getattr(view, name) for name in view.__slots__} | {"qr": qr.code("https://kp.example.cn/a")}
    )
    page.goto(drawn(tmp_path, "activity.html", view, with_code, "activities/fish.html"))
    (sheet,) = sheets(page)
    points, code = page.evaluate(
        """() => [[".big-when", "h1", ".lead"].map((one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize) * 0.75),
                  document.querySelector(".qr-code").getBoundingClientRect().width]"""
    )

    assert (points[1] >= 28, points[2] >= 28, code >= 40 * _MM) == (True, True, True)
    assert sheet.count("023-60001100") == 9
    assert ("通知没有写" in sheet, "出处" in sheet) == (False, False)


def week():
    """Seven days with four activities each, of twelve bases."""
    museums = [museum(number) for number in range(100, 112)]
    shown = [
        activity(id=f"d-{day}-{number}", title=f"{day}日第{number}场", when=may(day), base=museums[number])
        for day in range(25, 32)
        for number in range(4)
    ]
    return catalogue(campaign(), *museums, *shown)


def test_a_district_is_a_programme_of_two_sheets_that_begins_on_the_first(page, tmp_path):
    found = week()
    view = district_page(found.districts[0], found, Privacy(DAY))
    page.goto(drawn(tmp_path, "district.html", view, site(today=DAY), "districts/yubei.html"))
    first, second = sheets(page)

    assert [word in first for word in ("按天看", "25日第0场", "25日第3场")] == [True, True, True]
    assert all(f"023-60001{number}" in second for number in range(100, 112))
    assert [word in first + second for word in ("大地图", "订阅", "读通知原文")] == [False, False, False]


def test_a_day_of_the_elder_programme_stands_with_its_first_activity(page, tmp_path):
    found = week()
    view = elder_district_page(found.districts[0], found, Privacy(DAY))
    page.goto(drawn(tmp_path, "elder_district.html", view, site(today=DAY), "elder/districts/yubei.html"))
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    made = sheets(page)

    for day in range(25, 32):
        assert [f"5月{day}日" in sheet for sheet in made if f"{day}日第0场" in sheet] == [True]
    assert not any("换一个地方" in sheet for sheet in made)
