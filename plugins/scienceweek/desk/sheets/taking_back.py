"""A workbook that was exported is taken back: what somebody has changed in it, and nothing else, goes into ``data/``."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scienceweek.desk.documents.spreadsheet import WorkbookPage, has_sheet, pages
from scienceweek.desk.documents.table import column as letters
from scienceweek.desk.drafts.shelves import Shelved, Shelves
from scienceweek.desk.findings import Kind, Value
from scienceweek.desk.sheets.cells import CellError, read
from scienceweek.desk.sheets.columns import TITLES, Fields, SheetColumn, changed, columns
from scienceweek.desk.sheets.export import IDENTIFIER, MARKER, mark, texts
from scienceweek.desk.sheets.names import Names

_HEADING = 10
"""Rows among which the headings are looked for."""
_SHOWN = 40
"""Characters of a cell in a message."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A record whose row somebody has changed: its *fields* as they are then, the cell of each that changed, and its *row*.

    *before* is the record as it is in ``data/``, None for one that is new; *id* is empty then. *gone*: its row was taken out.
    """

    before: Shelved | None
    fields: Fields
    cells: Mapping[str, str]
    row: str
    gone: bool = False

    @property
    def id(self) -> str:
        return self.before.id if self.before else ""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was changed in a table of some *kind*, what is wrong with it, and what somebody should *notice*."""

    kind: Kind
    campaign: str = ""
    district: str = ""
    changes: tuple[RowChange, ...] = ()
    faults: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass
class _Reading:
    """A table while it is read."""

    kind: Kind
    name: str
    names: Names
    columns: Mapping[int, SheetColumn] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def cell(self, row: int, place: int) -> str:
        """What people call the cell at *place* of *row*, which are counted from 0."""
        return f"{self.name}!{letters(place + 1)}{row + 1}"

    def fault(self, row: int, place: int, told: str) -> None:
        self.faults.append(f"{self.cell(row, place)}：{told}")


def is_exported(content: bytes) -> bool:
    """Whether *content* is a workbook that was exported from ``data/``."""
    return has_sheet(content, MARKER) and _kind(pages(content)) is not None


def taken_back(content: bytes, shelves: Shelves, names: Names) -> TakenBack:
    """What somebody has changed in an exported workbook. Raises ValueError for another."""
    found = pages(content)
    kind = _kind(found)
    if kind is None:
        raise ValueError("a workbook that was not exported")
    marker = next(page for page in found if page.name == MARKER)
    shown = next((page for page in found if page.name == TITLES[kind]), None)
    shown = shown or next(
        (page for page in found if not page.hidden), WorkbookPage(TITLES[kind], (), hidden=False)
    )
    reading = _Reading(kind, shown.name, names)
    campaign, district = (*marker.rows[1], "", "")[:2] if len(marker.rows) > 1 else ("", "")
    made = tuple(_changes(shown, _kept(marker), reading, shelves))
    return TakenBack(kind, campaign, district, made, tuple(reading.faults), tuple(reading.notices))


def _kind(found: Sequence[WorkbookPage]) -> Kind | None:
    first = next(
        (page.rows[0][0] for page in found if page.name == MARKER and page.rows and page.rows[0]), ""
    )
    return next((kind for kind in TITLES if mark(kind) == first), None)


def _kept(marker: WorkbookPage) -> dict[str, dict[str, str]]:
    """What stood in the table: by id and title."""
    if len(marker.rows) < 3:  # noqa: PLR2004 - what it is of, which records, the titles
        return {}
    titles = marker.rows[2]
    return {row[0]: dict(zip(titles, row, strict=False)) for row in marker.rows[3:] if row[0]}


def _changes(
    shown: WorkbookPage, kept: Mapping[str, Mapping[str, str]], reading: _Reading, shelves: Shelves
) -> Iterator[RowChange]:
    head = next((down for down, row in enumerate(shown.rows[:_HEADING]) if IDENTIFIER in row), None)
    if head is None:
        reading.faults.append(f"{shown.name}：没有“{IDENTIFIER}”这一列（它是隐藏的）。请重新导出，再改。")
        return
    by_title = {column.title: column for column in columns(reading.kind)}
    first = shown.rows[head].index(IDENTIFIER)
    _read_head(shown, head, by_title, reading)
    met: dict[str, int] = {}
    rows = _nearest(shown, head, first, kept, reading)
    for down, row in enumerate(shown.rows[head + 1 :], head + 1):
        id = row[first]
        if not any(row):
            continue
        if id and id not in kept:
            reading.fault(down, first, f"编号“{_short(id)}”不是导出来的。新的一行，请把编号清空。")
        elif id and rows[id] == down:
            met[id] = down
            yield from _row_changed(down, row, kept[id], reading, shelves.find(id))
        else:
            if id:
                told = f"第 {down + 1} 行的编号和第 {rows[id] + 1} 行一样：当作照它抄来的新的一行。"
                reading.notices.append(told)
            yield from _row_added(down, row, reading)
    for id in kept:
        if id not in met and (record := shelves.find(id)):
            yield from _row_gone(record, kept[id], reading)


def _read_head(
    shown: WorkbookPage, head: int, by_title: Mapping[str, SheetColumn], reading: _Reading
) -> None:
    found: dict[int, SheetColumn] = {}
    for place, title in enumerate(shown.rows[head]):
        below = any(row[place] for row in shown.rows[head + 1 :])
        if title in by_title and by_title[title] in found.values():
            reading.fault(head, place, f"“{title}”这一列有两个。请只留一个。")
        elif title in by_title:
            found[place] = by_title[title]
        elif title != IDENTIFIER and below:
            told = f"不认识“{_short(title)}”这一列。" if title else "这一列有内容，但是没有名称。"
            reading.fault(head, place, f"{told}请不要改第一行，也不要自己加列。")
    reading.columns = found


def _nearest(
    shown: WorkbookPage, head: int, first: int, kept: Mapping[str, Mapping[str, str]], reading: _Reading
) -> dict[str, int]:
    """The row of each id: of several, that which differs least from what was there, for the others were copied from it."""
    rows: dict[str, tuple[int, int]] = {}
    for down, row in enumerate(shown.rows[head + 1 :], head + 1):
        if (id := row[first]) in kept:
            apart = sum(row[place] != kept[id].get(one.title, "") for place, one in reading.columns.items())
            rows[id] = min(rows.get(id, (apart, down)), (apart, down))
    return {id: down for id, (_, down) in rows.items()}


def _row_changed(
    down: int, row: Sequence[str], was: Mapping[str, str], reading: _Reading, record: Shelved | None
) -> Iterator[RowChange]:
    edited = {
        place: one
        for place, one in reading.columns.items()
        if _plain(row[place]) != _plain(was.get(one.title, ""))
    }
    if not edited:
        return
    if record is None:
        reading.fault(
            down,
            min(edited),
            "这一行改过，可是这条记录已经从 data/ 里删去了。请删去这一行，或清空编号当作新的。",
        )
        return
    now = dict(zip(edited, texts(record, list(edited.values()), reading.names), strict=True))
    values: dict[SheetColumn, Value | None] = {}
    cells: dict[str, str] = {}
    for place, one in edited.items():
        if _plain(now[place]) == _plain(row[place]):
            continue
        if _plain(now[place]) != _plain(was.get(one.title, "")):
            told = f"导出以后，data/ 里的{one.title}也改过：现在是“{_short(now[place])}”。请重新导出，再改。"
            reading.fault(down, place, told)
            continue
        if not row[place] and one.field in ("title", "name"):
            reading.fault(down, place, f"{one.title}不能空着。")
            continue
        try:
            values[one] = read(row[place], one.shape, reading.names)
            cells[one.field] = reading.cell(down, place)
        except CellError as error:
            reading.fault(down, place, f"{one.title}：{error}")
    if values:
        yield RowChange(record, changed(record.fields, values), cells, reading.cell(down, 0))


def _row_added(down: int, row: Sequence[str], reading: _Reading) -> Iterator[RowChange]:
    values: dict[SheetColumn, Value | None] = {}
    cells: dict[str, str] = {}
    for place, one in reading.columns.items():
        if not row[place]:
            continue
        try:
            values[one] = read(row[place], one.shape, reading.names)
            cells.setdefault(one.field, reading.cell(down, place))
        except CellError as error:
            reading.fault(down, place, f"{one.title}：{error}")
    name = next((place for place, one in reading.columns.items() if one.field in ("title", "name")), 0)
    if not row[name]:
        reading.fault(down, name, "新的一行要有名称。不是新的一行，请删去。")
    elif values:
        yield RowChange(None, changed({}, values), cells, reading.cell(down, 0))


def _row_gone(record: Shelved, was: Mapping[str, str], reading: _Reading) -> Iterator[RowChange]:
    laid = columns(reading.kind)
    now = texts(record, laid, reading.names)
    same = all(
        _plain(told) == _plain(was[one.title])
        for one, told in zip(laid, now, strict=True)
        if one.title in was
    )
    if same:
        yield RowChange(record, {}, {}, "", gone=True)
    else:
        reading.faults.append(
            f"{reading.name}：表格里删去了“{record.name}”，可是导出以后 data/ 里改过它。请重新导出，再删。"
        )


def _plain(text: Any) -> str:
    """*text* without what programs change when they save: spaces at the ends of lines, kinds of line end."""
    return "\n".join(line.strip() for line in str(text).replace("\r\n", "\n").strip().split("\n"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
