from samples import activity, session, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Booking
from scienceweek.model.place import Admission, Fee
from scienceweek.model.schedule import Unfixed
from scienceweek.views.parts.open_questions import questions


def test_what_the_notice_does_not_say_is_asked_in_the_words_of_who_rings():
    assert questions(activity()) == ("几点开始？", "在哪里？", "要不要预约？", "收不收费？")
    assert questions(activity(when=Unfixed("另行通知"), where=venue())) == (
        "哪天？",
        "要不要预约？",
        "收不收费？",
    )


def test_what_is_known_is_not_asked():
    free = activity(when=session(25), where=venue(), admission=Admission(fee=Fee.FREE))

    assert questions(free) == ("要不要预约？",)


def test_where_booking_is_known_or_nothing_takes_place_there_is_no_list():
    booked = activity(admission=Admission(booking=Booking.REQUIRED))

    assert (questions(booked), questions(activity(change=Change(Status.CANCELLED)))) == ((), ())
