"""What is at the addresses that things had under earlier ids (``was``): pages that lead on, calendars and feeds as they are now."""

from collections.abc import Iterable, Iterator, Mapping

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
from scienceweek.views.pages.moved import MovedView, moved_page
from scienceweek.views.parts.organisers import has_page, unit_regions

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


def former(catalogue: Catalogue) -> Mapping[str, str]:
    """The addresses of earlier ids, up to their first dot, each with the one of today: ``bases/old`` and ``bases/new``.

    So, too, those of organisations that have no more than a line in the list of all.
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
    return known | {
        _stem(links.moved(page, old)): known.get(_stem(page), _stem(page))
        for thing in catalogue.renamed
        for page in _pages(thing)
        for old in thing.was
    }


def forward(path: str, known: Mapping[str, str]) -> str:
    """The page to which the one at *path* leads on, if its address is one of those *known*; else *path* itself."""
    stem = _stem(path)
    return known[stem] + path.removeprefix(stem) if stem in known else path


def _stem(path: str) -> str:
    return path.partition(".")[0]


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
            return (links.district(thing), links.elder_district(thing))
        case Term():
            return (links.topic(thing),)
