"""Times that are known, as `data/` writes them."""

from collections.abc import Iterable

from scienceweek.desk.findings import Value
from scienceweek.model.schedule import Days, DuringCampaign, Months, PartDay, Schedule, Session, Unfixed


def written(when: Iterable[Schedule]) -> Value:
    """*when* as it is written, a list where there are several; "" where one has no short spelling."""
    found: list[Value] = [_one(one) for one in when]
    if not all(found):
        return ""
    return found[0] if len(found) == 1 else found


def _one(when: Schedule) -> Value:
    match when:
        case Days(first, last):
            return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        case Session(day, start, end):
            return f"{day.isoformat()} {start:%H:%M}" + (f"/{end:%H:%M}" if end else "")
        case PartDay(day, part):
            return f"{day.year}年{day.month}月{day.day}日{part.value}"
        case Months(first, last, words):
            return words or (str(first) if first == last else f"{first}/{last}")
        case DuringCampaign():
            return "活动期间"
        case Unfixed(words):
            return {"unfixed": words}
    return ""
