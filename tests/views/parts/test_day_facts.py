"""What the sentence of a day is made of."""

from samples import FIRST, activity, district, may, session, venue
from scienceweek.model.booking import Booking
from scienceweek.model.place import Admission, AtPlace
from scienceweek.views.parts.day_facts import day_facts, where_words
from scienceweek.views.words.day_sentence import DayFacts


def test_what_is_on_is_counted_by_place_booking_and_hour():
    hall = venue(name="创客港")
    found = [
        activity(id="a", where=hall, when=session(25), admission=Admission(booking=Booking.REQUIRED)),
        activity(id="b", where=hall, when=may(24, 26)),
        activity(id="c", where=AtPlace("龙山小学"), admission=Admission(booking=Booking.NONE)),
        activity(id="c", where=AtPlace("龙山小学"), admission=Admission(booking=Booking.NONE)),
    ]

    assert day_facts(FIRST, found, where="渝北", off=1, doors=2) == DayFacts(
        "渝北", 3, "创客港", 2, book=1, ask=1, hourless=2, off=1, doors=2
    )


def test_an_hour_on_another_day_is_none_of_this_one():
    assert day_facts(FIRST, [activity(when=(may(25), session(26)))]).hourless == 1


def test_where_is_the_name_of_one_district_and_the_number_of_several():
    here, there = district(), district(id="nanan", name="南岸区", short="南岸", code="500108")
    city = district(id="chongqing", name="重庆市", short="重庆", code="500000")

    assert [where_words(found) for found in ([], [here], [here, here, there], [here, city])] == [
        "",
        "渝北",
        "2个区县",
        "2地",
    ]
