"""What is at the addresses that things had under earlier ids (``was``): pages that lead on, calendars and feeds as they are now."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue, Renamed
from scienceweek.model.district import District
from scienceweek.model.organisation import Organisation
from scienceweek.model.place import Base, Venue
from scienceweek.model.term import Term
from scienceweek.plan.brief import Brief
from scienceweek.render import Target
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.pages.moved import MovedView, moved_page
from scienceweek.views.parts.campaign_years import year_of
from scienceweek.views.parts.organisers import has_page, unit_regions
from scienceweek.views.parts.regions import Region

_SUBSCRIBED = (".ics", ".atom", ".json", ".csv", ".xlsx", ".docx", ".geojson")


def lasting(thing: Renamed, targets: Iterable[Target], brief: Brief, part: int = 0) -> Iterator[Target]:
    """The *targets* of *thing*, whose id is that *part* of their names, each with what is at its earlier addresses.

    Whoever has subscribed there need do nothing.
    """
    for target in targets:
        yield target
        for old in thing.was:
            path = links.moved(target.path, old, part)
            if path.endswith(_SUBSCRIBED):
                yield Target(path, target.draw, target.data)
            elif path.endswith(".html"):
                _, view, *_ = target.data
                place = view.place if isinstance(view, MovedView) else ""
                yield brief.page(path, "moved.html", moved_page(view.head, place))  # type: ignore[attr-defined]


def lasting_list(
    region: Region | None, targets: Iterable[Target], brief: Brief, part: int = 1
) -> Iterator[Target]:
    """Likewise of a list of what lies in a *region*, in whose address the id of the unit above it is that *part*."""
    return lasting(region.above, targets, brief, part) if region and region.above else iter(tuple(targets))


def former(catalogue: Catalogue, days: Iterable[date] | None = None) -> Mapping[str, str]:
    """The addresses of earlier ids, up to the dot after these, each with the one of today: ``bases/old`` and ``bases/new``.

    So, too, those of organisations that have no more than a line in the list of all. *days* are those that have pages, if
    somebody has counted.
    """
    pages = {
        one.id: where.path(links.ORGANISATIONS)
        for where in unit_regions(catalogue)
        for one in where.districts
    }
    known = {
        _stem(links.organisation(one)): pages.get(one.district.id, links.ORGANISATIONS).removesuffix(".html")
        for one in catalogue.organisations
        if not one.collective and not has_page(one, catalogue)
    }
    renamed = {
        _stem(links.moved(page, old)): known.get(_stem(page), _stem(page))
        for thing in catalogue.renamed
        for page in _pages(thing)
        for old in thing.was
    }
    return known | renamed | dict(_parts(catalogue, days))


def forward(path: str, known: Mapping[str, str]) -> str:
    """The page to which the one at *path* leads on, if its address is one of those *known*; else *path* itself."""
    for stem in stems(path):
        if stem in known:
            return forward(known[stem] + path.removeprefix(stem), known)
    return path


def stems(path: str) -> Iterator[str]:
    """*path* up to each of its dots: earlier ids may be any part of a name."""
    parts = path.split(".")
    return (_stem(path, number) for number in range(len(parts) - 1))


def _stem(path: str, part: int = 0) -> str:
    return ".".join(path.split(".")[: part + 1])


def _parts(catalogue: Catalogue, days: Iterable[date] | None) -> Iterator[tuple[str, str]]:
    """Those in which the id is not the first part of the name: of lists by district, and of what a district has of a campaign."""
    renamed = [one for one in catalogue.districts if one.was]
    if renamed:
        known = agenda(catalogue).days if days is None else days
        years = {year_of(one) for one in catalogue.campaigns}
        lists = (
            *(links.DISTRICTS, links.ELDER, links.ORGANISATIONS, links.OPEN_DATA),
            *(links.leaf(links.CAMPAIGNS, str(year)) for year in years),
            *map(links.day, known),
        )
        for path in lists:
            for one in renamed:
                yield from _earlier(links.leaf(path, one.id), one, path.count("."))
    for district in catalogue.districts:
        for held in catalogue.campaigns_in[district.id]:
            if held.was:
                yield from _earlier(links.arrangements(district, held), held, 1)
                yield from _earlier(links.send(district, held), held, 1)


def _earlier(path: str, thing: Renamed, part: int) -> Iterator[tuple[str, str]]:
    return ((_stem(links.moved(path, old, part), part), _stem(path, part)) for old in thing.was)


def _pages(thing: Renamed) -> tuple[str, ...]:
    match thing:
        case Activity():
            return (links.activity(thing),)
        case Base():
            return (links.base(thing),)
        case Venue():
            return (links.venue(thing),)
        case Campaign():
            return (links.campaign(thing), links.notice(thing))
        case Organisation():
            return () if thing.collective else (links.organisation(thing),)
        case District():
            return (
                links.district(thing),
                links.elder_district(thing),
                links.embed(thing),
                links.embed_bases(thing),
                f"{links.SEND}{thing.id}.html",
            )
        case Term():
            return (links.topic(thing),)
