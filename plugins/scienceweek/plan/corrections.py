"""What is told of an activity, field by field, so that a change can be said in plain words: 地点由…改为….

A field has a code beside its words: words that the program puts otherwise are no correction.
"""

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Admits
from scienceweek.model.booking import Booking
from scienceweek.model.correction import Correction
from scienceweek.model.place import Admission, Fee, Location
from scienceweek.model.session import Stage, SubEvent
from scienceweek.plan.codes import code, of_part, of_place
from scienceweek.privacy.secrets import Secrets
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.words import dates, facts, whereabouts
from scienceweek.views.words.admission import before_coming, prices

# Before any campaign is over: a contact that goes with its time is no change of the facts.
ANY_DAY = Privacy(date.min)
_LONGEST = 80
"""Characters of what is quoted: the times of a season are not read twice in a sentence."""
_NOBODYS = Secrets()
"""Knows no record: takes every mobile and every number of an identity card for private."""


@frozen
class ToldFact:
    """A *field* in Chinese, a *code* of its facts, and the *words*: "" where nothing is said, or nothing to be quoted."""

    field: str
    code: str
    words: str = ""


Told = tuple[ToldFact, ...]
"""Of an activity what is told of it; a field of which nothing is told is not there."""


def told(activity: Activity) -> Told:
    """What is told of *activity*."""
    nothing = code(())
    return tuple(
        ToldFact(field, sha256(own.encode()).hexdigest()[:12], words)
        for field, value, words in _facts(activity)
        if (own := code(value)) != nothing
    )


def corrections(before: Told, now: Told, moment: datetime) -> tuple[Correction, ...]:
    """What is told otherwise *now*; words that cannot be told apart, or that have a mobile in them, are not repeated."""
    was, known = ({one.field: one for one in several} for several in (before, now))
    return tuple(
        Correction(moment, field, *_quoted(was.get(field), known.get(field)))
        for field in dict.fromkeys((*known, *was))
        if _code(was.get(field)) != _code(known.get(field))
    )


def _code(fact: ToldFact | None) -> str:
    return fact.code if fact else ""


def _quoted(before: ToldFact | None, now: ToldFact | None) -> tuple[str, str]:
    words = tuple(one.words if one else "" for one in (before, now))
    if words[0] == words[1] or any(len(one) > _LONGEST or any(_NOBODYS.within(one)) for one in words):
        return "", ""
    # A field that has no words on one side, though something is said there, is not "nothing".
    if any(one and not one.words for one in (before, now)):
        return "", ""
    return words[0], words[1]


def _facts(one: Activity) -> Iterator[tuple[str, tuple[object, ...], str]]:
    """Each field with its facts, () where nothing is said, and its words.

    A number has no words: nobody's telephone is repeated after it has gone. So, too, what is longer than a line.
    """
    change, terms = one.change, one.admission
    yield "名称", (one.full_title,), one.full_title
    yield "状态", (change.status, change.reason), _with(change.status.said, change.reason)
    yield "时间", one.when, dates.when(one.when)
    yield "原定时间", change.previously, ""
    yield "地点", tuple(map(of_place, one.held_at)), "、".join(map(_place, one.held_at))
    yield "场次", tuple(map(of_part, _parts(one))), ""
    yield "谁能参加", _those(one), _those_said(one)
    fee = _fee(terms)
    yield "收费", (terms.fee, terms.prices) if fee else (), fee
    booking = "" if terms.booking is Booking.UNKNOWN else facts.booking(terms)
    yield "预约", (terms.booking, terms.plan) if booking else (), booking
    yield "附注", _one(terms.note), terms.note
    coming = tuple(line for line in before_coming(one) if not line.startswith("票价："))
    yield "来之前", coming, "；".join(coming)
    rain, live = whereabouts.rain(one.rain), whereabouts.live(one.live)
    yield "下雨时", _one(rain), rain
    yield "直播", _one(live), live
    host = ticket.host(one)
    yield "主办", _one(host), host
    yield "电话", tuple((call.who, call.number) for call in desk(one, ANY_DAY).calls), ""
    yield "简介", _one(one.description), ""
    yield "其中的活动", tuple((piece.title, piece.when, piece.off) for piece in one.pieces), ""


def _one(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


def _with(words: str, more: str) -> str:
    return f"{words}（{more}）" if more else words


def _place(at: Location) -> str:
    """With its address, unless the notice's words have it already."""
    spot, address = whereabouts.spot(at), facts.address(at)
    return " ".join(filter(None, (spot, "" if address in spot else address, whereabouts.meeting(at))))


def _parts(one: Activity) -> tuple[SubEvent | Stage, ...]:
    return (*one.sessions, *(stage for stage in one.stages if stage.attend))


def _those(one: Activity) -> tuple[object, ...]:
    named = tuple(term.name for term in one.audience)
    return () if one.admits is Admits.UNKNOWN and not named else (one.admits, named)


def _those_said(one: Activity) -> str:
    admits = "" if one.admits is Admits.UNKNOWN else one.admits.said
    return "，".join(filter(None, (admits, "、".join(term.name for term in one.audience))))


def _fee(terms: Admission) -> str:
    fee = "" if terms.fee is Fee.UNKNOWN else terms.fee.said
    return "，".join(filter(None, (fee, prices(terms.prices))))
