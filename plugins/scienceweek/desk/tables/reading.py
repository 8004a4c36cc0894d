"""Tables become what was found in them: which kind of table each is, and what its rows say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from scienceweek.desk.documents import Table
from scienceweek.desk.findings import Findings, FoundRecord, Kind, LeftOut, Sort
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.activities import TIMES, activity
from scienceweek.desk.tables.bases import Found, base, heading
from scienceweek.desk.tables.cells import is_blank, line
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.context import Context
from scienceweek.desk.tables.forms import form
from scienceweek.desk.tables.layout import Listing, Row, listings, unknown_headings
from scienceweek.desk.tables.places import Places
from scienceweek.desk.tables.repeats import together
from scienceweek.desk.tables.shared_fields import Headings
from scienceweek.desk.tables.terms import district, term
from scienceweek.desk.tables.times import dated
from scienceweek.desk.tables.timetable import timetable

_OF_BASES = {
    TableColumn.ADDRESS,
    TableColumn.HOURS,
    TableColumn.CLOSED,
    TableColumn.BASE_TYPE,
    TableColumn.TYPE,
    TableColumn.PHONE,
    TableColumn.CONTACT,
    TableColumn.PROGRAMME,
    TableColumn.FEE,
    TableColumn.WEBSITE,
}
_OF_ACTIVITIES = {
    *TIMES,
    TableColumn.PLACE,
    TableColumn.HOST,
    TableColumn.RESPONSIBLE,
    TableColumn.UNDERTAKER,
    TableColumn.LEAD,
    TableColumn.SPEAKER,
    TableColumn.KIND,
}
_NAMES = (TableColumn.BASE, TableColumn.NAME, TableColumn.UNIT)
_EXAMPLES = ("基地名称", "地址", "联系电话", "活动名称", "时间", "地点", "主办单位", "备注")
_FEWEST = 2


def read_tables(tables: Sequence[Table], setting: Setting) -> Findings:
    """What the *tables* of a document say, in their order: bases, activities, and what was left out with why.

    Under ``base``, in ``where`` (``base``, ``venue``) and in ``organisers`` stands what the document calls them; ``type``, ``kind``,
    ``audience`` and ``district`` are ids that are known. An ``opening`` has no id yet.
    """
    setting = replace(setting, headings={**dict(setting.known.terms.headings), **setting.headings})
    context = Context(setting, Places.of(setting.known))
    found: list[Found] = [
        LeftOut(
            name,
            "data/terms.yaml",
            f"表头“{name}”写着是“{column}”，没有这样的一列；可以写 {'、'.join(_EXAMPLES)}",
        )
        for name, column in setting.headings.items()
        if TableColumn.read(column) is None
    ]
    for table in tables:
        fresh = list(_table(table, context))
        found += fresh
        context = _knowing(context, fresh)
    records = tuple(one for one in found if isinstance(one, FoundRecord))
    kinds = {one.kind for one in records}
    sort = Sort.BASES if Kind.BASE in kinds else Sort.ACTIVITIES if kinds else Sort.UNKNOWN
    return Findings(sort, records, tuple(one for one in found if isinstance(one, LeftOut)))


def _table(table: Table, context: Context) -> Iterator[Found]:
    yield from (LeftOut(what, table.name, why) for what, why in table.unread)
    filled = form(table, context.setting.headings)
    known = (filled,) if filled else listings(table, context.setting.headings)
    if not known:
        if (slots := timetable(table, context)) is not None:
            yield from slots
        else:
            yield from _strange(table)
        return
    for listing in known:
        own = context.of(listing)
        fresh = [_doubted(one, own) for one in _listing(listing, own)]
        yield from fresh
        context = _knowing(context, fresh)


def _doubted(found: Found, context: Context) -> Found:
    """*found*, whose times are not sure in a table of another year than the campaign."""
    if not context.other_year or isinstance(found, LeftOut):
        return found
    return found.with_doubtful_times(f"表的标题写的是{context.other_year}年，不是活动周的那一年")


def _knowing(context: Context, found: Iterable[Found]) -> Context:
    """*context*, to which the bases that were *found* are places that are known."""
    named = [one.name for one in found if isinstance(one, FoundRecord) and one.kind is Kind.BASE]
    return replace(context, places=context.places.with_bases(named)) if named else context


def _strange(table: Table) -> Iterator[LeftOut]:
    heads = unknown_headings(table)
    if len(heads) == 1 and len(table.rows) >= _FEWEST:
        yield LeftOut(
            heads[0],
            table.name,
            f"这张表只有一列，看不出是什么。第一行要有表头，一列写一项，例如 {'、'.join(_EXAMPLES[3:6])}",
        )
    if len(heads) >= _FEWEST and len(table.rows) >= _FEWEST:
        shown = "、".join(heads)
        yield LeftOut(
            shown,
            table.name,
            f"不认识这张表的表头：{shown}。请用 --map 表头=字段 告诉程序，例如 --map {heads[0]}=活动名称",
        )


def _listing(listing: Listing, context: Context) -> Iterator[Found]:
    columns = listing.columns
    headings = {head.column: head.text for head in reversed(listing.headings) if head.column}
    yield from listing.left_out
    yield from _unread(listing)
    yield from _unused(listing, columns)
    rows = [
        row
        for row in listing.rows
        if any(
            not is_blank(cell.text)
            for column, cells in row.cells.items()
            if column is not TableColumn.SERIAL
            for cell in cells
        )
    ]
    if not rows:
        yield LeftOut("、".join(head.text for head in listing.headings), listing.name, "是一张没有填的空白表")
        return
    if _is_of_bases(columns):
        for row in _whole_bases(rows):
            yield from base(row, context, headings)
    elif _is_of_activities(columns):
        yield from _both(listing, context) if TableColumn.BASE in columns and columns & _OF_BASES else ()
        yield from _activities(rows, context, headings)
    else:
        for row in rows:
            texts = [cell.text for cells in row.cells.values() for cell in cells if cell.text]
            yield LeftOut(
                line(" ".join(dict.fromkeys(texts))), row.where, "这张表没有基地或活动，可能是联络名单"
            )
    yield from _among(listing, context)
    for note in listing.notes:
        yield LeftOut(line(note.text), note.where, "表下面的注，请看看要不要写进去")


def _is_of_bases(columns: frozenset[TableColumn]) -> bool:
    """Whether each row is a base: it is called one, or has doors and an address, and no activity beside."""
    if columns & {TableColumn.TITLE} or (TableColumn.CONTENT in columns and columns & set(TIMES)):
        return False
    if TableColumn.BASE in columns:
        return True
    named = bool(columns & {TableColumn.NAME, TableColumn.UNIT})
    is_place = bool(columns & {TableColumn.HOURS, TableColumn.CLOSED, TableColumn.BASE_TYPE}) or (
        TableColumn.ADDRESS in columns and not columns & _OF_ACTIVITIES
    )
    return named and is_place


def _is_of_activities(columns: frozenset[TableColumn]) -> bool:
    titled = columns & {TableColumn.TITLE, TableColumn.CONTENT, TableColumn.PROGRAMME}
    return bool(titled) or (TableColumn.NAME in columns and bool(columns & _OF_ACTIVITIES))


def _whole_bases(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of one base as one: those over which its name is merged, or below which it is left away."""
    together: list[Row] = []
    for row in rows:
        named = row.cell(*_NAMES)
        goes_on = (
            named is not None
            and named.joined
            and row.text(*_NAMES) == (together[0].text(*_NAMES) if together else "")
        )
        if together and not goes_on:
            yield _one_row(together)
            together = []
        together.append(row)
    if together:
        yield _one_row(together)


def _one_row(rows: Sequence[Row]) -> Row:
    """*rows* with what each has of its own; what is merged counts once."""
    cells = {
        column: tuple(
            cell
            for number, row in enumerate(rows)
            for cell in row.cells.get(column, ())
            if not (number and (cell.joined or not cell.text))
        )
        for column in rows[0].cells
    }
    return replace(rows[0], cells=cells)


def _activities(rows: Sequence[Row], context: Context, headings: Headings) -> Iterator[Found]:
    """The activities of *rows*; one over which its name is merged is one, at several times."""
    before: FoundRecord | None = None
    for row in rows:
        named = row.cell(TableColumn.TITLE, TableColumn.NAME)
        for one in activity(row, context, headings):
            if not isinstance(one, FoundRecord):
                yield one
                continue
            whole = together(before, one) if before and named and named.joined else None
            if before and not whole:
                yield before
            before = whole or one
    if before:
        yield before


def _both(listing: Listing, context: Context) -> Iterator[Found]:
    """The bases of a table that says of each activity at which base it is, and of that where it is or whom one calls there."""
    own = {TableColumn.BASE, TableColumn.BASE_TYPE, TableColumn.HOURS, TableColumn.CLOSED, TableColumn.TOWN}
    if TableColumn.PLACE in listing.columns:
        own.add(TableColumn.ADDRESS)
    if not listing.columns & (own - {TableColumn.BASE}):
        return
    headings = {head.column: head.text for head in listing.headings if head.column in own}
    seen: set[str] = set()
    for row in listing.rows:
        name = line(row.text(TableColumn.BASE))
        if name and name not in seen:
            seen.add(name)
            cells = {column: cells for column, cells in row.cells.items() if column in own}
            yield from base(Row(cells, row.where, row.under, row.guessed), context, headings)


def _among(listing: Listing, context: Context) -> Iterator[LeftOut]:
    """Lines across the table that have become nothing."""
    for under in dict.fromkeys(row.under for row in listing.rows if row.under):
        said = heading(under)
        known = district(said, context.setting) or term(said, context.setting.known.terms.base_types)
        if not known and not dated(under):
            yield LeftOut(line(under), listing.name, "是表里的小标题，没有写进哪一项")


_NOT_OF_ACTIVITIES = {
    *(TableColumn.TOWN, TableColumn.HOURS, TableColumn.CLOSED, TableColumn.BASE_TYPE, TableColumn.ACCESS),
    TableColumn.EXPECTED,
}
_NOT_OF_BASES = {
    *(TableColumn.DATE, TableColumn.WEEKDAY, TableColumn.START, TableColumn.END, TableColumn.WHEN_AND_PLACE),
    *(TableColumn.HOST, TableColumn.UNDERTAKER, TableColumn.CO_ORGANISER, TableColumn.SUPPORT),
    *(TableColumn.PARTICIPANT, TableColumn.GUIDE, TableColumn.LEAD, TableColumn.RESPONSIBLE),
    *(TableColumn.SPEAKER, TableColumn.AUDIENCE, TableColumn.STAGE, TableColumn.EXPECTED),
}
_SEVERAL = {
    *(TableColumn.SERIAL, TableColumn.PHONE, TableColumn.INTERNAL, TableColumn.STAGE, TableColumn.FEE),
    *(TableColumn.BOOKING, TableColumn.BOOKING_PHONE, TableColumn.ACCOUNT, TableColumn.DEADLINE),
    *(TableColumn.CAPACITY, TableColumn.AGES, TableColumn.LANGUAGE, TableColumn.REMARKS),
}
"""Columns of which all are read, if there are several."""


def _unused(listing: Listing, columns: frozenset[TableColumn]) -> Iterator[LeftOut]:
    """Columns that nothing is made of, though something stands in them."""
    is_of_bases, is_of_activities = _is_of_bases(columns), _is_of_activities(columns)
    if not is_of_bases and not is_of_activities:
        return
    idle = _NOT_OF_BASES if is_of_bases else _NOT_OF_ACTIVITIES
    if is_of_bases and TableColumn.ADDRESS in columns:
        idle = idle | {TableColumn.PLACE}
    if is_of_bases and columns & {TableColumn.BASE, TableColumn.NAME}:
        idle = idle | {TableColumn.UNIT}
    if is_of_activities and not is_of_bases and TableColumn.BASE in columns and columns & _OF_BASES:
        idle = {TableColumn.ACCESS, TableColumn.EXPECTED}
    if is_of_activities and not is_of_bases and columns & {TableColumn.TITLE, TableColumn.NAME}:
        idle = idle | {TableColumn.PROGRAMME}
    several = _SEVERAL | (
        {TableColumn.PROGRAMME, TableColumn.HOURS, TableColumn.WHEN} if is_of_bases else set()
    )
    met: set[TableColumn] = set()
    for head in listing.headings:
        if head.column is None or not any(row.text(head.column) for row in listing.rows):
            continue
        if head.column in idle:
            yield LeftOut(head.text, listing.name, f"“{head.text}”这一列没有可以写进去的项，没有读")
        elif head.column in met - several:
            yield LeftOut(head.text, listing.name, f"“{head.text}”和前面一列说的是一种，只读了前面一列")
        met.add(head.column)


def _unread(listing: Listing) -> Iterator[LeftOut]:
    """Columns of which nobody knows what they are, though something stands in them."""
    for head in listing.headings:
        if head.column is None and head.text:
            yield LeftOut(
                head.text,
                listing.name,
                f"不认识表头“{head.text}”，这一列没有读；可以写 --map {head.text}=字段",
            )
