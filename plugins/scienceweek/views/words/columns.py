"""The columns of the site, as the inspection of sites of public bodies asks for them (国办发〔2017〕47号)."""

from collections.abc import Mapping

from scienceweek import links
from scienceweek.frozen import frozen


@frozen
class SiteColumn:
    """A column: its *name*, what it holds, words to find it by, and of which *kind* it is."""

    name: str
    description: str
    keywords: str
    kind: str


COLUMNS: Mapping[str, SiteColumn] = {
    links.CALENDAR: SiteColumn(
        "活动日历", "按日子看的科普活动和基地开放", "科普活动,活动日历,科技活动周", "科普活动"
    ),
    links.ACTIVITIES: SiteColumn(
        "全部活动", "历届的科普活动：时间、地点、预约和电话", "科普活动,科技活动周", "科普活动"
    ),
    links.BASES: SiteColumn(
        "科普基地", "科普基地的开放时间、地址和电话", "科普基地,开放时间,地址,电话", "科普基地"
    ),
    links.DISTRICTS: SiteColumn("区县", "按区县看的科普活动和科普基地", "区县,科普活动,科普基地", "科普活动"),
    links.CAMPAIGNS: SiteColumn(
        "各届活动",
        "历届科技活动周、全国科普日和科普月的安排和通知原文",
        "科技活动周,全国科普日,全国科普月,通知",
        "通知公告",
    ),
}
"""By the address of the list that opens it."""
