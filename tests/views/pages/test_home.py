from datetime import date

from samples import WINDOW, activity, base, campaign, catalogue, contact, district, may
from scienceweek.model.schedule import DuringCampaign
from scienceweek.model.term import Term, Terms
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.pages.home import BaseKind, Front, HomeBase, WayIn, front_days, home_page
from scienceweek.views.parts.contacts import Call, Privacy
from scienceweek.views.parts.countdown import Countdown

DURING, LATER = date(2024, 5, 25), date(2026, 11, 22)
BEFORE = date(2024, 5, 17)
BEIBEI = district(id="beibei", name="北碚区", short="北碚", code="500109")
OTHER = campaign(id="2024-beibei", name="2024年北碚区科技活动周", district=BEIBEI, when=may(24, 28))
TWO = (activity(), activity(id="birds", campaign=OTHER, district=BEIBEI))
VENUE = Term("venue", "场馆类", "馆")


def of(*things, today=LATER):
    return home_page(catalogue(*things, terms=Terms(base_types=(VENUE,))), today, Privacy(today))


def test_in_the_week_the_days_to_come_stand_open_to_be_read():
    made = of(activity(when=may(26)), activity(id="all", when=DuringCampaign(WINDOW)), today=DURING)

    assert len(made.panels) == 8
    assert [line.path for line in made.whole] == ["activities/all.html"]
    assert made.head.title == "2024年渝北区科技活动周 2024年5月25日—6月1日"


def test_when_all_is_over_the_bases_lead_and_the_latest_campaign_is_told_to_be_past():
    made = of(activity(), base(contacts=(contact("023-60000001"),)))

    assert (made.season, made.hero.state, made.panels, made.whole, made.groups) == ("off", "past", (), (), ())
    assert made.head.title == "科普活动与科普基地"
    assert (made.doors.said, made.doors.open, made.doors.unknown) == ("11月22日 周日", 0, 1)
    assert [row.path for row in made.doors.rows] == ["bases/museum.html"]
    assert [(way.word, way.path) for way in made.ways] == [
        ("按日历看", "calendar.html"),
        ("全部活动", "activities.html"),
        ("各区县", "districts.html"),
        ("各届的通知", "campaigns.html"),
    ]


def test_one_campaign_that_runs_leads_with_its_own_ways():
    made = of(activity(), today=DURING)

    assert made.season == "running"
    assert made.ways == (
        WayIn("calendar", "按日历看", "2024年5月", "calendar/2024-05.html"),
        WayIn("ticket", "全部活动", "1 项", "campaigns/2024-yubei.html"),
        WayIn("district", "渝北区", "活动、基地、电话", "districts/yubei.html"),
        WayIn("text", "通知原文", "2024年5月17日印发", "notices/2024-yubei.html"),
    )


def test_bases_are_a_phone_book_of_the_leading_district():
    museum = base(contacts=(contact("023-60000001"),), short_name="气象馆")
    farm = base(id="farm", district=district(id="pingluo", name="平罗县"))
    made = of(activity(), farm, museum, today=DURING)

    assert made.bases == (
        HomeBase(
            ("重庆市", "气象", "科普馆"),
            "bases/museum.html",
            "馆",
            "场馆类",
            (Call("", "023-60000001", "tel:+862360000001"),),
        ),
    )
    assert made.kinds == (BaseKind("馆", "场馆类", 2, "重庆市气象科普馆、气象馆", "bases.html?type=venue"),)


def test_several_campaigns_that_run_lead_together_and_none_of_them_is_past():
    made = of(*TWO, today=DURING)

    assert (made.season, made.hero, made.panels, made.bases) == ("city", None, (), ())
    assert made.head.title == "2024年科技活动周 5月24日—6月1日"
    assert [entry.path for entry in made.campaigns.running] == [
        "campaigns/2024-yubei.html",
        "campaigns/2024-beibei.html",
    ]
    assert (made.campaigns.coming, made.campaigns.past, made.campaigns.years) == ((), (), ())


def test_the_days_of_the_site_are_those_of_all_its_campaigns():
    things = catalogue(*TWO)
    days = front_days(things, agenda(things), Privacy(DURING))

    assert days.site is not None
    assert [(day.activities, day.shown) for day in days.site.days][:2] == [(2, True), (0, False)]
    assert [one.name for one in days.site.choices] == ["北碚", "渝北"]


def test_before_a_campaign_its_days_are_counted_and_its_first_day_is_there():
    things = catalogue(activity(when=may(26)), activity(id="first"))
    known = front_days(things, agenda(things), Privacy(BEFORE))
    made = home_page(things, BEFORE, Privacy(BEFORE), known)

    assert made.season == "before"
    assert made.countdown == Countdown(
        number=8,
        day="2024-05-25",
        begins="5月25日 周六",
        name=("2024年", "渝北区", "科技活动周"),
        path="campaigns/2024-yubei.html",
        sums=((2, "项活动"),),
        events="campaigns/2024-yubei.ics",
        notice="notices/2024-yubei.html",
    )
    assert known.first is not None
    assert (known.first.day, [one.card.path for one in known.first.cards]) == (
        "2024-05-25",
        ["activities/first.html"],
    )


def test_what_begins_in_months_is_announced_and_does_not_lead():
    made = of(activity(), today=date(2024, 3, 1))

    assert made.season == "off"
    assert (made.hero, [entry.path for entry in made.campaigns.coming]) == (
        None,
        ["campaigns/2024-yubei.html"],
    )


def test_districts_that_have_something_are_found_by_their_seal():
    above = district(id="chongqing", name="重庆市", short="重庆")
    below = district(parent=above)
    made = of(campaign(district=below), activity(campaign=campaign(district=below), district=below))

    assert made.fronts == (Front("渝北", "渝北区", "districts/yubei.html", "1项活动"),)


def test_a_site_without_a_campaign_has_a_home_page_too():
    made = of()

    assert (made.hero, made.ways, made.campaigns.past) == (None, (), ())
