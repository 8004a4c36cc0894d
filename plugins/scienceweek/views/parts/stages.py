"""The stages of an activity as a line: which are over, which is now, which one can attend. The script says it of today."""

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.days import extent, runs_of
from scienceweek.model.place import Location, Online
from scienceweek.model.schedule import Schedule
from scienceweek.model.session import Stage
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.words import dates, extents, whereabouts
from scienceweek.views.words.moments import Moment, moments

_NUMERALS = "零一两三四五六七八九十"


@frozen
class SaidStage:
    """A stage; *when* in words, a line a time. *url* is that of what is online. *attend*: one can go there. *fixed*: at least a month is known."""

    name: str
    when: tuple[str, ...]
    place: tuple[str, ...]
    url: str
    note: str
    attend: bool
    fixed: bool
    moment: Moment


@frozen
class StageLine:
    """All stages in order: 四个阶段, and which of them stand in the calendar."""

    word: str
    note: str
    stages: tuple[SaidStage, ...]


def stage_line(activity: Activity) -> StageLine | None:
    """The stages of *activity*; None where it has none."""
    if not activity.stages:
        return None
    number = len(activity.stages)
    there = "、".join(one.name for one in activity.stages if one.attend)
    return StageLine(
        f"{_NUMERALS[number] if number < len(_NUMERALS) else number}个阶段",
        f"日历里只放要到场的：{there}" if there else "都不用到场",
        tuple(_stage(one, activity.campaign.when.first.year) for one in activity.stages),
    )


def _stage(stage: Stage, year: int) -> SaidStage:
    return SaidStage(
        stage.name,
        tuple(_said(when, year) for when in stage.when),
        phrases("、".join(map(whereabouts.spot, stage.where))),
        address(stage.where),
        stage.note,
        stage.attend,
        any(map(extent, stage.when)),
        _moment(stage.when),
    )


def address(where: tuple[Location, ...]) -> str:
    """The address on the net of what is online."""
    return next((at.url for at in where if isinstance(at, Online) and at.url), "")


def _said(when: Schedule, year: int) -> str:
    """With its year, if that is not the campaign's."""
    known = extent(when)
    return dates.schedule(when) if known and known.first.year == year else dates.schedule_in_full(when)


def _moment(when: tuple[Schedule, ...]) -> Moment:
    """What the script must know of all of it."""
    if len(when) == 1:
        return moments(when)[0]
    days = extents.spans(run for one in when for run in runs_of(one))
    return Moment("", days=days)
