"""Lines that each begin with their day or hours: the programme of a day, of a unit, of a series of lectures."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scienceweek.desk.findings import Finding, LeftOut, Value
from scienceweek.desk.notices import dates
from scienceweek.desk.notices.announced import AnnouncedSection, Found, announced
from scienceweek.desk.notices.inferences import place
from scienceweek.desk.notices.labels import bracketed as in_brackets
from scienceweek.desk.notices.lines import MENDED, Line
from scienceweek.desk.notices.outline import HOURS, NoticeSection, is_unit
from scienceweek.desk.notices.responsible import done
from scienceweek.desk.tables.cells import apart, people
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.context import Context
from scienceweek.desk.tables.programme import ProgrammeItem, when_first
from scienceweek.desk.tables.programme import items as programme
from scienceweek.desk.tables.remarks import Conditions, read_remarks
from scienceweek.desk.tables.times import joined, moment, only_hours

_DATED = re.compile(
    rf"^\s*(?:{dates.SPAN.pattern}|{dates.DAY.pattern}|[0-9]{{1,2}}[.][0-9]{{1,2}}|[0-9]{{1,2}}月[上中下]旬|每[天日晚]|每?周[一二三四五六日天末]|(?:活动周?)?期间)"
)
_DOER = re.compile(
    r"(?P<who>[^，。“”、]{2,16}?(?:局|委|科协|协会|学会|馆|中心|大学|学院|医院|中学|小学|公司|基地|街道|镇|站|院|所|团))"
    r"(?:将|拟)?(?:(?:在|到|于)(?P<at>[^，。“”]{2,30}?))?(?:联合|集中|组织)?(?:开展|举办|举行)(?P<what>.+)"
)
_SHUT = re.compile(
    "(?:本|全|场|展)?馆?(?:全天)?(?:闭馆|休馆|闭园|休息|停止开放|正常开放|对外开放|恢复开放)(?:[一两1-3]天)?"
)
_UNTIL = re.compile(rf"\s*(?:{dates.SPAN.pattern}|{dates.DAY.pattern})\s*(?:之?前|以前|截止)")
_NOTHING = re.compile("^(?:暂?无|没有)(?:公众|对外|安排)*活动|停讲|停办一次|暂停一[次期]|^休息$|^闭馆$")
_APART = re.compile(r"\s{2,}|\t|\s+[·|｜]\s+")
_LABEL = r"(?=[\s，,；;]+[\u4e00-\u9fff]{2,4}\s*[：:]|$)"
_TOPIC = re.compile(rf"(?:讲座|报告|分享)?(?:主题|题目|内容)\s*[：:]\s*(?P<said>.+?){_LABEL}")
_SPEAKER = re.compile(rf"(?:主讲人?|讲师|嘉宾|报告人)\s*[：:]\s*(?P<said>.+?){_LABEL}")
_FEWEST = 2
"""Lines that are an agenda."""
_CLOSED = re.compile("(?:[0-9月日、和及]|每?[周星期一二三四五六日])+(?:闭馆|休馆|闭园|休息|除外|不开放)")
_NO_UNIT = re.compile("开放|免费|闭馆|预约|报名|限")
_PERSON = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{3,20})\s+(?P<name>[\u4e00-\u9fff]{2,4})(?:\s+(?P<post>[\u4e00-\u9fff]{2,12}))?"
)
_HELD = re.compile("^[^“”、；]{2,20}(?:活动|讲座|展|仪式|比赛|大赛|培训|演练|论坛)$")
"""What is held, where a comma ends it."""
_NAME = re.compile(
    r"(?!组织|到|赴|走进|前往|邀请|参观|参加|发放|放映|通过|利用|在|由|对|向|为|面向|联合|配合|协助|继续|同时|拟|将|请)"
    r"(?:[“《][^“”《》]+[”》])?[\u4e00-\u9fff0-9A-Za-z—·]{0,20}(?:[“《][^“”《》]+[”》][\u4e00-\u9fff]{0,10})?"
)
"""A name without punctuation that begins with no verb: what stands between a time and a bracket is nothing else."""
_SPOT = re.compile("(?:广场|公园|门|楼|室|厅|社区|村|小学|中学|厂|湿地公园|体育场|礼堂|镇|乡)$")
"""How a place ends that is no unit."""
_ROOM = re.compile(r"[A-Za-z]?[0-9一二三四五六七八九十负]{1,3}[楼层号]|(?:报告|演播|多功能|放映|展)厅")
_SPACED = re.compile(
    r"(?P<title>\S.{1,30}?)\s+(?P<at>\S{2,20}(?:广场|公园|馆|中心|会议室|楼|室|厅|社区|村|小学|中学|学校|大学|医院|基地|剧院|礼堂))"
)
"""A name and a place with nothing but a space between them."""
_SHORT = 24
_IN_WORDS = "是从句子里读出来的"


@dataclass(frozen=True, slots=True)
class DatedLines:
    """The *lines* of a section that each begin with a day, and the *others*; the first of these may say *hours* and a *place* for all."""

    lines: tuple[Line, ...]
    others: tuple[Line, ...] = ()
    hours: str = ""
    place: str = ""


def dated_lines(section: NoticeSection, others: list[Line], context: Context) -> DatedLines:
    """Those of a *section* that is a list of them; none where it is none."""
    found = tuple(line for line in others if _DATED.match(line.text))
    fewest = 0 if not section.title or is_unit(section.title) else 1
    if len(found) <= fewest or 2 * len(found) <= len(others):
        return DatedLines(())
    rest = tuple(line for line in others if line not in found)
    first, *later = found
    when, at = when_first(first.text, context.setting)
    # 每周六上午10:00，三楼报告厅: said once for the days that follow.
    if re.match("每", when) and later and (clock := HOURS.search(when)) and len(at) <= 30:  # noqa: PLR2004 - no sentence
        return DatedLines(tuple(later), rest, clock[0], at.strip("。"))
    return DatedLines(found, rest)


def programme_of(told: AnnouncedSection, found: DatedLines, context: Context) -> Iterator[Found]:
    """What is on, line by line; what no line says of a day is told."""
    for line in found.lines:
        yield from dated(line, told, context, found)
    for line in found.others:
        if line.text.endswith(("：", ":")):
            continue
        yield LeftOut(line.text, line.where, "这一行没有写是哪天，没有当作活动")


def at_hours(line: Line, day: str, told: AnnouncedSection, context: Context) -> Iterator[Found]:
    """What a *line* below a *day* says, which begins with hours; columns of it are apart by spaces or dots."""
    hours = HOURS.match(line.text)
    what = _APART.split(line.text[hours.end() :].strip("，,：: ")) if hours else []
    if _NOTHING.search(line.text):
        yield LeftOut(line.text, line.where, "写着没有活动")
        return
    if not hours or not what[0]:
        yield LeftOut(line.text, line.where, "没有写几点")
        return
    if len(what) == 1:
        yield from dated(Line(f"{day} {hours[0]}，{what[0]}", line.where, 0, line.mended), told, context)
        return
    when = moment(f"{day} {hours[0]}", context.setting)
    fields = {
        "title": Finding(what[0], line.text, line.where, "没有表头，是按名称读的"),
        "when": Finding(when.value, f"{day} {hours[0]}", line.where, _mended(line, when.why)),
    }
    if at := place(what[1], context.places):
        fields["where"] = Finding(at, line.text, line.where, "没有表头，是按地点读的")
    yield from _conditions("；".join(what[2:]), fields, line, context)
    yield replace(announced(fields, replace(told, under=""), context), where=line.where)


def dated(
    line: Line, told: AnnouncedSection, context: Context, shared: DatedLines | None = None
) -> Iterator[Found]:
    """What is held on the day with which a *line* begins, or that it names; *shared* is what is said for all of its lines."""
    if _NOTHING.search(line.text):
        yield LeftOut(line.text, line.where, "写着没有活动")
        return
    if _UNTIL.match(line.text):
        yield LeftOut(line.text, line.where, "写的是期限，不是活动")
        return
    if record := _labelled(line, told, context, shared or DatedLines(())):
        yield record
        return
    text = (
        re.sub(r"[：:](?![0-9])\s*", " ", line.text, count=1)
        if re.match(r"^[^，。；]{2,24}[：:](?![0-9])", line.text)
        else line.text
    )
    text, said = in_brackets(text)
    for item in programme(text, context.setting):
        if _SHUT.fullmatch(item.title):
            yield LeftOut(item.read, line.where, "写着开馆或闭馆，没有活动")
            continue
        if not item.title:
            why = "只写了开放时间，请写到那个馆的开放时间里" if item.is_opening else "没有写是什么活动"
            yield LeftOut(item.read, line.where, why)
            continue
        fields = _fields(item, line, said.get(TableColumn.PLACE, ""), context)
        yield from _beside(item.note, fields, line, context)
        if "organisers" not in fields and is_unit(told.section.title):
            unit: dict[str, Value] = {"responsible": [told.section.title]}
            fields["organisers"] = Finding(
                unit, told.section.title, told.section.where, "责任单位是照小标题读的"
            )
        yield replace(announced(fields, told, context), where=line.where)


def _fields(item: ProgrammeItem, line: Line, at: str, context: Context) -> dict[str, Finding]:
    """What *item* says but for its note; *at* is where its *line* says, under that label, that it is."""
    when = moment(item.when, context.setting)
    carried = "月份或年份是照前一项读的" if item.is_carried else ""
    doer = _DOER.match(item.title) if not item.is_named else None
    title = doer["what"] if doer else item.title
    first, *rest = apart(title, "，,") or (title,)
    is_whole = not rest and not doer and (not item.why or _NAME.fullmatch(title))
    is_held = (
        bool(rest)
        and re.search(rf"(?:开展|举办|举行){re.escape(first)}[，,]", item.said)
        and _HELD.search(first)
    )
    why = "" if item.is_named or is_whole or is_held else "名称没有引号，是从句子里取的"
    if rest and not item.is_named:
        title = first
    spaced = _SPACED.fullmatch(title) if not item.is_named and not item.place else None
    if spaced:
        title = spaced["title"]
    fields = {
        "title": Finding(title, line.text, line.where, why),
        "when": Finding(when.value, line.text, line.where, _mended(line, when.why or carried)),
    }
    if item.subtitle:
        fields["subtitle"] = Finding(item.subtitle, line.text, line.where, why)
    words = at or item.place or (doer["at"] if doer else "") or (spaced["at"] if spaced else "") or ""
    if words and (found := place(words, context.places)):
        fields["where"] = Finding(found, line.text, line.where, "" if at else _doubt(item, words))
    if doer:
        host: dict[str, Value] = {"host": [doer["who"]]}
        fields["organisers"] = Finding(host, line.text, line.where, "“主办”是推断的，句子里没有这两个字")
    fields["description"] = Finding(line.text, line.text, line.where)
    return fields


def _doubt(item: ProgrammeItem, words: str) -> str:
    """Why somebody should look at the place that *words* of *item* are."""
    if _ROOM.match(words):
        return "只写了几楼、哪个厅，没有写是哪家的"
    is_sure = _SPOT.search(words) if item.is_place_guessed else words == item.place and len(words) <= _SHORT
    return "" if is_sure else f"地点{_IN_WORDS}"


def _beside(note: str, fields: dict[str, Finding], line: Line, context: Context) -> Iterator[Found]:
    """What stands in brackets: units, and on what conditions one gets in."""
    units: dict[str, Value] = {}
    rest: list[str] = []
    why = ""
    for part in apart(note, "，,；;"):
        names = apart(part, "、")
        if found := done(part):
            units |= found
        elif _CLOSED.fullmatch(part):
            _close(part, fields, context)
        elif names and not _NO_UNIT.search(part) and all(map(is_unit, names)):
            units["responsible"] = list(names)
            why = "单位写在括号里，是按责任单位读的"
        else:
            rest.append(part)
    if units and "organisers" not in fields:
        fields["organisers"] = Finding(units, note, line.where, why)
    yield from _conditions("，".join(rest), fields, line, context)


def _close(part: str, fields: dict[str, Finding], context: Context) -> None:
    """Puts into the time of *fields* the days on which it is closed."""
    when = fields["when"]
    less = moment(f"{when.value}（{part}）", context.setting)
    if isinstance(when.value, str) and isinstance(less.value, str):
        fields["when"] = replace(when, value=less.value, why=when.why or less.why)
    else:
        fields["when"] = replace(when, why=when.why or f"还写着“{part}”")


def _conditions(text: str, fields: dict[str, Finding], line: Line, context: Context) -> Iterator[Found]:
    """On what conditions one gets in, by *text*; what of it says something else is told."""
    said = Conditions()
    if text:
        read_remarks(said, text, context.setting)
        said.settle()
    if said.admission:
        bare: Value = said.admission["fee"] if set(said.admission) == {"fee"} else dict(said.admission)
        fields["admission"] = Finding(bare, text, line.where, _IN_WORDS)
    for name, value in said.fields.items():
        fields.setdefault(name, Finding(value, text, line.where, _IN_WORDS))
    if said.rest:
        yield LeftOut("，".join(said.rest), line.where, "括号里的话，看不出是什么")


def _labelled(line: Line, told: AnnouncedSection, context: Context, shared: DatedLines) -> Found | None:
    """A lecture: 5月25日 主题：… 主讲：…, at the hours and the place that are *shared*."""
    when, rest = when_first(line.text, context.setting)
    topic = _TOPIC.search(rest)
    if not when or not topic:
        return None
    why = ""
    moment_of = moment(when, context.setting)
    if shared.hours and not re.search("[:：点时]", when) and not only_hours(when):
        moment_of, why = joined(when, shared.hours, context.setting), "钟点是照前面一行写的"
    fields = {
        "title": Finding(topic["said"].strip(" 。“”《》"), line.text, line.where),
        "when": Finding(moment_of.value, line.text, line.where, _mended(line, moment_of.why or why)),
    }
    if shared.place and (at := place(shared.place, context.places)):
        fields["where"] = Finding(at, shared.place, line.where, "地点是照前面一行写的")
    if speaker := _SPEAKER.search(rest):
        value = _people(speaker["said"])
        fields["people"] = Finding(value, speaker["said"], line.where, "姓名、单位、职称请看看分得对不对")
    fields["description"] = Finding(line.text, line.text, line.where)
    return replace(announced(fields, told, context), where=line.where)


def agenda(lines: Iterable[Line]) -> Finding | None:
    """The programme of one occasion: lines that begin with their hours."""
    timed = [(line, said) for line in lines if (said := HOURS.match(line.text))]
    if len(timed) < _FEWEST:
        return None
    value: list[Value] = [
        {"at": said[0].strip(), "what": line.text[said.end() :].strip(" ，,：:")}
        for line, said in timed
        if line.text[said.end() :].strip(" ，,：:")
    ]
    read = "；".join(line.text for line, _ in timed)
    return Finding(value, read, timed[0][0].where)


def _people(text: str) -> list[Value]:
    """Who speaks: 省天文学会 赵明 教授."""
    if said := _PERSON.fullmatch(text.strip()):
        return [{"name": said["name"], "role": "主讲人", "of": f"{said['of']}{said['post'] or ''}"}]
    found, _ = people(text, "主讲人")
    return found


def _mended(line: Line, why: str) -> str:
    return "；".join(filter(None, (why, MENDED if line.mended else "")))
