"""What stands on more than one page: tickets, answers."""

from dataclasses import replace
from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Status
from scienceweek.model.availability import availability
from scienceweek.model.booking import Availability, Booking
from scienceweek.model.changes import Gone
from scienceweek.model.days import first_day, on_day
from scienceweek.model.place import Admission, AtBase, AtVenue, Fee
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts.booking import BookingTimes
from scienceweek.views.parts.changed_stub import changed_stub, gone_stub
from scienceweek.views.parts.contacts import Call, Privacy
from scienceweek.views.parts.counted_stub import counted
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.parts.stub import Stub
from scienceweek.views.parts.stub_on_day import stub_on
from scienceweek.views.words import changes, dates, facts, sessions, whereabouts
from scienceweek.views.words.memory import remembered

MOST_NAMES = 4


@frozen
class Link:
    """A word that leads somewhere; without a *path* it is a word."""

    word: str
    path: str = ""


@frozen
class Answer:
    """A shape and a word, always both: ● open, ■ here, ⌂ away, ◐ book, ○ ask, × full.

    *times* are what the script asks where one may book from or until some hour, None where the word holds.
    """

    shape: str
    word: str
    times: BookingTimes | None = None


@frozen
class ChangeNotice:
    """What became of the plan: postponed, cancelled, rescheduled, moved-online.

    *before* is the time that it had: 原定5月25日 周六. *plain* is all of it for the elder layout: 这一场不办了.
    """

    status: str
    word: str
    reason: str = ""
    before: str = ""
    plain: str = ""


@frozen
class Card:
    """A ticket. *id* is the activity's or the opening's. *title* and *sub* are in phrases; *room* is that part of *place* which a list named after the place leaves open; *home* says that the place is the host's own.

    *call* is the number to ring, None where none may be shown; *remark* what the notice says beside the hours. *off*: nothing
    happens then, and nobody books. *district* is a short name, *is_outpost* says that it is another than that of the campaign.
    *pieces* says how many parts it has, *mark* is where its drawn sign is. *when* is all of its times, as a star keeps it; "" of what nobody goes to.
    """

    id: str
    path: str
    stub: Stub
    title: tuple[str, ...]
    sub: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    room: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    home: bool = False
    answer: Answer | None = None
    call: Call | None = None
    notice: ChangeNotice | None = None
    off: bool = False
    pieces: str = ""
    remark: tuple[str, ...] = ()
    district: str = ""
    is_outpost: bool = False
    mark: str = ""
    when: str = ""


@remembered
def card(activity: Activity, privacy: Privacy) -> Card:
    """The ticket of an activity."""
    calls = desk(activity, privacy).calls
    return Card(
        id=activity.id,
        path=links.activity(activity),
        stub=stub_of(activity),
        title=phrases(activity.title),
        sub=phrases(activity.subtitle),
        place=phrases(place(activity)),
        room=phrases(room(activity)),
        host=phrases(host(activity)),
        home=is_home(activity),
        answer=answer(activity),
        call=calls[0] if calls else None,
        notice=notice(activity),
        off=activity.off,
        pieces=pieces(activity),
        remark=phrases(dates.notes(activity.when)),
        district=activity.district.short,
        is_outpost=bool(outpost(activity)),
        mark=links.mark(activity),
        when="" if activity.off else sessions.when(activity),
    )


def outpost(activity: Activity) -> str:
    """Its district, if it is another than that whose campaign it is: what a city's districts do."""
    district = activity.district
    return district.name if district.id != activity.campaign.district.id else ""


def card_on(activity: Activity, privacy: Privacy, day: date) -> Card:
    """The ticket of an activity on the list of a *day*: with its hours of that day."""
    found = on_day(activity.when, day)
    made = card(activity, privacy)
    if activity.off or not found:
        return made
    then = replace(stub_on(activity.when, day), stamp=made.stub.stamp)
    return replace(made, stub=then, remark=phrases(dates.notes(found)))


def gone_card(times: tuple[Gone, ...], privacy: Privacy) -> Card:
    """The ticket of an activity on a day on which it was to be at these *times*: the old day, and what became of it."""
    one = times[0]
    return replace(
        card(one.activity, privacy),
        stub=gone_stub(times),
        answer=None,
        notice=_gone_notice(one),
        off=True,
        when="",
    )


def _gone_notice(one: Gone) -> ChangeNotice | None:
    told = notice(one.activity)
    return told and replace(told, word=changes.outcome(one.activity), before="")


def stub_of(activity: Activity) -> Stub:
    """When it is; of what was never fixed, nor put off, that its campaign is over is said when it is."""
    made = counted(changed_stub(activity), activity)
    if activity.off or made.first or made.over or activity.change.status is Status.POSTPONED:
        return made
    return replace(made, over=activity.campaign.when.last.isoformat(), over_word="本届已结束")


@remembered
def place(activity: Activity) -> str:
    """The places of an activity in one line, or empty where the notice names none."""
    return _listed(tuple(whereabouts.spot(at) for at in activity.held_at), "处")


@remembered
def site(activity: Activity) -> str:
    """The same without rooms: what activities at one place have in common."""
    return _listed(tuple(dict.fromkeys(facts.place(at) for at in activity.held_at)), "处")


@remembered
def room(activity: Activity) -> str:
    """In which rooms of its places, for a list that is named after the place."""
    return "、".join(filter(None, (whereabouts.room(at) for at in activity.held_at)))


def host(activity: Activity) -> str:
    """Whose it is: its base, else the first of those who answer for it."""
    if activity.base:
        return activity.base.name
    if not activity.organisers:
        return ""
    return _listed(tuple(party.name for party in activity.organisers[0].parties), "家")


def _listed(names: tuple[str, ...], measure: str) -> str:
    """A、B、C; of more than four the first three and how many there are: A、B、C等9家."""
    if len(names) <= MOST_NAMES:
        return "、".join(names)
    return f"{'、'.join(names[: MOST_NAMES - 1])}等{len(names)}{measure}"


def is_home(activity: Activity) -> bool:
    """Whether it happens at its own base and nowhere else."""
    base, sites = activity.base, activity.sites
    return (
        base is not None
        and bool(sites)
        and all(at.base.id == base.id if isinstance(at, AtBase) else False for at in sites)
    )


def answer(activity: Activity) -> Answer | None:
    """Must one book for *activity*? None if it does not take place."""
    return None if activity.off else booking(activity.admission, availability(activity))


def booking(admission: Admission, asked: Availability | None = None) -> Answer:
    """Must one book? The first question, in a shape and a word; and whether one can, *asked* of the script."""
    free = "免费，" if admission.fee is Fee.FREE else "收费，" if admission.fee is Fee.PAID else ""
    match admission.booking:
        case Booking.NONE:
            return Answer("open", f"{free}不用预约")
        case Booking.REQUIRED if admission.plan.full:
            return Answer("full", "名额已满")
        case Booking.REQUIRED:
            hours = asked and (asked.opens or asked.until)
            return Answer("book", f"{free}需要预约", BookingTimes.of(asked) if asked and hours else None)
        case Booking.UNKNOWN:
            return Answer("ask", f"{free}预约待问")


def pieces(activity: Activity) -> str:
    """其中6项, where it has parts that it tells of, or that stand for themselves elsewhere."""
    return f"其中{len(activity.pieces)}项" if activity.pieces else ""


def notice(activity: Activity) -> ChangeNotice | None:
    """What is said where an activity does not take place as planned."""
    change = activity.told
    if change.status is Status.SCHEDULED:
        return None
    before = change.previously or (
        activity.when if change.status is Status.POSTPONED and activity.off else ()
    )
    return ChangeNotice(
        change.status.value,
        facts.status(change.status),
        change.reason,
        f"原定{dates.when(before)}" if any(map(first_day, before)) else "",
        changes.plain(activity),
    )


def place_link(activity: Activity) -> Link | None:
    """The page of where it happens, if it has one."""
    for at in activity.held_at:
        match at:
            case AtBase(base):
                return Link(base.name, links.base(base))
            case AtVenue(venue):
                return Link(venue.name, links.venue(venue))
            case _:
                pass
    return None
