"""Which files of open data there are of the districts of a region, where there are too many for one page."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.views.parts.data_files import ScopeFiles
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.regions import Region


@frozen
class DataOfRegionView:
    """The files of the *districts* of a *region*, and of their *campaigns*."""

    head: Head
    region: str
    districts: tuple[ScopeFiles, ...]
    campaigns: tuple[ScopeFiles, ...]


def data_of_region_page(
    region: Region, districts: tuple[ScopeFiles, ...], campaigns: tuple[ScopeFiles, ...]
) -> DataOfRegionView:
    """The page of these files of a *region*."""
    return DataOfRegionView(
        Head(
            title=f"开放数据 {region.name}",
            path=links.data_of_region(region.key, region.number),
            description=f"{region.name}各区县、各届次的数据：JSON、CSV、Excel 和 GeoJSON。",
            crumbs=(Crumb(links.OPEN_DATA, "开放数据"),),
        ),
        region.name,
        districts,
        campaigns,
    )
