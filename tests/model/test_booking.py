from datetime import date, datetime, time

import pytest

from scienceweek.model.booking import Availability, Booking, BookingState, Limit

OPENS, UNTIL = Limit(date(2025, 9, 22), time(12)), Limit(date(2025, 9, 24), time(16))
ENDS = datetime.fromisoformat("2025-09-27T18:00")
WINDOW = Availability(Booking.REQUIRED, OPENS, UNTIL, ends=ENDS)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2025-09-22T11:59", BookingState.NOT_YET),
        ("2025-09-22T12:00", BookingState.OPEN),
        ("2025-09-23T23:59", BookingState.OPEN),
        ("2025-09-24T00:00", BookingState.LAST_DAY),
        ("2025-09-24T15:59", BookingState.LAST_DAY),
        ("2025-09-24T16:00", BookingState.CLOSED),
        ("2025-09-27T17:59", BookingState.CLOSED),
        ("2025-09-27T18:00", BookingState.ENDED),
    ],
)
def test_one_can_book_between_the_hours_that_are_said(now: str, state: BookingState):
    assert WINDOW.at(datetime.fromisoformat(now)) is state


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2025-09-21T23:59", BookingState.NOT_YET),
        ("2025-09-22T00:00", BookingState.OPEN),
        ("2025-09-24T23:59", BookingState.LAST_DAY),
        ("2025-09-25T00:00", BookingState.CLOSED),
    ],
)
def test_a_day_without_an_hour_counts_as_a_whole(now: str, state: BookingState):
    days = Availability(Booking.REQUIRED, Limit(OPENS.day), Limit(UNTIL.day))

    assert days.at(datetime.fromisoformat(now)) is state


@pytest.mark.parametrize(
    ("asked", "state"),
    [
        (Availability(), BookingState.UNKNOWN),
        (Availability(Booking.NONE), BookingState.NONE),
        (Availability(Booking.REQUIRED), BookingState.OPEN),
        (Availability(Booking.REQUIRED, full=True), BookingState.FULL),
        (Availability(Booking.REQUIRED, full=True, off=True), BookingState.OFF),
        (Availability(Booking.NONE, ends=datetime.fromisoformat("2025-09-22")), BookingState.ENDED),
    ],
)
def test_without_hours_what_is_said_holds_until_the_end(asked: Availability, state: BookingState):
    assert asked.at(datetime.fromisoformat("2025-09-23T10:00")) is state


def test_only_what_is_open_can_be_booked():
    assert [state for state in BookingState if state.can_book] == [BookingState.OPEN, BookingState.LAST_DAY]


def test_a_limit_says_its_hour_only_if_it_has_one():
    assert (OPENS.iso, Limit(OPENS.day).iso) == ("2025-09-22T12:00", "2025-09-22")
