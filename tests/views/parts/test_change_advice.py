from samples import activity, catalogue, district, may
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Unfixed
from scienceweek.views.parts.change_advice import advice
from scienceweek.views.parts.contacts import Call
from scienceweek.views.parts.enquiries import EnquiryDesk

ASKED = EnquiryDesk("气象馆", "", (Call("", "023-60000001", "tel:+862360000001"),))
NOBODY = EnquiryDesk("区科技局", "", ())


def of(one, *others, asked=ASKED):
    return advice(one, catalogue(one, *others), asked)


def test_a_plan_that_stands_needs_no_advice():
    assert of(activity()) is None


def test_of_what_is_cancelled_it_is_said_what_to_do():
    made = of(activity(change=Change(Status.CANCELLED, "暴雨")))

    assert (made.word, made.why, made.struck, made.others) == (
        "这一场不办了",
        "暴雨",
        ("2024年5月25日 周六",),
        None,
    )
    assert made.do == (
        "原来那天不要去。",
        "约过、报过名的，打电话问怎么办。",
        "加到手机日历的，请删去原来的；订阅了日历的，会自己更新。",
    )


def test_where_there_is_no_number_nobody_is_told_to_ring():
    made = of(activity(change=Change(Status.CANCELLED)), asked=NOBODY)

    assert made.do[1] == "约过、报过名的，问办活动的单位怎么办。"


def test_of_what_is_postponed_or_moved_the_booking_may_stand():
    put_off = of(activity(when=Unfixed("再定"), change=Change(Status.POSTPONED, "", (may(25),))))
    moved = of(activity(when=may(28), change=Change(Status.RESCHEDULED, "", (may(25),))))

    assert put_off.do[1] == "新的日子定了，会写在这里。约过、报过名的，打电话问还算不算。"
    assert moved.do[1] == "约过、报过名的，打电话问还算不算。"


def test_of_what_has_moved_online_nothing_is_to_be_done():
    made = of(activity(change=Change(Status.MOVED_ONLINE, "停电")))

    assert (made.word, made.do, made.struck) == ("改在手机上看，不用出门", (), ())


def test_what_else_is_on_that_day_is_named_the_own_district_first():
    off = activity(change=Change(Status.CANCELLED))
    away = activity(id="away", district=district(id="nanan", name="南岸区", short="南岸", code="500108"))
    near, later = activity(id="near", when=may(24, 25)), activity(id="later", when=may(26))
    made = of(off, away, near, later, activity(id="off", change=Change(Status.CANCELLED)))

    assert (made.others.said, made.others.path, made.others.number) == (
        "5月25日 周六",
        "calendar/2024-05-25.html",
        2,
    )
    assert {line.path for line in made.others.lines.shown} == {
        "activities/near.html",
        "activities/away.html",
    }
