"""The time that staff read: China's, whatever the clock of the machine is set to. It has no daylight saving."""

from datetime import UTC, date, datetime, timedelta, timezone

# Not by name: a small machine has no table of zones.
CHINA = timezone(timedelta(hours=8), "中国时间")


def now() -> datetime:
    return datetime.now(CHINA)


def today() -> date:
    return now().date()


def written(moment: datetime | float) -> str:
    """*moment*, which has a zone or is in seconds since 1970, to the second."""
    known = moment if isinstance(moment, datetime) else datetime.fromtimestamp(moment, UTC)
    return f"{known.astimezone(CHINA):%Y-%m-%d %H:%M:%S}"


def iso(moment: float) -> str:
    """*moment* (seconds since 1970) in ISO 8601, to the second."""
    return datetime.fromtimestamp(moment, CHINA).isoformat(timespec="seconds")


def moment(written: str) -> float:
    """What `iso` has *written*. Raises ValueError."""
    return datetime.fromisoformat(written).timestamp()
