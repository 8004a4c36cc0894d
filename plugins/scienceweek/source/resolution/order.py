"""Parents come before their children, whatever the order of the file."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from scienceweek.source.records.campaign import CampaignRecord
from scienceweek.source.records.organisation import DistrictRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

R = TypeVar("R", DistrictRecord, CampaignRecord)


def ordered(desk: Registers, entries: Sequence[RecordEntry[R]]) -> Iterator[RecordEntry[R]]:
    """The *entries*, parents first; a circle of parents is a problem, and comes last."""
    children: dict[str | None, list[RecordEntry[R]]] = {}
    known = {entry.record.id for entry in entries}
    for entry in entries:
        parent = entry.record.parent
        children.setdefault(parent if parent in known else None, []).append(entry)
    waiting = children.pop(None, [])[::-1]
    while waiting:
        entry = waiting.pop()
        yield entry
        waiting += children.pop(entry.record.id, [])[::-1]
    for circle in children.values():
        for entry in circle:
            desk.rootless.add(entry.record.id)
            desk.error(entry, f"上级绕成了圈：“{entry.record.id}”往上又回到它自己。", "parent")
    for circle in children.values():
        for entry in circle:
            yield RecordEntry(entry.file, entry.node, entry.record.model_copy(update={"parent": None}))
