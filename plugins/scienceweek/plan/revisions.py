"""Which revision each activity is in (RFC 5545 §3.8.7), counted from what was published before: staff count nothing.

A ledger holds what each activity was when it was published. It only grows, so that no number ever falls and no UID ever
names something else, whatever was rolled back or taken out in between.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from scienceweek.formats.occasions import uid
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Revision
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.correction import Correction
from scienceweek.model.parts import pieces_in
from scienceweek.plan.change_log import ChangeLog
from scienceweek.plan.codes import code, of_part, of_place
from scienceweek.plan.corrections import ANY_DAY, corrections, told
from scienceweek.plan.kept_digests import KeptDigests
from scienceweek.plan.ledgers import LAST_YEAR, Ledger, Published, read
from scienceweek.views.parts import ticket
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.words import whereabouts
from scienceweek.views.words.admission import before_coming

CHINA = ZoneInfo("Asia/Shanghai")
_INSTANT = timedelta(seconds=1)

Times = tuple[tuple[str, str], ...]
"""Times as text, each behind its UID."""


@frozen
class Inputs:
    """What whoever publishes gives to a build: the ledger of what visitors see, the *newest* one, when the facts were committed.

    The build leaves its own ledger in the file *left*. *log* has every change that was published of any record.
    """

    live: Ledger
    newest: Ledger
    moment: datetime
    left: Path
    log: ChangeLog = ()

    @classmethod
    def of(cls, given: Mapping[str, str], today: date) -> "Inputs | None":
        """As *given* in Pelican's setting ``SCIENCEWEEK_REVISIONS``; a commit without a moment is of *today*. Raises RevisionsError."""
        if not given:
            return None
        newest = read(given.get("newest", ""))
        # A release of an older program has none.
        live = newest if _is_newest(given) else read(given["live"])
        moment = _moment(given.get("moment", ""), today)
        return cls(live.ledger, newest.ledger, moment, Path(given["left"]), newest.log)


def _is_newest(given: Mapping[str, str]) -> bool:
    """Whether visitors see what the newest ledger tells, as far as anybody knows."""
    live, newest = Path(given.get("live", "")), Path(given.get("newest", ""))
    if not given.get("live") or not live.exists():
        return True
    return newest.is_file() and live.read_bytes() == newest.read_bytes()


def _nothing(_words: str) -> bool:
    return False


def revised(
    catalogue: Catalogue,
    inputs: Inputs | None,
    is_private: Callable[[str], bool] = _nothing,
    kept: KeptDigests | None = None,
) -> tuple[Catalogue, Ledger]:
    """*catalogue* with the revision of each activity, and the ledger to keep if that is published.

    Without *inputs* the numbers are those of the records, and only UIDs that two would share are told apart.
    What *is_private* by now is not repeated, whatever was told before. Digests that are *kept* are not found again.
    """
    if not inputs and not _share(catalogue):
        return catalogue, {}
    kept = kept or KeptDigests()
    newest = inputs.newest if inputs else {}
    named = _names(catalogue.activities, newest)
    ledger = {id: replace(entry, digest="", told=()) for id, entry in newest.items()}
    activities = []
    for activity in catalogue.activities:
        times, retired = named[activity.id]
        revision = Revision(activity.sequence, activity.modified, tuple(name for name, _ in times))
        if inputs:
            entry = ledger[_first(activity, newest)] = _next(activity, inputs, times, retired, kept)
            known = tuple(_public(one, is_private) for one in entry.corrections)
            revision = replace(revision, sequence=entry.sequence, modified=entry.modified, corrections=known)
        activities.append(one := replace(activity, revision=revision))
        kept.derive(one, (activity, revision))
    return replace(catalogue, activities=tuple(activities)), ledger


def _public(one: Correction, is_private: Callable[[str], bool]) -> Correction:
    return replace(one, before="", after="") if is_private(one.before) or is_private(one.after) else one


def _first(activity: Activity, newest: Ledger) -> str:
    """The id under which *activity* was published first: whatever it is called now, it is that for programs."""
    return next((id for id in (*activity.was, activity.id) if id in newest), activity.first_id)


def _share(catalogue: Catalogue) -> bool:
    """Whether a later time of an activity would have the UID of another activity."""
    first = {one.first_id for one in catalogue.activities}
    return any(
        uid(one.first_id, number) in first
        for one in catalogue.activities
        for number in range(2, len(one.times) + 1)
    )


def _next(activity: Activity, inputs: Inputs, times: Times, retired: Times, kept: KeptDigests) -> Published:
    """What is published of *activity* now. It is the same as before only if visitors see that, and have seen nothing newer."""
    digest = kept.found("activity", (activity,), lambda: _digest(activity))
    id = _first(activity, inputs.newest)
    before, seen = inputs.newest.get(id), inputs.live.get(id)
    floor = _midnight(activity.updated) if activity.updated else None
    if before is None:
        # A notice may be dated later than its commit, a change may not.
        first = inputs.moment if inputs.newest else min(_midnight(activity.changed), inputs.moment)
        return Published(
            digest, activity.sequence, max(first, floor or first), times, retired, told(activity)
        )
    same = _version(before) == _version(seen) and before.digest == digest
    sequence = max(before.sequence if same else before.sequence + 1, activity.sequence)
    modified = before.modified
    if sequence != before.sequence:
        modified = max(inputs.moment, before.modified + _INSTANT)
    modified = max(modified, floor or modified)
    # What is told is the same as long as the facts are; a ledger of an older program does not have it.
    now = before.told if before.told and before.digest == digest else told(activity)
    fresh = corrections(before.told, now, modified) if before.told and now is not before.told else ()
    return Published(digest, sequence, modified, times, retired, now, (*before.corrections, *fresh))


def _version(of: Published | None) -> Published | None:
    """What of it decides whether it is the same for who holds it."""
    return replace(of, told=(), corrections=()) if of else None


def _digest(activity: Activity) -> str:
    """Of what calendars and feeds tell of *activity*: its facts, not their wording."""
    facts = (
        activity.full_title,
        activity.change.status,
        activity.change.reason,
        activity.when,
        activity.change.previously,
        tuple(map(of_place, activity.where)),
        activity.description,
        activity.admits,
        tuple(term.name for term in activity.audience),
        activity.admission,
        ticket.host(activity),
        tuple((call.who, call.number) for call in desk(activity, ANY_DAY).calls),
        *filter(None, (whereabouts.rain(activity.rain), whereabouts.live(activity.live))),
        *before_coming(activity),
        *map(of_part, activity.sessions),
        *map(of_part, (stage for stage in activity.stages if stage.attend)),
        *(
            (piece.title, piece.when, piece.off)
            for when in activity.times
            for piece in pieces_in(activity.pieces, when)
        ),
    )
    return sha256(code(facts).encode()).hexdigest()[:32]


def _names(activities: Iterable[Activity], newest: Ledger) -> Mapping[str, tuple[Times, Times]]:
    """The UIDs of the times of each of *activities*, and those of times that it has no longer."""
    owners = {name: id for id, entry in newest.items() for name, _ in (*entry.times, *entry.retired)}
    known = tuple(activities)
    ids = {activity.id: _first(activity, newest) for activity in known}
    for id in ids.values():
        owners.setdefault(id, id)
    return {one.id: _named(one, ids[one.id], newest.get(ids[one.id]), owners) for one in known}


def _named(
    activity: Activity, id: str, before: Published | None, owners: dict[str, str]
) -> tuple[Times, Times]:
    """A time keeps its UID; one that stands between the same neighbours as one that is gone is that one, moved.

    Every other gets a UID that nothing has had. Adds it to *owners*.
    """
    codes = [code(when) for when in activity.times]
    old = before.times if before else ()
    earlier = before.retired if before else ()
    left = [*old, *earlier]
    given = [_taken(code, left) for code in codes]
    free = [name for name, _ in old if name not in given]
    order = [name for name, _ in old]
    used = {name for name, _ in (*old, *earlier)}
    for at, name in enumerate(given):
        if name:
            continue
        found = _moved(given, at, free, order) or _fresh(id, at + 1, used, owners)
        if found in free:
            free.remove(found)
        given[at] = found
        used.add(found)
        owners[found] = id
    times = tuple(zip(given, codes, strict=True))
    return times, tuple(one for one in (*old, *earlier) if one[0] not in given)


def _taken(code: str, left: list[tuple[str, str]]) -> str:
    """The name of the first of those *left* that is *code*, and it is left no longer; or nothing."""
    for one in left:
        if one[1] == code:
            left.remove(one)
            return one[0]
    return ""


def _moved(given: list[str], at: int, free: list[str], order: list[str]) -> str:
    """The one of those *free* that stood where the time *at* stands, or nothing."""
    low = max((order.index(name) for name in given[:at] if name in order), default=-1)
    high = min((order.index(name) for name in given[at + 1 :] if name in order), default=len(order))
    return next((name for name in free if low < order.index(name) < high), "")


def _fresh(id: str, number: int, used: set[str], owners: Mapping[str, str]) -> str:
    """A name that nothing has had; where another activity has the usual one, with a dot, which is in no id."""
    usual = uid(id, number)
    if usual not in used and owners.get(usual, id) == id:
        return usual
    return next(name for more in count(number) if (name := f"{id}.{more}") not in used and name not in owners)


def _moment(given: str, today: date) -> datetime:
    """The moment *given* (ISO 8601); without one the start of *today* in China."""
    try:
        moment = datetime.fromisoformat(given).astimezone(UTC)
    except (ValueError, OverflowError):  # nothing, or the commit of a clock that was thousands of years off
        moment = datetime.max.replace(tzinfo=UTC)
    if moment.year <= LAST_YEAR:
        return moment
    return datetime.combine(today, time.min, CHINA).astimezone(UTC)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
