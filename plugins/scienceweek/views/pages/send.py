"""A district's part of the programme of a campaign in one file, to be sent in a chat: no script, and nothing is asked of any host."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.views.parts import alert_bars
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.sent_programme import SentProgramme


@frozen
class SendView:
    """The file. A picture of it has a QR *code* (a path and a box) that leads to the site, if that has an address."""

    head: Head
    programme: SentProgramme
    code: tuple[str, str] | None = None


def send_page(
    district: District, campaign: Campaign, catalogue: Catalogue, programme: SentProgramme
) -> SendView:
    """The *programme* of *campaign* in *district*."""
    return SendView(
        head=Head(
            title=f"{campaign.name} {district.name}节目单",
            path=links.send(district, campaign),
            alerts=alert_bars.of_programme(district, campaign, catalogue.alerts_of),
        ),
        programme=programme,
    )
