"""The campaign that a notice announces: what it is called, when it is, under which theme, by whom."""

import re
from collections.abc import Iterator

from scienceweek.desk.findings import Finding, Value
from scienceweek.desk.notices import dates
from scienceweek.desk.notices.letterhead import Letterhead
from scienceweek.desk.notices.lines import MENDED, Line, lines
from scienceweek.desk.notices.outline import NoticeOutline, NoticeSection
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables import times
from scienceweek.desk.tables.cells import apart, roles, units
from scienceweek.model.campaign import Series
from scienceweek.model.organisation import Role

_ABOUT = re.compile(
    r"^关于(?:(?:认真|切实|进一步|联合|组织|共同|公布|发布)*(?:举办|印发|开展|做好|举行|组织|实施|参加|申报|补充|调整|更正|取消|推迟|延期))*"
)
_WHOLE = re.compile(
    "(.*?(?:科技活动周|科技周|科普活动周|科普日|科普月|科普周|科学节|科技节))(?!主会场|启动|期间)"
)
_PLAN = re.compile(
    r"(?:系列)?(?:活动)?(?:的)?(?:实施|工作|活动|总体|具体|组织)?(?:方案|安排|计划)$|(?:有关|相关)?(?:工作|事项|活动)$|(?:有关|相关)事(?:项|宜)$"
)
_NAME = re.compile(
    r"(?:举办|开展|组织开展)(?P<name>(?:20[0-9]{2}年)?[\u4e00-\u9fff“”]{0,16}?(?:科技活动周|科技周|科普日|科普月|科普周|科学节|科技节)(?:活动)?)"
)
_SERIES = {
    Series.WEEK: re.compile("科技活动周|科技周"),
    Series.DAY: re.compile("科普日"),
    Series.MONTH: re.compile("科普月"),
}
_WHEN = re.compile(
    r"^(?:活动|举办|开展|集中)?(?:起止)?(?:时间|日期)(?:安排)?$|时间.{0,2}主题|主题.{0,2}时间|时间.{0,2}地点"
)
_THEME = re.compile(r"^(?:活动|宣传|年度)?主题$|主题.{0,2}时间|时间.{0,2}主题")
_GENERAL = re.compile("^(?:总体|基本|活动)(?:安排|情况|概况|要求)$|^活动组织$")
_LABEL = re.compile(r"^(?:活动|举办|开展|集中)?(?:时间|日期)\s*[：:]\s*(.+)")
_NAMED = re.compile(r"主题\s*(?:确定)?(?:为|是|：|:)+\s*(?P<theme>“[^”]+”|《[^》]+》|[^。；\n]+)")
_BY = re.compile(r"以\s*“(?P<theme>[^”]+)”\s*为(?:活动)?主题")
_QUOTED = re.compile(r"主题\s*(?:为|是|：|:)+\s*“(?P<theme>[^”]+)”")
_ALSO = re.compile(r"(?:^|[，；。])\s*(?P<also>[^，；。]*(?:贯穿|持续至|延续至)[^，；。]*)")
_TOGETHER = re.compile(r"(?P<who>[^，。；]+?)(?:将|决定)?(?:共同|联合)(?:组织)?(?:举办|主办|开展)")
_DECIDED = re.compile(r"(?P<who>[^，。；]+?)决定(?:组织)?(?:举办|开展|举行)")
_DRAFTED = re.compile(r"(?:^|[，。；])(?P<who>[^，。；]+?)结合[^，。；]*?实际[^。]*制定本(?:工作|实施)?方案")
PARTS = re.compile(
    "参加(?:部门|单位)|成员单位|参与(?:部门|单位)|(?:主办|承办|协办|支持|指导)单位|组织(?:机构|单位)"
)
_OF_UNIT = re.compile("[^区县市]{2,12}(?:大学|学院|中学|小学|学校|医院|公司|博物馆|科技馆|图书馆)(?!协会)")
_BARE = 5
"""Characters of 科技活动周."""
_TITLE = 12
"""Characters that the title of a section for one fact has at most."""
_UNIT = 30
_ONE = 60
"""Characters that a theme has at most."""


def campaign_fields(of: NoticeOutline, head: Letterhead, setting: Setting) -> dict[str, Finding]:
    """The fields of the campaign that do not ask what its sections are for."""
    found: dict[str, Finding] = {}
    name = _name(of, head)
    district = _district(name, head, setting)
    found |= _called(name, district, setting) if name else {}
    if name and (series := _series(str(name.value))):
        found["series"] = Finding(
            series.value, name.read, name.where, "" if series is not Series.OTHER else "看不出是哪一系列"
        )
    if district:
        found["district"] = district
    year = setting.year or times.year_of([str(name.value) if name else ""])
    if year is None and head.issued:
        year = int(str(head.issued.value)[:4])
    found |= _when(of, year)
    found |= _theme(of)
    if organisers := _organisers(of, head):
        found["organisers"] = organisers
    return found


def _name(of: NoticeOutline, head: Letterhead) -> Finding | None:
    """What the campaign is called: in the title, else where it is said what is held."""
    if head.title:
        plain = re.sub(r"[（(].{1,12}[)）]$", "", str(head.title.value))
        plain = re.sub(
            "(?:的?(?:补充|更正|延期|取消|调整)?(?:通知|公告|通告|公示|函|意见|说明|启事|预告|声明))$",
            "",
            plain,
        )
        inside = re.search("《([^《》]+)》", plain)
        bare = _PLAN.sub(
            "", _PLAN.sub("", _ABOUT.sub("", inside[1] if inside else plain).strip("《》"))
        ).removesuffix("的")
        if whole := _WHOLE.match(bare):
            name = re.sub("^[“《][^”》]+[”》](?:——|—|-)?", "", whole[1])
            bare = "标题里没有写是哪里、哪一年的" if len(name) <= _BARE else ""
            own = "像是一家单位的，看看是不是整届活动周" if _OF_UNIT.match(name) else ""
            why = "；".join(filter(None, (head.title.why, bare, own)))
            return Finding(name, head.title.read, head.title.where, why)
    for line in (*lines(of.head), *(line for one in of.sections for line in one.lines)):
        if said := _NAME.search(dates.plain(line.text)):
            return Finding(
                said["name"].removesuffix("活动"), said[0], line.where, "没有标题，名称是从正文里取的"
            )
    return None


def _series(name: str) -> Series:
    return next((series for series, pattern in _SERIES.items() if pattern.search(name)), Series.OTHER)


def _district(name: Finding | None, head: Letterhead, setting: Setting) -> Finding | None:
    """The district in whose name it is, the innermost: 重庆市綦江区 is 綦江区."""
    where = [name] if name else []
    for said in (*where, *head.issuers):
        text = str(said.value)
        places = [
            (text.find(one.name) + len(one.name), one.id)
            for one in setting.known.districts
            if one.name in text
        ]
        if places:
            return Finding(max(places)[1], said.read, said.where, said.why)
    if meant := setting.district_meant:
        return Finding(meant.id, meant.name, "", "通知里没有写是哪个区县，是照导入时说的")
    return None


def _called(name: Finding, district: Finding | None, setting: Setting) -> dict[str, Finding]:
    """The name; where the notice says 全市, that of the district stands in its place."""
    text = str(name.value)
    named = next((one.name for one in setting.known.districts if district and one.id == district.value), "")
    if re.search("全[市区县省]", text) and named:
        said = re.sub("全[市区县省]", named, text, count=1)
        why = "通知里写“全市”这样的话，换成了区县的名称"
        return {
            "name": Finding(said, name.read, name.where, why),
            "called": Finding(text, name.read, name.where, name.why),
        }
    return {"name": name}


def _spots(of: NoticeOutline, pattern: re.Pattern[str]) -> Iterator[tuple[NoticeSection, list[Line]]]:
    """The sections that are called so, of the first two levels."""
    for top in of.sections:
        for section in (top, *top.sections):
            if pattern.search(section.title) and len(section.title) <= _TITLE:
                yield section, list(section.lines)


def _when(of: NoticeOutline, year: int | None) -> dict[str, Finding]:
    for _, said in _spots(of, _WHEN):
        for line in said:
            if found := _days(line, year):
                return found
    for line in lines(of.head):
        if (label := _LABEL.match(line.text)) and (found := _days(Line(label[1], line.where), year)):
            return found
    general = (one for one in of.sections[:2] if _GENERAL.search(one.title))
    for line in (line for section in general for line in section.lines):
        if (label := _LABEL.match(line.text)) and (found := _days(Line(label[1], line.where), year)):
            return found
    for line in lines(of.head):
        held = re.search(
            rf"{dates.SPAN.pattern}[^。；]{{0,12}}(?:举办|举行|开展|进行)", dates.plain(line.text)
        )
        if held and (found := _days(Line(held[0], line.where), year, "日子写在句子里")):
            return found
    return {}


def _days(line: Line, year: int | None, why: str = "") -> dict[str, Finding]:
    found = dates.span(line.text, None) or dates.span(line.text, year)
    if not found:
        return {}
    said, days = found
    whys = [why, MENDED if line.mended else ""]
    if not re.match("20[0-9]{2}", said):
        said = f"{days.first.year}年{said}"
        whys.append("没有写年份，是照标题或成文日期的年份")
    if len(days) == 1:
        whys.append("只有一天，看看是不是整个活动周")
    made = {"when": Finding(said, line.text, line.where, "；".join(filter(None, whys)))}
    if also := _ALSO.search(line.text):
        made["also"] = Finding(also["also"].strip(), line.text, line.where, "是从句子里取的")
    return made


def _theme(of: NoticeOutline) -> dict[str, Finding]:
    for section, said in _spots(of, _THEME):
        for place, line in enumerate(said):
            if not re.search("时间", section.title) and not re.search(r"主题\s*(?:为|是|：|:)", line.text):
                theme = re.split("[。；]", line.text)[0].strip(" “”")
                if len(theme) > _ONE:
                    continue
            elif named := _NAMED.search(line.text):
                theme = named["theme"].strip(" “”《》")
            else:
                continue
            made = {"theme": Finding(theme, line.text, line.where)}
            rest = [one.text for one in said[place + 1 :]]
            if rest and not re.search("时间", section.title):
                made["theme_text"] = Finding("\n".join(rest), "\n".join(rest), said[place + 1].where)
            return made
    return _theme_in_words(of)


def _theme_in_words(of: NoticeOutline) -> dict[str, Finding]:
    """The theme, where a sentence says it."""
    head = [*lines(of.head)]
    for line in (*head, *(line for one in of.sections for line in one.lines)):
        named = _BY.search(line.text) or _QUOTED.search(line.text)
        if named:
            # Before the first section nothing else has a theme.
            why = "" if line in head else "主题写在句子里"
            return {"theme": Finding(named["theme"], named[0], line.where, why)}
    return {}


def _organisers(of: NoticeOutline, head: Letterhead) -> Finding | None:
    made: dict[str, Value] = {}
    read: list[Finding] = []
    if head.issuers:
        made[Role.ISSUER.value] = [one.value for one in head.issuers]
        read += head.issuers
    for line in lines(of.head):
        for pattern, role in (
            (_DRAFTED, Role.DRAFTER),
            (_TOGETHER, Role.CO_ORGANISER),
            (_DECIDED, Role.HOST),
        ):
            said = pattern.search(line.text)
            names = list(apart(said["who"], "、")) if said else []
            if said and len(names) > 1 and all(len(one) <= _UNIT for one in names):
                made.setdefault(role.value, list(names))
                read.append(Finding(role.value, said["who"], line.where, f"“{role.said}”是从句子里读出来的"))
    for section in of.sections:
        if PARTS.search(section.title) and len(section.title) <= _TITLE:
            _put_listed(section, made, read)
    if not made:
        return None
    why = "；".join(dict.fromkeys(one.why for one in read if one.why))
    return Finding(made, "；".join(dict.fromkeys(one.read for one in read)), read[0].where, why)


def _put_listed(section: NoticeSection, made: dict[str, Value], read: list[Finding]) -> None:
    """The units that a *section* lists."""
    usual = Role.PARTICIPANT
    for one in section.all():
        said = f"{one.title}：{one.text}" if one is not section and one.title and one.text else one.text
        if not said:
            continue
        found, why = roles(said, usual)
        if list(found) == [usual.value]:
            names, why = units(re.sub(r"^[^：:、]{2,12}[：:]", "", said).strip("。 \n"))
            found = {usual.value: list(names)}
        for role, listed in found.items():
            made.setdefault(role, listed)
        read.append(Finding("", said, one.where, why))
