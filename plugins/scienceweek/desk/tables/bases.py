"""Tables of bases: what each is, and in one cell of it what it does, which becomes activities and periods in which it is open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from scienceweek.desk.documents import Cell
from scienceweek.desk.findings import Finding, FoundRecord, Kind, LeftOut, Value
from scienceweek.desk.tables.cells import Draft, broken, is_blank, line, roles
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.context import Context
from scienceweek.desk.tables.layout import Row
from scienceweek.desk.tables.places import is_itself, where
from scienceweek.desk.tables.programme import ProgrammeItem, items
from scienceweek.desk.tables.remarks import Conditions, read_remarks
from scienceweek.desk.tables.shared_fields import Headings, put_conditions, put_contacts
from scienceweek.desk.tables.terms import district, kind, term
from scienceweek.desk.tables.times import joined, moment
from scienceweek.model.days import extent
from scienceweek.model.organisation import Role
from scienceweek.model.schedule import Days, Recurring, Session
from scienceweek.source.notation.moments import MomentError, schedules
from scienceweek.source.notation.opening_hours import HoursError, opening_hours

Found = FoundRecord | LeftOut
_STREET = re.compile(r"(?:^|[区县市旗])(?P<town>[^省市区县旗\W\d]{2,6}?(?P<kind>街道|镇|乡))(?![路街大巷道])")
_LONGEST = 40
_ALWAYS = re.compile("全年(?:开放|无休)?|常年(?:开放)?|长期(?:开放)?|全天")
_NEAR = timedelta(days=14)
_NUMBERED = re.compile(r"[路街道巷弄村里镇]\s*[0-9０-９一二三四五六七八九十—-]+号")
_WEEKLY = re.compile("每|周|星期|工作日|节假日|双休日")
_CAMPAIGN = re.compile(r"[0-9]\s*[.．月日号]|期间|旬")


def base(row: Row, context: Context, headings: Headings) -> Iterator[Found]:
    """The base of a *row*, then the activities in its programme."""
    draft = Draft(row)
    named = row.cell(TableColumn.BASE, TableColumn.NAME, TableColumn.UNIT)
    if named is None or is_blank(named.text):
        yield LeftOut(_whole(row), row.where, "这一行没有写名称")
        return
    name = line(named.text)
    strange = "不像一个名称" if len(name) > _LONGEST or re.search("[；;。“”]|[0-9][月日]", name) else ""
    draft.put("name", name, named, strange or broken(named.text))
    _put_type(draft, context)
    draft.words("address", TableColumn.ADDRESS, TableColumn.PLACE)
    if (address := draft.fields.get("address")) and len(_NUMBERED.findall(str(address.value))) > 1:
        draft.fields["address"] = address.doubted("写着几个门牌号，请看看是一个地址还是几个")
    _put_town(draft)
    put_district(draft, context)
    put_contacts(draft, context)
    _put_hours(draft, context)
    put_conditions(draft, context, headings, lambda said: _put_more_hours(draft, said))
    draft.words("url", TableColumn.WEBSITE)
    if "url" in draft.fields and not re.match("https?://", str(draft.fields["url"].value)):
        url = draft.fields.pop("url")
        draft.leave(url.read, url.where, "不是网址（要以 http:// 或 https:// 开头）")
    put_text(draft)
    if (way := row.cell(TableColumn.ACCESS)) and not is_blank(way.text):
        draft.put("access", [line(one) for one in way.text.split("\n")], way)
    for name_of in ("rain", "admits"):
        if of_activities := draft.fields.pop(name_of, None):
            draft.leave(_said(of_activities), of_activities.where, "基地没有这一项，请写到活动或开放时段里")
    # A list of bases says what they do in one cell, or in several for different kinds of it.
    activities: list[Found] = []
    for cell in row.cells.get(TableColumn.PROGRAMME, ()):
        if not is_blank(cell.text):
            activities += programme(draft, cell, name, context)
    yield draft.record(Kind.BASE)
    yield from draft.left_out
    yield from activities


def _said(found: Finding) -> str:
    """The words of *found*; of all remarks those that it has itself."""
    value = found.value
    return str(value["note"]) if isinstance(value, dict) and "note" in value else found.read


def programme(draft: Draft, cell: Cell, name: str, context: Context) -> Iterator[Found]:
    """The items of a *cell* of the base called *name*: openings go into its *draft*, activities are told."""
    doors = _Doors(draft, cell, context)
    for item in items(cell.text, context.setting):
        if item.is_opening:
            doors.open(item)
        elif not item.title:
            yield LeftOut(item.read, cell.where, "没有写是什么活动")
        else:
            yield of_base(draft.row, item, cell, name, context)
    doors.close()


@dataclass(slots=True)
class _Doors:
    """What a *cell* says of the doors of the base that is in *draft*: regular hours, and periods of the campaign."""

    draft: Draft
    cell: Cell
    context: Context
    periods: list[Value] = field(default_factory=list)
    whys: list[str] = field(default_factory=list)

    def open(self, item: ProgrammeItem) -> None:
        """What *item* says."""
        if self._regular(item):
            return
        if item.when:
            self._period(item)
        elif item.is_free:
            why = "没有写哪些日子免费"
            self.draft.fields.setdefault("admission", Finding("free", item.read, self.cell.where, why))
        else:
            self.draft.leave(item.read, self.cell.where, "没有写哪些日子开放")

    def close(self) -> None:
        """Put the periods into the draft."""
        if self.periods:
            before = self.draft.fields.get("opening")
            if before and isinstance(before.value, list):
                self.periods[:0] = before.value
                self.whys.append(before.why)
            why = "；".join(dict.fromkeys(filter(None, self.whys)))
            self.draft.fields["opening"] = Finding(self.periods, line(self.cell.text), self.cell.where, why)

    def _regular(self, item: ProgrammeItem) -> bool:
        if not _WEEKLY.search(item.read) or _CAMPAIGN.search(item.read):
            return False
        bare = re.sub("(?:免费)?(?:对外)?开放(?:参观)?$", "", f"{item.when}{item.said}")
        for said in (item.read, item.when, bare):
            if _reads_hours(said):
                before = self.draft.fields.get("hours")
                lines = [*(before.value if before and isinstance(before.value, list) else []), said]
                self.draft.fields["hours"] = Finding(lines, item.read, self.cell.where)
                if item.is_free:
                    self.draft.fields.setdefault("admission", Finding("free", item.read, self.cell.where))
                return True
        return False

    def _period(self, item: ProgrammeItem) -> None:
        told = moment(item.when, self.context.setting)
        made = _period(told.value, self.context)
        if item.is_free:
            made["admission"] = "free"
        if item.note:
            made["note"] = item.note
        if item.place and not is_itself(item.place):
            self.whys.append(f"写着在“{item.place}”开放")
        if item.is_carried:
            self.whys.append("月份是照前一项写的")
        self.whys.append(told.why)
        self.periods.append(made)


def _period(when: Value, context: Context) -> dict[str, Value]:
    """A period in which a base is open, of the campaign if that is known."""
    campaign: dict[str, Value] = {"campaign": context.setting.campaign} if context.setting.campaign else {}
    return campaign | {"when": when}


def of_base(row: Row, item: ProgrammeItem, cell: Cell, name: str, context: Context) -> FoundRecord:
    """The activity that *item* of a base is."""
    draft = Draft(row)

    def put(key: str, value: Value, why: str = "", read: str = "") -> None:
        draft.fields[key] = Finding(value, read or item.read, cell.where, why)

    put_item(draft, item, cell, context)
    if name:
        put("tier", "base")
        put("base", name, read=row.text(TableColumn.BASE, TableColumn.NAME, TableColumn.UNIT) or name)
    elif unit := row.cell(TableColumn.UNIT, TableColumn.RESPONSIBLE, TableColumn.HOST):
        value, why = roles(unit.text, Role.RESPONSIBLE)
        draft.put("organisers", value, unit, why)
    told, why = where(item.place, name, context.places)
    if told:
        put(
            "where",
            told,
            "；".join(filter(None, (why, "地点在括号里，请看看是不是" if item.is_place_guessed else ""))),
        )
    return draft.record(Kind.ACTIVITY, cell.where)


def put_item(draft: Draft, item: ProgrammeItem, cell: Cell, context: Context) -> None:
    """What *item* says but for where it is: its name, its time, and what stands in brackets."""

    def put(key: str, value: Value, why: str = "") -> None:
        draft.fields[key] = Finding(value, item.read, cell.where, why)

    put("title", item.title, item.why)
    if item.subtitle:
        put("subtitle", item.subtitle, item.why)
    told = moment(item.when, context.setting)
    carried = "日子或月份是照前一项写的" if item.is_carried else ""
    put("when", told.value, "；".join(filter(None, (carried, told.why))))
    if found := kind(item.title, context.setting):
        put("kind", found.id, "按名称推断")
    said = Conditions()
    if item.note:
        read_remarks(said, item.note, context.setting)
        said.settle()
        if said.rest:
            said.admission["note"] = "，".join(said.rest)
            said.doubt("admission", "括号里的话写进了说明，请看看")
        if said.admission:
            bare = said.admission["fee"] if set(said.admission) == {"fee"} else said.admission
            put("admission", bare, said.whys.get("admission", ""))
        for key, value in said.fields.items():
            put(key, value, said.whys.get(key, ""))
    if item.said.strip(" 。") not in {item.title, ""}:
        put("description", f"{item.said.strip(' 。')}。")


def put_text(draft: Draft) -> None:
    """What it is about, in the lines in which it stands."""
    cell = draft.row.cell(TableColumn.CONTENT)
    if cell and not is_blank(cell.text):
        draft.put("description", "\n".join(map(line, cell.text.split("\n"))).strip(), cell)


def put_district(draft: Draft, context: Context) -> None:
    """The district of a row in a list of several, or of the rows that it stands among."""
    cell = draft.row.cell(TableColumn.DISTRICT)
    under = heading(draft.row.under)
    if cell is None and (found := district(under, context.setting)):
        draft.fields["district"] = Finding(found, draft.row.under, draft.row.where)
    if cell is None or is_blank(cell.text):
        return
    if found := district(cell.text, context.setting):
        draft.put("district", found, cell, column=TableColumn.DISTRICT)
    else:
        draft.leave(cell.text, cell.where, "data/districts.yaml 里没有这个区县，请先加上")


def heading(under: str) -> str:
    """A line across the table without what numbers it and how many it counts: 一、渝北区（13家）."""
    return re.sub(
        r"^[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]+\s*|[（(][^（()）]*[)）]$|[:：]$", "", line(under)
    ).strip()


def _put_type(draft: Draft, context: Context) -> None:
    cell = draft.row.cell(TableColumn.BASE_TYPE, TableColumn.TYPE, TableColumn.KIND)
    under = (
        term(heading(draft.row.under), context.setting.known.terms.base_types) if draft.row.under else None
    )
    if cell is None and under:
        draft.fields["type"] = Finding(under.id, draft.row.under, draft.row.where)
    if cell is None or is_blank(cell.text):
        return
    if found := term(cell.text, context.setting.known.terms.base_types):
        draft.put("type", found.id, cell, column=TableColumn.BASE_TYPE)
    else:
        draft.leave(
            cell.text, cell.where, "词表（data/terms.yaml 的 base_types）里没有这个基地类型，请先加上"
        )


def _put_town(draft: Draft) -> None:
    if "address" not in draft.fields:
        draft.words("town", TableColumn.TOWN)
        return
    address = draft.fields["address"]
    draft.words("town", TableColumn.TOWN)
    if "town" not in draft.fields and (found := _STREET.search(str(address.value))):
        why = "" if found["kind"] == "街道" else "从地址里看出来的"
        draft.fields["town"] = Finding(found["town"], address.read, address.where, why)


def _put_hours(draft: Draft, context: Context) -> None:
    """Regular hours, line by line, and the day on which it is closed."""
    lines: list[Value] = []
    told = [
        cell
        for column in (TableColumn.HOURS, TableColumn.WHEN)
        for cell in draft.row.cells.get(column, ())
        if not is_blank(cell.text)
    ]
    if told and _put_period(draft, told, context):
        told = []
    days = [cell for cell in told if _ALWAYS.fullmatch(line(cell.text))]
    if is_vague := bool(days) and len(told) > len(days):
        # 全年 | 周一至周五 9:00-17:00: the first says no more than that it is not for a season.
        told = [cell for cell in told if cell not in days]
    for cell in told:
        found = _hours(cell.text)
        if found is None:
            draft.leave(cell.text, cell.where, "看不懂这个开放时间，请照手册改写成几行")
        lines += found or []
    why = "开放的日子和钟点写在两处，请看看合起来对不对" if len(told) > 1 or is_vague else ""
    closed = draft.row.cell(TableColumn.CLOSED)
    if closed and not is_blank(closed.text):
        said = line(closed.text)
        said = said if re.search("闭|休|不开", said) else f"{said}闭馆"
        if _reads_hours(said):
            lines.append(said)
        else:
            draft.leave(closed.text, closed.where, "看不懂这个闭馆日")
    if lines:
        cells = [*told, *([closed] if closed and not is_blank(closed.text) else [])]
        read = "；".join(line(one.text) for one in cells)
        draft.fields["hours"] = Finding(lines, read, cells[0].where, why)


def _put_period(draft: Draft, cells: Sequence[Cell], context: Context) -> bool:
    """Whether *cells* say days of the campaign, and no regular hours: then these are put, with the hours beside them."""
    day, *hours = cells
    if not _CAMPAIGN.search(day.text):
        return False
    is_regular = _hours(day.text) is not None
    if is_regular and not _in_campaign(day.text, context):
        return False
    told = joined(day.text, "\n".join(cell.text for cell in hours), context.setting)
    if not isinstance(told.value, str):
        return False
    read = " ".join(line(cell.text) for cell in cells)
    why = "是当作活动周的开放时段读的，不是平时的开放时间" if is_regular else ""
    whys = "；".join(filter(None, (told.why, why)))
    draft.fields["opening"] = Finding([_period(told.value, context)], read, day.where, whys)
    return True


def _in_campaign(text: str, context: Context) -> bool:
    """Whether the days of *text* are about those of the campaign: 5月25日-6月1日 is then no season of every year."""
    window = context.setting.window
    try:
        found = schedules(line(text), window=window, year=context.setting.year) if window else ()
    except MomentError:
        return False
    days = [extent(one) for one in found if isinstance(one, Days | Session | Recurring)]
    return bool(days) and all(
        window and one and window.first - _NEAR <= one.first and one.last <= window.last + _NEAR
        for one in days
    )


def _put_more_hours(draft: Draft, said: str) -> bool:
    """Whether remarks say something of the doors that the grammar reads: 周一闭馆."""
    cell = draft.row.cell(TableColumn.REMARKS)
    if not cell or not re.search("闭|休息|开放|开馆", said) or not _reads_hours(said):
        return False
    before = draft.fields.get("hours")
    lines = [*(before.value if before and isinstance(before.value, list) else []), said]
    read = "；".join(filter(None, (before.read if before else "", said)))
    draft.fields["hours"] = Finding(lines, read, before.where if before else cell.where)
    return True


def _hours(text: str) -> list[Value] | None:
    """*text* as lines that the grammar reads: as a whole, or as it is broken."""
    for pieces in ([line(text)], text.split("\n"), re.split("[\n；;。]", text)):
        lines = [one for piece in pieces if (one := line(piece).rstrip("。；;"))]
        if lines and all(map(_reads_hours, lines)):
            return list(lines)
    return None


def _reads_hours(text: str) -> bool:
    try:
        return bool(opening_hours(text))
    except HoursError:
        return False


def _whole(row: Row) -> str:
    texts = [cell.text for cells in row.cells.values() for cell in cells if cell.text]
    return " ".join(line(text) for text in dict.fromkeys(texts))
