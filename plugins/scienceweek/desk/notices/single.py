"""Documents that announce one thing: a lecture, a ceremony with its agenda, a contest with its stages."""

import re
from dataclasses import replace

from scienceweek.desk.findings import Finding, FoundRecord, Kind, Value
from scienceweek.desk.notices.announced import AnnouncedSection, announced
from scienceweek.desk.notices.dated_lines import dated_lines
from scienceweek.desk.notices.letterhead import Letterhead
from scienceweek.desk.notices.lines import Line, Piece
from scienceweek.desk.notices.outline import NoticeOutline, NoticeSection
from scienceweek.desk.notices.purposes import is_told
from scienceweek.desk.notices.stages import CONTEST, stages_of
from scienceweek.desk.tables.context import Context
from scienceweek.model.organisation import Role

_ABOUT = re.compile("^关于(?:举办|开展|举行|组织)?")
_WHAT = re.compile(
    "的?(?:活动)?(?:预告|通知|公告|海报|启事|议程|日程表?)$|(?:的?(?:实施|活动|工作)?方案|的?通知)$"
)
FACT = re.compile(
    "(?:活动|培训|比赛|举办|讲座|展览|会议|参加|开放)?(?P<what>时间|日期|地点|地址|对象|内容|主办单位|承办单位|责任单位)"
)
"""The title of a section that says one thing of an activity."""
_PAPERS = frozenset([Role.ISSUER.value, Role.DRAFTER.value])
_FEWEST = 2


def called(head: Letterhead) -> str:
    """What the document announces, by its title."""
    return _WHAT.sub("", _ABOUT.sub("", str(head.title.value))).strip() if head.title else ""


def alone(of: NoticeOutline, head: Letterhead, context: Context) -> NoticeSection | None:
    """The one activity that a document without sections announces, or the lines of a series."""
    title = str(head.title.value) if head.title else ""
    pieces = [one for one in of.head if not (isinstance(one, Line) and one.text in title)]
    where = head.title.where if head.title else "第1行"
    section = NoticeSection("", called(head), "", where, "", pieces)
    if not section.title:
        return None
    if is_told(section) or len(dated_lines(section, list(section.lines), context).lines) >= _FEWEST:
        return section
    return None


def facts(of: NoticeOutline, head: Letterhead) -> NoticeSection | None:
    """The one activity of a document whose sections say when and where it is: 一、培训时间 二、培训地点."""
    title = called(head)
    said = [
        (found["what"], section)
        for section in of.sections
        if (found := FACT.fullmatch(section.title)) and section.text
    ]
    named = {what for what, _ in said}
    if not title or not head.title or not {"时间", "日期"} & named or not {"地点", "地址"} & named:
        return None
    lines: list[Piece] = [
        Line(f"{what}：{section.text.splitlines()[0]}", section.where, 0, section.mended)
        for what, section in said
    ]
    return NoticeSection("", title, "", head.title.where, "", lines)


def contest(
    of: NoticeOutline, head: Letterhead, organisers: Finding | None, context: Context
) -> FoundRecord | None:
    """The contest that a document of several sections announces, one of which tells its stages."""
    title = called(head)
    if not head.title or not CONTEST.search(title):
        return None
    found = next(((one, said) for one in of.all() if (said := stages_of(one, context.setting))), None)
    if found is None:
        return None
    section, stages = found
    fields = {"title": Finding(title, head.title.read, head.title.where, head.title.why), "stages": stages}
    if organisers and isinstance(organisers.value, dict):
        units: dict[str, Value] = {
            role: names for role, names in organisers.value.items() if role not in _PAPERS
        }
        if units:
            fields["organisers"] = replace(organisers, value=units)
    record = announced(fields, AnnouncedSection(section), context)
    return replace(record, kind=Kind.ACTIVITY)
