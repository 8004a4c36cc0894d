from datetime import date
from pathlib import Path

from lxml import html

from samples import activity, alert, base, campaign, catalogue, contact, may, opening, part, site, venue
from scienceweek.model.organisation import Role
from scienceweek.model.schedule import DuringCampaign, Unfixed
from scienceweek.plan.drawings import Printed
from scienceweek.render import Page
from scienceweek.views.pages.booklet import booklet_page
from scienceweek.views.parts.contacts import Privacy

TEMPLATES = Path(__file__).parents[3] / "theme" / "templates"
WEEK = campaign(contacts=(contact("023-60000009"),), organisers=(part(Role.LEAD, "区科技局"),))
MUSEUM = base(
    contacts=(contact("023-60000001"),),
    access=("3号线新牌坊站",),
    openings=(opening(may(25, 28), campaign=WEEK),),
)
HALL = venue()
FACTS = catalogue(
    WEEK,
    MUSEUM,
    activity(campaign=WEEK, when=may(25, 26), where=MUSEUM, base=MUSEUM),
    activity(id="talk", title="讲座", campaign=WEEK, when=may(26), where=HALL),
    activity(id="whole", title="全程", campaign=WEEK, when=DuringCampaign(WEEK.when)),
    activity(id="some-day", title="没有日子的", campaign=WEEK, when=Unfixed("另行通知")),
    alert(text="大风预警", scope=WEEK),
)
VIEW = booklet_page(WEEK, FACTS, Privacy(date(2024, 5, 25)))


def drawn(url: str = "") -> html.HtmlElement:
    draw = Printed(Page(str(TEMPLATES), "booklet.html"))
    return html.document_fromstring(draw(site(url=url), VIEW, "../"))


def test_it_goes_day_by_day_then_by_what_is_known_then_place_by_place():
    assert (VIEW.head.path, VIEW.head.title) == (
        "campaigns/2024-yubei.booklet.html",
        "2024年渝北区科技活动周 节目册",
    )
    assert [(day.day, day.held) for day in VIEW.days] == [("2024-05-25", 1), ("2024-05-26", 2)]
    assert [(group.word, group.when, len(group.rows)) for group in VIEW.groups] == [
        ("活动期间，日子未写明", "活动期间（5月25日—6月1日），日期通知未写明", 1),
        ("时间待定", "另行通知", 1),
    ]
    assert [(place.id, place.way, len(place.rows)) for place in VIEW.places] == [
        ("base-museum", ("3号线新牌坊站",), 1),
        ("venue-hall", (), 1),
    ]
    assert VIEW.sums == ("4项活动", "2个地点")


def test_a_base_that_only_opens_its_door_is_in_it_too():
    door = base(id="door", openings=(opening(campaign=WEEK),))
    view = booklet_page(WEEK, catalogue(WEEK, door, activity(campaign=WEEK)), Privacy(date(2024, 5, 25)))

    assert [(place.id, place.rows) for place in view.places] == [("base-door", ())]
    assert view.places[0].openings == ("2024年5月25日—6月1日开放",)


def test_each_line_of_the_contents_leads_to_its_chapter_and_nothing_leads_out_of_it():
    page = drawn("https://kepu.example")
    lines = page.xpath("//nav[@class='booklet-contents']//@href")

    assert lines == [
        "#days",
        "#day-2024-05-25",
        "#day-2024-05-26",
        "#undated",
        "#group-1",
        "#group-2",
        "#places",
        "#base-museum",
        "#venue-hall",
    ]
    assert {line[1:] for line in lines} <= set(page.xpath("//@id"))
    inside = page.xpath("//main/*[not(self::nav[@aria-label='位置'])]//a/@href")
    assert {address[0] for address in inside} == {"#"}
    assert "大风预警" in page.text_content()


def test_the_codes_are_those_of_the_campaign_its_days_and_its_places():
    assert VIEW.coded == (
        "campaigns/2024-yubei.html",
        "calendar/2024-05-25.html",
        "calendar/2024-05-26.html",
        "bases/museum.html",
        "venues/hall.html",
    )
    assert len(drawn("https://kepu.example").xpath("//figure[@class='page-code']")) == 5
    assert drawn().xpath("//figure[@class='page-code']") == []


def test_of_many_places_or_days_none_has_a_code():
    museums = [base(id=f"m{number}") for number in range(31)]
    held = [activity(id=f"a{one.id}", where=one, base=one) for one in museums]
    view = booklet_page(campaign(), catalogue(*museums, *held), Privacy(date(2024, 5, 25)))

    assert (len(view.places), len(view.coded)) == (31, 2)

    every = [activity(id=f"d{day}", when=may(day)) for day in range(1, 16)]
    view = booklet_page(campaign(), catalogue(*every), Privacy(date(2024, 5, 25)))

    assert (len(view.days), view.coded) == (15, ("campaigns/2024-yubei.html",))
