"""Tables of activities: by day, by unit, by district; a row is one, or one cell of it says several."""

import re
from collections.abc import Iterator
from dataclasses import replace

from scienceweek.desk.documents import Cell
from scienceweek.desk.findings import Finding, Kind, LeftOut, Value
from scienceweek.desk.tables.bases import Found, of_base, put_district, put_text
from scienceweek.desk.tables.cells import Draft, broken, is_blank, line, people, roles
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.context import Context
from scienceweek.desk.tables.layout import Row
from scienceweek.desk.tables.places import where
from scienceweek.desk.tables.programme import items, when_first
from scienceweek.desk.tables.remarks import ages_in
from scienceweek.desk.tables.shared_fields import Headings, put_conditions, put_contacts
from scienceweek.desk.tables.terms import admitted, audiences, kind, term
from scienceweek.desk.tables.times import (
    ToldTime,
    dated,
    joined,
    moment,
    only_hours,
    readable,
    spelled,
)
from scienceweek.model.organisation import Role

_ROLES = {
    TableColumn.HOST: Role.HOST,
    TableColumn.CO_ORGANISER: Role.CO_ORGANISER,
    TableColumn.UNDERTAKER: Role.CO_HOST,
    TableColumn.SUPPORT: Role.SUPPORT,
    TableColumn.PARTICIPANT: Role.PARTICIPANT,
    TableColumn.GUIDE: Role.GUIDE,
    TableColumn.LEAD: Role.LEAD,
    TableColumn.RESPONSIBLE: Role.RESPONSIBLE,
}
TIMES = (
    TableColumn.DATE,
    TableColumn.WHEN,
    TableColumn.START,
    TableColumn.WEEKDAY,
    TableColumn.WHEN_AND_PLACE,
)
"""Columns that say when."""
_LONGEST = 60
_COUNTED = re.compile(
    r"^(?:[0-9]{1,2}[.．、](?![0-9])|[（(][0-9一二三四五六七八九十]{1,3}[)）]|[①-⑳])\s*(?=.)"
)
"""A number before a name."""
_CONDITIONS = re.compile(
    "[（(][^（）()]*(?:限[0-9]|预约|报名|免费|收费|购票|售票|门票|岁|凭|直播|雨|改期|取消|待定|暂定|仅|只对)[^（）()]*[）)]$"
)
_DATED_NAME = re.compile("[0-9]\\s*月\\s*[0-9]|[0-9]\\s*[日号](?![厅馆楼门])")
_NAMED = re.compile(r"[“「『《]([^“”「」『』《》]{2,30})[”」』》]")
_WEEKDAY = re.compile("(?:周|星期|礼拜)?([一二三四五六日天])")


def activity(row: Row, context: Context, headings: Headings) -> Iterator[Found]:
    """The activity of a *row*; each of several, where one cell says what and when for all of them."""
    titled = row.cell(TableColumn.TITLE, TableColumn.NAME)
    content = row.cell(TableColumn.CONTENT, TableColumn.PROGRAMME)
    what = titled if titled and not is_blank(titled.text) else content
    if what is None or is_blank(what.text):
        yield LeftOut(_whole(row), row.where, "这一行没有写活动名称")
        return
    timeless = not any(not is_blank(row.text(column)) for column in TIMES)
    if timeless and (several := items(what.text, context.setting)) and any(item.when for item in several):
        for item in several:
            if item.title:
                yield of_base(row, item, what, _base(row), context)
            else:
                yield LeftOut(item.read, what.where, "没有写是什么活动")
        return
    row = _parted(row, context)
    draft = Draft(row)
    _put_title(draft, context)
    told, cells = _when(row, context)
    if _DATED_NAME.search(line(what.text)[:_LONGEST]) and not told.why:
        told = ToldTime(told.value, "名称里也写着日子")
    draft.fields["when"] = Finding(
        told.value,
        " ".join(line(cell.text) for cell in cells) or row.under,
        cells[0].where if cells else row.where,
        told.why,
    )
    _put_stages(draft, context, told)
    _put_where(draft, context)
    _put_units(draft, headings)
    _put_audience(draft, context)
    put_district(draft, context)
    put_contacts(draft, context)
    put_conditions(draft, context, headings)
    if (speaker := row.cell(TableColumn.SPEAKER)) and not is_blank(speaker.text):
        value, why = people(speaker.text, "主讲人")
        draft.put("people", value, speaker, why)
    if (link := row.cell(TableColumn.WEBSITE)) and not is_blank(link.text):
        draft.leave(link.text, link.where, "看不出是预约、直播还是介绍的网址")
    yield draft.record(Kind.ACTIVITY)
    yield from draft.left_out


def _parted(row: Row, context: Context) -> Row:
    """*row* with its time and its place in cells of their own, if both stand in one."""
    both = row.cell(TableColumn.WHEN_AND_PLACE)
    if both is None:
        return row
    when, rest = when_first(both.text, context.setting)
    place = re.sub("^(?:在|地点[:：])", "", rest) if when else ""
    cells = {
        TableColumn.WHEN: (replace(both, text=when or both.text),),
        TableColumn.PLACE: (replace(both, text=place),),
    }
    return replace(row, cells={**cells, **row.cells})


def _put_title(draft: Draft, context: Context) -> None:
    row = draft.row
    titled = row.cell(TableColumn.TITLE, TableColumn.NAME)
    content = row.cell(TableColumn.CONTENT)
    said = line(titled.text) if titled and not is_blank(titled.text) else ""
    if said and titled:
        name, _, rest = _COUNTED.sub("", said).partition("——")
        whole = re.fullmatch(r"[“「]([^“”「」]+)[”」]", name.strip())
        column = TableColumn.TITLE if row.cell(TableColumn.TITLE) else TableColumn.NAME
        draft.put(
            "title",
            whole[1] if whole else name.strip(),
            titled,
            broken(titled.text) or _doubtful(name),
            column,
        )
        if rest.strip():
            draft.put("subtitle", rest.strip(), titled, column=column)
        put_text(draft)
    elif content:
        text = line(content.text)
        named = _NAMED.findall(text)
        first = re.split("[，,。；;：:]", text)[0]
        name = named[0] if len(named) == 1 else text if len(text) <= _LONGEST // 2 else first[:_LONGEST]
        draft.put("title", name, content, "没有名称一栏，是从内容里取的")
        if name != text:
            draft.put("description", text, content)
    _put_kind(draft, context)


def _doubtful(title: str) -> str:
    """Why somebody should look at a *title*, or nothing."""
    if _CONDITIONS.search(title):
        return "名称后面的括号里是条件，请写到该写的项里"
    return "名称太长，请看看" if len(title) > _LONGEST else ""


def _put_kind(draft: Draft, context: Context) -> None:
    cell = draft.row.cell(TableColumn.KIND, TableColumn.TYPE)
    if cell and not is_blank(cell.text):
        if found := term(cell.text, context.setting.known.terms.kinds):
            draft.put("kind", found.id, cell)
            return
        if found := kind(cell.text, context.setting):
            draft.put("kind", found.id, cell, f"按“{line(cell.text)}”推断")
            return
        draft.leave(cell.text, cell.where, "词表（data/terms.yaml 的 kinds）里没有这种形式")
    title = draft.fields.get("title")
    if title and (found := kind(str(title.value), context.setting)):
        draft.fields["kind"] = Finding(found.id, title.read, title.where, "按名称推断")


def _when(row: Row, context: Context) -> tuple[ToldTime, list]:  # type: ignore[type-arg]
    """When it is, out of all the columns that say so, and the cells that do."""
    setting = context.setting
    day, when, start, end, weekday = (
        row.cell(column)
        for column in (
            TableColumn.DATE,
            TableColumn.WHEN,
            TableColumn.START,
            TableColumn.END,
            TableColumn.WEEKDAY,
        )
    )
    cells = [cell for cell in (day, weekday, when, start, end) if cell and not is_blank(cell.text)]
    (date, *dates), (hours, *others), (begin, *begins), (finish, *ends) = map(
        _spelled, (day, when, start, end)
    )
    if begin:
        hours = f"{line(begin)}—{line(finish)}" if finish else begin
    why = ""
    if date and hours and dated(hours) and not only_hours(hours):
        told = moment(hours, setting)
        why = "日期写了两处，是照时间一栏读的"
    elif not date and hours and only_hours(hours):
        if row.under and readable(_day(row.under), setting):
            told = joined(_day(row.under), hours, setting)
        elif context.day:
            told, why = joined(context.day, hours, setting), "日子写在表的标题里"
        else:
            told = moment(hours, setting)
    elif not date and not hours and row.under and readable(_day(row.under), setting):
        told = moment(_day(row.under), setting)
    elif dated(finish) and dated(begin):
        told = moment(f"{line(begin)}—{line(finish)}", setting)
    else:
        told = joined(_with_weekday(date, weekday.text if weekday else ""), hours, setting)
    guessed = row.guessed & {TableColumn.DATE, TableColumn.WHEN, TableColumn.WEEKDAY}
    whys = [
        why,
        told.why,
        "日期一格空着，是照上面一行填的" if guessed else "",
        *dates,
        *others,
        *begins,
        *ends,
    ]
    return ToldTime(told.value, "；".join(filter(None, whys))), cells


def _spelled(cell: Cell | None) -> tuple[str, str]:
    """What a *cell* says of days or hours, "" for nothing; and why somebody should look at it."""
    return ("", "") if cell is None or is_blank(cell.text) else spelled(cell.text)


def _day(under: str) -> str:
    """A line across the table without what numbers it: 第一天：5月25日（周六）."""
    return re.sub(
        r"^(?:第[一二三四五六七八九十]天|[一二三四五六七八九十]+、|（[一二三四五六七八九十]）)[：:、\s]*",
        "",
        line(under),
    )


def _with_weekday(date: str, weekday: str) -> str:
    """*date* with the weekday from its own column, so that the grammar holds one against the other."""
    found = _WEEKDAY.fullmatch(line(weekday))
    if not date or not found or "\n" in date or re.search("周|星期|[-—–~～至到、]", date):
        return date
    return f"{line(date)}周{found[1]}"


def _base(row: Row) -> str:
    cell = row.cell(TableColumn.BASE)
    return line(cell.text) if cell and not is_blank(cell.text) else ""


def _put_stages(draft: Draft, context: Context, when: ToldTime) -> None:
    """The stages of a contest; a time for signing up alone is a condition of what it is for."""
    stages = [
        (name, cell)
        for name, cell in zip(context.stages, draft.row.cells.get(TableColumn.STAGE, ()), strict=False)
        if not is_blank(cell.text)
    ]
    if len(stages) == 1 and stages[0][0] == "报名":
        draft.leave(stages[0][1].text, stages[0][1].where, "报名的起止时间请写进预约办法")
        return
    made: list[Value] = []
    whys: list[str] = []
    for name, cell in stages:
        told = moment(cell.text, context.setting)
        made.append({"name": name, "when": told.value})
        whys.append(told.why)
    if made:
        read = "；".join(line(cell.text) for _, cell in stages)
        why = "；".join(dict.fromkeys(filter(None, whys)))
        draft.fields["stages"] = Finding(made, read, stages[0][1].where, why)
        if when.value == "待定":
            draft.fields.pop("when", None)


def _put_where(draft: Draft, context: Context) -> None:
    row = draft.row
    name = _base(row)
    based = row.cell(TableColumn.BASE)
    if name and based:
        draft.put("base", name, based, column=TableColumn.BASE)
    unit = row.cell(TableColumn.UNIT, TableColumn.HOST, TableColumn.RESPONSIBLE)
    known = (
        line(unit.text)
        if unit and not name and "base" in (context.places.named(line(unit.text)) or {})
        else ""
    )
    if known and unit:
        draft.put("base", known, unit)
    place = row.cell(TableColumn.PLACE, TableColumn.ADDRESS)
    if place is None or is_blank(place.text):
        return
    told, why = where(place.text, name or known, context.places)
    if told is None:
        return
    address = row.cell(TableColumn.ADDRESS)
    if (
        row.cell(TableColumn.PLACE)
        and address
        and not is_blank(address.text)
        and isinstance(told, dict)
        and "place" in told
    ):
        told = {**told, "address": line(address.text)}
    if row.cell(TableColumn.WHEN_AND_PLACE) and not why:
        why = "时间和地点写在一格里"
    draft.put("where", told, place, why, TableColumn.PLACE)


def _put_units(draft: Draft, headings: Headings) -> None:
    made: dict[str, Value] = {}
    whys: list[str] = []
    cells = []
    for column, role in (*_ROLES.items(), (TableColumn.UNIT, Role.RESPONSIBLE)):
        cell = draft.row.cell(column)
        if cell is None or is_blank(cell.text) or (column is TableColumn.UNIT and made):
            continue
        found, why = roles(cell.text, role)
        for named, units in found.items():
            made.setdefault(named, units)
        whys.append(why)
        if column is TableColumn.UNIT:
            whys.append(f"表头只写“{headings[column]}”，是按责任单位读的")
        elif re.search("[（(/、]", headings[column]):
            whys.append(f"表头写的是“{headings[column]}”，分不出哪家主办、哪家承办")
        if column in draft.row.guessed:
            whys.append("单位一格空着，是照上面一行填的")
        cells.append(cell)
    if cells and made:
        read = "；".join(line(cell.text) for cell in cells)
        why = "；".join(dict.fromkeys(filter(None, whys)))
        draft.fields["organisers"] = Finding(made, read, cells[0].where, why)


def _put_audience(draft: Draft, context: Context) -> None:
    cell = draft.row.cell(TableColumn.AUDIENCE)
    if cell is None or is_blank(cell.text):
        return
    known, strange, why = audiences(cell.text, context.setting)
    for word in strange:
        if aged := ages_in(word):
            draft.put("ages", aged, cell)
    strange = [word for word in strange if not ages_in(word)]
    if known:
        whys = [why, f"“{'、'.join(strange)}”不在词表里" if strange else ""]
        draft.put("audience", list(known), cell, "；".join(filter(None, whys)))
    if strange:
        draft.leave(
            "、".join(strange),
            cell.where,
            "词表（data/terms.yaml 的 audiences）里没有这样的对象；要用请先加上",
        )
    admits, reason = admitted(cell.text)
    if admits:
        draft.put("admits", admits, cell, reason)


def _whole(row: Row) -> str:
    texts = [cell.text for cells in row.cells.values() for cell in cells if cell.text]
    return " ".join(line(text) for text in dict.fromkeys(texts))
