"""The page that explains open data, made from the same fields as the files."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from scienceweek import links
from scienceweek.formats.open_data.dataset import VERSION, DataField, DataKind, Record, ValueType
from scienceweek.formats.open_data.json_data import json_record
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.plan import feeds
from scienceweek.plan.brief import Brief
from scienceweek.plan.moved import lasting_list
from scienceweek.plan.open_data.activities import ACTIVITY, activity
from scienceweek.plan.open_data.bases import BASE, VENUE, base, venue
from scienceweek.plan.open_data.bodies import CAMPAIGN, ORGANISATION, campaign, organisation
from scienceweek.plan.open_data.formats import WHOLE, endings
from scienceweek.render import Chapter, Target
from scienceweek.views.pages.data_of_region import data_of_region_page
from scienceweek.views.pages.open_data import (
    ExplainedData,
    ExplainedField,
    open_data_page,
    open_data_regions,
)
from scienceweek.views.parts.data_files import ScopeFiles
from scienceweek.views.parts.regions import Region
from scienceweek.views.parts.ticket import Link

_One = TypeVar("_One", District, Campaign)

_TYPES = {
    ValueType.TEXT: "文字",
    ValueType.LINK: "网址",
    ValueType.INTEGER: "整数",
    ValueType.NUMBER: "数",
    ValueType.TRUTH: "是或否",
    ValueType.DAY: "日期",
    ValueType.MOMENT: "时刻",
    ValueType.OBJECT: "对象",
}
_WORDS = {"json": "JSON", "csv": "CSV", "xlsx": "Excel", "geojson": "GeoJSON"}


def page(catalogue: Catalogue, brief: Brief) -> Target:
    """``data.html``."""
    activities = catalogue.activities
    one = next(iter(activities), None)
    place, hall = next(iter(catalogue.bases), None), next(iter(catalogue.venues), None)
    held, body = next(iter(catalogue.campaigns), None), next(iter(catalogue.organisations), None)
    found = (
        _explained(ACTIVITY, len(activities), activity(one, brief) if one else None, split=True),
        _explained(BASE, len(catalogue.bases), base(place, brief) if place else None, split=True),
        _explained(VENUE, len(catalogue.venues), venue(hall, brief) if hall else None, split=True),
        _explained(CAMPAIGN, len(catalogue.campaigns), campaign(held, catalogue, brief) if held else None),
        _explained(
            ORGANISATION, len(catalogue.organisations), organisation(body, catalogue, brief) if body else None
        ),
    )
    parted = open_data_regions(catalogue)
    view = open_data_page(
        tuple(each for each in found if each.number),
        () if parted else _districts(catalogue, catalogue.districts_with_records.values()),
        () if parted else _campaigns(catalogue, catalogue.latest_campaigns),
        tuple(one for one in _programs(catalogue, brief) if one.kinds),
        version=VERSION,
        licence=brief.licence,
        updated=max((each.changed.isoformat() for each in activities), default=""),
        parted=parted,
    )
    return brief.page(links.OPEN_DATA, "open_data.html", view)


def region_chapters(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    """Further pages, if one cannot hold the files of all districts and campaigns."""
    for one in open_data_regions(catalogue):
        yield Chapter(links.data_of_region(one.key, one.number), _of_region, (one, brief), catalogue)


def _of_region(catalogue: Catalogue, region: Region, brief: Brief) -> Iterator[Target]:
    held = (campaign for one in region.districts for campaign in catalogue.campaigns_of[one.id])
    view = data_of_region_page(region, _districts(catalogue, region.districts), _campaigns(catalogue, held))
    yield from lasting_list(region, (brief.page(view.head.path, "data_of_region.html", view),), brief)


def _explained(kind: DataKind, number: int, example: Record | None, *, split: bool = False) -> ExplainedData:
    is_split = split and number > WHOLE
    return ExplainedData(
        id=kind.name,
        title=kind.title,
        of=kind.of,
        number=number,
        files=tuple(one for one in _files(kind, links.DATA) if not is_split or one.word == _WORDS["json"]),
        schema=links.data_schema(kind.name),
        fields=tuple(_field(one) for one in kind.fields),
        example=_example(kind, example) if example else "",
        split=is_split,
    )


def _example(kind: DataKind, of: Record) -> str:
    return json.dumps(json_record(kind.fields, of), ensure_ascii=False, indent=2)


def _field(of: DataField) -> ExplainedField:
    inside = "；".join(f"{one.name} {one.title}" for one in of.fields)
    words = "、".join(of.choices)
    note = "。".join(
        filter(None, (of.note, f"可以是 {words}" if words else "", f"其中：{inside}" if inside else ""))
    )
    return ExplainedField(of.name, of.title, f"{_TYPES[of.type]}{'，多个' if of.many else ''}", note)


def _files(kind: DataKind, place: str) -> tuple[Link, ...]:
    return tuple(Link(_WORDS[ending], f"{place}{kind.name}.{ending}") for ending in endings(kind))


def _districts(catalogue: Catalogue, districts: Iterable[District]) -> tuple[ScopeFiles, ...]:
    held = ((ACTIVITY, catalogue.every_in), (BASE, catalogue.bases_of), (VENUE, catalogue.venues_of))
    return _scopes(districts, links.district, links.data_of_district, held)


def _campaigns(catalogue: Catalogue, campaigns: Iterable[Campaign]) -> tuple[ScopeFiles, ...]:
    held = ((ACTIVITY, catalogue.every_of_campaign), (BASE, catalogue.bases_of_campaign))
    return _scopes(campaigns, links.campaign, links.data_of_campaign, held)


def _programs(catalogue: Catalogue, brief: Brief) -> Iterable[ScopeFiles]:
    """The calendars and feeds of the whole site, of topics and of audiences."""
    everything = catalogue.activities
    yield _program(brief.site.name, "", links.HOME, everything, events=links.EVENTS, feed=links.FEED)
    for topic in catalogue.topics:
        held, path = catalogue.every_of_topic[topic.id], links.topic(topic)
        events, feed = links.topic_events(topic), links.topic_feed(topic)
        yield _program(topic.name, topic.id, path, held, events=events, feed=feed)
    for one in catalogue.audiences:
        held, path = catalogue.every_of_audience[one.id], links.for_audience(one)
        yield _program(one.name, one.id, path, held, events=links.audience_events(one))


def _program(  # noqa: PLR0913 - what it is, where it is, what is in it
    name: str, id: str, path: str, held: tuple[Activity, ...], *, events: str, feed: str = ""
) -> ScopeFiles:
    calendar = (Link("日历", events),) if feeds.fall_on_days(held) else ()
    news = (Link("新活动", feed),) if feed and held else ()
    return ScopeFiles(name, id, path, (("订阅", (*calendar, *news)),) if calendar or news else ())


def _scopes(
    found: Iterable[_One],
    address: Callable[[_One], str],
    place: Callable[[_One], str],
    held: Iterable[tuple[DataKind, Mapping[str, object]]],
) -> tuple[ScopeFiles, ...]:
    """The files of each that was *found*, by the kinds of which something is *held* under its id; none of what has none."""
    scopes = (
        ScopeFiles(
            one.name,
            one.id,
            address(one),
            tuple((kind.title, _files(kind, place(one))) for kind, index in held if one.id in index),
        )
        for one in found
    )
    return tuple(one for one in scopes if one.kinds)
