"""What of a district's programme of a campaign is printed, filed or handed on: made from the same records as its pages."""

from collections.abc import Iterator
from dataclasses import replace

from scienceweek import links
from scienceweek.formats import qr
from scienceweek.formats.office_table import OfficeColumn, OfficeTable, sheet_table, word_table
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.plan.brief import Brief
from scienceweek.plan.moved import lasting
from scienceweek.render import Chapter, Target
from scienceweek.views.pages.arrangements import ArrangementsView, arrangements_page, cut
from scienceweek.views.pages.article import article_page
from scienceweek.views.pages.send import send_page
from scienceweek.views.parts import alert_bars
from scienceweek.views.parts.arrangements import COLUMNS, has_arrangements
from scienceweek.views.parts.sent_programme import for_picture, has_sent_programme, sent_programme

_WIDTHS = (12, 44, 22, 46, 22, 33, 82)  # millimetres
_MIDDLE = ("序号", "类型", "联系人", "联系电话")
_SHEET = "活动安排表"
_FILES = 6  # of a campaign in a district


def handout_chapters(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    """A chapter for each campaign of each district that has something of it."""
    for district in catalogue.districts_with_records.values():
        held = [
            one for one in catalogue.campaigns_in[district.id] if has_arrangements(district, one, catalogue)
        ]
        for campaign in held:
            others = tuple(one for one in held if one != campaign)
            title = links.arrangements(district, campaign)
            yield Chapter(title, _handouts, (district, campaign, others, brief), catalogue, _FILES)


def _handouts(
    catalogue: Catalogue,
    district: District,
    campaign: Campaign,
    others: tuple[Campaign, ...],
    brief: Brief,
) -> Iterator[Target]:
    view = arrangements_page(district, campaign, catalogue, brief.privacy, others)
    table = _table(view, brief)
    own: tuple[Target, ...] = (
        brief.page(view.head.path, "arrangements.html", cut(view)),
        Target(links.arrangements(district, campaign, "docx"), word_table, (table,)),
        Target(links.arrangements(district, campaign, "xlsx"), sheet_table, (table,)),
    )
    if has_sent_programme(district, campaign, catalogue):
        programme = sent_programme(district, campaign, catalogue, brief.privacy)
        sent = send_page(district, campaign, catalogue, programme)
        article = article_page(district, campaign, catalogue, programme)
        own += (
            brief.page(sent.head.path, "send.html", sent),
            brief.page(article.head.path, "article.html", article),
        )
    yield from lasting(campaign, lasting(district, own, brief), brief, part=1)


def as_picture(district: District, campaign: Campaign, catalogue: Catalogue, brief: Brief) -> Target:
    """The file to send as it looks on a picture of it: nobody taps there."""
    programme = for_picture(sent_programme(district, campaign, catalogue, brief.privacy))
    view = send_page(district, campaign, catalogue, programme)
    address = brief.site.absolute(programme.path)
    drawn = replace(view, code=qr.code(address) if address else None)
    alerted = replace(brief, alerts=alert_bars.of_site(catalogue))
    return alerted.page(view.head.path, "send.html", drawn)


def _table(view: ArrangementsView, brief: Brief) -> OfficeTable:
    site = brief.site
    whose = "，".join(filter(None, (site.keeper or site.name, site.absolute(view.head.path))))
    return OfficeTable(
        title=site.marked(view.title),
        note=view.note,
        columns=tuple(
            OfficeColumn(title, width, middle=title in _MIDDLE)
            for title, width in zip(COLUMNS, _WIDTHS, strict=True)
        ),
        rows=tuple(row.cells for row in view.rows),
        foot=f"来自：{whose}。没有写明的，以各单位的通知为准，去之前请先打电话。",
        author=site.keeper or site.name,
        sheet=_SHEET,
    )
