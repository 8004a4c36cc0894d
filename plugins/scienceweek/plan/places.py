"""What has a place: districts with their venues and bases, and the phone book with its map."""

from collections.abc import Iterator

from scienceweek import links
from scienceweek.formats import handover
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.plan import drawings, events, feeds
from scienceweek.plan.brief import Brief
from scienceweek.render import Chapter, Target
from scienceweek.views.maps import pins
from scienceweek.views.pages.bases import BaseRows, bases_of_district_page, bases_page
from scienceweek.views.pages.district import district_page
from scienceweek.views.pages.elder import elder_district_page
from scienceweek.views.pages.science_base import science_base_page
from scienceweek.views.pages.venue import venue_page
from scienceweek.views.parts import holdings, share_pictures
from scienceweek.views.parts.base_rows import MOST
from scienceweek.views.parts.downloads import downloads


def places(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    known = holdings.with_pages(catalogue)
    for one in catalogue.districts:
        if one.id in known:
            yield Chapter(
                links.district(one), _district, (one, holdings.about_district(one, catalogue), brief)
            )


def _district(district: District, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    page, privacy = brief.page, brief.privacy
    for venue in holdings.venues_in(district, catalogue):
        yield page(links.venue(venue), "venue.html", venue_page(venue, catalogue, privacy))
    for base in holdings.bases_in(district, catalogue):
        view = science_base_page(base, catalogue, privacy)
        yield brief.poster(links.base(base), "science_base.html", view)
        yield brief.picture(links.base_picture(base), share_pictures.of_base(base, privacy, brief.site))
    site = brief.site
    files = (*events.of_district(district, catalogue, brief), *feeds.of_district(district, catalogue, site))
    yield from files
    offered = downloads((file.path for file in files), site)
    front = district_page(district, catalogue, privacy, offered)
    yield page(links.district(district), "district.html", front)
    plain = elder_district_page(district, catalogue, privacy)
    yield page(links.elder_district(district), "elder_district.html", plain)
    if len(catalogue.bases) > MOST and holdings.bases_in(district, catalogue):
        yield from _of_district(district, catalogue, brief)


def _of_district(district: District, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """Where there are many bases, a list for each district: for readers, and for the script of the map."""
    view = bases_of_district_page(district, catalogue, brief.privacy)
    yield brief.page(links.bases_of(district), "bases_of_district.html", view)
    shard = BaseRows(district.id, view.rows)
    # Its rows go into the page of the map, so their links start there.
    rows, root = brief.template("bases_of_district.js"), links.root(links.BASES)
    yield Target(links.shard(district), rows, (brief.site, shard, root))


def phone_book(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """The phone book with its map."""
    yield brief.page(links.BASES, "bases.html", bases_page(catalogue, brief.privacy))
    yield Target(links.PINS, handover.script, ("pins", pins.pins(catalogue, brief.boundaries)))
    yield Target(links.PIN_INDEX, drawings.base_index, (pins.index(catalogue),))
