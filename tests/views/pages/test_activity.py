from datetime import date

from samples import WINDOW, activity, base, campaign, catalogue, contact, may, session, venue
from scienceweek.model.activity import Admits, Change, Piece, Rain, Results, Status, Tier
from scienceweek.model.campaign import Notice
from scienceweek.model.image import Image, Photo
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Live, Online, OnTour
from scienceweek.model.schedule import DuringCampaign, Unfixed
from scienceweek.model.term import Term
from scienceweek.views.pages.activity import (
    Outcome,
    Particular,
    SaidPlace,
    activity_page,
    elsewhere,
    outcome,
    places,
)
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.page_head import Crumb
from scienceweek.views.parts.photographs import photograph
from scienceweek.views.parts.ticket import Link

PRIVACY = Privacy(date(2024, 5, 25))
MUSEUM = base(contacts=(contact("023-60000001"),))


def of(one, *others):
    return activity_page(one, catalogue(one, *others), PRIVACY)


def test_the_title_carries_date_and_place():
    head = of(activity(where=venue(), when=may(25, 27))).head

    assert head.title == "我们曾经都是鱼 2024年5月25日—27日 市主会场"
    assert head.crumbs == (
        Crumb("districts/yubei.html", "渝北区"),
        Crumb("calendar/2024-05-25.html", "5月25日"),
        Crumb("", "我们曾经都是鱼"),
    )


def test_a_page_shows_its_whole_its_parts_and_what_else_is_at_its_place():
    hall = venue(id="hall")
    whole = activity(id="whole")
    talk = activity(id="talk", part_of="whole", where=hall, base=MUSEUM)
    others = (
        whole,
        activity(id="part", part_of="talk", where=MUSEUM),
        activity(id="beside", where=hall, when=may(26)),
        activity(id="elsewhere", where=MUSEUM, base=MUSEUM),
    )

    shown = activity_page(talk, catalogue(talk, *others), PRIVACY)

    assert (shown.particulars[1:], len(shown.pieces), shown.nearby is None) == (
        (Particular("属于", (Link("我们曾经都是鱼", "activities/whole.html"),)),),
        1,
        False,
    )


def test_only_what_falls_on_a_day_has_a_calendar_file_and_a_way_to_its_day():
    assert of(activity()).events == "activities/fish.ics"
    unknown = of(activity(when=DuringCampaign(WINDOW)))
    assert unknown.events == ""
    assert [crumb.word for crumb in unknown.head.crumbs] == ["渝北区", "我们曾经都是鱼"]


def test_what_staff_concluded_is_marked():
    known = activity(admits=Admits.PUBLIC, audience=(Term("youth", "青少年"),), inferred=("admits",))

    assert (of(known).admits, of(known).audience, of(known).inferred) == ("面向公众", "青少年", True)
    assert not of(activity(inferred=("kind",))).inferred
    assert of(activity(inferred=("when",))).time_inferred
    assert not of(activity(inferred=("admits",))).time_inferred


def test_kinds_are_named_and_topics_have_pages():
    made = of(activity(tier=Tier.BASE, kind=Term("talk", "讲座"), topics=(Term("fossils", "化石"),)))

    assert made.particulars == (
        Particular("类别", (Link("科普基地活动"), Link("讲座"), Link("化石", "topics/fossils.html"))),
    )


def test_an_activity_of_parts_shows_them_and_each_part_the_whole():
    whole, piece = activity(id="cloud"), activity(id="piece", title="云上直播", part_of="cloud")

    assert [card.id for card in of(whole, piece).pieces] == ["piece"]
    assert of(piece, whole).particulars[1:] == (
        Particular("属于", (Link("我们曾经都是鱼", "activities/cloud.html"),)),
    )


def test_what_else_is_at_the_place_is_shown_but_not_the_activity_itself():
    here, there = activity(where=venue()), activity(id="law", where=MUSEUM)
    also = activity(id="also", where=venue())
    nearby = of(here, there, also).nearby

    assert (nearby.place, [card.id for card in nearby.cards], nearby.number) == (
        Link("市主会场", "venues/hall.html"),
        ["also"],
        1,
    )
    assert of(there, here).nearby is None


def test_the_source_is_its_place_in_the_notice():
    made = of(activity(source="annex-9"))

    assert (made.source, made.issued) == (
        Link("《渝北区科技活动周实施方案》", "notices/2024-yubei.html#annex-9"),
        "2024年5月17日",
    )


def test_a_notice_without_a_title_is_cited_by_none():
    def source(notice: Notice) -> str:
        return of(activity(campaign=campaign(notice=notice))).source.word

    assert source(Notice(number="1号")) == "通知"
    assert source(Notice()) == ""


def test_for_whom_it_is_meant_does_not_say_that_they_may_come():
    meant = activity(audience=(Term("youth", "青少年"),))

    assert (of(meant).audience, of(meant).admits) == ("青少年", "是否对外开放，通知未写明")


def test_every_way_to_say_where_has_its_shape():
    everywhere = (
        base(),
        venue(),
        AtPlace("新牌坊小学"),
        InArea("各镇街", ("回兴街道",)),
        OnTour("大篷车巡回"),
        Online(platform="视频号"),
        Online(url="https://example.org/"),
    )

    assert places(activity(where=everywhere)) == (
        SaidPlace("place", ("重庆市", "气象", "科普馆"), ("新牌坊一路", "68号"), "bases/museum.html"),
        SaidPlace("place", ("市主会场",), ("创客港·", "未来科技园"), "venues/hall.html"),
        SaidPlace("place", ("新牌坊小学",)),
        SaidPlace("area", ("各镇街",), ("回兴街道",)),
        SaidPlace("tour", ("大篷车巡回",)),
        SaidPlace("online", ("线上：", "视频号"), ("网址未公布",)),
        SaidPlace("online", ("线上",), url="https://example.org/"),
    )


def test_a_room_and_where_to_meet_stand_beside_the_place():
    museum = base(access=("公交604路",))
    one = of(activity(where=AtBase(museum, "一楼报告厅", "东门"), base=museum))

    assert one.places == (
        SaidPlace(
            "place",
            ("重庆市", "气象", "科普馆"),
            ("新牌坊一路", "68号"),
            "bases/museum.html",
            room=("一楼报告厅",),
            meet="集合：东门",
        ),
    )
    assert (one.elsewhere, one.ways) == ("", ("公交604路",))


def test_rain_and_what_can_be_seen_from_afar_are_said():
    one = of(
        activity(
            where=base(),
            rain=Rain((may(26),)),
            live=Live("https://kepu.example/live", "", "", "只播前半场"),
            replay="https://kepu.example/replay",
        )
    )

    assert (one.rain, one.live, one.replay) == (
        "改到5月26日 周日",
        Link("网上直播（只播前半场）", "https://kepu.example/live"),
        "https://kepu.example/replay",
    )


def test_what_has_moved_online_says_where_it_was_to_be():
    one = of(activity(where=AtBase(base(), "一楼"), change=Change(Status.MOVED_ONLINE)))

    assert (one.places, one.was_at) == (
        (SaidPlace("online", ("线上",), ("网址未公布",)),),
        "重庆市气象科普馆 一楼",
    )


def test_an_address_that_the_notice_puts_into_the_name_is_not_said_twice():
    written = AtVenue(venue(), "市主会场（创客港·未来科技园）")

    assert places(activity(where=written))[0].address == ()


def test_it_is_said_that_an_activity_is_not_at_its_base():
    museum = base()

    assert elsewhere(activity(where=venue(), base=museum)) == "不在基地；基地在新牌坊一路68号"
    assert elsewhere(activity(where=(venue(), museum), base=museum)) == ""
    assert elsewhere(activity(where=Online(), base=museum)) == ""
    assert elsewhere(activity(where=venue())) == ""


def test_a_picture_without_consent_is_not_shown():
    image = Image("a.jpg", "", 800, 600)
    shown = Photo("a.jpg", "孩子们", consent=True, image=image, credit="科协供图")
    photos = (shown, Photo("b.jpg", "孩子们", image=image))

    assert outcome(Results("办得好。\n\n来的人多。", 300, photos, news=("https://example.org/",))) == Outcome(
        summary=("办得好。", "来的人多。"),
        attendance="300人次参加",
        pictures=(photograph(shown),),
        video="",
        news=("https://example.org/",),
    )


def test_before_anything_has_come_of_it_there_is_nothing_to_show():
    assert outcome(None) is None


def test_what_is_off_is_not_to_be_booked_nor_put_into_a_calendar():
    off = of(activity(change=Change(Status.CANCELLED, "暴雨")))

    assert (off.off, off.events, off.moments, off.hour, off.advice.struck) == (
        True,
        "",
        (),
        "",
        ("2024年5月25日 周六",),
    )
    assert off.head.title == "【取消】我们曾经都是鱼 原定2024年5月25日 周六"


def test_what_is_postponed_has_no_day_but_its_old_one():
    off = of(activity(when=Unfixed("另行通知"), change=Change(Status.POSTPONED, "", (may(25),))))

    assert [moment.said for moment in off.moments] == ["另行通知"]
    assert (off.stub.first, off.advice.struck) == ("", ("2024年5月25日 周六",))
    assert off.head.crumbs[-2].path == "calendar/2024-05-25.html"


def test_what_is_moved_offers_its_new_day():
    moved = of(activity(when=may(28), change=Change(Status.RESCHEDULED, "", (may(25),))))

    assert (moved.off, moved.events, [one.first for one in moved.moments], moved.advice.struck) == (
        False,
        "activities/fish.ics",
        ["2024-05-28"],
        ("2024年5月25日 周六",),
    )


def test_a_whole_does_not_deny_the_hours_of_its_parts_and_shows_them_once():
    hall = venue()
    whole = activity(
        id="whole",
        when=may(25, 26),
        where=hall,
        pieces=(Piece("talk", "讲座", (session(25, "09:00", "10:00"),)),),
    )
    talk = activity(id="talk", when=session(25, "09:00", "10:00"), where=hall, part_of="whole")
    made = of(whole, talk)

    assert (made.hour, [card.id for card in made.pieces], made.nearby) == ("", ["talk"], None)


def test_a_part_says_what_it_has_from_its_whole():
    whole, piece = (
        activity(id="whole"),
        activity(
            id="piece", part_of="whole", inherited=("base", "admission"), base=base(id="farm"), where=base()
        ),
    )
    made = of(piece, whole)

    assert made.particulars[1:] == (
        Particular("属于", (Link("我们曾经都是鱼", "activities/whole.html"),)),
        Particular("同整场", (Link("基地、预约和收费"),)),
    )
    assert made.elsewhere == ""


def test_what_one_reads_of_it_elsewhere_begins_with_date_title_and_place():
    head = of(activity(where=venue(), when=may(25, 27))).head

    assert head.description.startswith("2024年5月25日—27日，我们曾经都是鱼，市主会场。")


def test_what_its_whole_is_called_is_not_said_again_as_its_sort():
    whole = activity(id="whole", title="科普基地活动")
    made = of(activity(id="part", tier=Tier.BASE, part_of="whole"), whole)

    assert [one.word for one in made.particulars] == ["属于"]


def test_what_moved_online_is_there_and_nowhere_else():
    moved = of(activity(where=venue(), change=Change(Status.MOVED_ONLINE, "暴雨")))

    assert ([(one.shape, one.name) for one in moved.places], moved.was_at) == (
        [("online", ("线上",))],
        "市主会场",
    )
