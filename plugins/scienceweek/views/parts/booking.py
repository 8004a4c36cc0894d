"""The block that says whether one must book, whether one can now, and how: nine states, one shape each.

What hangs on the hour is left to the script; without it the page says the dates and how one books, and offers nothing.
"""

from collections.abc import Iterable, Iterator

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Status
from scienceweek.model.availability import availability
from scienceweek.model.booking import Availability, Booking, BookingPlan, Way, WayKind
from scienceweek.model.campaign import Campaign
from scienceweek.model.place import Admission, Fee
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.words import admission as words
from scienceweek.views.words import dates

_ICONS = {
    WayKind.URL: "online",
    WayKind.ACCOUNT: "wechat",
    WayKind.MINI_PROGRAM: "wechat",
    WayKind.PHONE: "phone",
    WayKind.DESK: "hall",
}
_WHILE = {
    WayKind.URL: "open last-day",
    WayKind.ACCOUNT: "not-yet open last-day",
    WayKind.MINI_PROGRAM: "not-yet open last-day",
}
"""In which states a way is of use; telephone and desk always are."""
_FIRST = (WayKind.URL, WayKind.ACCOUNT, WayKind.MINI_PROGRAM, WayKind.PHONE)
"""What the button does, if there is a choice."""


@frozen
class Route:
    """A way to book: its *name* in words, where it leads (*href*) or what one copies; *calls* by telephone.

    *at* are the states in which it is of use, empty if it always is.
    """

    icon: str
    name: str
    href: str = ""
    copy: str = ""
    calls: tuple[Call, ...] = ()
    hours: str = ""
    at: str = ""


@frozen
class Verb:
    """What one can do now: *word* and *hint*; it leads to *href*, or copies *copy*."""

    word: str
    hint: str = ""
    href: str = ""
    copy: str = ""


@frozen
class BookingTimes:
    """What the script asks (theme/static/js/booking.js): days and hours in ISO 8601, empty where nothing is said."""

    needed: str
    opens: str = ""
    closes: str = ""
    ends: str = ""
    full: bool = False

    @classmethod
    def of(cls, asked: Availability) -> "BookingTimes":
        return cls(
            "off" if asked.off else asked.needed.value,
            asked.opens.iso if asked.opens else "",
            asked.until.iso if asked.until else "",
            asked.ends.isoformat(timespec="minutes") if asked.ends else "",
            asked.full,
        )


@frozen
class BookingBlock:
    """The block. *word* and *said* are true at any hour; *shape* is that of their plate: none, unsure, gone or still.

    *opens* and *closes* are from when until when one may book, in words, empty where nothing is said.
    """

    times: BookingTimes
    shape: str
    word: str
    said: str = ""
    opens: str = ""
    starts: str = ""
    closes: str = ""
    verb: Verb | None = None
    routes: tuple[Route, ...] = ()
    notes: tuple[str, ...] = ()


def booking_block(activity: Activity, privacy: Privacy) -> BookingBlock:
    """The block of *activity*."""
    return block(activity.admission, availability(activity), activity.campaign, privacy, gone=_gone(activity))


def block(
    terms: Admission, asked: Availability, campaign: Campaign | None, privacy: Privacy, *, gone: str = ""
) -> BookingBlock:
    """The block of *terms*; *gone* is what is said if it does not take place."""
    times, plan = BookingTimes.of(asked), terms.plan
    if asked.off:
        return BookingBlock(times, "gone", gone)
    if asked.needed is Booking.NONE:
        free = "，免费" if terms.fee is Fee.FREE else "，不用预约"
        return BookingBlock(times, "none", f"直接去{free}", notes=tuple(_notes(terms)))
    if asked.needed is Booking.UNKNOWN:
        return BookingBlock(times, "unsure", "要不要预约，通知没写", "去前先问", notes=tuple(_notes(terms)))
    routes = tuple(_routes(plan.ways, campaign, privacy))
    if asked.full:
        left = tuple(route for route in routes if not route.at)
        return BookingBlock(times, "gone", "名额已满", routes=left, notes=tuple(_notes(terms)))
    return BookingBlock(
        times,
        "still",
        "要先预约",
        words.window(plan),
        f"{dates.limit(plan.opens)}" if plan.opens else "",
        _starts(plan),
        f"{dates.limit(plan.until)}" if plan.until else "",
        _verb(plan, routes),
        routes,
        tuple(_notes(terms)),
    )


def routes_of(ways: Iterable[Way], campaign: Campaign | None, privacy: Privacy) -> tuple[Route, ...]:
    """How one books by *ways*, whenever one may."""
    return tuple(_routes(ways, campaign, privacy))


def _gone(activity: Activity) -> str:
    match activity.change.status:
        case Status.CANCELLED:
            return "取消了，不用预约"
        case Status.POSTPONED:
            return "延期了，新的日子定了再约"
        case Status.SCHEDULED | Status.RESCHEDULED | Status.MOVED_ONLINE:
            return "新的日子定了再约"


def _starts(plan: BookingPlan) -> str:
    """9月22日 周一 12:00开始预约"""
    if plan.opens is None:
        return ""
    hour = f" {dates.clock(plan.opens.at)}" if plan.opens.at else ""
    return f"{dates.day(plan.opens.day)} {dates.weekday(plan.opens.day)}{hour}开始预约"


def _routes(ways: Iterable[Way], campaign: Campaign | None, privacy: Privacy) -> Iterator[Route]:
    for way in ways:
        icon, at = _ICONS[way.kind], _WHILE.get(way.kind, "")
        match way.kind:
            case WayKind.URL:
                yield Route(icon, "预约网页", href=way.name, at=at)
            case WayKind.ACCOUNT | WayKind.MINI_PROGRAM:
                yield Route(icon, words.way(way), copy=way.name, at=at)
            case WayKind.DESK:
                yield Route(icon, way.name)
            case WayKind.PHONE:
                calls = shown((way.contact,), campaign, privacy) if way.contact else ()
                if calls:
                    yield Route(icon, "", calls=calls, hours=way.hours)


def _verb(plan: BookingPlan, routes: tuple[Route, ...]) -> Verb | None:
    """What the button does: the page that can be opened, else the account to look for, else the number."""
    deed = "登记抽签" if plan.lottery is not None else "预约"
    for kind in _FIRST:
        for way in plan.ways:
            if way.kind is kind and (made := _deed(way, routes, deed)):
                return made
    return None


def _deed(way: Way, routes: tuple[Route, ...], deed: str) -> Verb | None:
    match way.kind:
        case WayKind.URL:
            return Verb(f"去{deed}", href=way.name)
        case WayKind.ACCOUNT | WayKind.MINI_PROGRAM:
            app = "小程序" if way.kind is WayKind.MINI_PROGRAM else "公众号"
            return Verb(f"去{app}{deed}", f"点一下复制“{way.name}”，到微信里搜", copy=way.name)
        case WayKind.PHONE:
            call = next((call for route in routes for call in route.calls if call.href), None)
            return Verb(f"打电话{deed}", call.number, href=call.href) if call else None
        case WayKind.DESK:
            return None


def _notes(terms: Admission) -> Iterator[str]:
    yield from filter(
        None, (words.capacity(terms.plan.capacity.words), words.lottery(terms.plan), terms.plan.note)
    )
