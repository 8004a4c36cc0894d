"""What bases and activities have in common: whom to call, and on what conditions one gets in."""

from collections.abc import Callable

from scienceweek.desk.documents import Cell
from scienceweek.desk.findings import Finding, Value
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.cells import Draft, is_blank, line
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.contacts import Called, contacts
from scienceweek.desk.tables.context import Context
from scienceweek.desk.tables.remarks import (
    Conditions,
    read_ages,
    read_booking,
    read_deadline,
    read_fee,
    read_remarks,
    read_seats,
)

Headings = dict[TableColumn, str]
"""What the columns of a table are called."""


def put_contacts(draft: Draft, context: Context) -> None:
    """The people and numbers of a row, as contacts; those for staff only are left out."""
    row = draft.row
    people, both = row.text(TableColumn.PERSON), row.text(TableColumn.CONTACT)
    numbers = "\n".join(cell.text for cell in row.cells.get(TableColumn.PHONE, ()) if not is_blank(cell.text))
    called = contacts(people, numbers, context.setting.area_code)
    if not is_blank(both):
        more = contacts(both, "", context.setting.area_code)
        called = Called(
            [*called.contacts, *more.contacts], [*called.left, *more.left], called.why or more.why
        )
    cell = row.cell(TableColumn.PERSON, TableColumn.CONTACT, TableColumn.PHONE)
    if cell and called.contacts:
        read = " ".join(line(part) for part in (people, numbers, both) if part)
        draft.fields["contacts"] = Finding(called.contacts, read, cell.where, called.why)
    for read, why in called.left if cell else ():
        number = row.cell(TableColumn.PHONE, TableColumn.CONTACT, TableColumn.PERSON) or cell
        draft.leave(read, number.where if number else row.where, why)
    for cell in row.cells.get(TableColumn.INTERNAL, ()):
        if not is_blank(cell.text):
            draft.leave(cell.text, cell.where, "内部联系人，不写进数据")


def put_conditions(
    draft: Draft, context: Context, headings: Headings, taken: Callable[[str], bool] | None = None
) -> None:
    """Fee, booking, seats, ages and what else remarks say; *taken* takes what is said of something else."""
    said = Conditions(taken=taken)
    cells: list[Cell] = []
    setting = context.setting
    for column in (
        *(
            TableColumn.FEE,
            TableColumn.BOOKING,
            TableColumn.BOOKING_PHONE,
            TableColumn.ACCOUNT,
            TableColumn.DEADLINE,
        ),
        *(TableColumn.CAPACITY, TableColumn.AGES, TableColumn.LANGUAGE, TableColumn.REMARKS),
    ):
        for cell in draft.row.cells.get(column, ()):
            if not cell.text:
                continue
            cells.append(cell)
            _read(said, column, cell.text, headings[column], setting)
    said.settle()
    read = "；".join(line(cell.text) for cell in cells)
    _put(draft, said, read, cells[0].where if cells else draft.row.where)


def _read(said: Conditions, column: TableColumn, text: str, heading: str, setting: Setting) -> None:
    match column:
        case TableColumn.FEE:
            read_fee(said, text, heading)
        case TableColumn.BOOKING:
            read_booking(said, text, setting)
        case TableColumn.BOOKING_PHONE if not is_blank(text):
            read_remarks(said, f"预约电话：{line(text)}", setting)
        case TableColumn.ACCOUNT if not is_blank(text):
            read_remarks(said, f"公众号“{line(text)}”{'预约' if '预约' in heading else ''}", setting)
        case TableColumn.DEADLINE:
            read_deadline(said, text, setting)
        case TableColumn.CAPACITY:
            read_seats(said, text, heading)
        case TableColumn.AGES:
            read_ages(said, text)
        case TableColumn.LANGUAGE | TableColumn.REMARKS if not is_blank(text):
            read_remarks(said, text, setting)


def _put(draft: Draft, said: Conditions, read: str, where: str) -> None:
    if said.rest:
        note = said.admission.get("note")
        said.admission["note"] = "；".join([*([str(note)] if note else []), *said.rest])
        said.doubt("admission", "备注的原话写进了说明，请看看宜不宜公开")
    if said.admission:
        bare: Value = said.admission["fee"] if set(said.admission) == {"fee"} else said.admission
        draft.fields["admission"] = Finding(bare, read, where, said.whys.get("admission", ""))
    for name, value in said.fields.items():
        draft.fields.setdefault(name, Finding(value, read, where, said.whys.get(name, "")))
    if said.calls:
        draft.fields.setdefault("contacts", Finding(said.calls, read, where, ""))
