"""A ticket: what it says in which order, and where a finger on it leads."""

from datetime import date

from playwright.sync_api import Browser
from stage import THEME, raw

from samples import activity, base, contact, session, venue
from scienceweek.render.page import environment
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.ticket import card_on

DAY = date(2024, 5, 25)
_TICKET = "{% from '_ticket.html' import ticket with context %}<main>{{ ticket(card, district=true) }}</main>"


def test_all_of_a_ticket_leads_to_its_page_but_the_number(browser: Browser, tmp_path):
    museum = base(contacts=(contact("023-60000001"),))
    shown = activity(when=session(25, "14:00", "15:30"), where=venue(name="创客港"), base=museum)
    page = browser.new_page(viewport={"width": 390, "height": 844})
    template = environment(str(THEME / "templates")).from_string(_TICKET)
    page.goto(raw(tmp_path, template.render(root="", card=card_on(shown, Privacy(DAY), DAY))))
    ticket = page.locator("article.ticket")

    assert "".join(ticket.inner_text().split()) == (
        "2024年5月25日周六14:00—15:30下午到15:30"
        "我们曾经都是鱼地点：渝北创客港谁办的：重庆市气象科普馆预约待问打电话023-60000001"
    )
    assert ticket.locator(".number").count() == 1
    assert ticket.evaluate(
        """(ticket) => {
          const { left, top, width, height } = ticket.getBoundingClientRect();
          const at = (x, y) => document.elementFromPoint(x, y).closest("a")?.getAttribute("href");
          const call = ticket.querySelector(".call").getBoundingClientRect();
          return [at(left + 20, top + 20), at(left + width - 5, top + height / 2), at(call.left + 5, call.top + call.height / 2)];
        }"""
    ) == ["activities/fish.html", "activities/fish.html", "tel:+862360000001"]
    page.close()
