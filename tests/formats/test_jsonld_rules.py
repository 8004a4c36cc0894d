"""What schema.org and search engines ask of an event, as a table: everything that is made of an activity keeps to it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

import pytest

from samples import (
    SATURDAYS,
    activity,
    base,
    campaign,
    district,
    may,
    organisation,
    part,
    session,
    sessions,
    venue,
)
from scienceweek.formats import jsonld
from scienceweek.formats.jsonld_place import place_jsonld
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Booking
from scienceweek.model.hours import Doors, Hours, When
from scienceweek.model.organisation import Role
from scienceweek.model.place import Admission, AtPlace, Fee, InArea, Live, Online, OnTour, Price
from scienceweek.model.point import Point
from scienceweek.model.schedule import Unfixed
from scienceweek.model.session import Person, SubEvent

DAY = r"\d{4}-\d\d-\d\d"
MOMENT = rf"{DAY}(T\d\d:\d\d:\d\d\+08:00)?"
STATES = "https://schema.org/Event(Scheduled|Cancelled|Postponed|Rescheduled|MovedOnline)"
MODES = "https://schema.org/(Offline|Online|Mixed)EventAttendanceMode"
WEBSITE = "https?://.+"
ANY = ".+"

PLACE = (
    {"name": ANY, "address": ""},
    """geo url telephone description image sameAs alternateName openingHoursSpecification specialOpeningHoursSpecification
    containedInPlace amenityFeature""",
)
# Type: properties that it must have, with what their text is like; then those that it may have.
RULES: dict[str, tuple[dict[str, str], str]] = {
    "Event": (
        {"name": ANY, "startDate": MOMENT, "location": "", "eventStatus": STATES},
        """endDate previousStartDate description url inLanguage image performer organizer offers subEvent superEvent
        eventSchedule eventAttendanceMode isAccessibleForFree typicalAgeRange maximumAttendeeCapacity
        remainingAttendeeCapacity disambiguatingDescription""",
    ),
    "EventSeries": (
        {"name": ANY, "startDate": DAY, "endDate": DAY},
        "description url image location organizer inLanguage",
    ),
    "Place": PLACE,
    "Museum": PLACE,
    "AdministrativeArea": ({"name": ANY, "address": ""}, "description"),
    "ImageObject": ({"contentUrl": WEBSITE, "caption": ANY}, "creditText"),
    "LocationFeatureSpecification": ({"name": ANY, "value": "True|False"}, ""),
    "Language": ({"name": ANY}, ""),
    "PostalAddress": ({"addressLocality": ANY, "addressCountry": "CN"}, "streetAddress addressRegion"),
    "GeoCoordinates": ({"latitude": r"-?\d+(\.\d+)?", "longitude": r"-?\d+(\.\d+)?"}, ""),
    "VirtualLocation": ({}, "url name"),
    "Organization": ({"name": ANY}, "url"),
    "Person": ({"name": ANY}, "jobTitle description"),
    "Offer": ({}, "name price priceCurrency url validFrom availability availabilityEnds"),
    "Schedule": (
        {
            "repeatFrequency": r"P\d+[DWM]",
            "startDate": DAY,
            "endDate": DAY,
            "scheduleTimezone": "Asia/Shanghai",
        },
        "byDay startTime endTime duration exceptDate",
    ),
    "OpeningHoursSpecification": (
        {"opens": r"\d\d:\d\d", "closes": r"\d\d:\d\d"},
        "dayOfWeek validFrom validThrough",
    ),
}
SHAPES = {"url": WEBSITE, "eventAttendanceMode": MODES, "price": r"\d+(\.\d+)?", "priceCurrency": "CNY"}


def things(value: object) -> Iterator[dict[str, object]]:
    """*value* and every thing in it that has a type."""
    if isinstance(value, list):
        for one in value:
            yield from things(one)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from things(one)


def faults(made: object) -> list[str]:
    """Where *made*, read again from its text, does not keep to the rules."""
    found = []
    for thing in things(json.loads(json.dumps(made))):
        kind = thing["@type"]
        must, may_have = RULES[kind]
        found += [f"{kind} without {name}" for name in must if name not in thing]
        known = {*must, *may_have.split(), "@type", "@context"}
        found += [f"{kind} with {name}" for name in thing if name not in known]
        for name, shape in (SHAPES | must).items():
            value = thing.get(name)
            if shape and value is not None and not re.fullmatch(shape, str(value), re.DOTALL):
                found.append(f"{kind}.{name} is {value}")
        if kind == "Offer" and ("price" in thing) != ("priceCurrency" in thing):
            found.append("Offer with half a price")
        first, last = thing.get("startDate"), thing.get("endDate")
        if first and last and datetime.fromisoformat(first[:10]) > datetime.fromisoformat(last[:10]):
            found.append(f"{kind} ends before it begins")
    return found


CITY = district(id="chongqing", name="重庆市", code="500000")
BUREAU = organisation(district=CITY, url="https://kjj.example.gov.cn/")
MUSEUM = base(point=Point(106.5, 29.5, "量的"), district=district(parent=CITY))
FULL = {
    "where": MUSEUM,
    "when": session(25),
    "organisers": (part(Role.HOST, BUREAU), part(Role.SUPPORT, "某学会")),
    "people": (Person("林未央", "主讲人", "天文馆研究员"),),
    "admission": Admission(Fee.PAID, Booking.REQUIRED, prices=(Price("成人", "30"),)),
    "description": '"</script><b>\n\u2028',
}


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize(
    "when", [may(25), session(25), (may(25), session(26, "10:00", "")), (SATURDAYS, Unfixed("再定"))]
)
@pytest.mark.parametrize("previously", [(), (may(20),), (may(20), session(21))])
def test_in_every_state_an_event_has_its_status_its_place_and_the_day_that_it_had(status, when, previously):
    made = jsonld.activity_jsonld(
        activity(**FULL | {"when": when, "change": Change(status, "停电", previously)}),
        "https://kepu.example/a.html",
        campaign="https://kepu.example/campaigns/b.html",
    )

    assert faults(made) == []
    assert made["@type"] == "Event"
    named = {"EventRescheduled", "EventMovedOnline", "EventScheduled"}
    if previously and made["eventStatus"].rpartition("/")[2] in named:
        assert made["previousStartDate"]


@pytest.mark.parametrize(
    "where",
    [
        AtPlace("龙山小学"),
        InArea("全区范围"),
        OnTour("各街镇"),
        Online("https://live.example/a"),
        (venue(), Online("", "抖音", "某馆")),
    ],
)
def test_wherever_it_is_it_has_a_place_with_an_address_or_is_online(where):
    made = jsonld.activity_jsonld(
        activity(**FULL | {"where": where, "live": Live("https://live.example/b")}), ""
    )

    assert faults(made) == []


def test_what_is_known_of_a_place_an_organiser_and_the_series_is_told():
    made = jsonld.activity_jsonld(activity(**FULL), "", campaign="https://kepu.example/campaigns/b.html")

    assert made["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 29.5, "longitude": 106.5}
    assert made["location"]["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "新牌坊一路68号",
        "addressLocality": "渝北区",
        "addressRegion": "重庆市",
        "addressCountry": "CN",
    }
    assert made["organizer"] == [
        {"@type": "Organization", "name": "渝北区科技局", "url": "https://kjj.example.gov.cn/"},
        {"@type": "Organization", "name": "某学会"},
    ]
    assert made["superEvent"]["url"] == "https://kepu.example/campaigns/b.html"


def test_a_part_keeps_the_rules_and_so_does_a_campaign_and_a_base():
    held = sessions(
        SubEvent(session(25), whom="散客"), SubEvent(session(26), where=(AtPlace("龙山小学"),)), where=MUSEUM
    )
    nine = Hours(When((1, 6)), (Doors(time(9), time(17)),))
    museum = replace(MUSEUM, url="https://museum.example/", hours=(nine,))
    place = place_jsonld(museum, "https://kepu.example/m.html", ("+862360000000",))
    week = replace(campaign(), organisers=(part(Role.HOST, BUREAU),))

    within = jsonld.activity_jsonld(activity(**FULL), "", held, "https://kepu.example/whole.html")
    assert faults(jsonld.activity_jsonld(held, "")) == faults(place) == faults(within) == []
    assert faults(jsonld.campaign_jsonld(week, "https://kepu.example/w.html")) == []
    assert (place["@type"], place["sameAs"]) == ("Museum", "https://museum.example/")
