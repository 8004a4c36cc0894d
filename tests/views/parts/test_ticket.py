from datetime import date

from samples import activity, base, contact, district, may, part, session, sessions, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.changes import gone
from scienceweek.model.organisation import Role
from scienceweek.model.place import AtBase, Online
from scienceweek.model.schedule import Unfixed
from scienceweek.model.session import SessionStatus, SubEvent
from scienceweek.views.parts.contacts import Call, Privacy
from scienceweek.views.parts.stub import stub
from scienceweek.views.parts.ticket import (
    Answer,
    Card,
    ChangeNotice,
    Link,
    card,
    gone_card,
    host,
    notice,
    place,
    place_link,
    site,
)

PRIVACY = Privacy(date(2024, 5, 25))
MUSEUM = base(contacts=(contact("023-60000001"),))


def test_a_ticket_says_what_when_where_whose_and_whom_to_call():
    assert card(activity(where=venue(), base=MUSEUM, subtitle="儿童专场"), PRIVACY) == Card(
        id="fish",
        path="activities/fish.html",
        stub=stub((may(25),)),
        title=("我们曾经都是鱼",),
        sub=("儿童专场",),
        place=("市主会场",),
        host=("重庆市", "气象", "科普馆"),
        answer=Answer("ask", "预约待问"),
        call=Call("", "023-60000001", "tel:+862360000001"),
        district="渝北",
        mark="marks/fish.svg",
        when="2024年5月25日 周六",
    )


def test_a_ticket_knows_whether_its_place_is_its_own():
    assert card(activity(where=MUSEUM, base=MUSEUM), PRIVACY).home
    assert not card(activity(where=(MUSEUM, venue()), base=MUSEUM), PRIVACY).home
    assert not card(activity(where=MUSEUM), PRIVACY).home


def test_a_room_and_a_stream_do_not_take_it_away_from_its_base():
    made = card(activity(where=(AtBase(MUSEUM, "一楼"), Online("", "快手", "馆")), base=MUSEUM), PRIVACY)

    assert (made.home, made.room, "".join(made.place)) == (
        True,
        ("一楼",),
        "重庆市气象科普馆 一楼、线上：快手“馆”",
    )
    assert site(activity(where=AtBase(MUSEUM, "一楼"))) == site(activity(where=MUSEUM))


def test_without_a_base_the_ticket_names_who_answers_for_it():
    organised = activity(organisers=(part(Role.RESPONSIBLE, "区科技局", "区科协"),))

    assert card(organised, PRIVACY).host == ("区科技局、", "区科协")


def test_what_was_never_fixed_nor_put_off_is_over_with_its_campaign():
    off = Change(Status.POSTPONED, "因雨", (may(24),))
    made = [
        card(activity(when=when, change=change), PRIVACY).stub
        for when, change in ((Unfixed("再定"), Change()), (Unfixed("再定"), off), (may(25), Change()))
    ]

    assert [(stub.over, stub.over_word) for stub in made] == [
        ("2024-06-01", "本届已结束"),
        ("", ""),
        ("", ""),
    ]


def test_what_became_of_the_plan_is_said_with_the_time_before():
    moved = Change(Status.RESCHEDULED, "因雨", (may(24),))

    assert notice(activity(change=moved)) == ChangeNotice(
        "rescheduled", "改期", "因雨", "原定2024年5月24日 周五", "换日子了：5月25日 周六"
    )
    assert notice(activity()) is None


def test_what_is_postponed_without_a_new_time_says_its_day_as_the_old_one():
    told = notice(activity(change=Change(Status.POSTPONED, "因雨")))

    assert told == ChangeNotice("postponed", "延期", "因雨", "原定2024年5月25日 周六", "推迟了，哪天还没定")


def test_nobody_books_what_is_off():
    made = card(activity(change=Change(Status.CANCELLED, "因雨")), PRIVACY)

    assert (made.off, made.answer, made.stub.first, made.stub.stamp) == (True, None, "", "取消")


def test_on_an_old_day_the_ticket_says_where_it_went():
    moved = activity(when=may(28), base=MUSEUM, change=Change(Status.RESCHEDULED, "因雨", (may(24),)))
    made = gone_card(gone(moved), PRIVACY)

    assert (made.off, made.answer, made.stub.numbers, made.notice.word, made.notice.before) == (
        True,
        None,
        ("24",),
        "改到5月28日 周二",
        "",
    )
    assert made.call == card(moved, PRIVACY).call


def test_a_place_with_a_page_of_its_own_is_a_link():
    assert place_link(activity(where=venue())) == Link("市主会场", "venues/hall.html")
    assert place_link(activity()) is None


def test_of_many_places_and_parties_a_ticket_names_three():
    many = activity(
        where=tuple(base(id=str(number), name=f"基地{number}") for number in range(9)),
        organisers=(part(Role.LEAD, "甲", "乙", "丙", "丁", "戊"),),
    )

    assert (place(many), host(many)) == ("基地0、基地1、基地2等9处", "甲、乙、丙等5家")


def test_a_session_that_is_off_has_a_ticket_that_says_so():
    off = SubEvent(session(26), status=SessionStatus.CANCELLED, reason="检修")
    made = gone_card(gone(sessions(SubEvent(session(25)), off)), PRIVACY)

    assert made.notice == ChangeNotice("cancelled", "取消", "检修", plain="这一场不办了")
    assert (made.stub.numbers, made.stub.stamp) == (("26",), "取消")


def test_what_a_district_does_for_a_citys_campaign_names_the_district():
    made = [
        card(one, PRIVACY) for one in (activity(district=district(id="tianxin", short="天心")), activity())
    ]

    assert [(one.district, one.is_outpost) for one in made] == [("天心", True), ("渝北", False)]
