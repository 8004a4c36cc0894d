from datetime import date, time

import pytest

from samples import activity, base
from scienceweek.formats import jsonld, offers
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Booking, BookingPlan, Capacity, Limit, Way, WayKind
from scienceweek.model.coming import Accessible, Ages, Language
from scienceweek.model.place import Admission, Fee, Price

PLAN = BookingPlan(
    (Way(WayKind.ACCOUNT, "示例科技馆"), Way(WayKind.URL, "https://kepu.example/book")),
    Limit(date(2024, 5, 18), time(12)),
    Limit(date(2024, 5, 24)),
    Capacity("60", 60),
)
BOOKED = {
    "url": "https://kepu.example/book",
    "validFrom": "2024-05-18T12:00:00+08:00",
    "availabilityEnds": "2024-05-25T00:00:00+08:00",
    "availability": "https://schema.org/InStock",
}


def test_each_price_is_an_offer_that_says_how_to_book():
    terms = Admission(
        Fee.PAID, Booking.REQUIRED, plan=PLAN, prices=(Price("成人", "30"), Price("6岁以下", "0"))
    )

    assert offers.offers(terms) == [
        {"@type": "Offer", "name": "成人", "price": "30", "priceCurrency": "CNY"} | BOOKED,
        {"@type": "Offer", "name": "6岁以下", "price": "0", "priceCurrency": "CNY"} | BOOKED,
    ]


def test_what_is_free_and_booked_is_offered_for_nothing():
    assert offers.offers(Admission(Fee.FREE, Booking.REQUIRED)) == [
        {"@type": "Offer", "price": "0", "priceCurrency": "CNY", "availability": "https://schema.org/InStock"}
    ]


def test_what_is_full_is_sold_out():
    made = offers.offers(Admission(booking=Booking.REQUIRED, plan=BookingPlan(full=True)))

    assert made == [{"@type": "Offer", "availability": "https://schema.org/SoldOut"}]


@pytest.mark.parametrize("terms", [Admission(), Admission(Fee.FREE), Admission(Fee.PAID, Booking.NONE)])
def test_without_a_price_or_booking_nothing_is_offered(terms: Admission):
    assert offers.offers(terms) == []


def test_nothing_is_offered_of_what_is_off():
    gone = activity(
        admission=Admission(Fee.FREE, Booking.REQUIRED, plan=PLAN), change=Change(Status.CANCELLED)
    )

    assert "offers" not in offers.admitted(gone)


@pytest.mark.parametrize(
    ("ages", "said"),
    [(Ages(8, 13), "8-13"), (Ages(6), "6-"), (Ages(None, 12), "-12"), (Ages(0, 12), "-12"), (Ages(0), "0-")],
)
def test_a_range_of_ages_has_a_stroke(ages: Ages, said: str):
    assert offers.age_range(ages) == said


def test_an_event_says_for_whom_it_is_and_what_its_place_has():
    one = activity(
        where=base(),
        admission=Admission(Fee.PAID, plan=PLAN),
        ages=Ages(8, 13),
        language=(Language.ENGLISH, Language.MANDARIN),
        accessible=(Accessible.WHEELCHAIR, Accessible.CAPTIONS),
    )
    made = jsonld.activity_jsonld(one, "")

    assert (made["typicalAgeRange"], made["isAccessibleForFree"], made["inLanguage"]) == (
        "8-13",
        False,
        ["en", "zh"],
    )
    assert made["maximumAttendeeCapacity"] == 60
    assert made["location"]["amenityFeature"] == [
        {"@type": "LocationFeatureSpecification", "name": "轮椅可以进出", "value": True},
        {"@type": "LocationFeatureSpecification", "name": "有字幕", "value": True},
    ]
