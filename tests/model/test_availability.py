from datetime import date, datetime, time

import pytest

from samples import LAST, SATURDAYS, WINDOW, activity, may, session
from scienceweek.model.activity import Change, Status
from scienceweek.model.availability import availability, availability_of, open_to
from scienceweek.model.booking import Availability, Booking, BookingPlan, BookingState, Limit
from scienceweek.model.place import Admission
from scienceweek.model.schedule import DuringCampaign, Month, Months, OpenDays, Unfixed
from scienceweek.model.session import SessionStatus, SubEvent

UNTIL = Limit(date(2024, 5, 24), time(16))
BOOKED = Admission(booking=Booking.REQUIRED, plan=BookingPlan(until=UNTIL))
OVER = datetime.fromisoformat("2024-06-02T00:00")


@pytest.mark.parametrize(
    ("when", "ends"),
    [
        (session(25, "09:30", "11:00"), "2024-05-25T11:00"),
        (session(25, "09:30", ""), "2024-05-26T00:00"),
        (session(25, "22:00", "02:00"), "2024-05-26T02:00"),
        ((session(25), session(27, "14:00", "15:00")), "2024-05-27T15:00"),
        (may(25, 27), "2024-05-28T00:00"),
        (SATURDAYS, "2024-06-01T11:00"),
        (Months(Month(2024, 5), Month(2024, 6)), "2024-07-01T00:00"),
        (DuringCampaign(WINDOW), "2024-06-02T00:00"),
        (Unfixed("另行通知"), "2024-06-02T00:00"),
        (OpenDays(LAST, begins=False), "2024-06-02T00:00"),
    ],
)
def test_one_books_for_it_until_its_last_time_is_over(when: object, ends: str):
    assert availability(activity(when=when)).ends == datetime.fromisoformat(ends)


def test_what_has_no_end_may_always_be_booked():
    put_off = activity(when=Unfixed("另行通知"), change=Change(Status.POSTPONED))

    assert availability(put_off).ends is None


def test_of_an_activity_the_plan_and_whether_it_takes_place():
    off = activity(admission=BOOKED, change=Change(Status.CANCELLED))

    assert availability(activity(admission=BOOKED)) == Availability(
        Booking.REQUIRED, until=UNTIL, ends=datetime.fromisoformat("2024-05-26T00:00")
    )
    assert availability(off).at(OVER) is BookingState.OFF


def test_a_session_may_be_full_or_off_by_itself():
    one = activity(admission=BOOKED)
    full, gone = (
        SubEvent(session(25), status=status) for status in (SessionStatus.FULL, SessionStatus.CANCELLED)
    )

    assert availability_of(full, one) == Availability(
        Booking.REQUIRED, until=UNTIL, full=True, ends=datetime.fromisoformat("2024-05-25T11:00")
    )
    assert availability_of(gone, one).off


def test_a_session_says_only_what_is_otherwise():
    later = Limit(date(2024, 5, 25))
    own = SubEvent(session(25), admission=Admission(plan=BookingPlan(until=later)))

    assert availability_of(own, activity(admission=BOOKED)).until == later


def test_an_opening_is_booked_until_it_is_over():
    assert open_to(BOOKED, (may(25, 31),)).ends == datetime.fromisoformat("2024-06-01T00:00")
    assert open_to(BOOKED, ()).ends is None
