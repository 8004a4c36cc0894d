"""Public holidays and the working weekends that pay for them, for hours that go by them."""

from bisect import bisect_right
from datetime import date

from scienceweek.frozen import frozen
from scienceweek.model.schedule import Days


@frozen
class Holidays:
    """The days *off* by law or by arrangement (法定节假日), and the weekend days that are *working* days (补班).

    Both are spans in order, none touching another.
    """

    off: tuple[Days, ...] = ()
    working: tuple[Days, ...] = ()

    def is_off(self, day: date) -> bool:
        return _holds(self.off, day)

    def is_working(self, day: date) -> bool:
        """Whether *day* is a weekend day on which one works."""
        return _holds(self.working, day)


def _holds(spans: tuple[Days, ...], day: date) -> bool:
    place = bisect_right(spans, day, key=lambda span: span.first)
    return place > 0 and day in spans[place - 1]
