"""What has a place: districts with their venues and bases, and the phone book with its map."""

from collections.abc import Iterator

from scienceweek import drawings, links
from scienceweek.brief import Brief
from scienceweek.formats import handover
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.plan import events, feeds
from scienceweek.render import Chapter, Target
from scienceweek.views.pages import base_page, bases, districts, elder, holdings, pictures, pins, venues
from scienceweek.views.pieces.downloads import downloads


def places(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    known = holdings.with_pages(catalogue)
    for one in catalogue.districts:
        if one.id in known:
            yield Chapter(links.district(one), _district, (one, holdings.about(one, catalogue), brief))


def _district(district: District, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    page, privacy = brief.page, brief.privacy
    for venue in holdings.venues_in(district, catalogue):
        yield page(links.venue(venue), "venue.html", venues.venue(venue, catalogue, privacy))
    for base in holdings.bases_in(district, catalogue):
        view = base_page.base_page(base, catalogue, privacy)
        yield brief.poster(links.base(base), "science_base.html", view)
        yield brief.picture(links.base_picture(base), pictures.of_base(base, privacy, brief.site))
    site = brief.site
    files = (*events.of_district(district, catalogue, brief), *feeds.of_district(district, catalogue, site))
    yield from files
    offered = downloads((file.path for file in files), site)
    front = districts.district(district, catalogue, privacy, offered)
    yield page(links.district(district), "district.html", front)
    plain = elder.district(district, catalogue, privacy)
    yield page(links.elder_district(district), "elder_district.html", plain)
    if len(catalogue.bases) > bases.MOST and holdings.bases_in(district, catalogue):
        yield from _of_district(district, catalogue, brief)


def _of_district(district: District, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """Where there are many bases, a list for each district: for readers, and for the script of the map."""
    view = bases.bases_of(district, catalogue, brief.privacy)
    yield brief.page(links.bases_of(district), "bases_of_district.html", view)
    shard = bases.Shard(district.id, view.rows)
    # Its rows go into the page of the map, so their links start there.
    rows, root = brief.template("bases_of_district.js"), links.root(links.BASES)
    yield Target(links.shard(district), rows, (brief.site, shard, root))


def phone_book(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """The phone book with its map."""
    yield brief.page(links.BASES, "bases.html", bases.bases(catalogue, brief.privacy))
    yield Target(links.PINS, handover.script, ("pins", pins.pins(catalogue, brief.boundaries)))
    yield Target(links.PIN_INDEX, drawings.base_index, (pins.index(catalogue),))
