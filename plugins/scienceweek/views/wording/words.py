"""Chinese words for facts: the values of every enumeration, places, conditions; and what is not known."""

from scienceweek.model.activity import Admits, Status, Tier
from scienceweek.model.campaign import Series
from scienceweek.model.organisation import Part, Role
from scienceweek.model.place import (
    Access,
    Admission,
    AtBase,
    AtPlace,
    AtVenue,
    Booking,
    Fee,
    InArea,
    Location,
    Online,
    OnTour,
)
from scienceweek.views.wording import dates

UNSTATED = "通知未写明"
ASK = "通知未写明，去前先问"

ADMITS = {
    Admits.UNKNOWN: UNSTATED,
    Admits.PUBLIC: "面向公众",
    Admits.INVITED: "定向邀请，不对外开放",
    Admits.STAFF: "内部活动",
}
FEES = {Fee.UNKNOWN: UNSTATED, Fee.FREE: "免费", Fee.REDUCED: "优惠", Fee.PAID: "收费"}
BOOKINGS = {Booking.UNKNOWN: UNSTATED, Booking.NONE: "不用预约", Booking.REQUIRED: "需要预约"}
STATUSES = {
    Status.SCHEDULED: "",
    Status.POSTPONED: "延期",
    Status.CANCELLED: "取消",
    Status.RESCHEDULED: "改期",
    Status.MOVED_ONLINE: "改为线上",
}
TIERS = {
    Tier.CEREMONY: "启动仪式",
    Tier.CITY_MAIN: "市级主场活动",
    Tier.DEPARTMENT_MAIN: "部门主场活动",
    Tier.DISTRICT_MAIN: "区县主场活动",
    Tier.JOINT_ACTION: "联合行动",
    Tier.ONLINE: "线上活动",
    Tier.BASE: "科普基地活动",
    Tier.MEMBER: "成员单位活动",
    Tier.TOWN: "镇街活动",
    Tier.OTHER: "其他活动",
}
ROLES = {
    Role.ISSUER: "发文单位",
    Role.HOST: "主办单位",
    Role.CO_ORGANISER: "联合主办",
    Role.CO_HOST: "承办单位",
    Role.SUPPORT: "协办单位",
    Role.LEAD: "牵头单位",
    Role.RESPONSIBLE: "责任单位",
    Role.PARTICIPANT: "参加单位",
}
SERIES = {
    Series.WEEK: "科技活动周",
    Series.DAY: "全国科普日",
    Series.MONTH: "全国科普月",
    Series.OTHER: "科普活动",
}
ACCESS = {
    Access.UNKNOWN: UNSTATED,
    Access.FULL: "轮椅可以进出",
    Access.PARTIAL: "轮椅可以进出一部分",
    Access.NONE: "轮椅进不去",
}


def admission(admission: Admission) -> str:
    """The conditions in one line: 免费，需要预约（5月24日前）. What is unknown is said to be unknown."""
    if admission.fee is Fee.UNKNOWN and admission.booking is Booking.UNKNOWN:
        return admission.note or f"收不收费、要不要预约，{UNSTATED}"
    fee = FEES[admission.fee] if admission.fee is not Fee.UNKNOWN else f"收费{UNSTATED}"
    said = f"{fee}，{booking(admission)}"
    return f"{said}；{admission.note}" if admission.note else said


def booking(admission: Admission) -> str:
    """Whether to book, and until when: 需要预约（5月24日前）."""
    if admission.booking is Booking.UNKNOWN:
        return f"预约{UNSTATED}"
    until = f"（{dates.day(admission.until)}前）" if admission.until else ""
    return BOOKINGS[admission.booking] + until


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
        case Online(platform=platform):
            return f"线上：{platform}" if platform else "线上"


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
        case Online(url=url):
            return "" if url else "网址未公布"


def parties(part: Part) -> str:
    """The names of a part, in order: 区科技局、区科协."""
    return "、".join(party.name for party in part.parties)
