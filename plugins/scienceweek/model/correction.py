"""What was put right after it was published, field by field: counted by whoever publishes, never written by staff."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from scienceweek.frozen import frozen

_CHINA = ZoneInfo("Asia/Shanghai")


@frozen
class Correction:
    """At a *moment* a *field*, in Chinese, was told otherwise than *before*.

    *before* and *after* are "" where nothing was said. Both are where the words are too long, or nobody's to repeat.
    """

    moment: datetime
    field: str
    before: str = ""
    after: str = ""

    @property
    def day(self) -> date:
        """The day in China."""
        return self.moment.astimezone(_CHINA).date()
