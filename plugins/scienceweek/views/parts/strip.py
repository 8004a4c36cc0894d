"""The strip: the days of a campaign side by side, one slab for each activity of a day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Opened
from scienceweek.model.changes import days_gone, is_called_off
from scienceweek.model.days import days_of, runs_of
from scienceweek.model.schedule import Days, Recurring
from scienceweek.model.visit import open_among, special_days
from scienceweek.views.words import dates
from scienceweek.views.words.precisions import Precision, grouped

ROW = 14  # days that fit side by side
TALLEST = 12  # slabs; a taller pile has half the pitch


@frozen
class Column:
    """A day, perhaps *outside* the window of the campaign. *month* stands only where a month begins.

    *slabs* lie from the axis upward, *doors* (open bases) hang below it, each in its own line for
    all its days: from, on, till, one; gap where a line is empty. *gone* counts what was to be on it: a hollow slab each,
    "off", on top of the others and not counted with them.
    """

    day: str
    path: str
    number: str
    month: str
    week: str
    label: str
    slabs: tuple[str, ...]
    doors: tuple[str, ...]
    count: int
    outside: bool
    gone: int = 0


@frozen
class StripBand:
    """What lies on no day: *shape* whole or month, so many, in words."""

    shape: str
    word: str
    number: int


@frozen
class Strip:
    """*high* is the tallest pile in slabs (0: no day is known), *dense* asks for half the pitch.

    *weeks* says that the days stand in rows of seven, and *start* at which weekday they begin (1–7).
    *runs*, *doors*, *off* and *outside* are what the key must explain.
    """

    columns: tuple[Column, ...]
    bands: tuple[StripBand, ...]
    high: int
    dense: bool
    weeks: bool
    start: int
    runs: bool
    doors: bool
    outside: str
    off: bool = False
    several: bool = False


def strip(campaign: Campaign, activities: Iterable[Activity], opened: Iterable[Opened]) -> Strip:
    """The strip of a campaign, with the days just before and after its window that hold something.

    *opened* are bases with their opening periods. What comes again and again does not stretch the strip.
    """
    members, bases = tuple(activities), tuple(opened)
    runs = [run for activity in members for run in days_of(activity)]
    span = _span(campaign.when, list(_stretching(members, bases)))
    piles = _piles(_placed(span, runs))
    doors = _doors(span, [special_days(*one) for one in bases])
    off = Counter(day for one in members for run in days_gone(one) for day in run.shared(span) or ())
    columns = tuple(
        _column(
            day,
            campaign,
            (*piles[day], *["off"] * off[day]),
            tuple(door.get(day, "gap") for door in doors),
            span,
        )
        for day in span
    )
    high = max((len(column.slabs) for column in columns), default=0)
    return Strip(
        columns,
        _bands(members),
        min(high, TALLEST),
        dense=high > TALLEST,
        weeks=len(columns) > ROW,
        start=span.first.isoweekday(),
        runs=any(slab not in {"one", "off"} for column in columns for slab in column.slabs),
        doors=bool(doors),
        outside=_outside(span, campaign),
        off=bool(off),
        several=any(map(_has_several, members)),
    )


def _has_several(activity: Activity) -> bool:
    """Whether it has several sessions on some day; they are one slab, as they are one line of every list."""
    starts = Counter(run.first for when in activity.when for run in runs_of(when))
    return any(number > 1 for number in starts.values()) and not activity.off


def _stretching(members: tuple[Activity, ...], bases: tuple[Opened, ...]) -> Iterator[Days]:
    for activity in members:
        if not any(isinstance(when, Recurring) for when in activity.when):
            yield from days_of(activity)
            yield from days_gone(activity)
    for base, openings in bases:
        yield from open_among(
            base,
            (
                run
                for one in openings
                for when in one.when
                if not isinstance(when, Recurring)
                for run in runs_of(when)
            ),
        )


def _span(window: Days, runs: list[Days]) -> Days:
    """The window, and as many days beside it with something on them as fit in the row; those before it first."""
    free = timedelta(days=max(ROW - len(window), 0))
    starts = [run.first for run in runs if run.first >= window.first - free]
    first = min([window.first, *starts])
    free -= window.first - first
    ends = [run.last for run in runs if run.last <= window.last + free]
    return Days(first, max([window.last, *ends]))


def _placed(span: Days, runs: list[Days]) -> list[Days]:
    """The runs inside *span*, the long ones first, so that they lie lowest."""
    inside = (within for run in runs if (within := run.shared(span)))
    return sorted(inside, key=lambda run: (-len(run), run.first))


def _piles(runs: list[Days]) -> defaultdict[date, list[str]]:
    found: defaultdict[date, list[str]] = defaultdict(list)
    for run in runs:
        for day in run:
            found[day].append(_shape(run, day))
    return found


def _doors(span: Days, bases: list[tuple[Days, ...]]) -> list[dict[date, str]]:
    """Each base with its shape on each day on which it is open; those that are open longest lie highest."""
    found = [
        {day: _shape(within, day) for within in _placed(span, list(days)) for day in within} for days in bases
    ]
    return sorted(filter(None, found), key=lambda door: (-len(door), min(door)))


def _column(
    day: date, campaign: Campaign, slabs: tuple[str, ...], doors: tuple[str, ...], span: Days
) -> Column:
    count = len(doors) - doors.count("gap")
    outside = day not in campaign.when
    off = slabs.count("off")
    number = len(slabs) - off
    said = f"{dates.day(day)}{dates.weekday(day)}，" + (f"{number}场活动" if number else "没有排定的活动")
    said += f"，{off}场不办了" if off else ""
    return Column(
        day=day.isoformat(),
        path=links.day(day) if slabs or count or not outside else "",
        number=str(day.day),
        month=f"{day.month}月" if day in (span.first, day.replace(day=1)) else "",
        week=dates.weekday(day),
        label=said + (f"，{count}处开放" if count else ""),
        slabs=slabs,
        doors=doors,
        count=number,
        outside=outside,
        gone=off,
    )


def _shape(run: Days, day: date) -> str:
    if run.first == run.last:
        return "one"
    return "from" if day == run.first else "till" if day == run.last else "on"


def _bands(activities: tuple[Activity, ...]) -> tuple[StripBand, ...]:
    pending = (one for one in activities if not is_called_off(one))
    counted = {precision: len(members) for precision, members in grouped(pending).items()}
    known = {
        Precision.WINDOW: ("whole", "在活动期间，日期通知未写明"),
        Precision.MONTHS: ("month", "只写到月份，日期待定"),
        Precision.YEAR: ("year", "全年进行"),
        Precision.UNFIXED: ("unknown", "时间待定"),
    }
    return tuple(
        StripBand(*known[precision], number) for precision, number in counted.items() if precision in known
    )


def _outside(span: Days, campaign: Campaign) -> str:
    before, after = span.first < campaign.when.first, campaign.when.last < span.last
    if not before and not after:
        return ""
    days = []
    if before:
        days.append(dates.days(Days(span.first, campaign.when.first - timedelta(days=1))))
    if after:
        days.append(dates.days(Days(campaign.when.last + timedelta(days=1), span.last)))
    return f"{'、'.join(days)}在活动期之外"
