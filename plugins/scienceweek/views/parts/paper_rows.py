"""Activities as rows for paper and for a screen in a hall, where nothing can be tapped: when, what, where, and whom to ring."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.changes import Gone, gone_by_day
from scienceweek.model.days import days_of, starts_on
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.parts.lines import ActivityLine, gone_line, line, lines, ordered
from scienceweek.views.words import dates


@frozen
class PaperRow:
    """The activity whose page is *path*; *title* and *place* are in phrases. *when* has the day and *hours* only the hour, or until when.

    *how* says whether one must book, *phone* is the number of *whose*, "" where none may be told; *tel* calls it (RFC 3966). *status* and *reason* say what
    became of the plan; *gone*: it was to be then and is not.
    """

    path: str
    title: tuple[str, ...]
    sub: str
    when: str
    hours: str
    place: tuple[str, ...]
    host: str
    how: str
    phone: str
    whose: str
    status: str = ""
    reason: str = ""
    gone: bool = False
    tel: str = ""
    is_mobile: bool = False


@frozen
class PaperDay:
    """A day (ISO 8601) of which *path* is the page: what *starts* on it, what goes on since before (*still*), what was to be (*gone*)."""

    day: str
    path: str
    said: str
    month: str
    number: str
    week: str
    starts: tuple[PaperRow, ...]
    still: tuple[PaperRow, ...]
    gone: tuple[PaperRow, ...]

    @property
    def held(self) -> int:
        """How many activities are on."""
        return len(self.starts) + len(self.still)


@frozen
class PaperProgramme:
    """What the page of a district tells of: *activities* of the campaign *name*, () where there is none, and their *days*."""

    name: tuple[str, ...]
    activities: tuple[Activity, ...]
    days: tuple[PaperDay, ...]


def paper_row(activity: Activity, privacy: Privacy) -> PaperRow:
    """The row of *activity* in a list that is not by days."""
    return _row(activity, line(activity), privacy)


def paper_days(
    days: Iterable[date], activities: Iterable[Activity], privacy: Privacy
) -> tuple[PaperDay, ...]:
    """Those of *days* that hold some of *activities*, or were to, each by the hour."""
    listed, known = sorted(days), ordered(activities)
    on: dict[date, list[Activity]] = defaultdict(list)
    for activity in known:
        runs = days_of(activity)
        for day in listed:
            if any(day in run for run in runs):
                on[day].append(activity)
    off = gone_by_day(known)
    return tuple(_day(day, on[day], off.get(day, ()), privacy) for day in listed if on[day] or day in off)


def parted(
    rows: Iterable[PaperRow], room: float, size: Callable[[PaperRow], float]
) -> tuple[tuple[PaperRow, ...], ...]:
    """*rows* in parts, each with as many as have room by their *size*; one that is larger has a part of its own."""
    parts: list[list[PaperRow]] = []
    left = 0.0
    for row in rows:
        needed = size(row)
        if not parts or needed > left:
            parts.append([])
            left = room
        parts[-1].append(row)
        left -= needed
    return tuple(map(tuple, parts))


def lines_of(text: str, signs: int) -> int:
    """How many lines *text* takes where so many Chinese *signs* have room in one: signs of ASCII are half as wide."""
    wide = sum(1 if sign.isascii() else 2 for sign in text)
    return -(-wide // (2 * signs))


def _day(day: date, on: list[Activity], off: tuple[tuple[Gone, ...], ...], privacy: Privacy) -> PaperDay:
    begun = [one for one in on if starts_on(one.when, day)]
    still = [one for one in on if one not in begun]
    return PaperDay(
        day=day.isoformat(),
        path=links.day(day),
        said=dates.day(day),
        month=f"{day.month}月",
        number=str(day.day),
        week=dates.weekday(day),
        starts=_on(begun, day, privacy),
        still=_on(still, day, privacy),
        gone=tuple(_gone(times, privacy) for times in off),
    )


def _on(activities: list[Activity], day: date, privacy: Privacy) -> tuple[PaperRow, ...]:
    """Their rows on the list of a *day*, by the hour."""
    by_path = {links.activity(one): one for one in activities}
    found = lines(activities, keep=len(activities), day=day).shown
    return tuple(_row(by_path[made.path], made, privacy) for made in found)


def _gone(times: tuple[Gone, ...], privacy: Privacy) -> PaperRow:
    return _row(times[0].activity, gone_line(times), privacy)


def _row(activity: Activity, made: ActivityLine, privacy: Privacy) -> PaperRow:
    asked = desk(activity, privacy)
    answer = None if made.gone else ticket.answer(activity)
    host = "" if made.by == made.place else made.by
    call = next((call for call in asked.calls if call.href.startswith("tel:")), None)
    phone = call.number if call else ""
    return PaperRow(
        path=made.path,
        title=made.title,
        sub=made.sub,
        # Whoever holds a programme in hand knows its year.
        when=made.when.removeprefix(f"{activity.campaign.when.first.year}年"),
        hours=made.note,
        place=phrases(made.place),
        host=host,
        how=answer.word if answer else "",
        phone=phone,
        whose=asked.name if phone and asked.name not in (host, made.place) else "",
        status=made.status,
        reason=made.reason,
        gone=made.gone,
        tel=call.href if call else "",
        is_mobile=call is not None and call.mobile,
    )
