"""An activity for search engines (schema.org, as JSON-LD).

An Event needs a day and a place; without them the page is only a WebPage about the activity.
"""

from datetime import date, datetime, time
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from scienceweek.formats import offers
from scienceweek.formats.jsonld_image import pictured
from scienceweek.formats.jsonld_place import located, postal_address
from scienceweek.model.activity import Activity, Piece, Status
from scienceweek.model.campaign import Campaign
from scienceweek.model.days import end_day, extent, is_night
from scienceweek.model.organisation import Party
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Location, Online, OnTour
from scienceweek.model.recurrence import WEEKDAYS, Daily, MonthDays, NthWeekdays, Rule, Weekly, parsed
from scienceweek.model.schedule import Dated, Days, OpenDays, PartDay, Recurring, Schedule, Session
from scienceweek.model.session import Occurrence, Person, SessionStatus, SubEvent

CHINA = ZoneInfo("Asia/Shanghai")

_SCHEMA = "https://schema.org"
_STATUS = {
    Status.SCHEDULED: "EventScheduled",
    Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
    Status.RESCHEDULED: "EventRescheduled",
    Status.MOVED_ONLINE: "EventMovedOnline",
}

Properties = dict[str, Any]


def activity_jsonld(  # noqa: PLR0913 - each is told in a place of its own
    activity: Activity,
    url: str,
    whole: Activity | None = None,
    above: str = "",
    picture: str = "",
    *,
    campaign: str = "",
) -> Properties:
    """The activity as a value for a script of type ``application/ld+json``; *url* may be empty.

    *whole* is what it is part of, at the address *above*; *picture* is the address of its photograph, *campaign* that of the
    page of its campaign.
    """
    times = _dated(activity.times)
    places = _places(activity)
    shared = _without_empty(
        {
            "@context": _SCHEMA,
            "name": activity.full_title,
            "description": activity.description,
            "url": url,
            "inLanguage": offers.languages(activity.language),
            "image": pictured(activity.image, picture),
            "performer": [_performer(person) for person in activity.people],
        }
    )
    if not times or not places:
        return shared | {"@type": "WebPage"}
    on = [one.when for one in activity.occurrences if not one.off]
    event = shared | _event(activity, places, campaign) | _when((_dated(tuple(on)) or times)[0])
    parts = [_part(activity, one, event) for one in activity.occurrences if _dated((one.when,))]
    event |= parts[0] if len(parts) == 1 else {"subEvent": parts}
    if pieces := [_piece(one, when, activity) for one in activity.pieces for when in _dated(one.when)]:
        event["subEvent"] = [*event.get("subEvent", ()), *pieces]
    if whole and (known := _whole(whole, above)):
        event["superEvent"] = known
    return event


def _whole(whole: Activity, above: str) -> Properties | None:
    """*whole*, whose page is at *above*, as far as an Event must be told; None where it has no day or no place."""
    times, places = _dated(whole.times), _places(whole)
    if not times or not places:
        return None
    told = {
        "@type": "Event",
        "name": whole.full_title,
        "url": above,
        "eventStatus": f"{_SCHEMA}/{event_status(whole)}",
        "location": places[0] if len(places) == 1 else places,
    }
    return _without_empty(told) | _when(times[0])


def _part(activity: Activity, at: Occurrence, event: Properties) -> Properties:
    """The event at one of its times, with what is otherwise then."""
    made = {"@type": "Event"} | {name: event[name] for name in ("name", "eventStatus", "location")}
    if at.part:
        one = activity.at(at)
        places = _places(one)
        made["name"] = one.full_title
        made["eventStatus"] = f"{_SCHEMA}/{event_status(one)}"
        made["location"] = places[0] if len(places) == 1 else places or event["location"]
    return made | _when(_dated((at.when,))[0]) | (_seats(at.session) if at.session else {})


def _seats(session: SubEvent) -> Properties:
    number = session.capacity.number
    full = session.status is SessionStatus.FULL
    return _without_empty(
        {
            "maximumAttendeeCapacity": number,
            "remainingAttendeeCapacity": 0 if full else None,
            "inLanguage": {"@type": "Language", "name": session.language} if session.language else None,
            "disambiguatingDescription": session.whom,
        }
    )


def _performer(person: Person) -> Properties:
    return _without_empty(
        {"@type": "Person", "name": person.name, "jobTitle": person.of, "description": person.role}
    )


def _piece(piece: Piece, when: Dated, activity: Activity) -> Properties:
    """A part at one of its times."""
    places = [place for at in piece.where if (place := _place(at, activity))]
    status = "EventCancelled" if piece.off else "EventScheduled"
    return _without_empty(
        {
            "@type": "Event",
            "name": piece.title,
            "eventStatus": f"{_SCHEMA}/{status}",
            "location": places[0] if len(places) == 1 else places,
        }
    ) | _when(when)


def _event(activity: Activity, places: list[Properties], above: str) -> Properties:
    before = () if activity.off else activity.change.previously
    starts = [_when(when)["startDate"] for when in _dated(before)]
    return _without_empty(
        {
            "@type": "Event",
            "eventStatus": f"{_SCHEMA}/{event_status(activity)}",
            "eventAttendanceMode": f"{_SCHEMA}/{_mode(activity)}",
            "location": places[0] if len(places) == 1 else places,
            "organizer": [_organizer(party) for part in activity.organisers for party in part.parties],
            **offers.admitted(activity),
            "previousStartDate": starts[0] if len(starts) == 1 else starts,
            "superEvent": series(activity.campaign, above),
        }
    )


def series(campaign: Campaign, url: str) -> Properties:
    """*campaign*, whose page is at *url* (absolute, or empty), as an EventSeries with its first and last day."""
    return _without_empty(
        {
            "@type": "EventSeries",
            "name": campaign.name,
            "description": campaign.theme,
            "url": url,
            **_when(campaign.when),
        }
    )


def campaign_jsonld(campaign: Campaign, url: str, picture: str = "") -> Properties:
    """*campaign* as a value for a script of type ``application/ld+json``; *picture* is the address of its photograph."""
    district = campaign.district
    area = {"@type": "AdministrativeArea", "name": district.name, "address": postal_address("", district)}
    told = {
        "image": pictured(campaign.image, picture),
        "location": area,
        "inLanguage": "zh-CN",
        "organizer": [_organizer(party) for part in campaign.organisers for party in part.parties],
    }
    return {"@context": _SCHEMA} | series(campaign, url) | _without_empty(told)


def _organizer(party: Party) -> Properties:
    known = party.organisation
    return _without_empty(
        {
            "@type": "Organization",
            "name": known.name if known else party.name,
            "url": known.url if known else "",
        }
    )


def event_status(activity: Activity) -> str:
    """Its EventStatusType. Postponed is what has no new day, and rescheduled what has one, whatever its record says."""
    status = activity.change.status
    if activity.off and status is not Status.CANCELLED:
        return "EventPostponed"
    return _STATUS[Status.RESCHEDULED if status is Status.POSTPONED else status]


def _mode(activity: Activity) -> str:
    online = [isinstance(place, Online) for place in activity.held_at]
    if all(online):
        return "OnlineEventAttendanceMode"
    return "MixedEventAttendanceMode" if any(online) or activity.live else "OfflineEventAttendanceMode"


def _places(activity: Activity) -> list[Properties]:
    """The places, with what they have for those who need it."""
    found, features = _spots(activity), offers.amenities(activity)
    return [
        place | {"amenityFeature": features} if features and place["@type"] == "Place" else place
        for place in found
    ]


def _spots(activity: Activity) -> list[Properties]:
    """The places that somebody can name; of what has moved online only those, though nobody has told the address."""
    found = [place for at in activity.held_at if (place := _place(at, activity))]
    if activity.change.status is Status.MOVED_ONLINE:
        return found or [{"@type": "VirtualLocation", "name": "线上"}]
    live = activity.live
    return [*found, _virtual(live.url, live.platform, live.account)] if found and live else found


def _place(location: Location, activity: Activity) -> Properties | None:
    """Where, or None where nobody can say."""
    district = activity.district
    area = {"@type": "AdministrativeArea", "name": district.name, "address": postal_address("", district)}
    match location:
        case AtBase(base, room):
            return _in_room(room, located(base.name, base.address, base.district, base.point))
        case AtVenue(venue, as_written, room):
            name = as_written or venue.name
            return _in_room(room, located(name, venue.address, venue.district, venue.point))
        case AtPlace(name, address, room):
            return _in_room(room, located(name, address, activity.district))
        case InArea(words, towns):
            return area | {"description": words or "、".join(towns)}
        case OnTour(words):
            return area | {"description": words}
        case Online(url, platform, account):
            return _virtual(url, platform, account) if url or account else None


def _virtual(url: str, platform: str, account: str) -> Properties:
    """On the internet: by an address, or on an account."""
    channel = f"{platform}“{account}”" if account else platform
    return _without_empty(
        {"@type": "VirtualLocation", "url": url, "name": channel if account or not url else ""}
    )


def _in_room(room: str, site: Properties) -> Properties:
    return site | {"name": room, "containedInPlace": site} if room else site


def _dated(times: tuple[Schedule, ...]) -> list[Dated]:
    """Those with a startDate, which an Event needs: days of which only the last is known have none."""
    dated = (when for when in times if isinstance(when, Dated))
    return [when for when in dated if not isinstance(when, OpenDays) or when.begins]


def _when(when: Dated) -> Properties:
    match when:
        case PartDay(day):
            return {"startDate": day.isoformat(), "endDate": day.isoformat()}
        case OpenDays(day):
            return {"startDate": day.isoformat()}
        case Session(day, start, end):
            until = _moment(end_day(day, start, end), end) if end is not None else None
            return _without_empty({"startDate": _moment(day, start), "endDate": until})
        case Days(first, last):
            return {"startDate": first.isoformat(), "endDate": last.isoformat()}
        case Recurring():
            return _ends(when) | {"eventSchedule": _schedule(when)}
        case _:
            assert_never(when)


def _moment(day: date, at: time) -> str:
    return datetime.combine(day, at, CHINA).isoformat()


def _ends(when: Recurring) -> Properties:
    """The first and the last day on which it takes place."""
    known = extent(when) or when.span
    return {"startDate": known.first.isoformat(), "endDate": known.last.isoformat()}


def _schedule(when: Recurring) -> Properties:
    start, end = when.start, when.end
    return _without_empty(
        {
            "@type": "Schedule",
            **_repeated(parsed(when.rule)),
            **_ends(when),
            "startTime": start.isoformat() if start is not None else None,
            "endTime": end.isoformat() if end is not None else None,
            "duration": _duration(start, end) if start is not None and end is not None else None,
            "exceptDate": [day.isoformat() for day in when.exceptions],
            "scheduleTimezone": "Asia/Shanghai",
        }
    )


def _repeated(rule: Rule) -> Properties:
    match rule:
        case Daily(interval):
            return {"repeatFrequency": f"P{interval}D"}
        case Weekly(weekdays, interval):
            return {"repeatFrequency": f"P{interval}W", "byDay": [WEEKDAYS[day] for day in weekdays]}
        case NthWeekdays(nth, interval):
            days = [f"{number}{WEEKDAYS[day]}" for number, day in nth]
            return {"repeatFrequency": f"P{interval}M", "byDay": days}
        case MonthDays(days_of_month, interval):
            return {"repeatFrequency": f"P{interval}M", "byMonthDay": list(days_of_month)}
        case _:
            assert_never(rule)


def _duration(start: time, end: time) -> str | None:
    """How long a night is, in ISO 8601: its end alone would be before its start."""
    if not is_night(start, end):
        return None
    minutes = (end.hour + 24 - start.hour) * 60 + end.minute - start.minute
    return f"PT{minutes // 60}H" + (f"{minutes % 60}M" if minutes % 60 else "")


def _without_empty(properties: Properties) -> Properties:
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
