"""Rules of recurrence (RFC 5545 §3.3.10) in Chinese words."""

from functools import cache

_WEEKDAYS = {"MO": "一", "TU": "二", "WE": "三", "TH": "四", "FR": "五", "SA": "六", "SU": "日"}
_RUN = 3  # weekdays in a row; fewer are named one by one
_WORKDAYS = "MO,TU,WE,TH,FR"
_NUMBERS = ("零", "一", "二", "三", "四", "五")


@cache
def words(rule: str) -> str:
    """每周六 · 每周二至周五 · 每天 · 每月第一个周六 · 每月15日; 定期 for what has no such words."""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    if parts.get("INTERVAL", "1") != "1":
        return _every_other(parts)
    match parts:
        case {"FREQ": "WEEKLY", "BYDAY": days}:
            return f"每{_weekdays(days)}"
        case {"FREQ": "WEEKLY"}:
            return "每周"
        case {"FREQ": "MONTHLY", "BYDAY": nth}:
            return f"每月{_nth(nth)}"
        case {"FREQ": "MONTHLY", "BYMONTHDAY": days}:
            return f"每月{days.replace(',', '、')}日"
        case {"FREQ": "MONTHLY"}:
            return "每月"
        case {"FREQ": "DAILY"}:
            return "每天"
        case _:
            return "定期"


def _every_other(parts: dict[str, str]) -> str:
    number = parts["INTERVAL"]
    match parts:
        case {"FREQ": "WEEKLY", "BYDAY": days}:
            return f"每{number}周的{_weekdays(days)}"
        case {"FREQ": "WEEKLY"}:
            return f"每{number}周"
        case {"FREQ": "MONTHLY"}:
            return f"每{number}个月"
        case {"FREQ": "DAILY"}:
            return f"每{number}天"
        case _:
            return "定期"


def _weekdays(days: str) -> str:
    """周六 · 周二至周五 · 周二、周四; a run of three or more is written with its ends."""
    if days == _WORKDAYS:
        return "周一至周五"
    if days == "SA,SU":
        return "周六、周日"
    order = list(_WEEKDAYS)
    places = [order.index(day) for day in days.split(",")]
    if len(places) >= _RUN and places == list(range(places[0], places[0] + len(places))):
        return f"周{_WEEKDAYS[order[places[0]]]}至周{_WEEKDAYS[order[places[-1]]]}"
    return "、".join(f"周{_WEEKDAYS[order[place]]}" for place in places)


def _nth(days: str) -> str:
    said = []
    for day in days.split(","):
        number, name = day[:-2], f"周{_WEEKDAYS[day[-2:]]}"
        said.append(
            f"最后一个{name}" if number == "-1" else f"第{_NUMBERS[int(number)]}个{name}" if number else name
        )
    return "、".join(said)
