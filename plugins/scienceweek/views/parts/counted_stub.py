"""The stub of a ticket where there are sessions or stages: how many, or which, and never 共3次 of what nobody need go to."""

import re
from dataclasses import replace

from scienceweek.model.activity import Activity
from scienceweek.model.days import extent
from scienceweek.views.parts.stub import Stub
from scienceweek.views.words import sessions


def counted(made: Stub, activity: Activity) -> Stub:
    """The stub *made* of the times of *activity*, with its sessions or stages."""
    if not activity.sessions and not activity.stages:
        return made
    if activity.stages and not any(one.attend for one in activity.stages):
        return _unattended(made, activity)
    word = sessions.counted(activity)
    lines = (line for line in made.lines if not re.fullmatch("共[0-9]+次", line))
    return replace(made, said=_said(made, activity), lines=(*lines, *filter(None, (word,))))


def _said(made: Stub, activity: Activity) -> str:
    return made.said if activity.off else sessions.when(activity)


def _unattended(made: Stub, activity: Activity) -> Stub:
    """Its days are known, and nobody need be anywhere."""
    known = [extent(when) for one in activity.stages for when in one.when]
    last = max((days.last.isoformat() for days in known if days), default="")
    return replace(
        made, shape="recurring", plate="分阶段", lines=("不用到场",), over=last if all(known) else ""
    )
