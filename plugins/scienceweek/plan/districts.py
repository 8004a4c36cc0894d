"""The files of each district: its pages, and those of its venues and bases; and the phone book of all bases."""

from collections.abc import Iterator
from dataclasses import replace

from scienceweek import links
from scienceweek.formats import jsonld_place, scripts
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.plan import drawings, feeds
from scienceweek.plan.brief import Brief
from scienceweek.plan.forms import forms
from scienceweek.plan.leaf_chapters import leaf_chapters
from scienceweek.plan.moved import lasting
from scienceweek.render import Chapter, Target
from scienceweek.views.maps import grounds, pins
from scienceweek.views.pages.bases import bases_page
from scienceweek.views.pages.bases_of_district import bases_of_district_pages, shards
from scienceweek.views.pages.district import DistrictView, current_in, district_page
from scienceweek.views.pages.elder_district import elder_district_pages
from scienceweek.views.pages.embed import embed_page
from scienceweek.views.pages.embed_bases import embed_bases_page
from scienceweek.views.pages.science_base import science_base_page
from scienceweek.views.pages.venue import venue_page
from scienceweek.views.parts import share_pictures
from scienceweek.views.parts.base_rows import MOST
from scienceweek.views.parts.downloads import downloads
from scienceweek.views.parts.handouts import in_forms

_FILES = 4  # of a base, about


def district_chapters(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    """What lies in each district, and the phone book of all bases."""
    many = len(catalogue.bases) > MOST
    for one in catalogue.districts_with_records.values():
        size = (1 + len(catalogue.bases_of[one.id])) * _FILES
        yield Chapter(links.district(one), _district, (one, brief), catalogue, size)
        if many and one.id in catalogue.bases_of:
            yield Chapter(links.bases_of_district(one), _bases_of_district, (one, brief), catalogue)
    yield Chapter(links.BASES, _phone_book, (brief,), catalogue, _FILES)


def _district(catalogue: Catalogue, district: District, brief: Brief) -> Iterator[Target | Chapter]:
    page, privacy = brief.page, brief.privacy
    for venue in catalogue.venues_of[district.id]:
        yield Chapter(links.venue(venue), _venue, (venue, brief), catalogue)
    for base in catalogue.bases_of[district.id]:
        yield Chapter(links.base(base), _base, (base, brief), catalogue)
    site = brief.site
    files = (
        *feeds.district_events(district, catalogue, brief),
        *feeds.district_feed(district, catalogue, site),
    )
    offered = downloads((file.path for file in files), site)
    front = district_page(district, catalogue, privacy, offered)
    others = tuple(forms(district, front, catalogue, brief))
    front = replace(front, handouts=(*front.handouts, *in_forms(one.path for one in others)))
    first = (*files, *others, page(links.district(district), "district.html", front))
    yield from lasting(district, first, brief)
    current = current_in(district, catalogue, privacy)
    yield from leaf_chapters(district, front.head, district.name, current, brief)
    own = (
        *(
            page(plain.head.path, "elder_district.html", plain)
            for plain in elder_district_pages(district, catalogue, privacy)
        ),
        *_embeds(district, front, brief),
    )
    yield from lasting(district, own, brief)


def _venue(catalogue: Catalogue, venue: Venue, brief: Brief) -> Iterator[Target | Chapter]:
    calendar = tuple(feeds.venue_events(venue, catalogue, brief))
    offered = downloads((file.path for file in calendar), brief.site)
    hall = venue_page(venue, catalogue, brief.privacy, offered)
    own = (*calendar, brief.page(links.venue(venue), "venue.html", hall))
    yield from lasting(venue, own, brief)
    activities = catalogue.of_venue[venue.id]
    yield from leaf_chapters(venue, hall.head, venue.name, activities, brief)


def _base(catalogue: Catalogue, base: Base, brief: Brief) -> Iterator[Target]:
    view = science_base_page(base, catalogue, brief.privacy)
    numbers = tuple(call.number for call in view.calls if call.href.startswith("tel:"))
    absolute = brief.site.absolute
    picture = absolute(view.photograph.path) if view.photograph else ""
    known = jsonld_place.place_jsonld(base, absolute(links.base(base)), numbers, picture)
    events = tuple(feeds.base_events(base, catalogue, brief))
    view = replace(view, linked=known, events=links.base_events(base) if events else "")
    page_of = brief.poster(links.base(base), "science_base.html", view)
    yield from lasting(base, (page_of, *events), brief)
    yield brief.picture(links.base_picture(base), share_pictures.of_base(base, brief.privacy, brief.site))


def _embeds(district: District, front: DistrictView, brief: Brief) -> Iterator[Target]:
    """What of the page *front* of *district* others may show in a frame."""
    alerts, undated = front.head.alerts, bool(front.groups)
    days = embed_page(district, front.lead, front.programme, front.area, alerts, undated=undated)
    yield brief.page(links.embed(district), "embed.html", days)
    if rows := (*front.bases, *front.more_bases):
        view = embed_bases_page(district, rows, front.book, alerts)
        yield brief.page(links.embed_bases(district), "embed_bases.html", view)


def _bases_of_district(catalogue: Catalogue, district: District, brief: Brief) -> Iterator[Target]:
    """Where there are many bases, a list for each district: for readers, and for the script of the map."""
    views = tuple(bases_of_district_pages(district, catalogue, brief.privacy))
    pages = (brief.page(view.head.path, "bases_of_district.html", view) for view in views)
    yield from lasting(district, pages, brief)
    # Its rows go into the page of the map, so their links start there.
    rows, root = brief.template("bases_of_district.js"), links.root(links.BASES)
    for shard in shards(district, views):
        yield Target(shard.path, rows, (brief.site, shard, root))


def _phone_book(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """The phone book with its map."""
    laid = grounds.grounds(brief.grounds, brief.boundaries)
    yield brief.page(
        links.BASES,
        "bases.html",
        bases_page(catalogue, brief.privacy, grounds=tuple(one.path for one in laid)),
    )
    for ground in laid:
        yield Target(ground.path, scripts.call_script, ("laid", ground))
    for number, one in enumerate(pins.pins(catalogue), 1):
        yield Target(links.further(links.PINS, number), scripts.call_script, ("pinned", one))
    for names in pins.index(catalogue):
        yield Target(names.path, drawings.base_names, (names.first, names.bases))
