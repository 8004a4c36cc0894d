"""What a district has on each day, for a frame in somebody else's page."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.district import District
from scienceweek.views.parts.alert_bars import AlertBar
from scienceweek.views.parts.campaign_entries import CampaignEntry
from scienceweek.views.parts.lines import Lines
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.programme import ProgrammeDay


@frozen
class EmbedView:
    """A district called *name* with its campaign: the page at *path* tells all of it. *undated* says that more has no day."""

    head: Head
    name: str
    path: str
    lead: CampaignEntry | None
    programme: tuple[ProgrammeDay, ...]
    area: Lines
    undated: bool


def embed_page(  # noqa: PLR0913 - each stands in a place of its own on the page
    district: District,
    lead: CampaignEntry | None,
    programme: tuple[ProgrammeDay, ...],
    area: Lines,
    alerts: tuple[AlertBar, ...] = (),
    *,
    undated: bool,
) -> EmbedView:
    """*programme*, *area* and *alerts* are those of the page of *district*."""
    return EmbedView(
        head=Head(title=f"{district.name}的科普活动，按天看", path=links.embed(district), alerts=alerts),
        name=district.name,
        path=links.district(district),
        lead=lead,
        programme=programme,
        area=area,
        undated=undated,
    )
