"""Where an activity happens, as its page tells it."""

from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Location, Online, OnTour
from scienceweek.views.words import facts
from scienceweek.views.words.phrases import address, phrases


@dataclass(frozen=True, slots=True)
class SaidPlace:
    """*shape* is place, area, tour or online, and names the icon. *path* is its page, *url* an address on the net."""

    shape: str
    name: tuple[str, ...]
    address: tuple[str, ...] = ()
    path: str = ""
    url: str = ""


def places(activity: Activity) -> tuple[SaidPlace, ...]:
    """Where it happens; nothing, where the notice does not say."""
    return tuple(_place(at) for at in activity.where)


def elsewhere(activity: Activity) -> str:
    """The warning that spares a wasted trip: it is not at the base whose it is."""
    base = activity.base
    if not base or not activity.where or any(at == AtBase(base) for at in activity.where):
        return ""
    if all(isinstance(at, Online) for at in activity.where):
        return ""
    return f"不在基地；基地在{base.address}" if base.address else "不在基地"


def _place(at: Location) -> SaidPlace:
    name = phrases(facts.place(at))
    match at:
        case AtBase(base):
            return SaidPlace("place", name, address(base.address), links.base(base))
        case AtVenue(venue):
            # The notice's words often carry the address in brackets already.
            told = venue.address or "详细地址，通知未写明"
            known = told if told not in facts.place(at) else ""
            return SaidPlace("place", name, address(known), links.venue(venue))
        case AtPlace(address=street):
            return SaidPlace("place", name, address(street))
        case InArea(towns=towns):
            return SaidPlace("area", name, ("、".join(towns),) if towns and at.words else ())
        case OnTour():
            return SaidPlace("tour", name)
        case Online(url=url):
            return SaidPlace("online", name, () if url else ("网址未公布",), url=url)
