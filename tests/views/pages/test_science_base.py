from datetime import date

import samples
from scienceweek.model.booking import Booking, BookingPlan, Way, WayKind
from scienceweek.model.contact import Show
from scienceweek.model.place import Admission, Fee
from scienceweek.views.pages.science_base import BaseOpening, science_base_page
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(date(2024, 5, 25))


def of(base, *things):
    return science_base_page(base, samples.catalogue(base, *things), PRIVACY)


def test_whom_to_call_comes_with_the_name():
    (call,) = of(samples.base(contacts=(samples.contact(name="叶钊"),))).calls
    assert (call.who, call.href) == ("叶钊", "tel:+862360000001")


def test_numbers_that_are_not_for_the_public_are_withheld_and_that_is_said():
    made = of(samples.base(contacts=(samples.contact(show=Show.INTERNAL),)))
    assert (made.calls, made.withheld) == ((), True)


def test_a_base_without_a_number_is_not_said_to_withhold_one():
    assert of(samples.base()).withheld is False


def test_opening_periods_say_when_and_on_what_conditions():
    admission = Admission(Fee.FREE, Booking.REQUIRED)
    made = of(samples.base(openings=(samples.opening(admission=admission, note="老人优先"),)))
    assert made.doors == (
        BaseOpening(
            "2024年5月25日—6月1日",
            "老人优先",
            ticket.Answer("book", "免费，需要预约"),
            "2024-05-25",
            "2024-06-01",
        ),
    )


def test_a_period_with_closed_days_lists_those_on_which_it_is_open():
    (door,) = of(samples.base(openings=(samples.opening(samples.SATURDAYS),))).doors

    assert (door.when, door.days) == (
        "2024年5月15日—6月5日 每周六 9:00—11:00",
        "2024-05-18 2024-05-25 2024-06-01",
    )


def test_what_is_on_here_and_what_is_on_elsewhere_are_apart():
    museum = samples.base()
    here = samples.activity(id="here", base=museum, where=museum)
    away = samples.activity(id="away", base=museum, where=samples.venue())
    made = of(museum, away, here)
    assert [card.path for card in made.here] == ["activities/here.html"]
    assert [card.path for card in made.away] == ["activities/away.html"]


def test_the_day_on_which_somebody_made_sure_is_said():
    assert of(samples.base(verified=date(2024, 5, 20))).verified == "2024年5月20日"
    assert of(samples.base()).verified == ""


def test_the_other_door_at_the_same_address_is_named():
    twin = samples.base(id="twin", name="传统法律文化基地")
    assert of(samples.base(), twin).neighbours == (ticket.Link("传统法律文化基地", "bases/twin.html"),)


def test_what_one_sends_to_the_family_has_address_opening_and_number():
    museum = samples.base(contacts=(samples.contact(),), openings=(samples.opening(),))
    assert of(museum).share == (
        "重庆市气象科普馆\n地址：新牌坊一路68号\n开放：2024年5月25日—6月1日开放\n电话：023-60000001"
    )


def test_the_notice_that_it_comes_from_is_linked_at_its_place():
    made = of(samples.base(campaign=samples.campaign(), source="annex-1"))
    assert made.source == ticket.Link("《渝北区科技活动周实施方案》", "notices/2024-yubei.html#annex-1")


def test_how_one_books_an_opening_is_said_and_who_books_is_called():
    desk = samples.contact("023-60000004", name="", show=Show.PUBLIC)
    plan = BookingPlan((Way(WayKind.PHONE, contact=desk, hours="9:00—17:00"),))
    opened = samples.opening(admission=Admission(Fee.FREE, Booking.REQUIRED, plan=plan))
    made = of(samples.base(openings=(opened,)))

    (call,) = made.calls
    assert call.number == "023-60000004"
    assert [(one.calls, one.hours) for one in made.doors[0].routes] == [((call,), "9:00—17:00")]
    assert made.doors[0].times.ends == "2024-06-02T00:00"


def test_who_is_at_the_base_is_called_rather_than_who_books():
    desk = samples.contact("023-60000004", name="", show=Show.PUBLIC)
    terms = Admission(Fee.FREE, Booking.REQUIRED, plan=BookingPlan((Way(WayKind.PHONE, contact=desk),)))
    own = samples.contact(name="服务台")

    assert [one.who for one in of(samples.base(contacts=(own,), admission=terms)).calls] == ["服务台"]
