"""The files of open data: of the whole site, of each district and of each campaign, and the schemas of their kinds.

Where a site has many records of a kind, the JSON of the whole names the files in which they are, each in one of them: activities in those of
their campaigns, bases and venues in those of their districts. So one edit rewrites little.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from scienceweek import links
from scienceweek.formats.open_data.dataset import DataKind, Dataset, Record, ValueType
from scienceweek.formats.open_data.json_data import json_data
from scienceweek.formats.open_data.json_schema import json_schema
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.plan.brief import Brief
from scienceweek.plan.change_log import ChangeLog
from scienceweek.plan.moved import lasting
from scienceweek.plan.open_data.activities import ACTIVITY, activity
from scienceweek.plan.open_data.bases import BASE, VENUE, base, venue
from scienceweek.plan.open_data.bodies import CAMPAIGN, ORGANISATION, campaign, organisation
from scienceweek.plan.open_data.change_feed import CHANGE, change_feed
from scienceweek.plan.open_data.everything import KINDS
from scienceweek.plan.open_data.formats import DRAWS, WHOLE, endings
from scienceweek.plan.open_data.page import page, region_chapters
from scienceweek.render import Chapter, Target


@frozen
class _Scope:
    """Whose records they are: in *words*, found at *page*; *place* is where their files are, up to the kind."""

    words: str
    page: str
    place: str


def data_files(catalogue: Catalogue, brief: Brief, log: ChangeLog = ()) -> Iterator[Chapter | Target]:
    """Every file of open data; *log* is what was published of it, if somebody has counted."""
    yield Chapter(links.DATA, _whole, (brief,), catalogue)
    yield from region_chapters(catalogue, brief)
    for one in catalogue.districts_with_records.values():
        size = _size(len(catalogue.every_in[one.id]))
        yield Chapter(links.data_of_district(one), _of_district, (one, brief), catalogue, size)
    for held in catalogue.campaigns:
        size = _size(len(catalogue.every_of_campaign[held.id]))
        yield Chapter(links.data_of_campaign(held), _of_campaign, (held, brief), catalogue, size)
    yield from change_feed(catalogue, brief, log)
    for kind in (*KINDS, CHANGE):
        path = links.data_schema(kind.name)
        yield Target(path, json_schema, (kind, brief.site.absolute(path)))


def _size(activities: int) -> int:
    """About how many pages take as long to make as the files of so many *activities*."""
    return 4 + activities // 10


def _whole(catalogue: Catalogue, brief: Brief) -> Iterator[Target | Chapter]:
    """A kind after the other, each by itself: an edit of an activity is none of a base."""
    for kind in KINDS:
        yield Chapter(f"{links.DATA}{kind.name}", _of_kind, (kind.name, brief), catalogue)
    yield page(catalogue, brief)


def _of_kind(catalogue: Catalogue, name: str, brief: Brief) -> Iterator[Target]:
    scope = _Scope(brief.site.name, links.OPEN_DATA, links.DATA)
    kind, records, told, places = _known(catalogue, name, brief)
    if len(records) <= WHOLE or not places:
        yield from _files(kind, scope, map(told, records), brief)
    else:
        parts = tuple(_address(f"{place}{name}.json", links.DATA, brief) for place in places)
        path, whole = f"{links.DATA}{name}.json", _dataset(kind, scope, (), brief)
        yield Target(path, json_data, (replace(whole, parts=parts, elsewhere=len(records)),))


def _known(
    catalogue: Catalogue, name: str, brief: Brief
) -> tuple[DataKind, Sequence[Any], Callable[[Any], Record], tuple[str, ...]]:
    """Of the kind called *name* its records, what is told of each, and where those of districts or campaigns are."""
    match name:
        case ACTIVITY.name:
            held = (one for one in catalogue.campaigns if one.id in catalogue.every_of_campaign)
            places = tuple(map(links.data_of_campaign, held))
            return ACTIVITY, catalogue.activities, lambda one: activity(one, brief), places
        case BASE.name:
            return BASE, catalogue.bases, lambda one: base(one, brief), _homes(catalogue, catalogue.bases_of)
        case VENUE.name:
            homes = _homes(catalogue, catalogue.venues_of)
            return VENUE, catalogue.venues, lambda one: venue(one, brief), homes
        case CAMPAIGN.name:
            return CAMPAIGN, catalogue.campaigns, lambda one: campaign(one, catalogue, brief), ()
        case _:
            return ORGANISATION, catalogue.organisations, lambda one: organisation(one, catalogue, brief), ()


def _homes(catalogue: Catalogue, there: Container[str]) -> tuple[str, ...]:
    """The districts that have something *there*."""
    known = catalogue.districts_with_records.values()
    return tuple(links.data_of_district(one) for one in known if one.id in there)


def _of_district(catalogue: Catalogue, one: District, brief: Brief) -> Iterator[Target]:
    scope = _Scope(one.name, links.district(one), links.data_of_district(one))
    own = (
        *_files(ACTIVITY, scope, (activity(each, brief) for each in catalogue.every_in[one.id]), brief),
        *_files(BASE, scope, (base(each, brief) for each in catalogue.bases_of[one.id]), brief),
        *_files(VENUE, scope, (venue(each, brief) for each in catalogue.venues_of[one.id]), brief),
    )
    yield from lasting(one, own, brief)


def _of_campaign(catalogue: Catalogue, one: Campaign, brief: Brief) -> Iterator[Target]:
    scope = _Scope(one.name, links.campaign(one), links.data_of_campaign(one))
    own = (
        *_files(
            ACTIVITY, scope, (activity(each, brief) for each in catalogue.every_of_campaign[one.id]), brief
        ),
        *_files(BASE, scope, (base(each, brief) for each in catalogue.bases_of_campaign[one.id]), brief),
    )
    yield from lasting(one, own, brief)


def _files(kind: DataKind, scope: _Scope, records: Iterable[Record], brief: Brief) -> Iterator[Target]:
    """A file of each format; none where there are no records."""
    if found := tuple(records):
        dataset = _dataset(kind, scope, found, brief)
        for ending in endings(kind):
            yield Target(f"{scope.place}{kind.name}.{ending}", DRAWS[ending], (dataset,))


def _dataset(kind: DataKind, scope: _Scope, records: tuple[Record, ...], brief: Brief) -> Dataset:
    return Dataset(
        kind,
        brief.site.marked(scope.words),
        records,
        _address(links.data_schema(kind.name), scope.place, brief),
        brief.site.absolute(scope.page),
        brief.licence,
        _latest(kind, records),
    )


def _latest(kind: DataKind, records: tuple[Record, ...]) -> datetime | None:
    """When the last of them changed, where their kind says so to the moment."""
    place = next((at for at, one in enumerate(kind.fields) if one.type is ValueType.MOMENT), None)
    return max((one[place] for one in records), default=None) if place is not None else None


def _address(path: str, place: str, brief: Brief) -> str:
    """Where *path* is: in full or, where the site has no address, from the file at *place*."""
    return brief.site.absolute(path) or links.root(place) + path
