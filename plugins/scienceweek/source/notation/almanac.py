"""Which day a notice means: years that it leaves out, weekdays, days that do not exist."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from scienceweek.model.schedule import Days, Month

_WEEKDAYS = "一二三四五六日"
DAY_SPELLINGS = (
    ("(?<=[0-9])号", "日"),
    ("(?:星期|礼拜)(?=[一二三四五六日天])", "周"),
    (r"\((周[一二三四五六日天])\)", r"\1"),
    (r"(?<=日)\(([一二三四五六日天])\)", r"周\1"),
)
"""How a day and its weekday are written, and how they are read: 25号（星期六） and 25日（六） as 25日周六."""
_YEARS = range(1990, 2101)
_MONTHS = range(1, 13)


class Impossible(Exception):
    """Well written, but no day or time: a Chinese clause that says why."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known before a text is read: the campaign's window, its year, the last month spoken of.

    *clauses* are those in brackets, as they are read and as they were written.
    """

    window: Days | None = None
    year: int | None = None
    month: Month | None = None
    clauses: tuple[tuple[str, str], ...] = ()

    def as_written(self, clause: str) -> str:
        """The words of the notice of which *clause* is the plain spelling."""
        return dict(self.clauses).get(clause, clause)

    def day(self, year: str | None, month: str | None, day: str) -> date:
        """The day of these numbers; without a year, the one nearest to the window."""
        if month is None:
            known = self._known_month()
            return _day(known.year, known.month, int(day))
        if year is not None:
            return _day(_year(year), int(month), int(day))
        years = self._years()
        existing = [number for number in years if _exists(number, int(month), int(day))]
        days = [_day(number, int(month), int(day)) for number in existing or years]
        return min(days, key=lambda day: self._distance(Days(day, day)))

    def any_month(self, year: str | None, month: str) -> Month:
        """The month of these numbers; without a year, the one nearest to the window."""
        years = self._years() if year is None else [_year(year)]
        months = [_month(number, int(month)) for number in years]
        return min(months, key=lambda month: self._distance(month.days))

    def any_year(self, year: str | None) -> int:
        return self._years()[0] if year is None else _year(year)

    def span(self, parts: dict[str, str | None]) -> Days:
        """The days from y1, m1, d1 on weekday w1 to y2, m2, d2 on weekday w2; one day without d2."""
        if parts["y2"] and not parts["y1"]:
            raise Impossible("开始的日期也要写上年份")
        first = self.day(parts["y1"], parts["m1"], parts["d1"] or "")
        _agree(first, parts["w1"])
        if parts["d2"] is None:
            return Days(first, first)
        year, month = parts["y2"], parts["m2"]
        if month is None:
            last = _day(first.year, first.month, int(parts["d2"]))
        elif year is None and parts["y1"]:
            last = _day(first.year, int(month), int(parts["d2"]))
        else:
            last = self.day(year, month, parts["d2"])
        _agree(last, parts["w2"])
        if last < first:
            raise Impossible(f"结束（{_spoken(last)}）早于开始（{_spoken(first)}），跨年的两头都要写上年份")
        return Days(first, last)

    def _years(self) -> list[int]:
        if self.year is not None:
            return [_year(str(self.year))]
        if self.window is None:
            raise Impossible("没有写年份，也不知道是哪一年的活动")
        return sorted({self.window.first.year, self.window.last.year})

    def _known_month(self) -> Month:
        if self.month is not None:
            return self.month
        if self.window and Month.of(self.window.first) == Month.of(self.window.last):
            return Month.of(self.window.first)
        raise Impossible("没有写是几月")

    def _distance(self, days: Days) -> int:
        """In days; nothing where they meet the window."""
        if self.window is None:
            return 0
        return max((self.window.first - days.last).days, (days.first - self.window.last).days, 0)


def weekday(word: str) -> int:
    """The number of 一 … 日 (or 天): Monday is 0."""
    return _WEEKDAYS.index(word.replace("天", "日"))


def _agree(day: date, word: str | None) -> None:
    if word is not None and weekday(word) != day.weekday():
        raise Impossible(f"{_spoken(day)}是星期{_WEEKDAYS[day.weekday()]}，不是星期{word}")


def _year(number: str) -> int:
    if len(number) != len("2024"):
        raise Impossible("年份要写四位数")
    if int(number) not in _YEARS:
        raise Impossible(f"年份只能在{_YEARS[0]}年到{_YEARS[-1]}年之间")
    return int(number)


def _month(year: int, month: int) -> Month:
    if month not in _MONTHS:
        raise Impossible(f"没有{month}月")
    return Month(year, month)


def _exists(year: int, month: int, day: int) -> bool:
    return month in _MONTHS and 1 <= day <= monthrange(year, month)[1]


def _day(year: int, month: int, day: int) -> date:
    _month(year, month)
    if not _exists(year, month, day):
        raise Impossible(f"{year}年{month}月没有{day}日")
    return date(year, month, day)


def _spoken(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
