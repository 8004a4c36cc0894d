"""Alerts as written."""

from typing import Annotated

from pydantic import StringConstraints

from scienceweek.model.alert import AlertSeverity
from scienceweek.source.records.record import URL, Line, Record, Ref, optional, required, usual

SITE_PATH = r"^[A-Za-z0-9][A-Za-z0-9._/-]*(#\S+)?$"
"""A file of the site, as it is seen from the home page."""

Link = Annotated[str, StringConstraints(pattern=rf"{URL}|{SITE_PATH}", max_length=2_000)]


class AlertRecord(Record):
    """公告：一段时间里挂在网页最上面的一句话"""

    text: Line = required("内容", "一两句话，例如 因暴雨，5月25日户外活动全部取消。")
    severity: AlertSeverity = usual(AlertSeverity.MINOR, "轻重")
    begin: Line | None = optional("开始", "从什么时候挂起，例如 2027-05-24 17:40；不写就是发布以后")
    end: Line | None = optional("结束", "挂到什么时候，例如 2027-05-25；到了就自动收起")
    link: Link | None = optional("链接", "网址，或本站的页面，例如 notices/2027-yubei.html")
    campaign: Ref | None = optional("活动周", "只和一届有关：活动周的编号")
    district: Ref | None = optional("区县", "只和一个区县有关：区县的编号")
    base: Ref | None = optional("基地", "只和一个基地有关：基地的编号")
    venue: Ref | None = optional("场地", "只和一个场地有关：场地的编号")


class AlertsFile(Record):
    """公告文件：全站、一届、一个区县、一个基地或场地的公告，都写在这里"""

    alerts: tuple[AlertRecord, ...] = required("公告")
