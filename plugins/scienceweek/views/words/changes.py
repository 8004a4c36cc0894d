"""Chinese words for what became of the plan: on the old day, and in the elder layout."""

from scienceweek.model.activity import Activity, Status
from scienceweek.model.days import first_day
from scienceweek.views.words import dates, facts


def outcome(activity: Activity) -> str:
    """What is said on a day on which it was to be: 取消 · 延期，日子未定 · 改到5月28日 周二 · 改期，时间待定"""
    change = activity.change
    if change.status is Status.CANCELLED:
        return facts.status(change.status)
    if change.status is Status.POSTPONED and activity.off:
        return f"{facts.status(change.status)}，日子未定"
    said = _new_times(activity)
    return f"改到{said}" if any(map(first_day, activity.when)) else f"改期，{said}"


def state(activity: Activity) -> str:
    """What is said wherever no day is meant: 取消 · 延期 · 改期 · 改线上; nothing if the plan stands."""
    status = activity.change.status
    return "改线上" if status is Status.MOVED_ONLINE else facts.status(status)


def plain(activity: Activity) -> str:
    """The same for the elder layout, so that it is understood without the old plan; nothing if that stands."""
    match activity.change.status:
        case Status.SCHEDULED:
            return ""
        case Status.CANCELLED:
            return "这一场不办了"
        case Status.MOVED_ONLINE if not activity.off:
            return "改在手机上看，不用出门"
        case Status.POSTPONED | Status.RESCHEDULED | Status.MOVED_ONLINE:
            if activity.off or not any(map(first_day, activity.when)):
                return "推迟了，哪天还没定"
            return f"换日子了：{_new_times(activity)}"


def _new_times(activity: Activity) -> str:
    return "；".join(dates.schedule(one) for one in activity.when)
