"""Where activities happen."""

from collections.abc import Iterable
from typing import Any

from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Location, Online, OnTour
from scienceweek.source.mistakes.problems import choices, quoted
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.records.where import WhereRecord
from scienceweek.source.resolution.registers import Registers

_KINDS = ("base", "venue", "place", "area", "tour", "online")
_COMPANIONS = {"address": ("place",), "words": ("venue", "area"), "platform": ("online",)}


def locations(
    desk: Registers, entry: RecordEntry[ActivityRecord], written: Iterable[WhereRecord], *path: str | int
) -> tuple[Location, ...]:
    """The locations *written* at *path* of *entry*."""
    found = [_location(desk, entry, one, *path, number) for number, one in enumerate(written)]
    return tuple(location for location in found if location)


def _location(
    desk: Registers, entry: RecordEntry[ActivityRecord], written: WhereRecord, *path: str | int
) -> Location | None:
    kinds = [kind for kind in _KINDS if getattr(written, kind) is not None]
    if not kinds and not entry.sound:
        return None
    if len(kinds) != 1:
        found = f"这里写了 {'、'.join(kinds)}" if kinds else "这里一个也没有写"
        desk.error(entry, f"一个地点只写一项：{choices(_KINDS)}；{found}。有几个地点就写成列表。", *path)
        return None
    for key, partners in _COMPANIONS.items():
        if getattr(written, key) and kinds[0] not in partners:
            desk.error(entry, f"“{key}”只能和 {choices(partners)} 一起写。", *path, key)
    return _shape(desk, entry, written, *path)


def _shape(
    desk: Registers, entry: RecordEntry[Any], written: WhereRecord, *path: str | int
) -> Location | None:
    if written.base:
        base = desk.bases.find(written.base, entry, *path, "base")
        return AtBase(base) if base else None
    if written.venue:
        venue = desk.venues.find(written.venue, entry, *path, "venue")
        return AtVenue(venue, written.words or "") if venue else None
    if written.place:
        return AtPlace(written.place, written.address or "")
    if written.tour:
        return OnTour(written.tour)
    if written.online:
        return _online(desk, entry, written, *path)
    if isinstance(written.area, tuple):
        if not written.area:
            desk.error(entry, "街镇名单是空的。请填上，或写 全区、各街镇。", *path, "area")
        return InArea(written.words or "、".join(written.area), written.area)
    return InArea(written.words or written.area or "")


def _online(desk: Registers, entry: RecordEntry[Any], written: WhereRecord, *path: str | int) -> Online:
    url = "" if written.online == "unknown" else written.online or ""
    if not url:
        desk.remind(
            entry,
            f"{quoted(entry.record.title)}是线上活动，没有网址，网页上会写“网址未公布”。",
            *path,
            "online",
        )
    return Online(url, written.platform or "")
