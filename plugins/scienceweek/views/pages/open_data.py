"""Open data, explained: which files there are, what is in them, on what terms they may be used."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.views.parts.data_files import ScopeFiles
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.regions import Region, regions
from scienceweek.views.parts.ticket import Link

MOST = 240
"""Districts or campaigns whose files one page can list."""


@frozen
class ExplainedField:
    """A field: its *name* in the files, what it is in Chinese, what kind of value it has, and what is to be known of it."""

    name: str
    title: str
    type: str
    note: str = ""


@frozen
class ExplainedData:
    """A kind of record: how many there are, in which *files*, with which *fields*; *of* is what each is in schema.org.

    *example* is a record as JSON. Where the records are *split*, the file names others.
    """

    id: str
    title: str
    of: str
    number: int
    files: tuple[Link, ...]
    schema: str
    fields: tuple[ExplainedField, ...]
    example: str
    split: bool = False


@frozen
class OpenDataView:
    """*licence* says on what terms the data may be used, "" where nobody has said; *updated* is the day (ISO 8601) of the last change."""

    head: Head
    data: tuple[ExplainedData, ...]
    districts: tuple[ScopeFiles, ...]
    campaigns: tuple[ScopeFiles, ...]
    programs: tuple[ScopeFiles, ...]
    version: str
    licence: str = ""
    updated: str = ""
    doors: tuple[LeafLink, ...] = ()


def open_data_regions(catalogue: Catalogue) -> tuple[Region, ...]:
    """By which pages the files of districts and campaigns are listed, if they are too many for one."""
    districts, held = catalogue.districts_with_records, catalogue.campaigns_of
    if max(len(districts), len(catalogue.campaigns)) <= MOST:
        return ()
    return regions(districts.values(), lambda one: 1 + len(held[one.id]), MOST)


def open_data_page(  # noqa: PLR0913 - each stands in a place of its own on the page
    data: tuple[ExplainedData, ...],
    districts: tuple[ScopeFiles, ...],
    campaigns: tuple[ScopeFiles, ...],
    programs: tuple[ScopeFiles, ...],
    *,
    version: str,
    licence: str,
    updated: str,
    parted: tuple[Region, ...] = (),
) -> OpenDataView:
    """The page of these files; *programs* are the calendars and feeds that go with no page, or with that of a topic.

    Those of districts and campaigns may be *parted* by region.
    """
    return OpenDataView(
        head=Head(
            title="开放数据",
            path=links.OPEN_DATA,
            description="活动、科普基地、场地、届次和单位的数据：JSON、CSV、Excel 和 GeoJSON，每一项是什么意思。",
        ),
        data=data,
        districts=districts,
        campaigns=campaigns,
        programs=programs[:MOST],
        version=version,
        licence=licence,
        updated=updated,
        doors=tuple(
            LeafLink(one.name, links.data_of_region(one.key, one.number), len(one.districts))
            for one in parted
        ),
    )
