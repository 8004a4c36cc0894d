from datetime import date

from samples import FIRST, activity, base, campaign, catalogue, contact, district, may, opening, part
from scienceweek.model.activity import Change, Status
from scienceweek.model.contact import Show
from scienceweek.model.schedule import DuringCampaign, Unfixed
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.sent_programme import (
    SentProgramme,
    for_picture,
    has_sent_programme,
    sent_programme,
)

TODAY = Privacy(today=FIRST)
WEEK = campaign()


def sent(*things: object) -> SentProgramme:
    return sent_programme(district(), WEEK, catalogue(WEEK, *things), TODAY)


def test_what_has_a_day_stands_on_it_and_what_has_none_below():
    off = activity(id="off", change=Change(Status.CANCELLED, "下雨"))
    made = sent(
        activity(title="月壤", updated=date(2024, 5, 20)),
        off,
        activity(id="wide", title="咨询", when=DuringCampaign(WEEK.when)),
        activity(id="open", title="参观", when=Unfixed("时间待定")),
    )

    assert [(day.said, [row.title for row in day.starts], [row.status for row in day.gone]) for day in made.days] == [
        ("5月25日", [("月壤",)], ["取消"])
    ]  # fmt: skip
    assert [[row.title for row in group.rows] for group in made.groups] == [[("咨询",)], [("参观",)]]
    assert (made.as_of, made.path) == ("2024年5月20日", "districts/yubei.html")


def test_each_activity_has_the_number_to_tap():
    museum = base(contacts=(contact("023-60000001"),))

    (row,) = sent(activity(base=museum)).days[0].starts

    assert (row.phone, row.tel) == ("023-60000001", "tel:+862360000001")


def test_open_bases_have_their_days_and_only_numbers_for_the_public():
    museum = base(openings=(opening(may(31), note="一楼"),), contacts=(contact("023-60000001"),))
    hidden = base(id="b", openings=(opening(),), contacts=(contact(show=Show.INTERNAL),))

    found = sent(museum, hidden, activity()).bases

    assert [(one.openings, [call.number for call in one.calls]) for one in found] == [
        (("2024年5月31日 周五，一楼",), ["023-60000001"]),
        (("2024年5月25日—6月1日",), []),
    ]


def test_a_programme_that_nobody_would_read_in_one_piece_is_not_sent():
    many = [activity(id=f"a{number}", organisers=(part(),)) for number in range(501)]

    assert has_sent_programme(district(), WEEK, catalogue(activity()))
    assert not has_sent_programme(district(), WEEK, catalogue(WEEK))
    assert not has_sent_programme(district(), WEEK, catalogue(*many))


def test_on_a_picture_there_is_no_mobile_number_and_who_has_no_other_says_so():
    both = base(contacts=(contact("023-60000001", "13800000000"),), openings=(opening(),))
    mobile = base(id="b", contacts=(contact("13800000000"),), openings=(opening(),))
    none = base(id="c", openings=(opening(),))

    made = for_picture(sent(both, mobile, none, activity(base=mobile), activity(id="other", base=both)))

    assert [row.phone for row in made.days[0].starts] == ["", "023-60000001"]
    assert [([call.number for call in one.calls], one.lacking) for one in made.bases] == [
        (["023-60000001"], "手机号码在网页上"),
        ([], "手机号码在网页上"),
        ([], "没有公开的电话"),
    ]
