"""Where the plan has changed: what to do now, and what else is on that day."""

from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Status
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import gone, is_called_off
from scienceweek.model.days import days_of
from scienceweek.views.parts.enquiries import EnquiryDesk
from scienceweek.views.parts.lines import Lines, lines
from scienceweek.views.words import changes, dates

_OTHERS = 6


@frozen
class OtherThings:
    """What else is on a day, *said* in words, whose page is *path*: the first of *number* activities."""

    said: str
    path: str
    number: int
    lines: Lines


@frozen
class Advice:
    """What became of the plan in a *word*, *why* if that is known, and what to *do*, a sentence each.

    *struck* are the times that are not any more; *others* what one can go to instead.
    """

    word: str
    why: str
    do: tuple[str, ...]
    struck: tuple[str, ...]
    others: OtherThings | None = None


def advice(activity: Activity, catalogue: Catalogue, asked: EnquiryDesk) -> Advice | None:
    """The advice on *activity*; None if the plan stands."""
    if activity.change.status is Status.SCHEDULED:
        return None
    old = gone(activity)
    return Advice(
        word=changes.plain(activity),
        why=activity.change.reason,
        do=tuple(_do(activity, asked, moved=bool(old))),
        struck=tuple(dict.fromkeys(dates.schedule_in_full(one.when) for one in old)),
        others=_others(activity, min(one.days.first for one in old), catalogue) if old else None,
    )


def _do(activity: Activity, asked: EnquiryDesk, *, moved: bool) -> list[str]:
    ask = "打电话问" if any(call.href.startswith("tel:") for call in asked.calls) else "问办活动的单位"
    said = ["原来那天不要去。"] if moved else []
    if is_called_off(activity):
        said.append(f"约过、报过名的，{ask}怎么办。")
    elif activity.off:
        said.append(f"新的日子定了，会写在这里。约过、报过名的，{ask}还算不算。")
    elif moved:
        said.append(f"约过、报过名的，{ask}还算不算。")
    if moved:
        said.append("加到手机日历的，请删去原来的；订阅了日历的，会自己更新。")
    return said


def _others(activity: Activity, day: date, catalogue: Catalogue) -> OtherThings | None:
    """What its campaign holds on *day*, in its own district first."""
    on = [
        one
        for one in catalogue.of_campaign[activity.campaign.id]
        if one.id != activity.id and any(day in run for run in days_of(one))
    ]
    if not on:
        return None
    near = sorted(on, key=lambda one: one.district.id != activity.district.id)
    shown = lines(near[:_OTHERS], day=day)
    return OtherThings(f"{dates.day(day)} {dates.weekday(day)}", links.day(day), len(on), shown)
