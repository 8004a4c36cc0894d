"""Who holds what of a campaign in a district (活动安排表): the page, which is also what Word and Excel get."""

from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.views.parts import alert_bars
from scienceweek.views.parts.arrangements import ArrangementRow, arrangements
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.downloads import Download
from scienceweek.views.parts.handouts import arrangements_title, beside_table
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.ticket import Link
from scienceweek.views.words import dates

_ROWS, _PLANS = 300, 500
"""Of a page; of more the files have all."""


@frozen
class ArrangementsView:
    """The table of a campaign in the district called *name*; *note* says of when and of how many it is.

    Where it is not *whole*, the *files* are. *others* are the tables of other campaigns of the district.
    """

    head: Head
    name: str
    title: str
    note: str
    campaign: Link
    rows: tuple[ArrangementRow, ...]
    whole: bool
    files: tuple[Download, ...]
    others: tuple[Link, ...]


def arrangements_page(
    district: District,
    campaign: Campaign,
    catalogue: Catalogue,
    privacy: Privacy,
    others: tuple[Campaign, ...] = (),
) -> ArrangementsView:
    """All rows of the table, for `cut` and for the files; *others* are the campaigns that have one in *district* too."""
    rows = arrangements(district, campaign, catalogue, privacy)
    plans = sum(len(row.plans) for row in rows)
    title = arrangements_title(district, campaign)
    return ArrangementsView(
        head=Head(
            title=title,
            path=links.arrangements(district, campaign),
            description=f"{campaign.name}在{district.name}的安排：{len(rows)}家单位的地址、电话和活动，可以下载、打印。",
            section=links.DISTRICTS,
            crumbs=(
                Crumb(links.DISTRICTS, "区县"),
                Crumb(links.district(district), district.name),
            ),
            elder=links.elder_district(district),
            alerts=alert_bars.of_programme(district, campaign, catalogue.alerts_of),
        ),
        name=district.name,
        title=title,
        note=f"{dates.days_in_full(campaign.when)} · {len(rows)}家单位 · {plans}项安排",
        campaign=Link(campaign.name, links.campaign(campaign)),
        rows=rows,
        whole=True,
        files=beside_table(district, campaign, catalogue),
        others=tuple(Link(one.name, links.arrangements(district, one)) for one in others),
    )


def cut(view: ArrangementsView) -> ArrangementsView:
    """*view* with as many rows and plans as a page holds."""
    rows: list[ArrangementRow] = []
    left = _PLANS
    for row in view.rows[:_ROWS]:
        if not left:
            break
        rows.append(replace(row, plans=row.plans[:left]))
        left -= len(rows[-1].plans)
    shown = tuple(rows)
    return view if shown == view.rows else replace(view, rows=shown, whole=False)
