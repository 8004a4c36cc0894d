from datetime import date

from samples import WINDOW, activity, base, campaign, catalogue, contact, district, may
from scienceweek.model.schedule import DuringCampaign
from scienceweek.model.term import Term, Terms
from scienceweek.views.pages.home import BaseKind, Front, HomeBase, WayIn, home_page
from scienceweek.views.parts.contacts import Call, Privacy

DURING, LATER = date(2024, 5, 25), date(2026, 11, 22)
VENUE = Term("venue", "场馆类", "馆")


def of(*things, today=LATER):
    return home_page(catalogue(*things, terms=Terms(base_types=(VENUE,))), today, Privacy(today))


def test_in_the_week_the_days_to_come_stand_open_to_be_read():
    made = of(activity(when=may(26)), activity(id="all", when=DuringCampaign(WINDOW)), today=DURING)

    assert len(made.panels) == 8
    assert [line.path for line in made.whole] == ["activities/all.html"]
    assert made.head.title == "2024年渝北区科技活动周 2024年5月25日—6月1日"


def test_when_all_is_over_the_latest_campaign_is_an_archive_with_ways_into_it():
    made = of(activity())

    assert (made.hero.state, made.panels, made.whole, made.groups) == ("past", (), (), ())
    assert made.head.title == "往届 2024年渝北区科技活动周 2024年5月25日—6月1日"
    assert made.ways == (
        WayIn("calendar", "按日历看", "2024年5月", "calendar/2024-05.html"),
        WayIn("ticket", "全部活动", "1 项", "campaigns/2024-yubei.html"),
        WayIn("district", "渝北区", "活动、基地、电话", "districts/yubei.html"),
        WayIn("text", "通知原文", "2024年5月17日印发", "notices/2024-yubei.html"),
    )


def test_bases_are_a_phone_book_of_the_leading_district():
    museum = base(contacts=(contact("023-60000001"),), short_name="气象馆")
    farm = base(id="farm", district=district(id="pingluo", name="平罗县"))
    made = of(activity(), farm, museum)

    assert made.bases == (
        HomeBase(
            ("重庆市", "气象", "科普馆"),
            "bases/museum.html",
            "馆",
            "场馆类",
            (Call("", "023-60000001", "tel:+862360000001"),),
        ),
    )
    assert made.kinds == (BaseKind("馆", "场馆类", 2, "重庆市气象科普馆、气象馆"),)


def test_districts_that_have_something_are_found_by_their_seal():
    above = district(id="chongqing", name="重庆市", short="重庆")
    below = district(parent=above)
    made = of(campaign(district=below), activity(campaign=campaign(district=below), district=below))

    assert made.fronts == (Front("渝北", "渝北区", "districts/yubei.html", "1项活动"),)


def test_a_site_without_a_campaign_has_a_home_page_too():
    made = of()

    assert (made.hero, made.ways, made.others) == (None, (), ())
