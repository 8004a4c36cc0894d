"""The index of districts: their hierarchy, each with its seal and what it has."""

from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.district import District
from scienceweek.views.parts.page_head import Head
from scienceweek.views.words import dates


@dataclass(frozen=True, slots=True)
class DistrictEntry:
    """A district with a page; *counts* are words (13处基地), *campaign* its latest one."""

    name: str
    seal: str
    path: str
    code: str
    counts: tuple[str, ...]
    campaign: str
    when: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Region:
    """A district of the highest level with those below it; *way* names the levels between (石嘴山市).

    *venues* are those in which others hold something, and which have nothing of their own.
    """

    name: str
    own: DistrictEntry | None
    entries: tuple[tuple[str, DistrictEntry], ...]
    venues: tuple[DistrictEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class DistrictsView:
    """The index; *number* counts the districts that have a page."""

    head: Head
    number: int
    regions: tuple[Region, ...]


def districts_page(catalogue: Catalogue) -> DistrictsView:
    """The index of all districts, in the order in which they are written."""
    pages = catalogue.districts_with_records
    regions = (_region(one, catalogue) for one in catalogue.districts if one.parent is None)
    names = "、".join(one.name for one in pages.values())
    return DistrictsView(
        head=Head(
            title=f"区县 {len(pages)}处",
            path=links.DISTRICTS,
            description=f"按区县看科普活动和科普基地：{names}。",
            section=links.DISTRICTS,
        ),
        number=len(pages),
        regions=tuple(region for region in regions if region.own or region.entries or region.venues),
    )


def _region(top: District, catalogue: Catalogue) -> Region:
    pages = catalogue.districts_with_records
    below = [one for one in pages.values() if one is not top and top in one.lineage]
    return Region(
        name=top.name,
        own=_entry(top, catalogue) if top.id in pages else None,
        entries=tuple(
            (_way(one, top), _entry(one, catalogue)) for one in below if _has_its_own(one, catalogue)
        ),
        venues=tuple(_entry(one, catalogue) for one in below if not _has_its_own(one, catalogue)),
    )


def _has_its_own(district: District, catalogue: Catalogue) -> bool:
    return any(
        district.id in known for known in (catalogue.campaigns_of, catalogue.bases_of, catalogue.of_district)
    )


def _way(district: District, top: District) -> str:
    """The levels between *top* and *district*, from above."""
    between = [one.name for one in district.lineage if one not in (district, top)]
    return " ".join(reversed(between))


def _entry(district: District, catalogue: Catalogue) -> DistrictEntry:
    latest = next(iter(catalogue.campaigns_of[district.id]), None)
    activities = catalogue.activities_in[district.id]
    counted = (
        (len(going_on(activities)), "项活动"),
        (len(catalogue.bases_of[district.id]), "处基地"),
        (len(catalogue.venues_of[district.id]), "处场地"),
    )
    return DistrictEntry(
        name=district.name,
        seal=district.short,
        path=links.district(district),
        code=district.code,
        counts=tuple(f"{number}{word}" for number, word in counted if number)
        or ("活动都取消了" if activities else "通知没有列出具体活动",),
        campaign=latest.name if latest else "",
        when=dates.days_in_full(latest.when) if latest else "",
        first=latest.when.first.isoformat() if latest else "",
        last=latest.when.last.isoformat() if latest else "",
    )
