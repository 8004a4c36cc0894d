"""Why a text says no time, where that can be told: what is missing, or what a spreadsheet has made of it."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from scienceweek.source.notation.clock import TIMES

_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets."""

_SERIALS = range(36526, 73415)  # 2000 to 2100
_HOLIDAYS = (
    "元旦|春节|元宵节|清明节?|五一|劳动节|五四|端午节?|六一|儿童节|七一|中秋节?|国庆节?|十一|寒假|暑假|节假日"
)
_HAN = "[零〇一二三四五六七八九十廿]"

_REASONS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile("^(?:无|暂无|没有|不详|[-/]+)$"), "时间还没有定，请写 待定"),
    (re.compile("或"), "还没有定下来是哪一天，请写月份，或把原话写成 {unfixed: 原话}"),
    (
        re.compile("(?<=[日午])/"),
        lambda found: f"几个时间请用、隔开，请写 {found.string.replace('/', '、')}",
    ),
    (re.compile("农历|[正冬腊]月|月初[一二三四五六七八九十]"), "请写公历的日期"),
    (re.compile("(?:前|之前|以前|截止)$|^截"), "这是期限，不是活动的时间"),
    (re.compile("^(?:即日|现在)?-.*[旬初底末]$"), "请写到哪一天为止，例如 即日起至5月31日"),
    (
        re.compile("[上中下]旬|月[初底末]"),
        "旬、月初和月底请连月份一起写，例如 5月中旬",
    ),
    (
        re.compile("第(?:[0-9]|[一二三四五])个?周$|^[本这下上]周$"),
        "没有写是哪个月的第几周，请写日期，例如 5月20日—26日",
    ),
    (re.compile("季度|半年|[春夏秋冬][季天]"), "请写从几月到几月，例如 7月—9月"),
    (
        re.compile(
            f"^(.*{TIMES})(?:开始|起)?[,、 ]*((?:时长|历时|持续)?大?约?(?:[0-9.]+|半)个?半?(?:小时|分钟))$"
        ),
        lambda found: f"多长时间写进括号里，请写 {found[1]}（{found[found.lastindex or 0]}）",
    ),
    (
        re.compile("^(第[0-9一二三四五六七八九十]+[场期批轮]):?(.+)$"),
        lambda found: f"哪一场写在后面的括号里，请写 {found[2]}（{found[1]}）",
    ),
    (
        re.compile("拟|暂定|预计|左右|前后|大?约[0-9]"),
        "日子还没有定，请写月份或 5月20日前后，或把原话写成 {unfixed: 原话}",
    ),
    (re.compile(f"^{TIMES}$"), "没有写是哪一天"),
    (
        re.compile(f"(?P<start>.*{TIMES})-$"),
        lambda found: f"只知道几点开始，请写 {found['start']}",
    ),
    (re.compile(f"{TIMES}[,、和及]?{TIMES}$"), "一天有几场，请用；隔开，每一场都写上哪天、几点"),
    (re.compile("^(?:全天|整天)"), "没有写是哪一天，例如 5月20日全天"),
    (
        re.compile("^(?:连续|共|为期)?(?:[0-9]+|[一两二三四五六七八九十])天$"),
        "没有写从哪天开始，例如 5月20日起两天",
    ),
    (
        re.compile("^(.*?)每?隔(周[一二三四五六日天].*)"),
        lambda found: f"两周一次的，请写 {found[1]}隔周{found[2]}",
    ),
    (re.compile("工作日"), "请写 每周一至周五"),
    (re.compile("双休日"), "请写 每周六、周日"),
    (
        re.compile(r"^[^每]*\(.*(?:除外|闭馆|休息|不开放)\)$"),
        "要先写“每天”，例如 5月25日—6月1日每天（周一闭馆）",
    ),
    (
        re.compile("^([0-9]{4})年$"),
        lambda found: f"只知道在哪几个月，请写 {found[1]}-04/{found[1]}-06；全年都有，请写 {found[1]}年全年",
    ),
    (re.compile("^(?:[0-9]{4}年)?[0-9]{1,2}月$"), "没有写是哪一天"),
    (re.compile("^([0-9]{4}年)?([0-9]{1,2}月[0-9]{1,2})$"), lambda found: f"少了“日”，请写 {found[0]}日"),
    (
        re.compile("^([0-9]{1,2})[-/,、。·]([0-9]{1,2})$"),
        lambda found: f"请写 {found[1]}月{found[2]}日",
    ),
    (
        re.compile("^([0-9]{1,2})[-/]([0-9]{1,2}) ?([上下早中晚]?.*[0-9][:点时].*)$"),
        lambda found: f"请写 {found[1]}月{found[2]}日{found[3]}",
    ),
    (
        re.compile("^([0-9]{1,2})[-/]([0-9]{1,2})-([0-9]{1,2})[-/]([0-9]{1,2})$"),
        lambda found: f"请写 {found[1]}月{found[2]}日—{found[3]}月{found[4]}日",
    ),
    (
        re.compile("^(20[0-9]{2})(?:[.]0?([1-9]|1[0-2])|0([1-9])|(1[0-2]))$"),
        lambda found: f"请写 {found[1]}年{found[found.lastindex or 0]}月",
    ),
    (
        re.compile("^([0-9]{4})([01][0-9])([0-3][0-9])$"),
        lambda found: f"请写 {found[1]}-{found[2]}-{found[3]}",
    ),
    (re.compile("^([0-9]{5})([.][0-9]+)?$"), lambda found: _serial(int(found[1]), float(found[2] or 0))),
    (
        re.compile("^([0-9]{4}([-/.])[0-9]{1,2}\\2[0-9]{1,2})[ T]?0{1,2}:00:00(?:[.]0+)?$"),
        lambda found: f"Excel 在日期后面加上了零点，请写 {found[1].replace(found[2], '-')}",
    ),
    (re.compile("[0-9]:[0-9]{2}:[0-9]{2}"), "只写到分，不写秒"),
    (re.compile("日.*[0-9][.][0-9]{2}"), "钟点请用冒号，例如 9:30"),
    (re.compile("^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"), "请按年、月、日的顺序写"),
    (re.compile(f"{_HAN}+月{_HAN}+[日号]?|{_HAN}[点时]"), "请用数字，例如 5月23日上午9:30"),
    (
        re.compile("^[本这下上]?(周[一二三四五六日天末].*?):?((?<!周)[0-9].*)?$"),
        lambda found: f"没有写是哪一天；每周都有，请写 每{found[1]}{found[2] or ''}",
    ),
    (re.compile("^[本这下上]?周[一二三四五六日天末]"), "没有写是哪一天"),
    (
        re.compile("今[天日]|明[天日]|后天|昨天|近期|近日"),
        "过几天就不对了，请写日期，或把原话写成 {unfixed: 原话}",
    ),
    (re.compile(_HOLIDAYS), "每年的日子不同，请写日期"),
    (
        re.compile("^(?:科技|科普|活动)?(?:活动)?周$|^科普[日月]$"),
        "在活动周里、没有写哪一天的，请写 活动期间",
    ),
    (
        re.compile("^(?:即日|现在|今日)"),
        "没有写是哪一天；只知道从哪天起，请写 5月20日起，只知道到哪天止，请写 即日起至5月31日",
    ),
    (re.compile("暂停|停止|关闭|检修"), "这不是活动的时间"),
    (
        re.compile("^(.+日)(?:以后|之后|-今?)$"),
        lambda found: f"没有写到哪一天为止；不知道的，请写 {found[1]}起",
    ),
    (re.compile("(?:开始|起|以后|之后|-今?)$"), "没有写到哪一天为止"),
    (re.compile("(?i)[a-z]{2}"), "请用数字和汉字，例如 5月23日上午9:30"),
)


def refusal(text: str, would_do: Callable[[str], bool] = bool) -> str:
    """Why *text* has none of the forms of a time, where that can be told; or nothing.

    What is made of *text* and offered in its place, after 请写, is offered only if it *would_do*.
    """
    for pattern, reason in _REASONS:
        if not (found := pattern.search(text)):
            continue
        if isinstance(reason, str):
            return reason
        said = reason(found)
        if all(map(would_do, re.findall("请写 ([^；]+)", said))):
            return said
    return ""


def _serial(number: int, part: float) -> str:
    """*number* counts days, *part* is that of the day that has passed."""
    if number not in _SERIALS:
        return ""
    hour, minute = divmod(round(part * 24 * 60), 60)
    time = f" {hour:02}:{minute:02}" if part else ""
    return (
        f"这是 Excel 里日期的序号，对照原表看是不是 {_FIRST_DAY + timedelta(days=number)}{time}，再写成日期"
    )
