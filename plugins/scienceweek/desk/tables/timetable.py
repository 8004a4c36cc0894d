"""Timetables: the rows are hours or days, the columns rooms or days, and a cell is what is on then and there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scienceweek.desk.documents import Cell, Table
from scienceweek.desk.findings import Finding, FoundRecord, Kind
from scienceweek.desk.tables.bases import Found
from scienceweek.desk.tables.cells import Draft, is_blank, line, people
from scienceweek.desk.tables.context import Context, with_year
from scienceweek.desk.tables.layout import Row
from scienceweek.desk.tables.places import where
from scienceweek.desk.tables.repeats import together
from scienceweek.desk.tables.terms import kind
from scienceweek.desk.tables.times import dated, joined, moment, only_hours, readable

_CORNER = re.compile(r"(?:时间|时段|场次|节次|日期|地点|教室|会场|场地|展厅|星期|[/\\、 \n—-])*")
_BREAK = re.compile(
    r"(?:午|课间|中场|茶)?(?:休息?|歇)|午餐|用餐|午饭|换场|布展|闭馆|自由(?:参观|活动)|签到|入场"
)
_FEWEST = 2
_IS_PLACE = re.compile("(?:馆|厅|室|楼|广场|校|中心|院|园|层|区)$")
_SPEAKER = re.compile(
    r"(?P<title>.+?)\s*(?:\n\s*|[（(])(?:主讲人?[：:]?\s*)?(?P<who>[\u4e00-\u9fff]{2,4}(?:[,，（( ]?[^（()）\n]{0,20})?)[)）]{0,2}",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Axis:
    """What the heads along one side of a timetable are: days, hours or places."""

    sort: str
    heads: tuple[Cell, ...]


def timetable(table: Table, context: Context) -> Iterator[Found] | None:
    """What is on in a *table* that is a timetable; None if it is none."""
    for begin, row in enumerate(table.rows[:4]):
        if len(row) <= _FEWEST or not _CORNER.fullmatch(row[0].text) or row[1].joined:
            continue
        above = [cell.text for line_ in table.rows[:begin] for cell in line_ if cell.text and not cell.joined]
        known = replace(context, setting=with_year(context.setting, [*above, table.name]))
        body = table.rows[begin + 1 :]
        across, down = _axis(row[1:], known), _axis([one[0] for one in body], known)
        if across and down and {across.sort, down.sort} & {"days", "hours"} and across.sort != down.sort:
            return _cells(body, across, down, _with_day(known, [*above, table.name]))
    return None


def _with_day(context: Context, titles: Sequence[str]) -> Context:
    found = [
        day for title in titles for day in re.findall(r"(?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日", title)
    ]
    return replace(context, day=found[0] if len(found) == 1 else "")


def _axis(heads: Sequence[Cell], context: Context) -> _Axis | None:
    told = [head for head in heads if head.text]
    if len(told) < _FEWEST - 1:
        return None
    if all(only_hours(head.text) for head in told):
        return _Axis("hours", tuple(heads))
    if all(dated(head.text) and readable(_day(head.text), context.setting) for head in told):
        return _Axis("days", tuple(heads))
    if any(re.search("[0-9]:|[0-9]月", head.text) for head in told):
        return None
    return _Axis("places", tuple(heads))


def _day(text: str) -> str:
    return line(text)


def _cells(body: Sequence[Sequence[Cell]], across: _Axis, down: _Axis, context: Context) -> Iterator[Found]:
    """Each cell in which something is on; one that is merged lasts as long as it covers."""
    found: dict[tuple[str, ...], FoundRecord] = {}
    for place, row in enumerate(body):
        for side, cell in enumerate(row[1:]):
            if cell.joined or is_blank(cell.text) or _BREAK.fullmatch(line(cell.text)):
                continue
            record = _record(body, (place, side), across, down, context)
            place_of = record.fields.get("where")
            key: tuple[str, ...] = (record.name, str(place_of.value if place_of else ""))
            once = together(found[key], record, "表里写了两次，合成一个活动") if key in found else None
            if key in found and once is None:
                key = (*key, cell.where)
            found[key] = once or record
    yield from found.values()


def _record(
    body: Sequence[Sequence[Cell]], at: tuple[int, int], across: _Axis, down: _Axis, context: Context
) -> FoundRecord:
    place, side = at
    cell = body[place][side + 1]
    tall = _covered([row[side + 1] for row in body[place:]], cell)
    wide = _covered(body[place][side + 1 :], cell)
    heads = {across.sort: across.heads[side : side + wide], down.sort: down.heads[place : place + tall]}
    why = "这一格占了几格" if tall > 1 or wide > 1 else ""
    draft = Draft(Row({}, cell.where))
    title, speakers = _titled(cell.text)
    draft.put("title", title, cell)
    if speakers and _IS_PLACE.search(speakers):
        told_place, _ = where(speakers, "", context.places)
        if told_place:
            draft.put("where", told_place, cell, "括号里或第二行当作地点")
    elif speakers:
        value, doubt = people(speakers, "主讲人")
        draft.put("people", value, cell, doubt or "括号里或第二行当作主讲人")
    if found := kind(title, context.setting):
        draft.put("kind", found.id, cell, "按名称推断")
    hours = _span(heads.get("hours", ()))
    days = "、".join(line(one.text) for one in heads.get("days", ()) if one.text)
    by_title = "" if days else context.day
    told = (
        joined(days or by_title, hours, context.setting)
        if hours
        else moment(days or by_title, context.setting)
    )
    whys = [why, "日子写在表的标题里" if by_title else "", told.why]
    read = " ".join(line(one.text) for some in heads.values() for one in some)
    draft.fields["when"] = Finding(told.value, read, cell.where, "；".join(filter(None, whys)))
    rooms = list(dict.fromkeys(line(one.text) for one in heads.get("places", ()) if one.text))
    if rooms and not (len(rooms) > 1 and len(rooms) == len(across.heads)):
        told_where, doubt = where("、".join(rooms), "", context.places)
        if told_where:
            draft.fields["where"] = Finding(
                told_where, "、".join(rooms), cell.where, doubt or (why if wide > 1 else "")
            )
    return draft.record(Kind.ACTIVITY)


def _covered(cells: Sequence[Cell], first: Cell) -> int:
    number = 1
    while number < len(cells) and cells[number].joined and cells[number].text == first.text:
        number += 1
    return number


def _span(heads: Sequence[Cell]) -> str:
    """From the begin of the first of the hours to the end of the last."""
    texts = [line(head.text) for head in heads if head.text]
    if len(texts) <= 1:
        return texts[0] if texts else ""
    begin = re.split("[-—–~～至到]", texts[0])[0]
    end = re.split("[-—–~～至到]", texts[-1])[-1]
    return f"{begin}—{end}"


def _titled(text: str) -> tuple[str, str]:
    found = _SPEAKER.fullmatch(text.strip())
    if found and (found["who"] and not re.search("[0-9限场楼厅室费约]", found["who"])):
        return line(found["title"]), found["who"].strip(" （()）")
    return line(text), ""
