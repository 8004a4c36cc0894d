from datetime import date, time

from samples import activity, campaign, contact, may
from scienceweek.model.activity import Change, Status
from scienceweek.model.availability import availability
from scienceweek.model.booking import Availability, Booking, BookingPlan, Capacity, Limit, Way, WayKind
from scienceweek.model.place import Admission, Fee
from scienceweek.views.parts.booking import BookingBlock, BookingTimes, Route, Verb, block, booking_block
from scienceweek.views.parts.contacts import Call, Privacy

TODAY = Privacy(date(2024, 5, 25))
NUMBER = Call("", "023-60001208", "tel:+862360001208")
DESK = contact("023-60001208")
WAYS = (
    Way(WayKind.ACCOUNT, "澜江科技馆"),
    Way(WayKind.URL, "https://kepu.example/book"),
    Way(WayKind.PHONE, contact=DESK, hours="9:00—17:00"),
    Way(WayKind.DESK, "一楼服务台"),
)
OPENS, UNTIL = Limit(date(2024, 5, 18), time(12)), Limit(date(2024, 5, 24), time(16))


def booked(**plan: object):
    return activity(when=may(27), admission=Admission(Fee.FREE, Booking.REQUIRED, plan=BookingPlan(**plan)))


def test_what_hangs_on_the_hour_is_left_to_the_script():
    one = booked(ways=WAYS, opens=OPENS, until=UNTIL, capacity=Capacity("60", 60), note="选场次")

    assert booking_block(one, TODAY) == BookingBlock(
        BookingTimes("required", "2024-05-18T12:00", "2024-05-24T16:00", "2024-05-28T00:00"),
        "still",
        "要先预约",
        "5月18日12:00起，5月24日16:00截止",
        "5月18日12:00",
        "5月18日 周六 12:00开始预约",
        "5月24日16:00",
        Verb("去预约", href="https://kepu.example/book"),
        (
            Route("wechat", "公众号“澜江科技馆”", copy="澜江科技馆", at="not-yet open last-day"),
            Route("online", "预约网页", href="https://kepu.example/book", at="open last-day"),
            Route("phone", "", calls=(NUMBER,), hours="9:00—17:00"),
            Route("hall", "一楼服务台"),
        ),
        ("名额60人", "选场次"),
    )


def test_the_button_does_the_first_that_can_be_done_here():
    assert [booking_block(booked(ways=ways), TODAY).verb for ways in (WAYS[:1], WAYS[2:], WAYS[3:])] == [
        Verb("去公众号预约", "点一下复制“澜江科技馆”，到微信里搜", copy="澜江科技馆"),
        Verb("打电话预约", "023-60001208", href="tel:+862360001208"),
        None,
    ]
    drawn = booking_block(booked(ways=WAYS[1:2], lottery="5月25日出签"), TODAY)
    assert (drawn.verb, drawn.notes) == (
        Verb("去登记抽签", href="https://kepu.example/book"),
        ("登记后抽签，先后不影响；5月25日出签",),
    )


def test_what_is_full_leaves_only_whom_to_ask():
    full = booking_block(booked(ways=WAYS, full=True), TODAY)

    assert (full.shape, full.word, full.verb) == ("gone", "名额已满", None)
    assert [route.icon for route in full.routes] == ["phone", "hall"]


def test_the_other_states_are_a_word_each():
    made = [
        booking_block(one, TODAY)
        for one in (
            activity(admission=Admission(Fee.FREE, Booking.NONE)),
            activity(admission=Admission(Fee.PAID, Booking.NONE)),
            activity(),
            activity(change=Change(Status.CANCELLED)),
            activity(when=(), change=Change(Status.POSTPONED, "", (may(25),))),
        )
    ]

    assert [(one.times.needed, one.shape, one.word) for one in made] == [
        ("none", "none", "直接去，免费"),
        ("none", "none", "直接去，不用预约"),
        ("unknown", "unsure", "要不要预约，通知没写"),
        ("off", "gone", "取消了，不用预约"),
        ("off", "gone", "延期了，新的日子定了再约"),
    ]


def test_a_mobile_at_which_one_books_is_shown_as_the_site_shows_mobiles():
    ways = (Way(WayKind.PHONE, contact=contact("13800000001")),)
    terms = Admission(booking=Booking.REQUIRED, plan=BookingPlan(ways))
    asked = Availability(Booking.REQUIRED)

    masked = block(terms, asked, campaign(), Privacy(date(2024, 5, 25), mask_mobiles=True))
    late = block(terms, asked, campaign(), Privacy(date(2024, 7, 1), hide_after=14))

    assert [call.number for route in masked.routes for call in route.calls] == ["138****0001"]
    assert (masked.verb, late.routes) == (None, ())


def test_the_times_are_those_of_the_model():
    one = booked(opens=OPENS)

    assert BookingTimes.of(availability(one)) == BookingTimes(
        "required", "2024-05-18T12:00", "", "2024-05-28T00:00"
    )
