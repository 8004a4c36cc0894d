from samples import activity, base, may, session, sessions, stages, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Booking, BookingPlan
from scienceweek.model.changes import days_gone, gone
from scienceweek.model.days import days_of
from scienceweek.model.occurrences import as_on, days_at
from scienceweek.model.place import Admission, AtBase, AtVenue, Fee
from scienceweek.model.session import SessionStatus, Stage, SubEvent

MUSEUM, HALL = base(), venue()
FULL = Admission(booking=Booking.REQUIRED, plan=BookingPlan(full=True))
MORNING = SubEvent(session(25), whom="散客")
THERE = SubEvent(session(26), whom="团体", where=(AtVenue(HALL),))
OFF = SubEvent(session(27), status=SessionStatus.CANCELLED, reason="停电")


def test_on_a_day_it_is_where_and_what_its_session_is():
    one = sessions(MORNING, THERE, where=MUSEUM)

    assert [(day.subtitle, day.where) for day in (as_on(one, when.day) for when in one.when)] == [
        ("散客", (AtBase(MUSEUM),)),
        ("团体", (AtVenue(HALL),)),
    ]


def test_a_day_of_which_all_sessions_are_full_is_full():
    full = SubEvent(session(25, "14:00", ""), whom="团体", status=SessionStatus.FULL)

    assert as_on(sessions(full), full.when.day).admission == FULL
    mixed = as_on(sessions(MORNING, full, admission=Admission(Fee.FREE)), full.when.day)
    assert (mixed.admission, mixed.subtitle) == (Admission(Fee.FREE), "")


def test_without_sessions_a_day_is_as_all_others():
    one = activity()

    assert as_on(one, may(25).first) is one


def test_a_base_has_the_days_of_the_sessions_that_are_there():
    one = sessions(MORNING, THERE, OFF, where=MUSEUM)

    assert days_at(one, MUSEUM) == (may(25),)
    assert days_of(one) == (may(25), may(26))
    assert days_at(sessions(MORNING, where=MUSEUM, change=Change(Status.CANCELLED)), MUSEUM) == ()
    assert days_at(activity(where=MUSEUM, when=may(25, 27)), MUSEUM) == (may(25, 27),)


def test_a_session_that_is_cancelled_was_to_be_on_its_day():
    one = sessions(MORNING, OFF, where=MUSEUM)
    (found,) = gone(one)

    assert (found.when, found.days, found.activity.off) == (OFF.when, may(27), True)
    assert found.activity.change == Change(Status.CANCELLED, "停电")
    assert days_gone(one) == (may(27),)


def test_of_a_cancelled_activity_all_sessions_were_to_be():
    one = sessions(MORNING, OFF, change=Change(Status.CANCELLED, "下雨"))

    assert [(each.when, each.activity.change.reason) for each in gone(one)] == [
        (MORNING.when, "下雨"),
        (OFF.when, "下雨"),
    ]


def test_a_month_of_signing_up_fills_no_days():
    contest = stages(Stage("报名", (may(1, 31),)), Stage("决赛", (may(25),), attend=True))

    assert days_of(contest) == (may(25),)
