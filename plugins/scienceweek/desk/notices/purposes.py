"""What the sections of a notice are for: some announce activities, some say what to convey, most exhort."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scienceweek.desk.notices import dates
from scienceweek.desk.notices.base_sections import is_base
from scienceweek.desk.notices.inferences import TIMED
from scienceweek.desk.notices.labels import labels
from scienceweek.desk.notices.outline import DAY_ALONE, NoticeOutline, NoticeSection, is_unit
from scienceweek.desk.notices.responsible import bracketed
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.model.district import District

_ANNOUNCES = re.compile(
    r"(?:重点|主要|特色|系列|具体|主题|各项|配套|专项|专题|分项|品牌|重大|示范|亮点|新增|补充|调整后的?)*(?:科普|科技)?(?:活动|项目)(?:安排|项目|日程|一览|计划|列表|清单|预告|设置)?$|活动.{0,6}(?:安排|日程)|日程|重点工作安排|主要安排|^(?:新增|增加)"
)
_CONVEYS = re.compile(
    r"(?:主要|重点|宣传|活动|工作)*(?:内容|重点|任务)(?:安排)?$|宣传(?:内容|重点|主题|要点)|主要任务|重点任务"
)
_TALK = re.compile(
    r"要求|保障|指导思想|总体思路|总体目标|目的|意义|原则|事项|措施|领导|组织机构|组织实施|实施步骤|参[加与](?:部门|单位)|成员单位|责任分工|职责|背景|经费|考核|总结|联系方式|联系人|其他|附则|奖励|表彰|时间|主题|报名|申报|登记|宣传报道|信息报送|材料报送|安全|组织单位|主办单位|承办单位|高度重视|加强|强化|提高认识|注意"
)
_ACTIVITY = re.compile(
    r"活动|行动|大赛|比赛|竞赛|讲座|(?<!开)展|论坛|报告会|培训|仪式|开放|体验|宣讲|研学|讲坛|讲堂|沙龙|演出|工作坊|营|赶集|赶场|义诊|评选|巡演|大篷车|课堂|市集|嘉年华|之夜|观测|观星|科普周|表演|放映|电影|徒步|游园|进校园|进社区|进农村"
)
_PHASE = re.compile("(?:筹备|准备|动员|部署|实施|总结|启动|推进)阶段")
"""A phase of the work of offices: no visitor goes there."""
_ASKED = re.compile("^(?:请|各(?:单位|部门|学校|镇街|基地))")
_FACTS = re.compile("时间|地点|主题|内容|要求|安排|事项|单位|方式|说明")
_EXHORTS = re.compile(
    r"^(?:(?:广泛|深入|大力|积极|扎实|持续|全面|切实|充分)(?:开展|组织|推进|做好|利用|运用|发动)[^“《]{0,8}(?:宣传|氛围|引导|动员|报道)|要?(?:高度重视|加强|强化|提高|落实|严格|确保|注重|务求|做好|健全|完善|压实|坚持|把握|精心|广泛(?:参与|宣传|发动)|大力宣传|紧密配合|制定方案|认真|营造|统筹|明确|深化|聚焦|立足|突出))"
)
_PLACES = re.compile(r".{1,7}(?:区|县|市|开发区|高新区|新区)$")


@dataclass(slots=True)
class NoticePurposes:
    """The *activities*, each with the district and the heading that it stands under; the *strands*; the *bases*; the *others*."""

    activities: list[tuple[NoticeSection, str, str]] = field(default_factory=list)
    strands: list[NoticeSection] = field(default_factory=list)
    bases: list[NoticeSection] = field(default_factory=list)
    others: list[NoticeSection] = field(default_factory=list)


def purposes(of: NoticeOutline, districts: tuple[District, ...]) -> NoticePurposes:
    """What the sections *of* a notice are for; *districts* are those that are known, for the lists of a city."""
    is_plain = any(is_told(one) and not _FACTS.search(one.title) for one in of.sections)
    sorter = _PurposeSorter(NoticePurposes(), districts, is_plain)
    for section in of.sections:
        sorter.top(section)
    for annex in of.annexes:
        for section in annex.sections:
            if is_told(section) or announces(annex):
                sorter.below(section, announced=True, district="", under=annex.title)
    return sorter.found


def announces(section: NoticeSection) -> bool:
    """Whether what stands below *section* are activities, by its title."""
    return bool(_ANNOUNCES.search(section.title)) and not re.search(
        "活动(?:内容|要求|主题|时间|目的)", section.title
    )


def is_told(section: NoticeSection) -> bool:
    """Whether it says of itself when or where it is, under words that mean that."""
    said = labels(section)
    times = {TableColumn.WHEN, TableColumn.DATE}
    return bool(
        said.keys() & times
        and said.keys()
        & {
            TableColumn.PLACE,
            TableColumn.CONTENT,
            TableColumn.RESPONSIBLE,
            TableColumn.HOST,
            TableColumn.UNDERTAKER,
            TableColumn.ADDRESS,
        }
    ) or (TableColumn.PLACE in said and TableColumn.CONTENT in said)


@dataclass(slots=True)
class _PurposeSorter:
    found: NoticePurposes
    districts: tuple[District, ...]
    is_plain: bool = False

    def top(self, section: NoticeSection) -> None:
        if self._alone(section):
            return
        children = section.sections
        told = [one for one in children if is_told(one) or DAY_ALONE.fullmatch(one.title)]
        if is_told(section) and not told and not _FACTS.search(section.title):
            self.found.activities.append((section, "", ""))
        elif announces(section) or told or self._is_list(section) or any(map(is_base, children)):
            self.found.others.append(section)
            for one in children:
                self.below(one, announced=True, district=self._district(section.title), under=section.title)
            if not children and announces(section) and section.pieces:
                self.found.activities.append((section, "", ""))
        elif _CONVEYS.search(section.title) and children:
            self.found.others.append(section)
            for one in children:
                if not _PHASE.search(one.title) and (_is_held(one) or TIMED.search(dates.plain(one.title))):
                    self.found.activities.append((one, "", section.title))
                elif one.title and not re.search("时间|主题$|要求|阶段", one.title):
                    self.found.strands.append(one)
        else:
            self.found.others += section.all()

    def _alone(self, section: NoticeSection) -> bool:
        """Whether a *section* is by itself what it is: a base, a day, a unit with what it holds."""
        if is_base(section):
            self.found.bases.append(section)
        elif DAY_ALONE.fullmatch(section.title) or _is_of_unit(section) or self._is_listed(section):
            self.found.activities.append((section, "", ""))
        else:
            return False
        return True

    def below(self, section: NoticeSection, *, announced: bool, district: str, under: str) -> None:
        """A *section* below one that announces activities."""
        if is_base(section):
            self.found.bases.append(section)
            return
        if is_told(section) or DAY_ALONE.fullmatch(section.title):
            self.found.activities.append((section, district, under))
            return
        is_asked = _ASKED.match(section.title) or _PHASE.search(section.title)
        if is_asked or (_TALK.search(section.title) and not _ACTIVITY.search(section.title)):
            self.found.others += section.all()
            return
        if _EXHORTS.match(section.title) and not _ACTIVITY.search(section.title) and not _dated(section):
            self.found.others += section.all()
            return
        place = self._district(section.title)
        children = section.sections
        every = (is_told(one) or _is_activity(one) for one in children)
        below_it = (is_told(inner) for one in children for inner in one.all())
        if children and (place or all(every) or any(below_it)):
            self.found.others.append(section)
            for one in children:
                self.below(one, announced=announced, district=place or district, under=section.title)
            return
        self.found.activities.append((section, district, under))

    def _district(self, title: str) -> str:
        """The id of the district that the *title* is the name of, its name where none is known, "" if it is none."""
        known = next((one.id for one in self.districts if title in (one.name, one.short)), "")
        return known or (title if _PLACES.fullmatch(title) else "")

    def _is_listed(self, section: NoticeSection) -> bool:
        """Whether a *section* of a plain list of activities says when it is, and no more."""
        times = {TableColumn.WHEN, TableColumn.DATE}
        return self.is_plain and bool(times & labels(section).keys()) and not _FACTS.search(section.title)

    def _is_list(self, section: NoticeSection) -> bool:
        """Whether it is that of a district, with what is held there."""
        return bool(self._district(section.title) and section.sections)


def _is_activity(section: NoticeSection) -> bool:
    return bool(_ACTIVITY.search(section.title))


def _is_held(section: NoticeSection) -> bool:
    """Whether what it speaks of has its day or somebody who is responsible, and is no call to all."""
    named = _ACTIVITY.search(section.title or re.split("[，。；（(]", section.text)[0])
    return bool(named) and (_dated(section) or bracketed(section.text)[1] is not None)


def _dated(section: NoticeSection) -> bool:
    """Whether it names a day that is no deadline."""
    text = f"{section.title}{section.stop}{section.text}"
    return any(not re.match(r"\s*(?:之?前|以前)", text[one.end() :]) for one in dates.DAY.finditer(text))


def _is_of_unit(section: NoticeSection) -> bool:
    """Whether it is called like an office or a school, and says line by line what is held there."""
    return is_unit(section.title) and not section.sections and _dated(section)


def silent(of: NoticeOutline, found: NoticePurposes) -> Iterator[NoticeSection]:
    """The sections of which nothing becomes a record, outermost first."""
    taken = {id(one) for section, _, _ in found.activities for one in section.all()}
    taken |= {id(one) for section in (*found.strands, *found.bases) for one in section.all()}
    for section in of.all():
        if id(section) not in taken:
            yield section
