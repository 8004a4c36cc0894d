"""The pages of lists that have a line for each district, where there are too many: one for each unit above them."""

from collections.abc import Iterator

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.plan.brief import Brief
from scienceweek.plan.moved import lasting_list
from scienceweek.render import Chapter, Target
from scienceweek.views.pages.campaigns import campaigns_of_part
from scienceweek.views.pages.districts import districts_of_region
from scienceweek.views.pages.elder import elder_of_region
from scienceweek.views.pages.organisations import organisations_of_region
from scienceweek.views.parts.campaign_years import YearPart, year_parts
from scienceweek.views.parts.organisers import unit_regions
from scienceweek.views.parts.regions import Region, regions


def region_chapters(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    """Those of districts, campaigns and organisations: none where a page holds all."""
    for one in regions(catalogue.districts_with_records.values()):
        yield Chapter(one.path(links.DISTRICTS), _districts, (one, brief), catalogue)
    for part in year_parts(catalogue):
        yield Chapter(part.path, _campaigns, (part, brief), catalogue)
    for one in unit_regions(catalogue):
        yield Chapter(one.path(links.ORGANISATIONS), _organisations, (one, brief), catalogue)


def _districts(catalogue: Catalogue, region: Region, brief: Brief) -> Iterator[Target]:
    view, plain = districts_of_region(region, catalogue), elder_of_region(region, catalogue)
    own = (
        brief.page(view.head.path, "districts.html", view),
        brief.page(plain.head.path, "elder.html", plain),
    )
    yield from lasting_list(region, own, brief)


def _campaigns(catalogue: Catalogue, part: YearPart, brief: Brief) -> Iterator[Target]:
    view = campaigns_of_part(part, catalogue)
    yield from lasting_list(part.region, (brief.page(view.head.path, "campaigns.html", view),), brief, 2)


def _organisations(catalogue: Catalogue, region: Region, brief: Brief) -> Iterator[Target]:
    view = organisations_of_region(region, catalogue)
    yield from lasting_list(region, (brief.page(view.head.path, "organisations.html", view),), brief)
