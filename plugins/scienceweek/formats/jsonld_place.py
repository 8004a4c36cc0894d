"""A base for search engines, with its hours (schema.org Place or Museum with OpeningHoursSpecification, as JSON-LD)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from scienceweek.formats.jsonld_image import pictured
from scienceweek.model.district import District
from scienceweek.model.hours import Doors, Season, When
from scienceweek.model.place import Base
from scienceweek.model.point import Point
from scienceweek.model.schedule import Days
from scienceweek.model.visit import Effect, Rule, door_rules

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCHEMA = "https://schema.org"
_MUSEUM = re.compile("(?:博物|科技|科普|纪念|陈列|展览|美术|天文|规划|地质|自然)馆$|博物院$")

Properties = dict[str, Any]


def place_jsonld(base: Base, url: str, phones: tuple[str, ...], picture: str = "") -> Properties | None:
    """*base* as a value for a script of type ``application/ld+json``; None where only its name is known.

    *phones* are its public numbers, *url* may be empty, *picture* is the address of its photograph. What holds in a season of every year has no form in schema.org.
    """
    rules = door_rules(base).rules
    usual = [one for rule in rules if not isinstance(rule.when.season, Days) for one in _usual(rule)]
    special = [
        one
        for rule in rules
        if isinstance(rule.when.season, Days)
        for one in _special(rule, rule.when.season)
    ]
    if not (usual or special or phones or base.address or _geo(base.point)):
        return None
    told: Properties = {
        "@context": _SCHEMA,
        "@type": "Museum" if _MUSEUM.search(base.name) else "Place",
        "name": base.name,
        "alternateName": list(base.former_names),
        "url": url,
        "address": postal_address(base.address, base.district),
        "telephone": list(phones),
        "geo": _geo(base.point),
        "image": pictured(base.image, picture),
        "description": base.description,
        "sameAs": base.url,
        "openingHoursSpecification": usual,
        "specialOpeningHoursSpecification": special,
    }
    return {name: value for name, value in told.items() if value}


def located(name: str, address: str, district: District, point: Point | None = None) -> Properties:
    """A Place in *district*; what nobody has told is left out."""
    told = {
        "@type": "Place",
        "name": name,
        "address": postal_address(address, district),
        "geo": _geo(point),
    }
    return {name: value for name, value in told.items() if value}


def postal_address(street: str, district: District) -> Properties:
    """A PostalAddress in *district*; *street* may be empty. An address as it is written names its city or does not."""
    names = [one.name for one in district.lineage]
    told = {
        "@type": "PostalAddress",
        "streetAddress": street,
        "addressLocality": names[0],
        "addressRegion": names[-1] if len(names) > 1 else "",
        "addressCountry": "CN",
    }
    return {name: value for name, value in told.items() if value}


def _geo(point: Point | None) -> Properties | None:
    """An exact position: who is led by it should arrive."""
    if point is None or point.radius:
        return None
    return {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}


def _usual(rule: Rule) -> Iterator[Properties]:
    if rule.effect is Effect.HOURS and not isinstance(rule.when.season, Season):
        for doors in rule.doors:
            yield {"@type": "OpeningHoursSpecification", "dayOfWeek": _days(rule.when), **_hours(doors)}


def _special(rule: Rule, days: Days) -> Iterator[Properties]:
    span = {"validFrom": days.first.isoformat()}
    if days.last.year < date.max.year:
        span["validThrough"] = days.last.isoformat()
    if rule.effect is Effect.CLOSES:
        # As search engines ask for it: closed is open from 0:00 to 0:00.
        yield {"@type": "OpeningHoursSpecification", **span, "opens": "00:00", "closes": "00:00"}
    for doors in rule.doors:
        yield {"@type": "OpeningHoursSpecification", "dayOfWeek": _days(rule.when), **span, **_hours(doors)}


def _days(when: When) -> list[str]:
    named = [f"{_SCHEMA}/{_WEEKDAYS[day]}" for day in when.weekdays]
    return [*named, f"{_SCHEMA}/PublicHolidays"] if when.holidays else named


def _hours(doors: Doors) -> Properties:
    told = {"opens": f"{doors.start:%H:%M}"}
    return (
        told | {"closes": f"{doors.end:%H:%M}" if doors.end.hour or doors.end.minute else "23:59"}
        if doors.end
        else told
    )
