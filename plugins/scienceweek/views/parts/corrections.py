"""What was put right after it was published, in sentences: 地点由区图书馆改为文化馆."""

from collections.abc import Iterable
from itertools import groupby

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.correction import Correction
from scienceweek.views.words import dates


@frozen
class CorrectionNote:
    """What was put right on a *day* (ISO 8601), which is *said* in Chinese, in *sentences*."""

    day: str
    said: str
    sentences: tuple[str, ...]


def correction_notes(activity: Activity) -> tuple[CorrectionNote, ...]:
    """A note for each day in China, the latest first; the year is said where it is not that of the campaign."""
    days = groupby(activity.corrections, lambda one: one.day)
    year = activity.campaign.when.last.year
    return tuple(
        CorrectionNote(
            day.isoformat(),
            dates.day(day) if day.year == year else dates.day_in_full(day),
            sentences(own),
        )
        for day, own in days
    )


def sentences(corrections: Iterable[Correction]) -> tuple[str, ...]:
    """Each of *corrections* in words; of a day on which one was put right twice, what is the same is said once."""
    return tuple(dict.fromkeys(map(_sentence, corrections)))


def _sentence(of: Correction) -> str:
    match of.before, of.after:
        case "", "":
            return f"{of.field}有变化"
        case "", after:
            return f"{of.field}原来没有写，现在是{after}"
        case before, "":
            return f"{of.field}不再写明，原来是{before}"
        case before, after:
            return f"{of.field}由{before}改为{after}"


def latest_correction(activity: Activity) -> str:
    """What was put right last, in a line: 5月20日更正：地点由…改为…; "" where nothing was."""
    notes = correction_notes(activity)
    return f"{notes[0].said}更正：{'；'.join(notes[0].sentences)}" if notes else ""
