"""Where it is: places, what becomes of it in rain, and what can be seen from afar."""

import re
from collections.abc import Sequence
from typing import Any

from scienceweek.model.activity import Rain
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Live, Location, Online, OnTour
from scienceweek.model.schedule import Days
from scienceweek.source.mistakes.problems import choices, quoted
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.records.where import LiveRecord, RainRecord, WhereRecord
from scienceweek.source.resolution.dates import schedules
from scienceweek.source.resolution.registers import Registers

_KINDS = ("base", "venue", "place", "area", "tour", "online")
_CHANNEL = re.compile("“(.+?)”")
_COMPANIONS = {
    "room": ("base", "venue", "place"),
    "meet": ("base", "venue", "place", "area", "tour"),
    "address": ("place",),
    "access": ("place",),
    "words": ("venue", "area"),
    "platform": ("online",),
    "account": ("online",),
}


def locations(
    desk: Registers, entry: RecordEntry[Any], written: Sequence[WhereRecord], *path: str | int
) -> tuple[Location, ...]:
    """The locations *written* in the list at *path* of *entry*."""
    found = [_location(desk, entry, one, *path, number) for number, one in enumerate(written)]
    return tuple(location for location in found if location)


def rain(
    desk: Registers, entry: RecordEntry[Any], written: RainRecord | None, window: Days, *path: str | int
) -> Rain | None:
    """What becomes of it in rain; times have the year of *window*."""
    if written is None:
        return None
    found = Rain(
        when=schedules(desk, entry, written.when, window, *path, "when"),
        where=locations(desk, entry, written.where, *path, "where"),
        note=written.note or "",
    )
    if not (written.when or written.where or written.note) and entry.sound:
        desk.error(
            entry, "下雨时怎么办没有写。请写改到哪天（when）、改到哪里（where），或一句话（note）。", *path
        )
    return found


def live(
    desk: Registers, entry: RecordEntry[Any], written: LiveRecord | None, *path: str | int
) -> Live | None:
    """What can be seen while it goes on."""
    if written is None:
        return None
    if not (written.url or written.platform or written.account) and entry.sound:
        desk.error(entry, "直播（live）写网址（url），或平台（platform）和帐号（account）。", *path)
    return Live(written.url or "", written.platform or "", written.account or "", written.note or "")


def _location(
    desk: Registers, entry: RecordEntry[Any], written: WhereRecord, *path: str | int
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
        return AtBase(base, *_spot(written)) if base else None
    if written.venue:
        venue = desk.venues.find(written.venue, entry, *path, "venue")
        return AtVenue(venue, written.words or "", *_spot(written)) if venue else None
    if written.place:
        return AtPlace(written.place, written.address or "", *_spot(written), written.access)
    if written.tour:
        return OnTour(written.tour, written.meet or "")
    if written.online:
        return _online(desk, entry, written, *path)
    if isinstance(written.area, tuple):
        if not written.area:
            desk.error(entry, "街镇名单是空的。请填上，或写 全区、各街镇。", *path, "area")
        return InArea(written.words or "、".join(written.area), written.area, written.meet or "")
    return InArea(written.words or written.area or "", meet=written.meet or "")


def _spot(written: WhereRecord) -> tuple[str, str]:
    return written.room or "", written.meet or ""


def _online(desk: Registers, entry: RecordEntry[Any], written: WhereRecord, *path: str | int) -> Online:
    url = "" if written.online == "unknown" else written.online or ""
    if not url and not written.account and (named := _CHANNEL.search(written.platform or "")):
        told = f"平台{quoted(written.platform)}里有帐号：写成 account: {named[1]}，网页上就不写“网址未公布”。"
        desk.remind(entry, told, *path, "platform")
    elif not url and not written.account:
        desk.remind(entry, f"{_named(entry)}是线上活动，没有网址，网页上会写“网址未公布”。", *path, "online")
    return Online(url, written.platform or "", written.account or "")


def _named(entry: RecordEntry[Any]) -> str:
    title = getattr(entry.record, "title", "")
    return quoted(title) if title else "这"
