"""Chinese words for sessions and stages: what tells one from the others, how many get in, and that it is full."""

from scienceweek.model.booking import Capacity
from scienceweek.model.session import Occurrence, SessionStatus, SubEvent

FULL = SessionStatus.FULL.said


def capacity(known: Capacity) -> str:
    """60人 · 30个家庭，一大一小 · nothing, where it is not known."""
    return f"{known.number}人" if known.number and known.words == str(known.number) else known.words


def lines(at: Occurrence) -> tuple[str, ...]:
    """What is to be said of a time beside when and where it is, line by line, what became of it first."""
    if at.session is None:
        return (at.part.note,) if at.part and at.part.note else ()
    session = at.session
    return tuple(filter(None, (state(session), *_facts(session))))


def state(session: SubEvent) -> str:
    """名额已满 · 取消：设备检修 · nothing."""
    match session.status:
        case SessionStatus.SCHEDULED:
            return ""
        case SessionStatus.FULL:
            return FULL
        case SessionStatus.CANCELLED:
            return f"{session.status.said}：{session.reason}" if session.reason else session.status.said


def _facts(session: SubEvent) -> tuple[str, ...]:
    seats = capacity(session.capacity)
    return (
        f"对象：{session.whom}" if session.whom else "",
        f"语言：{session.language}" if session.language else "",
        f"名额：{seats}" if seats else "",
        session.note,
    )
