"""Campaigns that are too many for a page: by the year, and those of a year by the units above their districts."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.views.parts.regions import Region, regions

MOST = 500
"""Campaigns that a page can hold."""
_FEW = 40
"""Campaigns of a year that stand on the first page all the same."""


@frozen
class YearPart:
    """The *campaigns* of a page of a *year*, latest first; of a *region*, if the year is too long for a page."""

    year: int
    region: Region | None
    campaigns: tuple[Campaign, ...]

    @property
    def path(self) -> str:
        whole = links.leaf(links.CAMPAIGNS, str(self.year))
        return self.region.path(whole) if self.region else whole

    @property
    def word(self) -> str:
        return self.region.name if self.region else f"{self.year}年"


def year_parts(catalogue: Catalogue) -> tuple[YearPart, ...]:
    """The pages of the archive after the first, if that cannot hold all of it."""
    if len(catalogue.campaigns) <= MOST:
        return ()
    years = ((year, tuple(own)) for year, own in groupby(catalogue.latest_campaigns, year_of))
    return tuple(part for year, own in years if len(own) > _FEW for part in _parts(year, own, catalogue))


def year_of(campaign: Campaign) -> int:
    """The year in which it begins."""
    return campaign.when.first.year


def _parts(year: int, own: tuple[Campaign, ...], catalogue: Catalogue) -> Iterator[YearPart]:
    held = Counter(one.district.id for one in own)
    home = (one for one in catalogue.districts if one.id in held)
    parted = regions(home, lambda one: held[one.id], MOST)
    for region in parted or (None,):
        inside = {one.id for one in region.districts} if region else held.keys()
        yield YearPart(year, region, tuple(one for one in own if one.district.id in inside))
