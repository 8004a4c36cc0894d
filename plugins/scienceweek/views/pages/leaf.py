"""A leaf of a list that is too long for the page that it belongs to: by day, so many lines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.views.parts import leaves, ticket
from scienceweek.views.parts.leaves import LeafLink, Sheaf
from scienceweek.views.parts.lines import Lines, lines, place_in_lists
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.words import dates
from scienceweek.views.words.precisions import Precision, precision


@frozen
class LeafGroup:
    """What begins on a day, or is known as little as *word* says: *number* in all, on this leaf *lines*.

    *path* leads to the day (ISO 8601), "" where there is none.
    """

    word: str
    path: str
    day: str
    number: int
    lines: Lines


@frozen
class LeafView:
    """A leaf of the list of what is called *name*: of *number* activities of *word* those that *span* says, on page *at*.

    *months* are the ways to all, *first* that to this one, *pages* those to the leaves of this month, where there are several.
    """

    head: Head
    name: str
    word: str
    number: int
    span: str
    at: int
    groups: tuple[LeafGroup, ...]
    months: tuple[LeafLink, ...]
    first: str
    pages: tuple[ticket.Link, ...]


@frozen
class LeafOutline:
    """A leaf of which the lines are not made yet: the *view* without its groups, its *activities*, and how many have *begun* on each of their days."""

    view: LeafView
    activities: tuple[Activity, ...]
    begun: tuple[tuple[date | Precision, int], ...]


def leaf_outlines(owner: Head, name: str, activities: tuple[Activity, ...]) -> Iterator[LeafOutline]:
    """The leaves of the list of *activities* of the page with the head *owner*, which is called *name*; none if that holds them."""
    months = leaves.leaf_links(owner.path, activities)
    for sheaf in leaves.sheaves(activities) if months else ():
        begun = Counter(map(_kind, sheaf.activities))
        parts = leaves.cut(sheaf.activities, leaves.LEAF)
        pages = tuple(
            ticket.Link(_span(part, sheaf, at), links.leaf(owner.path, sheaf.key, at))
            for at, part in enumerate(parts, 1)
        )
        for at, part in enumerate(parts, 1):
            made = _empty(name, sheaf, pages, at)
            head = replace(
                made.head,
                section=owner.section,
                crumbs=(*owner.crumbs, Crumb(owner.path, name)),
                elder=owner.elder,
            )
            kinds = dict.fromkeys(map(_kind, part))
            yield LeafOutline(
                replace(made, head=head, months=months), part, tuple((kind, begun[kind]) for kind in kinds)
            )


def leaf_page(outline: LeafOutline) -> LeafView:
    """The leaf with its lines."""
    return replace(outline.view, groups=tuple(_groups(outline.activities, dict(outline.begun))))


def _empty(name: str, sheaf: Sheaf, pages: tuple[ticket.Link, ...], at: int) -> LeafView:
    """The *at*-th of *pages*, without what stands on it."""
    page = f" 第{at}页" if len(pages) > 1 else ""
    return LeafView(
        head=Head(
            title=f"{name} · {sheaf.word} {len(sheaf.activities)}项活动{page}",
            path=pages[at - 1].path,
            description=f"{name}{sheaf.word}的科普活动：时间、地点、是哪个单位办的。",
        ),
        name=name,
        word=sheaf.word,
        number=len(sheaf.activities),
        span=pages[at - 1].word if len(pages) > 1 else "",
        at=at,
        groups=(),
        months=(),
        first=pages[0].path,
        pages=pages if len(pages) > 1 else (),
    )


def _groups(part: Sequence[Activity], begun: Mapping[date | Precision, int]) -> Iterator[LeafGroup]:
    for kind, members in groupby(part, _kind):
        known = tuple(members)
        said = kind.value if isinstance(kind, Precision) else f"{dates.day(kind)} {dates.weekday(kind)}"
        day = None if isinstance(kind, Precision) else kind
        yield LeafGroup(
            word=said,
            path=links.day(day) if day else "",
            day=day.isoformat() if day else "",
            number=begun[kind],
            lines=lines(known, keep=len(known)),
        )


def _kind(activity: Activity) -> date | Precision:
    """The day on which it begins, or how little is known of it."""
    known = precision(activity)
    return _first(activity) if known is Precision.DATED else known


def _span(part: Sequence[Activity], sheaf: Sheaf, at: int) -> str:
    """5月1日—4日 · 第2页, where there are no days."""
    if sheaf.month is None:
        return f"第{at}页"
    first, last = _first(part[0]), _first(part[-1])
    return dates.day(first) if first == last else f"{dates.day(first)}—{last.day}日"


def _first(activity: Activity) -> date:
    return place_in_lists(activity)[0]
