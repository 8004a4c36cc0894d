from samples import activity, base, may, session, sessions, stages, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.place import Admission, AtBase, AtVenue, Booking, Fee
from scienceweek.model.schedule import Unfixed
from scienceweek.model.session import Occurrence, SessionStatus, Stage, SubEvent, merged

MORNING = SubEvent(session(25, "10:30", "11:00"), whom="散客")
AFTERNOON = SubEvent(session(25, "14:30", "15:00"), whom="团体", status=SessionStatus.FULL)
GONE = SubEvent(session(26), status=SessionStatus.CANCELLED, reason="设备检修")
SIGN_UP = Stage("报名", (may(1, 31),))
FINAL = Stage("决赛", (session(20), session(21)), attend=True)


def test_the_times_of_an_activity_are_those_of_its_sessions():
    one = sessions(MORNING, AFTERNOON)

    assert one.times == one.when == (MORNING.when, AFTERNOON.when)
    assert one.occurrences == (
        Occurrence(MORNING.when, MORNING),
        Occurrence(AFTERNOON.when, AFTERNOON),
    )


def test_a_session_that_is_cancelled_keeps_its_place_among_the_times_and_is_off():
    one = sessions(MORNING, GONE)

    assert (one.when, one.times) == ((MORNING.when,), (MORNING.when, GONE.when))
    assert [(each.off, each.cancelled) for each in one.occurrences] == [(False, False), (True, True)]


def test_of_a_cancelled_activity_all_sessions_are_off():
    one = sessions(MORNING, AFTERNOON, change=Change(Status.CANCELLED))

    assert [each.off for each in one.occurrences] == [True, True]


def test_sessions_that_lost_their_days_stand_on_the_old_ones():
    later = SubEvent(Unfixed("另行通知"))
    one = sessions(later, change=Change(Status.POSTPONED, "", (may(25),)))

    assert one.occurrences == (Occurrence(may(25), off=True),)


def test_only_stages_that_one_can_attend_are_times():
    one = stages(SIGN_UP, FINAL)

    assert one.times == one.when == (session(20), session(21))
    assert [each.said for each in one.occurrences] == ["决赛", "决赛"]


def test_the_place_of_a_session_is_its_own_or_that_of_the_activity():
    museum, hall = base(), venue()
    there = SubEvent(session(26), where=(AtVenue(hall),))
    one = sessions(MORNING, there, where=museum)

    assert [one.at(each).where for each in one.occurrences] == [(AtBase(museum),), (AtVenue(hall),)]
    assert one.places == (museum, hall)


def test_where_a_cancelled_session_was_to_be_nothing_happens():
    one = sessions(
        MORNING,
        SubEvent(session(26), where=(AtVenue(venue()),), status=SessionStatus.CANCELLED),
        where=base(),
    )

    assert one.places == (base(),)


def test_what_a_session_says_of_booking_counts_and_the_rest_is_of_the_activity():
    whole = Admission(Fee.FREE, Booking.REQUIRED, note="凭身份证")
    one = sessions(SubEvent(session(), admission=Admission(booking=Booking.NONE)), admission=whole)

    assert one.at(one.occurrences[0]).admission == Admission(Fee.FREE, Booking.NONE, note="凭身份证")
    assert merged(whole, Admission()) == whole


def test_what_tells_a_session_from_the_others_is_said_in_a_line():
    assert SubEvent(session(), name="月壤", whom="亲子场", language="英语").said == "月壤，亲子场，英语"
    assert SubEvent(session()).said == activity().occurrences[0].said == ""
