"""A district's part of the programme of a campaign as an article, to be pasted where one is written (公众号)."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.district import District
from scienceweek.views.parts import alert_bars
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.sent_programme import SentProgramme
from scienceweek.views.words import dates


@frozen
class ArticleView:
    """The page around the article, whose own *title* is typed into a field of its own."""

    head: Head
    title: str
    programme: SentProgramme


def article_page(
    district: District, campaign: Campaign, catalogue: Catalogue, programme: SentProgramme
) -> ArticleView:
    """The *programme* of *campaign* in *district*."""
    return ArticleView(
        head=Head(
            title=f"{campaign.name} {district.name} 公众号文章",
            path=links.article(district, campaign),
            description=f"{campaign.name}在{district.name}的节目，排好了版，复制后可以贴进公众号的编辑器。",
            section=links.DISTRICTS,
            crumbs=(Crumb(links.DISTRICTS, "区县"), Crumb(links.district(district), district.name)),
            elder=links.elder_district(district),
            alerts=alert_bars.of_programme(district, campaign, catalogue.alerts_of),
        ),
        title=_title(district, campaign, len(going_on(catalogue.held_in[district.id, campaign.id]))),
        programme=programme,
    )


def _title(district: District, campaign: Campaign, number: int) -> str:
    """2024年渝北区科技活动周：28项活动，5月25日—6月1日."""
    whose = "" if district.id == campaign.district.id else f" {district.name}"
    return f"{campaign.name}{whose}：{number}项活动，{dates.days(campaign.when)}"
