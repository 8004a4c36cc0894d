"""What was put right of published activities, by day: the latest, and each month by itself where they are many."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue, Corrected
from scienceweek.model.schedule import Month
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts.corrections import sentences
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.ticket import Link
from scienceweek.views.words import dates

LATEST = 100
"""Activities on the page of the latest; a further page has three times as many."""
_PART = 300


@frozen
class ChangedActivity:
    """An activity, whose page is *path*, and what was put right of it, in *sentences*; *seal* is its district."""

    title: tuple[str, ...]
    path: str
    seal: str
    district: str
    sentences: tuple[str, ...]


@frozen
class ChangedDay:
    """A *day* (ISO 8601), which is *said* in Chinese, with what was put right on it."""

    day: str
    said: str
    activities: tuple[ChangedActivity, ...]


@frozen
class ChangesView:
    """*title* is what the page is of; *earlier* are the pages of the months, none where the page has all."""

    head: Head
    title: str
    days: tuple[ChangedDay, ...]
    earlier: tuple[Link, ...] = ()
    is_latest: bool = True


def changes_page(catalogue: Catalogue, month: Month | None = None, part: int = 1) -> ChangesView:
    """The page of the latest, or a *part* of those of a *month*, of which the first has the oldest."""
    if month is None:
        found = [one for own in catalogue.corrected_in.values() for one in own]
        return ChangesView(
            head=Head(
                title="变动",
                path=links.CHANGES,
                description="已经公布的活动后来改了什么：哪一天更正的，由什么改为什么。",
            ),
            title="变动",
            days=tuple(_days(found[:LATEST])),
            earlier=tuple(_earlier(catalogue)),
        )
    title = f"{_named(month, part)}的变动"
    path = links.changes_of(month, part)
    return ChangesView(
        head=Head(
            title=title,
            path=path,
            description=f"{_named(month, part)}，已经公布的活动改了什么。",
            crumbs=(Crumb(links.CHANGES, "变动"), Crumb("", _named(month, part))),
        ),
        title=title,
        days=tuple(_days(_parts(catalogue.corrected_in[month])[part - 1])),
        is_latest=False,
    )


def further(catalogue: Catalogue) -> Iterator[tuple[Month, int]]:
    """The months that have pages, each with the numbers of its parts, the latest first; none where one page has all."""
    known = catalogue.corrected_in
    if sum(map(len, known.values())) > LATEST:
        for month, own in known.items():
            yield from ((month, part) for part in range(len(_parts(own)), 0, -1))


def _earlier(catalogue: Catalogue) -> Iterator[Link]:
    return (Link(_named(month, part), links.changes_of(month, part)) for month, part in further(catalogue))


def _named(month: Month, part: int) -> str:
    said = dates.month(month)
    return f"{said}（{part}）" if part > 1 else said


def _parts(own: tuple[Corrected, ...]) -> list[tuple[Corrected, ...]]:
    """In parts that stay as they are when something is put right: the oldest are the first."""
    ends = range(len(own), 0, -_PART)
    return [own[max(0, end - _PART) : end] for end in ends]


def _days(found: Iterable[Corrected]) -> Iterator[ChangedDay]:
    for day, several in groupby(found, lambda one: one[0]):
        yield ChangedDay(
            day.isoformat(),
            f"{dates.day_in_full(day)} {dates.weekday(day)}",
            tuple(
                ChangedActivity(
                    phrases(one.title),
                    links.activity(one),
                    one.district.short,
                    one.district.name,
                    sentences(corrections),
                )
                for _, one, corrections in several
            ),
        )
