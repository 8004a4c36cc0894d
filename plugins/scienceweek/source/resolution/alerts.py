"""Alerts and what they are about."""

from collections.abc import Callable, Iterable

from scienceweek.model.alert import Alert, Scope
from scienceweek.model.booking import Limit
from scienceweek.model.campaign import Campaign
from scienceweek.model.schedule import Days
from scienceweek.source.notation.instants import deadline, instant
from scienceweek.source.notation.moments import MomentError
from scienceweek.source.records.alert import AlertRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

_SCOPES = ("campaign", "district", "base", "venue")


def alerts(desk: Registers, entries: Iterable[RecordEntry[AlertRecord]]) -> tuple[Alert, ...]:
    """The alerts in the order of the file."""
    return tuple(alert for entry in entries if (alert := _alert(desk, entry)))


def _alert(desk: Registers, entry: RecordEntry[AlertRecord]) -> Alert | None:
    record = entry.record
    written = [key for key in _SCOPES if getattr(record, key)]
    found = {key: _scope(desk, entry, key) for key in written}
    if len(written) > 1:
        desk.error(
            entry,
            f"{'、'.join(written)} 只能写一个。要挂在几处的，一处写一条；全站都要挂的，都不写。",
            written[1],
        )
    scope = next(iter(found.values()), None)
    window = scope.when if isinstance(scope, Campaign) else None
    begin = _limit(desk, entry, "begin", instant, window)
    end = _limit(desk, entry, "end", deadline, window)
    if begin and end and end.ends <= begin.begins:
        desk.error(entry, "结束（end）在开始（begin）以前，这条公告一天也不会出现。", "end")
    if not record.end:
        desk.remind(entry, "公告没有写挂到什么时候（end），会一直挂着；过了请删去。", "text")
    if written and scope is None:
        return None
    return Alert(record.text, record.severity, begin, end, record.link or "", scope)


def _scope(desk: Registers, entry: RecordEntry[AlertRecord], key: str) -> Scope | None:
    id = getattr(entry.record, key)
    match key:
        case "campaign":
            return desk.campaigns.find(id, entry, key)
        case "district":
            return desk.districts.find(id, entry, key)
        case "base":
            return desk.bases.find(id, entry, key)
        case _:
            return desk.venues.find(id, entry, key)


def _limit(
    desk: Registers,
    entry: RecordEntry[AlertRecord],
    key: str,
    read: Callable[..., Limit],
    window: Days | None,
) -> Limit | None:
    written = getattr(entry.record, key)
    if written is None:
        return None
    try:
        return read(written, window=window)
    except MomentError as error:
        desk.error(entry, str(error), key)
        return None
