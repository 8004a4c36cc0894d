from dataclasses import replace
from datetime import date

from samples import (
    SATURDAYS,
    activity,
    base,
    campaign,
    catalogue,
    contact,
    may,
    opening,
    session,
    venue,
)
from scienceweek.model.activity import Change, Status
from scienceweek.views.parts.contacts import Call, Privacy
from scienceweek.views.parts.day_panels import PanelOpening, panels

TODAY = Privacy(date(2024, 5, 25))
MUSEUM = base(contacts=(contact("023-60000001"),))


def of(*things, privacy=TODAY):
    return panels(campaign(), campaign().when, catalogue(campaign(), *things), privacy)


def test_days_that_are_over_have_no_panel():
    made = of(activity(), privacy=Privacy(date(2024, 5, 31)))

    assert [panel.day for panel in made] == ["2024-05-31", "2024-06-01"]


def test_the_first_day_that_holds_something_is_open():
    made = of(activity(when=may(26)), activity(id="late", when=may(28)))

    assert [panel.number for panel in made if panel.is_open] == ["26"]


def test_what_happens_at_one_place_stands_under_its_name():
    made = of(
        activity(id="a", where=venue(), base=MUSEUM),
        activity(id="b", where=venue(), base=MUSEUM),
        activity(id="c", where=MUSEUM, base=MUSEUM),
        activity(id="d"),
    )

    assert [(spot.word, spot.named, [card.id for card in spot.cards]) for spot in made[0].spots] == [
        ("市主会场", True, ["a", "b"]),
        ("在基地", False, ["c"]),
        ("别的地方", False, ["d"]),
    ]


def test_a_base_that_is_open_says_until_when():
    museum = base(contacts=(contact("023-60000001"),), openings=(opening(may(25, 28)), opening(may(25))))
    made = of(museum)[0]
    call = (Call("", "023-60000001", "tel:+862360000001"),)

    assert made.sum == "1处基地开放"
    assert made.openings == (
        PanelOpening(("重庆市", "气象", "科普馆"), "bases/museum.html", "", "开放到5月28日", call),
    )


def test_a_base_that_opens_every_week_says_so_on_its_days_only():
    made = of(base(openings=(opening(SATURDAYS),)))

    assert [(panel.number, open.until) for panel in made for open in panel.openings] == [
        ("25", "每周六"),
        ("1", "每周六"),
    ]


def test_what_does_not_take_place_stands_first_and_is_not_counted():
    off = activity(id="off", when=may(26, 27), change=Change(Status.CANCELLED, "暴雨"))
    moved = activity(id="moved", when=may(31), change=Change(Status.RESCHEDULED, "", (may(26), session(26))))
    made = of(off, moved, activity(when=may(26)))

    assert [(panel.number, panel.sum, [card.id for card in panel.gone]) for panel in made if panel.gone] == [
        ("26", "1场活动，2场不办了", ["off", "moved"]),
        ("27", "1场不办了", ["off"]),
    ]
    assert [panel.number for panel in made if panel.is_open] == ["26"]
    assert [card.id for spot in made[1].spots for card in spot.cards] == ["fish"]


def test_a_day_outside_the_window_that_has_lost_what_it_held_still_says_so():
    off = activity(when=may(24), change=Change(Status.CANCELLED))
    made = panels(campaign(), may(23, 25), catalogue(off), Privacy(date(2024, 5, 23)))

    assert [(panel.number, len(panel.gone)) for panel in made] == [("24", 1), ("25", 0)]


def test_a_ticket_of_a_day_has_the_hours_of_that_day_in_their_order():
    twice = activity(
        id="a", when=(session(25, "15:00", ""), session(26, "09:00", ""), session(26, "14:00", ""))
    )
    noon = activity(id="b", when=replace(session(26, "12:00", ""), note="3号厅"))
    made = [panel for panel in of(twice, noon) if panel.spots]

    assert [
        [
            (card.id, card.stub.hour, card.stub.lines, card.remark)
            for spot in panel.spots
            for card in spot.cards
        ]
        for panel in made
    ] == [
        [("a", "15:00", ("下午",), ())],
        [("a", "9:00", ("和14:00",), ()), ("b", "12:00", ("下午",), ("3号厅",))],
    ]
    assert [panel.sum for panel in made] == ["1场活动", "2场活动"]
