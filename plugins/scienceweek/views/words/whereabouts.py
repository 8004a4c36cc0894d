"""Chinese words for what one must know to find it: the room, where to meet, the way there; in rain; from afar."""

from scienceweek.model.activity import Rain
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Live, Location, Online, OnTour
from scienceweek.views.words import dates, facts


def spot(location: Location) -> str:
    """The name of where it happens, with its room: 北京天文馆 B馆505教室."""
    return " ".join(filter(None, (facts.place(location), room(location))))


def room(location: Location) -> str:
    """In which hall or room of the place, where that is known."""
    return location.room if isinstance(location, AtBase | AtVenue | AtPlace) else ""


def meeting(location: Location) -> str:
    """Where one is to meet: 集合：A馆服务台."""
    if isinstance(location, Online) or not location.meet:
        return ""
    return f"集合：{location.meet}"


def access(location: Location) -> tuple[str, ...]:
    """The way there, line by line."""
    match location:
        case AtBase(base):
            return base.access
        case AtVenue(venue):
            return venue.access
        case AtPlace(access=lines):
            return lines
        case InArea() | OnTour() | Online():
            return ()


def rain(told: Rain | None) -> str:
    """What becomes of it in rain: 改到5月26日 周日，在市科技馆 一楼；前一天通知. Empty where nobody has said."""
    if told is None:
        return ""
    day = f"改到{'；'.join(map(dates.schedule, told.when))}" if told.when else ""
    places = "、".join(map(spot, told.where))
    where = f"{'在' if day else '改在'}{places}" if places else ""
    return "；".join(filter(None, ("，".join(filter(None, (day, where))), told.note)))


def live(told: Live | None) -> str:
    """Where to see it while it goes on, without the address on the net: 快手“北京天文馆”（只播前半场）."""
    if told is None:
        return ""
    note = f"（{told.note}）" if told.note else ""
    return (facts.channel(told.platform, told.account) or "网上直播") + note
