"""What is new, and what was put right, since somebody looked last: for the script of a page, which alone knows when that was."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from scienceweek import links
from scienceweek.formats.scripts import value_script
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base
from scienceweek.plan.change_log import ChangeLog
from scienceweek.render import Target
from scienceweek.views.parts.corrections import sentences
from scienceweek.views.words.extents import ends, limits

LATEST = 40
"""Of a page: whoever has not looked for longer looks through the lists."""
_ACTIVITIES, _BASES = "activities", "bases"


@frozen
class NewsItem:
    """At a *moment* (ISO 8601) *title* was published first, or put right, in *words*; it is over after *last* (ISO 8601)."""

    moment: str
    path: str
    title: str
    words: str = ""
    last: str = ""


def news(catalogue: Catalogue, log: ChangeLog) -> Iterator[Target]:
    """The news of the site and of each district that has a page, from the *log* of what was published; none where nobody has counted."""
    begun = _begun(log)
    news_of = {one.id: tuple(_of_activity(one, begun)) for one in catalogue.activities}
    doors = {one.id: tuple(_of_base(one, begun)) for one in catalogue.bases}
    known = {**news_of, **doors}
    yield _file(None, (*catalogue.listed, *catalogue.bases), known)
    for district in catalogue.districts_with_records.values():
        held, bases = catalogue.activities_in[district.id], catalogue.bases_of[district.id]
        yield _file(district, (*held, *bases), known)


def _file(
    district: District | None, some: Iterable[Activity | Base], known: dict[str, tuple[NewsItem, ...]]
) -> Target:
    found = (item for one in {one.id: one for one in some} for item in known[one])
    latest = sorted(found, key=lambda item: (item.moment, item.path), reverse=True)[:LATEST]
    return Target(links.news(district), script, (tuple(latest),))


def script(items: tuple[NewsItem, ...]) -> bytes:
    """The *items* for the script of a page."""
    return value_script("news", [[one.moment, one.path, one.title, one.words, one.last] for one in items])


def _begun(log: ChangeLog) -> dict[tuple[str, str], datetime]:
    """When each record was published first; nothing of those with which the counting began: that they are new nobody has said."""
    first: dict[tuple[str, str], datetime] = {}
    for one in log:
        first.setdefault((one.kind, one.id), one.modified)
    start = log[0].modified if log else None
    return {key: moment for key, moment in first.items() if moment != start}


def _of_activity(one: Activity, begun: dict[tuple[str, str], datetime]) -> Iterator[NewsItem]:
    if not begun and not one.corrections:
        return
    path, last = links.activity(one), ends(limits(one))["last"]
    if (moment := begun.get((_ACTIVITIES, one.id))) and not one.was:
        yield NewsItem(_iso(moment), path, one.full_title, "", last)
    for moment in dict.fromkeys(correction.moment for correction in one.corrections):
        own = [correction for correction in one.corrections if correction.moment == moment]
        yield NewsItem(_iso(moment), path, one.full_title, "；".join(sentences(own)), last)


def _of_base(one: Base, begun: dict[tuple[str, str], datetime]) -> Iterator[NewsItem]:
    if (moment := begun.get((_BASES, one.id))) and not one.was:
        yield NewsItem(_iso(moment), links.base(one), one.name)


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
