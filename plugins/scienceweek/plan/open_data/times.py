"""When, as open data: one object for each time of a record (EDTF, ISO 8601, RFC 5545)."""

from collections.abc import Iterable
from datetime import time
from typing import Any, assert_never

from scienceweek.formats.open_data.dataset import DataField, Record, ValueType, record
from scienceweek.model.days import end_day, extent, note_of, part_of
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Months,
    OpenDays,
    PartDay,
    Recurring,
    Schedule,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.views.words import dates

_NAMES = {
    Session: "session",
    PartDay: "part-of-day",
    Days: "days",
    OpenDays: "open-days",
    Recurring: "recurring",
    Months: "months",
    DuringCampaign: "during-campaign",
    YearRound: "year-round",
    Unfixed: "unfixed",
}
FIELDS = (
    DataField(
        "precision",
        "精确到",
        "时间已知到什么程度",
        required=True,
        choices=tuple(_NAMES.values()),
        listed=False,
    ),
    DataField("name", "时间", "用中文写出的时间", required=True, width=28),
    DataField("startDate", "开始日期", type=ValueType.DAY, listed=False),
    DataField("endDate", "结束日期", "含这一天", type=ValueType.DAY, listed=False),
    DataField("startTime", "开始时刻", "24 小时制，北京时间", listed=False),
    DataField("endTime", "结束时刻", "早于开始时刻的是第二天", listed=False),
    DataField("partOfDay", "时段", "上午、下午等，几点没有写明", listed=False),
    DataField("edtf", "EDTF", "扩展日期时间格式；哪一天没有定的不写", listed=False),
    DataField("repeatRule", "重复规则", "RFC 5545 的 RRULE，在开始日期和结束日期之间", listed=False),
    DataField("exceptDate", "除外日期", type=ValueType.DAY, many=True, listed=False),
    DataField("note", "时间附注", listed=False),
)


def times(several: Iterable[Schedule]) -> tuple[Record, ...]:
    """A record for each of them."""
    return tuple(record(FIELDS, _time(one)) for one in several)


def _time(when: Schedule) -> dict[str, Any]:
    told: dict[str, Any] = {
        "precision": _NAMES[type(when)],
        "name": dates.when((when,)),
        "note": note_of(when),
        "partOfDay": part_of(when) or "",
        "edtf": edtf(when),
    }
    if not isinstance(when, Months | DuringCampaign | YearRound | Unfixed | OpenDays) and (
        days := extent(when)
    ):
        told |= {"startDate": days.first, "endDate": days.last}
    if isinstance(when, OpenDays):
        told["startDate" if when.begins else "endDate"] = when.day
    if isinstance(when, Session | Recurring):
        told |= {"startTime": _clock(when.start), "endTime": _clock(when.end)}
    if isinstance(when, Recurring):
        told |= {"repeatRule": when.rule, "exceptDate": when.exceptions}
    return told


def _clock(at: time | None) -> str:
    return f"{at:%H:%M}" if at is not None else ""


def edtf(when: Schedule) -> str:
    """*when* in EDTF level 1 (ISO 8601-2); "" where it has no day, month or year of its own."""
    match when:
        case PartDay(day):
            return day.isoformat()
        case OpenDays(day, begins):
            return f"{day}/.." if begins else f"../{day}"
        case Session(day, start, end):
            begins_at = f"{day}T{start:%H:%M:%S}"
            return f"{begins_at}/{end_day(day, start, end)}T{end:%H:%M:%S}" if end is not None else begins_at
        case Days(first, last):
            return first.isoformat() if first == last else f"{first}/{last}"
        case Recurring(span):
            return f"{span.first}/{span.last}"
        case Months(first, last):
            return str(first) if first == last else f"{first}/{last}"
        case YearRound(year):
            return f"{year:04}"
        case DuringCampaign() | Unfixed():
            return ""
        case _:
            assert_never(when)
