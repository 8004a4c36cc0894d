"""Why a text says no time, where that can be told: what is missing, or what a spreadsheet has made of it."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from scienceweek.source.clock import PART, TIMES

_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets."""

_SERIALS = range(36526, 73415)  # 2000 to 2100
_HOLIDAYS = (
    "元旦|春节|元宵节|清明节?|五一|劳动节|五四|端午节?|六一|儿童节|七一|中秋节?|国庆节?|十一|寒假|暑假"
)
_HAN = "[零〇一二三四五六七八九十廿]"

_REASONS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile("[上中下]旬|月[初底末]"),
        "旬、月初和月底不是确定的日子，请写月份，或把原话写成 {unfixed: 原话}",
    ),
    (re.compile("(?:前|之前|以前|截止)$"), "这是期限，不是活动的时间"),
    (re.compile(f".*[日0-9]周?.?{PART}$"), "没有写几点；只知道哪一天，就只写日期"),
    (re.compile(f"^{TIMES}$"), "没有写是哪一天"),
    (re.compile("^[0-9]{4}年$"), "全年都有请写 2024年全年，只知道在哪几个月请写 2024-04/2024-06"),
    (re.compile("^([0-9]{4}年)?([0-9]{1,2}月[0-9]{1,2})$"), lambda found: f"少了“日”，请写 {found[0]}日"),
    (
        re.compile("^([0-9]{1,2})[-/]([0-9]{1,2})$"),
        lambda found: f"请写 {found[1]}月{found[2]}日",
    ),
    (
        re.compile("^([0-9]{4})([01][0-9])([0-3][0-9])$"),
        lambda found: f"请写 {found[1]}-{found[2]}-{found[3]}",
    ),
    (re.compile("^([0-9]{5})(?:[.][0-9]+)?$"), lambda found: _serial(int(found[1]))),
    (
        re.compile("^([0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2})[ T]?0{1,2}:00:00(?:[.]0+)?$"),
        lambda found: f"Excel 在日期后面加上了零点，请写 {found[1].replace('/', '-')}",
    ),
    (re.compile("[0-9]:[0-9]{2}:[0-9]{2}"), "只写到分，不写秒"),
    (re.compile("^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"), "请按年、月、日的顺序写"),
    (re.compile(f"{_HAN}+月{_HAN}+[日号]?|{_HAN}[点时]"), "请用数字，例如 5月23日上午9:30"),
    (re.compile("^(?:本|这|下|上)?周[一二三四五六日天末]"), "没有写是哪一天；每周都有请写 每周六"),
    (
        re.compile("今[天日]|明[天日]|后天|昨天|近期|近日"),
        "过几天就不对了，请写日期，或把原话写成 {unfixed: 原话}",
    ),
    (re.compile(_HOLIDAYS), "每年的日子不同，请写日期"),
    (
        re.compile("^(?:科技|科普|活动)?(?:活动)?周$|^科普[日月]$"),
        "在活动周里、没有写哪一天的，请写 活动期间",
    ),
    (re.compile("(?:开始|起|以后|之后|-)$"), "没有写到哪一天为止"),
)


def refusal(text: str) -> str:
    """Why *text* has none of the forms of a time, where that can be told; or nothing."""
    for pattern, reason in _REASONS:
        if found := pattern.search(text):
            return reason if isinstance(reason, str) else reason(found)
    return ""


def _serial(number: int) -> str:
    if number not in _SERIALS:
        return ""
    day = _FIRST_DAY + timedelta(days=number)
    return f"这是 Excel 里日期的序号，对照原表看是不是 {day}，再写成日期"
