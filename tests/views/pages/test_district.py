from datetime import date

from samples import (
    FIRST,
    activity,
    base,
    campaign,
    catalogue,
    contact,
    district,
    may,
    opening,
    part,
    site,
    venue,
)
from scienceweek.model.place import InArea
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Unfixed
from scienceweek.views.pages.district import district_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.downloads import downloads
from scienceweek.views.parts.figures import HeadFigure
from scienceweek.views.parts.page_head import FeedLink
from scienceweek.views.parts.ticket import Link

TODAY = Privacy(today=FIRST)
CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")
YUBEI = district(parent=CITY)
WEEK = campaign(district=YUBEI)
WIDE = Months(Month(2024, 5), Month(2024, 8))


def page(*things, of=YUBEI):
    return district_page(of, catalogue(*things), TODAY)


def in_yubei(**changes):
    return activity(**{"district": YUBEI, "campaign": WEEK} | changes)


def test_a_province_without_records_of_its_own_has_no_page():
    assert list(catalogue(in_yubei()).districts_with_records) == ["yubei"]
    assert page(in_yubei()).above == (Link("重庆市", ""),)


def test_the_latest_campaign_opens_the_page_and_earlier_ones_stand_below():
    old = campaign(
        id="2023-yubei", name="2023年", district=YUBEI, when=Days(date(2023, 5, 20), date(2023, 5, 27))
    )
    view = page(in_yubei(id="old", campaign=old), in_yubei())

    assert view.lead is not None
    assert view.lead.path == "campaigns/2024-yubei.html"
    assert [entry.path for entry in view.campaigns] == [
        "campaigns/2024-yubei.html",
        "campaigns/2023-yubei.html",
    ]
    assert [line.path for day in view.programme for line in day.starts] == ["activities/fish.html"]


def test_what_is_on_opens_the_page_although_the_autumn_is_announced():
    autumn = campaign(id="autumn", district=YUBEI, when=Days(date(2024, 9, 14), date(2024, 9, 20)))
    view = page(
        in_yubei(), in_yubei(id="later", campaign=autumn, when=Days(date(2024, 9, 14), date(2024, 9, 14)))
    )

    assert view.lead is not None
    assert view.lead.path == "campaigns/2024-yubei.html"
    assert [line.path for day in view.programme for line in day.starts] == ["activities/fish.html"]
    assert [entry.path for entry in view.campaigns] == ["campaigns/autumn.html", "campaigns/2024-yubei.html"]


def test_what_another_district_holds_at_a_venue_here_is_on_the_page():
    square = venue(id="square", district=YUBEI)
    day = campaign(id="2022-chongqing", name="2022年重庆市全国科普日", district=CITY)
    view = page(activity(district=CITY, campaign=day, where=square))

    assert (view.of_parent, view.lead.path if view.lead else "") == (True, "campaigns/2022-chongqing.html")
    assert [hall.number for hall in view.venues] == [1]


def test_what_happens_everywhere_is_listed_and_not_told_twice():
    view = page(
        in_yubei(id="wide", when=WIDE, where=InArea("全区范围")),
        in_yubei(id="none", when=DuringCampaign(WEEK.when)),
    )

    assert [line.path for line in view.area.shown] == ["activities/wide.html"]
    assert [card.path for group in view.groups for card in group.cards] == ["activities/none.html"]


def test_bases_are_a_phone_book_with_what_is_public():
    museum = base(
        district=YUBEI, contacts=(contact("17700000000", "023-60000001", name="某人"),), openings=(opening(),)
    )
    (entry,) = page(museum, in_yubei(base=museum, when=may(26), where=museum)).bases

    assert [call.href for call in entry.calls] == ["tel:+8617700000000", "tel:+862360000001"]
    assert (entry.verdict.open, entry.verdict.here) == ("2024-05-25/2024-06-01=k", "2024-05-26")


def test_many_bases_are_folded_and_one_or_two_are_no_reason_to():
    bases = [base(id=f"b{number}", district=YUBEI) for number in range(11)]

    assert [(len(view.bases), len(view.more_bases)) for view in (page(*bases), page(*bases[1:]))] == [
        (8, 3),
        (10, 0),
    ]


def test_what_runs_at_the_same_time_is_one_programme():
    city_week = campaign(id="2024-city", name="2024年重庆市科技活动周", district=CITY, when=may(24, 27))
    old = campaign(id="2023-city", district=CITY, when=Days(date(2023, 5, 20), date(2023, 5, 27)))
    view = page(
        in_yubei(id="own"), in_yubei(id="of-city", campaign=city_week), in_yubei(id="old", campaign=old)
    )

    assert [line.path for day in view.programme for line in day.starts] == [
        "activities/own.html",
        "activities/of-city.html",
    ]


def test_numbers_are_those_of_the_campaign_that_opens_the_page():
    museum = base(district=YUBEI)

    assert page(museum, in_yubei(), in_yubei(id="second", where=museum)).figures == (
        HeadFigure("2", "活动", "#programme"),
        HeadFigure("1", "基地与资源", "#bases"),
    )


def test_a_title_carries_the_place_the_numbers_and_the_days():
    assert page(in_yubei()).head.title == "渝北区 1项活动 · 2024年渝北区科技活动周 5月25日—6月1日"


def test_a_district_with_a_campaign_and_no_activity_has_its_notice():
    view = page(WEEK)

    assert (view.programme, view.groups) == ((), ())
    assert view.notice is not None
    assert view.notice.title == "渝北区科技活动周实施方案"


def test_a_district_without_any_campaign_has_no_strip():
    view = page(venue(district=YUBEI))

    assert (view.lead, view.strip, view.notice) == (None, None, None)


def test_downloads_stand_only_where_they_exist():
    (feed,) = downloads(["districts/yubei.ics"], site())
    view = district_page(YUBEI, catalogue(WEEK), TODAY, (feed,))

    assert (view.downloads, page(WEEK).downloads) == ((feed,), ())
    assert view.head.feeds == (FeedLink("districts/yubei.ics", "text/calendar", "渝北区 活动日历"),)


def test_whom_nobody_names_is_not_invented():
    view = page(in_yubei(when=Unfixed("时间未定"), organisers=(part(),)))

    assert view.groups[0].cards[0].call is None


def test_a_city_shows_what_its_districts_do_for_its_campaign():
    held = campaign(id="city", district=CITY, when=may(25, 26))
    view = page(activity(district=YUBEI, campaign=held, when=may(25)), of=CITY)

    assert [[(line.path, line.district) for line in day.starts] for day in view.programme] == [
        [("activities/fish.html", "渝北区")]
    ]
    assert [column.count for column in view.strip.columns] == [1, 0]
