from datetime import date, time

from samples import FIRST, base, contact, may, opening, session
from scienceweek.model.hours import Closure, Doors, Hours, When
from scienceweek.model.place import Admission, Fee
from scienceweek.model.schedule import Days, Session
from scienceweek.views.parts.base_occasions import base_occasions
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(FIRST)
USUAL = Hours(When((1, 2, 3, 4, 5, 6)), (Doors(time(9), time(17), time(16, 30)),))


def test_an_opening_is_as_long_as_its_hours_are_the_same_and_leaves_out_the_days_off():
    free = opening(may(25, 28), admission=Admission(fee=Fee.FREE), note="预约开放")
    made = base_occasions(
        base(hours=(USUAL,), openings=(free,), contacts=(contact("023-60000000"),)), PRIVACY
    )

    assert [(one.id, one.when, one.title) for one in made] == [
        ("open-2024.20240525", may(25, 26), "重庆市气象科普馆免费开放"),
        ("open-2024.20240528", Session(date(2024, 5, 28), time(9), time(17)), "重庆市气象科普馆免费开放"),
    ]
    assert made[0].text == "9:00—17:00，16:30停止入馆\n预约开放\n电话：023-60000000"


def test_hours_that_nobody_has_told_are_not_invented():
    (one,) = base_occasions(base(openings=(opening(may(25)),)), PRIVACY)

    assert (one.when, one.text) == (may(25), "几点开门，通知未写明")


def test_a_closure_takes_nobodys_time_and_one_without_an_end_is_none():
    known = (Closure(may(28, 29), reason="检修"), Closure(Days(date(2021, 1, 1), date.max), ends=False))
    (one,) = base_occasions(base(closures=known), PRIVACY)

    assert (one.id, one.when, one.title, one.text, one.off) == (
        "closed.20240528",
        may(28, 29),
        "重庆市气象科普馆闭馆",
        "检修",
        True,
    )


def test_an_evening_is_a_session():
    (one,) = base_occasions(base(openings=(opening(session(25, "18:00", "21:00")),)), PRIVACY)

    assert one.when == session(25, "18:00", "21:00")
