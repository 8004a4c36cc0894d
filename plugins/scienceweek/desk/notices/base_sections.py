"""Sections that each are a base: its name, in brackets or under labels its address and its number, its hours and what it does."""

import re
from collections.abc import Iterator

from scienceweek.desk.documents import Cell
from scienceweek.desk.findings import LeftOut
from scienceweek.desk.notices.announced import Found
from scienceweek.desk.notices.outline import NoticeSection
from scienceweek.desk.tables.bases import base
from scienceweek.desk.tables.cells import apart
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.context import Context
from scienceweek.desk.tables.headings import column
from scienceweek.desk.tables.layout import Row

_TITLE = re.compile(r"(?P<name>[^（(，。：:]{3,40}?)\s*(?:[（(](?P<said>[^（()）]*[：:][^（()）]*)[)）])?")
_LABELLED = re.compile(r"^[·•\s]*(?P<label>[\u4e00-\u9fff]{2,8})\s*[：:]\s*(?P<said>.+)$")
_DOES = frozenset(
    ["特色活动", "活动安排", "活动内容", "活动项目", "科普活动", "主要活动", "期间活动", "开展活动"]
)
_KEPT = frozenset(
    [
        *(TableColumn.ADDRESS, TableColumn.PHONE, TableColumn.PERSON, TableColumn.CONTACT, TableColumn.HOURS),
        *(
            TableColumn.BASE_TYPE,
            TableColumn.BOOKING,
            TableColumn.FEE,
            TableColumn.REMARKS,
            TableColumn.ACCESS,
        ),
        *(TableColumn.WHEN, TableColumn.CONTENT),
        *(TableColumn.PROGRAMME, TableColumn.CLOSED, TableColumn.TOWN),
    ]
)
_PLACE = re.compile("馆|园|基地|中心|所|院|台|站|厂|实验室|景区|公司|社|庙|苑|洞|湖$|山$")


def is_base(section: NoticeSection) -> bool:
    """Whether a *section* is called like a place, and says of it where it is or when it is open."""
    return _row(section) is not None


def base_of(section: NoticeSection, context: Context) -> Iterator[Found]:
    """The base that a *section* is, and what it does."""
    told = _row(section)
    if told is not None:
        row, labels = told
        yield from base(row, context, labels)
        read = [cell.text for cells in row.cells.values() for cell in cells]
        for text, where in _lines(section):
            if not any(one in text for one in read):
                yield LeftOut(text, where, "没有读进这个基地，请看看")


def _row(section: NoticeSection) -> tuple[Row, dict[TableColumn, str]] | None:
    """The *section* as the row of a table, and what its columns are called."""
    titled = _TITLE.fullmatch(section.title)
    if not titled or not _PLACE.search(titled["name"]):
        return None
    cells: dict[TableColumn, tuple[Cell, ...]] = {}
    labels: dict[TableColumn, str] = {}
    inside = apart(titled["said"] or "", "；;，,")
    for text, where in (*((one, section.where) for one in inside), *_lines(section)):
        said = _LABELLED.match(text)
        what = _column(said["label"]) if said else None
        if said and what in _KEPT and what not in cells:
            cells[what] = (Cell(said["said"].rstrip("。"), where),)
            labels[what] = said["label"]
    if not cells.keys() & {TableColumn.ADDRESS, TableColumn.HOURS}:
        return None
    if len(cells) < 2 and not section.lines:  # noqa: PLR2004 - a name with one fact may be a heading
        return None
    cells[TableColumn.NAME] = (Cell(titled["name"], section.where),)
    return Row(cells, section.where), labels


def _lines(section: NoticeSection) -> Iterator[tuple[str, str]]:
    """What stands in it, and where."""
    yield from ((line.text, line.where) for line in section.lines)
    yield from ((f"{one.title}{one.stop}{one.text}", one.where) for one in section.sections)


def _column(label: str) -> TableColumn | None:
    return TableColumn.PROGRAMME if label in _DOES else column(label)
