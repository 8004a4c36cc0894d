"""Districts, each with its parents."""

from collections.abc import Iterable

from scienceweek.model.district import District
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.organisation import DistrictRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.order import ordered
from scienceweek.source.resolution.points import point
from scienceweek.source.resolution.registers import Registers


def districts(desk: Registers, entries: Iterable[RecordEntry[DistrictRecord]]) -> tuple[District, ...]:
    """The districts in the order in which they are written; the desk knows them afterwards."""
    entries = tuple(entries)
    codes: dict[str, str] = {}
    for entry in ordered(desk, entries):
        record = entry.record
        if other := codes.get(record.code):
            desk.error(entry, f"代码{quoted(record.code)}已经是“{other}”的。", "code")
        codes[record.code] = record.name
        parent = desk.districts.find(record.parent, entry, "parent")
        if record.parent and parent is None:
            desk.rootless.add(record.id)
        district = District(
            id=record.id,
            name=record.name,
            short=record.short,
            code=record.code,
            parent=parent,
            area_code=record.area_code or "",
            point=point(record.point),
            readings=record.reading,
            was=record.was,
        )
        desk.districts.add(record.id, district, record.name, record.short, *record.was)
    return tuple(found for entry in entries if (found := desk.districts[entry.record.id]))
