"""今天这一张: what the picture of a day says, made of the facts of its page."""

from collections.abc import Iterable, Iterator
from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.links import Site
from scienceweek.model.campaign import Campaign
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import Agenda, Event, once
from scienceweek.views.calendars.day_lines import DayLine, spots
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.words import changes, dates
from scienceweek.views.words.day_sentence import DaySentence

_DOORS = 6


@frozen
class PictureRow:
    """A *title* in phrases, and a *note*: its hour, or how long it lasts."""

    title: tuple[str, ...]
    note: str


@frozen
class PictureSpot:
    """What is on at a *place*, empty where each is somewhere else."""

    place: str
    rows: tuple[PictureRow, ...]


@frozen
class DayPicture:
    """*sentence* comes in clauses, *names* says whose day it is; *off* does not take place, *doors* are open bases."""

    seal: str
    month: str
    number: str
    week: str
    names: tuple[str, ...]
    sentence: tuple[str, ...]
    spots: tuple[PictureSpot, ...]
    off: tuple[PictureRow, ...]
    doors: tuple[str, ...]
    phone: str
    foot: tuple[str, ...]
    url: str


def day_picture(
    day: date, agenda: Agenda, sentence: DaySentence, privacy: Privacy, site: Site
) -> DayPicture | None:
    """The picture of *day*, told in its *sentence*; None where nothing is on."""
    events = sorted(once(agenda.events_on[day]), key=entries.order)
    on = [event for event in events if not event.gone]
    if not on:
        return None
    districts = {event.activity.district.id: event.activity.district for event in on}
    names = list(dict.fromkeys(base.name for base in (door.base for door in agenda.doors_on[day])))
    more = f"等{len(names)}处" if len(names) > _DOORS else ""
    return DayPicture(
        seal=next(iter(districts.values())).short if len(districts) == 1 else "科",
        month=f"{day.year}年{day.month}月",
        number=str(day.day),
        week=dates.weekday(day),
        names=_names(agenda.campaigns_on[day], site),
        sentence=_clauses(sentence),
        spots=tuple(_spots(on, privacy, day)),
        off=tuple(
            PictureRow(phrases(event.activity.title), changes.outcome(event.activity))
            for event in events
            if event.gone
        ),
        doors=(*names[: _DOORS - 1], f"{names[_DOORS - 1]}{more}") if more else tuple(names),
        phone=site.phone.number if site.phone else "",
        foot=("扫码看电话、地图，有变动以网页为准" if site.url else "有变动以网页为准", site.name),
        url=site.absolute(links.day(day)),
    )


def pictured(agenda: Agenda, first: date, year: int) -> tuple[tuple[str, str], ...]:
    """The days from *first* on that have a picture, where those of *year* and later have one, each (ISO 8601) with its address."""
    return tuple(
        (day.isoformat(), links.day_picture(day))
        for day in agenda.days
        if day >= first and day.year >= year and any(not event.gone for event in agenda.events_on[day])
    )


def _names(campaigns: Iterable[Campaign], site: Site) -> tuple[str, ...]:
    """The campaign in whose window it is; the site, where there are several or none."""
    found = tuple(campaigns)
    return phrases(found[0].name if len(found) == 1 else site.name)


def _clauses(sentence: DaySentence) -> tuple[str, ...]:
    """渝北有7场，/ 5场在创客港；/ 都要先打电话。"""
    ends = ["，"] * len(sentence.facts) + ["，"] * len(sentence.duties)
    if sentence.duties:
        ends[len(sentence.facts) - 1] = "；"
    ends[-1] = "。"
    return tuple(clause + end for clause, end in zip((*sentence.facts, *sentence.duties), ends, strict=True))


def _spots(on: list[Event], privacy: Privacy, day: date) -> Iterator[PictureSpot]:
    """What is together at a place first; of what is alone each has its place for a head."""
    for spot in spots(on, privacy, day):
        if spot.word:
            yield PictureSpot("".join(spot.word), tuple(map(_row, spot.lines)))
        else:
            yield from (PictureSpot("".join(one.place), (_row(one),)) for one in spot.lines)


def _row(line: DayLine) -> PictureRow:
    return PictureRow(line.title, line.hours or _until(line) or line.run or "只这一天")


def _until(line: DayLine) -> str:
    """到27日 · 到6月1日 · nothing of what is on that day only, or nobody knows until when."""
    if not line.last or line.first == line.last:
        return ""
    first, last = date.fromisoformat(line.first), date.fromisoformat(line.last)
    return f"到{last.day}日" if first.month == last.month else f"到{dates.day(last)}"
