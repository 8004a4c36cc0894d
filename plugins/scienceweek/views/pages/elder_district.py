"""The elder page of a district, for those without script: its days and its phone book, large and plain."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import Gone, gone_by_day
from scienceweek.model.days import days_of, falls_on
from scienceweek.model.district import District
from scienceweek.model.occurrences import as_on
from scienceweek.model.session import SessionStatus
from scienceweek.views.parts import alert_bars, invitation, leaves, phone_book, ticket
from scienceweek.views.parts.contacts import Call, Privacy
from scienceweek.views.parts.day_facts import day_facts
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.parts.lines import ordered, ordered_on
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.season import leading_here
from scienceweek.views.words import dates, sessions
from scienceweek.views.words.day_sentence import day_sentence
from scienceweek.views.words.precisions import Precision, precision

_OPEN = 20
"""Items that are open at once; of more, each day is unfolded by the reader."""
_BOOK = "book"
MOST = 1_000
"""Items that a page can hold, as its days are folded."""
LEAF = 50
"""Items on a leaf: they are large, and each is read."""


@frozen
class Item:
    """An activity: its title, when, where, and the number to ring; *unknown* is what the notice lacks of these.

    *beside* says where to meet, and what becomes of it in rain.
    *status* says what became of the plan, in plain words that stand first, *reason* why. What is *off* is not on then.
    """

    title: str
    path: str
    when: str
    place: str
    status: str
    call: Call | None
    unknown: str
    beside: tuple[str, ...] = ()
    reason: str = ""
    off: bool = False
    state: str = ""


@frozen
class ElderGroup:
    """Activities without a day. What all have in common is said once: *when*, and what is *unknown*."""

    when: str
    unknown: str
    items: tuple[Item, ...]


@frozen
class ElderDay:
    """A day with what is on; *day* is ISO 8601, for the script. *gone* was to be on it, and is not; *sum* is all that in a sentence.

    Where a district has too much for one page, it stands at *path*.
    """

    day: str
    said: str
    items: tuple[Item, ...]
    gone: tuple[Item, ...] = ()
    sum: str = ""
    path: str = ""


@frozen
class ElderDistrictView:
    """The days and the phone book of a district. *open* says that they are few enough to be unfolded.

    Where they are too many for a page, *ways* lead to what has no day and to the phone book; then a leaf has one day or some of
    these, with the leaf *before* it and *after* it, and the page *above* them.
    """

    head: Head
    name: str
    usual: str
    campaign: str
    when: str
    days: tuple[ElderDay, ...]
    open: bool
    undated: tuple[ElderGroup, ...]
    book: tuple[phone_book.PhoneBookEntry, ...]
    ways: tuple[leaves.LeafLink, ...] = ()
    above: ticket.Link | None = None
    before: str = ""
    after: str = ""


def elder_district_page(district: District, catalogue: Catalogue, privacy: Privacy) -> ElderDistrictView:
    """The elder page of *district*."""
    return _front(_whole(district, catalogue, privacy))


def elder_district_pages(
    district: District, catalogue: Catalogue, privacy: Privacy
) -> Iterator[ElderDistrictView]:
    """The elder page of *district*, then what is too much for it."""
    whole = _whole(district, catalogue, privacy)
    yield _front(whole)
    yield from _leaves(whole)


def _front(whole: ElderDistrictView) -> ElderDistrictView:
    if not _is_long(whole):
        return whole
    path, undated = whole.head.path, sum(len(group.items) for group in whole.undated)
    ways = (
        leaves.LeafLink("日子没定的", links.leaf(path, leaves.UNDATED), undated),
        leaves.LeafLink("电话本", links.leaf(path, _BOOK), len(whole.book)),
    )
    return replace(
        whole,
        open=False,
        days=tuple(replace(day, items=(), gone=(), path=links.leaf(path, day.day)) for day in whole.days),
        undated=(),
        book=(),
        ways=tuple(one for one in ways if one.number),
    )


def _leaves(whole: ElderDistrictView) -> Iterator[ElderDistrictView]:
    """Each of its days, what has no day, the phone book; none if a page holds all that."""
    if not _is_long(whole):
        return
    empty = replace(
        whole, open=True, days=(), undated=(), book=(), above=ticket.Link(whole.name, whole.head.path)
    )
    for day in whole.days:
        # What is off stands first, as on the page of a few.
        items = leaves.cut((*day.gone, *day.items), LEAF)
        found = [replace(empty, days=(replace(day, items=tuple(some), gone=()),)) for some in items]
        yield from _numbered(found, day.day, f"{whole.name} {day.said}")
    loose = tuple((group, item) for group in whole.undated for item in group.items)
    found = [replace(empty, undated=tuple(_regrouped(some))) for some in leaves.cut(loose, LEAF)]
    yield from _numbered(found, leaves.UNDATED, f"{whole.name} 日子没定的")
    found = [replace(empty, book=tuple(some)) for some in leaves.cut(whole.book, LEAF)]
    yield from _numbered(found, _BOOK, f"{whole.name} 电话本")


def _is_long(whole: ElderDistrictView) -> bool:
    items = sum(len(day.items) + len(day.gone) for day in whole.days)
    return items + sum(len(group.items) for group in whole.undated) + len(whole.book) > MOST


def _numbered(found: Sequence[ElderDistrictView], key: str, title: str) -> Iterator[ElderDistrictView]:
    """*found* as leaves of one list."""
    for at, view in enumerate(found, 1):
        path = view.head.path
        page = f" 第{at}页" if len(found) > 1 else ""
        yield replace(
            view,
            head=replace(
                view.head, title=f"{title}{page} · 长者版", path=links.leaf(path, key, at), elder=view.usual
            ),
            before=links.leaf(path, key, at - 1) if at > 1 else "",
            after=links.leaf(path, key, at + 1) if at < len(found) else "",
        )


def _regrouped(some: Iterable[tuple[ElderGroup, Item]]) -> Iterator[ElderGroup]:
    for _, members in groupby(some, lambda pair: id(pair[0])):
        found = list(members)
        yield replace(found[0][0], items=tuple(item for _, item in found))


def _whole(district: District, catalogue: Catalogue, privacy: Privacy) -> ElderDistrictView:
    campaigns = catalogue.campaigns_in[district.id]
    lead = leading_here(campaigns, privacy.today)
    current = ordered(catalogue.held_in[district.id, lead.id] if lead else ())
    days = _days(current, privacy)
    when = dates.days_in_full(lead.when) if lead else ""
    return ElderDistrictView(
        head=Head(
            title=f"{district.name} {when} 活动和电话 · 长者版".replace("  ", " "),
            path=links.elder_district(district),
            description=f"{district.name}的活动日子和科普基地电话，大字版。",
            section=links.DISTRICTS,
            elder=links.district(district),
            alerts=alert_bars.of_district(district, catalogue),
        ),
        name=district.name,
        usual=links.district(district),
        campaign=lead.name if lead else "",
        when=when,
        days=days,
        open=sum(len(day.items) + len(day.gone) for day in days) <= _OPEN,
        undated=tuple(
            _groups(_item(one, privacy) for one in current if precision(one) is not Precision.DATED)
        ),
        book=tuple(phone_book.entry(base, catalogue, privacy) for base in catalogue.bases_of[district.id]),
    )


def _groups(items: Iterable[Item]) -> Iterator[ElderGroup]:
    for (when, unknown), members in groupby(items, lambda item: (item.when, item.unknown)):
        yield ElderGroup(when, unknown, tuple(replace(item, when="", unknown="") for item in members))


def _days(activities: Iterable[Activity], privacy: Privacy) -> tuple[ElderDay, ...]:
    """Each day on which something is or was to be on; what lasts stands on each of its days."""
    on: dict[date, list[Activity]] = {}
    known = tuple(activities)
    off = gone_by_day(known)
    for activity in known:
        for run in days_of(activity):
            for day in run:
                on.setdefault(day, []).append(activity)
    return tuple(
        ElderDay(
            day.isoformat(),
            f"{dates.day(day)} {dates.weekday_in_full(day)}",
            tuple(_item(as_on(one, day), privacy, day) for one in ordered_on(on.get(day, ()), day)),
            tuple(_gone(times, privacy) for times in off.get(day, ())),
            _sum(day, on.get(day, []), len(off.get(day, ()))),
        )
        for day in sorted({*on, *off})
    )


def _sum(day: date, on: list[Activity], off: int) -> str:
    """有3场，2场在创客港；都要先打电话。 · 有3场，另有1场不办了；都不用预约。 · 没有排定的活动，1场不办了。"""
    return day_sentence(day, day_facts(day, on, off=off)).rest


def _gone(times: tuple[Gone, ...], privacy: Privacy) -> Item:
    """What was to be: what became of it, then when that was."""
    one, said = times[0], "、".join(dates.schedule(one.when) for one in times)
    only = "别的场次照常" if _is_on(one) else "那天不要去"
    return replace(_item(one.activity, privacy), when=f"原定{said}，{only}", unknown="", off=True)


def _is_on(one: Gone) -> bool:
    """Whether other sessions of that day take place."""
    return any(
        session.status is not SessionStatus.CANCELLED and falls_on(session.when, one.days.first)
        for session in (() if one.activity.change.previously else one.activity.sessions)
    )


def _item(activity: Activity, privacy: Privacy, day: date | None = None) -> Item:
    calls = desk(activity, privacy).calls
    place = ticket.place(activity)
    change = ticket.notice(activity)
    return Item(
        title=f"{activity.title}——{activity.subtitle}" if activity.subtitle else activity.title,
        path=links.activity(activity),
        when=sessions.hours_left(day, activity) if day else sessions.when(activity),
        place=place,
        beside=tuple(filter(None, invitation.beside(activity))),
        status=change.plain if change else "",
        call=calls[0] if calls else None,
        unknown="、".join(word for word, known in (("在哪里", place), ("打什么电话", calls)) if not known),
        reason=change.reason if change else "",
        off=activity.off,
        state=change.status if change else "",
    )
