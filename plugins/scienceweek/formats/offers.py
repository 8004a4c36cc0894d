"""What it costs and how one books, for whom it is, and how accessible it is, for search engines (schema.org)."""

from typing import Any
from zoneinfo import ZoneInfo

from scienceweek.model.activity import Activity
from scienceweek.model.booking import Booking, Limit
from scienceweek.model.coming import Accessible, Ages, Language
from scienceweek.model.place import Access, Admission, Fee, Price

Properties = dict[str, Any]

_CHINA = ZoneInfo("Asia/Shanghai")
_SCHEMA = "https://schema.org"


def admitted(activity: Activity) -> Properties:
    """What is said of getting in to *activity*; nothing is offered of what does not take place."""
    found = {
        "offers": [] if activity.off else offers(activity.admission),
        "isAccessibleForFree": is_free(activity.admission),
        "typicalAgeRange": age_range(activity.ages) if activity.ages else None,
        "maximumAttendeeCapacity": activity.admission.plan.capacity.number,
    }
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def offers(terms: Admission) -> list[Properties]:
    """An offer for each price; for what is free, or must be booked, one."""
    shared = _booked(terms)
    if terms.prices:
        return [_offer(price) | shared for price in terms.prices]
    if terms.fee is Fee.FREE and shared:
        return [{"@type": "Offer", "price": "0", "priceCurrency": "CNY"} | shared]
    return [{"@type": "Offer"} | shared] if shared else []


def _offer(price: Price) -> Properties:
    return {"@type": "Offer", "name": price.who, "price": price.yuan, "priceCurrency": "CNY"}


def _booked(terms: Admission) -> Properties:
    plan = terms.plan
    if terms.booking is not Booking.REQUIRED:
        return {}
    found = {
        "url": plan.url,
        "validFrom": _moment(plan.opens, is_end=False),
        "availabilityEnds": _moment(plan.until, is_end=True),
        "availability": f"{_SCHEMA}/{'SoldOut' if plan.full else 'InStock'}",
    }
    return {key: value for key, value in found.items() if value}


def _moment(limit: Limit | None, *, is_end: bool) -> str | None:
    if limit is None:
        return None
    at = limit.ends if is_end else limit.begins
    return at.replace(tzinfo=_CHINA).isoformat()


def is_free(terms: Admission) -> bool | None:
    """Whether one gets in for nothing; None where nobody has said."""
    match terms.fee:
        case Fee.FREE:
            return True
        case Fee.PAID:
            return False
        case Fee.UNKNOWN | Fee.REDUCED:
            return None


def age_range(ages: Ages) -> str:
    """``8-13``, ``6-``, ``-12``."""
    first, last = ages.first or "", "" if ages.last is None else ages.last
    return f"{first}-{last}" if first or last != "" else "0-"


def languages(several: tuple[Language, ...]) -> str | list[str]:
    """In BCP 47; Chinese where nobody says otherwise."""
    tags = [str(one.value) for one in several]
    return tags if len(tags) > 1 else tags[0] if tags else "zh-CN"


def amenities(activity: Activity) -> list[Properties]:
    """What its place has, as features of a place (``amenityFeature``)."""
    rest = [one for one in activity.accessible if Access.by((one,)) is Access.UNKNOWN]
    features = [_feature(one.said, value=True) for one in rest]
    match activity.wheelchair:
        case Access.FULL | Access.PARTIAL:
            return [_feature(activity.wheelchair.said, value=True), *features]
        case Access.NONE:
            return [_feature(Accessible.WHEELCHAIR.said, value=False), *features]
        case Access.UNKNOWN:
            return features


def _feature(name: str, *, value: bool) -> Properties:
    return {"@type": "LocationFeatureSpecification", "name": name, "value": value}
