"""The index of districts: their hierarchy, each with its seal and what it has; of very many, a page for each unit above them."""

from collections.abc import Iterable, Sequence

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.district import District
from scienceweek.views.parts import regions
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.regions import Region
from scienceweek.views.words import dates


@frozen
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


@frozen
class DistrictsBelow:
    """A district of the highest level with those below it; *way* names the levels between (石嘴山市).

    *venues* are those in which others hold something, and which have nothing of their own.
    """

    name: str
    own: DistrictEntry | None
    entries: tuple[tuple[str, DistrictEntry], ...]
    venues: tuple[DistrictEntry, ...] = ()


@frozen
class DistrictsView:
    """The index, or the page of a *region*; *number* counts the districts that have a page. *doors* lead to regions, where they are too many."""

    head: Head
    number: int
    regions: tuple[DistrictsBelow, ...]
    doors: tuple[LeafLink, ...] = ()
    region: str = ""


def districts_page(catalogue: Catalogue) -> DistrictsView:
    """The index of all districts, in the order in which they are written."""
    pages = catalogue.districts_with_records
    parted = regions.regions(pages.values())
    names = "、".join(one.name for one in parted or pages.values())
    return DistrictsView(
        head=Head(
            title=f"区县 {len(pages)}处",
            path=links.DISTRICTS,
            description=f"按区县看科普活动和科普基地：{names}。",
            section=links.DISTRICTS,
        ),
        number=len(pages),
        regions=() if parted else _regions(pages.values(), catalogue),
        doors=tuple(LeafLink(one.name, one.path(links.DISTRICTS), len(one.districts)) for one in parted),
    )


def districts_of_region(region: Region, catalogue: Catalogue) -> DistrictsView:
    """The page of a *region*, where there are many: by the units right below it."""
    groups = regions.under(region.districts, region.above)
    return DistrictsView(
        head=Head(
            title=f"{region.name} 区县 {len(region.districts)}处",
            path=region.path(links.DISTRICTS),
            description=f"{region.name}的科普活动和科普基地，按区县看。",
            section=links.DISTRICTS,
            crumbs=(Crumb(links.DISTRICTS, "区县"),),
        ),
        number=len(region.districts),
        regions=tuple(
            _region(unit, unit.name if unit else region.name, own, catalogue) for unit, own in groups
        ),
        region=region.name,
    )


def _regions(districts: Iterable[District], catalogue: Catalogue) -> tuple[DistrictsBelow, ...]:
    """By the district of the highest level, in the order in which these are written."""
    below: dict[str, list[District]] = {}
    for one in districts:
        *_, top = one.lineage
        below.setdefault(top.id, []).append(one)
    tops = (one for one in catalogue.districts if one.id in below)
    return tuple(_region(top, top.name, below[top.id], catalogue) for top in tops)


def _region(top: District | None, name: str, own: Sequence[District], catalogue: Catalogue) -> DistrictsBelow:
    """What is *own* to *top*, called *name*: itself, if it has a page, and those below it."""
    below = [one for one in own if top is None or one.id != top.id]
    return DistrictsBelow(
        name=name,
        own=_entry(top, catalogue) if top and len(below) < len(own) else None,
        entries=tuple(
            (_way(one, top), _entry(one, catalogue)) for one in below if _has_its_own(one, catalogue)
        ),
        venues=tuple(_entry(one, catalogue) for one in below if not _has_its_own(one, catalogue)),
    )


def _has_its_own(district: District, catalogue: Catalogue) -> bool:
    return any(
        district.id in known for known in (catalogue.campaigns_of, catalogue.bases_of, catalogue.of_district)
    )


def _way(district: District, top: District | None) -> str:
    """The levels between *top* and *district*, from above."""
    way = [one.name for one in reversed(tuple(district.lineage))][:-1]
    return " ".join(way[len(tuple(top.lineage)) if top else 0 :])


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
