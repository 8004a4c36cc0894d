"""Chinese words for facts: places, conditions, and what is not known. Enumerations say themselves (`Word.said`)."""

from scienceweek.model.activity import Status
from scienceweek.model.booking import Booking
from scienceweek.model.organisation import Part
from scienceweek.model.place import (
    Admission,
    AtBase,
    AtPlace,
    AtVenue,
    Fee,
    InArea,
    Location,
    Online,
    OnTour,
)
from scienceweek.views.words import dates

UNSTATED = "通知未写明"


def status(now: Status) -> str:
    """What became of the plan; nothing if it stands."""
    return "" if now is Status.SCHEDULED else now.said


def admission(terms: Admission) -> str:
    """The conditions in one line: 免费，需要预约（5月24日前）. What is unknown is said to be unknown."""
    if terms.fee is Fee.UNKNOWN and terms.booking is Booking.UNKNOWN:
        return terms.note or f"收不收费、要不要预约，{UNSTATED}"
    fee = terms.fee.said if terms.fee is not Fee.UNKNOWN else f"收费{UNSTATED}"
    said = f"{fee}，{booking(terms)}"
    return f"{said}；{terms.note}" if terms.note else said


def booking(terms: Admission) -> str:
    """Whether to book, and from when until when: 需要预约（9月22日12:00起，9月24日16:00前）."""
    if terms.booking is Booking.UNKNOWN:
        return f"预约{UNSTATED}"
    if terms.booking is Booking.REQUIRED and terms.plan.full:
        return "名额已满"
    opens = f"{dates.limit(terms.plan.opens)}起" if terms.plan.opens else ""
    until = f"{dates.limit(terms.plan.until)}前" if terms.plan.until else ""
    hours = "，".join(filter(None, (opens, until)))
    return terms.booking.said + (f"（{hours}）" if hours else "")


def place(location: Location) -> str:
    """The name of where it happens."""
    match location:
        case AtBase(base):
            return base.name
        case AtVenue(venue, as_written):
            return as_written or venue.name
        case AtPlace(name):
            return name
        case InArea(words, towns):
            return words or "、".join(towns)
        case OnTour(words):
            return words
        case Online(platform=platform, account=account):
            told = channel(platform, account)
            return f"线上：{told}" if told else "线上"


def channel(platform: str, account: str) -> str:
    """Where on the internet: 快手“北京天文馆”."""
    return f"{platform}“{account}”" if account else platform


def address(location: Location) -> str:
    """The address of where it happens, or what is known instead of one."""
    match location:
        case AtBase(base):
            return base.address
        case AtVenue(venue):
            return venue.address
        case AtPlace(address=address):
            return address
        case InArea(words, towns):
            return "、".join(towns) if words else ""
        case OnTour():
            return ""
        case Online(url=url, account=account):
            return "" if url or account else "网址未公布"


def parties(part: Part) -> str:
    """The names of a part, in order: 区科技局、区科协."""
    return "、".join(party.name for party in part.parties)
